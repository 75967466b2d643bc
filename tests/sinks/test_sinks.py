"""CSV for spreadsheets, Parquet with its schemas, and folders that cannot be written."""

from __future__ import annotations

import csv
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hoinghi.errors import OutputError
from hoinghi.sinks import write_csv, write_parquet
from hoinghi.tables import SCHEMAS, arrow

ROWS = {
    "documents": [
        {
            "document_id": "d1",
            "source": "=cmd|' /C calc'!A0",
            "title": 'Ông nói: "Được",\nrồi thôi',
            "published": date(2024, 4, 23),
            "error": "\tgiật lùi",
            "characters": -5,
            "text": "Toàn văn",
        }
    ],
    "meetings": [{"main": True, "name": "- Họp thôn", "hosts": ["Hội A", "Hội B"], "topics": []}],
    "people": [{"name": "@admin", "confidence": 0.5}, {"name": "Nguyễn Văn Cứ"}],
}


def _read(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_reads_back_and_formulas_are_neutralised(tmp_path):
    write_csv(arrow(ROWS), tmp_path)
    (document,) = _read(tmp_path / "documents.csv")
    assert "text" not in document
    assert document["source"] == "'=cmd|' /C calc'!A0"
    assert document["error"] == "'\tgiật lùi"
    assert document["title"] == 'Ông nói: "Được",\nrồi thôi'
    assert (document["published"], document["characters"]) == ("2024-04-23", "-5")
    assert document["site"] == ""
    assert [row["name"] for row in _read(tmp_path / "people.csv")] == ["'@admin", "Nguyễn Văn Cứ"]
    (meeting,) = _read(tmp_path / "meetings.csv")
    assert (meeting["name"], meeting["hosts"]) == ("'- Họp thôn", "Hội A | Hội B")
    assert (meeting["main"], meeting["topics"]) == ("true", "")


def test_csv_has_a_byte_order_mark_windows_line_ends_and_every_table(tmp_path):
    write_csv(arrow({}), tmp_path / "new" / "csv")
    for name, schema in SCHEMAS.items():
        data = (tmp_path / "new" / "csv" / f"{name}.csv").read_bytes()
        columns = [c for c in schema.names if (name, c) != ("documents", "text")]
        assert data == b"\xef\xbb\xbf" + ",".join(columns).encode() + b"\r\n"


def test_parquet_keeps_types_lists_and_the_text(tmp_path):
    shuffled = arrow(ROWS)["documents"].select(SCHEMAS["documents"].names[::-1])
    write_parquet({"documents": shuffled}, tmp_path)
    for name, schema in SCHEMAS.items():
        assert pq.read_schema(tmp_path / f"{name}.parquet").equals(schema)
    assert pq.read_table(tmp_path / "documents.parquet")["text"].to_pylist() == ["Toàn văn"]


@pytest.mark.parametrize("write", [write_csv, write_parquet])
def test_the_same_rows_give_the_same_bytes_however_they_came(tmp_path, write):
    whole = arrow(ROWS)
    pieces = {
        name: pa.concat_tables([table.slice(0, 1), table.slice(1)]) for name, table in whole.items()
    }
    write(whole, tmp_path / "a")
    write(pieces, tmp_path / "b")
    write(whole, tmp_path / "b2")
    for first in (tmp_path / "a").iterdir():
        assert first.read_bytes() == (tmp_path / "b" / first.name).read_bytes()
        assert first.read_bytes() == (tmp_path / "b2" / first.name).read_bytes()


@pytest.mark.parametrize("write", [write_csv, write_parquet])
def test_a_folder_that_cannot_be_made_says_so(tmp_path, write):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(OutputError, match=r"cannot be written .*choose another output folder"):
        write(arrow(ROWS), tmp_path / "taken")


@pytest.mark.parametrize(("write", "name"), [(write_csv, "csv"), (write_parquet, "parquet")])
def test_a_write_that_breaks_off_leaves_the_old_file_and_no_rubbish(tmp_path, write, name):
    write(arrow(ROWS), tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises((KeyError, pa.ArrowException)):
        write({"documents": pa.table({"document_id": ["x"]})}, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    (tmp_path / f"documents.{name}").unlink()
    (tmp_path / f"documents.{name}").mkdir()
    with pytest.raises(OutputError):
        write(arrow(ROWS), tmp_path)
    assert not list(tmp_path.glob(".*"))
