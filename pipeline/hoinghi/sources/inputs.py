"""From what the user names - files, folders, patterns, addresses, standard input - to articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from hoinghi.errors import ReadError, UsageError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.folders import expand, files_of, read_file
from hoinghi.sources.remote import is_address, open_address, read_address
from hoinghi.sources.standard_input import read_standard_input

DEFAULTS = Settings()
STANDARD_INPUT = "-"


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
    if isinstance(inputs, (str, os.PathLike)):
        inputs = [inputs]
    if not inputs:
        raise UsageError("nothing to read: name files, folders, patterns, or - for standard input")
    if STANDARD_INPUT in inputs and stdin is None and not hasattr(sys.stdin, "buffer"):
        raise UsageError("-: there is no standard input to read; pipe something in, or name files")
    expanded = [found for given in inputs for found in _expand(os.fspath(given))]
    return _read(expanded, settings, stdin)


def _expand(given: str) -> list[str] | list[tuple[Any, str]]:
    """Return the paths that ``given`` stands for; those of addresses with their file system."""
    if given == STANDARD_INPUT:
        return [given]
    return open_address(given) if is_address(given) else expand(given)


def _read(
    paths: Sequence[str | tuple[Any, str]], settings: Settings, stdin: BinaryIO | None
) -> Iterator[Article | ReadError]:
    seen: set[str] = set()
    for given in paths:
        if isinstance(given, tuple):
            yield from read_address(*given, settings)
        elif given == STANDARD_INPUT:
            yield from read_standard_input(stdin or sys.stdin.buffer, given, settings)
        else:
            yield from _local(given, settings, seen)


def _local(given: str, settings: Settings, seen: set[str]) -> Iterator[Article | ReadError]:
    for item in files_of(given):
        if isinstance(item, ReadError):
            yield item
        elif (real := os.path.realpath(item)) not in seen:
            seen.add(real)
            yield from read_file(item, settings)
