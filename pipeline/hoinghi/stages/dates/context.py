"""What is known while an article is read: publication, the event's day, the days told before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from hoinghi.stages.dates.tokens import Tokens
from hoinghi.stages.dates.values import Expression, Node, bounds

# Days further from publication than this are history, and tell nothing of the event's year.
_EVENT_DAYS = 366
_NEWS_DAYS = 60
# Days from the first to the last of a programme's week.
_WORKING_WEEK, _WEEK = 4, 7
# A year this far from the article's is history, which goes on with months of that year.
_HISTORY_YEARS = 2
# Days so many years before the latest that the article names are lives and anniversaries.
_LONG_PAST = 10
_GOAL = {"đến", "tới", "nhìn", "hướng"}
# A year of a law is no year of what is told.
_LAW = frozenset(
    {("hiến", "pháp"), ("pháp", "lệnh"), ("nghị", "định"), ("nghị", "quyết")}
    | {("quyết", "định"), ("thông", "tư")}
)
_TOLD = frozenset({"day", "month", "year"})
# Days of a stretch that is no longer one event, and within which short days are of one event.
_LONG, _NEAR_DAYS = 31, 10
_HISTORY = frozenset({("thành", "lập"), ("ra", "đời"), ("hy", "sinh"), ("nhập", "ngũ")})
# A document's symbol before a date makes the date the document's ("21/KH-MTTQ ngày 26/2/2024").
_SYMBOL = re.compile(r"[A-ZĐ]{2}[^\s,]{0,20},?\s{0,3}$")


class Found(NamedTuple):
    """An expression with the tokens that its indexes count in."""

    tokens: Tokens
    expression: Expression

    @property
    def begin(self) -> int:
        """Offset of its first character."""
        return self.tokens.starts[self.expression.start]

    @property
    def until(self) -> int:
        """Offset behind its last character."""
        return self.tokens.ends[self.expression.end - 1]


class Told(NamedTuple):
    """A day that the article tells, and the offset where it does."""

    node: Node
    begin: int


# Characters within which a time without a day, or "cùng ngày", goes on with the day told last.
_SAME_SCENE, _SAME_STORY = 200, 300
# Characters between two expressions that say the same.
_BESIDE = 8
# Characters, about sixty words, that a sentence may have between two of its dates; and within
# which a year of the past goes on for days and months without a year.
_SENTENCE, _SAME_PAST = 300, 80


@dataclass(slots=True)
class Context:
    """What is known while an article is read from top to bottom.

    ``today`` is the day to count from: publication, else the first full date of the event in the
    text; ``clock`` the moment of writing, if it is known to the second. ``dated`` maps (month,
    day) to the year that the article gives it. ``last`` is the day of the event, ``near`` the day
    told in the same sentence, if any, ``aside`` the last day named in passing, ``timed`` the last
    with a time, ``trail`` all days told so far; ``week`` is that of a programme, ``stretch`` the
    last range of days with its offset; ``latest`` the latest year that an article without a day of
    publication names. ``history`` is the month or day of years ago that the
    paragraph tells of, ``past_year`` the year of the past that goes on in the sentence.
    ``begin`` is the offset of what is being placed, ``line`` that of its line, ``gap`` the number
    of characters since the expression before it.
    """

    published: date | None
    today: date | None = None
    dated: dict[tuple[int, int], int] = field(default_factory=dict)
    clock: datetime | None = None
    last: Node | None = None
    near: Node | None = None
    aside: Node | None = None
    week: tuple[date, date] | None = None
    history: Node | None = None
    trail: list[Told] = field(default_factory=list)
    timed: Node | None = None
    line: int = 0
    begin: int = 0
    gap: int = 0
    past_year: int | None = None
    stretch: tuple[date, date, int] | None = None
    latest: int = 0

    @property
    def origin(self) -> str:
        """Where a part that is counted from ``today`` comes from."""
        return "published" if self.published else "text"

    def enter(self, folded: str, before: int, begin: int) -> None:
        """Go on to the expression at ``begin``; the one before it ended at ``before``."""
        self.begin, self.gap = begin, begin - before
        between = folded[before:begin]
        line = between.rfind("\n")
        if line >= 0:
            self.history, self.line = None, before + line
        if len(between) > _SENTENCE or any(sign in between for sign in ".;\n"):
            self.near = None
        if len(between) > _SAME_PAST or line >= 0 or ". " in between:
            self.past_year = None

    def remember(self, node: Node, *, heading: bool = False, passing: str = "") -> None:
        """Keep ``node`` as the day spoken of if the news can be about it, or if it is a heading.

        One named in ``passing`` is less: a ``range`` counts until a day of its own is told, a
        ``deadline`` in its sentence only. The latest day up to publication wins over background
        before it; of the days to come those with a time are meetings, the others deadlines.
        """
        if node.unit != "day" or node.month is None or node.day is None:
            return
        self.near = node
        if passing == "deadline":
            return
        if not passing:
            self.trail.append(Told(node, self.begin))
            self.timed = node if _is_timed(node) else self.timed
        day = bounds(node)[0]
        far = bool(day and self.today and abs((day - self.today).days) > _NEWS_DAYS)
        if passing:
            self.aside = self.aside if far else node
            return
        if day is None or self.today is None or heading:
            self.last = self.last if self.is_long_past(node.year) else node
            return
        if far:
            return
        before = bounds(self.last)[0] if self.last else None
        ahead = day > self.today
        planned = ahead and _is_timed(node)
        later = before is not None and before <= day and not ahead
        sooner = before is not None and before > max(day, self.today)
        if before is None or planned or later or sooner:
            self.last = node

    def is_long_past(self, year: int | None) -> bool:
        """Tell whether an article that does not say when it is of looks far back to ``year``."""
        return year is not None and self.latest - year >= _LONG_PAST

    def antecedent(self, node: Node) -> Node | None:
        """Return the day that ``node``, a time or "cùng ngày" without a day, speaks of.

        A bare time belongs to its sentence, else to the day told just before it. "Cùng ngày" is
        the day told just before it, unless that is still to come, and with a clock time the
        last day that had one.
        """
        event = self.last or self.aside
        if self.gap <= _BESIDE and self.near:  # "7 giờ ngày mai, tức mùng 1 ..."
            return self.near
        if node.base != "mention":
            return self.near or self._recent(_SAME_SCENE, ahead=True) or event
        if node.hour is not None and node.shift == 0:
            return self._recent(_SAME_SCENE, ahead=True) or self.near or self.timed or event
        return self._recent(_SAME_STORY, ahead=False) or self.near or event

    def _recent(self, reach: int, *, ahead: bool) -> Node | None:
        """Return the last day of this line, at most ``reach`` characters before this place.

        Days with a time go before days without.
        """
        found = None
        for node in self._line(reach):
            day = bounds(node)[0]
            if ahead or day is None or self.today is None or day <= self.today:
                found = found or node
                if _is_timed(node):
                    return node
        return found

    def _line(self, reach: int) -> Iterator[Node]:
        """Yield the days of this line within ``reach`` characters, the last one first."""
        for told in reversed(self.trail):
            if told.begin < self.line or self.begin - told.begin > reach:
                return
            yield told.node

    def plan(self, nodes: Sequence[Node]) -> None:
        """Keep the days that ``nodes`` name; those of a programme below a week lie in it."""
        first, last = bounds(nodes[0])[0], bounds(nodes[-1])[1]
        if not first or not last or (last - first).days > _LONG:
            return
        self.stretch = first, last, self.begin
        if _WORKING_WEEK <= (last - first).days < _WEEK:
            self.week = first, last

    def weekday(self, number: int) -> date | None:
        """Return the day of that weekday (1 is Monday) that the line has told before this place."""
        for node in self._line(_SAME_STORY):
            day = bounds(node)[0]
            if day and day.isoweekday() == number:
                return day
        if not self.stretch or self.stretch[2] < max(self.line, self.begin - _SAME_STORY):
            return None
        return _weekday_in(self.stretch[0], self.stretch[1], number)

    def planned(self, node: Node) -> Node:
        """Return the heading ``node``, a bare weekday, on its day in the week of the programme."""
        if not self.week or not node.weekday or node.day is not None or node.base:
            return node
        day = None if node.recurring else _weekday_in(*self.week, node.weekday)
        if day is None:
            return node
        return node._replace(year=day.year, month=day.month, day=day.day)

    def tell(self, found: Found, node: Node) -> None:
        """Keep ``node``, the last one of ``found``, if it is of history and of no document."""
        if node.year is None or node.unit not in _TOLD:
            return
        away = self.today.year - node.year if self.today else 0
        past = away >= _HISTORY_YEARS and not _is_document(found)
        if node.unit != "year":
            self.history = node if past else None
        self.past_year = node.year if past and not _is_aside(found) else None


def _weekday_in(first: date, last: date, number: int) -> date | None:
    """Return the first day of that weekday (1 is Monday) from ``first`` to ``last``, if any."""
    day = first + timedelta(days=(number - first.isoweekday()) % _WEEK)
    return day if day <= last else None


def _is_aside(found: Found) -> bool:
    """Return whether it stands in brackets, dates a law, or is a founding or birth."""
    tokens, one = found
    before = tokens.words[max(0, one.start - 12) : one.start]
    law = "luật" in before or not _LAW.isdisjoint(pairwise(before))
    return tokens.words[one.start - 1] == "(" or law or _is_history(found)


def _is_timed(node: Node) -> bool:
    return node.hour is not None or node.part is not None


def read_context(found: Sequence[Found], now: date | datetime | None) -> Context:
    """Return the context that the full dates among ``found`` and the publication give."""
    clock = now.replace(tzinfo=None) if isinstance(now, datetime) else None
    published = clock.date() if clock else now
    known = Context(published, published, clock=clock)
    if published is None:
        known.latest = max(_years_told(found), default=0)
    news: list[tuple[date, Found]] = []
    for one in found:
        days = [day for node in one.expression.nodes if (day := _full_day(node))]
        if not days or _is_document(one):
            continue
        for day in _between(days):
            near = abs((day - published).days) <= _EVENT_DAYS if published else True
            if near and not known.is_long_past(day.year):
                known.dated[day.month, day.day] = day.year
        if len(one.expression.nodes) == 1 and not _is_history(one):
            news += [(days[0], one)]
    if known.today is None:
        known.today = _event(news, found, known.latest)
    return known


def _between(days: list[date]) -> list[date]:
    """Return all days of a range that is not long, else the days themselves."""
    length = (days[-1] - days[0]).days
    if not 0 < length <= _LONG:
        return days
    return [days[0] + timedelta(days=number) for number in range(length + 1)]


def _event(news: Sequence[tuple[date, Found]], found: Sequence[Found], latest: int) -> date | None:
    """Return the day that an article without a day of publication counts from.

    It is of the latest year that the article names, for an article is no older than that, and
    more than a day of history: it has a time, or days are told without a year near to it. A year
    further on may be one of plans, if both hold or the day is called today.
    """
    short = [n for one in found for n in one.expression.nodes if n.day and n.month and not n.year]
    for day, one in news:
        timed = any(_is_timed(node) for node in one.expression.nodes)
        words = one.tokens.words[one.expression.start : one.expression.end]
        signs = timed + any(_is_near(day, node) for node in short) + 2 * ("nay" in words)
        if signs > latest - day.year >= 0:
            return day
    return None


def _is_near(day: date, node: Node) -> bool:
    """Return whether ``node``, a day without a year, lies near ``day`` in that year."""
    other = bounds(node._replace(year=day.year))[0]
    return other is not None and abs((other - day).days) <= _NEAR_DAYS


def _full_day(node: Node) -> date | None:
    """Return the solar day that ``node`` tells in full, with a year of four figures."""
    told = node.unit == "day" and not node.lunar and (node.year or 0) > 99
    return bounds(node)[0] if told and node.month and node.day else None


def _is_document(one: Found) -> bool:
    """Return whether the symbol of a document stands before ``one``."""
    source, begin = one.tokens.source, one.begin
    before = source[max(0, begin - 30) : begin]
    return not before.islower() and _SYMBOL.search(before) is not None


def _years_told(found: Sequence[Found]) -> Iterator[int]:
    """Yield the years that the article speaks from: neither goals (``đến năm 2030``) nor ends.

    An anniversary is celebrated in the year of its end (``12/7/1907 - 12/7/2017``).
    """
    for tokens, one in found:
        first, last = one.nodes[0], one.nodes[-1]
        round_ = first.day is not None and (first.month, first.day) == (last.month, last.day)
        year = (last.year if round_ else first.year) or 0
        if year > 99 and tokens.words[one.start - 1] not in _GOAL:
            yield year


def _is_history(found: Found) -> bool:
    """Tell whether it is the day of a birth or a founding (``thành lập ngày 12/3/1993``)."""
    tokens, one = found
    before = tokens.words[max(0, one.start - 4) : one.start]
    return "sinh" in before or not _HISTORY.isdisjoint(pairwise(before))
