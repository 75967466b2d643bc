"""One article as the finders of this stage look at it: text, folded text, lines and sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hoinghi.records import DateMention, OrganizationMention, PlaceMention, Region
from hoinghi.text import fold

_Mention = DateMention | PlaceMention | OrganizationMention
_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"[.!?…]+[\"”»)]{0,2}\s*(?=\s|[^\W\d_])")
_SHORT = re.compile(
    r"(?:^|[\s(,;])(?:[A-ZĐ]|TP|Tp|TT|TX|ThS|Ths|TS|PGS|GS|BS|đ/c|Đ/c|[A-ZĐ]{1,4})$"
)
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
# The photo's credit after the sentence that tells what it shows.
_CREDIT = re.compile(r"[ \t]*[(\[]?ảnh ?:")
_CREDITED = re.compile(r"[(\[.] ?ảnh ?:")
HEADLINE_LENGTH = 220
NEAR = 900


@dataclass(frozen=True, slots=True)
class Scene:
    """The text and what is known to lie in it; ``headlines`` are spans of lines that are titles.

    ``date_at``, ``place_at`` and ``body_at`` map a start offset to the mention there; the three
    ``*_ends`` hold the offsets where such mentions end.
    """

    body: str
    low: str
    lines: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]
    headlines: frozenset[tuple[int, int]]
    dates: tuple[DateMention, ...]
    places: tuple[PlaceMention, ...]
    bodies: tuple[OrganizationMention, ...]
    place_at: dict[int, PlaceMention]
    body_at: dict[int, OrganizationMention]
    place_ends: frozenset[int]
    body_ends: frozenset[int]
    words: Sequence[tuple[int, int]]
    captions: tuple[tuple[int, int], ...] = ()

    def line(self, position: int) -> tuple[int, int]:
        """Return the span of the line that ``position`` lies in."""
        return _covering(self.lines, position)

    def sentence(self, position: int) -> tuple[int, int]:
        """Return the span of the sentence that ``position`` lies in, cut to what is near it."""
        start, end = _covering(self.sentences, position)
        return max(start, position - NEAR), min(end, position + NEAR)

    def in_headline(self, position: int) -> bool:
        """Tell whether ``position`` lies in a title line."""
        return self.line(position) in self.headlines

    def in_caption(self, position: int) -> bool:
        """Tell whether ``position`` lies in a caption: by the layout, or before a credit."""
        if any(start <= position < end for start, end in self.captions):
            return True
        start, end = self.sentence(position)
        if self.days_in(start, end):
            return False  # the news itself, told beside its photo
        if _CREDIT.match(self.low, end):
            return True
        return _CREDITED.search(self.low, position, end) is not None

    def inside_word(self, position: int) -> bool:
        """Tell whether ``position`` lies within a known word, not at its edge."""
        at = bisect_left(self.words, (position, 0)) - 1
        return at >= 0 and self.words[at][0] < position < self.words[at][1]

    def days_in(self, start: int, end: int) -> list[DateMention]:
        """Return the dates from ``start`` to ``end`` that name a calendar day."""
        return [d for d in self.dates_in(start, end) if is_day(d)]

    def dates_in(self, start: int, end: int) -> Sequence[DateMention]:
        """Return the dates that begin from ``start`` to ``end``, in order."""
        return self.dates[_first(self.dates, start) : _first(self.dates, end)]

    def places_in(self, start: int, end: int) -> Sequence[PlaceMention]:
        """Return the places that begin from ``start`` to ``end``, in order."""
        return self.places[_first(self.places, start) : _first(self.places, end)]

    def bodies_in(self, start: int, end: int) -> Sequence[OrganizationMention]:
        """Return the bodies that begin from ``start`` to ``end``, in order."""
        return self.bodies[_first(self.bodies, start) : _first(self.bodies, end)]


def is_day(mention: DateMention) -> bool:
    """Tell whether a date names one day, or a range of days of a single event."""
    if not _DAY.match(mention.value):
        return False
    first, last = mention.start_date, mention.end_date
    return first is None or last is None or (last - first).days <= 31


def make_scene(
    body: str,
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
    organizations: Sequence[OrganizationMention],
    words: Sequence[tuple[int, int]],
    sentences: Sequence[tuple[int, int]],
) -> Scene:
    """Index ``body`` and its mentions for the finders of this stage."""
    lines = tuple(m.span() for m in _LINE.finditer(body))
    return Scene(
        body=body,
        low=fold(body),
        lines=lines,
        sentences=tuple(sentences) or tuple(_split(body, lines)),
        headlines=frozenset(_headlines(body, lines)),
        dates=tuple(sorted(dates, key=_start)),
        places=tuple(sorted(places, key=_start)),
        bodies=tuple(sorted(organizations, key=_start)),
        place_at={p.start: p for p in places},
        body_at={o.start: o for o in organizations},
        place_ends=frozenset(p.end for p in places),
        body_ends=frozenset(o.end for o in organizations),
        words=words,
    )


def with_layout(scene: Scene, regions: Sequence[Region]) -> Scene:
    """Return ``scene`` with the headlines and captions that the layout is sure of."""
    return replace(
        scene,
        headlines=scene.headlines | _titles(scene.lines, regions),
        captions=tuple((r.start, r.end) for r in regions if r.kind == "caption"),
    )


def _titles(
    lines: Sequence[tuple[int, int]], regions: Sequence[Region]
) -> frozenset[tuple[int, int]]:
    """Return the lines that the layout found to be the article's headline."""
    spans = [(r.start, r.end) for r in regions if r.kind == "headline"]
    return frozenset(x for x in lines if any(start < x[1] <= end for start, end in spans))


def _start(mention: _Mention) -> int:
    return mention.start


def _first(mentions: Sequence[_Mention], position: int) -> int:
    return bisect_left(mentions, position, key=_start)


def _covering(spans: Sequence[tuple[int, int]], position: int) -> tuple[int, int]:
    at = bisect_right(spans, (position, 1 << 60)) - 1
    if at < 0:
        return (0, spans[0][0]) if spans else (0, position + 1)
    return spans[at]


def _split(body: str, lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Split lines into sentences, for callers that have none."""
    found: list[tuple[int, int]] = []
    for start, end in lines:
        at = start
        for stop in _STOP.finditer(body, start, end):
            if _SHORT.search(body, max(start, stop.start() - 6), stop.start()):
                continue
            if body[stop.end() : stop.end() + 1].islower():
                continue
            found.append((at, stop.end()))
            at = stop.end()
        if at < end:
            found.append((at, end))
    return found


def _headlines(body: str, lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the short lines without a full stop that stand over a longer one."""
    found = []
    for index, (start, end) in enumerate(lines):
        text = body[start:end].strip()
        if not 12 <= len(text) <= HEADLINE_LENGTH or text[-1] in ".;:!,|?":
            continue
        below = max((e - s for s, e in lines[index + 1 : index + 4]), default=0)
        if text[0] not in "-–+*•" and (below > len(text) or text.isupper()):
            found.append((start, end))
    return found
