"""Readers that run in a process of their own, which may hang, swell or die without harm to this.

What libraries in C and Rust make of hostile bytes cannot be bounded from inside: a PDF of two
kilobytes can take all memory, a workbook can end the process, a feed can take minutes.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from hoinghi.children import Pool, Process, watched
from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.bounds import copy_bounded

SECONDS = 90.0
"""Longest time that a reader may take for one article."""
MEMORY = 3 << 30
"""Bytes that a reading process may take, where the system can hold it to that."""

_pool = Pool("hoinghi.sources.confined_main")


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
            with watched(process, SECONDS) as ask:
                question = {"kind": kind, "path": path, "source": source, **asdict(settings)}
                answer = ask(question)
                while answer is not None and not (done := "end" in answer):
                    yield _item(answer)
                    answer = ask()
        finally:
            _pool.give_back(process, alive=done)
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


def _borrowed(source: str) -> Process:
    try:
        return _pool.borrow()
    except OSError as error:
        raise ReadError(
            source,
            f"no process could be started to read it in ({error.strerror})",
            f"see that Python can start itself (sys.executable is {sys.executable!r})",
        ) from error


def end_all() -> None:
    """End the reading processes, so that the next file is read by a fresh one."""
    _pool.end_all()


def _item(answer: dict[str, Any]) -> Article | ReadError:
    if "problem" in answer:
        return ReadError(answer["source"], answer["problem"], answer["advice"])
    day = answer.pop("published")
    return Article(**answer, published=day and date.fromisoformat(day))
