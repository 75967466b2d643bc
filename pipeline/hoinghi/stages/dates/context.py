"""What the text around an expression tells of it: tense, apposition, dates of the same event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from hoinghi.stages.dates.moments import merge
from hoinghi.stages.dates.patterns import AHEAD_AFTER, AHEAD_BEFORE, BEHIND_AFTER
from hoinghi.stages.dates.tokens import Tokens
from hoinghi.stages.dates.values import Expression, Node, bounds

# Days further from publication than this are history, and tell nothing of the event's year.
_EVENT_DAYS = 366
_NEWS_DAYS = 60
# Days from the first to the last of a programme's week.
_WORKING_WEEK, _WEEK = 4, 7
# A year this far from the article's is history, which goes on with months of that year.
_HISTORY_YEARS = 2
_WINDOW = 5
_GOAL = {"đến", "tới", "nhìn", "hướng"}
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


@dataclass(slots=True)
class Context:
    """What is known while an article is read from top to bottom.

    ``today`` is the day to count from: publication, else the first full date of the event in the
    text. ``dated`` maps (month, day) to the year that the article gives it; ``last`` is the day
    that "cùng ngày" means, ``near`` the day told in the same sentence, if any, and ``aside``
    the last day named in passing; ``week`` is that of a programme. ``clock`` is the
    moment of writing, if it is known to the second. ``history`` is the month or day of
    years ago that the paragraph tells of, if it tells of nothing else. ``trail`` holds the days
    told so far, ``begin`` is the offset of what is being placed, ``line`` that of its line.
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
    line: int = 0
    begin: int = 0

    @property
    def origin(self) -> str:
        """Where a part that is counted from ``today`` comes from."""
        return "published" if self.published else "text"

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
        day = bounds(node)[0]
        far = bool(day and self.today and abs((day - self.today).days) > _NEWS_DAYS)
        if passing:
            self.aside = self.aside if far else node
            return
        if day is None or self.today is None or heading:
            self.last = node
            return
        if far:
            return
        before = bounds(self.last)[0] if self.last else None
        ahead = day > self.today
        planned = ahead and (node.hour is not None or node.part is not None)
        later = before is not None and before <= day and not ahead
        sooner = before is not None and before > max(day, self.today)
        if before is None or planned or later or sooner:
            self.last = node

    def antecedent(self, node: Node) -> Node | None:
        """Return the day that ``node``, a time or "cùng ngày" without a day, speaks of.

        A bare time belongs to its sentence, else to the day told just before it. "Cùng ngày" is
        the day told just before it, unless that is still to come, and with a clock time the
        last day that had one.
        """
        event = self.last or self.aside
        if node.base != "mention":
            return self.near or self._recent(_SAME_SCENE, ahead=True) or event
        if node.hour is not None and node.shift == 0:
            timed = (told.node for told in reversed(self.trail) if _is_timed(told.node))
            return next(timed, None) or event
        return self._recent(_SAME_STORY, ahead=False) or event

    def _recent(self, reach: int, *, ahead: bool) -> Node | None:
        """Return the last day of this line, at most ``reach`` characters before this place."""
        for told in reversed(self.trail):
            if told.begin < self.line or self.begin - told.begin > reach:
                return None
            day = bounds(told.node)[0]
            if ahead or day is None or self.today is None or day <= self.today:
                return told.node
        return None

    def plan(self, nodes: Sequence[Node]) -> None:
        """Keep the week that ``nodes`` name; the days of a programme below it lie in it."""
        first, last = bounds(nodes[0])[0], bounds(nodes[-1])[1]
        if first and last and _WORKING_WEEK <= (last - first).days < _WEEK:
            self.week = first, last

    def planned(self, node: Node) -> Node:
        """Return the heading ``node``, a bare weekday, on its day in the week of the programme."""
        if not self.week or not node.weekday or node.day is not None or node.base:
            return node
        first, last = self.week
        day = first + timedelta(days=(node.weekday - first.isoweekday()) % _WEEK)
        if node.recurring or day > last:
            return node
        return node._replace(year=day.year, month=day.month, day=day.day)

    def tell(self, found: Found, node: Node) -> None:
        """Keep ``node``, the last one of ``found``, if it is of history and of no document."""
        if node.month is None or node.year is None:
            return
        away = abs(node.year - self.today.year) if self.today else 0
        self.history = node if away >= _HISTORY_YEARS and not _is_document(found) else None


def _is_timed(node: Node) -> bool:
    return node.hour is not None or node.part is not None


def read_context(found: Sequence[Found], published: date | None) -> Context:
    """Return the context that the full dates among ``found`` and ``published`` give."""
    known = Context(published, published)
    news: list[date] = []
    for one in found:
        days = [day for node in one.expression.nodes if (day := _full_day(node))]
        if not days or _is_document(one):
            continue
        for day in days:
            if published and abs((day - published).days) > _EVENT_DAYS:
                continue
            known.dated[day.month, day.day] = day.year
            if len(one.expression.nodes) == 1 and not _is_history(one):
                news.append(day)
    if known.today is None:
        # An article is no older than the latest day it names; what lies far before is background.
        latest = max(_years_told(found), default=0)
        news = [day for day in news if day.year >= latest - 1]
        known.today = next((d for d in news if (max(news) - d).days <= _EVENT_DAYS), None)
    return known


def _full_day(node: Node) -> date | None:
    """Return the solar day that ``node`` tells in full, with a year of four figures."""
    told = node.unit == "day" and not node.lunar and (node.year or 0) > 99
    return bounds(node)[0] if told and node.month and node.day else None


def _is_document(one: Found) -> bool:
    """Return whether the symbol of a document stands before ``one``."""
    source, begin = one.tokens.source, one.begin
    return _SYMBOL.search(source[max(0, begin - 30) : begin]) is not None


def _years_told(found: Sequence[Found]) -> Iterator[int]:
    """Yield the years that the article speaks from: neither goals (``đến năm 2030``) nor ends."""
    for tokens, one in found:
        year = one.nodes[0].year or 0
        if year > 99 and tokens.words[one.start - 1] not in _GOAL:
            yield year


def _is_history(found: Found) -> bool:
    """Tell whether it is the day of a birth or a founding (``thành lập ngày 12/3/1993``)."""
    tokens, one = found
    before = tokens.words[max(0, one.start - 4) : one.start]
    return "sinh" in before or not _HISTORY.isdisjoint(pairwise(before))


def prepare(found: Sequence[Found], folded: str) -> list[Found]:
    """Return ``found`` with tense and with what stands in brackets beside a deictic day."""
    out = [_tensed(one) for one in found]
    for at in range(len(out) - 1):
        left, right = out[at], out[at + 1]
        first, second = left.expression.nodes[0], right.expression.nodes[0]
        if not (_floating(first) or _floating(second)) or not _in_brackets(left, right, folded):
            continue
        if _floating(first) and _explicit(second):
            out[at] = _with(left, merge(first, second._replace(part=None)))
        elif _explicit(first) and _floating(second) and not second.base:
            out[at + 1] = _with(right, merge(second, first._replace(part=None, hour=None)))
    return out


def _in_brackets(left: Found, right: Found, folded: str) -> bool:
    """Return whether both are single moments and ``right`` opens the brackets after ``left``."""
    if len(left.expression.nodes) != 1 or len(right.expression.nodes) != 1:
        return False
    return folded[left.until : right.begin].strip() == "("


def _with(one: Found, node: Node) -> Found:
    return one._replace(expression=replace(one.expression, nodes=(node,)))


def _floating(node: Node) -> bool:
    return node.unit == "day" and node.day is None and (bool(node.base) or bool(node.weekday))


def _explicit(node: Node) -> bool:
    return node.unit == "day" and node.day is not None and node.month is not None


def _tensed(found: Found) -> Found:
    """Return ``found`` with the tense that the words around it give its nodes without a year."""
    nodes = found.expression.nodes
    if all(node.year is not None or node.base for node in nodes):
        return found
    direction = _direction(found)
    if not direction:
        return found
    tensed = tuple(
        node if node.year is not None or node.base else node._replace(direction=direction)
        for node in nodes
    )
    return found._replace(expression=replace(found.expression, nodes=tensed))


def _direction(found: Found) -> int:
    """Return 1 where the words around tell of the future, -1 of the past, else 0."""
    t, one = found
    after = [tuple(t.words[one.end : one.end + length]) for length in (1, 2)]
    if any(phrase in AHEAD_AFTER for phrase in after):
        return 1
    if any(phrase in BEHIND_AFTER for phrase in after):
        return -1
    at = one.start
    if t.words[at - 1] == "hồi" and one.nodes[0].unit == "month":
        return -1
    if t.words[at - 1] == "trước":
        return 1
    for back in range(at - 1, at - 1 - _WINDOW, -1):
        word = t.words[back]
        if t.broken[back + 1] or word in {".", ";"}:
            return 0
        if word in AHEAD_BEFORE and (word != "kiến" or t.words[back - 1] == "dự"):
            return 1
    return 0


def heads_line(found: Found) -> bool:
    """Return whether it is the heading of the lines below it, as in a week's programme."""
    t, one = found
    return t.broken[one.start] and (t.broken[one.end] or t.words[one.end] in {":", "|", "("})


def same_sentence(folded: str, start: int, end: int) -> bool:
    """Return whether no sentence or line ends between the offsets ``start`` and ``end``."""
    return end - start <= _SENTENCE and not any(sign in folded[start:end] for sign in ".;\n")


# Characters, about sixty words.
_SENTENCE = 300
