"""Finds the dates of a text: tokens, grammar, guards, calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from hoinghi.records import DateMention
from hoinghi.stages.dates.context import Context, heads_line, prepare, read_context, same_sentence
from hoinghi.stages.dates.guards import admit
from hoinghi.stages.dates.inherit import after
from hoinghi.stages.dates.patterns import AFTER_NUMBER, STARTERS
from hoinghi.stages.dates.phrases import expression, lone_feast
from hoinghi.stages.dates.resolve import resolve
from hoinghi.stages.dates.tokens import MARGIN, Tokens, tokenize
from hoinghi.stages.dates.values import Expression, Node, bounds, grain, timex
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
    tokens = tokenize(raw.text, fold(raw.text))
    found = _expressions(tokens)
    clock = published.replace(tzinfo=None) if isinstance(published, datetime) else None
    known = read_context(tokens, found, clock.date() if clock else published)
    known.clock = clock
    mentions = []
    before = None
    for one in prepare(tokens, found):
        if before is None or not same_sentence(tokens, before.end, one.start):
            known.near = None
        if (
            before is not None
            and raw.text.find("\n", tokens.ends[before.end - 1], tokens.starts[one.start]) >= 0
        ):
            known.history = None
        before = one
        mention = _mention(raw, tokens, one, known)
        if mention is not None:
            mentions.append(replace(mention, text=text[mention.start : mention.end]))
    return mentions


def _expressions(tokens: Tokens) -> list[Expression]:
    """Return the admitted expressions, leftmost and longest first, none overlapping."""
    whole = lone_feast(tokens, MARGIN)
    if whole:
        return [whole]
    found = []
    at = MARGIN
    words = tokens.words
    stop = len(words) - MARGIN
    while at < stop:
        word = words[at]
        if _may_start(tokens, at, word):
            one = expression(tokens, at)
            if one is not None:
                if admit(tokens, one):
                    found.append(one)
                at = one.end
                continue
        at += 1
    return found


def _may_start(tokens: Tokens, at: int, word: str) -> bool:
    """Return whether the grammar can have anything at ``at``: a quick look at two tokens."""
    following = tokens.words[at + 1]
    if "0" <= word[0] <= "9":
        if len(word) > 4 or not tokens.open_left(at):
            return False
        return following in AFTER_NUMBER or tokens.words[at - 1] in {"sn", "."}
    allowed = STARTERS.get(word)
    if allowed is None:
        return False
    return not allowed or following in allowed or following[:1].isdigit()


def _mention(raw: Composed, tokens: Tokens, one: Expression, known: Context) -> DateMention | None:
    """Return ``one`` with its value, or None where the calendar has no such day."""
    placed: list[tuple[Node, str]] = []
    heading = heads_line(tokens, one)
    deadline = tokens.words[one.start - 1] in _DEADLINE
    passing = "deadline" if deadline else "range" if len(one.nodes) > 1 else ""
    for told in one.nodes:
        node = known.planned(told) if heading else told
        read = resolve(after(node, placed[-1][0]) if placed else node, known)
        if read is None:
            return None
        placed.append(read)
        known.remember(read[0], heading=heading, passing=passing)
    nodes = [node for node, _ in placed]
    if len(nodes) > 1 or nodes[0].unit == "week":
        known.plan(nodes)
    known.tell(tokens, one, nodes[-1])
    start, end = raw.span(tokens.starts[one.start], tokens.ends[one.end - 1])
    length = one.rule in _LENGTHS
    finest = min(nodes, key=lambda node: _FINER.get(grain(node), 9))
    return DateMention(
        start=start,
        end=end,
        text="",
        value=_value(nodes),
        type="DURATION" if length else "TIME" if grain(finest) in _FINER else "DATE",
        grain=grain(finest),
        start_date=bounds(nodes[0])[0],
        end_date=_last_day(nodes, open_end=length),
        anchor=next((origin for _, origin in placed if origin != "text"), "text"),
        rule=one.rule,
        mod=nodes[0].mod if len(nodes) == 1 else "",
    )


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
