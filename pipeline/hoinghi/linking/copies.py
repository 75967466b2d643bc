"""Exact copies: of articles with one key one counts, and all get a key of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hoinghi.linking.numbers import Keys, key_of, numbers_of
from hoinghi.linking.shelf import Shelf
from hoinghi.tables import FAILED, NO_MEETING, OK

NONE: Final = -1
_STATUSES: Final = (OK, NO_MEETING, FAILED)
_UNDATED: Final = np.iinfo(np.int32).min
_EPOCH: Final = date(1970, 1, 1).toordinal()


@dataclass(slots=True)
class _Key:
    """What the run has had of a key: how many, the original, and whether it lacks its day."""

    count: int = 0
    original: int = NONE
    undated: bool = False


class Copies:
    """Tells copies from originals, document after document in the order of the run.

    The first article of a key is the original, later ones are its copies. A copy that alone knows
    its day counts as an article of its own: the search for re-posts makes it the original. What
    failed is no original.
    """

    def __init__(self) -> None:
        self._keys: dict[str | int, _Key] = {}

    def add(
        self, number: int, key: str | int, *, failed: bool, dated: bool, signed: bool
    ) -> tuple[int, int]:
        """Return which one of its key a document is, from 1 on, and its original if it is a copy.

        Args:
            number: Of the document in the run.
            key: Of its content; of the source for what failed.
            failed: Whether it could not be read.
            dated: Whether its day of publication is known.
            signed: Whether it has a signature.
        """
        known = self._keys.setdefault(key, _Key())
        known.count += 1
        if failed:
            return known.count, NONE
        if known.original == NONE:
            known.original, known.undated = number, signed and not dated
            return known.count, NONE
        if dated and known.undated:
            known.undated = False
            return known.count, NONE
        return known.count, known.original


@dataclass(slots=True)
class Register:
    """The documents of a run, 21 bytes each: key, which one of its key, day, original, status."""

    keys: Keys
    ordinals: npt.NDArray[np.int32]
    originals: npt.NDArray[np.int32]
    days: npt.NDArray[np.int32]
    statuses: npt.NDArray[np.uint8]

    @property
    def counted(self) -> npt.NDArray[np.bool_]:
        """Return which documents were read and repeat no other one."""
        kept: npt.NDArray[np.bool_] = (self.originals == NONE) & (
            self.statuses != _STATUSES.index(FAILED)
        )
        return kept

    @property
    def dated(self) -> npt.NDArray[np.bool_]:
        """Return of which documents the day of publication is known."""
        known: npt.NDArray[np.bool_] = self.days != _UNDATED
        return known

    def document_id(self, number: int) -> str:
        """Return the final key of a document."""
        key, ordinal = key_of(int(self.keys[number])), int(self.ordinals[number])
        return key if ordinal == 1 else f"{key}-{ordinal}"

    def published(self, number: int) -> date | None:
        """Return the day of publication."""
        day = int(self.days[number])
        return None if day == _UNDATED else date.fromordinal(_EPOCH + day)

    def status(self, number: int) -> str:
        """Return how reading ended: copies and re-posts have that status, too."""
        return _STATUSES[self.statuses[number]]

    def count(self, chosen: npt.NDArray[np.bool_]) -> dict[str, int]:
        """Return how many of the ``chosen`` documents have each status of reading."""
        counts = np.bincount(self.statuses[chosen], minlength=len(_STATUSES)).tolist()
        return dict(zip(_STATUSES, counts, strict=True))

    def ranks(self) -> npt.NDArray[np.int64]:
        """Return the place of each document among all, sorted by final key."""
        found = np.unique(self.ordinals)
        ends = ["" if one == 1 else f"-{one}" for one in found.tolist()]
        rank = np.argsort(np.argsort(ends))[np.searchsorted(found, self.ordinals)]
        places = np.empty(len(self.keys), np.int64)
        places[np.lexsort((rank, self.keys))] = np.arange(len(self.keys))
        return places


def register(shelf: Shelf) -> Register:
    """Return the documents of ``shelf``, copies and originals told apart."""
    size = len(shelf)
    signed = np.zeros(size, np.bool_)
    made = Register(
        np.zeros(size, np.uint64),
        np.ones(size, np.int32),
        np.full(size, NONE, np.int32),
        np.full(size, _UNDATED, np.int32),
        np.zeros(size, np.uint8),
    )
    at = 0
    for batch in shelf.scan("documents", ["document_id", "published", "status", "signature"]):
        part = slice(at, at := at + batch.num_rows)
        made.keys[part] = numbers_of(batch["document_id"])
        days = batch["published"].cast(pa.int32()).fill_null(int(_UNDATED))
        made.days[part] = days.to_numpy()
        made.statuses[part] = [_STATUSES.index(one) for one in batch["status"].to_pylist()]
        signed[part] = [bool(one) for one in batch["signature"].to_pylist()]
    copies = Copies()
    for number in _repeated(made.keys):
        made.ordinals[number], made.originals[number] = copies.add(
            number,
            int(made.keys[number]),
            failed=made.status(number) == FAILED,
            dated=bool(made.dated[number]),
            signed=bool(signed[number]),
        )
    return made


def _repeated(keys: Keys) -> Iterator[int]:
    """Yield the documents whose key is that of others, too, in order."""
    _, place, counts = np.unique(keys, return_inverse=True, return_counts=True)
    yield from np.flatnonzero(counts[place] > 1).tolist()
