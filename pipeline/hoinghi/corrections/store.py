"""The decisions of a folder: one line each in ``corrections.jsonl``, only ever added to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from hoinghi.corrections.decisions import Decision, Key, from_line, to_line
from hoinghi.errors import CorrectionsError, OutputError

FILE: Final = "corrections.jsonl"
TORN: Final = "corrections.torn"
_LOCK: Final = ".corrections.lock"
_PATIENCE: Final = 30.0  # seconds; whoever writes holds the lock for some milliseconds


class ConflictError(CorrectionsError):
    """Somebody else decided on the same row meanwhile; ``theirs`` is what they decided."""

    def __init__(self, theirs: Decision) -> None:
        super().__init__(
            f"{theirs.who} decided on this row at {theirs.when}; look at that, then decide again"
        )
        self.theirs = theirs


class Store:
    """The decisions of a folder of tables, as far as they were read.

    Several processes may add to one folder. What is added is on the disk when ``add`` returns.
    """

    def __init__(self, out: Path) -> None:
        """Take the folder that ``hoinghi extract`` wrote; nothing is read yet."""
        self._out = out
        self._path = out / FILE
        self._forget()

    def _forget(self) -> None:
        self._file: tuple[int, int] | None = None
        self._offset = 0
        self._lines = 0
        self._decisions: list[Decision] = []
        self._last: dict[Key, Decision] = {}

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Return what was read, oldest first."""
        return tuple(self._decisions)

    def last(self, key: Key) -> Decision | None:
        """Return the latest decision on a row, of those that were read."""
        return self._last.get(key)

    def read(self) -> Store:
        """Read what was added since.

        Raises:
            CorrectionsError: A line is damaged, or the file cannot be read.
        """
        try:
            with self._path.open("rb") as file:
                found = os.fstat(file.fileno())
                same = (found.st_dev, found.st_ino)
                if same != self._file or found.st_size < self._offset:
                    self._forget()
                    self._file = same
                file.seek(self._offset)
                self._take(file.read())
        except FileNotFoundError:
            self._forget()
        except OSError as error:
            raise CorrectionsError(
                f"{self._path}: cannot be read ({error.strerror or error}); mend its rights"
            ) from error
        return self

    def _take(self, added: bytes) -> None:
        *whole, rest = added.split(b"\n")
        for line in whole:
            if line.strip():
                self._keep(self._read(line))
            self._lines += 1
            self._offset += len(line) + 1
        # Somebody is writing it just now, or its end was lost in a power cut; it counts as soon as
        # it is whole, and ``add`` mends the file.
        try:
            decision = from_line(rest) if rest.strip() else None
        except ValueError:
            return
        self._offset += len(rest)
        if decision is not None:
            self._keep(decision)

    def _read(self, line: bytes) -> Decision:
        try:
            return from_line(line)
        except ValueError as error:
            raise CorrectionsError(
                f"{self._path}: line {self._lines + 1} is damaged ({error}); mend that line or "
                "take it out, a copy of the file put aside"
            ) from error

    def _keep(self, decision: Decision) -> None:
        self._decisions.append(decision)
        self._last[decision.target.key] = decision

    def add(self, decision: Decision) -> None:
        """Add a decision, unless somebody decided on its row since ``decision.after``.

        Raises:
            ConflictError: They did; nothing was added.
            CorrectionsError: The file is damaged.
            OutputError: It cannot be written.
        """
        with self._locked():
            self.read()
            theirs = self.last(decision.target.key)
            if theirs is not None and theirs.id != decision.after:
                raise ConflictError(theirs)
            self._mend()
            self._append(self._path, to_line(decision))
            self.read()

    @contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            with FileLock(self._out / _LOCK, timeout=_PATIENCE):
                yield
        except Timeout as error:
            raise OutputError(
                f"{self._path}: another process has been writing there for {_PATIENCE:.0f} s; "
                "see whether one hangs, then try again"
            ) from error
        except OSError as error:
            raise OutputError(
                f"{self._path}: cannot be written ({error.strerror or error}); free disk space or "
                "ask for the right to write there"
            ) from error

    def _mend(self) -> None:
        """End the last line if it is whole; put it aside if its end was lost."""
        if not self._path.exists():
            return
        with self._path.open("r+b") as file:
            content = file.read()
            rest = content[content.rfind(b"\n") + 1 :]
            if not rest:
                return
            if self._offset != len(content):  # it was no decision
                self._append(self._out / TORN, rest + b"\n")
                file.truncate(len(content) - len(rest))
            else:
                file.write(b"\n")
            file.flush()
            os.fsync(file.fileno())

    @staticmethod
    def _append(path: Path, line: bytes) -> None:
        """Add a line and wait until the disk has it; after an error there is nothing of it."""
        new = not path.exists()
        with path.open("ab", buffering=0) as file:
            before = file.seek(0, os.SEEK_END)
            try:
                left = memoryview(line)
                while left:
                    left = left[file.write(left) :]
                os.fsync(file.fileno())
            except OSError:
                file.truncate(before)
                raise
        if new and os.name == "posix":
            folder = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def standing(decisions: Iterable[Decision]) -> dict[Key, Decision]:
    """Return the decision that holds for each row: the last one, unless it is a withdrawal."""
    last = {decision.target.key: decision for decision in decisions}
    return {key: decision for key, decision in last.items() if decision.stands}
