"""The order of the Vietnamese alphabet, for names in lists."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from hoinghi.resources.units import KINDS

Order = tuple[tuple[int, ...], tuple[int, ...]]

_LETTERS: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS: Final = {letter: rank for rank, letter in enumerate(_LETTERS, 1000)}
# Tones come after all letters are compared: ngang, huyền, hỏi, ngã, sắc, nặng.
_TONES: Final = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


class _Letters(dict[str, tuple[int, int]]):
    """Rank and tone by letter; each letter is taken apart once."""

    def __missing__(self, letter: str) -> tuple[int, int]:
        parts = unicodedata.normalize("NFD", letter)
        tone = next((_TONES[mark] for mark in parts if mark in _TONES), 0)
        plain = "".join(mark for mark in parts if mark not in _TONES)
        base = unicodedata.normalize("NFC", plain)
        self[letter] = _RANKS.get(base, min(ord(base[:1] or " "), 999)), tone
        return self[letter]


_TABLE: Final = _Letters()


@lru_cache(maxsize=65_536)
def order(text: str) -> Order:
    """Return what ``text`` is sorted by: its letters first, then their tones."""
    found = [_TABLE[letter] for letter in unicodedata.normalize("NFC", text).lower()]
    return tuple(rank for rank, _ in found), tuple(tone for _, tone in found)


@lru_cache(maxsize=65_536)
def unit_order(name: str | None) -> tuple[bool, Order]:
    """Return what the name of a unit is sorted by: without ``Xã``; the unknown comes last."""
    text = name or ""
    kind = next((kind for kind in KINDS if text.startswith(f"{kind} ")), "")
    return name is None, order(text[len(kind) :].lstrip())
