import pytest

import hoinghi


@pytest.fixture(scope="session")
def nlp():
    """Return the real pipeline, built once."""
    return hoinghi.load()
