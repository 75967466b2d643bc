"""What the items of a range or set lend one another: month, year and day."""

from __future__ import annotations

from datetime import date, timedelta

from hoinghi.stages.dates.values import Node, exists


def inherit(items: list[Node]) -> tuple[Node, ...]:
    """Return ``items`` with the parts filled in that stand on a neighbour only.

    ``từ 14 đến 15/6/2018``: the first day takes month and year of the last;
    ``1/7/2023 đến 30/4``: the last takes the year, or the next one, of the first.
    """
    out = list(items)
    for at in range(len(out) - 2, -1, -1):
        out[at] = _from_right(out[at], out[at + 1])
    for at in range(1, len(out)):
        out[at] = _from_left(out[at], out[at - 1])
    return tuple(out)


def after(node: Node, before: Node) -> Node:
    """Return ``node``, whose year is not told, in the first year that puts it after ``before``."""
    if _later(node, before) and _day(before) <= _LAST_DAY:
        return _on(node, _day(before) + timedelta(days=_ahead(node, before)))
    if node.year is not None or node.base or node.lunar or before.year is None:
        return node
    if node.month is None or node.unit not in {"day", "month"}:
        return node
    return node._replace(year=before.year + _wraps(before, node))


# Days can be counted on from here without leaving the calendar.
_LAST_DAY = date.max - timedelta(days=7)


def _later(node: Node, before: Node) -> bool:
    """Return whether ``node`` is a time or weekday whose day only ``before`` tells."""
    if node.unit != "day" or node.day is not None or node.base or node.recurring:
        return False
    told = before.year is not None and before.month is not None and before.day is not None
    return told and exists(before) and (node.weekday is not None or node.hour is not None)


def _ahead(node: Node, before: Node) -> int:
    """Return how many days ``node`` lies after ``before``: ``từ 17 giờ đến 2 giờ sáng``."""
    if node.weekday is not None:
        return (node.weekday - _day(before).isoweekday()) % 7
    return int((node.hour or 0, node.minute or 0) < (before.hour or 0, before.minute or 0))


def _day(node: Node) -> date:
    return date(node.year or 1, node.month or 1, node.day or 1)


def _on(node: Node, day: date) -> Node:
    return node._replace(year=day.year, month=day.month, day=day.day)


def ordered(before: Node, after: Node) -> bool:
    """Return whether ``before`` can come before ``after`` as far as both are known."""
    if before.unit == "year" and after.unit == "year" and before.year and after.year:
        return before.year < after.year
    first, last = _key(before), _key(after)
    known = [(a, b) for a, b in zip(first, last, strict=True) if a is not None and b is not None]
    if before.year is not None and after.year is None:
        return True
    if before.year is None and after.year is not None and before.month is not None:
        return True
    if before.month is None and before.day is not None and after.day is None:
        return False
    return not known or [a for a, _ in known] <= [b for _, b in known]


def _key(node: Node) -> tuple[int | None, int | None, int | None]:
    return node.year, node.month, node.day


def _wraps(before: Node, after: Node) -> int:
    """Return 1 where a range without years must cross New Year."""
    if before.month is None or after.month is None:
        return 0
    return int((before.month, before.day or 0) > (after.month, after.day or 31))


def _from_right(node: Node, right: Node) -> Node:
    lone = node.unit == "day" and node.day is None and not node.base
    if lone and node.hour is not None and not node.weekday:
        return _same_day(node, right)
    if lone and node.weekday is not None and right.weekday is not None:
        return _same_week(node, right)
    if node.unit == "day" and node.day is not None and node.month is None:
        node = node._replace(month=right.month, lunar=right.lunar)
    if right.lunar and node.unit == "day" and node.day is not None:
        node = node._replace(lunar=True, cycle=right.cycle)
    timed = node.hour is not None and node.day is None
    if node.year is not None or node.base or node.unit == "year" or timed:
        return node
    if right.year is not None and (right.unit != "year" or node.unit != "day"):
        return node._replace(year=right.year - _wraps(node, right))
    if right.base and right.shift_unit == "year":
        return node._replace(base=right.base, shift=right.shift, shift_unit="year")
    return node


def _same_day(node: Node, right: Node) -> Node:
    """Return the time ``node`` on the day of ``right``."""
    if right.hour is not None:
        return _same_half_day(node, right)
    if right.day is not None:
        return right._replace(hour=node.hour, minute=node.minute, second=node.second)
    return node


def _same_week(node: Node, right: Node) -> Node:
    """Return the weekday ``node`` in the week of ``right``: ``thứ Bảy, chủ nhật này``."""
    node = node._replace(base=right.base, shift=right.shift, shift_unit=right.shift_unit)
    return node._replace(recurring=right.recurring)


def _same_half_day(node: Node, right: Node) -> Node:
    """Return the time ``node`` on the day of ``right``, after noon as in ``2 - 4 giờ chiều``."""
    hour = node.hour or 0
    if right.twelve and not node.twelve and hour + 12 < (right.hour or 0):
        hour += 12
    return right._replace(hour=hour, minute=node.minute, second=node.second)


def _from_left(node: Node, left: Node) -> Node:
    backwards = (node.hour or 0) < (left.hour or 0) and not left.base
    if node.hour is not None and node.day is None and (left.day is not None or left.base):
        if backwards and left.day is not None:
            return node  # of the next day, which ``after`` finds
        return left._replace(hour=node.hour, minute=node.minute, second=node.second)
    dated = {node.unit, left.unit} <= {"day", "month"} and node.hour is None
    if dated and node.month is not None and node.year is None and left.year and not node.base:
        return node._replace(year=left.year + _wraps(left, node))
    return node
