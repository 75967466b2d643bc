import gc
import time

import pytest

import hoinghi

pytest_plugins = ["browser"]

GROWTH = 8


@pytest.fixture(scope="session")
def nlp():
    """Return the real pipeline, built once."""
    return hoinghi.load()


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
