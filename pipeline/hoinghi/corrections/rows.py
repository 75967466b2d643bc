"""The rows of a document in all tables, and how a row that somebody decided on is found there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from hoinghi.corrections.decisions import MEETINGS, PEOPLE, Key, Target
from hoinghi.text import fold, squeeze

Rows = Mapping[str, list[dict[str, Any]]]
"""The rows that one document has in each table."""

IDS: Final = {MEETINGS: "meeting_id", PEOPLE: "person_id"}
Span = tuple[int, int]


def target_of(rows: Rows, table: str, row: Mapping[str, Any]) -> Target:
    """Return what a decision on ``row`` is to name, for a later run to find it again."""
    start, end = min(spans_of(rows, table, row), default=(None, None))
    return Target(row["document_id"], table, row[IDS[table]], row["name"], start, end)


def spans_of(rows: Rows, table: str, row: Mapping[str, Any]) -> list[Span]:
    """Return where the name of a row was read."""
    if table == PEOPLE:
        key = _key(row["name"])
        return [
            (mention["start"], mention["end"])
            for mention in rows["mentions"]
            if mention["label"] == "PER" and _key(mention["norm"] or mention["text"]) == key
        ]
    begin = f"{row['meeting_id']}:name:"
    return [
        (mention["start"], mention["end"])
        for mention in rows["mentions"]
        if any(evidence.startswith(begin) for evidence in mention["evidence"] or ())
    ]


def found(targets: Iterable[Target], rows: Rows) -> dict[Key, dict[str, Any]]:
    """Return the row that each target means, by the target's key.

    First by its name, then by where it stands; of several that fit, the one with its id, else the
    nearest. No row is found twice: earlier targets come first.
    """
    matched: dict[Key, dict[str, Any]] = {}
    taken: set[tuple[str, str]] = set()
    waiting = list(targets)
    for fits in (_by_name, _by_place):
        left = []
        for target in waiting:
            options = [
                (rank, row)
                for row in rows[target.table]
                if (target.table, row[IDS[target.table]]) not in taken
                and (rank := fits(target, rows, row)) is not None
            ]
            if not options:
                left.append(target)
                continue
            _, row = min(options, key=lambda option: option[0])
            taken.add((target.table, row[IDS[target.table]]))
            matched[target.key] = row
        waiting = left
    return matched


def _by_name(target: Target, rows: Rows, row: Mapping[str, Any]) -> tuple[bool, int] | None:
    if _key(row["name"]) != _key(target.name):
        return None
    at = target.start or 0
    far = min((abs(start - at) for start, _ in spans_of(rows, target.table, row)), default=0)
    return row[IDS[target.table]] != target.row_id, far


def _by_place(target: Target, rows: Rows, row: Mapping[str, Any]) -> tuple[bool, int] | None:
    if target.start is None or target.end is None:
        return None
    shared = max(
        (
            min(end, target.end) - max(start, target.start)
            for start, end in spans_of(rows, target.table, row)
        ),
        default=0,
    )
    return (row[IDS[target.table]] != target.row_id, -shared) if shared > 0 else None


def _key(name: str) -> str:
    return fold(squeeze(name))
