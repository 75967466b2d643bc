"""From what the user names - files, folders, patterns, addresses, standard input - to articles."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from hoinghi.errors import ReadError, UsageError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.folders import expand, files_of, printable, read_file
from hoinghi.sources.remote import files_at, is_address, open_address, read_address
from hoinghi.sources.standard_input import read_standard_input

DEFAULTS = Settings()
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """One file of what the user named, or standard input (``-``).

    ``source`` is what it goes by in ``documents``; ``system`` the fsspec file system of an
    address, ``None`` on this machine.
    """

    source: str
    path: str
    system: Any = None


def list_inputs(
    inputs: Sequence[str | os.PathLike[str]],
    *,
    stdin: BinaryIO | None = None,
    leave_out: str | os.PathLike[str] | None = None,
) -> Iterator[Input | ReadError]:
    """Return the files of ``inputs`` one at a time, in a fixed order, without opening them.

    Args:
        inputs: As for ``read_articles``.
        stdin: As for ``read_articles``.
        leave_out: Folder that is not looked into, such as that of the tables.

    Returns:
        Files, with a ``ReadError`` in the place of what cannot be looked into.

    Raises:
        UsageError: There are no inputs or one does not exist; raised before anything is listed.
    """
    if isinstance(inputs, (str, os.PathLike)):
        inputs = [inputs]
    if not inputs:
        raise UsageError("nothing to read: name files, folders, patterns, or - for standard input")
    if STANDARD_INPUT in inputs and stdin is None and not hasattr(sys.stdin, "buffer"):
        raise UsageError("-: there is no standard input to read; pipe something in, or name files")
    expanded = [found for given in inputs for found in _expand(os.fspath(given))]
    hidden = None if leave_out is None else os.path.realpath(leave_out)
    return _list(expanded, hidden)


def read_input(
    given: Input, settings: Settings, stdin: BinaryIO | None = None
) -> Iterator[Article | ReadError]:
    """Yield the articles of one file; whatever is wrong with it comes as the last item."""
    if given.system is not None:
        return read_address(given.system, given.path, settings)
    if given.path == STANDARD_INPUT:
        return read_standard_input(stdin or sys.stdin.buffer, given.path, settings)
    return read_file(Path(given.path), given.source, settings)


def read_articles(
    inputs: Sequence[str | os.PathLike[str]],
    *,
    settings: Settings = DEFAULTS,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | ReadError]:
    """Return the articles of ``inputs`` one at a time, in a fixed order.

    Args:
        inputs: Files, folders (with all that is in them, sorted; hidden files, readmes and
            unknown extensions are passed over), patterns such as ``2024/*.html``, addresses such
            as ``s3://bucket/2024``, and ``-`` for standard input. A file named or matched twice
            is read once.
        settings: Names of columns, greatest length of an article.
        stdin: Standard input; ``None`` means that of the process.

    Returns:
        Articles, with a ``ReadError`` in the place of each input or row that gave none.

    Raises:
        UsageError: There are no inputs or one does not exist; raised before anything is read.
    """
    found = list_inputs(inputs, stdin=stdin)
    return _read(found, settings, stdin)


def _expand(given: str) -> list[str] | list[tuple[Any, str]]:
    """Return the paths that ``given`` stands for; those of addresses with their file system."""
    if given == STANDARD_INPUT:
        return [given]
    return open_address(given) if is_address(given) else expand(given)


def _read(
    found: Iterator[Input | ReadError], settings: Settings, stdin: BinaryIO | None
) -> Iterator[Article | ReadError]:
    for one in found:
        if isinstance(one, ReadError):
            yield one
        else:
            yield from read_input(one, settings, stdin)


def _list(
    paths: Sequence[str | tuple[Any, str]], hidden: str | None
) -> Iterator[Input | ReadError]:
    seen: set[int] = set()  # of millions of files, so that their names are not kept
    for given in paths:
        if isinstance(given, tuple):
            yield from _remote(*given)
        elif given == STANDARD_INPUT:
            yield Input(given, given)
        else:
            yield from _local(given, seen, hidden)


def _remote(system: Any, path: str) -> Iterator[Input | ReadError]:
    for item in files_at(system, path):
        if isinstance(item, ReadError):
            yield item
        else:
            yield Input(system.unstrip_protocol(item), item, system)


def _local(given: str, seen: set[int], hidden: str | None) -> Iterator[Input | ReadError]:
    for item in files_of(given):
        if isinstance(item, ReadError):
            yield item
            continue
        # Path.resolve raises on links in a circle, which are no more than a failed input.
        real = os.path.realpath(item)
        if hidden is not None and (real == hidden or real.startswith(hidden + os.sep)):
            continue
        name = int.from_bytes(hashlib.sha256(os.fsencode(real)).digest()[:8])
        if name not in seen:
            seen.add(name)
            yield Input(printable(item.as_posix()), os.path.abspath(item))  # noqa: PTH100 - links stay
