import json

import pytest

from hoinghi import assembly
from hoinghi.records import Reading


@pytest.fixture(autouse=True)
def silent_reader(monkeypatch):
    """Score a reader that finds nothing: what is printed does not hang on the stages."""
    monkeypatch.setattr(assembly, "load", lambda **_: None)
    monkeypatch.setattr(assembly, "read", lambda nlp, article: Reading(article))


def test_figures_are_printed_with_the_split_and_written_as_json(hoinghi, gold, tmp_path):
    result = hoinghi("evaluate", gold, "--split", "train", "--json", tmp_path / "figures.json")
    assert result.exit_code == 0
    assert result.stdout.startswith("1 document, split: train\n")
    figures = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert (figures["split"], figures["documents"]) == ("train", 1)
    assert (figures["DATE.recall"], figures["DATE.precision"]) == (0.0, None)
    assert figures["meetings.silence"] == 1.0


def test_errors_are_listed_with_their_context(hoinghi, gold):
    assert "DATE missed c1: ⟦Sáng 23/4⟧, trời mưa." in hoinghi("evaluate", gold, "--errors").stdout
    assert "⟦" not in hoinghi("evaluate", gold).stdout


def test_a_split_without_documents_is_wrong_usage(hoinghi, gold):
    result = hoinghi("evaluate", gold, "--split", "test")
    assert result.exit_code == 2
    assert "no document of the split test" in result.stderr


def test_an_undercut_floor_ends_with_one(hoinghi, gold, tmp_path):
    floors = tmp_path / "floors.json"
    floors.write_text('{"DATE.recall": 0.5, "meetings.silence": 0.9}', encoding="utf-8")
    result = hoinghi("evaluate", gold, "--floors", floors)
    assert result.exit_code == 1
    assert result.stderr == "DATE.recall: 0.0000 is under its floor 0.500\n"


def test_a_json_file_that_cannot_be_written_is_named(hoinghi, gold, tmp_path):
    target = tmp_path / "absent" / "figures.json"
    result = hoinghi("evaluate", gold, "--json", target)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"Error: {target}: cannot be written")
