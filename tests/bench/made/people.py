"""Invented people: names that fit, and the posts of communes, districts and provinces."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from zlib import crc32

from made.places import Place

from hoinghi.resources.units import COMMUNE

FAMILIES = (
    "Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Trần Lê Lê Lê Phạm Phạm Hoàng Huỳnh Phan Phan Vũ"
    " Võ Võ Đặng Đặng Bùi Bùi Đỗ Hồ Ngô Dương Lý Đinh Mai Trương Lương Tạ Cao Châu Đoàn Hà Thái"
).split()
MIDDLES = {
    "ông": "Văn Văn Hữu Đức Minh Quốc Xuân Công Bá Đình Quang Ngọc Trọng Tấn Viết Duy".split(),
    "bà": "Thị Thị Thị Thị Ngọc Kim Thị Thanh".split(),
}
SECOND = "Thu Bích Hồng Mỹ Kim Thanh Ngọc Minh Phương Tuyết Lệ Diệu Mai".split()
GIVEN = {
    "ông": (
        "An Bình Chương Cường Danh Đạt Định Dũng Giang Hải Hậu Hiếu Hòa Hùng Hưng Khánh Khoa Lâm"
        " Long Lộc Luận Mạnh Nam Nghĩa Nhân Phong Phú Phúc Quân Quang Quyết Sơn Tâm Tài Thắng Thành"
        " Thiện Thịnh Thọ Tiến Toàn Trí Trung Trường Tuấn Tùng Vinh Vũ"
    ).split(),
    "bà": (
        "Anh Chi Diễm Dung Duyên Giang Hà Hạnh Hằng Hiền Hoa Hoài Hồng Huệ Hương Lan Liên Linh Loan"
        " Mai Nga Ngân Nguyệt Nhàn Nhung Oanh Phượng Quyên Tâm Thảo Thắm Thoa Thu Thủy Trang Trinh"
        " Tuyết Vân Xuân Yến"
    ).split(),
}
LEVELS = ("xã", "huyện", "tỉnh")

# Posts by level: titles, the main one last; {l} is "xã", {uy} "Huyện ủy", {uv} "Huyện ủy viên".
POSTS: dict[str, dict[str, str]] = {
    "xã": {
        "bt": "Bí thư Đảng ủy/Chủ tịch HĐND {l}",
        "pbtt": "Phó Bí thư Thường trực Đảng ủy",
        "ct_ub": "Phó Bí thư Đảng ủy/Chủ tịch UBND {l}",
        "pct_ub": "Ủy viên Ban Thường vụ Đảng ủy/Phó Chủ tịch UBND {l}",
        "pct_hd": "Phó Chủ tịch HĐND {l}",
        "ct_mt": "Ủy viên Ban Thường vụ Đảng ủy/Chủ tịch Ủy ban MTTQ Việt Nam {l}",
        "pct_mt": "Phó Chủ tịch Ủy ban MTTQ Việt Nam {l}",
        "ct_nd": "Đảng ủy viên/Chủ tịch Hội Nông dân {l}",
        "ct_pn": "Chủ tịch Hội Liên hiệp Phụ nữ {l}",
        "ct_ccb": "Chủ tịch Hội Cựu chiến binh {l}",
        "bt_doan": "Bí thư Đoàn Thanh niên {l}",
        "ct_cd": "Chủ tịch Công đoàn {l}",
        "ct_kh": "Chủ tịch Hội Khuyến học {l}",
        "ct_nct": "Chủ tịch Hội Người cao tuổi {l}",
        "ca": "Ủy viên Ban Thường vụ Đảng ủy/Trưởng Công an {l}",
        "qs": "Chỉ huy trưởng Ban Chỉ huy Quân sự {l}",
        "tyt": "Trạm trưởng Trạm Y tế {l}",
        "tr_bct": "Trưởng Ban công tác Mặt trận {v}",
    },
    "huyện": {
        "bt": "Tỉnh ủy viên/Bí thư {uy}",
        "pbtt": "Phó Bí thư Thường trực {uy}",
        "ct_ub": "Phó Bí thư {uy}/Chủ tịch UBND {l}",
        "pct_ub": "Phó Chủ tịch UBND {l}",
        "pct_hd": "Phó Chủ tịch HĐND {l}",
        "ct_mt": "Ủy viên Ban Thường vụ {uy}/Chủ tịch Ủy ban MTTQ Việt Nam {l}",
        "pct_mt": "Phó Chủ tịch Ủy ban MTTQ Việt Nam {l}",
        "ct_nd": "{uv}/Chủ tịch Hội Nông dân {l}",
        "ct_pn": "{uv}/Chủ tịch Hội Liên hiệp Phụ nữ {l}",
        "ct_ccb": "Chủ tịch Hội Cựu chiến binh {l}",
        "bt_doan": "Bí thư Đoàn Thanh niên {l}",
        "ct_cd": "{uv}/Chủ tịch Liên đoàn Lao động {l}",
        "ct_kh": "Chủ tịch Hội Khuyến học {l}",
        "ct_nct": "Chủ tịch Hội Người cao tuổi {l}",
        "dv": "Ủy viên Ban Thường vụ {uy}/Trưởng {dv} {uy}",
        "qs": "Chỉ huy trưởng Ban Chỉ huy Quân sự {l}",
    },
    "tỉnh": {
        "bt": "Phó Bí thư {uy}",
        "ct_ub": "Phó Bí thư {uy}/Chủ tịch UBND {l}",
        "ct_mt": "Ủy viên Ban Thường vụ {uy}/Chủ tịch Ủy ban MTTQ Việt Nam {l}",
        "pct_mt": "Phó Chủ tịch Ủy ban MTTQ Việt Nam {l}",
        "pbtt": "Phó Bí thư Thường trực {uy}",
        "pct_ub": "Phó Chủ tịch UBND {l}",
        "pct_hd": "Phó Chủ tịch HĐND {l}",
        "dv": "Phó Trưởng {dv} {uy}",
        "ct_nd": "Chủ tịch Hội Nông dân {l}",
        "ct_pn": "Phó Chủ tịch Hội Liên hiệp Phụ nữ {l}",
        "ct_ccb": "Phó Chủ tịch Hội Cựu chiến binh {l}",
        "bt_doan": "Phó Bí thư {doan}",
        "ct_cd": "Phó Chủ tịch Liên đoàn Lao động {l}",
        "ct_kh": "Phó Chủ tịch Hội Khuyến học {l}",
        "ct_nct": "Phó Trưởng Ban đại diện Hội Người cao tuổi {l}",
        "qs": "Phó Chỉ huy trưởng Bộ Chỉ huy Quân sự {l}",
    },
}
# Of posts that always, or hardly ever, a woman holds.
WOMEN, MEN = {"ct_pn"}, {"ct_ccb", "qs", "ca"}
# Whom a body asks to come from the level above.
GUESTS = {
    "mt": ("ct_mt", "pct_mt"),
    "bct": ("pct_mt", "ct_mt"),
    "hd": ("pct_hd",),
    "ub": ("pct_ub",),
    "du": ("pbtt", "dv"),
    "nd": ("ct_nd",),
    "pn": ("ct_pn",),
    "ccb": ("ct_ccb",),
    "dtn": ("bt_doan",),
    "cd": ("ct_cd",),
    "qs": ("qs",),
    "ctd": ("pct_mt", "pct_ub"),
    "kh": ("ct_kh",),
    "nct": ("ct_nct",),
    "hoi": ("ct_mt", "pct_mt"),
    "db": ("pbtt", "dv"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented: ``honor`` is ``ông`` or ``bà``; ``titles`` as they are written."""

    honor: str
    name: str
    titles: tuple[str, ...] = ()


# Since the reform heads of a commune's unions are deputies of its Front.
_FRONT = "Phó Chủ tịch Ủy ban MTTQ Việt Nam {l}/"
_UNIONS = {"ct_nd", "ct_pn", "ct_ccb", "bt_doan"}


def titles_of(place: Place, post: str) -> tuple[str, ...]:
    """Return the titles of who holds a post of a unit, blanks in them, the main one last."""
    titles = POSTS[LEVELS[3 - place.level]][post]
    if post in _UNIONS and place.level == COMMUNE and place.mark.endswith("+"):
        titles = _FRONT + titles.rpartition("/")[2]
    return tuple(titles.split("/"))


def holder(place: Place, post: str, _day: date) -> Person:
    """Return who holds a post of a unit, always the same person."""
    person, titles = named(place.mark, post), titles_of(place, post)
    whole = len(person.name) % 3  # some are told of by their main post alone
    return replace(person, titles=shortened(titles) if not whole else titles)


def shortened(titles: tuple[str, ...]) -> tuple[str, ...]:
    """Return the main title alone."""
    return titles[:1] if titles[0] == "Bí thư Đảng ủy" else titles[-1:]


def named(key: str, post: str = "") -> Person:
    """Return the person of ``key``, always the same one."""
    code = crc32(f"{key}/{post}".encode())
    woman = post in WOMEN or (post not in MEN and code % 10 < 4)
    honor = "bà" if woman else "ông"
    code //= 10
    code, family = divmod(code, len(FAMILIES))
    code, middle = divmod(code, len(MIDDLES[honor]))
    code, given = divmod(code, len(GIVEN[honor]))
    words = [FAMILIES[family], MIDDLES[honor][middle], GIVEN[honor][given]]
    if words[1] == "Thị" and code % 2:
        words.insert(2, SECOND[code // 2 % len(SECOND)])
    return Person(honor, " ".join(dict.fromkeys(words)))
