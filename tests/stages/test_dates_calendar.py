"""Dates: every day of two centuries comes back from every form in which it is written."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoinghi.stages.dates import find_dates
from hoinghi.text import to_new_tone

NEWS = date(2023, 10, 20)
FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
ONES = "không một hai ba bốn năm sáu bảy tám chín".split()
WEEKDAYS = "Thứ Hai,Thứ Ba,Thứ Tư,Thứ Năm,Thứ Sáu,Thứ Bảy,Chủ nhật".split(",")
PARTS = {"Sáng": "MO", "Trưa": "MI", "Chiều": "AF", "Tối": "EV", "Đêm": "NI"}


def tens(number: int) -> str:
    """Return the number below 100 in words, as it is spoken."""
    ten, one = divmod(number, 10)
    if not ten:
        return ONES[one]
    head = "mười" if ten == 1 else f"{ONES[ten]} mươi"
    last = {0: "", 1: "một" if ten == 1 else "mốt", 5: "lăm"}.get(one, ONES[one])
    return f"{head} {last}".strip()


def spoken_year(year: int) -> str:
    """Return the year in words: thousands, hundreds, and ``linh`` before a single figure."""
    thousands, rest = divmod(year, 1000)
    hundreds, rest = divmod(rest, 100)
    words = f"{ONES[thousands]} nghìn {ONES[hundreds]} trăm"
    if not rest:
        return words
    return f"{words} linh {ONES[rest]}" if rest < 10 else f"{words} {tens(rest)}"


def spoken(day: date) -> str:
    head = "mồng " if day.day <= 10 else ""
    return f"ngày {head}{tens(day.day)} tháng {tens(day.month)} năm {spoken_year(day.year)}"


FORMS = {
    "slashes": lambda d: f"{d.day}/{d.month}/{d.year}",
    "two figures": lambda d: f"ngày {d:%d/%m}/{d.year}",
    "dashes": lambda d: f"{d:%d-%m}-{d.year}",
    "dots": lambda d: f"{d.day}.{d.month}.{d.year}",
    "en dashes": lambda d: f"ngày {d.day}–{d.month}–{d.year}",
    "worded": lambda d: f"ngày {d.day} tháng {d.month} năm {d.year}",
    "half worded": lambda d: f"ngày {d.day} tháng {d.month}/{d.year}",
    "year apart": lambda d: f"ngày {d.day}/{d.month} năm {d.year}",
    "iso": lambda d: d.isoformat(),
    "in words": spoken,
    "weekday": lambda d: f"{WEEKDAYS[d.weekday()]}, ngày {d.day}/{d.month}/{d.year}",
    "missing space": lambda d: f"ngày{d.day}/{d.month}/{d.year}",
    "odd spaces": lambda d: f"ngày\xa0 {d.day} tháng  {d.month}\u2009năm {d.year}",
}
SPELLINGS = (
    str,
    str.upper,
    to_new_tone,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.replace(" ", "  "),
)


@pytest.mark.parametrize("form", ["slashes", "worded"])
def test_every_day_of_two_centuries_comes_back(form: str) -> None:
    for year in range(FIRST.year, LAST.year + 1):
        length = (date(year, 12, 31) - date(year, 1, 1)).days + 1
        days = [date(year, 1, 1) + timedelta(days=number) for number in range(length)]
        found = find_dates("\n".join(FORMS[form](day) for day in days), published=NEWS)
        assert [mention.value for mention in found] == [day.isoformat() for day in days]


@pytest.mark.parametrize("form", FORMS)
@given(st.dates(FIRST, LAST), st.sampled_from(SPELLINGS))
@settings(max_examples=150)
def test_a_day_comes_back_from_every_form_and_spelling(form, day, spelled) -> None:
    written = spelled(FORMS[form](day))
    text = f"Họp vào {written}."
    (found,) = find_dates(text, published=NEWS)
    assert (found.text, found.value) == (written, day.isoformat())
    assert found.start_date == found.end_date == day
    assert text[found.start : found.end] == written


@given(
    st.dates(date(2018, 1, 1), date(2028, 12, 31)),
    st.sampled_from(sorted(PARTS)),
    st.sampled_from(SPELLINGS),
)
def test_a_part_of_the_day_stays_with_its_day(day, part, spelled) -> None:
    written = spelled(f"{part} ngày {day.day}/{day.month}/{day.year}")
    (found,) = find_dates(f"{written}, xã họp.", published=NEWS)
    assert (found.text, found.value) == (written, f"{day}T{PARTS[part]}")


@given(
    st.dates(date(2018, 1, 1), date(2028, 12, 31)),
    st.integers(5, 23),
    st.integers(0, 59),
    st.sampled_from(
        [
            "{h} giờ {m:02} phút ngày {d}",
            "{h}h{m:02} ngày {d}",
            "{h}g{m:02}, ngày {d}",
            "{h:02}:{m:02} ngày {d}",
            "{h}h{m:02}' ngày {d}",
        ]
    ),
    st.sampled_from(SPELLINGS),
)
def test_a_clock_time_stays_with_its_day(day, hour, minute, form, spelled) -> None:
    written = spelled(form.format(h=hour, m=minute, d=f"{day.day}/{day.month}/{day.year}"))
    (found,) = find_dates(f"Lúc {written}, xã họp.", published=NEWS)
    assert (found.text, found.value) == (written, f"{day}T{hour:02}:{minute:02}")


@given(st.dates(date(2001, 1, 1), date(2023, 10, 20)))
def test_a_year_of_two_figures_is_the_latest_that_fits(day: date) -> None:
    (found,) = find_dates(f"ngày {day:%d/%m/%y}", published=NEWS)
    assert found.value == day.isoformat()
