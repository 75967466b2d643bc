"""The map of the page: where meetings were held, over the points of all communes around."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import altair as alt
import pandas as pd

from hoinghi.markup import harmless
from hoinghi.report.vietnamese import number

FRAME_MOST: Final = 700
"""Points of the frame: enough that they look like the province or the country."""

_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """A commune on the map.

    Attributes:
        name: As readers call it.
        latitude: Degrees north.
        longitude: Degrees east.
        meetings: How many were held there; 0 for a point of the frame.
    """

    name: str
    latitude: float
    longitude: float
    meetings: int = 0


def draw_map(spots: Sequence[Spot], frame: Iterable[Spot], width: int) -> Any:
    """Return the chart: a grey dot a commune, a circle a commune with meetings, the first named.

    Args:
        spots: Communes with meetings.
        frame: Communes around them.
        width: Pixels of the drawing.
    """
    around = _thinned([*frame, *spots])
    shape = _shape(around)
    size = {"width": width - 10, "height": max(220, min(int((width - 10) * shape), 560))}
    ordered = sorted(spots, key=lambda spot: -spot.meetings)
    most = max(spot.meetings for spot in ordered)
    place = {"longitude": "longitude:Q", "latitude": "latitude:Q"}
    dots = alt.Chart(_frame(around)).mark_circle(size=10, color="var(--dot)", opacity=1)
    circles = (
        alt.Chart(_frame(ordered))
        .mark_circle(color="var(--bar)", opacity=0.72, stroke="var(--paper)", strokeWidth=0.8)
        .encode(
            **place,
            size=alt.Size(
                "meetings:Q",
                scale=alt.Scale(domain=[0, most], range=[18, 620]),
                legend=None,
            ),
        )
    )
    names = (
        alt.Chart(_frame(ordered[:_NAMED]))
        .mark_text(dy=-15, fontSize=12, stroke="var(--paper)", strokeWidth=3, strokeJoin="round")
        .encode(**place, text="told:N")
    )
    letters = alt.Chart(_frame(ordered[:_NAMED])).mark_text(dy=-15, fontSize=12)
    return (
        alt.layer(dots.encode(**place), circles, names, letters.encode(**place, text="told:N"))
        .project(type="mercator")
        .properties(**size)
    )


def _frame(spots: Sequence[Spot]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "longitude": [spot.longitude for spot in spots],
            "latitude": [spot.latitude for spot in spots],
            "meetings": [spot.meetings for spot in spots],
            "told": [f"{harmless(spot.name)} ({number(spot.meetings)})" for spot in spots],
        }
    )


def _thinned(spots: Sequence[Spot]) -> list[Spot]:
    step = math.ceil(len(spots) / FRAME_MOST)
    return list(spots[:: max(1, step)])


def _shape(spots: Sequence[Spot]) -> float:
    """Return height by width of the area, as Mercator draws it."""
    high = max(spot.latitude for spot in spots) - min(spot.latitude for spot in spots)
    wide = max(spot.longitude for spot in spots) - min(spot.longitude for spot in spots)
    middle = math.cos(math.radians(spots[0].latitude))
    return (high + 0.02) / max((wide + 0.02) * middle, 0.01)
