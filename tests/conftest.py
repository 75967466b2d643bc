import gc
import time
from pathlib import Path

import pytest
from hypothesis import settings

import hoinghi
from hoinghi.run import run

ROOT = Path(__file__).parents[1]

pytest_plugins = ["browser"]

settings.register_profile("patient", deadline=None)  # a machine that does much else is no fault
settings.load_profile("patient")

GROWTH = 8


@pytest.fixture(scope="session")
def nlp():
    """Return the real pipeline, built once."""
    return hoinghi.load()


@pytest.fixture(scope="session")
def bulletin(tmp_path_factory):
    """Return the folder with the tables of corpus/bulletin; who changes it takes a copy."""
    out = tmp_path_factory.mktemp("bulletin")
    run([ROOT / "corpus" / "bulletin"], out)
    return out


@pytest.fixture(scope="session")
def grows_linearly():
    """Return a check that a text eight times as long costs no square of eight as much.

    It compares processor seconds of one run, so that neither a slow nor a busy machine matters;
    the margin of three lies well between eight times (linear) and sixty-four times (square).
    """

    def check(read, piece, size=20_000):
        def seconds(length):
            text = (piece * (length // len(piece) + 1))[:length]
            gc.collect()
            gc.disable()  # a look through all that the tests have loaded belongs to no text
            try:
                started = time.process_time()
                read(text)
                return time.process_time() - started
            finally:
                gc.enable()

        seconds(size // 10)
        assert seconds(GROWTH * size) < GROWTH * 3 * max(seconds(size), 0.02)

    return check
