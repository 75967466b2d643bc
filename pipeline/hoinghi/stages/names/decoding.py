"""What chains make of the scores of their tags: how likely each is at every token.

The chains are those of CRFsuite: a path scores what its tags and its steps from tag to tag score,
and its probability is in proportion to e to that power. All chains, both directions and all lines
go side by side, so that one pass over the longest line does for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from hoinghi.crfsuite import Floats
from hoinghi.stages.names.paths import Lines, Walk

_RANGE = 300.0  # a float holds powers of e up to 709, and two of them are multiplied


@dataclass(frozen=True, slots=True)
class Likely:
    """How likely the tags of one chain are.

    ``marginals`` has a row for every token and a column for every tag; ``totals`` has the
    logarithm of the weight of all paths together, for every line.
    """

    marginals: Floats
    totals: Floats


class Decoder:
    """The steps from tag to tag of chains whose tags stand behind each other."""

    def __init__(self, transitions: Sequence[Floats]) -> None:
        """Take the weights of each chain: how well the tag of a column follows that of a row."""
        edges = list(accumulate(map(len, transitions), initial=0))
        self.parts = [slice(first, stop) for first, stop in pairwise(edges)]
        size = edges[-1]
        self._steps = np.zeros((2 * size, 2 * size))  # forwards, then backwards
        self._whole = np.zeros((2 * size, 2 * size))  # adds up the tags of a chain
        for part, table in zip(self.parts, transitions, strict=True):
            back = slice(size + part.start, size + part.stop)
            self._steps[part, part], self._steps[back, back] = np.exp(table), np.exp(table.T)
            self._whole[part, part] = self._whole[back, back] = 1.0
        # So many steps are made before the sums need a new scale: each multiplies them by no more
        # than all tags with the best step, and by no less than the worst step.
        worst = max(float(np.abs(table).max(initial=0.0)) for table in transitions)
        self._rest = max(1, int(_RANGE / (worst + np.log(size))))

    def likely(self, scores: Floats, lines: Lines) -> list[Likely]:
        """Return for every chain how likely its tags are.

        Args:
            scores: A row for every token, a column for every tag.
            lines: Half-open ranges of rows, behind each other from the first to the last.
        """
        size = scores.shape[1]
        highest = self._highest(scores)
        powers = np.exp(scores - highest)
        walk = Walk.over(lines)
        whole = np.hstack([powers[walk.forward], powers[walk.backward]])  # at first a tag's own
        reached, scales = self._walk(walk, whole)
        marginals = np.empty_like(scores)
        marginals[walk.forward] = reached[:, :size]
        behind = np.empty_like(scores)
        behind[walk.backward] = whole[:, size:]
        marginals *= behind
        for part in self.parts:
            marginals[:, part] /= marginals[:, part].sum(axis=1, keepdims=True)
        last = (whole[walk.lasts] @ self._whole)[:, :size]
        totals = np.empty_like(scales[:, :size])
        totals[walk.order] = np.log(last) + scales[:, :size]
        totals += np.add.reduceat(highest, [first for first, _ in lines])
        return [Likely(marginals[:, part], totals[:, part.start]) for part in self.parts]

    def _highest(self, scores: Floats) -> Floats:
        """Return the best score of the token's own chain for every tag: no power gets too large."""
        highest = np.empty_like(scores)
        for part in self.parts:
            highest[:, part] = scores[:, part].max(axis=1, keepdims=True)
        return highest

    def _walk(self, walk: Walk, whole: Floats) -> tuple[Floats, Floats]:
        """Multiply into ``whole`` what leads to every tag.

        Returns:
            What leads to each tag without its own, and for every line of the walk the logarithm
            of the scales that were taken out.
        """
        reached = np.ones_like(whole)
        scales = np.zeros((len(walk.order), whole.shape[1]))
        now = whole[:0]
        for number, (first, stop) in enumerate(walk.steps):
            if number:
                np.dot(now[: stop - first], self._steps, out=reached[first:stop])
            now = whole[first:stop]
            now *= reached[first:stop]
            if number % self._rest == 0:
                scale = now @ self._whole
                now /= scale
                scales[: stop - first] += np.log(scale)
        return reached, scales
