"""From bytes to text that the stages can work on, or the reason why not."""

from __future__ import annotations

import codecs
import io
from typing import BinaryIO

from hoinghi.errors import ReadError
from hoinghi.settings import Settings
from hoinghi.text import nfc

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MARK_LENGTH = 3
# The widest UTF-8 and UTF-16 characters take four bytes.
BYTES_PER_CHARACTER = 4


def encoding_of(start: bytes) -> str | None:
    """Return the encoding that a byte order mark at ``start`` announces, ``None`` without one."""
    return next((name for mark, name in _MARKS if start.startswith(mark)), None)


def read_all(stream: BinaryIO, source: str, *, limit: int) -> bytes:
    """Return the whole of ``stream``.

    Raises:
        ReadError: It is empty, or longer than ``limit`` bytes (no more than that is read).
    """
    data = stream.read(limit + 1)
    if not data.strip(b"\0 \t\r\n"):
        raise ReadError(source, "the file is empty", "check that it was saved or downloaded fully")
    if len(data) > limit:
        raise too_long(source, f"more than {limit:,} bytes")
    return data


def decode(data: bytes, source: str) -> str:
    """Return ``data`` as text: UTF-16 with a byte order mark, else UTF-8 with or without one.

    Raises:
        ReadError: It is in another encoding or no text at all.
    """
    encoding = encoding_of(data)
    if encoding is None and b"\0" in data:
        raise binary(source)
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        raise not_utf8(source, f" (byte {error.start + 1:,})") from error


def open_text(stream: BinaryIO) -> io.TextIOWrapper:
    """Return ``stream`` as lines of text, line ends kept as they are.

    Bytes that are no UTF-8 come out as lone surrogates, so that ``usable`` can reject the one
    row that holds them instead of losing the rest of the file.
    """
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    encoding = encoding_of(buffered.peek(_MARK_LENGTH)[:_MARK_LENGTH]) or "utf-8"
    return io.TextIOWrapper(buffered, encoding, errors="surrogateescape", newline="")


def usable(text: str, source: str, settings: Settings) -> str:
    """Return ``text`` in NFC, otherwise exactly as it is.

    Raises:
        ReadError: There is nothing in it, too much, or it is no clean text.
    """
    if not text.strip():
        raise ReadError(source, "there is no text", "nothing to read here; leave it out")
    if "\0" in text:
        raise binary(source)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise not_utf8(source, "") from error
    composed = nfc(text)
    if len(composed) > settings.max_characters:
        raise too_long(
            source, f"{len(composed):,} characters, more than {settings.max_characters:,}"
        )
    return composed


def binary(source: str) -> ReadError:
    """Return the error for content that is no text."""
    return ReadError(
        source,
        "it holds NUL bytes: it is not text, or UTF-16 without a byte order mark",
        "export it as text in UTF-8 first",
    )


def not_utf8(source: str, where: str) -> ReadError:
    """Return the error for text in an unknown encoding."""
    return ReadError(
        source,
        f"it is not valid UTF-8{where}",
        "save it as UTF-8; convert old Vietnamese encodings (TCVN3, VNI, Windows-1258) first",
    )


def too_long(source: str, size: str) -> ReadError:
    """Return the error for an article above ``max_characters``."""
    return ReadError(
        source,
        f"it is too long for one article ({size})",
        "split it into articles, or raise the setting max_characters",
    )
