"""From the lines of PDF pages back to the paragraphs that were broken into them."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from hoinghi.sources.pdf_lines import HYPHEN, Line
from hoinghi.stages.layout import unfinished
from hoinghi.text import is_syllable

_ENDS = re.compile(r"[.!?…:;][\"”»)\]]{0,2}$")
# A hyphen behind a word, in whatever way pdfium gives it; behind a blank it is a dash.
_CUT = re.compile(rf"(?:{HYPHEN}|(?<=\w)-)$")
_ITEM = re.compile(r"(?:[-–+*•]|(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,5}|[a-zđ])[.)])\s")
_LAST_LETTERS = re.compile(r"[^\W\d_]+$")
_FIRST_LETTERS = re.compile(r"[^\W\d_]+")
_NARROW = re.compile(r"[iíìỉĩịltfjrI.,;:'()|! ]")
# Parts of a line's height: what counts as another size, edge or indent.
_SIZE, _EDGE, _INDENT = 1.12, 0.5, 0.6
# Lines further apart than this times the usual distance begin a paragraph: 3 points between
# paragraphs of 12 points already make 1.2.
_GAP = 1.18
_ASKEW = 0.25  # of a height, between the margins of what is centred
_GAP_IN_SENTENCE = 1.5  # signs and formulas push lines apart
# Of so many lines one may reach beyond the right edge.
_WIDER_LINES = 12
# A column's first lines stand so many heights right of the others.
_COLUMN_INDENT = 3
_SHORT_COLUMN = 3  # a column is longer
_FAR = 2.5  # heights between lines of one column


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """Yield the paragraphs of the pages in reading order, a line for each row of a table."""
    lines = [line for page in pages for line in _in_columns(_unmixed(page))]
    leading = _leading(lines)
    indented = _has_indents(lines)
    parts: list[str] = []
    for before, line in pairwise([None, *lines]):
        if line is None:
            continue
        if before is None:
            parts = [line.text]
        elif len(before.cells) > 1 and len(line.cells) > 1:
            parts.append(f"\n{line.text}")
        elif _goes_on(before, line, leading, indented=indented):
            _append(parts, line.text)
        else:
            yield _whole(parts)
            parts = [line.text]
    if parts:
        yield _whole(parts)


def _whole(parts: Sequence[str]) -> str:
    return "".join(parts).replace(HYPHEN, "-")


def _append(parts: list[str], text: str) -> None:
    """Append the next line of a paragraph, undoing a hyphen between the two.

    A hyphen that parts two syllables is one of the text's own (``kinh tế-xã hội``, ``NĐ-CP``);
    one within a syllable, or in a foreign name, was put there by who set the page.
    """
    last = parts[-1]
    if not _CUT.search(last):
        parts.append(f" {text}")
        return
    left, right = _LAST_LETTERS.search(last[:-1]), _FIRST_LETTERS.match(text)
    cut = left is not None and right is not None and right[0].islower()
    if left is not None and right is not None and cut:
        cut = not (is_syllable(left[0].lower()) and is_syllable(right[0]))
    parts[-1] = last[:-1]
    parts.append(text if cut else f"-{text}")


def _goes_on(before: Line, line: Line, leading: float, *, indented: bool) -> bool:
    """Tell whether ``line`` belongs to the paragraph of ``before``."""
    if _apart(before, line, leading):
        return False
    if _CUT.search(before.text):
        return True
    ended = _ENDS.search(before.text) is not None
    room = _room(before, line)
    item, hangs = (_ITEM.match(one.text) is not None for one in (line, before))
    inset = line.left - line.edges[0] > _INDENT * line.height
    if (item and (ended or room)) or (indented and inset and not (hangs or _centred(line))):
        return False
    if room:  # a capital would begin something new, whatever the line before lacks
        return _small(before, line)
    if not _below(before, line):
        return not ended or (indented and not inset)
    return line.left - before.left < _INDENT * line.height or hangs or _centred(line)


def _apart(before: Line, line: Line, leading: float) -> bool:
    """Tell whether two lines cannot be of one paragraph by how they look and stand."""
    if len(before.cells) > 1 or len(line.cells) > 1:
        return True
    if _CUT.search(before.text):
        return False
    if _other_size(before, line):
        return True
    if before.bold != line.bold and not line.text[0].islower():
        return True
    if not _below(before, line):
        return False
    gap = _gap(before, line) / leading
    wide = gap > _GAP_IN_SENTENCE or not _small(before, line) or _room(before, line)
    return before.column != line.column or (gap > _GAP and wide)


def _small(before: Line, line: Line) -> bool:
    """Tell whether a sentence goes on in small letters."""
    return line.text[0].islower() and unfinished(before.text, line.text)


def _below(before: Line, line: Line) -> bool:
    """Tell whether ``line`` stands below the one before, not on another page or column's top."""
    return before.page == line.page and line.y < before.y


def _gap(before: Line, line: Line) -> float:
    return (before.y - line.y) / line.height


def _other_size(before: Line, line: Line) -> bool:
    low, high = sorted((before.height, line.height))
    return high > _SIZE * low


def _room(before: Line, line: Line) -> bool:
    """Tell whether the first word of ``line`` would have found room on the line before it."""
    share = _weight(line.text.split(" ", 1)[0] + " ") / _weight(line.text)
    word = share * (line.right - line.left)
    left, right = before.edges
    free = right - before.right
    if _centred(before) and _centred(line):
        free += before.left - left
    return word + _EDGE * before.height < free


def _weight(text: str) -> float:
    """Return how wide ``text`` is beside others in the same font, roughly."""
    return len(text) + 0.35 * sum(map(str.isupper, text)) - 0.4 * len(_NARROW.findall(text))


def _centred(line: Line) -> bool:
    before, behind = line.left - line.edges[0], line.edges[1] - line.right
    return min(before, behind) > line.height and abs(before - behind) < _ASKEW * line.height


def _leading(lines: Sequence[Line]) -> float:
    """Return the usual distance of lines within paragraphs, as a part of their height."""
    distances = [
        _gap(one, two)
        for one, two in pairwise(lines)
        if (one.page, one.column) == (two.page, two.column)
        and len(one.cells) == len(two.cells) == 1
        and not _other_size(one, two)
        and one.y > two.y
        and not _room(one, two)
    ]
    return statistics.median_low(distances) if distances else 1.3


def _has_indents(lines: Sequence[Line]) -> bool:
    """Tell whether paragraphs are told by their first lines' indent."""
    firsts = sum(
        one.left - one.edges[0] > _INDENT * one.height
        and abs(two.left - two.edges[0]) < _EDGE * two.height
        and not _centred(one)
        for one, two in pairwise(lines)
    )
    return firsts >= max(1, len(lines) / 25)


def _unmixed(lines: Sequence[Line]) -> list[Line]:
    """Part columns that were written line by line, left and right in turn."""
    done: list[Line] = []
    at = 0
    while at < len(lines):
        sides: tuple[list[Line], list[Line]] = ([], [])
        end, pairs = at, 0
        while len(lines[at].cells) == 2 and end < len(lines):
            halves = _halves(lines[end], lines[at].cells[1][1])
            far = end > at and not 0 <= _gap(lines[end - 1], lines[end]) < _FAR
            if halves is None or far:
                break
            pairs += None not in halves
            for side, half in zip(sides, halves, strict=True):
                if half is not None:
                    side.append(half)
            end += 1
        if pairs > _SHORT_COLUMN and all(map(_running, sides)):
            done += [*sides[0], *sides[1]]
        else:
            end = max(end, at + 1)
            done += lines[at:end]
        at = end
    return done


def _halves(line: Line, middle: float) -> tuple[Line | None, Line | None] | None:
    """Cut a line where the right column begins; ``None`` if it reaches across."""
    near = _COLUMN_INDENT * line.height
    if len(line.cells) == 2 and abs(line.cells[1][1] - middle) < near:
        return replace(line, cells=line.cells[:1]), replace(line, cells=line.cells[1:])
    if len(line.cells) > 1:
        return None
    if line.right < middle:
        return line, None
    return (None, line) if line.left > middle - near else None


def _running(side: Sequence[Line]) -> bool:
    """Tell whether lines below each other read on, as cells of a table do not."""
    on = sum(unfinished(one.text, two.text) for one, two in pairwise(side))
    return on >= len(side) / 3


def _in_columns(lines: Sequence[Line]) -> list[Line]:
    """Say of each line of a page in which column it stands, and that column's edges.

    A column begins where a line stands higher than the one before it and right of it; the column
    before that is what stands beside it.
    """
    done = list(lines)
    columns = 0
    floor = 0  # no column reaches back before the one found last
    for at in range(1, len(done)):
        one, two = done[at - 1], done[at]
        if two.y <= one.y + one.height or two.left < one.right - _EDGE * one.height:
            continue
        start = at
        while (
            start > floor
            and done[start - 1].y <= two.y + _EDGE * two.height
            and done[start - 1].right <= two.left + _EDGE * two.height
        ):
            start -= 1
        end = at
        while (
            end < len(done)
            and done[end].left >= two.left - _COLUMN_INDENT * two.height
            and done[end].y <= two.y
        ):
            end += 1
        for first, last in ((start, at), (at, end)):
            columns += 1
            for line in done[first:last]:
                line.column = columns
        floor = at
    members: dict[int, list[Line]] = {}
    for line in done:
        members.setdefault(line.column, []).append(line)
    for column in members.values():
        edges = min(line.left for line in column), _right_edge(column)
        for line in column:
            line.edges = edges
    return done


def _right_edge(column: Sequence[Line]) -> float:
    """Return the right edge, but for a few lines that reach beyond it.

    A running title, a table or a word that cannot be parted may be wider than the text.
    """
    ends = sorted(line.right for line in column)
    return ends[-1 - len(ends) // _WIDER_LINES]
