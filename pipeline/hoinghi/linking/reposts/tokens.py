"""The words of an article as re-posts are compared: without accents, case and abbreviations."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hoinghi.text import fold, strip_accents

_WORD = re.compile(r"\d+|[^\W\d_]+")
_ENDS = re.compile(r"[.!?:;…\n]|[-–+*•|]\s")  # of a sentence, an item, a cell
_LONG = {
    "ubnd": "uy ban nhan dan",
    "hđnd": "hoi dong nhan dan",
    "mttq": "mat tran to quoc",
    "mttqvn": "mat tran to quoc viet nam",
    "ubmttq": "uy ban mat tran to quoc",
    "ubmttqvn": "uy ban mat tran to quoc viet nam",
    "bch": "ban chap hanh",
    "btv": "ban thuong vu",
    "tp": "thanh pho",
    "tx": "thi xa",
    "tt": "thi tran",
    "tw": "trung uong",
    "đ": "dong",
    "đc": "dong chi",
}


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
        word = match[0]
        begins = not plain or _ENDS.search(folded, last, match.start()) is not None
        capital = body[match.start()].isupper()
        for number, part in enumerate(_LONG.get(word, word).split()):
            bare = (part.lstrip("0") or "0") if part.isdigit() else strip_accents(part)
            plain.append(bare)
            kept.append(part if part != bare else bare)
            named.append(part.isdigit() or (capital and word not in _LONG))
            starts.append(begins and number == 0)
        last = match.end()
    return Words(tuple(plain), tuple(kept), tuple(named), tuple(starts))
