"""Which units the parts of a folder hold, and where, in a few bytes a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from hoinghi.batch.parts import DamagedPartError, empty_units, forget, list_parts, read_part
from hoinghi.batch.units import KEY_SIZE
from hoinghi.tables import FAILED

_KEY: Final = np.dtype(f"V{KEY_SIZE}")
Numbers = npt.NDArray[np.int32]
Keys = npt.NDArray[np.bytes_]


@dataclass(frozen=True, slots=True)
class Index:
    """The units of all parts, sorted by key, of each only its last reading.

    Row ``i`` says that the documents of unit ``keys[i]`` are rows ``first[i]`` to
    ``first[i] + count[i]`` of ``parts[part[i]]``.
    """

    parts: tuple[Path, ...]
    keys: Keys
    part: Numbers
    first: Numbers
    count: Numbers
    attempt: Numbers
    again: npt.NDArray[np.bool_]
    failed: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.keys)

    def find(self, keys: bytes) -> Numbers:
        """Return the rows of the index for ``keys``, one after the other; -1 for unknown ones."""
        wanted = _sortable(keys)
        if not len(self):
            return np.full(len(wanted), -1, np.int32)
        at = np.minimum(np.searchsorted(self.keys, wanted), len(self) - 1)
        return np.where(self.keys[at] == wanted, at, -1).astype(np.int32)


def _sortable(keys: bytes) -> Keys:
    """Return keys, one after the other, as text of fixed length, which sorts."""
    # numpy drops zero bytes at the end of such text, so each key gets a byte that is none.
    rows = np.frombuffer(keys, np.uint8).reshape(-1, KEY_SIZE)
    ends = np.ones((len(rows), 1), np.uint8)
    return np.frombuffer(np.hstack([rows, ends]).tobytes(), dtype=f"S{KEY_SIZE + 1}")


def read_index(folder: Path) -> Index:
    """Return what the parts below ``folder`` hold; damaged ones are removed, to be read again."""
    parts: list[Path] = []
    rows: list[tuple[Numbers, ...]] = []
    keys: list[bytes] = []
    for path in list_parts(folder):
        try:
            names, columns_of = _units_of(path)
        except DamagedPartError:
            forget(path)
            continue
        keys.append(names)
        rows.append((np.full(len(columns_of[0]), len(parts), np.int32), *columns_of))
        parts.append(path)
    columns = [np.concatenate(column) for column in zip(*rows, strict=True)] if rows else None
    return _sorted(tuple(parts), b"".join(keys), columns)


def _units_of(path: Path) -> tuple[bytes, list[Numbers]]:
    """Return keys of a part, and first rows, counts, attempts, whether to read again or failed."""
    table = read_part(path, ["unit", "attempt", "again", "documents.status"])
    units = b"".join(table["unit"].to_pylist())
    keys = np.frombuffer(units, dtype=_KEY)
    new = np.ones(len(keys), bool)
    new[1:] = keys[1:] != keys[:-1]
    first = np.flatnonzero(new).astype(np.int32)
    count = np.diff(np.append(first, len(keys))).astype(np.int32)
    attempt = table["attempt"].to_numpy().astype(np.int32)[first]
    failed = [row["status"] == FAILED for row in table["documents"].to_pylist()]
    flags = [
        np.maximum.reduceat(np.asarray(column, np.int32), first) if len(first) else first
        for column in (table["again"].to_pylist(), failed)
    ]
    empty = empty_units(path)
    zeros = np.zeros(len(empty), np.int32)
    columns = (first, count, attempt, *flags)
    return (
        keys[first].tobytes() + b"".join(empty),
        [np.append(column, zeros).astype(np.int32) for column in columns],
    )


def _sorted(parts: tuple[Path, ...], keys: bytes, columns: list[Numbers] | None) -> Index:
    """Return the index of the columns part, first, count, attempt, again, failed."""
    if columns is None:
        columns = [np.zeros(0, np.int32) for _ in range(6)]
    names = _sortable(keys)
    # Of one unit the last attempt counts, and of two equal readings that of the first part.
    order = np.lexsort((columns[0], -columns[3], names))
    kept = order[np.append(True, names[order][1:] != names[order][:-1])[: len(order)]]
    part, first, count, attempt, again, failed = (column[kept] for column in columns)
    flags = (again.astype(bool), failed.astype(bool))
    return Index(parts, names[kept], part, first, count, attempt, *flags)


def documents_of(index: Index, keys: bytes) -> tuple[Numbers, Numbers]:
    """Return the part and the row in it of every document of the units ``keys``, in their order.

    Raises:
        KeyError: A unit is in no part.
    """
    rows = index.find(keys)
    if (rows < 0).any():
        raise KeyError(f"{int((rows < 0).sum())} units are in no part")
    count = index.count[rows]
    part = np.repeat(index.part[rows], count)
    starts = np.repeat(index.first[rows], count)
    before = np.repeat(np.cumsum(count) - count, count)
    within = np.arange(len(starts), dtype=np.int64) - before
    return part, (starts + within).astype(np.int32)


def unused(index: Index, keys: bytes) -> Iterator[Path]:
    """Yield the parts that hold none of the units ``keys``."""
    used: Iterable[int] = np.unique(index.part[index.find(keys)])
    kept = set(map(int, used)) if len(index) else set()
    yield from (path for number, path in enumerate(index.parts) if number not in kept)
