"""Workbooks (.xlsx, .xls, .xlsb, .ods): every sheet that has a text column."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    WorksheetNotFound,
    XmlError,
    ZipError,
)

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.bounds import seekable
from hoinghi.sources.columns import SAMPLE, header_at, settle
from hoinghi.sources.sheet_room import check_old, check_room, damaged, locked
from hoinghi.sources.table_rows import NumberedRow, articles_of
from hoinghi.text import nfc

# A workbook is unpacked into memory as a whole.
_MAX_BYTES = 200_000_000
_ERRORS = (CalamineError, PasswordError, XmlError, ZipError, WorksheetNotFound, OSError)
_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet that has a text column; ``start`` is the index of its first row of data."""

    sheet: CalamineSheet
    names: tuple[str, ...]
    start: int


def read_workbook(
    stream: BinaryIO, source: str, settings: Settings
) -> Iterator[Article | ReadError]:
    """Yield an article for each row of data, a ``ReadError`` for each row that gives none.

    Sheets without a text column are passed over, and so are empty rows, which are not counted.
    The header may stand below title lines. Rows are named ``path#7``, or ``path#Sheet!7`` where
    several sheets are read. Of formulas the last result counts, and an error is an empty cell.

    Raises:
        ReadError: It is no workbook, damaged, protected, too large, or has no text column.
    """
    with seekable(stream, source) as file:
        if file.seek(0, io.SEEK_END) > _MAX_BYTES:
            raise ReadError(
                source,
                f"the file is too large ({_MAX_BYTES:,} bytes are the most)",
                "split it, or export it as CSV, which may have any length",
            )
        file.seek(0)
        _check(file, source)
        with _named(source):
            found = _sheets(CalamineWorkbook.from_filelike(file), source, settings)
            # A second one tells that the first must be named, so that two are held at a time.
            first, second = next(found), next(found, None)
            if second is None:
                yield from _read(first, source, source + "#", settings)
                return
            for sheet in itertools.chain([first, second], found):
                yield from _read(sheet, source, f"{source}#{sheet.sheet.name}!", settings)


@contextmanager
def _named(source: str) -> Iterator[None]:
    """Turn what the library raises into a ``ReadError``."""
    try:
        yield
    except PasswordError as error:
        raise locked(source) from error
    except _ERRORS as error:
        raise damaged(source, str(error)) from error
    except BaseException as error:
        # What a failed check in Rust comes as has no name that could be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise damaged(source, "its parts do not fit together") from error


def _check(file: BinaryIO, source: str) -> None:
    """Raise ``ReadError`` for what the library would not name, or not survive."""
    start = file.read(len(_OLE))
    file.seek(0)
    if start.startswith(_ZIP):
        check_room(file, source)
    elif start == _OLE:
        check_old(file.read(), source)
    else:
        raise damaged(source, "its first bytes are those of another kind of file")
    file.seek(0)


def _sheets(book: CalamineWorkbook, source: str, settings: Settings) -> Iterator[_Sheet]:
    """Yield the sheets that have a text column.

    Raises:
        ReadError: None has; the error is that of the first sheet that is not empty.
    """
    failed: ReadError | None = None
    none = True
    for meta in book.sheets_metadata:
        if meta.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(meta.name)
        head = list(itertools.islice(sheet.iter_rows(), SAMPLE * 2))
        at = header_at(head, settings)
        if at is None:
            continue
        names = tuple(nfc(cell).strip() if isinstance(cell, str) else "" for cell in head[at])
        rows = [dict(zip(names, row, strict=True)) for row in head[at + 1 :]][:SAMPLE]
        try:
            settle(filter(None, names), rows, f"{source}#{meta.name}", settings)
        except ReadError as error:
            failed = failed or error
            continue
        none = False
        yield _Sheet(sheet, names, at + 1)
    if none:
        raise failed or ReadError(source, "its sheets are empty", "check that it was saved")


def _read(
    sheet: _Sheet, source: str, prefix: str, settings: Settings
) -> Iterator[Article | ReadError]:
    rows = itertools.islice(sheet.sheet.iter_rows(), sheet.start, None)
    numbered = _numbered(rows, sheet.names, prefix)
    yield from articles_of(numbered, source, settings, filter(None, sheet.names))


def _numbered(
    rows: Iterator[Sequence[object]], names: Sequence[str], prefix: str
) -> Iterator[NumberedRow]:
    number = 0
    for row in rows:
        cells = [None if cell == "" else cell for cell in row]
        if all(cell is None for cell in cells):
            continue
        number += 1
        # Reversed, so that the first of two columns of one name counts.
        yield f"{prefix}{number}", dict(reversed(list(zip(names, cells, strict=True))))
