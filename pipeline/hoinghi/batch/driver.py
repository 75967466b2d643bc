"""Has a chunk read by a process of its own, which may crash or hang: then it is started anew.

This is what an executor calls, wherever it does: in a thread of the run, or on a machine of a
cluster. An article at which two processes died is given up, the rest of its chunk is read again.
"""

from __future__ import annotations

import base64
import pickle
import threading
from collections import Counter
from collections.abc import Callable
from typing import Any, Final, TypeVar

from hoinghi.batch.chunks import Chunk, Job, Place, Report
from hoinghi.children import pool_of, pools, watched
from hoinghi.errors import StoppedError, WorkerError

_T = TypeVar("_T")
_TRIES: Final = 2  # processes that may die at one place
_STARTS: Final = 3  # processes that may die before they read anything
_LOADING: Final = 300.0  # seconds for imports and model, on a machine that does much else
_FAT: Final = 450.0  # megabytes from which on a process is replaced by a fresh one

_at_once = threading.Event()  # set when nothing that dies shall be started again


def drive(job: Job, chunk: Chunk) -> Report:
    """Have ``chunk`` read and its part written.

    Raises:
        OutputError: The part cannot be written.
        WorkerError: No reading process can be started.
        StoppedError: ``kill_busy`` ended it.
        HoinghiError: What the settings name cannot be used.
    """
    given_up: dict[Place, str] = {}
    died: Counter[Place | None] = Counter()
    while True:
        answer, place, hung = _ask(job, chunk, given_up)
        if answer is not None:
            return _unpacked(answer)
        if _at_once.is_set():
            raise StoppedError("stopped at once; the same command goes on from there")
        died[place] += 1
        if place is None:
            if died[None] == _STARTS:
                raise WorkerError(
                    "the reading processes end before they read anything; see that there is "
                    f"memory for them ({job.settings.article_megabytes:,} MB each) and that "
                    "hoinghi show works for a text"
                )
        elif died[place] == _TRIES:
            given_up[place] = _reason(job, hung=hung)


def _reason(job: Job, *, hung: bool) -> str:
    if hung:
        return f"took more than {job.settings.article_seconds} seconds"
    return "ended its process (a crash, or too much memory)"


def _ask(
    job: Job, chunk: Chunk, given_up: dict[Place, str]
) -> tuple[dict[str, Any] | None, Place | None, bool]:
    """Return the last answer of a process, or where it died and whether it had hung."""
    pool = pool_of(job.worker)
    process = _started(pool.borrow)
    packed = base64.b64encode(pickle.dumps((job, chunk, given_up))).decode()
    place: Place | None = None
    done = False
    try:
        with watched(process, _LOADING) as ask:
            answer = ask({"chunk": packed})
        with watched(process, float(job.settings.article_seconds)) as ask:
            while answer is not None and "at" in answer:
                place = tuple(answer["at"])
                answer = ask()
            hung = ask.killed
        done = answer is not None and answer.get("megabytes", 0.0) < _FAT
        return answer, place, hung
    finally:
        pool.give_back(process, alive=done)


def _unpacked(answer: dict[str, Any]) -> Report:
    # Pickled by our own process, from our own classes.
    if "error" in answer:
        error: Exception = pickle.loads(base64.b64decode(answer["error"]))  # noqa: S301
        raise error
    report: Report = pickle.loads(base64.b64decode(answer["report"]))  # noqa: S301
    return report


def _started(how: Callable[[], _T]) -> _T:
    try:
        return how()
    except OSError as error:
        raise WorkerError(
            f"no process could be started to read in ({error.strerror}); see that Python can "
            "start itself and that there is memory"
        ) from error


def warm_up(job: Job) -> None:
    """Start one reading process, so that it loads while the run looks at its inputs.

    Does nothing where one waits for work.

    Raises:
        WorkerError: It cannot be started.
    """
    _started(pool_of(job.worker).warm_up)


def begin() -> None:
    """Let chunks be read, also after ``kill_busy``."""
    _at_once.clear()


def kill_busy() -> None:
    """End the processes that read just now; their chunks are lost, and read by the next run."""
    _at_once.set()
    for pool in pools():
        pool.kill_busy()
