"""Find the documents that an article cites."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date

from hoinghi.records import Directive, DirectiveMention
from hoinghi.stages.directives.citation import Citation, Source
from hoinghi.stages.directives.laws import find_laws
from hoinghi.stages.directives.named import (
    find_charters,
    find_congresses,
    find_plenums,
    find_records,
)
from hoinghi.stages.directives.numbered import find_numbered
from hoinghi.stages.directives.resolve import Context
from hoinghi.text import fold

_FINDERS = (find_numbered, find_laws, find_plenums, find_congresses, find_charters, find_records)
_WRITTEN_DAY = re.compile(r"(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?((?:19|20)\d{2})(?!\d)")


def find_directives(body: str, *, published: date | None = None) -> list[DirectiveMention]:
    """Find every numbered or named Party, state or Front document.

    Args:
        body: The article's text with furniture masked, NFC.
        published: The article's day. It tells which of several documents of one number or name
            is meant, and nothing issued later is ever matched; without it the latest full date
            in the text stands in.

    Returns:
        Mentions in order, never overlapping, as the label DIRECTIVE of the guidelines wants
        them (rulings 12, 14, 19): the issuer stays outside, a date of the document inside.
    """
    folded = fold(body)
    source = Source(body, folded, published or _latest_day(folded))
    context = Context(source.folded, source.published)
    citations = _longest([c for find in _FINDERS for c in find(source)])
    directives = [context.resolve(citation) for citation in citations]
    return [
        _mention(body, citation, context.again(citation, directive))
        for citation, directive in zip(citations, directives, strict=True)
    ]


def _mention(body: str, citation: Citation, directive: Directive) -> DirectiveMention:
    return DirectiveMention(
        start=citation.start,
        end=citation.end,
        text=body[citation.start : citation.end],
        directive=directive,
        rule=citation.rule,
        confidence=0.98 if directive.known else 0.9,
    )


def norm(directive: Directive) -> str:
    """Return the norm of a directive: ``kind|number|symbol|issuer|date``, empty where unknown."""
    day = directive.date.isoformat() if directive.date else None
    parts = (directive.kind, directive.number, directive.symbol, directive.issuer, day)
    return "|".join(part or "" for part in parts)


def _longest(citations: list[Citation]) -> list[Citation]:
    """Keep the longest of overlapping citations, in order."""
    kept: list[Citation] = []
    for citation in sorted(citations, key=lambda c: (c.start - c.end, c.start)):
        at = bisect_left(kept, citation.start, key=lambda c: c.start)
        clear = (at == 0 or kept[at - 1].end <= citation.start) and (
            at == len(kept) or citation.end <= kept[at].start
        )
        if clear:
            kept.insert(at, citation)
    return kept


def _latest_day(folded: str) -> date | None:
    days = []
    for day, month, year in _WRITTEN_DAY.findall(folded):
        try:
            days.append(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return max(days, default=None)
