"""All charts of a report, each with its title and its words for those who do not see it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from hoinghi.report.columns import DIRECTIVES
from hoinghi.report.facts import Facts
from hoinghi.report.figures import KeyFigures
from hoinghi.report.lists import paper_names, records
from hoinghi.report.page.charts import (
    NARROW,
    WIDE,
    Part,
    by_month,
    by_name,
    by_part,
    draw,
    months_told,
)
from hoinghi.report.page.map import draw_map
from hoinghi.report.page.spots import around, spots
from hoinghi.report.sheets import Sheet
from hoinghi.report.vietnamese import number

_DIRECTIVES_SHOWN = 10
_CIRCLES = 400


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart: its title, its drawings for wide and for narrow screens, how it is read."""

    title: str
    wide: Markup
    narrow: Markup
    note: str = ""


def drawings(
    facts: Facts, sheets: Sequence[Sheet], figures: KeyFigures
) -> dict[str, Drawing | None]:
    """Return the charts by name; ``None`` where there is nothing to show."""
    directives = next(sheet for sheet in sheets if sheet.slug == DIRECTIVES)
    parts = _coverage(directives, len(facts.communes))
    return {
        "months": _drawing(
            figures.months,
            "Số hội nghị theo tháng",
            months_told(figures.months),
            lambda width: by_month(figures.months, width),
        ),
        "communes": _counts(figures.top_communes, "Xã, phường, thị trấn có nhiều hội nghị nhất"),
        "map": _map(facts, figures),
        "kinds": _counts(figures.kinds, "Số hội nghị theo loại"),
        "bodies": _counts(figures.top_bodies, "Tổ chức có nhiều hội nghị nhất"),
        "directives": _drawing(
            parts,
            "Số xã đã nêu văn bản trên tổng số xã",
            "Biểu đồ thanh: "
            + "; ".join(
                f"{part.name}: {number(part.some)} trên {number(part.all)} xã" for part in parts
            ),
            lambda width: by_part(parts, "xã", width),
        ),
    }


def _counts(counts: Sequence[tuple[str, int]], title: str) -> Drawing | None:
    told = "; ".join(f"{name}: {number(count)}" for name, count in counts)
    return _drawing(counts, title, f"Biểu đồ thanh: {told}.", lambda width: by_name(counts, width))


def _drawing(
    shown: Sequence[object], title: str, told: str, chart: Callable[[int], Any]
) -> Drawing | None:
    if not shown:
        return None
    described = f"{title}. {told}"
    return Drawing(
        title,
        draw(chart(WIDE), described, "wide"),
        draw(chart(NARROW), described, "narrow"),
    )


def _map(facts: Facts, figures: KeyFigures) -> Drawing | None:
    places = spots(facts)
    if not places:
        return None
    frame = around(facts)
    told = f"{number(len(places))} trên {number(figures.communes)} xã, phường, thị trấn"
    circles = places[:_CIRCLES]
    note = (
        "Mỗi chấm là một xã, phường, đặc khu ngày nay; vòng tròn càng lớn thì nơi đó càng nhiều "
        f"hội nghị. Biết tọa độ của {told} có hội nghị."
    )
    if len(places) > len(circles):
        note += f" Vẽ {number(len(circles))} nơi có nhiều hội nghị nhất."
    if frame.far and not frame.country:
        note += f" Nằm ngoài khung: {', '.join(spot.name for spot in frame.far)}."
    drawing = _drawing(
        circles,
        "Nơi có hội nghị trên bản đồ",
        f"Bản đồ điểm của {told} có hội nghị.",
        lambda width: draw_map(circles, frame, width),
    )
    return drawing and replace(drawing, note=note)


def _coverage(sheet: Sheet, communes: int) -> list[Part]:
    """Return how many of all communes took each directive up, those of most meetings first."""
    most = sheet.frame.sort_values("meetings", ascending=False, kind="stable")
    papers = {str(at): row for at, row in enumerate(records(most))}
    names = paper_names(papers)
    shown = list(papers.items())[:_DIRECTIVES_SHOWN] if communes else []
    return [
        Part(
            f"{names[key]} – {row['title']}" if row["title"] else names[key],
            row["commune_count"],
            communes,
        )
        for key, row in shown
    ]


def _told(part: Part) -> str:
    return f"{part.name}: {number(part.some)} trên {number(part.all)} xã"
