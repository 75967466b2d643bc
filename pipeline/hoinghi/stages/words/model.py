"""The weights of underthesea's word model, read out of its file.

The file is a model of CRFsuite with two labels: a token begins a word or goes on with one. With
two labels only differences count, so that each feature comes to one number: how much more it
speaks for going on. Source of the layout: ``crf1d_model.c`` and ``cqdb.c`` of CRFsuite 0.12.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

_HEADER = struct.Struct("<4sI4sIIIIIII")
_CHUNK = struct.Struct("<4sII")
_FEATURE = struct.Struct("<IIId")
_NAMES = struct.Struct("<4sIIIII")
_NUMBERS = 8  # bytes before each name: its number and its size
_LABELS = ["B-W", "I-W"]
_KNOWN = (b"lCRF", b"FOMC", 100)


@dataclass(frozen=True, slots=True)
class Model:
    """A chain of two labels.

    ``weights`` says how much more each feature (``T[-1].istitle=True``) speaks for going on with
    a word than for beginning one; ``steps[before][after]`` are the weights from label to label.
    """

    weights: dict[str, float]
    steps: tuple[tuple[float, float], tuple[float, float]]


def read_model(data: bytes) -> Model:
    """Return the model that ``data``, a file of CRFsuite, holds.

    Raises:
        ValueError: The file is of another form or has other labels.
        struct.error, IndexError: It is cut off or broken.
    """
    magic, _, kind, version, _, labels, names, features_at, labels_at, names_at = (
        _HEADER.unpack_from(data)
    )
    if (magic, kind, version) != _KNOWN or _names(data, labels_at, labels) != _LABELS:
        raise ValueError("underthesea keeps its model in another form")
    attributes = _names(data, names_at, names)
    differences = [0.0] * names
    steps = [[0.0, 0.0], [0.0, 0.0]]
    start = features_at + _CHUNK.size
    end = start + _CHUNK.unpack_from(data, features_at)[2] * _FEATURE.size
    for transition, source, label, weight in _FEATURE.iter_unpack(data[start:end]):
        if transition:
            steps[source][label] += weight
        else:
            differences[source] += weight if label else -weight
    weights = dict(zip(attributes, differences, strict=True))
    return Model(weights, ((steps[0][0], steps[0][1]), (steps[1][0], steps[1][1])))


def _names(data: bytes, at: int, count: int) -> list[str]:
    """Return the names of the list at ``at``, by their numbers."""
    magic, _, _, _, size, links = _NAMES.unpack_from(data, at)
    if magic != b"CQDB" or size != count:
        raise ValueError("underthesea keeps its names in another form")
    starts = [at + link + _NUMBERS for link in struct.unpack_from(f"<{count}I", data, at + links)]
    return b"\0".join([data[i : data.index(0, i)] for i in starts]).decode().split("\0")
