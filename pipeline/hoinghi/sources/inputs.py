"""From what the user names - files, folders, patterns, standard input - to articles."""

from __future__ import annotations

import glob
import os
import stat
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from hoinghi.errors import ReadError, UsageError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.csv_rows import read_csv
from hoinghi.sources.json_rows import read_json
from hoinghi.sources.pages import read_mhtml, read_page
from hoinghi.sources.plain import read_text
from hoinghi.sources.standard_input import read_standard_input

Reader = Callable[[BinaryIO, str, Settings], Iterator[Article | ReadError]]

DEFAULTS = Settings()
STANDARD_INPUT = "-"
READERS: Mapping[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".html": read_page,
    ".htm": read_page,
    ".xhtml": read_page,
    ".aspx": read_page,
    ".php": read_page,
    ".mht": read_mhtml,
    ".mhtml": read_mhtml,
    ".jsonl": read_json,
    ".ndjson": read_json,
    ".json": read_json,
    ".csv": read_csv,
    ".tsv": read_csv,
}


def read_articles(
    inputs: Sequence[str | os.PathLike[str]],
    *,
    settings: Settings = DEFAULTS,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | ReadError]:
    """Return the articles of ``inputs`` one at a time, in a fixed order.

    Args:
        inputs: Files, folders (with all that is in them, sorted; hidden files, readmes and
            unknown extensions are passed over), patterns such as ``2024/*.html``, and ``-`` for
            standard input. A file named or matched twice is read once.
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
    expanded = [path for given in inputs for path in _expand(os.fspath(given))]
    return _read(expanded, settings, stdin)


def _expand(given: str) -> list[str]:
    """Return the paths that ``given`` stands for."""
    if given == STANDARD_INPUT or os.path.lexists(given):
        return [given]
    if glob.has_magic(given):
        matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207 - keeps paths as given
        if matches:
            return [m for m in matches if _is_folder(m) or _known(Path(m))] or matches
        raise UsageError(f"{given}: no file matches the pattern; check it, and quote it once")
    raise UsageError(f"{given}: does not exist; check the path and the current folder")


def _is_folder(path: str) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises where a parent is closed


def _known(path: Path) -> bool:
    """Tell whether a file found in a folder is taken for an article or articles."""
    name = path.name.lower()
    return path.suffix.lower() in READERS and not name.startswith((".", "readme."))


def _read(
    paths: Sequence[str], settings: Settings, stdin: BinaryIO | None
) -> Iterator[Article | ReadError]:
    seen: set[str] = set()
    for given in paths:
        if given == STANDARD_INPUT:
            stream = stdin if stdin is not None else sys.stdin.buffer
            yield from _guarded(read_standard_input, stream, given, settings)
            continue
        for item in _walk(Path(given)) if _is_folder(given) else (Path(given),):
            if isinstance(item, ReadError):
                yield item
            elif (real := os.path.realpath(item)) not in seen:
                seen.add(real)
                yield from _read_file(item, settings)


def _walk(folder: Path) -> Iterator[Path | ReadError]:
    """Yield the readable files below ``folder``, each folder's files before its folders."""
    errors: list[OSError] = []
    found = False
    for root, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(root, name) for name in sorted(names)):
            if _known(path) and not _special(path):
                found = True
                yield path
    for error in errors:
        yield _unreadable(str(error.filename), error)
    if not found and not errors:
        yield ReadError(
            folder.as_posix(),
            "the folder holds no file that can be read",
            f"known are {', '.join(READERS)}",
        )


def _special(path: Path) -> bool:
    """Tell whether ``path`` is a pipe, socket, device or folder."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False  # reading it will say what is wrong


def _read_file(path: Path, settings: Settings) -> Iterator[Article | ReadError]:
    source = path.as_posix()
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        yield ReadError(
            source,
            f"unknown kind of file ({path.suffix or 'no extension'})",
            f"save it as one of {', '.join(READERS)}",
        )
        return
    if _special(path):  # opening a pipe would wait for its other end, maybe for ever
        yield ReadError(source, "it is not a regular file", "pipe it to standard input: -")
        return
    try:
        with path.open("rb") as stream:
            yield from _guarded(reader, stream, source, settings)
    except OSError as error:
        yield _unreadable(source, error)


def _guarded(
    reader: Reader, stream: BinaryIO, source: str, settings: Settings
) -> Iterator[Article | ReadError]:
    """Yield what ``reader`` yields, and the error that ends it as the last item."""
    try:
        yield from reader(stream, source, settings)
    except ReadError as error:
        yield error
    except UnicodeError as error:
        yield ReadError(source, f"the text is damaged ({error})", "save it again as UTF-8")


def _unreadable(source: str, error: OSError) -> ReadError:
    reason = error.strerror or type(error).__name__
    return ReadError(source, f"cannot be read ({reason})", "check the file's rights and its disk")
