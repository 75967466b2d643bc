"""Cuts folded text into the syllables, numbers and signs that the grammar reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from hoinghi.stages.dates.patterns import TOKEN, Phrase

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
        most = _heads(table).get(self.words[i])
        if most is None:
            return None
        for length in range(min(most, longest), 0, -1):
            key = tuple(self.words[i : i + length])
            if key in table and not any(self.broken[i + 1 : i + length]):
                return table[key], i + length
        return None

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


_HEADS: dict[int, dict[str, int]] = {}


def _heads(table: Mapping[Phrase, Value]) -> dict[str, int]:
    """Return the longest phrase of ``table`` for each first word, made once per table."""
    found = _HEADS.get(id(table))
    if found is None:
        found = {}
        for phrase in table:
            found[phrase[0]] = max(len(phrase), found.get(phrase[0], 0))
        _HEADS[id(table)] = found
    return found


def tokenize(source: str, folded: str) -> Tokens:
    """Cut ``folded`` (``hoinghi.text.fold`` of ``source``) into tokens."""
    words = [""] * MARGIN
    starts, ends = [0] * MARGIN, [0] * MARGIN
    gap, broken = [True] * MARGIN, [True] * MARGIN
    at = 0
    for space, word in TOKEN.findall(
        folded.rstrip()
    ):  # trailing space would be tried again and again
        broken.append(not at or (space != "" and "\n" in space))
        gap.append(space != "")
        at += len(space)
        words.append(word)
        starts.append(at)
        at += len(word)
        ends.append(at)
    words += [""] * MARGIN
    starts += [at] * MARGIN
    ends += [at] * MARGIN
    gap += [True] * MARGIN
    broken += [True] * MARGIN
    return Tokens(source, words, starts, ends, gap, broken)
