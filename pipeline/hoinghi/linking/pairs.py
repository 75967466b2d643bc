"""Pairs of things that share a key, without a set of all pairs in memory."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

import numpy as np
import numpy.typing as npt

_ALL_PAIRS: Final = 150  # things of one key up to which all are compared with all
_WINDOW: Final = 1 << 20  # pairs that are handed over together, at most

_Thing = TypeVar("_Thing")
Numbers = npt.NDArray[np.int64]


Certain = Callable[[Numbers, Numbers], npt.NDArray[np.bool_]]
"""Tells for first and second numbers of many pairs which of them are certainly two things."""


class Pairs:
    """The pairs of numbers that share a key, the smaller number first.

    Of a key that more than 150 share, all are paired with the 150 of the lowest ``anchor`` alone.
    """

    def __init__(
        self,
        things: Sequence[_Thing],
        keys: Callable[[_Thing], Iterable[Hashable]],
        anchor: Callable[[_Thing], int],
    ) -> None:
        self._size = len(things)
        self._blocks = _blocks(things, keys)
        self._anchors = {
            size: [
                sorted(block.tolist(), key=lambda i: (anchor(things[i]), i))[:_ALL_PAIRS]
                for block in rows
            ]
            for size, rows in self._blocks.items()
            if size > _ALL_PAIRS
        }

    def windows(self, certain: Certain | None = None) -> Iterator[Numbers]:
        """Yield pairs, a pair a row, each once, without those that are ``certain`` to be two.

        The largest blocks come first and pairs of one block follow each other, so that things
        which lie in a file are read a few times only.
        """
        seen = np.empty(0, np.int64)
        for codes in self._windows():
            if certain is not None:
                codes = codes[~certain(codes // self._size, codes % self._size)]  # noqa: PLW2901
            fresh, at = np.unique(codes, return_index=True)
            new = ~_has(seen, fresh)
            seen = np.sort(np.concatenate([seen, fresh[new]]), kind="stable")  # a merge of two
            chosen = codes[np.sort(at[new])]
            yield np.stack([chosen // self._size, chosen % self._size], axis=1)

    def all_within(self, parts: npt.NDArray[np.int32]) -> Iterator[tuple[Numbers, Numbers]]:
        """Yield first and second numbers of all pairs of one part, some of them more than once.

        Args:
            parts: The part of each thing, -1 for none.
        """
        for codes in self._windows():
            first, second = codes // self._size, codes % self._size
            kept = (parts[first] == parts[second]) & (parts[first] >= 0)
            yield first[kept], second[kept]

    def _windows(self) -> Iterator[Numbers]:
        """Yield the pairs of all blocks, as one number each, some of them more than once."""
        waiting: list[Numbers] = []
        count = 0
        for codes in self._codes():
            waiting.append(codes)
            count += len(codes)
            if count >= _WINDOW:
                yield np.concatenate(waiting)
                waiting, count = [], 0
        if waiting:
            yield np.concatenate(waiting)

    def _codes(self) -> Iterator[Numbers]:
        for size, rows in sorted(self._blocks.items(), reverse=True):
            if size > _ALL_PAIRS:
                for block, anchors in zip(rows, self._anchors[size], strict=True):
                    yield from self._with_anchors(block, anchors)
                continue
            first, second = np.triu_indices(size, 1)
            at_once = max(1, _WINDOW // len(first))
            for at in range(0, len(rows), at_once):
                some = rows[at : at + at_once]
                yield (some[:, first] * self._size + some[:, second]).ravel()

    def _with_anchors(self, block: Numbers, anchors: Sequence[int]) -> Iterator[Numbers]:
        for one in anchors:
            others = block[block != one]
            yield np.minimum(one, others) * self._size + np.maximum(one, others)


def _has(ordered: Numbers, values: Numbers) -> npt.NDArray[np.bool_]:
    at = np.searchsorted(ordered, values)
    at[at == len(ordered)] = 0
    return ordered[at] == values if len(ordered) else np.zeros(len(values), np.bool_)


def _blocks(
    things: Sequence[_Thing], keys: Callable[[_Thing], Iterable[Hashable]]
) -> dict[int, Numbers]:
    """Return the blocks of things that share a key, by their size, a block a row.

    A key is known by its hash: should two ever have one, some pairs more are compared.
    """
    hashes, owners = array("q"), array("i")
    for i, thing in enumerate(things):
        for key in set(keys(thing)):
            hashes.append(hash(key))
            owners.append(i)
    if not owners:
        return {}
    known = np.frombuffer(hashes, np.int64)
    order = np.argsort(known, kind="stable")
    members = np.frombuffer(owners, np.int32)[order].astype(np.int64)
    starts = np.flatnonzero(np.diff(known[order], prepend=~known[order[:1]]))
    sizes = np.diff(starts, append=len(members))
    return {
        size: members[starts[sizes == size][:, None] + np.arange(size)]
        for size in np.unique(sizes).tolist()
        if size > 1
    }


def components(size: int, pairs: Numbers) -> npt.NDArray[np.int32]:
    """Return the part of each of ``size`` things that pairs (one a row) lead to, -1 for none.

    The number of a part is that of one of its things.
    """
    parent: dict[int, int] = {}

    def top(i: int) -> int:
        while (above := parent.setdefault(i, i)) != i:
            parent[i] = parent[above]
            i = above
        return i

    for first, second in pairs.tolist():
        one, other = sorted((top(first), top(second)))
        parent[other] = one
    parts = np.full(size, -1, np.int32)
    for i in list(parent):
        parts[i] = top(i)
    return parts
