"""Rows of some documents in the stream of all: taken out of it, and others put in their place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from hoinghi.corrections.rows import Rows
from hoinghi.tables import SCHEMAS

Batches = Callable[[str], Iterable[pa.RecordBatch]]
"""From the name of a table to its rows, in the order of the documents."""


def picked(batches: Batches, documents: Collection[str], tables: Iterable[str]) -> dict[str, Rows]:
    """Return the rows of ``documents``, by document and table; those without a row are left out."""
    wanted = pa.array(sorted(documents), pa.string())
    rows: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for table in tables:
        for batch in batches(table):
            mask = pc.is_in(batch["document_id"], value_set=wanted)
            if mask.true_count:
                for row in batch.filter(mask).to_pylist():
                    own = rows.setdefault(row["document_id"], {name: [] for name in SCHEMAS})
                    own[table].append(row)
    return dict(rows)


def order_of(batches: Iterable[pa.RecordBatch]) -> pa.Array:
    """Return the ids of all documents in their order."""
    columns = [batch["document_id"] for batch in batches]
    return pa.concat_arrays(columns) if columns else pa.array([], pa.string())


@dataclass(frozen=True, slots=True)
class Merged:
    """The rows of all documents, those of some as they are in ``rows``.

    Attributes:
        batches: The rows as they were.
        order: The ids of all documents in their order.
        rows: By document.
    """

    batches: Batches
    order: pa.Array
    rows: Mapping[str, Rows]

    def __call__(self, table: str) -> Iterator[pa.RecordBatch]:
        """Yield the rows of a table."""
        schema = SCHEMAS[table]
        numbers = {key: number for number, key in enumerate(self.order.to_pylist())}
        ours = pa.array(list(self.rows), pa.string())
        waiting = sorted(
            (numbers[key], found[table])
            for key, found in self.rows.items()
            if key in numbers and found[table]
        )
        waiting.reverse()
        reached = -1
        for batch in self.batches(table):
            kept = pc.invert(pc.is_in(batch["document_id"], value_set=ours))
            if not (waiting and batch.num_rows):
                yield batch if kept.true_count == len(kept) else batch.filter(kept)
                continue
            # How far the documents have come at each row; own rows go before what lies behind.
            far = np.maximum(_numbered(batch["document_id"], numbers), reached)
            at = 0
            while waiting and waiting[-1][0] <= far[-1]:
                place, own = waiting.pop()
                cut = int(np.searchsorted(far, place))
                yield batch.slice(at, cut - at).filter(kept.slice(at, cut - at))
                yield pa.RecordBatch.from_pylist(own, schema)
                at = cut
            yield batch.slice(at).filter(kept.slice(at))
            reached = int(far[-1])
        for _, own in reversed(waiting):
            yield pa.RecordBatch.from_pylist(own, schema)


def _numbered(keys: pa.Array, numbers: Mapping[str, int]) -> npt.NDArray[np.int64]:
    """Return the highest number of a document so far at each row; rows of one lie together."""
    changes = pc.not_equal(keys.slice(1), keys.slice(0, len(keys) - 1))
    heads = np.concatenate([[0], np.flatnonzero(changes.to_numpy(zero_copy_only=False)) + 1])
    own = [numbers.get(key, -1) for key in keys.take(pa.array(heads)).to_pylist()]
    sizes = np.diff(np.append(heads, len(keys)))
    return np.repeat(np.maximum.accumulate(np.array(own, np.int64)), sizes)
