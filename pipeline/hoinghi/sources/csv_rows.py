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
        ReadError: The file is empty, lacks a column or breaks off.
    """
    limit = settings.max_characters * _FIELD_ROOM
    csv.field_size_limit(max(limit, csv.field_size_limit()))
    lines = open_text(stream)
    first = next((line for line in lines if line.strip()), "")
    if not first:
        raise ReadError(source, "the file is empty", "check that the export has worked")
    rows = csv.reader(
        itertools.chain([first], lines), delimiter=_delimiter(first, nfc(settings.text_column))
    )
    number = 0
    try:
        header = [nfc(name).strip() for name in next(rows)]
        check_columns(header, source, settings)
        for row in rows:
            if row:
                number += 1
                yield _article(header, row, f"{source}#{number}", settings)
    except csv.Error as error:
        raise ReadError(
            f"{source}#{number + 1}",
            f"the rest of the file cannot be read as CSV ({error})",
            "look for a quotation mark that is opened and never closed",
        ) from error
    if not number:
        raise ReadError(source, "there is a header but no row", "check that the export has worked")


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
