import csv

import pyarrow.parquet as pq
import pytest

PLACE = "xã Tam Đại, huyện Phú Ninh, tỉnh Quảng Nam"
TEXTS = {
    "a.txt": f"Sáng 5/6/2024, tại {PLACE}, UBMTTQ xã tổ chức Hội nghị sơ kết công tác Mặt trận 6 "
    "tháng đầu năm 2024. Ông Ngô Quang Diệm, Chủ tịch UBMTTQ xã chủ trì. Ông Nguyễn Văn Hùng, Chủ "
    "tịch Hội Nông dân xã phát biểu.",
    "b.txt": f"Ngày 5/6/2024, Ủy ban MTTQ Việt Nam {PLACE} tổ chức sơ kết công tác Mặt trận 6 "
    "tháng đầu năm 2024. Đồng chí Ngô Quang Diệm, Chủ tịch Ủy ban MTTQ xã đọc báo cáo.",
    "c.txt": f"Ngày 10/9/2025, HĐND {PLACE} tổ chức kỳ họp thứ 9. Ông Nguyễn Văn Hùng, Phó Chủ "
    "tịch HĐND xã phát biểu.",
}


@pytest.fixture
def out(hoinghi, tmp_path):
    """Return the folder of the tables of TEXTS."""
    (tmp_path / "in").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    assert hoinghi("extract", tmp_path / "in", "--out", tmp_path / "out").exit_code == 0
    return tmp_path / "out"


def test_from_articles_to_ids_and_doubts(hoinghi, out, tmp_path):
    people = pq.read_table(out / "parquet" / "people.parquet").to_pylist()
    ids = {name: {r["person_id"] for r in people if r["name"] == name} for r in people
           for name in [r["name"]]}  # fmt: skip
    assert {name: len(found) for name, found in ids.items()} == {
        "Ngô Quang Diệm": 1,
        "Nguyễn Văn Hùng": 2,
    }
    result = hoinghi("doubtful", out, "--out", tmp_path / "doubts.csv")
    assert result.exit_code == 0
    assert "1 doubtful of people, 0 of meetings" in result.stdout
    assert "the name is common" in result.stdout
    data = (tmp_path / "doubts.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfkind,outcome,score,reason,id_1,name_1,titles_1,")
    first, *rest = csv.DictReader(data.decode("utf-8-sig").splitlines())
    assert (first["kind"], first["outcome"]) == ("people", "doubtful")
    assert {first["id_1"], first["id_2"]} == ids["Nguyễn Văn Hùng"]
    assert {first["titles_1"], first["titles_2"]} == {"Chủ tịch", "Phó Chủ tịch"}
    assert {first["days_1"], first["days_2"]} == {"2024-06-05", "2025-09-10"}
    assert {first["sources_1"][-5:], first["sources_2"][-5:]} == {"a.txt", "c.txt"}
    assert all(row["outcome"] == "weakest join" for row in rest)


def test_weak_joins_are_listed_up_to_the_number_asked_for(hoinghi, out):
    assert "weakest join" not in hoinghi("doubtful", out, "--weakest", "0").stdout


@pytest.mark.parametrize("content", [None, b"no parquet"])
def test_a_folder_without_tables_is_said(hoinghi, tmp_path, content):
    if content:
        (tmp_path / "parquet").mkdir()
        (tmp_path / "parquet" / "documents.parquet").write_bytes(content)
    result = hoinghi("doubtful", tmp_path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "documents.parquet: cannot be read" in result.stderr
    assert "hoinghi extract" in result.stderr
