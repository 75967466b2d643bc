"""How far records can be trusted: learnt from right and wrong ones."""

import pickle
from dataclasses import replace

import pycrfsuite
import pytest

from hoinghi.maxent import MaxEnt, fit
from hoinghi.records import Article, DateMention, Evidence, Meeting, Mention, Place, Reading
from hoinghi.stages.meetings import Trust, signs_of

NAME = "Hội nghị tổng kết công tác Mặt trận năm 2023"
TEXT = f"Sáng 5/1/2024, {NAME} diễn ra."
COMMUNE = Place("Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam", "Xã", "xã", place_code="20392")
START = TEXT.index(NAME)
TOLD = Mention(START, START + len(NAME), "MEETING", NAME, NAME, "noun+crf", 0.9)
DAY = DateMention(0, 13, "Sáng 5/1/2024", "2024-01-05TMO", "TIME", "day part", None, None, "", "d")
NAMED = Evidence("name", TOLD.start, TOLD.end, "fullest")


def reading(when_rule):
    read = (NAMED, Evidence("when", 0, 13, when_rule)) if when_rule else (NAMED,)
    when = "2024-01-05TMO" if when_rule else None
    meeting = Meeting(NAME, "hội nghị", True, when=when, places=(COMMUNE,), evidence=read)
    return Reading(Article(TEXT), events=(TOLD,), dates=(DAY,), meetings=(meeting,))


@pytest.fixture(scope="module")
def weights(tmp_path_factory):
    """Return weights learnt where nine in ten are right with a day, one in ten without."""
    seen = [("sentence", n > 0) for n in range(10)] + [("", n == 0) for n in range(10)]
    answers = [(signs_of(reading(r).meetings[0], reading(r)), right) for r, right in seen]
    file = tmp_path_factory.mktemp("trust") / "trust.crfsuite"
    assert fit(answers, file, c2=0.1, iterations=100)
    return file


def test_a_record_gets_the_share_of_its_like_that_was_right(weights):
    trust = Trust(weights)
    sure, unsure = (trust.weigh(reading(rule)).meetings[0] for rule in ("sentence", ""))
    assert sure.confidence == pytest.approx(0.9, abs=0.06)
    assert unsure.confidence == pytest.approx(0.1, abs=0.06)
    assert replace(sure, confidence=1.0) == reading("sentence").meetings[0]


def test_an_article_without_meetings_stays_as_it_is(weights):
    empty = replace(reading(""), meetings=())
    assert Trust(weights).weigh(empty) == empty


def test_signs_tell_rule_place_and_how_surely_the_name_was_seen():
    found = reading("sentence")
    signs = signs_of(found.meetings[0], found)
    assert {"when=sentence", "venue=", "level=xã", "type=hội nghị", "told=1", "days=1"} <= set(
        signs
    )
    assert (signs["sure"], signs["timed"], signs["code"], signs["year?"]) == (0.9, 1.0, 1.0, 0.0)


def test_weights_cross_process_boundaries_and_need_both_answers(weights, tmp_path):
    found = reading("sentence")
    signs = signs_of(found.meetings[0], found)
    opened = MaxEnt(weights)
    again = pickle.loads(pickle.dumps(opened))  # noqa: S301 - our own bytes
    assert again.probability(signs) == opened.probability(signs)
    assert not fit([(signs, True)], tmp_path / "none", c2=1.0, iterations=5)
    assert not (tmp_path / "none").exists()


def test_a_probability_is_what_crfsuite_says_itself(weights):
    signs = signs_of(reading("sentence").meetings[0], reading("sentence"))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(weights))
    for one in (signs, signs | {"known": -3.0, "never seen": 1.0}, {}):
        tagger.set(pycrfsuite.ItemSequence([one]))
        assert MaxEnt(weights).probability(one) == pytest.approx(tagger.marginal("right", 0))


def test_a_file_that_is_no_model_is_not_opened(tmp_path):
    (tmp_path / "none").write_bytes(b"no model")
    with pytest.raises(ValueError, match="model of CRFsuite"):
        MaxEnt(tmp_path / "none")
