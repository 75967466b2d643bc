"""Puts the page together: one file, from which no request leaves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import jinja2
import pandas as pd
from markupsafe import Markup

from hoinghi.markup import harmless
from hoinghi.report.columns import BODIES, CHECKS, DIRECTIVES, MONTHS, PLACES
from hoinghi.report.facts import Facts
from hoinghi.report.figures import KeyFigures
from hoinghi.report.page import meetings
from hoinghi.report.page.cards import cards
from hoinghi.report.page.drawings import drawings
from hoinghi.report.page.policy import policy
from hoinghi.report.scope import THEN
from hoinghi.report.sheets import Sheet
from hoinghi.report.vietnamese import day, number, percent
from hoinghi.version import __version__

HEADINGS: Final = (
    ("day", "Ngày"),
    ("name", "Tên hội nghị"),
    ("kind", "Loại"),
    ("place", "Địa bàn"),
    ("host", "Cơ quan chủ trì"),
    ("chair", "Người chủ trì"),
    ("people", "Đại biểu"),
    ("directives", "Văn bản"),
)
"""Columns of the table of meetings, as the page's script knows them, and what readers see."""

LARGEST: Final = 9_950_000
"""Bytes of the page at most; it must stay under ten million."""

_SCRIPTS: Final = (
    "forms", "blocks", "rows", "nodes", "marks", "details", "table", "filters", "paging", "start",
)  # fmt: skip
_STYLES: Final = ("page", "meetings", "narrow", "print")


def write_page(
    facts: Facts,
    sheets: Sequence[Sheet],
    figures: KeyFigures,
    path: Path,
    made: date | None = None,
) -> None:
    """Write ``bao-cao.html``.

    Args:
        facts: What the report tells of.
        sheets: Its tables, from ``hoinghi.report.sheets``.
        figures: Its key figures.
        path: Where the page goes.
        made: The day that it says it was made on, by default today.

    Raises:
        OSError: The file cannot be written.
    """
    scripts = _texts("script", _SCRIPTS, "js")
    styles = _texts("style", _STYLES, "css")
    shown = meetings.newest_first(facts.meetings)
    context = {
        "policy": policy(scripts, styles),
        "styles": [Markup(text) for text in styles],  # noqa: S704 - files of our own
        "scripts": [Markup(text) for text in scripts],  # noqa: S704
        "figures": figures,
        "headings": HEADINGS,
        "scope": facts.scope,
        "cards": cards(figures),
        "sheets": {sheet.slug: sheet for sheet in sheets},
        "slugs": {
            "months": MONTHS,
            "places": PLACES,
            "bodies": BODIES,
            "directives": DIRECTIVES,
            "checks": CHECKS,
        },
        "failed": facts.documents[facts.documents["status"] == "failed"].to_dict("records"),
        "area_known": facts.area_known,
        # Without districts they are today's, even where the meetings count as they were then.
        "area_now": facts.scope.units == THEN and facts.communes["district"].isna().all(),
        "made": day(made or date.today()),
        "version": __version__,
        "shown": len(shown),
    }
    if figures.empty:
        page = _template("page.html").render(**context, drawings={}, table="", details=[])
    else:
        page = _filled(context, facts, sheets, figures)
    path.write_text(page, encoding="utf-8", newline="\n")


def _filled(
    context: dict[str, Any], facts: Facts, sheets: Sequence[Sheet], figures: KeyFigures
) -> str:
    shown = meetings.newest_first(facts.meetings)
    context |= {
        "drawings": drawings(facts, sheets, figures),
        "table": Markup(meetings.table(shown, facts)),  # noqa: S704 - base64
    }
    # The page without details tells how much room is left for them.
    template = _template("page.html")
    bare = template.render(**context, details=[], with_sentence=0)
    room = LARGEST - len(bare.encode())
    blocks, kept = meetings.details(shown, facts, room)
    details = [Markup(block) for block in blocks]  # noqa: S704 - base64
    return template.render(**context, details=details, with_sentence=kept)


def _texts(folder: str, names: Sequence[str], ending: str) -> list[str]:
    here = files("hoinghi.report.page").joinpath(folder)
    return [here.joinpath(f"{name}.{ending}").read_text(encoding="utf-8") for name in names]


@cache
def _template(name: str) -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("hoinghi.report.page", "parts"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalized,
    )
    environment.filters |= {
        "number": number,
        "cell": _cell,
    }
    return environment.get_template(name)


def _cell(value: object, kind: str) -> str:
    """Return a cell of a sheet as it is read; what is unknown is empty."""
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return ""
    if isinstance(value, date):
        return day(value)
    if kind == "integer":
        return number(int(str(value)))
    return percent(float(str(value))) if kind == "percent" else str(value)


def _finalized(value: object) -> object:
    """Every text of an article on its way to the page loses what could turn or break a line."""
    return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value
