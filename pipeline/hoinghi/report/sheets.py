"""The seven sheets of a report, the same in the CSV files, the workbook and the page."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from hoinghi.report.columns import COLUMNS, PIVOT_TITLES, TITLES, Column
from hoinghi.report.facts import Facts

__all__ = ["COLUMNS", "PIVOT_TITLES", "TITLES", "Column", "Sheet", "sheets"]


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


def sheets(facts: Facts) -> tuple[Sheet, ...]:
    """Return the sheets in the order of ``TITLES``, then the pivot tables; rows may be none."""
    raise NotImplementedError
