import contextlib
import os
import subprocess
from pathlib import Path

import pytest
from batch_cases import RULES, tables

from hoinghi.gold import read_gold
from hoinghi.run import Options, run

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def texts():
    """Return the texts of fifty articles."""
    documents = [d for d in read_gold([ROOT / "corpus" / "gold"]) if len(d.article.text) < 2_500]
    return [document.article.text for document in documents[:50]]


def write(texts, path):
    path.mkdir()
    for number, text in enumerate(texts):
        (path / f"{number:03}.txt").write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path, texts, monkeypatch):
    """Return a folder of fifty articles, one a file, which always goes by the same name."""
    write(texts, tmp_path / "in")
    monkeypatch.chdir(tmp_path)
    return Path("in")


@pytest.fixture(scope="session")
def calm(texts, tmp_path_factory):
    """Return the output folder of a run over these articles that nothing disturbed."""
    path = tmp_path_factory.mktemp("calm")
    write(texts, path / "in")
    with contextlib.chdir(path):
        run(["in"], path / "out", settings=RULES)
    return path / "out"


@pytest.fixture
def undisturbed(calm):
    """Return the bytes of the tables of that run."""
    return tables(calm)


@pytest.fixture
def extract(tmp_path):
    """Return a call of ``run`` that gives the bytes of all tables."""

    def call(inputs, out, **options):
        settings = options.pop("settings", RULES)
        listener = {"listener": options.pop("listener")} if "listener" in options else {}
        run([inputs], tmp_path / out, settings=settings, options=Options(**options), **listener)
        return tables(tmp_path / out)

    return call


@pytest.fixture
def small_disk(tmp_path):
    """Return a folder on a disk of its own, of which little is free."""
    path = tmp_path / "disk"
    path.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", path], capture_output=True, check=False
    )
    if made.returncode:
        if "CI" in os.environ:
            raise AssertionError(made.stderr)
        pytest.skip("only root can make a disk that is small enough to fill")
    (path / "ballast").write_bytes(b"x" * 1_850_000)
    yield path
    subprocess.run(["umount", path], check=True)
