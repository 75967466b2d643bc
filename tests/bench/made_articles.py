"""Articles that nobody wrote: any number of them, the same ones for one seed.

Real communes, invented people, sentences of our own. An article has 2 to 3 KB, tells of one
meeting, and says in other words, names and numbers what the others say. Now and then one is a
copy or a re-post of an earlier one, as in real archives.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from hoinghi.resources.units import COMMUNE, gazetteer

FAMILIES = "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Mai Trương".split()
MIDDLES = "Văn Thị Hữu Đức Minh Quốc Thanh Ngọc Xuân Kim Công Bá Như Thu".split()
GIVEN = (
    "An Bình Châu Dũng Giang Hà Hải Hạnh Hiền Hòa Hùng Hương Khánh Lan Linh Long Mai Nam Nga"
    " Nghĩa Phúc Phương Quân Quang Sơn Tâm Thắng Thảo Thủy Toàn Trang Trung Tuấn Vân Vinh Yến"
).split()
PARTS = ("Sáng", "Chiều", "Tối")
KINDS = (
    "hội nghị tổng kết công tác Mặt trận năm {year}",
    "hội nghị sơ kết phong trào thi đua yêu nước {half} đầu năm {year}",
    "hội nghị tiếp xúc cử tri trước kỳ họp thứ {number}",
    "ngày hội đại đoàn kết toàn dân tộc",
    "đại hội đại biểu Hội Nông dân xã, nhiệm kỳ {year}-{later}",
    "kỳ họp thứ {number}, HĐND xã khóa XII",
    "hội nghị đối thoại giữa người đứng đầu cấp ủy với Nhân dân",
    "hội nghị triển khai nhiệm vụ quý {quarter} năm {year}",
    "lễ phát động Tháng hành động vì người nghèo năm {year}",
    "hội nghị lấy ý kiến góp ý vào {paper}",
)
VENUES = ("Hội trường UBND xã", "Nhà văn hóa xã", "Nhà sinh hoạt cộng đồng thôn {village}")
BODIES = (
    ("Ủy ban MTTQ Việt Nam xã", "Chủ tịch Ủy ban MTTQ Việt Nam xã"),
    ("Thường trực HĐND xã", "Phó Chủ tịch HĐND xã"),
    ("UBND xã", "Phó Chủ tịch UBND xã"),
    ("Đảng ủy xã", "Phó Bí thư Thường trực Đảng ủy xã"),
    ("Hội Nông dân xã", "Chủ tịch Hội Nông dân xã"),
    ("Hội Liên hiệp Phụ nữ xã", "Chủ tịch Hội Liên hiệp Phụ nữ xã"),
    ("Đoàn Thanh niên xã", "Bí thư Đoàn Thanh niên xã"),
)
PAPERS = (
    "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị",
    "Nghị quyết số 43-NQ/TW của Ban Chấp hành Trung ương",
    "Nghị định số 59/2023/NĐ-CP của Chính phủ",
    "Quyết định số {number}/QĐ-UBND của UBND huyện",
    "Kế hoạch số {number}/KH-MTTQ",
)
TOLD = (
    "Báo cáo tại hội nghị nêu rõ, {period}, toàn xã vận động được {money} triệu đồng giúp {number} "
    "hộ khó khăn ở thôn {village} sửa lại nhà ở.",
    "{honor} {name}, {title}, cho biết {number} lượt hộ dân thôn {village} đã góp ngày công làm "
    "{long} mét đường bê tông trước {month}.",
    "Các đại biểu đề nghị sớm nâng cấp tuyến mương dẫn nước dài {long} mét qua đồng {village}.",
    "Ý kiến của bà con tập trung vào giá phân bón, việc thu gom rác ở chợ {village} và {number} "
    "trụ điện xuống cấp từ năm {before}.",
    "Phát biểu kết luận, {honor} {name} đề nghị các ngành bám sát {paper}, hoàn thành {number} chỉ "
    "tiêu còn lại trước ngày {day}/{month_number}/{year}.",
    "Cũng trong {part}, ban tổ chức trao {number} suất quà, mỗi suất {money} nghìn đồng, cho gia "
    "đình chính sách thôn {village}.",
    "Trước đó, ngày {day}/{month_number}, đoàn do {honor} {name} dẫn đầu đã thăm mô hình nuôi cá "
    "lồng của hộ {name2} ở thôn {village}.",
    "Theo {title} {name}, thôn {village} còn {number} hộ cận nghèo, giảm {small} hộ "
    "so với {period}.",
    "Đối với {paper}, cấp ủy giao {body} theo dõi, mỗi quý báo cáo một lần.",
    "Tổ hòa giải thôn {village} nhận {number} vụ việc, giải quyết xong {small} vụ ngay tại cơ sở.",
    "{honor} {name2}, trưởng ban công tác Mặt trận thôn {village}, mong cấp trên hỗ trợ "
    "thêm {money} triệu đồng để lát gạch sân nhà văn hóa.",
    "Lớp tập huấn mở trong {small} ngày với {number} học viên, phần lớn là cán bộ thôn {village}.",
)
_START = date(2023, 1, 2)
_DAYS = 730
_PERIODS = ("sáu tháng qua", "từ đầu năm đến nay", "trong quý vừa rồi", "nhiệm kỳ qua")


@lru_cache(maxsize=1)
def _communes() -> list[tuple[str, str]]:
    """Return the communes that stood in 2023 and 2024: their names, and those with all parents."""
    known = gazetteer()
    return [
        (unit.name, known.full_name(unit, _START))
        for unit in known.units
        if unit.level == COMMUNE and unit.kind == "Xã" and unit.likely(_START)
    ]


def articles(count: int, seed: int = 20_240_423) -> Iterator[dict[str, str]]:
    """Yield ``count`` articles as rows: ``text``, ``title``, ``published``, ``url``."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    kept: list[dict[str, str]] = []
    for number in range(count):
        row = _again(chance, kept) if kept and chance.random() < 0.03 else _row(chance)
        row["url"] = f"https://xa{chance.randrange(900)}.example.vn/tin/{number}"
        kept = [*kept[-200:], row]
        yield row


def _again(chance: random.Random, kept: list[dict[str, str]]) -> dict[str, str]:
    """Return a copy, or a re-post that lost its last paragraph."""
    row = dict(chance.choice(kept))
    if chance.random() < 0.5:
        row["text"] = row["text"].rpartition("\n")[0]
    return row


def _row(chance: random.Random) -> dict[str, str]:
    commune, place = chance.choice(_communes())
    day = _START + timedelta(days=chance.randrange(_DAYS))
    village = chance.choice(GIVEN) + " " + chance.choice(GIVEN)
    words = _Words(chance, day, village)
    host, _ = chance.choice(BODIES)
    event = words.fill(chance.choice(KINDS))
    venue = words.fill(chance.choice(VENUES))
    opening = (
        f"{chance.choice(PARTS)} ngày {day.day}/{day.month}/{day.year}, tại {venue}, {host} "
        f"{commune.removeprefix('Xã ')} tổ chức {event} ({place}). Dự hội nghị có "
        f"{words.person()}; {words.person()}; {words.person()} cùng {chance.randrange(20, 180)} "
        "đại biểu."
    )
    told = chance.sample(TOLD, len(TOLD) - chance.randrange(0, 4))
    paragraphs = [opening, *(words.fill(sentence) for sentence in told)]
    return {
        "title": f"{commune}: {event[:1].upper()}{event[1:]}",
        "published": str(day + timedelta(days=chance.randrange(3))),
        "text": "\n".join(paragraphs),
    }


class _Words:
    """Fills the blanks of sentences."""

    def __init__(self, chance: random.Random, day: date, village: str) -> None:
        self._chance, self._day, self._village = chance, day, village

    def name(self) -> str:
        parts = (self._chance.choice(names) for names in (FAMILIES, MIDDLES, GIVEN))
        return " ".join(parts)

    def person(self) -> str:
        _, title = self._chance.choice(BODIES)
        return f"{self._chance.choice(('ông', 'bà', 'đồng chí'))} {self.name()}, {title}"

    def fill(self, sentence: str) -> str:
        pick, day = self._chance, self._day
        paper = pick.choice(PAPERS).format(number=pick.randrange(10, 900))
        body, title = pick.choice(BODIES)
        return sentence.format(
            year=day.year,
            later=day.year + 5,
            before=day.year - pick.randrange(1, 9),
            half=pick.choice(("sáu tháng", "chín tháng")),
            quarter=pick.choice(("I", "II", "III", "IV")),
            number=pick.randrange(3, 200),
            small=pick.randrange(2, 9),
            money=pick.randrange(10, 900),
            long=pick.randrange(100, 3_000),
            day=pick.randrange(1, 29),
            month_number=pick.randrange(1, 13),
            month=f"tháng {pick.randrange(1, 13)}",
            period=pick.choice(_PERIODS),
            part=pick.choice(("buổi sáng", "dịp này", "chương trình")),
            paper=paper,
            body=body,
            title=title,
            honor=pick.choice(("Ông", "Bà", "Đồng chí")),
            name=self.name(),
            name2=self.name(),
            village=self._village,
        )
