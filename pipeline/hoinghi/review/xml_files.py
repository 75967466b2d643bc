"""Gold documents as inline XML, the form of ``corpus/gold``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

# Of two spans with the same edges the container is the outer one.
_OUTER: Final = {label: rank for rank, label in enumerate(("MEETING", "VENUE", "ORG", "TITLE"))}


def to_xml(gold: Mapping[str, Any]) -> str:
    """Return a file with one document.

    Args:
        gold: Its spans nest.
    """
    records = {name: gold[name] for name in ("meetings", "people", "directives")}
    head = "".join(
        f" {name}={quoteattr(gold[name] or '')}" for name in ("id", "source", "published", "title")
    )
    return (
        f"<corpus>\n<doc{head}>\n<body>\n{_body(gold['text'], gold['spans'])}\n</body>\n"
        f"<records>{escape(json.dumps(records, ensure_ascii=False))}</records>\n</doc>\n</corpus>\n"
    )


def _body(text: str, spans: Sequence[Mapping[str, Any]]) -> str:
    order = sorted(spans, key=lambda s: (s["start"], -s["end"], _OUTER.get(s["label"], 9)))
    parts: list[str] = []
    inside: list[Mapping[str, Any]] = []
    at = 0

    def run_to(end: int) -> None:
        nonlocal at
        parts.append(escape(text[at:end]))
        at = end

    def close(before: int) -> None:
        while inside and inside[-1]["end"] <= before:
            run_to(inside[-1]["end"])
            parts.append(f"</{inside.pop()['label']}>")

    for span in order:
        close(span["start"])
        run_to(span["start"])
        name = "v" if span["label"] == "DATE" else "n"
        norm = "" if span["norm"] is None else f" {name}={quoteattr(span['norm'])}"
        parts.append(f"<{span['label']}{norm}>")
        inside.append(span)
    close(len(text))
    run_to(len(text))
    return "".join(parts)
