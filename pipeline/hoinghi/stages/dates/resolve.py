"""Places nodes on the calendar: missing years, deictic and anaphoric days, lunar days.

The order of the guidelines (ruling 5): another date of the same event in the article, then the
day of publication, else unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from hoinghi.stages.dates import lunar
from hoinghi.stages.dates.relative import shifted_by
from hoinghi.stages.dates.values import Node, bounds, exists

# A day further from publication than this is history, and "cùng ngày" does not mean it.
_NEWS_DAYS = 60


@dataclass(slots=True)
class Context:
    """What is known while an article is read from top to bottom.

    ``dated`` maps (month, day) to the year that the article itself gives it; ``last`` is the day
    last spoken of.
    """

    published: date | None
    dated: dict[tuple[int, int], int] = field(default_factory=dict)
    years: list[date] = field(default_factory=list)
    last: Node | None = None

    @property
    def today(self) -> date | None:
        """The day to count from: publication, else the latest full date of the text."""
        return self.published or (max(self.years) if self.years else None)


def context(published: date | None, nodes: Iterable[Node]) -> Context:
    """Return the context of an article whose explicit days are among ``nodes``."""
    found = Context(published)
    for node in nodes:
        if node.unit != "day" or node.lunar or node.base or None in (node.month, node.day):
            continue
        if node.year is None or node.year < 100:
            continue
        day = bounds(node)[0]
        if day is None:
            continue
        key = (day.month, day.day)
        found.dated[key] = max(day.year, found.dated.get(key, 0))
        if published is None or abs((day - published).days) <= 366:
            found.years.append(day)
    return found


def resolve(node: Node, known: Context) -> tuple[Node, str] | None:
    """Return ``node`` on the calendar and where the missing parts came from.

    The second value is ``text``, ``published`` or ``none``. None stands for no such day.
    """
    if node.year is not None and node.unit == "day" and node.year < 100:
        node = replace(node, year=_full_year(node.year, known))
    if node.lunar or (node.cycle is not None and node.year is None):
        return _lunar(node, known)
    if node.base == "mention" or (_timed(node) and not node.base and node.weekday is None):
        return _mentioned(node, known)
    if node.base:
        return _counted(node, known)
    if node.unit == "day" and node.day is None and node.weekday is not None:
        return _weekday(node, known)
    if node.year is None and not node.recurring:
        return _with_year(node, known)
    return (node, "text") if exists(node) else None


def _timed(node: Node) -> bool:
    return node.unit == "day" and node.day is None and node.month is None


def _full_year(short: int, known: Context) -> int:
    """Return the year of two figures that is not more than 20 years ahead of the article."""
    pivot = (known.today.year if known.today else date.today().year) + 20
    return pivot - (pivot - short) % 100


def _on(node: Node, day: date) -> Node:
    return replace(node, year=day.year, month=day.month, day=day.day, base="")


def _add(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _mentioned(node: Node, known: Context) -> tuple[Node, str]:
    """Place a node on the day last spoken of, or on the day of publication."""
    last = known.last
    if last is not None and last.month is not None and last.day is not None:
        placed = replace(node, year=last.year, month=last.month, day=last.day, base="")
        day = bounds(placed)[0] or date(2000, last.month, last.day)
        moved = _add(day, node.shift) or day
        placed = replace(placed, month=moved.month, day=moved.day)
        return (replace(placed, year=moved.year) if last.year else placed), "text"
    if known.published and node.shift == 0:
        return _on(node, known.published), "published"
    return replace(node, base=""), "none"


def _counted(node: Node, known: Context) -> tuple[Node, str] | None:
    """Place a node that counts from the day of publication."""
    today = known.today
    if today is None:
        return replace(node, base=""), "none"
    origin = "published" if known.published else "text"
    if node.unit == "relative":
        found = shifted_by(today, node.shift, node.shift_unit)
        return (found, origin) if found else None
    placed = _shift(node, today)
    return (placed, origin) if placed and exists(placed) else None


def _shift(node: Node, today: date) -> Node | None:
    match node.shift_unit:
        case "day":
            day = _add(today, node.shift)
            return _on(node, day) if day else None
        case "weekday":
            return _near_weekday(node, today)
        case "week":
            day = _add(today, 7 * node.shift + (node.weekday or 1) - 1 - today.weekday())
            if day is None:
                return None
            if node.weekday:
                return _on(node, day)
            year, number, _ = day.isocalendar()
            return replace(node, year=year, ordinal=number, base="")
        case "month":
            months = 12 * today.year + today.month - 1 + node.shift
            return replace(node, year=months // 12, month=months % 12 + 1, base="")
        case "quarter":
            quarters = 4 * today.year + (today.month - 1) // 3 + node.shift
            return replace(node, year=quarters // 4, ordinal=quarters % 4 + 1, base="")
    if node.unit == "school":
        start = today.year - (today.month < 8) + node.shift
        return replace(node, year=start, base="")
    year = today.year + node.shift
    return replace(node, year=year, base="") if MINYEAR <= year <= MAXYEAR else None


def _near_weekday(node: Node, today: date) -> Node | None:
    """Place ``thứ Hai tới`` after today, ``Chủ nhật này`` in this week, ``thứ Ba vừa qua`` before."""
    ahead = (node.weekday or 1) - today.isoweekday()
    if node.shift > 0:
        ahead = ahead if ahead > 0 else ahead + 7
    elif node.shift < 0:
        ahead = ahead if ahead < 0 else ahead - 7
    day = _add(today, ahead)
    return _on(node, day) if day else None


def _weekday(node: Node, known: Context) -> tuple[Node, str]:
    """Place a bare weekday on its last occurrence, today included."""
    if known.today is None:
        return node, "none"
    ahead = (node.weekday or 1) - known.today.isoweekday()
    day = _add(known.today, ahead if ahead <= 0 else ahead - 7)
    return (_on(node, day), "published") if day else (node, "none")


def _with_year(node: Node, known: Context) -> tuple[Node, str] | None:
    """Find the year, and for a lone day number the month, that the words leave out."""
    if not exists(node):
        return None
    if node.unit == "day" and node.month is None:
        last = known.last
        if last is None or last.month is None:
            return None
        placed = replace(node, month=last.month, year=last.year)
        return (placed, "text") if exists(placed) else None
    if node.unit == "day" and (node.month, node.day) in known.dated:
        return replace(node, year=known.dated[node.month or 0, node.day or 0]), "text"
    today = known.today
    if today is None:
        return node, "none"
    years = [y for y in (today.year, today.year - 1, today.year + 1) if MINYEAR <= y <= MAXYEAR]
    placed_all = [replace(node, year=y) for y in years]
    placed_all = [p for p in placed_all if exists(p)]
    best = min(placed_all, key=lambda p: _distance(p, today), default=None)
    return (best, "published" if known.published else "text") if best else None


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
    gap = (first - today).days if first > today else (today - last).days
    if node.direction and (first > today) != (node.direction > 0):
        gap += 400
    return wrong, gap


def _lunar(node: Node, known: Context) -> tuple[Node, str] | None:
    """Place a lunar day or year on the Gregorian calendar; None where it cannot be known."""
    today = known.today
    year, origin = node.year, "text"
    if year is None and node.base and today:
        year = today.year + node.shift
    if year is None and node.cycle is not None:
        year = lunar.year_of_cycle(node.cycle, today.year) if today else None
    if not node.lunar:
        return (replace(node, year=year), origin) if year else None
    if year is None and today is None:
        return None
    if node.unit != "day" or node.month is None or node.day is None:
        return None  # a lunar month is no month of TIMEX3
    years = [year] if year is not None else _around(today)
    days = [d for y in years if (d := lunar.to_solar(y, node.month, node.day))]
    if not days:
        return None
    best = min(days, key=lambda d: abs((d - today).days) if today else 0)
    return replace(_on(node, best), lunar=False), "text" if node.year else "published"


def _around(today: date | None) -> list[int]:
    return [today.year - 1, today.year, today.year + 1] if today else []


def remember(node: Node, known: Context) -> None:
    """Keep ``node`` as the day last spoken of, unless it is far from the news."""
    if node.unit != "day" or node.month is None or node.day is None:
        return
    day = bounds(node)[0]
    if day and known.published and abs((day - known.published).days) > _NEWS_DAYS:
        return
    known.last = node
