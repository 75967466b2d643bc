"""Records of meetings: which events, when, where, by whom, and who took part."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from hoinghi.records import (
    Article,
    DateMention,
    Home,
    OrganizationMention,
    Person,
    Place,
    PlaceMention,
    Reading,
)
from hoinghi.stages.meetings import attach_people, find_events, find_meetings

COMMUNE = Place("Xã Tân Lũng, Huyện Mai Sơn, Tỉnh Sơn La", "Xã", "xã")
VILLAGE = Place("Bản Nà Sàng, Xã Tân Lũng, Huyện Mai Sơn, Tỉnh Sơn La", "Bản", "thôn")
PLACES = {"bản Nà Sàng": VILLAGE, "xã Tân Lũng": COMMUNE}


def day(body: str, text: str, value: str) -> DateMention:
    at = body.index(text)
    first, last = (
        date.fromisoformat(v[:10])
        for v in (value.split("/", maxsplit=1)[0], value.rsplit("/", maxsplit=1)[-1])
    )
    return DateMention(at, at + len(text), text, value, "DATE", "day", first, last, "text", "test")


def read(
    body: str, dates: dict[str, str], bodies: dict[str, str], title: str | None = None
) -> Reading:
    reading = Reading(
        article=Article(body, title=title),
        body=body,
        dates=tuple(day(body, text, value) for text, value in dates.items()),
        places=tuple(
            PlaceMention(m.start(), m.end(), text, place, "text", "test")
            for text, place in PLACES.items()
            for m in re.finditer(text, body)
        ),
        organizations=tuple(
            OrganizationMention(m.start(), m.end(), text, name, "", None, None, "test")
            for text, name in bodies.items()
            for m in re.finditer(text, body)
        ),
        home=Home(commune=COMMUNE),
    )
    facts = {"dates": reading.dates, "places": reading.places}
    events = find_events(body, organizations=reading.organizations, **facts)
    return replace(reading, events=tuple(events))


LEAD = (
    "Thực hiện Kế hoạch số 12/KH-UBND ngày 02/3/2022, sáng 15/3/2022, tại nhà văn hóa bản Nà "
    "Sàng, Hội Nông dân xã phối hợp với Trạm Khuyến nông tổ chức hội nghị tập huấn kỹ thuật "
    "trồng nhãn ghép năm 2022.\nBà con được nghe giảng đến trưa. Các bản gửi đăng ký trước ngày "
    "30/3/2022."
)
DAYS = {"02/3/2022": "2022-03-02", "sáng 15/3/2022": "2022-03-15TMO", "30/3/2022": "2022-03-30"}
BODIES = {
    "Hội Nông dân xã": "Hội Nông dân xã Tân Lũng",
    "Trạm Khuyến nông": "Trạm Khuyến nông huyện Mai Sơn",
}


def test_a_lead_gives_the_whole_record() -> None:
    (meeting,) = find_meetings(read(LEAD, DAYS, BODIES))
    assert meeting.main
    assert meeting.name == "hội nghị tập huấn kỹ thuật trồng nhãn ghép năm 2022"
    assert meeting.type == "tập huấn"
    assert meeting.when == "2022-03-15TMO"  # neither the plan's day nor the deadline
    assert meeting.venue == "nhà văn hóa bản Nà Sàng"
    assert [p.name for p in meeting.places] == [VILLAGE.name, COMMUNE.name]
    assert meeting.hosts == ("Hội Nông dân xã Tân Lũng", "Trạm Khuyến nông huyện Mai Sơn")
    assert meeting.hosts_text == ("Hội Nông dân xã", "Trạm Khuyến nông")
    assert meeting.level == "xã"
    assert meeting.confidence == pytest.approx(1.0)


def test_hosts_named_after_the_event_and_home_as_the_place() -> None:
    body = (
        "Ngày 8/8/2020, Lễ phát động trồng cây nhớ ơn Bác do Đoàn xã phối hợp với Hội Nông dân xã "
        "tổ chức đã thu hút 200 người."
    )
    bodies = {"Đoàn xã": "Đoàn xã Tân Lũng", **BODIES}
    (meeting,) = find_meetings(read(body, {"Ngày 8/8/2020": "2020-08-08"}, bodies))
    assert meeting.hosts == ("Đoàn xã Tân Lũng", "Hội Nông dân xã Tân Lũng")
    assert meeting.type == "lễ"
    assert [p.name for p in meeting.places] == [COMMUNE.name]


def test_several_days_and_a_clock_are_merged_into_one_value() -> None:
    body = (
        "Sáng 4/5/2021, Đại hội đại biểu Hội Nông dân xã lần thứ VI đã khai mạc.\n"
        "Đại hội diễn ra trong hai ngày 4 - 5/5/2021 với 120 đại biểu."
    )
    days = {"Sáng 4/5/2021": "2021-05-04TMO", "4 - 5/5/2021": "2021-05-04/2021-05-05"}
    assert find_meetings(read(body, days, {}))[0].when == "2021-05-04/2021-05-05"
    body = (
        "Ngày 4/5/2021, Hội Nông dân xã tổ chức hội nghị sơ kết phong trào thi đua.\n"
        "Hội nghị bắt đầu lúc 7 giờ 30."
    )
    days = {"Ngày 4/5/2021": "2021-05-04", "7 giờ 30": "2021-05-04T07:30"}
    assert find_meetings(read(body, days, BODIES))[0].when == "2021-05-04T07:30"


def test_the_headline_and_the_body_are_one_meeting_and_a_later_one_is_another() -> None:
    body = (
        "Tân Lũng sơ kết phong trào thi đua\n\n"
        "Sáng 4/5/2021, Hội Nông dân xã tổ chức hội nghị sơ kết phong trào thi đua 5 năm. "
        "Ông Lò Văn Púa chủ trì và phát biểu khai mạc hội nghị.\n"
        "Chiều cùng ngày, Đoàn xã tổ chức lễ bàn giao nhà nhân ái cho gia đình bà Hoàng Thị Mẩy, "
        "trước đại hội Đoàn sẽ diễn ra vào tháng sau."
    )
    days = {"Sáng 4/5/2021": "2021-05-04TMO", "Chiều cùng ngày": "2021-05-04TAF"}
    meetings = find_meetings(read(body, days, BODIES))
    assert [(m.main, m.name, m.when) for m in meetings] == [
        (True, "hội nghị sơ kết phong trào thi đua 5 năm", "2021-05-04TMO"),
        (False, "lễ bàn giao nhà nhân ái", "2021-05-04TAF"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Họp hành nhiều quá\n\nDân than rằng hội nghị nào cũng dài. Tại Đại hội Đảng bộ xã nhiệm "
        "kỳ trước, ai cũng hứa bớt họp, nay đâu vẫn vào đấy.",
        "Ngày 4/5/2021, UBND huyện có quyết định điều động ông Lò Văn Púa về xã, chuẩn bị cho kỳ "
        "họp thứ ba sắp tới.",
        "",
    ],
)
def test_an_article_without_a_meeting_has_none(body: str) -> None:
    dates = {"Ngày 4/5/2021": "2021-05-04"} if body.startswith("Ngày") else {}
    assert find_meetings(read(body, dates, {})) == []


def test_people_belong_to_the_meeting_told_last_before_them() -> None:
    body = (
        "Sáng 4/5/2021, Hội Nông dân xã tổ chức hội nghị sơ kết phong trào thi đua 5 năm. "
        "Ông Lò Văn Púa chủ trì.\n"
        "Chiều cùng ngày, Hội Nông dân xã tổ chức lễ ra mắt tổ hợp tác nuôi ong. "
        "Bà Hoàng Thị Mẩy phát biểu. Cụ Vàng A Tủa được nhắc tới."
    )
    days = {"Sáng 4/5/2021": "2021-05-04TMO", "Chiều cùng ngày": "2021-05-04TAF"}
    reading = read(body, days, BODIES)
    people = [
        Person(name, None, (), role, ((body.index(name), body.index(name) + len(name)),))
        for name, role in (
            ("Lò Văn Púa", "chủ trì"),
            ("Hoàng Thị Mẩy", "phát biểu"),
            ("Vàng A Tủa", "nhắc đến"),
        )
    ]
    meetings = find_meetings(reading)
    assert [p.meeting for p in attach_people(people, meetings, reading)] == [0, 1, None]
    nobody = attach_people(people, [], reading)
    assert {(p.role, p.meeting) for p in nobody} == {("nhắc đến", None)}


def test_topics_come_from_the_controlled_vocabulary() -> None:
    body = (
        "Ngày 8/8/2020, Hội Nông dân xã tổ chức hội nghị giám sát, phản biện xã hội về xây dựng "
        "nông thôn mới."
    )
    (meeting,) = find_meetings(read(body, {"Ngày 8/8/2020": "2020-08-08"}, BODIES))
    assert meeting.topics == ("giám sát", "phản biện xã hội", "nông thôn mới")


def test_a_deadline_nearer_to_the_event_is_not_its_day() -> None:
    body = (
        "Ngày 15/3/2022, để kịp nộp báo cáo trước 30/3/2022, Hội Nông dân xã tổ chức hội nghị sơ "
        "kết phong trào thi đua."
    )
    days = {"Ngày 15/3/2022": "2022-03-15", "30/3/2022": "2022-03-30"}
    assert find_meetings(read(body, days, BODIES))[0].when == "2022-03-15"


def test_a_spot_without_a_unit_is_placed_by_the_commune_behind_it() -> None:
    body = (
        "Sáng 5/6/2022, tại khu đất trống Phiêng Cóc, xã Tân Lũng, Huyện đoàn Mai Sơn tổ chức "
        "Lễ ra quân trồng cây."
    )
    reading = read(body, {"Sáng 5/6/2022": "2022-06-05TMO"}, {"Huyện đoàn Mai Sơn": "Huyện đoàn"})
    (meeting,) = find_meetings(replace(reading, home=Home()))
    assert [place.name for place in meeting.places] == [COMMUNE.name]


def test_the_hall_of_the_commune_tells_more_than_a_host_of_the_district() -> None:
    body = (
        "Sáng 5/6/2022, tại hội trường UBND xã, UBND huyện Mai Sơn tổ chức Hội nghị tập huấn "
        "công tác hòa giải."
    )
    host = {"UBND huyện Mai Sơn": "Ủy ban nhân dân huyện Mai Sơn"}
    (meeting,) = find_meetings(read(body, {"Sáng 5/6/2022": "2022-06-05TMO"}, host))
    assert meeting.venue == "hội trường UBND xã"
    assert meeting.places[0] == COMMUNE


def test_a_post_announces_its_event_in_the_headline_and_the_day_below() -> None:
    body = (
        "🎉 NGÀY HỘI ĐẠI ĐOÀN KẾT TOÀN DÂN TỘC NĂM 2023 🎉\n⏰ 7h30 sáng 11/11/2023\n"
        "📍 Nhà văn hóa bản Nà Sàng\nChung vui có ông Lò Văn Ín cùng 138 hộ dân."
    )
    (meeting,) = find_meetings(read(body, {"7h30 sáng 11/11/2023": "2023-11-11T07:30"}, {}))
    assert (meeting.when, meeting.venue) == ("2023-11-11T07:30", "Nhà văn hóa bản Nà Sàng")


def test_a_headline_with_its_topic_alone_is_no_event() -> None:
    body = "Ngày hội Đại đoàn kết trong lòng dân\nNgười già kể, năm 2010 bản còn vắng."
    assert find_meetings(read(body, {}, {})) == []
