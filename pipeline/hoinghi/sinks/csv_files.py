"""CSV that a spreadsheet opens by a double click, and that cannot run anything in it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from hoinghi.sinks.files import replacing
from hoinghi.tables import SCHEMAS, arrow

SEPARATOR = " | "
# A text cell that starts like this is a formula to a spreadsheet, or becomes one on import.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# The whole text of every article would make the file useless in a spreadsheet.
_LEFT_OUT = {("documents", "text")}
_ROWS_AT_ONCE = 10_000


def write_csv(tables: Mapping[str, pa.Table], folder: Path) -> None:
    r"""Write every table of the contract to ``folder/<table>.csv``.

    UTF-8 with BOM, comma, ``"`` quoting, ``\r\n``; lists are joined by `` | ``, unknown values
    are empty, ``documents`` goes without ``text``. A table missing from ``tables`` is written
    empty. A text cell that a spreadsheet would run as a formula gets a leading ``'``.

    Raises:
        OutputError: The folder cannot be written.
    """
    empty = arrow({})
    for name, schema in SCHEMAS.items():
        columns = [column for column in schema.names if (name, column) not in _LEFT_OUT]
        write_rows(folder / f"{name}.csv", columns, _rows(tables.get(name, empty[name]), columns))


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write one CSV file in the form of ``write_csv``, with ``columns`` as its first line.

    Raises:
        OutputError: The file cannot be written.
    """
    with replacing(path) as part, part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(columns)
        writer.writerows(map(_cell, row) for row in rows)


def _rows(table: pa.Table, columns: Sequence[str]) -> Iterator[Sequence[object]]:
    for batch in table.select(list(columns)).to_batches(max_chunksize=_ROWS_AT_ONCE):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _cell(value: object) -> str:
    """Return ``value`` as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = SEPARATOR.join(value)
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return str(value)
