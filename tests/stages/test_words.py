import struct
from itertools import pairwise

import pycrfsuite
import pytest
from hypothesis import given
from hypothesis import strategies as st
from underthesea import word_tokenize

from hoinghi.stages.words import (
    find_sentences,
    find_words,
    model,
    scores,
    segmenter,
    syllables,
)


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


LINES = [
    "Sáng 12/3/2024, tại trụ sở UBND huyện, ông Nguyễn Văn Bình chủ trì cuộc họp về H’Mông.",
    "TP.HCM: Chủ tịch UBND TP. tiếp đoàn của Cty A&B (Th.S Lê Lâm, v.v...) lúc 8h30, T.Ư dự",
    "Bà Trần Thị  Hoà\tđọc báo cáo số 15/BC-UBND; 1.500.000 đồng, +5, -3, 3000000000 người",
    "www.hoinghi.example/a?b=1 thu.ky@xa.example 0912-345-678 20.08.2014 43H-0530 3x4 :D",
    "ðại hội Ðảng bộ xã khoá XXV, nhiệm kỳ 2020 - 2025 ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK",
    "BOS EOS bos True False = . .. … “ ” ʺxã iPhone İstanbul ΑΣ ß 🙂 \u00a0 cuối",
    "Trưởng ban T.",
    "Họp",
    "",
]


@pytest.mark.parametrize("text", LINES)
def test_each_line_has_the_words_that_underthesea_finds_in_it(text):
    assert segmenter.segment(text) == word_tokenize(text, use_token_normalize=False)


@given(st.lists(st.sampled_from(" ".join(LINES).split()), max_size=12).map(" ".join))
def test_the_fast_segmenter_is_in_use_and_finds_the_words_of_underthesea(text):
    assert segmenter._segmenter() is not segmenter._plain
    assert segmenter.segment(text) == word_tokenize(text, use_token_normalize=False)


@pytest.mark.parametrize(
    ("place", "name", "other"),
    [
        (segmenter, "_BUNDLE", "elsewhere"),
        (model, "_KNOWN", (b"none", b"FOMC", 100)),
        (model, "_LABELS", ["I-W", "B-W"]),
        (scores, "_FORMS", {"", "lower"}),
    ],
)
def test_a_model_that_is_not_as_expected_is_left_to_underthesea(monkeypatch, place, name, other):
    monkeypatch.setattr(place, name, other)
    assert segmenter._segmenter.__wrapped__() is segmenter._plain


def test_the_weights_are_those_that_crfsuite_reads():
    path = segmenter._folder() / "models.bin"
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    told, read = tagger.info(), model.read_model(path.read_bytes())
    weights = dict.fromkeys(told.attributes, 0.0)
    for (feature, label), weight in told.state_features.items():
        weights[feature] += weight if label == "I-W" else -weight
    assert read.weights == pytest.approx(weights, abs=1e-5)  # they are told with six digits
    told_steps = [told.transitions[a, b] for a in ("B-W", "I-W") for b in ("B-W", "I-W")]
    assert [*read.steps[0], *read.steps[1]] == pytest.approx(told_steps, abs=1e-5)


@pytest.mark.parametrize("size", [0, 40, 60, 3_000_000])
def test_a_model_that_is_cut_off_is_refused(size):
    data = (segmenter._folder() / "models.bin").read_bytes()
    with pytest.raises((ValueError, struct.error)):
        model.read_model(data[:size])


def test_a_template_that_is_not_known_is_refused():
    with pytest.raises(ValueError, match=r"T\[0\]\.isupper"):
        scores.Scores(["T[0].isupper"], set(), {})


def test_words_are_found_where_they_stand_though_they_are_spelled_otherwise():
    text = "ðại hội  Ðảng bộ"
    assert surfaces(text, find_words(text)) == ["ðại hội", "Ðảng bộ"]


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
