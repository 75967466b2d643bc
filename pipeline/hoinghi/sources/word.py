"""Word documents (.docx, .docm): the text of the body as one reads it.

Paragraphs stand apart; a row of a table is a line; lists keep their numbers; what was deleted,
moved away or hidden is left out, and so are headers and footers. The day that a file gives for
itself is that of the file, so ``published`` stays unknown.

The walk through the XML is our own: docx2python 3.7 drops hyphens that may not break
(``59/2023/NĐ-CP``), writes moved text and text boxes twice, numbers every list ``1)`` and fails
on files without a namespace for links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from lxml import etree

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.content import usable
from hoinghi.sources.documents import confirmed_title, whole_file
from hoinghi.sources.word_lists import Lists, read_lists
from hoinghi.sources.word_package import Element, WordPackage

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
# Text that is gone, stands elsewhere, or is no text: not gone into.
_PASSED = frozenset(
    "del moveFrom delText instrText delInstrText fldData Fallback pPr rPr tblPr sectPr sdtPr"
    " rt docPr".split()
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_OFF = frozenset({"0", "false", "off"})
_TABS = re.compile(r"[ \t]*\t[ \t]*")
# The rows of a letterhead or of signatures are read cell by cell, those of longer tables not.
_LETTERHEAD_ROWS, _PROSE = 3, 300


def read_word(stream: BinaryIO, source: str, settings: Settings) -> Iterator[Article | ReadError]:
    """Yield the one article of a Word document.

    Raises:
        ReadError: It is no Word document, damaged, locked, a bomb, empty or too long.
    """
    package = WordPackage(whole_file(stream, source), source)
    part = package.main_part()
    root = package.tree(part)
    body = None if root is None else next(root.iter("{*}body"), None)
    if body is None:
        raise ReadError(
            source, "there is no Word text in it", "open it in Word and save it again as .docx"
        )
    w = f"{{{etree.QName(body).namespace or ''}}}" if "}" in body.tag else ""
    numbering, styles = (package.tree(package.beside(part, k)) for k in ("numbering", "styles"))
    writer = _Writer(read_lists(numbering, styles, w), w)
    blocks = writer.blocks(body)
    notes = package.tree(package.beside(part, "footnotes"))
    for note in notes.iterchildren(f"{w}footnote") if notes is not None else ():
        if note.get(f"{w}type", "normal") == "normal":  # others are the line above the notes
            blocks += writer.blocks(note)
    text = usable("\n\n".join(blocks), source, settings)
    core = package.tree("docProps/core.xml")
    title = None if core is None else confirmed_title(core.findtext(_TITLE), text)
    yield Article(text=text, title=title, source=source)


class _Writer:
    """Writes elements of one document as blocks of text, counting its lists on the way."""

    def __init__(self, lists: Lists, w: str) -> None:
        self._lists = lists
        self._w = w

    def blocks(self, parent: Element) -> list[str]:
        """Return the blocks below ``parent``: paragraphs, runs of list items, tables."""
        found: list[list[str]] = []  # each a block's lines
        listed = False
        for child in parent:
            name = _name(child)
            if name == "p":
                text, mark, boxes = self._paragraph(child)
                if text:
                    if not (mark and listed):
                        found.append([])
                    found[-1].append(f"{mark} {text}" if mark else text)
                    listed = bool(mark)
                listed = listed and not boxes
                found += ([box] for box in boxes)
            elif name not in _PASSED:
                inner = self._table(child) if name == "tbl" else self.blocks(child)
                found += ([block] for block in inner)
                listed = False
        return ["\n".join(lines) for lines in found]

    def _paragraph(self, element: Element) -> tuple[str, str, list[str]]:
        """Return the text of a paragraph, its mark in a list, and the text boxes on it."""
        parts: list[str] = []
        boxes: list[str] = []
        self._write(element, parts, boxes)
        text = _TABS.sub("\t", "".join(parts).replace("\xad", ""))
        text = "\n".join(filter(None, (line.strip() for line in text.split("\n"))))
        # An empty one counts too, as in Word.
        return text, self._lists.mark(element.find(f"{self._w}pPr"), self._w), boxes

    def _write(self, element: Element, parts: list[str], boxes: list[str]) -> None:
        for child in element:
            name = _name(child)
            if name == "t":
                parts.append(child.text or "")
            elif name in _SIGNS:
                parts.append(_SIGNS[name])
            elif name == "txbxContent":
                boxes += self.blocks(child)
            elif name not in _PASSED and not (name == "r" and self._hidden(child)):
                self._write(child, parts, boxes)

    def _hidden(self, run: Element) -> bool:
        vanish = run.find(f"{self._w}rPr/{self._w}vanish")
        return vanish is not None and vanish.get(f"{self._w}val") not in _OFF

    def _table(self, table: Element) -> list[str]:
        """Return a table as blocks: most often one, with a line for each row."""
        rows = [[c for c in map(self._cell, cells) if c] for cells in self._rows(table)]
        rows = [row for row in rows if row]
        blocks: list[str] = []
        lines: list[str] = []
        for cells in rows:
            if not _apart(cells, len(rows)):
                lines.append(" | ".join(" ".join(cell) for cell in cells))
                continue
            if lines:
                blocks.append("\n".join(lines))
                lines = []
            blocks += ("\n\n".join(c) if _prose(c) else "\n".join(c) for c in cells)
        return [*blocks, "\n".join(lines)] if lines else blocks

    def _rows(self, table: Element) -> Iterator[list[Element]]:
        """Yield the cells of each row, whatever stands between table, row and cell."""
        for row in self._below(table, "tr"):
            yield list(self._below(row, "tc"))

    def _below(self, parent: Element, wanted: str) -> Iterator[Element]:
        for child in parent:
            name = _name(child)
            if name == wanted:
                yield child
            elif name in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
                yield from self._below(child, wanted)

    def _cell(self, cell: Element) -> list[str]:
        """Return the lines of a cell, those of tables in it included."""
        return [line for block in self.blocks(cell) for line in block.split("\n") if line]


def _apart(cells: Sequence[Sequence[str]], rows: int) -> bool:
    """Tell whether the cells of a row are read one after the other, not as one line.

    That is so where the table only sets text side by side or in a frame: letterheads, signatures.
    """
    if len(cells) == 1:
        return True
    if all(len(cell) == 1 for cell in cells):
        return False
    return rows <= _LETTERHEAD_ROWS or any(map(_prose, cells))


def _prose(cell: Sequence[str]) -> bool:
    return len(cell) > 1 and max(map(len, cell)) > _PROSE


def _name(element: Element) -> str:
    """Return an element's name without its namespace, ``""`` for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
