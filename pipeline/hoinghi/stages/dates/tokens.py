"""Cuts folded text into the syllables, numbers and signs that the grammar reads."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import Any, TypeVar

from hoinghi.stages.dates.patterns import TOKEN, TOKEN_GLUED, Phrase

Value = TypeVar("Value")

# Empty tokens at both ends, so that the grammar may look a few tokens around without a check.
MARGIN = 12


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens as parallel lists, with ``MARGIN`` empty ones at either end.

    ``gap`` tells that white space, ``broken`` that a line break stands before the token.
    ``source`` is the unfolded text that ``starts`` and ``ends`` count in.
    """

    source: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    gap: list[bool]
    broken: list[bool]

    def tight(self, i: int) -> bool:
        """Return whether token ``i`` touches the one before it."""
        return not self.gap[i]

    def phrase(
        self, i: int, table: Mapping[Phrase, Value], longest: int = 4
    ) -> tuple[Value, int] | None:
        """Return the value of the longest phrase of ``table`` at ``i`` and where it ends."""
        tree = _TREES.get(id(table)) or _tree(table)
        branch = tree.get(self.words[i])
        found = None
        j = i + 1
        while branch is not None:
            if _END in branch:
                found = branch[_END], j
            if j - i == longest or self.broken[j]:
                break
            branch = branch.get(self.words[j])
            j += 1
        return found

    def number(self, i: int, low: int, high: int, width: int = 2) -> int | None:
        """Return the number written in at most ``width`` digits at ``i`` if it lies in range."""
        word = self.words[i]
        if len(word) > width or not (word.isascii() and word.isdigit()):
            return None
        value = int(word)
        return value if low <= value <= high else None

    def year(self, i: int) -> int | None:
        """Return the four-digit year at ``i``, if it is one that an article may speak of."""
        word = self.words[i]
        if len(word) != 4 or not (word.isascii() and word.isdigit()):
            return None
        return int(word) if 1000 <= int(word) <= 2199 else None

    def capital(self, i: int) -> bool:
        """Return whether token ``i`` is written with a capital."""
        return self.source[self.starts[i] : self.starts[i] + 1].isupper()

    def closed(self, i: int) -> bool:
        """Return whether a number may end before ``i``: no digit, letter or joint touches it."""
        word = self.words[i]
        if self.gap[i] or not word:
            return True
        if word.isalnum():
            return not word[0].isdigit() and word not in {"h", "g"}
        joint = word in "/.-:,%" and not self.gap[i + 1] and self.words[i + 1][:1].isdigit()
        return not joint and word not in "%/°"

    def open_left(self, i: int) -> bool:
        """Return whether a number may start at ``i``: nothing of a longer code touches it."""
        before = self.words[i - 1]
        if self.gap[i] or not before:
            return True
        if before.isalnum() or before == "_":
            return False
        joint = before in "/.-:," and not self.gap[i - 1] and self.words[i - 2].isalnum()
        return not joint


def first_words(*tables: Iterable[Phrase]) -> frozenset[str]:
    """Return the words that the phrases of ``tables`` begin with."""
    return frozenset(phrase[0] for table in tables for phrase in table)


# Tables as trees of words; a branch holds the value of the phrase that ends there at ``_END``.
_TREES: dict[int, dict[str | None, Any]] = {}
_END = None


def _tree(table: Mapping[Phrase, Value]) -> dict[str | None, Any]:
    """Keep and return ``table`` as a tree, made once."""
    tree: dict[str | None, Any] = {}
    for phrase, value in table.items():
        branch = tree
        for word in phrase:
            branch = branch.setdefault(word, {})
        branch[_END] = value
    _TREES[id(table)] = tree
    return tree


def _extend(tokens: Tokens, pattern: re.Pattern[str], folded: str, start: int, end: int) -> None:
    """Add the tokens of ``folded[start:end]``, both at white space or at an end of the text.

    ``tokens`` are empty or end at ``start``; offsets count in the whole text. The lists are made
    by the interpreter's own loops, for this runs over every word near a date.
    """
    lists = (tokens.words, tokens.starts, tokens.ends, tokens.gap, tokens.broken)
    if tokens.words:
        for items in lists:
            del items[-MARGIN:]
    else:
        _pad(lists, 0)
    # white space at the end would be tried again and again
    pieces = pattern.findall(folded[start:end].rstrip())
    spaces = [space for space, _ in pieces]
    edges = list(accumulate(map(len, chain.from_iterable(pieces)), initial=start))
    tokens.words.extend([word for _, word in pieces])
    tokens.starts.extend(edges[1::2])
    tokens.ends.extend(edges[2::2])
    tokens.gap.extend(map(bool, spaces))
    tokens.broken.extend(["\n" in space for space in spaces])
    if pieces and not start:
        tokens.gap[MARGIN] = tokens.broken[MARGIN] = True
    _pad(lists, edges[-1])


def _pad(
    lists: tuple[list[str], list[int], list[int], list[bool], list[bool]], offset: int
) -> None:
    """Add the empty tokens at either end."""
    words, starts, ends, gap, broken = lists
    words += [""] * MARGIN
    starts += [offset] * MARGIN
    ends += [offset] * MARGIN
    gap += [True] * MARGIN
    broken += [True] * MARGIN


# Characters that are cut before a place and after it, and how many after it are enough.
_BEFORE, _AFTER, _ENOUGH = 48, 110, 70
# Tokens that must stand behind an expression, for the grammar looks ahead.
_AHEAD = 8


class Windows:
    """The tokens around one place of a text after another, each stretch cut once.

    Most words of an article are far from any date, and cutting them all would take longer than
    reading the dates. Places must be asked for in the order of the text.
    """

    def __init__(self, source: str, folded: str, *, glued: bool) -> None:
        self._source, self._folded = source, folded
        self._pattern = TOKEN_GLUED if glued else TOKEN
        self._end = 0
        self._tokens = self._cut(0, 0)

    def at(self, offset: int, *, more: int = 1) -> tuple[Tokens, int]:
        """Return tokens around the token that starts at ``offset``, and its index.

        ``more`` asks for that many times as much text after ``offset``.
        """
        if self._end < len(self._folded) and (more > 1 or self._end < offset + _ENOUGH):
            self._reach(offset, _AFTER * more)
        return self._tokens, bisect_left(self._tokens.starts, offset, MARGIN)

    def whole(self, end: int) -> bool:
        """Return whether enough tokens stand behind index ``end`` to have read on there."""
        return self._end == len(self._folded) or end + MARGIN + _AHEAD <= len(self._tokens.words)

    def _reach(self, offset: int, after: int) -> None:
        """Cut the text up to ``after`` characters behind ``offset``."""
        stop = self._space(offset + after)
        start = self._space(offset - _BEFORE) if self._end < offset - _BEFORE else self._end
        if start > offset:  # one word as long as that
            start = self._end
        if start > self._end:
            self._tokens = self._cut(start, stop)
        else:
            _extend(self._tokens, self._pattern, self._folded, start, stop)
        self._end = stop

    def _cut(self, start: int, stop: int) -> Tokens:
        tokens = Tokens(self._source, [], [], [], [], [])
        _extend(tokens, self._pattern, self._folded, start, stop)
        return tokens

    def _space(self, offset: int) -> int:
        """Return the first space from ``offset`` on, or the end of the text."""
        found = self._folded.find(" ", offset)
        return len(self._folded) if found < 0 else found
