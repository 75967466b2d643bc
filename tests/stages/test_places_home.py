"""Places: addresses, the article's own units, posts, streets, and what only looks like a place."""

from __future__ import annotations

from datetime import date

import pytest

import hoinghi
from hoinghi import assembly
from hoinghi.records import Article
from hoinghi.stages.places import address_of, find_home, find_places

OLD = date(2022, 5, 10)
NEW = date(2025, 10, 8)


def names(text: str, day: date = OLD) -> list[tuple[str, str]]:
    return [(m.text, m.place.name) for m in find_places(text, published=day)]


@pytest.mark.parametrize(
    ("site", "day", "level", "name"),
    [
        ("badon.quangbinh.gov.vn", OLD, "district", "Thị xã Ba Đồn, Tỉnh Quảng Bình"),
        ("quan12.hochiminhcity.gov.vn", OLD, "district", "Quận 12, Thành phố Hồ Chí Minh"),
        ("sonduong.halongcity.gov.vn", OLD, "district", "Thành phố Hạ Long, Tỉnh Quảng Ninh"),
        ("baothanhhoa.vn", OLD, "province", "Tỉnh Thanh Hóa"),
        ("kinhmon.haiduong.gov.vn", NEW, "province", "Thành phố Hải Phòng"),
        ("xatienhai.hungyen.gov.vn", NEW, "commune", "Xã Tiền Hải, Tỉnh Hưng Yên"),
    ],
)
def test_home_from_addresses(site: str, day: date, level: str, name: str) -> None:
    home = find_home([], "Sáng nay có họp.", published=day, site=site)
    assert getattr(home, level).name == name


def test_addresses_that_name_no_unit() -> None:
    home = find_home([], "Sáng nay có họp.", published=OLD, site="chinhphu.gov.vn")
    assert (home.commune, home.district, home.province) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "source", "address"),
    [
        ("Website: http://xatamdai.quangnam.gov.vn", "", "xatamdai.quangnam.gov.vn"),
        ("Thư: ubnd@quangnam.gov.vn, xem tamky.quangnam.gov.vn", "", "tamky.quangnam.gov.vn"),
        ("Theo langson.gov.vn và quangnam.gov.vn", "", None),
        ("Xem chinhphu.gov.vn", "", None),
        ("Không có gì", "https://tamky.quangnam.gov.vn/tin", "https://tamky.quangnam.gov.vn/tin"),
        ("Không có gì", "bai-1.txt", None),
    ],
)
def test_the_address_of_a_page(text: str, source: str, address: str | None) -> None:
    assert address_of(text, source) == address


def test_the_source_of_an_article_says_where_it_is() -> None:
    source = "https://thangbinh.quangnam.gov.vn/tin-tuc/1"
    article = Article(text="UBND huyện họp giao ban.", published=OLD, source=source)
    home = assembly.read(hoinghi.load(), article).home
    assert home is not None
    assert home.district is not None
    assert home.district.name == "Huyện Thăng Bình, Tỉnh Quảng Nam"


def test_a_former_post_in_an_old_district_is_no_home() -> None:
    text = (
        "Phú Thọ công bố quyết định về cán bộ\nBan Thường vụ Tỉnh ủy Phú Thọ trao quyết định cho "
        "đồng chí Hà Văn Minh, nguyên Bí thư Huyện ủy Tân Lạc, tỉnh Hòa Bình trước đây."
    )
    home = find_home(find_places(text, published=NEW), text, published=NEW)
    assert home.district is None
    assert home.province is not None
    assert home.province.name == "Tỉnh Phú Thọ"


def test_a_headline_means_the_town_and_not_its_ward() -> None:
    text = "Ba Đồn ra quân\nThị xã Ba Đồn họp tại các phường Quảng Thọ, Quảng Thuận, Ba Đồn."
    home = find_home(find_places(text, published=OLD), text, published=OLD, title="Ba Đồn ra quân")
    assert home.commune is None
    assert home.district is not None


def test_a_commune_without_a_row_lies_in_the_own_district() -> None:
    text = "Huyện Thạch Hà, tỉnh Hà Tĩnh họp dân.\nÔng An ở xã Kênh Lộc góp ý."
    assert names(text)[-1][1] == "Xã Kênh Lộc, Huyện Thạch Hà, Tỉnh Hà Tĩnh"
    # A ward lies in no rural district.
    assert names(text.replace("ở xã", "ở phường"))[-1][1] == "Phường Kênh Lộc"


def test_old_districts_behind_communes_of_today() -> None:
    text = "Trên địa bàn 3 xã Khe Tre, Long Quảng, Nam Đông (huyện Nam Đông cũ)."
    assert [name for _, name in names(text, NEW)][:3] == [
        "Xã Khe Tre, Thành phố Huế",
        "Xã Long Quảng, Thành phố Huế",
        "Xã Nam Đông, Thành phố Huế",
    ]


def test_small_letters_after_a_body() -> None:
    assert [t for t, _ in names("pct ubnd xã đắk phơi dự họp")] == ["xã đắk phơi"]
    assert names("Đề nghị UBND xã chỉ đạo khắc phục") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ban Chỉ huy Phòng thủ khu vực 2 dự họp.",
        "Viện Kiểm sát nhân dân khu vực 3 dự họp.",
        "Chiến sĩ Hải đội 2 dự họp.",
        "Hơn 200 học sinh khối 12 tham dự.",
        "Dư nợ ủy thác NHCSXH đạt 61 tỷ đồng.",
        "Chủ mộ bị đập phá Ngất xỉu.",
    ],
)
def test_no_places(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tại ngã tư QL1 - QL12A có tai nạn.", ["QL1", "QL12A"]),
        ("Dự án quanh thị trấn Thứ 11.", ["thị trấn Thứ 11"]),
        ("Chợ họp ở cửa khẩu Chi Ma.", ["cửa khẩu Chi Ma"]),
        ("Ở khu vực Thới Bình, phường Long Hưng.", ["khu vực Thới Bình", "phường Long Hưng"]),
        ("Người dân khu vực 2 góp ý.", ["khu vực 2"]),
        ("Trường Đại học Nông Lâm Thái Nguyên mở lớp.", ["Thái Nguyên"]),
        (
            "Các tuyến đường Trần Phú, Bùi Hữu Nghĩa và Lê Lợi bị ngập.",
            ["đường Trần Phú", "Bùi Hữu Nghĩa", "Lê Lợi"],
        ),
        ("Dọc đường Trần Phú, Hoàng Hoa Thám.", ["đường Trần Phú", "Hoàng Hoa Thám"]),
        ("Ở đường Trần Phú, Bùi Hữu Nhàn cho biết.", ["đường Trần Phú"]),
    ],
)
def test_what_is_found(text: str, found: list[str]) -> None:
    assert [surface for surface, _ in names(text)] == found


def test_posts_of_the_border_guard() -> None:
    assert names("Đồn Biên phòng Vàm Láng Cát tặng quà.") == [("Vàm Láng Cát", "Vàm Láng Cát")]
    text = "Đồn Biên phòng Ra Mai tặng quà. Bản Ra Mai, xã Trọng Hóa có 40 hộ."
    assert names(text)[0][1].startswith("Bản Ra Mai, Xã Trọng Hóa, Huyện Minh Hóa")
    assert names("Đồn Biên phòng Nguyễn Văn Tám phát biểu.") == []
