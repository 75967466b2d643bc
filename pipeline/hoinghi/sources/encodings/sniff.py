"""The encoding of bytes, from what they hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hoinghi.sources.encodings.evidence import find_legacy, is_mixed, judge, reread
from hoinghi.sources.encodings.legacy import WESTERN, Legacy
from hoinghi.sources.encodings.unicode_files import (
    damage,
    first_wrong,
    is_cut,
    marked,
    unmarked_utf16,
)

# Python's cp1252 has no letter for five bytes; Latin-1 has one for each, the table does the rest.
_WESTERN_CODEC = "latin-1"
# No text holds these; the others are letters of VISCII, or blanks.
_CONTROL = re.compile(rb"[\x01\x03\x04\x07\x08\x0e-\x13\x15-\x18\x1a\x1c\x1d\x1f]")
_WESTERN = {byte: WESTERN[byte] for byte in range(0x80, 0xA0)}


@dataclass(frozen=True, slots=True)
class Encoding:
    """How bytes become text: Python's ``codec``, then ``legacy`` where it is no code of Python."""

    codec: str
    legacy: Legacy | None = None

    def finish(self, text: str) -> str:
        """Return ``text``, decoded with ``codec``, in Unicode."""
        if self.legacy is None:
            return text
        if self.codec == _WESTERN_CODEC:
            return self.legacy.convert(text.translate(_WESTERN))
        return reread(text, self.legacy, mixed=True)  # a row of it may well be right


def sniff(data: bytes) -> Encoding | None:
    """Return the encoding of ``data``, ``None`` if it is no text or in an unknown one.

    Args:
        data: The file, or its beginning without a broken last character.
    """
    if (codec := marked(data)) is not None:
        return Encoding(codec)
    if b"\0" in data:
        codec = unmarked_utf16(data)
        return Encoding(codec) if codec else None
    if first_wrong(data) == len(data):
        return Encoding("utf-8")
    if damage(data) or is_cut(data):
        return None
    if _CONTROL.search(data):
        return None
    legacy = judge([data.decode(_WESTERN_CODEC).translate(_WESTERN)], of_bytes=True)
    return Encoding(_WESTERN_CODEC, legacy) if legacy else None


def sniff_rows(head: bytes) -> Encoding:
    """Return the encoding of a file of rows from its first bytes, UTF-8 where it is unknown."""
    encoding = sniff(head[: first_wrong(head)] if is_cut(head) else head)
    if encoding is None:
        return Encoding("utf-8")
    if encoding.legacy is not None:
        return encoding
    text = head.decode(encoding.codec, errors="ignore")
    return encoding if is_mixed(text) else Encoding(encoding.codec, find_legacy(text))
