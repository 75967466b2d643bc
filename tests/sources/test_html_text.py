"""Markup as text: blocks apart, rows on lines, nothing that is not shown; never slow or deep."""

from __future__ import annotations

import pytest

from hoinghi.sources.markup import looks_like_html, parse, text_of_fragment


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Họp thôn.</p><p>Bàn việc đường.</p>", "Họp thôn.\n\nBàn việc đường."),
        ("Họp thôn.<br>Bàn việc.<br><br/>Kết thúc.", "Họp thôn.\nBàn việc.\n\nKết thúc."),
        ("<div>Họp<span> thôn</span>\n  <b>4</b>.</div>", "Họp thôn 4."),
        ("<ul><li>Một</li><li>Hai</li></ul>", "Một\nHai"),
        ("<h2>Dự họp</h2>có ông An", "Dự họp\n\ncó ông An"),
        ("<p>Họp&nbsp;th&ocirc;n &amp; bản&#8203;</p>", "Họp thôn & bản"),
        ("Họp xã &amp; thôn\nngày 5/5", "Họp xã & thôn\nngày 5/5"),
        ("<p>Một</p><script>var a='<p>'</script><style>p{}</style><!-- x --><p>Hai", "Một\n\nHai"),
        ("<pre>Một\n  hai</pre>", "Một\nhai"),
        ("<p>Ho\u0323p xa\u0303</p>", "Họp xã"),
        ("", ""),
        ("<p></p>", ""),
    ],
)
def test_markup_becomes_lines(html, text):
    assert text_of_fragment(html) == text


def test_a_table_of_data_becomes_a_line_per_row():
    html = (
        "<table><thead><tr><th>TT</th><th>Đơn vị</th></tr></thead><tbody>"
        "<tr><td><p>1</p></td><td><p>Phường</p><p>Hòa Xuân</p></td><td></td></tr>"
        "<tr><td>2</td>\n<td>Phường Hòa An</td></tr></tbody></table>"
    )
    lines = text_of_fragment(html).split("\n")
    assert [line for line in lines if line] == [
        "TT | Đơn vị", "1 | Phường Hòa Xuân", "2 | Phường Hòa An",
    ]  # fmt: skip


def test_rows_of_data_stand_on_neighbouring_lines():
    assert text_of_fragment("<table><tr><td>1<td>A<tr><td>2<td>B</table>") == "1 | A\n2 | B"


def test_a_table_that_lays_out_a_page_keeps_its_paragraphs():
    paragraph = "Sáng 5/5, tại nhà văn hóa thôn, Ban công tác Mặt trận họp dân bàn việc. " * 2
    html = f"<table><tr><td>Menu</td><td><p>{paragraph}</p><p>{paragraph}</p></td></tr></table>"
    lines = [line for line in text_of_fragment(html).split("\n") if line]
    assert lines == ["Menu", paragraph.strip(), paragraph.strip()]


def test_a_table_around_a_table_is_layout():
    inner = "<table><tr><td>1</td><td>A</td></tr></table>"
    html = f"<table><tr><td>Trái</td><td>{inner}</td></tr></table>"
    assert [x for x in text_of_fragment(html).split("\n") if x] == ["Trái", "1 | A"]


@pytest.mark.parametrize(
    ("text", "is_html"),
    [
        ("<p>Họp thôn", True),
        ("Họp thôn<br />bàn việc", True),
        ("<strong>Họp</strong> thôn", True),
        ("H&#7885;p x&atilde; ng&agrave;y mai", True),
        ("Họp thôn 5 < 6 hộ, R&D", False),
        ("Số đại biểu <150 người>", False),
        ("", False),
    ],
)
def test_markup_is_told_from_plain_text(text, is_html):
    assert looks_like_html(text) is is_html


@pytest.mark.parametrize("tag", ["div", "span", "b", "table", "ul", "blockquote", "font"])
def test_a_hundred_thousand_nested_tags_give_their_text(tag):
    for end in ("", f"</{tag}>" * 100_000):
        assert "Họp" in text_of_fragment(f"<{tag}>" * 100_000 + "Họp" + end)


def test_unclosed_formatting_is_not_copied_into_every_paragraph():
    html = "".join(f"<p><b class=a{i}>" for i in range(200)) + "<p>Họp" * 20_000
    tree = parse(html)
    assert len(tree.css("p")) == 20_200
    assert len(tree.css("b")) < 20_000


def test_pages_as_people_make_them_keep_every_tag():
    html = "<div>" * 60 + "<p><b>Họp</b> <i>xã</i></p>" * 400 + "</div>" * 60
    assert len(parse(html).css("b")) == 400


@pytest.mark.parametrize("html", ["<p\0>H\0ọp", "<" * 1000, "<!--" * 1000, "</p></b>Họp", "<p <p"])
def test_broken_markup_is_read_without_an_error(html):
    assert "\0" not in text_of_fragment(html)
