"""PDF files: lines become paragraphs again, pages leave no trace, bad files say what to do."""

from __future__ import annotations

import io
import sys
import zlib

import pytest
from pdf_files import PICTURE, Text, set_text, write_pdf
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources import pdf, read_articles
from hoinghi.sources.pdf import read_pdf

HEADLINE = "Xã Tam Đại giao ban công tác quý I năm 2024"
FIRST = (
    "Sáng ngày 12/3/2024, Ủy ban nhân dân xã Tam Đại tổ chức hội nghị giao ban công tác quý I, "
    "triển khai nhiệm vụ trọng tâm quý II năm 2024. Ông Phan Đình Tuấn, Chủ tịch Ủy ban nhân dân "
    "xã, chủ trì hội nghị; cùng dự có bà Lê Thị Bích, Chủ tịch Hội Liên hiệp Phụ nữ xã."
)
SECOND = (
    "Theo báo cáo tại hội nghị, quý vừa qua xã đã gieo sạ 310 ha lúa đông xuân, trồng mới 12 ha "
    "rừng và hỗ trợ sinh kế cho 15 hộ nghèo theo Quyết định số 59/2023/QĐ-UBND của huyện."
)
THIRD = (
    "Phát biểu kết luận, ông Phan Đình Tuấn đề nghị các thôn rà soát số hộ còn khó khăn, báo cáo "
    "về Ủy ban nhân dân xã trước ngày 25/3 để kịp thời có phương án giúp đỡ bà con."
)
ARTICLE = [HEADLINE, FIRST, SECOND, THIRD]


def _read(data: bytes, **settings: object) -> Article:
    (article,) = read_pdf(io.BytesIO(data), "a.pdf", Settings(**settings))
    assert isinstance(article, Article)
    return article


def _paragraphs(pages: list[list[object]], **how: object) -> list[str]:
    return _read(write_pdf(pages, **how)).text.split("\n\n")


def _lines(*texts: str, y: float = 780, **how: object) -> list[Text]:
    return [Text(72, y - 16 * at, text, **how) for at, text in enumerate(texts)]


def _error(data: bytes, **settings: object) -> ReadError:
    with pytest.raises(ReadError) as caught:
        list(read_pdf(io.BytesIO(data), "a.pdf", Settings(**settings)))
    assert caught.value.source == "a.pdf"
    return caught.value


@pytest.mark.parametrize(
    "manner",
    [
        {"indent": 28},
        {"indent": 28, "justified": True},
        {"apart": 6},
        {"apart": 6, "justified": True},
        {"indent": 14, "columns": 2, "justified": True},
        {"apart": 8, "size": 10, "columns": 2},
    ],
)
def test_wrapped_lines_become_paragraphs_again(manner):
    assert _paragraphs(set_text(ARTICLE * 6, **manner)) == ARTICLE * 6


def test_pdf_files_are_found_by_their_extension(tmp_path):
    (tmp_path / "A.PDF").write_bytes(write_pdf(set_text(ARTICLE, apart=6), title=HEADLINE))
    (article,) = read_articles([tmp_path])
    assert article.title == HEADLINE
    assert article.published is None


@pytest.mark.parametrize("title", ["Microsoft Word - giao ban quy 1.docx", "hỏng \ud800 hẳn", ""])
def test_a_title_that_the_text_does_not_begin_with_is_none(title):
    assert _read(write_pdf(set_text(ARTICLE, apart=6), title=title)).title is None


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_turned_page_reads_the_same(rotate):
    turned = {
        0: lambda x, y: (x, y, "1 0 0 1"),
        90: lambda x, y: (595 - y / 1.5, x, "0 1 -1 0"),
        180: lambda x, y: (595 - x, 842 - y, "-1 0 0 -1"),
        270: lambda x, y: (y / 1.5, 842 - x, "0 -1 1 0"),
    }[rotate]
    pages = [
        [Text(*turned(t.x, t.y)[:2], t.text, 8, turn=turned(t.x, t.y)[2]) for t in page]
        for page in set_text(ARTICLE, apart=8)
    ]
    assert _paragraphs(pages, rotate=rotate) == ARTICLE


def test_a_paragraph_goes_on_across_pages_and_their_furniture():
    pages = set_text(ARTICLE * 16, indent=28, justified=True)
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        page.insert(0, Text(180, 812, "UBND xã Tam Đại - Báo cáo quý I", 9))
        page.append(Text(270, 40, f"Trang {number}/{len(pages)}", 9))
    assert _paragraphs(pages) == ARTICLE * 16


@pytest.mark.parametrize(
    "form", ["{}", "- {} -", "Trang {}", "Trang {} / 9", "{}/9", "Page {} of 9"]
)
def test_page_numbers_vanish_in_all_their_forms(form):
    pages = [
        [*_lines(f"Mục {word} bàn về 12 việc nhà nông."), Text(290, 40, form.format(at + 4))]
        for at, word in enumerate(["một", "hai", "ba"])
    ]
    assert _paragraphs(pages) == [page[0].text for page in pages]


def test_a_year_or_a_number_of_the_text_is_no_page_number():
    assert _paragraphs([_lines(FIRST[:70], "Báo cáo của xã.", "2024")])[-1] == "2024"


def test_what_a_browser_prints_around_a_page_vanishes():
    page = [
        Text(25, 820, "23/11/2026, 08:06", 8),
        Text(300, 820, HEADLINE, 8),
        *set_text(ARTICLE, apart=6)[0],
        Text(25, 15, "https://tamdai.example/tin/giao-ban", 8),
        Text(560, 15, "1/1", 8),
    ]
    assert _paragraphs([page]) == ARTICLE


def test_a_headline_that_later_pages_repeat_above_their_text_stays_once():
    pages = set_text([HEADLINE, *[FIRST, SECOND] * 12], apart=6)
    for page in pages[1:]:
        page.insert(0, Text(72, 815, HEADLINE, 9))
    assert _paragraphs(pages).count(HEADLINE) == 1


@pytest.mark.parametrize(
    ("one", "two", "whole"),
    [
        ("phát triển kinh tế-", "xã hội", "phát triển kinh tế-xã hội"),
        ("Nghị định số 59/2023/NĐ-", "CP nêu rõ", "Nghị định số 59/2023/NĐ-CP nêu rõ"),
        ("đoàn công tác của Singa-", "pore đến thăm", "đoàn công tác của Singapore đến thăm"),
        ("tổ chức hội ngh\u00ad", "ị tổng kết", "tổ chức hội nghị tổng kết"),
        ("phát triển kinh tế -", "xã hội", "phát triển kinh tế - xã hội"),
    ],
)  # fmt: skip
def test_hyphens_at_the_ends_of_lines(one, two, whole):
    assert _paragraphs([_lines(one, two)]) == [whole]


def test_a_larger_a_bold_and_a_centred_headline_stand_apart():
    body = _lines("hội nghị bàn về vụ đông xuân ở các thôn của xã", "và việc giúp hộ nghèo.", y=700)
    large = Text(72, 716, "Hội nghị giao ban của xã Tam Đại quý I năm 2024 bàn", 16)
    bold = Text(72, 716, "Hội nghị giao ban quý I của xã Tam Đại, huyện Phú", bold=True)
    opening = [Text(t.x, t.y, t.text.capitalize()) for t in body[:1]] + body[1:]
    for headline in (large, bold):
        assert len(_paragraphs([[headline, *opening]])) == 2
    centred = [Text(190, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"), Text(215, 764, "Độc lập - Tự do")]
    assert _paragraphs([[*centred, *set_text(ARTICLE, indent=28, top=740)[0]]])[:2] == [
        t.text for t in centred
    ]


def test_list_items_stand_apart_and_keep_their_hanging_lines():
    page = [
        Text(72, 780, "- Rà soát số hộ nghèo, hộ cận nghèo trên địa bàn các thôn, báo cáo"),
        Text(84, 764, "về Ủy ban nhân dân xã trước ngày 25/3;"),
        Text(72, 748, "\uf0b7 "), Text(90, 748, "Chuẩn bị giống cho vụ hè thu."),
        Text(72, 732, "1."), Text(108, 732, "Kiểm tra kênh mương nội đồng."),
    ]  # fmt: skip
    assert _paragraphs([page]) == [
        "- Rà soát số hộ nghèo, hộ cận nghèo trên địa bàn các thôn, báo cáo về Ủy ban nhân dân xã "
        "trước ngày 25/3;",
        "• Chuẩn bị giống cho vụ hè thu.",
        "1. Kiểm tra kênh mương nội đồng.",
    ]


def test_a_table_is_a_line_a_row_however_its_cells_were_written():
    rows = [
        ("STT", "Họ và tên", "Chức vụ"),
        ("1", "Lê Thị Bích", "Chủ tịch Hội"),
        ("2", "Võ Sơn", "Bí thư"),
    ]
    page = [
        Text(x, 780 - 16 * at, cell)
        for at, row in enumerate(rows)
        for x, cell in zip((72, 110, 220), row, strict=True)
    ]
    (table,) = _paragraphs([page])
    assert table == "STT | Họ và tên | Chức vụ\n1 | Lê Thị Bích | Chủ tịch Hội\n2 | Võ Sơn | Bí thư"


def test_a_letterhead_keeps_its_two_sides_apart():
    page = [
        Text(72, 780, "ỦY BAN NHÂN DÂN"), Text(270, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        Text(90, 764, "XÃ TAM ĐẠI"), Text(310, 764, "Độc lập - Tự do - Hạnh phúc"),
    ]  # fmt: skip
    assert _paragraphs([page]) == [
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "XÃ TAM ĐẠI | Độc lập - Tự do - Hạnh phúc"
    ]


def test_columns_written_line_by_line_are_read_one_after_the_other():
    (page,) = set_text([FIRST, SECOND, THIRD] * 5, size=11, indent=14, columns=2)
    left, right = ([t for t in page if (t.x > 290) == side] for side in (False, True))
    mixed = [t for pair in zip(left, right, strict=False) for t in pair]
    mixed += left[len(right):]  # fmt: skip
    assert len(right) > 10
    assert _paragraphs([mixed]) == [FIRST, SECOND, THIRD] * 5


def test_letters_come_out_composed_and_whole():
    pages = [_lines("Ho\u0323\u0302i nghi\u0323 \u0301ơ, \ufb01n\u200b xong")]
    assert _paragraphs(pages) == ["Hội nghị ớ, fin xong"]


def test_text_printed_twice_to_look_bold_is_read_once():
    page = [Text(72, 780, HEADLINE), Text(72.3, 780, HEADLINE)]
    assert _paragraphs([page]) == [HEADLINE]


def test_a_watermark_across_the_page_is_left_out():
    slanted = Text(150, 300, "BẢN SAO KHÔNG CÓ GIÁ TRỊ", 40, turn="0.7 0.7 -0.7 0.7")
    upright = Text(560, 300, "Mã số văn bản 0012", 8, turn="0 1 -1 0")
    assert _paragraphs([[slanted, *set_text(ARTICLE, apart=6)[0], upright]]) == ARTICLE


@pytest.mark.parametrize(
    "pages",
    [
        [[PICTURE]],
        [[PICTURE], [PICTURE, Text(400, 20, "Scanned by CamScanner", 8)]],
        [[Text(72, 780, FIRST)], [PICTURE], [PICTURE]],
    ],
)
def test_a_scan_without_text_fails_with_advice(pages):
    error = _error(write_pdf(pages))
    assert "without text" in error.problem
    assert "ocrmypdf -l vie" in error.advice


def test_a_page_of_pictures_among_pages_of_text_is_passed_over():
    pages = [*set_text(ARTICLE, apart=6), [PICTURE, Text(72, 30, "Ảnh 1")], []]
    assert _paragraphs(pages) == [*ARTICLE, "Ảnh 1"]


def test_blank_pages_are_no_scan_but_no_text_either():
    assert "no text" in _error(write_pdf([[], []])).problem


def test_letters_without_a_unicode_value_fail_instead_of_leaving_holes():
    error = _error(write_pdf(set_text(ARTICLE, apart=6), unnamed="ộịủ"))
    assert "which letters" in error.problem
    assert "--force-ocr" in error.advice


def _locked() -> bytes:
    packed = io.BytesIO()
    canvas = Canvas(packed, encrypt=StandardEncryption("bi mat"))
    canvas.drawString(72, 780, "Hop xa")
    canvas.save()
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "empty"),
        (b"<html>404</html>", "not a PDF"),
        (_locked(), "password"),
        (write_pdf(set_text(ARTICLE))[:600], "cut short"),
        (write_pdf([]), "damaged|0 pages"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"%%EOF", "damaged"),
    ],
)
def test_a_bad_file_fails_with_its_reason(data, problem):
    with pytest.raises(ReadError, match=problem):
        list(read_pdf(io.BytesIO(data), "a.pdf", Settings()))


def test_too_many_pages_letters_and_seconds_fail(monkeypatch):
    data = write_pdf(set_text(ARTICLE * 12, apart=6))
    assert "too long" in _error(data, max_characters=500).problem
    monkeypatch.setattr(pdf, "_SECONDS", 0.0)
    assert "seconds" in _error(data).problem
    monkeypatch.setattr(pdf, "_MOST_PAGES", 2)
    assert "pages" in _error(data).problem


def test_a_page_that_unpacks_to_gigabytes_is_refused():
    data = write_pdf([_lines(FIRST)])
    packed = zlib.compress(b"q Q " * 12_000_000, 9)
    bomb = b"99 0 obj\n<< /Filter /FlateDecode >>\nstream\n" + packed + b"\nendstream\nendobj\n"
    at = data.index(b"xref\n")
    assert "unpacks to far more" in _error(data[:at] + bomb + data[at:]).problem
    twice = bomb.replace(b"/FlateDecode", b"[/FlateDecode /FlateDecode]")
    assert "unpacks to far more" in _error(data[:at] + twice + data[at:]).problem
    picture = bomb.replace(b"<< ", b"<< /Subtype /Image ")
    assert _read(data[:at] + picture + data[at:]).text


def test_every_cut_of_a_file_gives_text_or_a_reason():
    data = write_pdf(set_text(ARTICLE, apart=6))
    for end in range(10, len(data), 97):
        try:
            assert _read(data[:end]).text
        except ReadError as error:
            assert error.advice  # noqa: PT017 - either is right


def test_many_lines_cost_no_square_of_their_number(grows_linearly):
    def read(text):
        lines = [
            Text(72 + 7 * (at % 50), 800 - 37 * (at % 19), piece or "x")
            for at, piece in enumerate(text.split("|"))
        ]
        _read(write_pdf([lines]), max_characters=sys.maxsize)

    grows_linearly(read, "họp xã|", size=4_000)
