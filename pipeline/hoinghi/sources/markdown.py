"""Markdown: notes and pages of static sites, read as text without its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

import lxml.html
from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.token import Token

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.content import BYTES_PER_CHARACTER, decode, read_all, usable
from hoinghi.sources.pages.authors import person
from hoinghi.sources.published import parse_published
from hoinghi.sources.table_rows import host
from hoinghi.text import squeeze

# Lines of YAML between "---", or of TOML between "+++" as Hugo writes them.
_FRONT = re.compile(
    r"(?:---[ \t]*\n(?P<yaml>(?:(?!---|\.\.\.)[^\n]*\n){0,200})(?:---|\.\.\.)"
    r"|\+\+\+[ \t]*\n(?P<toml>(?:(?!\+\+\+)[^\n]*\n){0,200})\+\+\+)[ \t]*(?:\n|\Z)"
)
_FIELD = re.compile(r"([A-Za-z_-]{1,40})[ \t]*(?::[ \t]+|=[ \t]*)([^\n]{1,2000})")
# What such fields are called by Hugo, Jekyll, Hexo, Obsidian and web clippers.
_DAYS = ("date", "published", "publishdate", "pubdate")
_ADDRESSES = ("url", "source", "canonical", "canonical_url", "link")
_AUTHORS = ("author", "authors", "byline")
_BLOCKS = frozenset("heading paragraph blockquote bullet_list ordered_list table".split())
_VERBATIM = frozenset({"fence", "code_block", "html_block"})
_CELL = " | "
# A name of a file or a word or two ("image", "ảnh 1") describes nothing.
_CAPTION_WORDS = 3
_HTML_LINES = frozenset("p div li tr br h1 h2 h3 h4 h5 h6 table ul ol blockquote".split())
_HTML_PASSED = frozenset("script style template".split())
_TAG_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_MARKDOWN = MarkdownIt("commonmark").enable("table")


def read_markdown(
    stream: BinaryIO, source: str, settings: Settings
) -> Iterator[Article | ReadError]:
    """Yield the one article of a Markdown file.

    Its title is that of the front matter or its first heading of level 1, which stays in the
    text; day, author and site come from the front matter alone.

    Raises:
        ReadError: It is empty, too long or no text.
    """
    data = read_all(stream, source, limit=settings.max_characters * BYTES_PER_CHARACTER + 4)
    whole = decode(data, source).replace("\r\n", "\n").replace("\r", "\n")
    facts, body = _front_matter(usable(whole, source, settings))
    headline, text = _read(body)
    title = facts.get("title") or headline
    if title and squeeze(title) not in squeeze(text[: 3 * len(title)]):
        text = f"{title}\n\n{text}"
    yield Article(
        text=usable(text, source, settings),
        title=title,
        published=parse_published(_first(facts, _DAYS) or ""),
        source=source,
        site=host(_first(facts, _ADDRESSES) or ""),
        author=person(_first(facts, _AUTHORS) or ""),
    )


def _first(facts: Mapping[str, str], names: Sequence[str]) -> str | None:
    return next((facts[name] for name in names if name in facts), None)


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the ``key: value`` lines of the front matter of ``text``, and the rest.

    Only plain values are read: no lists, no blocks. The first value of a key counts.
    """
    found = _FRONT.match(text)
    facts: dict[str, str] = {}
    if found is None:
        return facts, text
    for line in (found["yaml"] or found["toml"] or "").split("\n"):
        if field := _FIELD.fullmatch(line):
            value = field[2].strip()
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1].strip()
            if value and value[0] not in "[{|>&*!":
                facts.setdefault(field[1].lower(), squeeze(value))
    return facts, text[found.end() :]


def _read(body: str) -> tuple[str | None, str]:
    """Return the first heading of level 1 and the whole text of ``body``."""
    parts: list[str] = []
    row: list[str] | None = None
    headline: str | None = None
    heading = marked = False  # a heading, a mark of a list waits for its text
    for token in _MARKDOWN.parse(body):
        block = token.type.rpartition("_")[0]
        if block in _BLOCKS and not token.hidden and not _inner(token, marked=marked):
            parts.append("\n\n")
        if token.type == "list_item_open":
            parts.append(f"\n{token.info}{token.markup} ")
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            parts += ["\n", _CELL.join(filter(None, row))]
            row = None
        elif token.type in _VERBATIM:
            plain = token.type != "html_block"
            parts += ["\n\n", token.content if plain else _without_tags(token.content), "\n\n"]
        elif token.type == "inline":
            text = _inline(token.children or ())
            (parts if row is None else row).append(text)
            headline = headline or (squeeze(text) if heading else None) or None
        heading = token.type == "heading_open" and token.tag == "h1"
        marked = token.type == "list_item_open" or (marked and token.type == "paragraph_open")
    text = "\n".join(line.strip() for line in "".join(parts).split("\n"))
    return headline, re.sub(r"\n{3,}", "\n\n", text).strip()


def _inner(token: Token, *, marked: bool) -> bool:
    """Tell whether a block stands apart from nothing: behind a list's mark, a list in a list."""
    return (marked and token.tag == "p") or (token.tag in {"ul", "ol"} and token.level > 0)


def _inline(tokens: Sequence[Token]) -> str:
    """Return the text of a line of Markdown; breaks stay, for many notes mean them."""
    parts: list[str] = []
    for token in tokens:
        if token.type in {"text", "code_inline"}:
            parts.append(token.content)
        elif token.type in {"softbreak", "hardbreak"} or _TAG_BREAK.match(token.content):
            parts.append("\n")
        elif token.type == "image":
            caption = str(token.attrs.get("title") or token.content)
            parts.append(caption if len(caption.split()) >= _CAPTION_WORDS else "")
    return "".join(parts)


def _without_tags(html: str) -> str:
    """Return the text of a block of HTML, a line for each of its blocks."""
    parts: list[str] = []
    try:
        root = lxml.html.fragment_fromstring(html, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if element.tag in _HTML_LINES:
            parts.append("\n")
        if event != "start":
            parts.append(element.tail or "")
        elif element.tag not in _HTML_PASSED:
            parts.append(element.text or "")
    return "".join(parts)
