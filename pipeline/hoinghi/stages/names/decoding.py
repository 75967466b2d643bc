"""What chains make of the scores of their tags: how likely each is, and the best tags together.

The chains are those of CRFsuite: a path scores what its tags and its steps from tag to tag score,
and its probability is in proportion to e to that power. All chains, both directions and all lines
go side by side, so that one pass over the longest line does for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
import numpy.typing as npt

from hoinghi.crfsuite import Floats

_Numbers = npt.NDArray[np.int64]
_RANGE = 300.0  # a float holds powers of e up to 709, and two of them are multiplied


class Decoder:
    """The steps from tag to tag of chains whose tags stand behind each other."""

    def __init__(self, transitions: Sequence[Floats]) -> None:
        """Take the weights of each chain: how well the tag of a column follows that of a row."""
        self._transitions = transitions
        edges = list(accumulate(map(len, transitions), initial=0))
        self.parts = [slice(first, stop) for first, stop in pairwise(edges)]
        size = edges[-1]
        self._steps = np.zeros((2 * size, 2 * size))
        self._whole = np.zeros((2 * size, 2 * size))
        for part, table in zip(self.parts, transitions, strict=True):
            back = slice(size + part.start, size + part.stop)
            self._steps[part, part], self._steps[back, back] = np.exp(table), np.exp(table.T)
            self._whole[part, part] = self._whole[back, back] = 1.0
        # So many steps are made before the sums need a new scale: each multiplies them by no more
        # than all tags with the best step, and by no less than the worst step.
        worst = max(float(np.abs(table).max(initial=0.0)) for table in transitions)
        self._rest = max(1, int(_RANGE / (worst + np.log(size))))

    def marginals(self, scores: Floats, lines: Sequence[tuple[int, int]]) -> Floats:
        """Return how likely every tag is at every token.

        Args:
            scores: A row for every token, a column for every tag.
            lines: Half-open ranges of rows, behind each other from the first to the last.
        """
        size = len(scores), scores.shape[1]
        powers = np.exp(scores - self._highest(scores))
        walk = _Walk.over(lines)
        whole = np.hstack([powers[walk.forward], powers[walk.backward]])  # at first a tag's own
        reached = np.ones_like(whole)  # what leads to a tag, without its own
        now = whole[:0]
        for number, (first, stop) in enumerate(walk.steps):
            if number:
                np.dot(now[: stop - first], self._steps, out=reached[first:stop])
            now = whole[first:stop]
            now *= reached[first:stop]
            if number % self._rest == 0:
                now /= now @ self._whole
        likely = np.empty(size)
        likely[walk.forward] = reached[:, : size[1]]
        behind = np.empty(size)
        behind[walk.backward] = whole[:, size[1] :]
        likely *= behind
        likely /= likely @ self._whole[: size[1], : size[1]]
        return likely

    def _highest(self, scores: Floats) -> Floats:
        """Return the best score of the token's own chain for every tag: no power gets too large."""
        highest = np.empty_like(scores)
        for part in self.parts:
            highest[:, part] = scores[:, part].max(axis=1, keepdims=True)
        return highest

    def best(self, scores: Floats, lines: Sequence[tuple[int, int]], chain: int) -> list[list[int]]:
        """Return the numbers of the tags of the best path of one chain over each of ``lines``.

        Args:
            scores: As for ``marginals``.
            lines: Half-open ranges of rows.
            chain: The number of the chain; its first tag is number 0.
        """
        if not lines:
            return []
        table = self._transitions[chain]
        walk = _Walk.over(lines)
        own = scores[walk.forward, self.parts[chain]]
        reached = own.copy()  # the score of the best path to a tag
        flat = table[:, None, :]
        for (first, _), (after, end) in pairwise(walk.steps):
            before = reached[first : first + end - after].T[:, :, None]
            reached[after:end] += np.maximum.reduce(before + flat, axis=0)
        # From where each tag was reached best, asked only now, for all tokens at once.
        came = (reached[:, :, None] + table).argmax(axis=1).tolist()
        last = reached.argmax(axis=1).tolist()
        paths: list[list[int]] = [[] for _ in lines]
        firsts = [first for first, _ in walk.steps]
        for rank, line in enumerate(walk.order):
            size = lines[line][1] - lines[line][0]
            tag = last[firsts[size - 1] + rank]
            path = [tag]
            for step in range(size - 2, -1, -1):
                tag = came[firsts[step] + rank][tag]
                path.append(tag)
            paths[line] = path[::-1]
        return paths


@dataclass(frozen=True, slots=True)
class _Walk:
    """The order in which tokens are walked over: the first of every line, then the second, ...

    Lines that are over are left out, so that what is walked is all tokens and no more: the longest
    line comes first (``order``), and a step is the half-open range of its places in the walk.
    ``forward`` has the rows of the tokens in that order, ``backward`` the same from the ends of
    the lines on.
    """

    order: list[int]
    steps: list[tuple[int, int]]
    forward: _Numbers
    backward: _Numbers

    @classmethod
    def over(cls, lines: Sequence[tuple[int, int]]) -> _Walk:
        """Return the walk over ``lines``."""
        first, stop = np.array(lines, dtype=np.int64).T
        lengths = stop - first
        order = np.argsort(-lengths, kind="stable")
        rank = np.empty_like(order)
        rank[order] = np.arange(len(lines))
        line = np.repeat(np.arange(len(lines)), lengths)
        step = np.arange(len(line)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        walk = np.lexsort((rank[line], step))
        line, step = line[walk], step[walk]
        edges = np.cumsum(np.bincount(step)).tolist()
        return cls(
            order.tolist(),
            list(pairwise([0, *edges])),
            first[line] + step,
            stop[line] - 1 - step,
        )
