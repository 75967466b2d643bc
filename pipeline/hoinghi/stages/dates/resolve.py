"""Places nodes on the calendar: missing years, deictic and anaphoric days, lunar days.

The order of the guidelines (ruling 5): another date of the same event in the article, then the
day of publication, else unknown.
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

from hoinghi.stages.dates import lunar
from hoinghi.stages.dates.context import Context
from hoinghi.stages.dates.relative import placed
from hoinghi.stages.dates.values import Node, bounds, exists, pick


def resolve(node: Node, known: Context) -> tuple[Node, str] | None:
    """Return ``node`` on the calendar and where the missing parts came from.

    The second value is ``text``, ``published`` or ``none``. None stands for no such day.
    """
    if not node.pick:
        return _placed(node, known)
    whole = _placed(node._replace(pick=None), known)
    chosen = pick(whole[0], *node.pick) if whole else None
    return (chosen, whole[1]) if whole and chosen else None


def _placed(node: Node, known: Context) -> tuple[Node, str] | None:
    if node.year is not None and node.unit in {"day", "month"} and 0 <= node.year < 100:
        node = node._replace(year=_full_year(node.year, known))
    if node.lunar or (node.cycle is not None and node.year is None):
        return _lunar(node, known)
    if node.base == "mention" or (_timed(node) and not node.base and node.weekday is None):
        return _mentioned(node, known)
    if node.base:
        return _counted(node, known)
    if node.unit == "day" and node.day is None and node.weekday is not None:
        return (node, "text") if node.recurring else _weekday(node, known)
    if node.year is None and not node.recurring:
        return _with_year(node, known)
    return (node, "text") if exists(node) else None


def _timed(node: Node) -> bool:
    return node.unit == "day" and node.day is None and node.month is None


# How far ahead a year of two figures may lie, and the year to count from in an undated text.
_AHEAD, _UNDATED = 20, 2025


def _full_year(short: int, known: Context) -> int:
    """Return the latest year of those two figures up to ``_AHEAD`` years after the article."""
    pivot = (known.today.year if known.today else _UNDATED) + _AHEAD
    return pivot - (pivot - short) % 100


def _on(node: Node, day: date) -> Node:
    return node._replace(year=day.year, month=day.month, day=day.day, base="")


def _add(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _mentioned(node: Node, known: Context) -> tuple[Node, str] | None:
    """Place a node on the day last spoken of, or on the day of publication."""
    last = known.antecedent(node)
    if last is not None and last.month is not None and last.day is not None:
        placed = node._replace(year=last.year, month=last.month, day=last.day, base="")
        day = bounds(placed)[0] or date(2000, last.month, last.day)
        moved = _add(day, node.shift) or day
        placed = placed._replace(month=moved.month, day=moved.day)
        return (placed._replace(year=moved.year) if last.year else placed), "text"
    if known.published and node.shift == 0 and not node.pointing:
        return _on(node, known.published), "published"
    return None


def _counted(node: Node, known: Context) -> tuple[Node, str] | None:
    """Place a node that counts from the day of publication."""
    today = known.today
    if today is None:
        return None if node.unit in _COUNTED else (node._replace(base=""), "none")
    found = placed(node, today, known.clock) if node.unit in _COUNTED else _shift(node, today)
    return (found, known.origin) if found and exists(found) else None


_COUNTED = frozenset({"relative", "stretch", "now"})


def _shift(node: Node, today: date) -> Node | None:
    """Move ``today`` by the shift of ``node``, in the unit that the words count in."""
    by, year = node.shift, today.year
    match node.shift_unit:
        case "day":
            day = _add(today, by)
            return _on(node, day) if day else None
        case "weekday":
            return _near_weekday(node, today)
        case "week":
            return _week(node, today)
        case "month":
            year, months = divmod(12 * year + today.month - 1 + by, 12)
            node = node._replace(month=months + 1)
        case "century":
            year = 100 * (year // 100 + by) + (node.year or 0)
        case "quarter":
            year, quarters = divmod(4 * year + (today.month - 1) // 3 + by, 4)
            node = node._replace(ordinal=quarters + 1)
        case _:
            year += by - int(node.unit == "school" and today.month < _SCHOOL_STARTS)
    return node._replace(year=year, base="") if MINYEAR <= year < MAXYEAR else None


# The month that a school year is reckoned from.
_SCHOOL_STARTS = 8


def _week(node: Node, today: date) -> Node | None:
    day = _add(today, 7 * node.shift + (node.weekday or 1) - 1 - today.weekday())
    if day is None or node.weekday:
        return _on(node, day) if day else None
    year, number, _ = day.isocalendar()
    return node._replace(year=year, ordinal=number, base="")


def _near_weekday(node: Node, today: date) -> Node | None:
    """Place ``thứ Hai tới`` after today, ``Chủ nhật này`` in this week, ``rồi`` before."""
    ahead = (node.weekday or 1) - today.isoweekday()
    if node.shift > 0:
        ahead = ahead if ahead > 0 else ahead + 7
    elif node.shift < 0:
        ahead = ahead if ahead < 0 else ahead - 7
    day = _add(today, ahead)
    return _on(node, day) if day else None


def _weekday(node: Node, known: Context) -> tuple[Node, str]:
    """Place a bare weekday on a day told before, else on its last occurrence, today included."""
    told = known.weekday(node.weekday or 1)
    if told is not None:
        return _on(node, told), "text"
    if known.today is None:
        return node, "none"
    ahead = (node.weekday or 1) - known.today.isoweekday()
    day = _add(known.today, ahead if ahead <= 0 else ahead - 7)
    return (_on(node, day), known.origin) if day else (node, "none")


def _with_year(node: Node, known: Context) -> tuple[Node, str] | None:
    """Find the year, and for a lone day number the month, that the words leave out."""
    if not exists(node):
        return None
    if node.unit == "day" and node.month is None:
        return _with_month(node, known)
    told = _told_year(node, known) if not node.direction else None
    if told is not None:
        return node._replace(year=told), "text"
    today = known.today
    if today is None:
        return node, "none"
    if node.feast:
        days = [node._replace(year=y) for y in _around(today)]
        return min(days, key=lambda p: _feast_rank(bounds(p)[0], today)), known.origin
    years = _candidates(node, today)
    best = min(years, key=lambda p: _distance(p, today), default=None)
    return (best, known.origin) if best else None


def _told_year(node: Node, known: Context) -> int | None:
    """Return the year that the article gives that day, or the history that it tells that month."""
    if node.unit == "day":
        year = known.dated.get((node.month or 0, node.day or 0))
        return known.past_year if year is None else year
    if known.past_year is not None:
        return known.past_year
    told = known.history
    if told is None or node.unit != "month" or (told.month or 0) > (node.month or 0):
        return None
    return told.year


def _with_month(node: Node, known: Context) -> tuple[Node, str] | None:
    last = known.near or known.last or known.aside
    if last is None or last.month is None:
        return _near_day(node, known)
    placed = node._replace(month=last.month, year=last.year)
    return (placed, "text") if exists(placed) else None


def _near_day(node: Node, known: Context) -> tuple[Node, str] | None:
    """Place a day whose month nothing tells in the month that has it nearest to publication."""
    today = known.today
    if today is None:
        return None
    days = []
    for months in (-1, 0, 1):
        year, month = divmod(12 * today.year + today.month - 1 + months, 12)
        one = node._replace(year=year, month=month + 1)
        day = bounds(one)[0] if exists(one) else None
        if day and (not node.direction or (day > today) == (node.direction > 0)):
            days.append((abs((day - today).days), one))
    return (min(days)[1], known.origin) if days else None


# A day of the next year, and a day or month of the last, lie this near (in days) if no word puts
# them there; what lies farther off is told with its year.
_SOON, _LATELY = 45, 100


def _candidates(node: Node, today: date) -> list[Node]:
    """Return ``node`` in the years it may be of, this year unless New Year is near."""
    whole = bool(node.direction or node.weekday or node.unit not in {"day", "month"})
    found: list[Node] = []
    far: list[Node] = []
    for year in (today.year, today.year - 1, today.year + 1):
        one = node._replace(year=year)
        first = bounds(one)[0]
        if first is None:
            continue
        ahead = (first - today).days
        soon = node.unit == "day" and ahead <= _SOON
        told = node.part is not None or node.hour is not None  # what had a time has happened
        lately = told or -ahead <= _LATELY
        near = year == today.year or whole or (soon if ahead > 0 else lately)
        (found if near else far).append(one)
    return found or far  # 29 February is not in every year


# A feast is this year's, unless the last has just been or the next is at hand (in days).
_JUST_PAST = 30


def _feast_rank(day: date | None, today: date) -> tuple[int, int]:
    """Rank the years of a feast that the words leave out."""
    if day is None:
        return 3, 0
    ahead = (day - today).days
    if -_JUST_PAST <= ahead <= _SOON:
        return 0, abs(ahead)
    return (1 if day.year == today.year else 2), abs(ahead)


def _gap(day: date, today: date) -> int:
    """Return how far off ``day`` is; news looks back: days to come count half as much again."""
    days = (day - today).days
    return 3 * days // 2 if days > 0 else -days


# What a day costs, in days, that lies on the other side of publication than the words say; and how
# near to publication a day must lie for its weekday to be a slip of the writer's.
_AGAINST, _SLIP = 200, 14


def _distance(node: Node, today: date) -> tuple[int, int]:
    """Rank a candidate: the weekday that the text names must fit, then nearness counts."""
    first, last = bounds(node)
    if first is None or last is None:
        return 1, 0
    wrong = int(node.weekday is not None and first.isoweekday() != node.weekday)
    if node.unit in {"quarter", "half", "months"}:
        return wrong, abs((node.year or 0) - today.year)
    if first <= today <= last:
        return wrong, 0
    gap = _gap(first, today) if first > today else _gap(last, today)
    if node.direction and (first > today) != (node.direction > 0):
        gap += _AGAINST * abs(node.direction)
    return wrong and int(gap > _SLIP), gap


def _lunar(node: Node, known: Context) -> tuple[Node, str] | None:
    """Place a lunar day or year on the Gregorian calendar; None where it cannot be known."""
    today = known.today
    year, origin = node.year, "text"
    if year is None and node.base and today:
        year = today.year + node.shift
    if year is None and node.cycle is not None:
        year = lunar.year_of_cycle(node.cycle, today.year) if today else None
    if not node.lunar:
        return (node._replace(year=year), origin) if year else None
    if year is None and today is None:
        return None
    if node.unit != "day" or node.month is None or node.day is None:
        return None  # a lunar month is no month of TIMEX3
    years = [year] if year is not None else _around(today)
    days = [d for y in years if (d := _solar(y, node))]
    if not days:
        return None
    if node.feast and today:
        best = min(days, key=lambda d: _feast_rank(d, today))
    else:
        best = min(days, key=lambda d: _gap(d, today) if today else 0)
    return _on(node, best)._replace(lunar=False), "text" if node.year else "published"


def _solar(year: int, node: Node) -> date | None:
    """Return the solar day of a lunar one; New Year's Eve is the 29th or 30th."""
    month, day = node.month or 1, node.day or 1
    found = lunar.to_solar(year, month, day)
    return found or (lunar.to_solar(year, month, 29) if node.feast and day == 30 else None)


def _around(today: date | None) -> list[int]:
    return [today.year - 1, today.year, today.year + 1] if today else []
