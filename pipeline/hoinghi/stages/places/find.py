"""The finder: spots, verdicts, records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hoinghi.records import Home, Place, PlaceMention
from hoinghi.resources.units import COMMUNE, REFORM, Unit, gazetteer
from hoinghi.stages.places.bare import BareFinder
from hoinghi.stages.places.build import inside, place_of, tidy
from hoinghi.stages.places.evidence import article_day
from hoinghi.stages.places.home import home_of
from hoinghi.stages.places.match import Matcher
from hoinghi.stages.places.owner import own_units
from hoinghi.stages.places.resolve import Resolver, Verdict, commune_before, item_of
from hoinghi.stages.places.spots import OTHER, VILLAGE, Spot
from hoinghi.stages.places.typed import Spotter
from hoinghi.stages.places.words import Words
from hoinghi.text import fold

_UNSETTLED = Verdict(None, None, "ambiguous", 0.5)


def find_places(
    body: str,
    *,
    published: date | None = None,
    title: str | None = None,
    site: str | None = None,
    owner: str = "",
) -> list[PlaceMention]:
    """Find the places that a text names, and which places they are.

    Args:
        body: NFC text; site furniture may be blanked out by line breaks.
        published: day of publication. Names are read as of that day: before 1 July 2025 they
            mean the old units with districts. Without it the dates and type words of the text
            decide.
        title: headline, used as context if it is not part of ``body``.
        site: domain or address of the page (``tamdai.phuninh.quangnam.gov.vn``).
        owner: lines of the page that say whose site it is; evidence like ``site``.

    Returns:
        Mentions in order, without overlap. ``place.name`` is canonical with parents;
        ``resolved_by`` is ``chain``, ``article``, ``unique``, ``pattern`` (villages and
        landmarks) or ``ambiguous`` (several units are possible, named in ``candidates``: the
        place stands without parents).
    """
    repeated = not title or title in body or fold(title) in fold(body)
    lead = "" if repeated else f"{title}\n\n"
    words = Words(lead + body)
    known = Matcher(words)
    typed = _posts(list(Spotter(words, known).spots()))
    day = article_day(body, published, typed)
    spots = sorted([*typed, *BareFinder(words, known, typed, day).spots()], key=lambda s: s.first)
    site_chain = own_units(site, owner, day)
    mentions = _Records(words, spots, day, site_chain).mentions()
    return [_shift(m, len(lead)) for m in mentions if m.start >= len(lead)]


def _posts(typed: list[Spot]) -> list[Spot]:
    """Let a post of the border guard bear the name of a place that the article types elsewhere."""
    named = {s.key: s for s in reversed(typed) if s.rule != "post" and s.level != OTHER}
    return [
        replace(named[s.key], first=s.first, stop=s.stop, name_first=s.first, rule="post")
        if s.rule == "post" and s.key in named
        else s
        for s in typed
    ]


def _shift(mention: PlaceMention, by: int) -> PlaceMention:
    if not by:
        return mention
    return replace(mention, start=mention.start - by, end=mention.end - by)


class _Records:
    """Builds the records of one article from its spots."""

    def __init__(
        self, words: Words, spots: Sequence[Spot], day: date, site: Sequence[Unit]
    ) -> None:
        self.words = words
        self.spots = spots
        self.day = day
        self.site = site
        self.resolver = Resolver(words, spots, day, site)
        self.verdicts = self.resolver.settle()
        self.places: dict[int, Place] = {}
        self.home: Place | None = None
        self.climbing: set[int] = set()
        self.records: dict[tuple[int, str | None], Place] = {}
        self.namesakes: dict[tuple[str, str | None], list[int]] = defaultdict(list)
        for i, spot in enumerate(spots):
            self.namesakes[spot.key, spot.kind].append(i)

    def mentions(self) -> list[PlaceMention]:
        """Return the mentions; units first, since villages stand in them."""
        order = sorted(range(len(self.spots)), key=lambda i: self.spots[i].level or 3)
        for i in order:
            if self.spots[i].level not in {VILLAGE, OTHER}:
                self.places[i] = self._unit(i)
        home = self._home()
        self.home = home.commune
        for i, place in self.places.items():
            self.places[i] = self._unlisted(i, home.district)
            if place == home.commune:
                self.home = self.places[i]
        for i in order:
            if self.spots[i].level in {VILLAGE, OTHER}:
                self.places[i] = self._other(i)
        return [self._mention(i) for i in range(len(self.spots))]

    def _mention(self, i: int) -> PlaceMention:
        spot, w = self.spots[i], self.words
        verdict = self.verdicts.get(i, Verdict(None, None, "pattern", 0.8))
        start, end = w.starts[spot.first], w.ends[spot.stop - 1]
        return PlaceMention(
            start, end, w.body[start:end], self.places[i], verdict.by, spot.rule,
            verdict.confidence, self._candidates(spot) if verdict.by == "ambiguous" else (),
        )  # fmt: skip

    def _candidates(self, spot: Spot) -> tuple[str, ...]:
        """Return the full names of the units that an unsettled name may mean on the day."""
        alike = [u for u in spot.units if spot.kind in {None, u.kind}] or list(spot.units)
        valid = [u for u in alike if u.likely(self.day)] or alike
        names = gazetteer()
        return tuple(dict.fromkeys(names.full_name(unit, self.day) for unit in valid))

    def _surface(self, spot: Spot) -> str:
        w = self.words
        upper = all(w.upper[i] or w.number(i) for i in range(spot.name_first, spot.stop))
        return tidy(w.text(spot.name_first, spot.stop), upper=upper)

    def _unit(self, i: int) -> Place:
        spot, verdict = self.spots[i], self.verdicts.get(i, _UNSETTLED)
        if verdict.unit is not None:
            written = None if spot.rule == "list" or verdict.unit.level == 1 else spot.kind
            record = (id(verdict.unit), written)
            if record not in self.records:
                self.records[record] = place_of(verdict.unit, self.day, written)
            return self.records[record]
        around = self._around(verdict.parent) if verdict.parent is not None else None
        kind = spot.kind or (spot.units[0].kind if spot.units else "")
        name = f"{kind} {self._surface(spot)}".strip()
        return inside(name, kind, spot.level, around)

    def _around(self, parent: int) -> Place | None:
        """Return the record of a parent; two places that claim each other get none."""
        if parent in self.climbing:
            return None
        if parent not in self.places:
            self.climbing.add(parent)
            other = self.spots[parent].level in {VILLAGE, OTHER}
            self.places[parent] = self._other(parent) if other else self._unit(parent)
            self.climbing.discard(parent)
        return self.places[parent]

    def _home(self) -> Home:
        """Return the article's own units; villages without a chain lie in its commune."""
        known = [self._mention(i) for i in sorted(self.places)]
        return home_of(known, self.words.body, self.day, self.site)

    def _unlisted(self, i: int, district: Place | None) -> Place:
        """Return a commune that the gazetteer lacks inside the article's own district."""
        spot, place, w = self.spots[i], self.places[i], self.words
        lone = spot.level == COMMUNE and not spot.units and "," not in place.name
        if not lone or district is None or not district.place_code or self.day >= REFORM:
            return place
        # ``xã A, Ba Vì, Hà Tây``: what follows the comma would be its parents.
        elsewhere = w.gap(spot.stop).strip() == "," and w.caps[spot.stop]
        rural = district.kind == "Huyện"
        fits = place.kind == "Xã" or rural == (place.kind == "Thị trấn")
        return (
            inside(place.name, place.kind, COMMUNE, district) if fits and not elsewhere else place
        )

    def _other(self, i: int) -> Place:
        spot = self.spots[i]
        if spot.level == OTHER:
            if spot.name is not None:
                return Place(name=spot.name, kind=spot.name)
            return Place(name=self._landmark(spot), kind=spot.kind or "")
        name = spot.name or f"{spot.kind} {self._village_name(spot)}"
        return inside(name, spot.kind or "", VILLAGE, self._village_parent(i))

    def _landmark(self, spot: Spot) -> str:
        """Return a landmark's name; the head keeps its own capitals unless it is abbreviated."""
        w = self.words
        head = w.text(spot.first, spot.name_first)
        kind = spot.kind or ""
        if w.upper[spot.first] or len(head) < len(kind):
            head = kind
        return f"{head[:1].upper()}{head[1:]} {self._surface(spot)}"

    def _village_name(self, spot: Spot) -> str:
        typed = (self.spots[j] for j in self.namesakes[spot.key, spot.kind])
        best = next((s for s in typed if not self.words.upper[s.name_first]), spot)
        return self._surface(best)

    def _village_parent(self, i: int) -> Place | None:
        parents = self.resolver.parents
        spot = self.spots[i]
        for j in [i, *self.namesakes[spot.key, spot.kind][:20]]:
            if j in parents:
                return self._around(parents[j])
        known = (i, self.spots, self.verdicts, self.words)
        before = commune_before(*known)
        before = item_of(*known) if before is None else before
        if before is None and self.home is None:
            before = commune_before(*known, paragraph=True)
        return self.places[before] if before is not None else self.home
