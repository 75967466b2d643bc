"""A whole page pasted as text: menu, article, sidebars and imprint one after the other.

Where a page is full of furniture, single lines of it (``Du lịch``, a headline of another story)
can no longer be told from the article by their words, but by where they stand: outside the run of
lines that holds most running text. Texts without such signs are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hoinghi.stages.layout import patterns as p
from hoinghi.stages.layout.lines import Line, is_byline, is_date_line, is_furniture
from hoinghi.text import fold

_PROSE_END = re.compile(r"(?:[.!?:;]|/\.)[”\"’')\]]*$")
_TEASER = re.compile(r"(?:\.\.\.|…|\[(?:\.\.\.|…|&hellip;)\])\]?$")
_PROSE, _WORDS = 50, 9  # characters and words from which a closed line is running text
# How much a line speaks for the article: running text by its length, all else against it.
_UNIT, _MOST = 60, 5.0
_KNOWN, _OTHER, _CELL = -1.0, -0.25, -0.15
_FORM, _BOX = -6.0, -1.0
_FEW_WORDS = 4
_STAMP_WORDS = 8  # of a line that tells a day and little else
# So many short lines, so many of them furniture beyond doubt, make a menu or a page's end.
_LINES_ABOVE, _SURE_ABOVE = 8, 2
_LINES_BELOW, _SURE_BELOW = 10, 4
_HEADLINE_WORDS, _HEADLINE_LOOK, _LONGEST_HEADLINE = 5, 12, 250
_META = re.compile(
    r" [/|•·»›] |^(?:bởi|by|đăng|ngày \d|cập nhật|tác giả|nguồn|trang (?:chủ|nhất))\b|›|»"
)
_NUMBERED = re.compile(r"^\d{1,2}[.)]")


@dataclass(frozen=True, slots=True)
class Core:
    """The lines ``first`` to ``last`` that hold the running text, and the ``headline`` above.

    ``above`` and ``below`` tell whether what stands there is a page's furniture.
    """

    headline: int
    first: int
    last: int
    above: bool
    below: bool


def find_core(lines: Sequence[Line], title: str | None) -> Core | None:
    """Return where the article stands among ``lines``, or ``None`` for what is no pasted page.

    Args:
        lines: The lines of the text.
        title: The headline where the source gives it apart.
    """
    if sum(not _is_prose(line) for line in lines) < min(_LINES_ABOVE, _LINES_BELOW):
        return None  # nothing here can be a page's: most articles need no further look
    sure = [_is_sure(line) for line in lines]
    span = _heaviest([_weight(line, known) for line, known in zip(lines, sure, strict=True)])
    if span is None:
        return None
    first, last = span
    headline = _headline(lines, sure, first, fold(title or "").strip())
    above = _is_page(lines[:headline], sure[:headline], _LINES_ABOVE, _SURE_ABOVE)
    below = _is_page(lines[last + 1 :], sure[last + 1 :], _LINES_BELOW, _SURE_BELOW)
    return Core(headline, first, last, above, below) if above or below else None


def mark_outside(lines: Sequence[Line], kinds: list[str], core: Core) -> None:
    """Turn what stands around the article into ``furniture``.

    Args:
        lines: The lines of the page.
        kinds: The kind of each, changed in place.
        core: Where the article stands.
    """
    if core.above:
        kinds[: core.headline] = ["furniture"] * core.headline
        for i in range(core.headline + 1, core.first):
            if _is_meta(lines[i]):
                kinds[i] = "furniture"
    if core.below:
        end = next(
            (i for i in range(core.last + 1, len(lines)) if _ends(lines[i], kinds[i])), len(lines)
        )
        kinds[end:] = ["furniture"] * (len(lines) - end)


def _is_sure(line: Line) -> bool:
    """Tell whether a line is furniture wherever it stands; a bare number may be a table's cell."""
    if _tells_day(line):
        return len(line.text.split()) <= _STAMP_WORDS or is_furniture(line, edge=True)
    if not any(map(str.isalpha, line.text)):
        return False
    menu = len(line.text.split()) <= _FEW_WORDS and p.MENU_MARK.search(line.folded)
    return bool(menu or p.SITE_LINE.match(line.folded)) or is_furniture(line, edge=True)


def _tells_day(line: Line) -> bool:
    folded = line.folded
    if p.YEAR.search(folded) is None:
        return False
    return bool(p.DAY.search(folded) or p.MONTH_DAY.search(folded))


def _is_prose(line: Line) -> bool:
    text = line.text
    if len(text) < _PROSE or _TEASER.search(text):
        return False
    return len(text.split()) >= _WORDS and bool(_PROSE_END.search(text) or line.is_paragraph)


def _weight(line: Line, known: bool) -> float:  # noqa: FBT001 - said by the caller's zip
    if p.FORM.match(line.folded):
        return _FORM
    if p.RELATED.match(line.folded):
        return _BOX
    if known:
        return _KNOWN
    if _is_prose(line):
        return min(len(line.text) / _UNIT, _MOST)
    if "\t" in line.text or line.text.endswith((";", ":", ".")):
        return _CELL
    return _OTHER


def _heaviest(weights: Sequence[float]) -> tuple[int, int] | None:
    """Return the first and last index of the run of the greatest sum (Kadane's algorithm)."""
    best, best_span, total, start = 0.0, None, 0.0, 0
    for i, weight in enumerate(weights):
        if total <= 0:
            total, start = 0.0, i
        total += weight
        if total > best:
            best, best_span = total, (start, i)
    return best_span


def _headline(lines: Sequence[Line], sure: Sequence[bool], first: int, wanted: str) -> int:
    """Return the index of the headline above line ``first``, else ``first`` itself."""
    best, chosen = 0.0, first
    for i in range(first - 1, max(-1, first - 1 - _HEADLINE_LOOK), -1):
        line = lines[i]
        if wanted and line.folded == wanted:
            return i
        words = len(line.text.split())
        long = len(line.text) > _LONGEST_HEADLINE
        if sure[i] or long or words < _HEADLINE_WORDS or _is_meta(line) or not _opens(line):
            continue
        score = min(words, 20) - (first - i)
        if score > best:
            best, chosen = score, i
    return chosen


def _opens(line: Line) -> bool:
    """Tell whether a line begins as a headline does: with a capital, a figure or a quotation."""
    return not line.text[0].islower()


def _is_meta(line: Line) -> bool:
    """Tell whether a line between headline and text says who wrote when, or is a button."""
    if _is_prose(line):
        return False
    few = len(line.text.split()) <= _FEW_WORDS
    said = _META.search(line.folded) or _NUMBERED.match(line.folded) or _tells_day(line)
    return few or bool(said) or is_byline(line.text)


def _is_page(lines: Sequence[Line], sure: Sequence[bool], fewest: int, fewest_sure: int) -> bool:
    short = sum(not _is_prose(line) for line in lines)
    return short >= fewest and sum(sure) >= fewest_sure


def _ends(line: Line, kind: str) -> bool:
    """Tell whether a line below the running text can no longer belong to it."""
    if kind == "furniture" or is_date_line(line) or _tells_day(line):
        return True
    return len(line.text.split()) <= _FEW_WORDS and "\t" not in line.text
