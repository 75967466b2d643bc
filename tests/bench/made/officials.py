"""Communes, officials and documents of the shipped corpus of 300 articles.

Twenty communes of four districts became eight on 1 July 2025. Officials are invented and come
again: a commune has its chairman, some rise, some move to the district, and after the reform they
meet again in the new communes. Documents are taken up by some communes and not by others.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from random import Random

from made.documents import Cited, by_key, worded
from made.people import Person, named, shortened, titles_of
from made.places import Place, place_of

from hoinghi.resources.units import REFORM, gazetteer

# Codes of the communes before the reform, by that of the commune they went into.
MERGED = {
    "20392": "20387 20392 20395",  # Tam Đại, Tam Dân, Tam Lãnh -> Phú Ninh
    "20380": "20365 20368 20380",  # Tam Thành, Tam An, Tam Phước -> Tây Hồ
    "20794": "20794 20809 20812",  # Bình Dương, Bình Đào, Bình Minh -> Thăng An
    "20791": "20800 20824",  # Bình Nguyên, Bình Quý -> Thăng Bình
    "25015": "25015 25021",  # Gia Hiệp, Tam Bố -> Gia Hiệp
    "25018": "25018 25033",  # Đinh Lạc, Bảo Thuận -> Bảo Thuận
    "28945": "28930 28942 28945",  # Định Thủy, Phước Hiệp, Bình Khánh -> Đồng Khởi
    "28903": "28939 28951",  # Đa Phước Hội, An Thạnh -> Mỏ Cày
}
_START = date(2024, 1, 1)
_CENTRE = {
    "05-CT/TW": "dang", "43-NQ/TW@2023": "danchu", "144-QĐ/TW": "dang", "42-NQ/TW@2023": "ansinh",
    "35-CT/TW@2024": "dang", "57-NQ/TW": "so", "217-QĐ/TW": "danchu", "102/CĐ-TTg": "ansinh",
    "59/2023/NĐ-CP": "danchu", "178-KL/TW@2025": "sapnhap", "52-CT/TW": "yte",
    "10/2022/QH15": "danchu", "46-NQ/TW@2023": "nong", "90/QĐ-TTg": "ansinh", "06/QĐ-TTg": "so",
    "72/2020/QH14": "moitruong", "33-NQ/TW@2014": "vanhoa", "1373/QĐ-TTg": "giaoduc",
    "30/2023/QH15": "anninh", "31/2024/QH15": "dat", "318/QĐ-TTg": "duong",
}  # fmt: skip
# Of districts and provinces: number (each issuer has its own), day, issuer, what about.
_DISTRICT = (
    ("Chỉ thị số {}-CT/HU", 27, date(2024, 3, 18), "Ban Thường vụ Huyện ủy {}",
     "về nâng cao chất lượng công tác hòa giải ở cơ sở", "danchu"),
    ("Kế hoạch số {}/KH-UBND", 112, date(2024, 2, 5), "UBND huyện {}",
     "về giữ gìn vệ sinh môi trường, trồng cây xanh ven đường", "moitruong"),
    ("Hướng dẫn số {}/HD-MTTQ-BTT", 31, date(2024, 9, 12),
     "Ban Thường trực Ủy ban MTTQ Việt Nam huyện {}",
     "về tổ chức Ngày hội Đại đoàn kết toàn dân tộc ở khu dân cư", "vanhoa"),
    ("Nghị quyết số {}-NQ/HU", 14, date(2024, 6, 28), "Huyện ủy {}",
     "về xóa nhà tạm, nhà dột nát đến năm 2025", "ansinh"),
    ("Kế hoạch số {}/KH-UBND", 58, date(2025, 2, 20), "UBND huyện {}",
     "về phong trào “Bình dân học vụ số”", "so"),
)  # fmt: skip
_PROVINCE = (
    ("Kế hoạch số {}/KH-UBND", 1186, date(2025, 7, 22), "UBND {}",
     "về hỗ trợ hoạt động của Trung tâm Phục vụ hành chính công cấp xã", "sapnhap"),
    ("Hướng dẫn số {}/HD-MTTQ-BTT", 19, date(2025, 8, 15),
     "Ban Thường trực Ủy ban MTTQ Việt Nam {}",
     "về tổ chức bộ máy của Mặt trận ở cấp xã", "sapnhap"),
    ("Chỉ thị số {}/CT-UBND", 14, date(2025, 9, 30), "Chủ tịch UBND {}",
     "về chủ động ứng phó mưa lũ", "thientai"),
)  # fmt: skip


@cache
def place(code: str, *, new: bool) -> Place:
    """Return a commune as it was before the reform, or as it is since, with five villages."""
    unit = next(u for u in gazetteer().coded(3, code) if u.reformed == new)
    found = place_of(unit)
    dice = Random(f"villages {found.mark}")  # noqa: S311 - not a secret
    villages = tuple(dict.fromkeys(found.some_village(dice) for _ in range(6)))
    return replace(found, parts=villages)


def old_places() -> list[Place]:
    """Return the twenty communes before the reform."""
    return [place(code, new=False) for codes in MERGED.values() for code in codes.split()]


def new_places() -> list[Place]:
    """Return the eight communes since the reform."""
    return [place(code, new=True) for code in MERGED]


class Offices:
    """Who holds which post when."""

    def __init__(self) -> None:
        self._terms: dict[tuple[str, str], list[tuple[date, Person]]] = {}
        self._names: set[str] = set()
        self._fill()

    def __call__(self, where: Place, post: str, day: date) -> Person:
        """Return the holder of a post on a day."""
        if post == "tr_bct":
            return replace(named(f"{where.mark} {day.month}", post), titles=titles_of(where, post))
        terms = self._terms.get((where.mark, post)) or [(_START, self._someone(where, post))]
        self._terms[where.mark, post] = terms
        person = next(one for since, one in reversed(terms) if since <= max(day, _START))
        titles = titles_of(where, post)
        return replace(person, titles=titles if len(person.name) % 3 else shortened(titles))

    def _someone(self, where: Place, post: str) -> Person:
        """Return somebody whose name nobody else has."""
        turn = 0
        while (person := named(f"{where.mark} {turn}", post)).name in self._names:
            turn += 1
        self._names.add(person.name)
        return person

    def _take(self, where: Place, post: str, day: date, person: Person) -> None:
        self(where, post, _START)
        self._terms[where.mark, post].append((day, person))

    def _fill(self) -> None:
        """Let some rise and move before the reform, and find their places after it."""
        for number, commune in enumerate(old_places()):
            day = date(2024, 5, 10) + timedelta(days=13 * number)
            if number % 5 == 1:  # the Front's chairman rises, the deputy follows
                self._rise(commune, ("pct_mt", "ct_mt", "pbtt"), day)
            elif number % 5 == 3:  # the commune's chairman moves to the district
                chairman = self(commune, "ct_ub", day)
                self._rise(commune, ("pct_ub", "ct_ub"), day)
                self._take(commune.above[0], "pct_ub", day, chairman)
        for number, (code, codes) in enumerate(MERGED.items()):
            olds = [place(one, new=False) for one in codes.split()]
            self._found(place(code, new=True), olds, number)

    def _rise(self, commune: Place, posts: tuple[str, ...], day: date) -> None:
        people = [self(commune, post, day) for post in posts]
        for post, person in zip(posts[1:], people, strict=False):
            self._take(commune, post, day, person)
        self._take(commune, posts[0], day, self._someone(commune, f"{posts[0]} mới"))

    def _found(self, new: Place, olds: list[Place], number: int) -> None:
        first, second = olds[0], olds[1]
        from_district = ("ct_ub", "pbtt")[number % 2]
        came = {
            "bt": (first.above[0], from_district),
            "pbtt": (first, "bt"),
            "ct_ub": (first, "ct_ub"),
            "pct_ub": (second, "ct_ub"),
            "pct_hd": (second, "pbtt"),
            "ct_mt": (first, "ct_mt"),
            "pct_mt": (second, "ct_mt"),
            "ct_nd": (first, "ct_nd"),
            "ct_pn": (second, "ct_pn"),
            "ct_ccb": (first, "ct_ccb"),
            "bt_doan": (second, "bt_doan"),
            "qs": (first, "qs"),
            "tyt": (second, "tyt"),
        }
        for post, (old, was) in came.items():
            person = self(old, was, REFORM - timedelta(days=1))
            self._terms[new.mark, post] = [(_START, person)]


def taken_up(commune: Place, number: int) -> bool:
    """Tell whether a commune takes up document ``number``; about three of five do."""
    return Random(f"{commune.mark} {number}").random() < 0.6  # noqa: S311


def document(dice: Random, where: Place, day: date, topics: list[str]) -> Cited:
    """Return how an article cites one of the documents that its place takes up, and the topic."""
    real = [(by_key(key), topic) for number, (key, topic) in enumerate(_CENTRE.items())
            if taken_up(where, number)]  # fmt: skip
    real = [(worded(one, dice), topic) for one, topic in real if one.date and one.date < day]
    real = real or [(worded(by_key("05-CT/TW"), dice), "dang")]
    own = [one for number, one in enumerate(_local(where, day)) if taken_up(where, 100 + number)]
    known = own if own and dice.random() < 0.4 else real
    known = [one for one in known if one[1] in topics] or known
    return known[int(dice.random() * len(known))]


def _local(where: Place, day: date) -> list[Cited]:
    """Return the documents of the unit above a place that were signed before ``day``."""
    if not where.above:
        return []
    above = where.above[0]
    district = above.kind == "huyện"
    shift = int(above.mark.strip("+").partition(":")[2]) % 9
    return [
        (
            f"{form.format(number + shift)} ngày {signed.day}/{signed.month}/{signed.year} của "
            f"{issuer.format(above.bare if district else above.name)} {about}",
            topic,
        )
        for form, number, signed, issuer, about, topic in (_DISTRICT if district else _PROVINCE)
        if signed < day
    ]
