"""The spans of a document after its rows were corrected: facts stay tied to characters."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from hoinghi.corrections.agreeing import agrees, outdated
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
        if table == MEETINGS and decision.fields:
            _forget_outdated(mentions, rows, key, decision.fields)
        for field, change in decision.fields.items():
            if table == PEOPLE and field == "name":
                _rename(mentions, change)
            if (table, field) in LABELS and _is_marked(change):
                mentions = _marked(mentions, rows, (table, key, field), change)
    return mentions


def _forget(mentions: Iterable[Mention], begin: str) -> None:
    for mention in mentions:
        if mention["evidence"]:
            mention["evidence"] = [e for e in mention["evidence"] if not e.startswith(begin)]


def _forget_outdated(
    mentions: Iterable[Mention], rows: Rows, key: str, fields: Mapping[str, Change]
) -> None:
    """Take from mentions that fields of a meeting were read there which they no longer say."""
    row = _meeting(rows, key)
    fields_gone = outdated(row, fields)
    for mention in mentions:
        kept = []
        for evidence in mention["evidence"] or ():
            meeting, _, rest = evidence.partition(":")
            field = rest.partition(":")[0]
            ours = meeting == key and field in fields_gone
            # Words that were marked stand for the whole of a field, but for one host of several.
            marked = ours and field != "hosts" and field in fields and _is_marked(fields[field])
            if not ours or (not marked and agrees(mention, field, row, fields)):
                kept.append(evidence)
        if mention["evidence"]:
            mention["evidence"] = kept


def _meeting(rows: Rows, key: str) -> Mapping[str, Any]:
    return next(row for row in rows["meetings"] if row["meeting_id"] == key)


def _is_marked(change: Change) -> bool:
    return change.start is not None and change.end is not None


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
    # Spans of one label never overlap; what the others were evidence of, this one is.
    met = [m for m in mentions if m["label"] == label and m["end"] > start and m["start"] < end]
    own = next((m for m in met if (m["start"], m["end"]) == (start, end)), {})
    before = f"{key}:{field}:"
    evidence = dict.fromkeys(
        e for m in met for e in m["evidence"] or () if not e.startswith(before)
    )
    norm = (
        _host(change.after, _meeting(rows, key)["hosts"], own, text)
        if field == "hosts"
        else _norm(change, own)
    )
    made = own | {
        "document_id": document["document_id"],
        "start": start,
        "end": end,
        "label": label,
        "text": text,
        "norm": norm,
        "rule": own.get("rule") or f"{RULE}:{field}",
        "confidence": 1.0,
        "evidence": list(evidence),
    }
    if table == MEETINGS:
        made["evidence"].append(f"{before}{RULE}")
    others = [m for m in mentions if all(m is not one for one in met)]
    return sorted([*others, made], key=lambda m: (m["start"], -m["end"], m["label"]))


def _norm(change: Change, own: Mapping[str, Any]) -> str | None:
    return change.after if isinstance(change.after, str) else own.get("norm")


def _host(names: Sequence[str], machine: Collection[str], own: Mapping[str, Any], text: str) -> str:
    """Return which of the hosts marked words are, as far as that is certain.

    Args:
        names: Of the hosts after correction.
        machine: Of those that the machine had found.
        own: The machine's mention of the same words, if it has one.
        text: The words.
    """
    known = {fold(squeeze(name)): name for name in names}
    for said in (own.get("norm") or text, text):
        if (name := known.get(fold(squeeze(said)))) is not None:
            return name
    added = [name for name in names if name not in machine]
    return added[0] if len(added) == 1 else own.get("norm") or text
