"""What a page says of its article: headline, day, address, owner, author; never a wrong one."""

from __future__ import annotations

from datetime import date

import pytest

from hoinghi.settings import Settings
from hoinghi.sources.pages import read_page_text

TITLE = "Thôn Phú Hải họp dân bàn việc làm đường"
TEXT = (
    "<p>Tối 7/5/2023, tại nhà văn hóa thôn, Ban công tác Mặt trận thôn Phú Hải họp dân bàn việc "
    "làm đường bê tông; ông Trần Văn Mẫn, Trưởng ban, chủ trì.</p><p>Bà con thống nhất hiến 120 "
    "mét vuông đất và góp 200 ngày công, giao Ban Giám sát đầu tư của cộng đồng theo dõi.</p>"
)
DAY = date(2023, 5, 8)


def read(
    meta="", *, above="", head="", below="", last="", title=TITLE, banner="", footer="", url=None
):
    """Read a page with pieces put at their places around headline and text."""
    html = (
        f"<html><head><title>{title}</title>{head}</head><body><div id='header'>{banner}</div>"
        f"<div class='today'>Chủ nhật, 22/11/2026 10:15</div><div class='detail'>{above}"
        f"<h1>{TITLE}</h1>{meta}<div class='noidung'>{TEXT}{last}</div>{below}</div>"
        f"<div class='khac'><h3>Tin mới</h3><ul><li><a href='/a'>Xã giao ban tháng năm</a> "
        f"<time datetime='2026-11-20'>20/11/2026</time></li></ul></div>"
        f"<div id='footer'>{footer}</div></body></html>"
    )
    return read_page_text(html, "a.html", Settings(), url=url)


@pytest.mark.parametrize(
    "line",
    [
        "Thứ hai, 08/05/2023, 14:30 GMT+7",
        "Thứ Hai, ngày 08/05/2023 | 14:30",
        "14:30 - 08/05/2023",
        "Ngày đăng: 08/05/2023 | 08:30",
        "Đăng lúc: 14:30 08-05-2023",
        "Đăng bởi admin, ngày 08/05/2023",
        "Hoài An • 08/05/2023 14:30",
        "(08/05/2023)",
        "08.05.2023",
        "8 Tháng Năm, 2023",
        "Thứ hai, 8 tháng 5, 2023",
        "Ngày 8 tháng 5 năm 2023",
        "Cập nhật lúc: 15:32, 08/05/2023",
        "Ngày đăng: 08/05/2023 - Cập nhật: 20/11/2023 - Lượt xem: 12",
        "Cập nhật: 20/11/2023 | Ngày đăng: 08/05/2023",
        "<time class='entry-date published' datetime='2023-05-08T08:00:00+07:00'>8/5</time>"
        "<time class='updated' datetime='2023-11-20T08:00:00+07:00'>20/11</time>",
        "<time class='entry-date updated' datetime='2023-05-08T08:00:00+07:00'>8/5</time>",
        "<time datetime='2023-05-07T23:00:00Z'>8/5</time>",
        "<time>08:46 Thứ hai, 08/05/2023</time>",
        "<meta itemprop='datePublished' content='2023-05-08'>",
        "<ul><li>Xã Đại Hiệp</li><li>08/05/2023 14:30</li></ul>",
    ],
)
def test_a_dateline_below_the_headline_is_read(line):
    assert read(f"<div class='info'>{line}</div>").published == DAY


@pytest.mark.parametrize(
    "line",
    [
        "Hôm nay: 08/05/2023",
        "Tối 08/05/2023, dân thôn họp bàn việc.",
        "Lịch họp ngày 08/05/2023 tại nhà văn hóa",
        "08/05/23",
        "5/2023",
        "31/02/2023",
        "Đăng ngày 08/05/2023</div><div>Đăng ngày 09/05/2023",
        "<span class='dong-ho today'>08/05/2023 10:15</span>",
        "<time datetime='hôm qua'>x</time>",
        "2 giờ trước",
    ],
)
def test_what_is_no_dateline_gives_no_day(line):
    assert read(f"<div>{line}</div>").published is None


def test_todays_date_in_the_banner_and_days_of_other_stories_are_not_the_articles():
    assert read().published is None


def test_a_day_above_the_headline_counts_where_the_text_agrees():
    assert read(above="<div class='detail-meta'>Thứ hai, 08/05/2023, 16:10</div>").published == DAY
    assert read(above="<div class='date'>Chủ nhật, 22/11/2026, 16:10</div>").published is None


def test_a_day_that_the_theme_names_the_articles_counts_above_the_headline_and_below_the_text():
    assert read(above="<p><span class='ngay-dang'>08/05/2023 16:20</span></p>").published == DAY
    assert read(below="<div>Ngày đăng: 08/05/2023</div>").published == DAY
    assert read(last="<p>Ngày đăng: 08/05/2023</p>").published == DAY
    assert read(below="<div>Họp lại: 08/05/2023</div>").published is None


ARTICLE = '{{"@type":"NewsArticle","headline":"{}","datePublished":"{}"}}'


@pytest.mark.parametrize(
    ("data", "day"),
    [
        (f"{ARTICLE}".format(TITLE, "2023-05-08T01:22:10+00:00"), DAY),
        ("[" + ARTICLE.format(TITLE, "2023-05-08") + ","
         + ARTICLE.format("Tin khác", "2023-06-01") + "]", DAY),
        ("[" + ARTICLE.format("Một", "2023-05-08") + "," + ARTICLE.format("Hai", "2023-06-01")
         + "]", None),
        ('{"@type":"WebSite","datePublished":"2019-01-01"}', None),
        ('{"@graph":[{"@type":["BlogPosting"],"datePublished":"2023-05-08"}]}', DAY),
        ('{"@type":"Article","dateModified":"2023-05-08"}', None),
        ('{"@type":"Article","datePublished":20230508}', None),
        ('{"@type":"Article"', None),
        ("[1, null, [2]]", None),
    ],
)  # fmt: skip
def test_linked_data_gives_the_day_of_the_one_article(data, day):
    assert read(head=f"<script type='application/ld+json'>{data}</script>").published == day


def test_what_is_declared_wins_over_what_is_shown():
    head = "<meta property='article:published_time' content='2023-05-08T08:00:00+07:00'>"
    assert read("<div>Thứ ba, 20/06/2023</div>", head=head).published == DAY
    changed = "<meta property='article:modified_time' content='2023-05-08T08:00:00+07:00'>"
    assert read(head=changed).published is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://xa.vn/2023/05/08/hop-dan/", DAY),
        ("https://bao.vn/hop-dan-20230508143015123.htm", DAY),
        ("https://bao.vn/hop-dan-20230508.htm", None),
        ("https://bao.vn/hop-dan-1020230508.htm", None),
        ("https://bao.vn/hop-dan-20231308143015.htm", None),
        ("https://bao.vn/2023/05/hop-dan", None),
        ("https://bao.vn/tin?ngay=/2023/05/08/", None),
        ("https://bao.vn/2023/02/31/hop-dan/", None),
    ],
)
def test_an_address_gives_a_day_only_where_it_cannot_be_a_number(url, day):
    assert read(head=f"<link rel='canonical' href='{url}'>").published == day
    assert read(url=url).published == day


def test_the_site_is_the_host_of_the_pages_own_address():
    assert read(head="<link rel='canonical' href='https://www.xa.gov.vn/a'>").site == "xa.gov.vn"
    assert read(head="<meta property='og:url' content='https://xa.gov.vn/a'>").site == "xa.gov.vn"
    assert read(head="<base href='http://xa.gov.vn/'>").site == "xa.gov.vn"
    assert read(url="https://xa.gov.vn/a").site == "xa.gov.vn"
    assert read(footer="Website: xadaihiep.gov.vn").site == "xadaihiep.gov.vn"
    assert read(footer="Email: vp@dailoc.gov.vn - Thiết kế: congty.vn").site is None
    assert read(head="<link rel='canonical' href='/a'>").site is None


def test_a_browsers_note_of_where_a_page_was_saved_from_gives_its_address():
    note = "<!-- saved from url=(0042)https://xa.gov.vn/2023/05/08/hop-dan/ -->"
    article = read_page_text(f"<!DOCTYPE html>{note}<h1>{TITLE}</h1>{TEXT}", "a", Settings())
    assert (article.site, article.published) == ("xa.gov.vn", DAY)


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE} - Trang thông tin điện tử xã Đại Hiệp",
        f"Cổng TTĐT xã Đại Hiệp | {TITLE}",
        f"Xã Đại Hiệp - {TITLE}",
        f"{TITLE} | Tin tức | xadaihiep.gov.vn",
        "Chi tiết tin",
        ":: CONG THONG TIN DIEN TU ::",
        "",
    ],
)
def test_the_headline_is_what_stands_above_the_text(title):
    assert read(title=title).title == TITLE


def test_a_section_above_the_headline_is_not_the_headline():
    above = "<h2 class='portlet-title-text'>Tin hoạt động của các hội</h2>"
    assert read(above=above, title="Tin hoạt động của các hội - Huyện Yên Thế").title == TITLE


def test_the_name_of_the_site_in_an_h1_of_the_banner_is_not_the_headline():
    name = "Huyện đoàn Chợ Lách tỉnh Bến Tre"
    body = f"<div class='tieude'>{TITLE}</div><div class='noidung'>{TEXT}</div>"
    for banner in (f"<header><h1>{name}</h1></header>", f"<div id='logo'><h1>{name}</h1></div>"):
        html = f"<title>{name} - Tin tức</title>{banner}{body}"
        assert read_page_text(html, "a", Settings()).title == TITLE


def test_a_headline_in_capitals_takes_those_of_the_metadata():
    html = f"<title>{TITLE} - Báo Quê</title><h1>{TITLE.upper()}</h1><div>{TEXT}</div>"
    assert read_page_text(html, "a", Settings()).title == TITLE


@pytest.mark.parametrize(
    ("last", "author"),
    [
        ("<p style='text-align:right'><strong>Hồng Thắm</strong></p>", "Hồng Thắm"),
        ("<p align='right'>Bá Thế - Đài TT-TH huyện</p>", "Bá Thế"),
        ("<p>Tin, ảnh: Siu Hương - Ksor Bình</p>", "Siu Hương - Ksor Bình"),
        ("<p class='author'>Vàng Thị Mỷ</p>", "Vàng Thị Mỷ"),
        ("<div class='tacgia'>Tác giả: Nguyễn Tấn Hậu</div>", "Nguyễn Tấn Hậu"),
        ("<p class='author'>admin</p>", None),
        ("<p align='right'>Ban biên tập</p>", None),
        ("<p align='right'>Cổng TTĐT xã Đại Hiệp</p>", None),
        ("<p>Ảnh: Thu Hà</p>", None),
        ("<p>Nguồn: Báo Quê</p>", None),
        ("<div class='comment'><b class='author'>Cô Lài</b><p>Rất hay</p></div>", None),
    ],
)
def test_only_a_person_is_an_author(last, author):
    assert read(last=last).author == author


def test_an_account_is_no_author_though_it_be_called_a_person():
    person = '{{"@type":"Article","author":{{"@type":"Person","name":"{}"}}}}'
    for name, said in (("Mai Phương", "Mai Phương"), ("admin", None), ("Xã Đại Hiệp", None)):
        data = f"<script type='application/ld+json'>{person.format(name)}</script>"
        assert read(head=data).author == said
        assert read(head=f"<meta name='author' content='{name}'>").author == said
    office = '{"@type":"Article","author":{"@type":"Organization","name":"Quê Hương"}}'
    assert read(head=f"<script type='application/ld+json'>{office}</script>").author is None
    site = "<link rel='canonical' href='https://daihiep.dailoc.gov.vn/a'>"
    assert read(head=f"{site}<meta name='author' content='Đại Hiệp'>").author is None


def test_the_owner_is_what_banner_name_and_imprint_say():
    owner = read(
        head="<meta property='og:site_name' content='Trang thông tin điện tử xã Đại Hiệp'>",
        banner="<a href='/'><img alt='Xã Đại Hiệp - huyện Đại Lộc'></a><ul><li>Xã hội</li></ul>",
        footer="<p>Cơ quan chủ quản: UBND xã Đại Hiệp. Địa chỉ: thị trấn Ái Nghĩa</p>"
        "<p>Điện thoại: 0235.000.222</p>",
    ).owner
    assert owner is not None
    assert owner.startswith("Trang thông tin điện tử xã Đại Hiệp\n")
    assert "huyện Đại Lộc" in owner
    assert "Cơ quan chủ quản: UBND xã Đại Hiệp" in owner
    assert "Ái Nghĩa" not in owner
    assert "0235" not in owner


def test_the_first_lines_of_a_page_without_names_say_its_owner():
    top = "<table><tr><td>XÃ TAM BÌNH<br>HUYỆN CAI LẬY - TỈNH TIỀN GIANG</td></tr></table>"
    html = f"{top}<table><tr><td><b>{TITLE}</b><br>{TEXT}</td></tr></table>"
    owner = read_page_text(html, "a", Settings()).owner
    assert owner == "XÃ TAM BÌNH\nHUYỆN CAI LẬY - TỈNH TIỀN GIANG"


def test_an_owner_is_short_and_none_where_nothing_is_said():
    assert read().owner is None
    banner = "".join(f"<p>Cổng thông tin điện tử xã Đại Hiệp {n} năm</p>" for n in range(100))
    assert len(read(banner=banner).owner or "") <= 400
