"""Ranges that begin now or with the year (``từ nay đến 24/10``), and the days of Tết."""

from __future__ import annotations

from functools import lru_cache

from hoinghi.stages.dates.moments import day, moment
from hoinghi.stages.dates.patterns import TO
from hoinghi.stages.dates.periods import longest
from hoinghi.stages.dates.tokens import Tokens
from hoinghi.stages.dates.units import month
from hoinghi.stages.dates.values import Expression, Node


def since(t: Tokens, i: int) -> Expression | None:
    """Read ``từ nay đến 24/10`` and ``từ đầu năm đến ngày 30/4``."""
    if t.words[i + 1] == "nay" and t.words[i + 2] == "đến":
        return _until(t, i, i + 3)
    if tuple(t.words[i + 1 : i + 3]) == ("đầu", "năm") and t.words[i + 3] in TO:
        return _since_new_year(t, i, i + 4)
    return None


def day_of_tet(t: Tokens, j: int) -> Expression | None:
    """Read ``mùng 5`` of an article that speaks of Tết: the first lunar month is meant."""
    found = moment(t, j) if t.words[j] in _TET_FIRST else None
    if not found or found[0].day is None or found[0].month is not None or found[0].base:
        return None
    spoken = any(t.words[k] in {"mùng", "mồng"} for k in range(j, found[1]))
    if not spoken or t.words[found[1]] == "tháng" or not _speaks_of_tet(t.source):
        return None
    node = found[0]._replace(month=1, lunar=True, feast=True)
    return Expression(j, found[1], (node,), "point")


@lru_cache(maxsize=8)  # asked at every such day of an article
def _speaks_of_tet(source: str) -> bool:
    return any(name in source for name in _TET)


_TET = ("Tết", "TẾT", "Giêng", "GIÊNG")
_TET_FIRST = frozenset("mùng mồng ngày hôm sáng trưa chiều tối đêm".split())


def _since_new_year(t: Tokens, i: int, j: int) -> Expression | None:
    """Read ``từ đầu năm đến ngày 30/4``."""
    k = j + 1 if t.words[j] == "hết" else j
    last = longest([day(t, k), month(t, k)])
    if not last or last[0].month is None:
        return None
    year = Node("year", base="published", shift_unit="year", mod="START")
    return Expression(i, last[1], (year, last[0]), "range")


def _until(t: Tokens, i: int, j: int) -> Expression | None:
    """Read ``từ nay đến 24/10``: from the day of publication on."""
    k = j + 1 if t.words[j] == "hết" else j
    last = day(t, k)
    if not last or last[0].month is None or k > j:
        return None
    today = Node("day", base="published", shift_unit="day")
    return Expression(i, last[1], (today, last[0]), "range")
