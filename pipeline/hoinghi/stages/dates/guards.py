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
from hoinghi.stages.dates.phrases import Expression
from hoinghi.stages.dates.tokens import Tokens
from hoinghi.stages.dates.values import Node


def admit(t: Tokens, found: Expression) -> bool:
    """Return whether ``found`` is a date where it stands."""
    i, j = found.start, found.end
    first = found.nodes[0]
    if t.words[i].isdigit() and not t.open_left(i):
        return False
    if t.words[j - 1].isdigit() and not t.closed(j):
        return False
    if found.rule in {"relative", "term", "feast"}:
        return True
    if first.unit == "month" and t.words[i - 1].isdigit() and t.words[i - 2] == "ngày":
        return False  # the day before it does not exist
    if first.unit == "day" and first.day is None and not first.base:
        if first.weekday is not None:
            return _lone_weekday(t, i, j, first)
        return _lone_time(t, i, j, found)
    if t.words[i].isdigit() and first.unit == "day" and first.hour is None:
        return _bare_day(t, i, j, found.nodes)
    if first.unit == "day" and first.month is None and first.day is not None:
        return t.words[j] in DAY_FOLLOWERS or t.broken[j]
    if t.words[i].isdigit() and first.unit == "year":
        return _bare_year(t, i, j, found.nodes)
    return True


def _bare_day(t: Tokens, i: int, j: int, nodes: tuple[Node, ...]) -> bool:
    """Tell ``8/3`` from ``5/7 thôn``, ``2/4`` of a rank and the hall named ``2/9``."""
    before, after = t.words[i - 1], t.words[j]
    if nodes[-1].year is not None:
        return before != "số"
    if "tháng" in t.words[i:j]:
        return before not in NAME_HEADS
    if before in NAME_HEADS or before in SHARE_CUES or before.isdigit():
        return False
    if tuple(t.words[i:j]) == ("24", "/", "7"):
        return False
    if t.words[i + 1] == "." and len(nodes) == 1 and before not in {"(", "hôm", ",", "từ", "đến"}:
        return False
    if t.words[i + 1] == "-" and t.broken[i] and after == ".":
        return False  # the numbers of a list
    counts = after in COUNTED or after in UNIT_WORDS
    return before in BARE_CUES or not counts or t.broken[j]


def _bare_year(t: Tokens, i: int, j: int, nodes: tuple[Node, ...]) -> bool:
    """Admit ``2021 - 2026`` but no single bare year, and no count before a noun."""
    first, last = nodes[0].year or 0, nodes[-1].year or 0
    if t.words[i - 1] == "sn" or (t.words[i - 1] == "." and t.words[i - 2] == "sn"):
        return True  # year of birth
    if len(nodes) < 2 or last - first > 1000 or t.words[j] in COUNTED:
        return False
    return t.words[i - 1] not in {"số", "tđ"}


def _lone_weekday(t: Tokens, i: int, j: int, node: Node) -> bool:
    """Tell the weekday ``thứ Ba`` from the ordinal ``thứ ba``."""
    if node.part or node.hour is not None or t.words[i] in {"ngày", "chủ", "chúa"}:
        if t.words[i] == "ngày" and t.words[j].isalpha():
            return t.words[j] in DAY_FOLLOWERS
        return True
    before = t.words[i - 1]
    if before in WEEKDAY_CUES:
        return t.capital(i + 1) or not t.words[j] or not t.words[j].isalpha()
    heading = t.broken[i] and (t.broken[j] or t.words[j] in {":", "(", ",", "|"})
    return heading and t.words[i + 1] != "nhất"


def _lone_time(t: Tokens, i: int, j: int, found: Expression) -> bool:
    """Admit a clock time or day part whose day stands elsewhere, but no length of time."""
    node, before = found.nodes[0], t.words[i - 1]
    if node.hour is not None:
        if len(found.nodes) > 1 or node.minute is not None:
            return before != "/"
        opening = t.broken[i] or before in {".", "-", "+", ";", "*", "(", '"', "“"}
        ends = t.words[j] in {",", ".", ":", ";", ")", "", "-"} or t.broken[j]
        return before in CLOCK_CUES - CLOCK_LENGTH or (opening and ends) or "giờ" != t.words[j - 1]
    if t.words[i] == "buổi":
        return before not in {"mỗi", "các", "những", "hằng", "hàng", "nhiều", "từng", "một"}
    heading = t.broken[i] or (before in {"-", "+", "*", "•"} and t.broken[i - 1])
    return heading and t.words[j] in {":", ","}
