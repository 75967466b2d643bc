"""The recogniser: tags and back, what a token is told, what a chain proposes."""

from dataclasses import dataclass

import pytest

from hoinghi.records import Article, Mention, Reading
from hoinghi.resources.lexicon import lexicon
from hoinghi.stages.names import encode, features, read_columns
from hoinghi.stages.names.memory import remembered
from hoinghi.stages.names.tagging import decode, likely

TEXT = "Sáng 5/3, ông K'Brẻo\nCHỦ TỊCH UBND XÃ dự họp"


@dataclass(frozen=True)
class Span:
    start: int
    end: int
    label: str


def columns(text, found=()):
    return read_columns(Reading(Article(text), body=text), found, lexicon())


def marks_of(text, word, found=()):
    cols = columns(text, found)
    return {m for w, marks in zip(cols.words, cols.marks, strict=True) if w == word for m in marks}


def test_spans_come_back_from_their_tags():
    starts = [0, 2, 4, 6, 8]
    spans = [Span(0, 1, "PER"), Span(2, 7, "ORG"), Span(8, 9, "ORG")]
    tags = encode(starts, spans)
    assert tags == ["B-PER", "B-ORG", "I-ORG", "L-ORG", "B-ORG"]
    assert decode(tags) == [(0, 1, "PER"), (1, 4, "ORG"), (4, 5, "ORG")]


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        (["I-ORG", "L-ORG", "O"], [(0, 2, "ORG")]),
        (["B-ORG", "I-ORG", "O"], [(0, 2, "ORG")]),
        (["B-ORG", "I-PER"], [(0, 1, "ORG"), (1, 2, "PER")]),
        (["L-ORG", "I-ORG"], [(0, 1, "ORG"), (1, 2, "ORG")]),
    ],
)
def test_tags_that_a_chain_left_open_are_still_spans(tags, spans):
    assert decode(tags) == spans


def test_the_likelihood_of_a_span_is_that_of_its_weakest_tag():
    marginals = {
        "B-PER": [0.9, 0.0, 0.0],
        "I-PER": [0.0, 0.8, 0.0],
        "L-PER": [0.0, 0.1, 0.7],
    }
    found = likely(marginals, "PER", 0.05)
    assert found[0, 3] == pytest.approx(0.7)
    assert found[0, 2] == pytest.approx(0.1)
    assert found[0, 1] == pytest.approx(0.1)  # the name goes on with 0.9


def test_a_token_knows_lists_words_and_what_rules_found():
    assert "foreign" in marks_of(TEXT, "brẻo")
    assert "t=Bpost" in marks_of(TEXT, "chủ")
    assert any(mark.startswith("b=B") for mark in marks_of(TEXT, "ubnd"))
    found = [Mention(5, 8, "DATE", "5/3", None, "dates:point")]
    assert "r=BDATE" in marks_of(TEXT, "#1", found)
    assert "foreign" not in marks_of("ông Nguyễn Huy Quyền", "quyền")


def test_a_line_knows_nothing_of_the_line_before():
    lines = list(features(columns("ông Lê Văn Tám\nhọp chi bộ")))
    alone = list(features(columns("họp chi bộ")))
    assert len(lines) == 2
    first_of_article = {"top"}
    assert [set(row) for row in lines[1]] == [set(row) - first_of_article for row in alone[0]]


def test_an_event_word_is_remembered_up_to_the_end_of_its_sentence():
    words = "tổ chức hội nghị tổng kết công tác . đến dự".split()
    memory = list(remembered(words, 0, len(words)))
    assert "h=tổng kết" in memory[6]
    assert not any(mark.startswith("h=") for mark in memory[-1])


def test_brackets_and_quotes_are_remembered_until_they_close():
    words = 'hội thi " ba ngoan ( cấp xã ) " năm'.split()
    memory = list(remembered(words, 0, len(words)))
    inside = [("quote" in marks, "bracket" in marks) for marks in memory]
    assert inside[3] == (True, False)
    assert inside[6] == (True, True)
    assert inside[-1] == (False, False)


@pytest.mark.parametrize("text", ["", "\n\n", "...", "a" * 5000, "😀 #tin"])
def test_odd_texts_have_columns(text):
    cols = columns(text)
    assert len(cols.marks) == len(cols.words) == len(cols.own)
    assert sum(len(rows) for rows in features(cols)) == len(cols.words)


def test_a_bracket_that_never_closes_is_forgotten():
    words = ["("] + ["họp"] * 60 + ["”"] + ["họp"] * 3
    memory = list(remembered(words, 0, len(words)))
    assert "bracket" in memory[10]
    assert "bracket" not in memory[58]
    assert "quote" not in memory[-1]


def test_a_long_line_is_read_in_pieces():
    cols = columns("ông Lê Tám họp. " * 1_200)
    assert len(cols.lines) > 1
    assert max(stop - first for first, stop in cols.lines) <= 2_000
    assert cols.lines[0][0] == 0
    assert cols.lines[-1][1] == len(cols.words)


def test_columns_grow_with_the_text_alone(grows_linearly):
    grows_linearly(lambda text: list(features(columns(text))), "họp UBND xã Tam Đại, ông Lê Tám ")


def test_shouting_lines_are_known():
    cols = columns("ĐẠI HỘI ĐẢNG BỘ XÃ\nông Tám dự")
    assert "shout" in cols.own[0]
    assert "shout" not in cols.own[-1]
