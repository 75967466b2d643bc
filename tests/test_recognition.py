"""The trained part in the pipeline: what it adds, and what happens without it."""

import pickle
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner

from hoinghi import pipeline
from hoinghi.assembly import load, read, read_rules
from hoinghi.cli import main
from hoinghi.errors import ModelWarning
from hoinghi.models import pipeline_path
from hoinghi.recognition import apply
from hoinghi.records import Article, Mention
from hoinghi.resources.lexicon import lexicon
from hoinghi.tables import mentions

TEXT = "Sáng 3/3/2021, ông Lê Văn Tám, Chủ tịch UBND xã Bình Sa, huyện Thăng Bình phát biểu."


@pytest.fixture(scope="module")
def rules():
    return load(model="none")


def test_without_a_model_the_rules_read_and_say_so(monkeypatch, tmp_path, rules):
    config = (pipeline_path() / "config.cfg").read_text(encoding="utf-8")
    (tmp_path / "config.cfg").write_text(config, encoding="utf-8")
    monkeypatch.setattr(pipeline, "pipeline_path", lambda: tmp_path)
    with pytest.warns(ModelWarning, match="hoinghi train"):
        alone = load()
    assert mentions(read(alone, Article(TEXT))) == mentions(read(rules, Article(TEXT)))


def test_rules_that_were_asked_for_give_no_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error", ModelWarning)
        load(model="none")


def test_the_shipped_model_is_small_and_there():
    sizes = [path.stat().st_size for path in Path(pipeline_path()).glob("*.crfsuite")]
    assert len(sizes) == 5
    assert sum(sizes) < 15_000_000


def test_every_mention_says_who_found_it_and_how_sure(nlp):
    found = mentions(read(nlp, Article(TEXT)))
    by_label = {one.label: one for one in found}
    assert by_label["PER"].rule.endswith("+crf")
    assert by_label["PER"].rule.startswith("names:")
    assert all(0 < one.confidence <= 1 for one in found)
    assert by_label["PER"].confidence > 0.9


@pytest.mark.parametrize("country", ["Lào", "Malaysia", "Thái Lan"])
def test_no_name_ends_in_a_small_word(nlp, country):
    text = f"Ngày 6/2/2017, Đại sứ quán Việt Nam tại {country} đã tổ chức lễ kỷ niệm 87 năm."
    found = [m for m in mentions(read(nlp, Article(text))) if m.label == "ORG"]
    assert [m.text.removesuffix(f" tại {country}") for m in found] == ["Đại sứ quán Việt Nam"]


def test_a_mention_of_the_model_alone_reaches_the_records(rules):
    text = "Sáng nay, Sao Khuê Bạc tặng quà cho bà con xã Bình Sa."
    reading = read_rules(rules, Article(text))
    start = text.index("Sao Khuê Bạc")
    body = Mention(start, start + 12, "ORG", "Sao Khuê Bạc", None, "crf", 0.71)
    after = apply(reading, [body], lexicon())
    (organization,) = after.organizations
    assert (organization.name, organization.kind) == ("Sao Khuê Bạc", "khác")
    (mention,) = mentions(after)
    assert (mention.rule, mention.confidence) == ("organizations:crf", 0.71)


def test_what_is_not_held_is_gone(rules):
    reading = read_rules(rules, Article(TEXT))
    assert mentions(apply(reading, [], lexicon())) == ()


def test_what_holds_unchanged_keeps_its_record(rules):
    reading = read_rules(rules, Article(TEXT))
    after = apply(reading, mentions(reading), lexicon())
    assert after.organizations == reading.organizations
    assert after.places == reading.places
    assert after.dates == reading.dates


def test_reading_grows_with_the_text_alone(nlp, grows_linearly):
    grows_linearly(lambda text: read(nlp, Article(text)), f"{TEXT}\n", size=4_000)


def test_the_command_line_warns_in_one_line(monkeypatch, tmp_path):
    config = (pipeline_path() / "config.cfg").read_text(encoding="utf-8")
    (tmp_path / "config.cfg").write_text(config, encoding="utf-8")
    monkeypatch.setattr(pipeline, "pipeline_path", lambda: tmp_path)
    for _ in range(2):  # each time anew
        done = CliRunner().invoke(main, ["show", "-"], input=TEXT)
        assert done.exit_code == 0
        assert done.stderr.startswith("Warning: ")
        assert done.stderr.count("\n") == 1


def test_a_pipeline_crosses_a_process_border(nlp):
    copy = pickle.loads(pickle.dumps(pipeline.trained("")))  # noqa: S301 - our own bytes
    reading = read_rules(nlp, Article(TEXT))
    assert copy.read(reading, lexicon()) == pipeline.trained("").read(reading, lexicon())


def test_two_threads_read_as_one_does(nlp):
    texts = [f"{TEXT} Ông K'Brẻo số {number} dự." for number in range(12)]
    alone = [mentions(read(nlp, Article(text))) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: mentions(read(nlp, Article(text))), texts * 3))
    assert together == alone * 3
