"""Landmarks and areas: named places that no administrative unit stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoinghi.resources.units import gazetteer
from hoinghi.stages.places import patterns as p
from hoinghi.stages.places.match import Matcher
from hoinghi.stages.places.names import NameReader
from hoinghi.stages.places.spots import OTHER, Spot, units_named, wide
from hoinghi.stages.places.words import Words, by_first
from hoinghi.text import squeeze, strip_accents


class LandmarkReader:
    """Reads roads, waters, border gates and the like in one text."""

    def __init__(self, words: Words, names: NameReader, known: Matcher) -> None:
        self.words = words
        self.known = known
        self.names = names

    def landmark(self, at: int) -> list[Spot]:
        """Read a road, river, border gate or other named place that has no parents."""
        w = self.words
        for head, end in w.phrases(at, _HEADS):
            if w.within(at, p.NOT_AFTER) or (w.caps[at] and self._unit_begins(head, at)):
                return []
            stop = self._landmark_end(head, end)
            if stop is not None:
                name = p.OTHER_HEADS[head]
                spot = Spot(at, stop, end, w.key(end, stop), name, OTHER, (), "landmark")
                return [spot, *self._streets(spot)] if head in STREET_HEADS else [spot]
        return []

    def _streets(self, street: Spot) -> Iterator[Spot]:
        """Yield the further members of ``các tuyến đường A, B và C``.

        Without a plural word only names of the great go on, which communes bear too: ``đường
        Trần Phú, Hoàng Hoa Thám``.
        """
        w = self.words
        plural = self._plural(street.first)
        at = street.stop
        while at < w.size:
            first = at + (w.keys[at] == "và" and w.blank(at + 1))
            comma = w.gap(at).strip() in {",", ";"} if first == at else w.blank(at)
            stop = self.names.end(first) if comma and "\n" not in w.gap(at) else None
            if stop is None or stop - first < 2 or w.upper[first]:
                return
            great = w.keys[first] in p.SURNAMES and w.key(first, stop) in gazetteer()
            if wide(w.key(first, stop)) or not (plural or great):
                return
            key = w.key(first, stop)
            yield Spot(
                first,
                stop,
                first,
                key,
                street.kind,
                OTHER,
                (),
                "list",
                self._named(street, first, stop),
            )
            at = stop

    def _named(self, street: Spot, first: int, stop: int) -> str:
        return f"{street.kind} {squeeze(self.words.text(first, stop))}"

    def _plural(self, at: int) -> bool:
        """Tell whether several streets are announced: ``các tuyến``, ``hai trục``, ``các``."""
        w = self.words
        at -= w.blank(at) and w.keys[at - 1] in {"tuyến", "trục", "con"}
        return w.blank(at) and (w.keys[at - 1] in p.PLURAL or w.number(at - 1))

    def post(self, at: int) -> list[Spot]:
        """Read the place that a post of the border guard is named after: ``Đồn Biên phòng A``."""
        w = self.words
        size = next((n for n in (3, 2) if w.key(at, at + n) in POSTS), 0)
        first = at + size
        if not size or not w.blank(first) or not w.caps[first] or w.upper[first]:
            return []
        stop = self.names.end(first)
        if stop is None or w.keys[first + 1 : first + 2] in p.MIDDLES:
            return []
        ends = self.known.at(first)
        known = next((end for end in ends if end == stop or self.names.fresh(end)), None)
        units = units_named(w.key(first, known)) if known else ()
        stop = known or stop
        if not units and (stop - first < 2 or (w.keys[first] in p.SURNAMES and stop - first > 2)):
            return []
        key = w.key(first, stop)
        if units:
            return [Spot(first, stop, first, key, None, None, units, "post")]
        name = squeeze(w.text(first, stop))
        return [Spot(first, stop, first, key, None, OTHER, (), "post", name)]

    def _unit_begins(self, head: str, at: int) -> bool:
        """Tell whether a capital head is the beginning of a name (``Cù Lao Dung``)."""
        return head in p.LOWER_HEADS or bool(self.known.at(at))

    def _landmark_end(self, head: str, first: int) -> int | None:
        """Return the end of the name that follows the head."""
        w = self.words
        dotted = head in p.SHORT_HEADS and w.gap(first) == "."
        if not (w.blank(first) or dotted):
            return None
        dated = self._dated(first) if head in DATED_HEADS else None
        if dated is not None or not self._name_begins(head, first):
            return dated
        stop = first + 1
        while stop < w.size and stop - first < 6 and w.linked(stop):
            number = w.number(stop)
            joined = w.caps[stop] or (number and w.blank(stop) and self.names.numbers(stop))
            if not joined or self.names.stops(stop) or not (w.caps[first] or w.blank(stop)):
                break
            if self._ends_before(first, stop):
                break
            stop += 1
        return stop

    def _ends_before(self, first: int, at: int) -> bool:
        """Tell whether a remark after a dash, or a person's name begins at ``at``."""
        w = self.words
        if not w.blank(at):
            reporter = w.upper[at] and len(w.keys[at]) == 2  # ``đường Phạm Văn Đồng-PV``
            return reporter or w.keys[at] in p.GOES_ON
        return at - first > 1 and w.keys[at] in p.SURNAMES and w.run(at) - at > 2

    def _dated(self, first: int) -> int | None:
        """Return the end of a street's name that is a day: ``đường 3/2``, ``30 Tháng 4``."""
        w = self.words
        if not w.number(first):
            return None
        if w.keys[first + 1 : first + 2] == ["tháng"] and w.number(first + 2):
            return first + 3
        day = w.number(first + 1) and w.gap(first + 1) in {"/", "-"}
        return first + 2 if day and w.gap(first + 2) not in {"/", "-"} else None

    def _name_begins(self, head: str, first: int) -> bool:
        """Tell whether the syllable after the head begins a landmark's name or number."""
        w = self.words
        key = w.keys[first]
        if w.number(first):
            return head in p.NUMBERED_HEADS and self.names.numbers(first)
        if head in p.DIGIT_HEADS or not w.caps[first]:
            return False
        if head in p.CODE_HEADS:
            return key[1:].isdigit()
        if w.key(first, first + 2) in p.COMMON_PAIRS and not w.caps[first + 1]:
            return False
        shout = w.upper[first] and (w.upper[first - 1] or (key.isalpha() and len(key) < 4))
        # ``ngã tư QL1 - QL12A`` is where two roads meet, ``thác NHCSXH`` a part of another word.
        spoken = not w.upper[first] or _SYLLABLE.fullmatch(strip_accents(key)) is not None
        crossing = head in CROSSINGS and key[:2] in p.ROAD_CODES and key[2:3].isdigit()
        return spoken and not shout and not crossing and key not in NO_LANDMARKS

    def phrase(self, at: int) -> list[Spot]:
        """Read an area with a small first letter, or a street after a house number."""
        w = self.words
        for key, end in w.phrases(at, _AREAS):
            if w.caps[end - 1] and not w.upper[at]:
                return [Spot(at, end, at, key, None, OTHER, (), "region", p.PHRASES[key])]
        if w.keys[at] != "số" or not w.number(at + 1) or not w.blank(at + 1):
            return []
        stop = w.run(at + 2, 4)
        if stop - at < 4 or not w.blank(at + 2) or not w.gap(stop).startswith((",", " (", ".")):
            return []
        key = w.key(at + 2, stop)
        if w.upper[at + 2] or w.keys[at + 2] in p.NOT_NAMES or wide(key):
            return []
        name = "Đường " + w.text(at + 2, stop)
        return [Spot(at + 2, stop, at + 2, key, None, OTHER, (), "street", name)]

    def road_code(self, at: int) -> list[Spot]:
        """Read a road number that is written in one word: ``ĐT609``."""
        w = self.words
        name = p.ROAD_CODES.get(w.keys[at][:2])
        text = w.text(at, at + 1)
        if name is None or not text[2:3].isdigit() or len(text) > 7:
            return []
        key = w.keys[at]
        return [Spot(at, at + 1, at, key, None, OTHER, (), "landmark", name + text[2:].upper())]


_HEADS = by_first(p.OTHER_HEADS, 1, 5)
_AREAS = by_first(p.PHRASES, 2, 5)
_SYLLABLE = re.compile(r"(?:[^aeiouy]{0,3}[aeiouy]{1,4}[^aeiouy]{0,2}|.*\d.*)")
CROSSINGS = frozenset({"ngã ba", "ngã tư"})
STREET_HEADS = frozenset({"đường", "phố"})
POSTS = frozenset({"đồn biên phòng", "đồn bp"})
DATED_HEADS = frozenset({"đường", "đại lộ", "phố"})
NO_LANDMARKS = p.NOT_NAMES - p.NAME_STARTS
