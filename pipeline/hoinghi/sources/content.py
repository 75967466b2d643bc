"""From bytes to text that the stages can work on, or the reason why not."""

from __future__ import annotations

import io
import re
from typing import BinaryIO, TextIO

from hoinghi.errors import ReadError
from hoinghi.settings import Settings
from hoinghi.sources.encodings import (
    Encoding,
    damage,
    first_wrong,
    is_cut,
    repair,
    sniff,
    sniff_rows,
)
from hoinghi.text import nfc

# The widest UTF-8 and UTF-16 characters take four bytes.
BYTES_PER_CHARACTER = 4
_LOOK = 65_536  # bytes
# Control characters that no text holds.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# Codes of one or two bytes that a page may name; "base64" and the like are codecs of Python too.
_EIGHT_BIT = re.compile(
    r"(?:x-)?(?:windows|cp|iso|latin|l|us|ascii|koi|mac|gb|big|shift|sjis|euc|tis|ks|viscii)[\w-]*",
    re.IGNORECASE,
)


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


def decode(data: bytes, source: str, declared: str | None = None) -> str:
    """Return ``data`` as Unicode text.

    Read are UTF-8, UTF-16 and UTF-32, and where nearly all words then are Vietnamese,
    Windows-1258, TCVN3, VNI and VISCII.

    Args:
        data: The whole file.
        source: What the file goes by.
        declared: The 8-bit encoding that the file itself names, believed only where nothing
            else fits.

    Raises:
        ReadError: It is in another encoding or no text at all.
    """
    encoding = sniff(data)
    try:
        if encoding is not None:
            return encoding.finish(data.decode(encoding.codec))
        if b"\0" not in data and declared and _EIGHT_BIT.match(declared):
            return data.decode(declared)
    except LookupError:  # nobody knows what was declared
        pass
    except UnicodeError as error:
        if encoding is not None:  # only marks promise what the bytes do not keep
            raise _broken(source, encoding.codec, error) from error
    raise _unknown(data, source)


def _broken(source: str, codec: str, error: UnicodeError) -> ReadError:
    """Return the error for a file that does not keep what its byte order mark promises."""
    name = codec.upper().removesuffix("-SIG")
    if str(error.args[-1]) in {"unexpected end of data", "truncated data"}:
        return cut_off(source, name)
    return ReadError(
        source,
        f"its first bytes announce {name}, but it is not valid {name} ({error})",
        "open it where its text looks right and save it as UTF-8",
    )


def _unknown(data: bytes, source: str) -> ReadError:
    """Return the error that says best why ``data`` cannot be decoded."""
    if b"\0" in data or _CONTROL.search(data[:_LOOK]):
        return binary(source)
    if is_cut(data):
        return cut_off(source, "UTF-8")
    at = first_wrong(data) + 1
    if not (spoilt := damage(data)):
        return not_utf8(source, f" (byte {at:,})")
    return ReadError(
        source,
        f"it is not valid UTF-8: {spoilt:,} bytes are damaged, the first is byte {at:,}",
        "get the file anew, or open it in an editor, mend these letters and save it",
    )


def open_text(stream: BinaryIO) -> TextIO:
    """Return ``stream`` as lines of text, line ends kept as they are.

    Its beginning tells the encoding. Bytes that are no UTF-8 come out as lone surrogates, so
    that ``usable`` can reject the one row that holds them instead of losing the rest of the file.
    """
    buffered = io.BufferedReader(stream, _LOOK)  # type: ignore[type-var]
    encoding = sniff_rows(buffered.peek(_LOOK)[:_LOOK])
    lines = io.TextIOWrapper(buffered, encoding.codec, errors="surrogateescape", newline="")
    return lines if encoding.legacy is None else _Converted(lines, encoding)


class _Converted(io.TextIOBase, TextIO):
    """Lines in an encoding that Python does not know, converted one at a time."""

    def __init__(self, lines: io.TextIOWrapper, encoding: Encoding) -> None:
        self._lines, self._encoding = lines, encoding

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        return self._encoding.finish(self._lines.readline(size))

    def read(self, size: int | None = -1, /) -> str:
        return self._encoding.finish(self._lines.read(size))


def usable(text: str, source: str, settings: Settings) -> str:
    """Return ``text`` in NFC, old encodings in it converted, otherwise exactly as it is.

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
    composed = nfc(repair(text))
    if len(composed) > settings.max_characters:
        raise too_long(
            source, f"{len(composed):,} characters, more than {settings.max_characters:,}"
        )
    return composed


def binary(source: str) -> ReadError:
    """Return the error for content that is no text."""
    return ReadError(
        source,
        "it holds control characters (NUL and the like): it is not text",
        "export it as text in UTF-8 first",
    )


def cut_off(source: str, encoding: str) -> ReadError:
    """Return the error for a text that ends within a character."""
    return ReadError(
        source,
        f"it ends in the middle of a character of {encoding}: its end is missing",
        "download or copy the file once more",
    )


def not_utf8(source: str, where: str) -> ReadError:
    """Return the error for text in an unknown encoding."""
    return ReadError(
        source,
        f"it is not valid UTF-8{where} and not recognised as Vietnamese in an older encoding",
        "save it as UTF-8; convert TCVN3, VNI, VISCII or Windows-1258 first",
    )


def too_long(source: str, size: str) -> ReadError:
    """Return the error for an article above ``max_characters``."""
    return ReadError(
        source,
        f"it is too long for one article ({size})",
        "split it into articles, or raise the setting max_characters",
    )
