import shutil

import pytest
from review_cases import ARTICLES, TOKEN, serving

from corrections_cases import RULES
from hoinghi.run import Options, run


@pytest.fixture(scope="session")
def doubtful(tmp_path_factory):
    """Return the tables of articles of which little is certain, not to be changed."""
    path = tmp_path_factory.mktemp("doubtful")
    (path / "in").mkdir()
    for name, text in ARTICLES.items():
        (path / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    run([path / "in"], path / "out", settings=RULES, options=Options(workers=1))
    return path / "out"


@pytest.fixture
def out(doubtful, tmp_path):
    shutil.copytree(doubtful, tmp_path / "out")
    return tmp_path / "out"


@pytest.fixture
def address(out):
    """Return the address of a review of ``out`` by An."""
    with serving(out, "An") as found:
        yield found


@pytest.fixture
def second(out):
    """Return the address of another review of ``out``, by Bình."""
    with serving(out, "Bình") as found:
        yield found


@pytest.fixture
def open_page(tab):
    """Return a call that opens a review in the tab and waits for its first row."""

    def call(address, page=None):
        page = page or tab.page
        page.goto(f"{address}/?token={TOKEN}")
        page.wait_for_selector("#form .field")
        return page

    yield call
    own = [p for p in tab.problems if "409" not in p and "422" not in p]
    assert own == []
    assert tab.dialogs == []
    assert all(url.startswith("http://127.0.0.1:") for url in tab.requests)
