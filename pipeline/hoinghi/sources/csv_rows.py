"""CSV and TSV, row by row, as spreadsheets and exports really write them."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator
from typing import BinaryIO

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.content import open_text
from hoinghi.sources.table_rows import article_of, check_columns
from hoinghi.text import nfc

# A Vietnamese spreadsheet writes ";" because its decimal mark is the comma.
_DELIMITERS = (",", ";", "\t")
# Room for fields that are too long for an article, so that only their row fails.
_FIELD_ROOM = 16


def read_csv(stream: BinaryIO, source: str, settings: Settings) -> Iterator[Article | ReadError]:
    """Yield an article for each data row, a ``ReadError`` for each row that gives none.

    The delimiter is the one of comma, semicolon and tab that finds the text column in the
    header; blank lines are passed over and not counted.

    Raises:
        ReadError: The file is empty or lacks a column.
    """
    lines = open_text(stream)
    first = next((line for line in lines if line.strip()), "")
    if not first:
        raise ReadError(source, "the file is empty", "check that the export has worked")
    delimiter = _delimiter(first, nfc(settings.text_column))
    rows = _rows(itertools.chain([first], lines), delimiter, settings.max_characters * _FIELD_ROOM)
    header: list[str] = []
    number = 0
    try:
        for row, closed in rows:
            if not header:
                header = [nfc(name).strip() for name in row]
                check_columns(header, source, settings)
            elif row:
                number += 1
                at = f"{source}#{number}"
                yield _article(header, row, at, settings) if closed else _never_closed(at)
    except csv.Error:
        yield _never_closed(f"{source}#{number + 1}")
        return
    if not number:
        raise ReadError(source, "there is a header but no row", "check that the export has worked")


def _rows(lines: Iterator[str], delimiter: str, limit: int) -> Iterator[tuple[list[str], bool]]:
    """Yield each row with whether its last quotation mark is closed.

    Raises:
        csv.Error: A field is longer than ``limit`` characters.
    """
    raw: list[str] = []

    def recorded() -> Iterator[str]:
        for line in lines:
            raw.append(line)
            yield line

    reader = csv.reader(recorded(), delimiter=delimiter)
    while True:
        raw.clear()
        # The limit belongs to the process, so it is ours only while a row is being cut.
        outside = csv.field_size_limit(limit)
        try:
            row = next(reader, None)
            # The reader takes what follows a lost quotation mark for one cell, to the file's end.
            closed = len(raw) < 2 or _closed(raw, delimiter)
        finally:
            csv.field_size_limit(outside)
        if row is None:
            return
        yield row, closed


def _closed(raw: list[str], delimiter: str) -> bool:
    try:
        list(csv.reader(raw, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "end of data" not in str(error)
    return True


def _never_closed(source: str) -> ReadError:
    return ReadError(
        source,
        "a quotation mark is opened and never closed; the file cannot be read from here on",
        'close it, and double quotation marks inside a cell ("")',
    )


def _delimiter(line: str, text_column: str) -> str:
    """Return the delimiter that cuts ``text_column`` out of the header, else most columns."""
    cuts = {mark: next(csv.reader([line], delimiter=mark), []) for mark in _DELIMITERS}
    for mark, names in cuts.items():
        if text_column in (nfc(name).strip() for name in names):
            return mark
    return max(_DELIMITERS, key=lambda mark: len(cuts[mark]))


def _article(
    header: list[str], row: list[str], source: str, settings: Settings
) -> Article | ReadError:
    if any(row[len(header) :]):
        return ReadError(
            source,
            f"the row has {len(row)} cells, the header {len(header)}",
            'put cells that hold the delimiter in quotes (")',
        )
    # Reversed, so that the first of two columns of one name counts.
    cells = dict(reversed(list(zip(header, row, strict=False))))
    try:
        return article_of(cells, source, settings)
    except ReadError as error:
        return error
