"""One article in the form that a commune's page gives it, from text to records."""

from dataclasses import replace
from datetime import date

import pytest
import spacy
from spacy import displacy
from spacy.language import Language

from hoinghi.assembly import load, make_doc, read
from hoinghi.pipeline import ORDER, open_pipeline
from hoinghi.records import Article, Reading
from hoinghi.tables import mentions

# Written for this test: real places, invented people; the furniture is what such pages carry.
PAGE = """\
Bồi dưỡng nghiệp vụ cho người làm công tác Mặt trận

Sáng ngày 16/4/2024, tại Hội trường xã Tam Lãnh, gần 80 người về dự Hội nghị tập huấn nghiệp vụ \
công tác Mặt trận, kỹ năng giám sát cộng đồng; thông tin kết quả thực hiện Chỉ thị 05 của Bộ \
chính trị. Đến dự có ông Đoàn Thanh Phương – Huyện ủy viên, Phó Chủ tịch Ủy ban MTTQ Việt cùng \
các ông, bà trong Ban Thường vụ Đảng ủy, thường trực HĐND, UBND, UBMTTQVN xã Tam Lãnh.

Nhiều năm nay, cán bộ Mặt trận ở thôn phần lớn kiêm nhiệm, ít khi được học bài bản.

About admin

Tin mới

Giải bóng chuyền mừng xuân năm 2024

 Tối ngày 17/2/2024 Đoàn Thanh niên xã cùng các đơn vị …

Trả lời

Email của bạn sẽ không được hiển thị công khai. Các trường bắt buộc được đánh dấu *
"""
FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam"


@pytest.fixture(scope="module")
def reading(nlp):
    return read(nlp, Article(PAGE, source="trang.txt"))


def test_one_meeting_with_time_venue_and_place_then_and_now(reading):
    (meeting,) = reading.meetings
    assert meeting.main
    assert meeting.type == "tập huấn"
    assert meeting.when == "2024-04-16TMO"
    assert meeting.venue == "Hội trường xã Tam Lãnh"
    place = meeting.places[0]
    assert (place.commune, place.district, place.province) == (
        "Xã Tam Lãnh",
        "Huyện Phú Ninh",
        "Tỉnh Quảng Nam",
    )
    assert place.current_province == ("Thành phố Đà Nẵng",)
    assert meeting.name.startswith("Hội nghị tập huấn nghiệp vụ công tác Mặt trận")


def test_a_reading_is_the_one_on_the_doc(nlp, reading):
    assert nlp(make_doc(nlp, Article(PAGE, source="trang.txt")))._.hoinghi == reading


def test_a_component_of_another_kind_takes_part_in_a_reading(reading):
    @Language.component("forget_people")
    def forget_people(doc):
        doc._.hoinghi = replace(doc._.hoinghi, people=())
        return doc

    nlp = load()
    nlp.add_pipe("forget_people")
    assert read(nlp, reading.article) == replace(reading, people=())


def test_one_person_with_two_positions(reading):
    (person,) = reading.people
    assert (person.name, person.honorific) == ("Đoàn Thanh Phương", "ông")
    assert [position.title for position in person.positions] == ["Phó Chủ tịch", "Huyện ủy viên"]
    assert person.positions[1].organization is None
    assert (person.positions[0].organization or "").startswith(FRONT)
    assert person.meeting == 0


def test_a_coordination_is_as_many_bodies_of_one_commune(reading):
    names = {found.name for found in reading.organizations}
    assert {
        "Ban Thường vụ Đảng ủy xã Tam Lãnh",
        "Hội đồng nhân dân xã Tam Lãnh",
        "Ủy ban nhân dân xã Tam Lãnh",
        f"{FRONT} xã Tam Lãnh",
    } <= names


def test_a_short_citation_finds_its_document(reading):
    (found,) = reading.directives
    directive = found.directive
    assert directive.directive_id == "05-CT/TW"
    assert (directive.issuer, directive.date) == ("Bộ Chính trị", date(2016, 5, 15))
    assert directive.known


def test_lengths_of_time_are_no_dates_of_an_article(nlp):
    text = "Sáng 16/4/2024, xã Tam Lãnh họp. Trong 3 ngày tới, xã phát quà; 2 năm qua, xã được mùa."
    found = read(nlp, Article(text, published=date(2024, 4, 17)))
    assert [m.value for m in found.dates] == ["2024-04-16TMO"]


def test_nothing_is_read_from_below_the_article(reading):
    furniture = PAGE.index("About admin")
    assert [m.text for m in mentions(reading) if m.end > furniture] == []


def test_the_surface_of_every_mention_is_its_text(reading):
    found = mentions(reading)
    assert len(found) > 10
    assert all(PAGE[m.start : m.end] == m.text for m in found)


def test_a_doc_carries_spans_entities_and_sentences(nlp):
    doc = nlp(PAGE)
    assert isinstance(nlp, spacy.language.Language)
    assert doc.text == PAGE
    labels = {span.label_ for span in doc.spans["sc"]}
    assert {"DATE", "LOC", "VENUE", "PER", "TITLE", "ORG", "DIRECTIVE", "MEETING"} <= labels
    assert "Đoàn Thanh Phương" in {entity.text for entity in doc.ents}
    assert any(sentence.text.startswith("Đến dự") for sentence in doc.sents)
    assert "Đoàn Thanh Phương" in displacy.render(doc, style="ent", page=False, jupyter=False)
    assert "VENUE" in displacy.render(doc, style="span", page=False, jupyter=False)


def test_an_opinion_piece_has_no_meeting(nlp):
    text = (
        "Nghĩ về cách lắng nghe dân\n\nNgười làm công tác Mặt trận giỏi trước hết phải biết nghe. "
        "Nghe để hiểu, hiểu để làm. Một lời hứa suông làm mất lòng tin của cả xóm."
    )
    assert read(nlp, Article(text)).meetings == ()


def test_empty_and_strange_texts_are_read_without_findings(nlp):
    for text in ("", " \n\n ", "\x00\x01", "🙂" * 50, "a" * 5_000, "1." * 3_000):
        assert read(nlp, Article(text)).meetings == ()


def test_the_stages_read_the_same_without_spacy(nlp):
    assert [*ORDER, "hoinghi_spans"] == nlp.pipe_names
    assert open_pipeline().read(Article(PAGE)) == read(nlp, Article(PAGE))


def test_what_is_not_vietnamese_is_left_unread_without_spacy():
    article = Article("The committee met on Monday to discuss the budget of the coming year.")
    assert open_pipeline().read(article) == Reading(article)
