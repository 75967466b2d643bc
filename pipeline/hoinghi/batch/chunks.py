"""Chunks of units: what one worker reads at a time and writes as one part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hoinghi.batch.units import Unit
from hoinghi.children import READER
from hoinghi.records import DocumentStatus
from hoinghi.settings import Settings

_FIRST: Final = 8  # units of the first chunks, so that every worker has something to do at once
_GROWTH: Final = 1.25
_BYTES: Final = 16 << 20  # of the files of a chunk


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for all chunks of a run.

    ``folder`` is where parts are written to, ``worker`` the module that the reading process
    imports.
    """

    settings: Settings
    folder: Path
    worker: str = READER


@dataclass(frozen=True, slots=True)
class Chunk:
    """Units in the order of the run."""

    units: tuple[Unit, ...]


Place = tuple[int, int, str]
"""Where in a chunk a worker is: the number of the unit, of its item, and what is done with it."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a worker says of a chunk: the documents in their order; their rows are in the part."""

    documents: tuple[DocumentStatus, ...]
    size: int


def chunks(units: Iterable[Unit], most: int) -> Iterator[Chunk]:
    """Yield ``units`` in chunks, small ones first, of at most ``most`` units."""
    size = float(min(_FIRST, most))
    waiting: list[Unit] = []
    weight = 0
    for unit in units:
        waiting.append(unit)
        weight += unit.size
        if len(waiting) >= int(size) or weight >= _BYTES:
            yield Chunk(tuple(waiting))
            waiting, weight = [], 0
            size = min(size * _GROWTH, most)
    if waiting:
        yield Chunk(tuple(waiting))
