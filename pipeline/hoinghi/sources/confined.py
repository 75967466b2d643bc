"""Readers that run in a process of their own, which may hang, swell or die without harm to this.

What libraries in C and Rust make of hostile bytes cannot be bounded from inside: a PDF of two
kilobytes can take all memory, a workbook can end the process, a feed can take minutes.
"""

from __future__ import annotations

import atexit
import json
import math
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.bounds import copy_bounded

SECONDS = 90.0
"""Longest time that a reader may take for one article."""
MEMORY = 3 << 30
"""Bytes that a reading process may take, where the system can hold it to that."""

_PACKAGES = str(Path(__file__).parents[2])  # where this package is imported from
_CODE = "import sys; sys.path[:] = {!r}; from hoinghi.sources import confined_main"
_idle: list[subprocess.Popen[bytes]] = []
_lock = threading.Lock()


def read_confined(
    kind: str, stream: BinaryIO, source: str, settings: Settings
) -> Iterator[Article | ReadError]:
    """Yield what the reader of ``kind`` yields, from a process of its own.

    Args:
        kind: Extension that tells the reader.
        stream: The file, at its beginning.
        source: What it goes by.
        settings: Names of columns, greatest length.

    Raises:
        ReadError: What the reader raises; or it took too long, too much memory, or died.
    """
    with _path_of(stream, source) as path:
        process = _borrowed(source)
        done = False
        try:
            with _watched(process) as ask:
                question = {"kind": kind, "path": path, "source": source, **asdict(settings)}
                answer = ask(question)
                while answer is not None and not (done := "end" in answer):
                    yield _item(answer)
                    answer = ask()
        finally:
            if done:
                _give_back(process)
            else:
                _end(process)
    if answer is None:
        raise ReadError(
            source,
            f"reading it takes more than {SECONDS:.0f} seconds or {MEMORY >> 30} GB, or breaks "
            "the reader",
            "open it with the program that wrote it and save it anew, or leave it out",
        )
    if error := answer["end"]:
        raise ReadError(source, *error)


@contextmanager
def _path_of(stream: BinaryIO, source: str) -> Iterator[str]:
    """Yield a path at which the bytes of ``stream`` lie."""
    name = getattr(getattr(stream, "raw", None), "name", None)
    # Standard input has a name as well, <stdin>, that a file may have by chance.
    if isinstance(name, str | os.PathLike) and _is_at(stream, name):
        yield os.path.abspath(name)  # noqa: PTH100 - as it is, links and all
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "copy")
        with path.open("wb") as copy:
            copy_bounded(stream, copy, source)
        yield str(path)


def _is_at(stream: BinaryIO, name: str | os.PathLike[str]) -> bool:
    """Tell whether ``stream`` is the open file ``name``, not a pipe that is called so."""
    try:
        return os.path.samestat(os.fstat(stream.fileno()), Path(name).stat())
    except OSError:
        return False


def _borrowed(source: str) -> subprocess.Popen[bytes]:
    with _lock:
        while _idle:
            process = _idle.pop()
            if process.poll() is None:
                return process
            _end(process)
    # The same packages as here, but never modules of the folder that is worked in: it may hold
    # what was downloaded (-P, and no empty path).
    paths = [path for path in sys.path if path and isinstance(path, str)]
    try:
        return subprocess.Popen(  # noqa: S603 - our own code in our own interpreter
            [sys.executable, "-P", "-c", _CODE.format([*paths, _PACKAGES])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # an interrupt from the keyboard is the parent's to handle
        )
    except OSError as error:
        raise ReadError(
            source,
            f"no process could be started to read it in ({error.strerror})",
            f"see that Python can start itself (sys.executable is {sys.executable!r})",
        ) from error


def _give_back(process: subprocess.Popen[bytes]) -> None:
    with _lock:
        _idle.append(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            # A question that the dead process never took would be written now, and fail.
            with suppress(OSError):
                pipe.close()


def _forget() -> None:
    """Leave the processes to the parent, whose they are: two askers would mix the answers."""
    global _lock  # noqa: PLW0603 - the parent may hold it at this moment
    _idle.clear()
    _lock = threading.Lock()


def end_all() -> None:
    """End the reading processes that wait for work; done by itself when the program ends."""
    while _idle:
        _end(_idle.pop())


atexit.register(end_all)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)


class _Asking(Protocol):
    def __call__(self, question: dict[str, Any] | None = None) -> dict[str, Any] | None: ...


@contextmanager
def _watched(process: subprocess.Popen[bytes]) -> Iterator[_Asking]:
    """Yield what puts a question, if any, and returns the next answer, ``None`` if none comes.

    One thread looks at the clock for all answers about a file; one for each would cost more than
    many a row. The time that the caller takes between them does not count.
    """
    waits_since = [math.inf]
    over = threading.Event()

    def watch() -> None:
        while not over.wait(min(1.0, SECONDS / 2)):
            if time.monotonic() - waits_since[0] > SECONDS:
                process.kill()

    def ask(question: dict[str, Any] | None = None) -> dict[str, Any] | None:
        waits_since[0] = time.monotonic()
        line = _exchange(process, question)
        waits_since[0] = math.inf
        found: dict[str, Any] | None = json.loads(line) if line.endswith(b"\n") else None
        return found

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield ask
    finally:
        over.set()


def _exchange(process: subprocess.Popen[bytes], question: dict[str, Any] | None) -> bytes:
    """Return the next line of ``process``, nothing if it is dead."""
    assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018 - pipes
    try:
        if question is not None:
            process.stdin.write(json.dumps(question).encode() + b"\n")
            process.stdin.flush()
        return process.stdout.readline()
    except OSError:
        return b""


def _item(answer: dict[str, Any]) -> Article | ReadError:
    if "problem" in answer:
        return ReadError(answer["source"], answer["problem"], answer["advice"])
    day = answer.pop("published")
    return Article(**answer, published=day and date.fromisoformat(day))
