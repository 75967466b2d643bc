"""The words of an article as re-posts are compared: without accents, case and abbreviations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from hoinghi.text import fold, strip_accents

_WORD = re.compile(r"\d+|[^\W\d_]+")
_ENDS = re.compile(r"[.!?:;…\n]|[-–+*•|]\s")  # of a sentence, an item, a cell
_LONG = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "mttqvn": "mặt trận tổ quốc việt nam",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "ubmttqvn": "ủy ban mặt trận tổ quốc việt nam",
    "bch": "ban chấp hành",
    "btv": "ban thường vụ",
    "tp": "thành phố",
    "tx": "thị xã",
    "tt": "thị trấn",
    "tw": "trung ương",
    "đc": "đồng chí",
}


_bare = lru_cache(maxsize=20_000)(strip_accents)  # most words are the same few thousand


@dataclass(frozen=True, slots=True)
class Words:
    """An article's words side by side in several forms.

    ``plain`` has neither case nor accents, numbers without leading zeros; ``folded`` keeps the
    accents; ``named`` tells of a capital in mid-sentence or of a number, ``starts`` of the first
    word of a sentence or line.
    """

    plain: tuple[str, ...]
    folded: tuple[str, ...]
    named: tuple[bool, ...]
    starts: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.plain)


def plain_words(body: str) -> list[str]:
    """Return the words of ``body`` alone, as ``words_of`` has them in ``plain``."""
    words = _WORD.findall(strip_accents(_written_out(fold(body))))
    return [word.lstrip("0") or "0" if word.isdigit() else word for word in words]


_SHORT = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_LONG, key=len, reverse=True))})(?!\w)")


def _written_out(folded: str) -> str:
    return _SHORT.sub(lambda match: _LONG[match[0]], folded)


def words_of(body: str) -> Words:
    """Return the words of an article's ``body`` (NFC)."""
    folded = fold(body)
    plain: list[str] = []
    kept: list[str] = []
    named: list[bool] = []
    starts: list[bool] = []
    last = 0
    for match in _WORD.finditer(folded):
        word, at = match[0], match.start()
        begins = not plain or (
            folded[last:at] != " " and _ENDS.search(folded, last, at) is not None
        )
        last = match.end()
        long = _LONG.get(word)
        if long is None:
            number = word.isdigit()
            plain.append((word.lstrip("0") or "0") if number else _bare(word))
            kept.append(word)
            named.append(number or body[at].isupper())
            starts.append(begins)
            continue
        parts = long.split()
        plain += map(_bare, parts)
        kept += parts
        named += [False] * len(parts)
        starts += [begins, *[False] * (len(parts) - 1)]
    return Words(tuple(plain), tuple(kept), tuple(named), tuple(starts))
