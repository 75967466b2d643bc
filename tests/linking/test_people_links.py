"""Who is one person in two articles, who is not, and who is left to a reader."""

import pytest
from linking_cases import NEW, PN, QN, TD, TL, event, person

from hoinghi.linking import link

BT, CT, PCT = "Bí thư", "Chủ tịch", "Phó Chủ tịch"
UB_TD = ("Chủ tịch", "Ủy ban nhân dân xã Tam Đại", TD)
RARE, USUAL, COMMON = "Ung Nho Thiệp", "Ngô Quang Diệm", "Nguyễn Văn Hùng"


@pytest.fixture
def verdict(tables):
    """Return what becomes of one person each of two articles: join, doubtful or apart."""

    def ask(first, second, days=("2023-05-05", "2024-09-05")):
        links = link(tables((days[0], [first], []), (days[1], [second], [])))
        if len(set(links.people.values())) == 1:
            return "join"
        return "doubtful" if links.person_clusters.doubtful else "apart"

    return ask


def one(name, title, body, place, **more):
    return person(name, (title, body, place), **more)


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (("LÍ THUÝ HOÀ", PCT, "Ủy ban nhân dân huyện Phú Ninh", PN), "join"),  # spelling alone
        (("Lý Thúy Hòa", CT, "Ủy ban nhân dân huyện Phú Ninh", PN), "join"),  # promoted
        (("Lý Thúy Hòa", "Bí thư", "Huyện ủy Phú Ninh", PN), "join"),  # another post, one unit
        (("Lý Thúy Hòa", PCT, "Ủy ban nhân dân tỉnh Quảng Nam", QN), "doubtful"),
        (("Lý Thúy Hạ", PCT, "Ủy ban nhân dân huyện Phú Ninh", PN), "apart"),  # another name
    ],
)
def test_spelling_and_promotion(verdict, second, expected):
    first = one("Lý Thúy Hòa", PCT, "Ủy ban nhân dân huyện Phú Ninh", PN)
    assert verdict(first, one(*second)) == expected


def test_a_commune_that_was_merged_is_the_new_one(verdict):
    old = one(USUAL, "Phó Bí thư", "Đảng ủy xã Tam Đại", TD)
    new = one(USUAL, CT, "Ủy ban Mặt trận Tổ quốc Việt Nam xã Phú Ninh", NEW)
    assert verdict(old, new, ("2024-10-10", "2025-09-01")) == "join"


@pytest.mark.parametrize(("day", "expected"), [("2024-09-05", "apart"), ("2025-09-05", "join")])
def test_a_province_that_kept_its_name_holds_another_one_only_since_the_reform(
    verdict, day, expected
):
    first = one(USUAL, "Giám đốc", "Sở Nội vụ tỉnh Quảng Nam", QN)
    second = one(USUAL, "Giám đốc", "Sở Nội vụ thành phố Đà Nẵng", "Thành phố Đà Nẵng")
    assert verdict(first, second, ("2023-05-05", day)) == expected


def test_a_lower_post_speaks_against_but_in_a_merged_unit(verdict):
    chair = person(USUAL, UB_TD, ("Phó Bí thư", "Đảng ủy xã Tam Đại", TD))
    fallen = one(USUAL, PCT, "Ủy ban nhân dân xã Tam Đại", TD)
    merged = one(USUAL, PCT, "Ủy ban nhân dân xã Phú Ninh", NEW)
    assert verdict(chair, fallen, ("2023-05-05", "2025-05-05")) == "doubtful"
    assert verdict(chair, merged, ("2023-05-05", "2025-09-05")) == "join"


def test_two_communes_that_became_one_were_two(verdict):
    first = one(USUAL, *UB_TD)
    second = one(USUAL, CT, "Ủy ban nhân dân xã Tam Lãnh", TL)
    assert verdict(first, second, ("2024-05-05", "2024-05-20")) == "apart"


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Trưởng trạm", "Trạm Y tế xã Tam Đại", "apart"),
        (PCT, "Ủy ban nhân dân xã Tam Đại", "apart"),  # head and deputy of one body
        (CT, "Hội đồng nhân dân xã Tam Đại", "apart"),
        ("Phó Bí thư", "Đảng ủy xã Tam Đại", "join"),  # goes with the chair of the commune
    ],
)
def test_posts_of_one_time_clash_or_go_together(verdict, title, body, expected):
    days = ("2024-05-05", "2024-05-06")
    assert verdict(one(USUAL, *UB_TD), one(USUAL, title, body, TD), days) == expected


def test_who_was_elected_may_hold_another_post_the_same_day(verdict):
    before = one(USUAL, PCT, "Ủy ban nhân dân xã Tam Đại", TD)
    after = one(USUAL, *UB_TD, role="được bầu")
    assert verdict(before, after, ("2024-05-05", "2024-05-05")) == "join"


def test_man_and_woman_stay_two_and_comrades_may_be_either(verdict):
    man, woman = (one(USUAL, *UB_TD, honorific=h) for h in ("ông", "bà"))
    assert verdict(man, woman) == "apart"
    assert verdict(man, one(USUAL, *UB_TD, honorific="đồng chí")) == "join"


@pytest.mark.parametrize(("name", "expected"), [(RARE, "join"), (COMMON, "doubtful")])
def test_the_more_common_the_name_the_more_is_needed(verdict, name, expected):
    first = one(name, CT, "Hội Nông dân xã Tam Đại", TD)
    second = one(name, PCT, "Hội đồng nhân dân xã Tam Đại", TD)
    assert verdict(first, second) == expected
    assert verdict(first, first) == "join"


def test_a_bare_name_is_never_joined(verdict):
    assert verdict(person(RARE), person(RARE)) == "apart"
    assert verdict(person(RARE), one(RARE, *UB_TD)) == "apart"


def test_who_fits_two_that_are_two_is_left_alone(tables):
    day = "2024-05-05"
    farmers, police = (
        one(USUAL, CT, "Hội Nông dân xã Tam Đại", TD),
        one(USUAL, "Trưởng Công an", "Công an xã Tam Đại", TD),
    )
    later = one(USUAL, "Phó Bí thư", "Đảng ủy xã Tam Đại", TD)
    council = one(USUAL, CT, "Hội đồng nhân dân xã Tam Đại", TD)
    links = link(tables((day, [farmers], []), (day, [council], []), ("2025-01-05", [later], [])))
    assert len(set(links.people.values())) == 1
    links = link(tables((day, [farmers, police], []), ("2025-01-05", [later], [])))
    assert len(set(links.people.values())) == 2  # police and party are of different callings
    ward = one(USUAL, PCT, "Ủy ban nhân dân xã Tam Đại", TD)
    links = link(tables((day, [farmers, ward], []), ("2025-01-05", [later], [])))
    assert len(set(links.people.values())) == 3
    assert len(links.person_clusters.doubtful) == 2
    assert "another one fits as well" in links.person_clusters.doubtful[0].verdict.reason


@pytest.mark.parametrize(("place", "expected"), [(TD, "join"), (None, "doubtful")])
def test_schools_of_one_name_are_in_many_provinces(tables, place, expected):
    posts = [("Hiệu trưởng", "Trường Tiểu học Nguyễn Du", None)]
    north = "Xã Kim Mỹ, Huyện Kim Sơn, Tỉnh Ninh Bình"
    first, second = (
        ("2024-05-05", [person(USUAL, *posts)], [event("Hội nghị sơ kết", "2024-05-04", where)])
        for where in (TD, place or north)
    )
    links = link(tables(first, second))
    joined = len(set(links.people.values())) == 1
    assert joined == (expected == "join")
    assert bool(links.person_clusters.doubtful) == (expected == "doubtful")
