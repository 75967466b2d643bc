"""What a file is goes by its name, unless its first bytes prove the name wrong."""

from __future__ import annotations

import pytest

from hoinghi.sources import read_articles
from hoinghi.sources.kinds import extension, is_asset, kind_of

PAGE = (
    "<!DOCTYPE html>\n<html><body><article><h1>Xã Mỹ Lộc gặp mặt cựu chiến binh</h1><p>Chiều "
    "6/12/2024, tại hội trường xã, Hội Cựu chiến binh xã Mỹ Lộc gặp mặt hội viên nhân 80 năm ngày "
    "thành lập quân đội.</p></article></body></html>"
)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.TXT", ".txt"),
        ("chi-tiet.aspx?id=7&l=vi.x", ".aspx"),
        ("chi-tiet.aspx@id=7", ".aspx"),
        ("a.b.jsonl.gz", ".gz"),
        ("crawl-1.warc.gz", ".warc.gz"),
        ("tin", ""),
        ("xuat.csv?khoa=a1&v=1.2", ".csv"),
        ("Xây dựng Đảng & chính quyền.docx", ".docx"),
        ("Tin #3.txt", ".txt"),
        ("H?i ngh?.htm", ".htm"),
    ],
)
def test_the_extension_is_that_of_the_file_not_of_its_query(name, kind):
    assert extension(name) == kind


@pytest.mark.parametrize(
    ("name", "start", "kind"),
    [
        ("a.txt", b"%PDF-1.7", ".pdf"),
        ("a.pdf", b"%PDF-1.7", ".pdf"),
        ("a.html", b"\x1f\x8b\x08\x00", ".gz"),
        ("a.warc.gz", b"\x1f\x8b\x08\x00", ".warc.gz"),
        ("a.docx", b"PK\x03\x04", ".docx"),
        ("a.doc", b"PK\x03\x04", ".zip"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".docx"),
        ("a.doc", b"  <html><body>", ".html"),
        ("a.txt", b"\xef\xbb\xbf<!DOCTYPE html>", ".html"),
        ("a.txt", b"<3 html", ".txt"),
        ("a.txt", b'<?xml version="1.0"?>\n<!-- x --><!DOCTYPE html>', ".html"),
        ("a.txt", b'<?xml version="1.0"?>\n<rss version="2.0">', ".xml"),
        ("a.txt", b"<feed xmlns='http://www.w3.org/2005/Atom'>", ".xml"),
        ("a.xls", b"<html><body><table>", ".xls"),
        ("a.txt", b"WARC/1.0\r\n", ".warc"),
        ("tin", b"<!-- saved from url=(0014)about:internet -->\n<html>", ".html"),
        ("a.html", b"From: <Saved by Blink>\r\n", ".mhtml"),
        ("a.txt", b"From: ban bien tap", ".txt"),
        ("a.csv", b"text", ".csv"),
        ("a.txt", b"\x89PNG\r\n", ".png"),
        ("a.txt", b"{\\rtf1 Hop}", ".rtf"),
        ("a.html", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
    ],
)
def test_first_bytes_win_where_they_prove_the_name_wrong(name, start, kind):
    assert kind_of(name, start) == kind


def test_only_the_folder_of_a_saved_page_is_its_own():
    assert is_asset("Trang 1_files", ["Trang 1.html"])
    assert is_asset("tin_files", ["TIN.htm"])
    assert not is_asset("tin_files", ["khac.html", "tin.txt"])
    assert not is_asset("tin", ["tin.html"])


def test_a_page_saved_under_the_address_of_its_program_is_read(tmp_path):
    for name in ("chi-tiet.aspx?id=12", "index.php", "trang.txt"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    titles = {item.title for item in read_articles([tmp_path])}
    assert titles == {"Xã Mỹ Lộc gặp mặt cựu chiến binh"}
    assert len(list(read_articles([tmp_path]))) == 3


def test_what_a_browser_saved_with_a_page_is_no_article(tmp_path):
    (tmp_path / "tin.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "tin_files").mkdir()
    (tmp_path / "tin_files" / "quang-cao.html").write_text(PAGE, encoding="utf-8")
    assert [item.source[-8:] for item in read_articles([tmp_path])] == ["tin.html"]


def test_comments_without_end_above_a_page_take_no_time():
    assert kind_of("a.txt", b"<!---->" * 600) == ".txt"
