"""The reader of any expression, and of terms and feasts: ``chains`` has ranges and sets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from hoinghi.stages.dates.chains import chain
from hoinghi.stages.dates.feasts import (
    DAYS_OF_NOTE,
    FEAST_HEADS,
    FEASTS,
    LONGEST_FEAST,
    NEED_HEAD,
    Feast,
)
from hoinghi.stages.dates.lengths import counted
from hoinghi.stages.dates.moments import WEEKDAY_FIRST
from hoinghi.stages.dates.patterns import (
    COUNT_UNITS,
    LAST_UNITS,
    NOW,
    NUMBER_WORDS,
    PICKED_UNITS,
    SHIFTS,
    STEMS,
    TERM_HEADS,
    VARIANTS,
    Phrase,
)
from hoinghi.stages.dates.picks import picked
from hoinghi.stages.dates.tokens import Tokens, first_words
from hoinghi.stages.dates.units import (
    lunar_year,
    under,
)
from hoinghi.stages.dates.units import year as named_year
from hoinghi.stages.dates.values import Expression, Node

Reader = Callable[[Tokens, int], Expression | None]


def expression(t: Tokens, i: int) -> Expression | None:
    """Return the longest expression of the grammar at token ``i``."""
    word = t.words[i]
    if word.isdigit():
        found = counted(t, i) if t.words[i + 1] in _COUNTED_UNITS else None
        return found or chain(t, i)
    if not t.words[i + 1].isdigit() or word not in NUMBER_WORDS:  # not "năm 2024"
        for read in _READERS.get(word, ()):
            found = read(t, i)
            if found:
                return found
    return chain(t, i)


def term(t: Tokens, i: int) -> Expression | None:
    """Read ``nhiệm kỳ 2024 - 2029``, ``giai đoạn 2021-2025``, ``năm học trước``."""
    head = t.phrase(i, TERM_HEADS, 3)
    if not head:
        return None
    j = head[1] + 1 if t.words[head[1]] in {"từ", ":"} else head[1]
    j = j + 1 if t.words[j] == "năm" else j
    first = t.year(j)
    if first is None:
        near = t.phrase(j, SHIFTS, 2) if t.words[i] == "năm" else None
        if not near:
            return None
        node = Node("school", base="published", shift=near[0], shift_unit="year")
        return Expression(i, near[1], (node,), "term")
    k = j + 2 if t.words[j + 2] != "năm" else j + 3
    last = t.year(k) if t.words[j + 1] in {"-", "đến", "/"} else None
    if last is None or last <= first or not t.closed(k + 1):
        return None
    return Expression(i, k + 1, (Node("year", year=first), Node("year", year=last)), "term")


def feast(t: Tokens, i: int, table: Mapping[Phrase, Feast] = FEASTS) -> Expression | None:
    """Read a feast that its year makes a day: ``Tết Giáp Thìn``, ``Giáng sinh 2019``."""
    found = t.phrase(i, table, LONGEST_FEAST)
    if not found:
        return None
    (month_number, day_number, lunar), j = found
    node = Node("day", month=month_number, day=day_number, lunar=lunar)
    year = t.year(j)
    whole = lunar_year(t, j) if lunar else None
    if whole and t.words[whole[1] - 2] not in {"-", ","}:
        node = node._replace(year=whole[0].year, cycle=whole[0].cycle)
        return Expression(i, whole[1], (node,), "feast")
    if year is not None and t.closed(j + 1):
        return Expression(i, j + 1, (node._replace(year=year),), "feast")
    if t.words[j] == "năm":
        dated = named_year(t, j)
        if dated and (dated[0].year or dated[0].cycle is not None or dated[0].base):
            return Expression(i, dated[1], (under(node, dated[0]),), "feast")
    return _near_tet(t, i, j, node) if t.words[i] == "tết" else None


def _near_tet(t: Tokens, i: int, j: int, node: Node) -> Expression | None:
    """Read ``Tết này`` and ``Tết vừa qua``, whose ``node`` ends at ``j``."""
    if t.words[j] in {"này", "nay"}:
        return Expression(i, j + 1, (node,), "feast")
    if tuple(t.words[j : j + 2]) not in {("vừa", "qua"), ("vừa", "rồi")}:
        return None
    node = node._replace(base="published", shift_unit="year")
    return Expression(i, j + 2, (node,), "feast")


def lone_feast(t: Tokens, i: int) -> Expression | None:
    """Read a feast or day of note at ``i`` that is the whole text, its year told or not."""
    j = i
    while t.words[j] in FEAST_HEADS and j < i + 2:
        j += 1
    found = t.phrase(j, DAYS_OF_NOTE, LONGEST_FEAST)
    if not found or (j == i and t.words[j] in NEED_HEAD):
        return None
    dated = feast(t, j, DAYS_OF_NOTE)
    (month_number, day_number, lunar), end = found
    node = Node("day", month=month_number, day=day_number, lunar=lunar, feast=True)
    one = replace(dated, start=i) if dated else Expression(i, end, (node,), "feast")
    rest = t.words[one.end : one.end + 2]
    return one if rest in (["", ""], [".", ""], ["!", ""]) else None


def buddhist_year(t: Tokens, i: int) -> Expression | None:
    """Read ``Phật lịch 2566 – Dương lịch 2022`` and ``PL. 2566 - DL. 2022``; also ``Giáp Thìn``."""
    solar = lunar_year(t, i)
    if solar and solar[0].year is not None:
        return Expression(i, solar[1], (Node("year", year=solar[0].year),), "year")
    j = i
    for heads in (("phật", "lịch"), ("pl",)):
        if tuple(t.words[i : i + len(heads)]) == heads:
            j = i + len(heads)
    j = j + 1 if j > i and t.words[j] in {".", ":"} else j
    if j == i or len(t.words[j]) != 4 or t.words[j + 1] not in {"-", ","}:
        return None
    k = j + 2
    for heads in (("dương", "lịch"), ("dl",)):
        if tuple(t.words[k : k + len(heads)]) == heads:
            k += len(heads)
            k = k + 1 if t.words[k] in {".", ":"} else k
            year = t.year(k)
            return Expression(i, k + 1, (Node("year", year=year),), "year") if year else None
    return None


_COUNTED_UNITS = frozenset(COUNT_UNITS) | {"thập"}
_FIRST_WORDS: tuple[tuple[Callable[[Tokens, int], Expression | None], frozenset[str]], ...] = (
    (counted, first_words(NOW) | NUMBER_WORDS | LAST_UNITS | {"cách", "sau", "nửa"}),
    (picked, frozenset(PICKED_UNITS) | WEEKDAY_FIRST),
    (term, first_words(TERM_HEADS)),
    (feast, first_words(FEASTS)),
    (buddhist_year, frozenset(STEMS) | frozenset(VARIANTS) | {"phật", "pl"}),
)
# The readers that can have anything at a word, beside ``chain``; most words have none.
_READERS = {
    word: tuple(read for read, words in _FIRST_WORDS if word in words)
    for word in frozenset().union(*(words for _, words in _FIRST_WORDS))
}
