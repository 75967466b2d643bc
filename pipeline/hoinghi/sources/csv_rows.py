"""CSV and TSV, row by row, as spreadsheets and exports really write them."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import BinaryIO

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.columns import header_at, is_known, is_text_column
from hoinghi.sources.content import open_text, too_long
from hoinghi.sources.lines import bounded_lines, is_cut, look_ahead
from hoinghi.sources.table_rows import NumberedRow, articles_of
from hoinghi.text import nfc

# What is wrong with a row, once it is known which row it is.
Problem = Callable[[str], ReadError]

# A Vietnamese spreadsheet writes ";" because its decimal mark is the comma.
_DELIMITERS = (",", ";", "\t", "|")
# Excel's own first line, by which it opens a file again as it was.
_ANNOUNCED = re.compile(r'"?sep=([,;\t|])"?\s*', re.IGNORECASE)
# Room for rows that are too long for an article, so that only they fail.
_ROW_ROOM = 16
# Lines and rows among which a delimiter and the header are looked for.
_FIRST = 10
_LOOK = 10_000


def read_csv(stream: BinaryIO, source: str, settings: Settings) -> Iterator[Article | ReadError]:
    """Yield an article for each data row, a ``ReadError`` for each row that gives none.

    The delimiter is the one that a line ``sep=;`` announces, else the one of comma, semicolon,
    tab and bar that finds a text column in the first lines, else the one that cuts most. Title
    lines above the header and blank lines are passed over and not counted.

    Raises:
        ReadError: The file is empty or lacks a column.
    """
    limit = settings.max_characters * _ROW_ROOM
    lines = bounded_lines(open_text(stream), limit)
    first = next((line for line in lines if line.strip()), "")
    announced = _ANNOUNCED.fullmatch(first[:_FIRST])
    start = [] if announced else [first]
    start += look_ahead(lines, _FIRST, limit - len(first), len)
    if not any(map(str.strip, start)):
        raise ReadError(source, "the file is empty", "check that the export has worked")
    delimiter = announced[1] if announced else _delimiter(start, settings)
    rows = _rows(itertools.chain(start, lines), delimiter, limit)
    head = look_ahead(rows, _FIRST, limit, _size)
    at = header_at([row if isinstance(row, list) else [] for row in head], settings) or 0
    header, head = head[at], head[at + 1 :]
    if not isinstance(header, list):
        raise header(source)
    names = [nfc(name).strip() for name in header]
    numbered = _numbered(itertools.chain(head, rows), names, source)
    empty = True
    for item in articles_of(numbered, source, settings, names):
        empty = False
        yield item
    if empty:
        raise ReadError(source, "there is a header but no row", "check that the export has worked")


def opens_table(start: bytes, settings: Settings) -> bool:
    """Tell whether ``start``, the first bytes of something without a name, are surely CSV.

    That is so where the first line is Excel's ``sep=;``, or is cut into names of which one is
    that of the text and another one that of title, day or address.
    """
    first = open_text(io.BytesIO(start)).readline(_LOOK)
    if _ANNOUNCED.fullmatch(first):
        return True
    for mark in _DELIMITERS:
        names = next(csv.reader([first], delimiter=mark), [])
        known = sum(is_known(name, settings) for name in names)
        if known > 1 and any(is_text_column(name, settings) for name in names):
            return True
    return False


def _rows(lines: Iterator[str], delimiter: str, limit: int) -> Iterator[list[str] | Problem]:
    """Yield the cells of each row that is not blank, or what is wrong with it."""
    while True:
        try:
            yield from _cut(lines, delimiter, limit)
        except _LineTooLongError:
            # What the reader knows of open quotation marks is lost with the line.
            yield partial(too_long, size=f"a line of {limit:,} characters or more")
        except csv.Error:
            yield _never_closed
            return
        else:
            return


class _LineTooLongError(Exception):
    """A line came cut, so that its row ends here."""


def _cut(lines: Iterator[str], delimiter: str, limit: int) -> Iterator[list[str] | Problem]:
    """Yield rows up to a line that is too long.

    Raises:
        csv.Error: A row has more than ``limit`` characters over its lines.
        _LineTooLongError: A line has.
    """
    raw: list[str] = []
    reader = csv.reader(_recorded(lines, raw, limit), delimiter=delimiter)
    while True:
        raw.clear()
        # The limit belongs to the process, so it is ours only while a row is being cut.
        outside = csv.field_size_limit(limit)
        try:
            row = next(reader, None)
            # The reader takes what follows a lost quotation mark for one cell, to the file's end.
            closed = len(raw) < 2 or _is_closed(raw, delimiter)
        finally:
            csv.field_size_limit(outside)
        if row is None:
            return
        if row:
            yield row if closed else _never_closed


def _recorded(lines: Iterator[str], raw: list[str], limit: int) -> Iterator[str]:
    """Yield ``lines`` while keeping those of one row in ``raw``."""
    room = limit
    for line in lines:
        if is_cut(line, limit):
            raise _LineTooLongError
        room = limit if not raw else room - len(line)
        if room < 0:
            raise csv.Error
        raw.append(line)
        yield line


def _is_closed(raw: list[str], delimiter: str) -> bool:
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


def _delimiter(lines: Sequence[str], settings: Settings) -> str:
    """Return the delimiter that cuts a text column out of ``lines``, else most columns."""
    counts: dict[str, list[int]] = {}
    for mark in _DELIMITERS:
        rows = [next(csv.reader([line[:_LOOK]], delimiter=mark), []) for line in lines]
        if any(is_text_column(name, settings) for row in rows for name in row):
            return mark
        counts[mark] = [len(row) for row in rows]
    # The first line decides; the next one where it holds none of them, as a title does.
    return max(_DELIMITERS, key=lambda mark: counts[mark])


def _size(row: list[str] | Problem) -> int:
    return sum(map(len, row)) if isinstance(row, list) else 0


def _numbered(
    rows: Iterator[list[str] | Problem], names: list[str], source: str
) -> Iterator[NumberedRow]:
    for number, row in enumerate(rows, start=1):
        at = f"{source}#{number}"
        yield at, (_cells(row, names, at) if isinstance(row, list) else row(at))


def _cells(row: list[str], names: list[str], source: str) -> dict[str, str] | ReadError:
    if any(row[len(names) :]):
        return ReadError(
            source,
            f"the row has {len(row)} cells, the header {len(names)}",
            'put cells that hold the delimiter in quotes (")',
        )
    # Reversed, so that the first of two columns of one name counts.
    return dict(reversed(list(zip(names, row, strict=False))))
