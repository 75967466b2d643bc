"""The files of a report, made by the command and read back as their readers do."""

import base64
import csv
import json
import re
import sys
import zlib
from datetime import date, datetime

import pytest
from lxml import html
from python_calamine import CalamineWorkbook
from report_tables import Made

from hoinghi.report import Scope, key_figures, read_facts, sheets
from hoinghi.report.columns import TITLES
from hoinghi.report.page.meetings import table
from hoinghi.report.vietnamese import number

HOSTILE = '=HYPERLINK("http://evil.example","x")'
FILES = {"bao-cao.html", "bao-cao.xlsx", *(f"{slug}.csv" for slug in TITLES)}


def _csv(path, separator=","):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=separator))


def _book(path):
    with CalamineWorkbook.from_path(str(path)) as book:
        return {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in book.sheet_names
        }


def _as_csv(value):
    """Return a cell of the workbook as the CSV file has it."""
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else value
    return value


def test_the_workbook_and_the_csv_files_hold_the_same_cells(bulletin_report):
    folder, _ = bulletin_report
    book = _book(folder / "bao-cao.xlsx")
    assert list(book) == ["Tổng quan", *TITLES.values()]
    for slug, title in TITLES.items():
        lines, cells = _csv(folder / f"{slug}.csv"), book[title]
        assert cells[0] == lines[0]
        shares = [at for at, name in enumerate(lines[0]) if name == "Độ tin cậy"]
        for row, line in zip(cells[1:], lines[1:], strict=True):
            told = [f"{round(100 * v)}%" if at in shares and v != "" else _as_csv(v)
                    for at, v in enumerate(row)]  # fmt: skip
            assert [re.sub(r"^'(?=[=+@-])", "", cell) for cell in line] == told


def test_the_figures_add_up_on_all_outputs(bulletin_report, bulletin):
    folder, printed = bulletin_report
    figures = key_figures(read_facts(bulletin))
    assert figures.meetings > 250
    meetings = _csv(folder / "hoi-nghi.csv")[1:]
    assert len(meetings) == figures.meetings
    assert len({row[-1] for row in meetings}) == figures.meetings
    for slug in ("theo-thang", "theo-dia-ban"):
        *rows, total = _csv(folder / f"{slug}.csv")[1:]
        numbers = [int(value) for value in total if value.isdigit()]
        assert numbers[-1] == figures.meetings == sum(int(row[-1]) for row in rows)
        assert sum(numbers[:-1]) == figures.meetings
        assert sorted(numbers[:-1]) == sorted(count for _, count in figures.kinds)
    assert len(_csv(folder / "dai-bieu.csv")) - 1 == figures.people
    assert len(_csv(folder / "van-ban.csv")) - 1 == figures.directives
    assert len(_csv(folder / "to-chuc.csv")) - 1 == figures.bodies
    assert len(_csv(folder / "can-kiem-tra.csv")) - 1 == figures.to_check
    front = {row[0]: row[1] for row in _book(folder / "bao-cao.xlsx")["Tổng quan"] if row[0]}
    page = html.fromstring((folder / "bao-cao.html").read_text(encoding="utf-8"))
    shown = {tuple(cell.text_content().strip() for cell in row) for row in page.iter("tr")}
    for name, value in figures.values():
        assert front[name] == value
        told = number(value) if isinstance(value, int) else value
        assert (name, told) in shown
        assert re.search(rf"^{re.escape(name)} +{re.escape(told)}$", printed, re.MULTILINE)


def test_people_and_meetings_add_up_between_the_sheets(bulletin):
    found = {sheet.slug: sheet.frame for sheet in sheets(read_facts(bulletin))}
    assert found["hoi-nghi"]["people"].sum() == found["dai-bieu"]["meetings"].sum()
    hosts = found["hoi-nghi"]["hosts"].dropna().str.split("; ").map(len).sum()
    assert hosts == found["to-chuc"]["hosted"].sum()
    cited = found["hoi-nghi"]["directives"].dropna().str.split("; ").map(len).sum()
    assert cited == found["van-ban"]["meetings"].sum()
    roles = ["chaired", "spoke", "attended", "elected", "praised"]
    people = found["dai-bieu"]
    assert (people[roles].sum(axis=1) == people["meetings"]).all()


def test_reports_of_months_add_up_to_that_of_the_year(bulletin):
    def count(**scope):
        return len(read_facts(bulletin, Scope(**scope)).meetings)

    halves = [(date(2024, 1, 1), date(2024, 6, 30)), (date(2024, 7, 1), date(2024, 12, 31))]
    year = count(since=halves[0][0], until=halves[1][1])
    assert year == sum(count(since=since, until=until) for since, until in halves) > 100


def test_today_and_then_count_the_same_meetings_in_other_places(bulletin):
    then, now = (read_facts(bulletin, Scope(units=units)) for units in ("then", "now"))
    assert set(then.meetings["meeting_id"]) == set(now.meetings["meeting_id"])
    first, second = key_figures(then), key_figures(now)
    assert first.communes > second.communes
    assert "Tỉnh Quảng Nam" in set(then.meetings["unit_province"])
    assert "Tỉnh Quảng Nam" not in set(now.meetings["unit_province"])
    assert (first.meetings, first.people, first.directives) == (
        second.meetings,
        second.people,
        second.directives,
    )


def test_the_command_understands_its_filters(hoinghi, bulletin, tmp_path):
    result = hoinghi(
        *("report", bulletin, "--to", tmp_path, "--from", "2024-01-01", "--until", "31/12/2024"),
        *("--province", "quang nam", "--body", "mat tran to quoc", "--separator", "semicolon"),
    )
    assert result.exit_code == 0, result.stderr
    assert "Thời gian: từ ngày 01/01/2024 đến ngày 31/12/2024" in result.stdout
    assert "Địa bàn: Tỉnh Quảng Nam" in result.stdout
    rows = _csv(tmp_path / "hoi-nghi.csv", ";")
    at = rows[0].index("Tỉnh (khi họp)")
    assert len(rows) > 10
    assert {row[at] for row in rows[1:]} == {"Tỉnh Quảng Nam"}
    assert all(row[0].endswith("/2024") for row in rows[1:])


def test_a_report_of_nothing_writes_all_files_and_says_so(hoinghi, bulletin, tmp_path):
    (tmp_path / "kept.txt").write_text("mine")
    result = hoinghi("report", bulletin, "--to", tmp_path, "--from", "2031-01-01")
    assert result.exit_code == 0, result.stderr
    said = "Không có hội nghị nào trong phạm vi đã chọn"
    assert said in result.stdout
    assert {path.name for path in tmp_path.iterdir()} == FILES | {"kept.txt"}
    assert said in {cell for row in _book(tmp_path / "bao-cao.xlsx")["Tổng quan"] for cell in row}
    assert said in (tmp_path / "bao-cao.html").read_text(encoding="utf-8")
    assert len(_csv(tmp_path / "hoi-nghi.csv")) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--commune", "Tân Thành"], "--commune Tân Thành: "),
        (["--from", "2024-02-01", "--until", "2024-01-01"], "give the days in their order"),
        (["--from", "hôm qua"], "hôm qua"),
        (["--body", "Hội Nông Đân xã"], "did you mean"),
        (["--body", ""], "--body: an empty name"),
        (["--body", "Mặt trận", "--body", " "], "--body: an empty name"),
        (["--province", ""], "--province: an empty name"),
    ],
)
def test_wrong_usage_is_told_in_one_line_with_status_2(
    hoinghi, bulletin, tmp_path, arguments, said
):
    result = hoinghi("report", bulletin, "--to", tmp_path / "new", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not list(tmp_path.glob("new/*"))


def test_a_folder_without_tables_is_told_what_to_do(hoinghi, tmp_path):
    result = hoinghi("report", tmp_path, "--to", tmp_path / "new")
    assert result.exit_code == 2
    assert "name the folder that hoinghi extract wrote" in result.stderr


def test_nothing_that_an_article_says_can_run_in_a_spreadsheet(hoinghi, tmp_path):
    made = Made()
    made.article("one", "x", source="javascript:alert(1)", title=HOSTILE)
    made.meeting("a", "one", name=HOSTILE, venue="@SUM(A1)\0", type="=1+1", village="<r>&</r>")
    made.meeting("b", "two", name="+1", venue="\x01\x1b[31m\ufffe", confidence=0.1)
    made.rows["documents"][1]["source"] = "https://x.example/a?b=<script>&c='\"`"
    made.meeting("c", "three", name="_x000D_ " + "dài " * 10_000)
    made.rows["documents"][2]["source"] = "https://tin.example/bai?so=1&trang=2#3"
    made.person("p", "a", "one", name="-2+3", honorific="\t=x")
    made.body("=cmd|' /C calc'!A0", "one", hosted=["a"])
    out, folder = made.write(tmp_path / "out"), tmp_path / "report"
    result = hoinghi("report", out, "--to", folder)
    assert result.exit_code == 0, result.stderr
    for slug in TITLES:
        for row in _csv(folder / f"{slug}.csv"):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
    book = _book(folder / "bao-cao.xlsx")
    rows = {row[-1]: dict(zip(book["Hội nghị"][0], row, strict=True)) for row in book["Hội nghị"]}
    assert rows["a"]["Tên hội nghị"] == HOSTILE
    assert rows["a"]["Thôn, tổ dân phố"].strip() == "<r>&</r>"
    assert rows["c"]["Tên hội nghị"].startswith("_x000D_ dài")
    assert rows["c"]["Tên hội nghị"].endswith("(đã cắt bớt)")
    assert len(rows["c"]["Tên hội nghị"]) <= 32_767
    assert "\x1b" not in "".join(str(cell) for row in book["Hội nghị"] for cell in row)


def test_articles_that_could_not_be_read_are_told_apart_from_doubts(hoinghi, tmp_path):
    made = Made()
    made.meeting("a", "one")
    for key in ("x", "y", "z"):
        made.article(key, status="failed", error="no text")
    out, page = made.write(tmp_path / "out"), tmp_path / "report" / "bao-cao.html"
    assert hoinghi("report", out, "--to", page.parent).exit_code == 0
    assert "<p>3 bài viết không đọc được. Đề nghị" in page.read_text(encoding="utf-8")
    made.meeting("b", "two", day=None, confidence=0.2)
    made.write(out)
    assert hoinghi("report", out, "--to", page.parent).exit_code == 0
    said = "2 nội dung của 1 hội nghị chưa đủ chắc chắn và 3 bài viết không đọc được."
    assert said in page.read_text(encoding="utf-8")


def test_papers_and_bodies_of_one_name_are_told_apart(tmp_path):
    made = Made()
    for key, office in (("a", "Huyện ủy Phú Ninh"), ("b", "Huyện ủy Núi Thành"), ("c", None)):
        made.meeting(key, key)
        told = {"known": False, "issuer": office, "title": office and f"Kế hoạch của {office}"}
        made.directive(key, "15-KH/HU", **told)
        made.body(key, key, hosted=[key], name="Đảng ủy xã Tân Thành", place=office)
    facts = read_facts(made.write(tmp_path))
    packed = zlib.decompress(base64.b64decode(table(facts.meetings, facts)))
    column = json.loads(packed)["columns"]["directives"]
    told = dict(zip(column["values"], column["titles"], strict=True))
    assert told == {
        "15-KH/HU (Huyện ủy Phú Ninh)": "Kế hoạch của Huyện ủy Phú Ninh",
        "15-KH/HU (Huyện ủy Núi Thành)": "Kế hoạch của Huyện ủy Núi Thành",
        "15-KH/HU (chưa rõ cơ quan ban hành)": None,
    }
    assert sorted(column["lists"]) == [[0], [1], [2]]
    figures = key_figures(facts)
    assert {name for name, _ in figures.top_directives} == set(told)
    assert {name for name, _ in figures.top_bodies} == {
        "Đảng ủy xã Tân Thành (Huyện ủy Phú Ninh)",
        "Đảng ủy xã Tân Thành (Huyện ủy Núi Thành)",
        "Đảng ủy xã Tân Thành (chưa rõ địa bàn)",
    }


def test_the_files_replace_those_of_the_last_report_and_none_is_left_half(hoinghi, tmp_path):
    made = Made()
    made.meeting("a", "one")
    out, folder = made.write(tmp_path / "out"), tmp_path / "report"
    assert hoinghi("report", out, "--to", folder).exit_code == 0
    before = (folder / "hoi-nghi.csv").read_bytes()
    made.meeting("b", "two")
    made.write(out)
    assert hoinghi("report", out, "--to", folder).exit_code == 0
    assert (folder / "hoi-nghi.csv").read_bytes() != before
    assert {path.name for path in folder.iterdir()} == FILES
    assert before.startswith("\ufeff".encode())
    assert before.count(b"\r\n") == 2


def test_a_missing_library_is_told_with_what_to_install(hoinghi, tmp_path, monkeypatch):
    made = Made()
    made.meeting("a", "one")
    out = made.write(tmp_path / "out")
    monkeypatch.delitem(sys.modules, "hoinghi.report.workbook", raising=False)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    result = hoinghi("report", out, "--to", tmp_path / "new")
    assert result.exit_code == 2
    assert "pip install 'hoinghi[report]'" in result.stderr
    assert not (tmp_path / "new").exists()
