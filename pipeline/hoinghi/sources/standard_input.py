"""Standard input has no name that tells its format; its first characters do."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.json_rows import read_json
from hoinghi.sources.pages import read_page
from hoinghi.sources.plain import read_text

_LOOK = 512
# "[" alone may open a headline ("[Ảnh] ..."); rows are objects.
_ROWS = re.compile(rb"\{|\[\s*\{")


def read_standard_input(
    stream: BinaryIO, source: str, settings: Settings
) -> Iterator[Article | ReadError]:
    """Yield the articles of ``stream``: JSON rows or a page if it looks so, else one text.

    Raises:
        ReadError: It is empty or cannot be read.
    """
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    start = buffered.peek(_LOOK)[:_LOOK].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if _ROWS.match(start):
        return read_json(buffered, source, settings)
    if start.startswith((b"<!doctype html", b"<html")):
        return read_page(buffered, source, settings)
    return read_text(buffered, source, settings)
