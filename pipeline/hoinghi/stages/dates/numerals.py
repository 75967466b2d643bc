"""Reads numbers in words: days and months, and years in full or digit by digit."""

from __future__ import annotations

from hoinghi.stages.dates.patterns import (
    COUNTED,
    DIGITS,
    HUNDRED,
    NUMBER_WORDS,
    TEN,
    TENS,
    THOUSAND,
    ZERO_TENS,
)
from hoinghi.stages.dates.tokens import Tokens

_LONGEST = 8


def small_number(t: Tokens, i: int, low: int, high: int) -> tuple[int, int] | None:
    """Return a number of digits or words at ``i`` between ``low`` and ``high``, and its end."""
    value = t.number(i, low, high)
    if value is not None:
        return value, i + 1
    if t.words[i] not in NUMBER_WORDS:
        return None
    stop = _words_end(t, i, 3)
    for end in range(stop, i, -1):
        read = _tens(t.words[i:end])
        if read is not None and low <= read <= high:
            return read, end
    return None


def _words_end(t: Tokens, i: int, most: int) -> int:
    """Return where the run of at most ``most`` number words at ``i`` ends, within its line."""
    stop = i + 1
    while stop < i + most and t.words[stop] in NUMBER_WORDS and not t.broken[stop]:
        stop += 1
    return stop


def year_in_words(t: Tokens, i: int) -> tuple[int, int] | None:
    """Return the year that the words at ``i`` spell, of three or four figures, and its end."""
    if t.words[i] not in NUMBER_WORDS or t.broken[i]:
        return None
    stop = _words_end(t, i, _LONGEST)
    for end in range(stop, i + 1, -1):
        words = t.words[i:end]
        value = _spelled_out(words) or _pairs(words) or _thousands(words)
        if value is not None and end == i + 2 and t.words[end] in COUNTED:
            return None  # "năm nghìn đồng"
        if value is not None and 100 <= value <= 2199:
            return value, end
    return None


def _spelled_out(words: list[str]) -> int | None:
    if len(words) != 4 or not all(w in DIGITS for w in words):
        return None
    return int("".join(str(DIGITS[w]) for w in words))


def _pairs(words: list[str]) -> int | None:
    """Return a year said in two pairs, the second as a number: ``hai không mười chín``."""
    if (
        len(words) < 4
        or not all(w in DIGITS for w in words[:2])
        or not {TEN, TENS} & set(words[2:])
    ):
        return None
    last = _tens(words[2:])
    return None if last is None else 1000 * DIGITS[words[0]] + 100 * DIGITS[words[1]] + last


def _thousands(words: list[str]) -> int | None:
    rest, total = list(words), 0
    for marks, weight in ((THOUSAND, 1000), (frozenset({HUNDRED}), 100)):
        if len(rest) > 1 and rest[1] in marks and rest[0] in DIGITS:
            total += DIGITS[rest[0]] * weight
            rest = rest[2:]
    if len(rest) == len(words):
        return None
    if not rest:
        return total
    if rest[0] in ZERO_TENS and len(rest) == 2 and rest[1] in DIGITS:
        return total + DIGITS[rest[1]]
    tens = _tens(rest)
    return None if tens is None else total + tens


def _tens(words: list[str]) -> int | None:
    """Return the number below 100 that all of ``words`` spell, or None."""
    if words[0] == TEN:
        head, rest = 10, words[1:]
    elif words[0] not in DIGITS:
        return None
    elif words[1:2] == [TENS]:
        head, rest = 10 * DIGITS[words[0]], words[2:]
    elif len(words) == 2 and (DIGITS[words[0]] > 1 or words[0] in ZERO_TENS | {"không"}):
        head, rest = 10 * DIGITS[words[0]], words[1:]
    else:
        head, rest = DIGITS[words[0]], words[1:]
    if not rest:
        return head if head or len(words) == 1 else None
    tens = head >= 10
    known = len(rest) == 1 and (_unit(rest[0]) if tens else rest[0] in DIGITS and head == 0)
    return head + DIGITS[rest[0]] if known else None


def _unit(word: str) -> bool:
    """Return whether ``word`` counts ones after tens, where 5 is never ``năm`` ("year")."""
    return word in DIGITS and word != "năm"
