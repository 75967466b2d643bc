"""What the text around an expression tells of it: tense, apposition, dates of the same event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

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


@dataclass(slots=True)
class Context:
    """What is known while an article is read from top to bottom.

    ``today`` is the day to count from: publication, else the first full date of the event in the
    text. ``dated`` maps (month, day) to the year that the article gives it; ``last`` is the day
    that "cùng ngày" means, ``near`` the day told in the same sentence, if any, and ``aside``
    the last day named in passing; ``week`` is that of a programme. ``clock`` is the
    moment of writing, if it is known to the second. ``history`` is the month or day of
    years ago that the paragraph tells of, if it tells of nothing else.
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

    def tell(self, t: Tokens, one: Expression, node: Node) -> None:
        """Keep ``node``, which stands at ``one``, if it is of history and of no document."""
        if node.month is None or node.year is None:
            return
        away = abs(node.year - self.today.year) if self.today else 0
        past = away >= _HISTORY_YEARS and not follows_symbol(t, one)
        self.history = node if past else None


def follows_symbol(t: Tokens, one: Expression) -> bool:
    """Return whether ``one`` dates the document whose symbol stands before it."""
    start = t.starts[one.start]
    return _SYMBOL.search(t.source[max(0, start - 30) : start]) is not None


def read_context(t: Tokens, found: Sequence[Expression], published: date | None) -> Context:
    """Return the context that the full dates among ``found`` and ``published`` give."""
    known = Context(published, published)
    news: list[date] = []
    for one in found:
        if follows_symbol(t, one):
            continue
        for node in one.nodes:
            if node.unit != "day" or node.lunar or not (node.month and node.day):
                continue
            day = bounds(node)[0] if (node.year or 0) > 99 else None
            if day is None or (published and abs((day - published).days) > _EVENT_DAYS):
                continue
            known.dated[day.month, day.day] = day.year
            if len(one.nodes) == 1 and not _is_history(t, one):
                news.append(day)
    if known.today is None:
        # An article is no older than the latest day it names; what lies far before is background.
        latest = max(_years_told(t, found), default=0)
        news = [day for day in news if day.year >= latest - 1]
        known.today = next((d for d in news if (max(news) - d).days <= _EVENT_DAYS), None)
    return known


def _years_told(t: Tokens, found: Sequence[Expression]) -> Iterator[int]:
    """Yield the years that the article speaks from: neither goals (``đến năm 2030``) nor ends."""
    for one in found:
        year = one.nodes[0].year or 0
        if year > 99 and t.words[one.start - 1] not in _GOAL:
            yield year


def _is_history(t: Tokens, one: Expression) -> bool:
    """Tell whether ``one`` is the day of a birth or a founding (``thành lập ngày 12/3/1993``)."""
    before = t.words[max(0, one.start - 4) : one.start]
    return "sinh" in before or not _HISTORY.isdisjoint(pairwise(before))


def prepare(t: Tokens, found: list[Expression]) -> list[Expression]:
    """Return ``found`` with tense and with what stands in brackets beside a deictic day."""
    out = [replace(one, nodes=tuple(_tensed(t, one, node) for node in one.nodes)) for one in found]
    for at in range(len(out) - 1):
        left, right = out[at], out[at + 1]
        if right.start != left.end + 1 or t.words[left.end] != "(":
            continue
        if len(left.nodes) != 1 or len(right.nodes) != 1:
            continue
        first, second = left.nodes[0], right.nodes[0]
        if _floating(first) and _explicit(second):
            out[at] = replace(left, nodes=(merge(first, second._replace(part=None)),))
        elif _explicit(first) and _floating(second) and not second.base:
            out[at + 1] = replace(
                right, nodes=(merge(second, first._replace(part=None, hour=None)),)
            )
    return out


def _floating(node: Node) -> bool:
    return node.unit == "day" and node.day is None and (bool(node.base) or bool(node.weekday))


def _explicit(node: Node) -> bool:
    return node.unit == "day" and node.day is not None and node.month is not None


def _tensed(t: Tokens, one: Expression, node: Node) -> Node:
    """Return ``node`` with the tense that the words around it give, if it lacks a year."""
    if node.year is not None or node.base:
        return node
    after = [tuple(t.words[one.end : one.end + length]) for length in (1, 2)]
    if any(phrase in AHEAD_AFTER for phrase in after):
        return node._replace(direction=1)
    if any(phrase in BEHIND_AFTER for phrase in after):
        return node._replace(direction=-1)
    at = one.start
    before = t.words[at - 1]
    if before == "trước" or (before == "hồi" and node.unit == "month"):
        return node._replace(direction=1 if before == "trước" else -1)
    for back in range(at - 1, at - 1 - _WINDOW, -1):
        word = t.words[back]
        if t.broken[back + 1] or word in {".", ";"}:
            break
        if word in AHEAD_BEFORE and (word != "kiến" or t.words[back - 1] == "dự"):
            return node._replace(direction=1)
    return node


def heads_line(t: Tokens, one: Expression) -> bool:
    """Return whether ``one`` is the heading of the lines below it, as in a week's programme."""
    return t.broken[one.start] and (t.broken[one.end] or t.words[one.end] in {":", "|", "("})


def same_sentence(t: Tokens, start: int, end: int) -> bool:
    """Return whether no sentence or line ends between the tokens ``start`` and ``end``."""
    if end - start > _SENTENCE or t.broken[end]:
        return False
    return not any(t.broken[at] or t.words[at] in {".", ";"} for at in range(start, end))


_SENTENCE = 60
