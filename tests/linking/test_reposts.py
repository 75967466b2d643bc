"""Re-posts among articles that only look alike, read by the whole pipeline."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from form_cases import FORMS, HELD, Values, distinct, filled, forms
from hoinghi.collecting import collect, raw_rows
from hoinghi.errors import ReadError
from hoinghi.linking.reposts import SIZE, Fingerprints, body_of, candidates, compare, signature
from hoinghi.linking.reposts.tokens import words_of
from hoinghi.pipeline import open_pipeline
from hoinghi.records import Article
from hoinghi.tables import SCHEMAS
from repost_cases import EDITS, repost, reposts

BASE = filled(FORMS[0], Values.rolled(random.Random("base")), "a")  # noqa: S311


@pytest.fixture(scope="module")
def found():
    """Return a function from articles to the source of the original of each, ``None`` if none."""

    def run(articles):
        tables = collect(articles)
        rows = tables["documents"].to_pylist()
        sources = {row["document_id"]: row["source"] for row in rows}
        return [row["duplicate_of"] and sources[row["duplicate_of"]] for row in rows]

    return run


def changed(kind, strength=2, article=BASE):
    made = repost(article, (kind,), strength, random.Random(kind))  # noqa: S311
    return replace(made, source=kind)


def test_a_part_of_the_benchmark_holds_its_floor():
    alike = [case for family in forms(HELD, 1, every=8) for case in family]
    cases = distinct([*reposts(HELD, 2, every=70), *alike])
    rows = collect(case.article for case in cases)["documents"].to_pylist()
    group = {
        row["document_id"]: case.original or case.article.text
        for row, case in zip(rows, cases, strict=True)
    }
    joined = [row for row in rows if row["duplicate_of"]]
    assert [r["text"] for r in joined if group[r["document_id"]] != group[r["duplicate_of"]]] == []
    assert len(joined) >= 0.95 * (len(rows) - len(set(group.values())))


@pytest.mark.parametrize("kind", EDITS)
def test_each_kind_of_change_is_seen_through(found, kind):
    originals = found([BASE, changed(kind)])
    assert sorted(map(str, originals)) in (["None", BASE.source], ["None", kind])


def test_a_repost_counts_once_and_its_rows_are_gone():
    again = changed("cut")
    tables = collect([again, BASE, replace(again, source="copy")])
    rows = tables["documents"].to_pylist()
    assert [row["source"] for row in rows] == ["cut", BASE.source, "copy"]
    assert [row["status"] for row in rows] == ["duplicate", "ok", "duplicate"]
    original = rows[1]["document_id"]
    assert [row["duplicate_of"] for row in rows] == [original, None, original]
    others = [tables[name] for name in SCHEMAS if name != "documents"]
    assert {key for table in others for key in table["document_id"].to_pylist()} == {original}


def test_the_order_of_the_articles_makes_no_difference(found):
    articles = [BASE, changed("cut"), changed("typos"), changed("byline")]
    once = dict(zip((a.source for a in articles), found(articles), strict=True))
    articles.reverse()
    assert dict(zip((a.source for a in articles), found(articles), strict=True)) == once


def test_a_failed_input_is_never_touched():
    error = ReadError("broken.pdf", "is empty", "give another")
    rows = collect([error, BASE, changed("lead")])["documents"].to_pylist()
    assert [row["status"] for row in rows].count("duplicate") == 1
    assert (rows[0]["status"], rows[0]["duplicate_of"]) == ("failed", None)


def test_the_same_words_a_year_later_are_another_event(found):
    later = BASE.published + timedelta(days=500)
    assert found([BASE, replace(changed("lead"), published=later)]) == [None, None]


def test_a_signature_is_small_and_always_the_same():
    made = signature(body_of(BASE.text))
    assert len(made) == SIZE == 580
    assert made == signature(body_of(BASE.text))
    assert signature("Thông báo nghỉ lễ.") == b""


def test_many_fillings_of_one_form_make_few_pairs():
    dice = random.Random("many")  # noqa: S311
    made = [filled(FORMS[0], Values.rolled(dice), "a") for _ in range(150)]
    pairs = candidates(Fingerprints(signature(body_of(article.text)) for article in made))
    assert len(pairs) < 0.75 * 150 * 149 / 2


def test_what_was_filled_in_otherwise_is_named():
    other = BASE.text.replace("kỳ họp thứ", "kỳ họp bất thường thứ").replace("XII", "XIII")
    told = compare(words_of(BASE.text), words_of(other))
    assert "xii" in told.conflict


def test_comparing_costs_linear_time(grows_linearly):
    piece = "Ngày hội đại đoàn kết ở thôn 3, xã Tam Đại. "

    def compared(text):
        compare(words_of(text), words_of(text[: len(text) // 2] + "Bà con vui. " + text))

    grows_linearly(compared, piece, size=8_000)
    grows_linearly(compared, "a ", size=8_000)
    grows_linearly(signature, piece, size=8_000)


def test_an_article_in_another_language_has_no_signature():
    text = "The commune held a meeting on Friday to discuss new roads and clean water. " * 5
    _, made = raw_rows(open_pipeline().read, Article(text, published=date(2024, 1, 1), source="a"))
    assert made == b""
