"""Dates: what counts from the moment of writing, and lengths of time as TIMEX3's DURATION."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from hoinghi.stages.dates import find_dates

NOW = datetime(2023, 10, 20, 14, 35, 50)


def read(text: str, published: date | None = NOW) -> list[tuple[str, str, str]]:
    return [(m.text, m.value, m.type) for m in find_dates(text, published=published)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("bây giờ", "2023-10-20T14:35:50"),
        ("ngay lúc này", "2023-10-20T14:35:50"),
        ("40 giây trước", "2023-10-20T14:35:10"),
        ("5 phút nữa", "2023-10-20T14:40"),
        ("sau 90 phút nữa", "2023-10-20T16:05"),
        ("mười tiếng đồng hồ nữa", "2023-10-21T00:35"),
        ("nửa giờ trước", "2023-10-20T14:05"),
        ("hai tiếng rưỡi trước", "2023-10-20T12:05"),
        ("3 giờ 20 phút trước", "2023-10-20T11:15"),
        ("cách đây 15 giờ", "2023-10-19T23:35"),
    ],
)
def test_clock_units_count_from_the_clock_only(written: str, value: str) -> None:
    assert read(f"Tin về {written}.") == [(written, value, "TIME")]
    assert read(f"Tin về {written}.", NOW.date()) == []
    assert read(f"Tin về {written}.", None) == []


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("45 ngày trước", "2023-09-05"),
        ("1 năm 2 tháng trước", "2022-08"),
        ("hai tháng và 10 ngày nữa", "2023-12-30"),
        ("cách nay một năm rưỡi", "2022-04"),
        ("300 năm về trước", "1723"),
        ("hai quý trước", "2023-04"),
        ("3 thập kỷ trước", "1993"),
    ],
)
def test_a_point_has_the_grain_of_its_finest_unit(written: str, value: str) -> None:
    assert read(f"Chuyện {written}, ông kể.", NOW.date()) == [(written, value, "DATE")]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("3 ngày tới", "2023-10-21/2023-10-24"),
        ("hai tuần qua", "2023-W40/2023-W42"),
        ("4 tháng vừa rồi", "2023-06/2023-10"),
        ("1 tháng qua", "2023-09"),
        ("tuần qua", "2023-W41"),
        ("năm qua", "2022"),
        ("2 quý tiếp theo", "2024-Q1/2024-Q3"),
        ("mười năm trở lại đây", "2013/2023"),
        ("2 thập kỷ qua", "2003/2023"),
        ("20 phút vừa qua", "2023-10-20T14:15/2023-10-20T14:35"),
        ("24 giờ tới", "2023-10-20T15:00/2023-10-21T15:00"),
    ],
)
def test_a_length_counts_whole_units_and_leaves_out_its_end(written: str, value: str) -> None:
    assert read(f"Trong {written}, mưa to.") == [(written, value, "DURATION")]


def test_a_length_tells_its_first_and_last_day() -> None:
    (found,) = find_dates("Trong 2 tuần tới, xã họp.", published=NOW.date())
    assert (found.start_date, found.end_date) == (date(2023, 10, 23), date(2023, 11, 5))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("trong 10 ngày", "2023-10-30"),
        ("Trong vòng 2 tháng", "2023-12"),
        ("Các xã phải giải quyết xong trong 3 tuần.", "2023-11-10"),
        ("Trong 6 phút nữa, xe chạy.", "2023-10-20T14:41"),
    ],
)
def test_a_deadline_is_the_point_that_it_reaches(text: str, value: str) -> None:
    assert [(v, kind) for _, v, kind in read(text)] == [(value, "DURATION")]


@pytest.mark.parametrize(
    "text",
    [
        "những năm qua, nhiều tuần qua, ông qua đời, tháng qua tháng",
        "Lễ hội kéo dài trong 3 ngày, mất 2 giờ.",
        "Tổ đã hoàn thành trong 2 tuần.",
        "còn 5 ngày nữa, còn khoảng 20 ngày nữa",
        "hơn 30 năm trước, vài phút trước, mấy tháng tới",
        "2 giờ học tới, 5 phút tới trường, đến 30 phút trước giờ họp",
        "tour 2 ngày 1 đêm",
        "ba ngày sau khi mất, 100 năm trước cửa đình",
    ],
)
def test_other_lengths_are_none(text: str) -> None:
    assert read(text) == []


def test_a_clock_time_before_such_words_stays_one() -> None:
    assert read("lúc 8 giờ tới xã, từ 7 giờ tới 9 giờ") == [
        ("8 giờ", "2023-10-20T08:00", "TIME"),
        ("từ 7 giờ tới 9 giờ", "2023-10-20T07:00/2023-10-20T09:00", "TIME"),
    ]


def test_later_without_nua_counts_only_where_nothing_else_is_told() -> None:
    assert [v for _, v, _ in read("3 năm sau")] == ["2026"]
    assert read("Ông ra quân, 3 năm sau mới cưới vợ.") == []


def test_a_clock_with_a_zone_counts_in_its_own_time() -> None:
    zoned = NOW.replace(tzinfo=timezone(timedelta(hours=7)))
    assert read("10 phút nữa; sáng nay", zoned) == read("10 phút nữa; sáng nay")


@pytest.mark.parametrize("last", [date.min, date.max, datetime.max, datetime.min])
def test_lengths_beyond_the_calendar_are_left_out(last: date) -> None:
    for text in ("999 năm trước", "999 năm tới", "900 tuần 3 ngày nữa", "1 năm 999 giờ trước"):
        for found in find_dates(text, published=last):
            assert found.value
