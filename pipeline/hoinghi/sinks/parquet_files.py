"""Parquet, with the schemas of the contract enforced."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from hoinghi.errors import UsageError
from hoinghi.sinks.files import replacing
from hoinghi.tables import SCHEMAS, arrow

# Rows that are written together, and so the most that wait in memory: texts are long.
_GROUP: Final = 50_000
_GROUPS: Final = {"documents": 5_000}


def write_parquet(tables: Mapping[str, pa.Table], folder: Path) -> None:
    """Write every table of the contract to ``folder/<table>.parquet``.

    Columns are put in the order and types of the contract; a table missing from ``tables`` is
    written empty.

    Raises:
        OutputError: The folder cannot be written.
        KeyError: A table lacks a column.
        pyarrow.ArrowException: A column holds values of another type.
    """
    empty = arrow({})
    for name, schema in SCHEMAS.items():
        with parquet_table(folder, name) as write:
            for batch in tables.get(name, empty[name]).select(schema.names).to_batches():
                write(batch)


@contextmanager
def parquet_table(
    folder: Path, name: str, *, durable: bool = False
) -> Iterator[Callable[[pa.RecordBatch], None]]:
    """Yield what writes rows of the table ``name`` to ``folder/<table>.parquet``.

    The same rows give the same bytes, however they are cut into batches.

    Args:
        folder: Where the file is to lie.
        name: Of the table.
        durable: Wait at the end until the disk has it.

    Raises:
        OutputError: The file cannot be written.
        pyarrow.ArrowException: A column holds values of another type.
    """
    schema, most = SCHEMAS[name], _GROUPS.get(name, _GROUP)
    waiting: list[pa.RecordBatch] = []

    def take(rows: int) -> pa.Table:
        """Return the first rows that wait, as one piece, and keep the rest."""
        whole = pa.Table.from_batches(waiting, schema)
        waiting[:] = whole.slice(rows).to_batches() if whole.num_rows > rows else []
        return whole.slice(0, rows).combine_chunks()

    with (
        replacing(folder / f"{name}.parquet", durable=durable) as part,
        pq.ParquetWriter(part, schema, compression="zstd") as writer,
    ):

        def write(batch: pa.RecordBatch) -> None:
            waiting.append(batch.cast(schema))
            while sum(one.num_rows for one in waiting) >= most:
                writer.write_table(take(most))

        yield write
        if waiting:
            writer.write_table(take(most))


def read_parquet(folder: Path, columns: Mapping[str, Sequence[str]]) -> dict[str, pa.Table]:
    """Return tables that ``write_parquet`` wrote to ``folder``.

    Args:
        folder: Where ``<table>.parquet`` lie.
        columns: The tables wanted, each with the columns wanted of it.

    Raises:
        UsageError: A table or a column is missing, or the file is no Parquet.
    """
    tables = {}
    for name, wanted in columns.items():
        path = folder / f"{name}.parquet"
        try:
            tables[name] = pq.read_table(path, columns=list(wanted)).select(list(wanted))
        except (OSError, KeyError, pa.ArrowException) as error:
            raise UsageError(
                f"{path}: cannot be read as a table of hoinghi; name the folder that hoinghi "
                "extract wrote (its --out)"
            ) from error
    return tables
