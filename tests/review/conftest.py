import shutil
import threading
import time
from contextlib import contextmanager

import pytest
import uvicorn
from review_cases import ARTICLES, TOKEN

from corrections_cases import RULES
from hoinghi.corrections import Store
from hoinghi.review.folder import Folder
from hoinghi.review.guard import Guard
from hoinghi.review.server import application
from hoinghi.review.serving import bound
from hoinghi.review.session import Session
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


@contextmanager
def serving(out, who):
    """Serve a review of ``out`` on loopback while the block runs; yield its address."""
    session = Session(Folder(out), Store(out), who)
    with bound(0) as listening:
        port = listening.getsockname()[1]
        app = Guard(application(session), token=TOKEN, port=port)
        config = uvicorn.Config(app, log_level="warning", lifespan="off", server_header=False)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join(20)


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
