"""What a sentence opens with before a place or venue, and the text that is still of one event."""

from __future__ import annotations

import re

from hoinghi.records import Mention, PlaceMention
from hoinghi.stages.meetings.scene import Scene

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
_BULLETS = tuple("●•*❄✅")
_ITEM = re.compile(r"(?:^|(?<=[\s\-–]))[●•*❄✅]")


def opens_with(scene: Scene, place: Mention | PlaceMention) -> bool:
    """Tell whether the sentence of ``place`` says nothing before it but that one was there."""
    start = scene.sentence(place.start)[0]
    before = _undated(scene, start, place.start)
    return _OPENING.fullmatch(before) is not None and _LOCATIVE.search(before) is not None


def _undated(scene: Scene, start: int, end: int) -> str:
    """Return folded text with its dates blanked out."""
    text = list(scene.low[start:end])
    for date in scene.dates_in(start, end):
        first, last = date.start - start, min(date.end, end) - start
        text[first:last] = " " * (last - first)
    return "".join(text)


def told_until(scene: Scene, mention: Mention) -> int:
    """Return where the text that may still tell of the event of ``mention`` ends.

    That is before the next item of a list that the mention is an item of, and before the first
    sentence that opens with another day.
    """
    end = min(len(scene.low), mention.end + VISIT)
    start, stop = scene.sentence(mention.start)
    own = [(d.start_date, d.end_date) for d in scene.days_in(start, stop)]
    if _ITEM.search(scene.low, scene.line(mention.start)[0], mention.start):
        following = (x for x in scene.lines if mention.end < x[0] < end)
        end = next((a for a, b in following if scene.low[a:b].lstrip().startswith(_BULLETS)), end)
    for date in scene.days_in(stop, end):
        first, day = scene.sentence(date.start)[0], date.start_date
        lasted = (a and b and day and a <= day <= b for a, b in own)
        if own and not any(lasted) and _OPENING.fullmatch(_undated(scene, first, date.start)):
            return first
    return end
