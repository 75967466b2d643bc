"""Where the communes of a report are, as far as it is known, and what lies around them."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from hoinghi.report.facts import Facts
from hoinghi.report.page.map import Around, Spot
from hoinghi.resources.points import point, points
from hoinghi.resources.units import COMMUNE, gazetteer

ISLANDS: Final = {"20333": "Quần đảo Hoàng Sa", "22736": "Quần đảo Trường Sa"}
"""Special zones far out at sea, by code: no map of the country is without them."""


def spots(facts: Facts) -> list[Spot]:
    """Return the communes with meetings whose coordinates are known, most meetings first."""
    rows: list[Any] = list(facts.meetings.itertuples(index=False))
    counts = Counter(
        # Since the reform of 2025 there are no districts, and codes were given anew.
        (row.unit_code, row.unit_district is None, row.unit_commune)
        for row in rows
        if row.unit_code
    )
    return [
        Spot(name, place.latitude, place.longitude, count)
        for (code, reformed, name), count in counts.most_common()
        if (place := point(code, reformed=reformed)) is not None
    ]


def around(facts: Facts) -> Around:
    """Return the communes of today around those of a report.

    They are those of its province, or of the country where it is about several. Islands far out
    would make a province a dot, so that a map of one names them beside it.
    """
    communes = [unit for unit in gazetteer().units if unit.level == COMMUNE and unit.current]
    codes = set(facts.meetings["current_code"].dropna())
    provinces = {unit.parent for unit in communes if unit.code in codes}
    country = len(provinces) != 1
    known = points(reformed=True)
    inside = [
        Spot(ISLANDS.get(unit.code, ""), *known[unit.code])
        for unit in communes
        if unit.code in known and (country or unit.parent in provinces)
    ]
    far = tuple(spot for spot in inside if spot.name)
    near = tuple(spot for spot in inside if not spot.name)
    return Around(near, far, country=country)
