"""The rows of a document in all tables, and how a row that somebody decided on is found there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from hoinghi.corrections.decisions import MEETINGS, PEOPLE, Key, Target
from hoinghi.text import fold, squeeze

Rows = Mapping[str, list[dict[str, Any]]]
"""The rows that one document has in each table."""

IDS: Final = {MEETINGS: "meeting_id", PEOPLE: "person_id"}
Span = tuple[int, int]
Rank = tuple[bool, int]  # the less, the better


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


def found(
    targets: Iterable[Target], rows: Rows, rejected: Collection[Key] = ()
) -> dict[Key, dict[str, Any]]:
    """Return the row that each target means, by the target's key.

    First by id and name, then by name and place, then by place, then by name alone; each of these
    for all targets before the next for any, so that none takes a row that is surely another's. No
    row is found twice.

    Args:
        targets: What was decided on.
        rows: Of one document.
        rejected: Keys of targets whose row is to go: their name alone is not enough, for the row
            that is meant may be gone and another one bear the name.
    """
    matched: dict[Key, dict[str, Any]] = {}
    spans = _Spans(rows)
    waiting = list(targets)
    taken: set[tuple[str, str]] = set()
    for fits in (_the_same, _by_name_and_place, _by_place, _by_name):
        options = [
            (rank, number, row)
            for number, target in enumerate(waiting)
            if not (fits is _by_name and target.key in rejected)
            for row in rows[target.table]
            if (rank := fits(target, row, spans)) is not None
        ]
        for _, number, row in sorted(options, key=lambda option: option[:2]):
            target = waiting[number]
            place = target.table, row[IDS[target.table]]
            if target.key not in matched and place not in taken:
                matched[target.key] = row
                taken.add(place)
        waiting = [target for target in waiting if target.key not in matched]
    return matched


class _Spans:
    """Where the names of a document's rows were read, looked up once for each."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._known: dict[tuple[str, str], list[Span]] = {}

    def of(self, table: str, row: Mapping[str, Any]) -> list[Span]:
        key = table, row[IDS[table]]
        if key not in self._known:
            self._known[key] = spans_of(self._rows, table, row)
        return self._known[key]


def _the_same(target: Target, row: Mapping[str, Any], _: _Spans) -> Rank | None:
    is_same = row[IDS[target.table]] == target.row_id and _is_named(target, row)
    return (False, 0) if is_same else None


def _by_name_and_place(target: Target, row: Mapping[str, Any], spans: _Spans) -> Rank | None:
    if not _is_named(target, row):
        return None
    if target.start is None:  # a title said it; what stands in the text is another
        return None if spans.of(target.table, row) else (_is_other(target, row), 0)
    return _by_place(target, row, spans)


def _by_place(target: Target, row: Mapping[str, Any], spans: _Spans) -> Rank | None:
    if target.start is None or target.end is None:
        return None
    shared = max(
        (
            min(end, target.end) - max(start, target.start)
            for start, end in spans.of(target.table, row)
        ),
        default=0,
    )
    return (_is_other(target, row), -shared) if shared > 0 else None


def _by_name(target: Target, row: Mapping[str, Any], spans: _Spans) -> Rank | None:
    if not _is_named(target, row):
        return None
    at = target.start or 0
    far = min((abs(start - at) for start, _ in spans.of(target.table, row)), default=0)
    return _is_other(target, row), far


def _is_other(target: Target, row: Mapping[str, Any]) -> bool:
    return bool(row[IDS[target.table]] != target.row_id)


def _is_named(target: Target, row: Mapping[str, Any]) -> bool:
    return _key(row["name"]) == _key(target.name)


def _key(name: str) -> str:
    return fold(squeeze(name))
