"""A run: articles are read chunk by chunk, and when all are read the tables are made of the parts.

What was read is kept in the output folder, so that a run that was killed goes on where it was, and
one over a folder that grew reads only what is new. The tables do not depend on how it came to
them.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

from hoinghi.batch.chunks import Job, Report, chunks
from hoinghi.batch.driver import warm_up
from hoinghi.batch.index import Index, documents_of, read_index, unused
from hoinghi.batch.lock import locked
from hoinghi.batch.manifest import (
    COMPLETE,
    FOLDER,
    STOPPED,
    Manifest,
    read_manifest,
    write_manifest,
)
from hoinghi.batch.parts import FOLDER as PARTS
from hoinghi.batch.parts import DamagedPartError, forget
from hoinghi.batch.progress import Progress, survey
from hoinghi.batch.reading import Pending, Plan, read_units
from hoinghi.batch.shelf import PartShelf
from hoinghi.batch.stopping import stoppable
from hoinghi.batch.units import list_units
from hoinghi.batch.versions import Sources, Versions, changes, versions_of
from hoinghi.children import READER
from hoinghi.corrections import write_corrected
from hoinghi.errors import OutputError, ReadError, StoppedError
from hoinghi.executors import open_executor
from hoinghi.linking import finish
from hoinghi.models import NO_MODEL, warn_of_no_model
from hoinghi.records import DocumentStatus
from hoinghi.settings import Settings
from hoinghi.sinks import check_writable
from hoinghi.sources import Input, list_inputs
from hoinghi.tables import FAILED

STDIN: Final = "-"


__all__ = ["DocumentStatus", "Listener", "Options", "Progress", "RunSummary", "run"]


@dataclass(frozen=True, slots=True)
class Options:
    """How a run is done; none of it changes the tables.

    Attributes:
        workers: How many articles are read at a time; ``None`` for one a core.
        cluster: Address of a Dask scheduler, ``local`` for one on this machine, empty for none.
        chunk_size: Most files or rows that a worker takes at a time and writes as one part.
        force: Whether everything is read again, whatever an earlier run has read.
        retry_failed: Whether what could not be read is tried again. What failed for a reason
            that may have passed (a disk, a right) always is.
        worker: Module that reading processes import.
    """

    workers: int | None = None
    cluster: str = ""
    chunk_size: int = 200
    force: bool = False
    retry_failed: bool = False
    worker: str = READER


@dataclass(frozen=True, slots=True)
class Listener:
    """Whom a run tells what happens.

    Attributes:
        on_article: Called for each article that was read, with what became of it.
        on_progress: Called whenever the counts have changed.
        on_note: Called with a sentence for the user.
    """

    on_article: Callable[[DocumentStatus], None] = lambda _: None
    on_progress: Callable[[Progress], None] = lambda _: None
    on_note: Callable[[str], None] = lambda _: None


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did; ``seconds`` is wall time, ``out`` the folder of the tables.

    ``kept`` is how many of the articles' files and rows an earlier run had read.
    """

    articles: int
    meetings: int
    people: int
    directives: int
    failed: int
    kept: int
    seconds: float
    out: Path


def run(
    inputs: Sequence[str | Path],
    out: Path,
    *,
    settings: Settings = Settings(),  # noqa: B008 - frozen, so sharing it is safe
    stdin: BinaryIO | None = None,
    options: Options = Options(),
    listener: Listener = Listener(),
) -> RunSummary:
    """Read ``inputs`` and write every table of the contract under ``out``.

    Args:
        inputs: Files, folders, globs, or ``-`` for standard input.
        out: Folder for ``csv/`` and ``parquet/``; made if need be, older tables are replaced.
        settings: Column names and limits.
        stdin: Where ``-`` reads from; ``None`` means the process's own standard input.
        options: How it is done.
        listener: Whom to tell.

    Raises:
        UsageError: An input does not exist, or the gazetteer of the settings is wrong.
        ResourceError: The folder ``settings.model`` holds no trained model.
        OutputError: ``out`` cannot be written; mostly said before anything is read.
        LockedError: Another run writes to ``out``.
        WorkerError: Reading processes cannot be started, or the cluster is lost.
        StoppedError: The user wanted it to end; the same call goes on from there.
    """
    started = time.perf_counter()
    check_writable(out)
    list_inputs(inputs, stdin=stdin)  # complains of what does not exist
    sources = versions_of(settings)
    if sources.versions["model"] == NO_MODEL != settings.model:
        warn_of_no_model()
    job = Job(_absolute(settings), (out / FOLDER).absolute(), options.worker)
    with locked(job.folder, out):
        running = _Run(inputs, out, job, sources, stdin, options, listener)
        counts = running.run()
    return RunSummary(
        articles=counts["documents"],
        meetings=counts["meetings"],
        people=counts["people"],
        directives=counts["directives"],
        failed=counts[FAILED],
        kept=running.progress.kept,
        seconds=time.perf_counter() - started,
        out=out,
    )


class _Run:
    """One run, which holds the lock of its folder."""

    def __init__(  # noqa: PLR0913, PLR0917 - made in one place
        self,
        inputs: Sequence[str | Path],
        out: Path,
        job: Job,
        sources: Sources,
        stdin: BinaryIO | None,
        options: Options,
        listener: Listener,
    ) -> None:
        self._inputs, self._out, self._job, self._sources = inputs, out, job, sources
        self._stdin, self._options, self._listener = stdin, options, listener
        self.progress = Progress()

    def run(self) -> dict[str, int]:
        """Read, then write; return the numbers of rows by table, and of what failed."""
        self._begin()
        manifest = Manifest(
            tuple(os.fspath(one) for one in self._inputs), self._sources.versions, started=_now()
        )
        write_manifest(self._out, manifest)
        try:
            counts = self._read_and_write()
        except StoppedError:
            write_manifest(self._out, replace(manifest, state=STOPPED, ended=_now()))
            raise
        write_manifest(self._out, replace(manifest, state=COMPLETE, ended=_now(), counts=counts))
        return counts

    def _begin(self) -> None:
        before = read_manifest(self._out)
        parts = self._job.folder / PARTS
        if before is None or self._options.force:
            shutil.rmtree(parts, ignore_errors=True)
        elif changed := changes(before.versions, self._sources.versions):
            self._listener.on_note(
                f"not as in the last run: {', '.join(changed)}; what depends on it is read again"
            )
        for leftover in parts.glob(".*.part"):  # of a worker that was killed while it wrote
            with suppress(OSError):
                leftover.unlink()

    def _read_and_write(self) -> dict[str, int]:
        first = True
        while True:
            index = read_index(self._job.folder)
            if not len(index) and not self._options.cluster:
                # A reading process loads while this one looks at what there is to read.
                warm_up(self._job)
            keys = self._read(index, again=first)
            index = read_index(self._job.folder)
            try:
                counts = self._write(index, keys)
            except (DamagedPartError, KeyError) as error:  # or found damaged, and gone by now
                if isinstance(error, DamagedPartError):
                    forget(error.path)
                if STDIN in self._inputs:  # which cannot be read twice
                    gone = f"{self._out}: what was read is damaged or gone; run again"
                    raise OutputError(gone) from error
                first = False
                continue
            for path in unused(index, keys):
                forget(path)
            return counts

    def _list(self) -> Iterator[Input | ReadError]:
        return list_inputs(self._inputs, stdin=self._stdin, leave_out=self._out)

    def _read(self, index: Index, *, again: bool) -> bytes:
        """Read what is not in ``index``; return the keys of all units of the run."""
        retry = again and self._options.retry_failed
        plan = Plan(self._job, index, self._stdin, again=again, failed=retry)
        pending = Pending(plan, self.progress)
        if self.progress.total is None:
            survey(self._list(), self.progress)
        units = pending.units(list_units(self._list(), self._sources.basis))
        same = partial(_versions, self._job.settings)
        with (
            stoppable(self._say_stop) as stop,
            open_executor(self._options.workers, self._options.cluster, same) as opened,
        ):
            size = self._options.chunk_size
            read_units(plan, chunks(units, size), opened, stop, self._report)
            if stop.is_set():
                raise StoppedError(
                    f"stopped; {self.progress.articles:,} articles were read and are kept: the "
                    "same command goes on from there"
                )
        return bytes(pending.keys)

    def _say_stop(self) -> None:
        self._listener.on_note(
            "stopping: what is being read is finished first; once more Ctrl-C stops at once"
        )

    def _report(self, report: Report) -> None:
        self.progress.add(report)
        for status in report.documents:
            self._listener.on_article(status)
        self._listener.on_progress(self.progress)

    def _write(self, index: Index, keys: bytes) -> dict[str, int]:
        self.progress.writing = True
        self._listener.on_progress(self.progress)
        finished = finish(PartShelf(index.parts, *documents_of(index, keys)))
        rows = write_corrected(finished.batches, self._out)
        return {**rows, FAILED: finished.statuses.get(FAILED, 0)}


def _absolute(settings: Settings) -> Settings:
    """Return the same settings for processes that work in another folder."""
    gazetteer, model = settings.gazetteer, settings.model
    return replace(
        settings,
        gazetteer=gazetteer and os.path.abspath(gazetteer),  # noqa: PTH100 - links stay
        model=model if model in {"", NO_MODEL} else os.path.abspath(model),  # noqa: PTH100
    )


def _versions(settings: Settings) -> Versions:
    return versions_of(settings).versions


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
