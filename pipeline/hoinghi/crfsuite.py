"""Reads the weights that CRFsuite learnt out of its model files.

CRFsuite's own tagger takes every feature as a string, once for each model. Whoever knows the
weights adds them up by number, several times as fast. The layout is that of ``crf1d_model.c`` and
``cqdb.c`` of CRFsuite 0.12: a header, the weights as records of one size, and two tables that give
labels and attributes their names by number.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

# Magic, file size, kind, version; how many weights, labels, attributes; where weights, labels and
# attributes begin; two more offsets that only the tagger needs.
_HEADER = struct.Struct("<4sI4sI3I5I")
_CHUNK = struct.Struct("<4sII")  # before the weights: name, size, how many
_TABLE = struct.Struct("<4sIIIII")  # name, size, flag, byte order, how many names, their offsets
_NAME = 8  # bytes of a record before its name
_WEIGHT = np.dtype([("kind", "<u4"), ("source", "<u4"), ("label", "<u4"), ("weight", "<f8")])
_TRANSITION = 1  # the kind of a weight whose source is a label and no attribute


@dataclass(frozen=True, slots=True)
class Weights:
    """What a chain has learnt; what it has no weight for counts 0.

    ``state`` has a row for every attribute and a column for every label; ``transitions`` say how
    well the label of the column follows that of the row.
    """

    labels: list[str]
    attributes: list[str]
    state: Floats
    transitions: Floats


def read_weights(file: Path) -> Weights:
    """Return the weights of the chain in ``file``.

    Raises:
        OSError: The file cannot be read.
        ValueError: It is no model of CRFsuite, or one that was cut short.
    """
    data = file.read_bytes()
    try:
        magic, size, kind, _, _, _, _, weights, labels, attributes, _, _ = _HEADER.unpack_from(data)
        if (magic, size, kind) != (b"lCRF", len(data), b"FOMC"):
            raise ValueError(f"{file}: no model of CRFsuite")
        return _weights(data, weights, _names(data, labels), _names(data, attributes))
    except (struct.error, IndexError) as error:
        raise ValueError(f"{file}: no whole model of CRFsuite") from error


def _weights(data: bytes, offset: int, labels: list[str], attributes: list[str]) -> Weights:
    _, _, count = _CHUNK.unpack_from(data, offset)
    found = np.frombuffer(data, _WEIGHT, count, offset + _CHUNK.size)
    state = np.zeros((len(attributes), len(labels)))
    transitions = np.zeros((len(labels), len(labels)))
    between = found["kind"] == _TRANSITION
    for table, part in ((state, found[~between]), (transitions, found[between])):
        table[part["source"], part["label"]] = part["weight"]
    return Weights(labels, attributes, state, transitions)


def _names(data: bytes, offset: int) -> list[str]:
    """Return the names of the table at ``offset``, by number."""
    *_, count, where = _TABLE.unpack_from(data, offset)
    starts = struct.unpack_from(f"<{count}I", data, offset + where)
    begins = [offset + start + _NAME for start in starts]
    return [data[begin : data.index(0, begin)].decode() for begin in begins]
