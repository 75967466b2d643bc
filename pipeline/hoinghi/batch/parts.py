"""Part files: what a worker found in a chunk, one Parquet file, written whole or not at all.

A row is a document; a table's rows of it are a list of structs, so that a part is one file and
each of its columns can be read alone. Rows are raw: what is one across articles is settled when
all parts are read.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from hoinghi.errors import HoinghiError
from hoinghi.sinks import replacing
from hoinghi.tables import SCHEMAS, Row, arrow

FOLDER: Final = "parts"
_SUFFIX: Final = ".parquet"
_EMPTY: Final = b"hoinghi.empty"  # keys of units without any document, in hexadecimal
_LISTED: Final = tuple(name for name in SCHEMAS if name != "documents")
SCHEMA: Final = pa.schema(
    [
        ("unit", pa.binary(16)),
        ("item", pa.int32()),
        ("attempt", pa.int16()),
        ("again", pa.bool_()),
        ("signature", pa.binary()),
        ("documents", pa.struct(list(SCHEMAS["documents"]))),
        *((name, pa.list_(pa.struct(list(SCHEMAS[name])))) for name in _LISTED),
    ]
)
"""``unit`` is the key of the unit, ``item`` the number of the document in it; ``again`` tells that
the document failed for a reason that may have passed."""


class DamagedPartError(HoinghiError):
    """A part file is cut short or not as it was written; what it held must be read again."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: damaged; run again, which reads anew what it held")
        self.path = path

    def __reduce__(self) -> tuple[type[DamagedPartError], tuple[Path]]:
        """Pickle by the path."""
        return type(self), (self.path,)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one document: its raw rows by table, of ``documents`` exactly one."""

    unit: bytes
    item: int
    attempt: int
    rows: dict[str, list[Row]]
    signature: bytes = b""
    again: bool = False


def part_path(folder: Path, keys: Iterable[tuple[bytes, int]]) -> Path:
    """Return where the part of a chunk lies, by the keys and attempts of its units."""
    made = hashlib.sha256(b"".join(key + attempt.to_bytes(2, "little") for key, attempt in keys))
    return folder / FOLDER / f"{made.hexdigest()[:32]}{_SUFFIX}"


def write_part(path: Path, results: Sequence[Result], empty: Sequence[bytes] = ()) -> None:
    """Write a part so that it is there whole, even after a power cut, or not at all.

    Args:
        path: See ``part_path``.
        results: In the order of the chunk.
        empty: Keys of units in which no document is.

    Raises:
        OutputError: It cannot be written.
    """
    table = pa.Table.from_arrays(list(_columns(results)), schema=SCHEMA)
    told = {_EMPTY: b" ".join(key.hex().encode() for key in empty)}
    with replacing(path, durable=True) as part:
        pq.write_table(
            table.replace_schema_metadata(told), part, compression="zstd", write_page_checksum=True
        )


def _columns(results: Sequence[Result]) -> Iterable[pa.Array]:
    yield pa.array([one.unit for one in results], pa.binary(16))
    yield pa.array([one.item for one in results], pa.int32())
    yield pa.array([one.attempt for one in results], pa.int16())
    yield pa.array([one.again for one in results], pa.bool_())
    yield pa.array([one.signature for one in results], pa.binary())
    tables = arrow({n: [r for one in results for r in one.rows.get(n, ())] for n in SCHEMAS})
    yield _structs(tables["documents"])
    for name in _LISTED:
        lengths = [0, *(len(one.rows.get(name, ())) for one in results)]
        offsets = pa.array(np.cumsum(lengths), pa.int32())
        yield pa.ListArray.from_arrays(offsets, _structs(tables[name]))


def _structs(table: pa.Table) -> pa.StructArray:
    return pa.StructArray.from_arrays(
        [column.combine_chunks() for column in table.columns], fields=list(table.schema)
    )


def read_part(path: Path, columns: Sequence[str]) -> pa.Table:
    """Return columns of a part; ``people.name`` is a column of the table ``people``.

    Raises:
        DamagedPartError: It is not as it was written, or gone.
    """
    wanted = [
        f"{table}.list.element.{name}" if name and table in _LISTED else column
        for column in columns
        for table, _, name in [column.partition(".")]
    ]
    try:
        with pq.ParquetFile(path, page_checksum_verification=True) as file:
            # Memory that the allocator keeps per thread adds up over thousands of small files.
            return file.read(columns=wanted, use_threads=False)
    except (OSError, pa.ArrowException) as error:
        raise DamagedPartError(path) from error


def empty_units(path: Path) -> list[bytes]:
    """Return the keys of the units of a part in which no document is.

    Raises:
        DamagedPartError: The part is not as it was written, or gone.
    """
    try:
        told: dict[bytes, bytes] = pq.read_schema(path).metadata or {}
    except (OSError, pa.ArrowException) as error:
        raise DamagedPartError(path) from error
    return [bytes.fromhex(key.decode()) for key in told.get(_EMPTY, b"").split()]


def list_parts(folder: Path) -> list[Path]:
    """Return the parts below ``folder``, in the order of their names."""
    return sorted((folder / FOLDER).glob(f"[!.]*{_SUFFIX}"))


def forget(path: Path) -> None:
    """Remove a part, if it is there."""
    with suppress(FileNotFoundError):
        os.unlink(path)  # noqa: PTH108 - the same, and says that it is one file
