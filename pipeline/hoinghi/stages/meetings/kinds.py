"""What kind of event a name tells, on which level it is held and what it is about."""

from __future__ import annotations

import re

from hoinghi.records import Mention, Place
from hoinghi.resources.topics import load_topics
from hoinghi.stages.meetings import patterns as p
from hoinghi.text import fold

# The first pattern that fits decides; heads stand at the start of the name.
_TYPES = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "tiếp xúc cử tri",
            r"[^,;]{0,20}tiếp xúc (?:với |giữa )?(?:cử tri|những người ứng cử)|tiếp xúc với",
        ),
        (
            "tập huấn",
            r"(?:hội nghị |lớp |khóa |chương trình |buổi )?(?:tập huấn|bồi dưỡng|đào tạo)|lớp "
            r"|khóa |(?:khai|bế) giảng (?:lớp|khóa)",
        ),
        ("hội thảo", r"(?:buổi )?(?:hội thảo|tọa đàm)"),
        (
            "hội thi",
            r"đại hội (?:thể dục|tdtt|thể thao)|(?:hội thi|cuộc thi|thi|hội diễn|hội thao|giải"
            r"|chung k|hội khỏe)(?!\w)",
        ),
        ("hội thi", r"chung kết|chung khảo|liên hoan|hội trại"),
        ("đại hội", r"đại hội"),
        ("ra quân", r"(?:lễ )?ra quân|ngày (?:thứ bảy|chủ nhật)|tết trồng cây"),
        (
            "lễ",
            r"lễ|đại lễ|ngày hội|mít tinh|khánh thành|khởi công|ra mắt|bàn giao|phát động"
            r"|khai giảng|bế giảng|động thổ|trao (?:nhà|giải|bằng)|tuyên dương|vinh danh|tôn vinh"
            r"|kỷ niệm|kết nạp|truy điệu|thắp nến|festival|đặt vòng hoa|ký kết",
        ),
        (
            "hội nghị",
            r"hội nghị|tổng kết|sơ kết|quán triệt|học tập|phản biện|lấy phiếu|lấy ý kiến"
            r"|đối thoại|sinh hoạt(?! chi bộ)|tư vấn|góp ý|công bố|triển khai|kiểm điểm|hiệp thương",
        ),
        ("khác", r"đêm |giao lưu|diễn đàn|tiếp công dân|tổng duyệt|khám|phiên tòa"),
        ("họp", r"họp|gặp mặt|kỳ họp|phiên|giao ban|hòa giải|cuộc họp|sinh hoạt chi bộ"),
        ("làm việc", r"thăm (?:chính thức|cấp|và làm việc)|thăm, làm việc"),
        (
            "thăm tặng quà",
            r"(?:đến )?(?:thăm|chúc|tặng|trao|viếng|tri ân|mừng thọ)"
            r"|dâng hương.{0,80}(?:thăm|tặng)|tiếp nhận"
            r"|chương trình .{0,200}(?:quà|xuân|tết|nghèo|yêu thương|trung thu)",
        ),
        ("giám sát", r"giám sát"),
        (
            "làm việc",
            r"(?:đến )?(?:làm việc|tiếp|chào xã giao|hội đàm|kiểm tra|khảo sát|đối thoại)",
        ),
    )
)
_RULES = frozenset({"noun", "verb", "headline"})
# What opens an assembly is of the assembly's kind: "khai mạc Ngày hội", "Lễ khai mạc Hội nghị".
_OPENING = re.compile(
    r"[\W_]*(?:khai mạc (?!hè|mùa|năm)|(?:lễ (?:khai|bế) mạc|phiên (?:khai|bế) mạc)"
    r" (?=hội nghị|hội thảo|kỳ họp))"
)
_MARKS = re.compile(r"[\W_]+")
_INSPECTION = re.compile(r"kiểm tra|khảo sát")
_DELEGATION = re.compile(r"trưởng đoàn|đoàn (?:giám sát|kiểm tra|khảo sát|liên ngành)")
_CENTRAL = re.compile(
    r"trung ương|quốc hội|chính phủ|toàn quốc|bộ (?!chỉ huy)|ban bí thư|viện |tổng liên đoàn"
)
_LEVELS = (
    ("thôn", re.compile(r"(?:thôn|ấp|bản|buôn|làng|xóm|khu phố|tổ dân phố|khu dân cư)(?!\w)")),
    ("xã", re.compile(r"(?:xã|phường|thị trấn|đặc khu)(?!\w)")),
    ("huyện", re.compile(r"(?:huyện|quận|thị xã|thị ủy|quận ủy|huyện ủy|huyện đoàn)(?!\w)")),
    ("tỉnh", re.compile(r"(?:tỉnh|tỉnh ủy|thành ủy)(?!\w)")),
)


def told_by(mention: Mention) -> str:
    """Return whether a ``noun``, a ``verb`` or a ``headline`` names the event.

    The rule that found it says so; of what only the trained recogniser found, its first words.
    """
    rule = mention.rule.partition("+")[0]
    if rule in _RULES:
        return rule
    folded = fold(mention.text)
    return "verb" if p.VERB.match(folded) and not p.NOUN.match(folded) else "noun"


def type_of(name: str, told_in: str) -> str:
    """Return the type of the guidelines for an event ``name`` told in the sentence ``told_in``."""
    folded = fold(name)
    opening = _OPENING.match(folded) or _MARKS.match(folded)
    low = folded[opening.end() :] if opening else folded
    if _INSPECTION.match(low) and _DELEGATION.search(fold(told_in)):
        return "giám sát"
    return next((kind for kind, pattern in _TYPES if pattern.match(low)), "khác")


def level_of(hosts: tuple[str, ...], places: tuple[Place, ...]) -> str | None:
    """Return the level that an event is held on: its first host's, else that of its place."""
    if hosts:
        low = fold(hosts[0])
        named = next((level for level, pattern in _LEVELS if pattern.search(low)), None)
        if named == "xã" and "thị xã" in low:
            return "huyện"
        if named is not None:
            return named
        if _CENTRAL.search(low):
            return "trung ương"
    return next((place.level for place in places if place.level), None)


def topics_of(name: str) -> tuple[str, ...]:
    """Return the topics of the controlled vocabulary that an event's name shows."""
    low = fold(name)
    return tuple(topic for topic, pattern in load_topics() if pattern.search(low))
