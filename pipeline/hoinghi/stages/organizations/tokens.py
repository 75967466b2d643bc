"""The article as tokens for the grammar of bodies: folded text, capitals, gaps and places."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hoinghi.records import PlaceMention
from hoinghi.resources.bodies import Body, Trie
from hoinghi.resources.lexicon import Lexicon, lexicon
from hoinghi.text import cut_words, fold

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_|\n+")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel arrays, one item a token; a line break is a token of its own that matches nothing.

    ``places`` maps a token index to the place mentions that start there, longest first, each
    with the token index after it; ``word_ends`` maps the first token of a word of several
    syllables to the token after it. ``bodies`` is the lexicon that they are read with.
    """

    body: str
    low: list[str]
    starts: list[int]
    ends: list[int]
    capital: list[bool]
    places: dict[int, list[tuple[int, PlaceMention]]]
    word_ends: dict[int, int]
    bodies: Trie[Body]

    def __len__(self) -> int:
        return len(self.low)

    def word(self, at: int) -> str:
        """Return the folded token ``at``, or "" outside the article."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def is_capital(self, at: int) -> bool:
        """Tell whether token ``at`` begins with an upper-case letter."""
        return 0 <= at < len(self.low) and self.capital[at]

    def glued(self, at: int) -> bool:
        """Tell whether token ``at`` follows the one before without any space."""
        return 0 < at < len(self.low) and self.starts[at] == self.ends[at - 1]

    def surface(self, start: int, end: int) -> str:
        """Return the text of tokens ``start`` to ``end`` (exclusive) as written."""
        return self.body[self.starts[start] : self.ends[end - 1]]

    def place(self, at: int) -> tuple[int, PlaceMention] | None:
        """Return the longest place that starts at token ``at`` with the token index after it."""
        found = self.places.get(at)
        return found[0] if found else None


def tokens(
    body: str,
    places: Sequence[PlaceMention] = (),
    words: Sequence[tuple[int, int]] = (),
    known: Lexicon | None = None,
) -> Tokens:
    """Cut ``body`` into tokens; index ``places`` and ``words`` by the token they start at."""
    low, starts, ends, capital, word_ends = _cut(body, tuple(words))
    index: dict[int, list[tuple[int, PlaceMention]]] = {}
    for mention in places:
        first = bisect_left(starts, mention.start)
        if first < len(starts) and starts[first] == mention.start:
            index.setdefault(first, []).append((bisect_left(starts, mention.end), mention))
    for found in index.values():
        found.sort(key=lambda item: -item[0])
    trie = (known or lexicon()).bodies
    return Tokens(body, low, starts, ends, capital, index, word_ends, trie)


@lru_cache(maxsize=1)  # the bodies of an article may be looked for twice
def _cut(
    body: str, words: tuple[tuple[int, int], ...]
) -> tuple[list[str], list[int], list[int], list[bool], dict[int, int]]:
    """Return ``low``, ``starts``, ``ends``, ``capital`` and ``word_ends`` of ``Tokens``."""
    folded = fold(body)
    spans = cut_words(_TOKEN, folded, body)
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    low = [folded[start:end] for start, end in spans]
    word_ends = {
        bisect_left(starts, start): bisect_left(starts, end)
        for start, end in words
        if " " in folded[start:end]
    }
    return low, starts, ends, [body[start].isupper() for start in starts], word_ends
