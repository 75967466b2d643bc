"""Every labelled span of a reading, as the gold files and the ``mentions`` table hold them."""

from __future__ import annotations

from typing import Protocol

from hoinghi.records import Directive, Mention, Reading


def directive_norm(directive: Directive) -> str:
    """Return ``kind|number|symbol|issuer|date`` of the guidelines, empty where unknown."""
    day = directive.date.isoformat() if directive.date else ""
    parts = (directive.kind, directive.number, directive.symbol, directive.issuer, day)
    return "|".join(part or "" for part in parts)


_STAGES = {
    "DATE": "dates",
    "LOC": "places",
    "ORG": "organizations",
    "DIRECTIVE": "directives",
    "PER": "names",
    "TITLE": "names",
    "VENUE": "events",
    "MEETING": "events",
}


class _Found(Protocol):
    """What every mention record has."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def rule(self) -> str: ...
    @property
    def confidence(self) -> float: ...


def mentions(reading: Reading) -> tuple[Mention, ...]:
    """Return every labelled span of ``reading``, by start, then the longest first, then label.

    Norms are those of the guidelines: a date's TIMEX3 value, the canonical name of a place or
    body, ``directive_norm``; surfaces are cut from the article's text. ``rule`` is the stage and
    the rule of the stage that found the span: ``dates:point``, ``organizations:place:unit``.
    """
    text = reading.article.text

    def mention(found: _Found, label: str, norm: str | None) -> Mention:
        surface = text[found.start : found.end]
        rule = f"{_STAGES[label]}:{found.rule}"
        return Mention(found.start, found.end, label, surface, norm, rule, found.confidence)

    spans = [mention(found, "DATE", found.value) for found in reading.dates]
    spans += [mention(found, "LOC", found.place.name) for found in reading.places]
    spans += [mention(found, "ORG", found.name) for found in reading.organizations]
    for directive in reading.directives:
        spans.append(mention(directive, "DIRECTIVE", directive_norm(directive.directive)))
    spans += [
        mention(found, found.label, found.norm) for found in (*reading.names, *reading.events)
    ]
    return tuple(sorted(spans, key=lambda span: (span.start, -span.end, span.label)))
