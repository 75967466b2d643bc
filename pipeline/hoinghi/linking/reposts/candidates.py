"""Pairs of articles that may be one, found without comparing all with all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

import numpy as np
import numpy.typing as npt

from hoinghi.linking.reposts.signatures import TEXT_HASHES, matrix

_ROWS: Final = 3  # minima of a band: two articles of likeness s share one with s**3
_BANDS: Final = TEXT_HASHES // _ROWS  # 42 bands find 0.99 of the pairs of likeness 0.45
_ALL_PAIRS: Final = 12  # articles of one band up to which all are compared with all
_LEAST: Final = 0.2  # estimated likeness; a re-post with half of the text cut still has 0.4

_Numbers = npt.NDArray[np.uint32]


def candidates(signatures: Sequence[bytes]) -> list[tuple[int, int]]:
    """Return pairs of places in ``signatures`` that share much of their text, in order.

    Articles are compared that share a band of minima. Where very many do, as they are filled
    into one form, only those of them that share a number or a name too, and of those all with
    the longest few: the work grows no faster than the articles.
    """
    known = [at for at, one in enumerate(signatures) if one]
    if len(known) < 2:
        return []
    rows = matrix([signatures[at] for at in known])
    order = np.argsort(-rows[:, 0].astype(np.int64), kind="stable")  # the longest first
    rows = rows[order]
    text, facts = rows[:, 1 : 1 + TEXT_HASHES], rows[:, 1 + TEXT_HASHES :]
    found: set[tuple[int, int]] = set()
    for band in range(_BANDS):
        for group in _alike(text[:, band * _ROWS : (band + 1) * _ROWS]):
            found.update(_pairs(group, facts))
    places = [known[at] for at in order.tolist()]
    near = _near(text, sorted(found))
    return sorted((min(places[i], places[j]), max(places[i], places[j])) for i, j in near)


def _alike(columns: _Numbers) -> Iterator[list[int]]:
    """Yield the rows that are equal in ``columns``, where there are at least two."""
    keys = np.ascontiguousarray(columns).view(f"V{4 * columns.shape[1]}").ravel()
    _, group = np.unique(keys, return_inverse=True)
    order = np.argsort(group, kind="stable")
    cuts = np.flatnonzero(np.diff(group[order])) + 1
    for rows in np.split(order, cuts):
        if len(rows) > 1:
            yield rows.tolist()


def _pairs(group: list[int], facts: _Numbers) -> Iterator[tuple[int, int]]:
    if len(group) <= _ALL_PAIRS:
        yield from combinations(group, 2)
        return
    rows = np.asarray(group)
    for column in range(facts.shape[1]):
        for alike in _alike(facts[rows, column : column + 1]):
            members = rows[alike].tolist()
            for at, first in enumerate(members[:_ALL_PAIRS]):
                yield from ((first, other) for other in members[at + 1 :])


def _near(text: _Numbers, pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs whose estimated likeness is not too small."""
    for i, j in pairs:
        if int((text[i] == text[j]).sum()) >= _LEAST * TEXT_HASHES:
            yield i, j
