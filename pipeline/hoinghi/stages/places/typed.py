"""Places that carry their type word: units, hamlets, landmarks, and lists of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hoinghi.resources.units import Unit, gazetteer
from hoinghi.stages.places import patterns as p
from hoinghi.stages.places.landmarks import LandmarkReader
from hoinghi.stages.places.match import Matcher
from hoinghi.stages.places.names import NameReader
from hoinghi.stages.places.spots import OTHER, VILLAGE, Spot, levels_of, units_of, wide
from hoinghi.stages.places.villages import VillageReader
from hoinghi.stages.places.words import Words, by_first
from hoinghi.text import squeeze


class Spotter:
    """Finds the places of one text that carry their type word."""

    def __init__(self, words: Words, known: Matcher) -> None:
        self.words = words
        self.known = known
        self.names = NameReader(words)
        self.villages = VillageReader(words, self.names)
        self.landmarks = LandmarkReader(words, self.names, known)

    def spots(self) -> Iterator[Spot]:
        """Yield places with a type word or a landmark head, in order, without overlap."""
        keys, upper = self.words.keys, self.words.upper
        done = 0
        for at in range(self.words.size):
            if at < done or not (keys[at] in STARTERS or upper[at]):
                continue
            found = self._at(at)
            yield from found
            done = found[-1].stop if found else at

    def _at(self, at: int) -> list[Spot]:
        key = self.words.keys[at]
        found = self.landmarks.phrase(at) if key in PHRASE_FIRST else []
        if key in INTRODUCERS and not self.words.caps[at]:
            return self._introduced(at)
        if key == "đồn":
            return self.landmarks.post(at)
        if key in FIRST_SYLLABLES:
            return found or self._typed(at) or self.landmarks.landmark(at)
        if not found and self.words.upper[at]:
            return self.landmarks.road_code(at) or self.villages.code(at)
        return found

    def _head(self, at: int) -> tuple[p.Kind, int] | None:
        """Return the type word at ``at`` and where it ends, the longest first."""
        w = self.words
        if w.keys[at] == "t":
            spelt = ALL_KINDS.get(w.key(at, at + 2)) if w.gap(at + 1) == "." else None
            return (spelt, at + 2) if spelt else None  # ``T.P``
        for head, end in w.phrases(at, KINDS_BY_FIRST):
            return ALL_KINDS[head], end
        return None

    def _typed(self, at: int) -> list[Spot]:
        w = self.words
        if w.keys[at] in p.WHOLE_ALIASES:
            key = p.WHOLE_ALIASES[w.keys[at]]
            return [Spot(at, at + 1, at, key, "Thành phố", 2, units_of(key, (1, 2)))]
        found = self._head(at)
        if found is None or w.within(at, p.NOT_AFTER) or self._wider_name(at):
            return []
        kind, name_at = found
        if kind.level == VILLAGE and w.key(name_at, name_at + 2) in p.TRAITS:
            at = name_at = name_at + 2
        if kind.level <= 2 and self._provinces(at):
            return []
        if not self._joined(kind, at, name_at):
            return self._listed(kind, at, name_at)
        spot = self._named(kind, at, name_at)
        return [spot, *self._more(spot, kind, plural=self._plural(at))] if spot else []

    def _named(self, kind: p.Kind, at: int, name_at: int) -> Spot | None:
        """Return the place whose name stands at ``name_at`` after its type word."""
        w = self.words
        units: tuple[Unit, ...] = ()
        if kind.level == VILLAGE:
            stop = self.villages.end(kind, name_at)
        else:
            stop, units = self._unit_end(kind, at, name_at)
        if stop is None:
            return None
        key = w.key(name_at, stop)
        spot = Spot(at, stop, name_at, p.ALIASES.get(key, key), kind.name, kind.level, units)
        if kind.level == 1 and key in p.FOREIGN_PROVINCES:
            name = f"Tỉnh {squeeze(w.text(name_at, stop))}, {p.FOREIGN_PROVINCES[key]}"
            spot = replace(spot, level=OTHER, rule="country", name=name)
        return spot

    def _wider_name(self, at: int) -> bool:
        """Tell whether a capital type word is a name's: ``Buôn Hồ``, or a person's last ones."""
        w = self.words
        if not w.caps[at] or w.upper[at] or w.keys[at] in p.UNIT_KINDS:
            return False
        if w.keys[at] in p.NAME_LIKE and w.blank(at) and w.caps[at - 1] and not w.upper[at - 1]:
            return True
        ends = self.known.at(at)
        return any(wide(w.key(at, end)) for end in ends)

    def _plural(self, at: int) -> bool:
        w = self.words
        return w.blank(at) and (w.keys[at - 1] in p.PLURAL or w.number(at - 1))

    def _provinces(self, at: int) -> bool:
        """Tell whether the type word is the second of ``4 tỉnh, thành phố`` before bare names."""
        w = self.words
        return w.gap(at).strip() == "," and w.keys[at - 1] == "tỉnh" and self._plural(at - 1)

    def _joined(self, kind: p.Kind, at: int, name_at: int) -> bool:
        """Tell whether a name may stand right after the type word."""
        w = self.words
        if w.blank(name_at) or (kind.level < VILLAGE and not kind.short and w.wrapped(name_at)):
            return at == name_at or len(w.text(at, name_at)) > 1
        gap = w.gap(name_at)
        if kind.short and not gap:  # "UBND P9"
            return w.blank(at) and w.keys[at - 1] in p.BEFORE_GLUED
        return kind.short and gap in {".", ". ", ".\u00a0"} and (w.caps[at] or len(w.keys[at]) > 1)

    def _unit_end(self, kind: p.Kind, at: int, name_at: int) -> tuple[int | None, tuple[Unit, ...]]:
        """Return where the unit's name ends, and the units of that name; ``None`` if none is."""
        w = self.words
        levels = levels_of(kind)
        lower = not kind.short and w.blank(name_at)
        for stop in self.known.at(name_at, lower=lower):
            units = units_of(w.key(name_at, stop), levels)
            if kind.level == 1 and w.key(name_at, stop) in p.FOREIGN_PROVINCES:
                return stop, ()
            if not units or self._person(stop) or not self._firm(name_at, stop, units, kind):
                continue
            return stop, units
        if not w.blank(name_at) or w.keys[name_at] in p.WORDS_WITH_TYPE:
            return None, ()
        listed = len(w.keys[at]) > 1 and w.gap(at).strip() in {"(", ","}
        if (w.upper[at] or kind.short) and not (kind.short and listed):
            return None, ()
        return self._unknown_end(kind, at, name_at), ()

    def _firm(self, first: int, stop: int, units: tuple[Unit, ...], kind: p.Kind) -> bool:
        """Tell whether a known name stands there as a name and not as part of something else."""
        w = self.words
        if w.number(first):
            return kind.numbered and not w.wrapped(first) and self.names.numbers(first)
        capitals = sum(w.caps[first:stop])
        exact = any(u.kind == kind.name for u in units)
        if capitals == 0:
            return kind.level == 1 and stop - first > 1  # ``tỉnh bình định`` is nothing else
        brief = stop - first == 1 and len(w.keys[first]) < 3
        if kind.short and (brief or (kind.name == "Thị trấn" and not exact)):
            return False
        runs_on = stop < w.size and w.blank(stop) and w.caps[stop] and not w.upper[stop]
        if stop - first == 1 and runs_on and not self.names.fresh(stop):
            return False
        if w.keys[first] in p.SURNAMES and stop < w.size and w.blank(stop) and w.caps[stop]:
            # ``xã Lê Lợi`` is a unit, ``xã Lê Lợi Hùng`` would be a person.
            return w.upper[stop] or self.names.fresh(stop)
        return w.caps[first] or capitals * 2 > stop - first

    def _person(self, stop: int) -> bool:
        """Tell whether what ended was a surname: ``Chủ tịch UBND xã Lâm Văn …``."""
        w = self.words
        middle = w.keys[stop : stop + 1] in p.MIDDLES and w.blank(stop) and w.caps[stop]
        return middle and w.keys[stop - 1] in p.SURNAMES

    def _unknown_end(self, kind: p.Kind, at: int, first: int) -> int | None:
        """Return the end of a unit's name that the gazetteer lacks."""
        w = self.words
        stop = self.names.end(first)
        if stop is None:
            return None
        person = w.keys[first] in p.SURNAMES and (stop - first >= 3 or kind.level == 1)
        person = person or w.keys[first + 1 : first + 2] in p.MIDDLES
        person = person or any(c in f" {w.key(first, stop)} " for c in p.FOREIGN)
        if w.blank(at) and w.upper[at - 1]:
            # ``UBND huyện`` with an unlisted name of three syllables is followed by a person.
            person = person or (kind.level < 3 and stop - first >= 3)
            person = person or (stop - first >= 3 and self._chief(at - 1))
        single = stop - first == 1 and (kind.level == 1 or len(w.keys[first]) < 2)
        # ``loa phường Trao đổi``: the one unlisted syllable begins a sentence.
        native = kind.level == 3 or not w.keys[first].isascii()
        single = single or (native and stop - first == 1 and w.blank(stop) and not w.number(stop))
        return None if person or single else stop

    def _chief(self, at: int) -> bool:
        """Tell whether the body that ends at ``at`` has its head before it."""
        w = self.words
        return w.key(at - 2, at) in p.CHIEFS or w.keys[at - 1] in p.CHIEFS

    def _listed(self, kind: p.Kind, at: int, name_at: int) -> list[Spot]:
        """Read ``5 thôn: A, B và C``: a plural type word, a colon, then the names."""
        w = self.words
        if kind.short or not self._plural(at) or w.gap(name_at).strip() != ":":
            return []
        empty = Spot(at, name_at, name_at, "", kind.name, kind.level)
        return list(self._more(empty, kind, plural=True))

    def _introduced(self, at: int) -> list[Spot]:
        """Read ``3 thôn ven sông là A, B và C``: the names that a plural type word announced."""
        w = self.words
        if not (w.blank(at + 1) and w.caps[at + 1]):
            return []
        head = at
        while head > 0 and at - head < 8 and w.blank(head):
            head -= 1
            kind = self._head(head) if w.keys[head] in FIRST_SYLLABLES else None
            if kind is None or not self._plural(head) or kind[0].short:
                continue
            first = self._member(kind[0], at + 1)
            return [first, *self._more(first, kind[0], plural=True)] if first else []
        return []

    def _more(self, spot: Spot, kind: p.Kind, *, plural: bool) -> Iterator[Spot]:
        """Yield the further members of a list that shares one type word."""
        at = spot.stop
        plural = plural or self._counted_on(spot, at)
        while at < self.words.size and (plural or self._goes_on(kind, at)):
            first = self._next_member(at, opening=not spot.key and at == spot.stop)
            if first is None or self._head(first):
                return
            member = self._member(kind, first)
            if member is None:
                return
            yield member
            # ``thôn A và B``: a pair needs no plural word before it, and ends with the second.
            if not plural and first > at:
                return
            at = member.stop

    def _counted_on(self, spot: Spot, at: int) -> bool:
        """Tell whether numbers go on after a number: ``tổ dân phố 15, 16``."""
        w = self.words
        if not (w.number(at) and w.number(spot.name_first) and at - spot.name_first == 1):
            return False
        comma = w.gap(at) == ", "
        return comma and self.names.numbers(at) and (w.gap(at + 1).strip()[:1] or "a") in ",.;)"

    def _goes_on(self, kind: p.Kind, at: int) -> bool:
        """Tell whether hamlets go on without a plural word: ``thôn Vĩnh Bình, Kim Thành và …``."""
        w = self.words
        if kind.level != VILLAGE or w.keys[at] == "và":
            return kind.level == VILLAGE
        stop = w.run(at)
        if w.gap(at).strip() != "," or not 1 < stop - at < 4 or w.keys[at] in NO_MEMBERS:
            return False
        joined = w.keys[stop : stop + 1] == ["và"]
        ends = joined or w.gap(stop).strip()[:1] in {",", ".", ";", ")"}
        paired = joined and w.caps[stop + 1 : stop + 2] == [True]
        known = w.key(at, stop) in gazetteer()
        return ends and (paired or not known) and self._head(at) is None

    def _next_member(self, at: int, *, opening: bool) -> int | None:
        w = self.words
        gap = w.gap(at).strip()
        if opening:
            return at if gap == ":" else None
        if gap in {",", ";", "-", "–"}:
            return at + 1 if w.keys[at] == "và" and w.blank(at + 1) else at
        if not gap and w.keys[at] == "và" and w.blank(at) and w.blank(at + 1):
            return at + 1
        return None

    def _member(self, kind: p.Kind, first: int) -> Spot | None:
        w = self.words
        if kind.level == VILLAGE:
            stop = self.villages.end(kind, first)
            if stop is None or (wide(w.key(first, stop)) and not w.number(first)):
                return None
            return Spot(first, stop, first, w.key(first, stop), kind.name, VILLAGE, (), "list")
        for stop in self.known.at(first, lower=kind.level == 1 and w.caps[first]):
            units = units_of(w.key(first, stop), levels_of(kind))
            ends = stop >= w.size or not (w.blank(stop) and w.caps[stop])
            if units and ends and (kind.numbered or not w.number(first)):
                key = w.key(first, stop)
                return Spot(first, stop, first, key, kind.name, kind.level, units, "list")
        return None


NO_MEMBERS = p.SURNAMES | (p.NOT_NAMES - p.NAME_STARTS)
ALL_KINDS = {**p.UNIT_KINDS, **p.VILLAGE_KINDS}
KINDS_BY_FIRST = by_first(ALL_KINDS, 1, 3)
PHRASE_FIRST = frozenset(phrase.split(" ")[0] for phrase in p.PHRASES) | {"số"}
FIRST_SYLLABLES = frozenset(
    head.split(" ")[0] for head in (*ALL_KINDS, *p.OTHER_HEADS, *p.WHOLE_ALIASES)
)
INTRODUCERS = frozenset({"là", "như", "gồm"})
STARTERS = FIRST_SYLLABLES | PHRASE_FIRST | INTRODUCERS | {"đồn"}
