"""Data for the page's script: columns of JSON, deflated, in base64.

Texts that repeat are written once. The browser inflates them itself (``DecompressionStream``).
Base64 has no ``<``, so that no text can end the element that it stands in.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any, Final

from hoinghi.markup import harmless

Packed = dict[str, Any]
"""What becomes JSON: lists of numbers and texts by name."""

LEVEL: Final = 7
"""Of deflate: level 9 takes twice as long for one percent."""

LONGEST: Final = 600
"""Characters of a text in the table; names of meetings have about a hundred."""


def clean(text: str | None, longest: int = LONGEST) -> str | None:
    """Return ``text`` without control characters and bidi overrides; empty text is ``None``.

    Args:
        text: Of an article, so it may be anything.
        longest: Characters that are kept; what is longer is no name and no sentence.
    """
    if not text:
        return None
    return harmless(text if len(text) <= longest else text[: longest - 1] + "…")


class _Texts:
    """Texts that repeat, each cleaned and numbered when it first comes."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self._places: dict[str, int] = {}

    def place(self, text: str | None) -> int:
        if not text:
            return -1
        place = self._places.get(text)
        if place is None:
            place = self._places[text] = len(self.values)
            self.values.append(clean(text) or "")
        return place


def coded(values: Iterable[str | None]) -> Packed:
    """Return texts that repeat as ``values`` and the ``index`` of each, -1 for none."""
    texts = _Texts()
    index = list(map(texts.place, values))
    return {"values": texts.values, "index": index}


def coded_lists(lists: Iterable[Iterable[str]]) -> Packed:
    """Return lists of texts that repeat as ``values`` and ``lists`` of their indexes."""
    texts = _Texts()
    indexes = [[texts.place(value) for value in values if value] for values in lists]
    return {"values": texts.values, "lists": indexes}


def flat_marks(
    sentence: str, marks: Iterable[tuple[int, int, str]], labels: Mapping[str, int]
) -> list[int]:
    """Return spans as start, length, label, ... in the units of JavaScript (UTF-16)."""
    flat: list[int] = []
    plain = _units(sentence) == len(sentence)
    for start, end, label in marks:
        if label not in labels or not 0 <= start < end <= len(sentence):
            continue
        if plain:
            flat += (start, end - start, labels[label])
        else:
            before = _units(sentence[:start])
            flat += (before, _units(sentence[start:end]), labels[label])
    return flat


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def pack(data: Packed) -> str:
    """Return ``data`` as base64 of deflated JSON."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode(), LEVEL)).decode("ascii")
