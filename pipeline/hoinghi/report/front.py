"""The front sheet of the workbook: what the report is about, its key figures, two charts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

import xlsxwriter
from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from hoinghi.report.columns import MONTHS, TITLES
from hoinghi.report.figures import KeyFigures
from hoinghi.report.pivots import kind_name
from hoinghi.report.sheet import Sheet

NAME: Final = "Tổng quan"

_RED: Final = "#9C1C1C"
_FONT: Final[dict[str, object]] = {"font_name": "Arial", "font_size": 10}
_LOOKS: Final[dict[str, dict[str, object]]] = {
    "title": {"bold": True, "font_size": 16, "font_color": _RED},
    "head": {"bold": True, "bottom": 1, "font_color": _RED},
    "right": {"bold": True, "bottom": 1, "font_color": _RED, "align": "right"},
    "plain": {},
    "bold": {"bold": True},
    "value": {"bold": True, "align": "right", "num_format": "#,##0"},
}
_WIDTHS: Final = (42, 26, 4, 30, 14)
_KINDS: Final = 3  # the column in which the table of kinds begins
_CHART: Final = {"width": 520, "height": 300}
_LABELS: Final = 26  # months that have room for their names
_STEPS: Final = 6  # of the axis of meetings
_CHARTS_AT: Final = (0, 3)
_SAYS: Final = "Các trang sau: " + ", ".join(TITLES.values()) + "."

_Cell = tuple[int, str | int, str]


def write_front(
    book: xlsxwriter.Workbook, page: Worksheet, sheets: Sequence[Sheet], figures: KeyFigures
) -> None:
    """Write the front sheet.

    Args:
        book: The workbook, to which formats and charts are added.
        page: The sheet, still empty.
        sheets: The sheets of the report; the chart of months takes its numbers from theirs.
        figures: The key figures.
    """
    forms = {name: book.add_format(_FONT | looks) for name, looks in _LOOKS.items()}
    for at, width in enumerate(_WIDTHS):
        page.set_column(at, at, width)
    head = _heading(figures)
    for row, cells in enumerate((*head, *_tables(figures))):
        _write(page, row, cells, forms)
    first = len(head) + 1
    below = first + max(len(figures.values()), len(figures.kinds)) + 1
    months = _months(book, sheets, figures)
    if months:
        page.insert_chart(below, _CHARTS_AT[0], months, {"description": "Theo tháng"})
    if figures.kinds:
        kinds = _kinds(book, first, len(figures.kinds))
        page.insert_chart(below, _CHARTS_AT[1], kinds, {"description": "Theo loại"})
    page.hide_gridlines(2)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 1)
    page.set_footer("&R&9Trang &P/&N")


def _heading(figures: KeyFigures) -> list[list[_Cell]]:
    says = figures.empty or _SAYS
    lines: list[list[_Cell]] = [[(0, figures.title, "title")]]
    lines += [[(0, line, "plain")] for line in figures.scope]
    return [*lines, [(0, says, "bold" if figures.empty else "plain")], []]


def _tables(figures: KeyFigures) -> list[list[_Cell]]:
    """Return the lines of the key figures with the kinds of meetings beside them."""
    left: list[list[_Cell]] = [[(0, "Số liệu chính", "head"), (1, "", "head")]]
    left += [[(0, name, "plain"), (1, value, "value")] for name, value in figures.values()]
    right: list[list[_Cell]] = []
    if figures.kinds:
        right.append([(_KINDS, "Loại hội nghị", "head"), (_KINDS + 1, "Số hội nghị", "right")])
    for kind, count in figures.kinds:
        right.append([(_KINDS, kind_name(kind), "plain"), (_KINDS + 1, count, "value")])
    nothing: list[_Cell] = []
    return [one + other for one, other in zip_longest(left, right, fillvalue=nothing)]


def _write(page: Worksheet, row: int, cells: list[_Cell], forms: dict[str, Format]) -> None:
    for column, value, form in cells:
        if isinstance(value, int):
            page.write_number(row, column, value, forms[form])
        else:
            page.write_string(row, column, value, forms[form])


def _months(
    book: xlsxwriter.Workbook, sheets: Sequence[Sheet], figures: KeyFigures
) -> Chart | None:
    """Return the chart of meetings by month, drawn from the sheet that counts them."""
    sheet = next(sheet for sheet in sheets if sheet.slug == MONTHS)
    known = len(figures.months)
    if not known:
        return None
    total = len(sheet.columns) - 1
    chart = _chart(book, "column", "Số hội nghị theo tháng")
    chart.add_series(
        {
            "name": "Số hội nghị",
            "categories": [sheet.title, 1, 0, known, 0],
            "values": [sheet.title, 1, total, known, total],
            "fill": {"color": _RED},
            "gap": 40,
        }
    )
    each = math.ceil(known / _LABELS)
    chart.set_x_axis({"num_font": {"size": 8, "rotation": -45}, "interval_unit": each})
    steps = math.ceil(max(count for _, count in figures.months) / _STEPS)
    lines = {"visible": True, "line": {"color": "#DDDDDD"}}
    chart.set_y_axis({"min": 0, "major_unit": steps, "major_gridlines": lines})
    return chart


def _kinds(book: xlsxwriter.Workbook, first: int, count: int) -> Chart:
    """Return the chart of kinds, drawn from the table that begins in the row ``first``."""
    chart = _chart(book, "bar", "Số hội nghị theo loại")
    last = first + count - 1
    chart.add_series(
        {
            "name": "Số hội nghị",
            "categories": [NAME, first, _KINDS, last, _KINDS],
            "values": [NAME, first, _KINDS + 1, last, _KINDS + 1],
            "fill": {"color": _RED},
            "gap": 40,
            "data_labels": {"value": True, "font": {"size": 8}},
        }
    )
    chart.set_y_axis({"reverse": True, "num_font": {"size": 8}})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    return chart


def _chart(book: xlsxwriter.Workbook, kind: str, title: str) -> Chart:
    chart: Chart = book.add_chart({"type": kind})
    chart.set_title({"name": title, "name_font": {"size": 11, "bold": True}})
    chart.set_legend({"none": True})
    chart.set_size(_CHART)
    return chart
