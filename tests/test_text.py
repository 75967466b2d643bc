import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoinghi import text

VIETNAMESE = st.text(
    st.sampled_from("aàáảãạoòóỏõọuùúủũụyỳýỷỹỵeèéẻẽẹqhntưđ ĐHOÀÁUỶY-–\u00a0"), max_size=60
)


@pytest.mark.parametrize(
    ("new", "old"),
    [("hoà", "hòa"), ("Uỷ", "Ủy"), ("THUỶ", "THỦY"), ("khoẻ", "khỏe"), ("hoá.", "hóa.")],
)
def test_tone_styles_are_two_ways_to_write_one_word(new, old):
    assert text.to_old_tone(new) == old
    assert text.to_new_tone(old) == new


@pytest.mark.parametrize("word", ["hoàn", "quý", "quỹ", "toán", "thuyền", "khuỷu"])
def test_syllables_with_one_way_to_write_them_stay(word):
    assert text.to_old_tone(word) == word
    assert text.to_new_tone(word) == word


@given(st.text(max_size=200))
def test_fold_keeps_every_offset(raw):
    assert len(text.fold(raw)) == len(raw)


@given(VIETNAMESE)
def test_fold_is_one_form_for_both_tone_styles(raw):
    assert text.fold(text.to_new_tone(raw)) == text.fold(text.to_old_tone(raw))


@given(VIETNAMESE)
def test_composed_text_leads_back_to_the_raw_characters(raw):
    decomposed = unicodedata.normalize("NFD", raw)
    composed = text.compose(decomposed)
    assert composed.text == unicodedata.normalize("NFC", raw)
    for at in range(len(composed.text)):
        start, end = composed.span(at, at + 1)
        assert text.nfc(decomposed[start:end]) == composed.text[at]


def test_strip_accents_knows_the_barred_d():
    assert text.strip_accents("Đắk Lắk, Đà Nẵng") == "Dak Lak, Da Nang"


@pytest.mark.parametrize(
    ("written", "word"),
    [("tịchUBND", "tịch"), ("thưTT", "thưTT"), ("UBND", "UBND"), ("VietinBank", "VietinBank")],
)
def test_capitals_glued_to_a_word_are_told(written, word):
    assert written[: text.glued_capitals(written, 0, len(written))] == word
