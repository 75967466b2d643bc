"""What an expression means: a node of the calendar, its TIMEX3 value and its days."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from typing import NamedTuple

# Counted units of a length, the coarsest first: ((2, "year"), (3, "month")).
Steps = tuple[tuple[int, str], ...]

_FORMS = {
    "month": "{year}-{month}",
    "months": "{year}-{month}/{year}-{last}",
    "quarter": "{year}-Q{number}",
    "half": "{year}-H{number}",
    "season": "{year}-{season}",
    "week": "{year}-W{week}",
    "weekend": "{year}-W{week}-WE",
    "decade": "{decade}",
    "century": "{century}",
    "school": "{year}/{next}",
}
# Years before and after ``year`` that a unit runs over, and months of the parts of a year.
_YEARS = {"decade": (0, 9), "century": (1, 100), "school": (0, 1)}
_MONTHS_EACH = {"quarter": 3, "half": 6}
_SEASON_MONTHS = {"SP": (1, 3), "SU": (4, 6), "FA": (7, 9), "WI": (10, 12)}


class Node(NamedTuple):
    """One point or stretch of the calendar, as far as the words say it.

    ``unit`` is ``day``, ``week``, ``weekend``, ``month``, ``months`` (``month`` to ``last``),
    ``quarter``, ``half``, ``season``, ``year``, ``decade`` or ``century``; ``ordinal`` numbers it.
    Years before our era are negative. ``base`` tells what the ``shift`` counts from
    (``published`` or ``mention``), in units of ``shift_unit``. ``relative``, ``stretch`` and
    ``now`` are counted by ``steps`` and become one of the others. ``direction`` is below zero for
    the past, above for the future where the words say so, ``feast`` tells a feast without a year,
    ``twelve`` an hour whose half of the day is told and reckoned in. ``cycle`` is the place of a
    lunar year among the sixty. ``pick`` is a unit and its number (-1 for the last) inside the
    whole that the rest tells, ``mod`` TIMEX3's; ``pointing`` is "hôm đó", whose day the text alone
    can tell. A tuple, for the grammar makes and changes many of them, and a frozen dataclass is
    five times slower at both.
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
    feast: bool = False
    twelve: bool = False
    steps: Steps = ()
    pick: tuple[str, int] | None = None
    mod: str = ""
    pointing: bool = False


@dataclass(frozen=True, slots=True)
class Expression:
    """Tokens ``start`` to ``end`` (exclusive) and the nodes that they name.

    Two nodes and more are a range or set, whose value runs from the first to the last.
    """

    start: int
    end: int
    nodes: tuple[Node, ...]
    rule: str


def exists(node: Node) -> bool:
    """Return whether the calendar has such a day (29/2 without a year counts as one)."""
    month, day = node.month, node.day
    if month is not None and not 1 <= month <= 12:
        return False
    if month is None or day is None or 1 <= day <= 28:
        return True
    return 1 <= day <= monthrange(node.year or 2000, month)[1]


def clamped(year: int, month: int, day: int) -> int:
    """Return ``day`` or the last day of the month, whichever comes first."""
    return min(day, monthrange(year, month)[1])


def timex(node: Node) -> str:
    """Return the TIMEX3 value; unknown parts are ``X``."""
    year = "XXXX" if node.year is None else f"{abs(node.year):04d}"
    if node.year is not None and node.year < 0:
        return "BC" + (year[:2] if node.unit == "century" else year)
    if node.unit == "day":
        return _day(year, node) + _clock(node)
    if node.unit == "year":
        return year
    if node.unit == "season" and not node.season:
        return year  # a rainy or dry season is a part of the year without a sign of its own
    return _FORMS.get(node.unit, "{year}").format(
        year=year,
        next="XXXX" if node.year is None else f"{node.year + 1:04d}",
        month=_two(node.month),
        last=_two(node.last),
        number=node.ordinal,
        week=_two(node.ordinal),
        season=node.season,
        decade=year[:3],
        century=year[:2],
    )


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


@lru_cache(maxsize=4096)  # asked several times of every node
def bounds(node: Node) -> tuple[date | None, date | None]:
    """Return the first and last day meant, or two ``None`` where the year is unknown."""
    year = node.year
    if year is None or not MINYEAR <= year <= MAXYEAR - 1:
        return None, None
    if not exists(node):
        return None, None
    if node.unit == "day":
        day = date(year, node.month, node.day) if node.month and node.day else None
        return day, day
    if node.unit in {"week", "weekend"}:
        monday, sunday = _week(year, node.ordinal or 1)
        weekend = sunday - timedelta(days=1) if sunday else None
        return (weekend if node.unit == "weekend" else monday), sunday
    if node.unit in _YEARS:
        before, after = _YEARS[node.unit]
        return date(year + before, 1, 1), date(min(MAXYEAR, year + after), 12, 31)
    first, last = _months(node)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _week(year: int, number: int) -> tuple[date | None, date | None]:
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:  # a week 53 that the year does not have
        return None, None
    return monday, monday + timedelta(days=6)


def _months(node: Node) -> tuple[int, int]:
    """Return the first and last month of a unit within its year."""
    if node.unit in _MONTHS_EACH:
        each = _MONTHS_EACH[node.unit]
        ordinal = node.ordinal or 1
        return each * (ordinal - 1) + 1, each * ordinal
    if node.unit == "season":
        return _SEASON_MONTHS.get(node.season, (1, 12))
    first = node.month or 1
    last = node.last if node.unit == "months" else node.month
    return first, last or 12


def grain(node: Node) -> str:
    """Return the finest unit that the words give."""
    if node.minute is not None:
        return "minute" if node.second is None else "second"
    if node.hour is not None:
        return "hour"
    if node.part:
        return "day part"
    return {"half": "half-year", "months": "month"}.get(node.unit, node.unit)


def pick(whole: Node, unit: str, number: int) -> Node | None:
    """Return the unit of that ``number`` (-1 for the last) that starts inside ``whole``.

    ``unit`` is ``day``, ``week``, ``month``, ``quarter`` or the number of a weekday; a week
    belongs to the month or year that its Monday lies in. None where there is no such unit.
    """
    first, last = bounds(whole)
    if first is None or last is None:
        return None
    if unit in {"month", "quarter"}:
        month = _at(range(first.month, last.month + 1, _MONTHS_EACH.get(unit, 1)), number)
        node = Node("month", year=first.year, month=month)
        if unit == "quarter" and month:
            node = Node("quarter", year=first.year, ordinal=(month + 2) // 3)
        return node if month else None
    every = 1 if unit == "day" else 7
    ahead = 0 if unit == "day" else (int(unit if unit != "week" else 1) - first.isoweekday()) % 7
    found = _at(range(first.toordinal() + ahead, last.toordinal() + 1, every), number)
    if found is None:
        return None
    day = date.fromordinal(found)
    year, week, _ = day.isocalendar()
    if unit == "week":
        return Node("week", year=year, ordinal=week)
    return Node("day", year=day.year, month=day.month, day=day.day)


def _at(places: range, number: int) -> int | None:
    """Return the ``number``-th of ``places``, counted from 1, or from the end below 0."""
    return places[number - (number > 0)] if abs(number) <= len(places) else None
