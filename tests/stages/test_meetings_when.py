"""When an event was, chosen among all dates of an article."""

from __future__ import annotations

from datetime import date

import pytest

from hoinghi.records import Article, Reading
from hoinghi.stages.dates import find_dates
from hoinghi.stages.meetings import find_events, find_meetings

LEAD = "Ngày 12/6, UBMTTQ xã Tân Lập khai mạc lớp tập huấn công tác Mặt trận năm 2023."


def when(body: str, title: str | None = None) -> str | None:
    published = date(2023, 6, 20)
    days = find_dates(body, published=published)
    reading = Reading(
        Article(body, title=title, published=published),
        body=body,
        dates=tuple(days),
        events=tuple(find_events(body, dates=days)),
    )
    return find_meetings(reading)[0].when


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (f"{LEAD}\nLớp học kết thúc vào ngày 14/6.", "2023-06-12/2023-06-14"),
        (f"{LEAD}\nLớp tập huấn diễn ra từ ngày 12 đến 15/6.", "2023-06-12/2023-06-15"),
        (f"{LEAD}\nLễ hội làng diễn ra từ ngày 10 đến 15/6.", "2023-06-12"),
        (f"{LEAD}\nHọc viên nộp bài trước 16 giờ ngày 12/6.", "2023-06-12"),
        (f"{LEAD}\nTính đến 9 giờ ngày 12/6, có 60 học viên điểm danh, bắt đầu học.", "2023-06-12"),
        (f"{LEAD}\nBuổi khai giảng bắt đầu lúc 8 giờ ngày 12/6.", "2023-06-12T08:00"),
        (f"{LEAD}\nLớp học bế mạc lúc 16 giờ 30 cùng ngày.", "2023-06-12"),
        (f"{LEAD}\nĐoàn bạn bắt đầu chuyến thăm xã từ ngày 10 đến 15/6.", "2023-06-12"),
    ],
)
def test_days_and_hours_told_elsewhere(body: str, value: str) -> None:
    assert when(body) == value


def test_a_preparatory_session_opens_a_congress_and_a_closing_ends_it() -> None:
    held = (
        "Chiều 14/6, Đại hội Hội Nông dân xã Tân Lập lần thứ IX đã bế mạc.\n"
        "Trước đó, chiều 13/6, đại hội đã họp phiên trù bị."
    )
    assert when(held) == "2023-06-13/2023-06-14"


def test_the_day_of_a_paper_or_of_the_news_is_not_the_events() -> None:
    notice = (
        "Tân Lập, ngày 07 tháng 6 năm 2023\nGIẤY MỜI\n"
        "UBND xã trân trọng kính mời dự hội nghị sơ kết công tác 6 tháng đầu năm 2023.\n"
        "1. Thời gian: 8 giờ 00, ngày 16/6/2023.\n"
    )
    assert when(notice) == "2023-06-16T08:00"
    news = (
        "(18/6/2023) - Với chủ đề “Khát vọng”, Đại hội đại biểu Đoàn xã Tân Lập lần thứ IX được tổ"
        " chức tại hội trường xã trong hai ngày 16 và 17/6."
    )
    assert when(news) == "2023-06-16/2023-06-17"


def test_a_plan_cited_first_does_not_hide_the_day_behind_it() -> None:
    body = (
        "Thực hiện Kế hoạch số 18/KH-MTTQ ngày 20/2/2023, ngày 9/6/2023 UBMTTQ xã Tân Lập tổ chức"
        " hội nghị phản biện xã hội."
    )
    assert when(body) == "2023-06-09"


def test_a_schedule_at_many_places_lasts_from_its_first_to_its_last_entry() -> None:
    body = (
        "THÔNG BÁO\n"
        "Lịch hội nghị tiếp xúc cử tri của đại biểu HĐND xã Tân Lập trước kỳ họp giữa năm\n"
        "1. Điểm 1: 8 giờ 00 ngày 22/6/2023, tại nhà văn hóa thôn Đông.\n"
        "Đại biểu: ông Hà Văn Nghi.\n"
        "2. Điểm 2: 14 giờ 00 ngày 23/6/2023, tại nhà văn hóa thôn Đoài.\n"
    )
    assert when(body) == "2023-06-22/2023-06-23"


def test_a_line_above_does_not_make_the_day_an_anniversary() -> None:
    body = (
        "Xã Tân Lập có thêm ba hợp tác xã mới thành lập\n"
        "Ngày 9/6, UBND xã Tân Lập tổ chức hội nghị ra mắt hợp tác xã dịch vụ nông nghiệp."
    )
    assert when(body) == "2023-06-09"


def test_the_days_of_a_visit_stand_beside_it() -> None:
    body = (
        "Chiều 12/6, đoàn đại biểu huyện Tân Lập bắt đầu chuyến thăm Đảng bộ huyện Kết Sản từ ngày"
        " 12 đến 15/6."
    )
    assert when(body) == "2023-06-12/2023-06-15"


def test_an_entry_with_its_own_day_is_not_widened_by_the_line_above_the_list() -> None:
    body = (
        "Trong hai ngày 12 và 13/6, lãnh đạo huyện về các xã.\n"
        "* Sáng 12/6, đoàn do Bí thư Huyện ủy dẫn đầu đến thăm, chúc mừng đồng bào thôn Tà Lang.\n"
        "* Chiều cùng ngày, đoàn thăm, tặng quà Trung tâm Điều dưỡng người có công."
    )
    assert when(body) == "2023-06-12TMO"


def test_a_feast_that_is_prepared_for_is_not_the_day() -> None:
    body = (
        "Trong không khí chuẩn bị đón Tết Trung thu, UBMTTQ xã tổ chức chương trình “Trăng biên"
        " giới” tại bản Ka Tăng."
    )
    assert when(body) is None


@pytest.mark.parametrize(
    "body",
    [
        "Thực hiện kế hoạch, ngày 15/6/2023, UBND xã tổ chức Hội nghị tổng kết vụ xuân.",
        "Thực hiện Nghị quyết số 05 của Đảng ủy, ngày 15/6/2023, xã tổ chức Hội nghị sơ kết quý.",
        "Đoàn xã tổ chức Lễ ra quân tổng vệ sinh ngày 15/6/2023.",
        "Hội Khuyến học tổ chức Lễ tuyên dương học sinh ngày 15/6/2023.",
    ],
)
def test_a_day_behind_a_paper_or_a_word_that_ends_like_birth_is_the_events(body: str) -> None:
    assert when(body) == "2023-06-15"
