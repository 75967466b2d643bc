"""What a sentence opens with before a place or venue, and the text that is still of one event."""

from __future__ import annotations

import re
from datetime import date

from hoinghi.records import DateMention, Mention, PlaceMention
from hoinghi.stages.meetings.scene import Scene
from hoinghi.stages.meetings.signs import MARKED

VISIT = 1200
# "Sáng 14/5, làm việc tại ...", "Điểm dừng chân đầu tiên là ...", "Đoàn đã khảo sát thực tế ...".
_OPENING = re.compile(
    r"(?:[\s,:;–\-+*•●📍👉]|hôm nay|cùng ngày|buổi|vào|lúc|hồi|ngày|sáng|trưa|chiều|tối|đầu tiên"
    r"|trước đó|trước hết|sau đó|tiếp đó|tiếp theo|trước tiên|mở đầu|trong|cũng|điểm|dừng chân|đến"
    r"|là|đoàn|công tác|giám sát|khảo sát|kiểm tra|đồng chí|đã|đi|cùng|trực tiếp|thực tế|thực địa"
    r"|làm việc|với|tiếp|đón|tại|ở|ghé|tới|thăm|hỏi|tặng quà|nhà|gia đình|các|hộ|hai|ba"
    r"|\d{1,2}|giờ|phút)*+"
)
_LOCATIVE = re.compile(r"(?<!\w)(?:tại|ở|đến|tới|ghé|thăm|khảo sát thực tế)\s(?:\S+\s){0,2}$")
_ITEM = re.compile(r"(?:^|(?<=[\s\-–]))[●•*❄✅]")


def opens_with(scene: Scene, place: Mention | PlaceMention) -> bool:
    """Tell whether the sentence of ``place`` says nothing before it but that one was there."""
    start = scene.sentence(place.start)[0]
    before = _undated(scene, start, place.start)
    return _OPENING.fullmatch(before) is not None and _LOCATIVE.search(before) is not None


def _undated(scene: Scene, start: int, end: int) -> str:
    """Return folded text with its dates blanked out."""
    text = list(scene.low[start:end])
    for told in scene.dates_in(start, end):
        first, last = told.start - start, min(told.end, end) - start
        text[first:last] = " " * (last - first)
    return "".join(text)


def told_until(scene: Scene, mention: Mention) -> int:
    """Return where the text that may still tell of the event of ``mention`` ends.

    That is before the next item of a list that the mention is an item of, and before the first
    sentence that opens with another day.
    """
    end = min(len(scene.low), mention.end + VISIT)
    start, stop = scene.sentence(mention.start)
    own = scene.days_in(start, stop)
    line = scene.line(mention.start)
    if MARKED.match(scene.low, *line) or _ITEM.search(scene.low, line[0], mention.start):
        following = (x for x in scene.lines if mention.end < x[0] < end)
        mark = _mark(scene, line)
        end = next((x[0] for x in following if _mark(scene, x) == mark), end)
    for told in scene.days_in(stop, end):
        first, day = scene.sentence(told.start)[0], told.start_date
        same = (d.value[:10] == told.value[:10] or _lasted(d, day) for d in own)
        if own and not any(same) and _OPENING.fullmatch(_undated(scene, first, told.start)):
            return first
    return end


def _mark(scene: Scene, line: tuple[int, int]) -> str:
    """Return the sign that a line of a list opens with, one for all figures."""
    sign = scene.low[line[0] : line[1]].lstrip()[:1]
    return "1" if sign.isdigit() else sign


def _lasted(event: DateMention, day: date | None) -> bool:
    """Tell whether ``day`` lies in the days of ``event``."""
    first, last = event.start_date, event.end_date
    if first is None or last is None or day is None:
        return False
    return first <= day <= last
