"""The rules of the guidelines that a machine can hold; for documents whose shape is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hoinghi.gold import vocabulary
from hoinghi.gold.shape import is_date

Item = Mapping[str, Any]
Citation = tuple[str, str | None, str | None]


def rule_problems(document: Item) -> Iterator[str]:
    """Yield what breaks the guidelines in ``document``, each with the way to mend it."""
    yield from _spans(document["text"], document["spans"])
    yield from _nesting(document["text"], document["spans"])
    yield from _issuers(document["text"], document["spans"])
    norms = {
        label: {_norm(document["text"], s) for s in document["spans"] if s["label"] == label}
        for label in vocabulary.LABELS
    }
    yield from _meetings(document["meetings"], norms)
    yield from _people(document["people"], norms)
    yield from _directives(document["directives"], norms["DIRECTIVE"])


def _norm(text: str, span: Item) -> str:
    return text[span["start"] : span["end"]] if span["norm"] is None else str(span["norm"])


def _named(text: str, span: Item) -> str:
    return f"{span['label']} {text[span['start'] : span['end']]!r} at {span['start']}"


def _spans(text: str, spans: Iterable[Item]) -> Iterator[str]:
    for span in spans:
        at, norm = _named(text, span), span["norm"]
        surface = text[max(0, span["start"]) : span["end"]]
        if span["label"] not in vocabulary.LABELS:
            yield f"{at}: unknown label; use one of {', '.join(vocabulary.LABELS)}"
        if not 0 <= span["start"] < span["end"] <= len(text):
            yield f"{at}: empty or outside the text; put start before end, both inside"
        elif surface != surface.strip():
            yield f"{at}: white space at an edge; leave it outside the span"
        if span["label"] == "DATE" and not (norm and vocabulary.is_timex(norm)):
            yield f"{at}: {norm!r} is no TIMEX3 value; write one such as 2024-04-23TMO"
        if span["label"] == "DIRECTIVE" and (norm or "").count("|") != 4:
            yield f"{at}: {norm!r} is not {'|'.join(vocabulary.DIRECTIVE_PARTS)}; write all five"
        if span["label"] in vocabulary.NORM_NEEDED and not norm:
            yield f"{at}: no norm; write the canonical form"


def _issuers(text: str, spans: Iterable[Item]) -> Iterator[str]:
    """One name for each central organ, and the issuer that a symbol names is written out."""
    for span in spans:
        norm = span["norm"] or ""
        if span["label"] == "ORG" and norm in vocabulary.ONE_NAME:
            yield f"{_named(text, span)}: write {vocabulary.ONE_NAME[norm]!r}, as elsewhere"
        if span["label"] != "DIRECTIVE" or norm.count("|") != 4:
            continue
        _, _, symbol, issuer, _ = norm.split("|")
        known = vocabulary.ONE_NAME.get(issuer) or vocabulary.issuer_of(symbol) or issuer
        if issuer != known:
            yield f"{_named(text, span)}: issuer {issuer!r}; write {known!r}"


def _nesting(text: str, spans: Iterable[Item]) -> Iterator[str]:
    """Spans nest only as ``INSIDE`` allows; of two with the same edges the container is outer."""
    outer: list[Item] = []
    containers = {label: i for i, label in enumerate(("MEETING", "VENUE", "ORG", "TITLE"))}
    order = sorted(
        spans, key=lambda s: (s["start"], -s["end"], containers.get(s["label"], len(containers)))
    )
    for span in order:
        while outer and outer[-1]["end"] <= span["start"]:
            outer.pop()
        if outer:
            parent = outer[-1]
            if span["end"] > parent["end"]:
                yield f"{_named(text, span)}: crosses {_named(text, parent)}; end one before it"
            elif span["label"] not in vocabulary.INSIDE.get(parent["label"], ()):
                yield f"{_named(text, span)}: may not lie inside {parent['label']}; keep one"
        outer.append(span)


def _meetings(meetings: Iterable[Item], norms: Mapping[str, set[str]]) -> Iterator[str]:
    main = 0
    for meeting in meetings:
        at = f"meeting {meeting['name']!r}"
        main += meeting["main"]
        if meeting["type"] not in vocabulary.MEETING_TYPES:
            yield f"{at}: type {meeting['type']!r}; use {', '.join(vocabulary.MEETING_TYPES)}"
        if meeting["when"] is not None and not vocabulary.is_timex(meeting["when"]):
            yield f"{at}: when {meeting['when']!r} is no TIMEX3 value; write one or null"
        for host in meeting["hosts"]:
            if host not in norms["ORG"]:
                yield f"{at}: host {host!r} is no ORG norm of the text; mark it or mend the norm"
        for place in meeting["places"]:
            if place not in norms["LOC"]:
                yield f"{at}: place {place!r} is no LOC norm of the text; mark it or mend the norm"
    if meetings and main != 1:
        yield f"{main} main meetings; give exactly one meeting main: true"


def _people(people: Iterable[Item], norms: Mapping[str, set[str]]) -> Iterator[str]:
    names = Counter(person["name"] for person in people)
    for person in people:
        at = f"person {person['name']!r}"
        if person["role"] not in vocabulary.ROLES:
            yield f"{at}: role {person['role']!r}; use one of {', '.join(vocabulary.ROLES)}"
        if person["name"] not in norms["PER"]:
            yield f"{at}: is no PER norm of the text; mark the name or mend the norm"
        for position in person["positions"]:
            if position["org"] is not None and position["org"] not in norms["ORG"]:
                yield f"{at}: org {position['org']!r} is no ORG norm of the text; mark or mend it"
    for name in sorted(norms["PER"] - names.keys()):
        yield f"PER {name!r}: not among the people; add the person or mend the norm"
    for name, count in names.items():
        if count > 1:
            yield f"person {name!r}: {count} times among the people; merge them"


def _directives(directives: Iterable[Item], norms: set[str]) -> Iterator[str]:
    for directive in directives:
        if directive["date"] is not None and not is_date(directive["date"]):
            yield f"directive {directive['kind']!r}: date {directive['date']!r} is no ISO date"
    titled = Counter((*_citation(directive), directive["title"]) for directive in directives)
    for titled_key, count in titled.items():
        if count > 1:
            yield f"directive {titled_key}: {count} times among the directives; merge them"
    cited = {_citation(directive) for directive in directives}
    marked = {_parts(norm) for norm in norms}
    for key in sorted(marked - cited, key=str):
        yield f"DIRECTIVE {key}: not among the directives; add it or mend the norm"
    for key in sorted(cited - marked, key=str):
        yield f"directive {key}: is no DIRECTIVE norm of the text; mark it or mend the norm"
    whole = {tuple(norm.split("|")) for norm in norms}
    for directive in directives:
        row = tuple(directive[part] or "" for part in vocabulary.DIRECTIVE_PARTS)
        if _citation(directive) in marked and row not in whole:
            yield f"directive {row}: its spans have another issuer or date; mend one of them"


def _citation(directive: Item) -> Citation:
    return directive["kind"], directive["number"], directive["symbol"]


def _parts(norm: str) -> Citation:
    kind, number, symbol = [*norm.split("|"), "", "", ""][:3]
    return kind, number or None, symbol or None
