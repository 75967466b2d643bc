"""Records of a run that are too many for memory, in a file that is gone when it is closed."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterator
from pathlib import Path
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Any, Final, Self

_IN_MEMORY: Final = 1 << 20  # bytes up to which no file is made
_BLOCK: Final = 64  # records of a drawer that are written together


class Scratch:
    """A file for a while, in memory as long as it is small; without a name, gone when closed."""

    def __init__(self, folder: Path | None = None) -> None:
        """Make it in ``folder``, else where the system has its temporary files."""
        self._file = SpooledTemporaryFile(_IN_MEMORY, dir=None if folder is None else str(folder))  # noqa: SIM115

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()


class _File(Scratch):
    """Pickled objects, one behind the other; written by this process, read by it alone."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__(folder)
        self._end = self._at = 0

    def _write(self, record: object) -> int:
        """Append a record and return where it ends."""
        data = pickle.dumps(record, pickle.HIGHEST_PROTOCOL)
        self._seek(self._end)
        self._file.write(data)
        self._at = self._end = self._end + len(data)
        return self._end

    def _read(self, start: int, end: int) -> Any:
        self._seek(start)
        self._at = end
        return pickle.loads(self._file.read(end - start))  # noqa: S301 - our own file, unnamed

    def _seek(self, to: int) -> None:
        if to != self._at:  # going where it is would empty the buffers
            self._file.seek(to)


class Records(_File):
    """Records by number, in the order in which they were added: 8 bytes of memory each."""

    def __init__(self, folder: Path | None = None) -> None:
        """Make an empty file in ``folder``, else where the system has its temporary files."""
        super().__init__(folder)
        self._ends = array("q", [0])

    def __len__(self) -> int:
        return len(self._ends) - 1

    def add(self, record: object) -> None:
        """Append a record; plain tuples are written fastest."""
        self._ends.append(self._write(record))

    def __getitem__(self, number: int) -> Any:
        return self._read(self._ends[number], self._ends[number + 1])


class Drawers(_File):
    """Records by drawer: the whole of a drawer is read at a time."""

    def __init__(self, count: int, folder: Path | None = None) -> None:
        """Make ``count`` empty drawers in a file in ``folder``, else a temporary one."""
        super().__init__(folder)
        self._open: list[list[object]] = [[] for _ in range(count)]
        self._blocks = [array("q") for _ in range(count)]

    def __len__(self) -> int:
        return len(self._open)

    def put(self, drawer: int, record: object) -> None:
        """Add a record to a drawer."""
        waiting = self._open[drawer]
        waiting.append(record)
        if len(waiting) == _BLOCK:
            self._blocks[drawer].extend((self._end, self._write(waiting)))
            waiting.clear()

    def take(self, drawer: int) -> Iterator[Any]:
        """Yield the records of a drawer, in the order in which they were put there."""
        edges = self._blocks[drawer]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            yield from self._read(start, end)
        yield from self._open[drawer]
