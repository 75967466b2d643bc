"""Places as pages of communes and portals write them: lists, digests, mastheads, slips."""

from __future__ import annotations

from datetime import date

import pytest

from hoinghi.stages.places import find_home, find_places

OLD = date(2022, 5, 10)
NEW = date(2025, 9, 10)
PHU_NINH = "Huyện Phú Ninh, Tỉnh Quảng Nam"
TAM_LANH = f"Xã Tam Lãnh, {PHU_NINH}"


def names(text: str, day: date = OLD, **more: str) -> list[tuple[str, str]]:
    return [(m.text, m.place.name) for m in find_places(text, published=day, **more)]


def test_numbers_of_a_list_are_hamlets_of_their_own() -> None:
    found = names("Tại xã Tam Lãnh (Phú Ninh), các thôn 1, 2 và 3 cùng họp trong 2 ngày.")
    assert found[2:] == [(n.split()[-1] if n != "Thôn 1" else "thôn 1", f"{n}, {TAM_LANH}")
                         for n in ("Thôn 1", "Thôn 2", "Thôn 3")]  # fmt: skip


@pytest.mark.parametrize("text", ["Thôn 3, 15 hộ ủng hộ.", "Tổ 4, 12/5 họp.", "Thôn 3 và 20 em."])
def test_a_count_or_a_day_goes_on_no_list(text: str) -> None:
    assert len(names(text)) == 1


def test_hamlets_of_a_list_lie_in_what_follows_it() -> None:
    text = "Sau xã Tam Lộc, đoàn đến thôn An Mỹ, thôn Đàn Hạ, xã Tam Đàn, huyện Phú Ninh."
    hamlets = [name for word, name in names(text) if word.startswith("thôn")]
    tam_dan = f"Xã Tam Đàn, {PHU_NINH}"
    assert hamlets == [f"Thôn An Mỹ, {tam_dan}", f"Thôn Đàn Hạ, {tam_dan}"]


def test_hamlets_go_on_without_a_second_type_word_but_persons_do_not() -> None:
    text = "Ở xã Tam Lãnh, huyện Phú Ninh có thôn Bồng Miêu, Lương Văn Tám, thôn Đồng Trại."
    assert [word for word, _ in names(text)][2:] == ["thôn Bồng Miêu", "thôn Đồng Trại"]
    text = "Ở xã Tam Lãnh, huyện Phú Ninh có thôn Bồng Miêu, Thạnh Đức và Phước Bắc."
    assert [word for word, _ in names(text)][3:] == ["Thạnh Đức", "Phước Bắc"]


def test_a_hamlet_of_a_digest_lies_in_the_commune_that_heads_its_item() -> None:
    text = (
        "Tam Đàn: Ra quân làm thủy lợi\nSáng 9/5, bà con thôn Thạnh Hòa nạo vét kênh.\n"
        "Tam Dân: Họp mặt\nChiều 9/5, bà con thôn Kỳ Tân họp mặt.\nHuyện Phú Ninh ghi nhận."
    )
    found = dict(names(text))
    assert found["thôn Thạnh Hòa"] == f"Thôn Thạnh Hòa, Xã Tam Đàn, {PHU_NINH}"
    assert found["thôn Kỳ Tân"] == f"Thôn Kỳ Tân, Xã Tam Dân, {PHU_NINH}"


def test_the_owner_of_the_site_settles_what_the_article_leaves_open() -> None:
    text = "Sáng 10/5, UBND xã An Bình họp."
    assert names(text) == [("xã An Bình", "Xã An Bình")]
    owner = "UBND HUYỆN NAM SÁCH - TỈNH HẢI DƯƠNG"
    assert names(text, owner=owner) == [
        ("xã An Bình", "Xã An Bình, Huyện Nam Sách, Tỉnh Hải Dương")
    ]
    home = find_home([], "Sáng nay huyện họp.", published=OLD, owner=owner)
    assert home.district is not None
    assert home.district.name == "Huyện Nam Sách, Tỉnh Hải Dương"


def test_ambiguous_names_its_candidates() -> None:
    (found,) = find_places("UBND phường Phú Lợi họp.", published=NEW)
    assert set(found.candidates) == {
        "Phường Phú Lợi, Thành phố Hồ Chí Minh",
        "Phường Phú Lợi, Thành phố Cần Thơ",
    }


def test_no_unit_of_the_reform_before_its_time() -> None:
    assert names("Tại xã Ia Pa sáng nay.", date(2019, 1, 1)) == [("xã Ia Pa", "Xã Ia Pa")]
    assert names("Tại xã Ia Pa sáng nay.", NEW) == [("xã Ia Pa", "Xã Ia Pa, Tỉnh Gia Lai")]


def test_cities_of_a_list_need_no_province_around_them() -> None:
    found = dict(names("Khách đến từ Nha Trang, Đà Lạt, Phú Quốc và Hà Nội."))
    assert found["Đà Lạt"] == "Thành phố Đà Lạt, Tỉnh Lâm Đồng"
    assert found["Phú Quốc"] == "Thành phố Phú Quốc, Tỉnh Kiên Giang"


def test_a_list_of_units_is_no_chain_turned_round() -> None:
    text = "Tỉnh Thừa Thiên Huế: huyện Phong Điền, thành phố Huế, huyện Hương Thủy."
    assert names(text, date(2017, 1, 1))[-1][1] == "Huyện Hương Thủy, Tỉnh Thừa Thiên Huế"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("T.P Hội An", "Thành phố Hội An, Tỉnh Quảng Nam"),
        ("tỉnh bình định", "Tỉnh Bình Định"),
        ("phường Đông Hải 2, quận Hải An", "Phường Đông Hải 2, Quận Hải An, Thành phố Hải Phòng"),
        ("KP2 phường An Mỹ", "Khu phố 2, Phường An Mỹ, Thành phố Tam Kỳ, Tỉnh Quảng Nam"),
        ("thôn Trung, xã Tam Lãnh", f"Thôn Trung, {TAM_LANH}"),
        ("khối Tân Tiến, phường An Mỹ",
         "Khối Tân Tiến, Phường An Mỹ, Thành phố Tam Kỳ, Tỉnh Quảng Nam"),
        ("đường Hai Bà Trưng", "Đường Hai Bà Trưng"),
    ],
)  # fmt: skip
def test_written_forms_of_pages(written: str, meant: str) -> None:
    assert names(f"Nay họp tại {written}.")[0][1] == meant


@pytest.mark.parametrize(
    "text",
    [
        "Diễn đàn châu Á - Thái Bình Dương APEC.",
        "Tại Đại lễ đường Nhân dân sáng nay.",
        "Hợp tác qua các kênh Chính phủ.",
        "Theo Báo Quảng Nam đưa tin.",
        "Bỏ loa phường Trao đổi với ông Ba.",
        "Chủ tịch UBND xã Sô Minh Đãi nói.",
        "Dịp Giỗ Tổ 25 đến 27.",
    ],
)
def test_what_only_looks_like_a_place(text: str) -> None:
    assert names(text) == []
