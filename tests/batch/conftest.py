import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from hoinghi.batch import driver
from hoinghi.gold import read_gold
from hoinghi.run import Options, run
from hoinghi.settings import Settings

ROOT = Path(__file__).parents[2]
RULES = Settings(model="none")  # loads faster; what is tested here does not depend on it


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


def tables(out):
    """Return the bytes of every table in ``out``."""
    found = {p.name: p.read_bytes() for name in ("csv", "parquet") for p in (out / name).iterdir()}
    assert len(found) == 18
    return found


def command(*arguments, **more):
    """Start the command line in a process, and a session, of its own."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    code = more.pop("code", "from hoinghi.cli import main; main()")
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        start_new_session=True,
        **more,
    )


def parts(out):
    return sorted((out / ".hoinghi" / "parts").glob("[!.]*.parquet"))


def until(condition, seconds=60):
    """Wait until ``condition`` holds; return what it gave."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.01)
    raise AssertionError("it never came to that")


def readers(process):
    """Return the reading processes of a run."""
    try:
        return psutil.Process(process.pid).children()
    except psutil.NoSuchProcess:
        return []


def kill(process):
    os.kill(process.pid, signal.SIGKILL)
