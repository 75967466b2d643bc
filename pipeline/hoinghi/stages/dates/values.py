"""What an expression means: a node of the calendar, its TIMEX3 value and its days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

_SEASON_MONTHS = {"SP": (1, 3), "SU": (4, 6), "FA": (7, 9), "WI": (10, 12)}


class Node(NamedTuple):
    """One point or stretch of the calendar, as far as the words say it.

    ``unit`` is ``day``, ``week``, ``month``, ``months`` (``month`` to ``last``), ``quarter``,
    ``half``, ``season``, ``year``, ``decade`` or ``century``; ``ordinal`` numbers it. ``base``
    tells what the ``shift`` counts from (``published`` or ``mention``), in units of
    ``shift_unit``. ``direction`` is -1 for the past and 1 for the future where the words say so.
    ``cycle`` is the place of a lunar year among the sixty. A tuple, for the grammar makes and
    changes many of them, and a frozen dataclass is five times slower at both.
    """

    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    ordinal: int | None = None
    last: int | None = None
    season: str = ""
    weekday: int | None = None
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    base: str = ""
    shift: int = 0
    shift_unit: str = ""
    direction: int = 0
    lunar: bool = False
    cycle: int | None = None
    recurring: bool = False


def exists(node: Node) -> bool:
    """Return whether the calendar has such a day (29/2 without a year counts as one)."""
    if node.month is not None and not 1 <= node.month <= 12:
        return False
    if node.day is None or node.month is None:
        return True
    return 1 <= node.day <= monthrange(node.year or 2000, node.month)[1]


def timex(node: Node) -> str:
    """Return the TIMEX3 value; unknown parts are ``X``."""
    year = "XXXX" if node.year is None else f"{node.year:04d}"
    match node.unit:
        case "day":
            return _day(year, node) + _clock(node)
        case "month":
            return f"{year}-{_two(node.month)}"
        case "months":
            return f"{year}-{_two(node.month)}/{year}-{_two(node.last)}"
        case "quarter":
            return f"{year}-Q{node.ordinal}"
        case "half":
            return f"{year}-H{node.ordinal}"
        case "season":
            return f"{year}-{node.season}" if node.season else year
        case "week":
            return f"{year}-W{_two(node.ordinal)}"
        case "decade":
            return year[:3]
        case "century":
            return year[:2]
        case "school":
            return year if node.year is None else f"{year}/{node.year + 1:04d}"
    return year


def _two(number: int | None) -> str:
    return "XX" if number is None else f"{number:02d}"


def _day(year: str, node: Node) -> str:
    if node.month is None and node.day is None and node.weekday is not None:
        return f"XXXX-WXX-{node.weekday}"
    return f"{year}-{_two(node.month)}-{_two(node.day)}"


def _clock(node: Node) -> str:
    if node.hour is None:
        return f"T{node.part}" if node.part else ""
    seconds = "" if node.second is None else f":{node.second:02d}"
    return f"T{node.hour:02d}:{node.minute or 0:02d}{seconds}"


def bounds(node: Node) -> tuple[date | None, date | None]:
    """Return the first and last day meant, or two ``None`` where the year is unknown."""
    year = node.year
    if year is None or not 1 <= year <= 9999:
        return None, None
    match node.unit:
        case "day":
            if node.month is None or node.day is None:
                return None, None
            day = date(year, node.month, node.day)
            return day, day
        case "week":
            monday = date.fromisocalendar(year, node.ordinal or 1, 1)
            return monday, monday + timedelta(days=6)
        case "decade":
            return date(year, 1, 1), date(year + 9, 12, 31)
        case "century":
            return date(max(1, year + 1), 1, 1), date(min(9999, year + 100), 12, 31)
        case "school":
            return date(year, 1, 1), date(min(9999, year + 1), 12, 31)
    first, last = _months(node)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _months(node: Node) -> tuple[int, int]:
    ordinal = node.ordinal or 1
    match node.unit:
        case "month":
            return node.month or 1, node.month or 12
        case "months":
            return node.month or 1, node.last or 12
        case "quarter":
            return 3 * ordinal - 2, 3 * ordinal
        case "half":
            return 6 * ordinal - 5, 6 * ordinal
        case "season":
            return _SEASON_MONTHS.get(node.season, (1, 12))
    return 1, 12


def grain(node: Node) -> str:
    """Return the finest unit that the words give."""
    if node.minute is not None:
        return "minute"
    if node.hour is not None:
        return "hour"
    if node.part:
        return "day part"
    return {"half": "half-year", "months": "month"}.get(node.unit, node.unit)
