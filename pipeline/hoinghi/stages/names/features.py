"""What a linear-chain model looks at: every token, its neighbours, and runs of two words."""

from __future__ import annotations

from collections.abc import Iterator

from hoinghi.stages.names.columns import Columns

_FAR = (-4, -3, -2, 2, 3, 4)  # neighbours of which only the word counts
_EDGE = "|"  # beyond the line


def features(columns: Columns) -> Iterator[list[list[str]]]:
    """Yield, line by line, the features of its tokens.

    A line is read by itself: nothing is known of the one before. ``-1w=xã`` says that the word
    before is ``xã``; of the two direct neighbours everything is told that is known of them.
    """
    before = [[f"-1{mark}" for mark in marks] for marks in columns.marks]
    after = [[f"1{mark}" for mark in marks] for marks in columns.marks]
    for first, stop in columns.lines:
        words, shapes = columns.words[first:stop], columns.shapes[first:stop]
        rows = []
        for at in range(stop - first):
            row = columns.marks[first + at] + columns.own[first + at]
            row += before[first + at - 1] if at else ["-1|"]
            row += after[first + at + 1] if first + at + 1 < stop else ["1|"]
            row += _around(words, shapes, at)
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
