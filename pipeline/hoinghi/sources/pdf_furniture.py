"""What a page of a PDF has above and below its text: running titles, numbers, addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from hoinghi.sources.pdf_lines import Line

_LOOK = 3  # lines at each end of a page
_SHARE = 0.4  # of the pages; left and right ones may differ
_NUMBER = re.compile(
    r"\W{0,3}(?:(?:trang|tr\.?|page|p\.)\s{0,2})?(\d{1,4})(?:\s?(?:/|\||of|trên)\s?\d{1,4})?\W{0,3}",
    re.IGNORECASE,
)
# What a browser prints at the ends of a page: today's day with the title, the address.
_PRINTED = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?: [AP]M| SA| CH)?(?!\S).*"
    r"|(?:https?|file)://\S+(?:(?: \||) \d{1,4}/\d{1,4})?"
)
_DIGITS = re.compile(r"\d+")


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages without lines that most of them have at the same height, and numbers.

    A number goes where it counts pages: from page to page as the pages do.
    """
    ends = [_ends(lines) for lines in pages]
    repeated = Counter(key for page in ends for key in {_key(line) for line in page})
    least = max(2, _SHARE * len(pages))
    offsets = Counter(offset for index, page in enumerate(ends) for offset in _offsets(page, index))
    usual = {offset for offset, times in offsets.items() if times >= least}
    if len(pages) == 1:
        usual = {1}
    kept = []
    for index, (lines, page) in enumerate(zip(pages, ends, strict=True)):
        gone = {
            id(line)
            for line in page
            if repeated[_key(line)] >= least
            or _PRINTED.fullmatch(line.text)
            or _offsets([line], index) & usual
        }
        kept.append([line for line in lines if id(line) not in gone])
    return kept


def _ends(lines: Sequence[Line]) -> list[Line]:
    """Return the highest and the lowest lines of a page, in whatever order they were written."""
    by_height = sorted(lines, key=lambda line: -line.y)
    if len(by_height) <= 2 * _LOOK:
        return by_height
    return by_height[:_LOOK] + by_height[-_LOOK:]


def _key(line: Line) -> tuple[str, int]:
    """Return what a line shares with its like on other pages: its text but for numbers, height."""
    return _DIGITS.sub("#", line.text), round(line.y / 3)


def _offsets(lines: Sequence[Line], index: int) -> set[int]:
    """Return how far the numbers that stand alone in ``lines`` are ahead of the page's index."""
    numbers = (_NUMBER.fullmatch(line.text) for line in lines)
    return {int(number[1]) - index for number in numbers if number}
