"""From spans that may nest and cross to a stream of opening, text and closing steps."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from hoinghi.records import Mention

LABELS: Final = {
    "DATE": "Thời gian",
    "LOC": "Địa danh",
    "VENUE": "Địa điểm",
    "PER": "Người",
    "TITLE": "Chức vụ",
    "ORG": "Cơ quan, tổ chức",
    "DIRECTIVE": "Văn bản",
    "MEETING": "Cuộc họp",
}

# Escape sequences in a downloaded article must not reach the terminal, nor NULs a page.
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), "\ufffd")
_CONTROLS |= dict.fromkeys((0x2028, 0x2029, 0x85, 0x0B, 0x0C), "\n")
_CONTROLS |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")
_CONTROLS |= {ord("\r"): " ", ord("\n"): "\n", ord("\t"): "\t"}
_HARMFUL = re.compile(f"[{re.escape(''.join(map(chr, _CONTROLS.keys() - {9, 10})))}]")


@dataclass(frozen=True, slots=True)
class Step:
    """One step through the text: ``mention`` opens or closes, or plain text runs on."""

    kind: Literal["open", "text", "close"]
    start: int
    end: int
    mention: Mention | None = None


def steps(length: int, mentions: Iterable[Mention]) -> Iterator[Step]:
    """Walk through a text of ``length`` characters; what opens last always closes first.

    A span that crosses another is closed with it and opened again, so that it comes in two.
    """
    starting: dict[int, list[Mention]] = defaultdict(list)
    edges = {0, length}
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if 0 <= mention.start < mention.end <= length:
            starting[mention.start].append(mention)
            edges |= {mention.start, mention.end}
    inside: list[Mention] = []
    before = 0
    for edge in sorted(edges):
        if before < edge:
            yield Step("text", before, edge)
        over = next((i for i, mention in enumerate(inside) if mention.end == edge), len(inside))
        for mention in reversed(inside[over:]):
            yield Step("close", edge, edge, mention)
        again = [mention for mention in inside[over:] if mention.end > edge]
        opening = sorted(again + starting[edge], key=lambda m: -m.end)
        inside[over:] = opening
        for mention in opening:
            yield Step("open", edge, edge, mention)
        before = edge


def harmless(text: str) -> str:
    """Return ``text``, of the same length, without control characters and bidi overrides."""
    # Nearly no text has any, and to look for them is ten times as fast.
    return text.translate(_CONTROLS) if _HARMFUL.search(text) else text
