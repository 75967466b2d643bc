"""What the items of a range or set lend one another: month, year and day."""

from __future__ import annotations

from hoinghi.stages.dates.values import Node


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
    if node.year is not None or node.base or node.lunar or before.year is None:
        return node
    if node.month is None or node.unit not in {"day", "month"}:
        return node
    return node._replace(year=before.year + _wraps(before, node))


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
    whole = _day_from_right(node, right)
    if whole is not None:
        return whole
    if node.unit == "day" and node.day is not None and node.month is None:
        node = node._replace(month=right.month, lunar=right.lunar)
    if right.lunar and node.unit == "day" and node.day is not None:
        node = node._replace(lunar=True, cycle=right.cycle)
    if node.year is not None or node.base or node.unit == "year":
        return node
    if node.hour is not None and node.day is None:
        return node
    if right.year is not None and (right.unit != "year" or node.unit != "day"):
        return node._replace(year=right.year - _wraps(node, right))
    if right.base and right.shift_unit == "year":
        return node._replace(base=right.base, shift=right.shift, shift_unit="year")
    return node


def _day_from_right(node: Node, right: Node) -> Node | None:
    """Return a clock time or weekday of the day or week that stands to the right only."""
    if node.day is not None or node.base:
        return None
    if node.hour is not None and not node.weekday:
        if right.hour is not None:
            return _same_half_day(node, right)
        if right.day is not None:
            return right._replace(hour=node.hour, minute=node.minute, second=node.second)
    if node.weekday and right.shift_unit == "week":
        return right._replace(weekday=node.weekday, part=node.part)
    return None


def _same_half_day(node: Node, right: Node) -> Node:
    """Return the time ``node`` on the day of ``right``, after noon as in ``2 - 4 giờ chiều``."""
    hour = node.hour or 0
    if right.twelve and not node.twelve and hour + 12 < (right.hour or 0):
        hour += 12
    return right._replace(hour=hour, minute=node.minute, second=node.second)


def _from_left(node: Node, left: Node) -> Node:
    if node.hour is not None and node.day is None and (left.day is not None or left.base):
        return left._replace(hour=node.hour, minute=node.minute, second=node.second)
    dated = {node.unit, left.unit} <= {"day", "month"} and node.hour is None
    if dated and node.month is not None and node.year is None and left.year and not node.base:
        return node._replace(year=left.year + _wraps(left, node))
    return node
