"""Input that is broken, or was made to hurt: a clear error, the rest is read, nothing runs away."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from mutations import mutated

from hoinghi.children import Pool
from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources import confined, read_articles
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


def _nested_forms(levels: int) -> bytes:
    """Return a PDF of 3 KB, each of whose forms shows the next one ten times."""
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << %s >> /Length %d >>"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>",
        b"<< /Length 60 >>\nstream\n" + b"/F Do " * 10 + b"\nendstream",
    ]
    for level in range(levels):
        shows = b"/F Do " * 10 if level < levels - 1 else b"BT /T 9 Tf (a) Tj ET "
        inner = b"/XObject << /F %d 0 R >>" % (6 + level)
        font = b"/Font << /T << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
        head = form % (inner if level < levels - 1 else font, len(shows))
        parts.append(head + b"\nstream\n" + shows + b"\nendstream")
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (at, part) for at, part in enumerate(parts, 1))
    return b"%PDF-1.4\n" + body + b"trailer << /Size 99 /Root 1 0 R >>\n%%EOF"


def test_what_swells_inside_a_library_ends_with_its_process_and_the_next_file_is_read(tmp_path):
    (tmp_path / "a.pdf").write_bytes(_nested_forms(9))
    (tmp_path / "b.pdf").write_bytes(
        (SAMPLES[0].parent / "15-huyen-bac-ha-so-ket.pdf").read_bytes()
    )
    error, article = read_articles([tmp_path])
    assert "breaks the reader" in error.problem
    assert article.title.startswith("Huyện Bắc Hà sơ kết")


def test_a_reader_that_takes_too_long_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(confined, "SECONDS", 0.0)
    path = SAMPLES[0].parent / "15-huyen-bac-ha-so-ket.pdf"
    (error,) = read_articles([path])
    assert "takes more than" in error.problem


def test_articles_left_unread_do_not_mix_with_those_of_the_next_file():
    folder = SAMPLES[0].parent
    first = read_articles([folder / "16-tong-hop-tin-bai.xlsx"])
    second = read_articles([folder / "18-can-tho.parquet"])
    sources = [next(first).source[-6:], next(second).source[-9:], next(first).source[-6:]]
    assert sources == ["xlsx#1", "parquet#1", "xlsx#2"]
    first.close()
    assert len(list(read_articles([folder / "17-xa-ea-tu.xml"]))) == 2
    assert next(second).source.endswith("parquet#2")


def test_modules_of_the_folder_that_is_read_are_never_run(tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit", encoding="utf-8")
    (tmp_path / "a.pdf").write_bytes(
        (SAMPLES[0].parent / "15-huyen-bac-ha-so-ket.pdf").read_bytes()
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend("")
    monkeypatch.setattr(confined, "_pool", Pool("hoinghi.sources.confined_main"))
    (article,) = read_articles(["a.pdf"])
    assert article.title.startswith("Huyện Bắc Hà")


def test_a_python_that_cannot_start_itself_is_named(monkeypatch):
    monkeypatch.setattr(confined, "_pool", Pool("hoinghi.sources.confined_main"))
    monkeypatch.setattr(sys, "executable", "/gone/python")
    (error,) = read_articles([SAMPLES[0].parent / "15-huyen-bac-ha-so-ket.pdf"])
    assert "no process could be started" in error.problem
    assert "/gone/python" in error.advice


def test_a_pipe_that_is_called_like_a_file_is_read_itself(tmp_path, monkeypatch):
    folder = SAMPLES[0].parent
    monkeypatch.chdir(tmp_path)
    Path("<stdin>").write_bytes((folder / "15-huyen-bac-ha-so-ket.pdf").read_bytes())
    code = (
        "from hoinghi.sources import read_articles\n"
        "print(*(item.text[:20].encode() for item in read_articles(['-'])))"
    )
    read = subprocess.run(
        [sys.executable, "-c", code],
        input=(folder / "18-can-tho.parquet").read_bytes(),
        capture_output=True,
        check=True,
    )
    first, *_ = read_articles([folder / "18-can-tho.parquet"])
    assert str(first.text[:20].encode()) in read.stdout.decode()


def test_a_full_disk_for_temporary_files_is_told_with_the_way_out(monkeypatch):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(confined, "copy_bounded", full)
    (error,) = _read((SAMPLES[0].parent / "15-huyen-bac-ha-so-ket.pdf").read_bytes(), "a.pdf")
    assert "No space left" in error.problem
    assert "TMPDIR" in error.advice
