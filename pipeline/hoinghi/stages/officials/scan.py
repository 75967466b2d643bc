"""One article cut into tokens, with the bodies and places around them at hand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from hoinghi.records import OrganizationMention, PlaceMention
from hoinghi.resources.lexicon import Lexicon, lexicon
from hoinghi.text import cut_words, fold

# An apostrophe is part of highland names (K'Brêu, H' Lan), a blank behind it a slip of the pen.
_TOKEN = re.compile(r"(?:[kh]|bh|r)['’‘`ʼ] ?[^\W\d_]+|[^\W\d_]+(?:['’`ʼ][^\W\d_]+)*|\d+")


class Token(NamedTuple):
    """A syllable or number: half-open span and folded form."""

    start: int
    end: int
    form: str


@lru_cache(maxsize=1)  # the people of an article may be looked for twice
def _cut(text: str) -> tuple[list[Token], list[int], list[str], list[bool]]:
    """Return the tokens of ``text``, where each starts, its form, and whether it has a capital."""
    folded = fold(text)
    spans = cut_words(_TOKEN, folded, text)
    starts = [start for start, _ in spans]
    forms = [folded[start:end] for start, end in spans]
    tokens = [Token(start, end, form) for (start, end), form in zip(spans, forms, strict=True)]
    return tokens, starts, forms, [text[start].isupper() for start in starts]


def inside_word(words: Sequence[tuple[int, int]], position: int) -> bool:
    """Tell whether ``position`` lies within one of ``words``, not at its edge."""
    at = bisect_left(words, (position, 0)) - 1
    return at >= 0 and words[at][0] < position < words[at][1]


class Scan:
    """The text, its folded twin, its tokens, and lookups of bodies and places by position."""

    def __init__(
        self,
        text: str,
        organizations: Sequence[OrganizationMention],
        places: Sequence[PlaceMention],
        known: Lexicon | None = None,
    ) -> None:
        self.text = text
        self.lexicon = known or lexicon()
        self.folded = fold(text)
        self.tokens, self.starts, self.forms, self.capitals = _cut(text)
        self.bodies = sorted((o.start, o.end) for o in organizations)
        self._body_from = dict(self.bodies)
        self._body_to = {end: start for start, end in self.bodies}
        self._body_starts = [start for start, _ in self.bodies]
        self._place_from = {p.start: p.end for p in places}
        self.places = sorted((p.start, p.end) for p in places)

    def raw(self, token: Token) -> str:
        """Return the token as written."""
        return self.text[token.start : token.end]

    def capital(self, token: Token) -> bool:
        """Tell whether the token begins with a capital."""
        return self.text[token.start].isupper()

    def gap(self, left: int, right: int) -> str:
        """Return the folded text between tokens number ``left`` and ``right``."""
        return self.folded[self.tokens[left].end : self.tokens[right].start]

    def index_from(self, position: int) -> int:
        """Return the number of the first token at or after ``position``."""
        return bisect_left(self.starts, position)

    def body_from(self, position: int) -> int | None:
        """Return the end of the body that starts at ``position``, after blanks or one point."""
        if self.folded.startswith(".", position):  # ``CT.UBND xã``
            return self._body_from.get(position + 1)
        for at in range(position, min(position + 3, len(self.text))):
            if at in self._body_from:
                return self._body_from[at]
            if not self.text[at].isspace():
                break
        return None

    def body_ahead(self, position: int) -> int | None:
        """Return the end of the body that starts exactly at ``position``."""
        return self._body_from.get(position)

    def body_to(self, position: int) -> int | None:
        """Return the start of the body that ends at ``position`` or a blank or two before."""
        for at in range(position, max(position - 3, 0), -1):
            if at in self._body_to:
                return self._body_to[at]
            if not self.text[at - 1].isspace():
                break
        return None

    def body_over(self, position: int) -> tuple[int, int] | None:
        """Return the body that covers the character at ``position``."""
        at = bisect_right(self._body_starts, position) - 1
        if at >= 0 and self.bodies[at][1] > position:
            return self.bodies[at]
        return None

    def place_from(self, position: int) -> int | None:
        """Return the end of the place that starts at ``position``."""
        return self._place_from.get(position)

    @cached_property
    def place_at(self) -> dict[int, tuple[int, int]]:
        """Every character that a place covers, with that place."""
        return {at: span for span in self.places for at in range(*span)}
