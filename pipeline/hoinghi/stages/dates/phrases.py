"""Ranges, sets, terms and feasts: how units and moments make one expression."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from hoinghi.stages.dates.clock import PART_FIRST, part
from hoinghi.stages.dates.feasts import (
    DAYS_OF_NOTE,
    FEAST_HEADS,
    FEASTS,
    LONGEST_FEAST,
    NEED_HEAD,
    Feast,
)
from hoinghi.stages.dates.inherit import inherit, ordered
from hoinghi.stages.dates.lengths import counted
from hoinghi.stages.dates.moments import WEEKDAY_FIRST, day, moment
from hoinghi.stages.dates.numerals import small_number
from hoinghi.stages.dates.patterns import (
    COUNT_UNITS,
    LAST_UNITS,
    MEASURES,
    NOW,
    NUMBER_WORDS,
    PICKED_UNITS,
    PLURAL_UNITS,
    PLURALS,
    ROMAN,
    SHIFTS,
    STEMS,
    TERM_HEADS,
    UNIT_WORDS,
    VARIANTS,
    Phrase,
)
from hoinghi.stages.dates.picks import picked
from hoinghi.stages.dates.tokens import Tokens, first_words
from hoinghi.stages.dates.units import (
    Parsed,
    edge,
    longest,
    lunar_year,
    month,
    quarter,
    under,
    unit,
    with_year,
)
from hoinghi.stages.dates.units import year as named_year
from hoinghi.stages.dates.values import Expression, Node

_LONGEST, _LONGEST_BARE = 8, 3
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
    if t.words[j] in {"này", "nay"} and t.words[i] == "tết":
        return Expression(i, j + 1, (node,), "feast")
    return None


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


def chain(t: Tokens, i: int) -> Expression | None:
    """Read one item, or several in a range or set; ``từ`` belongs to ranges with ``đến`` only."""
    from_word = t.words[i] == "từ"
    j = i + 1 if from_word else i
    if from_word and t.words[j] == "nay" and t.words[j + 1] == "đến":
        return _until(t, i, j + 2)
    plural = _plural(t, j)
    found = _items(t, j, plural) if plural else None
    if not found or len(found[0]) < 2 or not _counts(t, j, found[0]):
        found = _items(t, j, None)
    if not found:
        return None
    items, ends = found
    dated = len(items) == 1 and items[0].day is not None and items[0].hour is None
    hours = _opening_hours(t, ends[0]) if dated else None
    if hours:
        return Expression(j, hours[1], inherit([items[0], *hours[0]])[1:], "range")
    worded = any(t.words[end] in _TO or t.words[end + 1] in _TO for end in ends[:-1])
    start = i if worded or not from_word else j
    return Expression(start, ends[-1], inherit(items), "range" if len(items) > 1 else "point")


def _counts(t: Tokens, j: int, items: list[Node]) -> bool:
    """Return whether the number at ``j`` counts ``items``: "hai năm 2020, 2021"."""
    number = small_number(t, j, 2, 99)
    if number is None:
        return True
    first, last = items[0].year, items[-1].year
    if items[0].unit == "year" and first is not None and last is not None:
        return number[0] in {last - first, last - first + 1, len(items)}
    begin, end = items[0].day, items[-1].day
    if number[0] <= len(items) or begin is None or end is None:
        return True
    return end - begin + 1 == number[0] or end < begin  # not "lớp 10 ngày 5, 6/6"


def _items(
    t: Tokens, j: int, plural: tuple[str, int] | None
) -> tuple[list[Node], list[int]] | None:
    """Return the items of the chain at ``j`` with the end of each."""
    first = _item(t, plural[1], plural[0]) if plural else _first(t, j)
    if not first:
        return None
    items, ends = [first[0]], [first[1]]
    night = "night" if plural and plural[0] == "night" else ""
    bare = plural is None and t.words[j].isdigit() and first[1] == j + 1
    while len(items) < (_LONGEST_BARE if bare else _LONGEST):
        joint = _joint(t, ends[-1], items[-1])
        if not joint or (bare and t.words[ends[-1]] == ","):
            break
        following = _item(t, joint[1], night or items[-1].unit)
        timed = following is not None and following[0].hour is not None
        timed = timed and (items[0].day or 31) < 25
        if timed and bare and len(items) == 1 and joint[0] == "range":
            items[0] = Node("day", hour=items[0].day)  # "2 - 4 giờ chiều"
        if not following or not _fits(items[-1], following[0], joint[0], loose=bool(plural)):
            break
        items.append(following[0])
        ends.append(following[1])
    while items and not _whole(t, items, j):
        items.pop()
        ends.pop()
    return (items, ends) if items else None


_TO = frozenset({"đến", "tới"})


def _opening_hours(t: Tokens, j: int) -> tuple[list[Node], int] | None:
    """Read ``, từ 7 giờ 30 đến 11 giờ`` after a day; return the times and their end."""
    k = j + 1 if t.words[j] == "," else j
    found = _items(t, k + 1, None) if t.words[k] == "từ" and not t.broken[k] else None
    if not found or len(found[0]) != 2:
        return None
    timed = all(node.hour is not None and node.day is None for node in found[0])
    return (found[0], found[1][-1]) if timed else None


def _until(t: Tokens, i: int, j: int) -> Expression | None:
    """Read ``từ nay đến 24/10``: from the day of publication on."""
    k = j + 1 if t.words[j] == "hết" else j
    last = day(t, k)
    if not last or last[0].month is None or k > j:
        return None
    today = Node("day", base="published", shift_unit="day")
    return Expression(i, last[1], (today, last[0]), "range")


def _plural(t: Tokens, i: int) -> tuple[str, int] | None:
    """Read ``hai ngày``, ``các ngày``, ``02 năm`` before a set; return its unit and end."""
    found = (0, i + 1) if t.words[i] in PLURALS else small_number(t, i, 2, 31)
    unit_name = PLURAL_UNITS.get(t.words[found[1]]) if found else None
    if not found or not unit_name or not t.open_left(i):
        return None
    k = found[1] + 1
    if unit_name == "night":
        return unit_name, k
    return (unit_name, k) if t.words[k].isdigit() or t.words[k] in {"ngày", "từ"} else None


def _first(t: Tokens, j: int) -> Parsed | None:
    """Return the longest first item: a moment, a unit, or a bare number that may go on."""
    word = t.words[j]
    if word in NUMBER_WORDS and t.words[j + 1].isdigit():  # "năm 2024"
        return unit(t, j)
    options = [moment(t, j), unit(t, j)]
    if word.isdigit():
        options += [_bare_year(t, j), _bare_month(t, j)]
    elif word in PART_FIRST:
        options.append(_part_day(t, j))
    found = longest(options)
    if found:
        return found
    number = t.number(j, 1, 31)
    if number is not None and t.open_left(j):
        return Node("day", day=number), j + 1
    return None


def _bare_year(t: Tokens, j: int) -> Parsed | None:
    value = t.year(j)
    if value is None or not t.open_left(j):
        return None
    return Node("year", year=value), j + 1


def _bare_month(t: Tokens, j: int) -> Parsed | None:
    """Read ``7/2019``."""
    number, value = t.number(j, 1, 12), t.year(j + 2)
    tight = t.words[j + 1] == "/" and not t.gap[j + 1] and not t.gap[j + 2]
    if number is None or value is None or not tight or not t.closed(j + 3):
        return None
    return Node("month", month=number, year=value), j + 3


def _part_day(t: Tokens, j: int) -> Parsed | None:
    """Read ``sáng 18`` in ``từ sáng 18 đến trưa 19/12``."""
    found = part(t, j)
    k = found[1] if found else j
    k = k + 1 if found and t.words[k] == "ngày" else k
    number = t.number(k, 1, 31) if found and not found[0].base else None
    if not found or number is None:
        return None
    return found[0]._replace(day=number), k + 1


def _item(t: Tokens, j: int, unit_name: str) -> Parsed | None:
    """Return the item at ``j`` of a chain of ``unit_name``, whose unit word may be left out."""
    if unit_name == "night":
        found = day(t, j) or _number(t, j, 31, "day")
        return (found[0]._replace(part="NI"), found[1]) if found else None
    options = [moment(t, j), _part_day(t, j), edge(t, j)]
    match unit_name:
        case "day":
            options += [month(t, j), _number(t, j, 31, "day")]
        case "month":
            short = _number(t, j, 12, "month")
            options += [month(t, j), with_year(t, *short) if short else None, named_year(t, j)]
        case "quarter":
            roman = ROMAN.get(t.words[j])
            short = (Node("quarter", ordinal=roman), j + 1) if roman else None
            options += [quarter(t, j), with_year(t, *short) if short else None]
        case "year":
            options += [named_year(t, j), _bare_year_after(t, j), month(t, j)]
        case _:
            options = [unit(t, j)]
    return longest(options)


def _bare_year_after(t: Tokens, j: int) -> Parsed | None:
    value = t.year(j)
    return (Node("year", year=value), j + 1) if value is not None else None


def _number(t: Tokens, j: int, high: int, unit_name: str) -> Parsed | None:
    value = t.number(j, 1, high)
    dated = unit_name == "month" and t.words[j + 1] == "năm" and t.year(j + 2) is not None
    if value is None or (t.words[j + 1] in UNIT_WORDS and not dated) or t.words[j + 1] in MEASURES:
        return None
    node = Node("day", day=value) if unit_name == "day" else Node("month", month=value)
    return node, j + 1


def _joint(t: Tokens, j: int, before: Node) -> tuple[str, int] | None:
    """Return the kind of the word or sign that joins two items at ``j``, and its end."""
    word = t.words[j]
    if t.broken[j] or t.broken[j + 1]:
        return None
    if word == "-" or (word == "/" and t.gap[j] and t.gap[j + 1] and before.year is not None):
        return "range", j + 1
    if word in {"và", ",", "&"}:
        return "set", j + 1
    k = j + 1 if word == "cho" else j
    k = k + 1 if t.words[k] == "," and t.words[k + 1] == "đến" else k
    if t.words[k] not in {"đến", "tới"}:
        return None
    return "range", k + 2 if t.words[k + 1] in {"hết", "trước"} else k + 1


def _fits(before: Node, after: Node, joint: str, *, loose: bool) -> bool:
    """Return whether ``after`` goes on what ``before`` began; ``loose`` means no unit word."""
    if joint == "set":
        partial = before.unit == "day" and before.day is not None and before.month is None
        bare = before.year is None and not before.base and before.unit != "day"
        same = before.unit == after.unit and (before.unit != "day" or after.day is not None)
        return same and (partial or loose or bare)
    whole = before.day is not None and after.day is not None  # "từ 0 giờ ngày 1/4 đến ngày 5/4"
    if not whole and (before.hour is not None or after.hour is not None):
        return before.hour is not None and after.hour is not None
    if before.weekday and after.weekday and before.day is None and after.shift_unit == "week":
        return not before.base and before.weekday < after.weekday
    return _dated(before) and _dated(after) and ordered(before, after)


def _dated(node: Node) -> bool:
    return node.unit != "day" or node.day is not None or bool(node.base)


def _whole(t: Tokens, items: list[Node], start: int) -> bool:
    """Return whether ``items`` make sense together: days without a month need one to the right."""
    last = items[-1]
    if last.unit == "day" and last.day is not None and last.month is None and not last.lunar:
        return len(items) == 1 and t.words[start] == "ngày"
    first = items[0]
    bare = first.unit == "day" and first.day is not None and first.month is None
    return not (bare and last.unit != "day")


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
