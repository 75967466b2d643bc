"""Whether two names mean one event, by their words and numbers."""

from __future__ import annotations

import re

from hoinghi.stages.meetings import signs
from hoinghi.text import fold

_WORD = re.compile(r"\w+")
_STOPWORDS = frozenset("và của về cho năm các với tại xã huyện tỉnh phường thứ lần ở do".split())
_SAME, _SAME_HEADLINE = 0.6, 0.45


def words_of(text: str) -> frozenset[str]:
    """Return the words of a name, folded, without those that any name has."""
    return frozenset(_WORD.findall(fold(text))) - _STOPWORDS


def overlap(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """Return the share of the smaller set of words that both texts have."""
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def alike(one: str, other: str, share: float, *, headline: bool) -> bool:
    """Tell whether two names may mean one event: alike words, no contrary number.

    Args:
        one: A name as written.
        other: Another.
        share: The ``overlap`` of their words.
        headline: One of them stands in a title, which names events freely.
    """
    a, b = fold(one), fold(other)
    first, second = signs.ORDINAL.search(a), signs.ORDINAL.search(b)
    if first and second and first.group(1) != second.group(1):
        return False
    years = [set(signs.YEARS.findall(name)) for name in (a, b)]
    if all(years) and years[0] != years[1]:
        return False
    if headline:
        return share >= _SAME_HEADLINE
    return share >= _SAME and _head(a) == _head(b)


def _head(name: str) -> list[str]:
    """Return the words that a name begins with, ceremony or not (``lễ ra quân``)."""
    return name.removeprefix("lễ ").removeprefix("buổi ").split()[:2]
