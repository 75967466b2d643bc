"""What office files and PDF share: the file in memory, and a title that can be trusted."""

from __future__ import annotations

import re
from typing import BinaryIO

from hoinghi.errors import ReadError
from hoinghi.text import fold, nfc, squeeze

# Such files are read by jumping about in them, which a member of an archive does not allow.
MAX_BYTES = 200_000_000
_HEAD = 3_000
_LEAST_WORDS, _LONGEST_TITLE = 4, 300


def whole_file(stream: BinaryIO, source: str) -> bytes:
    """Return all bytes of ``stream``.

    Raises:
        ReadError: It is empty, or larger than ``MAX_BYTES`` (no more than that is read).
    """
    data = stream.read(MAX_BYTES + 1)
    if not data.strip(b"\0 \t\r\n"):
        raise ReadError(source, "the file is empty", "check that it was saved or downloaded fully")
    if len(data) > MAX_BYTES:
        raise ReadError(
            source,
            f"the file is too large (more than {MAX_BYTES:,} bytes)",
            "save it without pictures, or split it",
        )
    return data


def confirmed_title(title: str | None, text: str) -> str | None:
    """Return the ``title`` of a file's properties if whole lines at the head of ``text`` are it.

    Programs fill that field with the file's name, the user's, or that of the template; only the
    text itself tells a headline from those.
    """
    title = squeeze(nfc(title or ""))
    if len(title) > _LONGEST_TITLE or len(title.split()) < _LEAST_WORDS:
        return None
    words = r"\s+".join(re.escape(word) for word in fold(title).split())
    whole = re.compile(rf"^\W{{0,9}}{words}\W{{0,9}}$", re.MULTILINE)
    return title if whole.search(fold(text[:_HEAD])) else None
