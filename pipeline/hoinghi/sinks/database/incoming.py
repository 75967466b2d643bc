"""The tables that ``hoinghi extract`` wrote, checked, and read piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from hoinghi.errors import UsageError
from hoinghi.tables import SCHEMAS

ROW = "row"
"""Column of the number of a row in its file, from which ``ordinal`` is made."""

_ROW = pa.field(ROW, pa.int64())
# Texts of articles are thousands of times as long as other rows.
_ROWS_AT_ONCE = {"documents": 500}
_OTHER_ROWS_AT_ONCE = 10_000
_BUFFER = 1 << 20


@dataclass(frozen=True, slots=True)
class Incoming:
    """One table to be loaded: its name, its Parquet file, its number of rows."""

    name: str
    path: Path
    rows: int


def incoming(folder: Path) -> Mapping[str, Incoming]:
    """Return every table of the contract that lies in ``folder/parquet``.

    Raises:
        UsageError: A table is missing, no Parquet, or of other columns.
    """
    return {name: _incoming(name, folder / "parquet" / f"{name}.parquet") for name in SCHEMAS}


def _incoming(name: str, path: Path) -> Incoming:
    try:
        with pq.ParquetFile(path) as file:
            schema, rows = file.schema_arrow, file.metadata.num_rows
    except (OSError, pa.ArrowException) as error:
        raise UsageError(
            f"{path}: cannot be read as a table of hoinghi; name the folder that hoinghi "
            "extract wrote (its --out)"
        ) from error
    for field in SCHEMAS[name]:
        at = schema.get_field_index(field.name)
        if at < 0 or schema.field(at).type != field.type:
            found = "is missing" if at < 0 else f"is {schema.field(at).type}, not {field.type}"
            raise UsageError(
                f"{path}: the column {field.name} {found}; extract the articles again with this "
                "version of hoinghi"
            )
    return Incoming(name, path, rows)


def batches(table: Incoming) -> pa.RecordBatchReader:
    """Return the rows of ``table`` with their number in ``row``, a bounded piece at a time.

    U+0000, which PostgreSQL cannot hold, becomes U+FFFD; so offsets into the text stay.
    """
    schema = SCHEMAS[table.name]
    return pa.RecordBatchReader.from_batches(schema.append(_ROW), _batches(table, schema))


def _batches(table: Incoming, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    at_once = _ROWS_AT_ONCE.get(table.name, _OTHER_ROWS_AT_ONCE)
    number = 0
    # Without pre_buffer and with a buffer, no row group has to fit into memory.
    with pq.ParquetFile(table.path, pre_buffer=False, buffer_size=_BUFFER) as file:
        for batch in file.iter_batches(at_once, columns=schema.names):
            columns = [_without_nul(batch.column(name)) for name in schema.names]
            columns.append(pa.array(range(number, number + batch.num_rows), _ROW.type))
            number += batch.num_rows
            yield pa.RecordBatch.from_arrays(columns, schema=schema.append(_ROW))


def _without_nul(column: pa.Array) -> pa.Array:
    values = column.flatten() if pa.types.is_list(column.type) else column
    if not pa.types.is_string(values.type) or not pc.any(pc.match_substring(values, "\0")).as_py():
        return column
    return pa.array(map(_cell, column.to_pylist()), column.type)


def _cell(value: str | list[str] | None) -> str | list[str | None] | None:
    if isinstance(value, list):
        return [None if item is None else item.replace("\0", "\ufffd") for item in value]
    return None if value is None else value.replace("\0", "\ufffd")
