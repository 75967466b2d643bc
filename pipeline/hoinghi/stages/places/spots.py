"""Where a text names a place: type words with their names, lists, landmarks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from hoinghi.resources.units import COMMUNE, Unit, gazetteer
from hoinghi.stages.places import patterns as p
from hoinghi.stages.places.words import Words

VILLAGE, OTHER = 4, 0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the text before it is known which one; ``first`` and ``stop`` count syllables.

    ``kind`` is the type word as written (canonical form) or ``None`` for a bare name, ``level``
    1-4 or 0 (landmarks), ``None`` where the name alone leaves it open. ``name_first`` is where
    the name begins, ``key`` its name key, ``units`` what the gazetteer has under it.
    """

    first: int
    stop: int
    name_first: int
    key: str
    kind: str | None
    level: int | None
    units: tuple[Unit, ...] = ()
    rule: str = "typed"
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """Names that may follow a type word, with the prefixes that a search for them needs."""

    names: frozenset[str]
    prefixes: frozenset[str]


@lru_cache(maxsize=1)
def known_names() -> Names:
    """Return the gazetteer's names and the short forms of some."""
    units = gazetteer()
    heads = {alias.rsplit(" ", 1)[0] for alias in p.ALIASES if " " in alias}
    return Names(units.keys | p.ALIASES.keys(), units.prefixes | heads)


def units_of(key: str, levels: tuple[int, ...]) -> tuple[Unit, ...]:
    """Return the gazetteer's units of this name on these levels."""
    found = gazetteer().named(p.ALIASES.get(key, key))
    return tuple(unit for unit in found if unit.level in levels)


def levels_of(kind: p.Kind) -> tuple[int, ...]:
    """Return the levels that a type word may stand for."""
    return (1, 2) if kind.name == "Thành phố" else (kind.level,)


class Spotter:
    """Finds the places of one text that carry their type word."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def spots(self) -> Iterator[Spot]:
        """Yield places with a type word or a landmark head, in order, without overlap."""
        at = 0
        while at < self.words.size:
            found = self._phrase(at) if self.words.keys[at] in PHRASE_FIRST else []
            if self.words.keys[at] in FIRST_SYLLABLES:
                found = found or self._typed(at) or self._landmark(at)
            elif not found and self.words.upper[at]:
                found = self._road_code(at)
            if not found:
                at += 1
                continue
            yield from found
            at = max(found[-1].stop, at + 1)

    def _head(self, at: int, heads: dict[str, p.Kind]) -> tuple[p.Kind, int] | None:
        """Return the type word at ``at`` and where it ends, the longest first."""
        w = self.words
        for size in (3, 2, 1):
            if at + size > w.size or not all(w.blank(i) for i in range(at + 1, at + size)):
                continue
            kind = heads.get(w.key(at, at + size))
            if kind is not None:
                return kind, at + size
        return None

    def _typed(self, at: int) -> list[Spot]:
        w = self.words
        if w.keys[at] in p.WHOLE_ALIASES:
            key = p.WHOLE_ALIASES[w.keys[at]]
            return [Spot(at, at + 1, at, key, "Thành phố", 2, units_of(key, (1, 2)))]
        found = self._head(at, ALL_KINDS)
        if found is None or self._part_of_word(at) or self._wider_name(at):
            return []
        kind, name_at = found
        if not self._joined(kind, at, name_at):
            return self._listed(kind, at, name_at)
        if kind.level == VILLAGE:
            stop = self._village_end(kind, name_at)
            units: tuple[Unit, ...] = ()
        else:
            stop, units = self._unit_end(kind, at, name_at)
        if stop is None:
            return []
        key = w.key(name_at, stop)
        spot = Spot(at, stop, name_at, p.ALIASES.get(key, key), kind.name, kind.level, units)
        return [spot, *self._more(spot, kind, plural=self._plural(at))]

    def _wider_name(self, at: int) -> bool:
        """Tell whether a capital type word is a name's: ``Buôn Hồ``, or a person's last ones."""
        w, known = self.words, known_names()
        if not w.caps[at] or w.upper[at] or w.keys[at] in p.UNIT_KINDS:
            return False
        if w.keys[at] in NAME_LIKE and w.blank(at) and w.caps[at - 1] and not w.upper[at - 1]:
            return True
        ends = w.longest(at, known.names, known.prefixes)
        return any(u.level < 3 for end in ends for u in gazetteer().named(w.key(at, end)))

    def _part_of_word(self, at: int) -> bool:
        w = self.words
        before = p.NOT_AFTER.get(w.keys[at])
        return before is not None and w.blank(at) and w.keys[at - 1] in before

    def _plural(self, at: int) -> bool:
        w = self.words
        return w.blank(at) and (w.keys[at - 1] in p.PLURAL or w.number(at - 1))

    def _joined(self, kind: p.Kind, at: int, name_at: int) -> bool:
        """Tell whether a name may stand right after the type word."""
        w = self.words
        if w.blank(name_at) or (kind.level < VILLAGE and not kind.short and w.wrapped(name_at)):
            return len(w.text(at, name_at)) > 1
        gap = w.gap(name_at)
        return kind.short and gap in {".", ". ", ".\u00a0"} and (w.caps[at] or len(w.keys[at]) > 1)

    def _unit_end(
        self, kind: p.Kind, at: int, name_at: int
    ) -> tuple[int | None, tuple[Unit, ...]]:
        """Return where the unit's name ends, and the units of that name; ``None`` if none is."""
        w, known = self.words, known_names()
        levels = levels_of(kind)
        lower = not kind.short and w.blank(name_at)
        for stop in w.longest(name_at, known.names, known.prefixes, lower=lower):
            units = units_of(w.key(name_at, stop), levels)
            if not units or not self._firm(name_at, stop, units, kind):
                continue
            return stop, units
        if w.upper[at] and not kind.short or not w.blank(name_at) or self._word_with(at, name_at):
            return None, ()
        if kind.short and (len(w.keys[at]) < 2 or w.gap(at).strip() not in {"(", ","}):
            return None, ()
        return self._unknown_end(kind, at, name_at), ()

    def _word_with(self, at: int, name_at: int) -> bool:
        """Tell whether type word and next syllable are one word: ``Xã hội``, ``Huyện đội``."""
        return self.words.keys[name_at] in {"hội", "đội", "đoàn", "ủy", "đảo", "viên"}

    def _firm(self, first: int, stop: int, units: tuple[Unit, ...], kind: p.Kind) -> bool:
        """Tell whether a known name stands there as a name and not as part of something else."""
        w = self.words
        if w.number(first):
            return kind.numbered and not w.wrapped(first) and self._village_number(first)
        capitals = sum(w.caps[first:stop])
        exact = any(u.kind == kind.name for u in units)
        if capitals == 0 or (kind.short and stop - first == 1 and len(w.keys[first]) < 3):
            return False
        if kind.name == "Thị trấn" and kind.short and not exact:
            return False
        runs_on = stop < w.size and w.blank(stop) and w.caps[stop] and not w.upper[stop]
        if stop - first == 1 and runs_on and not self._fresh(stop):
            return False
        if w.keys[first] in p.SURNAMES and stop < w.size and w.blank(stop) and w.caps[stop]:
            # ``xã Lê Lợi`` is a unit, ``xã Lê Lợi Hùng`` would be a person.
            return w.upper[stop] or self._fresh(stop)
        return w.caps[first] or capitals * 2 > stop - first

    def _fresh(self, at: int) -> bool:
        """Tell whether the run of capitals at ``at`` begins something new (a name, a body)."""
        w = self.words
        person = w.keys[at] in p.SURNAMES or w.keys[at + 1 : at + 2] in MIDDLES
        return w.keys[at] in p.NOT_NAMES or (person and w.run(at) - at >= 2)

    def _unknown_end(self, kind: p.Kind, at: int, first: int) -> int | None:
        """Return the end of a unit's name that the gazetteer lacks."""
        w = self.words
        stop = self._name_end(first)
        if stop is None:
            return None
        person = w.keys[first] in p.SURNAMES and (stop - first >= 3 or kind.level == 1)
        person = person or w.keys[first + 1 : first + 2] in MIDDLES
        person = person or any(c in f" {w.key(first, stop)} " for c in FOREIGN)
        if w.blank(at) and w.upper[at - 1]:
            # ``UBND huyện`` with an unlisted name of three syllables is followed by a person.
            person = person or (kind.level < 3 and stop - first >= 3)
        single = stop - first == 1 and (kind.level == 1 or len(w.keys[first]) < 2)
        return None if person or single else stop

    def _name_end(self, first: int) -> int | None:
        """Return the end of a capitalised name of at most four syllables."""
        w = self.words
        if first >= w.size or not w.caps[first]:
            return None
        stop = first
        while stop < w.size and stop - first < 4 and w.caps[stop]:
            abbreviation = w.upper[stop] and len(w.keys[stop]) > 1 and not w.upper[first]
            if stop > first and (not w.blank(stop) or abbreviation or self._stops(stop)):
                break
            stop += 1
            stop = self._hyphenated(stop)
        starts = w.keys[first] not in p.NOT_NAMES or (
            w.keys[first] in p.NAME_STARTS and stop - first > 1
        )
        return stop if starts and stop > first else None

    def _hyphenated(self, stop: int) -> int:
        """Return where a foreign name like ``Pha-băng`` ends."""
        w = self.words
        while stop < w.size and w.gap(stop) == "-" and not w.number(stop):
            stop += 1
        return stop

    def _stops(self, at: int) -> bool:
        """Tell whether a body, an office or a person begins at ``at`` and not more of the name."""
        w = self.words
        if w.keys[at + 1 : at + 2] in MIDDLES and w.blank(at + 1) and w.caps[at + 1]:
            return True
        if w.keys[at] not in STOPPERS or not w.blank(at + 1):
            return False
        return w.keys[at] not in {"ông", "bà"} or w.caps[at + 1]

    def _village_end(self, kind: p.Kind, first: int) -> int | None:
        """Return the end of a hamlet's name or number."""
        w = self.words
        at = first
        if at < w.size and w.keys[at] == "số" and w.number(at + 1) and w.blank(at + 1):
            at += 1
        if w.number(at):
            counts = w.blank(at + 1) and w.keys[at + 1] == w.keys[first - 1]
            named = kind.numbered and self._village_number(at) and not counts
            return at + 1 if named else None
        if at != first:
            return None
        if not kind.named:
            return None
        if w.upper[first - 1]:
            return self._upper_village_end(first)
        stop = self._name_end(first)
        if stop is None or self._no_village(kind, first, stop):
            return None
        tail = stop < w.size and w.blank(stop) and (w.number(stop) or w.text(stop, stop + 1) in ROMAN)
        return stop + 1 if tail and self._village_number(stop) else stop

    def _no_village(self, kind: p.Kind, first: int, stop: int) -> bool:
        """Tell whether the capitals after a hamlet's type word name a person or a wider area."""
        w = self.words
        leader = first > 1 and w.keys[first - 2] in p.LEADERS
        person = leader and w.keys[first] in p.SURNAMES and stop - first >= 3
        if person or w.keys[first + 1 : first + 2] in MIDDLES:
            return True
        if kind.name not in {"Khu", "Khu vực"}:
            return False
        key = w.key(first, stop)
        wide = key in p.REGIONS or known_wide(gazetteer().named(key))
        # ``khu vực Tân Mỹ, phường Tân Lộc`` is a hamlet, ``khu vực Nam Á`` is not.
        loose = kind.name == "Khu vực" and not self._before_commune(stop)
        return wide or loose or stop - first < 2 or w.caps[first - 1]

    def _before_commune(self, at: int) -> bool:
        w = self.words
        joint = at < w.size and w.gap(at).strip() in {"", ",", "("}
        found = self._head(at, p.UNIT_KINDS) if joint else None
        return found is not None and found[0].level == COMMUNE

    def _village_number(self, at: int) -> bool:
        """Tell whether the number at ``at`` names a hamlet and does not count or date anything."""
        w = self.words
        if len(w.text(at, at + 1)) > 3:
            return False
        after = w.gap(at + 1) if at + 1 < w.size else ""
        if after[:1] in {"/", "%"} or (after[:1] in {".", ","} and w.number(at + 1) and len(after) == 1):
            return False
        return not (w.blank(at + 1) and w.keys[at + 1] in COUNTED)

    def _upper_village_end(self, first: int) -> int | None:
        """In capitals throughout, a name ends only where its line or sentence does."""
        stop = self.words.run(first)
        return stop if 0 < stop - first <= 4 and not self.words.blank(stop) else None

    def _listed(self, kind: p.Kind, at: int, name_at: int) -> list[Spot]:
        """Read ``5 thôn: A, B và C``: a plural type word, a colon, then the names."""
        w = self.words
        if kind.short or not self._plural(at) or w.gap(name_at).strip() != ":":
            return []
        empty = Spot(at, name_at, name_at, "", kind.name, kind.level)
        return list(self._more(empty, kind, plural=True))

    def _more(self, spot: Spot, kind: p.Kind, *, plural: bool) -> Iterator[Spot]:
        """Yield the further members of a list that shares one type word."""
        at = spot.stop
        many = plural
        # ``thôn A và B``: a pair needs no plural word before it.
        plural = plural or (kind.level == VILLAGE and self.words.keys[at : at + 1] == ["và"])
        while plural and at < self.words.size:
            first = self._next_member(at, opening=not spot.key and at == spot.stop)
            if first is None or self._head(first, ALL_KINDS):
                return
            member = self._member(kind, first)
            if member is None:
                return
            yield member
            at = member.stop
            plural = many

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
        w, known = self.words, known_names()
        if kind.level == VILLAGE:
            stop = self._village_end(kind, first)
            person = w.keys[first] in p.SURNAMES and stop is not None and stop - first > 2
            known = None if stop is None else gazetteer().named(w.key(first, stop))
            if stop is None or w.number(first) or (person and kind.short) or known_wide(known):
                return None
            return Spot(first, stop, first, w.key(first, stop), kind.name, VILLAGE, (), "list")
        for stop in w.longest(first, known.names, known.prefixes):
            units = units_of(w.key(first, stop), levels_of(kind))
            ends = stop >= w.size or not (w.blank(stop) and w.caps[stop])
            if units and ends and (kind.numbered or not w.number(first)):
                key = w.key(first, stop)
                return Spot(first, stop, first, key, kind.name, kind.level, units, "list")
        return None

    def _landmark(self, at: int) -> list[Spot]:
        """Read a road, river, border gate or other named place that has no parents."""
        w = self.words
        for size in (5, 4, 3, 2, 1):
            head = w.key(at, at + size) if at + size <= w.size else ""
            if head not in p.OTHER_HEADS or not all(w.blank(i) for i in range(at + 1, at + size)):
                continue
            if self._part_of_word(at) or (w.caps[at] and self._unit_begins(head, at)):
                return []
            stop = self._landmark_end(head, at + size)
            if stop is not None:
                name = p.OTHER_HEADS[head]
                key = w.key(at + size, stop)
                return [Spot(at, stop, at + size, key, name, OTHER, (), "landmark")]
        return []

    def _unit_begins(self, head: str, at: int) -> bool:
        """Tell whether a capital head is the beginning of a name (``Cù Lao Dung``)."""
        known = known_names()
        return head in p.LOWER_HEADS or bool(self.words.longest(at, known.names, known.prefixes))

    def _phrase(self, at: int) -> list[Spot]:
        """Read an area with a small first letter, or a street after a house number."""
        w = self.words
        for size in (5, 3, 2):
            key = w.key(at, at + size) if at + size <= w.size else ""
            capital = key in p.PHRASES and w.caps[at + size - 1] and not w.upper[at]
            if capital and all(w.blank(i) for i in range(at + 1, at + size)):
                name = p.PHRASES[key]
                return [Spot(at, at + size, at, key, None, OTHER, (), "region", name)]
        if w.keys[at] != "số" or not w.number(at + 1) or not w.blank(at + 1):
            return []
        stop = w.run(at + 2, 4)
        if stop - at < 4 or not w.blank(at + 2) or not w.gap(stop).startswith((",", " (", ".")):
            return []
        known = gazetteer().named(w.key(at + 2, stop))
        if w.upper[at + 2] or w.keys[at + 2] in p.NOT_NAMES or known_wide(known):
            return []
        name = "Đường " + w.text(at + 2, stop)
        return [Spot(at + 2, stop, at + 2, w.key(at + 2, stop), None, OTHER, (), "street", name)]

    def _road_code(self, at: int) -> list[Spot]:
        """Read a road number that is written in one word: ``ĐT609``."""
        w = self.words
        name = p.ROAD_CODES.get(w.keys[at][:2])
        text = w.text(at, at + 1)
        if name is None or not text[2:3].isdigit() or len(text) > 7:
            return []
        key = w.keys[at]
        return [Spot(at, at + 1, at, key, None, OTHER, (), "landmark", name + text[2:].upper())]

    def _landmark_end(self, head: str, first: int) -> int | None:
        w = self.words
        dotted = head in p.SHORT_HEADS and first < w.size and w.gap(first) == "."
        if first >= w.size or not (w.blank(first) or dotted):
            return None
        if head in p.CODE_HEADS and not (w.caps[first] and w.keys[first][1:].isdigit()):
            return None
        if w.number(first):
            if head not in p.NUMBERED_HEADS or not self._village_number(first):
                return None
        elif not w.caps[first] or w.keys[first] in p.NOT_NAMES - p.NAME_STARTS:
            return None
        if w.upper[first - 1] and w.upper[first] and not w.number(first):
            return None
        if w.upper[first] and w.keys[first].isalpha() and len(w.keys[first]) < 4:
            return None
        if head in p.DIGIT_HEADS and not w.number(first):
            return None
        stop = first + 1
        while stop < w.size and stop - first < 6 and w.linked(stop):
            hyphen = not w.blank(stop)
            if not (w.caps[stop] or (w.number(stop) and not hyphen)) or self._stops(stop):
                break
            if w.number(stop) and not self._village_number(stop):
                break
            if hyphen and not w.caps[first]:
                break
            stop += 1
        return stop


def known_wide(units: tuple[Unit, ...] | None) -> bool:
    """Tell whether a name is that of a province or district."""
    return any(unit.level < COMMUNE for unit in units or ())


ALL_KINDS = {**p.UNIT_KINDS, **p.VILLAGE_KINDS}
STOPPERS = p.keys(
    "ubnd, hđnd, ubmt, mttq, ubmttq, ubmttqvn, ban, ủy, đảng, ông, bà, đồng, chủ, bí, phó, "
    "khóa, ngày, lần, hội, trường, công, giám"
) - {"đồng", "công", "hội", "trường"}
ROMAN = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "A", "B", "C", "D"})
COUNTED = p.keys(
    "người, hộ, đồng chí, thành, ông, bà, đảng, cán, nhà, gia, suất, ngày, năm, tháng, tuổi, "
    "cái, chiếc, trang, điều, em, triệu, tỷ, m, km, ha, giờ, lần, thành viên, hội, đại, lượt, "
    "đồng, cử, cuộc, mô, bộ, căn, cá, bạn"
)
NAME_LIKE = p.keys("sóc, buôn, bon, plei, làng, bản")
PHRASE_FIRST = frozenset(phrase.split(" ")[0] for phrase in p.PHRASES) | {"số"}
FOREIGN = (" việt nam ", " lào ", " trung bộ ", " trung quốc ")
MIDDLES = (["văn"], ["thị"])
FIRST_SYLLABLES = frozenset(
    head.split(" ")[0] for head in (*ALL_KINDS, *p.OTHER_HEADS, *p.WHOLE_ALIASES)
)
