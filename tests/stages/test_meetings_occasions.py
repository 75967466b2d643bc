"""Events told in ways beyond "tổ chức hội nghị": by occasion, by body, by hall, by notice."""

from __future__ import annotations

import re
from datetime import date

import pytest

from hoinghi.records import Article, DateMention, Meeting, OrganizationMention, Reading
from hoinghi.stages.meetings import find_events, find_meetings


def read(
    body: str,
    dates: dict[str, str],
    bodies: tuple[str, ...] = (),
    title: str | None = None,
    published: date | None = None,
) -> list[Meeting]:
    days = []
    for text, value in dates.items():
        at, first = body.index(text), date.fromisoformat(value[:10])
        days.append(
            DateMention(
                at, at + len(text), text, value, "DATE", "day", first, first, "text", "test"
            )
        )
    organizations = [
        OrganizationMention(m.start(), m.end(), text, text, "", None, None, "test")
        for text in bodies
        for m in re.finditer(re.escape(text), body)
    ]
    events = find_events(body, dates=days, organizations=organizations)
    return find_meetings(
        Reading(
            Article(body, title=title, published=published),
            body=body,
            dates=tuple(days),
            organizations=tuple(organizations),
            events=tuple(events),
        )
    )


@pytest.mark.parametrize(
    ("body", "name", "kind"),
    [
        ("Ngày 3/4, Hội CCB xã tổ chức tổng kết phong trào thi đua năm 2021.", None, "hội nghị"),
        ("Ngày 3/4, Hội CCB xã họp báo về giải chạy xuyên rừng.", None, "họp"),
        ("Ngày 3/4, Hội CCB xã đã viếng nghĩa trang xã Lũng Vân.", None, "thăm tặng quà"),
        ("Ngày 3/4, Hội CCB xã tổ chức hội nghị dư luận viên vùng cao.", None, "hội nghị"),
        ("Ngày 3/4, Hội CCB xã làm lễ mở cửa rừng đầu mùa.", None, "lễ"),
        (
            "Ngày 3/4, Hội CCB xã tổ chức chương trình 'Áo ấm - bản xa' cho học sinh.",
            "chương trình 'Áo ấm - bản xa'",
            "khác",
        ),
        (
            "Ngày 3/4, Hội CCB xã giám sát việc hỗ trợ nhà ở cho hộ nghèo.",
            "giám sát việc hỗ trợ nhà ở cho hộ nghèo",
            "giám sát",
        ),
    ],
)
def test_an_occasion_is_told_by_its_verb(body: str, name: str | None, kind: str) -> None:
    (meeting,) = read(body, {"Ngày 3/4": "2022-04-03"}, ("Hội CCB xã",))
    assert meeting.type == kind
    assert meeting.hosts == ("Hội CCB xã",)
    assert meeting.when == "2022-04-03"
    assert name is None or meeting.name == name


@pytest.mark.parametrize(
    "body",
    [
        "Ngày 3/4, cử tri đề nghị huyện sớm tổ chức đối thoại với các hộ mất đất.",
        "Ngày 3/4, xã không tổ chức bàn giao nhà cho hộ nào.",
        "Ngày 3/4, phóng viên có buổi làm việc với chủ vườn.",
        "Ngày 3/4, ông lên đường thăm Lào và dự Hội nghị cấp cao về rừng.",
    ],
)
def test_what_is_asked_for_denied_or_yet_to_come_is_no_event(body: str) -> None:
    assert read(body, {"Ngày 3/4": "2022-04-03"}) == []


def test_a_hall_may_receive_the_guests() -> None:
    body = "Sáng 3/4, Hội trường UBND xã Lũng Vân đón 60 hộ về dự lớp tập huấn chữa cháy rừng."
    (meeting,) = read(body, {"Sáng 3/4": "2022-04-03TMO"})
    assert meeting.venue == "Hội trường UBND xã Lũng Vân"


def test_a_venue_ends_where_the_next_sentence_begins_without_a_full_stop() -> None:
    body = "Tối 3/4, xã tổ chức hội nghị chi bộ tại hội trường xã Lũng Vân Theo báo cáo, mất mùa."
    (meeting,) = read(body, {"Tối 3/4": "2022-04-03TEV"})
    assert meeting.venue == "hội trường xã Lũng Vân"


def test_hosts_may_follow_in_a_sentence_of_their_own() -> None:
    body = (
        "Sáng 3/4, 60 hộ về dự lớp tập huấn chữa cháy rừng. Lớp học do Hạt Kiểm lâm và Đoàn xã mở."
    )
    (meeting,) = read(body, {"Sáng 3/4": "2022-04-03TMO"}, ("Hạt Kiểm lâm", "Đoàn xã"))
    assert meeting.hosts == ("Hạt Kiểm lâm", "Đoàn xã")


def test_an_invitation_tells_its_event_under_a_heading() -> None:
    body = (
        "GIẤY MỜI\nUBND xã trân trọng kính mời các hộ nuôi cá lồng trên địa bàn\n"
        "Đến dự: Hội nghị công khai phương án đền bù hồ chứa\n"
        "Thời gian: 14 giờ ngày 3/4. Địa điểm: Hội trường UBND xã."
    )
    (meeting,) = read(body, {"14 giờ ngày 3/4": "2022-04-03T14:00"}, ("UBND xã",))
    assert (meeting.name, meeting.when, meeting.venue) == (
        "Hội nghị công khai phương án đền bù hồ chứa",
        "2022-04-03T14:00",
        "Hội trường UBND xã",
    )


def test_a_coming_congress_of_other_years_is_not_the_one_reported() -> None:
    body = (
        "Ngày 3/4, chi bộ đã tiến hành Đại hội nhiệm kỳ 2022 - 2024. Chi bộ bầu hai đại biểu dự "
        "Đại hội Đảng bộ xã nhiệm kỳ 2025 - 2030 sắp tới."
    )
    (meeting,) = read(body, {"Ngày 3/4": "2022-04-03"})
    assert meeting.name == "Đại hội nhiệm kỳ 2022 - 2024"


def test_a_title_run_into_the_text_does_not_name_the_event() -> None:
    title = "HĐND xã tổ chức kỳ họp bất thường, bầu bổ sung nhân sự"
    body = f"{title} Ngày 3/4, HĐND xã tổ chức kỳ họp thứ bảy để bầu hai ủy viên."
    (meeting, *_) = read(body, {"Ngày 3/4": "2022-04-03"}, ("HĐND xã",), title)
    assert meeting.name == "kỳ họp thứ bảy"


def test_a_day_told_in_two_halves_stays_a_day() -> None:
    body = (
        "Ngày 3/4, tổ đại biểu đã tiếp xúc cử tri hai bản Nà Sàng và Nà Lốc.\n"
        "Buổi sáng, tại nhà văn hóa bản Nà Sàng, cử tri hỏi về điện.\n"
        "Buổi chiều, tại nhà văn hóa bản Nà Lốc, buổi tiếp xúc kéo dài đến tối."
    )
    days = {
        "Ngày 3/4": "2022-04-03",
        "Buổi sáng": "2022-04-03TMO",
        "Buổi chiều": "2022-04-03TAF",
    }
    meeting = read(body, days)[0]
    assert (meeting.when, meeting.venue) == ("2022-04-03", "nhà văn hóa bản Nà Sàng")


def test_an_event_of_other_times_is_only_remembered() -> None:
    body = "Ngày 3/4/2002, xã đã tổ chức lễ đón danh hiệu Anh hùng trong mưa tầm tã."
    days = {"Ngày 3/4/2002": "2002-04-03"}
    assert read(body, days, published=date(2022, 4, 3)) == []
    assert len(read(body, days, published=date(2002, 4, 4))) == 1


def test_the_number_of_a_paper_is_not_the_end_of_a_word() -> None:
    body = "Hội nghị biểu dương người có uy tín vùng thiểu số diễn ra ngày 3/4 trong nắng ấm."
    (meeting,) = read(body, {"ngày 3/4": "2022-04-03"})
    assert meeting.when == "2022-04-03"


def test_a_list_in_a_name_may_hold_capitals() -> None:
    body = "Ngày 3/4, xã tổ chức Ngày hội Văn hóa, Thể thao và Du lịch vùng hồ tại bến thuyền."
    (meeting,) = read(body, {"Ngày 3/4": "2022-04-03"})
    assert meeting.name == "Ngày hội Văn hóa, Thể thao và Du lịch vùng hồ"


def test_gifts_handed_over_at_an_event_are_no_second_event() -> None:
    body = (
        "Ngày 3/4, Hội CCB xã tổ chức hội nghị tổng kết phong trào trồng quế vùng cao.\n"
        "Dịp này, Hội CCB xã đã trao 20 suất quà cho hội viên neo đơn."
    )
    meetings = read(body, {"Ngày 3/4": "2022-04-03"}, ("Hội CCB xã",))
    assert [m.type for m in meetings] == ["hội nghị"]
