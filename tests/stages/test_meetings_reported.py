"""Which events an article reports: lists, further events, and what is only talked of."""

from __future__ import annotations

from datetime import date

import pytest

from hoinghi.records import Article, Meeting, Reading, Region
from hoinghi.stages.dates import find_dates
from hoinghi.stages.meetings import find_events, find_meetings

PUBLISHED = date(2023, 6, 20)


def read(
    body: str, title: str | None = None, regions: tuple[Region, ...] = ()
) -> list[tuple[str, str | None]]:
    days = find_dates(body, published=PUBLISHED)
    reading = Reading(
        Article(body, title=title, published=PUBLISHED),
        body=body,
        regions=regions,
        dates=tuple(days),
        events=tuple(find_events(body, dates=days)),
    )
    return [(m.name, m.when) for m in find_meetings(reading)]


def names(found: list[tuple[str, str | None]]) -> list[str]:
    return [name for name, _ in found]


def test_each_entry_of_a_list_is_an_event_and_the_first_is_the_main_one() -> None:
    body = (
        "* Sáng 12/6, UBND xã Tân Lập tổ chức hội nghị sơ kết công tác 6 tháng đầu năm.\n"
        "* Hội LHPN xã vừa tổ chức lớp tập huấn an toàn thực phẩm.\n"
        "* Tối 14/6, Đoàn xã khai mạc hội thi Tiếng hát thanh niên nông thôn.\n"
    )
    found = read(body, title="Tin hoạt động xã Tân Lập")
    assert [when for _, when in found] == ["2023-06-12TMO", None, "2023-06-14TEV"]
    assert found[0][0].startswith("hội nghị sơ kết")


def test_a_weeks_schedule_leaves_out_everyday_business() -> None:
    body = (
        "Thứ Hai, 19/6\n"
        "- 7h30: Họp giao ban tuần. Địa điểm: Phòng họp số 1.\n"
        "- 14h00: Làm việc tại cơ quan\n"
        "Thứ Ba, 20/6\n"
        "- 8h00: Hội nghị triển khai công tác tuyển quân năm 2024.\n"
        "- 14h00: Tiếp công dân định kỳ\n"
    )
    found = read(body, title="Lịch công tác tuần của UBND huyện Tân Lập")
    assert [name.split()[0].lower() for name in names(found)] == ["họp", "hội"]


def test_a_conference_of_one_name_held_again_is_another_event() -> None:
    body = (
        "Sáng 12/6, UBMTTQ xã Tân Lập tổ chức hội nghị tiếp xúc cử tri thôn Đông trước kỳ họp giữa"
        " năm.\nChiều 13/6, hội nghị tiếp xúc cử tri thôn Đoài cũng được tổ chức."
    )
    assert [when for _, when in read(body)] == ["2023-06-12TMO", "2023-06-13TAF"]


def test_the_first_session_of_those_just_chosen_belongs_to_the_news_of_a_congress() -> None:
    body = (
        "Ngày 12/6, Hội Nông dân xã Tân Lập tổ chức Đại hội đại biểu lần thứ IX.\n"
        "Đại hội bầu Ban Chấp hành gồm 15 ủy viên. Phiên họp thứ nhất của Ban Chấp hành bầu ông"
        " Hà Văn Nghi giữ chức Chủ tịch."
    )
    assert names(read(body))[1:] == ["Phiên họp thứ nhất của Ban Chấp hành"]


def test_stops_of_a_visit_told_for_its_whole_day_are_part_of_it() -> None:
    body = (
        "Ngày 12/6, đoàn công tác của huyện đã đến thăm, chúc mừng đồng bào Chăm xã Tân Lập.\n"
        "Buổi sáng, đoàn đến thăm Cả sư Hán Văn Đạo ở thôn Đông."
    )
    assert len(read(body)) == 1
    other = body.replace("Buổi sáng", "Ngày 13/6")
    assert len(read(other)) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Ngày 28/6, xã dự lễ khởi công tuyến đường liên thôn.",
        "Trước đó, ngày 10/6, đoàn đã đến thăm, tặng 50 suất quà tại xã Tân Hòa.",
        "Ông Hà Văn Nghi thông báo dự kiến nội dung kỳ họp thứ 5 HĐND huyện ngày 12/6.",
        "Nghị quyết được thông qua tại kỳ họp thứ 4 HĐND huyện ngày 12/6.",
    ],
)
def test_what_is_to_come_was_before_or_is_talked_of_is_no_further_event(sentence: str) -> None:
    lead = "Sáng 12/6, UBND xã Tân Lập tổ chức hội nghị triển khai công tác hè năm 2023.\n"
    assert len(read(lead + sentence)) == 1


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Hướng dẫn quy trình tổ chức đại hội chi bộ",
            "Đại hội chi bộ nhiệm kỳ 2022 - 2025 được tiến hành theo trình tự sau đây, bắt đầu từ"
            " phần chào cờ và bầu đoàn chủ tịch.",
        ),
        (
            "Khi nào tổ chức hội nghị cử tri nơi cư trú?",
            "Theo luật, hội nghị cử tri nơi cư trú do Ủy ban MTTQ cấp xã phối hợp với UBND cùng cấp"
            " triệu tập và chủ trì tại các thôn, tổ dân phố.",
        ),
        (
            "Nhớ thầy Hà Văn Nghi",
            "Thầy mất ngày 3/6. Lễ viếng tổ chức ngày 5/6 tại nhà riêng, bà con trong thôn đến rất"
            " đông. Thầy từng dự Đại hội Thi đua yêu nước toàn quốc lần thứ VIII.",
        ),
    ],
)
def test_rules_questions_and_memories_report_no_meeting(title: str, body: str) -> None:
    assert read(body, title=title) == []


def test_a_caption_tells_no_news() -> None:
    caption = "Quang cảnh hội nghị tổng kết phong trào thi đua của xã Tân Lập năm 2022"
    body = (
        f"{caption}\nSáng 12/6, UBND xã Tân Lập tổ chức hội nghị triển khai công tác hè năm 2023.\n"
        "Ông Hà Văn Nghi phát biểu tại lễ phát động Tháng Nhân đạo năm 2023 của xã. Ảnh: Minh Hà\n"
    )
    regions = (Region(0, len(caption), "caption"), Region(len(caption), len(body), "body"))
    assert names(read(body, regions=regions)) == ["hội nghị triển khai công tác hè năm 2023"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chiều 12/6, đoàn tham quan mô hình vườn rau của Hội Nông dân xã.",
        "Chiều 12/6, đoàn bạn đặt vòng hoa viếng các anh hùng liệt sĩ.",
        "Tối 12/6, Đoàn xã Tân Lập đã thắp nến tri ân tại nghĩa trang liệt sĩ.",
        "Chiều 12/6, đoàn sang xã Tân Hòa thăm, tặng quà 12 hộ nghèo.",
    ],
)
def test_an_act_of_its_own_day_is_a_further_event(sentence: str) -> None:
    lead = "Sáng 12/6, UBND xã Tân Lập tổ chức hội nghị triển khai công tác hè năm 2023.\n"
    assert len(read(lead + sentence)) == 2


def test_who_acts_only_for_a_purpose_reports_no_event() -> None:
    body = "Chiều 12/6, xã mở Tuần lễ hoa nhằm thu hút khách đến tham quan các vườn rau sạch."
    assert read(body) == []


def test_meetings_are_plain_records() -> None:
    assert all(isinstance(m, Meeting) for m in find_meetings(Reading(Article(""))))


def test_a_session_still_to_be_held_is_no_further_event() -> None:
    body = (
        "Ngày 18/6, Ủy ban MTTQ phường tổ chức hội nghị tiếp xúc cử tri trước kỳ họp thứ 16.\n"
        "Tại hội nghị, đại biểu thông báo nội dung và thời gian tổ chức kỳ họp thứ 16 HĐND phường"
        " khóa XXII."
    )
    assert names(read(body)) == ["hội nghị tiếp xúc cử tri trước kỳ họp thứ 16"]


def test_what_was_held_just_now_is_news_without_a_day() -> None:
    body = (
        "HĐND huyện: Khảo sát tình hình hoạt động của HĐND cấp xã\n"
        "Vừa qua, ông Lê Văn Tám đã dẫn đầu Đoàn công tác khảo sát tình hình hoạt động của HĐND"
        " cấp xã trên địa bàn huyện."
    )
    assert [when for _, when in read(body)] == [None]


def test_a_ceremony_and_what_it_is_held_for_are_one_event() -> None:
    body = (
        "Sáng ngày 18/6/2023, Đoàn phường tổ chức ra quân chào mừng tháng Thanh niên năm 2023.\n"
        "Lễ ra quân tháng Thanh niên của Đoàn phường diễn ra trong sáng ngày 18/6/2023 rất sôi nổi."
    )
    assert len(read(body)) == 1


def test_what_a_delegation_inspected_on_that_day_is_an_event_and_its_name_is_none() -> None:
    told = "Sáng 14/6, tại trụ sở Đảng ủy xã, đoàn kiểm tra công tác chuẩn bị bầu cử."
    assert names(read(told)) == ["kiểm tra công tác chuẩn bị bầu cử"]
    assert read("Sáng 14/6, xã lập đoàn kiểm tra công tác chuẩn bị bầu cử.") == []


def test_a_session_to_come_does_not_head_a_list_of_what_was_held_before_it() -> None:
    body = (
        "Chuẩn bị cho kỳ họp thứ 10 HĐND tỉnh khóa X, từ ngày 12/6, các tổ đại biểu về cơ sở.\n"
        "♦ Sáng 12/6, Tổ đại biểu đã tiếp xúc cử tri xã Lộc Hiệp.\n"
        "♦ Chiều cùng ngày, Tổ đại biểu đã tiếp xúc cử tri xã Lộc Thái.\n"
        "♦ Sáng 14/6, Tổ đại biểu đã tiếp xúc cử tri xã Lộc Thạnh."
    )
    assert names(read(body))[0] == "tiếp xúc cử tri xã Lộc Hiệp"


@pytest.mark.parametrize(
    "body",
    [
        "Đường mới ở Trung Đàn\nNăm 2019, Đại hội đại biểu MTTQ xã lần thứ XI đã được tổ chức.",
        "Nghĩ về họp hành\nHội nghị tổng kết công tác năm nào cũng được tổ chức, năm nào cũng dài.",
        "Xuân về\nHằng năm, vào ngày 15/6, các thôn đều tổ chức Ngày hội văn hóa các dân tộc.",
    ],
)
def test_what_is_past_or_comes_every_year_is_no_news(body: str) -> None:
    assert read(body) == []
