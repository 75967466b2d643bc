"""Who does what in an event, and which body a post is of: sentences of our own."""

from __future__ import annotations

import re

import pytest

from hoinghi.records import Article, Mention, OrganizationMention, Person, Reading
from hoinghi.stages.officials import find_names, find_people


def people(text: str, *bodies: str) -> dict[str, Person]:
    found, at = [], 0
    for name in bodies:
        at = text.index(name, at)
        end = at + len(name)
        found.append(OrganizationMention(at, end, name, name, "khác", None, None, "test"))
        at = end
    names = tuple(find_names(text, organizations=found))
    reading = Reading(Article(text), body=text, organizations=tuple(found), names=names)
    return {person.name: person for person in find_people(reading)}


def roles(text: str, *bodies: str) -> dict[str, str]:
    return {name: person.role for name, person in people(text, *bodies).items()}


def posts(person: Person) -> list[tuple[str, str | None]]:
    return [(position.title, position.organization) for position in person.positions]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ông Ma Văn Tư xin giãn nợ ba tháng.", "phát biểu"),
        ("Ông Ma Văn Tư căn dặn bà con giữ rừng.", "phát biểu"),
        ("Ông Ma Văn Tư, 61 tuổi, ở thôn Đồi, không đồng ý dời bãi xe.", "phát biểu"),
        ("Ông Ma Văn Tư giao Công an xã lập danh sách.", "phát biểu"),
        ("Đây là khẳng định của ông Ma Văn Tư tại buổi họp báo.", "phát biểu"),
        ("Ông Ma Văn Tư đánh trống khai hội.", "tham dự"),
        ("Dự lễ vinh danh các nhà giáo có ông Ma Văn Tư.", "tham dự"),
        ("Hội nghị bầu bổ sung hai vị, để ông Ma Văn Tư thôi tham gia Ủy ban.", "nhắc đến"),
        ("Ông Ma Văn Tư trao 20 suất quà.", "tham dự"),
        ("Ông Ma Văn Tư đã ký văn bản gửi các xã.", "nhắc đến"),
        ("Chiều qua, ông Ma Văn Tư đã kiểm tra công tác chống bão.", "chủ trì"),
        ("Ông Ma Văn Tư khai mạc và điều hành hội nghị.", "chủ trì"),
        ("Ông Lê Đức Thọ Sơn tiếp xã giao ngài Ma Văn Tư.", "chủ trì"),
        ("1. Báo cáo kết quả sáu tháng, đ/c Ma Văn Tư", "phát biểu"),
        ("Dự phiên khai mạc có ông Ma Văn Tư.", "tham dự"),
        ("Ba giải A gồm:\n- Loạt bài về biển của tác giả Ma Văn Tư;", "khen thưởng"),
        ("Ông Ma Văn Tư xin giảm tiền điện cho trạm bơm.", "phát biểu"),
        ("Ông Ma Văn Tư khai giảng lớp học.", "phát biểu"),
        ("Vắng mặt: ông Ma Văn Tư, Trưởng thôn.", "nhắc đến"),
        ("Đoàn vào nhà ông Ma Văn Tư xem chuồng lợn.", "nhắc đến"),
        ("Trao Huy hiệu 40 năm tuổi Đảng cho ông Ma Văn Tư.", "khen thưởng"),
        ("Ông Ma Văn Tư cùng các đoàn viên, hội viên phụ nữ tham gia trồng cây.", "tham dự"),
    ],
)
def test_one_persons_act(text: str, role: str) -> None:
    assert roles(text)["Ma Văn Tư"] == role


def test_those_of_a_minutes_list_attend() -> None:
    text = (
        "THÀNH VIÊN\n1. Ông Ma Văn Tư - Trưởng thôn\n2. Bà Lê Thu Hà, thư ký\n3. Ông Hà Văn Bảy\n"
    )
    assert set(roles(text).values()) == {"tham dự"}


def test_the_sentence_before_tells_of_some_of_many() -> None:
    text = "Huyện tặng Giấy khen cho 42 người. Trong số này có ông Ma Văn Tư và bà Lê Thu Hà."
    assert set(roles(text).values()) == {"khen thưởng"}


def test_a_list_that_runs_on_in_one_line_has_one_head() -> None:
    text = "Ba giải B gồm: 1. Phóng sự của Ma Văn Tư. 2. Bài của nhóm Lê Thu Hà, Hà Văn Bảy."
    assert set(roles(text).values()) == {"khen thưởng"}


def test_speakers_in_turn_all_speak() -> None:
    text = (
        "Lần lượt các ông, bà: Ma Văn Tư, Chủ tịch xã; Lê Thu Hà, Trưởng thôn trả lời từng câu hỏi."
    )
    assert set(roles(text).values()) == {"phát biểu"}


def test_an_officer_named_behind_an_election_is_elected() -> None:
    text = "Đại hội bầu 15 ủy viên. Chủ tịch Hội Nông dân là ông Ma Văn Tư."
    assert roles(text, "Hội Nông dân") == {"Ma Văn Tư": "được bầu"}


def test_speakers_in_a_row_may_each_have_a_place() -> None:
    text = "Cử tri Ma Văn Tư (thôn Đồi), bà Lê Thu và ông Hà Bảy ở thôn Nà kiến nghị sửa cầu."
    assert set(roles(text).values()) == {"phát biểu"}


def test_the_first_of_a_visit_leads_it() -> None:
    text = "Sáng nay, ông Ma Văn Tư, bà Lê Thu Hà đã đến thăm các gia đình chính sách."
    assert roles(text) == {"Ma Văn Tư": "chủ trì", "Lê Thu Hà": "tham dự"}


def test_words_of_speech_are_spent_on_the_first_speaker() -> None:
    text = "Nghe bà Lê Thu Hà báo cáo, hội nghị lập danh sách: Ma Văn Tư; Hà Văn Bảy."
    assert roles(text)["Ma Văn Tư"] == "nhắc đến"


def test_names_of_bodies_and_posts_tell_nothing_of_their_people() -> None:
    text = "Đoàn chủ tịch gồm: ông Lê Đức Sơn; ông Ma Văn Tư – Thành viên Hội đồng Khen thưởng."
    assert roles(text, "Hội đồng Khen thưởng")["Ma Văn Tư"] == "chủ trì"


def test_candidates_speak_where_all_of_them_present_their_programme() -> None:
    text = (
        "Những người ứng cử gồm:\n1. Ông Ma Văn Tư;\n2. Bà Lê Thu Hà.\n"
        "Những người ứng cử trình bày dự kiến chương trình hành động."
    )
    assert set(roles(text).values()) == {"phát biểu"}


@pytest.mark.parametrize(
    ("later", "role"),
    [
        ("Đồng chí Chủ tịch UBND xã nhấn mạnh ba việc.", "phát biểu"),
        ("Kết luận, Chủ tịch UBND xã yêu cầu làm ngay.", "phát biểu"),
        ("Các đồng chí Chủ tịch UBND xã phát biểu.", "tham dự"),
    ],
)
def test_a_post_alone_stands_for_its_one_holder(later: str, role: str) -> None:
    text = f"Dự họp có ông Ma Văn Tư, Chủ tịch UBND xã. {later}"
    assert roles(text, "UBND xã", "UBND xã")["Ma Văn Tư"] == role


def test_a_post_of_two_stands_for_neither() -> None:
    text = (
        "Dự họp có các Phó Chủ tịch UBND xã: Ma Văn Tư, Lê Thu Hà. Đồng chí Phó Chủ tịch UBND xã "
        "phát biểu."
    )
    assert set(roles(text, "UBND xã", "UBND xã").values()) == {"tham dự"}


@pytest.mark.parametrize(
    ("text", "bodies", "name", "post"),
    [
        ("1 | Ma Văn Tư | Chủ tịch UBND xã\n", ("UBND xã",), "Ma Văn Tư", "UBND xã"),
        ("Ông Ma Văn Tư 79 tuổi- Chủ tịch Hội Nông dân.", ("Hội Nông dân",), "Ma Văn Tư",
         "Hội Nông dân"),
        ("Bà Lê Thu Hà và ông Ma Văn Tư, hai Phó Chủ tịch UBND xã.", ("UBND xã",), "Lê Thu Hà",
         "UBND xã"),
        ("Hội bầu ông Ma Văn Tư làm Chủ tịch Hội Nông dân, Phó Chủ tịch Hội Nông dân là bà Lê "
         "Thu Hà.", ("Hội Nông dân", "Hội Nông dân"), "Lê Thu Hà", "Hội Nông dân"),
        ("Cử các ông, bà: Ma Văn Tư; Lê Thu Hà; Hà Văn Bảy giữ chức Phó Chủ tịch Hội Nông dân.",
         ("Hội Nông dân",), "Ma Văn Tư", "Hội Nông dân"),
        ("Thẩm phán Ma Văn Tư của Tòa án khu vực 2 giải thích.", ("Tòa án khu vực 2",),
         "Ma Văn Tư", "Tòa án khu vực 2"),
        ("Đồn trưởng Ma Văn Tư (Đồn Biên phòng Nà Sầm) tặng cờ.", ("Đồn Biên phòng Nà Sầm",),
         "Ma Văn Tư", "Đồn Biên phòng Nà Sầm"),
        ("+ Công ty Minh Hà – bà Lê Thu Hà, Giám đốc;", ("Công ty Minh Hà",), "Lê Thu Hà",
         "Công ty Minh Hà"),
        ("Chị Lê Thu Hà, Trưởng Ban Kinh tế Hội Phụ nữ tỉnh, nói.", ("Hội Phụ nữ tỉnh",),
         "Lê Thu Hà", "Ban Kinh tế Hội Phụ nữ tỉnh"),
        ("Ông Ma Văn Tư, Giám đốc quan hệ quốc tế của Tập đoàn Minh Hà.", ("Tập đoàn Minh Hà",),
         "Ma Văn Tư", "Tập đoàn Minh Hà"),
        ("Ông Ma Văn Tư - Bí thư Đảng ủy, Giám đốc Sở Y tế.", ("Đảng ủy", "Sở Y tế"),
         "Ma Văn Tư", "Đảng ủy Sở Y tế"),
    ],
)  # fmt: skip
def test_the_body_of_a_post(text: str, bodies: tuple[str, ...], name: str, post: str) -> None:
    assert post in [body for _, body in posts(people(text, *bodies)[name])]


def test_a_body_not_recognised_is_not_replaced_by_another() -> None:
    text = "Dự có bà Lê Thu Hà, Phó Giám đốc Sở Y tế; ông Ma Văn Tư, Giám đốc Cảng vụ Hàng không."
    assert posts(people(text, "Sở Y tế")["Ma Văn Tư"]) == [("Giám đốc", None)]


@pytest.mark.parametrize(
    "unit",
    [
        "nghe ông Ma Văn Tư nói, ",
        "1. Ông Ma Văn Tư\n",
        "trong đó Ma Văn Tư. ",
        "lần lượt Ma Văn Tư; ",
    ],
)
def test_hostile_repetition_takes_linear_time(unit, grows_linearly) -> None:
    def read(text: str) -> None:
        names = tuple(
            Mention(m.start(), m.end(), "PER", m[0], m[0], "test")
            for m in re.finditer("Ma Văn Tư", text)
        )
        find_people(Reading(Article(text), body=text, names=names))

    grows_linearly(read, unit, 4_000)


def test_those_who_come_with_the_people_come_too_and_a_gift_names_the_event() -> None:
    text = (
        "Bà Lê Thị Sương (Chủ tịch Hội), Trung tá Đỗ Bão (Trưởng Công an) cùng hơn 100 hộ dân dự."
    )
    assert roles(text) == {"Lê Thị Sương": "tham dự", "Đỗ Bão": "tham dự"}
    assert roles("Tham dự buổi trao quà có ông Đặng Văn Trọng.") == {"Đặng Văn Trọng": "tham dự"}
    assert roles("Đoàn trao quà cho ông Đặng Văn Trọng.") == {"Đặng Văn Trọng": "nhắc đến"}
