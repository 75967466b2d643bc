"""Syllables of a text with what the place finder asks of them."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache

from hoinghi.resources.units import name_key

_SYLLABLE = re.compile(r"[^\W_]+(?:['’`ʼ][^\W_]+)*")
_BLANK = re.compile(r"[ \t\u00a0]{1,4}")
_LINK = re.compile(r"[ \t\u00a0]{0,2}[-–][ \t\u00a0]{0,2}")
_WRAP = re.compile(r"[ \t\u00a0]{0,2}\n[ \t]{0,2}")

_key = lru_cache(maxsize=65536)(name_key)


class Words:
    """The syllables of ``body``: offsets, keys, capitals, and the gaps between them."""

    def __init__(self, body: str) -> None:
        self.body = body
        found = [(m.start(), m.end()) for m in _SYLLABLE.finditer(body)]
        self.size = len(found)
        self.starts = [start for start, _ in found]
        self.ends = [end for _, end in found]
        self.keys = [_key(body[start:end]) for start, end in found]
        self.caps = [body[start].isupper() for start, _ in found]
        self.upper = [end - start > 1 and body[start:end].isupper() for start, end in found]
        gaps = zip([0, *self.ends], self.starts, strict=False)
        self.spaced = [_BLANK.fullmatch(body, end, start) is not None for end, start in gaps]

    def text(self, first: int, stop: int) -> str:
        """Return the text of the syllables ``first`` to ``stop`` (exclusive)."""
        return self.body[self.starts[first] : self.ends[stop - 1]]

    def gap(self, i: int) -> str:
        """Return what stands between syllable ``i - 1`` and ``i``."""
        if i <= 0 or i >= self.size:
            return "\n\n"
        return self.body[self.ends[i - 1] : self.starts[i]]

    def blank(self, i: int) -> bool:
        """Tell whether only blanks divide syllable ``i`` from the one before."""
        return 0 < i < self.size and self.spaced[i]

    def linked(self, i: int) -> bool:
        """Tell whether a name may run on to syllable ``i``: over blanks or one hyphen."""
        return self.blank(i) or (
            0 < i < self.size and _LINK.fullmatch(self.gap(i)) is not None
        )

    def wrapped(self, i: int) -> bool:
        """Tell whether a name that is known may run on over one line break."""
        return 0 < i < self.size and _WRAP.fullmatch(self.gap(i)) is not None

    def number(self, i: int) -> bool:
        """Tell whether syllable ``i`` begins with a digit."""
        return i < self.size and self.body[self.starts[i]].isdigit()

    def key(self, first: int, stop: int) -> str:
        """Return the name key of the syllables ``first`` to ``stop`` (exclusive)."""
        return " ".join(self.keys[first:stop])

    def longest(
        self, first: int, names: Container[str], prefixes: Container[str], *, lower: bool = False
    ) -> list[int]:
        """Return the ends of all names that begin at ``first``, the longest first.

        Every syllable needs a capital or a digit unless ``lower``.
        """
        ends: list[int] = []
        key = ""
        at = first
        while at < self.size:
            if not (lower or self.caps[at] or self.number(at)):
                break
            if at > first and not (self.linked(at) or self.wrapped(at)):
                break
            key = f"{key} {self.keys[at]}" if key else self.keys[at]
            at += 1
            if key in names:
                ends.append(at)
            if key not in prefixes:
                break
        return ends[::-1]

    def run(self, first: int, limit: int = 8) -> int:
        """Return the end of the run of capitalised syllables from ``first`` on."""
        at = first
        while at < self.size and at - first < limit and self.caps[at]:
            if at > first and not self.blank(at):
                break
            at += 1
        return at
