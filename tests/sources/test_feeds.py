"""RSS, Atom and exports of WordPress, whole, broken off and hostile."""

from __future__ import annotations

from datetime import date

import pytest

from hoinghi.errors import ReadError
from hoinghi.sources import read_articles

SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
    'xmlns:wp="http://wordpress.org/export/1.2/"'
)
ENTRY = (
    "<item><title>Xã Tam Đại họp</title><link>https://www.tamdai.example/tin/1</link>"
    "<pubDate>Tue, 23 Apr 2024 20:00:00 +0000</pubDate>"
    "<description>Tóm tắt ngắn</description><content:encoded><![CDATA[<p>Sáng nay, xã họp.</p>"
    "<p>Ông Mai Hạ chủ trì.</p>]]></content:encoded></item>"
)


def _rss(*entries: str, title: str = "Tin tức") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" {SPACES}><channel>'
        f"<title>{title}</title><link>https://tamdai.example/</link>{''.join(entries)}"
        "</channel></rss>\n<!-- giữ lại 1 giờ -->"
    )


def _read(path, data):
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_articles([path]))


def test_an_entry_gives_its_content_title_day_and_site(tmp_path):
    (article,) = _read(tmp_path / "a.rss", _rss(ENTRY))
    assert article.text == "Sáng nay, xã họp.\n\nÔng Mai Hạ chủ trì."
    assert (article.title, article.site) == ("Xã Tam Đại họp", "tamdai.example")
    assert article.published == date(2024, 4, 24)
    assert article.source == f"{(tmp_path / 'a.rss').as_posix()}#1"
    assert (article.owner, article.author) == (None, None)


def test_an_entry_with_a_summary_or_a_title_alone_is_an_article(tmp_path):
    markup = "Xã &lt;b&gt;họp&lt;/b&gt;.&lt;br&gt;Hết"
    summary = f"<item><title>Họp xã</title><description>{markup}</description></item>"
    title = "<item><title>Xã Tam Đại họp &amp;amp; bàn</title></item>"
    items = _read(tmp_path / "a.xml", _rss(summary, title))
    assert [item.text for item in items] == ["Xã họp.\nHết", "Xã Tam Đại họp & bàn"]
    assert [item.site for item in items] == ["tamdai.example"] * 2


def test_atom_and_rdf_are_feeds(tmp_path):
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Tin</title><entry><id>1</id>'
        "<title>Họp xã</title><published>2024-04-23T20:00:00Z</published>"
        '<link href="https://tamdai.example/1"/>'
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Xã họp.</p>'
        "<p>Hết</p></div></content></entry><entry><id>2</id><title>Sau</title>"
        "<updated>2024-05-01T00:00:00Z</updated><summary>Họp huyện</summary></entry></feed>"
    )
    first, second = _read(tmp_path / "a.atom", atom)
    assert (first.text, first.published) == ("Xã họp.\n\nHết", date(2024, 4, 24))
    assert (second.text, second.published) == ("Họp huyện", None)  # changed, who knows when made
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        f'xmlns="http://purl.org/rss/1.0/" {SPACES}><item><title>Họp</title>'
        "<description>Họp xã</description><dc:date>2024-04-23</dc:date></item></rdf:RDF>"
    )
    (article,) = _read(tmp_path / "a.xml", rdf)
    assert (article.text, article.published) == ("Họp xã", date(2024, 4, 23))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Tue, 23 Apr 2024 23:30:00 +0700", date(2024, 4, 23)),
        ("23 Apr 2024 18:30:00 GMT", date(2024, 4, 24)),
        ("Tue, 23 Apr 2024 23:30:00", date(2024, 4, 23)),
        ("Thứ ba, 23/04/2024, 14:30 GMT+7", date(2024, 4, 23)),
        ("Wed, 30 Nov -0001 00:00:00 +0000", None),
        ("Tue, 23 Apr 24 23:30:00 +0700", None),
        ("32 Apr 2024 10:00:00 +0700", None),
        ("4/23/2024 2:30:00 PM", None),
        ("hôm nay", None),
    ],
)
def test_a_day_is_read_strictly(tmp_path, written, day):
    entry = f"<item><title>Họp</title><pubDate>{written}</pubDate></item>"
    assert _read(tmp_path / "a.rss", _rss(entry))[0].published == day


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("<dc:creator>Mai Xuân Hạ</dc:creator>", "Mai Xuân Hạ"),
        ("<author>ha@tamdai.example (Mai Xuân Hạ)</author>", "Mai Xuân Hạ"),
        ("<dc:creator>admin</dc:creator>", None),
        ("<dc:creator>Quản trị viên</dc:creator>", None),
        ("<dc:creator>hoa2020 tamdai</dc:creator>", None),
        ("<author>noreply@tamdai.example (Unknown)</author>", None),
        ("<dc:creator>Trang thông tin điện tử xã Tam Đại</dc:creator>", None),
    ],
)
def test_an_author_is_a_person_or_newsroom_and_no_account(tmp_path, author, expected):
    site = "Trang thông tin điện tử xã Tam Đại"
    (article,) = _read(
        tmp_path / "a.rss", _rss(f"<item><title>Họp</title>{author}</item>", title=site)
    )
    assert article.author == expected
    assert article.owner == site


def test_of_a_wordpress_export_published_posts_and_pages_are_read(tmp_path):
    def item(kind, status, text):
        return (
            f"<item><title>{text}</title><content:encoded><![CDATA[{text}]]></content:encoded>"
            f"<excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:status>{status}</wp:status>"
            f"<wp:post_type>{kind}</wp:post_type></item>"
        )

    classic = (
        '[caption id="1" width="9"]<img src="a.jpg"/> Quang cảnh[/caption]\nXã <b>họp</b>.\n\nHết'
    )
    export = _rss(
        item("post", "publish", "Họp xã"),
        item("attachment", "inherit", "anh.jpg"),
        item("nav_menu_item", "publish", "Trang chủ"),
        item("post", "draft", "Nháp"),
        item("page", "publish", classic),
    )
    first, second = _read(tmp_path / "a.xml", export)
    assert first.text == "Họp xã"
    assert second.text == "Quang cảnh\nXã họp.\n\nHết"
    assert second.source.endswith("#2")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1258"])
def test_the_encoding_is_the_declared_one(tmp_path, encoding):
    text = _rss("<item><title>Xã An Phú</title></item>")
    declared = text.replace("UTF-8", "windows-1258" if encoding == "cp1258" else "utf-8")
    (article,) = _read(tmp_path / "a.xml", declared.replace("ữ", "u").encode(encoding, "ignore"))
    assert article.text.startswith("Xã" if encoding != "cp1258" else "X")


def test_small_faults_are_passed_over(tmp_path):
    entry = "<item><title>Họp & bàn&nbsp;việc</title><description>Họp <br> xã</description></item>"
    (article,) = _read(tmp_path / "a.rss", _rss(entry))
    assert article.title == "Họp & bàn việc"


@pytest.mark.parametrize("cut", ["</item></channel>", "Ông", "<content:encoded>"])
def test_a_feed_that_breaks_off_gives_its_whole_entries_and_the_error(tmp_path, cut):
    whole = _rss(ENTRY, ENTRY)
    article, error = _read(tmp_path / "a.rss", whole[: whole.rindex(cut)])
    assert article.text.endswith("chủ trì.")
    assert "breaks off after entry 1" in error.problem


BOMB = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 60))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (
            f'<!DOCTYPE rss [<!ENTITY a0 "ha">{BOMB}]><rss><channel>&a59;</channel></rss>',
            "entities",
        ),
        ('<!doctype rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>', "entities"),
        ("<urlset><url/></urlset>", r"not a feed \(its root is urlset\)"),
        ("<!-- rss --><?x y?>", r"not a feed \(its root is missing\)"),
        ("Họp xã", "not a feed"),
        ("", "the file is empty"),
        ("<rss><channel></channel></rss>", "no article in the feed"),
        ("<rss><channel>" + "<x" * 200_000, "nested"),
        ("<rss><channel><item>" + "<b>" * 200_000, "nested"),
        ("<rss><channel>\0</channel></rss>", "NUL"),
        ("<!--" * 100_000, "not a feed"),
    ],
)
def test_what_is_no_safe_feed_fails_with_its_reason(tmp_path, data, problem):
    (error,) = _read(tmp_path / "a.xml", data)
    assert isinstance(error, ReadError)
    with pytest.raises(ReadError, match=problem):
        raise error


def test_an_old_doctype_without_entities_is_no_harm(tmp_path):
    doctype = '<!DOCTYPE rss PUBLIC "-//X//DTD RSS 0.91//EN" "http://dtd.example/rss-0.91.dtd">'
    data = _rss(ENTRY).replace("?>\n", f"?>\n{doctype}\n", 1)
    assert len(_read(tmp_path / "a.xml", data)) == 1
