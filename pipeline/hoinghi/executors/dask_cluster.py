"""Clusters of Dask, on this machine or any: https://distributed.dask.org."""

from __future__ import annotations

import logging
import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from multiprocessing import resource_tracker
from typing import Final
from urllib.parse import urlsplit

import dask
from distributed import Client, KilledWorker, LocalCluster
from distributed.utils import silence_logging_cmgr

from hoinghi.errors import HoinghiError, UsageError, WorkerError
from hoinghi.executors.dask_executor import ClusterExecutor
from hoinghi.executors.local import Opened, cores
from hoinghi.executors.same import Versions, only_same

_SCHEMES: Final = ("tcp", "tls", "ws", "wss")
_CONNECT: Final = 15.0  # seconds
_FIRST_WORKER: Final = 60.0  # seconds
_CLOSE: Final = 5.0  # seconds
_CONFIG: Final = {
    # A chunk holds the rows of tables that were read already; Dask's advice does not fit.
    "distributed.admin.large-graph-warning-threshold": "1GiB",
}
# What a terminal sends to all processes that were started from it.
_KEYBOARD: Final = [getattr(signal, name) for name in ("SIGINT", "SIGHUP") if hasattr(signal, name)]


@contextmanager
def open_cluster(
    address: str | None, workers: int | None = None, versions: Versions = dict
) -> Iterator[Opened]:
    """Yield an executor on a cluster.

    Args:
        address: Of a running scheduler; ``None`` starts a cluster on this machine.
        workers: How many work at a time on this machine, ``None`` for all cores. A running
            cluster has as many as it has.
        versions: What must be the same here and there. Python and this package always must.

    Raises:
        UsageError: The address is none.
        WorkerError: The cluster cannot be started or reached, has no worker, or its machines have
            other versions.
    """
    with (
        dask.config.set(_CONFIG),
        silence_logging_cmgr(logging.CRITICAL),
        _local(workers or cores()) if address is None else _remote(address) as client,
    ):
        _see_that_all_are_same(client, versions)
        executor = ClusterExecutor(client, only_same(versions))
        try:
            yield Opened(executor, executor.workers, (KilledWorker,))
        finally:
            executor.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _local(workers: int) -> Iterator[Client]:
    with ExitStack() as stack:
        try:
            with _deaf_to_keyboard():
                cluster = LocalCluster(
                    n_workers=workers,
                    threads_per_worker=1,
                    processes=True,
                    host="127.0.0.1",
                    scheduler_kwargs={"dashboard": False, "dashboard_address": "127.0.0.1:0"},
                    silence_logs=logging.CRITICAL,
                    # Workers hold no data, and reading processes have a limit of their own.
                    memory_limit=0,
                )
            stack.callback(_close, cluster)
            client = Client(cluster, timeout=_CONNECT, set_as_default=False)
        except Exception as error:
            raise WorkerError(
                f"no cluster can be started on this machine ({_text(error)}); leave out --cluster"
            ) from error
        stack.callback(_close, client)
        yield client


@contextmanager
def _deaf_to_keyboard() -> Iterator[None]:
    """Have all processes that the block starts pass over Ctrl-C, which is the run's to handle.

    They share its terminal. What a thread blocks is blocked in the threads and processes that it
    starts, and the other way round nothing is lost: the signal waits until the block ends. The
    workers that Dask starts anew when one has died come from threads that began here.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # It lifts the block where it starts by itself in the midst.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _KEYBOARD)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _remote(address: str) -> Iterator[Client]:
    _check_address(address)
    try:
        client = Client(address, timeout=_CONNECT, set_as_default=False)
    except Exception as error:
        raise WorkerError(
            f"{address}: no Dask scheduler can be reached ({_text(error)}); see that it runs and "
            "that nothing between keeps this machine out"
        ) from error
    try:
        _await_worker(client, address)
        yield client
    finally:
        _close(client)


def _check_address(address: str) -> None:
    try:
        parts = urlsplit(address)
        good = parts.scheme in _SCHEMES and parts.hostname and parts.port
    except ValueError:  # the port is no number
        good = False
    if not good:
        raise UsageError(
            f"{address}: no address of a Dask scheduler; write tcp://HOST:8786, or local for a "
            "cluster on this machine"
        )


def _await_worker(client: Client, address: str) -> None:
    """Wait for the first worker.

    Raises:
        WorkerError: There is none.
    """
    try:
        client.wait_for_workers(1, timeout=_FIRST_WORKER)
    except Exception as error:
        raise WorkerError(
            f"{address}: the cluster has no worker after {_FIRST_WORKER:.0f} seconds "
            f"({_text(error)}); start one with: dask worker {address}"
        ) from error


def _see_that_all_are_same(client: Client, versions: Versions) -> None:
    """See that the machines that are there have what is needed; others are asked when they come.

    Raises:
        WorkerError: They have not.
    """
    try:
        # The scheduler unpacks tasks, so it needs the package, but no models or lists.
        client.run_on_scheduler(only_same(dict), dict)
        client.run(only_same(versions), dict)
    except HoinghiError:
        raise
    except Exception as error:
        raise WorkerError(
            f"the cluster cannot do what is asked ({_text(error)}); see that hoinghi is installed "
            "where its scheduler and its workers run"
        ) from error


def _text(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]


def _close(one: Client | LocalCluster) -> None:
    with suppress(Exception):  # what is lost need not be closed
        one.close(timeout=_CLOSE)
