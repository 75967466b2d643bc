"""WARC files: the pages and documents that a crawler kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.sources.bounds import damaged, unpacked

_KINDS = {"response", "resource", "conversion"}
# Types of content that hold articles; a crawl is full of others, which are no loss.
_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}
_ROBOTS = "/robots.txt"


def read_warc(
    stream: BinaryIO,
    source: str,
    member: Callable[[BinaryIO, str, str], Iterator[Article | ReadError]],
) -> Iterator[Article | ReadError]:
    """Yield the articles of every page and document that was fetched without error.

    Args:
        stream: The unpacked WARC (or ARC) file.
        source: What it goes by; a record goes by ``source#address``.
        member: Reads a record's content.

    Raises:
        ReadError: It holds no page, is damaged, or no WARC.
    """
    found = False
    for record in _records(stream, source):
        kind = _kind(record)
        if kind is None:
            continue
        found = True
        address = record.rec_headers.get_header("WARC-Target-URI") or ""
        at = f"{source}#{address}"
        content = unpacked(record.content_stream(), partial(int, record.length or 0), at)
        yield from member(content, f"record{kind}", at)
    if not found:
        raise ReadError(source, "there is no page in it", "look at what was crawled")


def _records(stream: BinaryIO, source: str) -> Iterator[Any]:
    """Yield the records, and name what the library trips over where one is broken."""
    records = iter(ArchiveIterator(stream, arc2warc=True))
    while True:
        try:
            record = next(records, None)
        except (ArchiveLoadFailed, AttributeError, LookupError, TypeError, ValueError) as error:
            raise damaged(source, error) from error
        if record is None:
            return
        yield record


def _kind(record: Any) -> str | None:
    """Return the extension for a record that may hold an article."""
    if record.rec_type not in _KINDS:
        return None
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != "200":
        return None
    declared = (headers or record.rec_headers).get_header("Content-Type") or ""
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    if address.endswith(_ROBOTS):
        return None
    return _TYPES.get(declared.partition(";")[0].strip().lower())
