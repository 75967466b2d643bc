"""Formats that are read from the end need a stream that can go back."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from hoinghi.errors import ReadError

_IN_MEMORY = 10_000_000
_PIECE = 2**20


@contextmanager
def seekable(stream: BinaryIO, source: str, limit: int) -> Iterator[BinaryIO]:
    """Give ``stream`` itself if it can seek, else a copy that can (on disk, if it is large).

    Args:
        stream: What to read.
        source: What it goes by in errors.
        limit: Greatest number of bytes.

    Raises:
        ReadError: It is empty or longer than ``limit``.
    """
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
        there: BinaryIO = stream
        if not stream.seekable():
            while copy.tell() <= limit and (piece := stream.read(_PIECE)):
                copy.write(piece)
            there = copy  # type: ignore[assignment]  # it has all that readers need
        size = there.seek(0, io.SEEK_END)
        there.seek(0)
        if not size:
            raise ReadError(source, "the file is empty", "check that it was saved fully")
        if size > limit:
            raise ReadError(
                source,
                f"the file is too large ({limit:,} bytes are the most)",
                "split it, or export it as CSV, which may have any length",
            )
        yield there
