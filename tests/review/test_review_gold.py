import xml.etree.ElementTree as ET

import pytest
from click.testing import CliRunner

from corrections_cases import Desk
from hoinghi.cli import main
from hoinghi.corrections import Change, Store
from hoinghi.gold import check, read_gold
from hoinghi.review.folder import Folder
from hoinghi.review.session import Session
from hoinghi.review.xml_files import to_xml

MEETING = "Hội nghị tổng kết công tác Mặt trận"
PLACE = "Xã Bình Sa, Huyện Thăng Bình, Tỉnh Quảng Nam"


@pytest.fixture
def desk(out):
    return Desk(out)


def save(out, folder):
    return CliRunner().invoke(main, ["review", str(out), "--save-gold", str(folder)])


def test_reviewed_articles_are_gold_that_keeps_the_guidelines(desk, out, tmp_path):
    desk.decide("correct", "meetings", MEETING, when="2024-03-12TMO", venue="Nhà văn hóa thôn")
    done = save(out, tmp_path / "gold")
    assert done.exit_code == 0, done.output
    assert "written     1 articles" in done.output
    assert "2 articles have rows that nobody decided on" in done.output
    assert check([tmp_path / "gold"]) == []
    assert CliRunner().invoke(main, ["check", str(tmp_path / "gold")]).exit_code == 0
    (document,) = read_gold([tmp_path / "gold"])
    (meeting,) = document.meetings
    assert (meeting.name, meeting.when, meeting.venue) == (
        MEETING, "2024-03-12TMO", "Nhà văn hóa thôn",
    )  # fmt: skip
    assert [person.name for person in document.people] == ["Đoàn Ngọc Khiêm"]
    save(out, tmp_path / "gold")  # the same file again, not another one
    assert len(list((tmp_path / "gold").iterdir())) == 1


def test_words_that_were_marked_become_spans(desk, out, tmp_path):
    session = Session(Folder(out), Store(out), "An")
    (item,) = [session.item(n) for n, i in enumerate(session.items) if i.name == MEETING]
    name = "tổng kết công tác Mặt trận"
    form = {**item["form"], "day": "12/3/2024", "name": name}
    session.decide(item["number"], {"action": "correct", "version": "", "form": form})
    save(out, tmp_path / "gold")
    (document,) = read_gold([tmp_path / "gold"])
    spans = [(s.text, s.start) for s in document.spans if s.label == "MEETING"]
    assert spans == [(name, document.article.text.index(name))]


def test_a_rejected_meeting_and_a_rejected_person_are_not_in_gold(desk, out, tmp_path):
    desk.decide("reject", "meetings", MEETING)
    desk.decide("reject", "people", "Đoàn Ngọc Khiêm")
    assert save(out, tmp_path / "gold").exit_code == 0
    (document,) = read_gold([tmp_path / "gold"])
    assert (document.meetings, document.people) == ((), ())
    assert "PER" not in {span.label for span in document.spans}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": "Hội nghị không có trong bài"}, "does not stand in the text"),
        ({"place": PLACE}, "no LOC norm"),
        ({"hosts": ["Sở Nội vụ tỉnh Quảng Nam"]}, "no ORG norm"),
    ],
)
def test_what_spans_cannot_say_is_said_instead_of_written(desk, out, tmp_path, fields, said):
    to = {name: Change(None, value) if name == "name" else value for name, value in fields.items()}
    desk.decide("correct", "meetings", MEETING, **to)
    done = save(out, tmp_path / "gold")
    assert done.exit_code == 1
    assert said in done.output
    assert "a.txt" in done.output
    assert not (tmp_path / "gold").exists()


def test_gold_of_an_article_that_is_open_again_is_taken_out_and_told(desk, out, tmp_path):
    done = desk.decide("correct", "meetings", MEETING, when="2024-03-12TMO")
    gold = tmp_path / "gold"
    save(out, gold)
    (gold / "mine.xml").write_text("<corpus/>", encoding="utf-8")
    desk.again(done, "withdraw")
    again = save(out, gold)
    assert again.exit_code == 1
    assert "not all its rows are decided on now; its file of an earlier call" in again.output
    assert [path.name for path in gold.iterdir()] == ["mine.xml"]
    assert save(out, gold).exit_code == 0  # told once


def test_gold_that_no_longer_says_what_was_decided_is_taken_out_and_told(desk, out, tmp_path):
    desk.decide("correct", "meetings", MEETING, when="2024-03-12TMO")
    save(out, tmp_path / "gold")
    desk.decide("correct", "meetings", MEETING, name=Change(None, "Hội nghị không có trong bài"))
    again = save(out, tmp_path / "gold")
    assert again.exit_code == 1
    assert "does not stand in the text" in again.output
    assert "its file of an earlier call was taken out" in again.output
    assert list((tmp_path / "gold").iterdir()) == []


def test_a_folder_in_which_nobody_decided_gives_no_gold(out, tmp_path):
    done = save(out, tmp_path / "gold")
    assert (done.exit_code, "written     0 articles" in done.output) == (0, True)


def test_text_of_any_kind_comes_back_out_of_xml(tmp_path):
    text = 'Dòng 1 <b> & "trích" \n\n 😀 xã A'
    spans = [
        {"start": 24, "end": 28, "label": "LOC", "norm": 'Xã "A" & B'},
        {"start": 22, "end": 28, "label": "ORG", "norm": "X"},
    ]
    gold = {
        "id": "x", "source": "<&>", "published": None, "title": '"T"', "text": text,
        "spans": spans, "meetings": [], "people": [], "directives": [],
    }  # fmt: skip
    path = tmp_path / "x.xml"
    path.write_text(to_xml(gold), encoding="utf-8")
    (document,) = read_gold([path])
    assert document.article.text == text
    assert [(s.label, s.start, s.end, s.norm) for s in document.spans] == [
        ("ORG", 22, 28, "X"),
        ("LOC", 24, 28, 'Xã "A" & B'),
    ]
    assert ET.parse(path).getroot().tag == "corpus"  # noqa: S314 - our own
