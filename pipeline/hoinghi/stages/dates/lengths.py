"""Lengths of time counted from the moment of writing: ``3 ngày trước``, ``2 phút nữa``.

A length gives a point (ago, later, a deadline reached) or, as TIMEX3's DURATION, the stretch
itself. Every reader starts at the number or at ``cách``, ``sau``, ``nửa``, ``bây``, ``lúc``.
"""

from __future__ import annotations

from hoinghi.stages.dates.numerals import small_number
from hoinghi.stages.dates.patterns import (
    AGO_TAILS,
    ALONE_AFTER,
    CLOCK_STEPS,
    COUNT_UNITS,
    DEADLINE_VERBS,
    DECADE_WORDS,
    DONE_CUES,
    HALF_STEPS,
    LAST_UNITS,
    LATER_TAILS,
    LENGTH_BEFORE,
    NEXT_TAILS,
    NO_ADVERB,
    NOT_AFTER_NEXT,
    NOT_AFTER_PAST,
    NOT_BEFORE_SHIFT,
    NOW,
    NUMBER_WORDS,
    PAST_TAILS,
    STEP_RANKS,
    TIME_BEFORE,
    WEEKEND_TAILS,
)
from hoinghi.stages.dates.tokens import Tokens
from hoinghi.stages.dates.values import Expression, Node, Steps

_MOST_STEPS = 6


def counted(t: Tokens, i: int) -> Expression | None:
    """Read any expression that counts from the moment of writing."""
    now = t.phrase(i, NOW, 3)
    if now:
        return Expression(i, now[1], (Node("now", base="published"),), "now")
    word = t.words[i]
    if t.words[i + 1] == "qua" and (word in LAST_UNITS or word == "năm"):
        return _last(t, i)
    ago = word == "cách" and t.words[i + 1] in {"đây", "nay"}
    later = word == "sau"
    found = _steps(t, i + 2 if ago else i + 1 if later else i)
    if not found:
        return None
    steps, j = found
    if ago:
        return _point(i, j, steps, -1)
    if steps == _WEEKEND and tuple(t.words[j : j + 2]) == ("cuối", "tuần"):
        return _weekend(t, i, j + 2)
    return _told(t, i, j, steps, later=later) or (None if later else _deadline(t, i, j, steps))


_WEEKEND = ((2, "day"),)


def _weekend(t: Tokens, i: int, j: int) -> Expression | None:
    """Read ``2 ngày cuối tuần qua``: Saturday and Sunday of that week."""
    near = t.phrase(j, WEEKEND_TAILS, 2)
    if not near:
        return None
    day = Node("day", base="published", shift=near[0], shift_unit="week")
    return Expression(i, near[1], (day._replace(weekday=6), day._replace(weekday=7)), "range")


def _last(t: Tokens, i: int) -> Expression | None:
    """Read ``tuần qua``, ``năm qua``: the one before this."""
    before = t.words[i - 1]
    if before in NOT_BEFORE_SHIFT or before.isdigit() or before in NUMBER_WORDS | {"chục"}:
        return None
    if t.words[i + 2] in NOT_AFTER_PAST or t.words[i + 2] == t.words[i]:
        return None  # "tháng qua tháng"
    node = Node("stretch", base="published", steps=((-1, COUNT_UNITS[t.words[i]]),))
    return Expression(i, i + 2, (node,), "length")


def _point(i: int, j: int, steps: Steps, sign: int, rule: str = "relative") -> Expression:
    signed = tuple((sign * count, unit) for count, unit in steps)
    return Expression(i, j, (Node("relative", base="published", steps=signed),), rule)


def _told(t: Tokens, i: int, j: int, steps: Steps, *, later: bool) -> Expression | None:
    """Read the words after a length that say which way it counts."""
    tail = t.phrase(j, LATER_TAILS, 1)
    k = i - 1 - (t.words[i - 1] in {"khoảng", "vòng"})
    if tail and (later or t.words[k] != "còn"):
        within = t.words[k] == "trong"
        if later or within or _free(t, i):
            return _point(i, tail[1], steps, 1, "deadline" if within else "relative")
    if t.words[j] == "sau" or later:
        if t.words[j - 1] == "giờ":
            return None  # "sau 14 giờ" is a clock time
        k = j if later else j + 1
        return _point(i, k, steps, 1) if not t.words[i - 1] and _ends(t, k) else None
    tail = t.phrase(j, AGO_TAILS, 2)
    if tail and _free(t, i) and t.words[tail[1]] not in NO_ADVERB:
        return _point(i, tail[1], steps, -1) if _clock_free(t, i, tail[1], steps) else None
    return _stretch(t, i, j, steps)


def _stretch(t: Tokens, i: int, j: int, steps: Steps) -> Expression | None:
    """Read ``3 ngày tới``, ``2 năm vừa qua``: the whole units after or before this one."""
    count, unit = steps[0]
    back = t.phrase(j, PAST_TAILS, 3)
    ahead = None if back else t.phrase(j, NEXT_TAILS, 2)
    end = back[1] if back else ahead[1] if ahead else 0
    if not end or len(steps) > 1 or not _clock_free(t, i, end, steps):
        return None
    following = t.words[end]
    if following in (NOT_AFTER_PAST if back else NOT_AFTER_NEXT) or following.isdigit():
        return None
    first, stop = (-count, 0) if back else (1, count + 1)
    nodes = [Node("stretch", base="published", steps=((first, unit),))]
    if count > 1 or unit in CLOCK_STEPS:
        nodes.append(Node("stretch", base="published", steps=((stop, unit),)))
    return Expression(i, end, tuple(nodes), "length")


def _deadline(t: Tokens, i: int, j: int, steps: Steps) -> Expression | None:
    """Read ``trong vòng 3 tháng``, ``hoàn thành trong 2 tuần``: the point by which it is over."""
    k = i - 2 if t.words[i - 1] == "vòng" and t.words[i - 2] == "trong" else i - 1
    if t.words[k] != "trong" or not _ends(t, j):
        return None
    verb = t.words[k - 1] in DEADLINE_VERBS and not t.broken[k]
    done = not DONE_CUES.isdisjoint(t.words[k - 4 : k])
    return _point(i, j, steps, 1, "deadline") if t.broken[k] or (verb and not done) else None


def _steps(t: Tokens, i: int) -> tuple[Steps, int] | None:
    """Read ``2 năm 3 tháng``, ``một tiếng rưỡi``, ``nửa giờ`` as counted units, and its end."""
    steps: list[tuple[int, str]] = []
    end = i
    while len(steps) < _MOST_STEPS:
        found = _step(t, end + 1 if steps and t.words[end] == "và" else end)
        if not found or (steps and not _finer(steps[-1][1], found[0][0][1])):
            break
        if steps and t.broken[end]:
            break
        steps += found[0]
        end = found[1]
    return (tuple(steps), end) if steps else None


def _step(t: Tokens, i: int) -> tuple[Steps, int] | None:
    if t.words[i] == "nửa":
        found = _unit(t, i + 1)
        half = HALF_STEPS.get(found[0]) if found else None
        return ((half,), found[1]) if found and half else None
    value = t.number(i, 1, 999, width=3)
    number = (value, i + 1) if value is not None else small_number(t, i, 1, 99)
    found = _unit(t, number[1]) if number else None
    if not number or not found:
        return None
    unit, end = found
    half = HALF_STEPS.get(unit) if t.words[end] == "rưỡi" else None
    if half:
        return ((number[0], unit), half), end + 1
    return ((number[0], unit),), end


def _unit(t: Tokens, i: int) -> tuple[str, int] | None:
    unit = COUNT_UNITS.get(t.words[i])
    if unit is None:
        if t.words[i] == "thập" and t.words[i + 1] in DECADE_WORDS:
            return "decade", i + 2
        return None
    if unit == "hour" and t.words[i + 1] == "đồng" and t.words[i + 2] == "hồ":
        return unit, i + 3
    return unit, i + 1


def _finer(before: str, after: str) -> bool:
    return STEP_RANKS[after] < STEP_RANKS[before]


def _free(t: Tokens, i: int) -> bool:
    """Return whether nothing before ``i`` makes the number a measure or one end of a range."""
    return t.words[i - 1] not in LENGTH_BEFORE


def _clock_free(t: Tokens, i: int, j: int, steps: Steps) -> bool:
    """Return whether hours and minutes are a length: ``lúc 8 giờ tới xã`` has a clock time."""
    if steps[-1][1] not in CLOCK_STEPS:
        return True
    return t.words[i - 1] not in TIME_BEFORE and _ends(t, j)


def _ends(t: Tokens, j: int) -> bool:
    return t.broken[j] or t.words[j] in ALONE_AFTER
