"""Where meetings are held: the narrowest place that the text gives, and the building."""

from __future__ import annotations

import pytest
from telling import COMMUNE, DISTRICT, OTHER, PARK, PROVINCE, ROAD, VILLAGE, main_of, tell

from hoinghi.records import Home, Mention, Place
from hoinghi.stages.meetings import find_events

NAME = "hội nghị sơ kết công tác thủy lợi năm 2021"


def narrowest(meeting: object) -> str | None:
    places = meeting.places  # type: ignore[attr-defined]
    return places[0].name if places else None


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("tại gươl bản Tà Lành, UBND huyện", VILLAGE),  # a spot without a comma
        ("tại bãi đá ven suối, xã Nậm Lành, UBND huyện", COMMUNE),
        ("tại nhà văn hóa công nhân Khu công nghiệp Phía Nam, UBND huyện", PARK),
        ("tại Hội trường lớn, số 12 đường Điện Biên, xã Gia Hội, UBND huyện", ROAD),
        ("tại Hội trường lớn thuộc xã Gia Hội, UBND huyện", OTHER),
        ("tại UBND xã Gia Hội, UBND huyện", OTHER),
        ("UBND huyện", DISTRICT),
    ],
)
def test_the_narrowest_place_that_the_sentence_names(told: str, place: Place) -> None:
    meeting = main_of(f"Ngày 5/3/2021, {told} đã tổ chức {NAME}.", UBND_huyện=DISTRICT)
    assert narrowest(meeting) == place.name


def test_a_unit_that_acts_is_where_it_was_but_not_the_parent_behind_a_body() -> None:
    acting = main_of(f"Ngày 5/3/2021, xã Nậm Lành (huyện Văn Chấn) tổ chức {NAME}.")
    assert (narrowest(acting), acting.hosts) == (COMMUNE.name, ())
    body = f"Ngày 5/3/2021, Đảng ủy xã, huyện Văn Chấn tổ chức {NAME}."
    assert narrowest(main_of(body, Đảng_ủy_xã=COMMUNE)) == COMMUNE.name


def test_a_unit_of_the_past_gives_only_its_hall() -> None:
    body = f"Ngày 5/3/2026, tại Hội trường huyện Văn Chấn (cũ), Đảng ủy xã tổ chức {NAME}."
    meeting = main_of(body, Đảng_ủy_xã=COMMUNE)
    assert meeting.venue == "Hội trường huyện Văn Chấn"
    assert narrowest(meeting) == COMMUNE.name


def test_a_hall_of_the_commune_is_its_hosts_not_the_homes() -> None:
    body = f"Ngày 5/3/2021, tại hội trường UBND xã, Đảng ủy xã tổ chức {NAME}."
    meeting = main_of(body, Đảng_ủy_xã=OTHER, home=Home(commune=COMMUNE, district=DISTRICT))
    assert narrowest(meeting) == OTHER.name


def test_a_citys_hall_is_not_the_districts() -> None:
    city = Place("Thành phố Hải Phòng", "Thành phố", "tỉnh")
    district = Place("Quận Lê Chân, Thành phố Hải Phòng", "Quận", "huyện")
    body = f"Ngày 5/3/2021, tại Trung tâm Hội nghị thành phố đã diễn ra {NAME}."
    assert narrowest(main_of(body, home=Home(district=district, province=city))) == city.name


def test_a_house_named_like_the_home_lies_in_it() -> None:
    home = Home(village=VILLAGE, commune=COMMUNE, district=DISTRICT)
    body = f"Ngày 5/3/2021, tại điểm trường Tà Lành, Hội Nông dân huyện tổ chức {NAME}."
    assert narrowest(main_of(body, Hội_Nông_dân_huyện=DISTRICT, home=home)) == VILLAGE.name


def test_a_visits_list_of_communes_goes_before_its_stops_and_stops_before_a_district() -> None:
    visit = "Ngày 5/3/2021, Đoàn công tác UBND tỉnh đã kiểm tra công tác phòng, chống rét"
    stop = "\nTại bản Tà Lành, đoàn xem chuồng trại của bà con."
    listed = main_of(f"{visit} tại các xã Gia Hội, xã Nậm Lành.{stop}", UBND_tỉnh=PROVINCE)
    assert narrowest(listed) == OTHER.name
    wide = main_of(f"{visit} tại huyện Văn Chấn.{stop}", UBND_tỉnh=PROVINCE)
    assert narrowest(wide) == VILLAGE.name
    later = "\nNgày 6/3/2021, tại xã Gia Hội, đoàn nghỉ đêm."
    assert narrowest(main_of(f"{visit}.{later}", UBND_tỉnh=PROVINCE)) == PROVINCE.name


def test_a_title_may_say_where_if_that_lies_with_the_host() -> None:
    title = "Khởi công cầu treo tại xã Gia Hội\n"
    body = f"Ngày 5/3/2021, UBND tỉnh tổ chức {NAME} với sự tham dự của 200 người dân địa phương."
    assert narrowest(main_of(title + body, UBND_tỉnh=PROVINCE)) == OTHER.name
    far = Place("Tỉnh Lào Cai", "Tỉnh", "tỉnh")
    assert narrowest(main_of(title + body, UBND_tỉnh=far)) == far.name


@pytest.mark.parametrize(
    ("body", "place"),
    [
        # Who acts in the sentence is nearer than the article's own unit ...
        (f"Ngày 5/3/2021, Chủ tịch UBND tỉnh chủ trì {NAME}.", PROVINCE.name),
        # ... where he is no one unit's nothing is guessed ...
        (f"Ngày 5/3/2021, Thủ tướng chủ trì {NAME}.", None),
        (f"Ngày 5/3/2021, Bộ Nông nghiệp tổ chức {NAME}.", None),
        # ... unless the title says which unit takes part in the nation's event.
        (f"Văn Chấn dự hội nghị toàn quốc\nNgày 5/3/2021, Thủ tướng chủ trì {NAME}.",
         DISTRICT.name),
        (f"Ngày 5/3/2021, các trưởng thôn dự {NAME}.", DISTRICT.name),
    ],
)  # fmt: skip
def test_an_unsaid_place_is_guessed_only_for_events_of_one_unit(
    body: str, place: str | None
) -> None:
    seats = {"UBND_tỉnh": PROVINCE, "Bộ_Nông_nghiệp": None}
    assert narrowest(main_of(body, **seats)) == place  # type: ignore[arg-type]


def test_the_next_item_of_a_list_lends_no_venue() -> None:
    body = (
        f"* Ngày 5/3/2021, UBND huyện tổ chức {NAME}.\n"
        "* Ngày 6/3/2021, tại hội trường xã Gia Hội, Hội Nông dân khai mạc lớp tập huấn nuôi ong."
    )
    first = tell(body, {"UBND huyện": DISTRICT, "Hội Nông dân": None})[0]
    assert (first.venue, narrowest(first)) == (None, DISTRICT.name)


def test_minutes_tell_their_venue_after_day_and_hour() -> None:
    body = (
        "BIÊN BẢN\nHọp nhân dân bàn việc làm đường nội đồng\n"
        "Hôm nay, vào hồi ngày 5/3/2021, tại nhà văn hóa bản Tà Lành, xã Nậm Lành."
    )
    meeting = main_of(body)
    assert (meeting.venue, narrowest(meeting)) == ("nhà văn hóa bản Tà Lành", VILLAGE.name)


@pytest.mark.parametrize(
    ("sentence", "venue"),
    [
        ("Lễ khai mạc diễn ra tại nhà đa chức năng Trường THCS Hoa Ban.", "THCS Hoa Ban"),
        ("Đoàn dâng hương, viếng Nghĩa trang liệt sĩ huyện Trạm Tấu.", "huyện Trạm Tấu"),
        ("Hội nghị tổ chức tại Thánh đường Nur Mubarak.", "Thánh đường Nur Mubarak"),
        ("14 giờ: nhà văn hóa ấp Mỹ Lợi, đơn vị số 3.", "nhà văn hóa ấp Mỹ Lợi"),
        ("Buổi lễ diễn ra tại sân trường, có mưa nhỏ.", "sân trường"),
    ],
)
def test_venues_of_every_kind(sentence: str, venue: str) -> None:
    (found,) = venues(sentence)
    assert found.text.endswith(venue)


def test_who_holds_the_event_is_no_part_of_its_venue() -> None:
    (found,) = venues("Tại phòng họp tầng 2, Trường Đại học Hồng Lĩnh tổ chức hội nghị khoa học.")
    assert found.text == "phòng họp tầng 2"


def test_a_counter_is_a_venue_only_where_something_is_held() -> None:
    served = "Người dân nộp hồ sơ tại Trung tâm Phục vụ hành chính công xã Nậm Lành."
    assert venues(served) == []
    held = f"Chiều nay, tại Trung tâm Phục vụ hành chính công xã đã diễn ra {NAME}."
    assert len(venues(held)) == 1


def venues(text: str) -> list[Mention]:
    return [m for m in find_events(text) if m.label == "VENUE"]


def test_the_building_said_to_be_where_it_was_is_its_own_and_not_the_next_events() -> None:
    body = (
        f"Sáng 5/3/2021, bản Tà Lành tổ chức {NAME}.\n"
        "Bà con góp công làm sân nhà sinh hoạt cộng đồng, nơi diễn ra hội nghị.\n"
        "Cùng ngày, đoàn công tác của huyện đã đến thăm, tặng quà 2 hộ nghèo ở bản Pang Cáng."
    )
    first, second = tell(body, {})
    assert (first.venue, second.venue) == ("nhà sinh hoạt cộng đồng", None)
