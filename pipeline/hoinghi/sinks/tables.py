"""All tables of a run, as CSV and Parquet, written while they are made."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from contextlib import ExitStack
from pathlib import Path

import pyarrow as pa

from hoinghi.sinks.csv_files import csv_table
from hoinghi.sinks.parquet_files import parquet_table
from hoinghi.tables import SCHEMAS


def write_tables(
    batches: Callable[[str], Iterable[pa.RecordBatch]],
    out: Path,
    tables: Collection[str] = tuple(SCHEMAS),
    *,
    durable: bool = False,
) -> dict[str, int]:
    """Write ``out/csv/*.csv`` and ``out/parquet/*.parquet``, which appear when all are whole.

    Args:
        batches: From the name of a table to its rows.
        out: The folder; older tables in it are replaced.
        tables: Those to be written, by default all.
        durable: Wait until the disk has them.

    Returns:
        How many rows each of them has.

    Raises:
        OutputError: The folder cannot be written.
    """
    rows = dict.fromkeys(tables, 0)
    with ExitStack() as files:
        for name in rows:
            writers = [
                files.enter_context(csv_table(out / "csv", name, durable=durable)),
                files.enter_context(parquet_table(out / "parquet", name, durable=durable)),
            ]
            for batch in batches(name):
                rows[name] += batch.num_rows
                for write in writers:
                    write(batch)
    return rows
