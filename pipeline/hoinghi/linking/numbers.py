"""Keys of 16 hex digits as numbers of 8 bytes, so that a run can hold those of all its rows."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Keys = npt.NDArray[np.uint64]

_DIGITS: Final = 16


def numbers_of(keys: pa.Array) -> Keys:
    """Return the numbers of keys (``tables.digest``), which sort as the keys do."""
    joined = "".join(keys.to_pylist())
    return np.frombuffer(bytes.fromhex(joined), ">u8").astype(np.uint64)


def key_of(number: int) -> str:
    """Return the key of a number."""
    return f"{number:0{_DIGITS}x}"


def number_of(key: str) -> int:
    """Return the number of a key."""
    return int(key, 16)
