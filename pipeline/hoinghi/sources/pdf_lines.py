"""The lines of a PDF page with where they stand, as pdfium finds them."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from hoinghi.text import nfc, squeeze

# What pdfium writes for a hyphen at the end of a line, be it soft or hard; no break follows.
HYPHEN = "\ufffe"
CELLS = " | "
_LINE = re.compile(rf"[^\r\n{HYPHEN}]+{HYPHEN}?")
# Signs of fonts of signs (Symbol, Wingdings) at the start of a line are bullets, else nothing.
_BULLET = re.compile(r"^\s*[\ue000-\uf8ff]+\s*")
_NOTHING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\ue000-\uf8ff\ufeff\uffff\u200b]")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
# An accent that was drawn before its letter.
_ACCENT_FIRST = re.compile(r"(?<![^\W\d_])(?<![\u0300-\u036f])([\u0300-\u036f]{1,3})([^\W\d_])")
# A gap of so many heights of the line parts cells of a table, or columns; a narrower one does
# where the line above or below has a gap that ends at the same place.
_WIDE, _NARROW, _ALIGNED = 1.6, 0.7, 0.2
# Letters of a line may be raised so many heights, and the line be askew (a sine).
_RAISED, _ASKEW = 0.5, 0.2
_BLANKS = re.compile(r"(?<=\S)\s+(?=\S)")
_LONGEST_FONT = 128
_MARK = re.compile(r"(?:[-–+*•]|(?:\d{1,3}|[IVX]{1,5}|[a-zđ])[.)])$")


@dataclass(slots=True)
class Line:
    """A line of text; lengths are points, ``y`` is its baseline and grows upwards.

    ``cells`` has the pieces that wide gaps part, one for an ordinary line; ``text`` may end with
    ``HYPHEN``. ``edges`` are the left and right edge of the column that it stands in.
    """

    cells: list[tuple[str, float, float]]
    y: float
    height: float
    page: int
    bold: bool = False
    edges: tuple[float, float] = (0.0, 0.0)
    column: int = 0

    @property
    def text(self) -> str:
        """The line, its cells with ``CELLS`` between."""
        return CELLS.join(text for text, _, _ in self.cells)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.cells[0][1]

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.cells[-1][2]


@dataclass(frozen=True, slots=True)
class PageText:
    """The lines of a page in pdfium's order, and how many characters have no Unicode value."""

    lines: list[Line]
    characters: int
    unknown: int


def read_lines(page: Any, number: int) -> PageText:
    """Return the lines of a page.

    Args:
        page: A ``pypdfium2.PdfPage``.
        number: Its index.
    """
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if count == 0:
            return PageText([], 0, 0)
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
        # One character for each unit, so that positions here are positions there.
        units = "".join(map(chr, buffer[: max(0, written - 1)]))
        reader = _Reader(text_page, page.get_rotation(), identical=len(units) == count)
        lines = [
            line
            for found in _LINE.finditer(units)
            for raw, start in reader.split(found[0], found.start())
            if (line := reader.line(raw, start, number)) is not None
        ]
        unnamed = sum(pdfium.FPDFText_HasUnicodeMapError(text_page, at) == 1 for at in range(count))
        return PageText(_with_cells(_rows(lines)), count, count - len(units) + unnamed)
    finally:
        text_page.close()


class _Reader:
    """Asks pdfium where the characters of one page stand, upright whatever its rotation."""

    def __init__(self, page: Any, rotation: int, *, identical: bool) -> None:
        self._page = page
        self._identical = identical
        self._boxes: dict[int, tuple[float, float, float, float]] = {}
        turn = math.radians(rotation)
        self._cos, self._sin = round(math.cos(turn)), round(math.sin(turn))

    def split(self, raw: str, start: int) -> Iterator[tuple[str, int]]:
        """Yield the units ``raw`` from ``start`` cut where they go on at another height.

        pdfium at times takes two lines for one, where the first is short.
        """
        at = 0
        for before, after in _blanks(raw):
            one, two = self._box(start + before), self._box(start + after)
            if abs(one[1] - two[1]) > _RAISED * max(one[3] - one[1], two[3] - two[1]):
                yield raw[at : before + 1], start + at
                at = after
        yield raw[at:], start + at

    def line(self, raw: str, start: int, number: int) -> Line | None:
        """Return the line of the units ``raw`` from ``start``; none if empty or slanted."""
        first = start + len(raw) - len(raw.lstrip())
        last = start + len(raw.rstrip(f" \xa0{HYPHEN}")) - 1
        if last < first:
            return None
        box, end = self._box(first), self._box(last)
        height = min(box[3] - box[1], end[3] - end[1])  # of a picture sign they say little
        if height <= 0 or self._slanted(first):  # a watermark, a stamp
            return None
        cells = [
            (text, left, right)
            for piece, left, right in self._pieces(raw, start, (box[0], end[2]), height)
            if (text := _clean(piece))
        ]
        bold = self._bold(first) and self._bold(last)
        return Line(cells, self._baseline(first), height, number, bold) if cells else None

    def _pieces(
        self, raw: str, start: int, edges: tuple[float, float], height: float
    ) -> Iterator[tuple[str, float, float]]:
        """Cut a line where the gap between two words is wide."""
        at, left = 0, edges[0]
        for before, after in _blanks(raw):
            end, begin = self._box(start + before)[2], self._box(start + after)[0]
            if begin - end > _NARROW * height:
                yield raw[at : before + 1], left, end
                at, left = after, begin
        yield raw[at:], left, edges[1]

    def _index(self, at: int) -> int:
        if self._identical:
            return at
        return max(0, int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._page, at)))

    def _box(self, at: int) -> tuple[float, float, float, float]:
        known = self._boxes.get(at)
        if known is not None:
            return known
        rectangle = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self._page, self._index(at), rectangle)
        x1, y1 = self._turned(rectangle.left, rectangle.bottom)
        x2, y2 = self._turned(rectangle.right, rectangle.top)
        self._boxes[at] = box = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        return box

    def _baseline(self, at: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._page, self._index(at), x, y)
        return self._turned(x.value, y.value)[1]

    def _slanted(self, at: int) -> bool:
        angle = pdfium.FPDFText_GetCharAngle(self._page, self._index(at))
        return abs(self._cos * math.sin(angle)) + abs(self._sin * math.cos(angle)) > _ASKEW

    def _bold(self, at: int) -> bool:
        name = ctypes.create_string_buffer(_LONGEST_FONT)
        flags = ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._page, self._index(at), name, _LONGEST_FONT, flags)
        return b"bold" in name.value.lower()

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        return x * self._cos + y * self._sin, y * self._cos - x * self._sin


def _blanks(raw: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the letters before and after each run of blanks."""
    for blank in _BLANKS.finditer(raw):
        yield blank.start() - 1, blank.end()


def _clean(raw: str) -> str:
    text = raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    text = _BULLET.sub("• ", text)
    text = _NOTHING.sub("", text).translate(_LIGATURES)
    if any("\u0300" <= c <= "\u036f" for c in text):
        text = nfc(_ACCENT_FIRST.sub(r"\2\1", text))
    return squeeze(text)


def _with_cells(lines: Sequence[Line]) -> list[Line]:
    """Join the pieces of each line that are no cells: behind the mark of a list, or words."""
    starts = [[left for _, left, _ in line.cells[1:]] for line in lines]
    for at, line in enumerate(lines):
        near = [*(starts[at - 1] if at else ()), *(starts[at + 1] if at + 1 < len(lines) else ())]
        cells = line.cells[:1]
        for text, left, right in line.cells[1:]:
            before, begin, end = cells[-1]
            aligned = any(abs(left - other) < _ALIGNED * line.height for other in near)
            mark = len(cells) == 1 and _MARK.match(before)
            if mark or not (aligned or left - end > _WIDE * line.height):
                cells[-1] = (f"{before} {text}", begin, right)
            else:
                cells.append((text, left, right))
        line.cells = cells
    return list(lines)


def _rows(lines: Sequence[Line]) -> list[Line]:
    """Join lines that stand side by side, as cells of a table that were written one by one."""
    joined = list(lines[:1])
    for before, line in pairwise(lines):
        row = joined[-1]
        level = abs(line.y - row.y) < 0.25 * min(line.height, row.height)
        if level and line.left >= row.right - 0.5 and before.text[-1:] != HYPHEN:
            row.cells = [*row.cells, *line.cells]
        else:
            joined.append(line)
    return joined
