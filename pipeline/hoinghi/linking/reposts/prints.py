"""The signatures of a run in a file, read a few columns at a time."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from hoinghi.linking.reposts.signatures import SIZE
from hoinghi.linking.spool import Scratch

_AT_ONCE: Final = 4_096  # signatures


class Fingerprints(Scratch):
    """Signatures, 12 bytes of memory each; ``places`` are their numbers among those given."""

    def __init__(self, signatures: Iterable[bytes], folder: Path | None = None) -> None:
        """Write ``signatures`` to a file in ``folder``, else a temporary one; empty ones count."""
        super().__init__(folder)
        self._letters, self.places = array("q"), array("i")
        for place, signature in enumerate(signatures):
            if signature:
                self._file.write(signature)
                self._letters.append(int.from_bytes(signature[:4], "little"))
                self.places.append(place)

    def __len__(self) -> int:
        return len(self.places)

    @property
    def letters(self) -> npt.NDArray[np.int64]:
        """Return how many letters each article has."""
        return np.frombuffer(self._letters, np.int64)

    def columns(self, start: int, count: int) -> npt.NDArray[np.uint32]:
        """Return ``count`` numbers of each signature, from number ``start`` on, a row for each."""
        made = np.empty((len(self), count), np.uint32)
        self._file.seek(0)
        for at in range(0, len(self), _AT_ONCE):
            some = np.frombuffer(self._file.read(_AT_ONCE * SIZE), "<u4").reshape(-1, SIZE // 4)
            made[at : at + len(some)] = some[:, start : start + count]
        return made
