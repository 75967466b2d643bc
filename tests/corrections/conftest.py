import shutil

import pytest

from corrections_cases import Desk, extract, write


@pytest.fixture(scope="session")
def machine(tmp_path_factory):
    """Return an input folder and the tables of a run over it, not to be changed."""
    path = tmp_path_factory.mktemp("machine")
    write(path / "in")
    extract(path / "in", path / "out")
    return path


@pytest.fixture
def out(machine, tmp_path):
    """Return a copy of these tables, whose inputs lie in ``machine``."""
    shutil.copytree(machine / "out", tmp_path / "out")
    return tmp_path / "out"


@pytest.fixture
def desk(out):
    return Desk(out)
