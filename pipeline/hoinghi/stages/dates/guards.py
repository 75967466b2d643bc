"""What looks like a date and is none: counts, shares, codes, names and lengths of time."""

from __future__ import annotations

from hoinghi.stages.dates.patterns import (
    AFTER_DAY,
    BARE_CUES,
    BARE_YEAR_AFTER,
    BARE_YEAR_CUES,
    CLOCK_CUES,
    CLOCK_LENGTH,
    COUNTED,
    COUNTING_HEADS,
    DAY_FOLLOWERS,
    HABITS,
    MEASURE_CUES,
    NAME_HEADS,
    NO_SCORE_AFTER,
    NO_SCORE_BEFORE,
    ROMAN,
    SCHOOL_WAYS,
    SCORE_WORDS,
    SHARE_CUES,
    SHARED,
    TO,
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
    return found.rule in _SURE or (not _habit(t, found) and _stands(t, found, figure=figure))


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
    told = first.month is not None or bool(first.base) or first.recurring
    return not often and (told or t.words[j] in DAY_FOLLOWERS or t.broken[j])


def _habit(t: Tokens, found: Expression) -> bool:
    """Return whether it happens again and again: ``6h đến 18h hằng ngày``, ``19h mỗi tối``."""
    i, j, first = found.start, found.end, found.nodes[0]
    if first.unit != "day" or first.day is not None or first.base or first.recurring:
        return False
    if first.weekday is not None:
        return t.words[i - 1] in {"các", "mỗi", "những"} and not t.broken[i]
    again = t.words[j] in HABITS and t.words[j + 1] in HABITS[t.words[j]]
    return again and not t.broken[j]


def _month_stands(t: Tokens, i: int, j: int, *, figure: bool) -> bool:
    """Tell ``(7/2019)`` from a document's number; after a day there is none ("ngày 31 tháng 2")."""
    before = t.words[i - 1]
    if before in {"mỗi", "từng"} and not t.broken[i]:
        return False
    if figure:
        alone = not before and not t.words[j]
        return alone or before in {"(", "từ", "đến", "tới", "vào"}
    impossible = before in {"29", "30", "31"} and not t.broken[i]
    return not impossible and not (before.isdigit() and t.words[i - 2] == "ngày")


def _bare_day(t: Tokens, i: int, j: int, nodes: tuple[Node, ...]) -> bool:
    """Tell ``8/3`` from ``5/7 thôn``, ``2/4`` of a rank and the hall named ``2/9``."""
    before, after = t.words[i - 1], t.words[j]
    if nodes[-1].year is not None:
        return before not in COUNTING_HEADS
    if "tháng" in t.words[i:j]:
        return before not in NAME_HEADS and before != "tuần"
    if _named(t, i) or before.isdigit() or _share(t, i, j, nodes):
        return False
    sign = t.words[i + 1]
    listed = sign == "-" and t.broken[i] and after == "."  # the numbers of a list
    if listed or (sign == "." and len(nodes) == 1 and not _point_day(t, i, j)):
        return False
    if sign == "-" and len(nodes) == 1:
        return _dashed_day(t, i, j)
    counts = after in UNIT_WORDS or (before not in BARE_CUES and after in COUNTED)
    return t.broken[j] or not counts


def _named(t: Tokens, i: int) -> bool:
    """Return whether the number at ``i`` is the name of a street, school, class or house."""
    before = t.words[i - 1]
    return before in NAME_HEADS and not (before == "trường" and t.words[i - 2] in SCHOOL_WAYS)


def _share(t: Tokens, i: int, j: int, nodes: tuple[Node, ...]) -> bool:
    """Tell the share ``2/3 thời gian`` and ``24/7`` from a day."""
    if t.words[i - 1] in SHARE_CUES or tuple(t.words[i - 2 : i]) == ("ít", "nhất"):
        return True
    if t.words[i + 1] != "/" or len(nodes) > 1:
        return False
    small = len(t.words[i]) == len(t.words[i + 2]) == 1
    told = not t.broken[j] and t.words[j] in SHARED
    return (small and told) or (t.words[i], t.words[i + 2]) == ("24", "7")


def _point_day(t: Tokens, i: int, j: int) -> bool:
    """Tell ``15.10`` after a word for time from a decimal number."""
    before, after = t.words[i - 1], t.words[j]
    if before in _DEADLINES:
        return t.broken[j] or not after.isalpha() or (after in AFTER_DAY and len(t.words[i]) > 1)
    return before in _POINT_CUES


# Before "15.10", which else is a decimal number.
_POINT_CUES = frozenset({"(", "hôm", ",", "từ", "đến"})
_DEADLINES = frozenset({"trước", "sau", "hết"})


def _dashed_day(t: Tokens, i: int, j: int) -> bool:
    """Tell ``đến 8-3`` from ``3-4 bánh``, ``từ 5-12 tầng`` and the score ``2-1``."""
    before, after = t.words[i - 1], t.words[j]
    if _score(t, i) or after in _MEASURES:
        return False
    if t.broken[j] or not after.isalpha():
        return True
    if tuple(t.words[j : j + 2]) in _NEAR:
        return True
    if before in MEASURE_CUES and _rises(t, i):
        return after in AFTER_DAY
    return before in BARE_CUES or before in {"(", ",", "và"}


def _rises(t: Tokens, i: int) -> bool:
    """Return whether ``3-5`` may be a range of measures, which ``30-11`` cannot be."""
    return (t.number(i, 1, 31) or 0) < (t.number(i + 2, 1, 31) or 0)


# After "10-11", which is then no day.
_MEASURES = frozenset("m km kg ha tấn mét lít triệu tỷ tỉ %".split())
_NEAR = frozenset({("vừa", "qua"), ("vừa", "rồi"), ("tới", "đây"), ("sắp", "tới")})


def _score(t: Tokens, i: int) -> bool:
    """Return whether a word of contests stands shortly before ``i``: ``thắng Nam Sơn 3-1``."""
    for k in range(i - 1, max(0, i - 1 - _SCORE_WINDOW), -1):
        word = t.words[k]
        if word in SCORE_WORDS and not t.capital(k):
            joined = t.words[k - 1] in NO_SCORE_BEFORE.get(word, ())
            if not joined and t.words[k + 1] not in NO_SCORE_AFTER.get(word, ()):
                return word != "số" or t.words[k - 1] in {"tỉ", "tỷ"}
        if t.broken[k] or word in {".", ";"}:
            return False
    return False


# Words between the verb and the score: the loser's name.
_SCORE_WINDOW = 8


def _bare_year(t: Tokens, i: int, j: int, nodes: tuple[Node, ...]) -> bool:
    """Admit ``2021 - 2026``, and a single year after a word for time; no count before a noun."""
    first, last, before = nodes[0].year or 0, nodes[-1].year or 0, t.words[i - 1]
    if before == "sn" or (before == "." and t.words[i - 2] == "sn"):
        return True  # year of birth
    if last - first > 1000 or (t.words[j] in COUNTED and not t.broken[j]):
        return False
    if len(nodes) > 1:
        return before not in {"số", "tđ"}
    after = t.words[j]
    cued = before in BARE_YEAR_CUES or tuple(t.words[i - 2 : i]) == ("tầm", "nhìn")
    plain = t.broken[j] or not after.isalpha() or after in BARE_YEAR_AFTER
    return cued and plain and after not in {"%", "°"} and 1900 <= first < 2100


def _lone_weekday(t: Tokens, found: Expression) -> bool:
    """Tell the weekday ``thứ Ba`` from the ordinal ``thứ ba``."""
    i, j, node = found.start, found.end, found.nodes[0]
    if node.recurring or (len(found.nodes) > 1 and node.hour is None):
        return _weekdays(t, i, j) if len(found.nodes) > 1 else True
    if t.words[i] == "ngày" and t.words[j].isalpha():
        return False  # "ngày thứ Bảy vì dân", "ngày thứ 4 của phiên tòa"
    if node.part or node.hour is not None or t.words[i] == "ngày":
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
    return _opens_line(t, i) and (t.broken[j] or heading or clause)


def _opens_line(t: Tokens, i: int) -> bool:
    """Return whether a line begins at ``i``, the number of a heading aside: ``II. THỨ BA``."""
    numbered = t.words[i - 1] in {".", ")"} and t.broken[i - 2]
    return t.broken[i] or (numbered and (t.words[i - 2].isdigit() or t.words[i - 2] in _ROMAN))


_ROMAN = frozenset(ROMAN) | {"v", "vi", "vii"}


def _weekdays(t: Tokens, i: int, j: int) -> bool:
    """Tell ``thứ Ba, thứ Tư`` and ``T7, CN`` from ordinals, gates and grades."""
    if t.words[i - 1] in _NUMBERED:
        return False
    if t.words[i] == "t":
        return t.broken[i] or t.words[j - 1] == "cn"
    if not TO.isdisjoint(t.words[i:j]):
        return False  # "từ thứ Hai đến thứ Sáu" of no week
    named = t.capital(i + 1) or t.words[i + 1].isdigit() or t.words[i] in {"chủ", "cn"}
    return named or t.words[j - 1] == "tuần"


_NUMBERED = frozenset("lần kỳ kì khóa đợt hạng phiên họp giải".split())


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
        heading = heading or (before == ":" and t.capital(i))
        cell = before == "|" and t.words[j] == "|"
        early = t.words[j - 1] == "sớm" and before in CLOCK_CUES and t.words[j] in {",", "."}
        return cell or early or (heading and t.words[j] in {":", ","})
    if before in {"vòng", "khi"} or (before == "sau" and _sums(t, i, j)):
        return False
    if len(found.nodes) > 1 or node.minute is not None:
        return before not in _LENGTH_BEFORE
    if node.hour == _WHOLE_DAY:
        return before in CLOCK_CUES
    opening = t.broken[i] or before in _OPENERS
    ends = t.words[j] in _CLOSERS or t.broken[j]
    return before in CLOCK_CUES - CLOCK_LENGTH or (opening and ends) or t.words[j - 1] != "giờ"


def _sums(t: Tokens, i: int, j: int) -> bool:
    """Tell the length ``sau 2 giờ 16 phút`` from the time ``sau 16h30``."""
    early = t.words[i].isdigit() and t.number(i, 0, 6) is not None and len(t.words[i]) == 1
    return early and (t.words[j - 1] in UNIT_WORDS or t.words[j - 1] == "giây")


_WHOLE_DAY = 24
_LENGTH_BEFORE = frozenset({"/", "trong", "suốt", "mất", "thêm", "dài", "hơn", "mỗi", "cả"})
_MANY = frozenset({"mỗi", "các", "những", "hằng", "hàng", "nhiều", "từng", "một"})
_BULLETS = frozenset({"-", "+", "*", "•"})
_OPENERS = frozenset({".", "-", "+", ";", "*", "(", '"', "“"})
_CLOSERS = frozenset({",", ".", ":", ";", ")", "", "-"})
