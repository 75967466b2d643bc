"""What a reading process does with a chunk: read its articles, write their rows as one part."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from hoinghi.batch.chunks import Chunk, Job, Place, Report
from hoinghi.batch.parts import Result, part_path, write_part
from hoinghi.batch.units import Unit
from hoinghi.collecting import raw_rows
from hoinghi.errors import ReadError
from hoinghi.pipeline import Pipeline, open_pipeline
from hoinghi.records import Article, DocumentStatus
from hoinghi.settings import Settings
from hoinghi.sources import half_written, read_input, state_of
from hoinghi.tables import failed_row

READING: Final = "reading"
ANALYSIS: Final = "analysis"
_FIRST: Final = Article("Ngày 2/9/2024, UBND xã tổ chức hội nghị.")


def work(
    job: Job, chunk: Chunk, given_up: Mapping[Place, str], tell: Callable[[Place], None]
) -> Report:
    """Read ``chunk`` and write its part.

    Args:
        job: Settings and folder.
        chunk: The units.
        given_up: Places at which reading processes died before, each with the reason in words.
        tell: Called before each place.

    Raises:
        OutputError: The part cannot be written.
    """
    settings = job.settings
    pipeline = _opened(settings.gazetteer, settings.model)
    results: list[Result] = []
    empty: list[bytes] = []
    for number, unit in enumerate(chunk.units):
        found = list(_results(pipeline, unit, settings, _Watch(number, given_up, tell)))
        results += found
        empty += [] if found else [unit.key]
    path = part_path(job.folder, ((unit.key, unit.attempt) for unit in chunk.units))
    write_part(path, results, empty)
    return Report(tuple(map(_status, results)), sum(unit.size for unit in chunk.units))


def _opened(gazetteer: str, model: str) -> Pipeline:
    """Return the pipeline; what it has loaded is left out of all looks for garbage."""
    pipeline = open_pipeline(gazetteer=gazetteer, model=model)
    if not gc.isenabled():
        pipeline.read(_FIRST)  # what is loaded when it is first needed is loaded now
        gc.freeze()
        gc.enable()
    return pipeline


class _Watch:
    """Tells where in a unit the worker is, and whether that place was given up."""

    def __init__(
        self, unit: int, given_up: Mapping[Place, str], tell: Callable[[Place], None]
    ) -> None:  # fmt: skip
        self._unit, self._given_up, self._tell = unit, given_up, tell

    def at(self, item: int, doing: str) -> str | None:
        """Return why the place was given up, ``None`` where it was not."""
        place = (self._unit, item, doing)
        if place in self._given_up:
            return self._given_up[place]
        self._tell(place)
        return None


def _results(pipeline: Pipeline, unit: Unit, settings: Settings, watch: _Watch) -> Iterator[Result]:
    items = _items(unit, settings)
    number = 0
    while True:
        if reason := watch.at(number, READING):
            yield _failed(unit, number, _given_up(unit.source, reason))
            return
        item = next(items, None)
        if item is None:
            return
        if isinstance(item, Article) and (reason := watch.at(number, ANALYSIS)):
            item = _given_up(item.source, reason)
        yield analysed(pipeline, item, unit, number)
        number += 1


def _items(unit: Unit, settings: Settings) -> Iterator[Article | ReadError]:
    if unit.item is not None:
        yield unit.item
        return
    assert unit.file is not None  # noqa: S101 - one of the two there is
    for item in read_input(unit.file, settings):
        # What was read must be what the key was made of. Its inode says nothing here: on another
        # machine a file may have another one.
        if unit.state is not None and state_of(Path(unit.file.path))[1:] != unit.state[1:]:
            yield half_written(unit.source)
            return
        yield item


def analysed(pipeline: Pipeline, item: Article | ReadError, unit: Unit, number: int) -> Result:
    """Return the raw rows of ``item``; whatever goes wrong with it ends as ``failed``."""
    if isinstance(item, ReadError):
        return _failed(unit, number, item)
    made, fingerprint = raw_rows(pipeline.read, item)
    return Result(unit.key, number, unit.attempt, made, fingerprint)


def _given_up(source: str, reason: str) -> ReadError:
    return ReadError(
        source,
        f"twice {reason} while it was read",
        "see what is special about it; --retry-failed tries it again",
    )


def _failed(unit: Unit, number: int, error: ReadError) -> Result:
    made = {"documents": [failed_row(error)]}
    return Result(unit.key, number, unit.attempt, made, again=error.passing)


def _status(result: Result) -> DocumentStatus:
    row = result.rows["documents"][0]
    error = row["error"]
    return DocumentStatus(
        str(row["source"]), str(row["status"]), None if error is None else str(error)
    )
