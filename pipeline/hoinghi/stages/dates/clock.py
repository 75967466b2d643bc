"""Clock times and parts of the day."""

from __future__ import annotations

from hoinghi.stages.dates.numerals import small_number
from hoinghi.stages.dates.patterns import (
    AFTER_PART,
    ANAPHORIC_AFTER_PART,
    COUNTED,
    HALF_DAYS,
    HALF_DAYS_VI,
    HOUR,
    MINUTE,
    PARTS,
    POINTING,
    PRIMES,
    SECOND,
)
from hoinghi.stages.dates.tokens import Tokens, first_words
from hoinghi.stages.dates.units import Parsed
from hoinghi.stages.dates.values import Node

# What may follow a single figure of minutes: "8 giờ 5, họp" but not "8 giờ 5 đại biểu".
_MINUTE_ENDS = frozenset("sáng trưa chiều tối đêm ngày hôm".split()) | {"", ".", ",", ";", ")"}


def clock(t: Tokens, i: int) -> Parsed | None:
    """Read ``14 giờ 30 phút``, ``8g30``, ``19h30'``, ``14:30``, ``2 giờ rưỡi``."""
    hour = small_number(t, i, 0, 24) if t.open_left(i) or _ends_range(t, i) else None
    if not hour:
        return None
    value, j = hour
    word = t.words[j]
    if word == ":":
        found = colon_clock(t, value, j)
    elif word == "rưỡi" and 1 <= value <= 12:
        return _spoken_half(t, value, i, j + 1)
    elif word in HALF_DAYS:
        found = Node("day", hour=value), j
    else:
        return _minutes(t, value, j + 1) if _says_hour(t, j) else None
    return _half_day(t, *found) if found else None


def _ends_range(t: Tokens, i: int) -> bool:
    """Return whether the ``16h30`` of ``13h30-16h30`` begins at ``i``."""
    timed = t.words[i - 2] in HOUR or t.words[i - 3] in HOUR or t.words[i - 3] == ":"
    return timed and clock_follows(t, i - 1)


def _half_day(t: Tokens, node: Node, j: int) -> Parsed:
    """Read the ``AM`` or ``PM`` that may follow a time of the twelve-hour clock."""
    later = HALF_DAYS.get(t.words[j])
    hour = node.hour or 0
    if later is None and node.minute is not None and t.capital(j):
        later = HALF_DAYS_VI.get(t.words[j])
    if later is None or not 1 <= hour <= 12 or not t.closed(j + 1) or t.broken[j]:
        return node, j
    return node._replace(hour=hour % 12 + 12 * later, twelve=True), j + 1


def _spoken_half(t: Tokens, hour: int, i: int, j: int) -> Parsed | None:
    """Read ``bảy rưỡi tối``, ``lúc 8 rưỡi``: half past, where the words make it a time."""
    timed = t.words[i - 1] in {"lúc", "hồi"} or part(t, j) is not None
    return (Node("day", hour=hour, minute=30), j) if timed else None


def colon_clock(t: Tokens, hour: int, j: int) -> Parsed | None:
    """Read the rest of ``14:30`` or ``14:30:15`` from the colon on."""
    if t.gap[j] or t.gap[j + 1] or len(t.words[j + 1]) != 2:
        return None
    minute = t.number(j + 1, 0, 59)
    second = t.number(j + 3, 0, 59) if t.words[j + 2] == ":" and not t.gap[j + 3] else None
    end = j + 2 if second is None else j + 4
    if minute is None or not (t.closed(end) or clock_follows(t, end)):
        return None
    return Node("day", hour=hour, minute=minute, second=second), end


def clock_follows(t: Tokens, j: int) -> bool:
    """Return whether ``-16h30`` of a range of clock times without spaces stands at ``j``."""
    if t.words[j] != "-" or t.number(j + 1, 0, 24) is None:
        return False
    colon = t.words[j + 2] == ":" and len(t.words[j + 3]) == 2 and not t.gap[j + 3]
    return colon or t.words[j + 2] in HOUR


def _says_hour(t: Tokens, j: int) -> bool:
    """Return whether the word at ``j`` makes an hour of the number before it, not a length."""
    word, after = t.words[j], t.words[j + 1]
    if word == "giờ":
        return after not in {"/", "sau", "đồng", "qua", "nữa"}
    mobile = t.source[t.starts[j]] == "G" if word == "g" else False  # the 4G of telephones
    return word in HOUR and not t.gap[j] and (not mobile or after.isdigit())


def _minutes(t: Tokens, hour: int, j: int) -> Parsed | None:
    """Read the minutes and seconds after the word for hour."""
    node = Node("day", hour=hour)
    if t.words[j] == "rưỡi":
        return node._replace(minute=30), j + 1
    less = t.words[j] in {"kém", "thiếu"}
    found = small_number(t, j + 1 if less else j, 0, 99)
    if not found or t.broken[j]:
        return (node, j) if t.closed(j) or clock_follows(t, j) else None
    minute, end = found
    touching = PRIMES if t.gap[j] else PRIMES | {"m"}  # "14h30m"
    marked = t.words[end] in MINUTE or (t.words[end] in touching and not t.gap[end])
    ends = t.words[end] in _MINUTE_ENDS or t.broken[end]
    written = len(t.words[j]) == 2 or not t.words[j].isdigit() or less or ends
    shut = t.closed(end) or clock_follows(t, end)
    if not marked and (not written or t.words[end] in COUNTED or not shut):
        return node, j
    if minute > 59:
        return None
    end = end + 1 if marked else end
    second = small_number(t, end, 0, 59) if marked else None
    seconds = second[0] if second and t.words[second[1]] in SECOND else None
    end = second[1] + 1 if second and seconds is not None else end
    if less:
        hour, minute = hour - 1, 60 - minute
    return node._replace(hour=max(hour, 0), minute=minute, second=seconds), end


def part(t: Tokens, i: int) -> Parsed | None:
    """Read a part of the day with the day that may hang on it: ``sáng``, ``chiều cùng ngày``."""
    j = i + 1 if t.words[i] == "buổi" else i
    found = t.phrase(j, PARTS, 3)
    if not found:
        return None
    node, end = Node("day", part=found[0]), found[1]
    for table, base in ((AFTER_PART, "published"), (ANAPHORIC_AFTER_PART, "mention")):
        near = t.phrase(end, table, 2)
        if near and not t.broken[end]:
            pointing = t.words[near[1] - 1] in POINTING
            there = node._replace(base=base, shift=near[0], shift_unit="day", pointing=pointing)
            return there, near[1]
    return node, end


PART_FIRST = first_words(PARTS) | {"buổi"}
