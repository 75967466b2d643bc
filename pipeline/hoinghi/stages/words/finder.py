"""Words and sentences by underthesea, aligned to the text; syllable tokens for spaCy.

The segmenter is called as its model wants it: a line at a time, NFC, new-style tone marks, no
token normalising. Both its tokeniser and its sentence splitter are quadratic on long runs without
a space, so that such runs are cut before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from underthesea import sent_tokenize

from hoinghi.stages.words.segmenter import segment
from hoinghi.text import to_new_tone

_RUN = 120  # characters without a space after which a piece is cut
_PIECE = 2_000  # characters given to the segmenter at once
_UNIT = re.compile(rf"\S{{1,{_RUN}}}")
_SOLID = re.compile(r"\S+")
_SYLLABLE = re.compile(r"[^\W\d_]+[̀-ͯ]*|\d+|[^\S\n]+|\n+|.", re.DOTALL)
# A full stop after these does not end a sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:[Tt]h?[Ss]|PGS|GS|BS|[Ll][Ss]|KS|CN|[Tt][Pp]|[Tt][Xx]|[Tt][Tt]|[Đđ]/?c|Mr|Ms|v\.v|"
    r"[A-ZĐ]|Ng|Th|Ph|Kh|Tr|Nh))\.$"
)


def find_words(body: str) -> list[tuple[int, int]]:
    """Return the ``(start, end)`` of every word of ``body``; a word may hold several syllables."""
    spans: list[tuple[int, int]] = []
    for start, end in _pieces(body):
        piece = to_new_tone(body[start:end])
        spans.extend(_align(piece, segment(piece), start))
    return spans


def find_sentences(body: str) -> list[tuple[int, int]]:
    """Return the ``(start, end)`` of every sentence; a line break always ends one."""
    spans: list[tuple[int, int]] = []
    for start, end in _pieces(body):
        piece = body[start:end]
        first = len(spans)
        for span in _align(piece, sent_tokenize(piece), start):
            previous = spans[-1] if len(spans) > first else None
            if previous and _ABBREVIATION.search(body[previous[0] : previous[1]]):
                spans[-1] = (previous[0], span[1])
            else:
                spans.append(span)
    return spans


def syllables(text: str) -> Iterator[tuple[str, bool]]:
    """Yield ``(token, followed by one space)`` so that the tokens spell ``text`` exactly.

    Letters, digits and every sign stand apart, so that any span of the stages falls on token
    borders; white space beyond a single space between tokens is a token of its own, as in spaCy.
    """
    pending: str | None = None
    for token in _SYLLABLE.findall(text):
        if pending is not None and token[0] == " ":
            yield pending, True
            pending = token[1:] or None
            continue
        if pending is not None:
            yield pending, False
        pending = token
    if pending is not None:
        yield pending, False


def _pieces(body: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of ``body`` that are safe to segment: within a line, bounded runs."""
    at = 0
    for line in body.split("\n"):
        units = line.split()
        if units and len(line) <= _PIECE and len(max(units, key=len)) <= _RUN:  # as most are
            start = line.index(units[0])
            yield at + start, at + line.rindex(units[-1]) + len(units[-1])
        elif units:
            yield from ((at + start, at + end) for start, end in _parts(line))
        at += len(line) + 1


def _parts(line: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the pieces of a line that is too long for one, or has too long runs."""
    start: int | None = None
    end = 0
    for unit in _UNIT.finditer(line):
        glued = start is not None and unit.start() == end
        if start is not None and (glued or unit.end() - start > _PIECE):
            yield start, end
            start = None
        start = unit.start() if start is None else start
        end = unit.end()
    if start is not None:
        yield start, end


def _align(piece: str, tokens: list[str], offset: int) -> list[tuple[int, int]]:
    """Return the spans of ``tokens`` in ``piece``, each behind the one before and white space."""
    spans: list[tuple[int, int]] = []
    at, size = 0, len(piece)
    for token in tokens:
        while at < size and piece[at].isspace():
            at += 1
        if not piece.startswith(token, at):
            return list(_counted(piece, tokens, offset))
        end = at + len(token)
        spans.append((offset + at, offset + end))
        at = end
    return spans if at == len(piece) else list(_counted(piece, tokens, offset))


def _counted(piece: str, tokens: list[str], offset: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of ``tokens`` in ``piece`` by counting the characters that are no space.

    So are found words that the segmenter spells otherwise, as with other spaces or ``đ`` for
    ``ð``.
    """
    solid = [at for unit in _SOLID.finditer(piece) for at in range(*unit.span())]
    lengths = [len("".join(token.split())) for token in tokens]
    if sum(lengths) != len(solid):  # the segmenter changed characters: keep plain units instead
        for unit in _UNIT.finditer(piece):
            yield offset + unit.start(), offset + unit.end()
        return
    at = 0
    for length in lengths:
        if length:
            yield offset + solid[at], offset + solid[at + length - 1] + 1
        at += length
