"""MEETING mentions: the head of an event with its topic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoinghi.records import Mention
from hoinghi.stages.meetings import patterns as p
from hoinghi.stages.meetings import signs
from hoinghi.stages.meetings.cutting import cut_name
from hoinghi.stages.meetings.scene import Scene
from hoinghi.text import squeeze

_BACK = 48
_SITUATED = re.compile(
    r"(?:sáng|trưa|chiều|tối|đêm|ngày)\s(?:ngày |nay|qua|thứ|hôm|cùng|\d)|cùng ngày|hôm (?:nay"
    r"|qua)|(?<!\w)vừa (?:qua|tổ chức|phối hợp|đến|có|tiến hành|thăm|trao)|mới đây"
    r"|\d\s?h(?:\d\d)?\s|\d giờ"
)
_BAD_FIRST = re.compile(
    r"\s?(?:đã|được|diễn ra|có|do|này|trên|lần này|cũng|các cấp|thì|là|còn|nghe|biểu quyết"
    r"|tiến hành|vừa|sẽ|tại|nhất trí"
    r"|tiếp tục|cho biết|và|nào|ấy|đó|để|cho|của|phải|không|những|các|kết thúc|thành công|bế mạc"
    r"|hôm|ngày|sáng|chiều"
    r"|tối|nói chung|ông|bà|đồng chí|đ/c|năm (?:nay|ngoái|tới)"
    r"|lần (?:trước|này|sau|tới)|chứng tỏ|cho thấy|cho rằng"
    r"|khẳng định|nhấn mạnh|nêu|sắp|gần đây|làm|khiến|cần|nên|gồm|đầu tiên|tiếp theo|trước đó"
    r"|kết nối (?:từ|đến|tới)|cùng|vào|từ|theo|đang|bắt đầu|cho|nhằm|vui|ở|trong|với (?:sự"
    r"|tinh thần|bà con|nhân dân|đồng bào|người dân))(?!\w)"
)
_SUBJECT_VERB = re.compile(
    r"\s(?:hiệp thương cử|bầu|thống nhất|thông qua|thảo luận|nghe|biểu quyết|đánh giá|báo cáo"
    r"|tiếp tục|giới thiệu|lựa chọn|chia sẻ|nhận|công bố|khen thưởng|trao|tặng|đề ra|xác định"
    r"|ghi nhận|yêu cầu|kêu gọi)(?!\w)"
)
_OF_A_VISIT = re.compile(r"\s(?:của|đối với|này|lần)(?!\w)")
_NO_OBJECT = re.compile(
    r"(?:thăm|hỏi|làm việc|và|động viên|tặng quà|chúc (?:tết|mừng)|chính thức|[ ,])+"
)
_PART = re.compile(r"(?:(?! và (?:ra mắt|phát động|tặng|trao|bàn giao|thăm|khánh thành))[^;\n])+")
_ASSEMBLIES = frozenset({"hội nghị", "đại hội", "kỳ họp", "phiên họp"})
_MINIMUM = 12


def find_meeting_mentions(scene: Scene) -> list[Mention]:
    """Return the MEETING mentions of ``scene`` in order, none overlapping another."""
    candidates = sorted(
        [*_noun_candidates(scene), *_verb_candidates(scene), *_headline_candidates(scene)],
        key=lambda m: (m.start, -m.end),
    )
    kept: list[Mention] = []
    for mention in candidates:
        if kept and mention.start < kept[-1].end:
            continue
        kept.append(mention)
    return kept


def _mention(scene: Scene, start: int, end: int, rule: str, confidence: float) -> Mention:
    text = scene.body[start:end]
    return Mention(start, end, "MEETING", text, squeeze(text), rule, confidence)


def _before(scene: Scene, start: int) -> str:
    return scene.low[max(scene.line(start)[0], start - _BACK) : start]


def _noun_candidates(scene: Scene) -> Iterator[Mention]:
    for head in (*p.NOUN.finditer(scene.low), *p.SHOW.finditer(scene.low)):
        before = _before(scene, head.start())
        triggered = p.TRIGGER.search(before) is not None
        if p.NEVER_BEFORE.search(before) or (p.NOT_EVENT_BEFORE.search(before) and not triggered):
            continue
        headline = scene.in_headline(head.start())
        hosted = p.HOSTED.search(before) is not None
        if not _opens(scene, head, triggered=triggered, hosted=hosted):
            continue
        opener = p.LE_OPENER.match(scene.low, head.end()) or p.AIM.match(scene.low, head.end())
        topic = opener.end() if opener else head.end()
        end = cut_name(scene, head.start(), topic, headline=headline)
        if end - head.start() < max(_MINIMUM - 1, len(head.group()) + 3):
            continue
        if not hosted and not headline and (end <= topic or head.group() == "chương trình"):
            continue
        yield _mention(scene, head.start(), end, "noun", 0.9 if triggered else 0.7)


def _opens(scene: Scene, head: re.Match[str], *, triggered: bool, hosted: bool) -> bool:
    """Tell whether what follows a noun head makes it the name of one event."""
    low, at, word = scene.low, head.end(), head.group()
    if hosted and p.AIM.match(low, at):
        return True
    never = _BAD_FIRST.match(low, at) or p.NOT_EVENT_AFTER.match(low, head.start())
    if never or _hands_over(scene, head):
        return False
    if word == "lễ":
        return p.LE_OPENER.match(low, at) is not None or (
            (hosted or triggered) and p.CEREMONY.match(low, at) is not None
        )
    if word in _ASSEMBLIES and _SUBJECT_VERB.match(low, at):
        return triggered or scene.in_headline(head.start())
    course = word.startswith(("lớp", "khóa")) and low[at : at + 1] == ","
    follows = scene.body[at : at + 2]
    named = len(follows) == 2 and follows[0] == " " and follows[1].isupper()
    if course or named or p.OPENER.match(low, at):
        return True
    plain = follows[:1] == " " and follows[1:].isalpha()
    return plain and (hosted or (triggered and word not in _ASSEMBLIES))


def _verb_candidates(scene: Scene) -> Iterator[Mention]:
    held = (p.OCCASION.match(scene.low, m.end()) for m in p.BEFORE_OCCASION.finditer(scene.low))
    for head in (*p.VERB.finditer(scene.low), *filter(None, held)):
        if scene.in_headline(head.start()):
            continue
        told = _held if head.re is p.OCCASION else _verb_told
        if not told(scene, head.start()) or _is_noun(scene, head):
            continue
        stop = cut_name(scene, head.start(), head.end(), headline=False)
        if _NO_OBJECT.fullmatch(scene.low, head.start(), stop):
            continue
        if stop - head.start() >= max(_MINIMUM, len(head.group()) + 3):
            yield _mention(scene, head.start(), stop, "verb", 0.7)


def _hands_over(scene: Scene, head: re.Match[str]) -> bool:
    """Tell whether ``giao Ban ...`` gives a board something to do."""
    return head.group() == "giao ban" and scene.body[head.start() : head.end()].endswith(" Ban")


def _is_noun(scene: Scene, head: re.Match[str]) -> bool:
    """Tell whether a verb is part of a noun here (``đoàn giám sát``, ``quyền giám sát``)."""
    if head.group().startswith("thăm") and _OF_A_VISIT.match(scene.low, head.end()):
        return True
    if _hands_over(scene, head):
        return True
    inspects = head.group().startswith(("giám sát", "kiểm tra", "khảo sát"))
    before = _before(scene, head.start())
    if not inspects or p.INSPECTORS.search(before) is None:
        return False
    # "Sáng 4/3, tại trụ sở xã, đoàn kiểm tra công tác ...": what the delegation did on that day
    start = scene.sentence(head.start())[0]
    return not (before.endswith(", đoàn ") and scene.days_in(start, head.start()))


def _held(scene: Scene, at: int) -> bool:
    """Tell whether the words before an occasion's verb say that it was held on some day."""
    before = _before(scene, at)
    held = p.HOLDING.search(before) is not None and p.UNREAL.search(before) is None
    return held and _situated(scene, at)


def _situated(scene: Scene, at: int) -> bool:
    start, end = scene.sentence(at)
    return bool(scene.days_in(start, end)) or _SITUATED.search(scene.low, start, end) is not None


def _verb_told(scene: Scene, at: int) -> bool:
    """Tell whether a verb reports an event: who did it stands before it, the day near it."""
    before = _before(scene, at)
    start = scene.sentence(at)[0]
    if p.UNREAL.search(before) or signs.PURPOSE.search(before):
        return False
    if p.CLASSIFIED.search(before):
        return True
    situated = _situated(scene, at)
    if p.VERB_TRIGGER.search(before):
        return situated
    if at - 1 in scene.body_ends and scene.days_in(*scene.sentence(at)):
        return True
    opens_line = start == scene.line(at)[0]
    word = re.search(r"\w+\)?\s$", scene.body[max(start, at - 20) : at])
    named = word is not None and (word.group()[0].isupper() or at - 1 in scene.body_ends)
    return situated and opens_line and named


def _headline_candidates(scene: Scene) -> Iterator[Mention]:
    for line in scene.headlines:
        for part in _PART.finditer(scene.low, *line):
            head = p.HEADLINE_VERB.search(scene.low, *part.span())
            if head is None or p.NOUN.search(scene.low, part.start(), head.start()):
                continue
            if _is_noun(scene, head):
                continue
            stop = cut_name(scene, head.start(), head.end(), headline=True)
            bare = _NO_OBJECT.fullmatch(scene.low, head.start(), stop)
            if stop - head.start() >= _MINIMUM and not bare:
                yield _mention(scene, head.start(), stop, "headline", 0.6)
