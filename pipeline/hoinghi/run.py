"""From articles to tables: read each, turn it into rows, link the rows, write the tables."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
from spacy.language import Language

from hoinghi.assembly import load, read
from hoinghi.errors import ReadError
from hoinghi.linking import link, relink
from hoinghi.linking.reposts import find_reposts, signature, without_reposts
from hoinghi.records import Article, Reading
from hoinghi.settings import Settings
from hoinghi.sinks import check_writable, write_csv, write_parquet
from hoinghi.sources import read_articles
from hoinghi.tables import DUPLICATE, FAILED, SCHEMAS, Row, arrow, document_id, failed_row, rows


@dataclass(frozen=True, slots=True)
class DocumentStatus:
    """What became of one input: its ``source``, the ``status`` of ``documents``, the error."""

    source: str
    status: str
    error: str | None = None


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


@dataclass(slots=True)
class Collector:
    """Gathers rows article by article; an article read twice counts once.

    ``signatures`` are those of the articles that were read, by which re-posts are found.
    """

    tables: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in SCHEMAS})
    signatures: dict[str, bytes] = field(default_factory=dict)
    _copies: dict[str, int] = field(default_factory=dict)
    _undated: set[str] = field(default_factory=set)

    def add(self, nlp: Language, item: Article | ReadError) -> DocumentStatus:
        """Read ``item`` and keep its rows; whatever goes wrong with it ends as ``failed``."""
        if isinstance(item, Article):
            try:
                return self._keep(self._rows(nlp, item))
            except Exception as error:  # noqa: BLE001 - one article must never end the run
                problem = f"could not be analysed ({type(error).__name__}: {error})"
                item = ReadError(item.source, problem, "please report it with the article")
        row = failed_row(item)
        row["document_id"] = self._take(str(row["document_id"]))
        return self._keep({"documents": [row]})

    def arrow(self) -> dict[str, pa.Table]:
        """Return every table of the contract in Arrow, empty ones with their columns."""
        return arrow(self.tables)

    def _rows(self, nlp: Language, article: Article) -> dict[str, list[Row]]:
        key = own = document_id(article)
        if key in self._copies:
            # A copy that alone knows its day is read, too: then it becomes the original.
            dated = article.published is not None and key in self._undated
            if not dated or not self.signatures[key]:
                return rows(Reading(article), self._take(key), status=DUPLICATE, duplicate_of=key)
            self._undated.discard(key)
            own = f"{key}-{self._copies[key] + 1}"
        reading = read(nlp, article)
        made, fingerprint = rows(reading, own), signature(reading.body)
        self._take(key)  # only now: an article that broke a stage is no original of others
        self.signatures[own] = fingerprint
        if reading.article.published is None:
            self._undated.add(key)
        return made

    def _take(self, key: str) -> str:
        """Return ``key`` for its first document, then ``key-2``, ``key-3`` ..."""
        count = self._copies[key] = self._copies.get(key, 0) + 1
        return key if count == 1 else f"{key}-{count}"

    def _keep(self, made: dict[str, list[Row]]) -> DocumentStatus:
        for name, new in made.items():
            self.tables[name].extend(new)
        row = made["documents"][0]
        error = row["error"]
        return DocumentStatus(
            str(row["source"]), str(row["status"]), None if error is None else str(error)
        )


def collect(
    items: Iterable[Article | ReadError],
    *,
    nlp: Language | None = None,
    on_article: Callable[[DocumentStatus], None] | None = None,
) -> dict[str, pa.Table]:
    """Return the tables of ``items``, in their order, with ids that hold across articles.

    Args:
        items: Articles, and errors of those that could not be read.
        nlp: The pipeline; ``None`` loads it.
        on_article: Called after each item.
    """
    nlp = nlp or load()
    collector = Collector()
    for item in items:
        status = collector.add(nlp, item)
        if on_article is not None:
            on_article(status)
    tables = collector.arrow()
    tables = without_reposts(tables, find_reposts(tables, collector.signatures))
    return relink(tables, link(tables))


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
