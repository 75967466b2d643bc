"""What a linear-chain model looks at: every token, its neighbours, and runs of two words.

A feature is what stands in a column some steps from the token, with a prefix that says which:
``-1w=xã`` says that the word before is ``xã``. Of the two direct neighbours all is told that is
known of them. A line is read by itself: nothing is known of the one before.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from hoinghi.stages.names.columns import Columns

EDGE = "|"  # beyond the line
FAR = 4  # steps that a token looks away at most


class Look(NamedTuple):
    """A column, how many steps from the token it is looked at, and the prefix of the feature."""

    prefix: str
    column: str
    step: int = 0


# The columns have one value a token, the shown word, its shape and the like, but for "marks" and
# "own" (``Columns``), whose names are the features. "pair" is the word before and the word itself,
# "inner" the same where both are in the line. Training numbers features in this order.
LOOKS = (
    Look("w=", "word"),
    Look("s=", "shape"),
    Look("", "marks"),
    Look("W=", "cased"),
    Look("", "own"),
    Look("-1w=", "word", -1),
    Look("-1s=", "shape", -1),
    Look("-1", "marks", -1),
    Look("1w=", "word", 1),
    Look("1s=", "shape", 1),
    Look("1", "marks", 1),
    Look("-1+0=", "pair"),
    Look("0+1=", "pair", 1),
    Look("sss=", "shapes"),
    *(Look(f"{step}w=", "word", step) for step in (-FAR, -3, -2, 2, 3, FAR)),
    Look("-2-1=", "inner", -1),
    Look("-2s=", "shape", -2),
    Look("1+2=", "inner", 2),
    Look("2s=", "shape", 2),
)


def features(columns: Columns) -> Iterator[list[list[str]]]:
    """Yield, line by line, the features of its tokens, spelt as chains learn them.

    Reading does without the spelling (``scores.Scores``).
    """
    for first, stop in columns.lines:
        table = _columns(columns, first, stop)
        looks = [(prefix, table[column], FAR + step) for prefix, column, step in LOOKS]
        yield [
            [f"{prefix}{value}" for prefix, column, step in looks for value in column[at + step]]
            for at in range(stop - first)
        ]


def _columns(columns: Columns, first: int, stop: int) -> dict[str, list[list[str]]]:
    """Return what stands in every column of a line, ``FAR`` steps beyond it on both sides too."""
    words, shapes = columns.words[first:stop], columns.shapes[first:stop]
    pairs = [f"{one} {other}" for one, other in pairwise([EDGE, *words, EDGE])]
    around = [EDGE, *shapes, EDGE]
    table = {
        "word": [[word] for word in words],
        "shape": [[shape] for shape in shapes],
        "marks": columns.marks[first:stop],
        "cased": [[word] if word[0].isupper() else [] for word in columns.cased[first:stop]],
        "own": columns.own[first:stop],
        "shapes": [[" ".join(three)] for three in zip(around, shapes, around[2:], strict=False)],
        "inner": [[], *([pair] for pair in pairs[1:-1])],
    }
    beyond: list[list[str]] = [[]] * FAR
    padded = {name: [*beyond, *column, *beyond] for name, column in table.items()}
    padded["marks"][FAR - 1] = padded["marks"][FAR + stop - first] = [EDGE]
    padded["pair"] = [*beyond, *([pair] for pair in pairs), *beyond]
    return padded
