"""Who organises, convenes or presides over an event, where the text says so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hoinghi.records import Mention, OrganizationMention
from hoinghi.stages.meetings.kinds import told_by
from hoinghi.stages.meetings.scene import Scene

_HOLDS = re.compile(
    r"(?<!\w)(?:tổ chức|mở|triệu tập|tiến hành|khai mạc|bế mạc|họp|chủ trì|có|đã|ra quân|kết luận"
    r"|đến|tới|đi|về|trao|làm|mời)"
    r"(?: thành công| trọng thể| long trọng| buổi| cuộc| chuyến| đoàn| vòng| chung kết)*+\s?$"
)
# What may stand between two hosts, and between the last host and its verb.
_FILLER = re.compile(
    r"(?:\s|[,–\-&;:()./]|cùng với|cùng|với|phối hợp|kết hợp|đang|sẽ|vừa|long trọng|trọng thể"
    r"|đồng|chủ trì|tham mưu|cho|khóa [ivx\d]+|nhiệm kỳ|tổ chức|thành công|thành lập|mở|mới|buổi"
    r"|cuộc|đến|tới|có|đoàn thể|đoàn|tiếp tục|tiến hành|chuyến|khai mạc|các|họp|trân trọng"
    r"|lần thứ \w+|bế mạc|triệu tập|phiên|đơn vị|ban, ngành|ngành|liên quan|địa phương|tôn giáo"
    r"|thường trực|lãnh đạo|\d+|về|và|đã|đi|trao|liên|một|kết luận|ngày|hôm nay|làm|kính|mời)*+"
)
_BY = re.compile(
    r"\s?(?:\([^)\n]{0,60}\) ?)?,?\s?(?:(?:đã |vừa )?được|do|là hoạt động do|bởi)\s"
    r"|\s[^.\n]{0,90}?,? do\s"
)
_BY_VERB = re.compile(
    r"tổ chức|chủ trì|phối hợp|kêu gọi|phát động|đăng cai|thực hiện|triệu tập|(?<!\w)mở(?!\w)"
)
# A later sentence names who held it: "Lớp học do X và Y mở."
_LATER = re.compile(
    r"(?:[.!\n]\s*|, )(?:đây là )?(?:hội nghị|đại hội|lớp(?: học| tập huấn| bồi dưỡng)?|buổi lễ|lễ"
    r"|hội thi|cuộc thi|giải|chương trình|hoạt động|hội thảo|tọa đàm|sự kiện|ngày hội|khóa học"
    r"|phiên họp|đợt)[^.\n]{0,40}? (?:do|được) "
)
_DELEGATION = re.compile(
    r"đoàn (?:công tác|giám sát|kiểm tra|khảo sát|đại biểu|lãnh đạo)|tổ đại biểu|đoàn"
)
_OF = re.compile(r"(?:\s|,|của|và|liên ngành|-|số \d|gồm)*+")
_NOT_HOST = re.compile(
    r"(?<!\w)(?:tại|của|theo|về|ở|dự|thực hiện|trụ sở|giữa|chủ tịch|bí thư|giám đốc|trưởng"
    r"|ủy viên)\s$"
)
_BRACKET = re.compile(r"\([^()]{0,80}\)")
_EMPTY_PLACE = re.compile(r",? ?(?<!\w)(?:tại|ở)\s+(?=,|$)")
_LONGEST = 420
_LATER_WITHIN = 500


@dataclass(frozen=True, slots=True)
class Hosts:
    """The bodies that an event's hosts are named by, and the rule that chose them."""

    bodies: list[OrganizationMention]
    rule: str


def hosts_of(scene: Scene, told: list[Mention], venues: list[Mention]) -> Hosts:
    """Return the bodies that the text names as hosts of the event told by ``told``.

    The first mention that names a host decides; the mentions come best first. The rule is
    ``before`` (``X tổ chức [event]``), ``after`` (``[event] do X tổ chức``), ``delegation``
    (``Đoàn của X đến [event]``) or ``later`` (a sentence that follows says it).
    """
    for mention in told:
        if found := _before(scene, mention, venues):
            return Hosts(found, "before")
        if found := _after(scene, mention):
            return Hosts(found, "after")
    for mention in told:
        if found := _delegation(scene, mention):
            return Hosts(found, "delegation")
    found = _later(scene, told[0]) if told else []
    return Hosts(found, "later" if found else "")


def _before(scene: Scene, mention: Mention, venues: list[Mention]) -> list[OrganizationMention]:
    """Read backwards from "X, Y phối hợp với Z tổ chức [mention]"."""
    start = max(scene.sentence(mention.start)[0], mention.start - _LONGEST)
    near = [v for v in venues if start <= v.end and v.start < mention.start]
    found: list[OrganizationMention] = []
    edge = mention.start
    for body in reversed(scene.bodies_in(start, mention.start)):
        if body.end > edge or any(v.start <= body.start < v.end for v in near):
            continue
        gap = scene.low[body.end : edge]
        direct = _direct(scene, mention) and not gap.strip()
        if not found and not direct and not _HOLDS.search(gap):
            return []
        introduced = _NOT_HOST.search(scene.low[max(0, body.start - 12) : body.start])
        if introduced or not _fills(scene, body.end, edge):
            break
        found.insert(0, body)
        edge = body.start
    return found


def _direct(scene: Scene, mention: Mention) -> bool:
    """Tell whether the body may stand straight before the event: a headline, a verb, "họp báo"."""
    verbal = told_by(mention) == "verb" or scene.low.startswith("họp", mention.start)
    return verbal or scene.in_headline(mention.start)


def _fills(scene: Scene, start: int, end: int) -> bool:
    """Tell whether nothing but filler words, places and terms stands from ``start`` to ``end``."""
    if scene.days_in(start, end):
        return False
    gap = list(scene.low[start:end])
    spans = [(m.start, m.end) for m in scene.places_in(start, end)]
    spans += [(m.start, m.end) for m in scene.dates_in(start, end)]
    for at, stop in spans:
        first, last = at - start, min(stop, end) - start
        gap[first:last] = " " * (last - first)
    text = _EMPTY_PLACE.sub(" ", _BRACKET.sub(" ", "".join(gap)))
    return _FILLER.fullmatch(text) is not None


def _after(scene: Scene, mention: Mention) -> list[OrganizationMention]:
    """Read on from "[mention] do X phối hợp với Y tổ chức", "... được X tổ chức"."""
    end = min(scene.line(mention.start)[1], mention.end + _LONGEST)
    by = _BY.match(scene.low, mention.end, end)
    if by is None:
        return []
    found = _chain(scene, scene.bodies_in(by.end(), end), by.end())
    edge = found[-1].end if found else by.end()
    return found if _BY_VERB.search(scene.low, edge, min(end, edge + 60)) else []


def _later(scene: Scene, mention: Mention) -> list[OrganizationMention]:
    """Read "Lớp học do X phối hợp với Y mở" in a sentence that follows the event's name."""
    end = min(len(scene.low), mention.end + _LATER_WITHIN)
    by = _LATER.search(scene.low, mention.end, end)
    if by is None:
        return []
    found = _chain(scene, scene.bodies_in(by.end(), end), by.end())
    edge = found[-1].end if found else by.end()
    return found if found and _BY_VERB.search(scene.low, edge, edge + 40) else []


def _chain(
    scene: Scene, bodies: Iterable[OrganizationMention], edge: int
) -> list[OrganizationMention]:
    found: list[OrganizationMention] = []
    for body in bodies:
        if not _fills(scene, edge, body.start):
            break
        found.append(body)
        edge = body.end
    return found


def _delegation(scene: Scene, mention: Mention) -> list[OrganizationMention]:
    """Read "Đoàn công tác của X do ông ... dẫn đầu đã đến [mention]"."""
    if told_by(mention) != "verb":
        return []
    start = scene.sentence(mention.start)[0]
    head = _DELEGATION.search(scene.low, start, mention.start)
    if head is None:
        return []
    found: list[OrganizationMention] = []
    edge = head.end()
    for body in scene.bodies_in(head.end(), mention.start):
        if _OF.fullmatch(scene.low, edge, body.start) is None:
            break
        found.append(body)
        edge = body.end
    return found
