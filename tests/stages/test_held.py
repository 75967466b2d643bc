"""Mentions whose edges were decided elsewhere get their names from the stages all the same."""

from datetime import date

import pytest

from hoinghi.records import Mention
from hoinghi.stages.officials import find_names
from hoinghi.stages.organizations import find_organizations
from hoinghi.stages.places import find_places, name_place

DAY = date(2024, 4, 24)


def spans_of(text, *surfaces):
    starts = [text.index(surface) for surface in surfaces]
    return [(at, at + len(surface)) for at, surface in zip(starts, surfaces, strict=True)]


def by_start(text):
    return {one.start: one for one in find_places(text, published=DAY)}


def bodies(text, *surfaces):
    return find_organizations(
        text, places=find_places(text, published=DAY), held=spans_of(text, *surfaces)
    )


def test_a_body_that_the_grammar_reads_alike_keeps_its_name():
    text = "Sáng nay, UBMTTQVN xã Tam Đại, huyện Phú Ninh họp."
    (body,) = bodies(text, "UBMTTQVN xã Tam Đại")
    assert body.name == "Ủy ban Mặt trận Tổ quốc Việt Nam xã Tam Đại"
    assert body.place.commune == "Xã Tam Đại"


def test_a_body_that_no_list_knows_is_named_as_written():
    text = "Đội văn nghệ quần chúng   Sao Khuê và HĐND xã Tam Đại, huyện Phú Ninh."
    first, second = bodies(text, "Đội văn nghệ quần chúng   Sao Khuê", "HĐND xã Tam Đại")
    assert first.name == "Đội văn nghệ quần chúng Sao Khuê"
    assert first.place is None
    assert second.name == "Hội đồng nhân dân xã Tam Đại"


@pytest.mark.parametrize(
    ("surface", "kind"),
    [
        ("Cơ sở mây tre Phúc Lợi", "doanh nghiệp"),
        ("tập đoàn Vạn Xuân", "doanh nghiệp"),
        ("Dòng Mến Thánh giá Cái Mơn", "tôn giáo"),
        ("Nghiệp đoàn xe thồ Chợ Mới", "đoàn thể"),
        ("Sao Vàng Đất Việt", "khác"),
        ("Bột giặt Sao Vàng", "khác"),
        ("Bộ đội Trường Sơn", "lực lượng vũ trang"),
    ],
)
def test_the_first_words_tell_the_kind(surface, kind):
    (body,) = bodies(f"Tài trợ: {surface}.", surface)
    assert body.kind == kind
    assert body.name[0].isupper()


@pytest.mark.parametrize("surface", ["Bắc Ninh", "(BTX)", "Hội", "xã"])
def test_no_body_is_without_a_name(surface):
    (body,) = bodies(f"Đội {surface} thắng trận đầu.", surface)
    assert body.name


def test_only_the_spans_that_hold_are_named():
    text = "HĐND xã Tam Đại và Hội Nông dân xã Tam Đại họp."
    (body,) = bodies(text, "Hội Nông dân xã Tam Đại")
    assert body.text == "Hội Nông dân xã Tam Đại"
    assert bodies(text) == []


def test_an_abbreviation_in_brackets_and_later_alone_is_the_same_body():
    text = "Tổ chức Bàn tay Xanh (BTX) đến xã. Theo BTX, bà con đồng lòng."
    at = text.rindex("BTX")
    spans = [*spans_of(text, "Tổ chức Bàn tay Xanh", "BTX"), (at, at + 3)]
    assert {body.name for body in find_organizations(text, held=spans)} == {"Tổ chức Bàn tay Xanh"}


def test_people_and_titles_that_hold_are_named():
    text = "Nghệ nhân trưởng phường hát Bríu Thị Nhơn chào bà con; bà Nhơn hát."
    later = text.rindex("Nhơn")
    held = [
        Mention(*spans_of(text, "Nghệ nhân trưởng")[0], "TITLE", "Nghệ nhân trưởng", None, "crf"),
        Mention(*spans_of(text, "Bríu Thị Nhơn")[0], "PER", "Bríu Thị Nhơn", None, "crf"),
        Mention(later, later + 4, "PER", "Nhơn", None, "crf"),
    ]
    named = find_names(text, held=held)
    assert [one.norm for one in named] == ["Nghệ nhân trưởng", "Bríu Thị Nhơn", "Bríu Thị Nhơn"]
    assert [one.rule for one in named] == ["crf"] * 3


def test_a_known_title_that_holds_is_canonical():
    text = "PCT UBND xã Lê Văn Tám phát biểu."
    held = [Mention(0, 3, "TITLE", "PCT", None, "crf")]
    assert find_names(text, held=held)[0].norm == "Phó Chủ tịch"


def test_a_hamlet_that_no_rule_found_lies_in_the_commune_behind_it():
    text = "Tại thôn suối mơ, xã Tam Đại, huyện Phú Ninh."
    around = by_start(text)
    (span,) = spans_of(text, "thôn suối mơ")
    found = name_place(text, span, around, published=DAY)
    assert found.text == "thôn suối mơ"
    assert found.place.name == "Thôn Suối Mơ, Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam"
    assert found.place.level == "thôn"


def test_a_place_without_a_type_word_is_named_as_written():
    text = "ra bãi nổi Phù Sa, xã Tam Đại"
    (span,) = spans_of(text, "bãi nổi Phù Sa")
    found = name_place(text, span, by_start(text), published=DAY)
    assert (found.place.name, found.place.level) == ("Bãi nổi Phù Sa", None)
    assert found.resolved_by == "as written"


def test_a_unit_of_the_gazetteer_is_that_unit():
    text = "về Tỉnh Quảng Nam công tác"
    (span,) = spans_of(text, "Tỉnh Quảng Nam")
    place = name_place(text, span, {}, published=DAY)
    assert place.place.province == "Tỉnh Quảng Nam"
    assert place.place.place_code == "49"
