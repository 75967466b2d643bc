"""What two articles have in common word by word, in order, in nearly linear time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

_RUNS: Final = (6, 3)  # words that, standing once in each, tie the two together
_SMALL: Final = 40_000  # product of lengths up to which a gap is compared word by word
_TURNS: Final = 3  # dropping one may leave another alone
_WEAK: Final = 3  # words; a shorter run between longer gaps is chance


@dataclass(frozen=True, slots=True)
class Gap:
    """Words ``a`` to ``a_end`` of one article, ``b`` to ``b_end`` of the other, not in common."""

    a: int
    a_end: int
    b: int
    b_end: int

    @property
    def sizes(self) -> tuple[int, int]:
        """Return how many words of each article it holds."""
        return self.a_end - self.a, self.b_end - self.b


def gaps(a: Sequence[str], b: Sequence[str]) -> list[Gap]:
    """Return what parts ``a`` from ``b``, in order; all between the gaps is common."""
    blocks = list(_joined(_blocks(a, b, Gap(0, len(a), 0, len(b)), _RUNS)))
    for _ in range(_TURNS):
        blocks = _without_chance(blocks, len(a), len(b))
    return [gap for gap in _between(blocks, len(a), len(b)) if gap.sizes != (0, 0)]


_Block = tuple[int, int, int]  # where in a, where in b, how many words


def _blocks(a: Sequence[str], b: Sequence[str], part: Gap, runs: Sequence[int]) -> Iterator[_Block]:
    """Yield what is common in ``part``: long runs first, then what lies between them."""
    if 0 in part.sizes:
        return
    if not runs:
        if part.sizes[0] * part.sizes[1] <= _SMALL:
            matcher = SequenceMatcher(
                None, a[part.a : part.a_end], b[part.b : part.b_end], autojunk=False
            )
            for i, j, size in matcher.get_matching_blocks()[:-1]:
                yield part.a + i, part.b + j, size
        return
    at, at_b = part.a, part.b
    for i, j in _ties(a, b, part, runs[0]):
        if i < at or j < at_b:
            continue
        start, start_b = i, j
        while start > at and start_b > at_b and a[start - 1] == b[start_b - 1]:
            start, start_b = start - 1, start_b - 1
        end, end_b = i, j
        while end < part.a_end and end_b < part.b_end and a[end] == b[end_b]:
            end, end_b = end + 1, end_b + 1
        yield from _blocks(a, b, Gap(at, start, at_b, start_b), runs[1:])
        yield start, start_b, end - start
        at, at_b = end, end_b
    yield from _blocks(a, b, Gap(at, part.a_end, at_b, part.b_end), runs[1:])


def _ties(a: Sequence[str], b: Sequence[str], part: Gap, size: int) -> list[tuple[int, int]]:
    """Return the places of runs that stand once in each, as many as rise in both."""
    ours, theirs = _once(a, part.a, part.a_end, size), _once(b, part.b, part.b_end, size)
    pairs = [(at, theirs[run]) for run, at in ours.items() if run in theirs]
    tails: list[int] = []  # the smallest end of a rising row of each length
    ends: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        length = bisect_left(tails, j)
        tails[length : length + 1] = [j]
        ends[length : length + 1] = [number]
        before.append(ends[length - 1] if length else -1)
    row: list[tuple[int, int]] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        row.append(pairs[number])
        number = before[number]
    return row[::-1]


def _once(words: Sequence[str], start: int, end: int, size: int) -> dict[tuple[str, ...], int]:
    """Return the runs of ``size`` words that stand once, in order, with their places."""
    found: dict[tuple[str, ...], int] = {}
    for at in range(start, end - size + 1):
        run = tuple(words[at : at + size])
        found[run] = -1 if run in found else at
    return {run: at for run, at in found.items() if at >= 0}


def _joined(blocks: Iterator[_Block]) -> Iterator[_Block]:
    """Yield blocks that follow each other in both articles as one."""
    last: _Block | None = None
    for block in blocks:
        if last and last[0] + last[2] == block[0] and last[1] + last[2] == block[1]:
            last = last[0], last[1], last[2] + block[2]
            continue
        if last:
            yield last
        last = block
    if last:
        yield last


def _between(blocks: Sequence[_Block], size_a: int, size_b: int) -> list[Gap]:
    """Return the gaps before, between and behind ``blocks``, empty ones too."""
    edges = [(0, 0, 0), *blocks, (size_a, size_b, 0)]
    return [Gap(i + size, k, j + size, m) for (i, j, size), (k, m, _) in pairwise(edges)]


def _without_chance(blocks: list[_Block], size_a: int, size_b: int) -> list[_Block]:
    """Drop the first few words in common between two long gaps that are there by chance."""
    around = _between(blocks, size_a, size_b)
    return [
        block
        for number, block in enumerate(blocks)
        if block[2] >= _WEAK
        or min(max(around[number].sizes), max(around[number + 1].sizes)) <= 2 * block[2]
    ]
