"""What a linear-chain model looks at: every token, its neighbours, and runs of two words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hoinghi.stages.names.columns import Columns

_FAR = (-4, -3, -2, 2, 3, 4)  # neighbours of which only the word counts
_EDGE = "|"  # beyond the line
_BEFORE, _AFTER = "-1", "1"

Keep = Callable[[str], str | None]


class Features:
    """Makes the features of lines, all of them or only those that a model has weights for."""

    def __init__(self, weighed: frozenset[str] | None = None) -> None:
        """Keep the features in ``weighed``; ``None`` keeps all, as training wants them."""
        self._weighed = weighed
        self._own = self._prefixed("")
        self._before = self._prefixed(_BEFORE)
        self._after = self._prefixed(_AFTER)

    def _prefixed(self, prefix: str) -> Keep:
        """Return what makes a mark a feature, ``None`` where that has no weight."""
        if self._weighed is None:
            return lambda mark: f"{prefix}{mark}"
        size = len(prefix)
        # A look-up instead of spelling each feature: most have no weight.
        return {one[size:]: one for one in self._weighed if one.startswith(prefix)}.get

    def __call__(self, columns: Columns) -> Iterator[list[list[str]]]:
        """Yield, line by line, the features of its tokens.

        A line is read by itself: nothing is known of the one before. ``-1w=xã`` says that the
        word before is ``xã``; of the two direct neighbours all is told that is known of them.
        """
        own, before, after = self._own, self._before, self._after
        lefts = [[f for m in marks if (f := before(m))] for marks in columns.marks]
        rights = [[f for m in marks if (f := after(m))] for marks in columns.marks]
        edges = [[f for f in (one(_EDGE),) if f] for one in (before, after)]
        for first, stop in columns.lines:
            words, shapes = columns.words[first:stop], columns.shapes[first:stop]
            rows = []
            for at in range(stop - first):
                here = first + at
                row = [f for m in columns.marks[here] if (f := own(m))]
                row += [f for m in columns.own[here] if (f := own(m))]
                row += lefts[here - 1] if at else edges[0]
                row += rights[here + 1] if here + 1 < stop else edges[1]
                row += [f for m in _around(words, shapes, at) if (f := own(m))]
                rows.append(row)
            yield rows


def _around(words: list[str], shapes: list[str], at: int) -> list[str]:
    """Return what the line says around token ``at``: words further off, pairs, shapes."""
    size = len(words)
    word, shape = words[at], shapes[at]
    before = words[at - 1] if at else _EDGE
    after = words[at + 1] if at + 1 < size else _EDGE
    left = shapes[at - 1] if at else _EDGE
    right = shapes[at + 1] if at + 1 < size else _EDGE
    row = [f"-1+0={before} {word}", f"0+1={word} {after}", f"sss={left} {shape} {right}"]
    row += [f"{step}w={words[at + step]}" for step in _FAR if 0 <= at + step < size]
    if at > 1:
        row += (f"-2-1={words[at - 2]} {before}", f"-2s={shapes[at - 2]}")
    if at + 2 < size:
        row += (f"1+2={after} {words[at + 2]}", f"2s={shapes[at + 2]}")
    return row
