"""When an event happened: one value merged of day, part of the day, clock and several days."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hoinghi.records import DateMention, Mention
from hoinghi.stages.meetings.scene import Scene

_NOT_OWN = re.compile(
    r"(?:trước|đến hết|chậm nhất|kỷ niệm|thành lập|truyền thống|kể từ|từ khi|sinh|đến|hết|hạn"
    r"|ban hành|sau ngày|dịp|ngày)\s(?:ngày )?$"
)
_CITED = re.compile(
    r"(?<!\w)(?:số:? ?(?=\d)|chỉ thị|nghị quyết|quyết định|kế hoạch|công văn|nghị định|hướng dẫn"
    r"|luật|thông tri)[^.;\n]{0,60},? (?:ngày )?$"
)
_TELLS_TIME = re.compile(
    r"diễn ra|khai mạc|bắt đầu|tổ chức|họp tại|thời gian|trong (?:hai|2|02|ba|3) ngày|bế mạc"
    r"|phiên|lúc|cuộc họp|buổi"
)
_SPAN_LONGEST = 8
_PARTS = frozenset({"TMO", "TAF", "TEV"})


@dataclass(frozen=True, slots=True)
class When:
    """The date that tells when an event was, and the rule that chose it."""

    date: DateMention
    rule: str


def when_of(scene: Scene, mention: Mention, after: int) -> When | None:
    """Return the date of the event that ``mention`` names, or ``None``.

    ``after`` is where the event's own text begins: nothing before it is looked at. The rule is
    ``sentence``, ``before`` or ``after`` (where the day stands beside the event's sentence), and
    ``range`` or ``clock`` where a date elsewhere gives all its days or its time of day.
    """
    chosen = _own_day(scene, mention, after)
    if chosen is None:
        return None
    own = chosen.date
    near = [d for d in scene.dates_in(own.start - 700, own.start + 700) if _tells(scene, d)]
    spans = [d for d in near if _is_span(d) and _within(own, d)]
    if spans and not _is_span(own):
        return When(spans[0], "range")
    if "T" not in own.value and not _is_span(own):
        finer = [d for d in near if "T" in d.value and "/" not in d.value and _day(d) == _day(own)]
        if len({d.value[10:13] for d in finer if d.value[10:13] in _PARTS}) > 1:
            return chosen
        same = scene.sentence(own.start)
        finer.sort(key=lambda d: (scene.sentence(d.start) != same, d.start))
        if finer:
            return When(finer[0], "clock")
    return chosen


def _own_day(scene: Scene, mention: Mention, after: int) -> When | None:
    """Return the date of the event: in its sentence, else just before, else just after."""
    start, end = scene.sentence(mention.start)
    inside = [d for d in _usable(scene, start, end) if not mention.start <= d.start < mention.end]
    before = [d for d in inside if d.start < mention.start]
    behind = [d for d in inside if d.start >= mention.end]
    if before:
        return When(_best(before), "sentence")
    if behind:
        return When(behind[0], "sentence")
    earlier = _usable(scene, max(after, start - 700), start)
    if earlier:
        return When(earlier[-1] if after else earlier[0], "before")
    later = _usable(scene, end, end + 500)
    return When(later[0], "after") if later else None


def _best(dates: list[DateMention]) -> DateMention:
    """Prefer the last date with a part of the day or clock, else the last one."""
    timed = [d for d in dates if "T" in d.value]
    return (timed or dates)[-1]


def _usable(scene: Scene, start: int, end: int) -> list[DateMention]:
    """Return the days of a stretch that are no deadline, anniversary or date of a paper."""
    found = []
    for date in scene.days_in(start, end):
        before = scene.low[max(0, date.start - 80) : date.start]
        if _NOT_OWN.search(before) and "T" not in date.value:
            continue
        if _CITED.search(before) and "T" not in date.value:
            continue
        found.append(date)
    return found


def _tells(scene: Scene, date: DateMention) -> bool:
    start, end = scene.sentence(date.start)
    return _TELLS_TIME.search(scene.low, start, end) is not None


def _day(date: DateMention) -> str:
    return date.value[:10]


def _is_span(date: DateMention) -> bool:
    first, last = date.start_date, date.end_date
    if "/" not in date.value or first is None or last is None:
        return False
    return 0 < (last - first).days <= _SPAN_LONGEST


def _within(day: DateMention, span: DateMention) -> bool:
    if day.start_date is None or span.start_date is None or span.end_date is None:
        return False
    return span.start_date <= day.start_date <= span.end_date
