"""The key figures as cards, in the order in which a leader asks for them."""

from __future__ import annotations

from dataclasses import dataclass

from hoinghi.report.figures import KeyFigures
from hoinghi.report.vietnamese import day, number, percent


@dataclass(frozen=True, slots=True)
class Card:
    """One figure, what it counts, and a line of what else is to be known of it."""

    figure: str
    name: str
    more: str = ""


def cards(figures: KeyFigures) -> tuple[Card, ...]:
    """Return the cards of a report."""
    undated = f"{number(figures.undated)} hội nghị chưa rõ ngày" if figures.undated else ""
    unplaced = f"{number(figures.unplaced)} hội nghị chưa rõ nơi họp" if figures.unplaced else ""
    return (
        Card(number(figures.meetings), "hội nghị", _period(figures)),
        Card(number(figures.days), "ngày có hội nghị", undated),
        Card(number(figures.communes), "xã, phường, thị trấn có hội nghị", unplaced),
        Card(number(figures.provinces), "tỉnh, thành phố"),
        Card(
            number(figures.hosts),
            "tổ chức chủ trì",
            f"{number(figures.bodies)} tổ chức chủ trì hoặc tham gia",
        ),
        Card(number(figures.people), "đại biểu được nêu tên"),
        Card(number(figures.directives), "văn bản được nêu"),
        Card(
            number(figures.meetings_to_check),
            "hội nghị cần kiểm tra",
            f"{percent(figures.check_share)} số hội nghị",
        ),
    )


def _period(figures: KeyFigures) -> str:
    if figures.first_day is None or figures.last_day is None:
        return ""
    if figures.first_day == figures.last_day:
        return f"ngày {day(figures.first_day)}"
    return f"từ {day(figures.first_day)} đến {day(figures.last_day)}"
