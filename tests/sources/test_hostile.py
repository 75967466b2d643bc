"""Input that is broken, or was made to hurt: a clear error, the rest is read, nothing runs away."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from mutations import mutated

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources import read_articles
from hoinghi.sources.dispatch import read_stream

SAMPLES = sorted(
    path
    for path in (Path(__file__).parents[2] / "corpus" / "samples").iterdir()
    if path.name != "README.md"
)
FOUND = sorted((Path(__file__).parents[1] / "data" / "hostile").glob("*"))
GOOD = "Sáng 5/3/2024, xã Bình Minh họp giao ban."


def _read(data: bytes, name: str) -> list[Article | ReadError]:
    return list(read_stream(io.BytesIO(data), name, name, Settings()))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_broken_file_gives_articles_and_errors_and_nothing_else(sample):
    whole = sample.read_bytes()
    for number in range(60):
        for item in _read(mutated(whole, number), sample.name):
            assert isinstance(item, Article | ReadError)
            if isinstance(item, ReadError):
                assert item.source.startswith(sample.name)
                assert "could not be read (" not in item.problem, (
                    f"nobody thought of mutation {number}"
                )


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_fuzzing_once_found_stays_mended(path):
    for item in _read(path.read_bytes(), path.name):
        assert isinstance(item, Article | ReadError)
        assert isinstance(item, Article) or "could not be read (" not in item.problem


def test_a_link_to_itself_and_a_loop_of_folders_end(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "b" / "c.txt").write_text(GOOD, encoding="utf-8")
    error, article = read_articles([tmp_path])
    assert "Too many levels of symbolic links" in error.problem
    assert article.text == GOOD


def test_a_file_that_changes_while_it_is_read_is_not_believed(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(f'text\n"{GOOD}"\nHọp hai\n', encoding="utf-8")
    items = read_articles([path])
    first = next(items)
    path.write_text(f'text\n"{GOOD}"\nHọp hai\nHọp ba\n', encoding="utf-8")
    *_, error = items
    assert first.text == GOOD
    assert isinstance(error, ReadError)
    assert "changed while it was read" in error.problem


def test_one_article_that_changes_while_it_is_read_gives_no_half_article(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text(GOOD, encoding="utf-8")
    whole = Settings.__getattribute__

    def written_to(self, name):  # the reader asks for its limit just before it reads
        if name == "max_characters":
            path.write_text(GOOD * 2, encoding="utf-8")
        return whole(self, name)

    monkeypatch.setattr(Settings, "__getattribute__", written_to)
    (error,) = read_articles([path])
    assert isinstance(error, ReadError)
    assert "changed while it was read" in error.problem


def test_a_file_name_that_is_no_text_can_be_written_into_a_table(tmp_path):
    name = os.fsencode(tmp_path) + b"/h\xe4p.txt"
    with open(name, "wb") as file:  # noqa: PTH123 - a Path cannot hold these bytes on every system
        file.write(GOOD.encode())
    (article,) = read_articles([tmp_path])
    assert article.source.endswith(r"/h\xe4p.txt")
    assert article.source.encode()


def test_whatever_a_library_raises_ends_as_an_error_of_the_file(monkeypatch):
    def broken(*_):
        raise RecursionError("maximum recursion depth exceeded")
        yield

    monkeypatch.setitem(read_stream.__globals__["READERS"], ".txt", broken)
    (error,) = _read(b"x", "a.txt")
    assert (
        error.problem == "it could not be read (RecursionError: maximum recursion depth exceeded)"
    )


LINE = """
import io, resource, sys
from hoinghi.settings import Settings
from hoinghi.sources.dispatch import read_stream

class Line(io.RawIOBase):
    left = 1 << 30
    start = sys.argv[2].encode()
    def readable(self):
        return True
    def readinto(self, buffer):
        data = self.start or b"a" * min(len(buffer), self.left)
        Line.start = b""
        buffer[:len(data)] = data
        Line.left -= len(data)
        return len(data)

before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for item in read_stream(Line(), sys.argv[1], sys.argv[1], Settings()):
    print(type(item).__name__, item)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.txt", ""),
        ("a.md", ""),
        ("a.html", "<html><body><p>"),
        ("a.csv", "text\n"),
        ("a.csv", ""),
        ("a.jsonl", '{"text": "'),
        ("a.jsonl", '{"text": "h"}\n'),
        ("a.json", '[{"text": "'),
        ("a.rss", "<rss>"),
    ],
)
def test_a_line_of_a_gigabyte_fails_in_little_memory(name, start):
    command = [sys.executable, "-c", LINE, name, start]
    run = subprocess.run(command, check=False, capture_output=True, text=True, timeout=100)
    *items, megabytes = run.stdout.splitlines()
    assert not run.returncode, run.stderr
    assert items[-1].startswith("ReadError")
    assert int(megabytes) < 300
