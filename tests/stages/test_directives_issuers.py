"""Issuers that only the article names: from the bodies around a citation and from its symbol."""

from datetime import date

import pytest

from hoinghi.records import OrganizationMention
from hoinghi.stages.directives import find_directives, norm, with_issuers

_DAY = date(2023, 6, 12)


def _bodies(text: str, *names: tuple[str, str]) -> list[OrganizationMention]:
    return [
        OrganizationMention(
            start=text.index(surface),
            end=text.index(surface) + len(surface),
            text=surface,
            name=name,
            kind="UBND",
            level=None,
            place=None,
            rule="test",
        )
        for surface, name in names
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 8/KH-UBND của UBND huyện Thanh Sơn nêu rõ",
        "Kế hoạch số 8/KH-UBND ngày 3/4/2023 của Chủ tịch UBND huyện Thanh Sơn",
        "Hôm qua, UBND huyện Thanh Sơn đã ban hành Kế hoạch số 8/KH-UBND.",
        "Kế hoạch số 7/KH-UBND và Kế hoạch số 8/KH-UBND của UBND huyện Thanh Sơn",
        "Theo Kế hoạch số 8/KH-UBND, xã họp. UBND huyện Thanh Sơn đã kiểm tra.",
    ],
)
def test_issuers_come_from_the_bodies_around(text: str) -> None:
    full = "Ủy ban nhân dân huyện Thanh Sơn"
    bodies = _bodies(text, ("UBND huyện Thanh Sơn", full))
    filled = with_issuers(find_directives(text, published=_DAY), text, bodies)
    assert {mention.directive.issuer for mention in filled} == {full}


def test_issuers_are_not_guessed() -> None:
    text = "Sở Nội vụ họp về Kế hoạch số 8/KH-UBND và Chỉ thị 05-CT/TW. UBND xã Phú An dự."
    bodies = _bodies(text, ("Sở Nội vụ", "Sở Nội vụ tỉnh An Giang"))
    filled = with_issuers(find_directives(text, published=_DAY), text, bodies)
    assert [mention.directive.issuer for mention in filled] == [None, "Bộ Chính trị"]


_UBND = ("UBND tỉnh Hòa Lạc", "Ủy ban nhân dân tỉnh Hòa Lạc")


@pytest.mark.parametrize(
    ("text", "names", "issuer"),
    [
        (
            "UBND tỉnh Hòa Lạc họp. Văn phòng UBND tỉnh dự. UBND xã Yên Nhân báo cáo.\nTheo"
            " Quyết định số 4/QĐ-UBND, xã có một cán bộ mới.",
            [
                _UBND,
                ("Văn phòng UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh Hòa Lạc"),
                ("UBND xã Yên Nhân", "Ủy ban nhân dân xã Yên Nhân"),
            ],
            _UBND[1],
        ),
        (
            "UBND tỉnh Hòa Lạc họp. UBND xã Yên Nhân nêu Quyết định số 4/2023/QĐ-UBND.",
            [_UBND, ("UBND xã Yên Nhân", "Ủy ban nhân dân xã Yên Nhân")],
            "Ủy ban nhân dân xã Yên Nhân",
        ),
        (
            "UBND xã Yên Nhân báo cáo. UBND tỉnh Hòa Lạc ghi nhận.\nĐơn giá theo Quyết định"
            " số 4/2023/QĐ-UBND.",
            [("UBND xã Yên Nhân", "Ủy ban nhân dân xã Yên Nhân"), _UBND],
            _UBND[1],
        ),
        (
            "UBND tỉnh Hòa Lạc vừa ra Quyết định số 4/QĐ-XPVPHC.",
            [_UBND],
            _UBND[1],
        ),
        (
            "Ban Thường vụ Tỉnh ủy Hòa Lạc họp. Tỉnh ủy dự. Cán bộ nhận Quyết định số 4-QĐ/TU.",
            [
                ("Ban Thường vụ Tỉnh ủy Hòa Lạc", "Ban Thường vụ Tỉnh ủy Hòa Lạc"),
                ("Tỉnh ủy dự", "Tỉnh ủy Hòa Lạc"),
            ],
            "Ban Thường vụ Tỉnh ủy Hòa Lạc",
        ),
        (
            "MTTQ xã Yên Nhân và Hội Nông dân dự; Công an xã báo cáo Kế hoạch số 4/KH-UBND.",
            [
                ("MTTQ xã Yên Nhân", "Ủy ban Mặt trận Tổ quốc Việt Nam xã Yên Nhân"),
                ("Hội Nông dân", "Hội Nông dân xã Yên Nhân"),
            ],
            "Ủy ban nhân dân xã Yên Nhân",
        ),
        (
            "Hạt Kiểm lâm và MTTQ huyện ký. Chương trình phối hợp số 4/CTr-MTTQ-HKL gồm 3 phần.",
            [
                ("Hạt Kiểm lâm", "Hạt Kiểm lâm huyện Sơn Hòa"),
                ("MTTQ huyện", "Ủy ban Mặt trận Tổ quốc Việt Nam huyện Sơn Hòa"),
            ],
            "Ủy ban Mặt trận Tổ quốc Việt Nam huyện Sơn Hòa, Hạt Kiểm lâm huyện Sơn Hòa",
        ),
        (
            "Đảng ủy xã họp sơ kết Nghị quyết Đại hội Đảng bộ xã lần thứ II.",
            [("Đảng ủy xã", "Đảng ủy xã Yên Nhân")],
            "Đại hội Đảng bộ xã Yên Nhân lần thứ II",
        ),
        (
            "Căn cứ Kế hoạch số 4-KH/ĐU của BTV, Đảng ủy xã họp.",
            [("BTV", "Ban Thường vụ"), ("Đảng ủy xã", "Đảng ủy xã Yên Nhân")],
            "Ban Thường vụ Đảng ủy xã Yên Nhân",
        ),
    ],
)
def test_symbols_stand_for_bodies_of_the_article(
    text: str, names: list[tuple[str, str]], issuer: str
) -> None:
    found = with_issuers(find_directives(text, published=_DAY), text, _bodies(text, *names))
    assert [mention.directive.issuer for mention in found] == [issuer]


def test_mentions_of_one_document_complete_each_other() -> None:
    text = (
        "Kế hoạch số 8/KH-UBND đã có. Kế hoạch số 8/KH-UBND ngày 3/4/2023 của UBND tỉnh Hòa Lạc"
        " nêu rõ."
    )
    found = with_issuers(find_directives(text, published=_DAY), text, _bodies(text, _UBND))
    assert {norm(mention.directive) for mention in found} == {
        f"Kế hoạch|8|KH-UBND|{_UBND[1]}|2023-04-03"
    }


def test_contradicting_mentions_stay_apart() -> None:
    text = "Kế hoạch số 8/KH-ABC ngày 3/4/2023 và Kế hoạch số 8/KH-ABC ngày 5/5/2022; 8/KH-ABC."
    days = [m.directive.date for m in with_issuers(find_directives(text, published=_DAY), text, [])]
    assert days == [date(2023, 4, 3), date(2022, 5, 5), None]


def _many_bodies(text: str) -> None:
    bodies = [
        OrganizationMention(
            start=at,
            end=at + 4,
            text="UBND",
            name=f"Ủy ban nhân dân xã A{at}",
            kind="UBND",
            level=None,
            place=None,
            rule="test",
        )
        for at in range(0, len(text), 40)
    ]
    with_issuers(find_directives(text, published=_DAY), text, bodies)


@pytest.mark.parametrize("piece", ["Nghị quyết Đại hội Đảng bộ xã khóa V; ", "Kế hoạch 1/KH-XYZ; "])
def test_issuers_grow_with_length_only(piece, grows_linearly) -> None:
    grows_linearly(_many_bodies, piece, 30_000)
