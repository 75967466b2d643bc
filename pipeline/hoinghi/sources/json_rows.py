"""JSON Lines, row by row, and any other JSON, object by object."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO, TextIO

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.content import open_text, too_long
from hoinghi.sources.json_stream import objects_at, place_of_rows
from hoinghi.sources.lines import bounded_lines, is_cut
from hoinghi.sources.table_rows import NumberedRow, articles_of
from hoinghi.text import nfc

# An escaped character takes up to twelve; the rest is room for the other keys.
_ROW_ROOM = 16
# How much is looked at to find out where the rows are.
_LOOK = 2**20


def read_json(stream: BinaryIO, source: str, settings: Settings) -> Iterator[Article | ReadError]:
    """Yield an article for each object, a ``ReadError`` for each row that gives none.

    The content decides, not the name. Lines of objects are read one at a time, and a bad one
    fails alone. Anything else (an array, also one within an object; a single object; objects
    without line breaks between them) is read object by object, up to the first error.

    Raises:
        ReadError: The file is empty or not JSON, or no row has the text column.
    """
    values = _values(open_text(stream), source, settings)
    empty = True
    for item in articles_of(_numbered(values, source, settings), source, settings):
        empty = False
        yield item
    if empty:
        raise ReadError(source, "there is no row in it", "check that the export has worked")


def _values(text: TextIO, source: str, settings: Settings) -> Iterator[object]:
    """Return what stands in each row, or a ``ReadError`` in its place."""
    limit = settings.max_characters * _ROW_ROOM
    lines = bounded_lines(text, limit)
    first = _next_line(lines).lstrip("\ufeff")
    if not first:
        raise ReadError(source, "the file is empty", "check that the export has worked")
    if _opens_lines(first, settings):
        return _lines(itertools.chain([first], lines), source, limit)
    second = "" if is_cut(first, limit) else _next_line(lines)
    if first.lstrip().startswith("{") and second.lstrip().startswith("{"):
        return _lines(itertools.chain([first, second], lines), source, limit)
    start = first + second + text.read(_LOOK)
    return objects_at(place_of_rows(start[:_LOOK], settings), start, text, source, limit)


def _opens_lines(first: str, settings: Settings) -> bool:
    """Tell whether the first line is a row of its own, or else no JSON at all."""
    try:
        value = json.loads(first)
    except (ValueError, RecursionError):
        return not first.lstrip().startswith(("[", "{"))
    return isinstance(value, dict) and place_of_rows(first[:_LOOK], settings) == ()


def _next_line(lines: Iterator[str]) -> str:
    return next((line for line in lines if line.strip()), "")


def _lines(lines: Iterable[str], source: str, limit: int) -> Iterator[object]:
    """Yield the value of each line that is not blank, or a ``ReadError`` in its place."""
    for number, line in enumerate(filter(str.strip, lines), start=1):
        if is_cut(line, limit):
            yield too_long(f"{source}#{number}", f"a line of {limit:,} characters or more")
            continue
        try:
            yield json.loads(line)
        except (ValueError, RecursionError) as error:
            yield ReadError(
                f"{source}#{number}",
                f"the line is not JSON ({error})",
                "write one object a line, each on a single line",
            )


def _numbered(values: Iterator[object], source: str, settings: Settings) -> Iterator[NumberedRow]:
    """Yield the rows with their sources; an error that ends the reading is the last of them."""
    number = 0
    try:
        for number, value in enumerate(values, start=1):
            yield f"{source}#{number}", _row(value, f"{source}#{number}", settings)
    except ReadError as error:
        if not number:
            raise
        yield error.source, error


def _row(value: object, source: str, settings: Settings) -> dict[str, object] | ReadError:
    if isinstance(value, ReadError):
        return value
    if isinstance(value, dict):
        return {nfc(key): cell for key, cell in value.items()}
    return ReadError(
        source,
        f"the row is not an object but {type(value).__name__}",
        f'write {{"{settings.text_column}": "..."}}',
    )
