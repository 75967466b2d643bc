"""Ctrl-C once: what is begun is finished, and kept. Twice: at once."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from hoinghi.batch.driver import begin, kill_busy

# What asks a program to end: the keyboard, and the system that wants the machine back.
_SIGNALS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]


@contextmanager
def stoppable(on_stop: Callable[[], None] | None = None) -> Iterator[threading.Event]:
    """Yield an event that is set when the user, or the system, asks the run to end.

    Asked again, the reading processes are ended and ``KeyboardInterrupt`` is raised.

    Args:
        on_stop: Called when it is asked for the first time.
    """
    asked = threading.Event()
    begin()
    if threading.current_thread() is not threading.main_thread():
        yield asked  # only the main thread hears signals
        return

    def handle(_number: int, _frame: FrameType | None) -> None:
        if asked.is_set():
            kill_busy()
            raise KeyboardInterrupt
        asked.set()
        if on_stop is not None:
            on_stop()

    before = {number: signal.signal(number, handle) for number in _SIGNALS}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
