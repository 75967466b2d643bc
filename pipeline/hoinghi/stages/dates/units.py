"""The units of the grammar: year, month, quarter, week, season, part of a year.

Every function reads tokens from ``i`` and returns the node with the index after it, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from hoinghi.stages.dates.numerals import small_number, year_in_words
from hoinghi.stages.dates.patterns import (
    BRANCHES,
    CLOCK_LENGTH,
    COUNTED,
    EDGES,
    ERAS,
    HALVES,
    LUNAR_MARKS,
    MEASURES,
    MONTH_NAMES,
    NOT_AFTER_SHIFT,
    NOT_BEFORE_SHIFT,
    NUMBER_WORDS,
    OLD_YEAR_CUES,
    PERIOD_EDGES,
    ROMAN,
    SEASONS,
    SHIFTS,
    STEMS,
    VARIANTS,
    YEAR_FOLLOWERS,
    YEAR_KINDS,
)
from hoinghi.stages.dates.tokens import Tokens
from hoinghi.stages.dates.values import Node

Parsed = tuple[Node, int]


def cycle(t: Tokens, i: int) -> tuple[int, int] | None:
    """Return the place among the sixty of a year like ``Giáp Thìn``, and its end."""
    stem, branch = (VARIANTS.get(w, w) for w in t.words[i : i + 2])
    if stem not in STEMS or branch not in BRANCHES or not t.capital(i) or not t.capital(i + 1):
        return None
    place = next((n for n in range(60) if STEMS[n % 10] == stem and BRANCHES[n % 12] == branch), 60)
    return (place, i + 2) if place < 60 else None


def lunar_year(t: Tokens, i: int) -> Parsed | None:
    """Read ``Giáp Thìn``, ``Giáp Thìn 2024`` or ``Quý Tỵ - 2013``."""
    found = cycle(t, i)
    if not found:
        return None
    place, j = found
    k = j + 1 if t.words[j] in {"-", ","} else j
    year = t.year(k)
    if year is not None and (year - 4) % 60 == place and t.closed(k + 1):
        return Node("year", year=year, cycle=place), k + 1
    return Node("year", cycle=place), j


def shift(t: Tokens, i: int) -> tuple[int, int] | None:
    """Return the offset of ``này``, ``ngoái``, ``vừa qua`` and the like, and its end."""
    found = t.phrase(i, SHIFTS, 2)
    if not found:
        return None
    by, j = found
    if t.words[j] == "nữa" and by:
        return 2 * by, j + 1
    timed = t.words[j] == "lúc" and t.words[j + 1].isdigit()
    return found if timed or t.words[j] not in NOT_AFTER_SHIFT else None


def shifted(t: Tokens, i: int, unit: str, *, inside: bool = False) -> Parsed | None:
    """Read what follows a unit word at ``i - 1``: ``tuần`` + ``này``.

    A number before it makes a length of time ("3 năm qua"), unless it is the number of a month
    ``inside`` that year.
    """
    found = shift(t, i)
    before = t.words[i - 2]
    if not found or before in NOT_BEFORE_SHIFT:
        return None
    figure = before.isdigit() or small_number(t, i - 2, 0, 99)
    counted = figure or before in {"mươi", "chục", "trăm"}
    if counted and t.words[i] != "ngoái" and not inside:
        return None
    return Node(unit, base="published", shift=found[0], shift_unit=unit), found[1]


def year(t: Tokens, i: int, *, inside: bool = False) -> Parsed | None:
    """Read a year with the word ``năm`` before it, in figures, words, lunar or relative."""
    if t.words[i] != "năm":
        return None
    kind = t.phrase(i + 1, YEAR_KINDS, 2) if t.words[i + 1] == "mới" else None
    j = kind[1] if kind else i + 1
    if t.words[j].isdigit():
        return _year_in_figures(t, i, j, inside=inside)
    spelled = year_in_words(t, j) or (_short_in_words(t, j) if inside else None)
    if spelled:
        return Node("year", year=spelled[0]), spelled[1]
    return lunar_year(t, j) or shifted(t, j, "year", inside=inside)


def _year_in_figures(t: Tokens, i: int, j: int, *, inside: bool) -> Parsed | None:
    """Read ``2024``, ``938``, ``3000 TCN`` and, after its month, ``75``."""
    era_of = t.phrase(j + 1, ERAS, 3)
    if era_of:
        number = t.number(j, 1, 9999, width=4)
        return (Node("year", year=era_of[0] * number), era_of[1]) if number else None
    value = t.year(j)
    if value is None and inside and len(t.words[j]) == 2 and t.words[j + 1] not in COUNTED:
        value = t.number(j, 0, 99)
    if value is not None:
        return (Node("year", year=value), j + 1) if t.closed(j + 1) else None
    old = t.number(j, 100, 999, width=3)
    if old is None or t.words[j + 1] not in YEAR_FOLLOWERS or t.words[i - 1] not in OLD_YEAR_CUES:
        return None
    return Node("year", year=old), j + 1


def _short_in_words(t: Tokens, j: int) -> tuple[int, int] | None:
    """Return the two last figures of a year spoken after its month: ``bảy lăm`` (1975)."""
    found = small_number(t, j, 10, 99)
    if found is None or found[1] == j + 1:
        return None
    return None if t.words[found[1]] in COUNTED | NUMBER_WORDS else found


def under(node: Node, whole: Node) -> Node:
    """Return ``node`` inside the year that ``whole`` tells."""
    return node._replace(
        year=whole.year,
        base=whole.base,
        shift=whole.shift,
        shift_unit=whole.shift_unit,
        cycle=whole.cycle,
        lunar=node.lunar or (whole.cycle is not None and node.unit in {"day", "month"}),
    )


def with_year(t: Tokens, node: Node, j: int, *, joints: str = "/-.") -> Parsed:
    """Read the year that may follow a day, month or quarter, and put ``node`` into it."""
    if t.words[j] and t.words[j] in joints:
        value = t.year(j + 1)
        spaced = t.gap[j] != t.gap[j + 1] and t.words[j] != "/"
        if value is not None and not spaced and t.closed(j + 2):
            return node._replace(year=value), j + 2
    k = j + 1 if t.words[j] in {",", "của"} else j
    found = year(t, k, inside=True)
    if found:
        return under(node, found[0]), found[1]
    k = j + 1 if t.words[j] == "," and t.words[j + 2] in _YEAR_ENDS else j
    value = t.year(k)
    if value is not None and t.gap[k] and not t.broken[k] and t.closed(k + 1):
        return node._replace(year=value), k + 1
    return node, j


# What may follow a bare year after a comma ("12 tháng 5, 2014"), which else is a count.
_YEAR_ENDS = frozenset({"", ".", ",", "(", ")", ";", "-", "lúc", "vào"})


def month(t: Tokens, i: int, *, inside: bool = False) -> Parsed | None:
    """Read ``tháng 3/2024``, ``tháng ba năm ngoái``, ``tháng Giêng``, ``tháng này``."""
    if t.words[i] != "tháng" or t.words[i - 1] == "mạng":  # the Revolutions named by a month
        return _short_month(t, i) if t.words[i] == "t" else None
    named = MONTH_NAMES.get(t.words[i + 1])
    found = (named, i + 2) if named else small_number(t, i + 1, 1, 12)
    if not found:
        return shifted(t, i + 1, "month", inside=inside)
    value, j = found
    if t.words[j] in MEASURES or not _month_ends(t, j):
        return None
    mark = t.phrase(j, LUNAR_MARKS, 2) if not inside or named else None
    kind, end = mark or ("lunar" if named else "solar", j)
    return with_year(t, Node("month", month=value, lunar=kind == "lunar"), end)


def _short_month(t: Tokens, i: int) -> Parsed | None:
    """Read ``T9/2024`` of tables."""
    number, value = t.number(i + 1, 1, 12), t.year(i + 3)
    tight = t.words[i + 2] == "/" and not any(t.gap[i + 1 : i + 4])
    if number is None or value is None or not tight or not t.closed(i + 4):
        return None
    return Node("month", month=number, year=value), i + 4


def _month_ends(t: Tokens, j: int) -> bool:
    """Return whether the month number ends at ``j`` or goes on with a year or a further month."""
    if t.words[j] and t.words[j] in "/.-" and not t.gap[j]:
        return t.year(j + 1) is not None or t.number(j + 1, 1, 12) is not None or t.gap[j + 1]
    return t.closed(j)


def quarter(t: Tokens, i: int) -> Parsed | None:
    """Read ``quý II/2024``, ``quý 3 năm 2011``, ``quý này``."""
    if t.words[i] != "quý" or t.words[i - 1] in NOT_BEFORE_SHIFT:
        return None
    roman = ROMAN.get(t.words[i + 1])
    found = (roman, i + 2) if roman else small_number(t, i + 1, 1, 4)
    if not found or t.words[found[1]] in MEASURES:
        return shifted(t, i + 1, "quarter")
    return with_year(t, Node("quarter", ordinal=found[0]), found[1])


def week(t: Tokens, i: int) -> Parsed | None:
    """Read ``tuần này``, ``tuần 42``, ``tuần 11 năm 2026``."""
    if t.words[i] != "tuần":
        return None
    k = i + 2 if t.words[i + 1] == "thứ" else i + 1
    number = t.number(k, 1, 53)
    if number is not None:
        node, end = with_year(t, Node("week", ordinal=number), k + 1)
        return (node, end) if node.year else None
    return shifted(t, i + 1, "week")


def season(t: Tokens, i: int) -> Parsed | None:
    """Read ``mùa hè năm 2024``, ``mùa xuân này``; a season without a year is vague."""
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


def part_of_year(t: Tokens, i: int) -> Parsed | None:
    """Read ``6 tháng đầu năm 2024``, ``9 tháng năm 2023``, ``nửa đầu năm``."""
    half = t.phrase(i, HALVES, 2)
    if half and t.words[half[1]] == "năm":
        return _in_year(t, Node("half", ordinal=half[0]), half[1])
    found = small_number(t, i, 1, 11)
    if not found or t.words[found[1]] != "tháng":
        return None
    count, j = found[0], found[1] + 1
    edge = PERIOD_EDGES.get(t.words[j])
    if edge and t.words[j + 1] == "năm":
        return _in_year(t, _months(count, edge), j + 1)
    if t.words[j] == "năm" and t.year(j + 1) and count > 1 and t.words[i - 1] not in _DAY_CUES:
        return _in_year(t, _months(count, 1), j)
    if count in {3, 6, 9} and t.words[j] in _REPORTED and t.words[i - 1] not in CLOCK_LENGTH:
        node = _months(count, 1)._replace(base="published", shift_unit="year")
        return node, j
    return None


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
    whole = month(t, j) or year(t, j) or quarter(t, j) or week(t, j) or era(t, j)
    if whole and whole[0].unit == "week" and t.words[i] == "cuối":
        return whole[0]._replace(unit="weekend"), whole[1]
    if whole:
        return whole[0]._replace(mod=found[0]), whole[1]
    bare = t.words[j] == "năm" and t.words[i] in {"cuối", "giữa"} and t.words[j + 1] != "học"
    if bare and t.words[i - 1] not in NOT_BEFORE_SHIFT | _YEARLY and t.closed(j + 1):
        return Node("year", base="published", shift_unit="year", mod=found[0]), j + 1
    return None


_YEARLY = frozenset({"tháng", "dịp", "họp", "ngày", "kỳ", "lệ", "phiên", "quý", "tuần"})


def era(t: Tokens, i: int) -> Parsed | None:
    """Read ``thập niên 90 của thế kỷ XX``, ``những năm 1990``, ``thế kỷ 21``."""
    head = tuple(t.words[i : i + 2])
    if head in {("thế", "kỷ"), ("thế", "kỉ")}:
        return _century(t, i + 2)
    if head not in {("thập", "niên"), ("thập", "kỷ"), ("thập", "kỉ"), ("những", "năm")}:
        return None
    full, short = t.year(i + 2), t.number(i + 2, 10, 99)
    if full is not None and full % 10 == 0:
        return Node("decade", year=full), i + 3
    if short is None or short % 10 or t.words[i + 3] in COUNTED:
        return None
    j = i + 4 if t.words[i + 3] == "của" else i + 3
    of_century = t.words[j] == "thế" and t.words[j + 1] in {"kỷ", "kỉ"}
    century = _century(t, j + 2) if of_century else None
    if century:
        whole = century[0]
        return whole._replace(unit="decade", year=(whole.year or 0) + short), century[1]
    return Node("decade", year=(1900 if short > 20 else 2000) + short), i + 3


def _century(t: Tokens, j: int) -> Parsed | None:
    """Read ``XX``, ``21``, ``III trước Công nguyên`` or ``trước`` after ``thế kỷ``."""
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
    "những": (edge, era),
    "tháng": (month,),
    "quý": (quarter,),
    "năm": (part_of_year, year),
    "tuần": (week,),
    "mùa": (season,),
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
