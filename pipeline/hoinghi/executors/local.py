"""Executors of this machine. What they call drives reading processes of its own (``batch.driver``).

So a thread a process is enough: it waits for answers and holds no data. The standard library's
``ProcessPoolExecutor`` loses all its work when one process dies.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Opened:
    """An executor, and how many tasks it works on at a time, which may change.

    ``lost`` are errors which say that the one who worked is gone, so that another one may try.
    """

    executor: Executor
    workers: Callable[[], int]
    lost: tuple[type[Exception], ...] = ()


class SerialExecutor(Executor):
    """Does each task at once, in the calling thread: the simplest thing to look into."""

    def submit(self, fn: Callable[..., _T], /, *args: Any, **kwargs: Any) -> Future[_T]:
        """Return a future that is done."""
        future: Future[_T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - it belongs to the future
            future.set_exception(error)
        return future


def processes(workers: int) -> Executor:
    """Return an executor whose tasks run beside each other, ``workers`` at a time."""
    return ThreadPoolExecutor(workers, thread_name_prefix="hoinghi-worker")


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1
