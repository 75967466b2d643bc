"""The map of the page: where meetings were held, over a dot for each commune around."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import altair as alt
import pandas as pd

from hoinghi.markup import harmless
from hoinghi.report.vietnamese import number

DOTS: Final = 1_000
"""Dots of the frame at most: enough that they look like the province or the country."""

_HIGHEST: Final = 620
_NAMES: Final = 8
_LETTER, _LINE = 6.4, 15.0
_PLACE: Final = {"longitude": "longitude:Q", "latitude": "latitude:Q"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A commune on the map.

    Attributes:
        name: As readers call it, ``""`` if it is not named.
        latitude: Degrees north.
        longitude: Degrees east.
        meetings: How many were held there; 0 for a dot of the frame.
    """

    name: str
    latitude: float
    longitude: float
    meetings: int = 0


@dataclass(frozen=True, slots=True)
class Around:
    """What a map shows beside the meetings.

    Attributes:
        near: Communes, a dot each.
        far: Islands far out at sea.
        country: Whether it is a map of the country, which the islands are part of.
    """

    near: tuple[Spot, ...]
    far: tuple[Spot, ...]
    country: bool


def draw_map(spots: Sequence[Spot], around: Around, width: int) -> Any:
    """Return the chart: a dot a commune, a circle a commune with meetings, the greatest named.

    Args:
        spots: Communes with meetings, most first.
        around: What lies around them.
        width: Pixels of the drawing.
    """
    far = around.far if around.country else ()
    dots = [*around.near[:: max(1, math.ceil(len(around.near) / DOTS))], *far]
    plot = _Plot([*dots, *spots], width - 10)
    most = spots[0].meetings
    scale = alt.Scale(domain=[0, most], range=[12, 420])
    circles = _layer(spots).mark_circle(
        color="var(--bar)", opacity=0.75, stroke="var(--paper)", strokeWidth=0.8
    )
    layers = [
        _layer(dots).mark_circle(size=9, color="var(--dot)", opacity=1).encode(**_PLACE),
        circles.encode(**_PLACE, size=alt.Size("meetings:Q", scale=scale, legend=None)),
    ]
    for shown, ink in ((plot.named(spots), "var(--ink)"), (far, "var(--quiet)")):
        text = _layer(shown).encode(**_PLACE, text="told:N")
        halo = {"stroke": "var(--paper)", "strokeWidth": 3, "strokeJoin": "round"}
        layers += [
            text.mark_text(dy=-_LINE, fontSize=12, **halo),
            text.mark_text(dy=-_LINE, fontSize=12, color=ink),
        ]
    size = {"width": plot.width, "height": plot.height}
    return alt.layer(*layers).project(type="mercator").properties(**size)


class _Plot:
    """Where spots come to lie, so that no two names do on one another."""

    def __init__(self, spots: Sequence[Spot], width: int) -> None:
        ys = [_mercator(spot.latitude) for spot in spots]
        xs = [spot.longitude for spot in spots]
        self._left, self._top = min(xs), max(ys)
        wide, high = max(xs) - self._left, self._top - min(ys)
        self._scale = min(width / max(wide, 0.05), _HIGHEST / max(high, 0.05))
        self.width, self.height = width, max(160, round(high * self._scale))

    def named(self, spots: Sequence[Spot]) -> list[Spot]:
        """Return the first spots whose names do not cover those of spots before them."""
        shown: list[tuple[float, float, float]] = []
        found: list[Spot] = []
        for spot in spots[: 5 * _NAMES]:
            x = (spot.longitude - self._left) * self._scale
            y = (self._top - _mercator(spot.latitude)) * self._scale
            half = len(_told(spot)) * _LETTER / 2
            free = all(abs(x - x2) > half + half2 or abs(y - y2) > _LINE for x2, y2, half2 in shown)
            if free and half < x < self.width - half and len(found) < _NAMES:
                shown.append((x, y, half))
                found.append(spot)
        return found


def _mercator(latitude: float) -> float:
    return math.degrees(math.asinh(math.tan(math.radians(latitude))))


def _told(spot: Spot) -> str:
    name = harmless(spot.name)
    return f"{name} ({number(spot.meetings)})" if spot.meetings else name


def _layer(spots: Sequence[Spot]) -> Any:
    return alt.Chart(
        pd.DataFrame(
            {
                "longitude": [spot.longitude for spot in spots],
                "latitude": [spot.latitude for spot in spots],
                "meetings": [spot.meetings for spot in spots],
                "told": [_told(spot) for spot in spots],
            }
        )
    )
