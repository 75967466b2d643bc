"""An ``Executor`` over a Dask client, of which every task ends, whatever happens to the cluster.

Dask's own (``Client.get_executor``) leaves a task waiting for ever where the scheduler is lost
while its result is fetched, or where no worker is left.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, InvalidStateError
from concurrent.futures import wait as wait_for
from contextlib import suppress
from functools import partial
from typing import Any, Final, TypeVar

from distributed import Client
from distributed import Future as Remote

from hoinghi.errors import WorkerError

_T = TypeVar("_T")
_LOOK: Final = 2.0  # seconds between looks at the cluster
_ANSWER: Final = 30.0  # seconds that the scheduler may take to answer
PATIENCE: Final = 600.0
"""Seconds that a cluster may be without any worker: machines that others need come back later."""
_ERROR: Final = "error"  # what Dask calls a task that raised, or whose workers all died


class ClusterExecutor(Executor):
    """Runs tasks on a cluster; one whose fate cannot be known raises ``WorkerError``."""

    def __init__(self, client: Client, do: Callable[[Callable[[], Any]], Any]) -> None:
        """Take ``client``, which stays the caller's, and ``do``, which does a task over there."""
        self.client, self._do = client, do
        self._given: dict[Future[Any], Remote] = {}
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._workers = max(1, _threads(client))
        threading.Thread(target=self._watch, daemon=True).start()

    def workers(self) -> int:
        """Return how many tasks the cluster works on at a time just now, at least 1."""
        return self._workers

    def submit(self, fn: Callable[..., _T], /, *args: Any, **kwargs: Any) -> Future[_T]:
        """Return the future of ``fn(*args, **kwargs)``, which is called on some worker.

        Raises:
            WorkerError: The connection to the scheduler is lost.
        """
        future: Future[_T] = Future()
        try:
            task = partial(fn, *args, **kwargs)
            remote = self.client.submit(self._do, task, pure=False)
        except Exception as error:  # Dask has many for a connection that is gone
            raise lost(error) from error
        with self._lock:
            self._given[future] = remote
        future.add_done_callback(self._settled)
        remote.add_done_callback(partial(_hand_over, future))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as in the standard library
        """End; ``cancel_futures`` also takes back what has not begun."""
        with self._lock:
            given = list(self._given)
        if cancel_futures:
            for future in given:
                future.cancel()
        if wait:
            wait_for(given)
        self._over.set()

    def _settled(self, future: Future[Any]) -> None:
        with self._lock:
            remote = self._given.pop(future, None)
        if not future.cancelled():
            return
        future.set_running_or_notify_cancel()  # who waits for it need wait no more
        if remote is not None and self.client.status == "running":
            self.client.loop.add_callback(partial(remote.cancel, asynchronous=True))

    def _watch(self) -> None:
        seen = time.monotonic()
        while not self._over.wait(_LOOK):
            count = _threads(self.client)
            if count:
                self._workers, seen = count, time.monotonic()
            elif time.monotonic() - seen > PATIENCE:
                self._fail(WorkerError(
                    f"the cluster has had no worker for {PATIENCE:.0f} seconds; start "
                    "workers and run again: the same command goes on from here"
                ))  # fmt: skip

    def _fail(self, error: WorkerError) -> None:
        with self._lock:
            given = list(self._given)
        for future in given:
            _give(future, None, error)


def lost(error: BaseException) -> WorkerError:
    """Return ``error`` of a connection in words of the user."""
    detail = " ".join(str(error).split())[:200]
    return WorkerError(
        f"the cluster is lost ({type(error).__name__}: {detail}); see whether its scheduler runs, "
        "and run again: the same command goes on from here, also without --cluster"
    )


def _hand_over(future: Future[Any], remote: Remote) -> None:
    """Give what became of ``remote`` to ``future``."""
    result, problem = None, None
    try:
        result = remote.result(timeout=_ANSWER)
    except BaseException as error:  # noqa: BLE001 - CancelledError is not always an Exception
        problem = error if remote.status == _ERROR else lost(error)
    _give(future, result, problem)


def _give(future: Future[Any], result: Any, problem: BaseException | None) -> None:
    with suppress(InvalidStateError):  # another thread, or the caller, has settled it meanwhile
        if problem is None:
            future.set_result(result)
        else:
            future.set_exception(problem)


def _threads(client: Client) -> int:
    """Return how many tasks the workers take at a time, 0 where nobody answers."""
    try:
        return sum(client.nthreads(callback_timeout=_ANSWER).values())
    except Exception:  # noqa: BLE001 - of a connection that is gone, and there are many
        return 0
