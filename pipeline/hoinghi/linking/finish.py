"""The end of a run: copies, re-posts, who and what is one, and the final rows.

Memory holds some dozens of bytes for a row of people or meetings, and the texts of a few hundred
articles; all else is read from the shelf again, or waits in temporary files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hoinghi.linking.copies import NONE, Register, register
from hoinghi.linking.events import Events
from hoinghi.linking.finals import Changes, Finals
from hoinghi.linking.gather import (
    ARTICLE_COLUMNS,
    Chosen,
    articles,
    make_atlas,
    meetings_told,
    people_told,
)
from hoinghi.linking.links import final_ids
from hoinghi.linking.meetings import link_meetings
from hoinghi.linking.names import name_key
from hoinghi.linking.numbers import Keys, key_of
from hoinghi.linking.people import link_people
from hoinghi.linking.relinking import HOLD, MEETINGS, PEOPLE
from hoinghi.linking.reposts import find_reposts
from hoinghi.linking.seen import PersonTold
from hoinghi.linking.shelf import DOCUMENT, Shelf
from hoinghi.linking.spool import Drawers, Records
from hoinghi.linking.wheres import Atlas
from hoinghi.tables import DUPLICATE, SCHEMAS

_PER_DRAWER: Final = 1_000  # documents whose people are linked at a time, in the mean
_MOST_DRAWERS: Final = 256


@dataclass(frozen=True, slots=True)
class Finished:
    """A run of which all is known; its rows are read from the shelf again whenever asked for.

    ``originals`` are the numbers of the documents that others repeat, ``NONE`` for most.
    """

    shelf: Shelf
    known: Register
    originals: npt.NDArray[np.int32]
    finals: Mapping[str, Finals]

    @property
    def statuses(self) -> dict[str, int]:
        """Return how many documents have each status."""
        copies = self.originals != NONE
        return self.known.count(~copies) | {DUPLICATE: int(copies.sum())}

    def batches(self, table: str) -> Iterator[pa.RecordBatch]:
        """Yield the final rows of a table of ``SCHEMAS``, in the order of the documents."""
        schema = SCHEMAS[table]
        for batch in self.shelf.scan(table, schema.names):
            made = self._documents(batch) if table == "documents" else self._facts(table, batch)
            if made.num_rows:
                yield made.select(schema.names).cast(schema)

    def _documents(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        numbers = batch[DOCUMENT.name].to_pylist()
        originals = self.originals[numbers].tolist()
        statuses = batch["status"].to_pylist()
        told = {
            "document_id": [self.known.document_id(number) for number in numbers],
            "duplicate_of": [
                None if one == NONE else self.known.document_id(one) for one in originals
            ],
            "status": [
                status if one == NONE else DUPLICATE
                for status, one in zip(statuses, originals, strict=True)
            ],
        }
        for column, values in told.items():
            batch = _with(batch, column, pa.array(values, pa.string()))
        return batch

    def _facts(self, table: str, batch: pa.RecordBatch) -> pa.RecordBatch:
        kept = self.originals[batch[DOCUMENT.name].to_numpy()] == NONE
        batch = batch if kept.all() else batch.filter(pa.array(kept))
        numbers = batch[DOCUMENT.name].to_numpy()
        for column, kind in HOLD.get(table, {}).items():
            batch = _with(batch, column, self.finals[kind].replace(batch[column], numbers))
        if (self.known.ordinals[numbers] > 1).any():
            keys = [self.known.document_id(number) for number in numbers.tolist()]
            batch = _with(batch, "document_id", pa.array(keys, pa.string()))
        return batch


def finish(shelf: Shelf, *, folder: Path | None = None, drawers: int | None = None) -> Finished:
    """Find copies, re-posts, and what is one across the documents of ``shelf``.

    The answer depends on the order of the documents only in which one of equal copies counts.

    Args:
        shelf: The raw rows of the run.
        folder: For temporary files; ``None`` takes the system's.
        drawers: Parts in which people are linked, by their names, one after the other; the same
            ids come out whatever it is. ``None`` makes them so that each fits easily in memory.
    """
    known = register(shelf)
    reposts = find_reposts(shelf, known, folder)
    chosen = known.counted & (reposts == NONE)
    atlas = make_atlas(shelf, chosen)
    count = drawers or min(1 + len(shelf) // _PER_DRAWER, _MOST_DRAWERS)
    with Records(folder) as records, Drawers(count, folder) as people:
        events = Events(records, known, atlas)
        _gather(shelf, known, chosen, events, people, atlas)
        ids = events.final(link_meetings(events))
        finals = {MEETINGS: events.finals(ids), PEOPLE: _people(people, known, ids, atlas)}
    return Finished(shelf, known, _originals(known, reposts), finals)


def _gather(
    shelf: Shelf,
    known: Register,
    chosen: Chosen,
    events: Events,
    people: Drawers,
    atlas: Atlas,
) -> None:
    """Put all events and all people of the ``chosen`` documents into their files."""
    count = 0
    for article in articles(shelf, known, chosen, ARTICLE_COLUMNS):
        for event in meetings_told(article, atlas):
            events.add(event)
        for one in people_told(article, atlas):
            drawer = crc32(name_key(one.name).encode()) % len(people)
            at = None if one.event is None else count + one.event
            people.put(drawer, tuple(one._replace(event=at)))
        count += len(article.meetings)
    events.sort()


def _people(people: Drawers, known: Register, meetings: Keys, atlas: Atlas) -> Finals:
    """Return the final ids of people, drawer by drawer.

    Only people of one name are ever compared, and only they have one id, so that the drawers
    have nothing to do with each other.
    """
    changes = Changes()
    for drawer in range(len(people)):
        documents: dict[str, int] = {}
        seen = []
        for one in map(PersonTold._make, people.take(drawer)):
            key = known.document_id(one.document)
            documents[key] = one.document
            event = None if one.event is None else key_of(int(meetings[one.event]))
            seen.append(one.seen(key, event, atlas))
        things, clusters = link_people(seen)
        groups = sorted(
            sorted((m.document_id, m.number, m.person_id) for i in g for m in things[i].members)
            for g in clusters.groups
        )
        for group, chosen in zip(groups, final_ids(groups), strict=True):
            for key, _, old in group:
                changes.add(documents[key], old, chosen)
    return changes.finals()


def _originals(
    known: Register, reposts: npt.NDArray[np.int32]
) -> npt.NDArray[np.int32]:  # fmt: skip
    """Return what each document repeats: copies of a re-post repeat its original, too."""
    found = np.where(known.originals == NONE, reposts, known.originals)
    again = np.where(found == NONE, NONE, reposts[found])
    return np.where(again == NONE, found, again).astype(np.int32)


def _with(batch: pa.RecordBatch, column: str, cells: pa.Array) -> pa.RecordBatch:
    at = batch.schema.get_field_index(column)
    return batch.set_column(at, batch.schema.field(at), cells)
