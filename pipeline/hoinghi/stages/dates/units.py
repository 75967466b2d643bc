"""The units of the grammar: year, month, quarter and week.

Every function reads tokens from ``i`` and returns the node with the index after it, or None.
"""

from __future__ import annotations

from hoinghi.stages.dates.numerals import small_number, year_in_words
from hoinghi.stages.dates.patterns import (
    BRANCHES,
    COUNTED,
    ERAS,
    LUNAR_MARKS,
    MEASURES,
    MONTH_NAMES,
    NOT_AFTER_SHIFT,
    NOT_BEFORE_SHIFT,
    NUMBER_WORDS,
    OLD_YEAR_CUES,
    PRAISES,
    ROMAN,
    SHIFTS,
    STEMS,
    TIEP_VERBS,
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
    again = t.words[j] == "năm" and t.words[i - 1] in {"năm", "tết", "đán", "xuân"}
    k = j + 1 if again or t.words[j] in {"-", ","} else j
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
    if t.words[j - 1] == "tiếp" and t.words[j] in TIEP_VERBS:
        return None
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
    glued = before.isdigit() and not t.gap[i - 2] and t.words[i - 3].isalpha()  # "G20 năm nay"
    counted = before.isdigit() or small_number(t, i - 2, 0, 99) or before in _DOZENS
    counted = counted and not glued and not t.broken[i - 1]
    if counted and t.words[i] != "ngoái" and not inside:
        return None
    return Node(unit, base="published", shift=found[0], shift_unit=unit), found[1]


_DOZENS = frozenset({"mươi", "chục", "trăm", "nghìn", "ngàn"})


def year(t: Tokens, i: int, *, inside: bool = False) -> Parsed | None:
    """Read a year with the word ``năm`` before it, in figures, words, lunar or relative."""
    if t.words[i] != "năm":
        return None
    kind = t.phrase(i + 1, YEAR_KINDS, 2) if t.words[i + 1] == "mới" else None
    j = kind[1] if kind else i + 1
    if t.words[j].isdigit():
        past = t.words[i - 1].isdigit() and t.words[i - 2] == "tháng" and not inside
        return None if past else _year_in_figures(t, i, j, inside=inside)  # "tháng 14 năm 2022"
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
        return (Node("year", year=value), j + 1) if _year_ends(t, j + 1) else None
    if not inside and _spoken_year(t, i, j):
        return Node("year", year=1900 + int(t.words[j])), j + 1
    old = t.number(j, 100, 999, width=3)
    if old is None or t.words[j + 1] not in YEAR_FOLLOWERS or t.words[i - 1] not in OLD_YEAR_CUES:
        return None
    return Node("year", year=old), j + 1


def _year_ends(t: Tokens, j: int) -> bool:
    """Return whether a year ends at ``j`` or goes on with a later one: ``năm 2015-2018``."""
    return t.closed(j) or (t.words[j] == "-" and (t.year(j + 1) or 0) > (t.year(j - 1) or 0))


def _spoken_year(t: Tokens, i: int, j: int) -> bool:
    """Return whether ``năm 85`` is a year of two figures and no count of years or things."""
    if t.number(j, 30, 99) is None or not t.closed(j + 1) or t.words[i - 1].isdigit():
        return False
    return t.words[i - 1] not in _YEARLY_COUNTS and t.words[j + 1] in YEAR_FOLLOWERS | _SPEAKERS


_YEARLY_COUNTS = NUMBER_WORDS | NOT_BEFORE_SHIFT | {"một", "cả"}
_SPEAKERS = frozenset("tôi tui ông bà anh chị chúng em mình cha ba mẹ đi về ở".split())


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
    if t.words[i] != "tháng":
        return _short_month(t, i) if t.words[i] == "t" else None
    named = MONTH_NAMES.get(t.words[i + 1])
    found = (named, i + 2) if named else small_number(t, i + 1, 1, 12)
    if not found:
        return shifted(t, i + 1, "month", inside=inside)
    value, j = found
    if t.words[j] in MEASURES or not _month_ends(t, j) or _no_month(t, i, j, inside=inside):
        return None
    calendar = t.phrase(j, LUNAR_MARKS)
    lunar = calendar[0] == "lunar" if calendar else bool(named)
    return with_year(t, Node("month", month=value, lunar=lunar), calendar[1] if calendar else j)


def _no_month(t: Tokens, i: int, j: int, *, inside: bool) -> bool:
    """Tell the Revolutions, ``những tháng năm`` and ``1 tháng 12 ngày`` from months."""
    before = t.words[i - 1]
    if before == "mạng":
        return t.words[j] not in {"-", "/", "."} or t.gap[j]
    if t.words[i + 1] == "năm" and j == i + 2 and before in {"những", "các"}:
        return True
    return not inside and before.isdigit() and t.words[j] == "ngày"


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
        return None if t.words[i - 1] in PRAISES else shifted(t, i + 1, "quarter")
    return with_year(t, Node("quarter", ordinal=found[0]), found[1])


def week(t: Tokens, i: int) -> Parsed | None:
    """Read ``tuần này``, ``tuần 42``, ``tuần 11 năm 2026``."""
    if t.words[i] != "tuần":
        return None
    k = i + 2 if t.words[i + 1] == "thứ" else i + 1
    number = t.number(k, 1, 53)
    if number is not None:
        node, end = with_year(t, Node("week", ordinal=number), k + 1)
        if node.year:
            return node, end
        planned = t.broken[i] or t.words[i - 1] in _PLANS
        this = node._replace(base="published", shift_unit="year")
        return (this, end) if planned and t.closed(end) and t.words[end] not in COUNTED else None
    return shifted(t, i + 1, "week")


# A week is numbered in the plans of offices: "lịch công tác tuần 20", "kết quả tuần 41".
_PLANS = frozenset({"tác", "lịch", "việc", "quả", "hoạch", "cáo", "ban"})
