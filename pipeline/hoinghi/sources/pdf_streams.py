"""A look at what a PDF unpacks to, before pdfium does it: it cannot be stopped on the way."""

from __future__ import annotations

import re
import zlib

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_DICTIONARY = 1_000  # bytes before a stream that say what it is
_STEP = 1 << 16
# A megabyte of drawing takes pdfium some 30 megabytes and a third of a second.
_MOST_DRAWING, _MOST_IN_ALL = 40_000_000, 400_000_000


def is_bomb(data: bytes) -> bool:
    """Tell whether a compressed stream of the PDF ``data``, or all of them, unpack to too much.

    Pictures do not count: they are not unpacked for the text.
    """
    total = at = 0
    while found := _STREAM.search(data, at):
        at = found.end()
        before = data[max(0, found.start() - _DICTIONARY) : found.start()]
        said = before[before.rfind(b" obj") + 1 :]
        filters = len(_FLATE.findall(said))
        if not filters or _PICTURE.search(said):
            continue
        if filters > 1:  # packed twice: nobody does, but to hide
            return True
        size, at = _unpacked(data, at)
        total += size
        if size > _MOST_DRAWING or total > _MOST_IN_ALL:
            return True
    return False


def _unpacked(data: bytes, at: int) -> tuple[int, int]:
    """Return the unpacked size of the stream at ``at``, as far as is needed, and its end."""
    unpacker = zlib.decompressobj()
    size = 0
    while at < len(data) and not unpacker.eof and size <= _MOST_DRAWING:
        piece = data[at : at + _STEP]
        try:
            size += len(unpacker.decompress(piece))
        except zlib.error:
            return size, at
        at += len(piece) - len(unpacker.unused_data)
    return size, at
