"""Tasks are only done where the same Python and the same package are as at the one who asks.

Else tables would depend on which machine read which article.
"""

from __future__ import annotations

import pickle
import platform
import socket
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any, Final, TypeVar

from hoinghi.errors import HoinghiError, WorkerError
from hoinghi.version import __version__

_T = TypeVar("_T")
_SHOWN: Final = 16  # longest version that a message shows

Versions = Callable[[], Mapping[str, str]]
"""Says by what results are made; it is pickled, and asked here and there."""


def only_same(versions: Versions) -> Callable[[Callable[[], Any]], Any]:
    """Return what does a task elsewhere, if ``versions`` says there what it says here."""
    packed = pickle.dumps(versions)
    return partial(_do, packed, _told(packed))


def compare(where: str, there: Mapping[str, str], ours: Mapping[str, str]) -> None:
    """See that ``there`` has all versions of ``ours``.

    Raises:
        WorkerError: It has not.
    """
    other = [
        name if len(value) > _SHOWN else f"{name} {there.get(name) or 'none'} (here {value})"
        for name, value in ours.items()
        if there.get(name) != value
    ]
    if other:
        raise WorkerError(
            f"{where} has another {', '.join(other)}; install on all machines of the cluster what "
            "is installed here, and run again"
        )


def _do(packed: bytes, ours: Mapping[str, str], task: Callable[[], _T]) -> _T:
    where = f"the cluster's machine {socket.gethostname()}"
    try:
        there = _told(packed)
    except (HoinghiError, OSError) as error:
        raise WorkerError(f"{where} cannot read as this machine does: {error}") from error
    compare(where, there, ours)
    return task()


@lru_cache(maxsize=4)
def _told(packed: bytes) -> Mapping[str, str]:
    python = platform.python_version().rpartition(".")[0]
    # Pickled by our own process, from our own classes.
    told: Mapping[str, str] = pickle.loads(packed)()  # noqa: S301
    return {"Python": python, "hoinghi": __version__, **told}
