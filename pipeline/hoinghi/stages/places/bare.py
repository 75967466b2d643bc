"""Place names without a type word: only those that something in the article supports."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date

from hoinghi.resources.units import COMMUNE, PROVINCE, SOON, Unit, gazetteer
from hoinghi.stages.places import patterns as p
from hoinghi.stages.places.match import FIXED, Matcher
from hoinghi.stages.places.spots import OTHER, VILLAGE, Spot, units_named
from hoinghi.stages.places.words import Words
from hoinghi.text import squeeze


class BareFinder:
    """Finds bare names in one text, given the places that carry their type word.

    A bare name counts when it is a province, a country or region; when the article names it
    with its type word elsewhere; when a body's word fixes its level (``Huyện ủy Đại Từ``); when
    it stands in a chain with a unit that contains it; or when it lies in a province (or a
    commune in a district) that the article is about.
    """

    def __init__(self, words: Words, known: Matcher, typed: list[Spot], day: date) -> None:
        self.words = words
        self.known = known
        # Before the reform no bare name means a unit that only came with it.
        self.reformed = day >= SOON
        self.day = day
        named = [s for s in reversed(typed) if s.level != OTHER and usable(s)]
        named.sort(key=lambda s: -(s.level or 0))
        self.lexicon = {s.key: s for s in named}
        self.own: dict[str, set[int]] = defaultdict(set)
        for key in self.lexicon:
            self.own[key.split(" ")[0]].add(key.count(" ") + 1)
        self.starts = {s.first: s for s in typed}
        self.ends = {s.stop: s for s in typed}
        self.taken = {i for s in typed for i in range(s.first, s.stop)}
        self.region = self._region(typed)

    def _region(self, typed: list[Spot]) -> frozenset[str]:
        """Return the codes of the units that the article names, and of their parents.

        Names of several units count only where one of them lies in what the others name.
        """
        codes: set[str] = set()
        several: list[tuple[Unit, ...]] = []
        for spot in typed:
            units = tuple(u for u in spot.units if u.may_exist(self.day)) or spot.units
            if len({u.code for u in units}) > 2:
                several.append(units[:8])
                continue
            for unit in units:
                codes.update(u.mark for u in (unit, *gazetteer().parents(unit)))
        sure = frozenset(codes)
        for units in several:
            chains = [{u.mark for u in gazetteer().parents(unit)} for unit in units]
            codes.update(*(chain for chain in chains if not sure or chain & sure))
        return frozenset(codes)

    def spots(self) -> list[Spot]:
        """Return the bare names, in order."""
        w, ends, own = self.words, self.known.ends, self.own
        found: list[Spot] = []
        at = 0
        while at < w.size:
            spot = None
            # Most syllables begin no name, which is seen here without a call for each.
            if w.caps[at]:
                if (at in ends or w.keys[at] in own) and at not in self.taken:
                    spot = self._at(at)
            elif w.keys[at] in SMALL_FIRST and at not in self.taken:
                spot = self._small(at)
            if spot is not None:
                found.append(spot)
                at = spot.stop
            else:
                at += 1
        kept = self._chained(found)
        return self._repeated(found, kept)

    def _repeated(self, found: list[Spot], kept: list[Spot]) -> list[Spot]:
        """Keep every candidate whose name was kept once: one article, one place of a name."""
        known = {spot.key: spot.units for spot in kept if spot.rule == "candidate"}
        taken = {spot.first for spot in kept}
        again = (
            replace(spot, units=known[spot.key])
            for spot in found
            if spot.first not in taken
            and spot.key in known
            and self.words.run(spot.first) == spot.stop
            and not (self.words.blank(spot.first) and self.words.caps[spot.first - 1])
        )
        return sorted((*kept, *again), key=lambda spot: spot.first)

    def _ends(self, at: int) -> list[int]:
        """Return the ends of the names at ``at``, the article's own among them, longest first."""
        every, own = self.known.ends.get(at, ()), self.own.get(self.words.keys[at])
        known = self.known.at(at) if every else []
        if len(every) > len(known):
            loose = self.known.at(at, lower=True)
            # ``Cộng hòa Séc``, ``Luông Pha-băng``: foreign names have small letters in them.
            known = [s for s in loose if s in known or self.words.key(at, s) in FIXED]
        if own is None:
            return known
        stops = {at + size for size in own if at + size <= self.words.size}
        fit = (stop for stop in stops - {*known} if self.words.key(at, stop) in self.lexicon)
        return sorted((*known, *(s for s in fit if self.words.whole(at, s))), reverse=True)

    def _at(self, at: int) -> Spot | None:
        w = self.words
        for stop in self._ends(at):
            if any(i in self.taken for i in range(at, stop)):
                continue
            key = w.key(at, stop)
            if key in p.NO_PLACES:
                return None
            spot = self._fixed(at, stop, key) or self._unit(at, stop, key)
            if spot is not None:
                return spot
        return None

    def _small(self, at: int) -> Spot | None:
        """Read ``xã tam đại`` in a text that is careless of capitals, near what it lies in."""
        w = self.words
        kind = p.UNIT_KINDS.get(w.key(at, at + 1)) or p.UNIT_KINDS.get(w.key(at, at + 2))
        if kind is None or kind.short or (w.blank(at) and w.caps[at - 1] and not w.upper[at - 1]):
            return None
        name_at = at + kind.name.count(" ") + 1
        if not w.blank(name_at) or w.caps[name_at] or w.within(at, p.NOT_AFTER):
            return None
        for stop in self.known.at(name_at, lower=True):
            key = w.key(name_at, stop)
            if stop - name_at < 2 or key in p.PLAIN_WORDS or any(w.caps[name_at:stop]):
                continue
            named = [u for u in units_named(key) if u.kind == kind.name]
            units = tuple(u for u in named if self._near(u)) or self._sure(named, at)
            if units:
                return Spot(at, stop, name_at, key, kind.name, kind.level, units)
        return None

    def _sure(self, named: list[Unit], at: int) -> tuple[Unit, ...]:
        """Return the one district of a name, or the one commune of it after a body's word."""
        w = self.words
        valid = tuple(unit for unit in named if unit.likely(self.day))
        body = w.blank(at) and w.keys[at - 1] in p.BODY_ENDS and not w.caps[at - 1]
        sure = len(valid) == 1 and (body or valid[0].level < COMMUNE)
        return valid if sure else ()

    def _near(self, unit: Unit) -> bool:
        """Tell whether the article names the unit, or the one right above it."""
        above = gazetteer().parents(unit)[:1]
        return unit.mark in self.region or any(u.mark in self.region for u in above)

    def _fixed(self, at: int, stop: int, key: str) -> Spot | None:
        """Return a country or region; ``Việt Nam`` only where it is the country itself."""
        w = self.words
        if self._borrowed(at):
            return None
        if key == "việt nam":
            before = w.keys[at - 1] if w.blank(at) else ""
            body = w.blank(at - 1) and w.keys[at - 2] == "hội"
            if before not in p.BEFORE_VIETNAM or w.caps[at - 1] or body or self._runs_on(stop):
                return None
            return Spot(at, stop, at, key, None, OTHER, (), "country", "Việt Nam")
        name = p.COUNTRIES.get(key) or p.REGIONS.get(key)
        if key in p.FOREIGN_PROVINCES:
            name = f"Tỉnh {squeeze(w.text(at, stop))}, {p.FOREIGN_PROVINCES[key]}"
        if name is None or self._person(at, stop) or self._runs_on(stop):
            return None
        if w.linked(at) and w.keys[at - 1] in p.NOT_BEFORE_COUNTRY:
            return None
        return Spot(at, stop, at, key, None, OTHER, (), "country", name)

    def _unit(self, at: int, stop: int, key: str) -> Spot | None:
        levels = self._body_levels(at)
        known = self._named(key)
        if levels:
            units = tuple(u for u in known if u.level in levels)
            kind = p.BODY_KINDS.get(self.words.keys[at - 2])
            units = tuple(u for u in units if u.kind == kind) or units
            longer = self._runs_on(stop) and self.words.run(stop) - stop < 2
            spot = Spot(at, stop, at, key, None, None, units, "body")
            return None if longer or not units else spot
        if (
            key == "hồ chí minh"
            or self._borrowed(at)
            or self._person(at, stop)
            or self._runs_on(stop)
        ):
            return None
        return self._free(at, stop, key, known)

    def _free(self, at: int, stop: int, key: str, known: tuple[Unit, ...]) -> Spot | None:
        """Return a name that no word before it explains: typed elsewhere, province, candidate."""
        w = self.words
        university = _university(w, at)
        typed = None if university else self.lexicon.get(key)
        provinces = tuple(u for u in known if u.level == PROVINCE)
        if typed is not None and not (provinces and typed.level not in {1, 2}):
            around = tuple(u for u in known if u.level == 2) if typed.kind == "Thị trấn" else ()
            if around and not provinces:
                # The town is the seat of the district that alone bears the bare name.
                units = (*around, *typed.units)
                return Spot(at, stop, at, key, None, None, units, "repeated")
            return self._like(typed, at, stop, provinces)
        other = tuple(u for u in known if u.level == 2 and self._only_district(u, provinces))
        if provinces and not other and (stop - at > 1 or key == "huế"):
            return Spot(at, stop, at, key, None, PROVINCE, provinces, "province")
        shout = w.upper[at] and not self._heading(at, stop)
        if stop - at < 2 or not known or university or shout:
            return None
        return Spot(at, stop, at, key, None, None, other or known, "candidate")

    def _borrowed(self, at: int) -> bool:
        """Tell whether a square, a hall, a hotel or an event bears the name."""
        w = self.words
        return w.blank(at) and any(w.key(max(at - size, 0), at) in p.BORROWERS for size in (1, 2))

    def _only_district(self, unit: Unit, provinces: tuple[Unit, ...]) -> bool:
        """Tell ``Quảng Ninh`` the district of Quảng Bình, where only that province is named."""
        above = gazetteer().parents(unit)[:1]
        if not provinces or not above or above[0].bare == unit.bare:
            return False
        return above[0].mark in self.region and not any(u.mark in self.region for u in provinces)

    @staticmethod
    def _like(typed: Spot, at: int, stop: int, provinces: tuple[Unit, ...]) -> Spot:
        """Return the bare form of a place that the article names in full elsewhere."""
        if provinces and typed.level != PROVINCE:
            both = (*provinces, *typed.units) if typed.kind == "Thành phố" else provinces
            return Spot(at, stop, at, typed.key, None, None, both, "province")
        return replace(typed, first=at, stop=stop, name_first=at, rule="repeated")

    def _named(self, key: str) -> tuple[Unit, ...]:
        """Return the units of a name that the article's day allows."""
        known = units_named(key)
        if self.reformed:
            return known
        # Huế was a city before it was a province, and bare all the time.
        begun = (u for u in known if u.since is None or u.since <= self.day or u.level == PROVINCE)
        return tuple(u for u in begun if not u.reformed)

    def _body_levels(self, at: int) -> tuple[int, ...]:
        w = self.words
        if at < 2 or not w.blank(at) or not w.blank(at - 1):
            return ()
        return p.BODY_LEVELS.get(w.key(at - 2, at), ())

    def _person(self, at: int, stop: int) -> bool:
        """Tell whether the name stands inside or right after what begins a person's name."""
        w = self.words
        start = at
        while w.blank(start) and w.caps[start - 1] and at - start < 5:
            start -= 1
        before = w.keys[start - 1] if w.blank(start) else ""
        if start == at:
            return before in p.HONORIFICS and stop - at < 3
        if w.key(start, at) in p.FACULTIES:
            return False  # ``Trường Đại học Nông Lâm Thái Nguyên``
        if any(w.upper[i] and len(w.keys[i]) > 1 for i in range(start, at)) and not w.upper[at]:
            return False
        if before in p.HONORIFICS:
            return True
        if at - start == 1 and w.keys[start] == "từ" and not w.blank(start):
            return False  # ``Từ Quảng Bình đến …`` begins a sentence
        return any(w.keys[i] in p.SURNAMES for i in range(start, at)) and at - start <= 3

    def _runs_on(self, stop: int) -> bool:
        """Tell whether the capitals go on, so that the name is only the head of a longer one."""
        w = self.words
        if stop >= w.size or not w.blank(stop) or not w.caps[stop]:
            return False
        if w.upper[stop] or w.upper[stop - 1]:
            return False
        person = w.keys[stop] in p.SURNAMES or w.keys[stop + 1 : stop + 2] in (["văn"], ["thị"])
        return not (person and w.run(stop) - stop >= 2)

    def _chained(self, found: list[Spot]) -> list[Spot]:
        """Keep the candidates that a neighbour, a list or the article's region supports."""
        chained: dict[int, Spot] = {}
        for i, spot in enumerate(found):
            after = found[i + 1] if i + 1 < len(found) else None
            if spot.rule != "candidate" or self._beside(spot, after):
                chained[i] = spot
        self._list_cities(found, chained)
        # ``xã Hồng Thái (Na Hang)``: a district in a chain is what the article is about too.
        self.region |= {
            unit.mark
            for spot in chained.values()
            for unit in spot.units
            if unit.level == 2 and len(spot.units) <= 2
        }
        kept: list[Spot] = []
        for i, spot in enumerate(found):
            units = tuple(u for u in spot.units if self._supported(u, spot))
            if spot.rule == "candidate" and units:
                # The seat of a district does not push out the district of the same name.
                wider = (u for u in spot.units if u.level == 2 and u.mark in self.region)
                kept.append(replace(spot, units=tuple(dict.fromkeys((*wider, *units)))))
            elif i in chained:
                kept.append(chained[i])
        return kept

    def _list_cities(self, found: list[Spot], chained: dict[int, Spot]) -> None:
        """Keep cities that only stand in a list: ``tại Nha Trang, Đà Lạt và Hà Nội``."""
        w = self.words
        for i, spot in enumerate(found):
            placed = w.blank(spot.first) and w.keys[spot.first - 1] in p.PLACERS
            if i not in chained and placed and self._sole(spot):
                chained[i] = spot
        for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
            for i in order:
                j = i - 1 if order.step > 0 else i + 1
                one, other = found[min(i, j)], found[max(i, j)]
                wide = j in chained and any(u.level < 3 for u in chained[j].units)
                if i not in chained and wide and self._listed(one, other) and self._sole(found[i]):
                    chained[i] = found[i]

    def _listed(self, one: Spot, other: Spot) -> bool:
        """Tell whether two names stand side by side in a list."""
        w = self.words
        if other.first == one.stop:
            return w.gap(other.first).strip() in {",", ";"}
        return other.first == one.stop + 1 and w.keys[one.stop] == "và"

    def _sole(self, spot: Spot) -> bool:
        """Tell whether the name stands alone, and there is one district of it: ``ra Côn Đảo``."""
        w = self.words
        district = {unit.code for unit in spot.units if unit.level == 2}
        goes_on = w.blank(spot.first) and w.caps[spot.first - 1]
        return w.run(spot.first) == spot.stop and not goes_on and len(district) == 1

    def _beside(self, spot: Spot, after: Spot | None) -> bool:
        """Tell whether a neighbour is a unit around this one or in it: ``(Thạch Hà, Hà Tĩnh)``."""
        w = self.words
        after = self.starts.get(spot.stop) or after
        if after is not None and after.first == spot.stop and w.gap(after.first).strip() in JOINTS:
            return _within(spot, after)
        before = self.ends.get(spot.first)
        if before is None or w.gap(spot.first).strip() not in JOINTS:
            return False
        # A commune that the gazetteer lacks still has its district written after it.
        unlisted = before.level == COMMUNE and any(u.level == 2 for u in spot.units)
        return unlisted or _within(before, spot)

    def _supported(self, unit: Unit, spot: Spot) -> bool:
        """Tell whether the article is about what the unit lies in, and the name stands alone."""
        w = self.words
        above = gazetteer().parents(unit)
        codes = {u.mark for u in above}
        if unit.level == 3 and not unit.reformed:
            codes = {above[0].mark} if above else set()
        before = (spot.first - 1, spot.first - 2)
        # ``Lã Thu Hiền Lương`` is a person, ``Tại Tràng Xá`` and ``CP May Nghĩa Hưng`` are not.
        person = all(w.blank(i + 1) and w.caps[i] and not w.upper[i] for i in before)
        ends = spot.stop - w.number(spot.stop - 1)  # ``Đông Hải 2``
        return bool(codes & self.region) and w.run(spot.first) == ends and not person

    def _heading(self, at: int, stop: int) -> bool:
        """Tell whether the name alone heads a paragraph: ``Mường Chanh: …``."""
        w = self.words
        return "\n" in w.gap(at) and w.gap(stop).startswith(":")


def usable(spot: Spot) -> bool:
    """Tell whether the name of a typed place may stand for it without the type word."""
    if spot.level == VILLAGE:
        if " " not in spot.key and spot.key in p.NAME_STARTS:
            return False  # ``thôn Trung``, and Trung is a man elsewhere
        return not spot.key[:1].isdigit() and not spot.key.startswith("số ") and len(spot.key) > 3
    return not spot.key[:1].isdigit() and len(spot.key) > 2


def _university(words: Words, at: int) -> bool:
    """Tell whether the name is a university's: ``Đại học Vinh``."""
    return at > 1 and words.blank(at) and words.key(at - 2, at) == "đại học"


def _within(low: Spot, high: Spot) -> bool:
    """Tell whether some unit of ``high`` lies around some unit of ``low``."""
    around = {u.mark for u in high.units}
    return any(above.mark in around for unit in low.units for above in gazetteer().parents(unit))


SMALL_FIRST = frozenset(head.split(" ")[0] for head, kind in p.UNIT_KINDS.items() if not kind.short)
JOINTS = frozenset({",", "-", "–", "("})
