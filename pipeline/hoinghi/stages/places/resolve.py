"""Which unit a name means: by its chain, the article's day and region, and its type word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hoinghi.resources.units import COMMUNE, DISTRICT, REFORM, SOON, Unit, gazetteer
from hoinghi.stages.places import patterns as p
from hoinghi.stages.places.evidence import Region, chains, codes_of, neighbours
from hoinghi.stages.places.spots import OTHER, VILLAGE, Spot
from hoinghi.stages.places.words import Words

_SENTENCE_END = re.compile(r"\n|[.;!?]\s")
_PARAGRAPH_END = re.compile(r"\n")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was settled about a spot: the unit, or the parent spot that the text itself gives."""

    unit: Unit | None
    parent: int | None
    by: str
    confidence: float


CHAIN, CLASH, DRIFT, UNLIKELY, PAST = 50.0, -30.0, -6.0, -4.0, -25.0
SEAT, LIST = -8.0, 10.0
BEFORE_REFORM = date(2025, 6, 30)
_NONE = Verdict(None, None, "ambiguous", 0.5)


class Resolver:
    """Settles the spots of one article, the widest units first."""

    def __init__(
        self, words: Words, spots: Sequence[Spot], day: date, site: Sequence[Unit]
    ) -> None:
        self.words = words
        self.spots = spots
        self.day = day
        self.parents = chains(words, spots)
        self.beside = neighbours(words, spots)
        self.region = Region(day, spots, site)
        self.verdicts: dict[int, Verdict] = {}
        self.shared: dict[tuple[str, int | None, date], Verdict] = {}

    def settle(self) -> dict[int, Verdict]:
        """Return the verdict of every spot that is a unit (villages and landmarks have none)."""
        order = [i for i, s in enumerate(self.spots) if s.level not in {VILLAGE, OTHER}]
        order.sort(key=lambda i: (self.spots[i].level or 3, i not in self.parents, i))
        for i in order:
            self.verdicts[i] = self._verdict(i)
        return self.verdicts

    def _verdict(self, i: int) -> Verdict:
        spot = self.spots[i]
        group = (spot.key, spot.level, self._moment(spot))
        parent = self.parents.get(i)
        if parent is None and group in self.shared:
            return self.shared[group]
        verdict = self._choose(i, parent)
        held = self.shared.get(group, _NONE)
        if held.unit is None and (verdict.unit is not None or held.parent is None):
            self.shared[group] = verdict
        return verdict

    def _choose(self, i: int, parent: int | None) -> Verdict:
        spot = self.spots[i]
        if parent is not None and self._heir(spot, parent):
            return self._choose(i, None)
        early = self._moment(spot) < SOON
        known = (u for u in spot.units if not (early and u.reformed))
        scored = sorted(
            ((self._score(u, i, parent), n, u) for n, u in enumerate(known)),
            key=lambda item: (-item[0], item[1]),
        )
        clash = parent is not None and (not scored or scored[0][0] < CHAIN / 2)
        if clash and parent is not None and parent < i and scored:
            # ``thành phố Huế, huyện Hương Thủy`` is a list and no chain turned round.
            return self._choose(i, None)
        if clash and self._written(parent):
            return Verdict(None, parent, "chain", 0.7)
        if not scored:
            return _NONE
        best = scored[0][2]
        names, day = gazetteer(), self.day
        name = names.full_name(best, day)
        rivals = [(s, unit) for s, _, unit in scored[1:] if names.full_name(unit, day) != name]
        if rivals and rivals[0][0] > scored[0][0] - 0.75:
            return _NONE
        return self._accept(best, spot, parent, alone=self._alone(best, rivals))

    def _heir(self, spot: Spot, parent: int) -> bool:
        """Tell whether a commune of today has its old district after it: ``(huyện B cũ)``."""
        if self.day < REFORM or self._moment(spot) < REFORM:
            return False
        heirs = {heir.mark for u in self.spots[parent].units for heir in gazetteer().today(u)}
        district = self.spots[parent].level == DISTRICT
        return district and any(u.reformed and u.mark in heirs for u in spot.units)

    def _accept(self, best: Unit, spot: Spot, parent: int | None, *, alone: bool) -> Verdict:
        if parent is not None:
            return Verdict(best, None, "chain", 0.98)
        support = self.region.support(best, spot.key)
        if support >= 0.6 or best.level == 1:
            return Verdict(best, None, "article", 0.95 if alone else 0.85)
        if alone and (spot.kind is None or spot.kind == best.kind):
            return Verdict(best, None, "unique", 0.8)
        return _NONE

    def _alone(self, best: Unit, rivals: list[tuple[float, Unit]]) -> bool:
        """Tell whether no other unit of that name is possible on the article's day."""
        return not any(unit.likely(self.day) and unit.kind == best.kind for _, unit in rivals)

    def _written(self, parent: int | None) -> bool:
        """Tell whether the parent in the chain is settled, so that it may be taken as written."""
        return parent is not None

    def _score(self, unit: Unit, i: int, parent: int | None) -> float:
        spot = self.spots[i]
        score = min(self.region.support(unit, spot.key), 24.0)
        day = self._moment(spot)
        if unit.reformed and day < REFORM:
            score += UNLIKELY
        elif not unit.may_exist(day):
            score += PAST
        elif not unit.likely(day):
            score += UNLIKELY
        if spot.kind is not None and unit.kind != spot.kind:
            score += DRIFT
        if parent is not None:
            score += self._chain_score(unit, parent)
        if spot.kind is None and parent is None:
            # ``Chư Sê`` alone is the district, not the town of its name in it.
            above = codes_of(unit)[1:]
            score += SEAT if any(codes_of(u)[0] in above for u in spot.units) else 0
        if parent is None and i in self.beside:
            score += self._list_score(unit, self.beside[i])
        # A bare name means the wider unit: the province of Sơn La before its town.
        return score - (0 if spot.kind else unit.level)

    def _list_score(self, unit: Unit, others: list[int]) -> float:
        """Return how well a unit fits a list: its members mostly lie side by side in one unit."""
        around = codes_of(unit)[1:2]
        alike = sum(
            any(u.level == unit.level and codes_of(u)[1:2] == around for u in self._units(j))
            for j in others
        )
        return LIST * alike / len(others)

    def _units(self, i: int) -> tuple[Unit, ...]:
        """Return what a spot was settled to be, or all that it may be."""
        verdict = self.verdicts.get(i)
        return (verdict.unit,) if verdict and verdict.unit else self.spots[i].units

    def _moment(self, spot: Spot) -> date:
        """Return the day that a name is read on: before the reform where it is called ``cũ``."""
        w = self.words
        if self.day < REFORM:
            return self.day
        if spot.kind in p.PAST_KINDS:
            return BEFORE_REFORM
        after = w.key(spot.stop, min(spot.stop + 2, w.size))
        before = w.body[max(0, w.starts[spot.first] - 60) : w.starts[spot.first]].lower()
        past = after.split(" ")[0] in p.PAST_AFTER or after in p.PAST_AFTER
        past = past or any(phrase in before for phrase in p.PAST_BEFORE)
        return BEFORE_REFORM if past else self.day

    def _chain_score(self, unit: Unit, parent: int) -> float:
        codes = {codes_of(u)[0] for u in self._units(parent)}
        return CHAIN if codes & set(codes_of(unit)[1:]) else CLASH


def item_of(
    i: int, spots: Sequence[Spot], verdicts: dict[int, Verdict], words: Words
) -> int | None:
    """Return the commune that heads the item of a village: ``- Xã Tam Dân: …`` or a line of it."""
    for j in range(i - 1, max(i - 40, -1), -1):
        first, stop = spots[j].first, spots[j].stop
        heads = "\n" in words.gap(first) or first == 0
        if heads and words.gap(stop).startswith((":", " :")):
            verdict = verdicts.get(j)
            unit = verdict.unit if verdict else None
            return j if unit is not None and unit.level == COMMUNE else None
    return None


def commune_before(
    i: int,
    spots: Sequence[Spot],
    verdicts: dict[int, Verdict],
    words: Words,
    *,
    paragraph: bool = False,
) -> int | None:
    """Return the last commune before a village in the same sentence, or paragraph."""
    end = _PARAGRAPH_END if paragraph else _SENTENCE_END
    start = words.starts[spots[i].first]
    for j in range(i - 1, max(i - 9, -1), -1):
        between = words.body[words.ends[spots[j].stop - 1] : start]
        if end.search(between):
            return None
        verdict = verdicts.get(j)
        unit = verdict.unit if verdict else None
        commune = spots[j].level == COMMUNE or (unit is not None and unit.level == COMMUNE)
        if commune and spots[j].rule != "post":
            return j
    return None
