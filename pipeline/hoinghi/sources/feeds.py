"""RSS, Atom and the exports of WordPress: an article for each entry."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any, BinaryIO

import feedparser

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.content import read_all, usable
from hoinghi.sources.feed_text import feed_text, whole_entries
from hoinghi.sources.markup import looks_like_html, text_of_fragment
from hoinghi.sources.pages.authors import person
from hoinghi.sources.published import day_of, parse_published
from hoinghi.sources.table_rows import host
from hoinghi.text import fold, nfc, squeeze

_MAX_BYTES = 100_000_000
# Kinds of entries of WordPress that are articles; others are pictures, menus, styles.
_ARTICLES = frozenset({"post", "page"})
_RFC_822 = re.compile(r"(?:\w{3}, )?\d{1,2} [A-Z][a-z]{2} (?:19|20)\d\d \d\d:\d\d.{0,40}")
# How a portal names itself; other feeds are named after their subject.
_OWNER = re.compile(r"(?:cổng|trang) thông tin|(?:ủy ban|ubnd|mttq) ")
_IN_BRACKETS = re.compile(r"[^\s()@]{1,100}@[^\s()@]{1,100} \(([^()]{1,100})\)")
_SHORTCODE = re.compile(r"\[/?(?:caption|gallery|embed|video|audio|playlist)\b[^\[\]]{0,2000}\]")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_PARAGRAPH = re.compile(r"<(?:p|div|table|ul|ol)\b", re.IGNORECASE)


def read_feed(stream: BinaryIO, source: str, settings: Settings) -> Iterator[Article | ReadError]:
    """Yield an article for each entry: its content, else its summary, else its title.

    Of a WordPress export only published posts and pages are read. A feed that breaks off gives
    its whole entries and then the error.

    Raises:
        ReadError: It is no feed, too large, declares entities, breaks off or has no entry.
    """
    text = feed_text(read_all(stream, source, limit=_MAX_BYTES), source)
    whole = whole_entries(text)
    feed = feedparser.parse(
        io.BytesIO(text.encode()), sanitize_html=False, resolve_relative_uris=False
    )
    entries = [entry for entry in feed.entries[:whole] if _is_article(entry)]
    for number, entry in enumerate(entries, start=1):
        try:
            yield _article(entry, feed.feed, f"{source}#{number}", settings)
        except ReadError as error:
            yield error
    if whole is not None:
        raise ReadError(
            source, f"it breaks off after entry {whole}", "download or export it again as a whole"
        )
    if not entries:
        raise ReadError(source, "there is no article in the feed", "check that the export worked")


def _is_article(entry: Any) -> bool:
    kind, status = entry.get("wp_post_type"), entry.get("wp_status")
    return kind is None or (kind in _ARTICLES and status in {None, "publish"})


def _article(entry: Any, feed: Any, source: str, settings: Settings) -> Article:
    title = _line(entry.get("title"))
    bodies = (one.get("value") for one in entry.get("content", ()))
    body = next((body for body in bodies if body and body.strip()), None)
    text = _readable(body or entry.get("summary") or "") or title
    owner = _line(feed.get("title"))
    return Article(
        text=usable(text, source, settings),
        title=title or None,
        published=_day(entry),
        source=source,
        site=host(entry.get("link") or "") or host(feed.get("link") or ""),
        owner=owner if _OWNER.match(fold(owner)) else None,
        author=_author(_line(entry.get("author"))),
    )


def _readable(body: str) -> str:
    """Return the text of a body: markup, plain text, or what WordPress keeps of a post."""
    body = _SHORTCODE.sub("", body).strip()
    if not looks_like_html(body):
        return unescape(body)
    if not _PARAGRAPH.search(body):
        # An empty line is a paragraph there, and each line a line.
        lines = _BLANK_LINE.sub("</p><p>", body.replace("\r\n", "\n")).replace("\n", "<br>")
        body = f"<p>{lines}</p>"
    return text_of_fragment(body)


def _line(value: str | None) -> str:
    value = value or ""
    return squeeze(nfc(text_of_fragment(value) if looks_like_html(value) else unescape(value)))


def _day(entry: Any) -> date | None:
    """Return the day in Vietnam; of feeds without one that of ``dc:date``, never a last change."""
    written = squeeze(entry.get("published") or "")
    if not written and "id" not in entry:
        written = squeeze(dict(entry).get("updated") or "")
    if _RFC_822.fullmatch(written):
        try:
            return day_of(parsedate_to_datetime(written))
        except ValueError:
            return None
    return parse_published(written)


def _author(name: str) -> str | None:
    """Return the person who signs; feeds write ``a@b.vn (Lê Thị Sen)``."""
    bracketed = _IN_BRACKETS.fullmatch(name)
    return person(bracketed[1] if bracketed else name)
