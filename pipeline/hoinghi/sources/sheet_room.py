"""How much memory a workbook would take, before a library that asks for all of it opens it.

``calamine`` holds a sheet as a full rectangle: one cell in the last corner of a sheet costs half
a terabyte, and ends the process. It also unpacks whatever the archive holds.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO

from hoinghi.errors import ReadError
from hoinghi.sources.bounds import swells
from hoinghi.sources.ole_room import cells_of_sheets

_MOST_BYTES = 1_000_000_000
_MOST_CELLS = 10_000_000
# The stream of an old file that holds a new workbook under a password.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PIECE = 2**20
_OVERLAP = 64
# Rows, cells, and where they say that they stand (``<row r="7">``, ``<c r="B7">``).
_PLACE = re.compile(rb"<(?:\w+:)?(row|c)[\s/>]|\br\s*=\s*[\"']([A-Za-z]*)(\d{1,9})[\"']")
_ADVICE = "export its sheets as CSV"


def check_room(stream: BinaryIO, source: str) -> None:
    """Check that the workbook in ``stream`` can be opened in bounded memory.

    Raises:
        ReadError: It is damaged, a zip bomb, or a sheet reaches too far.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            _check_size(archive, stream.seek(0, io.SEEK_END), source)
            for info in archive.infolist():
                name = info.filename.lower()
                if name.endswith((".xml", ".bin")) and not info.is_dir():
                    with archive.open(info) as part:
                        if _reach(part, binary=name.endswith(".bin")) > _MOST_CELLS:
                            raise _too_far(source, info.filename)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise damaged(source, str(error)) from error
    except RuntimeError as error:  # what zipfile says of encrypted members
        raise locked(source) from error


def check_old(data: bytes, source: str) -> None:
    """Check that an .xls can be opened in bounded memory: all its sheets are, at once.

    Raises:
        ReadError: It is damaged, protected by a password, or its sheets reach too far.
    """
    if _ENCRYPTED in data:
        raise locked(source)
    try:
        cells = cells_of_sheets(data)
    except ValueError as error:
        raise damaged(source, str(error)) from error
    if cells > _MOST_CELLS:
        raise _too_far(source, "all together")


def damaged(source: str, reason: str) -> ReadError:
    """Return the error for a file that is no whole workbook."""
    return ReadError(
        source,
        f"it is damaged or no workbook ({reason.splitlines()[0] if reason else 'unreadable'})",
        f"open it in a spreadsheet program and save it again, or {_ADVICE}",
    )


def locked(source: str) -> ReadError:
    """Return the error for a workbook that asks for a password."""
    return ReadError(
        source,
        "it is protected by a password",
        f"save it without one, or {_ADVICE}",
    )


def _check_size(archive: zipfile.ZipFile, size: int, source: str) -> None:
    if swells(archive, size, _MOST_BYTES):
        raise ReadError(
            source,
            f"its {size:,} bytes unpack to far more than a workbook has",
            f"split it, or {_ADVICE}",
        )


def _too_far(source: str, part: str) -> ReadError:
    return ReadError(
        source,
        f"a sheet reaches too far ({part}: more than {_MOST_CELLS:,} cells are spanned)",
        f"delete what stands far below or beside the table, or {_ADVICE}",
    )


def _reach(part: IO[bytes], *, binary: bool) -> int:
    """Return how many cells the rectangle around all cells of a sheet can have at most.

    All of the part is read, so that its checksum is compared, too.
    """
    rows = columns = in_row = 0
    for kind, column, row in _binary_places(part) if binary else _places(part):
        if kind == b"row":
            rows, in_row = rows + 1, 0
        elif kind == b"c":
            in_row += 1
        rows, columns = max(rows, row), max(columns, column, in_row)
    return rows * columns


def _places(part: IO[bytes]) -> Iterator[tuple[bytes, int, int]]:
    """Yield each row or cell, and each place that one gives, as column and row from 1."""
    rest = b""
    while piece := part.read(_PIECE):
        text = rest + piece
        at = 0
        for match in _PLACE.finditer(text):
            at = match.end()
            if match[1]:
                yield match[1], 0, 0
            else:
                yield b"", _column(match[2]), int(match[3])
        rest = text[max(at, len(text) - _OVERLAP) :]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper()[:4]:
        number = number * 26 + letter - 64
    return number


def _binary_places(part: IO[bytes]) -> Iterator[tuple[bytes, int, int]]:
    """Yield the places of rows (record 0) and cells (records 1 to 11) in a sheet of an .xlsb."""
    while True:
        kind = _variable(part, 2)
        length = _variable(part, 4)
        if kind is None or length is None:
            break
        body = part.read(min(length, 4))
        number = int.from_bytes(body, "little") + 1
        if kind == 0:
            yield b"row", 0, number
        elif kind <= 11:
            yield b"c", number, 0
        left = length - len(body)
        while left > 0 and (skipped := part.read(min(left, _PIECE))):
            left -= len(skipped)


def _variable(part: IO[bytes], longest: int) -> int | None:
    """Read a number of seven bits a byte; ``None`` at the end."""
    value = 0
    for at in range(longest):
        byte = part.read(1)
        if not byte:
            return None
        value |= (byte[0] & 0x7F) << (7 * at)
        if byte[0] < 0x80:
            break
    return value
