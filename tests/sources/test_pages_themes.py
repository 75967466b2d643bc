"""The article of each content system, without the boxes that the system sets around and in it."""

from __future__ import annotations

import io

import pytest

from hoinghi.errors import ReadError
from hoinghi.settings import Settings
from hoinghi.sources.pages import read_page, read_page_text

TITLE = "Thôn Phú Hải họp dân bàn việc làm đường"
FIRST = (
    "Tối 7/5/2023, tại nhà văn hóa thôn, Ban công tác Mặt trận thôn Phú Hải họp dân bàn việc làm "
    "đường bê tông; ông Trần Văn Mẫn, Trưởng ban, chủ trì."
)
LAST = (
    "Bà con thống nhất hiến 120 mét vuông đất và góp 200 ngày công, giao Ban Giám sát đầu tư của "
    "cộng đồng theo dõi việc thi công."
)
TEXT = f"<p>{FIRST}</p><p>{LAST}</p>"
LIST = "<ul>" + "<li><a href='/x'>Xã họp giao ban tháng năm</a> (3/5/2023)</li>" * 4 + "</ul>"


def read(html: str):
    return read_page_text(html, "a.html", Settings())


def page(body: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><title>{TITLE} - Trang thông tin điện tử xã Đại Hiệp</title>"
        f"{head}</head><body><div id='menu'><a href='/'>Trang chủ</a> <a href='/t'>Tin tức</a>"
        f"</div>{body}<div class='right'><h3>Tin mới</h3>{LIST}</div>"
        "<div id='footer'>Bản quyền thuộc UBND xã Đại Hiệp</div></body></html>"
    )


def lines(html: str) -> list[str]:
    return [line for line in read(html).text.split("\n") if line]


@pytest.mark.parametrize(
    "body",
    [
        f"<h1 class='entry-title'>{TITLE}</h1><div class='entry-content'>{TEXT}</div>",
        f"<h1>{TITLE}</h1><div class='td-post-content tagdiv-type'>{TEXT}</div>",
        f"<h1>{TITLE}</h1><div class='elementor-widget elementor-widget-theme-post-content'>"
        f"<div class='elementor-widget-container'>{TEXT}</div></div>",
        f"<h1>{TITLE}</h1><div class='jeg_inner_content'><div class='entry-content no-share'>"
        f"<div class='content-inner'>{TEXT}</div></div></div>",
        f"<h1>{TITLE}</h1><div class='entry-content wp-block-post-content'>{TEXT}</div>",
        f"<h3 class='post-title entry-title'>{TITLE}</h3><div class='post-body'>{TEXT}</div>",
        f"<div class='tieude'><span id='ctl00_lblTitle'>{TITLE}</span></div>"
        f"<span id='ctl00_lblNoiDung'>{TEXT}</span>",
        f"<h3 class='header-title'>{TITLE}</h3><div class='journal-content-article'>{TEXT}</div>",
        f"<div class='item-page'><h2 itemprop='headline'>{TITLE}</h2>"
        f"<div itemprop='articleBody'>{TEXT}</div></div>",
        f"<h2 class='itemTitle'>{TITLE}</h2><div class='itemFullText'>{TEXT}</div>",
        f"<h1 class='title'>{TITLE}</h1><div id='news-bodyhtml' class='bodytext'>{TEXT}</div>",
        f"<h1 class='edn_articleTitle'>{TITLE}</h1><div class='edn_articleContent'>{TEXT}</div>",
        f"<h1 class='article-title'>{TITLE}</h1><div class='ms-rtestate-field'>{TEXT}</div>",
        f"<h1 class='page-title'>{TITLE}</h1><div class='field--name-body'>{TEXT}</div>",
        f"<h1>{TITLE}</h1><div data-role='content' class='detail-content'>{TEXT}</div>",
        f"<h1>{TITLE}</h1><div class='article__body cms-body'>{TEXT}</div>",
        f"<h1>{TITLE}</h1><article class='fck_detail'>{TEXT}</article>",
        f"<h1>{TITLE}</h1><div class='the-article-body'>{TEXT}</div>",
        f"<h1>{TITLE}</h1><div class='khong-ai-biet'>{TEXT}</div>",
        f"<table><tr><td><font size='5'><b>{TITLE}</b></font></td></tr><tr><td>{TEXT}</td></tr>"
        "</table>",
        f"<table><tr><td><b>{TITLE}</b><br><br>{FIRST}<br><br>{LAST}</td></tr></table>",
    ],
)
def test_the_article_of_a_theme_is_its_headline_and_its_paragraphs(body):
    assert lines(page(body)) == [TITLE, FIRST, LAST]


@pytest.mark.parametrize(
    "box",
    [
        "<div class='sharedaddy sd-sharing'><h3>Chia sẻ với bạn bè</h3></div>",
        f"<div class='td-post-sharing-top'>Đăng lên tường</div>{LIST}",
        f"<div class='yarpp-related'><h3>Mời xem</h3>{LIST}</div>",
        "<div type='RelatedOneNews'><a href='/x'>Xã họp giao ban</a></div>",
        "<div class='author-box'><h5>admin</h5><p>Người trực trang của xã nhà</p></div>",
        "<div class='post-views'>Đã có 302 người ghé đọc</div>",
        "<ins class='adsbygoogle'>Mua xe trả góp</ins>",
        "<form><label>Tên của bác</label><textarea></textarea><p>Mời góp lời</p></form>",
        "<div id='comments'><p>Cô Lài viết: rất hay</p></div>",
        "<div style='display:none'>Chữ ẩn của máy</div>",
        "<p class='screen-reader-text'>Tới nội dung chính</p>",
        "<p aria-hidden='true'>Chữ ẩn của máy</p>",
        "<p class='tags-links'>Thẻ bài: đường, thôn</p>",
        "<p>Ảnh: Đài Truyền thanh xã</p>",
        "<p style='text-align: right'><b>Hồng Nhung (Cổng TTĐT xã)</b></p>",
        "<p align='right'>Bá Thế - Đài TT-TH huyện</p>",
        "<p>Tin, ảnh: Thu Hà</p>",
        "<p><a href='/x'>Xã họp giao ban tháng năm</a></p>",
        "<h3>Tin liên quan</h3>" + LIST,
        "<div class='wp-block-file'><a href='/a.pdf'>to-trinh.pdf</a> "
        "<a href='/a.pdf'>Tải</a></div>",
        "<script>var a = 1</script><style>p{color:red}</style><noscript>Bật lên</noscript>",
    ],
)
def test_boxes_inside_the_text_are_left_out(box):
    body = f"<h1>{TITLE}</h1><div class='entry-content'><p>{FIRST}</p>{box}<p>{LAST}</p></div>"
    after = f"<h1>{TITLE}</h1><div class='entry-content'>{TEXT}{box}</div>"
    assert lines(page(body)) == lines(page(after)) == [TITLE, FIRST, LAST]


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("<h3>Việc làm đường</h3>", ["Việc làm đường"]),
        ("<ul><li>Hiến đất làm đường;</li><li>Góp ngày công.</li></ul>",
         ["Hiến đất làm đường;", "Góp ngày công."]),
        ("<blockquote><p>Dân bàn thì việc gì cũng xong</p></blockquote>",
         ["Dân bàn thì việc gì cũng xong"]),
        ("<figure class='wp-caption' id='attachment_7'><img><figcaption>Bà con góp ý tại cuộc họp"
         "</figcaption></figure>", ["Bà con góp ý tại cuộc họp"]),
        ("<table class='tplCaption'><tr><td><img></td></tr><tr><td>Bà con góp ý</td></tr></table>",
         ["Bà con góp ý"]),
        ("<table><tr><th>TT</th><th>Hộ</th></tr><tr><td>1</td><td>Ông Bính</td></tr></table>",
         ["TT | Hộ", "1 | Ông Bính"]),
        ("<p>Một việc<br>Hai việc</p>", ["Một việc", "Hai việc"]),
        ("<p>Theo <a href='/nd'>Nghị quyết số 5 của xã nhà</a>, thôn làm trước.</p>",
         ["Theo Nghị quyết số 5 của xã nhà, thôn làm trước."]),
    ],
)  # fmt: skip
def test_what_belongs_to_the_text_is_kept(part, shown):
    body = f"<h1>{TITLE}</h1><div class='entry-content'><p>{FIRST}</p>{part}<p>{LAST}</p></div>"
    assert lines(page(body)) == [TITLE, FIRST, *shown, LAST]


def test_the_lead_and_the_caption_above_the_text_are_kept_but_not_the_buttons():
    body = (
        f"<h1>{TITLE}</h1><div class='meta'>7/5/2023 08:30 | Lượt xem: 12</div>"
        "<h2 class='sapo'>Dân thôn Phú Hải hiến đất mở đường.</h2>"
        "<div class='share'>Facebook Zalo</div>"
        "<figure><img><figcaption>Con đường sẽ được mở rộng</figcaption></figure>"
        f"<div class='cms-body'>{TEXT}</div>"
    )
    assert lines(page(body)) == [
        TITLE, "Dân thôn Phú Hải hiến đất mở đường.", "Con đường sẽ được mở rộng", FIRST, LAST,
    ]  # fmt: skip


def test_a_themes_container_that_holds_hardly_anything_is_not_believed():
    wrong = "<div class='entry-content'><p>Mời bà con xem tin.</p></div>"
    body = f"<h1>{TITLE}</h1>{wrong}<div class='khac'>{TEXT}<p>{FIRST} Sau đó.</p></div>"
    assert lines(page(body))[:3] == [TITLE, FIRST, LAST]


def test_a_container_named_like_a_box_is_kept_when_it_holds_the_text():
    body = f"<h1>{TITLE}</h1><div class='post-content'><div class='related'>{TEXT}</div></div>"
    assert lines(page(body)) == [TITLE, FIRST, LAST]


TEASER = (
    "<div class='item'><h3><a href='/{0}'>Xã Đại Hiệp giao ban công tác tháng {0}</a></h3>"
    "<p>Sáng 5/{0}, Ủy ban MTTQ Việt Nam xã Đại Hiệp họp giao ban với các ban công tác Mặt trận "
    "và bàn việc của tháng sau.</p></div>"
)


@pytest.mark.parametrize("classes", ["home blog", "archive category", "search search-results", ""])
def test_a_list_of_articles_is_refused_with_advice(classes):
    teasers = "".join(TEASER.format(n) for n in range(1, 8))
    html = page(f"<main>{teasers}</main>").replace("<body>", f"<body class='{classes}'>")
    with pytest.raises(ReadError, match=r"list of articles.*save the pages"):
        read(html)


def test_links_alone_are_a_list():
    with pytest.raises(ReadError, match="list of articles"):
        read(page(LIST * 5))


def test_an_article_above_many_teasers_is_no_list():
    teasers = "".join(TEASER.format(n) for n in range(1, 8))
    body = f"<h1>{TITLE}</h1><div class='entry-content'>{TEXT}</div><div>{teasers}</div>"
    assert lines(page(body)) == [TITLE, FIRST, LAST]


@pytest.mark.parametrize(
    "html",
    [
        "<html><frameset cols='1,2'><frame src='a.html'></frameset></html>",
        "<html><head><title>Họp dân</title></head></html>",
        "<html></html>",
        "<!-- -->",
        "<",
    ],
)
def test_a_page_without_text_fails_with_advice(html):
    with pytest.raises(ReadError, match=r"no article text.*save the page"):
        read(html)


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ("<p>a</p>" * 100_000, "tags"),
        ("<body><h1>" + "Họp dân - " * 400_000, "too long"),
        ("<div class='" + "a " * 1_000_000 + "'>", "no article text"),
        ("<script type='application/ld+json'>" + "[" * 100_000 + "</script>", "no article text"),
        ("<title>" + "Họp - " * 100_000, "no article text"),
    ],
)
def test_hostile_pages_fail_with_a_reason(html, problem):
    with pytest.raises(ReadError, match=problem):
        read(html)


@pytest.mark.parametrize("tag", ["div", "span", "b", "table", "font", "section class=share"])
def test_a_page_of_nested_tags_still_gives_its_text(tag):
    html = f"<body>{f'<{tag}>' * 30_000}{TEXT}{f'</{tag.split()[0]}>' * 30_000}"
    assert FIRST in read(html).text


def test_a_page_cut_off_in_a_tag_gives_what_is_there():
    html = page(f"<h1>{TITLE}</h1><div class='entry-content'>{TEXT}</div>")
    assert FIRST in read(html[: html.index(LAST) + 20] + "<p cla").text


def test_a_page_of_many_megabytes_of_pictures_is_read():
    picture = "<img src='data:image/png;base64," + "QUJD" * 1_000_000 + "'>"
    body = f"<h1>{TITLE}</h1><div class='entry-content'>{picture}{TEXT}</div>"
    assert lines(page(body)) == [TITLE, FIRST, LAST]


def test_a_page_larger_than_any_page_is_not_read():
    with pytest.raises(ReadError, match="too long"):
        list(read_page(io.BytesIO(b"<p>" + b"a" * 20_000_001), "a.html", Settings()))
