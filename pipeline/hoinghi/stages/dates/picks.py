"""One unit picked out of a longer one: ``ngày đầu tiên của tháng 3``, ``tuần cuối tháng 10``."""

from __future__ import annotations

from hoinghi.stages.dates.moments import weekday
from hoinghi.stages.dates.numerals import small_number
from hoinghi.stages.dates.patterns import NOT_BEFORE_SHIFT, PICKED_UNITS
from hoinghi.stages.dates.tokens import Tokens
from hoinghi.stages.dates.units import month, quarter, year
from hoinghi.stages.dates.values import Expression

_WEEKS = frozenset("12345")
_SHORT = frozenset({"tuần", "quý"})  # these need neither "tiên" nor "của": "tuần đầu tháng 9"


def picked(t: Tokens, i: int) -> Expression | None:
    """Read a day, weekday, week, month or quarter with its place in a month, quarter or year."""
    head = _head(t, i)
    place = _place(t, *head) if head else None
    if not head or not place or t.words[i - 1] in NOT_BEFORE_SHIFT:
        return None
    if t.words[i - 1].isdigit() or small_number(t, i - 1, 1, 99):
        return None  # "2 quý đầu năm" is a length
    number, j = place
    if t.words[j] in {"của", "trong"}:
        j += 1
    elif t.words[i] not in _SHORT:
        return None
    whole = month(t, j, inside=True) or year(t, j, inside=True) or quarter(t, j)
    if not whole or whole[0].cycle is not None or t.broken[j]:
        return None
    return Expression(i, whole[1], (whole[0]._replace(pick=(head[0], number)),), "picked")


def _head(t: Tokens, i: int) -> tuple[str, int] | None:
    """Return the unit picked at ``i``, a weekday by its number, and its end."""
    unit = PICKED_UNITS.get(t.words[i])
    if unit:
        return unit, i + 1
    if t.words[i + 2] not in {"đầu", "cuối"}:
        return None
    found = weekday(t, i)
    return (str(found[0].weekday), found[1]) if found else None


def _place(t: Tokens, unit: str, j: int) -> tuple[int, int] | None:
    """Return the number that ``đầu tiên``, ``thứ ba``, ``cuối cùng`` give, -1 for the last."""
    word, following = t.words[j], t.words[j + 1]
    if word == "đầu":
        return 1, j + 2 if following == "tiên" else j + 1
    if word == "cuối":
        return -1, j + 2 if following == "cùng" else j + 1
    if unit == "week" and word in _WEEKS and following == "tháng":  # "tuần 3 tháng 8/2025"
        return int(word), j + 1
    if word != "thứ" or unit == "day":  # "ngày thứ hai" may be a Monday
        return None
    if following == "nhất":
        return 1, j + 2
    found = small_number(t, j + 1, 2, 53)
    return found or None
