"""Dates: spans and TIMEX3 values of the forms that Vietnamese news uses."""

from __future__ import annotations

from datetime import date

import pytest

from hoinghi.records import DateMention
from hoinghi.stages.dates import find_dates

NEWS = date(2023, 10, 20)


def read(text: str, published: date | None = NEWS) -> list[tuple[str, str]]:
    return [(m.text, m.value) for m in find_dates(text, published=published)]


def only(text: str, published: date | None = NEWS) -> DateMention:
    (mention,) = find_dates(text, published=published)
    return mention


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("23/4/2024", "2024-04-23"),
        ("23-4-2024", "2024-04-23"),
        ("23.04.2024", "2024-04-23"),
        ("2024-04-23", "2024-04-23"),
        ("ngày 23/4/24", "2024-04-23"),
        ("ngày 23 tháng 4 năm 2024", "2024-04-23"),
        ("NGÀY 23 THÁNG 4 NĂM 2024", "2024-04-23"),
        ("ngày12.11.2020", "2020-11-12"),
        ("mồng ba tháng tư năm hai nghìn không trăm hai mươi tư", "2024-04-03"),
        ("hai mươi mốt tháng mười một năm một chín tám tư", "1984-11-21"),
        ("Thứ Ba, ngày 23/4/2024", "2024-04-23"),
        ("sáng ngày 23/4/2024", "2024-04-23TMO"),
        ("rạng sáng 5/9", "2023-09-05TMO"),
        ("đầu giờ chiều 5/9", "2023-09-05TAF"),
        ("14 giờ 30 phút ngày 12/5", "2023-05-12T14:30"),
        ("8g30 ngày 12/5", "2023-05-12T08:30"),
        ("19h30' tối 12/5", "2023-05-12T19:30"),
        ("2 giờ rưỡi chiều 12/5", "2023-05-12T14:30"),
        ("8 giờ kém 10 ngày 12/5", "2023-05-12T07:50"),
        ("7 giờ 30, Thứ Hai, ngày 28/8/2023", "2023-08-28T07:30"),
        ("từ ngày 14 đến hết ngày 15/6/2018", "2018-06-14/2018-06-15"),
        ("từ 28/12/2023 đến 3/1/2024", "2023-12-28/2024-01-03"),
        ("từ 28/12 đến 3/1/2024", "2023-12-28/2024-01-03"),
        ("2 ngày 08 và 09/8/2019", "2019-08-08/2019-08-09"),
        ("hai đêm 29, 30/6/2019", "2019-06-29TNI/2019-06-30TNI"),
        ("từ ngày 1/7/2019 đến trước ngày 1/1/2021", "2019-07-01/2021-01-01"),
        ("từ 0 giờ ngày 01/4 đến hết ngày 15/4/2020", "2020-04-01T00:00/2020-04-15"),
        ("5 ngày 12-16/7/2022", "2022-07-12/2022-07-16"),
        ("ngày 12-15/7/2022", "2022-07-12/2022-07-15"),
        ("chiều 14 và sáng 15/7/2022", "2022-07-14TAF/2022-07-15TMO"),
        ("ngày 20/9, từ 7 giờ 30 phút đến 11 giờ", "2023-09-20T07:30/2023-09-20T11:00"),
        ("tháng 3/2024", "2024-03"),
        ("tháng 3-5/2024", "2024-03/2024-05"),
        ("cuối tháng 3 năm 2024", "2024-03"),
        ("quý II/2024", "2024-Q2"),
        ("quý ba năm 2011", "2011-Q3"),
        ("nửa đầu năm 2021", "2021-H1"),
        ("6 tháng đầu năm 2017", "2017-H1"),
        ("9 tháng năm 2012", "2012-01/2012-09"),
        ("mùa hè năm 2017", "2017-SU"),
        ("nhiệm kỳ 2024 – 2029", "2024/2029"),
        ("giai đoạn 2021-2025", "2021/2025"),
        ("hai năm 2020, 2021", "2020/2021"),
        ("thập niên 90", "199"),
        ("thế kỷ XX", "19"),
        ("tuần 11 năm 2026", "2026-W11"),
    ],
)
def test_every_form_has_its_whole_span_and_value(written: str, value: str) -> None:
    assert read(f"Đoàn đến xã, {written}, rồi về.") == [(written, value)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("hôm nay", "2023-10-20"),
        ("ngày hôm qua", "2023-10-19"),
        ("sáng nay", "2023-10-20TMO"),
        ("tối mai", "2023-10-21TEV"),
        ("tuần này", "2023-W42"),
        ("tháng trước", "2023-09"),
        ("quý I năm sau", "2024-Q1"),
        ("năm ngoái", "2022"),
        ("thứ 5 tuần trước", "2023-10-12"),
        ("Chủ nhật tuần này", "2023-10-22"),
        ("3 ngày trước", "2023-10-17"),
        ("hai tuần nữa", "2023-11-03"),
        ("cách đây 7 năm", "2016"),
    ],
)
def test_deictic_forms_count_from_publication(written: str, value: str) -> None:
    found = only(f"Ông cho biết {written}.")
    assert (found.text, found.value, found.anchor) == (written, value, "published")


@pytest.mark.parametrize(
    "text",
    [
        "phòng dịch Covid-19 tại thôn",
        "gọi 0912.345.678 hoặc 0235-3-12-34",
        "học tập Chỉ thị 05 và Nghị quyết 18",
        "Nghị quyết số 23/2024/QH15",
        "Nghị định số 59/2023/NĐ-CP",
        "có mặt 20/21 đại biểu, đạt 9/12 thôn",
        "trực 24/24h, phục vụ 24/7",
        "ủng hộ 12.5 triệu đồng, 500.000 đồng/suất",
        "ngày 31/2, ngày 45/13/2024, ngày 31 tháng 2 năm 2024",
        "Hội trường 2/9 ở đường 30/4",
        "thương binh hạng 2/4, lớp 9/2",
        "kỳ họp thứ tư, lần thứ hai",
        "bán xe 3-4 bánh, mỗi ngày 2-3 tiếng",
        "phủ sóng 4G, thắng 2-1 hiệp đầu",
        "kéo dài trong 3 tháng, suốt 10 năm, đã hoàn thành trong 2 tuần",
        "thời gian qua, những năm gần đây, hằng năm",
        "Cách mạng tháng Tám",
        "làm thêm 1 giờ 30 phút",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert read(text) == []


def test_brackets_make_two_spans_and_a_comma_one() -> None:
    assert read("Sáng nay (18/10), đoàn đến. Chiều qua, 17/10, trời mưa.") == [
        ("Sáng nay", "2023-10-18TMO"),
        ("18/10", "2023-10-18"),
        ("Chiều qua, 17/10", "2023-10-17TAF"),
    ]


def test_a_range_word_without_its_end_stays_outside() -> None:
    assert read("từ tháng 9-2016 đến nay; trước ngày 30/9/2023; đến năm 2025") == [
        ("tháng 9-2016", "2016-09"),
        ("ngày 30/9/2023", "2023-09-30"),
        ("năm 2025", "2025"),
    ]


def test_anniversaries_are_ranges_beside_the_day_of_the_event() -> None:
    text = "Chiều ngày 15/8/2025, kỷ niệm 80 năm (19/8/1945 – 19/8/2025) và Quốc khánh 2/9"
    assert read(text, date(2025, 8, 16)) == [
        ("Chiều ngày 15/8/2025", "2025-08-15TAF"),
        ("19/8/1945 – 19/8/2025", "1945-08-19/2025-08-19"),
        ("2/9", "2025-09-02"),
    ]


def test_a_recurring_day_has_no_year() -> None:
    assert read("họp ngày 15 hàng tháng, lễ ngày 14/4 hằng năm") == [
        ("ngày 15 hàng tháng", "XXXX-XX-15"),
        ("ngày 14/4 hằng năm", "XXXX-04-14"),
    ]


def test_mention_tells_its_days_grain_and_type() -> None:
    found = only("tháng 2/2024")
    assert (found.start_date, found.end_date) == (date(2024, 2, 1), date(2024, 2, 29))
    assert (found.type, found.grain, found.anchor) == ("DATE", "month", "text")
    assert (only("14h30 ngày 5/6/2024").type, only("sáng 5/6").grain) == ("TIME", "day part")
    unknown = only("ngày 28/9", None)
    assert (unknown.value, unknown.start_date, unknown.anchor) == ("XXXX-09-28", None, "none")
