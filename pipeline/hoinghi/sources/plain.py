"""Plain text and Markdown: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.content import BYTES_PER_CHARACTER, decode, read_all, usable


def read_text(stream: BinaryIO, source: str, settings: Settings) -> Iterator[Article | ReadError]:
    r"""Yield the one article of ``stream``, line ends as ``\n``.

    Raises:
        ReadError: It is empty, too long or no text.
    """
    data = read_all(stream, source, limit=settings.max_characters * BYTES_PER_CHARACTER + 4)
    text = decode(data, source).replace("\r\n", "\n").replace("\r", "\n")
    yield Article(text=usable(text, source, settings), source=source)
