"""HTML pages: the article without the site around it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

import trafilatura

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources import page_facts
from hoinghi.sources.content import decode, read_all, usable
from hoinghi.sources.encodings import damage, first_wrong, repair
from hoinghi.sources.page_facts import Element
from hoinghi.text import fold, nfc, squeeze

# Pages are mostly markup; trafilatura itself refuses more than this.
_MAX_BYTES = 20_000_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_HEAD = 4096
_REFERENCE = r"&(?:#\d{1,4}|#[xX][0-9a-fA-F]{1,4}|[A-Za-z]{2,8});"
_ENTITY, _ENTITY_BYTES = re.compile(_REFERENCE), re.compile(_REFERENCE.encode())
_FIRST_LINES = 6
_SLACK = 40
_BLOCKS = {"p", "head", "quote", "code", "list", "table", "div", "main", "body"}
_LINES = {"item", "row", "lb"}
_CELLS = " | "


def read_page(stream: BinaryIO, source: str, settings: Settings) -> Iterator[Article | ReadError]:
    """Yield the one article of a page: headline first, paragraphs apart, a line per table row.

    Its day is only what the page declares (see ``page_facts``).

    Raises:
        ReadError: The page is empty, damaged, or holds no article.
    """
    page = _decoded(read_all(stream, source, limit=_MAX_BYTES), source)
    tree: Element = trafilatura.load_html(page)
    if tree is None:
        raise _no_article(source)
    # Facts first: reading the body changes the tree.
    title = page_facts.headline(tree)
    published = page_facts.published(tree)
    site = page_facts.site(tree)
    summary = page_facts.summary(tree)
    body = nfc(_body(tree))
    if not body:
        raise _no_article(source)
    text = usable(_whole(body, title, summary), source, settings)
    yield Article(text=text, title=title, published=published, source=source, site=site)


def _no_article(source: str) -> ReadError:
    return ReadError(
        source,
        "no article text was found in the page",
        "save the page of one article, or copy its text into a .txt file",
    )


def _decoded(data: bytes, source: str) -> str:
    """Return the page as text, old encodings in it converted.

    Letters that are written as ``&eacute;`` are the letters of a font like the others, so both
    are looked at together.
    """
    declared = _CHARSET.search(data[:_HEAD])
    name = declared[1].decode("ascii") if declared else None
    if first_wrong(data) < len(data) and not damage(data):  # 8-bit: an entity is a byte as well
        letters = _ENTITY_BYTES.sub(
            lambda entity: _letter(entity[0].decode("ascii")).encode("latin-1"), data
        )
        return decode(letters, source, name)
    page = decode(data, source, name)
    resolved = _ENTITY.sub(lambda entity: _letter(entity[0]), page)
    repaired = repair(resolved)
    return page if repaired == resolved else repaired


def _letter(entity: str) -> str:
    """Return the letter of ``entity`` if Windows-1252 has it beyond ASCII, but no blank."""
    letter = html.unescape(entity)
    return letter if "\xa0" < letter <= "\xff" else entity


def _body(tree: Element) -> str:
    """Return the article's text as trafilatura finds it, captions kept."""
    _free_captions(tree)
    document = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True)
    body: Element = getattr(document, "body", None)
    if body is None:
        return ""
    parts: list[str] = []
    _write(body, parts)
    lines = [" ".join(line.split()) for line in "".join(parts).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _free_captions(tree: Element) -> None:
    """Turn captions into paragraphs, which trafilatura keeps, in place of their pictures."""
    for caption in tree.xpath("//figure//figcaption | //*[contains(@class, 'wp-caption-text')]"):
        caption.tag = "p"
        caption.attrib.clear()
        figures = caption.xpath("ancestor::figure")
        for figure in figures[:1]:
            figure.tag = "div"
            figure.attrib.clear()


def _write(element: Element, parts: list[str]) -> None:
    """Append the text below ``element``: blocks between blank lines, rows and items on lines."""
    block = element.tag in _BLOCKS
    parts.append("\n\n" if block else "\n" if element.tag in _LINES else "")
    if element.tag == "row":
        cells = (" ".join("".join(cell.itertext()).split()) for cell in element)
        parts.append(_CELLS.join(filter(None, cells)))
    else:
        parts.append(element.text or "")
        for child in element:
            _write(child, parts)
    if block:
        parts.append("\n\n")
    parts.append(element.tail or "")


def _whole(body: str, title: str | None, summary: str | None) -> str:
    """Return ``body`` below its headline and summary, where it does not begin with them."""
    lines = body.split("\n", _FIRST_LINES)[:_FIRST_LINES]
    missing = [part for part in (title, summary) if part and not _opens(lines, part)]
    return "\n\n".join([*missing, body])


def _opens(lines: Sequence[str], part: str) -> bool:
    """Tell whether one of ``lines`` is ``part``, give or take a little at its end."""
    key = fold(part)
    return any(
        fold(squeeze(line)).startswith(key) and len(line) <= len(part) + _SLACK for line in lines
    )
