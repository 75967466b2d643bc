"""The figures of an evaluation as tables for the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from rich.table import Table

from hoinghi.gold.vocabulary import LABELS

Figures = Mapping[str, float | None]

_SPAN_MEASURES: Final = ("precision", "recall", "f1", "overlap_f1", "norm")
_THINGS: Final = {
    "people.name": "person names",
    "people.title": "person, title",
    "people.title_organization": "person, title, organisation",
    "directives": "directive (kind, number, symbol)",
    "main.hosts": "main meeting: hosts",
    "meetings": "meetings, all",
}
_SHARES: Final = {
    "people.role": "role, of people found",
    "main.when": "main meeting: when",
    "main.day": "main meeting: day",
    "main.venue": "main meeting: venue, or none",
    "main.venue_named": "main meeting: venue, where named",
    "main.place": "main meeting: most specific place",
    "main.type": "main meeting: type",
    "main.name": "main meeting: name",
    "main.day_place_name": "main meeting: day, place and name",
    "meetings.silence": "no meeting told, none read",
}


def tables(figures: Figures, counts: Mapping[str, int]) -> list[Table]:
    """Return the tables of spans, of records, and of shares, with the meetings invented."""
    spans = _table("Spans", ("precision", "recall", "F1", "overlap F1", "norm"))
    for label in (*LABELS, "spans"):
        meaning = "all labels" if label == "spans" else label
        spans.add_row(meaning, *_cells(figures, label, _SPAN_MEASURES))
    things = _table("Records", ("precision", "recall", "F1"))
    for name, meaning in _THINGS.items():
        things.add_row(meaning, *_cells(figures, name, _SPAN_MEASURES[:3]))
    shares = _table("Right", ("share",))
    for name, meaning in _SHARES.items():
        shares.add_row(meaning, _percent(figures.get(name)))
    shares.caption = (
        f"{counts['meetings.invented']} meetings invented, "
        f"{counts['meetings.invented_without_meeting']} of them in articles that have none"
    )
    return [spans, things, shares]


def _table(title: str, columns: tuple[str, ...]) -> Table:
    table = Table(title=title, title_justify="left", caption_justify="left")
    table.add_column("")
    for column in columns:
        table.add_column(column, justify="right")
    return table


def _cells(figures: Figures, name: str, measures: Sequence[str]) -> list[str]:
    return [_percent(figures.get(f"{name}.{measure}")) for measure in measures]


def _percent(figure: float | None) -> str:
    return "–" if figure is None else f"{100 * figure:.1f}"
