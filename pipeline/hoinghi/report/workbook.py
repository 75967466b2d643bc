"""The sheets as one workbook: real days and numbers, links to pages, nothing that can run."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlsplit

import xlsxwriter
from xlsxwriter.exceptions import XlsxFileError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from hoinghi.report.columns import PRINTED, Column
from hoinghi.report.figures import KeyFigures
from hoinghi.report.front import NAME, write_front
from hoinghi.report.sheet import Sheet

LONGEST: Final = 32_767
"""Characters that a cell of a workbook holds at most."""

CUT: Final = " … (đã cắt bớt)"
"""What ends a cell that held more."""

_MOST_LINKS: Final = 65_000  # of one sheet; the format allows 65,530
_LONGEST_LINK: Final = 2_000  # the format allows 2,079
_LINES: Final = 4  # a row shows so many lines; the others are read in the cell itself
_LINE: Final = 13  # points
_WRAPPED: Final = 16  # characters; columns from this width on break their lines
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_LINKED = re.compile(r"https?://[^\s\\<>\"^`{|}\[\]]+", re.IGNORECASE)
_SAFE: Final = ":/?#@!$&'()*+,;=%~-._"
_OPTIONS: Final = {
    "constant_memory": True,  # rows go to the disk as they come
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


def write_workbook(sheets: Sequence[Sheet], figures: KeyFigures, path: Path) -> None:
    """Write ``bao-cao.xlsx``.

    Args:
        sheets: The tables of the report.
        figures: What the front sheet shows.
        path: The file.

    Raises:
        OSError: The file cannot be written.
    """
    try:
        _fill(path, sheets, figures)
    except XlsxFileError as error:
        raise OSError(str(error)) from error


def _fill(path: Path, sheets: Sequence[Sheet], figures: KeyFigures) -> None:
    with xlsxwriter.Workbook(str(path), _OPTIONS) as book:
        book.set_properties({"title": figures.title, "comments": "\n".join(figures.scope)})
        forms = _forms(book)
        front = book.add_worksheet(NAME)
        pages = [book.add_worksheet(sheet.title) for sheet in sheets]
        write_front(book, front, sheets, figures)
        for sheet, page in zip(sheets, pages, strict=True):
            _set_up(page, sheet)
            _write(page, sheet, forms)


def clean(text: str) -> str:
    """Return ``text`` as a cell can hold it: no characters that XML forbids, not too long."""
    if len(text) <= LONGEST // 2 and text.isprintable() and not text.startswith("<r>"):
        return text  # as nearly all
    plain = _FORBIDDEN.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")
    if len(plain.encode("utf-16-le")) // 2 > LONGEST:
        kept = plain.encode("utf-16-le")[: 2 * (LONGEST - len(CUT))]
        plain = kept.decode("utf-16-le", "ignore") + CUT
    # The writer takes such a cell for a fragment of the file itself.
    return f" {plain}" if plain.startswith("<r>") else plain


def link(text: str) -> str | None:
    """Return the address that a source is, if it is one of the web, made safe for a workbook."""
    if not _LINKED.fullmatch(text):
        return None
    try:
        if not urlsplit(text).hostname:
            return None
    except ValueError:
        return None
    address = quote(text, safe=_SAFE)
    return address if len(address) <= _LONGEST_LINK else None


def _forms(book: xlsxwriter.Workbook) -> dict[str, Format]:
    """Return the formats of cells by kind of column, and for the line of sums with ``+``."""
    numbers = {"date": "dd/mm/yyyy", "integer": "#,##0", "percent": "0%"}
    forms = {}
    for kind in ("text", "wrapped", "date", "integer", "percent", "link"):
        looks: dict[str, Any] = {"valign": "top", "font_name": "Arial", "font_size": 10}
        looks |= {"bottom": 1, "bottom_color": "#DDDDDD"}
        looks |= {"num_format": numbers[kind]} if kind in numbers else {}
        looks |= {"text_wrap": True} if kind == "wrapped" else {}
        looks |= {"font_color": "#0B5394", "underline": 1} if kind == "link" else {}
        looks |= {"align": "center"} if kind in numbers else {}
        forms[kind] = book.add_format(looks)
        forms[f"{kind}+"] = book.add_format(looks | {"bold": True, "top": 1})
    head = {
        "bold": True,
        "text_wrap": True,
        "valign": "vcenter",
        "align": "center",
        "font_name": "Arial",
    }
    head |= {"font_size": 10, "bg_color": "#9C1C1C", "font_color": "#FFFFFF", "border": 1}
    forms["head"] = book.add_format(head)
    return forms


def _set_up(page: Worksheet, sheet: Sheet) -> None:
    """Set widths, the heading that stays, filters, and how the sheet is printed."""
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width)
    last = len(sheet.frame) - (1 if sheet.total else 0)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(last, 1), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    printed = PRINTED.get(sheet.slug, len(sheet.columns))
    page.print_area(0, 0, max(len(sheet.frame), 1), printed - 1)
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    page.set_header(f"&L&10{sheet.title}")
    page.set_footer("&R&9Trang &P/&N")


def _write(page: Worksheet, sheet: Sheet, forms: dict[str, Format]) -> None:
    page.set_row(0, 3 * _LINE + 2)
    for at, column in enumerate(sheet.columns):
        page.write_string(0, at, clean(column.heading), forms["head"])
    links, last = 0, len(sheet.frame)
    kinds = [_form(column) for column in sheet.columns]
    looks = [forms[kind] for kind in kinds]
    wrapped = [(at, sheet.columns[at].width) for at, kind in enumerate(kinds) if kind == "wrapped"]
    linked = {at for at, column in enumerate(sheet.columns) if column.kind == "link"}
    base = forms["text"]  # also how unknown cells look
    for number, cells in enumerate(_rows(sheet), 1):
        if sheet.total and number == last:
            looks, base = [forms[f"{kind}+"] for kind in kinds], forms["text+"]
        page.set_row(number, _LINE * _height(cells, wrapped) + 2, base)
        for at, value in enumerate(cells):
            if value is None:
                continue
            address = link(str(value)) if at in linked and links < _MOST_LINKS else None
            if address is None:
                _write_cell(page, (number, at), value, looks[at])
            else:
                links += 1
                page.write_url(number, at, address, forms["link"], str(value))


def _rows(sheet: Sheet) -> Iterator[list[object]]:
    columns = [sheet.frame[column.name].tolist() for column in sheet.columns]
    for row in zip(*columns, strict=True):
        yield [clean(value) if isinstance(value, str) else value for value in row]


def _form(column: Column) -> str:
    if column.kind == "text" and column.width >= _WRAPPED:
        return "wrapped"
    return "text" if column.kind == "link" else column.kind


def _write_cell(page: Worksheet, place: tuple[int, int], value: object, form: Format) -> None:
    row, column = place
    if isinstance(value, str):
        page.write_string(row, column, value, form)
    elif isinstance(value, int | float):
        page.write_number(row, column, value, form)
    elif isinstance(value, date) and value.year >= 1900:
        page.write_datetime(row, column, value, form)
    elif isinstance(value, date):  # the calendar of workbooks begins later
        page.write_string(row, column, f"{value:%d/%m/}{value.year:04}", form)


def _height(cells: Sequence[object], wrapped: Sequence[tuple[int, int]]) -> int:
    """Return how many lines a row shows; ``wrapped`` are columns that break lines, and widths."""
    most = 1
    for at, width in wrapped:
        value = cells[at]
        if isinstance(value, str) and (len(value) > width or "\n" in value):
            most = max(most, math.ceil(len(value) / width), value.count("\n") + 1)
    return min(most, _LINES)
