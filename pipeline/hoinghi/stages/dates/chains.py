"""Ranges and sets: what stands between units and moments, and what they lend one another."""

from __future__ import annotations

from hoinghi.stages.dates.clock import PART_FIRST, part
from hoinghi.stages.dates.inherit import inherit, ordered
from hoinghi.stages.dates.moments import day, merge, moment
from hoinghi.stages.dates.numerals import small_number
from hoinghi.stages.dates.openings import day_of_tet, since
from hoinghi.stages.dates.patterns import (
    MEASURES,
    NUMBER_WORDS,
    PLURAL_UNITS,
    PLURALS,
    RECURRING,
    ROMAN,
    TO,
    UNIT_WORDS,
)
from hoinghi.stages.dates.periods import edge, longest, unit
from hoinghi.stages.dates.tokens import Tokens
from hoinghi.stages.dates.units import Parsed, month, quarter, under, with_year
from hoinghi.stages.dates.units import year as named_year
from hoinghi.stages.dates.values import Expression, Node

_LONGEST, _LONGEST_BARE = 8, 3


def chain(t: Tokens, i: int) -> Expression | None:
    """Read one item, or several in a range or set; ``từ`` belongs to ranges with ``đến`` only."""
    from_word = t.words[i] == "từ"
    j = i + 1 if from_word else i
    special = since(t, i) if from_word else _counted_days(t, j)
    if special:
        return special
    plural = _plural(t, j)
    found = _items(t, j, plural) if plural else None
    if not found or len(found[0]) < 2 or not _counts(t, j, found[0]):
        found = _items(t, j, None)
    if not found:
        return day_of_tet(t, j)
    items, ends = found
    worded = any(t.words[end] in TO or t.words[end + 1] in TO for end in ends[:-1])
    start = i if worded or not from_word else j
    closer = _apposed(t, start, *found)
    if closer:
        return closer
    whole_day = len(items) == 1 and items[0].day is not None and items[0].hour is None
    hours = _opening_hours(t, ends[0]) if whole_day else None
    if hours:
        return Expression(j, hours[1], inherit([items[0], *hours[0]])[1:], "range")
    return Expression(start, ends[-1], inherit(items), "range" if len(items) > 1 else "point")


def _counts(t: Tokens, j: int, items: list[Node]) -> bool:
    """Return whether the number at ``j`` counts ``items`` ("hai năm 2020, 2021")."""
    number = small_number(t, j, 2, 99)
    first, last = items[0], items[-1]
    if number is None or number[0] == len(items):
        return True
    if first.unit == "year":
        years = (last.year or 0) - (first.year or 0)
        return number[0] in {years, years + 1} or first.year is None or last.year is None
    days = (last.day or 0) - (first.day or 0) + 1
    same = first.month in {None, last.month} and last.month is not None and first.unit == "day"
    return not same or number[0] == days


def _counted_days(t: Tokens, j: int) -> Expression | None:
    """Read ``2 ngày, 20-21/9``: a number of days and which."""
    number = small_number(t, j, 2, 31)
    if not number or tuple(t.words[number[1] : number[1] + 2]) != ("ngày", ","):
        return None
    k = number[1] + 2
    found = _run(t, k) if t.open_left(j) and t.words[k].isdigit() and not t.broken[k] else None
    days = inherit(found[0]) if found else ()
    if not found or len(days) < 2 or not all(day.day and day.hour is None for day in days):
        return None
    return Expression(j, found[1], days, "range") if _counts(t, j, list(days)) else None


def _apposed(t: Tokens, j: int, items: list[Node], ends: list[int]) -> Expression | None:
    """Read what says a relative unit or weekdays more closely behind a comma.

    ``Năm ngoái, tháng chín``, ``Tuần tới, từ 24 đến 28-2``, ``Thứ 5 - thứ 6, 16 - 17/10``.
    """
    first, end = items[0], ends[-1]
    if t.words[end] == "(" and len(items) > 1:
        return _told_in_brackets(t, j, items, end)
    weekdays = len(items) > 1 and all(_bare_weekday(item) for item in items)
    relative = len(items) == 1 and first.unit in _WHOLES and first.base == "published"
    if t.words[end] != "," or t.broken[end + 1] or not (weekdays or relative):
        return None
    if relative and t.words[end + 1] not in _CLOSER:
        return None
    found = _run(t, end + 1)
    nodes = inherit(found[0]) if found else ()
    if not found or any(node.base or node.month is None or node.year for node in nodes):
        return None
    if weekdays and (len(nodes) < 2 or nodes[0].day is None):
        return None
    if first.unit == "year":
        nodes = tuple(under(node, first) for node in nodes)
    return Expression(j, found[1], nodes, "range" if len(nodes) > 1 else "point")


def _told_in_brackets(t: Tokens, j: int, items: list[Node], end: int) -> Expression | None:
    """Read the days in brackets behind weekdays, for these: ``thứ Năm, thứ Sáu (16-17/5)``."""
    nodes = inherit(items)
    if any(node.weekday is None or node.day is not None for node in nodes):
        return None
    found = _run(t, end + 1)
    days = inherit(found[0]) if found and t.words[found[1]] == ")" else ()
    if not days or any(d.day is None or d.month is None or d.hour is not None for d in days):
        return None
    if nodes[0].hour is not None and len(days) == 1:
        days = tuple(merge(node, days[0]) for node in nodes)
    return Expression(j, end, days, "range") if len(days) == len(nodes) else None


# Units that a day or month behind a comma says more closely, and how it may begin.
_WHOLES = frozenset({"year", "month", "week"})
_CLOSER = frozenset({"từ", "ngày", "các", "tháng", "hai", "đầu", "giữa", "cuối"})


def _bare_weekday(node: Node) -> bool:
    return node.weekday is not None and node.day is None and node.hour is None


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
        loose = bool(plural) or _goes_on(t, j, joint, items, following)
        if not following or not _fits(items[-1], following[0], joint[0], loose=loose):
            break
        items.append(following[0])
        ends.append(following[1])
    while items and not _whole(t, items, j):
        items.pop()
        ends.pop()
    return (items, ends) if items else None


def _goes_on(
    t: Tokens, j: int, joint: tuple[str, int], items: list[Node], following: Parsed | None
) -> bool:
    """Return whether a set without a plural goes on: ``năm 2014 và 2016``, ``30/4 và 1/5``."""
    if joint[0] != "set" or following is None or not t.words[joint[1]].isdigit():
        return False
    before, after = items[-1], following[0]
    if before.unit == after.unit == "year":
        years = t.words[j] == "năm" and all(item.unit == "year" for item in items)
        return years and (before.year or 0) < (after.year or 0)
    if not t.words[j].isdigit() or len(items) > 1 or before.year or before.part or after.part:
        return False
    days = (_in_year(after) - _in_year(before)) if before.month and after.month else 0
    return t.words[joint[1] - 1] != "," and t.words[j - 1] != "," and 0 < days < _HOLIDAYS


def _in_year(node: Node) -> int:
    return 31 * (node.month or 0) + (node.day or 0)


# Days of note that are spoken of together lie within a week.
_HOLIDAYS = 7


def _opening_hours(t: Tokens, j: int) -> tuple[list[Node], int] | None:
    """Read ``, từ 7 giờ 30 đến 11 giờ`` or ``, 18g - 20g30``; return the times and their end."""
    k = j + 1 if t.words[j] == "," else j
    begins = t.words[k] == "từ" or (k > j and t.words[k].isdigit())
    found = _run(t, k) if begins and not t.broken[k] else None
    if not found or len(found[0]) != 2:
        return None
    return found if all(n.hour is not None and n.day is None for n in found[0]) else None


def _run(t: Tokens, k: int) -> tuple[list[Node], int] | None:
    """Return the items of a chain at ``k`` and its end; no chain within it is asked for."""
    k = k + 1 if t.words[k] == "từ" else k
    plural = _plural(t, k)
    found = _items(t, k, plural) if plural else None
    found = found or _items(t, k, None)
    return (found[0], found[1][-1]) if found else None


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
    node, end = found[0]._replace(day=number), k + 1
    often = t.phrase(end, RECURRING, 2)
    if often and often[0] == "month":
        return node._replace(recurring=True), often[1]
    return node, end


def _item(t: Tokens, j: int, unit_name: str) -> Parsed | None:
    """Return the item at ``j`` of a chain of ``unit_name``, whose unit word may be left out."""
    if unit_name == "night":
        found = day(t, j) or _number(t, j, 31, "day")
        return (found[0]._replace(part="NI"), found[1]) if found else None
    options = [moment(t, j), _part_day(t, j), edge(t, j)]
    match unit_name:
        case "day":
            options += [month(t, j), _number(t, j, 31, "day"), _bare_year_after(t, j)]
        case "month":
            short = _number(t, j, 12, "month")
            options += [month(t, j), with_year(t, *short) if short else None, named_year(t, j)]
            options += [_bare_year_after(t, j), quarter(t, j)]
        case "quarter":
            roman = ROMAN.get(t.words[j])
            short = (Node("quarter", ordinal=roman), j + 1) if roman else None
            options += [quarter(t, j), with_year(t, *short) if short else None]
        case "year":
            options += [_bare_year_after(t, j), month(t, j), unit(t, j)]
        case "season":
            options = [unit(t, j), _bare_year_after(t, j)]
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
    if word == "-" or (word == "/" and before.year is not None and _apart(t, j, before)):
        return "range", j + 1
    k = j + 1 if word == "," else j
    if t.words[k] == "rạng" and before.part in {"NI", "EV"}:  # "đêm 30 rạng sáng 31/1"
        return "range", k if t.words[k + 1] == "sáng" else k + 1
    if word in {"và", ",", "&"}:
        return "set", j + 1
    k = j + 1 if word == "cho" else j
    k = k + 1 if t.words[k] == "," and t.words[k + 1] == "đến" else k
    if t.words[k] not in {"đến", "tới"}:
        return None
    return "range", k + 2 if t.words[k + 1] in {"hết", "trước"} else k + 1


def _apart(t: Tokens, j: int, before: Node) -> bool:
    """Return whether the slash at ``j`` stands between two dates: spaced, or a dashed day's."""
    return (t.gap[j] and t.gap[j + 1]) or (t.words[j - 2] == "-" and before.day is not None)


def _fits(before: Node, after: Node, joint: str, *, loose: bool) -> bool:
    """Return whether ``after`` goes on what ``before`` began; ``loose`` means no unit word."""
    if after.unit == "year" and before.unit == "day" and before.year is None:
        return False  # "từ 5/3 đến 2000 người"
    if _bare_weekday(before) or _bare_weekday(after):
        both = _bare_weekday(before) and _bare_weekday(after) and not before.base
        return both and (before.weekday or 0) < (after.weekday or 0)
    if joint == "set":
        partial = before.unit == "day" and before.day is not None and before.month is None
        bare = before.year is None and not before.base and before.unit != "day"
        same = before.unit == after.unit and (before.unit != "day" or after.day is not None)
        return same and (partial or loose or bare)
    if before.hour is not None or after.hour is not None:
        timed = before.hour is not None and after.hour is not None
        days = before.day is not None and after.day is not None and after.month is not None
        return timed or (days and ordered(before, after))
    return _dated(before) and _dated(after) and ordered(before, after)


def _dated(node: Node) -> bool:
    return node.unit != "day" or node.day is not None or bool(node.base)


def _whole(t: Tokens, items: list[Node], start: int) -> bool:
    """Return whether ``items`` make sense together: days without a month need one to the right."""
    last = items[-1]
    if last.unit == "day" and last.day is not None and last.month is None and not last.lunar:
        lone = t.words[start] in {"ngày", "hôm"} or last.recurring
        return len(items) == 1 and (lone or bool(last.part and last.hour is None))
    first = items[0]
    bare = first.unit == "day" and first.day is not None and first.month is None
    return not (bare and last.unit != "day")
