"""What a TIMEX3 value says about days, hours and parts of the day."""

from __future__ import annotations

import re
from datetime import date

from hoinghi.tables.schemas import Row

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d|XXXX-\d\d-\d\d)(?:T(?:(\d\d)(?::(\d\d))?|([A-Z]{2})))?")
_DAY_PARTS = {"MO": "sáng", "MI": "trưa", "AF": "chiều", "EV": "tối", "NI": "đêm"}


def calendar(when: str | None) -> Row:
    """Return the start, end, time and day part of a TIMEX3 value.

    A value coarser than a day, or without its year, gives no days: a meeting "in March" did not
    start on the first of March.
    """
    first, _, last = (when or "").partition("/")
    row: Row = {
        "start_date": _day(first),
        "end_date": _day(last or first),
        "start_time": None,
        "day_part": None,
    }
    if match := _MOMENT.fullmatch(first):
        _, hour, minute, part = match.groups()
        row["start_time"] = f"{hour}:{minute or '00'}" if hour else None
        row["day_part"] = _DAY_PARTS.get(part)
    return row


def _day(value: str) -> date | None:
    match = _MOMENT.fullmatch(value)
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None
