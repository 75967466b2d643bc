"""VENUE mentions: the building or room where something happens."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from hoinghi.alternatives import by_letter
from hoinghi.records import Mention
from hoinghi.stages.meetings.scene import Scene
from hoinghi.text import squeeze

# Rooms and halls are venues by their name; a school or pagoda only after "tại" (ruling 7).
_HALLS = (
    "hội trường|phòng họp|p\\. ?họp|phòng hội nghị|phòng tiếp công dân|nhà văn hóa|nhà vh"
    "|phòng khánh tiết|phòng truyền thống|phòng đa năng|nhà đa chức năng|nhà ăn|nhà thông tin"
    "|nhà rông|nhà dài|nhà gươl|gươl|nhà làng|nhà sàn văn hóa|nhà sinh hoạt"
    "|nhà cộng đồng|nhà thi đấu|nhà đa năng|nhà khách|nhà hát|nhà thiếu nhi|nhà tang lễ"
    "|nhà truyền thống|nhà bia"
    "|nhà trưng bày|nhà họp|nhà học tập|sân vận động|sân trường|sân bóng|sân khấu"
    "|quảng trường|cung văn hóa|cung thể thao"
    "|khuôn viên|trụ sở|công sở"
)
_OTHERS = (
    "trung tâm|trường|điểm trường|chùa|chánh điện|chính điện|giảng đường"
    "|hội quán|đình|đền|miếu|nhà thờ|tổ đình|thánh thất|thánh đường|tòa thánh|tòa giám mục"
    "|nhà nguyện|chi hội tin lành|niệm phật đường|tu viện|nhà dòng|khu tưởng niệm|khu lưu niệm"
    "|đài liệt sĩ|bến cảng|bến cá"
    "|tháp|đồn|chợ|bãi biển"
    "|công viên|nghĩa trang|đài tưởng niệm|tượng đài|văn phòng|bảo tàng|khách sạn|rạp|thư viện"
    "|sân|bệnh viện"
    "|trạm y tế|doanh trại|học viện|thiền viện|nhà|khu di tích|di tích|đài|hạt|ban chqs"
    "|ban chỉ huy quân sự|tịnh xá|giáo xứ"
)
_HEAD = re.compile(
    rf"(?<!\w)(?:(?P<hall>{by_letter(_HALLS)})|(?P<other>{by_letter(_OTHERS)}))(?!\w)"
)
_AT = re.compile(
    r"(?:tại|ở|📍|địa điểm|ngay trong|ngay|ngồi kín|kín|từ|trong|sân khấu|tại:|đặt tại|sân|điểm cầu"
    r"|ra|vào|(?:đã|trở|tập trung|kéo|cùng) về|(?:\d|\)|giờ)\s?:|\|"
    r"|điểm cầu(?: chính| trung tâm)?(?: ?[-:(,]| đặt tại| là)?)\s?:?\s?$"
)
# A hall that stands as the subject of the sentence: "Hội trường xã đón 76 đại biểu".
_HOSTS = re.compile(
    r",?\s(?:(?:đã|vừa|lại|như) )?(?:đón|chật|đông|kín|rộn|rực rỡ|là nơi|diễn ra|trở thành)(?!\w)"
)
_STRICT_AT = re.compile(r"(?:tại|địa điểm:|tại:|giờ:)\s?$")
# Holy places are also gone to: "dâng hương, viếng Nghĩa trang liệt sĩ huyện".
_HOLY = frozenset(
    "chùa|nghĩa trang|đài tưởng niệm|đài liệt sĩ|tượng đài|đền|tòa giám mục|thánh đường"
    "|thánh thất|tòa thánh|khu tưởng niệm|khu lưu niệm|tổ đình|thiền viện|tịnh xá".split("|")
)
_GONE_TO = re.compile(r"(?<!\w)(?:viếng|ghé|đến|vào|khuôn viên)\s$")
# Rooms that need no name to be told apart.
_ALONE = frozenset({"sân trường", "phòng khánh tiết", "phòng truyền thống"})
_AFTER_EVENT = re.compile(r"\s(?:ở|ngay ở|ngay trong|trong)\s$")
_LISTED = re.compile(r"(?:,| và)\s$")
_MODIFIERS = (
    "dãy, lễ hội, phía nam, phía bắc, phía đông, phía tây, các anh hùng liệt sĩ, chính tòa, "
    "công nhân, sinh viên, khách sạn, trung đội, đại đội, dân quân, chức năng, cỏ nhân tạo, "
    "bóng, đá, bóng đá, lịch sử, cấp tỉnh, cấp quốc gia, đặc biệt, khu công nghiệp, kcn, nuôi "
    "dưỡng, phục hồi chức năng, bảo trợ xã hội, đồng chí, điều hành, hành chính - chính trị, "
    "tin lành, cao đài, anh hùng liệt sĩ, quốc phòng, giáo xứ, họ đạo, hội thánh, chi hội, sự "
    "kiện, trẻ em, người cao tuổi, giới thiệu việc làm, hỗ trợ, học tập cộng đồng, ấp văn hóa, "
    "anh hùng, ban, ban chỉ huy, biên phòng, bp, buôn, bán trú, bđbp, bản, bảo tàng, "
    "bệnh viện, bồi dưỡng, bộ, cao đẳng, chi nhánh, chiến sĩ, chqs, chính trị, chùa, "
    "chỉ huy, chợ, chủ tịch nước, công, công an, công sở, công ty, công đoàn, cơ quan, "
    "cơ sở, cộng đồng, cửa khẩu, du lịch, dân tộc bán trú, dân tộc nội trú, "
    "dạy nghề, dịch vụ, ghi danh, giáo dục, htx, huyện, huyện đoàn, huyện ủy, "
    "hành chính, hành chính công, hđnd, hướng nghiệp, học tập, họp, hội, hội nghị, "
    "hội trường, hợp tác xã, hữu nghị, kho bạc, khoa học, khu, khu dân cư, khu phố, "
    "khu vực, khối, lao động, liên, liên đoàn, liệt sĩ, làng, lớn, miếu, mttq, mầm non, "
    "mẫu giáo, mặt trận, nghề nghiệp, nghệ thuật, ngân hàng, nhà, nhà nước, nhà thờ, "
    "nhà văn hóa, nhân dân, nhỏ, nông dân, nội trú, phòng, phường, phật giáo, phổ thông, "
    "phụ nữ, phục vụ, quân sự, quận, quận ủy, quốc gia, quốc tế, sinh hoạt, sân, số, sở, "
    "sự nghiệp, tdp, thanh niên, thanh thiếu nhi, thcs, thi đấu, thiếu nhi, thpt, "
    "thành phố, thành ủy, thánh thất, thôn, thông tin, thương mại, thường xuyên, "
    "thể dục, thể thao, thị trấn, thị xã, thị đoàn, thị ủy, tiếp công dân, tiếp dân, "
    "tiểu học, triển lãm, trung học, trung học cơ sở, trung học phổ thông, trung tâm, "
    "trung ương, truyền thanh, truyền thông, truyền thống, trưng bày, trường, trạm, "
    "trụ sở, trực tuyến, tòa án, tưởng niệm, tầng, tỉnh, tỉnh ủy, tổ, tổ chức hội nghị"
    ", tổ chức sự kiện, chính phủ, đại học, điện ảnh, báo chí, "
    "tổ dân phố, tổ quốc, ubmttq, ubmttqvn, ubnd, vh, viện kiểm sát, việt nam, vô danh, "
    "văn hóa, văn phòng, vận động, xã, xã đoàn, xóm, xúc tiến, y tế, đa khoa, đa năng, "
    "điểm, đoàn thể, đài, đình, đại học, đảng, đảng ủy, đặc khu, đền, đồn, ấp, ủy ban, "
)
_MODIFIER = re.compile(
    by_letter("|".join(sorted(re.split(r", ?", _MODIFIERS.strip(", ")), key=len, reverse=True)))
    + r"(?!\w)"
)
_JOIN = re.compile(
    r"\s?[-&]\s?(?=\w)|\scủa\s(?=(?:công ty|nhà trường|đơn vị|cơ quan|thôn|bản|làng)(?!\w))"
    r"|\s(?:và)\s(?=(?:truyền thông|văn hóa|thể thao|thông tin|du lịch"
    r"|học tập)(?!\w))"
)
_COMMA_ON = re.compile(
    r",\s?(?=(?:tầng|trụ sở|văn phòng|trung tâm|hội trường|nhà văn hóa|tòa nhà|dãy nhà|nhà"
    r"|khu nhà|khu hành chính|trường|thể thao)(?!\w))"
)
_ROOM_END = re.compile(r"(?:tầng|số|phòng|phòng họp) \w{1,3}$")
_NUMBER = re.compile(r"(?:\d+[a-z]?(?:[/-]\d+)?|[ivx]+|[a-d])(?!\w)")
_BODY_WORD = re.compile(r"(?:hội|đoàn|ban|đảng|ủy|hđnd|ubnd|liên đoàn|công an|mặt trận)(?!\w)")
_UNIT = re.compile(
    r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|đặc khu|thôn|xóm|bản|làng|ấp|buôn)$"
)
# Capitals that begin the next sentence where a full stop was left out.
_NEXT = re.compile(
    r"(?:theo|tại|ông|đồng chí|dự|tham dự|phát biểu|sáng|chiều|quang cảnh|toàn cảnh|ảnh|nhân dịp"
    r"|thực hiện|đây là)(?!\w)"
)
_NAME = re.compile(r"(?:[A-ZĐ]{1,3}\.)?[\w’'&]+")
_SPECIFIC = re.compile(
    r"\d|(?<!\w)(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|đặc khu|thôn|xóm|bản|làng"
    r"|ấp|buôn|khu phố)(?!\w)"
)
_GENERIC = re.compile(
    r"trung tâm (?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|tp|thôn|làng)(?!\w)"
)
# Who holds an event stands straight before its verb: no part of the venue told before it.
_ACTS = re.compile(
    r"\s(?:(?:đã|vừa|long trọng|trọng thể) )*+(?:phối hợp|tổ chức|khai mạc|bế mạc)(?!\w)"
)
# Offices where papers are handled: a venue only where the sentence tells of an event.
_COUNTER = re.compile(r"trung tâm (?:phục vụ )?(?:hành chính công|hcc)")
_PARTS = frozenset({"sân khấu", "khuôn viên"})
_LONGEST = 110


def find_venue_mentions(scene: Scene, events: Sequence[Mention]) -> list[Mention]:
    """Return the VENUE mentions of ``scene`` in order, none overlapping another.

    ``events`` are the MEETING mentions; straight after one, ``ở`` is as good as ``tại``.
    """
    told = frozenset(m.end for m in events)
    starts = sorted(m.start for m in events)
    found: list[Mention] = []
    for head in _HEAD.finditer(scene.low):
        if found and head.start() < found[-1].end:
            continue
        # "điểm cầu trung tâm" is the main end of a broadcast, no centre.
        if head.group() == "trung tâm" and scene.low.endswith("điểm cầu ", 0, head.start()):
            continue
        end = _venue_end(scene, head)
        last = found[-1] if found else None
        if not (
            _placed(scene, head, end, last)
            or _follows(scene, head, told)
            or _is_subject(scene, head, end)
        ):
            continue
        if _COUNTER.match(scene.low, head.start()) and not _tells(scene, head.start(), starts):
            continue
        text = scene.body[head.start() : end]
        long = len(text) > len(head.group()) + 1 or head.group() in _ALONE
        if long and _names_one(scene, head, end):
            certain = 0.9 if head["hall"] else 0.7
            found.append(Mention(head.start(), end, "VENUE", text, squeeze(text), "venue", certain))
    return found


def _tells(scene: Scene, at: int, starts: Sequence[int]) -> bool:
    """Tell whether an event is named in the sentence of ``at``."""
    first, last = scene.sentence(at)
    return bisect_left(starts, first) < bisect_left(starts, last)


def _names_one(scene: Scene, head: re.Match[str], end: int) -> bool:
    """Tell whether the words tell one building apart: a proper name, a number or a unit."""
    if _GENERIC.match(scene.low, head.start()):
        return False
    if head["hall"] and head.group() not in _PARTS:
        return True
    rest = scene.body[head.end() : end]
    return (
        any(c.isupper() for c in rest) or _SPECIFIC.search(scene.low, head.end(), end) is not None
    )


def _placed(scene: Scene, head: re.Match[str], end: int, last: Mention | None) -> bool:
    """Tell whether the words before a head say that something happens there."""
    before = scene.low[max(0, head.start() - 24) : head.start()]
    if head["hall"]:
        return _AT.search(before) is not None
    if _STRICT_AT.search(before):
        return True
    if head.group() in _HOLY and _GONE_TO.search(before):
        return True
    if _ACTS.match(scene.low, end):
        return False
    listed = last is not None and last.end >= head.start() - 5 and _LISTED.search(before)
    return bool(listed) or (head.group() == "trung tâm" and _AT.search(before) is not None)


def _is_subject(scene: Scene, head: re.Match[str], end: int) -> bool:
    """Tell whether a hall is said to receive guests or an event: "Hội trường xã đón ..."."""
    whole = head["hall"] and head.group() not in _PARTS
    return bool(whole) and _HOSTS.match(scene.low, end) is not None


def _follows(scene: Scene, head: re.Match[str], told: frozenset[int]) -> bool:
    gap = _AFTER_EVENT.search(scene.low[max(0, head.start() - 16) : head.start()])
    return gap is not None and head.start() - len(gap.group()) in told


def _venue_end(scene: Scene, head: re.Match[str]) -> int:
    """Return the end of the venue name: known words, capitals, numbers and what joins them."""
    low, at = scene.low, head.end()
    limit = min(scene.line(head.start())[1], head.start() + _LONGEST)
    while at < limit:
        place = scene.place_at.get(at + 1)
        if place is not None and low[at] == " ":
            at = place.end
            joined = _COMMA_ON.match(low, at) or _JOIN.match(low, at)
            if joined is None or scene.place_at.get(joined.end()):
                break
            at = joined.end() - 1
        step = _step(scene, at)
        if step is None or step > limit:
            break
        at = step
    comma = scene.low.rfind(", ", head.end(), at)
    return comma if comma > 0 and _ACTS.match(scene.low, at) else at


def _step(scene: Scene, at: int) -> int | None:
    """Return the end of the next word of a venue name that is read up to ``at``."""
    low = scene.low
    gap = _JOIN.match(low, at) or _COMMA_ON.match(low, at)
    if low.startswith(", ", at) and at + 2 in scene.body_at and _ROOM_END.search(low[at - 12 : at]):
        return scene.body_at[at + 2].end
    start = gap.end() if gap else at + 1
    if gap is None and low[at : at + 1] != " ":
        return None
    bare = _UNIT.search(low[max(0, at - 10) : at]) is not None
    held = low.startswith("tổ chức", start) and not low.endswith("trung tâm", 0, at)
    if held or (bare and _BODY_WORD.match(low, start)):
        return None
    known = _MODIFIER.match(low, start) or _NUMBER.match(low, start)
    if known:
        return known.end()
    word = _NAME.match(scene.body, start)
    if word is None or not word.group()[0].isupper() or _NEXT.match(low, start):
        return None
    end = word.end()
    while scene.inside_word(end) and (low[end].isalnum() or low[end] in " -"):
        end += 1
    return end
