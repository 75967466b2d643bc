"""From what the user asks for to an executor."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from hoinghi.errors import UsageError
from hoinghi.executors.local import Opened, SerialExecutor, cores, processes
from hoinghi.executors.same import Versions

LOCAL: Final = "local"


@contextmanager
def open_executor(
    workers: int | None = None, cluster: str = "", versions: Versions = dict
) -> Iterator[Opened]:
    """Yield an executor, which is shut down at the end; tasks that have not begun are forgotten.

    Args:
        workers: How many work at a time; ``None`` for all cores, 1 for none beside this thread.
        cluster: Address of a Dask scheduler, ``local`` for one on this machine; empty for none.
        versions: Tells by what results are made, which must be the same on a cluster and here.

    Raises:
        WorkerError: The cluster cannot be reached, or its machines have other versions.
        UsageError: Dask is not installed, or the address is none.
    """
    if cluster:
        try:
            from hoinghi.executors.dask_cluster import open_cluster  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise UsageError(
                f"a cluster needs Dask ({error}); install it with: pip install 'hoinghi[dask]'"
            ) from error
        with open_cluster(None if cluster == LOCAL else cluster, workers, versions) as opened:
            yield opened
        return
    count = workers or cores()
    executor = SerialExecutor() if count == 1 else processes(count)
    try:
        yield Opened(executor, lambda: count)
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
