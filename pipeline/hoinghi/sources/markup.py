"""HTML as text: blocks apart, a line per table row; the same for whole pages and for fragments.

Every walk is a loop, never a recursion, and ``parse`` bounds what the parser has to do, so that
hostile markup (100,000 nested tags) costs no more than any other.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hoinghi.sources.nesting import tame
from hoinghi.text import nfc

CELLS = " | "
_BLOCK, _LINE, _SPACE = "\n\n", "\n", " "
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend main menu nav ol "
    "p pre section summary table tbody tfoot thead ul".split()
)
_ITEMS = frozenset({"li", "tr"})
# What is no text of the page; a <form> is not among them, for .aspx pages are one form.
SILENT = frozenset(
    "script style noscript template iframe object embed applet svg math canvas audio video select "
    "datalist button textarea input head title map frameset -comment".split()
)
_BREAKS = frozenset({_BLOCK, _LINE})
_BLANKS = re.compile(r"[^\S\n]+")
_WHITE = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060\ufeff\u00ad\x00-\x08\x0b-\x1f]")
_GAPS = re.compile(r"\n{3,}")
# A row of a table that only lays out the page holds running text, not cells.
_PARAGRAPH, _LONGEST_CELL = 140, 2000
_MOST_CELLS = 500
_LOOK = 50_000
_TAG = re.compile(
    r"</?(?:p|div|span|br|b|i|u|a|em|strong|font|img|ul|ol|li|table|tbody|tr|td|th|h[1-6]|html|body"
    r"|center|pre|figure|section|article|blockquote)(?:\s[^<>]{0,1000})?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,6});", re.IGNORECASE)
_ENOUGH = 3


def looks_like_html(text: str) -> bool:
    """Tell whether ``text`` (the cell of a table, a field of a feed) is markup, not plain text.

    It is where a tag is closed or breaks a line, or where letters are written as entities.
    """
    head = text[:_LOOK]
    if "<" in head:
        tags = [match[0].lower() for match in _TAG.finditer(head)]
        if len(tags) > 1 or any(tag.startswith(("<br", "<p", "<img")) for tag in tags):
            return True
    return sum(1 for _ in _ENTITY.finditer(head)) >= _ENOUGH


def text_of_fragment(html: str) -> str:
    """Return all the text of a piece of HTML in NFC, nothing left out as furniture.

    Args:
        html: Markup without the page around it, such as the cell of an export. Text without
            any tag keeps its lines, only its entities are read.
    """
    if not _TAG.search(html):
        return tidy(unescape(html))
    body = parse(html).body
    return "" if body is None else text_of(body)


def parse(html: str) -> LexborHTMLParser:
    """Return the tree of ``html``, built in linear time whatever the markup."""
    return LexborHTMLParser(tame(html.replace("\0", "")))


def text_of(node: LexborNode, skipped: Collection[int] = ()) -> str:
    """Return the text below ``node`` in NFC: blocks between blank lines, rows and items on lines.

    Args:
        node: Element to read.
        skipped: ``mem_id`` of the elements to leave out with all that is in them.
    """
    writer = _Writer()
    for element, entered in walk(node, skipped):
        if not entered:
            writer.leave(element.tag or "")
        elif element.is_text_node:
            writer.text(element.text_content or "")
        else:
            writer.enter(element.tag or "")
    return tidy("".join(writer.parts))


def tidy(text: str) -> str:
    """Return ``text`` in NFC without invisible letters, odd blanks and more than one empty line."""
    text = _INVISIBLE.sub("", nfc(text).replace("\r\n", "\n").replace("\r", "\n"))
    lines = (line.strip() for line in _BLANKS.sub(_SPACE, text).split("\n"))
    return _GAPS.sub(_BLOCK, "\n".join(lines)).strip()


def walk(top: LexborNode, skipped: Collection[int]) -> Iterator[tuple[LexborNode, bool]]:
    """Yield what is below ``top``: each node as it begins (True), each element as it ends."""
    open_nodes: list[LexborNode] = []
    node = top.child
    while node is not None or open_nodes:
        if node is None:
            node = open_nodes.pop()
            yield node, False
            node = node.next
            continue
        if node.is_text_node:
            if node.mem_id not in skipped:
                yield node, True
            node = node.next
        elif node.tag in SILENT or node.mem_id in skipped:
            node = node.next
        else:
            yield node, True
            open_nodes.append(node)
            node = node.child


class _Writer:
    """Collects text and breaks, and joins the cells of a row when the row ends."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._rows: list[_Row] = []
        self._verbatim = 0
        self._fresh = True  # nothing but breaks and blanks since the last break

    def text(self, text: str) -> None:
        self._fresh = self._fresh and not text.strip()
        self.parts.append(text if self._verbatim else _WHITE.sub(_SPACE, text))

    def enter(self, tag: str) -> None:
        if tag == "table" and self._rows:
            self._rows[-1].layout = True
        if tag in {"td", "th"}:
            if self._rows:
                self._rows[-1].cells.append(len(self.parts))
            self.parts.append(_LINE)
        else:
            self._break(tag)
        if tag == "tr":
            self._rows.append(_Row())
        self._verbatim += tag == "pre"

    def leave(self, tag: str) -> None:
        self._verbatim -= tag == "pre"
        if tag == "tr" and self._rows:
            joined = self._rows.pop().close(self.parts)
            self._fresh = self._fresh and not joined
        if tag != "br":
            self._break(tag)

    def _break(self, tag: str) -> None:
        if tag in BLOCKS:
            self.parts.append(_BLOCK)
        elif tag == "br" or (tag in _ITEMS and not self._fresh):
            self.parts.append(_LINE)
        else:
            return
        self._fresh = True


class _Row:
    """Where the cells of a row begin among the parts, and whether it only lays out the page."""

    def __init__(self) -> None:
        self.cells: list[int] = []
        self.layout = False

    def close(self, parts: list[str]) -> bool:
        """Bring the row's cells to one line, unless it holds running text or a single cell."""
        if self.layout or not 2 <= len(self.cells) <= _MOST_CELLS:
            return False
        filled = []
        for start, end in zip(self.cells, [*self.cells[1:], len(parts)], strict=True):
            texts = [part for part in parts[start:end] if part.strip()]
            if _is_running(parts[start:end]):
                return False
            if texts:
                filled.append(start)
        if len(filled) < 2:
            return False
        for at in range(self.cells[0], len(parts)):
            if parts[at] in _BREAKS:
                parts[at] = _SPACE
            elif "\n" in parts[at]:
                parts[at] = _WHITE.sub(_SPACE, parts[at])
        for start in filled[1:]:
            parts[start] = CELLS
        return True


def _is_running(parts: list[str]) -> bool:
    """Tell whether a cell holds several paragraphs, or more than any cell of a table of data."""
    paragraphs = [one for one in "".join(parts).split("\n") if len(one.strip()) >= _PARAGRAPH]
    return len(paragraphs) > 1 or sum(map(len, paragraphs)) > _LONGEST_CELL
