"""Days and weekdays, and how they combine with day parts and clock times into one moment."""

from __future__ import annotations

from hoinghi.stages.dates.clock import PART_FIRST, clock, colon_clock, part
from hoinghi.stages.dates.numerals import small_number
from hoinghi.stages.dates.patterns import (
    ANAPHORIC_DAYS,
    COUNTED,
    DAY_HEADS,
    DEICTIC_DAYS,
    JOINERS,
    LUNAR_MARKS,
    NOT_BEFORE_SHIFT,
    NUMBER_WORDS,
    POINTING,
    RECURRING,
    SPACED_CUES,
    SUNDAY,
    WEEKDAY_CUES,
    WEEKDAY_NUMBERS,
    WEEKDAYS,
    Phrase,
)
from hoinghi.stages.dates.tokens import Tokens, first_words
from hoinghi.stages.dates.units import Parsed, lunar_year, month, shift, with_year
from hoinghi.stages.dates.values import Node, exists


def numeric_day(t: Tokens, i: int, *, cued: bool = False) -> Parsed | None:
    """Read ``23/4/2024``, ``23-4``, ``23.04.24``; ``cued`` allows spaces and bare short years."""
    if t.year(i) is not None:
        return _iso_day(t, i)
    day, sep, number = t.number(i, 1, 31), t.words[i + 1], t.number(i + 2, 1, 12)
    if day is None or number is None or sep not in {"/", "-", "."} or t.broken[i + 2]:
        return None
    spaced = t.gap[i + 1] or t.gap[i + 2] or t.broken[i + 1]
    slipped = cued and sep == "/" and t.gap[i + 1] != t.gap[i + 2]  # "ngày 13 /5"
    if spaced and not cued and t.words[i - 1] not in SPACED_CUES:
        return None
    if spaced and (sep == "." or t.broken[i + 1] or t.gap[i + 1] != t.gap[i + 2]) and not slipped:
        return None
    spaced = spaced and not slipped
    node, j = Node("day", day=day, month=number), i + 3
    if t.words[j] == sep and t.gap[j] == t.gap[j + 1] == spaced:
        short = t.number(j + 1, 0, 99) if len(t.words[j + 1]) == 2 else None
        full = t.year(j + 1)
        if full is not None:
            node, j = node._replace(year=full), j + 2
        elif short is not None and (cued or sep == "/") and not spaced and t.closed(j + 2):
            node, j = node._replace(year=short), j + 2
    goes_on = t.words[j] in {"/", "."} and not t.gap[j] and not t.gap[j + 1]
    whole = sep == "-" and (node.year or 0) > 99 and t.words[j] == "/"  # "19-5-1890/19-5-2017"
    if goes_on and t.words[j + 1].isdigit() and not whole:
        return None
    if node.year is None and t.words[j] in {"năm", ","} and (cued or sep != "-"):
        node, j = with_year(t, node, j, joints="")
    return (node, j) if exists(node) else None


def _iso_day(t: Tokens, i: int) -> Parsed | None:
    """Read ``2024-04-23``, ``2024/04/23`` and ``2024-04-23T14:30``."""
    month_number, day_number = t.number(i + 2, 1, 12), t.number(i + 4, 1, 31)
    sign = t.words[i + 1]
    joined = sign in {"-", "/", "."} and t.words[i + 3] == sign and not any(t.gap[i + 1 : i + 5])
    if not joined or month_number is None or day_number is None:
        return None
    if sign != "-" and len(t.words[i + 2]) + len(t.words[i + 4]) < 4:
        return None  # "2011/5/3" may be a document's number, "2011/05/03" is a day
    node = Node("day", year=t.year(i), month=month_number, day=day_number)
    if not exists(node):
        return None
    if t.words[i + 5] == "t" and not t.gap[i + 5] and not t.gap[i + 6]:
        hour = t.number(i + 6, 0, 24)
        timed = colon_clock(t, hour, i + 7) if hour is not None else None
        if timed:
            return merge(node, timed[0]), timed[1]
    return node, i + 5


def _compact_day(t: Tokens, i: int) -> Parsed | None:
    """Read ``20240423`` after ``ngày``."""
    word = t.words[i]
    if len(word) != 8 or not (word.isascii() and word.isdigit()) or not t.closed(i + 1):
        return None
    node = Node("day", year=int(word[:4]), month=int(word[4:6]), day=int(word[6:]))
    return (node, i + 1) if 1900 <= int(word[:4]) <= 2199 and exists(node) and node.day else None


def day(t: Tokens, i: int) -> Parsed | None:
    """Read a day of the calendar, solar or lunar, with its year if it is told."""
    head = t.phrase(i, DAY_HEADS, 3)
    j = head[1] if head else i
    kind = head[0] if head else ""
    found = _full_moon(t, j) or numeric_day(t, j, cued=bool(head)) or _worded_day(t, j, kind)
    found = found or (_compact_day(t, j) if head else None)
    if not found:
        return None
    node, end = found
    if node.year is not None and node.year < 100 and node.unit != "day":
        return None
    told, end = _marks(t, node, end)
    if t.phrase(end, _OTHER_CALENDARS, 2):
        same = Node("day", base="mention", shift_unit="day", part=None)
        return (same, end + 2) if t.words[i - 1] in {"tức", "nhằm"} else None
    matched = t.words[i - 1] == "nhằm" and told == node and node.month is not None
    return (told._replace(lunar=True) if matched and not node.base else told), end


# Their days are known only from the solar day told beside them.
_OTHER_CALENDARS: dict[Phrase, str] = {("chăm", "lịch"): "", ("hồi", "lịch"): ""}


def _full_moon(t: Tokens, i: int) -> Parsed | None:
    if t.words[i] != "rằm":
        return None
    found = month(t, i + 1)
    if not found or found[0].month is None:
        return None
    return found[0]._replace(unit="day", day=15, lunar=True), found[1]


def _worded_day(t: Tokens, j: int, kind: str) -> Parsed | None:
    """Read ``23 tháng 4 năm 2024``, ``mùng 2 Tết``, or after ``ngày`` a number alone."""
    found = small_number(t, j, 1, 31)
    if not found or not (kind or t.words[j].isdigit() or found[1] - j > 1):
        return None
    value, end = found
    if t.words[end] == "tết" and kind != "mùng" and 23 <= value <= 30:
        return Node("day", month=12, day=value, lunar=True), end + 1  # "30 Tết" is before it
    if t.words[end] == "tết" and kind == "mùng":
        whole = lunar_year(t, end + 1)
        node, end = whole or (Node("year"), end + 1)
        return node._replace(unit="day", day=value, month=1, lunar=True), end
    k = end + 1 if t.words[end] == "," else end
    inside = month(t, k, inside=True)
    if inside and not (t.words[k + 1] == "năm" and t.year(k + 2) and not kind):
        node = inside[0]._replace(unit="day", day=value)
        length = not kind and t.words[inside[1]] == "ngày"  # "1 tháng 12 ngày"
        return (node, inside[1]) if exists(node) and not length else None
    trip = t.words[end] == "đêm"  # "2 ngày 1 đêm"
    open_end = not t.closed(end) and t.words[end] != "-"  # a range may go on there
    if not kind or t.words[end] in COUNTED or open_end or trip or t.words[end] == "tháng":
        return None
    return Node("day", day=value), end


def _marks(t: Tokens, node: Node, end: int) -> Parsed:
    """Read what may follow a day: ``âm lịch``, ``hằng năm``."""
    lunar = t.phrase(end, LUNAR_MARKS)
    if not lunar and t.words[end] == "ta" and node.month is not None and node.year is None:
        spoken = not t.words[end - 1].isdigit() or node.lunar  # "mùng năm tháng Năm ta"
        node, end = (node._replace(lunar=True), end + 1) if spoken else (node, end)
    if lunar:
        node, end = node._replace(lunar=lunar[0] == "lunar"), lunar[1]
        node, end = with_year(t, node, end, joints="") if node.year is None else (node, end)
    often = t.phrase(end, RECURRING, 2)
    if often:
        month_number = None if often[0] == "month" else node.month
        node, end = node._replace(recurring=True, year=None, month=month_number), often[1]
    return node, end


def weekday(t: Tokens, i: int) -> Parsed | None:
    """Read ``thứ Năm``, ``Chủ nhật``, with ``tuần trước`` or ``này`` after it."""
    named = _named_weekday(t, i)
    if not named:
        return None
    node, j = Node("day", weekday=named[0]), named[1]
    if t.words[j] in {"hàng", "hằng"} and t.words[j + 1] == "tuần":
        return node._replace(recurring=True), j + 2
    k = j + 1 if t.words[j] == "của" else j
    near = shift(t, k + 1) if t.words[k] == "tuần" else None
    if near:
        week = node._replace(base="published", shift=near[0], shift_unit="week")
        return week, near[1]
    near = shift(t, j) if t.words[j] in {"này", "tới", "trước", "sau", "vừa", "tuần"} else None
    if near:
        return node._replace(base="published", shift=near[0], shift_unit="weekday"), near[1]
    return node, j


def _named_weekday(t: Tokens, i: int) -> tuple[int, int] | None:
    """Return the number of ``thứ Hai``, ``thứ 2``, ``T2``, ``Chủ nhật``, ``CN``, and its end."""
    word = t.words[i]
    if word in {"thứ", "t"}:
        digit = t.number(i + 1, 2, 7, width=1)
        number = WEEKDAY_NUMBERS[digit] if digit else WEEKDAYS.get(t.words[i + 1])
        if (digit and not t.closed(i + 2)) or t.broken[i + 1]:
            return None
        if word == "t" and (not digit or t.gap[i + 1]):
            return None
        return (number, i + 2) if number else None
    if word == "cn":
        return 7, i + 1
    sunday = tuple(t.words[i : i + 2]) in SUNDAY and not t.broken[i + 1]
    return (7, i + 2) if sunday else None


def deictic(t: Tokens, i: int) -> Parsed | None:
    """Read ``hôm nay``, ``ngày mai``, ``cùng ngày``."""
    for table, base in ((DEICTIC_DAYS, "published"), (ANAPHORIC_DAYS, "mention")):
        found = t.phrase(i, table, 3)
        if found and not _is_noun(t, i, found[1]):
            node = Node("day", base=base, shift=found[0], shift_unit="day")
            return node._replace(pointing=t.words[found[1] - 1] in POINTING), found[1]
    return None


def _is_noun(t: Tokens, i: int, j: int) -> bool:
    """Return whether the day is a noun of its own: ``cùng ngày 12/3``, ``những ngày này``."""
    if t.words[i] == "cùng":
        return t.words[j].isdigit()
    this = t.words[i] == "ngày" and t.words[i + 1] == "này"
    return this and (t.words[i - 1] in NOT_BEFORE_SHIFT or t.words[j] in {"năm", "tháng", "sang"})


def joiner(t: Tokens, j: int) -> int:
    """Return the index after the words that may join two parts of one moment."""
    k = j + 1 if t.words[j] == "," and not t.broken[j + 1] else j
    for _ in range(2):
        k = k + 1 if t.words[k] in JOINERS else k
    return k


def moment(t: Tokens, i: int) -> Parsed | None:
    """Read the longest run of clock time, day part, weekday and day that makes one moment."""
    node: Node | None = None
    end, j = i, i
    for _ in range(6):
        found = _element(t, j, node)
        if not found or (node is not None and _new_clause(t, end, j, node, found)):
            break
        piece, end = found
        node = piece if node is None else merge(node, piece)
        j = joiner(t, end)
        if t.broken[end]:
            break
    return None if node is None else (_afternoon(node), end)


def _new_clause(t: Tokens, end: int, j: int, node: Node, found: Parsed) -> bool:
    """Return whether what stands behind a comma is told of the next thing.

    ``Sáng nay, lúc 8 giờ`` has two expressions.
    """
    timed = found[0].hour is not None and found[0].day is None
    return timed and t.words[end] == "," and j > end + 1 and node.hour is None


def _element(t: Tokens, j: int, so_far: Node | None) -> Parsed | None:
    """Return the next element at ``j`` that ``so_far`` has room for."""
    word = t.words[j]
    figure = word.isdigit()
    if not figure and word not in _FIRST:
        return None
    known = so_far or _ANY_DAY
    dated = known.day is not None
    if not dated:
        found = _any_day(t, j, known)
        if found:
            return found if so_far or found[0].unit == "day" else None
    fixed = dated or known.base == "mention"
    if known.hour is None and (figure or word in NUMBER_WORDS):
        found = clock(t, j)
        if found and not (fixed and _day_follows(t, found[1])):
            return found
    roomy = known.part is None and word in PART_FIRST
    return _part_after(t, j, known) if roomy else None


def _part_after(t: Tokens, j: int, known: Node) -> Parsed | None:
    """Return the day part at ``j`` if it belongs to ``known`` and opens no moment of its own."""
    found = part(t, j)
    if not found:
        return None
    listed = t.words[j - 1] == ","
    placed = bool(found[0].base)
    if known.day is not None or known.base:
        return None if placed or listed or _day_follows(t, found[1]) else found
    if listed and known.hour is not None and not placed and not _day_follows(t, found[1]):
        return None  # "8h - 11h30, chiều từ 13h30"
    return found


def _any_day(t: Tokens, j: int, known: Node) -> Parsed | None:
    """Return the day at ``j``, told by a word, a number or the name of a weekday."""
    word = t.words[j]
    found = None
    if word in _DEICTIC_FIRST and not known.base:
        found = deictic(t, j)
    if found is None and (word.isdigit() or word in _DAY_FIRST):
        found = day(t, j)
    if found is None and word in WEEKDAY_FIRST:
        found = _weekday_after(t, j, known)
    return found


_ANY_DAY = Node("day")
_DEICTIC_FIRST = first_words(DEICTIC_DAYS, ANAPHORIC_DAYS)
_DAY_FIRST = first_words(DAY_HEADS) | NUMBER_WORDS | {"rằm"}
WEEKDAY_FIRST = first_words(SUNDAY) | {"thứ", "t", "cn", "ngày"}
_FIRST = _DEICTIC_FIRST | _DAY_FIRST | WEEKDAY_FIRST | PART_FIRST


def _weekday_after(t: Tokens, j: int, known: Node) -> Parsed | None:
    k = j + 1 if t.words[j] == "ngày" else j
    found = weekday(t, k) if known.weekday is None else None
    in_week = found is not None and (found[0].shift_unit == "week" or _this_weekday(t, k, found))
    return None if not in_week and known == _ANY_DAY and _ordinal(t, k) else found


def _this_weekday(t: Tokens, k: int, found: Parsed) -> bool:
    """Return whether it is ``thứ 6 này`` and no ``lần thứ 6 này``."""
    told = bool(found[0].base) and t.words[k + 1].isdigit()
    return told and t.words[k - 1] not in _NUMBERED


_NUMBERED = frozenset("kỷ kỉ lần kỳ kì khóa đợt tập hạng phiên họp năm ngày tuần tháng con".split())


def _ordinal(t: Tokens, i: int) -> bool:
    """Return whether ``thứ ba`` at ``i`` counts ("kỳ họp thứ ba") rather than names a day."""
    if t.words[i] != "thứ" or t.capital(i) or t.capital(i + 1):
        return False
    return t.words[i - 1].isalpha() and t.words[i - 1] not in WEEKDAY_CUES


def _day_follows(t: Tokens, j: int) -> bool:
    k = joiner(t, j)
    word = t.words[k]
    if not word.isdigit() and word not in _FIRST:
        return False
    found = day(t, k) or deictic(t, k) or weekday(t, k)
    return found is not None


def merge(node: Node, piece: Node) -> Node:
    """Return both together; a day of the calendar wins over a deictic one."""
    explicit = piece.day is not None or node.day is not None
    owner = piece if piece.day is not None or (piece.base and not node.base) else node
    return owner._replace(
        weekday=node.weekday or piece.weekday,
        part=node.part or piece.part,
        hour=piece.hour if node.hour is None else node.hour,
        minute=piece.minute if node.hour is None else node.minute,
        second=piece.second if node.hour is None else node.second,
        twelve=piece.twelve if node.hour is None else node.twelve,
        base=owner.base if not explicit or owner.shift_unit == "year" else "",
    )


def _afternoon(node: Node) -> Node:
    """Return ``node`` with the hour on the 24-hour clock that its day part asks for."""
    hour, part_of_day = node.hour, node.part
    if hour is None or part_of_day is None:
        return node
    later = {"AF": hour < 12, "EV": hour < 12, "NI": 6 <= hour < 12, "MI": hour < 4}
    if later.get(part_of_day):
        hour += 12
    elif hour == 12 and part_of_day in {"MO", "NI"}:
        hour = 0 if part_of_day == "MO" else 24
    return node._replace(hour=hour, part=None, twelve=True)
