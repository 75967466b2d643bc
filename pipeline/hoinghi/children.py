"""Processes of our own that answer questions, and may hang, swell or die without harm to this one.

What libraries in C and Rust make of hostile bytes, and what a pattern makes of an unlucky text,
cannot be bounded from inside. Questions and answers are lines of JSON.
"""

from __future__ import annotations

import atexit
import json
import math
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

Process = subprocess.Popen[bytes]

READER: Final = "hoinghi.batch.worker_main"
"""The module of the processes that read articles."""

_PACKAGES = str(Path(__file__).parents[1])  # where this package is imported from
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_CODE = "import sys; sys.path[:] = {!r}; import {}"


def start(module: str) -> Process:
    """Start a process that imports ``module``, which reads standard input until it ends.

    Raises:
        OSError: Python cannot start itself.
    """
    # The same packages as here, but never modules of the folder that is worked in: it may hold
    # what was downloaded (-P, and no empty path).
    paths = [path for path in sys.path if path and isinstance(path, str)]
    return subprocess.Popen(  # noqa: S603 - our own code in our own interpreter
        [sys.executable, "-P", "-c", _CODE.format([*paths, _PACKAGES], module)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # Each is one of several beside each other: threads for small sums only get in their way.
        env=dict.fromkeys(_THREADS, "1") | os.environ,
        start_new_session=True,  # an interrupt from the keyboard is the parent's to handle
    )


def end(process: Process) -> None:
    """Kill ``process`` and forget what it was asked."""
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            # A question that the dead process never took would be written now, and fail.
            with suppress(OSError):
                pipe.close()


class Asking:
    """Puts questions to a process and returns its answers, as long as they come in time."""

    def __init__(self, process: Process, seconds: float) -> None:
        self._process, self._seconds = process, seconds
        self._waits_since = math.inf
        self._over = threading.Event()
        self.killed = False
        """Whether an answer took too long, so that the process was killed."""

    def __call__(self, question: dict[str, Any] | None = None) -> dict[str, Any] | None:
        """Return the next answer, to ``question`` or to the one before; ``None`` if none comes."""
        self._waits_since = time.monotonic()
        line = _exchange(self._process, question)
        self._waits_since = math.inf
        found: dict[str, Any] | None = json.loads(line) if line.endswith(b"\n") else None
        return found

    def watch(self) -> None:
        """Look at the clock until ``close``, and kill the process if an answer takes too long."""
        while not self._over.wait(min(1.0, self._seconds / 2)):
            if time.monotonic() - self._waits_since > self._seconds:
                self.killed = True
                self._process.kill()

    def close(self) -> None:
        """Look at the clock no more."""
        self._over.set()


@contextmanager
def watched(process: Process, seconds: float) -> Iterator[Asking]:
    """Yield what asks ``process``, which is killed if an answer takes more than ``seconds``.

    One thread looks at the clock for all answers; one for each would cost more than many an
    answer. The time that the caller takes between them does not count.
    """
    asking = Asking(process, seconds)
    threading.Thread(target=asking.watch, daemon=True).start()
    try:
        yield asking
    finally:
        asking.close()


def _exchange(process: Process, question: dict[str, Any] | None) -> bytes:
    """Return the next line of ``process``, nothing if it is dead."""
    assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018 - pipes
    try:
        if question is not None:
            process.stdin.write(json.dumps(question).encode() + b"\n")
            process.stdin.flush()
        return process.stdout.readline()
    except OSError:
        return b""


class Pool:
    """Processes of one module that wait for work, and those that do it.

    They end with this process. A forked copy of it has none: two askers would mix the answers.
    """

    def __init__(self, module: str) -> None:
        """Take the module that they import; none is started yet."""
        self._module = module
        self._forget()
        atexit.register(self.end_all)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._forget)

    def _forget(self) -> None:
        self._idle: list[Process] = []
        self._busy: set[Process] = set()
        self._lock = threading.Lock()  # the parent may hold the old one at this moment

    def borrow(self) -> Process:
        """Return a process that waits, or a new one.

        Raises:
            OSError: Python cannot start itself.
        """
        with self._lock:
            while self._idle:
                process = self._idle.pop()
                if process.poll() is None:
                    break
                end(process)
            else:
                process = start(self._module)
            self._busy.add(process)
            return process

    def give_back(self, process: Process, *, alive: bool) -> None:
        """Let ``process`` wait for more work, or end it."""
        with self._lock:
            self._busy.discard(process)
            if alive:
                self._idle.append(process)
                return
        end(process)

    def warm_up(self) -> None:
        """Start a process where none waits.

        Raises:
            OSError: Python cannot start itself.
        """
        with self._lock:
            if not self._idle:
                self._idle.append(start(self._module))

    def kill_busy(self) -> None:
        """Kill the processes that work just now."""
        # Without the lock, which the thread that hears a signal may hold.
        for process in tuple(self._busy):
            process.kill()

    def end_all(self) -> None:
        """End all processes; done by itself when the program ends."""
        with self._lock:
            while self._idle:
                end(self._idle.pop())
        self.kill_busy()


_pools: dict[str, Pool] = {}  # by the module that their processes import


def pool_of(module: str) -> Pool:
    """Return the processes of ``module``, always the same ones."""
    return _pools.get(module) or _pools.setdefault(module, Pool(module))


def pools() -> tuple[Pool, ...]:
    """Return all that ``pool_of`` has given."""
    return tuple(_pools.values())
