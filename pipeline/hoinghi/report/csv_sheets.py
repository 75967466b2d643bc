"""The sheets as CSV files for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from hoinghi.report.sheet import Sheet
from hoinghi.report.vietnamese import number
from hoinghi.sinks import write_rows


def write_sheet(sheet: Sheet, path: Path, *, separator: str = ",") -> None:
    r"""Write one sheet in the form of the tables: UTF-8 with BOM, ``\r\n``, no formulas.

    Days are ``dd/MM/yyyy`` and shares whole per cents, which a Vietnamese spreadsheet reads as
    days and numbers; the first line holds the Vietnamese headings.

    Args:
        sheet: What to write.
        path: The file.
        separator: What stands between cells.

    Raises:
        OutputError: The file cannot be written.
    """
    headings = [column.heading for column in sheet.columns]
    write_rows(path, headings, _lines(sheet), separator=separator)


def _lines(sheet: Sheet) -> Iterator[list[object]]:
    cells = [sheet.frame[column.name].tolist() for column in sheet.columns]
    kinds = [column.kind for column in sheet.columns]
    for row in zip(*cells, strict=True):
        yield [_cell(value, kind) for value, kind in zip(row, kinds, strict=True)]


def _cell(value: object, kind: str) -> object:
    if isinstance(value, date):
        return f"{value:%d/%m/}{value.year:04}"
    if kind == "percent" and isinstance(value, float):
        return f"{number(round(100 * value))}%"
    if isinstance(value, str):
        return value.replace("\0", "")
    return value
