"""The spans of a document after its rows were corrected: facts stay tied to characters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from hoinghi.corrections.decisions import MEETINGS, PEOPLE, REJECT, Change, Decision
from hoinghi.corrections.rows import Rows
from hoinghi.text import fold, squeeze

RULE: Final = "corrected"
LABELS: Final = {
    (MEETINGS, "name"): "MEETING",
    (MEETINGS, "when"): "DATE",
    (MEETINGS, "venue"): "VENUE",
    (MEETINGS, "place"): "LOC",
    (MEETINGS, "hosts"): "ORG",
    (PEOPLE, "name"): "PER",
}
"""The label of what a field is read from."""

Mention = dict[str, Any]


def corrected(rows: Rows, matched: Mapping[tuple[str, str], Decision]) -> list[Mention]:
    """Return the mentions of a document after the decisions on its rows."""
    mentions = [dict(row) for row in rows["mentions"]]
    for (table, key), decision in matched.items():
        if decision.action == REJECT:
            if table == MEETINGS:
                _forget(mentions, f"{key}:")
            continue
        for field, change in decision.fields.items():
            if table == PEOPLE and field == "name":
                _rename(mentions, change)
            if (table, field) in LABELS and change.start is not None and change.end is not None:
                mentions = _marked(mentions, rows, (table, key, field), change)
    return mentions


def _forget(mentions: Iterable[Mention], begin: str) -> None:
    for mention in mentions:
        if mention["evidence"]:
            mention["evidence"] = [e for e in mention["evidence"] if not e.startswith(begin)]


def _rename(mentions: Iterable[Mention], change: Change) -> None:
    """Give the mentions of a person the right name."""
    old = fold(squeeze(change.before or ""))
    for mention in mentions:
        if mention["label"] == "PER" and fold(squeeze(mention["norm"] or "")) == old:
            mention["norm"] = change.after


def _marked(
    mentions: list[Mention], rows: Rows, where: tuple[str, str, str], change: Change
) -> list[Mention]:
    """Return the mentions with the one that was marked as saying a field's value."""
    table, key, field = where
    document, label = rows["documents"][0], LABELS[table, field]
    start, end = int(change.start or 0), int(change.end or 0)
    text = (document["text"] or "")[start:end]
    if not text.strip():
        return mentions
    if table == MEETINGS:
        _forget(mentions, f"{key}:{field}:")
    # Spans of one label never overlap; what the others were evidence of, this one is.
    met = [m for m in mentions if m["label"] == label and m["end"] > start and m["start"] < end]
    own = next((m for m in met if (m["start"], m["end"]) == (start, end)), {})
    evidence = dict.fromkeys(e for m in met for e in m["evidence"] or ())
    made = own | {
        "document_id": document["document_id"],
        "start": start,
        "end": end,
        "label": label,
        "text": text,
        "norm": _norm(field, change, own, text),
        "rule": own.get("rule") or f"{RULE}:{field}",
        "confidence": 1.0,
        "evidence": list(evidence),
    }
    if table == MEETINGS:
        made["evidence"].append(f"{key}:{field}:{RULE}")
    others = [m for m in mentions if all(m is not one for one in met)]
    return sorted([*others, made], key=lambda m: (m["start"], -m["end"], m["label"]))


def _norm(field: str, change: Change, own: Mapping[str, Any], text: str) -> str | None:
    if field == "hosts":
        added = [host for host in change.after if host not in (change.before or ())]
        return added[0] if added else own.get("norm") or text
    return change.after if isinstance(change.after, str) else own.get("norm")
