from pathlib import Path

import pyarrow.parquet as pq
import pytest

from hoinghi.errors import OutputError
from hoinghi.run import run
from hoinghi.tables import SCHEMAS

TEXT = "Sáng 3/3/2021, tại Hội trường UBND xã, Hội Nông dân xã Bình Sa tổ chức Hội nghị tổng kết."


def contents(folder: Path) -> dict[str, bytes]:
    return {
        p.name: p.read_bytes()
        for form in ("csv", "parquet")
        for p in sorted((folder / form).iterdir())
    }


def test_every_table_is_written_and_again_the_same_bytes(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "c.txt").write_bytes(b"\xff\x00\xfe")
    summary = run([tmp_path / "in"], tmp_path / "out")
    first = contents(tmp_path / "out")
    run([tmp_path / "in"], tmp_path / "out")
    assert contents(tmp_path / "out") == first
    assert len(first) == 2 * len(SCHEMAS)
    assert (summary.articles, summary.failed) == (3, 1)
    documents = pq.read_table(tmp_path / "out" / "parquet" / "documents.parquet").to_pylist()
    assert [d["status"] for d in documents] == ["ok", "duplicate", "failed"]


def test_of_two_copies_the_one_that_knows_its_day_counts(tmp_path):
    text = (
        "Sáng nay (3/3), tại Hội trường UBND xã Bình Sa, huyện Thăng Bình, tỉnh Quảng Nam, Hội "
        "Nông dân xã tổ chức Hội nghị tổng kết công tác Hội và phong trào nông dân năm qua."
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    csv = f'text,published\n"{text}",2021-03-03\n"{text}",2021-03-04\n'
    (tmp_path / "b.csv").write_text(csv, encoding="utf-8")
    run([tmp_path / "a.txt", tmp_path / "b.csv"], tmp_path / "out")
    documents = pq.read_table(tmp_path / "out" / "parquet" / "documents.parquet").to_pylist()
    assert [d["status"] for d in documents] == ["duplicate", "ok", "duplicate"]
    assert {d["duplicate_of"] for d in documents} == {None, documents[1]["document_id"]}
    (meeting,) = pq.read_table(tmp_path / "out" / "parquet" / "meetings.parquet").to_pylist()
    assert (meeting["document_id"], str(meeting["start_date"])) == (
        documents[1]["document_id"],
        "2021-03-03",
    )


def test_an_out_folder_inside_the_input_is_not_read(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    counts = [run([tmp_path], tmp_path / "out").articles for _ in range(2)]
    assert counts == [1, 1]


def test_an_unwritable_out_is_said_before_anything_is_read(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="choose another"):
        run(["does-not-matter"], tmp_path / "file" / "out")
