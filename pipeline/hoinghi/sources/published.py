"""The day that an article was published, read strictly: better unknown than wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

VIETNAM = timezone(timedelta(hours=7))

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\d.{0,40})?")
_DAY_MONTH_YEAR = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/-])")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# The short names of WordPress in Vietnamese ("Th6 13, 2023"), and months of untranslated themes.
_SHORT_MONTH = re.compile(r"(?<!\w)(?:th|thg)\.? ?(\d{1,2})(?!\d)", re.IGNORECASE)
_ENGLISH = re.compile(
    r"(?<!\w)(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![^\W\d_])",
    re.IGNORECASE,
)
_LONGEST = 120
_STRICT = {
    "DATE_ORDER": "DMY",
    "STRICT_PARSING": True,
    "REQUIRE_PARTS": ["day", "month", "year"],
    # Without this, "2 giờ trước" and bare numbers would count from today.
    "PARSERS": ["absolute-time"],
}


@lru_cache(maxsize=4096)
def parse_published(cell: str, *, month_first: bool = False) -> date | None:
    """Return the day in Vietnam that ``cell`` gives, or ``None`` unless it gives one full day.

    Read are ISO 8601 (a time with its zone is brought to UTC+7), day/month/year among other
    words (``Thứ ba, 23/04/2024, 14:30 GMT+7``) and dates in Vietnamese words. Two different
    days, a year of two digits and month-first dates give ``None``; the latter unless
    ``month_first`` says that what surrounds the cell has them (``is_month_first``).
    """
    cell = cell.strip()
    if not cell or len(cell) > _LONGEST:
        return None
    if match := _ISO.fullmatch(cell):
        return _iso_day(cell, match[1])
    if numeric := _DAY_MONTH_YEAR.findall(cell):
        days = {_numeric_day(parts, month_first=month_first) for parts in numeric}
        return days.pop() if len(days) == 1 else None
    if not _YEAR.search(cell):
        return None
    import dateparser  # noqa: PLC0415 - it takes its time, and few days are in words

    language = "en" if _ENGLISH.search(cell) else "vi"
    cell = _SHORT_MONTH.sub(r"tháng \1", cell)
    parsed = dateparser.parse(cell, languages=[language], settings=_STRICT)
    return parsed.date() if parsed else None


def is_month_first(cells: Iterable[str]) -> bool:
    """Tell whether days among ``cells`` are written as in America, month first.

    They are where one can be no other (``4/23/2024``), and none can only have its day first.
    """
    numeric = [parts for cell in cells for parts in _DAY_MONTH_YEAR.findall(cell[:_LONGEST])]
    as_here, as_there = (
        [_numeric_day(parts, month_first=first) is not None for parts in numeric]
        for first in (False, True)
    )
    return all(as_there) and not all(as_here)


def _numeric_day(parts: tuple[str, str, str, str], *, month_first: bool) -> date | None:
    day, _, month, year = parts
    if month_first:
        day, month = month, day
    return _day(int(year), int(month), int(day))


def _iso_day(cell: str, day: str) -> date | None:
    try:
        moment = datetime.fromisoformat(cell)
    except ValueError:
        try:
            return date.fromisoformat(day)
        except ValueError:
            return None
    return day_of(moment)


def day_of(moment: datetime) -> date | None:
    """Return the day in Vietnam; a moment without a zone is taken for one there."""
    try:
        return (moment.astimezone(VIETNAM) if moment.tzinfo else moment).date()
    except OverflowError:  # the last hours of the year 9999
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
