"""Parts of a year and what is longer than one, and the reader of any unit above the day.

Every function reads tokens from ``i`` and returns the node with the index after it, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from hoinghi.stages.dates.numerals import small_number
from hoinghi.stages.dates.patterns import (
    BARE_YEAR_AFTER,
    CLOCK_LENGTH,
    COUNTED,
    EDGES,
    ERAS,
    HALVES,
    NOT_BEFORE_SHIFT,
    NUMBER_WORDS,
    PERIOD_EDGES,
    SEASONS,
)
from hoinghi.stages.dates.tokens import Tokens
from hoinghi.stages.dates.units import (
    Parsed,
    lunar_year,
    month,
    quarter,
    shift,
    shifted,
    under,
    week,
    with_year,
    year,
)
from hoinghi.stages.dates.values import Node


def season(t: Tokens, i: int) -> Parsed | None:
    """Read ``mùa hè năm 2024``, ``mùa xuân này``; a season without a year is vague."""
    if t.words[i] == "xuân":
        return _spring(t, i)
    found = t.phrase(i + 1, SEASONS, 1) if t.words[i] == "mùa" else None
    if not found:
        return None
    node, end = with_year(t, Node("season", season=found[0]), found[1], joints="")
    if node.year or node.base or node.cycle:
        return node, end
    near = shift(t, end)
    if not near or near[0] not in {0, 1, -1}:
        return None
    node = node._replace(base="published", shift=near[0], shift_unit="year")
    return node, near[1]


def _spring(t: Tokens, i: int) -> Parsed | None:
    """Read ``Xuân Giáp Thìn 2024``, ``Xuân 2014``, ``xuân này``; ``vụ xuân`` is a crop."""
    node = Node("season", season="SP")
    if t.words[i + 1] == "này" and t.words[i - 1] not in {"vụ", "mùa", "nàng"}:
        return node._replace(base="published", shift_unit="year"), i + 2
    if not t.capital(i) or t.words[i - 1] in {"mùa", "thanh", "đông"}:
        return None
    value = t.year(i + 1)
    if value is not None:
        return (node._replace(year=value), i + 2) if t.closed(i + 2) else None
    whole = lunar_year(t, i + 1) or year(t, i + 1)
    return (under(node, whole[0]), whole[1]) if whole else None


def part_of_year(t: Tokens, i: int) -> Parsed | None:
    """Read ``6 tháng đầu năm 2024``, ``9 tháng năm 2023``, ``nửa đầu năm``."""
    half = t.phrase(i, HALVES, 2)
    if half:
        return _half(t, Node("half", ordinal=half[0]), half[1])
    found = small_number(t, i, 1, 11)
    if not found or t.words[found[1]] != "tháng":
        return None
    count, j = found[0], found[1] + 1
    if t.words[j] in PERIOD_EDGES:
        return _first_or_last(t, count, j)
    if t.words[j] == "năm" and t.year(j + 1) and count > 1 and t.words[i - 1] not in _DAY_CUES:
        return _in_year(t, _months(count, 1), j)
    if count in {3, 6, 9} and t.words[j] in _REPORTED and t.words[i - 1] not in CLOCK_LENGTH:
        node = _months(count, 1)._replace(base="published", shift_unit="year")
        return node, j
    return None


def _half(t: Tokens, node: Node, j: int) -> Parsed | None:
    """Read ``năm 2021``, ``năm`` or ``2021`` after ``nửa đầu``."""
    if t.words[j] == "năm":
        return _in_year(t, node, j)
    value = t.year(j) if t.closed(j + 1) and t.words[j + 1] not in COUNTED else None
    return (node._replace(year=value), j + 1) if value is not None else None


def _first_or_last(t: Tokens, count: int, j: int) -> Parsed | None:
    """Read ``đầu năm 2024``, ``cuối năm``, ``đầu 2024`` at ``j`` after a number of months."""
    node = _months(count, PERIOD_EDGES[t.words[j]])
    if t.words[j + 1] == "năm":
        return _in_year(t, node, j + 1)
    value = t.year(j + 1) if t.closed(j + 2) and t.words[j + 2] not in COUNTED else None
    return (node._replace(year=value), j + 2) if value is not None else None


_DAY_CUES = frozenset({"ngày", "mùng", "mồng"})
_REPORTED = frozenset({"ước", "đạt", "tăng", "giảm", "bằng"})


def _months(count: int, edge: int) -> Node:
    if count == 6:
        return Node("half", ordinal=edge)
    if count == 3:
        return Node("quarter", ordinal=1 if edge == 1 else 4)
    first, last = (1, count) if edge == 1 else (13 - count, 12)
    return Node("months", month=first, last=last)


def _in_year(t: Tokens, node: Node, j: int) -> Parsed:
    """Read the year at ``năm`` in ``j``; without one it is the year of publication."""
    found = year(t, j + 1 if t.words[j + 1] == "năm" else j)
    if found:
        return under(node, found[0]), found[1]
    return node._replace(base="published", shift_unit="year"), j + 1


def edge(t: Tokens, i: int) -> Parsed | None:
    """Read ``cuối tháng 3/2024``, ``đầu năm 2023``, ``trung tuần tháng 10``: the whole's value."""
    found = t.phrase(i, EDGES, 3)
    if not found:
        return None
    j = found[1]
    if t.words[i + 1] == "năm" and j == i + 3:  # "những năm đầu"
        whole = era(t, j + 1 if t.words[j] == "của" else j) or _decade(t, j)
        return (whole[0]._replace(mod=found[0]), whole[1]) if whole else None
    whole = month(t, j) or year(t, j) or quarter(t, j) or week(t, j) or era(t, j)
    whole = whole or _edge_of_bare(t, i, j)
    if whole and whole[0].unit == "week" and t.words[i] == "cuối":
        return whole[0]._replace(unit="weekend"), whole[1]
    if whole:
        return whole[0]._replace(mod=found[0]), whole[1]
    bare = t.words[j] == "năm" and t.words[i] in {"cuối", "giữa"} and t.words[j + 1] != "học"
    if bare and t.words[i - 1] not in NOT_BEFORE_SHIFT | _YEARLY and t.closed(j + 1):
        return Node("year", base="published", shift_unit="year", mod=found[0]), j + 1
    return None


def _edge_of_bare(t: Tokens, i: int, j: int) -> Parsed | None:
    """Read the year of ``cuối 2016`` and the week of ``cuối tuần qua``."""
    if tuple(t.words[i : j + 2]) == ("cuối", "tuần", "qua"):
        return Node("week", base="published", shift=-1, shift_unit="week"), j + 2
    value = t.year(j) if j == i + 1 and t.words[i - 1] not in _NO_EDGE else None
    after = t.words[j + 1]
    plain = not after.isalpha() or after in BARE_YEAR_AFTER or t.broken[j + 1]
    if value is None or not 1900 <= value < 2100 or not plain or not t.closed(j + 1):
        return None
    return Node("year", year=value), j + 1


_NO_EDGE = frozenset("bắt lần ban hàng dẫn đứng mở".split())
_YEARLY = frozenset({"tháng", "dịp", "họp", "ngày", "kỳ", "lệ", "phiên", "quý", "tuần"})


def era(t: Tokens, i: int) -> Parsed | None:
    """Read ``thập niên 90 của thế kỷ XX``, ``thập kỷ 1990``, ``thế kỷ 21``."""
    head = tuple(t.words[i : i + 2])
    if head[1] == "năm":
        return _decade(t, i + 2) if head[0] in {"những", "các"} else None
    if head in {("thế", "kỷ"), ("thế", "kỉ")}:
        return _century(t, i + 2)
    if head not in {("thập", "niên"), ("thập", "kỷ"), ("thập", "kỉ")}:
        return None
    return _decade(t, i + 2)


def _decade(t: Tokens, i: int) -> Parsed | None:
    """Read ``1990``, ``90`` or ``60 của thế kỷ trước`` after ``thập niên`` or ``những năm``."""
    full, short = t.year(i), t.number(i, 10, 99)
    following = t.words[i + 1]
    if not t.closed(i + 1) or (following in COUNTED and not t.broken[i + 1]):
        return None
    if full is not None and full % 10 == 0:
        return Node("decade", year=full), i + 1
    if short is None or short % 10:
        return None
    j = i + 2 if following in {"của", ","} else i + 1
    century = era(t, j) if t.words[j] == "thế" else None
    if century and century[0].unit == "century":
        whole = century[0]
        return whole._replace(unit="decade", year=(whole.year or 0) + short), century[1]
    return Node("decade", year=(1900 if short > 20 else 2000) + short), i + 1


def _century(t: Tokens, j: int) -> Parsed | None:
    """Read ``XX``, ``21``, ``thứ X``, ``III trước Công nguyên`` or ``trước`` after ``thế kỷ``."""
    if t.words[j] == "thứ":
        j += 1
    number = t.number(j, 1, 30) or _roman(t.words[j])
    if number:
        era_of = t.phrase(j + 1, ERAS, 3)
        if era_of and era_of[0] < 0:
            return Node("century", year=99 - 100 * number), era_of[1]
        return Node("century", year=100 * number - 100), era_of[1] if era_of else j + 1
    spelled = small_number(t, j, 1, 30)
    if spelled and t.words[j] not in {"một", "nay"}:
        return Node("century", year=100 * spelled[0] - 100), spelled[1]
    found = shifted(t, j, "century")
    return (found[0]._replace(year=0), found[1]) if found else None


def _roman(word: str) -> int | None:
    values = [{"i": 1, "v": 5, "x": 10}.get(c, 0) for c in word]
    if not values or len(values) > 6 or not all(values):
        return None
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-a if a < b else a for a, b in pairs) or None


# The readers that can have anything at a word; most words have none.
_READERS: dict[str, tuple[Callable[[Tokens, int], Parsed | None], ...]] = {
    **dict.fromkeys(NUMBER_WORDS, (part_of_year,)),
    **dict.fromkeys((phrase[0] for phrase in EDGES), (part_of_year, edge)),
    "tháng": (month,),
    "quý": (quarter,),
    "năm": (part_of_year, year),
    "tuần": (week,),
    "mùa": (season,),
    "xuân": (season,),
    "những": (edge, era),
    "các": (era,),
    "thế": (era,),
    "thập": (era,),
    "t": (month,),
}


def longest(options: Iterable[Parsed | None]) -> Parsed | None:
    """Return what ends last, the first of several that end there."""
    best: Parsed | None = None
    for found in options:
        if found is not None and (best is None or found[1] > best[1]):
            best = found
    return best


def unit(t: Tokens, i: int) -> Parsed | None:
    """Read any unit above the day."""
    word = t.words[i]
    if word.isdigit():
        return part_of_year(t, i) if t.words[i + 1] == "tháng" else None
    for read in _READERS.get(word, ()):
        found = read(t, i)
        if found:
            return found
    return None
