"""Syllables of a text with what the place finder asks of them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from itertools import accumulate

from hoinghi.resources.units import name_key

# "P10", "Q5" are two: the kind of unit and its number.
_SYLLABLE = re.compile(r"((?<![^\W_])[PQ](?=\d{1,2}(?![^\W_]))|[^\W_]+(?:['’`ʼ][^\W_]+)*)")
_BLANK = re.compile(r"[ \t\u00a0]{1,4}")
_LINK = re.compile(r"[ \t\u00a0]{0,2}[-–][ \t\u00a0]{0,2}")
_WRAP = re.compile(r"[ \t\u00a0]{0,2}\n[ \t]{0,2}")
_KEPT = 65_536


class _Facts(dict[str, tuple[str, bool, bool]]):
    """Syllable -> its key, and whether it has a capital first, and capitals only."""

    def __missing__(self, syllable: str) -> tuple[str, bool, bool]:
        if len(self) >= _KEPT:
            self.clear()
        capitals = len(syllable) > 1 and syllable.isupper()
        fact = self[syllable] = (name_key(syllable), syllable[0].isupper(), capitals)
        return fact


_FACTS = _Facts()


class _Spaced(dict[str, bool]):
    """Gap -> whether only blanks stand in it; most gaps of a text are the same few."""

    def __missing__(self, gap: str) -> bool:
        spaced = _BLANK.fullmatch(gap) is not None
        if len(gap) <= _SHORT_GAP and len(self) < _KEPT:
            self[gap] = spaced
        return spaced


_SPACED = _Spaced()
_SHORT_GAP = 4

# First syllable -> the phrases that begin with it, each with its number of syllables, the longest
# first.
Phrases = dict[str, tuple[tuple[int, str], ...]]


def by_first(phrases: Iterable[str], least: int, most: int) -> Phrases:
    """Return the phrases of ``least`` to ``most`` syllables by their first one."""
    found: dict[str, list[tuple[int, str]]] = {}
    for phrase in phrases:
        size = phrase.count(" ") + 1
        if least <= size <= most:
            found.setdefault(phrase.split(" ")[0], []).append((size, phrase))
    return {first: tuple(sorted(rows, reverse=True)) for first, rows in found.items()}


class Words:
    """The syllables of ``body``: offsets, keys, capitals, and the gaps between them."""

    def __init__(self, body: str) -> None:
        self.body = body
        # Gaps and syllables in turn: a list of strings costs a third of a list of matches.
        parts = _SYLLABLE.split(body)
        self.gaps = parts[::2]
        stops = list(accumulate(map(len, parts)))
        self.starts, self.ends = stops[:-1:2], stops[1::2]
        facts = [_FACTS[syllable] for syllable in parts[1::2]]
        self.size = len(facts)
        self.keys = [fact[0] for fact in facts]
        self.caps = [fact[1] for fact in facts]
        self.upper = [fact[2] for fact in facts]
        self.spaced = [_SPACED[gap] for gap in self.gaps]

    def text(self, first: int, stop: int) -> str:
        """Return the text of the syllables ``first`` to ``stop`` (exclusive)."""
        return self.body[self.starts[first] : self.ends[stop - 1]]

    def gap(self, i: int) -> str:
        """Return what stands between syllable ``i - 1`` and ``i``."""
        if i <= 0 or i >= self.size:
            return "\n\n"
        return self.gaps[i]

    def blank(self, i: int) -> bool:
        """Tell whether only blanks divide syllable ``i`` from the one before."""
        return 0 < i < self.size and self.spaced[i]

    def linked(self, i: int) -> bool:
        """Tell whether a name may run on to syllable ``i``: over blanks or one hyphen."""
        return self.blank(i) or (0 < i < self.size and _LINK.fullmatch(self.gap(i)) is not None)

    def wrapped(self, i: int) -> bool:
        """Tell whether a name that is known may run on over one line break."""
        return 0 < i < self.size and _WRAP.fullmatch(self.gap(i)) is not None

    def number(self, i: int) -> bool:
        """Tell whether syllable ``i`` begins with a digit."""
        return i < self.size and self.body[self.starts[i]].isdigit()

    def within(self, i: int, before: Mapping[str, Container[str]]) -> bool:
        """Tell whether syllable ``i`` is the end of another word, by the syllable before it."""
        heads = before.get(self.keys[i])
        return heads is not None and self.blank(i) and self.keys[i - 1] in heads

    def key(self, first: int, stop: int) -> str:
        """Return the name key of the syllables ``first`` to ``stop`` (exclusive)."""
        return " ".join(self.keys[first:stop])

    def phrases(self, at: int, table: Phrases) -> list[tuple[str, int]]:
        """Return the phrases of ``table`` at ``at``, over blanks, with their ends; longest first.

        Only the sizes that the first syllable allows are tried: this is asked of many syllables.
        """
        return [
            (phrase, at + size)
            for size, phrase in table.get(self.keys[at], ())
            if self.key(at, at + size) == phrase
            and (size == 1 or all(self.blank(i) for i in range(at + 1, at + size)))
        ]

    def whole(self, first: int, stop: int, *, lower: bool = False) -> bool:
        """Tell whether the syllables ``first`` to ``stop`` may be one name.

        Only blanks, one hyphen or one line break divide them, and every one needs a capital or
        a digit unless ``lower``.
        """
        if not lower:
            for i in range(first, stop):
                if not (self.caps[i] or self.number(i)):
                    return False
        return all(self.linked(i) or self.wrapped(i) for i in range(first + 1, stop))

    def run(self, first: int, limit: int = 8) -> int:
        """Return the end of the run of capitalised syllables from ``first`` on."""
        at = first
        while at < self.size and at - first < limit and self.caps[at]:
            if at > first and not self.blank(at):
                break
            at += 1
        return at
