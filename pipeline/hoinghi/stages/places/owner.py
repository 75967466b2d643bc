"""The units whose site an article stands on, as the page's own lines and its address say."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from hoinghi.resources.units import Unit
from hoinghi.stages.places.address import site_units
from hoinghi.stages.places.bare import BareFinder
from hoinghi.stages.places.evidence import codes_of
from hoinghi.stages.places.match import Matcher
from hoinghi.stages.places.resolve import Resolver
from hoinghi.stages.places.typed import Spotter
from hoinghi.stages.places.words import Words


def own_units(site: str | None, owner: str, day: date) -> list[Unit]:
    """Return the units that a domain names, and those of the page's lines that lie in them.

    Args:
        site: domain or address of the page.
        owner: the site's own lines (``HUYỆN THĂNG BÌNH - TỈNH QUẢNG NAM``), no mentions
            themselves.
        day: the day that names are read on.
    """
    chain = site_units(site, day)
    named = _named(owner, day) if owner else ()
    if not chain:
        return list(named)
    return [*chain, *(unit for unit in named if chain[-1].mark in codes_of(unit)[1:])]


@lru_cache(maxsize=64)
def _named(owner: str, day: date) -> tuple[Unit, ...]:
    """Return the units of the owner's lines that are certain."""
    words = Words(owner)
    known = Matcher(words)
    typed = list(Spotter(words, known).spots())
    bare = BareFinder(words, known, typed, day).spots()
    spots = sorted([*typed, *bare], key=lambda spot: spot.first)
    verdicts = Resolver(words, spots, day, ()).settle()
    found = (verdicts[i].unit for i in sorted(verdicts))
    return tuple({unit.mark: unit for unit in found if unit is not None}.values())
