"""Dates: forms met in real articles, each family with what only looks like it."""

from __future__ import annotations

from datetime import date

import pytest

from hoinghi.stages.dates import find_dates

NEWS = date(2024, 5, 22)


def read(text: str, published: date | None = NEWS) -> list[tuple[str, str]]:
    return [(m.text, m.value) for m in find_dates(text, published=published)]


def spans(text: str) -> list[str]:
    return [m.text for m in find_dates(text, published=NEWS)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hôm qua 14.3, xã họp.", [("Hôm qua 14.3", "2024-03-14")]),
        ("Tính đến hôm nay 21/5, huyện xong.", [("hôm nay 21/5", "2024-05-21")]),
        ("Hôm nay 12 hộ ký cam kết.", [("Hôm nay", "2024-05-22")]),
    ],
)
def test_a_deictic_day_may_stand_before_figures(text: str, found: list[tuple[str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("năm 2015-2018", "2015/2018"),
        ("13h30-16h30", "2024-05-22T13:30/2024-05-22T16:30"),
        ("07:00-09:30", "2024-05-22T07:00/2024-05-22T09:30"),
        ("8g-10g30 ngày 10.3", "2024-03-10T08:00/2024-03-10T10:30"),
        ("Chiều tối 14/3", "2024-03-14TEV"),
        ("tối muộn 14/3", "2024-03-14TEV"),
        ("Ngày 13 /5", "2024-05-13"),
        ("cuối 2016", "2016"),
        ("6 tháng đầu 2021", "2021-H1"),
        ("những năm 1980", "198"),
        ("những năm 60", "196"),
        ("những năm 80 của thế kỷ trước", "198"),
        ("những năm đầu thập niên 90", "199"),
        ("Tết Mậu Thân năm 1968", "1968-01-29"),
        ("9/8 lịch âm", "2024-09-11"),
        ("ngày 21 tháng 2 năm Giáp Ngọ", "2014-03-21"),
        ("Xuân Giáp Thìn 2024", "2024-SP"),
        ("XUÂN GIÁP THÌN", "2024-SP"),
        ("Xuân 2014", "2014-SP"),
        ("xuân này", "2024-SP"),
        ("thứ Hai tuần kế tiếp", "2024-05-27"),
    ],
)
def test_a_form_has_its_whole_span(written: str, value: str) -> None:
    assert read(f"Đoàn đến, {written}, rồi về.") == [(written, value)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("kế hoạch đến 2030, tầm nhìn 2050", ["2030", "2050"]),
        ("từ 2016 đến nay", ["2016"]),
        ("hồi 2014; kéo dài sang 2022 là 3 tỷ", ["2014", "2022"]),
        ("đến 2000 người dự, từ 2015 hộ, hơn 1980 m", []),
        ("Hội nghị Thanh niên 2017", []),
        ("năm 85 tôi học ở đây", ["năm 85"]),
        ("mất năm 85 tuổi, mỗi năm 60 triệu, 5 năm 40 con", []),
    ],
)
def test_a_year_may_stand_alone_where_nothing_is_counted(text: str, years: list[str]) -> None:
    assert spans(text) == years


@pytest.mark.parametrize(
    "text",
    [
        "giá từ 2 - 3 triệu, rộng từ 3-5m, mỗi nhóm từ 4-5 người",
        "mỗi tháng 4 - 5 triệu; xem trang 1-2",
        "xe chạy từ 6h đến 18h hằng ngày, phát 19 giờ 30 mỗi tối",
        "có khi 2 giờ, có khi 3h30",
        "mở cửa vào các ngày Chủ nhật",
        "xong trong vòng 3h, kết thúc sau 2 giờ 16 phút",
        "Tin tức 24h",
        "góp 2/3 vốn, rút ngắn 1/3 thời gian, ít nhất 3/4 tài sản",
        "thợ bậc 7/7, Công ty May 10/3, phố sách 19/12, kênh 19/5",
        "nhà số 15/8 đường Lê Lợi, hẻm 12/4, ngõ 3/2",
        "thắng Tân Lập 3-1, hòa 2-2, tỉ số 4-2, hiệp một 1-0",
        "nghĩa cử cao quý này; những tháng năm gian khó",
        "nuôi được 1 tháng 12 ngày",
    ],
)
def test_measures_scores_names_and_habits_are_no_dates(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kỷ niệm chiến thắng 7-5, hạ tầng xong từ 3-2.", ["7-5", "3-2"]),
        ("học sinh tựu trường 25-8, nộp trước 31.10.", ["25-8", "31.10"]),
        ("hạn là 31-3 vừa qua, hạn sau 9-4 tới đây", ["31-3", "9-4"]),
        ("sau 16h30 mới về", ["16h30"]),
        ("5 tháng đầu năm tiếp tục tăng", ["5 tháng đầu năm"]),
        ("dự G20 năm nay", ["năm nay"]),
        ("nhập ngũ tháng 10-1960, Cách mạng tháng Tám", ["tháng 10-1960"]),
        ("họp từ 16h30 - 18h, chiều nghỉ", ["16h30 - 18h"]),
        ("kết quả tuần 41, LỊCH CÔNG TÁC TUẦN 20, thai tuần 12", ["tuần 41", "TUẦN 20"]),
    ],
)
def test_what_stands_around_figures_decides(text: str, found: list[str]) -> None:
    assert spans(text) == found


def test_a_clock_time_behind_a_comma_and_a_word_is_told_apart() -> None:
    assert read("Sáng nay, lúc 8 giờ, xã họp.") == [
        ("Sáng nay", "2024-05-22TMO"),
        ("8 giờ", "2024-05-22T08:00"),
    ]
    assert spans("14 giờ, ngày 5/3") == ["14 giờ, ngày 5/3"]


def test_the_day_before_and_after_are_counted_from_the_one_told() -> None:
    text = "Ngày 12/5, đoàn đến. Hôm sau, bà con họp. Đêm đó, trời mưa."
    assert [value for _, value in read(text)] == ["2024-05-12", "2024-05-13", "2024-05-13TNI"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("từ đầu năm 2008 đến hết quý I-2009", "2008/2009-Q1"),
        ("từ 0 giờ ngày 01/4 đến hết ngày 15/4/2020", "2020-04-01T00:00/2020-04-15"),
        ("từ ngày 18/12/1980 đến trước ngày 15/10/1993", "1980-12-18/1993-10-15"),
        ("từ 15.10.1993 đến trước 1.7.2014", "1993-10-15/2014-07-01"),
        ("từ đầu năm đến ngày 30/4", "2024/2024-04-30"),
        ("từ năm 1965 đến những năm 1990", "1965/199"),
        ("mùa khô 2016 - 2017", "2016/2017"),
        ("từ 1.7.2014 đến hết 2016", "2014-07-01/2016-12-31"),
        ("từ 17 giờ đến 2 giờ sáng", "2024-05-22T17:00/2024-05-23T02:00"),
        ("từ 20 giờ ngày 31/12/2023 đến 2 giờ sáng", "2023-12-31T20:00/2024-01-01T02:00"),
        ("từ thứ Hai đến thứ Sáu tuần sau", "2024-05-27/2024-05-31"),
        ("thứ Bảy, chủ nhật này", "2024-05-25/2024-05-26"),
        ("thứ Hai và thứ Năm hàng tuần", "XXXX-WXX-1/XXXX-WXX-4"),
        ("đêm 30 rạng sáng 31-1", "2024-01-30TNI/2024-01-31TMO"),
        ("đêm 13, rạng ngày 14/5", "2024-05-13TNI/2024-05-14"),
        ("năm 2014 và 2016", "2014/2016"),
        ("30/4 và 01/5", "2024-04-30/2024-05-01"),
        ("ngày 5, 6/6", "2024-06-05/2024-06-06"),
        ("tối 25 hằng tháng", "XXXX-XX-25TEV"),
        ("hôm 22 tháng trước", "2024-04-22"),
        ("tối thứ Bảy 18/5, 18g-20g30", "2024-05-18T18:00/2024-05-18T20:30"),
        ("02 ngày, 20-21/9/2022", "2022-09-20/2022-09-21"),
        ("năm ngoái, tháng chín", "2023-09"),
        ("tuần tới, từ 27 đến 31-5", "2024-05-27/2024-05-31"),
        ("19-5-1890/19-5-2017", "1890-05-19/2017-05-19"),
    ],
)
def test_ranges_and_sets_are_one_span(written: str, value: str) -> None:
    assert read(f"Đoàn đến; {written}; rồi về.") == [(written, value)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("từ 5/3 đến 2000 người", ["5/3"]),
        ("Năm 1991, năm 2016 tăng", ["Năm 1991", "năm 2016"]),
        ("Từ 1945 đến 1954 và 1955-1975, xã", ["Từ 1945 đến 1954", "1955-1975"]),
        ("Bón 30-6, 15-7 và 10-8; xong.", ["30-6", "15-7", "10-8"]),
        ("nghỉ 4 ngày, từ 30/8 đến hết 2/9", ["từ 30/8 đến hết 2/9"]),
        ("đến năm 2015, năm 2018 hộ", ["năm 2015", "năm 2018"]),
        ("lần thứ ba, thứ tư; ga T3, T4", []),
        ("thi vào lớp 10 ngày 5, 6/6", ["ngày 5, 6/6"]),
        ("Năm nay, 2/3 số hộ đã nộp", ["Năm nay"]),
        ("II. THỨ BA (14/5)", ["THỨ BA", "14/5"]),
        ("Xã Tân: Chiều, đoàn về | Sáng | họp", ["Chiều", "Sáng"]),
        ("công tác từ 8/2012 – 2017: kế toán", ["8/2012 – 2017"]),
        ("Theo kế hoạch, đến 30-11 các xã xong", ["30-11"]),
    ],
)
def test_what_stands_apart_is_no_set(text: str, found: list[str]) -> None:
    assert spans(text) == found


def test_lunar_days_are_told_by_cycle_calendar_and_season() -> None:
    text = "Ông mất ngày 12-8-2020 (nhằm ngày 23 tháng 6 năm Canh Tý). Lễ đúng rằm tháng Bảy."
    assert [value for _, value in read(text)][:2] == ["2020-08-12", "2020-08-12"]
    assert read("Ra Tết, mùng 5 có 20 tàu mở biển.", date(2024, 2, 16)) == [
        ("mùng 5", "2024-02-14")
    ]
    assert read("Giá mùng 5 đại biểu, mùng 9 họp.") == []
    text = "Ngày 20/5, tức mùng 1 tháng 2 Chăm lịch, làng mở hội."
    assert [value for _, value in read(text)] == ["2024-05-20", "2024-05-20"]
