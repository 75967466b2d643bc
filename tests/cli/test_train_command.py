"""``hoinghi train`` and what is done with the model it writes."""

import json
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from hoinghi.cli import main

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "corpus" / "gold" / "g14.xml"
TEXT = "Sáng 3/3/2021, ông Lê Văn Tám, Chủ tịch UBND xã Bình Sa, huyện Thăng Bình phát biểu."


@pytest.fixture(scope="module")
def command():
    """Run the command line in this process; the model is trained once for all tests."""
    return lambda *arguments: CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.fixture(scope="module")
def quick(tmp_path_factory):
    file = tmp_path_factory.mktemp("config") / "quick.toml"
    file.write_text("folds = 2\niterations = 5\n")
    return file


@pytest.fixture(scope="module")
def model(command, quick, tmp_path_factory):
    out = tmp_path_factory.mktemp("model") / "own"
    figures = out.parent / "figures.json"
    done = command("train", GOLD, "--config", quick, "--out", out, "--json", figures)
    assert done.exit_code == 0, done.stderr
    return out, done, json.loads(figures.read_text())


def test_train_prints_figures_and_writes_a_model(model):
    out, done, figures = model
    assert "rules alone" in done.stdout
    assert "confidence" in done.stdout
    assert str(out) in done.stdout
    assert 0 < figures["PER.f1"] <= 1
    assert json.loads((out / "meta.json").read_text())["config"]["folds"] == 2


def test_extract_uses_the_model_and_says_so_in_every_row(command, model, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = command("extract", tmp_path / "a.txt", "--out", tmp_path / "o", "--model", model[0])
    assert done.exit_code == 0, done.stderr
    rows = pd.read_csv(tmp_path / "o" / "csv" / "mentions.csv")
    assert rows["rule"].str.endswith("+crf").any()
    assert rows["confidence"].between(0, 1).all()


def test_rules_alone_read_without_the_model(command, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = command("extract", tmp_path / "a.txt", "--out", tmp_path / "o", "--model", "none")
    assert (done.exit_code, done.stderr) == (0, "")
    rows = pd.read_csv(tmp_path / "o" / "csv" / "mentions.csv")
    assert "Lê Văn Tám" in set(rows["text"])
    assert not rows["rule"].str.contains("crf").any()


def test_a_folder_without_a_model_is_named(command, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = command("extract", tmp_path / "a.txt", "--out", tmp_path / "o", "--model", tmp_path)
    assert done.exit_code == 2
    assert str(tmp_path) in done.stderr
    assert "hoinghi train" in done.stderr


def test_cross_validation_writes_no_model(command, quick):
    done = command("cross-validate", GOLD, "--config", quick, "--split", "all")
    assert done.exit_code == 0, done.stderr
    assert "14 documents" in done.stdout
    assert "\nmodel " not in done.stdout


def test_a_wrong_setting_is_named(command, tmp_path):
    (tmp_path / "t.toml").write_text("fold = 3")
    done = command("train", GOLD, "--config", tmp_path / "t.toml", "--out", tmp_path / "m")
    assert done.exit_code == 2
    assert "unknown setting fold" in done.stderr
