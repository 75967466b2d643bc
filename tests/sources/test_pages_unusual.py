"""Pages that are no plain article page: several stories, boxes over the text, data alone, none."""

from __future__ import annotations

import json
from datetime import date

import pytest

from hoinghi.errors import ReadError
from hoinghi.settings import Settings
from hoinghi.sources.pages import read_page_text

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
OTHER = (
    "Chiều 14/6/2023, Hội Nông dân xã Đại Hiệp tập huấn kỹ thuật trồng nấm cho 60 hội viên tại nhà "
    "văn hóa thôn Phú Trung, do bà Võ Thị Sương chủ trì."
)
READER = (
    "Bác nào biết thôn Tích Phú bao giờ làm đường thì cho tôi xin thông tin với, nhà tôi ở cuối "
    "thôn, mưa xuống là lầy lội lắm."
)
CONSENT = (
    "Chúng tôi sử dụng cookie để cải thiện trải nghiệm của bạn trên trang; bằng việc tiếp tục, bạn "
    "đồng ý với chính sách bảo mật của chúng tôi."
)


def read(body: str, *, head: str = "", title: str = TITLE):
    html = (
        f"<html><head><title>{title} - Trang thông tin điện tử xã Đại Hiệp</title>{head}</head>"
        f"<body><nav><a href='/'>Trang chủ</a></nav>{body}</body></html>"
    )
    return read_page_text(html, "a.html", Settings())


def lines(body: str) -> list[str]:
    return [line for line in read(body).text.split("\n") if line]


def _story(name, title, day, text):
    return (
        f"<div class='post-wrap'><h1>{title}</h1><time datetime='{day}'>{day}</time>"
        f"<div class='{name}'>{text}</div></div>"
    )


@pytest.mark.parametrize("name", ["entry-content", "khong-ai-biet"])
def test_of_stories_one_after_another_the_first_is_the_pages_own(name):
    other = "".join(f"<p>{OTHER} Đợt {number}.</p>" for number in range(6))
    article = read(
        f"<main>{_story(name, TITLE, '2023-05-08', TEXT)}"
        f"{_story(name, 'Hội Nông dân xã tập huấn trồng nấm', '2023-06-14', other)}</main>"
    )
    assert article.text == f"{TITLE}\n\n{FIRST}\n\n{LAST}"
    assert (article.title, article.published) == (TITLE, date(2023, 5, 8))


def test_parts_of_one_article_with_headings_of_their_own_stay_together():
    parts = "".join(
        f"<section class='chuong'><h2>{title}</h2><p>{FIRST}</p><p>{LAST} Phần {title}.</p>"
        f"<p>{OTHER} {title}.</p></section>"
        for title in (TITLE, "Chuyện ở thôn bên", "Lời của bà con")
    )
    kept = read(f"<main>{parts}</main>").text
    assert f"{OTHER} Lời của bà con." in kept


def test_what_readers_wrote_stays_out_however_long_it_is():
    said = "".join(
        f"<div class='yk'><b>Bạn {n}</b><p>{READER} Lần {n}.</p></div>" for n in range(9)
    )
    body = f"<h1>{TITLE}</h1><div class='bai'>{TEXT}</div>"
    heading = "<h3>Ý kiến bạn đọc (9)</h3>"
    assert lines(f"<div>{body}<div class='hop'>{heading}{said}</div></div>") == [TITLE, FIRST, LAST]
    assert lines(f"<div>{body}{heading}{said}</div>") == [TITLE, FIRST, LAST]


def test_an_article_written_twice_for_two_screens_is_read_once():
    copy = f"<div class='bai'>{TEXT}<p>Thôn làm trước.</p></div>"
    body = f"<div><div class='rong'><h1>{TITLE}</h1>{copy}</div><div class='hep'>{copy}</div></div>"
    assert lines(body) == [TITLE, FIRST, LAST, "Thôn làm trước."]


def test_one_sentence_said_twice_stays_twice():
    body = f"<h1>{TITLE}</h1><div class='bai'>{TEXT}<p>{OTHER}</p><p>{LAST}</p></div>"
    assert lines(body).count(LAST) == 2


@pytest.mark.parametrize(
    "box",
    [
        f"<div id='cookie-law-bar'>{CONSENT}</div>",
        f"<div class='gdpr-banner'><p>{CONSENT}</p></div>",
        f"<div role='dialog'><p>{CONSENT}</p></div>",
        f"<dialog open><p>{CONSENT}</p></dialog>",
    ],
)
def test_a_box_that_asks_for_consent_hides_neither_headline_nor_day(box):
    article = read(f"{box}<div><h1>{TITLE}</h1><div class='date'>08/05/2023</div>{box}{TEXT}</div>")
    assert article.text == f"{TITLE}\n\n{FIRST}\n\n{LAST}"
    assert article.published == date(2023, 5, 8)


@pytest.mark.parametrize(
    "box",
    [
        "<amp-ad width='300'><div>Mua xe trả góp</div></amp-ad>",
        "<div class='paywall'><p>Mời bác mua gói đọc báo tháng này</p></div>",
        "<p>URL của bản tin này: http://daihiep.example.vn/news/hop-12.html</p>",
        "<p>Xem bản đầy đủ trên máy tính</p>",
    ],
)
def test_boxes_of_other_kinds_of_pages_stay_out(box):
    body = f"<h1>{TITLE}</h1><div class='bai'>{TEXT}{box}</div>"
    assert lines(body) == [TITLE, FIRST, LAST]


def test_an_article_that_the_page_holds_as_data_alone_is_read():
    data = {
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": "2023-05-08T08:00:00+07:00",
        "articleBody": f"{FIRST}\n{LAST}",
    }
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    article = read("<div id='app'></div>", head=script)
    assert (article.title, article.published) == (TITLE, date(2023, 5, 8))
    assert FIRST in article.text
    assert LAST in article.text


@pytest.mark.parametrize(
    ("heading", "said", "advice"),
    [
        ("Trang không tồn tại", "Trang bạn yêu cầu đã bị xóa, vui lòng kiểm tra lại.", "again"),
        ("404 - Không tìm thấy trang", "Vui lòng quay về trang chủ của chúng tôi.", "again"),
        ("Đăng nhập hệ thống", "Bạn cần đăng nhập để xem nội dung này của xã.", "in a browser"),
        ("Just a moment...", "Checking your browser before you go on.", "in a browser"),
    ],
)
def test_a_page_in_place_of_an_article_fails_with_advice(heading, said, advice):
    body = (
        f"<div class='content'><h1>{heading}</h1><p>{said} {'Xin cảm ơn bạn đọc. ' * 5}</p></div>"
    )
    with pytest.raises(ReadError, match=advice):
        read(body, title=heading)


@pytest.mark.parametrize(
    "heading",
    ["404 hộ dân xã Đại Hiệp được cấp đất", "Không tìm thấy dấu tích của ngôi đình cũ"],
)
def test_a_short_article_with_such_words_is_read(heading):
    assert read(f"<div><h1>{heading}</h1><p>{FIRST}</p></div>", title=heading).title == heading


def test_cards_that_each_go_on_elsewhere_are_a_list():
    cards = "".join(
        f"<div class='card'><h3>Thôn số {number} họp dân bàn việc</h3><p>{FIRST}</p>"
        f"<a href='/k{number}'>Xem thêm</a></div>"
        for number in range(6)
    )
    with pytest.raises(ReadError, match="list of articles"):
        read(f"<div><h1>Tin hoạt động</h1>{cards}</div>", title="Tin hoạt động")


def test_the_day_above_a_table_alone_is_believed():
    rows = "".join(f"<tr><td>{n}</td><td>Thôn số {n}</td><td>Ông Mẫn</td></tr>" for n in range(9))
    body = f"<div><h1>{TITLE}</h1><p class='meta'>08/05/2023</p><table>{rows}</table></div>"
    assert read(body).published == date(2023, 5, 8)


@pytest.mark.parametrize(
    "line", ["Th5 8, 2023", "8 Th5, 2023", "8 thg 5, 2023", "May 8, 2023", "Posted on May 8, 2023"]
)
def test_days_with_months_by_short_and_english_names_are_read(line):
    body = f"<h1>{TITLE}</h1><p class='date'>{line}</p><div class='bai'>{TEXT}</div>"
    assert read(body).published == date(2023, 5, 8)


def test_the_signature_beside_the_recipients_of_a_letter_is_kept():
    row = (
        "<table><tr><td><b>Nơi nhận:</b><br>- Như trên;</td><td><b>CHỦ TỊCH</b><br><br>"
        "<b>Trần Văn Mẫn</b></td></tr></table>"
    )
    assert (
        "CHỦ TỊCH Trần Văn Mẫn" in read(f"<h1>{TITLE}</h1><div class='bai'>{TEXT}{row}</div>").text
    )
