"""Every written form of a place's name, and what bears a place's name and is none."""

from __future__ import annotations

from datetime import date

import pytest

from hoinghi.stages.places import find_places
from hoinghi.stages.places.match import Matcher
from hoinghi.stages.places.words import Words

OLD = date(2024, 4, 23)
NEW = date(2025, 9, 10)
TAM_DAI = "Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam"
PHU_NINH = "Huyện Phú Ninh, Tỉnh Quảng Nam"


def names(text: str, day: date | None = OLD) -> dict[str, str]:
    return {m.text: m.place.name for m in find_places(text, published=day)}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("xã Tam Đại, huyện Phú Ninh", TAM_DAI),
        ("xã Tam Đại (huyện Phú Ninh, tỉnh Quảng Nam)", TAM_DAI),
        ("xã Tam Đại (Phú Ninh, Quảng Nam)", TAM_DAI),
        ("xã Tam Đại - huyện Phú Ninh", TAM_DAI),
        ("xã Tam Đại thuộc huyện Phú Ninh", TAM_DAI),
        ("X. Tam Đại, H. Phú Ninh", TAM_DAI),
        ("XÃ TAM ĐẠI, HUYỆN PHÚ NINH", TAM_DAI),
        ("Xã Tam  Đại, Phú Ninh", TAM_DAI),
        ("TT. Phú Thịnh, H. Phú Ninh", f"Thị trấn Phú Thịnh, {PHU_NINH}"),
        ("TT Phú Thịnh, huyện Phú Ninh", f"Thị trấn Phú Thịnh, {PHU_NINH}"),
        ("TX. Điện Bàn", "Thị xã Điện Bàn, Tỉnh Quảng Nam"),
        ("TX Điện Bàn", "Thị xã Điện Bàn, Tỉnh Quảng Nam"),
        ("TP. Tam Kỳ", "Thành phố Tam Kỳ, Tỉnh Quảng Nam"),
        ("TP Tam Kỳ", "Thành phố Tam Kỳ, Tỉnh Quảng Nam"),
        ("Tp.Tam Kỳ", "Thành phố Tam Kỳ, Tỉnh Quảng Nam"),
        ("H.Phú Ninh", PHU_NINH),
        ("Q. Ninh Kiều", "Quận Ninh Kiều, Thành phố Cần Thơ"),
        ("Q.Ninh Kiều", "Quận Ninh Kiều, Thành phố Cần Thơ"),
        ("P. An Khánh, Q. Ninh Kiều", "Phường An Khánh, Quận Ninh Kiều, Thành phố Cần Thơ"),
        ("P.7, Q.8, TP.HCM", "Phường 7, Quận 8, Thành phố Hồ Chí Minh"),
        ("phường 07, quận 8", "Phường 7, Quận 8, Thành phố Hồ Chí Minh"),
        ("Tp HCM", "Thành phố Hồ Chí Minh"),
        ("TP. HCM", "Thành phố Hồ Chí Minh"),
        ("TPHCM", "Thành phố Hồ Chí Minh"),
        ("tỉnh Đắk Lắk", "Tỉnh Đắk Lắk"),
        ("tỉnh Đăk Lăk", "Tỉnh Đắk Lắk"),
        ("tỉnh Đắc Lắc", "Tỉnh Đắk Lắk"),
        ("tỉnh Đak Lak", "Tỉnh Đắk Lắk"),
        ("thành phố Qui Nhơn", "Thành phố Quy Nhơn, Tỉnh Bình Định"),
        ("tỉnh Thanh Hoá", "Tỉnh Thanh Hóa"),
        ("huyện Cư Mgar", "Huyện Cư M'gar, Tỉnh Đắk Lắk"),
        ("huyện Ea H’leo", "Huyện Ea H'leo, Tỉnh Đắk Lắk"),
        ("tỉnh Bà Rịa-Vũng Tàu", "Tỉnh Bà Rịa - Vũng Tàu"),
        ("Thạch Hà (Hà Tĩnh)", "Huyện Thạch Hà, Tỉnh Hà Tĩnh"),
    ],
)
def test_form(written: str, meant: str) -> None:
    assert find_places(f"Đoàn đã đến {written} từ sớm.", published=OLD)[0].place.name == meant


def test_a_ward_by_its_letter_and_number_behind_a_body() -> None:
    text = "Quận 5, TP.HCM: Bí thư Đảng ủy P10 và Chủ tịch UBND P.8 họp tại phòng P12."
    found = names(text)
    assert found["P10"] == "Phường 10, Quận 5, Thành phố Hồ Chí Minh"
    assert found["P.8"] == "Phường 8, Quận 5, Thành phố Hồ Chí Minh"
    assert "P12" not in found


def test_chain_from_the_widest_down() -> None:
    found = names("Quảng Nam, huyện Phú Ninh, xã Tam Đại đã có mưa.")
    assert found["xã Tam Đại"] == TAM_DAI


def test_parents_after_a_list_hold_for_all_its_members() -> None:
    # Tân Bình is a commune in a dozen districts.
    found = names("Xã mới gồm các xã Tân Bình, Glar (huyện Đak Đoa cũ).", NEW)
    assert found["xã Tân Bình"] == "Xã Tân Bình, Huyện Đak Đoa, Tỉnh Gia Lai"


def test_small_letters_count_after_a_type_word_near_the_district() -> None:
    assert names("bà con xã tam đại ơi, huyện Phú Ninh gọi")["xã tam đại"] == TAM_DAI
    assert "xã an toàn" not in names("Xây dựng xã an toàn ở huyện An Lão, tỉnh Bình Định.")


@pytest.mark.parametrize(
    "written",
    [
        "thôn Trung Đàn", "thôn 3", "Thôn 3B", "bản Nà Khoang", "làng Kon Brăp", "ấp Phú Lợi",
        "ấp 3", "buôn Ea Súp", "khóm 5", "khu phố 2", "KP. 2", "tổ dân phố số 7", "TDP 7",
        "khối phố Mỹ Thạch", "KDC số 4", "xóm Đồng Chùa", "sóc Bom Bo", "plei Ơp",
    ],
)  # fmt: skip
def test_hamlet(written: str) -> None:
    (found,) = find_places(f"Bà con {written} đã họp.", published=OLD)
    assert (found.text, found.place.level) == (written, "thôn")


@pytest.mark.parametrize(
    "text",
    [
        "Bà con khu phố trưởng đã đến.",
        "KHU PHỐ TRƯỞNG ĐÃ KÝ",
        "Trưởng khu phố 51 khu phố dự họp.",
        "Quảng trường Ba Đình đông người.",
        "Họp ở khách sạn Thái Nguyên.",
        "Thầy trụ trì chùa Phúc Lâm phát biểu.",
        "Khởi nghĩa Ba Tơ là mốc son.",
        "Chủ tịch UBND xã Lâm Văn Nghị phát biểu.",
        "Anh Nguyễn Hà Giang ra sân.",
        "Ông Lê Quảng Ninh vắng mặt.",
    ],
)
def test_bears_a_name_and_is_no_place(text: str) -> None:
    assert find_places(text, published=OLD) == []


def test_a_street_bears_a_name_or_a_day() -> None:
    found = names("Đường Hà Nội và đường 30 Tháng 4 cắt đường 3/2.")
    assert found == {
        "Đường Hà Nội": "Đường Hà Nội",
        "đường 30 Tháng 4": "Đường 30 Tháng 4",
        "đường 3/2": "Đường 3/2",
    }


def test_a_score_is_no_part_of_a_name() -> None:
    assert "làng Hữu Đức" in names("Làng Mỹ Nghiệp thắng làng Hữu Đức 2-1.")


def test_names_that_a_plural_announces() -> None:
    found = names("Xã Tam Đại có 3 thôn ven sông là Đông Mỹ, Tây Yên và Phước Thượng bị ngập.")
    for name in ("Đông Mỹ", "Tây Yên", "Phước Thượng"):
        assert found[name].startswith(f"Thôn {name}")


def test_a_school_and_a_post_are_named_after_their_commune() -> None:
    found = names("Huyện Phú Ninh khen Trường THCS Tam Lãnh. Cử tri Tam Lộc và cả Tam An vui.")
    assert found["Tam Lãnh"] == "Xã Tam Lãnh, Huyện Phú Ninh, Tỉnh Quảng Nam"
    assert found["Tam Lộc"] == "Xã Tam Lộc, Huyện Phú Ninh, Tỉnh Quảng Nam"
    assert found["Tam An"] == "Xã Tam An, Huyện Phú Ninh, Tỉnh Quảng Nam"


def test_a_name_that_was_settled_once_holds_for_the_article() -> None:
    text = "Huyện Phú Ninh tập huấn tại Tam Lộc. Giải nhất thuộc đội khách Tam Lộc ạ."
    assert [m.text for m in find_places(text, published=OLD)].count("Tam Lộc") == 2


def test_the_body_tells_the_district_from_its_namesake() -> None:
    found = names("Huyện ủy Long Mỹ họp; Hậu Giang có mưa.")
    assert found["Long Mỹ"] == "Huyện Long Mỹ, Tỉnh Hậu Giang"


def test_a_province_and_a_district_of_another_province_share_a_name() -> None:
    found = names("Tỉnh Quảng Bình khen Lệ Thủy, Quảng Ninh và Bố Trạch.")
    assert found["Quảng Ninh"] == "Huyện Quảng Ninh, Tỉnh Quảng Bình"
    assert names("Tỉnh Hải Dương đón đoàn Quảng Ninh.")["Quảng Ninh"] == "Tỉnh Quảng Ninh"


def test_provinces_of_neighbours() -> None:
    found = names("Đoàn tỉnh Kandal (Campuchia), đoàn Luông Pha-băng và Cộng hòa Séc đã đến.")
    assert found["tỉnh Kandal"] == "Tỉnh Kandal, Campuchia"
    assert found["Luông Pha-băng"] == "Tỉnh Luông Pha-băng, Lào"
    assert found["Cộng hòa Séc"] == "Cộng hòa Séc"


def test_overlapping_names_do_not_hide_each_other() -> None:
    # Leftmost-longest search would take ``Hà Nam`` and lose ``Nam Định`` that begins inside it.
    known = Matcher(Words("Hà Nam Định"))
    assert (known.at(0), known.at(1)) == ([2], [3])


def test_the_one_district_of_its_name_after_a_word_of_place() -> None:
    assert names("Tàu chạy từ La Gi ra khơi.")["La Gi"] == "Thị xã La Gi, Tỉnh Bình Thuận"
    assert names("Chú Sáu La Gi hát.") == {}


def test_a_district_in_a_bracket_is_what_the_article_is_about() -> None:
    text = "Ở xã Hồng Thái (Na Hang, Tuyên Quang) lê được mùa. Nên nhân ra Sơn Phú, Năng Khả."
    found = names(text)
    assert found["Na Hang"] == "Huyện Na Hang, Tỉnh Tuyên Quang"
    assert found["Sơn Phú"] == "Xã Sơn Phú, Huyện Na Hang, Tỉnh Tuyên Quang"


def test_a_hamlet_lies_in_the_commune_of_its_paragraph_where_the_article_has_none() -> None:
    text = "Đoàn đến xã Tam Đại, huyện Phú Ninh. Bà con thôn 3 vui.\nRồi đến xã Tam Lộc. Rồi về."
    assert names(text)["thôn 3"] == f"Thôn 3, {TAM_DAI}"


def test_a_townlet_after_the_reform_is_of_the_past() -> None:
    found = names("Xã Nam Trực, tỉnh Ninh Bình có dân của thị trấn Nam Giang.", NEW)
    assert found["thị trấn Nam Giang"].startswith("Thị trấn Nam Giang, Huyện Nam Trực")


def test_last_syllables_of_a_person_are_no_commune() -> None:
    text = "Huyện Phú Ninh mời nhà văn Lã Thu Tam Lộc đến chơi. Tại Tam An có hội."
    assert [m.text for m in find_places(text, published=OLD)] == ["Huyện Phú Ninh", "Tam An"]


@pytest.mark.parametrize(
    "text", ["Tặng buôn 1 dàn loa.", "Chiến lược biển Việt Nam.", "Thăm Hải đội Hoàng Sa."]
)
def test_part_of_something_else(text: str) -> None:
    assert find_places(text, published=OLD) == []


def test_ambiguous_says_so_and_guesses_nothing() -> None:
    (found,) = find_places("Họp tại xã Tân Lập vào buổi chiều.", published=OLD)
    assert (found.resolved_by, found.place.place_code) == ("ambiguous", None)
    assert found.confidence < 0.6
