import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from http.cookiejar import CookieJar

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from hoinghi.cli import main
from hoinghi.corrections import Store


@pytest.fixture
def start(out):
    """Return a call of the command ``review`` in a process of its own, and its address."""
    running = []

    def call(*options):
        process = subprocess.Popen(
            [sys.executable, "-m", "hoinghi", "review", out, "--no-browser", *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUNBUFFERED": "1"},
        )
        running.append(process)
        lines = []
        for line in process.stdout:
            lines.append(line)
            if line.startswith("end"):
                break
        address = re.search(r"http://127\.0\.0\.1:\d+/\?token=\S{30,}", "".join(lines))[0]
        return process, address, "".join(lines)

    yield call
    for process in running:
        process.kill()
        process.communicate()


def test_a_review_from_its_start_to_ctrl_c(start, out):
    process, address, said = start("--who", "Nguyễn Thị An")
    assert "to check    3 rows, 0 of them decided on" in said
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    with browser.open(address, timeout=20) as page:
        assert "Duyệt số liệu" in page.read().decode()
    root = address.partition("/?")[0]
    asked = urllib.request.Request(  # noqa: S310
        f"{root}/api/items/0", b'{"action": "reject", "version": ""}', {"origin": root}
    )
    with browser.open(asked, timeout=20) as answer:
        assert answer.status == 200
    before = pq.read_table(out / "parquet" / "meetings.parquet").num_rows
    process.send_signal(signal.SIGINT)
    told, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (0, "")
    assert "tables      brought up to date" in told
    assert pq.read_table(out / "parquet" / "meetings.parquet").num_rows == before - 1
    assert [d.who for d in Store(out).read().decisions] == ["Nguyễn Thị An"]


BROWSER = """
import sys, urllib.request
try:
    print("opened", urllib.request.urlopen(sys.argv[1], timeout=15).status, flush=True)
except OSError as error:
    print("opened", error, flush=True)
"""


def test_a_browser_of_the_terminal_finds_the_page_served(out, tmp_path):
    (tmp_path / "browser.py").write_text(BROWSER, encoding="utf-8")
    own = {"BROWSER": f"{sys.executable} {tmp_path / 'browser.py'} %s", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "hoinghi", "review", out],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **own},
    ) as process:
        opened = next(line for line in process.stdout if line.startswith("opened"))
        process.kill()
    assert opened == "opened 200\n"


def test_a_port_that_is_taken_is_said(start, out):
    _, address, _ = start()
    port = re.search(r":(\d+)/", address)[1]
    done = CliRunner().invoke(main, ["review", str(out), "--no-browser", "--port", port])
    assert done.exit_code == 2
    assert f"port {port}: cannot be used" in done.output


def test_a_folder_without_tables_is_said(tmp_path):
    done = CliRunner().invoke(main, ["review", str(tmp_path), "--no-browser"])
    assert done.exit_code == 2
    assert "name the folder that hoinghi extract wrote" in done.output


def test_damaged_decisions_are_said_by_file_and_line(out):
    (out / "corrections.jsonl").write_text("{\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["review", str(out), "--no-browser"])
    assert done.exit_code == 2
    assert "corrections.jsonl: line 1 is damaged" in done.output


def test_what_serves_is_asked_for_when_it_is_missing(out, monkeypatch):
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    done = CliRunner().invoke(main, ["review", str(out), "--no-browser"])
    assert done.exit_code == 2
    assert "pip install 'hoinghi[review]'" in done.output


def test_tables_without_what_a_review_needs_are_said(out):
    shutil.rmtree(out / "csv")
    (out / "parquet" / "mentions.parquet").unlink()
    done = CliRunner().invoke(main, ["review", str(out), "--no-browser"])
    assert done.exit_code == 2
    assert "mentions.parquet: cannot be read" in done.output
