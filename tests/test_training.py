"""Gold in, a model out: repeatable, whole or not at all, and better than no model."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from hoinghi.assembly import load, read
from hoinghi.errors import GoldError, OutputError, ResourceError, SettingsError, UsageError
from hoinghi.gold import read_gold, split_of
from hoinghi.models import has_model
from hoinghi.records import LAYERS, Article
from hoinghi.stages.names import CHAINS
from hoinghi.tables import mentions
from hoinghi.training import TrainingConfig, learning_curve, train
from hoinghi.training.augment import made_up
from hoinghi.training.crossval import answered, reliability
from hoinghi.training.examples import example_of, fold_of, sample_of
from hoinghi.training.trainer import FILES, corpus_hash

GOLD = [Path(__file__).parents[1] / "corpus" / "gold" / "g14.xml"]
QUICK = TrainingConfig(folds=2, iterations=8)


@pytest.fixture(scope="module")
def documents():
    return list(read_gold(GOLD))


@pytest.fixture(scope="module")
def rules():
    return load(model="none")


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    out = tmp_path_factory.mktemp("trained") / "model"
    return out, train(GOLD, out, QUICK)


def test_a_model_is_whole_and_reads(trained):
    out, figures = trained
    assert {path.name for path in out.iterdir()} == set(FILES)
    assert has_model(out)
    text = "Sáng 3/3/2021, ông Lê Văn Tám, Chủ tịch UBND xã Bình Sa, huyện Thăng Bình phát biểu."
    found = read(load(model=out), Article(text)).names
    assert {"Lê Văn Tám", "Chủ tịch"} <= {one.text for one in found}
    assert figures.documents > 8
    assert 0 < figures.scores.figures["spans.f1"] <= 1


def test_the_same_gold_and_settings_give_the_same_model(trained, tmp_path):
    out, _ = trained
    (tmp_path / "quick.toml").write_text("folds = 2\niterations = 8\nworkers = 1\n")
    command = ["train", GOLD[0], "--config", tmp_path / "quick.toml", "--out", tmp_path / "again"]
    code = "import sys; from hoinghi.cli import main; main(sys.argv[1:])"
    env = {**os.environ, "PYTHONHASHSEED": "7"}  # sets come in another order
    subprocess.run([sys.executable, "-c", code, *command], env=env, check=True, capture_output=True)
    for name in FILES:
        assert (out / name).read_bytes() == (tmp_path / "again" / name).read_bytes(), name


def test_the_reliability_table_has_every_mention_once(trained, documents, rules):
    samples = [sample_of(one, rules, 5) for one in documents[:3]]
    readings = {one.document.document_id: one.reading for one in samples}
    table = reliability(answered(samples, readings))
    assert sum(count for _, _, count, _, _ in table) == sum(len(one.rules) for one in samples)
    _, figures = trained
    assert sum(count for _, _, count, _, _ in figures.trust) > 8
    for rows in (figures.reliability, figures.trust):
        edges = [(low, high) for low, high, *_ in rows]
        assert edges == sorted(set(edges))
        for low, high, count, mean, right in rows:
            assert low <= mean <= high
            assert 0 <= right <= 1
            assert count > 0


def test_the_hash_of_a_corpus_changes_with_any_span_and_not_with_the_order(documents):
    first, *others = documents
    less = replace(first, spans=first.spans[1:])
    assert corpus_hash(documents) == corpus_hash(documents[::-1])
    assert corpus_hash([less, *others]) != corpus_hash(documents)


def test_too_little_gold_is_refused(tmp_path):
    with pytest.raises(UsageError, match="too few"):
        train(GOLD, tmp_path / "model", TrainingConfig(folds=40))


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    file = tmp_path / "taken"
    file.write_text("")
    with pytest.raises(OutputError, match="taken"):
        train(GOLD, file, replace(QUICK, iterations=1))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("harm", ["missing", "cut", "empty"])
def test_half_a_model_is_refused(trained, tmp_path, name, harm):
    out, _ = trained
    for other in FILES:
        (tmp_path / other).write_bytes((out / other).read_bytes())
    harmed = tmp_path / name
    if harm == "missing":
        harmed.unlink()
    else:
        data = harmed.read_bytes()
        harmed.write_bytes(data[: len(data) // 2] if harm == "cut" else b"")
    with pytest.raises(ResourceError, match="hoinghi train"):
        load(model=tmp_path)


def test_a_model_that_was_trained_anew_is_read_anew(trained, documents, tmp_path):
    out, _ = trained
    for name in FILES:
        (tmp_path / name).write_bytes((out / name).read_bytes())
    before = load(model=tmp_path)
    train(GOLD, tmp_path, replace(QUICK, iterations=1))
    article = documents[0].article
    assert mentions(read(load(model=tmp_path), article)) != mentions(read(before, article))


def test_an_id_that_comes_twice_is_refused(tmp_path):
    with pytest.raises(GoldError, match="taken"):
        train([*GOLD, *GOLD], tmp_path / "model", QUICK)


def test_a_fold_with_nothing_to_learn_from_is_refused(tmp_path, documents):
    config = TrainingConfig(folds=2, iterations=1, copies=0)
    same = [one for one in documents if fold_of(one.document_id, 2) == 0]
    file = tmp_path / "gold.xml"
    text = GOLD[0].read_text(encoding="utf-8")
    kept = [re.search(rf'<doc id="{one.document_id}".*?</doc>', text, re.DOTALL)[0] for one in same]
    file.write_text(f"<corpus>{''.join(kept)}</corpus>", encoding="utf-8")
    with pytest.raises(UsageError, match="nothing to learn from"):
        train([file], tmp_path / "model", replace(config, split="all"))


def test_the_curve_learns_from_ever_more_articles():
    curve = learning_curve(
        [GOLD[0], GOLD[0].with_name("g15.xml")], TrainingConfig(folds=2, iterations=4, copies=0)
    )
    counts = [count for _, count, _ in curve]
    assert counts == sorted(set(counts))
    assert [share for share, _, _ in curve] == [0.25, 0.5, 0.75, 1.0]
    assert all(0 < scores.figures["PER.f1"] <= 1 for _, _, scores in curve)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("fold = 3", "unknown setting fold"),
        ("folds = 1", "folds"),
        ("c1 = 'x'", "c1"),
        ("=", "TOML"),
    ],
)
def test_wrong_settings_are_named(tmp_path, line, said):
    file = tmp_path / "train.toml"
    file.write_text(line)
    with pytest.raises(SettingsError, match=said):
        TrainingConfig.load(file)


def test_the_shipped_settings_are_the_built_in_ones():
    shipped = GOLD[0].parents[2] / "models" / "configs" / "vi_hoinghi.toml"
    assert TrainingConfig.load(shipped) == TrainingConfig()


def test_the_fold_says_nothing_of_the_split():
    test = [key for key in map("g{}".format, range(4000)) if split_of(key) == "test"]
    counts = [sum(fold_of(key, 5) == fold for key in test) for fold in range(5)]
    assert min(counts) > len(test) / 5 * 0.75


def test_examples_tag_just_what_gold_marks(documents, rules):
    example = example_of(sample_of(documents[0], rules, 5))
    for layer in CHAINS:
        begun = sum(tag[0] == "B" for tag in example.tags[layer])
        marked = [s for s in documents[0].spans if s.label in LAYERS[layer]]
        assert begun == len(marked)


def test_made_up_copies_have_other_names_at_the_right_places(documents):
    copies = [made_up(document, seed=3) for document in documents]
    assert copies == [made_up(document, seed=3) for document in documents]
    changed = 0
    for document, copy in zip(documents, copies, strict=True):
        for old, new in zip(document.spans, copy.spans, strict=True):
            assert copy.article.text[new.start : new.end] == new.text
            assert old.label == new.label
            changed += old.label == "PER" and old.text != new.text
    people = sum(span.label == "PER" for document in documents for span in document.spans)
    assert changed > people / 3


def test_a_short_name_stays_the_end_of_the_full_one(documents):
    short = [
        (old, new, copy)
        for document in documents
        for copy in [made_up(document, seed=1)]
        for old, new in zip(document.spans, copy.spans, strict=True)
        if old.label == "PER" and old.norm and old.norm != old.text and old.norm.endswith(old.text)
    ]
    assert short
    for _, new, copy in short:
        names = [span.text for span in copy.spans if span.label == "PER"]
        assert any(name != new.text and name.endswith(new.text) for name in names)
