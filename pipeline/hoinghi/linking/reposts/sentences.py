"""Differences brought to the edges of sentences, where they stand as somebody made them.

Word by word, a paragraph that was cut seems to begin and end somewhere within its neighbours, and
two different sentences have a few words in common by chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from hoinghi.linking.reposts.align import Gap
from hoinghi.linking.reposts.tokens import Words

_OTHER: Final = 0.4  # share of words in common up to which two sentences are two
_LONG: Final = 12  # words of a sentence that few common words do not make the same


def by_sentence(a: Words, b: Words, found: Sequence[Gap]) -> Iterator[Gap]:
    """Yield the gaps ``found`` between ``a`` and ``b`` once more, brought to sentences.

    What one article has in addition is moved to begin where a sentence begins, if its words allow
    it. The gaps of two sentences that have little in common become one gap.
    """
    found = list(_moved(a, b, found))
    row: list[Gap] = []
    for gap in found:
        if row and _parted(a, b, row[-1], gap):
            yield from _settled(a, b, row)
            row = []
        row.append(gap)
    if row:
        yield from _settled(a, b, row)


def _moved(a: Words, b: Words, found: Sequence[Gap]) -> Iterator[Gap]:
    before = 0  # where the last gap ended in a
    for gap in found:
        steps = 0
        if 0 in gap.sizes:
            words, start, end = (a, gap.a, gap.a_end) if gap.sizes[0] else (b, gap.b, gap.b_end)
            steps = _steps(words, start, end, gap.a - before)
        before = gap.a_end - steps
        yield Gap(gap.a - steps, gap.a_end - steps, gap.b - steps, gap.b_end - steps)


def _steps(words: Words, start: int, end: int, room: int) -> int:
    """Return how far added words move to the left to begin a sentence, 0 if they cannot."""
    steps = 0
    while not words.starts[start - steps]:
        steps += 1
        if steps > room or words.plain[start - steps] != words.plain[end - steps]:
            return 0
    return steps


def _parted(a: Words, b: Words, gap: Gap, following: Gap) -> bool:
    """Tell whether a sentence begins in what is common between two gaps."""
    return any(a.starts[gap.a_end : following.a]) or any(b.starts[gap.b_end : following.b])


def _settled(a: Words, b: Words, row: Sequence[Gap]) -> Iterator[Gap]:
    """Yield the gaps of one sentence, or the whole of it where the other has another one."""
    start, start_b = row[0].a, row[0].b
    while start and start_b and not (_at_start(a, start) or _at_start(b, start_b)):
        start, start_b = start - 1, start_b - 1
    end, end_b = row[-1].a_end, row[-1].b_end
    while end < len(a) and end_b < len(b) and not (_at_start(a, end) or _at_start(b, end_b)):
        end, end_b = end + 1, end_b + 1
    whole = Gap(start, end, start_b, end_b)
    common = whole.sizes[0] - sum(gap.sizes[0] for gap in row)
    several = len(row) > 1 or max(whole.sizes) >= _LONG
    if several and 0 < common <= _OTHER * max(whole.sizes) and 0 not in whole.sizes:
        yield whole
    else:
        yield from row


def _at_start(words: Words, at: int) -> bool:
    return at == len(words) or words.starts[at]
