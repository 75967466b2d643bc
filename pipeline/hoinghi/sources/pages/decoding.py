"""From the bytes of a page to its markup as text, old Vietnamese encodings converted."""

from __future__ import annotations

import re
from html import unescape

from hoinghi.sources.content import decode
from hoinghi.sources.encodings import damage, first_wrong, repair

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_HEAD = 4096
_REFERENCE = r"&(?:#\d{1,4}|#[xX][0-9a-fA-F]{1,4}|[A-Za-z]{2,8});"
_ENTITY, _ENTITY_BYTES = re.compile(_REFERENCE), re.compile(_REFERENCE.encode())


def decoded(data: bytes, source: str) -> str:
    """Return a page as text.

    Letters that are written as ``&eacute;`` are the letters of an old font like the others, so
    both are looked at together.

    Args:
        data: The whole page.
        source: What it goes by.

    Raises:
        ReadError: It is in no encoding that is known.
    """
    declared = _CHARSET.search(data[:_HEAD])
    name = declared[1].decode("ascii", errors="ignore") if declared else None
    if first_wrong(data) < len(data) and not damage(data):  # 8-bit: an entity is a byte as well
        letters = _ENTITY_BYTES.sub(
            lambda entity: _letter(entity[0].decode("ascii")).encode("latin-1"), data
        )
        return decode(letters, source, name)
    page = decode(data, source, name)
    resolved = _ENTITY.sub(lambda entity: _letter(entity[0]), page)
    repaired = repair(resolved)
    return page if repaired == resolved else repaired


def _letter(entity: str) -> str:
    """Return the letter of ``entity`` if Windows-1252 has it beyond ASCII, but no blank."""
    letter = unescape(entity)
    return letter if "\xa0" < letter <= "\xff" else entity
