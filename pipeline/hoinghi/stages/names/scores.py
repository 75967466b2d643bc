"""How well every tag fits every token: the weights of its features, added up by number.

Whoever spells each feature and has every chain look it up spends nine tenths of the time on
strings. Here each word, shape and mark gets a number once, and a look of ``features.LOOKS`` is a
table from those numbers to rows of weights, of all chains side by side. Number 0 and row 0 stand
for what no chain has a weight for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, repeat

import numpy as np
import numpy.typing as npt

from hoinghi.crfsuite import Floats, Weights
from hoinghi.stages.names.columns import Columns
from hoinghi.stages.names.features import EDGE, FAR, LOOKS, Look

_Numbers = npt.NDArray[np.int64]
_BAG = "marks"  # the column with any number of values a token
_SAME = {"inner": "pair", "own": _BAG}  # columns with the values of another
_SINGLE = {look.prefix: look for look in LOOKS if _SAME.get(look.column) != _BAG}
_BAGS = [_SINGLE.pop(prefix) for prefix in ("-1", "1", "")]


class Scores:
    """The weights of chains that look at the same features, made ready to be added up."""

    def __init__(self, chains: Sequence[Weights]) -> None:
        """Take the weights of ``chains``; the tags of one stand behind those of another."""
        names = dict.fromkeys(chain.from_iterable(one.attributes for one in chains))
        rows = {name: row for row, name in enumerate(names, 1)}
        self._weights = _joined(chains, rows)
        looks = _by_look(rows)
        known = _known(looks)
        self._words, self._shapes = known["word"], known["shape"]
        self._cased, self._marks = known["cased"], known[_BAG]
        self._pairs = _Runs(known["pair"], self._words)
        self._threes = _Runs(known["shapes"], self._shapes)
        tables = {look: _table(looks[look], known[_known_as(look)]) for look in looks}
        self._singles = [(one, tables[one]) for one in _SINGLE.values()]
        self._bags = [(one.step, tables[one]) for one in _BAGS]

    def __call__(self, columns: Columns, first: int, stop: int) -> Floats:
        """Return a row for every token of the lines ``first`` to ``stop``, a column for every tag.

        The score of a tag is what CRFsuite calls its state score: the sum of the weights that the
        features of the token have for it.
        """
        lines = columns.lines[first:stop]
        begin, end = lines[0][0], lines[-1][1]
        # Between lines is room to look beyond their ends.
        lengths = np.array([b - a for a, b in lines])
        places = np.arange(end - begin) + FAR * np.repeat(np.arange(1, len(lines) + 1), lengths)
        size = end - begin + FAR * (len(lines) + 1)
        numbers = self._numbers(columns, begin, end, places, size)
        scores = np.zeros((size, self._weights.shape[1]))
        inner = scores[FAR : size - FAR]
        for look, table in self._singles:
            there = numbers[look.column][FAR + look.step : size - FAR + look.step]
            inner += self._weights.take(table[there], axis=0)
        marked = places, lengths, columns.marks[begin:end], columns.own[begin:end]
        targets, rows = self._marked(*marked)
        if len(rows):
            starts = np.flatnonzero(np.diff(targets, prepend=-1))
            sums = np.add.reduceat(self._weights.take(rows, axis=0), starts, axis=0)
            scores[targets[starts]] += sums
        found: Floats = scores[places]
        return found

    def _numbers(
        self, columns: Columns, begin: int, end: int, places: _Numbers, size: int
    ) -> dict[str, _Numbers]:
        """Return the columns as numbers, tokens at ``places`` and nothing between them."""
        words = np.zeros(size, dtype=np.int64)
        shapes, cased = words.copy(), words.copy()
        for column, values, known in (
            (words, columns.words, self._words),
            (shapes, columns.shapes, self._shapes),
            (cased, columns.cased, self._cased),
        ):
            column[places] = list(map(known.get, values[begin:end], repeat(0)))
        there = np.zeros(size, dtype=np.bool_)
        there[places] = True
        edged = [
            np.where(there, column, known.get(EDGE, 0))
            for column, known in ((words, self._words), (shapes, self._shapes))
        ]
        pairs, threes = np.zeros((2, size), dtype=np.int64)
        pairs[1:] = self._pairs(edged[0][:-1], edged[0][1:])
        threes[1:-1] = self._threes(edged[1][:-2], edged[1][1:-1], edged[1][2:])
        inner = pairs.copy()
        inner[1:] *= there[:-1] & there[1:]
        return {
            "word": words,
            "shape": shapes,
            "cased": cased,
            "pair": pairs,
            "inner": inner,
            "shapes": threes,
        }

    def _marked(
        self,
        places: _Numbers,
        lengths: _Numbers,
        marks: Sequence[Sequence[str]],
        own: Sequence[Sequence[str]],
    ) -> tuple[_Numbers, _Numbers]:
        """Return places in order and a row of weights for each, of all marks that are looked at."""
        edge = self._marks.get(EDGE, 0)
        lasts = places[np.cumsum(lengths) - 1]
        edges = np.concatenate([lasts + 1, lasts - lengths])
        at = [edges]
        numbers = [np.full(len(edges), edge)]
        for bags in (marks, own):
            at.append(np.repeat(places, list(map(len, bags))))
            found = map(self._marks.get, chain.from_iterable(bags), repeat(0))
            numbers.append(np.fromiter(found, dtype=np.int64))
        where, what = np.concatenate(at), np.concatenate(numbers)
        targets = np.concatenate([where - step for step, _ in self._bags])
        rows = np.concatenate([table[what] for _, table in self._bags])
        known = np.flatnonzero(rows)
        order = known[np.argsort(targets[known], kind="stable")]
        return targets[order], rows[order]


class _Runs:
    """Finds the numbers of runs of values by the numbers of the values in them."""

    def __init__(self, known: Mapping[str, int], parts: Mapping[str, int]) -> None:
        self._base = len(parts) + 1
        keys = [0] * len(known)
        for run, number in known.items():
            for part in run.split(" "):
                keys[number - 1] = keys[number - 1] * self._base + parts[part]
        order = np.argsort(np.array(keys, dtype=np.int64))
        # The last key is above any other, so that every search ends at one.
        self._keys = np.append(np.array(keys, dtype=np.int64)[order], np.iinfo(np.int64).max)
        self._found = np.append(order + 1, 0)

    def __call__(self, *columns: _Numbers) -> _Numbers:
        """Return the number of the run of the values beside each other in ``columns``."""
        keys = columns[0]
        for column in columns[1:]:
            keys = keys * self._base + column
        at = np.searchsorted(self._keys, keys)
        return np.where(self._keys[at] == keys, self._found[at], 0)


def _joined(chains: Iterable[Weights], rows: Mapping[str, int]) -> Floats:
    """Return the weights of all chains side by side, one of each attribute below another."""
    tables = []
    for one in chains:
        table = np.zeros((len(rows) + 1, len(one.labels)))
        table[[rows[name] for name in one.attributes]] = one.state
        tables.append(table)
    return np.hstack(tables)


def _by_look(rows: Mapping[str, int]) -> dict[Look, dict[str, int]]:
    """Return, for every look, the rows of the values that it can see."""
    looks: dict[Look, dict[str, int]] = {look: {} for look in (*_SINGLE.values(), *_BAGS)}
    for name, row in rows.items():
        prefix, equals, value = name.partition("=")
        look = _SINGLE.get(prefix + equals)
        if look is None:
            look = next(one for one in _BAGS if name.startswith(one.prefix))
            value = name[len(look.prefix) :]
        looks[look][value] = row
    return looks


def _known_as(look: Look) -> str:
    return _SAME.get(look.column, look.column)


def _known(looks: Mapping[Look, Iterable[str]]) -> dict[str, dict[str, int]]:
    """Return the numbers of the values of every column."""
    values: dict[str, dict[str, None]] = {}
    for look, seen in looks.items():
        values.setdefault(_known_as(look), {}).update(dict.fromkeys(seen))
    for runs, parts in (("pair", "word"), ("shapes", "shape")):
        values[parts].update(dict.fromkeys(chain(*(run.split(" ") for run in values[runs]))))
    return {
        column: {value: number for number, value in enumerate(seen, 1)}
        for column, seen in values.items()
    }


def _table(rows: Mapping[str, int], known: Mapping[str, int]) -> _Numbers:
    """Return the row of every number of ``known``, 0 where a look has no weight for it."""
    table = np.zeros(len(known) + 1, dtype=np.int64)
    for value, row in rows.items():
        table[known[value]] = row
    return table
