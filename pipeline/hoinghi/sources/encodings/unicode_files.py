"""Unicode without a label: UTF-16 with no byte order mark, UTF-8 that is damaged."""

from __future__ import annotations

import codecs
import re

_MARKS = (  # the longer first: a UTF-16 mark begins the one of UTF-32
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Latin letters with all of Vietnamese, combining tones, signs, arrows and small pictures.
_USUAL = re.compile(
    r"[\t\r\n -~\xa0-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u2bff\ufe0f\ufeff"
    r"\U0001f000-\U0001faff]"
)
_SHARE = 0.95  # of the characters of a text are usual ones
_LOOK = 4096  # characters
_LOST = re.compile(r"[\udc80-\udcff]")
_WIDE = re.compile(r"[^\x00-\x7f\udc80-\udcff]")
# Letters of UTF-8 for each byte that is none, from which on the file is damaged UTF-8.
_TRUSTED = 4


def marked(start: bytes) -> str | None:
    """Return the encoding that a byte order mark at ``start`` announces, ``None`` without one."""
    return next((name for mark, name in _MARKS if start.startswith(mark)), None)


def unmarked_utf16(data: bytes) -> str | None:
    """Return ``utf-16-le`` or ``utf-16-be`` where ``data`` is so, in letters of Vietnamese."""
    head = data[: _LOOK * 2]
    for name in ("utf-16-le", "utf-16-be"):
        text = head[: len(head) // 2 * 2].decode(name, errors="replace")
        if len(_USUAL.findall(text)) > _SHARE * len(text) and "\0" not in text:
            return name
    return None


def damage(data: bytes) -> int:
    """Return how many bytes spoil what is otherwise UTF-8; 0 where it is not UTF-8 at all."""
    text = data.decode("utf-8", errors="surrogateescape")
    lost, wide = len(_LOST.findall(text)), len(_WIDE.findall(text))
    return lost if wide > _TRUSTED * lost else 0


def first_wrong(data: bytes) -> int:
    """Return the offset of the first byte that is not UTF-8, the length where there is none."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


def is_cut(data: bytes) -> bool:
    """Tell whether ``data`` is UTF-8 whose last letter is not whole."""
    at = first_wrong(data)
    return len(data) - 4 < at < len(data) and data[at] >= 0xC2 and _is_open(data[at:])


def _is_open(letter: bytes) -> bool:
    try:
        letter.decode()
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return False
