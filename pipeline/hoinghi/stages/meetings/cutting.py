"""Where the name of an event ends: the hard half of finding it.

A name runs on over commas while what follows is of its kind (a further task, a term of office,
a list of groups) and ends where a new clause begins (who hosts it, where, for whom, with whom).
"""

from __future__ import annotations

import re

from hoinghi.stages.meetings.patterns import CONTINUER, NOUN, TOPIC_VERBS
from hoinghi.stages.meetings.scene import Scene, is_day

LONGEST = 420
_BOUNDARY = re.compile(
    r"[\n|:.!?…,;()\[]|[\"“«]|\s-\s|-\s|(?<!\w)(?:được|đã|sẽ|vừa|đang|diễn ra|bắt đầu|kết thúc|bế mạc"
    r"|thành công|dự kiến|nhằm|gồm|dưới|là|cũng|còn|phải|này|trên cơ sở|do|với|để|vào|tại|ngay|từ|cùng|theo|trong"
    r"|dành cho|thu hút|quy tụ|cho|ở|có|giữa|tới|đến|tham dự|khi|hôm|sáng|trưa|chiều|tối|ngày|nơi|của|nói|thì"
    r"|sau khi|sau đó|mà|như|đợt này|vì|thay|đối với|trên|bằng hình thức|khai mạc|mang|lúc|hồi \d|hôm nay|cho biết"
    r"|năm (?:nay|tới|ngoái|sau|qua)|rằng|sắp|cử hành|tương tự|về phía|tổ chức|và|\d{1,2} ?(?:h|g|giờ)(?:\d\d)?"
    r"|thông qua|biểu quyết|bầu(?! cử)|thống nhất|đánh giá|(?<!ứng )(?<!bầu )cử)(?!\w)"
)
_PLAIN_ENDS = frozenset(
    "được,đã,sẽ,vừa,đang,diễn ra,bắt đầu,kết thúc,bế mạc,thành công,dự kiến,nhằm,gồm,dưới,là,cũng,"
    "còn,phải,này,trên cơ sở,tại,ngay,từ,dành cho,thu hút,quy tụ,tham dự,hôm,thì,sau khi,sau đó,mà,"
    "như,đợt này,bằng hình thức,khai mạc,mang,lúc,hôm nay,cho biết,nói,vừa qua,năm nay,năm tới,"
    "năm ngoái,năm sau,năm qua,rằng,cử hành,tương tự,về phía".split(",")
)
# What each of these words must be followed by to end the name ...
_ENDS_BEFORE = {
    "với": r"(?:sự|chủ đề|hơn|gần|tổng|phương châm|mục tiêu|thông điệp|thành phần|tinh thần)(?!\w)|\d",
    "vào": r"(?:ngày|tháng|lúc|hồi|sáng|chiều|tối|cuối|đầu|giữa|trung tuần|quý|thứ|chủ nhật)(?!\w)|\d",
    "cùng": r"(?!phối hợp)\w",
    "theo": r"(?:luật|kế hoạch|quy định|hình thức|tinh thần|chương trình|quyết định|hướng dẫn|đúng|điều)(?!\w)",
    "trong": r"(?:không khí|hai|ba|khuôn khổ|sáng|chiều|ngày|thời gian|đó|tháng|dịp)(?!\w)|\d",
    "có": r"(?:sự|các|ông|bà|đồng chí|đ/c|mặt|đông|gần|hơn|trên|đại diện|chủ đề|tên|phương án|ý nghĩa|chất lượng|tính|thể|nhiều)(?!\w)|\d",
    "sắp": r"(?:tổ chức|diễn ra|tới|khai mạc)",
    "đến": r"(?:dự|từ|với|các|nay|\d+ điểm)(?!\w)",
    "khi": r"(?!vận hành|tiến hành|thực hiện|kết thúc|nhà nước|sáp nhập)\w",
    "nơi": r"(?!cư trú|công tác|làm việc)\w",
    "vì": r"(?!người nghèo|sự|an|trẻ|biển|cộng|sức|tương lai|đàn em)\w",
    "thay": r"mặt",
    "và": r"(?:nhận|thông qua|bầu|tiếp tục|có|được|đã)(?!\w)",
    "sáng": r"(?:ngày|nay|qua|thứ|chủ nhật|hôm|mai|cùng)(?!\w)|\d",
    "trưa": r"(?:ngày|nay|qua|thứ|hôm|cùng)(?!\w)|\d",
    "chiều": r"(?:ngày|nay|qua|thứ|chủ nhật|hôm|cùng|tối)(?!\w)|\d",
    "tối": r"(?:ngày|nay|qua|thứ|chủ nhật|hôm|cùng)(?!\w)|\d",
}
# ... and these to go on.
_GOES_ON = {
    "ở": r"(?:cơ sở|khu dân cư|địa phương|nông thôn|vùng|cộng đồng|đô thị|nơi|trường học|cấp)(?!\w)",
    "để": r"(?:lựa chọn|lập danh sách|giới thiệu|thỏa thuận|thống nhất)(?!\w)",
}
_RECIPIENT = re.compile(r"(?:thăm|tặng|trao (?:tiền|quà|tặng|\d)|chúc|cấp thuốc|tiêm|đầu ra)")
_NAMED_RECIPIENT = re.compile(
    r"(?:các )?(?:hộ )?(?:ông|bà|anh|chị|gia đình|em)(?!\w)|các hộ:|đội ngũ|\d+ (?:học viên|cán bộ|đại biểu)"
)
_NEEDS_RECIPIENT = re.compile(r"(?:tập huấn|bồi dưỡng)(?: (?:nghiệp vụ|kỹ năng|kiến thức))?$")
_SESSION = re.compile(r"(?:thứ|lần) \w+|tháng \d|khóa [ivx\d]+|nhiệm kỳ")
_SESSION_ENDS = frozenset({"thông qua", "biểu quyết", "bầu", "thống nhất", "đánh giá", "cử"})
_SECOND_EVENT = re.compile(
    r"\s(?:ra mắt|phát động|tặng quà|trao|bàn giao|thăm|khánh thành|khai mạc)(?!\w)"
)
_HOST_AFTER_DO = re.compile(
    r"(?:đồng chí|đ/c|ông|bà|ban|đoàn|hội|trung tâm|công ty|phòng|sở|cơ quan|trường|tổ|các|liên đoàn|ubnd|hđnd"
    r"|mttq|ủy ban|đảng ủy|huyện ủy|tỉnh ủy|bộ|chính|nhóm|nhà)(?!\w)"
)
_AFTER_COMMA = re.compile(
    r"\s*(?:nhiệm kỳ|khóa|giai đoạn|lần (?:thứ|\d)|năm (?:học )?\d|quý|đợt \d)(?!\w)"
)
_CLAUSE = re.compile(
    r"\s*(?:kỷ niệm|tham dự|dự|đến dự|tới dự|về dự|có|đồng chí|đ/c|ông|bà(?! con)|anh|chị|với|nhằm|hướng dẫn|yêu cầu|đề nghị|chỉ đạo|tháng|trong|đối với|do|tại|kết nối"
    r"|qua đó|đây|đánh giá|thảo luận|mục đích|đơn vị|sáng|chiều|tối|trưa|ngày|hôm|lúc|đã|được|nơi|gồm|góp phần|thu hút"
    r"|để|nhân dịp|nhân|bao gồm|từ|trước|sau|khi|theo|vào|mật danh|lần kế|kế hoạch|cho ý kiến|bàn về|dưới|toàn|mỗi|hơn"
    r"|gần|trên|tổng|trị giá|cùng|thông qua|bầu|bên cạnh|đặc biệt|đồng thời|hội nghị|đại hội|kỳ họp|buổi|lễ|đoàn)(?!\w)"
)
_CLAUSE_INSIDE = re.compile(
    r"\s(?:đã|sẽ|được|là|diễn ra|cho biết|tham dự|chủ trì|phát biểu|cùng dự|đến dự|dẫn đầu)(?!\w)"
    r"|(?<!các)(?<!điểm)\stổ chức(?! chính trị)"
)
_ONLY_TOLD = re.compile(
    r"(?:thông qua|bầu|thống nhất|báo cáo|nghe|đánh giá|thảo luận|kỷ niệm|chào mừng|nhận|trao đổi)(?!\w)"
)
_ALIKE = re.compile(r"[^\n.;:()]{0,90}")
_GOES_AFTER_BRACKET = re.compile(
    rf"\s(?:về|và|năm|của|giai đoạn|nhiệm kỳ|lần|\d|công tác|thực hiện|{TOPIC_VERBS})(?!\w)"
)
_DIRECTIVE_DATE = re.compile(
    r"(?:số|chỉ thị|nghị quyết|quyết định|kế hoạch|nghị định|luật|\w/\w)[^,;]{0,40},?\s$"
)
_SYMBOL_END = re.compile(r"\d/?[\w-]*-[a-zđ/]+$")
_YEAR_END = re.compile(r"(?:năm|năm học) \d{4}(?: ?- ?\d{4})?$")
_SESSION_BEFORE = re.compile(
    r"kỳ họp (?:(?:lần )?thứ \w{1,8}(?: \w{1,6})?|(?:thường lệ )?(?:giữa|cuối) năm)$"
)
_LOOSE = re.compile(
    r"(?:\s+|[^\w\s\"”»)]|(?<!\w)(?:và|của|về|cho|với|tại|ở|để|do|trong|vào|lần|gồm|các|những|là|từ|khi)(?=$))+$"
)
_CLOSING_GROUP = re.compile(r"\s*\([^()]{0,80}\)$")


def cut_name(scene: Scene, start: int, topic: int, *, headline: bool) -> int:
    """Return the end of the event name that starts at ``start`` with its topic at ``topic``."""
    at, limit = topic, min(scene.line(start)[1], start + LONGEST)
    while at < limit:
        mark = _BOUNDARY.search(scene.low, at, limit)
        if mark is None:
            at = limit
            break
        if mark.start() in scene.inside_word and mark.group()[0].isalpha():
            at = mark.end()
            continue
        onward = _pass(scene, start, mark, headline=headline)
        if onward is None:
            at = mark.start()
            break
        at = onward
    return _trim(scene.body, start, _before_day(scene, start, topic, min(at, limit)))


def _pass(scene: Scene, start: int, mark: re.Match[str], *, headline: bool) -> int | None:
    """Return where to read on after a boundary, or ``None`` where the name ends before it."""
    word, low, end = mark.group().strip(), scene.low, mark.end()
    if word in {"“", '"', "«"}:
        close = re.compile(r"[\"”»]").search(low, end, end + 260)
        return None if close is None or "\n" in low[end : close.start()] else close.end()
    if word == "(":
        close_at = low.find(")", end, end + 80)
        inside = low[end:close_at]
        if close_at < 0 or inside[:1].isdigit() or not _GOES_AFTER_BRACKET.match(low, close_at + 1):
            return None
        return close_at + 1
    if word == ".":
        return end if _inner_dot(scene.body, mark.start()) else None
    if word in {",", ";"}:
        return end if _list_goes_on(scene, mark, headline=headline) else None
    if word == "-":
        return end if _dash_goes_on(scene, mark) else None
    if word in "\n|:!?…)[":
        return None
    if word == "và" and headline and _SECOND_EVENT.match(low, end) and _told_by_verb(low, start):
        return None
    return end if _word_goes_on(scene, start, mark, word) else None


def _told_by_verb(low: str, start: int) -> bool:
    return NOUN.match(low, start) is None


def _word_goes_on(scene: Scene, start: int, mark: re.Match[str], word: str) -> bool:
    low, end = scene.low, mark.end()
    rest = low[end : end + 40].lstrip()
    if word in _PLAIN_ENDS:
        return word == "kết thúc" and low[start : mark.start()].endswith("trước khi ")
    if word[0].isdigit():
        return False
    if word == "với" and re.search(r"mặt(?: thân mật)?\s$", low[start : mark.start()]):
        return True
    if word == "có" and scene.body[end : end + 2].strip()[:1].isupper():
        return False
    if word in _ENDS_BEFORE:
        return not re.match(_ENDS_BEFORE[word], rest)
    if word in _GOES_ON:
        return re.match(_GOES_ON[word], rest) is not None
    if word in {"giữa", "đối với", "trên", "của"}:
        return not _YEAR_END.search(low[max(start, mark.start() - 24) : mark.start()].rstrip())
    if word == "do":
        after = scene.body[end : end + 2].strip()
        return not (after[:1].isupper() or _HOST_AFTER_DO.match(rest))
    if word == "cho":
        before = low[start : mark.start()].rstrip()
        if _NEEDS_RECIPIENT.search(before):
            return not rest.startswith("đội ngũ")
        return bool(_RECIPIENT.search(before)) and not _NAMED_RECIPIENT.match(rest)
    if word in _SESSION_ENDS:
        joined = low.endswith("và ", start, mark.start())
        return joined or not _SESSION.search(low, start, mark.start())
    if word == "tổ chức":
        return (
            re.search(
                r"(?:các|công tác|địa điểm|và|của|,|việc|ban|đoàn|cho|để)\s$",
                low[start : mark.start()],
            )
            is not None
        )
    if word == "tới":
        return re.search(r"(?:tiến|hướng|đi)\s$", low[start : mark.start()]) is not None
    if word == "ngày":
        return not re.match(r"\d", rest) or bool(_DIRECTIVE_DATE.search(low[start : mark.start()]))
    return True


def _inner_dot(body: str, at: int) -> bool:
    """Tell whether the dot at ``at`` stands inside a number or abbreviation (``TP. Huế``)."""
    after, before = body[at + 1 : at + 2], body[max(0, at - 3) : at]
    if after.isdigit() or (after.isalpha() and before[-1:].isalnum()):
        return True
    return re.search(r"(?:^|[\s(])(?:TP|Tp|TX|TT|Q|P|H|X|T)$", before) is not None


def _dash_goes_on(scene: Scene, mark: re.Match[str]) -> bool:
    low, end = scene.low, mark.end()
    after = low[end : end + 30].lstrip()
    if re.match(r"(?:kỳ họp|ông|bà|đ/c|đồng chí|buổi|công trình)", after):
        return False
    if mark.start() in scene.place_ends and end in scene.place_at:
        return True
    if after[:1].isdigit() or re.match(r"(?:năm|nhiệm kỳ|khóa|lần)(?!\w)", after):
        return True
    original = scene.body[end : end + 30].lstrip()
    return original[:1].islower() or scene.body[mark.start() - 1 : mark.start()].isupper()


def _list_goes_on(scene: Scene, mark: re.Match[str], *, headline: bool) -> bool:
    """Tell whether what follows a comma or semicolon still belongs to the name."""
    low, at = scene.low, mark.end()
    if _AFTER_COMMA.match(low, at):
        return True
    if re.match(r"\s?ngày \d", low[at : at + 8]) and _SYMBOL_END.search(
        low[: mark.start()], mark.start() - 16
    ):
        return True
    at += len(low[at : at + 4]) - len(low[at : at + 4].lstrip())
    if mark.group() == ";":
        return not headline and CONTINUER.match(low, at) is not None
    if low[: mark.start()].endswith("phòng") and low.startswith("chống", at):
        return True
    first = scene.body[at : at + 1]
    if first.isupper() and not scene.body[max(0, mark.start() - 12) : mark.start()].isupper():
        return _capital_goes_on(scene, mark.start(), at)
    if first.isdigit() or not first.isalpha():
        return False
    if CONTINUER.match(low, at) and not _ONLY_TOLD.match(low, at):
        return True
    ahead = _ALIKE.match(low, at)
    segment = ahead.group().split(",")[0] if ahead else ""
    return not (_CLAUSE.match(low, at) or _CLAUSE_INSIDE.search(segment))


def _capital_goes_on(scene: Scene, comma: int, at: int) -> bool:
    """Tell whether a capitalised word after a comma goes on with a list of bodies or places."""
    if comma in scene.body_ends and at in scene.body_at:
        return True
    if comma in scene.place_ends and at in scene.place_at:
        return True
    if re.match(
        r"(?:kết luận|chỉ thị|nghị quyết|quyết định|quy định) (?:số )?\d", scene.low[at : at + 20]
    ):
        return True
    session = _SESSION_BEFORE.search(scene.low[max(0, comma - 30) : comma])
    return bool(
        session and re.match(r"(?:hđnd|hội đồng nhân dân|quốc hội)(?!\w)", scene.low[at : at + 20])
    )


def _before_day(scene: Scene, start: int, topic: int, end: int) -> int:
    """Cut ``end`` back to the first calendar day that is the event's own, not a paper's."""
    for date in scene.dates:
        if topic <= date.start < end and is_day(date):
            before = scene.low[max(start, date.start - 60) : date.start]
            quoted = before.count("“") > before.count("”")
            feast = re.search(r"(?:ngày|thành lập|dịp|lễ) (?:[\w-]{1,5} và )?$", before)
            named_day = "Ngày " in scene.body[max(start, date.start - 45) : date.start]
            if quoted or feast or named_day or _DIRECTIVE_DATE.search(before):
                continue
            return date.start
    return end


def _trim(body: str, start: int, end: int) -> int:
    """Take loose joining words, punctuation and a closing bracket group off the end."""
    text = body[start:end]
    for _ in range(4):
        shorter = _CLOSING_GROUP.sub("", _LOOSE.sub("", text))
        if shorter.count('"') % 2 and shorter.endswith('"'):
            shorter = shorter[:-1]
        if shorter == text:
            break
        text = shorter
    return start + len(text)
