"""JSON Lines, row by row, and JSON arrays."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO, TextIO

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.content import open_text, too_long
from hoinghi.sources.table_rows import article_of, check_columns
from hoinghi.text import nfc

# Rows looked at before a missing key is put down to the whole file.
_FIRST_ROWS = 20
# An escaped character takes up to twelve; the rest is room for the other keys.
_LINE_ROOM = 16


def read_json(stream: BinaryIO, source: str, settings: Settings) -> Iterator[Article | ReadError]:
    """Yield an article for each object, a ``ReadError`` for each row that gives none.

    The content decides, not the name: lines of objects are read one at a time, an array (or one
    object over several lines) as a whole.

    Raises:
        ReadError: The file is empty, not JSON, or no row has the text column.
    """
    lines = open_text(stream)
    first = next((line for line in lines if line.strip()), "").lstrip("\ufeff")
    if not first:
        raise ReadError(source, "the file is empty", "check that the export has worked")
    if _is_object(first) or not first.lstrip().startswith(("[", "{")):
        limit = settings.max_characters * _LINE_ROOM
        rows = _lines(itertools.chain([first], _bounded(lines, limit)), source, limit)
    else:
        rows = _whole(first + lines.read(), source)
    head = list(itertools.islice(rows, _FIRST_ROWS))
    objects = [row for row in head if isinstance(row, dict)]
    if objects:
        check_columns((nfc(key) for row in objects for key in row), source, settings)
    for number, row in enumerate(itertools.chain(head, rows), start=1):
        yield _article(row, f"{source}#{number}", settings)


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _bounded(lines: TextIO, limit: int) -> Iterator[str]:
    """Yield lines, of which one that is longer comes cut to ``limit`` characters."""
    while line := lines.readline(limit):
        yield line
        while line and not line.endswith("\n"):
            line = lines.readline(limit)


def _lines(lines: Iterable[str], source: str, limit: int) -> Iterator[object]:
    """Yield the value of each line that is not blank, or a ``ReadError`` in its place."""
    for number, line in enumerate(filter(str.strip, lines), start=1):
        if len(line) >= limit and not line.endswith("\n"):
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


def _whole(text: str, source: str) -> Iterator[object]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError(
            source,
            f"it is not JSON ({error})",
            "write an array of objects, or one object a line",
        ) from error
    return iter(value if isinstance(value, list) else [value])


def _article(row: object, source: str, settings: Settings) -> Article | ReadError:
    if isinstance(row, ReadError):
        return row
    if not isinstance(row, dict):
        return ReadError(
            source,
            f"the row is not an object but {type(row).__name__}",
            f'write {{"{settings.text_column}": "..."}}',
        )
    cells = {nfc(key): value for key, value in row.items()}
    try:
        return article_of(cells, source, settings)
    except ReadError as error:
        return error
