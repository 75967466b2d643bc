"""CSV that a spreadsheet opens by a double click, and that cannot run anything in it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
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
    for name in SCHEMAS:
        with csv_table(folder, name) as write:
            for batch in tables.get(name, empty[name]).to_batches(max_chunksize=_ROWS_AT_ONCE):
                write(batch)


@contextmanager
def csv_table(
    folder: Path, name: str, *, durable: bool = False
) -> Iterator[Callable[[pa.RecordBatch], None]]:
    """Yield what writes rows of the table ``name`` to ``folder/<table>.csv``, as ``write_csv``.

    Args:
        folder: Where the file is to lie.
        name: Of the table.
        durable: Wait at the end until the disk has it.

    Raises:
        OutputError: The file cannot be written.
    """
    columns = [column for column in SCHEMAS[name].names if (name, column) not in _LEFT_OUT]
    with _writing(folder / f"{name}.csv", columns, durable=durable) as write:

        def write_batch(batch: pa.RecordBatch) -> None:
            cells = (batch.column(column).to_pylist() for column in columns)
            write(zip(*cells, strict=True))

        yield write_batch


def write_rows(
    path: Path,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    separator: str = ",",
) -> None:
    """Write one CSV file in the form of ``write_csv``, with ``columns`` as its first line.

    Args:
        path: The file.
        columns: Its headings.
        rows: Its cells.
        separator: What stands between cells.

    Raises:
        OutputError: The file cannot be written.
    """
    with _writing(path, columns, separator) as write:
        write(rows)


@contextmanager
def _writing(
    path: Path, columns: Sequence[str], separator: str = ",", *, durable: bool = False
) -> Iterator[Callable[[Iterable[Sequence[object]]], None]]:
    with (
        replacing(path, durable=durable) as part,
        part.open("w", encoding="utf-8-sig", newline="") as file,
    ):
        writer = csv.writer(file, delimiter=separator, lineterminator="\r\n")
        writer.writerow(map(_cell, columns))
        yield lambda rows: writer.writerows(map(_cell, row) for row in rows)


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
