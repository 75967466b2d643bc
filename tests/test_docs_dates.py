"""Every example of docs/DATES.md is run: the page says what the grammar does."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from hoinghi import find_dates

PAGE = (Path(__file__).parents[1] / "docs" / "DATES.md").read_text("utf-8")
NOTHING = "–"


def moment(cell):
    if cell == NOTHING:
        return None
    return datetime.fromisoformat(cell) if "T" in cell else date.fromisoformat(cell)


def examples():
    """Yield example, published and values of every row of the tables."""
    (default,) = re.findall(r"published on \*\*([\d-]+)\*\*", PAGE)
    header = []
    for line in PAGE.splitlines():
        cells = [cell.strip() for cell in line.strip("| ").split(" | ")] if line[:1] == "|" else []
        if line.startswith("| |"):
            cells.insert(0, "")
        if not cells or set(line) <= set("| -"):
            header = header if cells else []
        elif not header:
            header = cells
        else:
            row = dict(zip(header, cells, strict=True))
            values = [] if row["value"] == NOTHING else re.findall(r"`([^`]+)`", row["value"])
            yield row["example"].strip("`"), moment(row.get("published", default)), values


ROWS = list(examples())


@pytest.mark.parametrize(("text", "published", "values"), ROWS)
def test_every_example_has_the_value_that_the_page_says(text, published, values):
    assert [found.value for found in find_dates(text, published=published)] == values


def test_the_page_has_examples_of_everything():
    assert len(ROWS) > 70
    assert sum(not values for _, _, values in ROWS) >= 8
    assert {published is None for _, published, _ in ROWS} == {True, False}


def test_the_code_of_the_page_runs():
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    exec(compile(code, "DATES.md", "exec"), {})  # noqa: S102 - our own text
