"""Places: spans, the unit that a name means, and the article's own units."""

from __future__ import annotations

from datetime import date

import pytest

from hoinghi.records import PlaceMention
from hoinghi.stages.places import find_home, find_places

OLD = date(2024, 4, 23)
NEW = date(2025, 9, 10)


def names(text: str, day: date | None = OLD, **more: str) -> dict[str, str]:
    return {m.text: m.place.name for m in find_places(text, published=day, **more)}


def only(text: str, day: date | None = OLD) -> PlaceMention:
    (mention,) = find_places(text, published=day)
    return mention


def test_chain_gives_the_unit_then_and_today() -> None:
    place = find_places("Tại xã Tam Đại, huyện Phú Ninh, mưa đã tạnh.", published=OLD)[0].place
    assert place.name == "Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam"
    assert (place.place_code, place.level) == ("20387", "xã")
    assert (place.commune, place.district) == ("Xã Tam Đại", "Huyện Phú Ninh")
    assert place.current_name == ("Xã Phú Ninh, Thành phố Đà Nẵng",)
    assert place.current_province == ("Thành phố Đà Nẵng",)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("TP.HCM", "Thành phố Hồ Chí Minh"),
        ("TPHCM", "Thành phố Hồ Chí Minh"),
        ("Tp Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("TX. Điện Bàn", "Thị xã Điện Bàn, Tỉnh Quảng Nam"),
        ("H. Krông Pa", "Huyện Krông Pa, Tỉnh Gia Lai"),
        ("tỉnh Đăk Lăk", "Tỉnh Đắk Lắk"),
        ("HUYỆN THĂNG BÌNH", "Huyện Thăng Bình, Tỉnh Quảng Nam"),
        ("tỉnh Khánh Hoà", "Tỉnh Khánh Hòa"),
        ("tỉnh Bà Rịa – Vũng Tàu", "Tỉnh Bà Rịa - Vũng Tàu"),
        ("Q.10, TP.HCM", "Quận 10, Thành phố Hồ Chí Minh"),
    ],
)
def test_written_forms(written: str, meant: str) -> None:
    mention = find_places(f"Đoàn đã đến {written} từ sớm.", published=OLD)[0]
    assert mention.place.name == meant


def test_bracketed_parents_settle_a_bare_chain() -> None:
    found = names("Ông Bảy quê ở Thạch Hà (Hà Tĩnh) đã góp một con bò.")
    assert found["Thạch Hà"] == "Huyện Thạch Hà, Tỉnh Hà Tĩnh"


def test_same_name_is_settled_by_the_chain_and_else_left_open() -> None:
    settled = names("Họp tại xã Nam Thắng, huyện Tiền Hải.")
    assert settled["xã Nam Thắng"] == "Xã Nam Thắng, Huyện Tiền Hải, Tỉnh Thái Bình"
    open_one = only("Họp tại xã Nam Thắng vào buổi chiều.")
    assert (open_one.place.name, open_one.resolved_by) == ("Xã Nam Thắng", "ambiguous")
    assert open_one.place.place_code is None


def test_day_decides_between_old_and_new_units() -> None:
    text = "Lễ ra quân diễn ra tại xã Phú Ninh, thành phố Đà Nẵng."
    assert names(text, NEW)["xã Phú Ninh"] == "Xã Phú Ninh, Thành phố Đà Nẵng"
    before = names("Huyện Phú Ninh và thành phố Tam Kỳ cùng ra quân.", OLD)
    assert before["Huyện Phú Ninh"] == "Huyện Phú Ninh, Tỉnh Quảng Nam"


def test_old_unit_named_as_past_after_the_reform() -> None:
    found = names("Xã Chiên Đàn gồm thị trấn Phú Thịnh cũ, huyện Phú Ninh cũ.", NEW)
    assert found["thị trấn Phú Thịnh"] == "Thị trấn Phú Thịnh, Huyện Phú Ninh, Tỉnh Quảng Nam"


def test_split_commune_has_several_heirs() -> None:
    city = only("Người dân thành phố Thủ Đức góp ý.").place
    assert city.district == "Thành phố Thủ Đức"
    assert city.current_province == ("Thành phố Hồ Chí Minh",)


def test_villages_lie_in_the_chain_or_in_the_home_commune() -> None:
    text = (
        "Xã Tam Đại họp dân\n\nSáng nay, UBND xã Tam Đại, huyện Phú Ninh họp dân thôn Trung Đàn, "
        "thôn 3 và tổ dân phố số 5.\n"
    )
    found = names(text)
    parents = "Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam"
    assert found["thôn Trung Đàn"] == f"Thôn Trung Đàn, {parents}"
    assert found["thôn 3"] == f"Thôn 3, {parents}"
    assert found["tổ dân phố số 5"] == f"Tổ dân phố số 5, {parents}"


def test_list_shares_the_type_word() -> None:
    found = names("Đoàn kiểm tra các xã Tam Đại, Tam Lãnh và Tam Lộc của huyện Phú Ninh.")
    assert found["xã Tam Đại"].endswith("Huyện Phú Ninh, Tỉnh Quảng Nam")
    assert found["Tam Lãnh"] == "Xã Tam Lãnh, Huyện Phú Ninh, Tỉnh Quảng Nam"
    assert found["Tam Lộc"] == "Xã Tam Lộc, Huyện Phú Ninh, Tỉnh Quảng Nam"


def test_bare_name_of_a_place_named_in_full() -> None:
    found = find_places("Tam Đại vào hội\n\nXã Tam Đại, huyện Phú Ninh mở hội.", published=OLD)
    assert found[0].place.name == "Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam"


def test_bare_name_of_a_town_is_its_district() -> None:
    found = find_places("Ba Tơ: Tin vui\n\nChợ mở tại thị trấn Ba Tơ.", published=OLD)
    assert found[0].place.name == "Huyện Ba Tơ, Tỉnh Quảng Ngãi"
    assert found[1].place.name == "Thị trấn Ba Tơ, Huyện Ba Tơ, Tỉnh Quảng Ngãi"


def test_two_type_words_in_the_plural_name_no_town() -> None:
    found = names("Khảo sát ở 4 tỉnh, thành phố Bắc Ninh, Hà Nội cho thấy.")
    assert found == {"Bắc Ninh": "Tỉnh Bắc Ninh", "Hà Nội": "Thành phố Hà Nội"}


def test_names_of_hamlets_end_with_their_number() -> None:
    assert only("Mời TDP Tây Lộc 5 dự họp.").text == "TDP Tây Lộc 5"
    assert only("ĐẠI HỘI THÔN KIM CƯƠNG 1 NHIỆM KỲ MỚI").text == "THÔN KIM CƯƠNG 1"


def test_landmarks_have_no_parents() -> None:
    found = names("Đường Trần Cao Vân nối Quốc lộ 1A với cửa khẩu Nam Giang qua sông Vu Gia.")
    assert found == {
        "Đường Trần Cao Vân": "Đường Trần Cao Vân",
        "Quốc lộ 1A": "Quốc lộ 1A",
        "cửa khẩu Nam Giang": "Cửa khẩu Nam Giang",
        "sông Vu Gia": "Sông Vu Gia",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ông Nguyễn Tam Kỳ phát biểu khai mạc.",
        "Phó Chủ tịch UBND tỉnh Dương Văn Lộc dự họp.",
        "Chủ tịch Ủy ban MTTQ xã Trần Thị Nương cho biết.",
        "Trưởng thôn Hồ Thị Mận đọc báo cáo.",
        "Già làng A Brol kể chuyện.",
        "Trường THPT Lê Lợi đón học sinh mới.",
        "Sinh viên Đại học Vinh hiến máu.",
        "Bà con mong hòa bình và một buổi bình minh tân tiến.",
        "Nghị quyết của Trung ương đã về tới xã, huyện.",
        "Ủy ban MTTQ Việt Nam kêu gọi ủng hộ.",
        "Học tập và làm theo đạo đức Hồ Chí Minh.",
        "Hội khám phá Danh thắng đã mở.",
        "Phóng viên Thông tấn xã Việt Nam đưa tin.",
        "Biên bản 12 đã được thông qua; hợp tác xã Tiến Bộ dự.",
    ],
)
def test_not_a_place(text: str) -> None:
    assert find_places(text, published=OLD) == []


def test_surfaces_are_slices_even_with_odd_spaces_and_capitals() -> None:
    text = "UBND HUYỆN\u00a0PHÚ NINH họp với xã  Tam Đại – thôn 3, phường 7…"
    for mention in find_places(text, published=OLD):
        assert text[mention.start : mention.end] == mention.text


def test_headline_outside_the_body_gives_context() -> None:
    body = "Hội nghị do UBND xã Nam Thắng tổ chức."
    found = find_places(body, published=OLD, title="Huyện Tiền Hải họp bàn")
    assert found[0].place.district == "Huyện Tiền Hải"
    assert body[found[0].start : found[0].end] == "xã Nam Thắng"


def test_home_is_the_commune_of_headline_and_bodies() -> None:
    body = (
        "UBMTTQ xã Tam Đại tập huấn\n\nSáng nay UBMTTQ xã Tam Đại, huyện Phú Ninh tập huấn. "
        "Dự có đại biểu xã Tam Lộc. Sau đó xã họp bàn."
    )
    home = find_home(find_places(body, published=OLD), body, published=OLD)
    assert home.commune is not None
    assert home.district is not None
    assert home.province is not None
    assert home.commune.name == "Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam"
    assert (home.district.name, home.province.name) == (
        "Huyện Phú Ninh, Tỉnh Quảng Nam",
        "Tỉnh Quảng Nam",
    )


def test_home_from_the_site_alone() -> None:
    home = find_home(
        [], "Sáng nay xã họp dân.", published=OLD, site="tamdai.phuninh.quangnam.gov.vn"
    )
    assert home.commune is not None
    assert home.commune.place_code == "20387"


def test_home_unknown_where_nothing_speaks_for_one() -> None:
    home = find_home([], "Sáng nay xã họp dân.", published=OLD)
    assert (home.commune, home.district, home.province) == (None, None, None)


def test_long_lines_stay_linear(grows_linearly) -> None:
    grows_linearly(find_places, "xã Tam Đại, thôn 3 và Tam Lộc, Đường Hùng Vương - ", 10_000)
