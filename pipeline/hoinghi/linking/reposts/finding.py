"""Which articles of a run are re-posts, and what becomes of their rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from hoinghi.linking.gather import gather, meetings_seen
from hoinghi.linking.reposts.candidates import candidates
from hoinghi.linking.reposts.compare import Comparison, compare
from hoinghi.linking.reposts.signatures import body_of, matrix
from hoinghi.linking.reposts.tokens import Words, words_of
from hoinghi.linking.seen import MeetingSeen
from hoinghi.linking.wheres import APART, KIN, UNKNOWN, relation
from hoinghi.tables import DUPLICATE, FAILED

_PUBLISHED: Final = timedelta(days=400)  # nobody posts an article again after more than a year
_WEEK: Final = timedelta(days=7)
_KEPT: Final = 2_000  # articles whose words are kept while pairs are compared


@dataclass(frozen=True, slots=True)
class Need:
    """How much of the shorter and of the longer article must be in both."""

    of_shorter: float
    of_longer: float
    numbers: bool = False  # that only one of them has numbers which the other lacks
    facts: int = 0  # names and numbers in common


KNOWN = Need(0.65, 0.4)  # both tell of one day and place
PARTLY = Need(0.8, 0.4, numbers=True)  # a day or a place is told by one alone
NO_MEETING = Need(0.8, 0.5, numbers=True)
READ_OTHERWISE = Need(0.9, 0.4, numbers=True, facts=15)  # one text, of which each gave another day


def find_reposts(
    tables: Mapping[str, pa.Table], signatures: Mapping[str, bytes]
) -> dict[str, str]:  # fmt: skip
    """Return the articles that repeat another one: document of the re-post -> of the original.

    The original is the one with most letters, of equal ones the first whose day of publication is
    known; what repeats it agrees with it directly, so that no chain of small changes leads from
    one to another.

    Args:
        tables: All tables of a run, before persons and meetings are linked. The texts that are
            compared come from ``documents``; of the others ``gather.COLUMNS`` is read.
        signatures: ``signature`` of the articles to compare, by document.
    """
    documents = [
        key
        for key, status in zip(
            tables["documents"]["document_id"].to_pylist(),
            tables["documents"]["status"].to_pylist(),
            strict=True,
        )
        if status not in {FAILED, DUPLICATE} and signatures.get(key)
    ]
    pairs = candidates([signatures[key] for key in documents])
    if not pairs:
        return {}
    letters = matrix([signatures[key] for key in documents])[:, 0].tolist()
    dated = _dated(tables)
    order = {at: (-letters[at], key not in dated, at) for at, key in enumerate(documents)}
    near: dict[int, list[int]] = {}
    for i, j in pairs:
        original, other = sorted((i, j), key=order.__getitem__)
        near.setdefault(other, []).append(original)
    judge = _Judge(tables, {documents[at] for pair in pairs for at in pair})
    found: dict[int, int] = {}
    for other in sorted(near, key=order.__getitem__):
        for original in sorted(near[other], key=order.__getitem__):
            if original not in found and judge.is_one(documents[original], documents[other]):
                found[other] = original
                break
    return {documents[other]: documents[original] for other, original in found.items()}


def _dated(tables: Mapping[str, pa.Table]) -> set[str]:
    """Return the documents whose day of publication is known."""
    known = tables["documents"].filter(pc.is_valid(tables["documents"]["published"]))
    return set(known["document_id"].to_pylist())


def without_reposts(
    tables: Mapping[str, pa.Table], reposts: Mapping[str, str]
) -> dict[str, pa.Table]:
    """Return ``tables`` with re-posts marked in ``documents`` and gone from all others.

    Exact copies of a re-post point to its original, too.
    """
    if not reposts:
        return dict(tables)
    gone = pa.array(sorted(reposts), pa.string())
    result = {
        name: table if name == "documents" else _rows_of(table, gone, inside=False)
        for name, table in tables.items()
    }
    documents = tables["documents"]
    keys = documents["document_id"].to_pylist()
    status = documents["status"].to_pylist()
    originals = [reposts.get(o, o) if o else o for o in documents["duplicate_of"].to_pylist()]
    for at, key in enumerate(keys):
        if key in reposts:
            status[at], originals[at] = DUPLICATE, reposts[key]
    for column, values in (("status", status), ("duplicate_of", originals)):
        place = documents.schema.get_field_index(column)
        field = documents.schema.field(place)
        documents = documents.set_column(place, field, pa.array(values, field.type))
    return result | {"documents": documents}


def _rows_of(table: pa.Table, keys: pa.Array, *, inside: bool) -> pa.Table:
    chosen = pc.is_in(table["document_id"], value_set=keys)
    return table.filter(chosen if inside else pc.invert(chosen))


class _Judge:
    """Tells whether two articles are one, from what the tables say of them and from their texts."""

    def __init__(self, tables: Mapping[str, pa.Table], documents: set[str]) -> None:
        keys = pa.array(sorted(documents), pa.string())
        part = {name: _rows_of(table, keys, inside=True) for name, table in tables.items()}
        rows: list[dict[str, Any]] = (
            part["documents"].select(["document_id", "title", "published", "text"]).to_pylist()
        )
        self._rows = {row["document_id"]: row for row in rows}
        found = gather(part)
        self._events: dict[str, list[MeetingSeen]] = {}
        for seen in meetings_seen(found):
            self._events.setdefault(seen.document_id, []).append(seen)
        for key, events in self._events.items():
            main = next((n for n, row in enumerate(found.meetings[key]) if row["main"]), 0)
            events.insert(0, events.pop(main))
        self._words = lru_cache(maxsize=_KEPT)(self._read)

    def is_one(self, a: str, b: str) -> bool:
        """Tell whether the articles ``a`` and ``b`` are one."""
        need = self._need(a, b)
        return need is not None and _enough(compare(self._words(a), self._words(b)), need)

    def _need(self, a: str, b: str) -> Need | None:
        """Return how alike the texts must be, ``None`` where day or place make them two."""
        told: list[date | None] = [self._rows[key]["published"] for key in (a, b)]
        if told[0] and told[1] and abs(told[0] - told[1]) > _PUBLISHED:
            return None
        ours, theirs = self._events.get(a, []), self._events.get(b, [])
        if not ours or not theirs:
            return PARTLY if ours or theirs else NO_MEETING
        needs = [_need_of(ours[0], event) for event in theirs]
        if needs[0] is None:  # with paragraphs cut, another event may have become the main one
            needs += [_need_of(event, theirs[0]) for event in ours]
        read_otherwise = READ_OTHERWISE if _of_one_week(told) else None
        return next((need for need in needs if need), read_otherwise)

    def _read(self, key: str) -> Words:
        row = self._rows[key]
        return words_of(body_of(row["text"], row["title"]))


def _need_of(a: MeetingSeen, b: MeetingSeen) -> Need | None:
    """Return how alike two articles must be that tell of ``a`` and ``b``, if these may be one."""
    where = relation(a.place, b.place)
    if where in {APART, KIN} or _other_day(a, b):
        return None
    return KNOWN if where != UNKNOWN and a.start and b.start else PARTLY


def _other_day(a: MeetingSeen, b: MeetingSeen) -> bool:
    if a.start and b.start:
        return a.start > (b.end or b.start) or b.start > (a.end or a.start)
    days = {m.yearless or (f"{m.start:%m-%d}" if m.start else "") for m in (a, b)}
    return "" not in days and len(days) > 1


def _of_one_week(published: Sequence[date | None]) -> bool:
    """Tell whether two days of publication lie less than a week apart.

    ``sáng nay``, posted again, is another day, and capitals may cost the name of a place. But what
    a commune does every week it tells in the same words.
    """
    first, second = published
    return first is not None and second is not None and abs(first - second) < _WEEK


def _enough(found: Comparison, need: Need) -> bool:
    if found.conflict or (need.numbers and all(found.missing)):
        return False
    if found.facts < need.facts:
        return False
    return found.of_shorter >= need.of_shorter and found.of_longer >= need.of_longer
