"""The best path of a chain: the tags that together score best (Viterbi), looked for in windows.

Most tokens are outside of any name, surely enough that the best path is outside there, too. What
lies between them does not depend on each other, so that short windows are decoded side by side
instead of long lines step by step. That a line's path is the best of all is proved: one that is
inside of a name at a sure token is less likely than that token is to be inside, and so less likely
than the path that was found. A line where this does not hold is decoded as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from hoinghi.crfsuite import Floats

Lines = Sequence[tuple[int, int]]  # half-open ranges of tokens
Numbers = npt.NDArray[np.int64]
_SURE = 1e-4  # how likely a token of no window is to be inside a name, at most
_MARGIN, _ROUNDING = 1.5, 1e-12  # both more than what rounding does to probabilities
_Window = tuple[int, int, list[int]]


@dataclass(frozen=True, slots=True)
class Walk:
    """The order in which tokens are walked over: the first of every line, then the second, ...

    Lines that are over are left out, so that what is walked is all tokens and no more: the longest
    line comes first (``order``), and a step is the half-open range of its places in the walk.
    ``forward`` has the rows of the tokens in that order, ``backward`` the same from the ends of
    the lines on; ``lasts`` has the places of the last tokens of the lines.
    """

    order: Numbers
    steps: list[tuple[int, int]]
    lasts: Numbers
    forward: Numbers
    backward: Numbers

    @classmethod
    def over(cls, lines: Lines) -> Walk:
        """Return the walk over ``lines``, of which there is one at least."""
        first, stop = np.array(lines, dtype=np.int64).T
        lengths = stop - first
        order = np.argsort(-lengths, kind="stable")
        rank = np.empty_like(order)
        rank[order] = np.arange(len(lines))
        line = np.repeat(np.arange(len(lines)), lengths)
        step = np.arange(len(line)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        walk = np.lexsort((rank[line], step))
        line, step = line[walk], step[walk]
        edges = np.append(0, np.cumsum(np.bincount(step)))
        lasts = edges[lengths[order] - 1] + np.arange(len(lines))
        steps = list(pairwise(edges.tolist()))
        return cls(order, steps, lasts, first[line] + step, stop[line] - 1 - step)


@dataclass(frozen=True, slots=True)
class Chain:
    """What the best paths of a chain depend on, but for the scores."""

    transitions: Floats
    outside: int

    def windows(
        self, scores: Floats, inside: Floats, totals: Floats, lines: Lines
    ) -> list[_Window]:
        """Return the best path wherever it may be inside of a name.

        Args:
            scores: A row for every token, a column for every tag.
            inside: How likely each token is inside of a name.
            totals: For every line, the logarithm of the weight of all its paths.
            lines: Half-open ranges of tokens, behind each other from the first to the last.

        Returns:
            ``(first, stop, tags)`` of windows in order, each in one line; all else is outside.
        """
        sure = inside <= _SURE
        found = self._decoded(scores, _runs(~sure, lines), lines)
        path = np.full(len(scores), self.outside)
        for first, stop, tags in found:
            path[first:stop] = tags
        starts = np.array([first for first, _ in lines])
        won = scores[np.arange(len(path)), path]
        won[1:] += self.transitions[path[:-1], path[1:]]
        won[starts[1:]] -= self.transitions[path[starts[1:] - 1], path[starts[1:]]]
        chance = np.exp(np.add.reduceat(won, starts) - totals)
        rival = np.maximum.reduceat(np.where(sure, inside, 0.0), starts)
        doubtful = chance < _MARGIN * rival + _ROUNDING
        if doubtful.any():
            sure &= np.repeat(~doubtful, [stop - first for first, stop in lines])
            found = self._decoded(scores, _runs(~sure, lines), lines)
        return found

    def _decoded(self, scores: Floats, windows: Lines, lines: Lines) -> list[_Window]:
        """Return the best path over each of ``windows``, between tokens that are outside."""
        if not windows:
            return []
        walk = Walk.over(windows)
        reached = scores[walk.forward]  # the score of the best path to a tag
        # What stands beside a window in its line is outside.
        edges = {edge for line in lines for edge in line}
        order = walk.order.tolist()
        begun = [rank for rank, at in enumerate(order) if windows[at][0] not in edges]
        ended = [rank for rank, at in enumerate(order) if windows[at][1] not in edges]
        reached[begun] += self.transitions[self.outside]
        reached[walk.lasts[ended]] += self.transitions[:, self.outside]
        steps = self.transitions[:, None, :]
        for (first, _), (after, end) in pairwise(walk.steps):
            before = reached[first : first + end - after].T[:, :, None]
            reached[after:end] += np.maximum.reduce(before + steps, axis=0)
        # From where each tag was reached best, asked only now, for all tokens at once.
        came = (reached[:, :, None] + self.transitions).argmax(axis=1).tolist()
        last = reached[walk.lasts].argmax(axis=1).tolist()
        found = []
        for rank, (number, tag) in enumerate(zip(order, last, strict=True)):
            first, stop = windows[number]
            path = [tag]
            for start, _ in walk.steps[stop - first - 2 :: -1] if stop - first > 1 else ():
                path.append(came[start + rank][path[-1]])
            found.append((first, stop, path[::-1]))
        return sorted(found)


def _runs(open_: npt.NDArray[np.bool_], lines: Lines) -> list[tuple[int, int]]:
    """Return the half-open ranges in which ``open_`` is true, each in one line."""
    edges = np.diff(open_.astype(np.int8), prepend=0, append=0)
    begins, ends = edges[:-1] > 0, edges[1:] < 0
    starts = np.array([first for first, _ in lines])
    begins[starts] = open_[starts]
    ends[starts[1:] - 1] = open_[starts[1:] - 1]
    firsts, stops = np.flatnonzero(begins), np.flatnonzero(ends) + 1
    return list(zip(firsts.tolist(), stops.tolist(), strict=True))
