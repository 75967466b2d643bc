"""Streams that cannot run away: packed data that grows without end, files that need seeking."""

from __future__ import annotations

import gzip
import io
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from hoinghi.errors import ReadError

# Text packs to a fifth or a tenth; deflate reaches a thousandth on zeros alone. Small members
# may do what they like.
GREATEST_RATIO = 200
FREE_BYTES = 64_000_000
# What a document that must be read from both ends may take, unpacked, and how much of it stays
# in memory.
GREATEST_DOCUMENT = 1_000_000_000
_IN_MEMORY = 32_000_000
_BLOCK = 1 << 20
DAMAGE = (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError, NotImplementedError)
"""What the decompressors raise on packed data that is broken."""


class Counted(io.RawIOBase):
    """Any stream that has ``read``, as a raw stream of Python that counts what it gives."""

    def __init__(self, inner: BinaryIO) -> None:
        super().__init__()
        self._inner = inner
        self.count = 0

    def readable(self) -> bool:
        """Tell that this can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer`` and return how many bytes came."""
        data = self._inner.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


class Rejoined(Counted):
    """A stream whose first bytes have been read, with these before it again."""

    def __init__(self, head: bytes, inner: BinaryIO) -> None:
        super().__init__(inner)
        self._head = head

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer`` and return how many bytes came."""
        if not self._head:
            return super().readinto(buffer)
        data, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


class Unpacked(Counted):
    """What comes out of a decompressor, stopped where it grows like a zip bomb.

    Args:
        inner: The decompressing stream.
        packed: Returns how many packed bytes have gone in so far.
        source: What the file goes by.
    """

    def __init__(self, inner: BinaryIO, packed: Callable[[], int], source: str) -> None:
        super().__init__(inner)
        self._packed = packed
        self._source = source

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer`` and return how many bytes came.

        Raises:
            ReadError: The packed data is broken, or far more has come out than went in. (An
                ``EOFError`` would pass for the end of the file further up.)
        """
        try:
            size = super().readinto(buffer)
        except DAMAGE as error:
            raise damaged(self._source, error) from error
        if self.count > max(FREE_BYTES, GREATEST_RATIO * self._packed()):
            raise bomb(self._source)
        return size


def unpacked(inner: object, packed: Callable[[], int], source: str) -> BinaryIO:
    """Return what comes out of the decompressor ``inner``, buffered and bounded.

    Args:
        inner: The decompressing stream; it need have no more than ``read``.
        packed: Returns how many packed bytes have gone in so far.
        source: What the file goes by.
    """
    return io.BufferedReader(Unpacked(cast("BinaryIO", inner), packed, source))


def swells(archive: zipfile.ZipFile, size: int, most: int | None = None) -> bool:
    """Tell whether the members of an archive share their bytes or unpack too far.

    Args:
        archive: The archive, of which only the directory is looked at.
        size: Its length in bytes.
        most: How many bytes all members may unpack to, ``None`` for any number.
    """
    infos = archive.infolist()
    packed, whole = sum(i.compress_size for i in infos), sum(i.file_size for i in infos)
    limit = max(FREE_BYTES, GREATEST_RATIO * size)
    return packed > size or whole > (limit if most is None else min(limit, most))


def bomb(source: str) -> ReadError:
    """Return the error for packed data that was made to fill a disk."""
    return ReadError(
        source,
        f"it unpacks to more than {GREATEST_RATIO} times its size, as only a zip bomb does",
        "leave it out; if it is genuine, unpack it yourself",
    )


def damaged(source: str, error: Exception) -> ReadError:
    """Return the error for a packed file that does not unpack."""
    return ReadError(
        source,
        f"it is damaged or cut short ({str(error) or type(error).__name__})",
        "copy or download it again",
    )


@contextmanager
def seekable(stream: BinaryIO, source: str) -> Iterator[BinaryIO]:
    """Yield ``stream`` itself if it can be read from any place, else a copy that can.

    The copy lies on the disk from 32 MB on, and goes when the block is left.

    Raises:
        ReadError: It is longer than 1 GB.
    """
    if stream.seekable():
        yield stream
        return
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as spooled:
        copy = cast("BinaryIO", spooled)
        copy_bounded(stream, copy, source)
        copy.seek(0)
        yield copy


def copy_bounded(stream: BinaryIO, copy: BinaryIO, source: str) -> None:
    """Write what is left of ``stream`` to ``copy``.

    Raises:
        ReadError: It is longer than 1 GB.
    """
    left = GREATEST_DOCUMENT
    while block := stream.read(_BLOCK):
        left -= len(block)
        if left < 0:
            raise ReadError(
                source,
                f"it comes packed or by a pipe and is longer than {GREATEST_DOCUMENT:,} bytes",
                "save it unpacked, and name that file",
            )
        copy.write(block)
