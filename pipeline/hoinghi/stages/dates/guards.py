"""What looks like a date and is none: counts, shares, codes, names and lengths of time."""

from __future__ import annotations

from hoinghi.stages.dates.patterns import (
    BARE_CUES,
    CLOCK_CUES,
    CLOCK_LENGTH,
    COUNTED,
    DAY_FOLLOWERS,
    NAME_HEADS,
    SHARE_CUES,
    UNIT_WORDS,
    WEEKDAY_CUES,
)
from hoinghi.stages.dates.tokens import Tokens
from hoinghi.stages.dates.values import Expression, Node


def admit(t: Tokens, found: Expression) -> bool:
    """Return whether ``found`` is a date where it stands."""
    i, j = found.start, found.end
    figure = t.words[i].isdigit()
    if (figure and not t.open_left(i)) or (t.words[j - 1].isdigit() and not t.closed(j)):
        return False
    return found.rule in _SURE or _stands(t, found, figure=figure)


_SURE = frozenset({"relative", "length", "deadline", "now", "picked", "term", "feast"})


def _stands(t: Tokens, found: Expression, *, figure: bool) -> bool:
    """Return whether what is left unsaid of ``found`` may be left unsaid there."""
    i, j, first = found.start, found.end, found.nodes[0]
    if first.unit == "month":
        return _month_stands(t, i, j, figure=figure)
    if first.unit == "year":
        return not figure or _bare_year(t, i, j, found.nodes)
    if first.unit != "day":
        return True
    if first.day is None and not first.base:
        lone = _lone_time if first.weekday is None else _lone_weekday
        return lone(t, found)
    if figure and first.hour is None:
        return _bare_day(t, i, j, found.nodes)
    often = t.words[i] == "ngày" and t.words[i - 1] in {"mỗi", "một", "hàng", "hằng"}
    told = first.month is not None or bool(first.base)
    return not often and (told or t.words[j] in DAY_FOLLOWERS or t.broken[j])


def _month_stands(t: Tokens, i: int, j: int, *, figure: bool) -> bool:
    """Tell ``(7/2019)`` from a document's number; after a day there is none ("ngày 31 tháng 2")."""
    before = t.words[i - 1]
    if figure:
        alone = not before and not t.words[j]
        return alone or before in {"(", "từ", "đến", "tới", "vào"}
    impossible = before in {"29", "30", "31"} and not t.broken[i]
    return not impossible and not (before.isdigit() and t.words[i - 2] == "ngày")


def _bare_day(t: Tokens, i: int, j: int, nodes: tuple[Node, ...]) -> bool:
    """Tell ``8/3`` from ``5/7 thôn``, ``2/4`` of a rank and the hall named ``2/9``."""
    before, after = t.words[i - 1], t.words[j]
    if nodes[-1].year is not None:
        return before != "số"
    if "tháng" in t.words[i:j]:
        return before not in NAME_HEADS
    sign = t.words[i + 1]
    share = before in NAME_HEADS or before in SHARE_CUES or before.isdigit()
    always = tuple(t.words[i:j]) == ("24", "/", "7")
    decimal = sign == "." and len(nodes) == 1 and before not in _POINT_CUES
    listed = sign == "-" and t.broken[i] and after == "."  # the numbers of a list
    measured = sign == "-" and after in _MEASURES
    if share or always or decimal or listed or measured:
        return False
    if sign == "-" and not t.broken[j] and before not in BARE_CUES:  # "3-4 bánh", "cao 5-12 tầng"
        return before in {"(", ",", "và"} or not after.isalpha()
    counts = after in UNIT_WORDS or (before not in BARE_CUES and after in COUNTED)
    return t.broken[j] or not counts


# After "10-11", which is then no day.
_MEASURES = frozenset("m km kg ha tấn mét lít triệu tỷ tỉ %".split())
# Before "15.10", which else is a decimal number.
_POINT_CUES = frozenset({"(", "hôm", ",", "từ", "đến", "trước", "sau", "hết"})


def _bare_year(t: Tokens, i: int, j: int, nodes: tuple[Node, ...]) -> bool:
    """Admit ``2021 - 2026`` but no single bare year, and no count before a noun."""
    first, last = nodes[0].year or 0, nodes[-1].year or 0
    if t.words[i - 1] == "sn" or (t.words[i - 1] == "." and t.words[i - 2] == "sn"):
        return True  # year of birth
    if len(nodes) < 2 or last - first > 1000 or t.words[j] in COUNTED:
        return False
    return t.words[i - 1] not in {"số", "tđ"}


def _lone_weekday(t: Tokens, found: Expression) -> bool:
    """Tell the weekday ``thứ Ba`` from the ordinal ``thứ ba``."""
    i, j, node = found.start, found.end, found.nodes[0]
    if t.words[i - 1] in {"đến", "tới", "-"} and t.words[i - 3] in {"thứ", "t"}:
        return False  # "từ thứ 2 đến thứ 6" of no week
    if node.recurring:
        return True
    if t.words[i] == "ngày":
        return not t.words[j].isalpha()  # "ngày thứ Bảy vì dân", "ngày thứ 4 của phiên tòa"
    if node.part or node.hour is not None:
        return True
    if t.words[i] in {"t", "cn"}:
        return t.broken[i] and t.broken[j]
    return _named_weekday(t, i, j)


def _named_weekday(t: Tokens, i: int, j: int) -> bool:
    """Return whether the capitals and the words around it make a day of ``thứ ba``."""
    clause = t.words[j] in {"sau", "trước"} and t.words[j + 1] == "khi"
    if t.words[i - 1] in WEEKDAY_CUES:
        named = t.capital(i) or t.capital(i + 1)
        return named or clause or (not t.words[j].isalpha() and t.words[i - 1] != "(")
    # "Thứ hai, cần ..." goes on with a count; a programme has "Thứ Hai:".
    heading = t.words[j] in {"(", "|"} or (t.words[j] in {":", ","} and _capital_day(t, i, j))
    dated = t.words[j] == "(" and t.words[j + 1].isdigit() and t.words[j + 2] in {"/", "-"}
    if dated and t.words[i - 1] == ".":
        return True  # "I. THỨ HAI (13/5)"
    return t.broken[i] and (t.broken[j] or heading or clause)


def _capital_day(t: Tokens, i: int, j: int) -> bool:
    """Return whether the day's own word has a capital or figure: ``Thứ Hai``, ``Thứ 2``."""
    return t.words[i] != "thứ" or t.capital(j - 1) or t.words[j - 1].isdigit()


def _lone_time(t: Tokens, found: Expression) -> bool:
    """Admit a clock time or day part whose day stands elsewhere, but no length of time."""
    i, j, node, before = found.start, found.end, found.nodes[0], t.words[found.start - 1]
    if node.hour is None:
        if t.words[i] == "buổi":
            return before not in _MANY
        heading = t.broken[i] or (before in _BULLETS and t.broken[i - 1])
        return heading and t.words[j] in {":", ","}
    if len(found.nodes) > 1 or node.minute is not None:
        return before not in _LENGTH_BEFORE
    opening = t.broken[i] or before in _OPENERS
    ends = t.words[j] in _CLOSERS or t.broken[j]
    return before in CLOCK_CUES - CLOCK_LENGTH or (opening and ends) or t.words[j - 1] != "giờ"


_LENGTH_BEFORE = frozenset({"/", "trong", "suốt", "mất", "thêm", "dài", "hơn", "mỗi", "cả"})
_MANY = frozenset({"mỗi", "các", "những", "hằng", "hàng", "nhiều", "từng", "một"})
_BULLETS = frozenset({"-", "+", "*", "•"})
_OPENERS = frozenset({".", "-", "+", ";", "*", "(", '"', "“"})
_CLOSERS = frozenset({",", ".", ":", ";", ")", "", "-"})
