"""Parquet, with the schemas of the contract enforced."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from hoinghi.sinks.files import replacing
from hoinghi.tables import SCHEMAS, arrow


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
        table = tables.get(name, empty[name]).select(schema.names).cast(schema)
        with replacing(folder / f"{name}.parquet") as part:
            pq.write_table(table, part, compression="zstd")
