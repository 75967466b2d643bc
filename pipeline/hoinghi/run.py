"""From inputs to the tables in a folder."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa

from hoinghi.assembly import load
from hoinghi.collecting import DocumentStatus, collect
from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sinks import check_writable, write_csv, write_parquet
from hoinghi.sources import read_articles
from hoinghi.tables import FAILED


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did; ``seconds`` is wall time, ``out`` the folder of the tables."""

    articles: int
    meetings: int
    people: int
    directives: int
    failed: int
    seconds: float
    out: Path


def save(tables: dict[str, pa.Table], out: Path) -> None:
    """Write ``out/csv/*.csv`` and ``out/parquet/*.parquet``.

    Raises:
        OutputError: The folder cannot be written.
    """
    write_csv(tables, out / "csv")
    write_parquet(tables, out / "parquet")


def run(
    inputs: Sequence[str | Path],
    out: Path,
    *,
    settings: Settings = Settings(),  # noqa: B008 - frozen, so sharing it is safe
    stdin: BinaryIO | None = None,
    on_article: Callable[[DocumentStatus], None] | None = None,
) -> RunSummary:
    """Read ``inputs`` and write every table of the contract under ``out``.

    Args:
        inputs: Files, folders, globs, or ``-`` for standard input.
        out: Folder for ``csv/`` and ``parquet/``; made if need be, older tables are replaced.
        settings: Column names and limits.
        stdin: Where ``-`` reads from; ``None`` means the process's own standard input.
        on_article: Called after each article.

    Raises:
        UsageError: An input does not exist, or the gazetteer of the settings is wrong.
        ResourceError: The folder ``settings.model`` holds no trained model.
        OutputError: ``out`` cannot be written; said before anything is read.
    """
    started = time.perf_counter()
    check_writable(out)
    nlp = load(gazetteer=settings.gazetteer, model=settings.model)
    items = read_articles(inputs, settings=settings, stdin=stdin)
    tables = collect(_excluding(items, out), nlp=nlp, on_article=on_article)
    save(tables, out)
    return RunSummary(
        articles=tables["documents"].num_rows,
        meetings=tables["meetings"].num_rows,
        people=tables["people"].num_rows,
        directives=tables["directives"].num_rows,
        failed=tables["documents"]["status"].to_pylist().count(FAILED),
        seconds=time.perf_counter() - started,
        out=out,
    )


def _excluding(items: Iterable[Article | ReadError], out: Path) -> Iterator[Article | ReadError]:
    """Leave out tables of an earlier run, should ``out`` lie inside the folder that is read."""
    folder = os.path.realpath(out)
    for item in items:
        # Path.resolve raises on links in a circle, which are no more than a failed input.
        path = Path(os.path.realpath(item.source.partition("#")[0]))
        if not path.is_relative_to(folder):
            yield item
