import json
from dataclasses import replace
from datetime import date

import pytest

from hoinghi.errors import SettingsError
from hoinghi.evaluate import evaluate, floors_under, read_floors, undercut
from hoinghi.evaluate.meetings import day_of, name_f1
from hoinghi.gold import (
    GoldDirective,
    GoldDocument,
    GoldMeeting,
    GoldPerson,
    GoldPosition,
)
from hoinghi.records import (
    Article,
    DateMention,
    Directive,
    DirectiveMention,
    Meeting,
    Mention,
    OrganizationMention,
    Person,
    Place,
    PlaceMention,
    Position,
    Reading,
)

TEXT = (
    "Sáng 23/4, tại Nhà văn hóa thôn 3, ông Trần Văn Mẫu, PCT UBND xã Tam Đại, mở lớp tập huấn "
    "công tác Mặt trận theo Chỉ thị 05-CT/TW."
)
PLACE = "Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam"
UBND = "Ủy ban nhân dân xã Tam Đại"
NAME = "lớp tập huấn công tác Mặt trận"
CITED = ("Chỉ thị", "05", "CT/TW")


def at(surface):
    start = TEXT.index(surface)
    return start, start + len(surface)


def gold_span(surface, label, norm=None):
    return Mention(*at(surface), label, surface, norm or surface, "gold")


GOLD = GoldDocument(
    document_id="t1",
    article=Article(TEXT),
    spans=(
        gold_span("Sáng 23/4", "DATE", "2024-04-23TMO"),
        gold_span("Nhà văn hóa thôn 3", "VENUE"),
        gold_span("Trần Văn Mẫu", "PER"),
        gold_span("PCT", "TITLE", "Phó Chủ tịch"),
        gold_span("UBND xã Tam Đại", "ORG", UBND),
        gold_span("xã Tam Đại", "LOC", PLACE),
        gold_span(NAME, "MEETING"),
        gold_span("Chỉ thị 05-CT/TW", "DIRECTIVE", "Chỉ thị|05|CT/TW||2016-05-15"),
    ),
    meetings=(
        GoldMeeting(
            NAME, "tập huấn", "2024-04-23TMO", "Nhà văn hóa thôn 3", (PLACE,), (UBND,), main=True
        ),
    ),
    people=(GoldPerson("Trần Văn Mẫu", "ông", (GoldPosition("Phó Chủ tịch", UBND),), "chủ trì"),),
    directives=(GoldDirective(*CITED, "Bộ Chính trị", "2016-05-15", None),),
)
DAY = date(2024, 4, 23)
DIRECTIVE = Directive("05-CT/TW", *CITED, None, date(2016, 5, 15), None, known=True)
MEETING = Meeting(
    NAME,
    "tập huấn",
    main=True,
    when="2024-04-23TMO",
    venue="Nhà văn hóa thôn 3",
    places=(Place(PLACE, "Xã", "xã"),),
    hosts=(UBND,),
)
PERSON = Person(
    "Trần Văn Mẫu",
    "ông",
    (Position("Phó Chủ tịch", "PCT", UBND, "UBND xã Tam Đại"),),
    "chủ trì",
    (),
)
RIGHT = Reading(
    GOLD.article,
    dates=(
        DateMention(
            *at("Sáng 23/4"), "", "2024-04-23TMO", "TIME", "day part", DAY, DAY, "none", "test"
        ),
    ),
    directives=(DirectiveMention(*at("Chỉ thị 05-CT/TW"), "", DIRECTIVE, "test"),),
    places=(PlaceMention(*at("xã Tam Đại"), "", MEETING.places[0], "text", "test"),),
    organizations=(
        OrganizationMention(*at("UBND xã Tam Đại"), "", UBND, "UBND", "xã", None, "test"),
    ),
    names=(gold_span("Trần Văn Mẫu", "PER"), gold_span("PCT", "TITLE", "Phó Chủ tịch")),
    events=(gold_span("Nhà văn hóa thôn 3", "VENUE"), gold_span(NAME, "MEETING")),
    people=(PERSON,),
    meetings=(MEETING,),
)


def scored(reading, document=GOLD):
    return evaluate([document], lambda article: reading)


def main(**changes):
    return scored(replace(RIGHT, meetings=(replace(MEETING, **changes),))).figures


def test_a_perfect_reading_scores_one_everywhere():
    scores = scored(RIGHT)
    assert {value for value in scores.figures.values() if value is not None} == {1.0}
    assert scores.slips == ()
    assert scores.counts["documents"] == 1
    assert scores.counts["meetings.invented"] == 0


def test_an_empty_reading_recalls_nothing_and_has_no_precision():
    figures = scored(Reading(GOLD.article)).figures
    assert {v for name, v in figures.items() if name.endswith((".recall", ".f1"))} == {0.0}
    assert {v for name, v in figures.items() if name.endswith(".precision")} == {None}
    assert figures["DATE.norm"] is None
    assert figures["people.role"] is None
    assert {figures[f"main.{field}"] for field in ("when", "venue", "place", "name")} == {0.0}


def test_figures_are_micro_averages_over_the_documents():
    empty = Reading(GOLD.article)
    readings = iter([RIGHT, RIGHT, empty])
    figures = evaluate([GOLD] * 3, lambda article: next(readings)).figures
    assert figures["PER.recall"] == pytest.approx(2 / 3)
    assert figures["PER.precision"] == 1.0
    assert figures["PER.f1"] == pytest.approx(0.8)


def test_a_longer_span_overlaps_but_is_no_strict_hit():
    start, end = at("Trần Văn Mẫu")
    longer = Mention(start - 4, end, "PER", "", "ông Trần Văn Mẫu", "test")
    figures = scored(replace(RIGHT, names=(longer,))).figures
    assert (figures["PER.f1"], figures["PER.overlap_f1"]) == (0.0, 1.0)


def test_one_span_over_two_gold_spans_counts_for_one():
    start, end = at("Trần Văn Mẫu")
    halves = (
        Mention(start, start + 4, "PER", "", "Trần", "gold"),
        Mention(start + 5, end, "PER", "", "Văn Mẫu", "gold"),
    )
    document = replace(GOLD, spans=halves, people=())
    assert scored(RIGHT, document).figures["PER.overlap_f1"] == pytest.approx(2 / 3)


def test_the_norm_is_judged_on_strict_hits_alone():
    title = gold_span("PCT", "TITLE", "Chủ tịch")
    figures = scored(replace(RIGHT, names=(RIGHT.names[0], title))).figures
    assert (figures["TITLE.f1"], figures["TITLE.norm"], figures["PER.norm"]) == (1.0, 0.0, 1.0)
    assert figures["spans.norm"] == pytest.approx(7 / 8)


def test_a_body_missing_on_one_side_is_wrong_for_the_triple_only():
    person = replace(PERSON, positions=(Position("Phó Chủ tịch", "PCT"),))
    figures = scored(replace(RIGHT, people=(person,))).figures
    assert figures["people.title.f1"] == 1.0
    assert figures["people.title_organization.f1"] == 0.0


def test_roles_are_judged_on_people_whose_name_is_right():
    other = replace(PERSON, name="Lê Thị Nháp", role="phát biểu")
    figures = scored(replace(RIGHT, people=(PERSON, other))).figures
    assert figures["people.name.precision"] == 0.5
    assert figures["people.role"] == 1.0


def test_a_person_reported_twice_is_invented_once():
    assert scored(replace(RIGHT, people=(PERSON, PERSON))).figures["people.name.precision"] == 0.5


def test_two_laws_without_a_number_are_two_documents():
    law = GoldDirective("Luật", None, None, "Quốc hội", None, "Mặt trận")
    document = replace(GOLD, directives=(law, replace(law, title="Dân chủ")))
    first = replace(DIRECTIVE, directive_id="Luật A", kind="Luật", number=None, symbol=None)
    second = replace(first, directive_id="Luật B")

    def citing(*directives):
        mentions = [DirectiveMention(i, i + 1, "", d, "test") for i, d in enumerate(directives)]
        return scored(replace(RIGHT, directives=tuple(mentions)), document).figures

    assert citing(first, second)["directives.f1"] == 1.0
    assert citing(first, first)["directives.recall"] == 0.5


def test_the_day_may_be_right_where_the_time_is_not():
    figures = main(when="2024-04-23T14:30")
    assert (figures["main.when"], figures["main.day"]) == (0.0, 1.0)
    assert figures["main.day_place_name"] == 1.0
    assert main(when="2024-04-23/2024-04-24")["main.day"] == 0.0


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-04-23TMO", "2024-04-23"),
        ("2024-04-23T07:30/2024-04-23T11:00", "2024-04-23"),
        ("2022-07-14TAF/2022-07-15TMO", "2022-07-14/2022-07-15"),
        ("XXXX-09-27TAF", "XXXX-09-27"),
        ("PRESENT_REF", "PRESENT_REF"),
        (None, None),
    ],
)
def test_a_day_is_a_value_without_times(value, day):
    assert day_of(value) == day


def test_the_place_is_the_most_specific_one():
    wider = Place("Huyện Phú Ninh, Tỉnh Quảng Nam", "Huyện")
    assert main(places=(MEETING.places[0], wider))["main.place"] == 1.0
    assert main(places=(wider, MEETING.places[0]))["main.place"] == 0.0
    assert main(places=())["main.day_place_name"] == 0.0


def test_no_venue_is_an_answer_but_earns_nothing_where_one_is_named():
    without = replace(GOLD, meetings=(replace(GOLD.meetings[0], venue=None),))
    silent = replace(RIGHT, meetings=(replace(MEETING, venue=None),))
    figures = evaluate([GOLD, without], lambda article: silent).figures
    assert (figures["main.venue"], figures["main.venue_named"]) == (0.5, 0.0)
    # Not reading the meeting at all is no such answer.
    assert scored(replace(RIGHT, meetings=()), without).figures["main.venue"] == 0.0


def test_a_name_needs_four_fifths_of_its_words():
    assert main(name=NAME.upper() + " năm")["main.name"] == 1.0
    assert main(name="lớp tập huấn")["main.name"] == 0.0
    assert name_f1("Ủy ban", "uỷ ban") == 1.0
    assert name_f1("", "") == 0.0


def test_hosts_are_a_set():
    figures = main(hosts=(UBND, "Đảng ủy xã Tam Đại"))
    assert (figures["main.hosts.precision"], figures["main.hosts.recall"]) == (0.5, 1.0)


def test_another_meeting_is_invented_and_a_renamed_one_of_that_day_is_found():
    renamed = replace(MEETING, name="buổi học cho cán bộ thôn")
    other = replace(MEETING, name="đại hội chi đoàn", main=False, type="đại hội")
    scores = scored(replace(RIGHT, meetings=(other, renamed)))
    assert scores.figures["meetings.recall"] == 1.0
    assert scores.figures["meetings.precision"] == 0.5
    assert scores.counts["meetings.invented"] == 1
    assert scores.counts["meetings.invented_without_meeting"] == 0


def test_silence_is_right_in_an_article_without_a_meeting():
    quiet = replace(GOLD, meetings=())
    readings = iter([RIGHT, replace(RIGHT, meetings=())])
    scores = evaluate([quiet, quiet], lambda article: next(readings))
    assert scores.figures["meetings.silence"] == 0.5
    assert scores.counts["meetings.invented_without_meeting"] == 1
    assert scores.figures["main.when"] is None


def test_slips_show_the_span_in_its_context():
    (slip,) = [s for s in scored(replace(RIGHT, dates=())).slips if s.figure == "DATE"]
    assert (slip.document_id, slip.kind) == ("t1", "missed")
    assert slip.text.startswith("⟦Sáng 23/4⟧, tại")


def test_scores_are_flat_and_go_into_json():
    flat = scored(RIGHT).as_dict()
    assert json.loads(json.dumps(flat)) == flat
    assert (flat["documents"], flat["DATE.f1"]) == (1, 1.0)


def test_a_floor_is_undercut_by_less_and_by_nothing():
    assert undercut({"a": 0.9, "b": 0.9}, {"a": 0.9, "b": 0.8}) == []
    below = undercut({"a": 0.89, "b": None}, {"a": 0.9, "b": 0.1, "gone": 0.0})
    assert [line.split(":")[0] for line in below] == ["a", "b", "gone"]


def test_new_floors_lie_a_little_under_the_figures():
    floors = floors_under({"a": 0.9049, "b": None, "c": 0.004})
    assert floors == {"a": 0.894, "c": 0.0}
    assert undercut({"a": 0.9049, "c": 0.004}, floors) == []


@pytest.mark.parametrize("content", ["[]", '{"a": "high"}', '{"a": 1.5}', '{"a": true}', "{"])
def test_floors_that_are_no_floors_are_refused(tmp_path, content):
    path = tmp_path / "floors.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"floors\.json"):
        read_floors(path)
