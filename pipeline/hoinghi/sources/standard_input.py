"""Standard input has no name that tells its format; its first characters do."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.dispatch import read_stream

_LOOK = 512
# "[" alone may open a headline ("[Ảnh] ..."); rows are objects.
_ROWS = re.compile(rb"\{|\[\s*\{")


def read_standard_input(
    stream: BinaryIO, source: str, settings: Settings
) -> Iterator[Article | ReadError]:
    """Yield the articles of ``stream``: JSON rows, a page, a document, or one text.

    Whatever is wrong with it comes as the last item.
    """
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    start = buffered.peek(_LOOK)[:_LOOK].removeprefix(b"\xef\xbb\xbf").lstrip()
    name = "input.json" if _ROWS.match(start) else "input.txt"
    return read_stream(buffered, name, source, settings)
