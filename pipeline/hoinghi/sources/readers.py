"""The reader of each kind of file, imported when the first file of its kind comes.

Their libraries take a second together, which one article of plain text must not cost.
"""

# ruff: noqa: PLC0415 - imports are made where needed, see above

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.kinds import PAGES
from hoinghi.sources.plain import read_text

Items = Iterator[Article | ReadError]
Reader = Callable[[BinaryIO, str, Settings], Items]


def _markdown(stream: BinaryIO, source: str, settings: Settings) -> Items:
    from hoinghi.sources.markdown import read_markdown

    return read_markdown(stream, source, settings)


def _page(stream: BinaryIO, source: str, settings: Settings) -> Items:
    from hoinghi.sources.pages import read_page

    return read_page(stream, source, settings)


def _mhtml(stream: BinaryIO, source: str, settings: Settings) -> Items:
    from hoinghi.sources.pages import read_mhtml

    return read_mhtml(stream, source, settings)


def _word(stream: BinaryIO, source: str, settings: Settings) -> Items:
    from hoinghi.sources.word import read_word

    return read_word(stream, source, settings)


def _pdf(stream: BinaryIO, source: str, settings: Settings) -> Items:
    from hoinghi.sources.pdf import read_pdf

    return read_pdf(stream, source, settings)


def _json(stream: BinaryIO, source: str, settings: Settings) -> Items:
    from hoinghi.sources.json_rows import read_json

    return read_json(stream, source, settings)


def _csv(stream: BinaryIO, source: str, settings: Settings) -> Items:
    from hoinghi.sources.csv_rows import read_csv

    return read_csv(stream, source, settings)


def _workbook(stream: BinaryIO, source: str, settings: Settings) -> Items:
    from hoinghi.sources.workbooks import read_workbook

    return read_workbook(stream, source, settings)


def _parquet(stream: BinaryIO, source: str, settings: Settings) -> Items:
    from hoinghi.sources.parquet_rows import read_parquet

    return read_parquet(stream, source, settings)


def _feed(stream: BinaryIO, source: str, settings: Settings) -> Items:
    from hoinghi.sources.feeds import read_feed

    return read_feed(stream, source, settings)


def read_crawl(
    stream: BinaryIO, source: str, member: Callable[[BinaryIO, str, str], Items]
) -> Items:
    """Yield the articles of a WARC file; see ``read_warc``."""
    from hoinghi.sources.warc import read_warc

    return read_warc(stream, source, member)


READERS: Mapping[str, Reader] = {
    ".txt": read_text,
    **dict.fromkeys((".md", ".markdown"), _markdown),
    **dict.fromkeys(PAGES, _page),
    **dict.fromkeys((".mhtml", ".mht"), _mhtml),
    **dict.fromkeys((".docx", ".docm"), _word),
    ".pdf": _pdf,
    **dict.fromkeys((".jsonl", ".ndjson", ".json"), _json),
    **dict.fromkeys((".csv", ".tsv"), _csv),
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"), _workbook),
    ".parquet": _parquet,
    **dict.fromkeys((".rss", ".atom", ".xml"), _feed),
}
