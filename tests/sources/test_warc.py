"""What a crawler kept."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.sources import read_articles

PAGE = (
    "<html><body><article><h1>Phường An Khê giám sát quỹ vì người nghèo</h1><p>Ngày 9/9/2024, "
    "đoàn giám sát của Ủy ban MTTQ Việt Nam phường An Khê làm việc với tổ dân phố số 4 về việc "
    "dùng quỹ vì người nghèo.</p></article></body></html>"
)
SITE = "https://ankhe.thanhkhe.example"


def _warc(path: Path, records: list[tuple[str, str, str, bytes]], *, packed: bool) -> Path:
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=packed)
    for address, status, kind, body in records:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            address, "response", payload=io.BytesIO(body), http_headers=headers
        )
        writer.write_record(record)
    path.write_bytes(buffer.getvalue())
    return path


CRAWL = [
    (f"{SITE}/robots.txt", "200 OK", "text/plain", b"User-agent: *"),
    (f"{SITE}/tin/1", "200 OK", "text/html; charset=utf-8", PAGE.encode()),
    (f"{SITE}/logo.png", "200 OK", "image/png", b"\x89PNG"),
    (f"{SITE}/cu", "404 Not Found", "text/html", b"<html><body>404</body></html>"),
    (f"{SITE}/thong-bao.txt", "200 OK", "text/plain", "Họp tổ dân phố số 4.".encode()),
]


@pytest.mark.parametrize(("name", "packed"), [("a.warc", False), ("a.warc.gz", True)])
def test_pages_of_a_crawl_are_articles_with_their_addresses(tmp_path, name, packed):
    path = _warc(tmp_path / name, CRAWL, packed=packed)
    page, notice = read_articles([tmp_path])
    assert page.title == "Phường An Khê giám sát quỹ vì người nghèo"
    assert page.source == f"{path}#{SITE}/tin/1"
    assert page.site == notice.site == "ankhe.thanhkhe.example"
    assert notice.text == "Họp tổ dân phố số 4."


def test_a_page_that_cannot_be_read_fails_alone(tmp_path):
    bad = (f"{SITE}/hong", "200 OK", "text/html", b"<html><body><img src=x></body></html>")
    _warc(tmp_path / "a.warc.gz", [bad, CRAWL[1]], packed=True)
    assert [type(item) for item in read_articles([tmp_path])] == [ReadError, Article]


def test_a_crawl_cut_short_gives_what_came_before_and_an_error(tmp_path):
    whole = _warc(tmp_path / "a.warc.gz", CRAWL * 50, packed=True).read_bytes()
    last = whole.rindex(b"\x1f\x8b\x08")
    (tmp_path / "a.warc.gz").write_bytes(whole[: last + 120])
    first, *_, error = read_articles([tmp_path])
    assert isinstance(first, Article)
    assert isinstance(error, ReadError)
    assert "cut short" in error.problem


def test_what_is_no_crawl_or_holds_no_page_says_so(tmp_path):
    (tmp_path / "a.warc").write_bytes(b"Khong phai WARC\r\n")
    _warc(tmp_path / "b.warc", CRAWL[:1], packed=False)
    (tmp_path / "c.warc.gz").write_bytes(gzip.compress(b""))
    problems = [item.problem for item in read_articles([tmp_path])]
    assert "damaged or cut short" in problems[0]
    assert problems[1:] == ["there is no page in it", "the file is empty"]
