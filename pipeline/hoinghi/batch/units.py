"""Units of work: an input file, or a row of a large one, known by its content.

A unit has a key of what it holds, what it is called and by what it is read. What has a key among
the parts of an earlier run is not read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import BinaryIO, Final

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources import LOOK, Input, half_written, kind_of, read_input, state_of, unreadable

KEY_SIZE: Final = 16  # bytes
# Files that may hold many articles, and the bytes from which on each of these is a unit of its own:
# about two hundred articles, packed ones a tenth as large.
_PLAIN: Final = dict.fromkeys(
    ".csv .tsv .json .jsonl .ndjson .rss .atom .xml .warc".split(), 1 << 19
)
_PACKED: Final = dict.fromkeys(
    ".xlsx .xlsm .xls .xlsb .ods .parquet .zip .gz .warc.gz".split(), 1 << 16
)
_BIG: Final = _PLAIN | _PACKED
_BYTES_PER_CHARACTER: Final = 1.4  # of Vietnamese in UTF-8, with what stands around it
State = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Unit:
    """A file to be read by a worker, or what was read already.

    ``state`` is that of the file when ``key`` was made, ``None`` for what is not a file of this
    machine; ``size`` is in bytes, of a row about what it takes in its file. ``attempt`` counts
    earlier failures.
    """

    key: bytes
    source: str
    size: int
    file: Input | None = None
    state: State | None = None
    item: Article | ReadError | None = None
    attempt: int = 0


@dataclass(frozen=True, slots=True)
class Basis:
    """What results depend on besides the content, as digests.

    ``analysis`` stands for resources, model and limits, ``columns`` for how rows are read.
    """

    analysis: bytes
    columns: bytes


@dataclass(frozen=True, slots=True)
class Rows:
    """A large file, or standard input, of which the rows become units when it is opened.

    ``key`` is that of its whole content, ``None`` where that is not known before it is read.
    """

    file: Input
    size: int
    key: bytes | None
    basis: Basis

    def units(self, settings: Settings, stdin: BinaryIO | None = None) -> Iterator[Unit]:
        """Read the file and yield a unit a row, one at a time."""
        for item in read_input(self.file, settings, stdin):
            yield _row(item, self.basis)


def is_packed(path: str) -> bool:
    """Tell whether a file's size says little of how much is to be read in it."""
    return not _PACKED.keys().isdisjoint(Path(path).suffixes)


def list_units(found: Iterable[Input | ReadError], basis: Basis) -> Iterator[Unit | Rows]:
    """Yield what the files of a run are read as, in their order.

    Args:
        found: The files, as ``list_inputs`` gives them.
        basis: What else the results depend on.
    """
    for one in found:
        if isinstance(one, ReadError):
            yield _row(one, basis)
        elif one.system is not None:
            yield _remote(one, basis)
        elif one.path == "-":
            yield Rows(one, 0, None, basis)
        else:
            yield _local(one, basis)


def _local(file: Input, basis: Basis) -> Unit | Rows:
    path = Path(file.path)
    try:
        state = state_of(path)
        if not path.is_file():  # a pipe, which nobody opens; reading it says what is wrong
            return Unit(_key([b"special", file.source.encode()]), file.source, 0, file)
        with path.open("rb") as stream:
            kind = kind_of(path.name, stream.read(LOOK))
            stream.seek(0)
            content = hashlib.file_digest(stream, "sha256").digest()
        if state_of(path) != state:
            return _row(half_written(file.source), basis)
    except OSError as error:
        return _row(unreadable(file.source, error), basis)
    read_by = basis.analysis + (basis.columns if kind in _BIG else b"")
    key = _key([b"content", file.source.encode(), content, read_by])
    if kind in _BIG and state[1] >= _BIG[kind]:
        return Rows(file, state[1], key, basis)
    return Unit(key, file.source, state[1], file, state)


def _remote(file: Input, basis: Basis) -> Unit | Rows:
    """Return the unit of an address, known by what its service tells of its content."""
    try:
        info = file.system.info(file.path)
        told = {name: info[name] for name in _TOLD if info.get(name)}
    except Exception:  # noqa: BLE001 - each service has errors of its own; reading says which
        told, info = {}, {}
    size = int(info.get("size") or 0)
    if not told:  # nothing tells whether it has changed, so it is read each time
        return Rows(file, size, None, basis)
    content = repr(sorted((name, str(value)) for name, value in told.items())).encode()
    read_by = basis.analysis + basis.columns
    key = _key([b"told", file.source.encode(), str(size).encode(), content, read_by])
    if size >= min(_BIG.get(kind, size + 1) for kind in ("", *Path(file.path).suffixes)):
        return Rows(file, size, key, basis)
    return Unit(key, file.source, size, file)


# What services tell of a file that changes with its content.
_TOLD: Final = ("ETag", "etag", "md5Hash", "content_md5", "generation", "versionId", "mtime")


def _row(item: Article | ReadError, basis: Basis) -> Unit:
    if isinstance(item, ReadError):
        key = _key([b"error", str(item).encode("utf-8", "surrogatepass"), basis.analysis])
        return Unit(key, item.source, 0, item=item)
    fields = "\x1f".join("\x00" if part is None else str(part) for part in astuple(item))
    key = _key([b"article", fields.encode("utf-8", "surrogatepass"), basis.analysis])
    return Unit(key, item.source, int(_BYTES_PER_CHARACTER * len(item.text)), item=item)


def _key(parts: Sequence[bytes]) -> bytes:
    made = hashlib.sha256()
    for part in parts:
        made.update(len(part).to_bytes(8, "little"))
        made.update(part)
    return made.digest()[:KEY_SIZE]
