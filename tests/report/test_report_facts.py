"""What the facts of a report are: every meeting once, with what all its articles tell."""

from datetime import date

import pytest
from report_tables import NOWHERE, PHU_NINH, PHU_NINH_DISTRICT, TAM_DAI, TAM_DAN, Made

from hoinghi.errors import UsageError
from hoinghi.report import Scope, key_figures, read_facts

TEXT = (
    "Xã Tam Đại tổ chức hội nghị\n"
    "Sáng 6/5/2024, Đảng ủy xã Tam Đại tổ chức hội nghị quán triệt. Ông Lê Ba chủ trì. "
    "Hội nghị học Chỉ thị 05-CT/TW.\n"
    "Chiều cùng ngày, xã ra mắt tổ tự quản theo Kế hoạch số 15/KH-UBND."
)


OLD = "Thị trấn Núi Thành, Huyện Núi Thành, Tỉnh Quảng Nam"
NEW = "Xã Núi Thành, Thành phố Đà Nẵng"


@pytest.fixture
def made():
    return Made()


def _ids(facts):
    return list(facts.meetings["meeting_id"])


def test_a_meeting_that_three_articles_tell_of_is_one(made, tmp_path):
    made.meeting("a", "one", name="Hội nghị tổng kết", confidence=0.7, day_part="sáng")
    made.meeting("a", "two", day=None, name="Hội nghị tổng kết công tác Mặt trận", confidence=0.9)
    made.meeting("a", "three", place=NOWHERE, confidence=0.6, venue="Hội trường xã")
    facts = read_facts(made.write(tmp_path))
    (row,) = facts.meetings.to_dict("records")
    assert row["name"] == "Hội nghị tổng kết công tác Mặt trận"
    assert row["start_date"] == date(2024, 5, 6)
    assert row["day_part"] == "sáng"
    assert (row["commune"], row["venue"]) == ("Xã Tam Đại", "Hội trường xã")
    assert row["sources"] == ["two.txt", "one.txt", "three.txt"]


def test_day_and_hour_come_from_one_article(made, tmp_path):
    made.meeting("a", "one", day="2024-05-06", confidence=0.9)
    made.meeting("a", "two", day="2024-05-06", confidence=0.7, start_time="07:30")
    made.meeting("a", "three", day=None, confidence=0.99, day_part="tối")
    (row,) = read_facts(made.write(tmp_path)).meetings.to_dict("records")
    assert (row["start_date"], row["start_time"]) == (date(2024, 5, 6), "07:30")
    assert row["day_part"] is None


def test_a_whole_place_beats_a_village_alone_whatever_the_confidence(made, tmp_path):
    made.meeting("a", "one", place=NOWHERE | {"village": "Thôn Đại An"}, confidence=0.9)
    made.meeting("a", "two", place=TAM_DAI, confidence=None)
    made.meeting("a", "three", place=PHU_NINH_DISTRICT, confidence=0.8)
    (row,) = read_facts(made.write(tmp_path)).meetings.to_dict("records")
    assert (row["commune"], row["district"]) == ("Xã Tam Đại", "Huyện Phú Ninh")
    assert row["province"] == "Tỉnh Quảng Nam"
    assert row["village"] is None


def test_reposts_and_failures_are_counted_as_such_and_add_no_meeting(made, tmp_path):
    made.meeting("a", "one")
    made.article("copy", status="duplicate", duplicate_of="one")
    made.meeting("ghost", "copy")  # tables never hold it; a report would not count it either
    made.article("broken", status="failed", error="no text")
    made.article("empty", status="no meeting")
    figures = key_figures(read_facts(made.write(tmp_path)))
    assert (figures.meetings, figures.articles) == (1, 4)
    assert (figures.duplicates, figures.failed, figures.without_meeting) == (1, 1, 1)


def test_days_are_inclusive_and_meetings_without_one_are_said_to_be_left_out(made, tmp_path):
    for key, day in (("a", "2024-04-30"), ("b", "2024-05-01"), ("c", "2024-05-31")):
        made.meeting(key, key, day=day)
    made.meeting("d", "d", day="2024-06-01")
    made.meeting("e", "e", day=None)
    made.meeting("f", "f", day=None, when="2024-05")
    made.meeting("g", "g", day=None, when="2024-07")
    out = made.write(tmp_path)
    facts = read_facts(out, Scope(since=date(2024, 5, 1), until=date(2024, 5, 31)))
    assert _ids(facts) == ["b", "c", "f"]
    assert facts.left_out == 1
    assert len(read_facts(out).meetings) == 7


def test_a_meeting_of_several_days_counts_by_its_first(made, tmp_path):
    made.meeting("a", "a", day="2024-05-31", end_date=date(2024, 6, 1))
    out = made.write(tmp_path)
    assert len(read_facts(out, Scope(until=date(2024, 5, 31))).meetings) == 1
    assert len(read_facts(out, Scope(since=date(2024, 6, 1))).meetings) == 0


def test_merged_communes_count_as_then_or_as_now(made, tmp_path):
    made.meeting("a", "a", place=TAM_DAI)
    made.meeting("b", "b", place=TAM_DAN)
    made.meeting("c", "c", day="2025-09-01", place=PHU_NINH)
    out = made.write(tmp_path)
    then, now = (key_figures(read_facts(out, Scope(units=units))) for units in ("then", "now"))
    assert (then.communes, then.provinces) == (3, 2)
    assert (now.communes, now.provinces) == (1, 1)
    assert dict(now.top_communes) == {"Xã Phú Ninh, Thành phố Đà Nẵng": 3}


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        (Scope(provinces=("quang nam",)), "ab"),
        (Scope(provinces=("Đà Nẵng",)), "c"),
        (Scope(provinces=("Đà Nẵng",), units="now"), "abc"),
        (Scope(provinces=("Quảng Nam",), units="now"), "ab"),
        (Scope(districts=("huyện Phú Ninh",)), "ab"),
        (Scope(districts=("Phú Ninh",), units="now"), "abc"),
        (Scope(communes=("xã Tam Đại",)), "a"),
        (Scope(communes=("xa tam dai",)), "a"),
        (Scope(communes=("Tam Dân",)), "b"),
        (Scope(communes=("Phú Ninh, Đà Nẵng",)), "abc"),
        (Scope(communes=("20387",)), "a"),
        (Scope(provinces=("Quảng Nam",), communes=("Tam Đại", "Tam Dân")), "ab"),
    ],
)
def test_places_are_found_by_names_of_then_and_now(made, tmp_path, scope, found):
    made.meeting("a", "a", place=TAM_DAI)
    made.meeting("b", "b", place=TAM_DAN)
    made.meeting("c", "c", day="2025-09-01", place=PHU_NINH)
    made.meeting("d", "d", place=NOWHERE)
    out = made.write(tmp_path)
    facts = read_facts(out, scope)
    assert "".join(sorted(_ids(facts))) == found
    assert facts.elsewhere == 1


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        ({"units": "now"}, [NEW]),
        ({"since": date(2025, 8, 1)}, [NEW]),
        ({"until": date(2025, 6, 30)}, [OLD]),
        ({}, [f"{OLD} (nay là {NEW})"]),
    ],
)
def test_the_area_is_called_as_it_is_counted(made, tmp_path, chosen, names):
    facts = read_facts(made.write(tmp_path), Scope(communes=("Núi Thành",), **chosen))
    assert list(facts.place_names) == names


QUANG_NAM = TAM_DAI | dict.fromkeys(("commune", "district"))
QUANG_NAM |= {"place_code": "49", "current_commune": [], "current_place_code": []}
SPLIT = TAM_DAI | {
    "current_commune": ["Xã Phú Ninh", "Xã Tây Hồ"],
    "current_place_code": ["20392", "20380"],
}


@pytest.mark.parametrize(
    ("scope", "found", "vague"),
    [
        (Scope(communes=("Tam Đại",)), "s", 2),  # the district or the province alone is known
        (Scope(communes=("Phú Ninh, Đà Nẵng",), units="now"), "", 3),
        (Scope(communes=("Tây Hồ, Đà Nẵng",), units="now"), "", 3),
        (Scope(communes=("Phú Ninh, Đà Nẵng", "Tây Hồ, Đà Nẵng"), units="now"), "", 3),
        (Scope(districts=("Phú Ninh",)), "ds", 1),
        (Scope(districts=("Núi Thành",)), "", 1),
        (Scope(districts=("Tiên Phước",), units="now"), "", 1),
        (Scope(communes=("Hòa Tiến, Đà Nẵng",)), "", 0),  # never was in Quảng Nam
        (Scope(provinces=("Đà Nẵng",)), "", 0),
        (Scope(provinces=("Đà Nẵng",), units="now"), "dps", 0),
    ],
)
def test_meetings_whose_place_is_too_vague_for_the_area_are_counted(
    made, tmp_path, scope, found, vague
):
    made.meeting("d", "d", place=PHU_NINH_DISTRICT)
    made.meeting("p", "p", place=QUANG_NAM)
    made.meeting("s", "s", place=SPLIT)
    facts = read_facts(made.write(tmp_path), scope)
    assert "".join(sorted(_ids(facts))) == found
    assert facts.elsewhere == vague


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        (Scope(communes=("Tân Thành",)), "units are called so"),
        (Scope(communes=("Tam Daij",)), "did you mean"),
        (Scope(communes=("Tam Dan, Phu Ninh",)), "Tam Đàn.*Tam Dân"),
        (Scope(provinces=("Qx",)), "check its spelling"),
        (Scope(provinces=("Bến Tre",), communes=("Tam Đại",)), "Xã Tam Đại, Huyện Phú Ninh"),
        (Scope(districts=("Châu Thành, Tiền Giang",), communes=("Phú Túc",)), "no such unit lies"),
        (Scope(bodies=("Đảng ủy xã Tam Đái",)), "did you mean Đảng ủy xã Tam Đại"),
    ],
)
def test_an_unknown_or_ambiguous_name_is_told_with_candidates(made, tmp_path, scope, said):
    made.meeting("a", "a")
    made.body("Đảng ủy xã Tam Đại", "a", hosted=["a"])
    with pytest.raises(UsageError, match=said):
        read_facts(made.write(tmp_path), scope)


@pytest.mark.parametrize("said", ["Mặt trận Tổ quốc", "mat tran", "UBMTTQVN xã", "MTTQ"])
def test_bodies_are_found_by_parts_of_their_names_as_hosts_and_as_guests(made, tmp_path, said):
    name = "Ủy ban Mặt trận Tổ quốc Việt Nam xã Tam Đại"
    made.meeting("a", "a")
    made.meeting("b", "b", day="2024-05-07")
    made.meeting("c", "c", day="2024-05-08")
    made.body(name, "a", hosted=["a"], text=["UBMTTQVN xã"])
    made.body(name, "b", joined=["b"], text=["Mặt trận xã"])
    made.body("Đảng ủy xã Tam Đại", "c", hosted=["c"])
    assert _ids(read_facts(made.write(tmp_path), Scope(bodies=(said,)))) == ["a", "b"]


def test_the_sentence_of_a_meeting_is_shown_with_its_marks(made, tmp_path):
    made.article("one", TEXT)
    made.meeting("a", "one", name="hội nghị quán triệt")
    made.mention("one", "Sáng 6/5/2024", "DATE", evidence=["a:when:sentence"])
    made.mention("one", "hội nghị quán triệt", "MEETING", evidence=["a:name:fullest"])
    made.mention("one", "hội nghị\n".strip(), "MEETING", evidence=["a:name:told"])
    (row,) = read_facts(made.write(tmp_path)).meetings.to_dict("records")
    assert row["sentence"] == "Sáng 6/5/2024, Đảng ủy xã Tam Đại tổ chức hội nghị quán triệt."
    marked = {(row["sentence"][start:end], label) for start, end, label in row["marks"]}
    assert marked == {("Sáng 6/5/2024", "DATE"), ("hội nghị quán triệt", "MEETING")}


def test_name_and_day_in_two_places_give_two_sentences(made, tmp_path):
    made.article("one", TEXT)
    made.meeting("a", "one", name="ra mắt tổ tự quản")
    made.mention("one", "Sáng 6/5/2024", "DATE", evidence=["a:when:before"])
    made.mention("one", "ra mắt tổ tự quản", "MEETING", evidence=["a:name:fullest"])
    (row,) = read_facts(made.write(tmp_path)).meetings.to_dict("records")
    assert row["sentence"].startswith("Sáng 6/5/2024")
    assert " … Chiều cùng ngày" in row["sentence"]
    assert {row["sentence"][a:b] for a, b, _ in row["marks"]} >= {"ra mắt tổ tự quản"}


def test_directives_go_to_the_meeting_in_whose_part_they_stand(made, tmp_path):
    made.article("one", TEXT)
    made.meeting("a", "one", name="hội nghị quán triệt")
    made.meeting("b", "one", name="ra mắt tổ tự quản", main=False)
    made.directive("one")
    made.directive("one", "15-KH/UBND", known=False, issuer=None)
    made.mention("one", "hội nghị quán triệt", "MEETING", evidence=["a:name:fullest"])
    made.mention("one", "ra mắt tổ tự quản", "MEETING", evidence=["b:name:fullest"])
    made.mention("one", "05-CT/TW", "DIRECTIVE", "Chỉ thị|05|CT/TW|Bộ Chính trị|")
    made.mention("one", "15/KH-UBND", "DIRECTIVE", "Chỉ thị|15|KH/UBND||")
    facts = read_facts(made.write(tmp_path))
    told = dict(zip(facts.meetings["meeting_id"], facts.meetings["directives"], strict=True))
    assert told == {"a": ["05-CT/TW"], "b": ["15-KH/UBND"]}


def test_papers_of_one_number_are_one_if_office_and_year_agree(made, tmp_path):
    for key, issuer, day in (
        ("a", "Ủy ban nhân dân xã Tam Đại", date(2023, 1, 2)),
        ("b", "Ủy ban nhân dân xã Tam Đại", date(2024, 1, 2)),
        ("c", "Ủy ban nhân dân xã Tam Dân", date(2024, 1, 2)),
        ("d", "Ủy ban nhân dân xã Tam Dân", None),
    ):
        made.meeting(key, key)
        made.directive(key, "15-KH/UBND", known=False, issuer=issuer, date=day)
    facts = read_facts(made.write(tmp_path))
    assert facts.directives["paper"].nunique() == 3
    assert key_figures(facts).directives == 3


ISSUER, PARTS = "Bộ Chính trị", "Bộ Chính trị, Ban Bí thư"
KNOWN = (ISSUER, date(2023, 12, 20), True)


@pytest.mark.parametrize(
    ("told", "papers"),
    [
        ([KNOWN, (ISSUER, None, False), (None, None, False)], 1),
        ([KNOWN, (ISSUER, date(2023, 12, 20), False), (None, date(2023, 12, 20), False)], 1),
        ([(PARTS, date(2025, 7, 17), True), (ISSUER, None, False)], 1),
        ([KNOWN, (ISSUER, date(2008, 1, 5), False), (ISSUER, None, False)], 3),
        ([KNOWN, ("Đảng ủy xã Tam Đại", None, False), (None, None, False)], 3),
        ([(ISSUER, date(2023, 12, 20), False), (None, None, False)], 2),
    ],
)
def test_a_paper_that_is_told_in_part_is_the_one_that_it_can_only_be(made, tmp_path, told, papers):
    for number, (issuer, day, known) in enumerate(told):
        made.meeting(f"m{number}", f"d{number}")
        made.directive(f"d{number}", "46-NQ/TW", known=known, issuer=issuer, date=day)
    facts = read_facts(made.write(tmp_path))
    assert facts.directives["paper"].nunique() == papers


def test_a_person_is_one_at_a_meeting_with_the_weightiest_role(made, tmp_path):
    made.meeting("a", "one")
    made.meeting("a", "two")
    made.person("p", "a", "one", "phát biểu", honorific="ông")
    made.person("p", "a", "two", "chủ trì")
    made.person("q", None, "one", "nhắc đến")
    post = {"person_id": "p", "title": "Chủ tịch", "organization": "Hội Nông dân", "former": False}
    made.rows["positions"] += [post | {"document_id": article} for article in ("one", "two")]
    facts = read_facts(made.write(tmp_path))
    (person,) = facts.people.to_dict("records")
    assert (person["role"], person["honorific"]) == ("chủ trì", "ông")
    assert person["positions"] == ["Chủ tịch Hội Nông dân"]
    assert list(facts.meetings["people"]) == [1]


def test_doubts_say_what_is_to_be_checked(made, tmp_path):
    made.meeting("a", "one", confidence=0.3)
    made.meeting("b", "two", day=None, when="XXXX-11-20TMO")
    made.meeting("c", "three", place=NOWHERE)
    made.meeting("d", "four")
    made.person("p", "d", "four", confidence=0.4)
    made.meeting("e", "five")
    made.article("broken", status="failed", error="no text; give another file")
    facts = read_facts(made.write(tmp_path))
    place = "Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam"
    told = {(row.reason_text, row.meeting_id, row.value) for row in facts.doubts.itertuples()}
    assert told == {
        ("Độ tin cậy thấp", "a", f"Hội nghị a; 06/5/2024; {place}"),
        ("Chưa rõ ngày", "b", "20/11, chưa rõ năm"),
        ("Chưa xác định được địa bàn", "c", None),
        ("Đại biểu chưa chắc chắn", "d", "Nguyễn Văn p"),
        ("Không đọc được bài viết", None, "no text; give another file"),
    }
    figures = key_figures(facts)
    assert (figures.to_check, figures.meetings_to_check) == (5, 4)
    assert figures.check_share == 0.8
