"""The gazetteer knows each unit in its time and leads from every old one to today's."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from hoinghi.resources.units import COMMUNE, DISTRICT, PROVINCE, Unit, gazetteer, name_key

ROOT = Path(__file__).resolve().parents[2]


def on(level: int, code: str, day: date) -> Unit:
    return next(u for u in gazetteer().coded(level, code) if u.likely(day))


def test_commune_before_and_after_the_reform() -> None:
    names = gazetteer()
    old = on(COMMUNE, "20387", date(2024, 4, 23))
    assert names.full_name(old) == "Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam"
    assert [names.full_name(u) for u in names.today(old)] == ["Xã Phú Ninh, Thành phố Đà Nẵng"]


def test_reused_code_is_two_units() -> None:
    assert on(COMMUNE, "20341", date(2025, 6, 30)).name != "Phường Tam Kỳ"
    assert on(COMMUNE, "20341", date(2025, 7, 1)).name == "Phường Tam Kỳ"


def test_mark_tells_reused_codes_apart_and_keeps_provinces_that_stayed() -> None:
    before, after = date(2024, 4, 23), date(2025, 9, 1)
    assert on(PROVINCE, "44", before).mark != on(PROVINCE, "44", after).mark
    assert on(PROVINCE, "22", before).mark == on(PROVINCE, "22", after).mark


def test_same_name_in_two_districts_leads_to_two_heirs() -> None:
    names = gazetteer()
    heirs = {
        names.parents(u)[0].name: names.today(u)[0].name
        for u in names.named("nam thắng")
        if u.level == COMMUNE
    }
    assert heirs["Huyện Nam Trực"] == "Xã Nam Hồng"
    assert heirs["Huyện Tiền Hải"] == "Xã Nam Cường"


def test_parents_follow_the_day() -> None:
    names = gazetteer()
    district = on(DISTRICT, "478", date(2024, 4, 23))
    assert names.full_name(district, date(2019, 5, 1)) == "Huyện Phú Vang, Tỉnh Thừa Thiên Huế"
    assert names.full_name(district, date(2025, 3, 1)) == "Huyện Phú Vang, Thành phố Huế"


@pytest.mark.parametrize(
    ("level", "day", "least", "most"),
    [
        (PROVINCE, date(2024, 4, 23), 63, 63),
        (PROVINCE, date(2026, 6, 1), 34, 34),
        (DISTRICT, date(2024, 4, 23), 700, 706),
        (DISTRICT, date(2026, 6, 1), 0, 0),
        (COMMUNE, date(2024, 4, 23), 10_500, 10_700),
        (COMMUNE, date(2026, 6, 1), 3_321, 3_321),
    ],
)
def test_number_of_units_on_a_day(level: int, day: date, least: int, most: int) -> None:
    count = sum(u.level == level and u.likely(day) for u in gazetteer().units)
    assert least <= count <= most


@pytest.mark.parametrize("level", [PROVINCE, DISTRICT, COMMUNE])
def test_every_old_unit_leads_to_today(level: int) -> None:
    names = gazetteer()
    old = [u for u in names.units if u.level == level and not u.current]
    assert [u.name for u in old if not names.today(u)] == []
    assert all(heir.current for u in old for heir in names.today(u))


# Facts of communes on days, from decrees and general knowledge: code, name and what is around it.
KNOWN = [
    ("2021-06-01", "05869", "Xã Hồng Tiến, Thị xã Phổ Yên, Tỉnh Thái Nguyên"),
    ("2022-06-01", "05869", "Phường Hồng Tiến, Thành phố Phổ Yên, Tỉnh Thái Nguyên"),
    ("2022-06-01", "25432", "Thị trấn Chơn Thành, Huyện Chơn Thành, Tỉnh Bình Phước"),
    ("2023-06-01", "25432", "Phường Hưng Long, Thị xã Chơn Thành, Tỉnh Bình Phước"),
    ("2024-04-23", "20387", "Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam"),
    ("2024-04-23", "20364", "Thị trấn Phú Thịnh, Huyện Phú Ninh, Tỉnh Quảng Nam"),
    ("2024-04-23", "13978", "Xã Nam Thắng, Huyện Nam Trực, Tỉnh Nam Định"),
    ("2024-04-23", "13042", "Xã Nam Thắng, Huyện Tiền Hải, Tỉnh Thái Bình"),
    ("2024-04-23", "20239", "Phường Hải Châu II, Quận Hải Châu, Thành phố Đà Nẵng"),
    ("2025-03-01", "20236", "Phường Hải Châu, Quận Hải Châu, Thành phố Đà Nẵng"),
    ("2025-08-01", "20341", "Phường Tam Kỳ, Thành phố Đà Nẵng"),
    ("2026-03-01", "26368", "Xã Long Thành, Tỉnh Đồng Nai"),
    ("2026-06-01", "26368", "Phường Long Thành, Thành phố Đồng Nai"),
    ("2026-06-01", "25222", "Xã Bù Gia Mập, Thành phố Đồng Nai"),
]


@pytest.mark.parametrize(("day", "code", "name"), KNOWN)
def test_commune_on_a_day(day: str, code: str, name: str) -> None:
    moment = date.fromisoformat(day)
    valid = [u for u in gazetteer().coded(COMMUNE, code) if u.may_exist(moment)]
    assert name in [gazetteer().full_name(u, moment) for u in valid]


@pytest.mark.parametrize(
    ("level", "code", "today"),
    [
        (COMMUNE, "20387", {"Xã Phú Ninh"}),
        (COMMUNE, "20364", {"Xã Chiên Đàn"}),
        (COMMUNE, "20239", {"Phường Hải Châu"}),
        (COMMUNE, "07042", {"Phường Hoành Bồ", "Xã Thống Nhất"}),
        (DISTRICT, "762", {"Phường Tam Bình", "Phường Linh Xuân", "Phường Hiệp Bình"}),
    ],
)
def test_heirs(level: int, code: str, today: set[str]) -> None:
    old = next(u for u in gazetteer().coded(level, code) if not u.reformed)
    assert today <= {u.name for u in gazetteer().today(old)}


def test_thu_duc_city_became_twelve_wards() -> None:
    city = next(u for u in gazetteer().named("thủ đức") if u.kind == "Thành phố")
    heirs = gazetteer().today(city)
    assert len(heirs) == 12
    assert {u.kind for u in heirs} == {"Phường"}


def test_every_syllable_of_a_name_has_a_capital() -> None:
    small = [u.name for u in gazetteer().units if any(s[0].islower() for s in u.bare.split())]
    assert all("Nông trường" in name for name in small)


def test_parent_codes_exist() -> None:
    names = gazetteer()
    orphans = [u for u in names.units if u.level > PROVINCE and names.parent(u) is None]
    assert orphans == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đắk Lắk", "Đak Lak"),
        ("Đắk Lắk", "ĐĂK LẮK"),
        ("Hoà Bình", "Hòa Bình"),
        ("Quy Nhơn", "Qui Nhơn"),
        ("Bà Rịa - Vũng Tàu", "Bà Rịa–Vũng Tàu"),
        ("Phường 01", "Phường 1"),
        ("Ia H'Drai", "Ia H’ Drai"),
    ],
)
def test_spellings_fall_together(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_accents_keep_names_apart() -> None:
    assert name_key("Nam Đàn") != name_key("Nam Đán")


def test_stored_table_is_what_the_script_builds() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "build_units.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
