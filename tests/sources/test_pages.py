"""Pages: the article alone, with the headline and the day that are its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hoinghi.sources import read_articles

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
BODY = "".join(
    f"<p>Sáng {day}/5/2023, tại nhà văn hóa thôn, Ban công tác Mặt trận họp dân bàn việc làm "
    "đường và bầu người vào Ban Giám sát đầu tư của cộng đồng của thôn.</p>"
    for day in (7, 8, 9)
)


def _page(tmp_path, head="", article="", after=""):
    path = tmp_path / "a.html"
    path.write_text(
        f"<!DOCTYPE html><html><head>{head}</head><body><nav><a href='/'>Trang chủ</a></nav>"
        f"<div class='today'>Chủ nhật, 22/11/2026</div><article>{article}{BODY}</article>{after}"
        "</body></html>",
        encoding="utf-8",
    )
    (item,) = read_articles([path])
    return item


def _sample(name):
    (item,) = read_articles([SAMPLES / name])
    return item


@pytest.mark.parametrize(
    "name", [path.name for path in sorted(SAMPLES.glob("*.html"))], ids=lambda name: name[:2]
)
def test_furniture_of_every_theme_stays_out(name):
    text = _sample(name).text
    for furniture in (
        "Trang chủ", "2026", "Trả lời", "Email", "Tin mới", "Đọc nhiều", "Bình luận", "Từ khóa",
        "Lượt xem", "Các tin khác", "cùng chuyên mục", "LIÊN KẾT", "Thống kê", "Giấy phép",
    ):  # fmt: skip
        assert furniture not in text


def test_a_blog_theme():
    article = _sample("08-xa-thach-ha-dai-hoi-phu-nu.html")
    title = "Đại hội đại biểu Phụ nữ xã Thạch Hà lần thứ I, nhiệm kỳ 2025 – 2030"
    assert (article.title, article.published) == (title, date(2025, 9, 18))
    assert article.site == "thachha.hatinh.example"
    assert article.text.startswith(f"{title}\n\nNgày 16 và 17/9/2025, tại")
    assert "\n\nBà Nguyễn Thị Tố Nga, Phó Chủ tịch Hội LHPN tỉnh tặng hoa" in article.text


def test_a_newspaper_keeps_its_lead_and_captions():
    article = _sample("09-bao-giam-sat-ho-tro-bao-lu.html")
    headline, lead, body = article.text.split("\n\n", 2)
    assert headline == "Tiền hỗ trợ bão lũ phải đến đúng tay người dân"
    assert lead.startswith("Ba xã ở Nghệ An")
    assert "Ông Nguyễn Hữu Trường hỏi chuyện người dân thôn 4" in body
    assert article.published == date(2025, 10, 21)


def test_an_old_portal_has_a_headline_a_dateline_and_a_table():
    article = _sample("10-quan-cam-le-hop-giao-ban.html")
    assert article.title == "Cẩm Lệ: Giao ban công tác Mặt trận quý I năm 2018"
    assert article.published == date(2018, 4, 4)
    assert "\n1 | Phường Hòa Xuân | Ông Đinh Văn Nhơn | Chủ tịch UBMTTQVN phường\n" in article.text


def test_a_day_in_utc_is_the_day_in_vietnam():
    assert _sample("11-tinh-ninh-binh-dai-hoi-mat-tran.html").published == date(2024, 8, 10)


@pytest.mark.parametrize(
    ("head", "article", "after"),
    [
        ("", "<h1>Họp dân</h1><p>Hôm nay: 07/05/2023</p>", ""),
        ("", "<h1>Họp dân</h1><p>Sáng 07/05/2023, tại thôn, Mặt trận xã họp dân.</p>", ""),
        ("", "<h1>Họp dân</h1><p>Đăng ngày 07/05/2023</p><p>Đăng ngày 08/05/2023</p>", ""),
        ("", "<h1>Họp dân</h1>", "<aside><time datetime='2023-05-08'>8/5</time></aside>"),
        ("", "<h1>Họp dân</h1>", "<article><time datetime='2023-05-08'>8/5</time></article>"),
        ("", "<h1>Họp dân</h1>" + BODY + "<time datetime='2023-05-08'>8/5</time>", ""),
        ("<meta property='article:modified_time' content='2023-05-08'>", "", ""),
        (
            "<script type='application/ld+json'>[{'@type':'Article'}, broken</script>"
            '<script type="application/ld+json">{"@type":"WebPage","datePublished":"2023-05-08"}'
            "</script>",
            "",
            "",
        ),
        (
            '<script type="application/ld+json">[{"@type":"Article","datePublished":"2023-05-08"},'
            '{"@type":"NewsArticle","datePublished":"2023-05-09"}]</script>',
            "",
            "",
        ),
    ],
)
def test_a_day_that_is_not_declared_the_articles_own_is_not_believed(
    tmp_path, head, article, after
):
    assert _page(tmp_path, head, article, after).published is None


@pytest.mark.parametrize(
    ("head", "article"),
    [
        ('<script type="application/ld+json">{"@graph":[{"@type":["Article","X"],'
         '"datePublished":"2023-05-08T09:00:00+07:00"}]}</script>', ""),
        ("<meta property='article:published_time' content='2023-05-08T09:00:00+07:00'>", ""),
        ("", "<header><h1>Họp dân</h1><time datetime='2023-05-08T09:00'>8/5</time></header>"),
        ("", "<h1>Họp dân</h1><p><time datetime='2023-05-08'>8/5</time></p>"),
    ],
)  # fmt: skip
def test_a_declared_day_is_believed(tmp_path, head, article):
    assert _page(tmp_path, head, article).published == date(2023, 5, 8)


@pytest.mark.parametrize(
    ("title", "heading", "expected"),
    [
        ("Họp dân - Trang thông tin điện tử xã", "", "Họp dân"),
        ("Họp dân | tamdai.example.vn", "", "Họp dân"),
        ("Họp dân – Tin tức – Cổng thông tin", "HỌP DÂN", "Họp dân"),
        ("Giai đoạn 2020 - 2025 đạt kết quả", "", "Giai đoạn 2020 - 2025 đạt kết quả"),
        ("Trang chủ", "Họp dân", "Họp dân"),
        ("", "Họp dân", "Họp dân"),
    ],
)
def test_the_headline_goes_without_the_name_of_the_site(tmp_path, title, heading, expected):
    item = _page(tmp_path, f"<title>{title}</title>", f"<h1>{heading}</h1>" if heading else "")
    assert item.title == expected
    assert item.text.split("\n")[0].casefold() == expected.casefold()


def test_a_page_in_a_declared_old_encoding_is_read(tmp_path):
    path = tmp_path / "a.htm"
    head = "<html><head><meta charset=windows-1252></head><body><article>"
    path.write_bytes((head + "<p>Réunion à la mairie. " * 20 + "</article>").encode("cp1252"))
    (item,) = read_articles([path])
    assert "Réunion à la mairie" in item.text
