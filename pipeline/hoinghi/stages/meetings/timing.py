"""When an event happened: one value merged of day, part of the day, clock and several days."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date

from hoinghi.records import DateMention, Mention
from hoinghi.stages.meetings import patterns as p
from hoinghi.stages.meetings import signs
from hoinghi.stages.meetings.scene import Scene
from hoinghi.text import fold

_NOT_OWN = re.compile(
    r"(?<!\w)(?:trước|đến hết|chậm nhất|kỷ niệm|thành lập|truyền thống|kể từ|từ khi"
    r"|(?<!học )(?<!vệ )(?<!thí )(?<!sản )(?<!hy )sinh|đến|hết|hạn"
    r"|ban hành|sau ngày|dịp|ngày|đón|mừng|vui|hướng tới|phục vụ)\s(?:ngày )?$"
)
# What is due, or on the air, at some hour does not take place then.
_DUE = re.compile(
    r"(?<!\w)(?:trước|chậm nhất(?: là)?|đến hết|hạn(?: cuối| chót)?|phát (?:lúc|vào|sóng lúc)"
    r"|tính đến|cập nhật(?: lúc)?)\s(?:lúc |vào )?(?:ngày )?$"
)
_CITED = re.compile(
    r"(?<!\w)(?:số:? ?(?=\d)|chỉ thị|nghị quyết|quyết định|kế hoạch|công văn|nghị định|hướng dẫn"
    r"|luật|thông tri)(?:(?!ngày )[^.,;\n]){0,60} (?:ngày )?$"
)
# The place and day that head a paper ("Mỹ Xuyên, ngày 07 tháng 6 năm 2021").
_ISSUED_AT = re.compile(r"\s*(?:[^\W\d_]+[ .'’-]{0,2}){1,6},\s*$")
_TELLS_TIME = re.compile(
    r"diễn ra|khai mạc|bắt đầu|mở đầu|tổ chức|tiến hành|họp tại|thời gian|hồi \d|lúc|phiên"
    r"|bế mạc|kết thúc|kéo dài|làm việc"
    r"|(?:trong|sau) (?:hai|ba|bốn|năm|0?[2-9]) ngày|cuộc họp|buổi (?!sáng|trưa|chiều|tối)"
)
_CLOSES = re.compile(r"(?:kết thúc|bế mạc|giải tán)[^.\n]{0,30}$")
_ENDS_THEN = re.compile(r"[ ,]{1,3}(?:\w+ ){0,2}(?:kết thúc|bế mạc|giải tán)")
# Days counted from that of writing are never those of a paper named before them.
_COUNTED = re.compile(r"(?:hôm|nay|thứ|chủ nhật|vừa|mới)(?!\w)")
# The day of the news at the head of a lead: "(18/6/2022) - ...".
_NEWS_DAY = re.compile(r"\)\s?[-–:]")
_GOES_ON = re.compile(r"kéo dài|kết thúc|bế mạc|đến hết|khép lại")
_CLOSED = re.compile(r"bế mạc|khép lại|kết thúc")
# The days of a journey are not those of what happens on the way.
_JOURNEY = re.compile(r"(?<!\w)(?:thăm|công du|chuyến (?:đi|công tác|thăm))(?!\w)")
_TILL = re.compile(r"(?:kết thúc|bế mạc|kéo dài đến|đến hết|và bế mạc) (?:vào |lúc )?(?:\w+ )?$")
_OPENED = re.compile(r"phiên chính thức|chính thức (?:khai mạc|diễn ra)|khai mạc")
_PREPARING = re.compile(r"phiên trù bị|họp trù bị|trù bị")
_ENTRIES = 2
_BESIDE = 8
_NEAR, _FAR = 700, 2500
_SPAN_LONGEST, _COURSE_LONGEST = 8, 31
_PARTS = frozenset({"TMO", "TAF", "TEV"})


@dataclass(frozen=True, slots=True)
class When:
    """The date that tells when an event was, its value, and the rule that chose it."""

    date: DateMention
    rule: str

    @property
    def value(self) -> str:
        """Return the TIMEX3 value."""
        return self.date.value


def when_of(scene: Scene, mention: Mention, after: int, until: int) -> When | None:
    """Return the date of the event that ``mention`` names, or ``None``.

    ``after`` and ``until`` bound the event's own text: nothing outside is looked at. The rule is
    ``sentence``, ``before`` or ``after`` (where the day stands beside the event's sentence), and
    ``range``, ``lasting``, ``schedule`` or ``clock`` where dates elsewhere give all its days, its
    last (or first) day, those of a schedule, or its time of day.
    """
    chosen = _own_day(scene, mention, after, until)
    if chosen is None or _is_span(chosen.date):
        return chosen
    own = chosen.date
    first, last = max(after, own.start - _NEAR), min(until, own.start + _NEAR)
    near = [d for d in scene.dates_in(first, last) if not _due(scene, d)]
    far = scene.days_in(first, min(until, own.start + _FAR))
    head = _kind_of(fold(mention.text))
    for other in far:
        covers = _is_span(other) and _within(own, other)
        if covers and _of_event(scene, other, head, named=other.start > last):
            return When(other, "range")
    lasting = _lasting(scene, own, far, head)
    if lasting is not None:
        return lasting
    return _finer(scene, chosen, near)


def _finer(scene: Scene, chosen: When, near: list[DateMention]) -> When:
    """Return the chosen day, with its part or clock where the text gives it elsewhere."""
    own = chosen.date
    if "/" in own.value or "T" in own.value:
        return chosen
    same = scene.sentence(own.start)
    finer = [
        d
        for d in near
        if "T" in d.value
        and "/" not in d.value
        and _day(d) == _day(own)
        and _opens(scene, d, own, same=scene.sentence(d.start) == same)
    ]
    halves = {d.value[10:13] for d in near if _day(d) == _day(own)} & _PARTS
    if len(halves) > 1:
        return chosen
    finer.sort(key=lambda d: (scene.sentence(d.start) != same, d.start))
    return When(finer[0], "clock") if finer else chosen


def _opens(scene: Scene, date: DateMention, own: DateMention, *, same: bool) -> bool:
    """Tell whether a date says when the event began, not when a part of it was or it ended."""
    start, end = scene.sentence(date.start)
    if _CLOSES.search(scene.low, max(start, date.start - 60), date.start):
        return False
    if _ENDS_THEN.match(scene.low, date.end):
        return False
    if same:
        return date.start >= own.start and date.start - own.end <= 30
    return _TELLS_TIME.search(scene.low, start, end) is not None


def _lasting(
    scene: Scene, own: DateMention, days: list[DateMention], head: str | None
) -> When | None:
    """Return all days of an event of which another sentence tells the last, or the first.

    ``Lớp học kết thúc vào ngày 3-11``; ``phiên trù bị`` the day before of one that has closed.
    """
    sentence = scene.sentence(own.start)
    closed = _CLOSED.search(scene.low, *sentence) is not None
    prepared = _PREPARING.search(scene.low, *sentence) is not None
    longest = _COURSE_LONGEST if head == "lớp" else _SPAN_LONGEST
    for day in days:
        start, end = scene.sentence(day.start)
        if "/" in day.value or not _of_event(scene, day, head):
            continue
        if start <= own.start < end:
            until = scene.low[own.end : day.start]
            if not (day.start > own.end and _TILL.search(until)):
                continue
            first, last = own, day
        elif prepared and _OPENED.search(scene.low, start, end):
            first, last = own, day
        elif closed and _PREPARING.search(scene.low, start, end):
            first, last = day, own
        elif not closed and _ends_on(scene, day, start, end):
            first, last = own, day
        else:
            continue
        if 0 < _days_between(first, last) <= longest:
            return _spread(first, last, "lasting")
    return None


def _ends_on(scene: Scene, day: DateMention, start: int, end: int) -> bool:
    """Tell whether a sentence says that something goes on until ``day``."""
    before = scene.low[max(start, day.start - 60) : day.start]
    if _GOES_ON.search(before):
        return True
    return _CLOSED.search(scene.low, day.end, min(end, day.end + 90)) is not None


def _of_event(scene: Scene, date: DateMention, head: str | None, *, named: bool = False) -> bool:
    """Tell whether a date's sentence tells when the event was, and of no event of another kind.

    ``named``: it has to name the event's own kind.
    """
    start, end = scene.sentence(date.start)
    if not _TELLS_TIME.search(scene.low, start, end):
        return False
    kinds = {_kind_of(m.group()) for m in p.GATHERING.finditer(scene.low, start, end)}
    if not kinds and head is not None and _JOURNEY.search(scene.low, start, date.start):
        return False
    return head in kinds if kinds else not named


def _kind_of(name: str) -> str | None:
    """Return the kind of the gathering that a name opens with, for telling two apart."""
    if name.startswith(("lớp", "khóa")) or "tập huấn" in name[:24] or "bồi dưỡng" in name[:24]:
        return "lớp"
    found = p.GATHERING.match(name)
    if found is None:
        return None
    word = found.group()
    return "họp" if word.startswith(("kỳ họp", "phiên")) else word.split()[0] + word[-3:]


def _own_day(scene: Scene, mention: Mention, after: int, until: int) -> When | None:
    """Return the date of the event: in its sentence, else just before, else just after."""
    start, end = scene.sentence(mention.start)
    inside = [d for d in _usable(scene, start, end) if not mention.start <= d.start < mention.end]
    before = [d for d in inside if d.start < mention.start]
    behind = [d for d in inside if d.start >= mention.end]
    if behind and _stays(mention, behind[0]):
        return When(behind[0], "sentence")
    if before:
        return When(_best(before), "sentence")
    if behind:
        return When(behind[0], "sentence")
    earlier = _usable(scene, max(after, start - 700), start)
    if earlier:
        return When(earlier[-1] if after else earlier[0], "before")
    later = _usable(scene, end, min(end + 500, until))
    if not later:
        return None
    return _scheduled(scene, later[0], until) or When(later[0], "after")


def _scheduled(scene: Scene, first: DateMention, until: int) -> When | None:
    """Return all days of a schedule that tells of one event at many places."""
    days = []
    for line in scene.lines[bisect_left(scene.lines, scene.line(first.start)) :]:
        found = scene.days_in(line[0], min(line[1], line[0] + 80))
        if line[0] >= until:
            break
        if found and signs.ENTRY.match(scene.low, *line):
            days.append(found[0])
    if len(days) < _ENTRIES:
        return None
    start, end = days[0], max(days, key=lambda d: d.end_date or date.min)
    if not 0 < _days_between(start, end) <= _COURSE_LONGEST:
        return None
    return _spread(start, end, "schedule")


def _spread(first: DateMention, last: DateMention, rule: str) -> When:
    """Return all days from ``first`` to ``last``."""
    ending = last.value.rpartition("/")[2][:10]
    ends = replace(first, value=f"{_day(first)}/{ending}", end_date=last.end_date)
    return When(ends, rule)


def _stays(mention: Mention, date: DateMention) -> bool:
    """Tell whether a visit's days stand straight after it ("thăm Lào từ ngày 21 đến 24/5")."""
    beside = date.start - mention.end <= _BESIDE
    return beside and _is_span(date) and fold(mention.text).startswith("thăm")


def _best(dates: list[DateMention]) -> DateMention:
    """Prefer the last date with a part of the day or clock, else the last one."""
    timed = [d for d in dates if "T" in d.value]
    return (timed or dates)[-1]


def _usable(scene: Scene, start: int, end: int) -> list[DateMention]:
    """Return the days of a stretch that are no deadline, anniversary or date of a paper."""
    found = []
    for day in scene.days_in(start, end):
        before = scene.low[max(scene.line(day.start)[0], day.start - 80) : day.start]
        if _due(scene, day) or _heads_paper(scene, day):
            continue
        if "T" not in day.value and _NOT_OWN.search(before):
            continue
        if "T" not in day.value and _CITED.search(before) and not _COUNTED.match(fold(day.text)):
            continue
        found.append(day)
    return [d for d in found if not _NEWS_DAY.match(scene.low, d.end)] or found


def _due(scene: Scene, date: DateMention) -> bool:
    line = scene.line(date.start)[0]
    return _DUE.search(scene.low, max(line, date.start - 40), date.start) is not None


def _heads_paper(scene: Scene, date: DateMention) -> bool:
    """Tell whether a date stands alone on its line after a place, as papers are dated."""
    start, end = scene.line(date.start)
    if scene.body[date.end : end].strip(" .)") or not scene.body[start : date.start].strip():
        return False
    return _ISSUED_AT.fullmatch(scene.body, start, date.start) is not None


def _day(date: DateMention) -> str:
    return date.value[:10]


def _days_between(first: DateMention, last: DateMention) -> int:
    """Return how many days lie between two days; within one month where no year is known."""
    if first.start_date is not None and last.start_date is not None:
        return (last.start_date - first.start_date).days
    one, other = _day(first), _day(last)
    if one[:7] != other[:7] or not (one[8:].isdigit() and other[8:].isdigit()):
        return 0
    return int(other[8:]) - int(one[8:])


def _is_span(date: DateMention) -> bool:
    first, last = date.start_date, date.end_date
    if "/" not in date.value or first is None or last is None:
        return False
    return 0 < (last - first).days <= _SPAN_LONGEST


def _within(day: DateMention, span: DateMention) -> bool:
    if day.start_date is None or span.start_date is None or span.end_date is None:
        return False
    return span.start_date <= day.start_date <= span.end_date
