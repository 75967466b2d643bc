"""Syllables of a text with what the place finder asks of them."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from functools import lru_cache

from hoinghi.resources.units import name_key

_SYLLABLE = re.compile(r"[^\W_]+(?:['’`ʼ][^\W_]+)*")
_BLANK = re.compile(r"[ \t\u00a0]{1,4}")
_LINK = re.compile(r"[ \t\u00a0]{0,2}[-–][ \t\u00a0]{0,2}")
_WRAP = re.compile(r"[ \t\u00a0]{0,2}\n[ \t]{0,2}")


@lru_cache(maxsize=65536)
def _facts(syllable: str) -> tuple[str, bool, bool]:
    """Return the key of a syllable, and whether it has a capital first, and capitals only."""
    capitals = len(syllable) > 1 and syllable.isupper()
    return name_key(syllable), syllable[0].isupper(), capitals


@lru_cache(maxsize=4096)
def _is_blank(gap: str) -> bool:
    return _BLANK.fullmatch(gap) is not None


class Words:
    """The syllables of ``body``: offsets, keys, capitals, and the gaps between them."""

    def __init__(self, body: str) -> None:
        self.body = body
        found = list(_SYLLABLE.finditer(body))
        facts = [_facts(m[0]) for m in found]
        self.size = len(found)
        self.starts = [m.start() for m in found]
        self.ends = [m.end() for m in found]
        self.keys = [fact[0] for fact in facts]
        self.caps = [fact[1] for fact in facts]
        self.upper = [fact[2] for fact in facts]
        gaps = zip([0, *self.ends], self.starts, strict=False)
        self.spaced = [_is_blank(body[end:start]) for end, start in gaps]

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
