"""The words of an article as re-posts are compared: without accents, case and abbreviations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from hoinghi.text import fold, strip_accents

_WORD = re.compile(r"\d+|[^\W\d_]+")
_WORD_OR_GAP = re.compile(rf"({_WORD.pattern})")
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


# The first letters come first, for then the search skips ahead to one of them.
_FIRST = f"[{''.join(sorted({word[0] for word in _LONG}))}]"
_REST = "|".join(f"(?<={word[0]}){word[1:]}" for word in sorted(_LONG, key=len, reverse=True))
_SHORT = re.compile(rf"{_FIRST}(?<!\w{_FIRST})(?:{_REST})(?!\w)")


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


def facts_of(body: str) -> list[str]:
    """Return the numbers of ``body``, and the names behind a name, each with the word before.

    Both words are as ``words_of`` has them in ``plain``; the other forms are not made, for every
    article is asked for its facts, and few are compared.
    """
    pieces = _WORD_OR_GAP.split(fold(body))  # gaps and words in turn
    facts: list[str] = []
    before, named_before = "", False
    for word, start in zip(pieces[1::2], list(accumulate(map(len, pieces)))[::2], strict=False):
        number = word.isdigit()
        named = number or (body[start].isupper() and word not in _LONG)
        if named and before and (number or named_before):
            facts.append(f"{_plain(before)} {_plain(word)}")
        before, named_before = word, named
    return facts


def _plain(word: str) -> str:
    """Return a word, or the last of those that an abbreviation stands for, as in ``plain``."""
    if word.isdigit():
        return word.lstrip("0") or "0"
    return _bare(_LONG.get(word, word).rpartition(" ")[2])
