"""Who organises, convenes or presides over an event, where the text says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from hoinghi.records import Mention, OrganizationMention
from hoinghi.stages.meetings.kinds import told_by
from hoinghi.stages.meetings.scene import Scene

_HOLDS = re.compile(
    r"(?<!\w)(?:tổ chức|mở|triệu tập|tiến hành|khai mạc|bế mạc|khai giảng|bế giảng|cử hành|họp"
    r"|chủ trì|phát động|ra mắt|ký kết|đăng cai|liên tịch|thực hiện|có|đã|vừa|ra quân|kết luận"
    r"|đến|tới|đi|về|trao|làm|mời)"
    r"(?: thành công| trọng thể| long trọng| buổi| cuộc| chuyến| đoàn| vòng| chung kết)*+"
    r"[\s\"“'‘«]*$"
)
# What may stand between two hosts, and between the last host and its verb.
_FILLER = re.compile(
    r"(?:\s|[,–\-&;:()./\"“'‘«]|đại diện chính quyền"
    r"|tổ chức chính trị - xã hội(?: gồm)?|cùng với|cùng|với|phối hợp"
    r"|kết hợp|đang|sẽ|vừa|long trọng|trọng thể|đồng|chủ trì|tham mưu|cho|khóa [ivx\d]+"
    r"|nhiệm kỳ|tổ chức|thành công|thành lập|mở|mới|buổi"
    r"|cuộc|đến|tới|có|đoàn thể|đoàn|tiếp tục|tiến hành|chuyến|khai mạc|các|họp|trân trọng"
    r"|lần thứ \w+|bế mạc|triệu tập|phiên|đơn vị|ban, ngành|ngành|liên quan|địa phương|tôn giáo"
    r"|thường trực|lãnh đạo|\d+|về|và|đã|đi|trao|liên|một|kết luận|ngày|hôm nay|làm|kính|mời"
    r"|khai giảng|bế giảng|cử hành|phát động|ra mắt|ký kết|đăng cai|thực hiện|liên tịch"
    r"|nhà tài trợ(?: chính| kim cương| vàng| đồng hành)?|nhà hảo tâm|mạnh thường quân"
    r"|cấp ủy|chính quyền|nhân dân|tập thể|cơ quan|chức năng|lực lượng|phòng, ban|sở|tổ dân phố"
    r"|thôn|khu phố|khu dân cư|thành viên)*+"
)
# Nameless partners between a host and the verb that names the event.
_NAMELESS = re.compile(
    r"(?:\s|[,;&]|và|cùng|với|các|phối hợp|cơ quan|đơn vị|tổ dân phố|thôn|ấp|bản|khu phố"
    r"|khu dân cư|đoàn thể|ban|ngành|liên quan|chức năng|nhân dân|lực lượng|trên địa bàn"
    r"|địa phương|đã|vừa|đồng loạt)*+"
)
# A partner that no list knows does not end the row: "phối hợp với Nhóm thiện nguyện A, UBND xã".
_PARTNER = re.compile(
    r"(?<!\w)(?:với|cùng|và|phối hợp|,)\s(?:các )?"
    r"(?:ban|hội|tổ|nhóm|câu lạc bộ|clb|công ty|trung tâm|văn phòng|tổng|chi cục|chi nhánh|quỹ"
    r"|trường|đội|khối|doanh nghiệp|cơ quan|liên hiệp|mạng lưới|khu vực|thôn|ấp|bản|chùa|giáo xứ)"
    r"(?: (?!đã |sẽ |là |do |tổ chức|và |cùng |phối hợp)[\w.&-]+){1,10}?"
    r"(?=\s?[,(-]|\s(?:và|cùng|tổ chức|phối hợp|đồng|đã|khai|mở|ra quân)(?!\w)|\s?$)"
)
_BY = re.compile(
    r"\s?(?:\([^)\n]{0,60}\) ?)?,?\s?(?:(?:đã |vừa )?được|do|là hoạt động do|bởi"
    r"|dưới sự chủ trì của)\s"
    r"|\s[^.\n]{0,90}?,? do\s"
)
_BY_VERB = re.compile(
    r"tổ chức|chủ trì|phối hợp|kêu gọi|phát động|đăng cai|thực hiện|triệu tập|(?<!\w)mở(?!\w)"
)
# A later sentence names who held it: "Lớp học do X và Y mở."
_LATER = re.compile(
    r"(?:[.!\n]\s*|, )(?:đây là )?(?:hội nghị|đại hội|lớp(?: học| tập huấn| bồi dưỡng)?|buổi"
    r"|buổi lễ|lễ"
    r"|hội thi|cuộc thi|giải|chương trình|hoạt động|hội thảo|tọa đàm|sự kiện|ngày hội|khóa học"
    r"|phiên họp|đợt|chuyến)[^.\n]{0,40}? (?:do|được) "
)
# The sentences before tell of its events: "hai hoạt động nối tiếp nhau được X tổ chức".
_EARLIER = re.compile(r"(?:hoạt động|sự kiện|chương trình)[^.\n]{0,40}? (?:do|được) ")
_LABEL = re.compile(
    r"(?:đơn vị|cơ quan|ban) (?:tổ chức|chủ trì|đăng cai|phối hợp)(?: tổ chức)?\s?:\s"
)
_INVITES = re.compile(r"\s?(?:(?:xin )?trân trọng (?:kính )?|kính )mời(?!\w)")
_DELEGATION = re.compile(
    r"đoàn (?:công tác|giám sát|kiểm tra|khảo sát|đại biểu|lãnh đạo)|tổ đại biểu|(?<!\w)đoàn"
    r"(?! (?:thanh niên|viên|thể|kết))"
)
_OF = re.compile(
    r"(?:\s|,|của|và|liên ngành|-|số \d+|gồm|đoàn (?:công tác|giám sát|kiểm tra|khảo sát))*+"
)
_NOT_HOST = re.compile(
    r"(?<!\w)(?:tại|của|theo|về|ở|dự|thực hiện|trụ sở|giữa|chủ tịch|bí thư|giám đốc|trưởng"
    r"|ủy viên|đại diện|đại biểu|thay mặt)\s$"
)
# Bodies that only go along with a person: "Phó Thủ tướng cùng lãnh đạo Bộ Quốc phòng".
_ALONG = re.compile(r"(?<!\w)cùng (?:với )?(?:các )?(?:đại diện|lãnh đạo)(?: các)?[^,.;\n]{0,16}$")
# "Được sự quan tâm của Đảng ủy, HĐND, UBND xã, Trường A tổ chức ...": the organs hold nothing.
_FAVOUR = re.compile(r"(?<!\w)sự [^,.;\n]{3,50} của (?:thường trực |lãnh đạo )?$")
_ORGAN = re.compile(r"(?:đảng ủy|huyện ủy|tỉnh ủy|thị ủy|hđnd|ubnd|ubmttq|mttq|hội đồng|ủy ban)")
_ROW = re.compile(r"[\s,–\-&]*(?:và )?")
_ACTS = re.compile(r"\s(?:(?:đã|vừa|long trọng|trọng thể) )*+(?:phối hợp|tổ chức|khai mạc)(?!\w)")
_MEMBERS = re.compile(r"\s?,?\s?(?:bao )?gồm:?\s")
_BRACKET = re.compile(r"\([^()]{0,80}\)")
_EMPTY_PLACE = re.compile(r",? ?(?<!\w)(?:tại|ở)\s+(?=,|$)")
# Heads of names that are verbs as well: "UBND xã ra quân tổng vệ sinh".
_VERBS = tuple(
    "họp,ra quân,phát động,tổng kết,sơ kết,tập huấn,gặp mặt,đối thoại,tiếp xúc cử tri,khởi công,"
    "khánh thành,bàn giao,ra mắt,công bố,kết nạp,tuyên dương,biểu dương,khai giảng".split(",")
)
_OFFICE = "văn phòng "
_LONGEST = 420
_ECHO = 20
_LATER_WITHIN = 500
_BACK = 1500


@dataclass(frozen=True, slots=True)
class Hosts:
    """The bodies that an event's hosts are named by, and the rule that chose them."""

    bodies: list[OrganizationMention]
    rule: str


def hosts_of(scene: Scene, told: list[Mention], venues: list[Mention]) -> Hosts:
    """Return the bodies that the text names as hosts of the event told by ``told``.

    The first mention that names a host decides; the mentions come best first, those in titles
    last. The rule is ``before`` (``X tổ chức [event]``), ``after`` (``[event] do X tổ chức``),
    ``delegation`` (``Đoàn của X đến [event]``), ``later`` or ``earlier`` (another sentence says
    it), ``label`` (``Đơn vị tổ chức: X``) or ``invitation`` (``X kính mời ...``).
    """
    titles = [m for m in told if scene.in_headline(m.start)]
    running = [m for m in told if m not in titles] or _echoes(scene, titles)
    for mentions in (running, titles):
        for mention in mentions:
            if found := _before(scene, mention, venues):
                return Hosts(found, "before")
            if found := _after(scene, mention):
                return Hosts(found, "after")
        for mention in mentions:
            if found := _delegation(scene, mention):
                return Hosts(found, "delegation")
        for rule, look in _ELSEWHERE if mentions else ():
            if found := look(scene, mentions[0]):
                return Hosts(found, rule)
    return Hosts([], "")


def _echoes(scene: Scene, titles: list[Mention]) -> list[Mention]:
    """Return where the text below repeats the first words of events that only titles name."""
    found: list[Mention] = []
    for title in titles:
        words = scene.low[title.start : min(title.end, title.start + _ECHO)]
        at = scene.low.find(words, title.end) if len(words) == _ECHO else -1
        if at >= 0 and not scene.in_headline(at):
            found.append(replace(title, start=at, end=at + len(words)))
    return found


def _before(scene: Scene, mention: Mention, venues: list[Mention]) -> list[OrganizationMention]:
    """Read backwards from "X, Y phối hợp với Z tổ chức [mention]"."""
    start = max(_sentence_start(scene, mention), mention.start - _LONGEST)
    near = [v for v in venues if start <= v.end and v.start < mention.start]
    found: list[OrganizationMention] = []
    edge = mention.start
    for body in reversed(scene.bodies_in(start, mention.start)):
        if body.end > edge or _aside(scene, body, near):
            continue
        gap = scene.low[body.end : edge]
        direct = _direct(scene, mention) and _NAMELESS.fullmatch(gap)
        if not found and not direct and not _HOLDS.search(gap):
            return []
        if _MEMBERS.match(gap):  # only its members were named so far
            found, edge = [body], body.start
            continue
        introduced = _NOT_HOST.search(scene.low[max(0, body.start - 14) : body.start])
        if introduced and _FAVOUR.search(scene.low, max(start, body.start - 60), body.start):
            found = _without(scene, body, found)
        if introduced or not (_fills(scene, body.end, edge) or (direct and not found)):
            break
        found.insert(0, body)
        edge = body.start
    along = _ALONG.search(scene.low, max(start, edge - 50), edge)
    return [] if along and told_by(mention) == "verb" else found


def _without(
    scene: Scene, patron: OrganizationMention, found: list[OrganizationMention]
) -> list[OrganizationMention]:
    """Leave out the organs told in one row with ``patron``, whose favour is acknowledged."""
    edge = patron.end
    for index, body in enumerate(found[:-1]):
        if not (
            _ORGAN.match(scene.low, body.start) and _ROW.fullmatch(scene.low, edge, body.start)
        ):
            return found[index:]
        edge = body.end
    return found[-1:]


def _sentence_start(scene: Scene, mention: Mention) -> int:
    """Return where the sentence starts; a dot inside a body's name ("UB.MTTQ") ends none."""
    start = scene.sentence(mention.start)[0]
    cut = [b.start for b in scene.bodies_in(max(0, start - 80), start) if b.end > start]
    return scene.sentence(cut[0])[0] if cut else start


def _aside(scene: Scene, body: OrganizationMention, venues: list[Mention]) -> bool:
    """Tell whether a body only explains another one in brackets or names a venue."""
    low = scene.low
    opened = low.rfind("(", max(0, body.start - 80), body.start)
    if opened >= 0 and ")" not in low[opened : body.start] and ")" in low[body.end : body.end + 60]:
        return True
    inside = [v for v in venues if v.start <= body.start < v.end]
    # "tại phòng họp, Trường X tổ chức ...": the end of the venue is who holds it.
    acts = body.end == max((v.end for v in inside), default=-1) and _ACTS.match(low, body.end)
    return bool(inside) and not acts


def _direct(scene: Scene, mention: Mention) -> bool:
    """Tell whether the body may stand straight before the event: a headline, a verb, "họp báo"."""
    verbal = told_by(mention) == "verb" or scene.low.startswith(_VERBS, mention.start)
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
    if _FILLER.fullmatch(text):
        return True
    return _FILLER.fullmatch(_PARTNER.sub(" ", text)) is not None


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
    return _done_by(scene, _LATER, mention.end, mention.end + _LATER_WITHIN)


def _earlier(scene: Scene, mention: Mention) -> list[OrganizationMention]:
    """Read "hai hoạt động được X tổ chức" in the sentences that lead to the event's name."""
    return _done_by(scene, _EARLIER, max(0, mention.start - _LATER_WITHIN), mention.start)


def _done_by(
    scene: Scene, pattern: re.Pattern[str], start: int, end: int
) -> list[OrganizationMention]:
    end = min(len(scene.low), end)
    by = pattern.search(scene.low, start, end)
    if by is None:
        return []
    found = _chain(scene, scene.bodies_in(by.end(), end), by.end())
    edge = found[-1].end if found else by.end()
    return found if found and _BY_VERB.search(scene.low, edge, edge + 40) else []


def _label(scene: Scene, mention: Mention) -> list[OrganizationMention]:
    """Read the lines of a programme: "Đơn vị tổ chức: X"."""
    start = max(0, mention.start - _LATER_WITHIN)
    label = _LABEL.search(scene.low, start, mention.end + _LATER_WITHIN)
    if label is None:
        return []
    return _chain(scene, scene.bodies_in(label.end(), label.end() + _LONGEST), label.end())


def _invitation(scene: Scene, mention: Mention) -> list[OrganizationMention]:
    """Read who invites; an office writes for the body of the letterhead."""
    start = max(0, mention.start - _BACK)
    for body in scene.bodies_in(start, mention.start):
        if _INVITES.match(scene.low, body.end):
            office = scene.low.startswith(_OFFICE, body.start)
            return [scene.bodies[0]] if office else [body]
    return []


def _chain(
    scene: Scene, bodies: Iterable[OrganizationMention], edge: int
) -> list[OrganizationMention]:
    found: list[OrganizationMention] = []
    for body in bodies:
        if _aside(scene, body, []):
            continue
        if not _fills(scene, edge, body.start):
            break
        found.append(body)
        edge = body.end
    return found


def _delegation(scene: Scene, mention: Mention) -> list[OrganizationMention]:
    """Read "Đoàn công tác của X do ông ... dẫn đầu đã đến [mention]".

    A bare ``đoàn`` is the delegation that the text named before.
    """
    if told_by(mention) != "verb":
        return []
    start = scene.sentence(mention.start)[0]
    head = _DELEGATION.search(scene.low, start, mention.start)
    if head is None:
        return []
    found = _led_by(scene, head.end(), mention.start)
    if found or head.group() != "đoàn":
        return found
    named = _DELEGATION.finditer(scene.low, max(0, start - _BACK), start)
    return next(filter(None, (_led_by(scene, m.end(), start) for m in named)), [])


def _led_by(scene: Scene, edge: int, end: int) -> list[OrganizationMention]:
    found: list[OrganizationMention] = []
    for body in scene.bodies_in(edge, end):
        if _OF.fullmatch(scene.low, edge, body.start) is None:
            break
        found.append(body)
        edge = body.end
    return found


_ELSEWHERE: tuple[tuple[str, Callable[[Scene, Mention], list[OrganizationMention]]], ...] = (
    ("later", _later),
    ("earlier", _earlier),
    ("label", _label),
    ("invitation", _invitation),
)
