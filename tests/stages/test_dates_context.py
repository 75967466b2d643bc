"""Dates: what the words around an expression and other dates of the article tell of it."""

from __future__ import annotations

from datetime import date

import pytest

from hoinghi.stages.dates import find_dates

NEWS = date(2023, 10, 20)


def values(text: str, published: date | None = NEWS) -> list[str]:
    return [m.value for m in find_dates(text, published=published)]


def test_missing_year_is_first_that_of_the_same_event() -> None:
    assert values("Ngày 5/9/2022 khai mạc. Sáng 5/9, đoàn về.", date(2023, 1, 10)) == [
        "2022-09-05",
        "2022-09-05TMO",
    ]
    assert values("Ngày 5/9/2022 khai mạc. Sáng 6/9, đoàn về.", None)[1] == "2022-09-06TMO"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Sáng 20/12, họp.", 2022),
        ("Sáng 20/12 tới, họp.", 2023),
        ("hoàn thành trước ngày 20/12.", 2023),
        ("Sáng 20/3 vừa qua, họp.", 2023),
    ],
)
def test_missing_year_lies_behind_unless_the_words_look_ahead(text: str, year: int) -> None:
    (found,) = find_dates(text, published=date(2023, 3, 25))
    assert found.start_date is not None
    assert found.start_date.year == year


def test_named_weekday_chooses_the_year() -> None:
    assert values("Thứ Sáu, ngày 31/3", date(2023, 10, 20)) == ["2023-03-31"]
    assert values("Thứ Năm, ngày 31/3", date(2023, 10, 20)) == ["2022-03-31"]


def test_same_day_is_the_day_of_the_event_and_no_deadline() -> None:
    text = "Sáng 18/10, đoàn họp, hẹn xong trước ngày 31/12. Chiều cùng ngày, đoàn đi thăm."
    assert values(text)[-1] == "2023-10-18TAF"
    assert values("Cùng ngày, xã họp.") == ["2023-10-20"]


def test_clock_times_take_the_day_of_their_heading_or_sentence() -> None:
    text = "Thứ Hai, 23/10\n- 7h30: Họp giao ban.\nThứ Ba, 24/10\n- 14h00: Tiếp dân."
    assert values(text) == ["2023-10-23", "2023-10-23T07:30", "2023-10-24", "2023-10-24T14:00"]
    assert values("Mưa từ chiều 14/10, đến 22 giờ thì tạnh.")[-1] == "2023-10-14T22:00"


def test_document_dates_do_not_place_the_event() -> None:
    assert values("Theo Kế hoạch số 21/KH-UBND ngày 26.02.2021, sáng 14.5 đoàn đến.", None) == [
        "2021-02-26",
        "XXXX-05-14TMO",
    ]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Tết Giáp Thìn", "2024-02-10"),
        ("Tết Nguyên đán Ất Mùi 2015", "2015-02-19"),
        ("mùng 3 Tết", "2024-02-12"),
        ("rằm tháng Bảy năm Quý Mão", "2023-08-30"),
        ("mùng 10/3 âm lịch", "2023-04-29"),
        ("23 tháng Chạp", "2024-02-02"),
        ("Tết Đinh Hợi 2007", "2007-02-17"),
        ("Tết năm 1985", "1985-01-21"),
        ("ngày 21 tháng 2 năm Giáp Ngọ", "2014-03-21"),
    ],
)
def test_lunar_days_fall_where_the_vietnamese_calendar_has_them(written: str, day: str) -> None:
    (found,) = find_dates(f"Bà con đón {written}.", published=date(2023, 11, 20))
    assert (found.text, found.value) == (written, day)


def test_lunar_days_that_cannot_be_known_get_no_value() -> None:
    assert values("mùng 3 Tết, 30 tháng Chạp năm Giáp Thìn", None) == []
    assert values("đón Tết Mậu Thân 1908") == []


def test_the_year_of_a_founding_is_not_the_year_of_the_news():
    text = "Thành lập ngày 12/3/1993, trường có 800 học sinh. Sáng 20/11, trường tổ chức lễ."
    assert [d.value for d in find_dates(text)] == ["1993-03-12", "XXXX-11-20TMO"]


def test_without_publication_the_latest_full_day_tells_the_year():
    text = (
        "Quyết định ban hành ngày 5/1/2009 còn hiệu lực. Ngày 7/8/2017, xã họp; sáng 9/8 công bố."
    )
    assert [d.value for d in find_dates(text)][-1] == "2017-08-09TMO"


def test_a_day_of_history_gives_no_year_to_the_news_of_later_years() -> None:
    text = "Ngày 7/11/1917, cách mạng nổ ra. Năm 2016, nhóm được tặng cờ. Chiều 1/7, xã kỷ niệm."
    assert [d.value for d in find_dates(text)][-1] == "XXXX-07-01TAF"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("mồng hai tháng ba", "2024-03-02"),
        ("Tháng 2, xã trồng cây.", "2024-02"),
        ("Tháng 2 tới, xã trồng cây.", "2025-02"),
        ("Ngày 9/1, xã khai hội.", "2025-01-09"),
        ("Ngày 9/2, xã khai hội.", "2024-02-09"),
    ],
)
def test_without_a_word_of_the_future_only_near_days_lie_in_the_next_year(text, value) -> None:
    assert values(text, date(2024, 12, 15)) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tháng 12, xã làm đường.", "2023-12"),
        ("Ngày 25/11, xã làm đường.", "2023-11-25"),
        ("Ngày 25/8, xã làm đường.", "2024-08-25"),
        ("Hồi tháng 9, xã làm đường.", "2023-09"),
    ],
)
def test_last_year_is_meant_only_soon_after_new_year(text: str, value: str) -> None:
    assert values(text, date(2024, 2, 2)) == [value]


def test_told_history_lends_its_year_to_the_months_that_follow() -> None:
    text = "Tháng 3 năm 1946, làng bị đốt. Đến tháng 6, dân trở về.\nTháng 6, xã dựng bia."
    assert values(text) == ["1946-03", "1946-06", "2023-06"]


def test_neither_ranges_nor_deadlines_are_the_day_of_the_event() -> None:
    text = "Sáng 18/10, xã họp. Hội diễn ra từ 16 đến 19/10. Chiều cùng ngày, đoàn về."
    assert values(text)[-1] == "2023-10-18TAF"
    text = "Sáng 18/10, xã họp, lệnh: từ 12 giờ ngày 19/10, cấm biển. Đến 16 giờ cùng ngày, xong."
    assert values(text)[-1] == "2023-10-18T16:00"
    assert values("Phải xong trước 10h ngày 22/10, kê xong trước 16h cùng ngày.")[-1] == (
        "2023-10-22T16:00"
    )


def test_a_lone_day_number_is_in_the_nearest_month() -> None:
    assert values("vào ngày 28", date(2023, 3, 2)) == ["2023-02-28"]
    assert values("trước ngày 10", date(2023, 3, 28)) == ["2023-04-10"]


PUBLISHED = date(2024, 5, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the day told just before, however long ago, and never a document's or a deadline's
        ("Ngày 2/5, xã báo. Trưa 20/4, anh Nam ra đồng. Tối cùng ngày, anh về.", "2024-04-20TEV"),
        ("Chiều 23/1/2022, đoàn tới bản. Tối cùng ngày, bản mở hội.", "2022-01-23TEV"),
        ("Sáng 2/5, huyện họp. Trước 30/5 phải xong. Chiều cùng ngày, họp tiếp.", "2024-05-02TAF"),
        # a time goes on with the day of its scene, also a coming one
        ("Thứ Sáu, ngày 10/5, Quốc hội họp. Buổi sáng, nghe tờ trình.", "2024-05-10TMO"),
        ("Ngày bầu cử là 22/5. Bỏ phiếu từ 7 giờ đến 19 giờ cùng ngày.",
         "2024-05-22T07:00/2024-05-22T19:00"),
        # weekdays that the line has told before
        ("Hai ngày 16 - 17/5, tập huấn ở tỉnh (xe đi lúc 5h thứ Năm)", "2024-05-16T05:00"),
        ("Thứ Tư, 15/5, khai mạc; đoàn tập trung tối thứ Tư.", "2024-05-15TEV"),
        # a year of the past goes on in its sentence, that of a law or in brackets does not
        ("Trận đầu nổ ra ngày 13/3/1954; đợt hai từ 30/3 đến 30/4.", "1954-03-30/1954-04-30"),
        ("Cuộc bầu cử năm 2011 cũng tổ chức ngày 22 tháng 5.", "2011-05-22"),
        ("Theo Luật Đất đai năm 2013, ngày 2/5 xã niêm yết.", "2024-05-02"),
        ("Kỷ niệm ngày sinh (19/5/1890), tối 2/5 xã mở hội.", "2024-05-02TEV"),
        # tense
        ("Các bộ sẽ xem xét dự thảo rồi trình Chính phủ vào tháng 11.", "2024-11"),
        ("Từ tháng 1 tới nay, xã có 5 nhà mới.", "2024-01"),
        ("Chủ nhật vừa qua (28/4), xã ra quân.", "2024-04-28"),
        ("Hội sơ kết hằng năm vào tháng 11.", "XXXX-11"),
    ],
)  # fmt: skip
def test_what_is_told_before_places_what_follows(text: str, expected: str) -> None:
    assert values(text, PUBLISHED)[-1] == expected


def test_a_line_with_a_number_and_a_weekday_heads_the_times_below_it() -> None:
    text = (
        "LỊCH (Từ 13/5 đến 18/5/2024)\nI. THỨ HAI (13/5)\n7h00: họp\nII. THỨ BA (14/5)\n8h00: họp"
    )
    found = values(text, PUBLISHED)
    assert "2024-05-13T07:00" in found
    assert found[-1] == "2024-05-14T08:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Năm 1976 ông thăm xã, ngày 3/5/1976. Sáng 22/5, xã đón khách.", "XXXX-05-22TMO"),
        ("Sáng 22/5/2024, xã đón khách. Chiều 23/5, khách về.", "2024-05-23TAF"),
        ("Ngày 22/5/2024, xã đón khách. Chiều 23/5, khách về.", "2024-05-23TAF"),
        ("Ngày 22/5/2024, xã đón khách. Chiều 23/11, khách về.", "XXXX-11-23TAF"),
        (
            "Hôm nay, ngày 10/11/2019, thôn họp. Kế hoạch năm 2020. Báo cáo ngày 25/11.",
            "2019-11-25",
        ),
    ],
)
def test_an_undated_article_counts_from_a_day_that_shows_to_be_its_own(text, expected) -> None:
    assert values(text, None)[-1] == expected


def test_what_points_back_at_nothing_has_no_value() -> None:
    assert values("Hôm đó, bà con ra đồng.", PUBLISHED) == []
    assert values("Cùng ngày, bà con ra đồng.", PUBLISHED) == ["2024-05-04"]
    assert values("Lễ mở ngày 20/4. Hôm đó, bà con ra đồng.", PUBLISHED) == ["2024-04-20"] * 2


def test_neither_ordinals_nor_habits_swallow_their_neighbours() -> None:
    assert values("kỳ họp thứ 4 tháng 12/2021, cử tri") == ["2021-12"]
    assert values("báo cáo vào ngày 5 hàng tháng cho đến hết quý III/2024") == [
        "XXXX-XX-05",
        "2024-Q3",
    ]


# An article that does not say when it is of, and looks back.
MANY_YEARS_ON = "Sáng 9/7, huyện mừng 110 năm (12/7/1907 - 12/7/2017), lập ngày 12/7/1907."
SAME_DAY_LONG_AGO = "Chiều 21/6, hai xã gặp mặt. Năm 2017 đã xa 40 năm từ ngày 21/6/1977."
DAY_OF_DEATH = "Mừng 90 năm (22/5/1927 - 22/5/2017) của cụ, sáng 22/5 xã đặt tên đường."
LIFE = "Ông Tâm sinh ngày 25/8/1983.\nChiều cùng ngày, xã họp tiếp."


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        (MANY_YEARS_ON, 0, "XXXX-07-09TMO"),
        (SAME_DAY_LONG_AGO, 0, "XXXX-06-21TAF"),
        (DAY_OF_DEATH, -1, "2017-05-22TMO"),
        (f"Sáng 22/6/2017, xã họp. {LIFE}", -1, "2017-06-22TAF"),
        (f"Sáng 22/6, xã họp về nhiệm kỳ 2014-2019. {LIFE}", -1, "XXXX-06-22TAF"),
    ],
)
def test_an_undated_article_takes_no_year_from_lives_and_anniversaries(text, at, expected) -> None:
    assert values(text, None)[at] == expected
