import os
import subprocess
from pathlib import Path

import pytest
from batch_cases import RULES, tables

from hoinghi.batch import driver
from hoinghi.gold import read_gold
from hoinghi.run import Options, run

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def texts():
    """Return the texts of fifty articles."""
    documents = [d for d in read_gold([ROOT / "corpus" / "gold"]) if len(d.article.text) < 2_500]
    return [document.article.text for document in documents[:50]]


@pytest.fixture
def folder(tmp_path, texts):
    """Return a folder of fifty articles, one a file."""
    path = tmp_path / "in"
    path.mkdir()
    for number, text in enumerate(texts):
        (path / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def extract(tmp_path):
    """Return a call of ``run`` that gives the bytes of all tables."""

    def call(inputs, out, **options):
        settings = options.pop("settings", RULES)
        listener = {"listener": options.pop("listener")} if "listener" in options else {}
        run([inputs], tmp_path / out, settings=settings, options=Options(**options), **listener)
        return tables(tmp_path / out)

    return call


@pytest.fixture(autouse=True)
def _no_faulty_process_is_left():
    yield
    driver.end_all()


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
