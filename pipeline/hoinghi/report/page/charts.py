"""The charts of the page as drawings (SVG), made by altair and vl-convert.

Drawings, not interactive charts: they open at once and without a script, print sharply, and take
their colours from the page's style, light or dark. Each is drawn twice, for wide and for narrow
screens, so that its letters keep their size.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import altair as alt
import pandas as pd
import vl_convert
from markupsafe import Markup

from hoinghi.markup import harmless
from hoinghi.report.vietnamese import month, number, percent

WIDE: Final = 540
NARROW: Final = 330

_FONT: Final = "Segoe UI, Roboto, Helvetica Neue, Liberation Sans, Arial, sans-serif"
_INK, _QUIET, _GRID = "var(--ink)", "var(--quiet)", "var(--line)"
_BAR, _REST = "var(--bar)", "var(--rest)"
_LETTER: Final = 6.6  # pixels of a letter of 13 pixels on average
_HEAD: Final = re.compile(r'^<svg xmlns="[^"]*" xmlns:xlink="[^"]*"[^>]*?(?= width)')
# Tenths of a pixel are seen by nobody, and half the drawing would be such digits.
_MEASURES: Final = re.compile(r' (?:d|transform)="[^"]*"')
_FRACTION: Final = re.compile(r"(\.\d)\d+")
_LOCALE: Final = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", ""]}
_CONFIG: Final[dict[str, Any]] = {
    "aria": False,  # each drawing has one text alternative, and its numbers stand in a table
    "background": "transparent",
    "font": _FONT,
    "view": {"stroke": None},
    "axis": {
        "domainColor": _GRID,
        "gridColor": _GRID,
        "labelColor": _QUIET,
        "labelFontSize": 12,
        "ticks": False,
        "labelPadding": 6,
        "title": None,
    },
    "text": {"color": _INK, "fontSize": 13},
}


@dataclass(frozen=True, slots=True)
class Part:
    """One bar of a chart of parts: ``some`` out of ``all``."""

    name: str
    some: int
    all: int


def draw(chart: Any, described: str, shown: str) -> Markup:
    """Return a chart as an SVG element.

    Args:
        chart: An altair chart.
        described: What it shows, for people who do not see it.
        shown: On which screens: ``wide`` or ``narrow``.
    """
    specification = chart.configure(**_CONFIG).to_dict()
    svg = str(vl_convert.vegalite_to_svg(specification, format_locale=_LOCALE))
    head = Markup(
        '<svg class="drawing {}" role="img" preserveAspectRatio="xMinYMin" aria-label="{}"'
    ).format(shown, harmless(described))
    svg = _MEASURES.sub(lambda found: _FRACTION.sub(r"\1", found[0]), _HEAD.sub("", svg))
    return head + Markup(svg)  # noqa: S704 - vl-convert escapes texts


def by_month(counts: Sequence[tuple[str, int]], width: int) -> Any:
    """Return columns by month (``2024-05``), labelled as densely as ``width`` pixels allow."""
    room = max(1, width // 26)
    step = next((s for s in (1, 3, 6, 12) if len(counts) / s <= room), 12)
    frame = pd.DataFrame(
        {"month": [name for name, _ in counts], "meetings": [count for _, count in counts]}
    )
    first = counts[0][0]
    ticks = [name for name, _ in counts if (int(name[5:]) - 1) % step == 0] or [first]
    label = (
        "(substring(datum.label, 5) == '01' || datum.label == '" + ticks[0] + "')"
        " ? [toString(toNumber(substring(datum.label, 5))), substring(datum.label, 0, 4)]"
        " : toString(toNumber(substring(datum.label, 5)))"
    )
    base = alt.Chart(frame, width=width - 46, height=250).encode(
        x=alt.X(
            "month:O",
            axis=alt.Axis(labelAngle=0, labelExpr=label, values=ticks, labelOverlap=False),
            scale=alt.Scale(paddingInner=0.25, paddingOuter=0.15),
        )
    )
    bars = base.mark_bar(color=_BAR).encode(
        y=alt.Y("meetings:Q", axis=alt.Axis(format=",d", tickMinStep=1, tickCount=5, domain=False))
    )
    digits = len(number(max(count for _, count in counts)))
    if len(counts) * (7 * digits + 4) > width - 46:
        return alt.layer(bars)
    texts = base.mark_text(dy=-7, fontSize=11, color=_QUIET).encode(
        y="meetings:Q", text=alt.Text("meetings:Q", format=",d")
    )
    return alt.layer(bars, texts)


def by_name(counts: Sequence[tuple[str, int]], width: int) -> Any:
    """Return bars, each with its name above it and its number at its end."""
    most = max((count for _, count in counts), default=0)
    frame = pd.DataFrame(
        {
            "row": range(len(counts)),
            "name": [_short(name, width) for name, _ in counts],
            "some": [count for _, count in counts],
            "told": [number(count) for _, count in counts],
        }
    )
    room = 8 * len(number(most)) + 14
    return _bars(frame, width, most, room)


def by_part(parts: Sequence[Part], unit: str, width: int) -> Any:
    """Return bars that are filled as far as ``some`` goes out of ``all``."""
    told = [
        f"{number(part.some)}/{number(part.all)} {unit} ({percent(part.some / part.all)})"
        for part in parts
    ]
    room = max((int(len(text) * _LETTER) + 18 for text in told), default=0)
    frame = pd.DataFrame(
        {
            "row": range(len(parts)),
            "name": [_short(part.name, width) for part in parts],
            "some": [part.some / part.all for part in parts],
            "end": 1.0,
            "told": told,
        }
    )
    return _bars(frame, width, 1, room)


def _bars(frame: pd.DataFrame, width: int, most: float, room: int) -> Any:
    base = alt.Chart(frame, width=width - room - 10, height=alt.Step(40)).encode(
        y=alt.Y("row:O", axis=None, scale=alt.Scale(padding=0))
    )
    length = alt.X("some:Q", axis=None, scale=alt.Scale(domain=[0, max(most, 1)], nice=False))
    bars = base.mark_bar(color=_BAR, height=12, yOffset=9)
    names = base.mark_text(align="left", baseline="middle", dy=-7).encode(
        x=alt.value(0), text="name:N"
    )
    told = base.mark_text(align="left", baseline="middle", dx=6, dy=9, color=_QUIET)
    if "end" not in frame:
        return alt.layer(bars.encode(x=length), names, told.encode(x=length, text="told:N"))
    whole = base.mark_bar(color=_REST, height=12, yOffset=9)
    end = alt.X("end:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False))
    return alt.layer(
        whole.encode(x=end),
        bars.encode(x=length),
        names,
        told.encode(x=end, text="told:N"),
    )


def _short(name: str, width: int) -> str:
    letters = int(width / _LETTER)
    name = " ".join(harmless(name).split())
    name = name[:1].upper() + name[1:]
    return name if len(name) <= letters else name[: letters - 1].rstrip() + "…"


def months_told(counts: Sequence[tuple[str, int]]) -> str:
    """Return a chart by month in words, for those who do not see it."""
    if not counts:
        return ""
    top, most = max(counts, key=lambda item: item[1])
    return (
        f"Biểu đồ cột từ tháng {month(counts[0][0])} đến tháng {month(counts[-1][0])}; "
        f"nhiều nhất là tháng {month(top)} với {number(most)} hội nghị."
    )
