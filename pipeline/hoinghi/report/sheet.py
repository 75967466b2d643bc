"""One sheet of a report, and how rows become one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from hoinghi.report.columns import COLUMNS, TITLES, Column
from hoinghi.report.tables import Row


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of the report.

    Attributes:
        slug: Name of the CSV file without its ending (``hoi-nghi``).
        title: Vietnamese title, at most 31 characters (``Hội nghị``).
        columns: What the columns hold, in order.
        frame: The rows; its columns are the names of ``columns``. Cells hold what ``kind`` says:
            ``str`` (lists are joined already), ``datetime.date``, ``int``, ``float`` from 0 to 1
            (percent); ``None`` where unknown.
        total: Whether the last row adds up the others.
    """

    slug: str
    title: str
    columns: tuple[Column, ...]
    frame: pd.DataFrame
    total: bool = False


def listed(slug: str, rows: Iterable[Row]) -> Sheet:
    """Return the sheet of ``slug`` with these rows."""
    return made(slug, COLUMNS[slug], list(rows))


def made(
    slug: str, columns: Sequence[Column], rows: Sequence[Row], *, total: bool = False
) -> Sheet:
    """Return a sheet with columns of its own; an empty text is an unknown value."""
    cells = {
        column.name: pd.Series([_cell(row.get(column.name)) for row in rows], dtype=object)
        for column in columns
    }
    names = [column.name for column in columns]
    return Sheet(slug, TITLES[slug], tuple(columns), pd.DataFrame(cells, columns=names), total)


def _cell(value: object) -> object:
    return None if value == "" else value
