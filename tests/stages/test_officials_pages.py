"""Posts as pages of communes and districts tell them: groups, results, signatures, clerks."""

from __future__ import annotations

import re

import pytest

from hoinghi.records import Article, OrganizationMention, Person, Place, PlaceMention, Reading
from hoinghi.stages.officials import find_names, find_people


def marked(text: str) -> tuple[str, list[OrganizationMention], list[PlaceMention]]:
    """Read ``[body|name]`` and ``{place}`` out of a sentence."""
    organizations, places, plain, at = [], [], "", 0
    for found in re.finditer(r"\[([^|\]]+)(?:\|([^\]]+))?\]|\{([^}]+)\}", text):
        plain += text[at : found.start()]
        at, surface = found.end(), found[1] or found[3]
        span = len(plain), len(plain) + len(surface)
        plain += surface
        if found[1]:
            name = found[2] or surface
            organizations.append(OrganizationMention(*span, surface, name, "khác", None, None, "t"))
        else:
            places.append(PlaceMention(*span, surface, Place(surface, "Xã"), "text", "t"))
    return plain + text[at:], organizations, places


def reading(text: str) -> Reading:
    plain, organizations, places = marked(text)
    names = find_names(plain, organizations=organizations, places=places)
    return Reading(
        Article(plain), body=plain, organizations=tuple(organizations), names=tuple(names)
    )


def titles(text: str) -> list[str | None]:
    return [name.norm for name in reading(text).names if name.label == "TITLE"]


def held(text: str) -> dict[str, list[tuple[str, str | None]]]:
    found: list[Person] = find_people(reading(text))
    return {p.name: sorted((at.title, at.organization) for at in p.positions) for p in found}


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("Có mặt 24/25 đại biểu [HĐND xã].", ["Đại biểu"]),
        ("Các vị đại biểu [HĐND tỉnh] cùng dự.", ["Đại biểu"]),
        ("Luật Bầu cử đại biểu [Quốc hội] có hiệu lực.", []),
        ("Ông là Chủ tịch [Hội Nông dân xã], đại biểu [HĐND xã] khóa XX.",
         ["Chủ tịch", "Đại biểu"]),
        ("Giao công chức Địa chính - Xây dựng đo đạc lại.", ["Công chức Địa chính - Xây dựng"]),
        ("Cán bộ, công chức văn phòng đều dự.", []),
        ("Cán bộ tư pháp {xã Hòa Minh} Trần Thị Hường nói.", ["Cán bộ Tư pháp"]),
        ("Bà Lê Thị Mận, phó chi hội trưởng Phụ nữ.", ["Phó Chi hội trưởng Phụ nữ"]),
        ("Xã được Chủ tịch nước tặng Huân chương.", []),
        ("Chủ tịch [UBND tỉnh] tặng Bằng khen cho 12 hộ.", []),
        ("Chủ tịch [UBND tỉnh] tặng quà 12 hộ.", ["Chủ tịch"]),
        ("Ông Lê Văn Tảo, Ủy viên Ban chủ nhiệm.", ["Ủy viên"]),
        ("Lễ đón tại Phủ Chủ tịch; Ban Tổng Giám đốc dự.", []),
        ("Ông Lê Văn Tảo, Trưởng [Văn phòng luật sư An Bình].", ["Trưởng văn phòng"]),
        ("Bà Lê Thị Mận, Trưởng Ban nhân dân ấp.", ["Trưởng ban"]),
        ("Sư cô Thích nữ Diệu Lạc, Trưởng Phân ban Ni giới tỉnh.", ["Trưởng phân ban"]),
    ],
)  # fmt: skip
def test_titles_of_groups_and_clerks(text: str, norms: list[str]) -> None:
    assert titles(text) == norms


def test_the_list_of_delegates_holds_for_everyone_in_it() -> None:
    found = held(
        "Đại biểu [HĐND xã] có các ông, bà: ông Trầm Văn Bảy, Phó Bí thư; bà Ngô Thị Nhỏ và "
        "ông Thạch Sa Rương. Dự còn có ông Lê Văn Tảo."
    )
    delegate = ("Đại biểu", "HĐND xã")
    assert found["Trầm Văn Bảy"] == [("Phó Bí thư", None), delegate]
    assert found["Ngô Thị Nhỏ"] == found["Thạch Sa Rương"] == [delegate]
    assert found["Lê Văn Tảo"] == []


def test_a_vice_secretary_who_chairs_the_unit_is_of_its_party_committee() -> None:
    found = held(
        "Dự có ông Lê Văn Tảo, Bí thư [Đảng ủy|Đảng ủy xã Cẩm Lĩnh]; bà Hồ Thị Mận, Phó Bí thư, "
        "Chủ tịch [UBND huyện|Ủy ban nhân dân huyện Phú Ninh]."
    )
    assert ("Phó Bí thư", "Huyện ủy Phú Ninh") in found["Hồ Thị Mận"]


def test_two_posts_of_one_body_side_by_side() -> None:
    staff = "Bộ Chỉ huy Quân sự tỉnh"
    found = held(f"Thượng tá Lê Văn Tảo, Phó Chỉ huy trưởng- Tham mưu trưởng [Bộ CHQS|{staff}].")
    assert found["Lê Văn Tảo"] == [("Phó Chỉ huy trưởng", staff), ("Tham mưu trưởng", staff)]


def test_what_somebody_is_elected_to_is_the_body_of_the_vote() -> None:
    front = "Ủy ban Mặt trận Tổ quốc Việt Nam xã Cẩm Lĩnh"
    found = held(
        f"Đại hội cử 45 vị vào [Ủy ban MTTQ xã|{front}]. Bà Hồ Thị Mận, Chủ tịch [Hội Phụ nữ xã], "
        "được cử giữ chức Phó Chủ tịch."
    )
    assert found["Hồ Thị Mận"] == [("Chủ tịch", "Hội Phụ nữ xã"), ("Phó Chủ tịch", front)]


def test_a_signature_is_of_the_body_above_it() -> None:
    found = held("Nơi nhận: như trên.\nTM. [UBND XÃ|Ủy ban nhân dân xã]\nCHỦ TỊCH\nĐinh Công Tráng")
    assert found == {"Đinh Công Tráng": [("Chủ tịch", "Ủy ban nhân dân xã")]}


def test_results_that_put_the_post_before_its_holder() -> None:
    found = held(
        "Kết quả: Trưởng thôn: ông Lê Văn Tảo; Phó Trưởng thôn: ông Đoàn Văn Luyện; "
        "Bí thư Chi bộ kiêm Trưởng Ban công tác Mặt trận: bà Hồ Thị Mận."
    )
    assert found["Đoàn Văn Luyện"] == [("Phó Trưởng thôn", None)]
    assert found["Hồ Thị Mận"] == [("Bí thư", None), ("Trưởng ban", None)]


def test_who_acts_for_an_office_holder_does_not_hold_the_office() -> None:
    found = held(
        "Thừa ủy quyền của Chủ tịch [UBND tỉnh], ông Lê Văn Tảo, Giám đốc [Sở Nội vụ] nói."
    )
    assert found["Lê Văn Tảo"] == [("Giám đốc", "Sở Nội vụ")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bạn Hà Gia Khiêm hỏi; quân tình nguyện về từ nước bạn Lào.", ["Hà Gia Khiêm"]),
        ("Thiếu tá QNCN Đinh Viết Lãm dự.", ["Đinh Viết Lãm"]),
        ("Lắp đèn dọc {đường Trần Phú}, Hoàng Hoa Thám giáp chợ.", []),
        ("Đại biểu Lê Văn Tảo (Đoàn Bến Tre) hỏi.", ["Lê Văn Tảo"]),
        ("A Di Đà Phật! Quý vị hoan hỷ.", []),
    ],
)
def test_names_on_pages(text: str, names: list[str]) -> None:
    found = [name.text for name in reading(text).names if name.label == "PER"]
    assert found == names


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("Ông Park Sung Woo đến dự. Sau đó ông Park phát biểu.", "Park Sung Woo"),
        ("Ông Nguyễn Văn Bảy đến dự. Sau đó ông Nguyễn phát biểu.", "Nguyễn"),
        ("Bà Đặng Thị Bích Hường Vân đến dự. Bà Bích Hường Vân phát biểu.",
         "Đặng Thị Bích Hường Vân"),
    ],
)  # fmt: skip
def test_short_mention_by_a_foreign_family_name_or_three_words(text: str, norm: str) -> None:
    assert [name.norm for name in reading(text).names if name.label == "PER"][-1] == norm


def test_a_house_number_or_a_crossing_tells_a_street_from_a_person() -> None:
    text = (
        "Lớp học mở tại trường tiểu học (số 51-53 Trịnh Đình Trọng). Xe ùn ở nút giao Lê Văn Ninh."
    )
    assert [m.text for m in find_names(text) if m.label == "PER"] == []


def test_a_president_of_the_past_holds_no_post_of_the_bodies_told_of() -> None:
    text = (
        "Ông Đỗ Văn Lam, Phó Chủ tịch [UBND tỉnh] trao ảnh Chủ tịch Hồ Chí Minh bắt tay Chủ tịch"
        " Tôn Đức Thắng."
    )
    found = held(text)
    assert found["Đỗ Văn Lam"] == [("Phó Chủ tịch", "UBND tỉnh")]
    assert {posts[0][1] for name, posts in found.items() if name != "Đỗ Văn Lam"} == {None}


def test_posts_before_their_holders_stay_theirs_though_a_region_comes_between() -> None:
    text = "Dự có Bí thư [Tỉnh ủy] Lê Minh Hoài, Phó [Ban Dân vận] phía Nam Đỗ Thị Ngân."
    assert held(text) == {
        "Lê Minh Hoài": [("Bí thư", "Tỉnh ủy")],
        "Đỗ Thị Ngân": [("Phó Trưởng ban", "Ban Dân vận")],
    }
