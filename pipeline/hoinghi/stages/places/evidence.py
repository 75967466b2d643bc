"""What an article says about where it is: its day, its chains of places, its region."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from hoinghi.resources.units import COMMUNE, DISTRICT, PROVINCE, REFORM, Unit, gazetteer
from hoinghi.stages.places.spots import OTHER, VILLAGE, Spot
from hoinghi.stages.places.words import Words

_FULL_DATE = re.compile(r"\b(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(20\d\d)\b")
_YEAR = re.compile(r"\b(20[012]\d)\b")
_CHAIN_GAPS = frozenset({"", ",", "(", "-", "–", ", (", "thuộc", ", thuộc", "của"})
_LIST_GAPS = frozenset({",", "và", ", và", ";", "-", "–"})
_OLD_KINDS = frozenset({"Huyện", "Quận", "Thị xã", "Thị trấn"})


def article_day(body: str, published: date | None, spots: Sequence[Spot]) -> date:
    """Return the day that names are read on: publication, or what the text lets us guess.

    Without a date of publication the latest full date of the text counts, then its type words:
    districts and townlets ended with the reform.
    """
    if published is not None:
        return published
    days = [day for m in _FULL_DATE.finditer(body) if (day := _date(m)) is not None]
    if days:
        return max(days)
    if any(spot.kind in _OLD_KINDS for spot in spots):
        return date(2023, 1, 1)
    known = [u for s in spots if s.level == COMMUNE for u in s.units]
    if known and all(unit.reformed for unit in known):
        return REFORM
    years = [int(m[1]) for m in _YEAR.finditer(body)]
    return REFORM if years and min(years) >= REFORM.year else date(2023, 1, 1)


def _date(match: re.Match[str]) -> date | None:
    day, month, year = (int(part) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def level_of(spot: Spot) -> int | None:
    """Return the level of a spot; a bare name has that of its units where they agree."""
    if spot.level is not None:
        return spot.level
    levels = {unit.level for unit in spot.units}
    return levels.pop() if len(levels) == 1 else None


def chains(words: Words, spots: Sequence[Spot]) -> dict[int, int]:
    """Return spot -> the spot that names its parent, where the two stand in a chain.

    ``xã A, huyện B``, ``xã A (B, C)`` and ``thôn 3 xã A`` count; the turned order ``huyện B, xã
    A`` where the gazetteer has A in B.
    """
    parents: dict[int, int] = {}
    for i in range(len(spots) - 1):
        low, high = spots[i], spots[i + 1]
        if high.first < low.stop:
            continue
        gap = " ".join(words.body[words.ends[low.stop - 1] : words.starts[high.first]].split())
        if gap not in _CHAIN_GAPS or (gap and "\n\n" in words.gap(high.first)):
            continue
        if _above(high, low):
            parents[i] = i + 1
        elif gap in {",", "-", "–"} and _contains(low, high):
            parents.setdefault(i + 1, i)
    for i in range(len(spots) - 2, -1, -1):
        # ``các xã A, B (huyện C)``: what follows a list holds for all its members.
        listed = _side_by_side(words, spots[i], spots[i + 1])
        above = parents.get(i + 1)
        if not listed or above is None or i in parents:
            continue
        if spots[i].level == VILLAGE or _contains(spots[above], spots[i]):
            parents[i] = above
    return parents


def neighbours(words: Words, spots: Sequence[Spot]) -> dict[int, list[int]]:
    """Return spot -> the other members of the list that it stands in: ``A, B và C``."""
    groups: list[list[int]] = []
    for i, spot in enumerate(spots):
        last = spots[i - 1] if i else None
        gap = words.body[words.ends[last.stop - 1] : words.starts[spot.first]] if last else ""
        if spot.level in {VILLAGE, OTHER}:
            groups.append([])
        elif groups and groups[-1] and gap.strip() in _LIST_GAPS and "\n" not in gap:
            groups[-1].append(i)
        else:
            groups.append([i])
    return {i: [j for j in group if j != i] for group in groups if len(group) > 2 for i in group}


def _side_by_side(words: Words, one: Spot, other: Spot) -> bool:
    """Tell whether two units of one level are members of one list."""
    gap = words.body[words.ends[one.stop - 1] : words.starts[other.first]].strip()
    level = level_of(one)
    joined = gap in {",", "và", ", và"} or (gap == ";" and level != VILLAGE)
    return joined and level is not None and level == level_of(other)


def _above(high: Spot, low: Spot) -> bool:
    """Tell whether ``high`` can be the unit around ``low``."""
    if OTHER in {low.level, high.level}:
        foreign = high.rule == "country" and low.level in {PROVINCE, DISTRICT}
        return foreign and not low.units
    if low.level == VILLAGE:
        return level_of(high) in {COMMUNE, DISTRICT}
    return _contains(high, low) or _may_contain(high, low)


def _may_contain(high: Spot, low: Spot) -> bool:
    """Tell whether the type words allow ``high`` around ``low``, whatever the gazetteer has."""
    low_level, high_level = level_of(low), level_of(high)
    if low_level is None or high_level is None or low.kind is None:
        return False
    if low.kind == "Thành phố":
        return high_level == PROVINCE and not _has_province(low)
    if high_level < low_level:
        return True
    # ``quận Lê Chân, thành phố Hải Phòng``: the word for a city stands on both levels.
    return high.kind == "Thành phố" and _has_province(high) and low_level == DISTRICT


def _has_province(spot: Spot) -> bool:
    return any(unit.level == PROVINCE for unit in spot.units)


def _contains(high: Spot, low: Spot) -> bool:
    around = {u.mark for u in high.units}
    return any(above.mark in around for unit in low.units for above in gazetteer().parents(unit))


_CODES: dict[int, tuple[str, ...]] = {}


def codes_of(unit: Unit) -> tuple[str, ...]:
    """Return the codes of a unit and of all above it, marked with their level.

    Kept per unit: units live as long as the process, so that their ids are theirs alone.
    """
    codes = _CODES.get(id(unit))
    if codes is None:
        chain = (unit, *gazetteer().parents(unit))
        codes = _CODES[id(unit)] = tuple(u.mark for u in chain)
    return codes


class Region:
    """How much of the article speaks for each unit: every place votes for its own parents."""

    def __init__(self, day: date, spots: Sequence[Spot], site: Sequence[Unit]) -> None:
        self.reformed = day >= REFORM
        self.total: dict[str, float] = defaultdict(float)
        self.own: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        seen: Counter[str] = Counter()
        for spot in spots:
            seen[spot.key] += 1
            if seen[spot.key] <= 3:
                self._vote(spot, [u for u in spot.units if u.likely(day)] or list(spot.units))
        for unit in site:
            for code in codes_of(unit):
                self.total[code] += 5

    def _vote(self, spot: Spot, units: list[Unit]) -> None:
        for unit in units:
            for code in codes_of(unit):
                self.total[code] += 1 / len(units)
                self.own[spot.key][code] += 1 / len(units)

    def support(self, unit: Unit, key: str) -> float:
        """Return how much the rest of the article speaks for ``unit``."""
        own = self.own.get(key, {})
        score = 0.0
        if not unit.reformed and self.reformed:
            # An old name is more likely that of a part of the article's new units.
            heirs = (u.mark for u in gazetteer().today(unit) if u.level == COMMUNE)
            score += 3 * min(sum(self.total.get(code, 0.0) for code in heirs), 3.0)
        for code in codes_of(unit):
            votes = min(self.total.get(code, 0.0) - own.get(code, 0.0), 6.0)
            score += votes * (3 if code.startswith("2:") else 1)
        return score
