"""Pairs of articles that may be one, found without comparing all with all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

import numpy as np
import numpy.typing as npt

from hoinghi.linking.reposts.prints import Fingerprints
from hoinghi.linking.reposts.signatures import FACT_HASHES, TEXT_HASHES

_ROWS: Final = 3  # minima of a band: two articles of likeness s share one with s**3
_BANDS: Final = TEXT_HASHES // _ROWS  # 42 bands find 0.99 of the pairs of likeness 0.45
_AT_ONCE: Final = 6  # bands that are read together
_ALL_PAIRS: Final = 12  # articles of one band up to which all are compared with all
_LEAST: Final = 0.2  # estimated likeness; a re-post with half of the text cut still has 0.4
_MOST: Final = 96  # articles that one is compared with: those most like it
_COLUMNS: Final = 16  # minima that are read together to estimate it
_WINDOW: Final = 1 << 19  # pairs whose minima are compared together, or that wait to be sorted

_Minima = npt.NDArray[np.uint32]
Pairs = npt.NDArray[np.int64]


def candidates(prints: Fingerprints) -> Pairs:
    """Return pairs of places in ``prints`` that share much of their text, a pair a row, in order.

    Articles are compared that share a band of minima. Where very many do, as they are filled
    into one form, only those of them that share a number or a name too, and of those all with
    the longest few: the work grows no faster than the articles.
    """
    if len(prints) < 2:
        return np.empty((0, 2), np.int64)
    order = np.argsort(-prints.letters.astype(np.int64), kind="stable")  # the longest first
    codes = _near(prints, order, _found(prints, order))
    pairs = order[np.stack([codes // len(order), codes % len(order)], axis=1)]
    pairs.sort(axis=1)
    places = np.asarray(prints.places)[pairs]
    return places[np.lexsort((places[:, 1], places[:, 0]))]


def _found(prints: Fingerprints, order: Pairs) -> Pairs:
    """Return the pairs of ranks that share a band, as one number each, in order."""
    facts = prints.columns(1 + TEXT_HASHES, FACT_HASHES)[order]
    found = np.empty(0, np.int64)
    for start in range(0, _BANDS, _AT_ONCE):
        count = min(_AT_ONCE, _BANDS - start)
        bands = prints.columns(1 + start * _ROWS, count * _ROWS)[order]
        for at in range(count):
            for codes in _windows(bands[:, at * _ROWS : (at + 1) * _ROWS], facts):
                found = np.union1d(found, codes)
    return found


def _windows(band: _Minima, facts: _Minima) -> Iterator[Pairs]:
    """Yield the pairs of one band, as one number each, some of them more than once."""
    waiting: list[Pairs] = []
    count = 0
    for group in _alike(band):
        for first, second in _pairs(group, facts):
            waiting.append(first * len(band) + second)
            count += len(second)
            if count >= _WINDOW:
                yield np.unique(np.concatenate(waiting))
                waiting, count = [], 0
    if waiting:
        yield np.unique(np.concatenate(waiting))


def _alike(columns: _Minima) -> Iterator[Pairs]:
    """Yield the rows that are equal in ``columns``, where there are at least two, in order."""
    order = np.lexsort(columns.T)
    new = (np.diff(columns[order].astype(np.int64), axis=0) != 0).any(axis=1)
    starts = np.concatenate([[0], np.flatnonzero(new) + 1])
    sizes = np.diff(starts, append=len(order))
    for start, size in zip(starts[sizes > 1].tolist(), sizes[sizes > 1].tolist(), strict=True):
        yield order[start : start + size]


_TRIANGLES: Final = tuple(
    tuple(np.array(list(combinations(range(size), 2)), np.int64).reshape(-1, 2).T)
    for size in range(_ALL_PAIRS + 1)
)


def _pairs(group: Pairs, facts: _Minima) -> Iterator[tuple[np.int64 | Pairs, Pairs]]:
    """Yield the pairs of a group of ranks, the better rank first: one or some with others."""
    if len(group) <= _ALL_PAIRS:
        first, second = _TRIANGLES[len(group)]
        yield group[first], group[second]
        return
    for column in range(facts.shape[1]):
        for alike in _alike(facts[group, column : column + 1]):
            members = group[alike]
            for at, one in enumerate(members[:_ALL_PAIRS]):
                yield one, members[at + 1 :]


def _near(prints: Fingerprints, order: Pairs, codes: Pairs) -> Pairs:
    """Return the pairs of ranks whose estimated likeness is not too small."""
    alike = np.zeros(len(codes), np.uint8)
    for start in range(1, 1 + TEXT_HASHES, _COLUMNS):
        minima = prints.columns(start, _COLUMNS)[order]
        for at in range(0, len(codes), _WINDOW):
            some = codes[at : at + _WINDOW]
            same = minima[some // len(order)] == minima[some % len(order)]
            alike[at : at + _WINDOW] += same.sum(axis=1, dtype=np.uint8)
    near = alike >= _LEAST * TEXT_HASHES
    return _nearest(codes[near], alike[near], len(order))


def _nearest(codes: Pairs, alike: npt.NDArray[np.uint8], count: int) -> Pairs:
    """Return of the pairs of each worse rank only those with the articles most like it.

    Where thousands fill one form, each is like all others; its original is still the likest.
    """
    second = codes % count
    by_rank = np.lexsort((codes, -alike.astype(np.int16), second))
    ranks = second[by_rank]
    starts = np.flatnonzero(np.append(True, ranks[1:] != ranks[:-1])[: len(ranks)])
    place = np.arange(len(ranks)) - np.repeat(starts, np.diff(starts, append=len(ranks)))
    return np.sort(codes[by_rank[place < _MOST]])
