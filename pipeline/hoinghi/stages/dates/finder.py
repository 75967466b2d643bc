"""Finds the dates of a text: tokens, grammar, guards, calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from hoinghi.records import DateMention
from hoinghi.stages.dates.context import Context, Found, read_context
from hoinghi.stages.dates.guards import admit
from hoinghi.stages.dates.inherit import after
from hoinghi.stages.dates.patterns import GLUED
from hoinghi.stages.dates.phrases import expression, lone_feast
from hoinghi.stages.dates.resolve import resolve
from hoinghi.stages.dates.scan import starts
from hoinghi.stages.dates.tense import heads_line, prepare
from hoinghi.stages.dates.tokens import MARGIN, Windows
from hoinghi.stages.dates.values import Node, bounds, grain, timex
from hoinghi.text import Composed, compose, fold

_FINER = {"second": 0, "minute": 1, "hour": 2, "day part": 3}
# Days behind these are deadlines and the first days of something else.
_DEADLINE = frozenset({"từ", "trước", "đến", "tới", "hết"})
_LENGTHS = frozenset({"length", "deadline"})


def find_dates(text: str, *, published: date | datetime | None = None) -> list[DateMention]:
    """Find every point, range and set of calendar time in Vietnamese ``text``.

    Args:
        text: The article in any Unicode form.
        published: Day of publication, which places "hôm nay" and days without a year; a
            ``datetime`` also places what counts from the clock ("2 phút nữa").

    Returns:
        Mentions in the order of the text, none overlapping another, with
        ``text[m.start:m.end] == m.text`` and a TIMEX3 value; parts that neither the text nor
        ``published`` tells are ``X``. What counts as a date is the guidelines' DATE.
    """
    raw = compose(text)
    folded = fold(raw.text)
    found = prepare(list(_found(raw.text, folded)), folded)
    known = read_context(found, published)
    mentions = []
    before = 0
    for one in found:
        known.enter(folded, before, one.begin)
        before = one.until
        mention = _mention(raw, one, known, text)
        if mention is not None:
            mentions.append(mention)
    return mentions


def _found(source: str, folded: str) -> Iterator[Found]:
    """Yield the admitted expressions, leftmost and longest first, none overlapping."""
    glued = GLUED.search(folded) is not None
    windows = Windows(source, folded, glued=glued)
    if len(folded) <= _LONGEST_FEAST:
        tokens = windows.at(0)[0]
        whole = lone_feast(tokens, MARGIN)
        if whole:
            yield Found(tokens, whole)
            return
    reach = 0
    for offset in starts(folded, glued=glued):
        if offset < reach:
            continue
        one = _read(windows, offset)
        if one is None:
            continue
        reach = one.until
        if admit(one.tokens, one.expression):
            yield one


# Characters of a text that may be the name of a feast and nothing else.
_LONGEST_FEAST = 60


def _read(windows: Windows, offset: int) -> Found | None:
    """Return the expression at ``offset``, read in a window with enough behind it."""
    more = 1
    while True:
        tokens, at = windows.at(offset, more=more)
        if tokens.starts[at] != offset:
            return None
        one = expression(tokens, at)
        if windows.whole(at + _REACH if one is None else one.end):
            return None if one is None else Found(tokens, one)
        more *= 2


# Tokens after which the grammar gives up where it has found nothing.
_REACH = 12


def _mention(raw: Composed, one: Found, known: Context, text: str) -> DateMention | None:
    """Return ``one`` with its value, or None where the calendar has no such day."""
    placed: list[tuple[Node, str]] = []
    heading = heads_line(one)
    deadline = one.tokens.words[one.expression.start - 1] in _DEADLINE
    passing = "deadline" if deadline else "range" if len(one.expression.nodes) > 1 else ""
    for told in one.expression.nodes:
        node = known.planned(told) if heading else told
        read = resolve(after(node, placed[-1][0]) if placed else node, known)
        if read is None:
            return None
        placed.append(read)
        known.remember(read[0], heading=heading, passing=passing)
    nodes = [node for node, _ in placed]
    if len(nodes) > 1 or nodes[0].unit == "week":
        known.plan(nodes)
    known.tell(one, nodes[-1])
    start, end = raw.span(one.begin, one.until)
    length = one.expression.rule in _LENGTHS
    finest = _finest(nodes)
    return DateMention(
        start=start,
        end=end,
        text=text[start:end],
        value=_value(nodes),
        type="DURATION" if length else "TIME" if finest in _FINER else "DATE",
        grain=finest,
        start_date=bounds(nodes[0])[0],
        end_date=_last_day(nodes, open_end=length),
        anchor=_anchor(placed),
        rule=one.expression.rule,
        mod=nodes[0].mod if len(nodes) == 1 else "",
    )


def _finest(nodes: list[Node]) -> str:
    """Return the finest grain among ``nodes``."""
    if len(nodes) == 1:
        return grain(nodes[0])
    return min((grain(node) for node in nodes), key=lambda name: _FINER.get(name, 9))


def _anchor(placed: list[tuple[Node, str]]) -> str:
    """Return where a part came from that the words leave out."""
    for _, origin in placed:
        if origin != "text":
            return origin
    return "text"


def _last_day(nodes: list[Node], *, open_end: bool) -> date | None:
    """Return the last day meant; a length does not reach the unit that its value ends in."""
    first, last = bounds(nodes[-1])
    if open_end and len(nodes) > 1 and nodes[-1].hour is None and first:
        return first - timedelta(days=1)
    return last


def _value(nodes: list[Node]) -> str:
    """Return the TIMEX3 value: a range from the first to the last, in the grain of the first."""
    first, last = nodes[0], nodes[-1]
    if len(nodes) == 1:
        return timex(first)
    if first.unit == "day" and last.unit != "day":
        end = bounds(last)[1]
        return f"{timex(first)}/{end.isoformat() if end else timex(last)}"
    return f"{timex(first)}/{timex(last)}"
