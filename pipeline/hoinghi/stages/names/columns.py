"""One article as the recogniser sees it: tokens, lines, and what is known of every token."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from hoinghi.records import Mention, Reading
from hoinghi.resources.lexicon import Lexicon
from hoinghi.resources.officials import surnames
from hoinghi.stages.names.memory import remembered
from hoinghi.stages.names.tagging import sides
from hoinghi.text import cut_words, fold, is_syllable

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_LONG_LINE = 2_000  # tokens
_KEPT = 40  # letters of the words that are kept in memory; no syllable has as many
_SHOUT = 0.7  # of the words of a line that shouts are in capitals


@dataclass(frozen=True, slots=True)
class Columns:
    """Parallel lists, one item a token; ``lines`` are half-open token ranges between breaks.

    ``marks`` has for every token the strings that say what it is, its neighbours look at them
    too; ``own`` those that only the token itself looks at.
    """

    starts: list[int]
    ends: list[int]
    words: list[str]
    cased: list[str]
    shapes: list[str]
    marks: list[list[str]]
    own: list[list[str]]
    lines: list[tuple[int, int]]


def read_columns(reading: Reading, found: Iterable[Mention], lexicon: Lexicon) -> Columns:
    """Cut ``reading.body`` into tokens and mark what rules, lists and layout say of each.

    Args:
        reading: The article with ``body``, ``words``, ``sentences`` and ``regions`` filled.
        found: The mentions that the rules found, of every label.
        lexicon: Titles and bodies that are known.
    """
    body, folded = reading.body, fold(reading.body)
    spans = cut_words(_TOKEN, folded, body)
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    forms = [folded[start:end] for start, end in spans]
    raw = [body[start:end] for start, end in spans]
    words = [f"#{len(form)}" if form.isdigit() else form for form in forms]
    shapes = [_shape(word) if len(word) < _KEPT else _shape.__wrapped__(word) for word in raw]
    lines = _lines(body, starts, ends)
    marks: list[list[str]] = [[] for _ in words]
    _mark_lists(marks, forms, raw, lexicon)
    _mark_words(marks, folded, starts, reading.words)
    _mark_found(marks, starts, found)
    own = _own(reading, starts, ends, raw, lines)
    for first, stop in lines:
        for at, memory in enumerate(remembered(words, first, stop), first):
            own[at] += memory
    return Columns(starts, ends, words, raw, shapes, marks, own, lines)


@lru_cache(maxsize=1 << 15)
def _shape(word: str) -> str:
    if word[0].isdigit():
        return "9"
    if not word[0].isalpha():
        return word
    if word.isupper():
        return "X" if len(word) == 1 else "XX"
    if word[0].isupper():
        return "Xx" if word[1:].islower() else "XxX"
    return "x" if word.islower() else "xX"


def _lines(body: str, starts: Sequence[int], ends: Sequence[int]) -> list[tuple[int, int]]:
    gaps = zip(ends, starts[1:], strict=False)
    breaks = [at for at, (end, start) in enumerate(gaps, 1) if "\n" in body[end:start]]
    edges = [0, *breaks, len(starts)] if starts else []
    lines = pairwise(edges)
    return [piece for first, stop in lines for piece in _pieces(body, starts, first, stop)]


def _pieces(body: str, starts: Sequence[int], first: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the line, cut behind a full stop where it is so long that it would fill the memory."""
    while stop - first > _LONG_LINE:
        window = range(first + _LONG_LINE // 2, first + _LONG_LINE)
        end = next((at + 1 for at in window if body[starts[at]] in ".;"), first + _LONG_LINE)
        yield first, end
        first = end
    yield first, stop


def _mark_lists(
    marks: list[list[str]], forms: Sequence[str], raw: Sequence[str], lexicon: Lexicon
) -> None:
    """Mark where the longest known titles and bodies lie, and words that names begin with."""
    size = len(forms)
    free_title = free_body = 0
    for at, form in enumerate(forms):
        if raw[at][0].isupper():
            marks[at] += _of_name(form) if len(form) < _KEPT else ("foreign",)
        if at >= free_title and form in lexicon.starters:
            second = forms[at + 1] if at + 1 < size else ""
            known = lexicon.titles
            for title in (*known.get((form, second), ()), *known.get((form, ""), ())):
                end = at + len(title.syllables)
                if title.kind != "off" and tuple(forms[at:end]) == title.syllables:
                    _mark(marks, at, end, "t", title.kind)
                    free_title = end
                    break
        if at >= free_body and form in lexicon.bodies.children:
            for end, body in lexicon.bodies.matches(forms, at):
                if body.grammar != "off" and (body.case != "cap" or raw[at][0].isupper()):
                    _mark(marks, at, end, "b", body.grammar)
                    free_body = end
                    break


@lru_cache(maxsize=1 << 14)
def _of_name(form: str) -> tuple[str, ...]:
    """Return the marks of a word that begins in a capital letter."""
    signs = ("surname",) if form in surnames() else ()
    return signs if is_syllable(form) else (*signs, "foreign")


def _mark(marks: list[list[str]], start: int, end: int, prefix: str, kind: str) -> None:
    marks[start].append(f"{prefix}=B{kind}")
    for at in range(start + 1, end):
        marks[at].append(f"{prefix}=I{kind}")


def _mark_words(
    marks: list[list[str]],
    folded: str,
    starts: Sequence[int],
    words: Iterable[tuple[int, int]],
) -> None:
    """Mark the words of several syllables that underthesea sees."""
    for start, end in words:
        word = folded[start:end]
        if " " in word:
            first, stop = bisect_left(starts, start), bisect_left(starts, end)
            if first < stop:
                marks[first].append(f"u=B{word}")
            goes_on = f"u=I{word}"
            for at in range(first + 1, stop):
                marks[at].append(goes_on)


def _mark_found(marks: list[list[str]], starts: Sequence[int], found: Iterable[Mention]) -> None:
    for mention in found:
        for at, side in sides(starts, mention):
            marks[at].append(f"r={side}{mention.label}")


def _own(
    reading: Reading,
    starts: Sequence[int],
    ends: Sequence[int],
    raw: Sequence[str],
    lines: Sequence[tuple[int, int]],
) -> list[list[str]]:
    """Return where every token stands: in its line, its sentence, the article's layout."""
    own: list[list[str]] = [[] for _ in raw]
    sentences = {start for start, _ in reading.sentences}
    for at in [at for at, start in enumerate(starts) if start in sentences]:
        own[at].append("sentence")
    pairs = zip(ends, starts[1:], strict=False)
    for at in [at for at, (end, start) in enumerate(pairs, 1) if end == start]:
        own[at].append("glued")
    for number, (first, stop) in enumerate(lines):
        own[first].append("line")
        signs = ["top"] if number == 0 else []
        signs += ["shout"] if _shouts(raw[first:stop]) else []
        for at in range(first, stop) if signs else ():
            own[at] += signs
    for region in reading.regions:
        if region.kind in {"headline", "caption"}:
            for at in range(bisect_left(starts, region.start), bisect_left(starts, region.end)):
                own[at].append(region.kind)
    return own


def _shouts(words: Sequence[str]) -> bool:
    """Tell whether a line is set in capitals."""
    letters = [word for word in words if word[0].isalpha()]
    return len(letters) > 2 and sum(word.isupper() for word in letters) > _SHOUT * len(letters)
