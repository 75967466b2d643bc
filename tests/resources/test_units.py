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


def test_nearly_every_old_commune_leads_to_today() -> None:
    names = gazetteer()
    old = [u for u in names.units if u.level == COMMUNE and not u.reformed]
    lost = [u.name for u in old if not names.today(u)]
    assert len(lost) <= 5
    assert all(heir.current for u in old for heir in names.today(u))


def test_parent_codes_exist() -> None:
    names = gazetteer()
    orphans = [u for u in names.units if u.level > PROVINCE and names.parent(u) is None]
    assert orphans == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
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
