"""Bodies that take part through people without names, on sentences of our own."""

from __future__ import annotations

import pytest

from hoinghi.records import Article, OrganizationMention, Reading
from hoinghi.stages.officials import find_names
from hoinghi.stages.officials.groups import find_participants


def taking_part(text: str, *bodies: str) -> list[str]:
    found, at = [], 0
    for name in bodies:
        at = text.index(name, at)
        end = at + len(name)
        found.append(OrganizationMention(at, end, name, f"<{name}>", "khác", None, None, "test"))
        at = end
    names = tuple(find_names(text, organizations=found))
    reading = Reading(Article(text), body=text, organizations=tuple(found), names=names)
    return [text[one.start : one.end] for one in find_participants(reading)]


@pytest.mark.parametrize(
    ("text", "bodies", "present"),
    [
        (
            "Dự hội nghị có bà Lê Thị Soan, Bí thư Đảng ủy xã; các ông, bà trong Ban Thường vụ "
            "Đảng ủy, thường trực HĐND, lãnh đạo UBND xã.",
            ("Đảng ủy xã", "Ban Thường vụ Đảng ủy", "HĐND", "UBND xã"),
            ["Ban Thường vụ Đảng ủy", "HĐND", "UBND xã"],
        ),
        (
            "Cùng đi có đại diện Hội Nông dân huyện, Hội LHPN huyện và Công an huyện.",
            ("Hội Nông dân huyện", "Hội LHPN huyện", "Công an huyện"),
            ["Hội Nông dân huyện", "Hội LHPN huyện", "Công an huyện"],
        ),
        (
            "Thành phần tham dự:\n- Đ/c Trần Bá Lượm, Chủ tịch UBND xã;\n- Đại diện Trạm Y tế;\n"
            "- Hội Cựu chiến binh.\nHội nghị bàn việc sáp nhập Hội Người cao tuổi.",
            ("UBND xã", "Trạm Y tế", "Hội Cựu chiến binh", "Hội Người cao tuổi"),
            ["Trạm Y tế", "Hội Cựu chiến binh"],
        ),
        (
            "Đại diện Phòng Nội vụ, Chi cục Thuế khu vực đã trả lời các ý kiến.",
            ("Phòng Nội vụ", "Chi cục Thuế khu vực"),
            ["Phòng Nội vụ", "Chi cục Thuế khu vực"],
        ),
        (
            "Chủ tịch xã, ông Vũ Đình Mưu cùng đại diện Ngân hàng Kiên Sơn trao 5 suất quà.",
            ("Ngân hàng Kiên Sơn",),
            ["Ngân hàng Kiên Sơn"],
        ),
        (
            "Ông Vũ Đình Mưu đề nghị lãnh đạo UBND xã tham dự đầy đủ các buổi tiếp dân.",
            ("UBND xã",),
            [],
        ),
        (
            "Bà Lê Thị Soan cảm ơn sự giúp đỡ của lãnh đạo Sở Công Thương trong năm qua.",
            ("Sở Công Thương",),
            [],
        ),
        (
            "“Đại diện Công ty Minh Hà phát biểu hay lắm”, một người dân nói.",
            ("Công ty Minh Hà",),
            [],
        ),
    ],
)
def test_participants(text: str, bodies: tuple[str, ...], present: list[str]) -> None:
    assert taking_part(text, *bodies) == present


def test_a_named_persons_own_post_is_no_group() -> None:
    text = "Tham dự có ông Vũ Đình Mưu, Phó Chủ tịch HĐND xã, bà Hà Thị Vân - Bí thư Đoàn xã."
    assert taking_part(text, "HĐND xã", "Đoàn xã") == []
