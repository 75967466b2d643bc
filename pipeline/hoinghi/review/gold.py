"""A reviewed article as gold: what the machine read there and people corrected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from hoinghi.corrections.decisions import MEETINGS, PEOPLE, REJECT, Decision
from hoinghi.corrections.overlay import Overlaid
from hoinghi.corrections.places import full_name
from hoinghi.corrections.rows import Rows
from hoinghi.text import fold, squeeze

Gold = dict[str, Any]
"""A document in the form of ``corpus/GUIDELINES.md``."""

# Of these the norm is not simply what is written.
_WITH_NORM: Final = frozenset({"DATE", "LOC", "ORG", "TITLE", "DIRECTIVE", "PER"})
_PARTS: Final = ("kind", "number", "symbol", "issuer")


def gold_of(machine: Rows, overlaid: Overlaid) -> Gold:
    """Return an article as gold.

    Args:
        machine: The rows that the machine gave it.
        overlaid: The same with the decisions.
    """
    rows = overlaid.rows
    document = rows["documents"][0]
    text = document["text"] or ""
    lead = len(text) - len(text.lstrip("\n"))
    dropped = _dropped(machine, overlaid)
    mentions = [m for m in rows["mentions"] if not _is_of(m, dropped)]
    places = _placed(mentions, overlaid)
    published = document["published"]
    return {
        "id": document["document_id"],
        "source": document["source"] or None,
        "published": published.isoformat() if published else None,
        "title": document["title"] or None,
        "text": text.strip("\n"),
        "spans": [_span(mention, lead) for mention in mentions],
        "meetings": [_meeting(row, places, overlaid) for row in rows["meetings"]],
        "people": [_person(row, rows) for row in rows["people"]],
        "directives": [_directive(row) for row in rows["directives"]],
    }


def _dropped(machine: Rows, overlaid: Overlaid) -> set[str]:
    """Return the names that people said are nobody's."""
    kept = {fold(row["name"]) for row in overlaid.rows["people"]}
    return {
        fold(row["name"])
        for row in machine["people"]
        if (decision := overlaid.matched.get((PEOPLE, row["person_id"]))) is not None
        and decision.action == REJECT
    } - kept


def _is_of(mention: Mapping[str, Any], names: set[str]) -> bool:
    return mention["label"] == "PER" and fold(mention["norm"] or mention["text"]) in names


def _placed(mentions: list[dict[str, Any]], overlaid: Overlaid) -> set[str]:
    """Give places that were corrected to their mentions; return all canonical names of places."""
    for number, mention in enumerate(mentions):
        for row in overlaid.rows["meetings"]:
            name = _place_name(row)
            decision = overlaid.matched.get((MEETINGS, row["meeting_id"]))
            read_here = f"{row['meeting_id']}:place:"
            if (
                mention["label"] == "LOC"
                and name is not None
                and _changes_place(decision)
                and any(e.startswith(read_here) for e in mention["evidence"] or ())
                and _bare(name) in fold(mention["text"])
            ):
                mentions[number] = {**mention, "norm": name}
    return {m["norm"] for m in mentions if m["label"] == "LOC"}


def _changes_place(decision: Decision | None) -> bool:
    return decision is not None and bool(decision.fields.keys() & {"place", "village"})


def _place_name(row: Mapping[str, Any]) -> str | None:
    return ", ".join(part for part in (row["village"], full_name(row)) if part) or None


def _bare(name: str) -> str:
    """Return the last word of the narrowest unit's own name, which every way to write it has."""
    return fold(name.partition(",")[0].split()[-1])


def _span(mention: Mapping[str, Any], lead: int) -> Gold:
    norm = mention["norm"] if mention["label"] in _WITH_NORM else None
    if mention["label"] == "PER" and norm == mention["text"]:
        norm = None
    return {
        "start": mention["start"] - lead,
        "end": mention["end"] - lead,
        "label": mention["label"],
        "norm": norm,
    }


def _meeting(row: Mapping[str, Any], places: set[str], overlaid: Overlaid) -> Gold:
    decision = overlaid.matched.get((MEETINGS, row["meeting_id"]))
    name = _place_name(row)
    names = [name] if name else []
    if row["village"] and (around := full_name(row)):
        names.append(around)
    if not _changes_place(decision):
        # What is understood from the article's own unit is no mention, and gold does not have it.
        names = [one for one in names if one in places]
    return {
        "name": squeeze(row["name"]),
        "type": row["type"],
        "when": row["when"],
        "venue": row["venue"],
        "places": names,
        "hosts": list(row["hosts"]),
        "main": row["main"],
    }


def _person(row: Mapping[str, Any], rows: Rows) -> Gold:
    return {
        "name": row["name"],
        "honorific": row["honorific"],
        "positions": [
            {"title": post["title"] or "", "org": post["organization"]}
            for post in rows["positions"]
            if post["person_id"] == row["person_id"]
        ],
        "role": row["role"],
    }


def _directive(row: Mapping[str, Any]) -> Gold:
    day = row["date"]
    told = {part: row[part] for part in _PARTS}
    return {**told, "date": day.isoformat() if day else None, "title": row["title"]}


def unsaid(gold: Gold, overlaid: Overlaid) -> Iterator[str]:
    """Yield the corrected names that do not stand in the text, so that no span can be theirs."""
    text = fold(squeeze(gold["text"]))
    for decision in overlaid.matched.values():
        for field in ("name", "venue"):
            change = decision.fields.get(field)
            if change is None or not change.after or decision.action == REJECT:
                continue
            if fold(squeeze(change.after)) not in text:
                yield f"{change.after!r} does not stand in the text, so that no span can be marked"
