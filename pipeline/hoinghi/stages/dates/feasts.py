"""Feasts and days of note in Vietnam, as data: (month, day, lunar).

Sources: the holidays of the Labour Code (Law 45/2019/QH14, article 112), the memorial days of
Decree 111/2018/NĐ-CP and of the decisions that named the professions' days, and the feasts of the
lunar calendar. A lunar day 30 stands for the last day of its month.
"""

from __future__ import annotations

Feast = tuple[int, int, bool]

# These are dates with a year or "này" beside them ("Tết Giáp Thìn", "Giáng sinh 2019").
FEASTS: dict[tuple[str, ...], Feast] = {
    ("tết",): (1, 1, True), ("tết", "nguyên", "đán"): (1, 1, True),
    ("tết", "âm", "lịch"): (1, 1, True),
    ("tết", "cổ", "truyền"): (1, 1, True),
    ("tết", "trung", "thu"): (8, 15, True), ("trung", "thu"): (8, 15, True),
    ("tết", "dương", "lịch"): (1, 1, False),
    ("giáng", "sinh"): (12, 25, False), ("noel",): (12, 25, False),
}  # fmt: skip
# These are dates only where they are the whole text.
DAYS_OF_NOTE: dict[tuple[str, ...], Feast] = FEASTS | {
    ("nguyên", "đán"): (1, 1, True), ("tết", "ta"): (1, 1, True), ("tết", "tây"): (1, 1, False),
    ("năm", "mới", "dương", "lịch"): (1, 1, False), ("tết", "dương"): (1, 1, False),
    ("giao", "thừa"): (12, 30, True), ("đêm", "giao", "thừa"): (12, 30, True),
    ("rằm", "trung", "thu"): (8, 15, True),
    ("tết", "nguyên", "tiêu"): (1, 15, True), ("rằm", "tháng", "giêng"): (1, 15, True),
    ("tết", "hàn", "thực"): (3, 3, True), ("tết", "đoan", "ngọ"): (5, 5, True),
    ("giỗ", "tổ"): (3, 10, True), ("giỗ", "tổ", "hùng", "vương"): (3, 10, True),
    ("phật", "đản"): (4, 15, True), ("vu", "lan"): (7, 15, True),
    ("ông", "công", "ông", "táo"): (12, 23, True),
    ("tình", "nhân"): (2, 14, False), ("valentine",): (2, 14, False),
    ("thành", "lập", "đảng"): (2, 3, False), ("thầy", "thuốc", "việt", "nam"): (2, 27, False),
    ("quốc", "tế", "phụ", "nữ"): (3, 8, False), ("thành", "lập", "đoàn"): (3, 26, False),
    ("cá", "tháng", "tư"): (4, 1, False),
    ("sách", "việt", "nam"): (4, 21, False),
    ("giải", "phóng", "miền", "nam"): (4, 30, False),
    ("thống", "nhất", "đất", "nước"): (4, 30, False),
    ("quốc", "tế", "lao", "động"): (5, 1, False),
    ("chiến", "thắng", "điện", "biên", "phủ"): (5, 7, False),
    ("sinh", "nhật", "bác"): (5, 19, False), ("sinh", "nhật", "bác", "hồ"): (5, 19, False),
    ("quốc", "tế", "thiếu", "nhi"): (6, 1, False), ("môi", "trường", "thế", "giới"): (6, 5, False),
    ("báo", "chí", "cách", "mạng", "việt", "nam"): (6, 21, False),
    ("gia", "đình", "việt", "nam"): (6, 28, False),
    ("thương", "binh", "liệt", "sĩ"): (7, 27, False),
    ("cách", "mạng", "tháng", "tám"): (8, 19, False), ("quốc", "khánh"): (9, 2, False),
    ("giải", "phóng", "thủ", "đô"): (10, 10, False),
    ("doanh", "nhân", "việt", "nam"): (10, 13, False),
    ("phụ", "nữ", "việt", "nam"): (10, 20, False), ("halloween",): (10, 31, False),
    ("pháp", "luật", "việt", "nam"): (11, 9, False),
    ("nhà", "giáo"): (11, 20, False), ("nhà", "giáo", "việt", "nam"): (11, 20, False),
    ("quốc", "tế", "nhà", "giáo"): (10, 5, False),
    ("hội", "đại", "đoàn", "kết"): (11, 18, False),
    ("quân", "đội", "nhân", "dân", "việt", "nam"): (12, 22, False),
    ("toàn", "quốc", "kháng", "chiến"): (12, 19, False),
}  # fmt: skip
LONGEST_FEAST = 6
# Words before such a name that say no more than that it is a day.
FEAST_HEADS = frozenset({"ngày", "lễ", "đại", "dịp"})
# What is the name of something else without one of those before it.
NEED_HEAD = frozenset(
    """thành cá sách thống chiến môi báo gia thương doanh phụ pháp nhà hội quân toàn thầy cách
    sinh tình""".split()
)
