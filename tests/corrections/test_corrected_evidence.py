"""What mentions say was read from them, after fields were corrected."""

import pytest

from corrections_cases import ARTICLES
from hoinghi.corrections import Change, refresh

MEETING = "tổng kết"
FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam xã Tam Đại"
PARTY = "Đảng ủy xã Tam Đại"
TYPED = "Hội Nông dân xã Tam Đại"


def told(out, desk, field):
    """Return text, norm and rule of the mentions that a field of the meeting was read from."""
    event = desk.row("meetings", "năm 2023")["meeting_id"]
    return [
        (mention["text"], mention["norm"], evidence.rpartition(":")[2])
        for mention in desk.rows("mentions")
        for evidence in mention["evidence"]
        if evidence.startswith(f"{event}:{field}:")
    ]


FRONT_TOLD = ("Ủy ban MTTQ Việt Nam xã Tam Đại", FRONT, "before")


def party(after):
    start = ARTICLES["a"].index(PARTY)
    return Change([FRONT], after, start, start + len(PARTY))


def test_hosts_typed_and_taken_leave_the_old_host_its_words(desk, out):
    desk.decide("correct", "meetings", MEETING, hosts=party([FRONT, TYPED, PARTY]))
    refresh(out)
    assert told(out, desk, "hosts") == [FRONT_TOLD, (PARTY, PARTY, "corrected")]


def test_words_taken_for_the_one_new_host_are_that_host_s(desk, out):
    name = "Ban Chấp hành Đảng bộ xã Tam Đại"
    desk.decide("correct", "meetings", MEETING, hosts=party([name]))
    refresh(out)
    assert told(out, desk, "hosts") == [(PARTY, name, "corrected")]


def test_words_that_may_be_of_either_new_host_stay_as_the_machine_understood_them(desk, out):
    desk.decide("correct", "meetings", MEETING, hosts=party([FRONT, TYPED, "Hội Phụ nữ"]))
    refresh(out)
    assert told(out, desk, "hosts") == [FRONT_TOLD, (PARTY, PARTY, "corrected")]


@pytest.mark.parametrize(
    ("hosts", "left"),
    [([], []), ([TYPED], []), ([TYPED, FRONT], [FRONT_TOLD])],
)
def test_only_hosts_that_are_no_more_lose_their_words(desk, out, hosts, left):
    desk.decide("correct", "meetings", MEETING, hosts=hosts)
    refresh(out)
    assert told(out, desk, "hosts") == left


@pytest.mark.parametrize(
    ("field", "value", "is_left"),
    [
        ("when", None, False),
        ("when", "2024-03-13", False),
        ("when", "2024-03-12TAF", False),
        ("when", "2024-03-12T08:00", True),
        ("when", "2024-03-12TMO/2024-03-14", True),
        ("venue", None, False),
        ("venue", "Nhà văn hóa thôn Đông", False),
        ("venue", "Hội trường UBND xã Tam Đại", True),
        ("place", None, False),
        ("place", "Xã Tam Dân, Huyện Phú Ninh, Tỉnh Quảng Nam", False),
        ("place", "Xã Tam Đại, Thành phố Đà Nẵng", True),
        ("village", "Thôn Đông", True),
        ("name", "Hội nghị tổng kết năm 2023 của Mặt trận", True),
    ],
)
def test_a_typed_field_keeps_its_words_only_where_they_still_say_it(
    desk, out, field, value, is_left
):
    read_from = "place" if field == "village" else field
    before = told(out, desk, read_from)
    assert before
    desk.decide("correct", "meetings", MEETING, **{field: value})
    refresh(out)
    assert told(out, desk, read_from) == (before if is_left else [])


def test_a_village_that_is_taken_away_leaves_the_words_of_its_commune(desk, out):
    desk.decide("correct", "meetings", "thi đua", village=None)
    refresh(out)
    event = desk.row("meetings", "thi đua")["meeting_id"]
    read = [
        m["text"]
        for m in desk.rows("mentions")
        if any(e.startswith(f"{event}:place:") for e in m["evidence"])
    ]
    assert read == ["xã Bình Sa"]
