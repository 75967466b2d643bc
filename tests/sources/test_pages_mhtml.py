"""Pages that Chrome saved as one file, and pages under their servers' extensions."""

from __future__ import annotations

import quopri
from datetime import date

import pytest

from hoinghi.errors import ReadError
from hoinghi.sources import read_articles

PAGE = (
    "<html><body><h1>Thôn Phú Hải họp dân bàn việc</h1><div class='noidung'>"
    + "<p>Tối 7/5/2023, tại nhà văn hóa thôn, Ban công tác Mặt trận thôn Phú Hải họp dân bàn việc "
    "làm đường bê tông; ông Trần Văn Mẫn, Trưởng ban, chủ trì.</p>" * 2 + "</div></body></html>"
)
START = "Thôn Phú Hải họp dân bàn việc\n\nTối 7/5/2023, tại nhà văn hóa thôn"


def mhtml(html: str) -> bytes:
    """Return what Chrome writes for "Webpage, Single File"."""
    url = "https://xadaihiep.gov.vn/2023/05/08/hop-dan.html"
    body = quopri.encodestring(html.encode()).decode().replace("\n", "\r\n")
    lines = [
        "From: <Saved by Blink>", f"Snapshot-Content-Location: {url}", "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="--x"', "", "", "----x",
        "Content-Type: text/html", "Content-Transfer-Encoding: quoted-printable",
        f"Content-Location: {url}", "", body, "----x", "Content-Type: image/png",
        "Content-Transfer-Encoding: base64", "", "iVBORw0KGgo=", "----x--", "",
    ]  # fmt: skip
    return "\r\n".join(lines).encode()


def read(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    (item,) = read_articles([path])
    return item


@pytest.mark.parametrize("name", ["a.mht", "a.MHTML"])
def test_a_page_saved_as_one_file_is_read_with_its_address(tmp_path, name):
    article = read(tmp_path, name, mhtml(PAGE))
    assert article.text.startswith(START)
    assert (article.site, article.published) == ("xadaihiep.gov.vn", date(2023, 5, 8))


@pytest.mark.parametrize("name", ["a.aspx", "a.php", "a.xhtml", "a.htm"])
def test_pages_under_other_extensions_are_pages(tmp_path, name):
    assert read(tmp_path, name, PAGE.encode()).text.startswith(START)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "empty"),
        (b"Mot tep khong phai trang web", "no web page"),
        (b"Content-Type: message/rfc822\r\n\r\n" * 5000, "no web page"),
        (b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n" * 5000, "no web page"),
        (mhtml("<html></html>"), "no article text"),
        (b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!", "no article"),
    ],
)  # fmt: skip
def test_what_is_no_saved_page_fails_with_a_reason(tmp_path, data, problem):
    error = read(tmp_path, "a.mhtml", data)
    assert isinstance(error, ReadError)
    assert problem in error.problem


def test_a_saved_page_that_was_cut_off_gives_what_is_there(tmp_path):
    data = mhtml(PAGE)
    assert read(tmp_path, "a.mhtml", data[: len(data) * 3 // 4]).text.startswith(START)
