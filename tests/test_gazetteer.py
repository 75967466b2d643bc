"""A user's own gazetteer end to end: it extends and overrides what is read, or stops the run."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

import hoinghi
from hoinghi.cli import main
from hoinghi.resources.userlist import read_entries

ROOT = Path(__file__).parents[1]

TEXT = (
    "Chiều 12/6/2023, tại xóm Cây Sung, HTST phối hợp Hội Thầy thuốc trẻ xã Bình Minh, huyện Thăng "
    "Bình, tỉnh Quảng Nam tổ chức lễ ra quân. Ông Trần Văn Mẫu, Điều phối trưởng HTST, và bà "
    "Lê Thị Thử, nghệ nhân Hội Nông dân xã Bình Minh, tham dự.\n"
)
LINES = (
    "type\tname\tvariants\tkind\tlevel\tgrammar",
    "body\tCâu lạc bộ Hưu trí Sông Trà\tHTST\tđoàn thể\txã\t",
    "body\tHội Thầy thuốc trẻ Việt Nam\tHội Thầy thuốc trẻ\tđoàn thể\t\tplace",
    "title\tĐiều phối trưởng",
    "body\t-\tHội Nông dân",
    "place\tThôn Sông Trà, Xã Bình Minh, Huyện Thăng Bình, Tỉnh Quảng Nam\txóm Cây Sung",
)


@pytest.fixture
def gazetteer(tmp_path):
    path = tmp_path / "own.tsv"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "tin.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def table(out, name):
    with (out / "csv" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def hoinghi_extract(article, out, *options):
    arguments = ["extract", str(article), "--out", str(out), *map(str, options)]
    return CliRunner().invoke(main, arguments)


def test_the_command_reads_what_the_list_names(article, gazetteer, tmp_path):
    out = tmp_path / "tables"
    assert hoinghi_extract(article, out, "--gazetteer", gazetteer).exit_code == 0
    bodies = {row["name"]: row for row in table(out, "organizations")}
    assert bodies["Câu lạc bộ Hưu trí Sông Trà"]["kind"] == "đoàn thể"
    assert "Hội Thầy thuốc trẻ Việt Nam xã Bình Minh" in bodies
    assert not any("Nông dân" in name for name in bodies)
    assert ("Trần Văn Mẫu", "Điều phối trưởng", "Câu lạc bộ Hưu trí Sông Trà") in {
        (row["name"], row["title"], row["organization"]) for row in table(out, "positions")
    }
    (village,) = (row for row in table(out, "places") if row["resolved_by"] == "own list")
    assert village["name"].startswith("Thôn Sông Trà, Xã Bình Minh, ")
    assert village["current_name"]


def test_without_the_list_nothing_of_it_is_known(article, tmp_path):
    assert hoinghi_extract(article, tmp_path / "tables").exit_code == 0
    names = {row["name"] for row in table(tmp_path / "tables", "organizations")}
    assert not any("Sông Trà" in name for name in names)
    assert any("Hội Nông dân" in name for name in names)


def test_show_and_python_take_the_same_list(article, gazetteer):
    shown = CliRunner().invoke(main, ["show", str(article), "--gazetteer", str(gazetteer)])
    assert "[TITLE Điều phối trưởng]" in shown.stdout
    tables = hoinghi.extract(TEXT, gazetteer=gazetteer)
    assert "Câu lạc bộ Hưu trí Sông Trà" in set(tables.organizations["name"])


def test_a_list_named_in_the_settings_counts(article, gazetteer, tmp_path, monkeypatch):
    monkeypatch.setenv("HOINGHI_GAZETTEER", str(gazetteer))
    assert hoinghi_extract(article, tmp_path / "tables").exit_code == 0
    names = {row["name"] for row in table(tmp_path / "tables", "organizations")}
    assert "Câu lạc bộ Hưu trí Sông Trà" in names


def test_a_wrong_list_stops_the_run_before_it_begins(article, gazetteer, tmp_path):
    gazetteer.write_text("type\tname\tgrammar\nbody\tHội A\tplaec\n", encoding="utf-8")
    out = tmp_path / "tables"
    result = hoinghi_extract(article, out, "--gazetteer", gazetteer)
    assert result.exit_code == 2
    assert "own.tsv:2: grammar 'plaec' (did you mean place?); write one of" in result.stderr
    assert not (out / "csv").exists()


def test_the_example_of_the_page_is_a_valid_list(tmp_path):
    page = (ROOT / "docs" / "GAZETTEER.md").read_text("utf-8")
    path = tmp_path / "own.tsv"
    path.write_text(page.split("```tsv\n")[1].split("```")[0], encoding="utf-8")
    kinds = [entry.type for entry in read_entries(path)]
    assert kinds == ["body"] * 3 + ["title"] * 2 + ["place"]
