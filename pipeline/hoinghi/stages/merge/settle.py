"""Findings of different stages that cover the same text: which of them hold.

What may lie in what is the table of ``corpus/GUIDELINES.md``: a place may lie in a body, a
venue or a title; anything but people and titles may lie in the name of a meeting; nothing lies
in a directive.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from hoinghi.records import Mention, Reading
from hoinghi.stages.merge.namesakes import without_namesakes


class _Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=_Span)


class Cover:
    """A set of spans that others may lie in or cross."""

    def __init__(self, spans: Iterable[_Span]) -> None:
        ordered = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in ordered]
        self._ends: list[int] = []
        for _, end in ordered:
            self._ends.append(max(end, self._ends[-1] if self._ends else 0))

    def touches(self, span: _Span) -> bool:
        """Tell whether any span of the set shares a character with ``span``."""
        at = bisect_left(self._starts, span.end)
        return at > 0 and self._ends[at - 1] > span.start

    def without(self, spans: Sequence[S]) -> tuple[S, ...]:
        """Return the ``spans`` that share no character with the set."""
        return tuple(span for span in spans if not self.touches(span))


def settle_context(reading: Reading) -> Reading:
    """Drop what lies in a citation: dates, places and bodies in there are parts of its name.

    A committee for a document (``Ban Chỉ đạo thực hiện Nghị quyết 57 phường``) holds the citation.
    """
    committees = [body for body in reading.organizations if body.rule.startswith("topic:")]
    directives = [one for one in reading.directives if not _inside(one, committees)]
    cited = Cover(directives)
    return replace(
        reading,
        directives=tuple(directives),
        dates=cited.without(reading.dates),
        places=cited.without(reading.places),
        organizations=cited.without(reading.organizations),
    )


def _inside(span: _Span, wholes: Sequence[_Span]) -> bool:
    """Tell whether one of ``wholes`` holds all of ``span`` and begins before it."""
    return any(whole.start < span.start and span.end <= whole.end for whole in wholes)


def settle(reading: Reading) -> Reading:
    """Drop the weaker of every two findings that cannot both hold.

    Citations win over everything, venues over bodies and names, bodies over names, the names of
    people over places (but for roads that bear one), the names of meetings over people and titles
    inside them. Only a longer title around a body wins over it (``Đảng ủy viên``, ``công chức Văn
    phòng - Thống kê``).
    """
    reading = _out_of_citations(reading)
    reading = replace(reading, names=without_namesakes(reading.names, reading.places))
    titles = sorted((n.start, n.end) for n in reading.names if n.label == "TITLE")
    bodies = [body for body in reading.organizations if not _in_title(body, titles)]
    organizations = Cover([*reading.directives, *_venues(reading)]).without(bodies)
    names = Cover([*reading.directives, *_venues(reading), *organizations]).without(reading.names)
    names = _outside_meetings(names, reading.events)
    people = Cover(name for name in names if name.label == "PER")
    places = people.without(reading.places)
    return replace(
        reading,
        organizations=organizations,
        names=names,
        places=_uncrossed(places, [*organizations, *_venues(reading)]),
        dates=people.without(reading.dates),
    )


def _out_of_citations(reading: Reading) -> Reading:
    """Drop places, venues and meetings in citations; a meeting may hold the whole of one."""
    cited = Cover(reading.directives)
    events = [
        event
        for event in reading.events
        if not cited.touches(event)
        or (event.label == "MEETING" and not _cut(event, reading.directives))
    ]
    return replace(reading, places=cited.without(reading.places), events=tuple(events))


def _cut(span: _Span, others: Iterable[_Span]) -> bool:
    """Tell whether an edge of ``span`` lies within one of ``others``, or it lies in one whole."""
    return any(
        one.start < edge < one.end or (one.start <= span.start and span.end <= one.end)
        for one in others
        for edge in (span.start, span.end)
    )


def _uncrossed(places: Sequence[S], wholes: Iterable[_Span]) -> tuple[S, ...]:
    """Drop the places that begin in a body or venue and end behind it, or the reverse."""
    ordered = sorted((one.start, one.end) for one in wholes)
    kept = []
    for place in places:
        at = bisect_left(ordered, (place.end, 0)) - 1
        near = ordered[max(0, at - 1) : at + 1]
        if not any(
            start < place.start < end < place.end or place.start < start < place.end < end
            for start, end in near
        ):
            kept.append(place)
    return tuple(kept)


def _in_title(body: _Span, titles: Sequence[tuple[int, int]]) -> bool:
    """Tell whether one of the ``titles``, which lie apart, is longer and holds all of a body."""
    at = bisect_right(titles, body.start, key=lambda title: title[0]) - 1
    return at >= 0 and body.end <= titles[at][1] and titles[at] != (body.start, body.end)


def _venues(reading: Reading) -> list[Mention]:
    return [event for event in reading.events if event.label == "VENUE"]


def _outside_meetings(names: Sequence[Mention], events: Sequence[Mention]) -> tuple[Mention, ...]:
    meetings = sorted((e.start, e.end) for e in events if e.label == "MEETING")
    starts = [start for start, _ in meetings]
    kept = []
    for name in names:
        at = bisect_right(starts, name.start)
        if at == 0 or meetings[at - 1][1] < name.end:
            kept.append(name)
    return tuple(kept)
