import csv
import unicodedata
from pathlib import Path

import pytest

from hoinghi.tables import SCHEMAS

ARTICLE = (
    "Xã Tam Đại tổ chức hội nghị tiếp xúc cử tri\n\n"
    "Sáng ngày 12/6/2023, tại Hội trường UBND xã Tam Đại, huyện Phú Ninh, tỉnh Quảng Nam, "
    "Thường trực HĐND xã tổ chức hội nghị tiếp xúc cử tri. Ông Trần Văn Mẫu, Chủ tịch HĐND xã, "
    "phát biểu khai mạc. Cử tri nêu ý kiến về Nghị quyết số 18-NQ/TW ngày 25/10/2017.\n"
)
WEATHER = "Từ đêm mai, trời chuyển mưa rải rác. Bà con nhớ che chắn chuồng trại cho gia súc.\n"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "bài.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def out(tmp_path):
    return tmp_path / "tables"


def rows(out, table="documents"):
    with (out / "csv" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def statuses(out):
    return {Path(row["source"]).name: row["status"] for row in rows(out)}


def test_an_article_becomes_every_table(hoinghi, article, out):
    result = hoinghi("extract", article, "--out", out)
    assert result.exit_code == 0, result.output
    assert {p.stem for p in (out / "csv").iterdir()} == set(SCHEMAS)
    assert {p.stem for p in (out / "parquet").iterdir()} == set(SCHEMAS)
    assert [row["start_date"] for row in rows(out, "meetings")] == ["2023-06-12"]
    lines = dict(line.split(maxsplit=1) for line in result.stdout.splitlines()[:7])
    assert (lines["articles"], lines["meetings"], lines["failed"]) == ("1", "1", "0")
    assert lines["tables"] == str(out / "csv")


def test_the_same_articles_give_the_same_bytes(hoinghi, article, tmp_path):
    def contents(name):
        hoinghi("extract", article, "--out", tmp_path / name)
        files = (p for p in (tmp_path / name).rglob("*.*") if p.parent.name in {"csv", "parquet"})
        return {p.relative_to(tmp_path / name): p.read_bytes() for p in files}

    once = contents("once")
    assert len(once) == 2 * len(SCHEMAS)
    assert contents("twice") == once


def test_standard_input_is_an_article(hoinghi, out):
    result = hoinghi("extract", "-", "--out", out, input=ARTICLE)
    assert result.exit_code == 0, result.output
    assert len(rows(out, "meetings")) == 1


def test_columns_are_named_by_options(hoinghi, tmp_path, out):
    path = tmp_path / "news.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [["nội dung", "ngày", "tít"], [ARTICLE, "2023-06-13", "Tiếp xúc cử tri"]]
        )
    columns = ["--text-column", "nội dung", "--date-column", "ngày", "--title-column", "tít"]
    assert hoinghi("extract", path, "--out", out, *columns).exit_code == 0
    (row,) = rows(out)
    assert (row["published"], row["title"]) == ("2023-06-13", "Tiếp xúc cử tri")
    assert row["source"] == f"{path}#1"


BAD_FILES = {
    "empty.txt": b"",
    "empty.csv": b"",
    "binary.txt": bytes(range(256)) * 40,
    "latin.txt": b"H\xe9i ngh\xec",
    "columns.csv": b"mo_ta,ngay\nabc,2023-06-13\n",
    "line.txt": b"a" * 5_000_000,
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_what_cannot_be_read_is_a_failed_row_and_a_log_line(hoinghi, article, out, name):
    bad = article.with_name(name)
    bad.write_bytes(BAD_FILES[name])
    result = hoinghi("extract", article, bad, "--out", out)
    assert result.exit_code == 1, result.output
    assert statuses(out) == {article.name: "ok", name: "failed"}
    assert [line for line in result.stderr.splitlines() if line.startswith(f"{bad}: ")]
    assert len(result.stderr.splitlines()) == 1
    assert len(rows(out, "meetings")) == 1


def test_decomposed_letters_read_like_composed_ones(hoinghi, article, tmp_path, out):
    other = tmp_path / "nfd.txt"
    other.write_text(unicodedata.normalize("NFD", ARTICLE), encoding="utf-8")
    assert hoinghi("extract", other, "--out", out).exit_code == 0
    (meeting,) = rows(out, "meetings")
    hoinghi("extract", article, "--out", tmp_path / "nfc")
    assert rows(tmp_path / "nfc", "meetings") == [meeting]


def test_a_text_without_a_meeting_is_no_failure(hoinghi, tmp_path, out):
    path = tmp_path / "weather.txt"
    path.write_text(WEATHER, encoding="utf-8")
    result = hoinghi("extract", path, "--out", out)
    assert (result.exit_code, statuses(out)) == (0, {"weather.txt": "no meeting"})
    assert rows(out, "meetings") == []


def test_a_missing_path_is_wrong_usage(hoinghi, tmp_path, out):
    result = hoinghi("extract", tmp_path / "absent.txt", "--out", out)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"Error: {tmp_path / 'absent.txt'}")
    assert "Traceback" not in result.output


def test_an_output_folder_that_cannot_be_made_is_wrong_usage(hoinghi, article):
    result = hoinghi("extract", article, "--out", article / "tables")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"Error: {article / 'tables'}: cannot be written")


def test_an_unknown_setting_is_wrong_usage(hoinghi, article, tmp_path, out):
    settings = tmp_path / "hoinghi.toml"
    settings.write_text('text_colum = "body"\n', encoding="utf-8")
    result = hoinghi("extract", article, "--out", out, "--settings", settings)
    assert result.exit_code == 2
    assert "did you mean text_column" in result.stderr


def test_an_article_in_another_language_is_marked_and_passed_over(hoinghi, article, out):
    (article.parent / "guest.txt").write_text(
        "On 12 June 2023 Mr Tran Van Mau, chairman of the commune, opened a conference in the hall "
        "of the People's Committee and thanked all voters for their questions about new roads.\n",
        encoding="utf-8",
    )
    assert hoinghi("extract", article.parent, "--out", out).exit_code == 0
    found = {Path(row["source"]).name: (row["language"], row["status"]) for row in rows(out)}
    assert found == {"bài.txt": ("vi", "ok"), "guest.txt": ("en", "no meeting")}
    assert len({row["document_id"] for row in rows(out, "mentions")}) == 1


def test_links_in_a_circle_fail_alone(hoinghi, article, tmp_path, out):
    folder = tmp_path / "tin"
    folder.mkdir()
    (folder / "a.txt").symlink_to("b.txt")
    (folder / "b.txt").symlink_to("a.txt")
    result = hoinghi("extract", folder, article, "--out", out)
    assert result.exit_code == 1, result.output
    assert statuses(out) == {"a.txt": "failed", "b.txt": "failed", "bài.txt": "ok"}
