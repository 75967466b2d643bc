"""The tables of a folder, of which a document's rows are read when they are needed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from hoinghi.corrections.applying import columns_of
from hoinghi.corrections.machine import FOLDER, read_machine
from hoinghi.corrections.merging import order_of
from hoinghi.corrections.rows import Rows

TABLES: Final = (
    *("documents", "meetings", "people", "positions", "organizations", "mentions", "directives"),
)
"""The tables that a review needs."""

_KEY: Final = ("document_id",)
_KEPT: Final = 8  # documents whose rows stay in memory
Numbers = npt.NDArray[np.int64]


class Folder:
    """What the machine found in each document of a folder, corrected or not.

    Texts and rows stay on the disk; memory holds eight bytes for each document and table. Where
    the tables are written anew meanwhile, the new ones are read.
    """

    def __init__(self, out: Path) -> None:
        """Open the tables.

        Raises:
            UsageError: The folder holds no tables.
        """
        self.out = out
        self._open()

    def _open(self) -> None:
        self._state = self._seen()
        self._machine = read_machine(self.out)
        # Ids alone are read: texts are long.
        self._order = order_of(columns_of(self.out, "documents", _KEY))
        self._edges = {table: self._where(table) for table in TABLES}
        self._read: OrderedDict[str, Rows] = OrderedDict()

    def _seen(self) -> tuple[tuple[int, int], ...]:
        paths = [self._path(table) for table in TABLES]
        paths.append(self.out / FOLDER / "machine.parquet")
        found = [path.stat() if path.exists() else None for path in paths]
        return tuple((one.st_mtime_ns, one.st_ino) if one else (0, 0) for one in found)

    def _path(self, table: str) -> Path:
        return self.out / "parquet" / f"{table}.parquet"

    def _where(self, table: str) -> tuple[Numbers, Numbers]:
        """Return the first row of each document in a table, and the row after its last."""
        first = np.full(len(self._order), np.iinfo(np.int64).max)
        last = np.zeros(len(self._order), np.int64)
        at = 0
        for batch in columns_of(self.out, table, _KEY):
            places = pc.index_in(batch["document_id"], value_set=self._order).fill_null(0)
            numbers = places.to_numpy(zero_copy_only=False)
            rows = np.arange(at, at + len(numbers))
            np.minimum.at(first, numbers, rows)
            np.maximum.at(last, numbers, rows + 1)
            at += len(numbers)
        return first, last

    def rows_of(self, document: str) -> Rows | None:
        """Return the rows that the machine gave a document, ``None`` where there is none such.

        Raises:
            UsageError: The tables can no longer be read.
        """
        if self._seen() != self._state:
            self._open()
        if document in self._machine:
            return self._machine[document]
        if document not in self._read:
            number = self._order.index(document).as_py()
            if number < 0:
                return None
            self._read[document] = {table: self._rows(table, number) for table in TABLES}
            if len(self._read) > _KEPT:
                self._read.popitem(last=False)
        self._read.move_to_end(document)
        return self._read[document]

    def _rows(self, table: str, number: int) -> list[dict[str, Any]]:
        first, last = (int(edge[number]) for edge in self._edges[table])
        rows: list[dict[str, Any]] = []
        if first >= last:
            return rows
        key, at = self._order[number].as_py(), 0
        with pq.ParquetFile(self._path(table)) as file:
            for group in range(file.num_row_groups):
                size = file.metadata.row_group(group).num_rows
                start, stop = max(first - at, 0), min(last - at, size)
                if start < stop:
                    found = file.read_row_group(group).slice(start, stop - start)
                    rows += found.filter(pc.equal(found["document_id"], key)).to_pylist()
                at += size
        return rows

    @property
    def documents(self) -> Iterator[str]:
        """Yield the ids of all documents in their order."""
        yield from (key.as_py() for key in self._order)

    def batches(self, table: str, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """Yield columns of a table as they are now, some thousand rows at a time."""
        yield from columns_of(self.out, table, columns)
