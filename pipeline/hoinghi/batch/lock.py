"""One run at a time writes to a folder."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from hoinghi.errors import LockedError, OutputError

_LOCK: Final = "lock"
_HOLDER: Final = "lock.json"


@contextmanager
def locked(folder: Path, out: Path) -> Iterator[None]:
    """Hold the lock of ``folder`` while the block runs.

    The system releases it when the process ends, however it ends, so that what a killed run left
    behind stands in nobody's way.

    Args:
        folder: Where the files of the lock lie.
        out: What the user calls it.

    Raises:
        LockedError: Another run holds it.
        OutputError: The folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / _LOCK, timeout=0, thread_local=False)
        lock.acquire()
    except Timeout as error:
        raise LockedError(
            f"{out}: another run writes there now{_holder(folder)}; wait until it has ended, or "
            "choose another output folder"
        ) from error
    except OSError as error:
        raise OutputError(
            f"{out}: cannot be written ({error.strerror or error}); choose another output folder"
        ) from error
    try:
        told = {"process": os.getpid(), "machine": socket.gethostname()}
        (folder / _HOLDER).write_text(json.dumps(told), encoding="utf-8")
        yield
    finally:
        (folder / _HOLDER).unlink(missing_ok=True)
        lock.release()


def holder(folder: Path) -> str | None:
    """Return who holds the lock of ``folder``, in words; ``None`` if nobody does."""
    if not (folder / _LOCK).exists():
        return None
    lock = FileLock(folder / _LOCK, timeout=0, thread_local=False)
    try:
        lock.acquire()
    except (Timeout, OSError):
        return _holder(folder).strip(" ()") or "a process"
    lock.release()
    return None


def _holder(folder: Path) -> str:
    try:
        told = json.loads((folder / _HOLDER).read_text(encoding="utf-8"))
        return f" (process {told['process']} on {told['machine']})"
    except (OSError, ValueError, KeyError, TypeError):
        return ""
