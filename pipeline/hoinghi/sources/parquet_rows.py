"""Parquet, a few rows at a time and only the columns that are needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.bounds import seekable
from hoinghi.sources.columns import SAMPLE, names_in, settle
from hoinghi.sources.content import not_utf8
from hoinghi.sources.table_rows import NumberedRow, articles_of
from hoinghi.text import nfc

# Rows and bytes of a column that are decoded at a time.
_BATCH, _BUFFER = 64, 2**20


def read_parquet(
    stream: BinaryIO, source: str, settings: Settings
) -> Iterator[Article | ReadError]:
    """Yield an article for each row, a ``ReadError`` for each row that gives none.

    Text may be kept as strings, as a dictionary or as bytes in UTF-8, at the top or within a
    structure that is named with dots.

    Raises:
        ReadError: It is no Parquet file, damaged, empty, or lacks a column.
    """
    with seekable(stream, source) as file:
        try:
            yield from _read(file, source, settings)
        except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
            raise _damaged(source, error) from error


def _read(file: BinaryIO, source: str, settings: Settings) -> Iterator[Article | ReadError]:
    with pq.ParquetFile(file, buffer_size=_BUFFER) as table:
        names = table.schema_arrow.names
        batch = next(table.iter_batches(batch_size=SAMPLE, use_threads=False), None)
        if batch is None:
            raise ReadError(source, "there is no row in it", "check that the export has worked")
        sample = [_cells(batch, at) for at in range(batch.num_rows)]
        found = [*map(nfc, names), *(name for row in sample for name in names_in(row))]
        settled = settle(found, sample, source, settings)
        wanted = {
            settled.text_column,
            settled.title_column,
            settled.date_column,
            settled.url_column,
        }
        raw = {nfc(name): name for name in reversed(names)}
        needed = [raw.get(nfc(name), name) for name in wanted if nfc(name) in found]
        rows = _numbered(table, sorted(needed), nfc(settled.text_column), source)
        yield from articles_of(rows, source, settled)


def _numbered(
    table: pq.ParquetFile, columns: list[str], text_column: str, source: str
) -> Iterator[NumberedRow]:
    number = 0
    for batch in table.iter_batches(batch_size=_BATCH, columns=columns, use_threads=False):
        for at in range(batch.num_rows):
            number += 1
            row = _cells(batch, at)
            broken = row.get(text_column.split(".", 1)[0]) is _BROKEN
            name = f"{source}#{number}"
            yield name, (not_utf8(name, "") if broken else row)


_BROKEN = object()


def _cells(batch: pa.RecordBatch, at: int) -> dict[str, Any]:
    """Return the row at ``at``; what cannot be a value of Python is ``_BROKEN``."""
    cells: dict[str, Any] = {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        try:
            cells.setdefault(nfc(name), column[at].as_py())
        except (ValueError, OverflowError, LookupError):  # the last: an unknown time zone
            cells.setdefault(nfc(name), _BROKEN)
    return cells


def _damaged(source: str, error: Exception) -> ReadError:
    reason = str(error).strip().split("\n", 1)[0][:200]
    return ReadError(
        source,
        f"it is no Parquet file or damaged ({reason})",
        "write or download it again; the rest of it cannot be read",
    )
