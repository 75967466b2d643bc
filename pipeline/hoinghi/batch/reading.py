"""The first half of a run: whatever has not been read yet is read, chunk by chunk."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, replace
from typing import BinaryIO, Final

from hoinghi.batch.chunks import Chunk, Job, Report
from hoinghi.batch.driver import drive
from hoinghi.batch.index import Index
from hoinghi.batch.progress import Progress
from hoinghi.batch.rows_index import keep_rows, known_rows
from hoinghi.batch.units import KEY_SIZE, Rows, Unit
from hoinghi.errors import ReadError, WorkerError
from hoinghi.executors import Opened

_AHEAD: Final = 2  # chunks that wait for each worker, so that none has nothing to do
_TRIES: Final = 4  # how often a chunk is given to workers that are lost
_LOOK: Final = 0.5  # seconds between looks at whether the user wants to stop


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run reads: its units in order, and what of them was read before.

    ``again`` tells that documents which failed for a passing reason are read once more, ``failed``
    that all which failed are.
    """

    job: Job
    index: Index
    stdin: BinaryIO | None = None
    again: bool = True
    failed: bool = False


class Pending:
    """The units of a run that are still to be read; the keys of all units gather in ``keys``."""

    def __init__(self, plan: Plan, progress: Progress) -> None:
        self.keys = bytearray()
        self._plan, self._progress = plan, progress

    def units(self, listed: Iterator[Unit | Rows]) -> Iterator[Unit]:
        """Yield those of ``listed`` that must be read."""
        for one in listed:
            if isinstance(one, Unit):
                yield from self._one(one)
                self.keys += one.key
            else:
                yield from self._rows(one)

    def _rows(self, rows: Rows) -> Iterator[Unit]:
        folder, settings = self._plan.job.folder, self._plan.job.settings
        keys = known_rows(folder, rows)
        if keys is not None and self._all_read(keys):
            self.keys += keys
            self._progress.kept += len(keys) // KEY_SIZE
            self._progress.size += rows.size
            return
        first = len(self.keys)
        passing = False
        for unit in rows.units(settings, self._plan.stdin):
            passing |= isinstance(unit.item, ReadError) and unit.item.passing
            yield from self._one(unit)
            self.keys += unit.key
        if not passing:
            keep_rows(folder, rows, bytes(self.keys[first:]))

    def _all_read(self, keys: bytes) -> bool:
        index, found = self._plan.index, self._plan.index.find(keys)
        if (found < 0).any():
            return False
        anew = self._plan.again & index.again[found] | self._plan.failed & index.failed[found]
        return not anew.any()

    def _one(self, unit: Unit) -> Iterator[Unit]:
        index, (at,) = self._plan.index, self._plan.index.find(unit.key)
        if at < 0:
            yield unit
        elif (self._plan.again and index.again[at]) or (self._plan.failed and index.failed[at]):
            yield replace(unit, attempt=int(index.attempt[at]) + 1)
        else:
            self._progress.kept += 1
            self._progress.size += unit.size


def read_units(
    plan: Plan,
    units: Iterator[Chunk],
    opened: Opened,
    stop: threading.Event,
    on_report: Callable[[Report], None],
) -> None:
    """Have all chunks read, a bounded number of them at a time, until ``stop`` is set.

    Raises:
        WorkerError: Reading processes cannot be started, or are lost again and again.
        OutputError: A part cannot be written.
    """
    pending: _Pending = {}
    try:
        for chunk in units:
            if stop.is_set():
                break
            pending[opened.executor.submit(drive, plan.job, chunk)] = (chunk, 1)
            while len(pending) >= _AHEAD * opened.workers():
                _collect(plan.job, opened, pending, on_report)
        while pending:
            _collect(plan.job, opened, pending, on_report)
    finally:
        for future in pending:
            future.cancel()


_Pending = dict[Future[Report], tuple[Chunk, int]]


def _collect(
    job: Job, opened: Opened, pending: _Pending, on_report: Callable[[Report], None]
) -> None:
    """Wait a moment for chunks that are read; those whose worker was lost are given out again."""
    done, _ = wait(pending, timeout=_LOOK, return_when=FIRST_COMPLETED)
    for future in done:
        chunk, tries = pending.pop(future)
        try:
            report = future.result()
        except opened.lost as error:
            if tries == _TRIES:
                raise WorkerError(
                    f"workers of the cluster are lost again and again ({error}); see their logs, "
                    "give them more memory, and run again, which goes on from here"
                ) from error
            pending[opened.executor.submit(drive, job, chunk)] = (chunk, tries + 1)
            continue
        on_report(report)
