"""The seven sheets of a report, the same in the CSV files, the workbook and the page."""

from __future__ import annotations

from hoinghi.report.columns import BODIES, CHECKS, DIRECTIVES, MEETINGS, PEOPLE, Column
from hoinghi.report.coverage import directive_rows
from hoinghi.report.facts import Facts
from hoinghi.report.lists import body_sheet_rows, check_rows, meeting_sheet_rows, people_rows
from hoinghi.report.pivots import month_sheet, place_sheet
from hoinghi.report.sheet import Sheet, listed

__all__ = ["Column", "Sheet", "sheets"]


def sheets(facts: Facts) -> tuple[Sheet, ...]:
    """Return the sheets in the order of ``TITLES``; they keep their columns without any row.

    The most comes first: who went to most meetings, what was taken up most. Meetings are by day,
    what is to be checked by its reason.
    """
    return (
        listed(MEETINGS, meeting_sheet_rows(facts)),
        listed(PEOPLE, people_rows(facts)),
        listed(DIRECTIVES, directive_rows(facts)),
        listed(BODIES, body_sheet_rows(facts)),
        month_sheet(facts),
        place_sheet(facts),
        listed(CHECKS, check_rows(facts)),
    )
