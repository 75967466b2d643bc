"""Standard input has no name that tells its format; its first bytes do."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import BinaryIO, cast

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.bounds import Rejoined
from hoinghi.sources.csv_rows import opens_table
from hoinghi.sources.dispatch import read_stream
from hoinghi.sources.kinds import LOOK

# Brackets may open a headline ("[Ảnh] ...", "{Tin xã} ..."); rows are objects.
_ROWS = re.compile(rb"(?:\[\s*)?\{\s*(?:[\"}]|\Z)")


def read_standard_input(
    stream: BinaryIO, source: str, settings: Settings
) -> Iterator[Article | ReadError]:
    """Yield the articles of ``stream``: JSON or CSV rows, whatever ``kind_of`` knows, or one text.

    Whatever is wrong with it comes as the last item.
    """
    start = stream.read(LOOK)  # a pipe may give a few bytes at a time; this waits for more
    buffered = io.BufferedReader(Rejoined(start, stream), LOOK)
    if _ROWS.match(start.removeprefix(b"\xef\xbb\xbf").lstrip()):
        name = "input.json"
    else:
        name = "input.csv" if opens_table(start, settings) else "input.txt"
    return read_stream(cast("BinaryIO", buffered), name, source, settings)
