"""Dates: what must hold for every text, calendar day and spelling."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoinghi.stages.dates import find_dates
from hoinghi.stages.dates.patterns import AFTER_NUMBER, STARTERS
from hoinghi.text import to_new_tone

NEWS = date(2023, 10, 20)
WORDS = st.sampled_from(
    """ngày tháng năm sáng chiều đêm từ đến và hôm nay qua mai cùng thứ hai chủ nhật quý II tuần
    này trước sau nhiệm kỳ giai đoạn mùng rằm Tết Giáp Thìn giờ phút h g lúc đầu cuối nửa mùa hè
    cách đây nữa qua trong vòng nửa rưỡi tiếng phút giây bây ngay tiên của TCN AM pm T2 CN
    thế kỷ thập niên các hết âm lịch hàng 0 1 2 3 12 13 29 30 31 45 99 100 938 1985
    2023 2024 2100 / - . , : ( ) ' \n""".replace("\n", " ").split(" ")
)
ANY_STARTER = st.sampled_from(sorted(frozenset(STARTERS) | AFTER_NUMBER))
FORMS = (
    "{d}/{m}/{y}", "{d:02}-{m:02}-{y}", "{d}.{m}.{y}", "ngày {d} tháng {m} năm {y}",
    "{y}-{m:02}-{d:02}", "ngày {d}/{m} năm {y}", "ngày {d} tháng {m}/{y}",
)  # fmt: skip


@given(st.text(max_size=300), st.dates() | st.none())
def test_any_text_is_read_without_error_and_with_exact_offsets(raw: str, day: date | None) -> None:
    end = 0
    for found in find_dates(raw, published=day):
        assert found.start >= end
        assert raw[found.start : found.end] == found.text
        end = found.end


@settings(max_examples=400)
@given(st.lists(WORDS, max_size=25).map(" ".join), st.dates() | st.datetimes() | st.none())
def test_any_run_of_date_words_is_read_without_error(raw: str, day: date | None) -> None:
    for found in find_dates(raw, published=day):
        assert raw[found.start : found.end] == found.text
        assert found.value


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(FORMS))
def test_every_day_comes_back_from_every_form(day: date, form: str) -> None:
    written = form.format(d=day.day, m=day.month, y=day.year)
    (found,) = find_dates(f"Họp vào {written}.", published=NEWS)
    assert (found.text, found.value) == (written, day.isoformat())
    assert found.start_date == found.end_date == day


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@pytest.mark.parametrize("change", [str, str.upper, str.lower, to_new_tone])
def test_value_does_not_hang_on_the_spelling(form, change) -> None:
    text = (
        "Chiều\u00a0ngày  23\u2013 4\u20132024; quý  II/2024; sáng Chủ nhật tuần này; năm hoà 2020"
    )
    text = text.replace("23\u2013 4\u20132024", "23\u20114\u20112024").replace("năm hoà", "năm")
    raw = unicodedata.normalize(form, change(text)) if form[2] != "K" else change(text)
    found = find_dates(raw, published=NEWS)
    assert [m.value for m in found] == ["2024-04-23TAF", "2024-Q2", "2023-10-22TMO", "2020"]
    assert all(raw[m.start : m.end] == m.text for m in found)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        ".",
        "/",
        "1/",
        "1.",
        "12/5/",
        "1-1 ",
        "ngày ",
        " ",
        "1:",
        "2023-",
        "1 và ",
        "ngày 5, ",
        "2 năm ",
        "3 ngày tới ",
        "nửa ",
        "tuần đầu tiên của ",
        "Thứ hai,\n",
        "hai không ",
        "năm ",
        "thập niên 90 của ",
        "từ 5/6, ",
        "ngày 5/6 từ 7h ",
        "mùng 5 ",
        "từngày 5",
        "sáng 5, tối ",
        "Năm ngoái, tháng ",
        "đêm 30 rạng sáng ",
        "thắng Nam 3-1 ",
        "chiều cùng ngày ",
    ],
)
def test_time_grows_no_faster_than_the_text(piece, grows_linearly) -> None:
    grows_linearly(find_dates, piece)


@pytest.mark.parametrize("piece", ["1", ".", "/", "1/", "1."])
def test_a_megabyte_of_digits_and_signs_holds_no_date(piece: str) -> None:
    assert find_dates((piece * 1_000_000)[:1_000_000], published=NEWS) == []
