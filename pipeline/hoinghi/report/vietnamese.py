"""Numbers, shares and days as they are written in Vietnamese."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import Final

_PADDED: Final = (1, 2)  # months; a 1 before them would make another month
_ROMAN: Final = ("", "I", "II", "III", "IV")
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)(?:T.*)?")
_MONTH = re.compile(r"(\d{4}|XXXX)-(\d\d)")
_FULL_MONTH = re.compile(r"\d{4}-\d\d")
_OTHER = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|W(\d\d)(?:-WE)?))?")
_NO_YEAR = ", chưa rõ năm"


def number(value: int) -> str:
    """Return ``value`` with dots between thousands: ``1.234``."""
    return f"{value:,}".replace(",", ".")


def percent(share: float) -> str:
    """Return a share from 0 to 1 with at most one decimal: ``45,6%``."""
    text = f"{100 * share:.1f}".removesuffix(".0").replace(".", ",")
    return f"{text}%"


def day(value: date) -> str:
    """Return a day as offices write it (Decree 30/2020): ``23/4/2024``, ``05/02/2024``.

    Days below 10 and the months 1 and 2 have a zero, other months have none.
    """
    return f"{value.day:02}/{_month(value.month)}/{value.year}"


def month(value: str) -> str:
    """Return the month ``2024-05`` as ``5/2024``, 2024-02 as ``02/2024``; see ``day``."""
    year, _, number_ = value.partition("-")
    return f"{_month(int(number_))}/{year}"


def _month(value: int) -> str:
    return f"{value:02}" if value in _PADDED else str(value)


def shortened(names: Sequence[str], most: int, noun: str) -> str:
    """Return ``names`` joined by semicolons, at most ``most`` of them.

    Args:
        names: Any names.
        most: How many are named; the others are counted.
        noun: What the others are: ``và 25 xã khác``.
    """
    if len(names) <= most:
        return "; ".join(names)
    return f"{'; '.join(names[:most])}; và {number(len(names) - most)} {noun} khác"


def month_of(when: str | None) -> tuple[date, date] | None:
    """Return the first and last day of the month that a TIMEX3 value is, if it is one."""
    if not when or not _FULL_MONTH.fullmatch(when):
        return None
    year, month_ = int(when[:4]), int(when[5:])
    if not (year and 1 <= month_ <= 12):
        return None
    return date(year, month_, 1), date(year, month_, monthrange(year, month_)[1])


def when_text(when: str | None) -> str | None:
    """Return what a TIMEX3 value that is no full day says: ``tháng 5/2024``.

    ``None`` where it says nothing that can be told in words.
    """
    first, _, last = (when or "").partition("/")
    start, end = _moment(first), _moment(last)
    if start and end:
        start = start.removesuffix(_NO_YEAR) if end.endswith(_NO_YEAR) else start
        return f"từ {start} đến {end}"
    return start


def _moment(value: str) -> str | None:
    if found := _DAY.fullmatch(value):
        year, month_, day_ = found.groups()
        text = f"{day_}/{_month(int(month_))}"
        return f"{text}{_NO_YEAR}" if year == "XXXX" else f"{text}/{year}"
    if found := _MONTH.fullmatch(value):
        year, month_ = found.groups()
        return f"tháng {_month(int(month_))}" + (_NO_YEAR if year == "XXXX" else f"/{year}")
    if found := _OTHER.fullmatch(value):
        year, quarter, half, week = found.groups()
        if quarter:
            return f"quý {_ROMAN[int(quarter)]}/{year}"
        if half:
            return f"6 tháng {'đầu' if half == '1' else 'cuối'} năm {year}"
        return f"tuần {int(week)} năm {year}" if week else f"năm {year}"
    return None
