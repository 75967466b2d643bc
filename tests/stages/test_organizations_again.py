"""Bodies whose edges are known: part and whole, short forms, and the place that the text tells."""

from datetime import date

import pytest

from hoinghi.records import Home
from hoinghi.stages.organizations import find_organizations
from hoinghi.stages.places import find_home, find_places

DAY = date(2023, 4, 24)


def names(text, *surfaces, home=True):
    """Return the names of ``surfaces``, held in the order in which they follow one another."""
    held, at = [], 0
    for surface in surfaces:
        at = text.index(surface, at)
        held.append((at, at + len(surface)))
        at += len(surface)
    places = find_places(text, published=DAY)
    own = find_home(places, text, published=DAY) if home else Home()
    return [one.name for one in find_organizations(text, places=places, home=own, held=held)]


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("chi đoàn VKSND tỉnh Quảng Nam", "Chi đoàn Viện kiểm sát nhân dân tỉnh Quảng Nam"),
        ("ban Nội chính Tỉnh ủy Quảng Nam", "Ban Nội chính Tỉnh ủy Quảng Nam"),
        ("Tổ xe thuộc Công ty CP May Sông Vệ", "Tổ xe Công ty Cổ phần May Sông Vệ"),
        ("Quỹ Bạn nghèo huyện Phú Ninh", "Quỹ Bạn nghèo huyện Phú Ninh"),
        ("Trường TH-THCS Đồi Sim", "Trường Tiểu học và Trung học cơ sở Đồi Sim"),
        ("Trường TH, THCS & THPT Đồi Sim",
         "Trường Tiểu học, Trung học cơ sở và Trung học phổ thông Đồi Sim"),
        ("Đại học Đồi Sim", "Trường Đại học Đồi Sim"),
        ("Đại học Đà Nẵng", "Đại học Đà Nẵng"),
        ("Bộ Công Thương Việt Nam", "Bộ Công Thương"),
        ("Sở Nội vụ TP.HCM", "Sở Nội vụ Thành phố Hồ Chí Minh"),
        ("Bưu điện Phú Ninh", "Bưu điện Phú Ninh"),
        ("Đồn Biên phòng CKQT Bãi Sậy", "Đồn Biên phòng cửa khẩu quốc tế Bãi Sậy"),
        ("TW", "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam"),
    ],
)  # fmt: skip
def test_a_name_is_read_out(surface, name):
    assert names(f"Đến dự có {surface}.", surface, home=False) == [name]


def test_a_firm_in_short_is_the_firm_in_full():
    text = (
        "Công ty TNHH MTV Dệt Sao Biển (SABITEX) tặng quà. Công ty Sao Biển hứa thêm, "
        "SABITEX sẽ góp 5 triệu đồng, công ty lo phần xe, Đảng và Công ty Gió Lành cũng vậy."
    )
    found = names(
        text, "Công ty TNHH MTV Dệt Sao Biển", "Công ty Sao Biển", "SABITEX", "công ty",
        "Đảng", "Công ty Gió Lành", home=False,
    )  # fmt: skip
    assert found == ["Công ty TNHH MTV Dệt Sao Biển"] * 4 + ["Đảng", "Công ty Gió Lành"]


def test_a_bare_head_is_not_of_another_kind():
    text = "HĐND huyện Phú Ninh họp; Hội đồng chấm thi Sao Mai họp; Chủ tịch Hội đồng, ông Lê Tám."
    found = names(text, "HĐND huyện Phú Ninh", "Hội đồng chấm thi Sao Mai", "Hội đồng")
    assert found[2] == found[1] != found[0]


def test_the_seat_of_a_region_is_its_prosecutors_too():
    text = "TAND khu vực 5 - Gia Lai và VKSND khu vực 5 phối hợp; TAND khu vực 7 vắng."
    found = names(text, "TAND khu vực 5 - Gia Lai", "VKSND khu vực 5", "TAND khu vực 7")
    assert found[1] == found[0].replace("Tòa án nhân dân", "Viện kiểm sát nhân dân")
    assert found[0].endswith("Gia Lai")
    assert found[2] == "Tòa án nhân dân khu vực 7"


def test_inner_offices_are_of_the_body_named_last():
    text = (
        "Về phía Trường Đại học Đồi Sim có TS. Lê Tám, Bí thư Đảng ủy, Hiệu trưởng; bà Hồ Na, "
        "Trưởng Phòng Quản trị mạng; ông Vi Tư, Trưởng Phòng Tư pháp ở xã Tam Đại, huyện Phú Ninh."
    )
    found = names(text, "Trường Đại học Đồi Sim", "Đảng ủy", "Phòng Quản trị mạng", "Phòng Tư pháp")
    assert found[1:] == [
        "Đảng ủy Trường Đại học Đồi Sim",
        "Phòng Quản trị mạng Trường Đại học Đồi Sim",
        "Phòng Tư pháp huyện Phú Ninh",
    ]


def test_an_office_of_no_district_has_no_place_without_a_whole():
    text = "Xã Tam Đại, huyện Phú Ninh đón bà Hồ Na, Trưởng Phòng Quản trị mạng."
    assert names(text, "Phòng Quản trị mạng") == ["Phòng Quản trị mạng"]


ITEMS = "UBND xã Tam Đại, huyện Phú Ninh, tỉnh Quảng Nam họp. UBND xã Tam Đại đã nghe báo cáo.\n"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Chiều 17.4, tại đình Phú Lộc, xã Tam Dân, Bí thư Đảng ủy xã trao quà.", "xã Tam Dân"),
        ("* Ngày 17-4, Hội Nông dân xã Tam Dân ra quân. Có Bí thư Đảng ủy xã dự.", "xã Tam Dân"),
        ("Từ xã Tam Dân, Bí thư Đảng ủy xã phản ánh.", "xã Tam Dân"),
        ("Chiều 17.4, mưa lớn, trâu lạc sang xã Tam Dân, Bí thư Đảng ủy xã nói.", "xã Tam Đại"),
        ("Chiều 17.4, tại Nhà văn hóa xã Tam Dân, Bí thư Đảng ủy xã nói.", "xã Tam Đại"),
        ("Tại xã Tam Dân có mưa. Bí thư Đảng ủy xã nói.", "xã Tam Đại"),
    ],
)
def test_an_item_is_about_the_unit_that_a_time_or_place_opens(sentence, name):
    text = f"{ITEMS}Tin: {sentence}" if sentence.startswith("Tại") else ITEMS + sentence
    assert names(text, "Đảng ủy xã") == [f"Đảng ủy {name}"]


def test_posts_in_a_delegation_are_of_its_province():
    text = (
        "UBND tỉnh Quảng Nam tiếp đoàn. Đoàn đại biểu tỉnh Kon Tum do ông A Tư, Bí thư Tỉnh ủy "
        "làm trưởng đoàn. Tiếp đoàn có ông Lê Tám, Phó Bí thư Tỉnh ủy, xã Tam Đại, tỉnh Quảng Nam."
    )
    assert names(text, "Tỉnh ủy", "Tỉnh ủy") == ["Tỉnh ủy Kon Tum", "Tỉnh ủy Quảng Nam"]


def test_a_bare_unit_is_the_only_one_of_the_article():
    far = "Bà con phấn khởi ra đồng từ sớm. " * 20
    text = f"Trời mưa ở phường Hòa Khánh Bắc. {far}Chủ tịch UBND phường cho biết."
    assert names(text, "UBND phường", home=False) == ["Ủy ban nhân dân phường Hòa Khánh Bắc"]
    two = f"{text} Phường Hòa Minh cũng mưa."
    assert names(two, "UBND phường", home=False) == ["Ủy ban nhân dân phường"]


def test_a_squad_is_of_its_border_station_and_a_board_of_its_hall():
    text = (
        "Xã Tam Đại, huyện Phú Ninh đón Đồn Biên phòng Mỏm Đá và anh Lê Tám, Đội trưởng "
        "Đội VĐQC; có Ban Trị sự Hội quán Sao Mai và UBMT TQ xã."
    )
    found = names(
        text, "Đồn Biên phòng Mỏm Đá", "Đội VĐQC", "Ban Trị sự Hội quán Sao Mai", "UBMT TQ xã"
    )
    assert found[1:] == [
        "Đội Vận động quần chúng Đồn Biên phòng Mỏm Đá",
        "Ban Trị sự Hội quán Sao Mai",
        "Ủy ban Mặt trận Tổ quốc Việt Nam xã Tam Đại",
    ]


def test_a_bare_body_has_only_a_place_that_it_may_have():
    text = (
        "Biên bản gửi HĐND, Ban Thường vụ Đảng ủy và UBND huyện Phú Ninh, tỉnh Quảng Nam; "
        "Vietcombank và Trung tâm Trợ giúp pháp lý nhà nước cùng xã Tam Đại dự."
    )
    found = names(
        text, "Ban Thường vụ Đảng ủy", "Vietcombank", "Trung tâm Trợ giúp pháp lý nhà nước"
    )
    assert found == [
        "Ban Thường vụ Đảng ủy xã Tam Đại",
        "Ngân hàng Thương mại Cổ phần Ngoại thương Việt Nam",
        "Trung tâm Trợ giúp pháp lý nhà nước tỉnh Quảng Nam",
    ]
