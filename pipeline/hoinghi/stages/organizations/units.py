"""What a bare ``xã``, ``huyện``, ``thành phố`` means where it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from hoinghi.records import Home, Place, PlaceMention
from hoinghi.stages.organizations import patterns
from hoinghi.stages.organizations.items import is_side, opens
from hoinghi.stages.organizations.labels import KINDS

# How far back a unit named in the text still governs a bare "xã" (characters): a paragraph.
_REACH = 400


class Units:
    """The units that one article names, by level and position, and its home."""

    def __init__(self, body: str, places: Sequence[PlaceMention], home: Home) -> None:
        self._body = body
        self._home = home
        self._by_level: dict[str, list[tuple[int, Place]]] = {}
        for mention in places:
            place = mention.place
            abroad = place.level is None and place.name.startswith("Tỉnh ")
            level = "tỉnh" if abroad else place.level
            if level:
                known = replace(place, kind="Tỉnh") if abroad else place
                self._by_level.setdefault(level, []).append((mention.start, known))

    def meant(self, words: tuple[str, ...], start: int) -> Place | None:
        """Return what a bare ``xã`` means at ``start``: the last one named nearby, or home."""
        level = patterns.LEVEL_WORDS[words]
        if level == "thành phố":
            return self.city(start)
        kind = KINDS.get(" ".join(words), " ".join(words))
        return (
            self.of_item(level, start, kind)
            or of_kind(home_unit(self._home, level), kind)
            or self.last(level, start, kind)
            or self._only(level, kind)
        )

    def of_item(self, level: str, start: int, kind: str | None = None) -> Place | None:
        """Return the unit that the item or sentence at ``start`` is about, if it says so.

        A unit is its subject that opens the line (``* Mường Chanh: ...``) or that the sentence
        begins with (``Tại xã Mường Chanh, ...``).
        """
        entries = self._by_level.get(level, [])
        for position, place in reversed(entries[: bisect_right(entries, start, key=itemgetter(0))]):
            if start - position > _REACH:
                break
            if kind is not None and place.kind.lower() != kind:
                continue
            if opens(self._body, position, start) or is_side(self._body, position, start):
                return place
        return None

    def city(self, start: int) -> Place | None:
        """Return what a bare ``thành phố`` means: the item's, the only one of home, the last."""
        levels = ("huyện", "tỉnh")
        told = (self.of_item(level, start, "thành phố") for level in levels)
        item = next((place for place in told if place), None)
        home = (self._home.district, self._home.province)
        cities = [place for place in home if place is not None and place.kind == "Thành phố"]
        if item is not None or len(cities) == 1:
            return item or cities[0]
        near = (self._nearest(level, start, "thành phố") for level in levels)
        last = max((entry for entry in near if entry), key=itemgetter(0), default=None)
        return last[1] if last is not None else next(iter(cities), None)

    def last(
        self, level: str, start: int, kind: str | None = None, reach: int = _REACH
    ) -> Place | None:
        """Return the last place of the level, and of the type word ``kind``, named nearby."""
        entry = self._nearest(level, start, kind, reach)
        return entry[1] if entry is not None else None

    def _only(self, level: str, kind: str) -> Place | None:
        """Return the unit of the type word ``kind`` where the whole article names just one."""
        if level == "thôn":
            return None  # hamlets are many, and mostly unnamed
        named = {p.name: p for _, p in self._by_level.get(level, ()) if p.kind.lower() == kind}
        return next(iter(named.values())) if len(named) == 1 else None

    def _nearest(
        self, level: str, start: int, kind: str | None = None, reach: int = _REACH
    ) -> tuple[int, Place] | None:
        entries = self._by_level.get(level, [])
        at = bisect_right(entries, start, key=itemgetter(0))
        for position, place in reversed(entries[:at]):
            if start - position > reach:
                break
            if kind is None or place.kind.lower() == kind:
                return position, place
        return None


def home_unit(home: Home, level: str) -> Place | None:
    """Return the article's own unit of ``level``."""
    return {
        "thôn": home.village,
        "xã": home.commune,
        "huyện": home.district,
        "tỉnh": home.province,
    }.get(level)


def of_kind(place: Place | None, kind: str) -> Place | None:
    """Return ``place`` if its type word is ``kind`` (lower case)."""
    return place if place is not None and place.kind.lower() == kind else None
