"""Bodies that take part through a group or a delegate whom the text leaves without a name.

``Cùng dự có các ông, bà trong Ban Thường vụ Đảng ủy, đại diện Hội Nông dân xã``: nobody is named,
yet both bodies were there. A body counts only where somebody of it attends or acts in the event;
one that is only talked of (asked for something, thanked, quoted) does not.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoinghi.records import OrganizationMention, Participation, Reading
from hoinghi.stages.officials import group_patterns as patterns
from hoinghi.stages.officials.positions import Linker
from hoinghi.stages.officials.role_patterns import SENTENCE_END
from hoinghi.stages.officials.units import Unit, read_units
from hoinghi.text import fold

# How far the lines of a list of participants may run; keeps very long texts linear.
_LONGEST_LIST = 4000


@dataclass(frozen=True, slots=True)
class _Body:
    """A body with the post that it belongs to: ``since`` is where either begins."""

    since: int
    start: int
    end: int
    named: bool
    post: bool


def find_participants(reading: Reading, held: frozenset[int] | None = None) -> list[Participation]:
    """Return the mentions of bodies that take part without a named person, in reading order.

    Args:
        reading: The article with ``body``, ``names`` and ``organizations`` filled. Whether there
            is a meeting to take part in is for the caller to know.
        held: Where the posts begin whose holder is named, if ``read_people`` has told.

    Returns:
        One record a mention; a body of a post whose holder is named is never among them.
    """
    folded = fold(reading.body)
    zones = list(_zones(folded))
    bodies = _bodies(folded, reading, held)
    names = sorted(mention.end for mention in reading.names if mention.label == "PER")
    found: dict[int, Participation] = {}
    for zone in zones:
        for body in _listed(folded, zone, bodies, names):
            found[body.start] = Participation(body.start, body.end, "listed")
    for body in _acting(folded, bodies):
        found.setdefault(body.start, Participation(body.start, body.end, "acts"))
    return sorted(found.values(), key=lambda one: one.start)


def _zones(folded: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches in which those present are listed, from the head of the list on."""
    ends = [match.start() for match in SENTENCE_END.finditer(folded)]
    done = 0
    for head in patterns.HEAD.finditer(folded):
        if head.end() < done:
            continue
        at = bisect_left(ends, head.end())
        end = ends[at] if at < len(ends) else len(folded)
        if ":" in (folded[end - 1], folded[head.end() - 1]):
            end = _list_end(folded, end)
        done = end
        yield head.end(), end


def _list_end(folded: str, end: int) -> int:
    """Return the end of the lines below ``end`` that are items of one list."""
    since = end
    while end < len(folded) and end - since < _LONGEST_LIST:
        item = patterns.ITEM.match(folded, end)
        if item is None:
            break
        line = folded.find("\n", item.end())
        end = line if line >= 0 else len(folded)
    return end


def _bodies(folded: str, reading: Reading, held: frozenset[int] | None) -> list[_Body]:
    """Return the bodies in order, each with the post that ends in it and whether it is held."""
    titles = [mention for mention in reading.names if mention.label == "TITLE"]
    units = read_units(folded, titles, reading.organizations)
    if held is None:
        people = [mention for mention in reading.names if mention.label == "PER"]
        held = frozenset(one.unit.start for one in Linker(folded, people, units).link())
    starts = [unit.start for unit in units]
    return [
        _body(one, units[at] if at >= 0 else None, held)
        for one in sorted(reading.organizations, key=lambda one: one.start)
        for at in (bisect_right(starts, one.start) - 1,)
    ]


def _body(one: OrganizationMention, unit: Unit | None, held: frozenset[int]) -> _Body:
    if unit is None or unit.end < one.end:
        return _Body(one.start, one.start, one.end, named=False, post=False)
    return _Body(unit.start, one.start, one.end, named=unit.start in held, post=True)


def _listed(
    folded: str, zone: tuple[int, int], bodies: Sequence[_Body], names: Sequence[int]
) -> Iterator[_Body]:
    """Yield the bodies of a list of those present: a group's, a post's, or set down as such."""
    before, opened = zone[0], True
    for body in bodies[bisect_left(bodies, zone[0], key=lambda one: one.start) :]:
        if body.end > zone[1]:
            return
        name = names[bisect_left(names, body.since) - 1] if names and names[0] < body.since else 0
        since = max(before, name)
        gap = folded[since : body.since]
        joined = opened and name <= before
        before = body.end
        own = name == since and not patterns.AWAY.search(gap)
        opened = not body.named and not own and _belongs(gap, joined=joined, post=body.post)
        if opened:
            yield body


def _belongs(gap: str, *, joined: bool, post: bool) -> bool:
    """Tell whether the words before a body make it one of those present."""
    item = gap[gap.rfind(";") + 1 :]
    if len(item) > patterns.LONGEST_GAP or patterns.FOREIGN.search(item):
        return False
    if patterns.GROUP.search(item):
        return True
    return (joined or post or ";" in gap) and patterns.LINK.fullmatch(item) is not None


def _acting(folded: str, bodies: Sequence[_Body]) -> Iterator[_Body]:
    """Yield the bodies whose people are the subject of coming, speaking or giving."""
    chain: list[_Body] = []
    for body in bodies:
        since = max(body.since - patterns.LONGEST_GAP, 0)
        if chain and not patterns.LINK.fullmatch(folded, chain[-1].end, body.since):
            gap = folded[chain[-1].end : body.since]
            chain = chain if len(gap) < 40 and patterns.SUBJECT.match(gap.lstrip(" ,;")) else []
        if body.named:
            chain = []
            continue
        leads = patterns.SUBJECT_BEFORE.search(folded, since, body.since)
        if leads and patterns.NOT_SUBJECT.search(folded, max(0, leads.start() - 60), leads.start()):
            leads = None
        if not chain and leads is None:
            continue
        chain.append(body)
        acts = patterns.ACTS.match(folded, body.end)
        if acts and not _quoted(folded, body.start):
            yield from chain


def _quoted(folded: str, at: int) -> bool:
    """Tell whether ``at`` stands inside quotation marks that its own line opens."""
    since = max(0, at - 600)
    line = folded[max(folded.rfind("\n", since, at) + 1, since) : at]
    return line.count("“") > line.count("”") or line.count('"') % 2 == 1
