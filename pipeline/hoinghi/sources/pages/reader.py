"""HTML pages: the article without the site around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.content import read_all, too_long, usable
from hoinghi.sources.pages.addresses import addresses, named_host, saved_from
from hoinghi.sources.pages.authors import author
from hoinghi.sources.pages.barriers import refuse
from hoinghi.sources.pages.body import body_of, container_of, whole
from hoinghi.sources.pages.days import published
from hoinghi.sources.pages.decoding import decoded
from hoinghi.sources.pages.frame import frame_of
from hoinghi.sources.pages.headline import headline, raw_title
from hoinghi.sources.pages.linked_data import told
from hoinghi.sources.pages.listing import is_listing
from hoinghi.sources.pages.owners import owner
from hoinghi.sources.pages.tree import Page
from hoinghi.sources.table_rows import address_in, host

# Pages are mostly markup.
MOST_BYTES = 20_000_000
_MOST_TAGS = 150_000
# A page shows more than its article; so much more it never does.
_TIMES_TOO_LONG = 3
# Below this many characters the page may hold its article as data alone.
_SHORT = 250


def read_page(stream: BinaryIO, source: str, settings: Settings) -> Iterator[Article | ReadError]:
    """Yield the one article of a page: headline first, paragraphs apart, a line per table row.

    Raises:
        ReadError: The page is empty, damaged, holds no article or several.
    """
    html = decoded(read_all(stream, source, limit=MOST_BYTES), source)
    yield read_page_text(html, source, settings, url=address_in(source))


def read_page_text(
    html: str, source: str, settings: Settings, *, url: str | None = None
) -> Article:
    """Return the one article of a page; its day is only what the page declares.

    Args:
        html: The page.
        source: What the article goes by.
        settings: Greatest length of an article.
        url: The page's own address where it is known apart from the page.

    Raises:
        ReadError: The page holds no article or several.
    """
    page = _page(html, source, settings, url)
    container = container_of(page)
    title, shown = headline(page, container)
    if is_listing(page, container):
        raise ReadError(
            source,
            "the page is a list of articles, not one article",
            "save the pages of the articles themselves",
        )
    text = body_of(page, container, shown)
    refuse(title, text, source)
    if len(text) < _SHORT:
        text = max(text, told(page), key=len)
    if not text:
        raise ReadError(
            source,
            "no article text was found in the page",
            "save the page of one article, or copy its text into a .txt file",
        )
    body = whole(text, title)
    own, frame = addresses(page, title), frame_of(page, container, shown)
    return Article(
        text=usable(body.text, source, settings),
        title=title,
        published=published(page, frame, body, title, own),
        source=source,
        site=next((host(one) for one in own), None) or named_host(page),
        owner=owner(page, raw_title(page)),
        author=author(page, frame, body, title),
    )


def _page(html: str, source: str, settings: Settings, url: str | None) -> Page:
    """Return the page as a tree, unless it is larger than one with an article can be."""
    if html.count("<") > _MOST_TAGS:
        raise ReadError(
            source,
            f"the page has more than {_MOST_TAGS:,} tags, which no article has",
            "save the page of one article",
        )
    page = Page(html, url or saved_from(html))
    if page.length > _TIMES_TOO_LONG * settings.max_characters:
        raise too_long(source, f"{page.length:,} characters")
    return page
