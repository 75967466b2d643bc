"""Who organises, convenes or presides over an event, where the text says so."""

from __future__ import annotations

import re

from hoinghi.records import Mention, OrganizationMention
from hoinghi.stages.meetings.scene import Scene

_HOLDS = re.compile(
    r"(?:tổ chức|mở|triệu tập|tiến hành|khai mạc|bế mạc|họp|chủ trì|có|đã|ra quân|kết luận|đến|tới|đi|về|trao)"
    r"(?: thành công| trọng thể| long trọng| buổi| cuộc| chuyến| đoàn| vòng| chung kết)*\s?$"
)
# What may stand between two hosts, and between the last host and its verb.
_FILLER = re.compile(
    r"(?:\s|[,–\-&;:()./]|và|cùng với|cùng|với|phối hợp|kết hợp|đã|đang|sẽ|vừa|long trọng|trọng thể|đồng|chủ trì|tham mưu|cho"
    r"|khóa [ivx\d]+|nhiệm kỳ|\d{4}|tổ chức|thành công|mở|buổi|cuộc|đến|tới|có|đoàn|tiếp tục|tiến hành|chuyến|khai mạc"
    r"|các|họp|trân trọng|lần thứ \w+|bế mạc|triệu tập|phiên|đơn vị|ban, ngành|ngành|đoàn thể|liên quan|địa phương|tôn giáo|thường trực|lãnh đạo|\d+|thành lập|về|đi|trao|mới|liên|một|kết luận|ngày|hôm nay)*"
)
_BY = re.compile(r"\s?(?:\([^)\n]{0,60}\) ?)?,?\s?(?:(?:đã |vừa )?được|do|là hoạt động do|bởi)\s")
_BY_VERB = re.compile(r"tổ chức|chủ trì|phối hợp|kêu gọi|phát động|đăng cai|thực hiện|triệu tập")
_DELEGATION = re.compile(
    r"đoàn (?:công tác|giám sát|kiểm tra|khảo sát|đại biểu|lãnh đạo)|tổ đại biểu|đoàn"
)
_NOT_HOST = re.compile(r"(?:tại|của|theo|về|ở|dự|thực hiện|trụ sở|giữa)\s$")
_LONGEST = 420


def hosts_of(scene: Scene, told: list[Mention], venues: list[Mention]) -> list[OrganizationMention]:
    """Return the bodies that the text names as hosts of the event told by ``told``.

    The first mention that names a host decides; the mentions come best first.
    """
    for mention in told:
        found = _before(scene, mention, venues) or _after(scene, mention)
        if found:
            return found
    for mention in told:
        found = _delegation(scene, mention)
        if found:
            return found
    return []


def _before(scene: Scene, mention: Mention, venues: list[Mention]) -> list[OrganizationMention]:
    """Read backwards from "X, Y phối hợp với Z tổ chức [mention]"."""
    start = max(scene.sentence(mention.start)[0], mention.start - _LONGEST)
    bodies = [
        scene.body_at[at]
        for at in sorted(scene.body_at)
        if start <= at
        and scene.body_at[at].end <= mention.start
        and not any(v.start <= at < v.end for v in venues)
    ]
    found: list[OrganizationMention] = []
    edge = mention.start
    for body in reversed(bodies):
        gap = scene.low[body.end : edge]
        if not found and not (_HOLDS.search(gap) or (_direct(scene, mention) and not gap.strip())):
            return []
        if not _fills(scene, body.end, edge) or _NOT_HOST.search(
            scene.low[: body.start], max(0, body.start - 12)
        ):
            break
        found.insert(0, body)
        edge = body.start
    return found


def _direct(scene: Scene, mention: Mention) -> bool:
    """Tell whether the body may stand straight before the event: a headline, or a verb."""
    return mention.rule == "verb" or scene.in_headline(mention.start)


def _fills(scene: Scene, start: int, end: int) -> bool:
    """Tell whether nothing but filler words, places and dates stands from ``start`` to ``end``."""
    gap = list(scene.low[start:end])
    spans = [(p.start, p.end) for p in scene.place_at.values()]
    if scene.days_in(start, end):
        return False
    spans += [(d.start, d.end) for d in scene.dates]
    for first, last in spans:
        if start <= first and last <= end:
            gap[first - start : last - start] = " " * (last - first)
    text = re.sub(r"\([^()]{0,80}\)", " ", "".join(gap))
    text = re.sub(r",? ?(?<!\w)(?:tại|ở)\s+(?=,|$)", " ", text)
    return _FILLER.fullmatch(text) is not None


def _after(scene: Scene, mention: Mention) -> list[OrganizationMention]:
    """Read on from "[mention] do X phối hợp với Y tổ chức", "... được X tổ chức"."""
    end = min(scene.line(mention.start)[1], mention.end + _LONGEST)
    by = _BY.match(scene.low, mention.end, end)
    if by is None:
        by = re.compile(r"\s[^.\n]{0,90}?,? (?:do)\s").match(scene.low, mention.end, end)
    if by is None:
        return []
    edge, found = by.end(), list[OrganizationMention]()
    for at in sorted(a for a in scene.body_at if by.end() <= a < end):
        if not _fills(scene, edge, at):
            break
        found.append(scene.body_at[at])
        edge = scene.body_at[at].end
    verb = _BY_VERB.search(scene.low, edge, min(end, edge + 60))
    return found if verb else []


def _delegation(scene: Scene, mention: Mention) -> list[OrganizationMention]:
    """Read "Đoàn công tác của X do ông ... dẫn đầu đã đến [mention]"."""
    if mention.rule != "verb":
        return []
    start = scene.sentence(mention.start)[0]
    head = _DELEGATION.search(scene.low, start, mention.start)
    if head is None:
        return []
    edge, found = head.end(), list[OrganizationMention]()
    for at in sorted(a for a in scene.body_at if head.end() <= a < mention.start):
        gap = scene.low[edge:at]
        if re.fullmatch(r"(?:\s|,|của|và|liên ngành|-|số \d|gồm)*", gap) is None:
            break
        found.append(scene.body_at[at])
        edge = scene.body_at[at].end
    return found
