from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from underthesea import word_tokenize

from hoinghi.stages.words import features, find_sentences, find_words, segmenter, syllables


def surfaces(text, spans):
    return [text[start:end] for start, end in spans]


def test_words_of_several_syllables_are_one_word_in_either_tone_style():
    for text in ("Ủy ban nhân dân xã họp", "Uỷ ban nhân dân xã họp"):
        assert len(find_words(text)) < len(text.split())
        assert "".join(surfaces(text, find_words(text))).replace(" ", "") == text.replace(" ", "")


def test_words_never_cross_a_line_break():
    text = "Hội nghị có sự tham dự của ông\nNguyễn Văn Bình"
    assert all("\n" not in word for word in surfaces(text, find_words(text)))


def test_a_full_stop_of_an_abbreviation_ends_no_sentence():
    text = "Dự có TS. Lê Văn Lâm, TP. Huế. Hội nghị bắt đầu lúc 8 giờ."
    assert surfaces(text, find_sentences(text)) == [
        "Dự có TS. Lê Văn Lâm, TP. Huế.",
        "Hội nghị bắt đầu lúc 8 giờ.",
    ]


@given(
    st.lists(
        st.sampled_from("Hội nghị do UBND xã H’Mông Th.S 12 +5 3000000000 - , iPhone ðã ß".split()),
        max_size=12,
    ).map(" ".join)
)
def test_the_fast_segmenter_is_in_use_and_finds_the_words_of_underthesea(text):
    assert segmenter._segmenter() is not segmenter._plain
    assert segmenter.segment(text) == word_tokenize(text, use_token_normalize=False)


@pytest.mark.parametrize(
    ("place", "name", "other"),
    [
        (features, "_is_large", lambda _: True),
        (segmenter, "_BUNDLE", "elsewhere"),
        (segmenter, "_MAGIC", b"none"),
    ],
)
def test_a_model_that_is_not_as_expected_is_left_to_underthesea(monkeypatch, place, name, other):
    monkeypatch.setattr(place, name, other)
    assert segmenter._segmenter.__wrapped__() is segmenter._plain


def test_a_template_that_is_not_known_is_refused():
    with pytest.raises(ValueError, match=r"T\[0\]\.isupper"):
        features.Features(["T[0].isupper"], set(), set())


@given(st.text(max_size=300))
def test_syllables_spell_the_text(text):
    assert "".join(word + " " * space for word, space in syllables(text)) == text


@given(st.text(alphabet="ab. đ\n\t\u00a0Ủ1/-–“x", max_size=120))
def test_spans_are_ordered_and_hold_no_outer_space(text):
    for spans in (find_words(text), find_sentences(text)):
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        assert all(word == word.strip() and word for word in surfaces(text, spans))


@pytest.mark.parametrize("run", ["a.", "1.", "x", "/", "Đ", "a b. "])
def test_runs_without_a_space_cost_no_quadratic_time(run, grows_linearly):
    grows_linearly(lambda text: (find_words(text), find_sentences(text)), run, 5_000)
