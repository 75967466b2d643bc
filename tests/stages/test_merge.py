from dataclasses import replace

from hoinghi.records import (
    Article,
    DateMention,
    Directive,
    DirectiveMention,
    Mention,
    OrganizationMention,
    Place,
    PlaceMention,
    Reading,
)
from hoinghi.stages.merge import settle, settle_context

TEXT = "Chỉ thị số 05-CT/TW ngày 15/5/2016; tại Hội trường UBND xã, ông Nguyễn Tam Kỳ họp"
DIRECTIVE = Directive("05-CT/TW", "Chỉ thị", "05", "CT/TW", None, None, None, False)


def at(surface):
    start = TEXT.index(surface)
    return {"start": start, "end": start + len(surface), "text": surface}


def mention(surface, label):
    return Mention(**at(surface), label=label, norm=None, rule="test")


def reading(**fields):
    return replace(Reading(Article(TEXT), body=TEXT), **fields)


def test_nothing_that_the_recogniser_finds_lies_in_a_citation():
    cited = DirectiveMention(
        **at("Chỉ thị số 05-CT/TW ngày 15/5/2016"), directive=DIRECTIVE, rule="test"
    )
    place = PlaceMention(**at("05"), place=Place("05", "Thôn"), resolved_by="test", rule="crf")
    inside = mention("ngày 15/5/2016", "VENUE")
    around = mention("Chỉ thị số 05-CT/TW ngày 15/5/2016; tại Hội trường", "MEETING")
    cut = mention("15/5/2016; tại Hội trường", "MEETING")
    after = settle(reading(directives=(cited,), places=(place,), events=(inside, around, cut)))
    assert after.places == ()
    assert after.events == (around,)


def test_a_place_that_crosses_a_body_is_dropped():
    body = OrganizationMention(
        **at("Hội trường UBND"), name="x", kind="khác", level=None, place=None, rule="crf"
    )
    crossing = PlaceMention(
        **at("UBND xã"), place=Place("xã", "Xã"), resolved_by="test", rule="crf"
    )
    within = PlaceMention(**at("UBND"), place=Place("xã", "Xã"), resolved_by="test", rule="crf")
    after = settle(reading(organizations=(body,), places=(crossing, within)))
    assert after.places == (within,)


def test_a_date_inside_a_citation_is_part_of_the_citation():
    span = at("Chỉ thị số 05-CT/TW ngày 15/5/2016")
    date = DateMention(
        **at("ngày 15/5/2016"), value="2016-05-15", type="DATE", grain="day",
        start_date=None, end_date=None, anchor="text", rule="test",
    )  # fmt: skip
    cited = DirectiveMention(**span, directive=DIRECTIVE, rule="test")
    assert settle_context(reading(dates=(date,), directives=(cited,))).dates == ()
    assert settle_context(reading(dates=(date,))).dates == (date,)


def test_a_committee_for_a_document_holds_its_citation():
    cited = DirectiveMention(**at("05-CT/TW"), directive=DIRECTIVE, rule="test")
    body = OrganizationMention(
        **at("Chỉ thị số 05-CT/TW ngày"),
        name="",
        kind="",
        level=None,
        place=None,
        rule="topic:bare",
    )
    settled = settle_context(reading(organizations=(body,), directives=(cited,)))
    assert (settled.organizations, settled.directives) == ((body,), ())
    other = replace(body, rule="open:bare")
    settled = settle_context(reading(organizations=(other,), directives=(cited,)))
    assert (settled.organizations, settled.directives) == ((), (cited,))


def test_a_venue_swallows_the_body_in_its_name():
    body = OrganizationMention(**at("UBND xã"), name="", kind="", level=None, place=None, rule="")
    venue = mention("Hội trường UBND xã", "VENUE")
    assert settle(reading(organizations=(body,), events=(venue,))).organizations == ()
    assert settle(reading(organizations=(body,))).organizations == (body,)


def test_a_persons_name_is_no_place():
    place = PlaceMention(**at("Tam Kỳ"), place=Place("Tam Kỳ", ""), resolved_by="", rule="")
    person = mention("Nguyễn Tam Kỳ", "PER")
    assert settle(reading(places=(place,), names=(person,))).places == ()


def test_people_are_not_marked_inside_the_name_of_a_meeting():
    person = mention("Nguyễn Tam Kỳ", "PER")
    meeting = mention("Hội trường UBND xã, ông Nguyễn Tam Kỳ họp", "MEETING")
    assert settle(reading(names=(person,), events=(meeting,))).names == ()


def test_a_longer_title_around_a_body_wins_over_it():
    body = OrganizationMention(
        **at("UBND"), name="", kind="", level=None, place=None, rule="test"
    )  # fmt: skip
    whole, same = mention("Hội trường UBND xã", "TITLE"), mention("UBND", "TITLE")
    settled = settle(reading(organizations=(body,), names=(whole,)))
    assert (settled.organizations, settled.names) == ((), (whole,))
    settled = settle(reading(organizations=(body,), names=(same,)))
    assert (settled.organizations, settled.names) == ((body,), ())


def test_a_road_that_bears_a_name_is_no_person_unless_one_is_announced():
    text = "Đường Lê Văn Ninh tắc; nút giao Lê Văn Ninh vắng; ông Lê Văn Ninh đến; kỹ sư Việt Nam"
    road = PlaceMention(
        0, 17, text[:17], Place("Đường Lê Văn Ninh, Huế", "Đường"), "text", "places:road"
    )
    starts = [text.index("Lê Văn Ninh", after) for after in (20, 45)]
    crossing, person = (
        Mention(at, at + 11, "PER", "Lê Văn Ninh", "Lê Văn Ninh", rule, 0.9)
        for at, rule in zip(starts, ("name:form+crf", "name:honorific"), strict=True)
    )
    at = text.index("Việt Nam")
    country = Mention(at, at + 8, "PER", "Việt Nam", "Việt Nam", "name:honorific", 0.9)
    bare = Reading(Article(text), body=text, places=(road,))
    assert settle(replace(bare, names=(crossing, country))).names == ()
    assert settle(replace(bare, names=(crossing, person))).names == (crossing, person)
