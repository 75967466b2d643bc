"""What each sheet counts, on a few meetings made by hand."""

from datetime import date

import pytest
from report_tables import NOWHERE, PHU_NINH, PHU_NINH_DISTRICT, TAM_DAI, TAM_DAN, Made, place

from hoinghi.report import Scope, key_figures, read_facts, sheets
from hoinghi.report.collation import order, unit_order
from hoinghi.report.columns import COLUMNS, TITLES
from hoinghi.report.vietnamese import day, month, number, percent, shortened, when_text

FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam xã Tam Đại"


@pytest.fixture
def made():
    return Made()


def _sheets(out, **scope):
    return {sheet.slug: sheet for sheet in sheets(read_facts(out, Scope(**scope)))}


def _rows(out, slug, **scope):
    return _sheets(out, **scope)[slug].frame.to_dict("records")


def test_a_row_of_meetings_tells_all_that_is_known(made, tmp_path):
    made.meeting("a", "one", end_date=date(2024, 5, 7), day_part="sáng", hosts=[FRONT])
    made.meeting("a", "two", confidence=0.8)
    made.body(FRONT, "one", hosted=["a"])
    made.person("p", "a", "one", "chủ trì")
    made.directive("one")
    (row,) = _rows(made.write(tmp_path), "hoi-nghi")
    assert (row["start_date"], row["end_date"]) == (date(2024, 5, 6), date(2024, 5, 7))
    assert (row["hosts"], row["chairs"], row["directives"]) == (FRONT, "Nguyễn Văn p", "05-CT/TW")
    assert (row["people"], row["articles"]) == (1, 2)
    assert (row["source"], row["other_sources"]) == ("one.txt", "two.txt")
    assert (row["current_commune"], row["current_province"]) == ("Xã Phú Ninh", "Thành phố Đà Nẵng")
    assert row["when_text"] is None


def test_what_is_unknown_stays_empty(made, tmp_path):
    made.meeting("a", "one", day=None, place=NOWHERE, level=None)
    (row,) = _rows(made.write(tmp_path), "hoi-nghi")
    known = {name for name, value in row.items() if value is not None}
    counted = {"people", "articles", "confidence"}
    assert known == counted | {"meeting_id", "name", "type", "source", "reasons"}


def test_a_person_goes_to_meetings_in_several_communes(made, tmp_path):
    made.meeting("a", "one")
    made.meeting("b", "two", day="2024-06-07", place=TAM_DAN)
    made.person("p", "a", "one", "chủ trì")
    made.person("p", "b", "two", "phát biểu")
    made.person("q", "b", "two")
    first, second = _rows(made.write(tmp_path), "dai-bieu")
    assert (first["meetings"], first["chaired"], first["spoke"], first["attended"]) == (2, 1, 1, 0)
    assert (first["first_date"], first["last_date"]) == (date(2024, 5, 6), date(2024, 6, 7))
    assert first["communes"] == (
        "Xã Tam Dân, Huyện Phú Ninh, Tỉnh Quảng Nam; Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam"
    )
    assert (second["person_id"], second["meetings"]) == ("q", 1)


def test_bodies_hold_meetings_or_take_part_never_both_at_once(made, tmp_path):
    made.meeting("a", "one", hosts=[FRONT])
    made.meeting("b", "two", day="2024-05-09", hosts=["Hội Nông dân xã Tam Đại"])
    made.body(FRONT, "one", hosted=["a"], joined=["a"])
    made.body(FRONT, "two", joined=["b"])
    made.person("p", "b", "two")
    made.rows["positions"].append(
        {"document_id": "two", "person_id": "p", "title": "Chủ tịch", "organization": FRONT}
    )
    rows = {row["body"]: row for row in _rows(made.write(tmp_path), "to-chuc")}
    front = rows[FRONT]
    assert (front["meetings"], front["hosted"], front["joined"], front["people"]) == (2, 1, 1, 1)
    assert rows["Hội Nông dân xã Tam Đại"]["hosted"] == 1


def test_bodies_of_one_name_in_two_provinces_are_two(made, tmp_path):
    made.meeting("a", "one")
    made.meeting("b", "two")
    made.body("x", "one", joined=["a"], name="Đảng ủy xã Tân Thành", place="Xã Tân Thành, Tỉnh A")
    made.body("y", "two", joined=["b"], name="Đảng ủy xã Tân Thành", place="Xã Tân Thành, Tỉnh B")
    assert len(_rows(made.write(tmp_path), "to-chuc")) == 2


def test_coverage_names_the_communes_of_the_area_that_have_not(made, tmp_path):
    made.meeting("a", "one", place=TAM_DAI)
    made.meeting("b", "two", place=TAM_DAN)
    made.meeting("c", "three", place=PHU_NINH_DISTRICT)
    for article in ("one", "three"):
        made.directive(article)
    out = made.write(tmp_path)
    (row,) = _rows(out, "van-ban", districts=("Phú Ninh",))
    assert (row["meetings"], row["commune_count"]) == (2, 1)
    # Phú Ninh had eleven communes in May 2024, of which one took it up at a meeting of its own.
    assert row["missing_count"] == 10
    assert "Xã Tam Dân, Huyện Phú Ninh" in row["missing"]
    assert "Xã Tam Đại" not in row["missing"]
    (row,) = _rows(out, "van-ban", districts=("Phú Ninh",), units="now")
    assert (row["commune_count"], row["missing_count"]) == (1, 2)
    assert row["communes"] == "Xã Phú Ninh, Thành phố Đà Nẵng"
    assert row["missing"] == "Xã Chiên Đàn, Thành phố Đà Nẵng; Xã Tây Hồ, Thành phố Đà Nẵng"


def test_coverage_over_the_reform_compares_communes_of_today(made, tmp_path):
    made.meeting("a", "one", place=TAM_DAI)
    made.meeting("b", "two", place=PHU_NINH, day="2025-09-01")
    for article in ("one", "two"):
        made.directive(article)
    (row,) = _rows(made.write(tmp_path), "van-ban", communes=("Phú Ninh, Đà Nẵng",))
    assert (row["meetings"], row["commune_count"], row["missing_count"]) == (2, 1, 0)


def test_coverage_over_a_merger_before_the_reform_compares_communes_of_today(made, tmp_path):
    # Quảng Nam had 241 communes in May 2024, 233 in March 2025.
    for key, code, held in (("a", "20383", "2024-05-01"), ("b", "20387", "2025-03-01")):
        made.meeting(key, key, place=place(code, held), day=held)
        made.directive(key)
    out, scope = made.write(tmp_path), {"provinces": ("Quảng Nam",)}
    (row,) = _rows(out, "van-ban", **scope)
    communes = read_facts(out, Scope(**scope)).communes
    assert row["commune_count"] == 2
    assert row["commune_count"] + row["missing_count"] == len(communes)
    assert not communes["district"].any()


def test_communes_of_an_area_lie_in_the_province_of_that_day(made, tmp_path):
    made.meeting("a", "one", place=place("19897", "2024-05-01"))
    made.directive("one")
    out, scope = made.write(tmp_path), {"districts": ("Quảng Điền",)}
    (row,) = _rows(out, "van-ban", **scope)
    communes = read_facts(out, Scope(**scope)).communes
    assert set(communes["province"]) == {"Tỉnh Thừa Thiên Huế"}
    assert row["commune_count"] == 1
    assert row["commune_count"] + row["missing_count"] == len(communes)


def test_a_commune_that_was_split_is_not_among_those_that_have_not(made, tmp_path):
    split = TAM_DAI | {
        "current_commune": ["Xã Phú Ninh", "Xã Tây Hồ"],
        "current_place_code": ["20392", "20380"],
    }
    made.meeting("a", "one", place=split)
    made.directive("one")
    out = made.write(tmp_path)
    (row,) = _rows(out, "van-ban", districts=("Phú Ninh",), units="now") or [None]
    assert (row["commune_count"], row["missing"]) == (0, "Xã Chiên Đàn, Thành phố Đà Nẵng")
    (row,) = _rows(out, "hoi-nghi")
    assert row["current_commune"] == "Xã Phú Ninh hoặc Xã Tây Hồ"


def test_months_without_a_meeting_stand_between_others(made, tmp_path):
    made.meeting("a", "one", day="2024-05-06")
    made.meeting("b", "two", day="2024-07-01", type="lễ")
    made.meeting("c", "three", day=None, when="2024-07")
    made.meeting("d", "four", day=None)
    sheet = _sheets(made.write(tmp_path))["theo-thang"]
    assert [column.heading for column in sheet.columns] == ["Tháng", "Hội nghị", "Lễ", "Cộng"]
    assert sheet.frame.to_numpy().tolist() == [
        ["Tháng 5/2024", 1, 0, 1],
        ["Tháng 6/2024", 0, 0, 0],
        ["Tháng 7/2024", 1, 1, 2],
        ["Chưa rõ tháng", 1, 0, 1],
        ["Tổng cộng", 3, 1, 4],
    ]


def test_a_wrong_year_adds_no_thousand_empty_months(made, tmp_path):
    made.meeting("a", "one", day="0907-05-06")
    made.meeting("b", "two", day="2024-07-01")
    assert len(_rows(made.write(tmp_path), "theo-thang")) == 3


def test_places_are_counted_as_far_as_they_are_known(made, tmp_path):
    made.meeting("a", "one", place=TAM_DAI)
    made.meeting("b", "two", place=TAM_DAN)
    made.meeting("c", "three", place=PHU_NINH_DISTRICT)
    made.meeting("d", "four", place=NOWHERE)
    out = made.write(tmp_path)
    sheet = _sheets(out)["theo-dia-ban"]
    assert sheet.total
    assert sheet.frame.drop(columns="kind_1").to_numpy().tolist() == [
        ["Tỉnh Quảng Nam", "Huyện Phú Ninh", "Xã Tam Dân", 1],
        ["Tỉnh Quảng Nam", "Huyện Phú Ninh", "Xã Tam Đại", 1],
        ["Tỉnh Quảng Nam", "Huyện Phú Ninh", "Chưa rõ xã", 1],
        ["Chưa rõ tỉnh", None, None, 1],
        ["Tổng cộng", None, None, 4],
    ]
    now = _rows(out, "theo-dia-ban", units="now")
    assert [(row["province"], row["commune"], row["total"]) for row in now] == [
        ("Thành phố Đà Nẵng", "Xã Phú Ninh", 2),
        ("Thành phố Đà Nẵng", "Chưa rõ xã", 1),
        ("Chưa rõ tỉnh", None, 1),
        ("Tổng cộng", None, 4),
    ]


def test_a_report_of_nothing_has_all_sheets_with_their_columns(made, tmp_path):
    found = _sheets(made.write(tmp_path))
    assert list(found) == list(TITLES)
    for slug, sheet in found.items():
        assert sheet.frame.empty
        assert sheet.columns[: len(COLUMNS[slug])] == COLUMNS[slug]


def test_long_lists_name_some_and_count_the_others():
    assert shortened([f"Xã {n}" for n in range(1234)], 2, "xã") == "Xã 0; Xã 1; và 1.232 xã khác"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2024, 2, 5), "05/02/2024"),
        (date(2024, 3, 5), "05/3/2024"),
        (date(2024, 4, 23), "23/4/2024"),
        (date(2024, 12, 1), "01/12/2024"),
    ],
)
def test_days_are_written_as_decree_30_of_2020_says(value, text):
    assert day(value) == text
    assert when_text(f"XXXX-{value:%m-%d}") == f"{text[:-5]}, chưa rõ năm"
    assert month(f"{value:%Y-%m}") == text[3:]


def test_days_of_a_long_range_are_its_ends(made, tmp_path):
    made.meeting("a", "one", day="2024-03-01", end_date=date(2024, 3, 31))
    made.meeting("b", "two", day="2024-05-01", end_date=date(2024, 6, 1))
    assert key_figures(read_facts(made.write(tmp_path))).days == 31 + 2


def test_numbers_and_times_are_written_in_vietnamese():
    assert (number(1234567), percent(0.456), percent(0.5)) == ("1.234.567", "45,6%", "50%")
    assert [when_text(value) for value in ("2024-05", "2024-Q1", "XXXX-11-20TMO", None)] == [
        "tháng 5/2024",
        "quý I/2024",
        "20/11, chưa rõ năm",
        None,
    ]
    assert when_text("XXXX-06-04/XXXX-06-08") == "từ 04/6 đến 08/6, chưa rõ năm"
    assert when_text("2017-H1") == "6 tháng đầu năm 2017"


def test_names_are_in_the_order_of_the_vietnamese_alphabet():
    names = ["Đà", "Dân", "ba", "Bà", "bả", "An", "Ân", "Ăn", "Ơn", "On", "Ôn"]
    assert sorted(names, key=order) == "An Ăn Ân ba Bà bả Dân Đà On Ôn Ơn".split()
    assert unit_order("Xã Bình An") < unit_order("Phường Cẩm Lệ") < unit_order(None)
