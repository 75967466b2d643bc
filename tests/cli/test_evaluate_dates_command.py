import json
from pathlib import Path

import pytest

DATA = Path(__file__).parent.parent / "data" / "dates.jsonl"
ROW = {
    "source": "thử",
    "text": "ngày 5/6/2024",
    "reference": "2024-06-10",
    "value": "2024-06-05",
    "grain": "day",
    "kind": "point",
    "convention": False,
}


@pytest.fixture
def cases(tmp_path):
    """Write rows that differ from ROW as told and return their file."""

    def write(*changes):
        path = tmp_path / "cases.jsonl"
        lines = (json.dumps({**ROW, **change}, ensure_ascii=False) for change in changes)
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


def columns(result, name):
    """Return the figures of the line ``name``: rows, then those of each reader."""
    (line,) = (line for line in result.stdout.splitlines() if name in line)
    return [cell.split() for cell in line.split("│")[2:-1]]


def test_our_own_cases_are_all_right_beside_what_dateparser_makes_of_them(hoinghi, tmp_path):
    target = tmp_path / "figures.json"
    result = hoinghi("evaluate-dates", DATA, "--errors", "--json", target)
    assert result.exit_code == 0
    assert "should be" not in result.stdout
    rows = str(len(DATA.read_text("utf-8").splitlines()))
    (count,), ours, parse, search = columns(result, " total ")
    assert (count, ours) == (rows, [rows, "0", "0", "100.0"])
    assert float(parse[-1]) < 90
    assert float(search[-1]) < 90
    (_, ours, _, search) = columns(result, "negatives kept empty")
    assert (ours[1], search[1] != "0") == ("0", True)
    figures = json.loads(target.read_text("utf-8"))
    assert figures["rows.total.hoinghi.share"] == 1.0
    assert figures["rows.clock.dateparser.search.wrong"] > 0
    assert figures["conventions.total.hoinghi.rows"] == 0


def test_conventions_are_counted_apart_and_listed_last(hoinghi, cases):
    path = cases(
        {"convention": True, "value": "2024-06-06"},
        {"value": "2024-06-07"},
        {"text": "sắp tới"},
        {"source": "[red]khác"},
    )
    result = hoinghi("evaluate-dates", path, "--errors")
    assert result.stdout.count("total") == 2
    assert columns(result, "[red]khác")[1] == ["1", "0", "0", "100.0"]
    slips = [line for line in result.stdout.splitlines() if "should be" in line]
    assert slips == [
        f"wrong {path}:2 thử: 'ngày 5/6/2024' on 2024-06-10: 2024-06-05, should be 2024-06-07",
        f"none {path}:3 thử: 'sắp tới' on 2024-06-10: no answer, should be 2024-06-05",
        f"wrong {path}:1 thử (convention): 'ngày 5/6/2024' on 2024-06-10: 2024-06-05, "
        "should be 2024-06-06",
    ]
    assert "should be" not in hoinghi("evaluate-dates", path).stdout


def test_a_bad_row_is_named(hoinghi, cases):
    path = cases({}, {"value": None})
    result = hoinghi("evaluate-dates", path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Error: {path}:2: value and kind do not agree")
