"""The sentences that a fact was read from, cut out of the text of an article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from hoinghi.stages.words import find_sentences

Span = tuple[int, int]

GAP: Final = " … "
"""What stands between two sentences that do not follow one another."""

_REACH: Final = 800  # characters on both sides of a mention in which its sentence is looked for
_LONGEST: Final = 700  # of one sentence; longer ones are lists that lost their line breaks
_AROUND: Final = 250  # characters that stay on both sides of the mention in too long a one


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article: ``text``, and where each piece of it stands in the article.

    ``pieces`` are ``(start in the article, end in the article, start in text)``.
    """

    text: str
    pieces: tuple[tuple[int, int, int], ...]

    def marks(self, mentions: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
        """Return those of ``mentions`` that lie in the quote, with offsets in its text."""
        return [
            (start - first + at, end - first + at, label)
            for first, last, at in self.pieces
            for start, end, label in mentions
            if first <= start and end <= last
        ]


def quote(text: str, spans: Sequence[Span]) -> Quote:
    """Return the sentences around ``spans``, each once and in their order."""
    size = len(text)
    found = sorted({_sentence(text, *span) for span in spans if 0 <= span[0] < span[1] <= size})
    merged: list[Span] = []
    for start, end in found:
        if merged and not text[merged[-1][1] : start].strip(" "):  # also where they overlap
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    pieces, words = [], ""
    for start, end in merged:
        words += GAP if words else ""
        pieces.append((start, end, len(words)))
        words += text[start:end]
    return Quote(words, tuple(pieces))


def _sentence(text: str, start: int, end: int) -> Span:
    """Return the sentence, or sentences, that hold a span."""
    left = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    line_end = text.find("\n", end)
    right = min(line_end if line_end >= 0 else len(text), end + _REACH)
    around = [
        (left + first, left + last)
        for first, last in find_sentences(text[left:right])
        if left + first < end and left + last > start
    ]
    first, last = (around[0][0], around[-1][1]) if around else (start, end)
    if last - first <= _LONGEST:
        return min(first, start), max(last, end)
    return _word_start(text, max(first, start - _AROUND)), min(last, end + _AROUND)


def _word_start(text: str, at: int) -> int:
    """Return where the next word begins, at most 30 characters on."""
    blank = text.find(" ", at, at + 30)
    return blank + 1 if blank >= 0 and at > 0 and not text[at - 1].isspace() else at
