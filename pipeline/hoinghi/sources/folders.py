"""Files and folders of this machine."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from hoinghi.errors import ReadError, UsageError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.dispatch import read_stream, unreadable, wanted
from hoinghi.sources.kinds import READ, is_asset

State = tuple[int, int, int]


def expand(given: str) -> list[str]:
    """Return the paths that ``given`` stands for: itself, or what matches it as a pattern.

    Raises:
        UsageError: There is nothing of that name.
    """
    if os.path.lexists(given):
        return [given]
    if glob.has_magic(given):
        matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207 - keeps paths as given
        if matches:
            return [m for m in matches if is_folder(m) or wanted(Path(m).name)] or matches
        raise UsageError(f"{given}: no file matches the pattern; check it, and quote it once")
    raise UsageError(f"{given}: does not exist; check the path and the current folder")


def is_folder(path: str) -> bool:
    """Tell whether ``path`` is a folder that can be looked into."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises where a parent is closed


def files_of(given: str) -> Iterator[Path | ReadError]:
    """Yield ``given`` itself, or the files below it that hold articles, in a fixed order."""
    return _walk(Path(given)) if is_folder(given) else iter((Path(given),))


def _walk(folder: Path) -> Iterator[Path | ReadError]:
    """Yield the wanted files below ``folder``, each folder's files before its folders.

    Links to folders are not followed, so that no loop is ever walked.
    """
    errors: list[OSError] = []
    found = False
    for root, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(f for f in folders if not (f.startswith(".") or is_asset(f, names)))
        for name in sorted(filter(wanted, names)):
            found = True
            yield Path(root, name)
    for error in errors:
        yield unreadable(str(error.filename), error)
    if not found and not errors:
        yield ReadError(
            folder.as_posix(),
            "the folder holds no file that can be read",
            READ,
        )


def read_file(path: Path, source: str, settings: Settings) -> Iterator[Article | ReadError]:
    """Yield the articles of one file, which goes by ``source``.

    Whatever is wrong with it comes as the last item.
    """
    if is_special(path):  # opening a pipe would wait for its other end, maybe for ever
        yield ReadError(source, "it is not a regular file", "pipe it to standard input: -")
        return
    try:
        before = state_of(path)
        with path.open("rb") as stream:
            last: Article | ReadError | None = None
            for item in read_stream(stream, path.name, source, settings):
                if last is not None:
                    yield last
                last = item
        changed = state_of(path) != before
    except OSError as error:
        yield unreadable(source, error)
        return
    # What is half old and half new is no article; rows before it may stand.
    if last is not None and not (changed and last.source == source):
        yield last
    if changed:
        yield half_written(source)


def half_written(source: str) -> ReadError:
    """Return the error for a file that somebody writes to while it is read."""
    return ReadError(
        source, "it changed while it was read", "run again when it is finished", passing=True
    )


def is_special(path: Path) -> bool:
    """Tell whether ``path`` is a pipe, socket, device or folder."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False  # reading it will say what is wrong


def state_of(path: Path) -> State:
    """Return what changes when somebody writes to ``path``: its inode, size and time.

    Raises:
        OSError: It is not there, or may not be looked at.
    """
    state = path.stat()
    return state.st_ino, state.st_size, state.st_mtime_ns


def printable(source: str) -> str:
    r"""Return ``source`` with the bytes of a name that is no UTF-8 made visible (``\xff``)."""
    return os.fsencode(source).decode("utf-8", errors="backslashreplace")
