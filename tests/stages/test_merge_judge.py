"""Who is believed where rules and recogniser claim different spans."""

import pytest

from hoinghi.maxent import fit
from hoinghi.records import Mention
from hoinghi.stages.merge import Judge, claims
from hoinghi.stages.merge.judge import best_set

TEXT = "Hội Nông dân xã Tam Đại và Công ty Ánh Dương"


def mention(start, end, label="ORG", rule="organizations:place:named", confidence=0.9):
    return Mention(start, end, label, TEXT[start:end], None, rule, confidence)


def proposed(start, end, confidence, label="ORG"):
    return mention(start, end, label, "crf", confidence)


@pytest.fixture(scope="module")
def judge(tmp_path_factory):
    """Return a judge that learnt to believe the recogniser where it is sure, rules elsewhere."""
    answers = []
    for chance in range(1, 20):
        sure = chance / 20
        rivals = [proposed(0, 5, sure), proposed(0, 9, 1 - sure)]
        for rules, said, least in (
            ([mention(0, 5)], rivals, 0.3),
            ([], rivals, 0.6),
            ([], rivals[:1], 0.6),
        ):
            made = claims(rules, said)["names"]
            answers += [(one.evidence, (one.end == 5) == (sure > least)) for one in made]
    file = tmp_path_factory.mktemp("judge") / "judge.crfsuite"
    assert fit(answers, file, c2=0.01, iterations=300)
    return Judge(file)


def test_a_claim_tells_who_makes_it_and_who_contradicts():
    made = claims([mention(0, 12)], [proposed(0, 23, 0.8), proposed(0, 12, 0.3)])
    short, long = made["names"]
    assert (short.end, long.end) == (12, 23)
    assert short.rule is not None
    assert short.proposed is not None
    assert long.rule is None
    assert long.evidence["ORG|longer"] == 1.0
    assert long.evidence["ORG|crf"] > 0 > long.evidence["ORG|rival crf"]
    assert "ORG|alone" not in long.evidence
    assert short.evidence["ORG|organizations:place"] == 1.0


def test_the_same_words_elsewhere_are_evidence():
    text = "Báo Sao Khuê đưa tin; Báo Sao Khuê ngừng in"
    names = [
        Mention(at, at + 12, "ORG", text[at : at + 12], None, "crf", sure)
        for at, sure in ((0, 0.9), (text.rindex("Báo"), 0.2))
    ]
    first, second = claims([], names)["names"]
    assert first.evidence["ORG|elsewhere crf"] < 0 < second.evidence["ORG|elsewhere crf"]
    (alone,) = claims([], names[:1])["names"]
    assert "ORG|elsewhere crf" not in alone.evidence


def test_layers_do_not_contradict_each_other():
    made = claims([mention(0, 23), mention(13, 23, "LOC", "places:unit")], [])
    (body,), (place,) = made["names"], made["places"]
    assert "ORG|rival" not in body.evidence
    assert place.evidence["LOC|rule"] == 1.0


def test_both_agree_and_the_rule_says_so(judge):
    (held,) = judge.decide([mention(0, 12)], [proposed(0, 12, 0.95)])
    assert held.rule == "organizations:place:named+crf"
    assert held.confidence > 0.6


def test_what_the_recogniser_is_sure_of_holds_without_a_rule(judge):
    (held,) = judge.decide([], [proposed(27, 44, 0.95)])
    assert (held.start, held.end, held.rule) == (27, 44, "crf")


def test_what_nobody_believes_is_dropped(judge):
    assert judge.decide([], [proposed(27, 44, 0.15)]) == []


def test_dates_and_documents_are_weighed_but_never_dropped(judge):
    date = mention(0, 3, "DATE", "dates:point")
    (held,) = judge.decide([date], [])
    assert (held.start, held.end, held.label) == (0, 3, "DATE")
    assert 0 <= held.confidence <= 1


def test_the_best_set_is_worth_most_and_has_no_overlaps():
    made = claims([], [proposed(0, 10, 0.5), proposed(0, 4, 0.5), proposed(5, 10, 0.5)])["names"]
    sure = {(0, 10): 0.9, (0, 4): 0.8, (5, 10): 0.8}
    weighed = [(claim, sure[claim.start, claim.end]) for claim in made]
    chosen = [(claim.start, claim.end) for claim, _ in best_set(weighed)]
    assert chosen == [(0, 4), (5, 10)]
    sure[0, 10] = 0.99
    weighed = [(c, sure[c.start, c.end] - 0.3 * (c.end - c.start < 10)) for c in made]
    assert [(claim.start, claim.end) for claim, _ in best_set(weighed)] == [(0, 10)]


def test_ten_thousand_claims_of_one_text_take_no_square_of_time(grows_linearly):
    def weigh(text):
        found = [
            Mention(at, at + 9, label, "same name", None, "crf", 0.3)
            for at in range(0, len(text), 3)
            for label in ("MEETING", "ORG")
        ]
        for of_layer in claims([], found).values():
            best_set([(claim, 0.3) for claim in of_layer])

    grows_linearly(weigh, "x", size=1_000)


def test_a_meeting_that_is_there_is_not_lost_for_its_doubtful_end():
    def chosen(label):
        made = claims([], [proposed(0, end, 0.3, label) for end in (12, 23, 26)])
        of_layer = made["meetings" if label == "MEETING" else "names"]
        sure = {12: 0.25, 23: 0.3, 26: 0.2}
        return [claim.end for claim, _ in best_set([(c, sure[c.end]) for c in of_layer])]

    assert chosen("MEETING") == [23]
    assert chosen("ORG") == []


def test_a_meeting_that_a_rule_found_falls_only_where_it_is_quite_wrong():
    def held(sure, label="MEETING", rule="events:noun"):
        found = [mention(0, 12, label, rule)] if rule else []
        (claim,) = next(filter(None, claims(found, [proposed(0, 12, 0.3, label)]).values()))
        return bool(best_set([(claim, sure)]))

    assert held(0.25)
    assert not held(0.15)
    assert not held(0.25, rule="")
    assert not held(0.25, label="ORG")
