"""Final ids of a run as arrays: only those that differ from what one article alone gave."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hoinghi.linking.numbers import Keys, key_of, number_of
from hoinghi.linking.relinking import replaced


@dataclass(frozen=True, slots=True)
class Finals:
    """Old id -> final id by document, 20 bytes each, in the order of the documents."""

    documents: npt.NDArray[np.int32]
    old: Keys
    new: Keys

    def replace(self, cells: pa.Array, documents: npt.NDArray[np.int32]) -> pa.Array:
        """Return ``cells`` of ids, each of one of ``documents`` (in order), with final ids."""
        if not len(documents):
            return cells
        start, end = np.searchsorted(self.documents, [documents[0], documents[-1] + 1]).tolist()
        if start == end:
            return cells
        part = slice(start, end)
        told = zip(
            self.documents[part].tolist(),
            self.old[part].tolist(),
            self.new[part].tolist(),
            strict=True,
        )
        ids = {(document, key_of(old)): key_of(new) for document, old, new in told}
        return replaced(cells, documents.tolist(), ids)


class Changes:
    """Final ids as they are found, in any order."""

    def __init__(self) -> None:
        self._documents, self._old, self._new = array("i"), array("Q"), array("Q")

    def add(self, document: int, old: str, new: str) -> None:
        """Note the final id of a thing in a document."""
        if old != new:
            self._documents.append(document)
            self._old.append(number_of(old))
            self._new.append(number_of(new))

    def finals(self) -> Finals:
        """Return all of them in order."""
        documents = np.frombuffer(self._documents, np.int32)
        order = np.argsort(documents, kind="stable")
        old, new = (np.frombuffer(one, np.uint64)[order] for one in (self._old, self._new))
        return Finals(documents[order], old, new)
