"""Which files are read, in which order, and what each bad input says."""

from __future__ import annotations

import io
import itertools
import os
import unicodedata
from pathlib import Path

import pytest

from hoinghi.errors import ReadError, UsageError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources import read_articles

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"


def _write(path: Path, content: str | bytes = "Họp xã") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def _one(path: Path, **settings: object) -> Article | ReadError:
    (item,) = read_articles([path], settings=Settings(**settings))
    return item


def test_every_sample_can_be_read_and_there_are_enough():
    items = list(read_articles([SAMPLES]))
    assert not [item for item in items if isinstance(item, ReadError)]
    assert len(items) >= 36
    assert {Path(item.source.split("#")[0]).suffix for item in items} == {
        ".txt",
        ".html",
        ".jsonl",
        ".csv",
        ".docx",
        ".pdf",
        ".xlsx",
        ".xml",
        ".parquet",
        ".md",
        ".zip",
        ".gz",
        ".mhtml",
    }


def test_a_folder_is_read_in_order_without_hidden_and_unknown_files(tmp_path):
    for name in ("b.txt", "a/z.TXT", "a/.b.txt", ".git/c.txt", "d.png", "README.md", "c.md"):
        _write(tmp_path / name, f"Họp {name}")
    sources = [item.source for item in read_articles([tmp_path])]
    assert sources == [(tmp_path / n).as_posix() for n in ("b.txt", "c.md", "a/z.TXT")]


def test_a_file_named_twice_is_read_once(tmp_path):
    path = _write(tmp_path / "a.txt")
    assert len(list(read_articles([tmp_path, path, f"{tmp_path}/*.txt"]))) == 1


def test_patterns_go_into_folders_and_literal_brackets_win(tmp_path):
    _write(tmp_path / "x" / "y" / "a.txt")
    _write(tmp_path / "[1].txt")
    assert len(list(read_articles([f"{tmp_path}/**/a.*"]))) == 1
    assert len(list(read_articles([f"{tmp_path}/[1].txt"]))) == 1


def test_a_path_that_does_not_exist_stops_before_anything_is_read(tmp_path):
    path = _write(tmp_path / "a.txt")
    for wrong in (f"{tmp_path}/b.txt", f"{tmp_path}/*.csv"):
        with pytest.raises(UsageError, match="check"):
            read_articles([path, wrong])
    with pytest.raises(UsageError, match="nothing to read"):
        read_articles([])


def test_reading_is_lazy(tmp_path):
    rows = "".join(f'{{"text": "Họp {n}"}}\n' for n in range(50))
    _write(tmp_path / "a.jsonl", rows)
    _write(tmp_path / "b.txt")
    items = read_articles([tmp_path])
    assert [item.text for item in itertools.islice(items, 2)] == ["Họp 0", "Họp 1"]
    _write(tmp_path / "b.txt", "written later")
    assert [item.text for item in items][-1] == "written later"


def test_a_text_keeps_its_characters_but_for_line_ends_and_nfc(tmp_path):
    text = "\n  Họp xã \u00a0\n\nHết "
    raw = unicodedata.normalize("NFD", text).replace("\n", "\r\n")
    for data in (raw.encode(), b"\xef\xbb\xbf" + raw.encode(), raw.encode("utf-16")):
        assert _one(_write(tmp_path / "a.txt", data)).text == text


@pytest.mark.parametrize(
    ("name", "content", "problem", "advice"),
    [
        ("a.txt", b"", "the file is empty", "saved"),
        ("a.txt", b" \r\n\t\n", "the file is empty", "saved"),
        ("a.txt", b"\xef\xbb\xbf", "there is no text", "leave it out"),
        ("a.txt", b"\x7fELF\x02\x01\x00\x00", "control characters", "UTF-8"),
        ("a.txt", b"PK\x03\x04\x00\x00", "damaged or cut short", "again"),
        ("a.rar", b"Rar!\x1a\x07", r"unknown kind of file \(\.rar\)", "unpack"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"\(\.doc\)", r"\.docx"),
        ("a.jpg", b"\xff\xd8\xff", r"\(\.jpg\)", "OCR"),
        ("a.txt", b"H\xe4p x\xe3 Tam", r"not valid UTF-8 \(byte 2\)", "TCVN3"),
        ("a.odt", b"PK\x03\x04", r"unknown kind of file \(\.odt\)", r"\.docx"),
        ("notes", b"x", "no extension", r"\.txt"),
        ("a.html", b"", "the file is empty", "saved"),
        ("a.html", b"<html><body><img src=x></body></html>", "no article text", "copy"),
        ("a.html", b"<p>H\xe4p</p>", "not valid UTF-8", "TCVN3"),
        ("a.csv", b"", "the file is empty", "export"),
        ("a.csv", b"text,title\r\n", "no row", "export"),
        ("a.jsonl", b"\n\n", "the file is empty", "export"),
        ("a.json", b"[{", "not JSON", "array"),
    ],
)
def test_a_bad_file_fails_with_its_reason_and_a_way_out(tmp_path, name, content, problem, advice):
    error = _one(_write(tmp_path / name, content))
    assert isinstance(error, ReadError)
    assert error.source == (tmp_path / name).as_posix()
    with pytest.raises(ReadError, match=f"{problem}.*; .*{advice}"):
        raise error


def test_the_rest_is_read_after_a_bad_file(tmp_path):
    _write(tmp_path / "a.txt", b"\x00")
    _write(tmp_path / "b.txt")
    assert [type(item) for item in read_articles([tmp_path])] == [ReadError, Article]


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.jsonl"])
def test_a_very_long_line_fails_with_the_setting_to_raise(tmp_path, name):
    line = "họp xã " * 800_000
    wrapped = {
        "a.csv": f"text\n{line}\nhọp\n",
        "a.jsonl": f'{{"text": "{line}"}}\n{{"text": "họp"}}\n',
    }
    path = _write(tmp_path / name, wrapped.get(name, line))
    first, *rest = read_articles([path])
    assert isinstance(first, ReadError)
    assert "too long" in first.problem
    assert "max_characters" in first.advice
    assert [item.text for item in rest] == (["họp"] if name in wrapped else [])


def test_a_page_with_too_long_an_article_fails(tmp_path):
    page = f"<html><body><article><p>{'họp xã ' * 2_000}</p></article></body></html>"
    assert "too long" in _one(_write(tmp_path / "a.html", page), max_characters=10_000).problem


def test_an_article_of_the_greatest_length_is_read(tmp_path):
    path = _write(tmp_path / "a.txt", "ộ" * 10)
    assert _one(path, max_characters=10).text == "ộ" * 10
    assert isinstance(_one(path, max_characters=9), ReadError)


def test_a_file_without_read_permission_fails_alone(tmp_path, monkeypatch):
    _write(tmp_path / "a.txt")
    _write(tmp_path / "b.txt")
    whole = Path.open

    def closed(self, *args, **kwargs):
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return whole(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", closed)
    error, article = read_articles([tmp_path])
    assert error.problem == "cannot be read (Permission denied)"
    assert article.text == "Họp xã"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_named_pipe_never_hangs_the_run(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    _write(tmp_path / "b.txt")
    pipe, article = read_articles([tmp_path])
    assert (pipe.source[-5:], article.source[-5:]) == ("a.txt", "b.txt")
    assert "not a regular file" in pipe.problem
    assert "not a regular file" in _one(tmp_path / "a.txt").problem


def test_a_folder_with_nothing_to_read_says_so(tmp_path):
    _write(tmp_path / "a.png", b"x")
    assert "no file that can be read" in _one(tmp_path).problem


def test_a_link_that_leads_nowhere_fails_alone(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    _write(tmp_path / "b.txt")
    assert [type(item) for item in read_articles([tmp_path])] == [ReadError, Article]


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"[\xe1\xba\xa2nh] H\xe1\xbb\x8dp\r\nx\xc3\xa3", ["[Ảnh] Họp\nxã"]),
        (b'{"text": "a"}\n\n{"text": "b"}', ["a", "b"]),
        (b'[\n {\n  "text": "a"}, {"text": "b"}]', ["a", "b"]),
        ("{Tin xã} Họp".encode(), ["{Tin xã} Họp"]),
        (b'\xef\xbb\xbf [ {"text": "a"},\n{"text": "b"}]', ["a", "b"]),
    ],
)
def test_standard_input_is_one_text_or_rows(data, texts):
    items = list(read_articles(["-"], stdin=io.BytesIO(data)))
    assert [item.text for item in items] == texts
    assert items[0].source == ("-" if len(texts) == 1 else "-#1")


def test_standard_input_may_be_a_page():
    page = (SAMPLES / "09-bao-giam-sat-ho-tro-bao-lu.html").read_bytes()
    (article,) = read_articles(["-"], stdin=io.BytesIO(page))
    assert "<" not in article.text


@pytest.mark.parametrize(
    "sample",
    [
        "12-tong-hop-cac-huyen.jsonl",
        "13-cong-thong-tin.csv",
        "14-xa-truong-thanh-tong-ket.docx",
        "15-huyen-bac-ha-so-ket.pdf",
        "16-tong-hop-tin-bai.xlsx",
        "17-xa-ea-tu.xml",
        "18-can-tho.parquet",
        "21-hai-tin.zip",
        "22-xa-tan-trao.warc.gz",
    ],
)
def test_standard_input_is_known_by_its_first_bytes(sample):
    data = (SAMPLES / sample).read_bytes()
    items = list(read_articles(["-"], stdin=io.BytesIO(data)))
    named = list(read_articles([SAMPLES / sample]))
    assert [item.text for item in items] == [item.text for item in named]
    assert [item.published for item in items] == [item.published for item in named]


@pytest.mark.parametrize(
    ("start", "texts"),
    [
        ("sep=;\r\nTiêu đề;Nội dung\r\nA;Họp xã", ["Họp xã"]),
        ("Tiêu đề\tNội dung\nA\tHọp xã", ["Họp xã"]),
        ("Nội dung, chương trình\nHọp xã", ["Nội dung, chương trình\nHọp xã"]),
    ],
)
def test_standard_input_is_a_table_where_its_header_is_certain(start, texts):
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        items = read_articles(["-"], stdin=io.BytesIO(start.encode(encoding)))
        assert [item.text.lstrip("\ufeff") for item in items] == texts


def test_standard_input_that_is_closed_is_wrong_usage(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(UsageError, match="no standard input"):
        read_articles(["-"])


def test_empty_standard_input_fails():
    (error,) = read_articles(["-"], stdin=io.BytesIO(b""))
    assert "empty" in error.problem
