"""The article's own units: what ``xã``, ``huyện`` and ``tỉnh`` without a name mean in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from hoinghi.records import Home, Place, PlaceMention
from hoinghi.resources.units import KINDS, LEVELS, REFORM, Unit, gazetteer, name_key
from hoinghi.stages.places.build import place_of
from hoinghi.stages.places.evidence import article_day
from hoinghi.stages.places.owner import own_units
from hoinghi.text import fold

Weights = dict[str, float]
_LEVELS = ("thôn", "xã", "huyện", "tỉnh")
_LEAD = 700
_BODY = re.compile(
    r"(?:ủy|ubnd|hđnd|mttq|ubmttq|ubmttqvn|việt nam|đảng bộ|ủy ban nhân dân|hội đồng nhân dân|"
    r"mặt trận|thường trực|hội trường|địa bàn|nhân dân|công an|hội|đoàn)\s*\Z"
)


def find_home(
    mentions: Sequence[PlaceMention],
    body: str,
    *,
    published: date | None = None,
    title: str | None = None,
    site: str | None = None,
    owner: str = "",
) -> Home:
    """Return the units that bare ``xã``, ``huyện``, ``tỉnh`` and ``thành phố`` mean.

    Places of the headline, the lead and of bodies weigh more than others; the site's domain
    weighs most. A commune gives its district and province, a district its province.

    Args:
        mentions: the places of the article, in order, as ``find_places`` returns them.
        body: the text that the offsets of ``mentions`` count in.
        published: day of publication, for reading the domain.
        title: headline, if it is not part of ``body``.
        site: domain or address of the page.
        owner: lines of the page that say whose site it is.
    """
    day = article_day(body, published, ())
    return home_of(mentions, body, day, own_units(site, owner, day), name_key(title or ""))


def home_of(
    mentions: Sequence[PlaceMention],
    body: str,
    day: date,
    site: Sequence[Unit],
    headline: str = "",
) -> Home:
    """Return the article's own units on ``day``; ``headline`` is a name key."""
    weights: dict[str, Weights] = {level: defaultdict(float) for level in _LEVELS}
    places: dict[str, Place] = {}
    head = _headline_end(body)
    own = [mention for mention in mentions if mention.place.level in weights]
    if day >= REFORM:
        # Units of the past are told of (``nguyên Bí thư Huyện ủy Tân Lạc``), not from.
        own = [mention for mention in own if not _past(mention.place)] or own
    widest = _widest(own)
    for mention in own:
        place = mention.place
        titled = headline if widest[name_key(mention.text)] == place.level else ""
        places.setdefault(place.name, place)
        weights[place.level or ""][place.name] += _weight(mention, body, head, titled)
    for unit in site:
        place = place_of(unit, day)
        places.setdefault(place.name, place)
        weights[LEVELS[unit.level]][place.name] += 12
    return _climb(weights, places, day)


def _past(place: Place) -> bool:
    """Tell whether a unit went with the reform."""
    gone = bool(place.current_name) and place.name not in place.current_name
    return place.level != "thôn" and (gone or place.level == "huyện")


def _widest(mentions: Sequence[PlaceMention]) -> dict[str, str]:
    """Return the widest level of each name as written: a headline means the town by ``Ba Đồn``."""
    found: dict[str, str] = {}
    for mention in mentions:
        key, level = name_key(mention.text), mention.place.level or ""
        found[key] = max(found.get(key, level), level, key=_LEVELS.index)
    return found


def _headline_end(body: str) -> int:
    """Return where the first line with text ends."""
    start = len(body) - len(body.lstrip())
    end = body.find("\n", start)
    return len(body) if end < 0 else min(end, start + 250)


def _weight(mention: PlaceMention, body: str, head: int, headline: str) -> float:
    weight = 1.0
    if mention.start < head or name_key(mention.text) in headline:
        weight += 2.0
    elif mention.start < head + _LEAD:
        weight += 1.0
    if _BODY.search(fold(body[max(0, mention.start - 24) : mention.start])):
        weight += 1.0
    return weight


def _climb(weights: dict[str, Weights], places: dict[str, Place], day: date) -> Home:
    """Choose from the most specific level up; a chosen unit decides what is above it."""
    commune = _leader(weights["xã"], places, least=2.0)
    village = _leader(weights["thôn"], places, least=3.0)
    for name, weight in weights["xã"].items():
        above = _parent(places[name], "district", places, day)
        if above is not None:
            places.setdefault(above.name, above)
            weights["huyện"][above.name] += weight / 2
    district = _parent(commune, "district", places, day) if commune else None
    if commune is None or not commune.province:
        district = district or _leader(weights["huyện"], places, least=1.0)
    for level in ("xã", "huyện"):
        for name, weight in weights[level].items():
            above = _parent(places[name], "province", places, day)
            if above is not None:
                places.setdefault(above.name, above)
                weights["tỉnh"][above.name] += weight / 2
    lowest = commune if commune and commune.province else district
    province = _parent(lowest, "province", places, day) if lowest else None
    province = province or _leader(weights["tỉnh"], places, least=1.0)
    return Home(village=village, commune=commune, district=district, province=province)


def _leader(votes: Weights, places: dict[str, Place], *, least: float) -> Place | None:
    """Return the place that clearly leads, or nothing."""
    # The first of equals in the text stays first: sorting is stable.
    top = sorted(votes, key=lambda name: -votes[name])[:2]
    if not top or votes[top[0]] < least:
        return None
    if len(top) > 1 and votes[top[0]] < 1.4 * votes[top[1]]:
        return None
    return places[top[0]]


def _parent(place: Place | None, field: str, places: dict[str, Place], day: date) -> Place | None:
    """Return the record of the district or province that ``place`` lies in."""
    if place is None:
        return None
    name = place.district if field == "district" else place.province
    at = place.name.find(f", {name}") if name else -1
    if at < 0:
        return None
    full = place.name[at + 2 :]
    if full in places:
        return places[full]
    first = full.split(",")[0]
    kind = next((k for k in KINDS if first.startswith(f"{k} ")), "")
    units = gazetteer().named(name_key(first[len(kind) :]))
    found = (unit for unit in units if gazetteer().full_name(unit, day) == full)
    return next((place_of(unit, day) for unit in found), None)
