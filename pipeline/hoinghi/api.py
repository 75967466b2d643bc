"""What notebooks call: anything that holds articles in, data frames out."""

from __future__ import annotations

import math
import os
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from hoinghi.collecting import collect
from hoinghi.corrections import refresh, save_corrected
from hoinghi.errors import ReadError, UsageError
from hoinghi.pipeline import open_pipeline
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sinks import read_parquet, write_csv, write_parquet
from hoinghi.sources import SAMPLE, are_months_first, article_of, read_articles, settle
from hoinghi.tables import SCHEMAS
from hoinghi.text import nfc

_WANTED = "give texts, paths, Articles or a pandas DataFrame"
Source = str | os.PathLike[str] | Article | pd.DataFrame


@dataclass(frozen=True, slots=True, repr=False)
class Tables:
    """The tables of ``docs/TABLES.md``, one data frame each, every column also when empty.

    Cells with several values hold lists; dates are ``datetime.date``; unknown values are missing.
    As text it tells the number of rows of each.
    """

    documents: pd.DataFrame
    mentions: pd.DataFrame
    meetings: pd.DataFrame
    people: pd.DataFrame
    positions: pd.DataFrame
    organizations: pd.DataFrame
    places: pd.DataFrame
    dates: pd.DataFrame
    directives: pd.DataFrame

    def __repr__(self) -> str:
        rows = (f"{field.name}: {len(getattr(self, field.name))}" for field in fields(self))
        return f"Tables({', '.join(rows)} rows)"

    @classmethod
    def from_arrow(cls, tables: dict[str, pa.Table]) -> Tables:
        """Return the data frames of Arrow tables that follow the contract."""
        return cls(**{name: tables[name].to_pandas() for name in SCHEMAS})

    def to_arrow(self) -> dict[str, pa.Table]:
        """Return the Arrow tables with the schemas of the contract."""
        return {
            field.name: pa.Table.from_pandas(
                getattr(self, field.name), schema=SCHEMAS[field.name], preserve_index=False
            )
            for field in fields(self)
        }

    def to_csv(self, folder: str | os.PathLike[str]) -> None:
        """Write ``folder/<table>.csv`` as spreadsheets like it (see ``docs/TABLES.md``).

        Raises:
            OutputError: The folder cannot be written.
        """
        write_csv(self.to_arrow(), Path(folder))

    def to_parquet(self, folder: str | os.PathLike[str]) -> None:
        """Write ``folder/<table>.parquet``.

        Raises:
            OutputError: The folder cannot be written.
        """
        write_parquet(self.to_arrow(), Path(folder))

    def save(self, out: str | os.PathLike[str]) -> None:
        """Write ``out/csv`` and ``out/parquet`` exactly as ``hoinghi extract`` does.

        Corrections that ``hoinghi review`` keeps in ``out`` are applied. Articles whose rows were
        read from there and not changed can still be given back what the machine had read.

        Raises:
            OutputError: The folder cannot be written.
            LockedError: A run writes to ``out`` now.
            CorrectionsError: The corrections cannot be read.
        """
        tables = self.to_arrow()
        save_corrected(lambda name: tables[name].to_batches(), Path(out))


def read_tables(out: str | os.PathLike[str]) -> Tables:
    """Return the tables that ``hoinghi extract`` or ``Tables.save`` wrote to ``out``.

    Corrections that ``hoinghi review`` keeps there are brought into the tables first.

    Args:
        out: The folder given as ``--out`` or to ``save``; its ``parquet`` is read.

    Raises:
        UsageError: ``out`` holds no tables of hoinghi.
        CorrectionsError: The corrections cannot be read.
        LockedError: There are new corrections, and a run writes to ``out`` now.
        OutputError: There are new corrections, and ``out`` cannot be written.
    """
    refresh(Path(out))
    columns = {name: schema.names for name, schema in SCHEMAS.items()}
    return Tables.from_arrow(read_parquet(Path(out) / "parquet", columns))


def extract(  # noqa: PLR0913 - keywords, of which most calls need none
    source: Source | Iterable[Source],
    *,
    text_column: str | None = None,
    title_column: str | None = None,
    date_column: str | None = None,
    url_column: str | None = None,
    published: date | None = None,
    gazetteer: str | os.PathLike[str] | None = None,
    model: str | os.PathLike[str] | None = None,
) -> Tables:
    """Read articles and return their tables.

    Args:
        source: A text, a path (``pathlib.Path``, or a string that names an existing file or
            folder), an ``Article``, a data frame with a row an article, or several of these.
        text_column: Name of the column with the text; the only one that a data frame or table
            file must have. Without it ``text``, else a usual name (``content``, ``Nội dung``
            ...), else the only column of long texts. The other three likewise: ``title``,
            ``published`` and ``url``, else usual names, else none.
        title_column: Column with the headline.
        date_column: Column with the day of publication; dates, timestamps, text, or seconds or
            milliseconds since 1970.
        url_column: Column with the address.
        published: Day of publication of texts given as plain strings.
        gazetteer: File of one's own bodies, titles and places (``docs/GAZETTEER.md``).
        model: Folder of a model that ``hoinghi train`` wrote; ``"none"`` for rules alone.

    Returns:
        The tables. Articles that cannot be read are in ``documents`` with their error.

    Raises:
        UsageError: A path does not exist, a column is missing, the type is unknown, or the
            gazetteer is wrong.
        ResourceError: ``model`` holds no trained model.
    """
    settings = Settings.load(
        text_column=text_column,
        title_column=title_column,
        date_column=date_column,
        url_column=url_column,
        gazetteer=None if gazetteer is None else os.fspath(gazetteer),
        model=None if model is None else os.fspath(model),
    )
    if isinstance(source, str | os.PathLike | Article | pd.DataFrame):
        source = [source]
    if not isinstance(source, Iterable):
        raise UsageError(f"cannot read a {type(source).__name__}: {_WANTED}")
    pipeline = open_pipeline(gazetteer=settings.gazetteer, model=settings.model)
    return Tables.from_arrow(collect(_items(source, settings, published), pipeline=pipeline))


def _items(
    sources: Iterable[Any], settings: Settings, published: date | None
) -> Iterator[Article | ReadError]:
    for number, source in enumerate(sources, 1):
        if isinstance(source, Article):
            yield source
        elif isinstance(source, pd.DataFrame):
            yield from _frame(source, settings)
        elif isinstance(source, os.PathLike):
            yield from read_articles([source], settings=settings)
        elif isinstance(source, str):
            if _is_path(source):
                yield from read_articles([source], settings=settings)
            else:
                yield _given(source, published, f"text#{number}", settings)
        else:
            raise UsageError(f"item {number} is a {type(source).__name__}: {_WANTED}")


def _given(
    text: str, published: date | None, source: str, settings: Settings
) -> Article | ReadError:
    try:
        article = article_of({settings.text_column: text}, source, settings)
    except ReadError as error:
        return error
    return replace(article, published=published)


def _is_path(text: str) -> bool:
    if "\n" in text or len(text) > 1_000 or "\0" in text:
        return False
    try:
        return Path(text).exists()
    except OSError:  # a text can be too long for a file name
        return False


def _frame(frame: pd.DataFrame, settings: Settings) -> Iterator[Article | ReadError]:
    names = [nfc(str(column)) for column in frame.columns]
    head = [_row(row) for row in frame.head(SAMPLE).to_dict("records")]
    try:
        settings = settle(names, head, "the data frame", settings)
    except ReadError as error:
        raise UsageError(f"{error.source}: {error.problem}; name it with text_column=") from error
    month_first = are_months_first(head, settings)
    for label, row in zip(frame.index, frame.to_dict("records"), strict=True):
        try:
            yield article_of(_row(row), f"frame#{label}", settings, month_first=month_first)
        except ReadError as error:
            yield error


def _row(row: Mapping[Hashable, object]) -> dict[str, object]:
    """Return a row of a data frame as a table file would hold it: nothing for missing values."""
    return {nfc(str(name)): None if _is_missing(cell) else cell for name, cell in row.items()}


def _is_missing(cell: object) -> bool:
    nothing = cell is None or cell is pd.NA or cell is pd.NaT
    return nothing or (isinstance(cell, float) and math.isnan(cell))
