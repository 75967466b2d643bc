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
        "cách 300 năm trước; nuôi được 1 tháng 12 ngày",
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
