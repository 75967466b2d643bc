from pathlib import Path

import pytest

from hoinghi.assembly import read
from hoinghi.gold import read_gold
from hoinghi.language import language_of
from hoinghi.records import Article
from hoinghi.tables import rows
from hoinghi.text import strip_accents
from language_texts import is_right, texts

GOLD = [d.article.text for d in read_gold([Path(__file__).parents[1] / "corpus" / "gold"])]
ENGLISH = (
    "On 12 March 2024 the People's Committee of Tam Dai commune held a conference in its hall. "
    "Mr Tran Van Mau, its chairman, opened the meeting and thanked the farmers who had come."
)


@pytest.mark.parametrize(("code", "text"), texts())
def test_each_text_is_told_by_its_language(code, text):
    assert is_right(code, language_of(text))


def test_every_gold_article_is_vietnamese_also_without_accents():
    assert {language_of(text) for text in GOLD} == {"vi"}
    assert {language_of(strip_accents(text)) for text in GOLD} == {"vi"}


def test_the_larger_share_decides():
    news = "Hội nghị bàn về đường mới, nước sạch và hỗ trợ hộ nghèo trong xã. "
    assert language_of(news * 3 + ENGLISH) == "vi"
    assert language_of(news + ENGLISH * 3) == "en"


def test_a_misread_encoding_is_unknown_and_not_another_language():
    broken = GOLD[0].encode("utf-8").decode("latin-1")
    assert language_of(broken) is None


def test_long_input_of_any_kind_costs_linear_time(grows_linearly):
    for piece in ("a", "The farmers met on Friday. ", "@.", "hoi nghi ", "é", "http://x"):
        grows_linearly(language_of, piece)


def test_no_stage_reads_an_article_in_another_language(nlp):
    reading = read(nlp, Article(ENGLISH, title="A conference", source="a.txt"))
    made = rows(reading, "d")
    assert {name for name, found in made.items() if found} == {"documents"}
    document = made["documents"][0]
    assert (document["language"], document["status"]) == ("en", "no meeting")
    assert (document["title"], document["text"]) == ("A conference", ENGLISH)
    assert not nlp(ENGLISH).ents


def test_vietnamese_without_accents_and_unknown_text_is_read(nlp):
    plain = strip_accents("Sáng 12/3/2024, UBND xã Tam Đại tổ chức hội nghị tổng kết công tác năm.")
    found = rows(read(nlp, Article(plain)), "d")
    assert found["documents"][0]["language"] == "vi"
    assert found["dates"]
    found = rows(read(nlp, Article("OK 12/3/2024")), "d")
    assert found["documents"][0]["language"] is None
    assert found["dates"]
