"""Parquet, with the schemas of the contract enforced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from hoinghi.errors import UsageError
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
