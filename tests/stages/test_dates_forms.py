"""Dates: further forms, such as feasts, eras, short weekdays, spoken numbers and foreign ones."""

from __future__ import annotations

from datetime import date

import pytest

from hoinghi.stages.dates import find_dates

NEWS = date(2023, 10, 20)


def read(text: str, published: date | None = NEWS) -> list[tuple[str, str]]:
    return [(m.text, m.value) for m in find_dates(text, published=published)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("ngày đầu tiên của tháng 11", "2023-11-01"),
        ("ngày cuối cùng của tháng hai năm 2024", "2024-02-29"),
        ("ngày cuối cùng của quý II/2023", "2023-06-30"),
        ("tuần đầu tiên của tháng 9 năm 2022", "2022-W36"),
        ("tuần thứ ba của tháng 10", "2023-W42"),
        ("tuần cuối tháng 10", "2023-W44"),
        ("tuần 3 tháng 10", "2023-W42"),
        ("tuần 3 tháng 8/2025", "2025-W34"),
        ("Chủ nhật cuối cùng của tháng 5 năm 2024", "2024-05-26"),
        ("thứ hai đầu tiên của tháng này", "2023-10-02"),
        ("tháng cuối cùng của năm 2022", "2022-12"),
        ("quý đầu tiên của năm 2025", "2025-Q1"),
    ],
)
def test_a_unit_picked_out_of_a_longer_one(written: str, value: str) -> None:
    assert read(f"Xã họp vào {written}.") == [(written, value)]


def test_what_is_picked_must_exist_and_be_one() -> None:
    assert read("tuần thứ 6 của tháng 10") == []
    assert read("hai quý đầu năm 2023") == [("đầu năm 2023", "2023")]
    assert read("ngày đầu tiên của năm Quý Mão") == [("năm Quý Mão", "2023")]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("năm 2879 TCN", "BC2879"),
        ("năm 111 trước Công nguyên", "BC0111"),
        ("năm 40 sau Công nguyên", "0040"),
        ("từ năm 207 TCN đến năm 938", "BC0207/0938"),
        ("thế kỷ III trước Công nguyên", "BC02"),
        ("thế kỷ trước", "19"),
        ("thập niên 60 của thế kỷ trước", "196"),
        ("những năm 80", "198"),
        ("tháng 4 năm 75", "1975-04"),
        ("ngày 30 tháng 4 năm bảy lăm", "1975-04-30"),
        ("năm hai nghìn", "2000"),
        ("tháng mười năm hai không mười chín", "2019-10"),
        ("mùng sáu tháng ba năm hai không hai tư", "2024-03-06"),
        ("ba mốt tháng mười hai năm một nghìn chín trăm chín mươi chín", "1999-12-31"),
    ],
)
def test_years_of_every_era_and_in_every_wording(written: str, value: str) -> None:
    assert read(f"Việc ấy có từ trước, {written}.") == [(written, value)]


@pytest.mark.parametrize(
    ("written", "value", "mod"),
    [
        ("đầu thế kỷ XX", "19", "START"),
        ("giữa thập niên 1980", "198", "MID"),
        ("cuối năm 2022", "2022", "END"),
        ("trung tuần tháng 8", "2023-08", "MID"),
        ("năm 2022", "2022", ""),
    ],
)
def test_early_mid_and_late_are_the_mod_of_the_whole(written: str, value: str, mod: str) -> None:
    (found,) = find_dates(f"Vào {written}, làng có nghề.", published=NEWS)
    assert (found.text, found.value, found.mod) == (written, value, mod)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("T6", "2023-10-20"),
        ("CN", "2023-10-15"),
        ("tối T7", "2023-10-14TEV"),
        ("CN tuần này", "2023-10-22"),
        ("T2, 16/10", "2023-10-16"),
        ("Thứ Ba: họp chi bộ", "2023-10-17"),
        ("thứ ba sau khi bão tan, cả xã ra đồng", "2023-10-17"),
        ("cuối tuần này", "2023-W42-WE"),
        ("cuối tuần trước", "2023-W41-WE"),
    ],
)
def test_weekdays_short_and_long(text: str, value: str) -> None:
    assert [v for _, v in read(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Thứ nhất, phải học.\nThứ hai, phải làm.\nThứ ba: phải thi.",
        "Phòng CN và TTCN, cổng T2 của trại, vitamin T3",
        "lần thứ hai sau khi sáp nhập",
    ],
)
def test_counts_and_codes_are_no_weekdays(text: str) -> None:
    assert read(text) == []


def test_a_numbered_weekday_before_its_day_is_one() -> None:
    assert read("II. THỨ BA (24/10)\nKỳ họp thứ ba (2/3 số phiếu)") == [
        ("THỨ BA", "2023-10-24"),
        ("24/10", "2023-10-24"),
    ]
    assert read("Học sinh lớp 10 ngày 5, 6/10 thi lại") == [
        ("ngày 5, 6/10", "2023-10-05/2023-10-06")
    ]


def test_days_of_a_programme_lie_in_its_week() -> None:
    text = "Lịch tuần từ ngày 23/10 đến 29/10\nThứ Ba: tiếp dân\nThứ Sáu: 14h30 họp"
    assert [v for _, v in read(text)][1:] == ["2023-10-24", "2023-10-27", "2023-10-27T14:30"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("giáng sinh", "2023-12-25"),
        ("Ngày Quốc khánh", "2023-09-02"),
        ("quốc tế lao động năm sau", "2024-05-01"),
        ("Tết Trung thu", "2023-09-29"),
        ("giao thừa", "2023-01-21"),
        ("Ngày Nhà giáo Việt Nam", "2023-11-20"),
    ],
)
def test_a_feast_that_is_the_whole_text_is_this_years(text: str, value: str) -> None:
    assert read(text) == [(text, value)]


def test_a_feast_near_new_year_is_the_nearest() -> None:
    assert read("giáng sinh", date(2024, 1, 5))[0][1] == "2023-12-25"
    assert read("Tết dương lịch", date(2023, 12, 20))[0][1] == "2024-01-01"
    assert read("giao thừa", date(2024, 2, 1))[0][1] == "2024-02-09"


def test_a_feast_in_running_text_needs_its_year() -> None:
    assert read("Nhân dịp Quốc khánh và giáng sinh, xã tặng quà.") == []


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("7:45 PM", "2023-10-20T19:45"),
        ("12:10 am", "2023-10-20T00:10"),
        ("10:15:20 CH", "2023-10-20T22:15:20"),
        ("7h30-11h30", "2023-10-20T07:30/2023-10-20T11:30"),
        ("13:30-17:00", "2023-10-20T13:30/2023-10-20T17:00"),
        ("3pm", "2023-10-20T15:00"),
        ("bảy rưỡi tối mai", "2023-10-21T19:30"),
        ("9 giờ thiếu 5 ngày 12/10", "2023-10-12T08:55"),
        ("8 giờ 5 sáng 12/10", "2023-10-12T08:05"),
        ("14h30m ngày 12/10", "2023-10-12T14:30"),
        ("6 giờ mười phút hai giây", "2023-10-20T06:10:02"),
        ("từ 2 giờ đến 4 giờ chiều mai", "2023-10-21T14:00/2023-10-21T16:00"),
        ("từ 8 giờ đến 4 giờ chiều 12/10", "2023-10-12T08:00/2023-10-12T16:00"),
        ("9:30 - 11:00 thứ Tư", "2023-10-18T09:30/2023-10-18T11:00"),
        ("không giờ ba mươi phút ngày 12/10", "2023-10-12T00:30"),
        ("thứ 2 tuần sau lúc 3 giờ chiều", "2023-10-23T15:00"),
        ("hôm qua 08:16", "2023-10-19T08:16"),
        ("Hôm qua 19.10", "2023-10-19"),
        ("chiều tối qua", "2023-10-19TEV"),
        ("từ thứ 2 đến thứ 6 tuần này", "2023-10-16/2023-10-20"),
        ("tháng 1, 2, 3 năm 2022", "2022-01/2022-03"),
        ("tuần sau nữa", "2023-W44"),
        ("đêm 30 Tết", "2024-02-09TNI"),
        ("7 - 9 giờ tối nay", "2023-10-20T19:00/2023-10-20T21:00"),
        ("2024-05-12T14:30", "2024-05-12T14:30"),
        ("2024-05-12 14:30:05", "2024-05-12T14:30:05"),
        ("2024/05/12", "2024-05-12"),
        ("ngày 20240512", "2024-05-12"),
        ("Chủ nhật, 12 Tháng 5, 2024", "2024-05-12"),
        ("T9/2022", "2022-09"),
    ],
)
def test_times_and_days_as_other_systems_write_them(written: str, value: str) -> None:
    assert read(f"Cập nhật: {written} (GMT+7)") == [(written, value)]


@pytest.mark.parametrize(
    "text",
    [
        "sâu từ 2 - 3 mét, giá từ 10-11 triệu đồng",
        "số 2011/5/3/QĐ, mã 20240512",
        "29 tháng 2 năm 2023, ngày 29 tháng 2 năm 2023",
        "8 giờ 5 đại biểu, 25 giờ, 24:60",
        "những năm 20 tuổi, giá năm nghìn đồng",
        "làm việc từ thứ 2 đến thứ 6, từ thứ hai đến thứ sáu hằng tuần",
        "từ tháng 2 âm lịch, tháng Chạp",
    ],
)
def test_measures_codes_and_impossible_days_are_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("vàongày 5/6/2024, họp", "ngày 5/6/2024", "2024-06-05"),
        ("Sángngày 23/4/2024", "ngày 23/4/2024", "2024-04-23"),
        ("vìtháng 3/2023 mưa", "tháng 3/2023", "2023-03"),
        ("trongnăm 2022 có", "năm 2022", "2022"),
        ("từngày 5/6 đếnngày 7/6/2023", "ngày 5/6 đếnngày 7/6/2023", "2023-06-05/2023-06-07"),
        ("ngày12tháng4năm2023", "ngày12tháng4năm2023", "2023-04-12"),
        ("lúc 7h30ngày 5/6/2023", "7h30ngày 5/6/2023", "2023-06-05T07:30"),
        ("họp ngày 5/6/2023tại xã", "ngày 5/6/2023", "2023-06-05"),
        ("Chiều 5/6/2023,xã họp", "Chiều 5/6/2023", "2023-06-05TAF"),
    ],
)
def test_a_missing_space_hides_no_date(text: str, written: str, value: str) -> None:
    assert read(text) == [(written, value)]
