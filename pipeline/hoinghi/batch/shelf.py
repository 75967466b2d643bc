"""The rows of all parts, in the order of the documents of a run."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa

from hoinghi.batch.index import Numbers
from hoinghi.batch.parts import read_part
from hoinghi.tables import SCHEMAS

# Parts that are open at a time: a folder that grew has old and new documents side by side.
_OPEN: Final = 12
_EXTRA: Final = {"signature"}


class PartShelf:
    """Raw rows of a run, read from its parts as often as needed (see ``linking.Shelf``)."""

    def __init__(self, parts: Sequence[Path], part: Numbers, row: Numbers) -> None:
        """Take where each document lies: the number of its part, and its row there."""
        self._parts, self._part, self._row = parts, part, row

    def __len__(self) -> int:
        return len(self._part)

    def scan(self, table: str, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """Yield the rows of all documents, in order; see ``linking.Shelf``."""
        opened: OrderedDict[int, pa.Table] = OrderedDict()
        for stretch in _stretches(self._part, self._row):
            number = int(self._part[stretch[0]])
            if number not in opened:
                wanted = [c if c in _EXTRA else f"{table}.{c}" for c in columns]
                # Without any column there would be no rows; the keys cost least.
                opened[number] = read_part(self._parts[number], wanted or ["unit"])
                if len(opened) > _OPEN:
                    opened.popitem(last=False)
            opened.move_to_end(number)
            first = int(self._row[stretch[0]])
            rows = opened[number].slice(first, len(stretch))
            yield from _flat(rows, table, columns, stretch)


def _stretches(part: Numbers, row: Numbers) -> Iterator[Numbers]:
    """Yield the numbers of documents in stretches that lie one after another in one part."""
    documents = np.arange(len(part), dtype=np.int32)
    if len(documents):
        cuts = np.flatnonzero((part[1:] != part[:-1]) | (row[1:] != row[:-1] + 1)) + 1
        yield from np.split(documents, cuts)


def _flat(
    rows: pa.Table, table: str, columns: Sequence[str], documents: Numbers
) -> Iterator[pa.RecordBatch]:
    schema = SCHEMAS[table]
    if table == "documents":
        structs = rows["documents"] if "documents" in rows.column_names else None
        values = [
            _plain(rows[c]) if c in _EXTRA else _field(_plain(structs), c) for c in columns
        ]  # fmt: skip
        numbers = documents
    else:
        lists = _plain(rows[table])
        inner = lists.flatten()
        values = [_field(inner, column) for column in columns]
        numbers = np.repeat(documents, lists.value_lengths().to_numpy(zero_copy_only=False))
    if not len(numbers):
        return
    types = [pa.binary() if c in _EXTRA else schema.field(c).type for c in columns]
    arrays = [value.cast(kind) for value, kind in zip(values, types, strict=True)]
    fields = [("document", pa.int32()), *zip(columns, types, strict=True)]
    whole = pa.schema(fields)
    yield pa.RecordBatch.from_arrays([pa.array(numbers, pa.int32()), *arrays], schema=whole)


def _plain(column: pa.ChunkedArray) -> pa.Array:
    """Return a column of a part, which is one row group, as one array."""
    return column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)


def _field(structs: pa.StructArray, name: str) -> pa.Array:
    # flatten() heeds where a slice begins, field() does not.
    return structs.flatten()[structs.type.get_field_index(name)]
