import io

import pypdfium2
import pytest
from page_browser import report_of
from page_cases import made_meetings

from hoinghi.report.vietnamese import number

POINTS = 72 / 25.4
A4 = sorted((210 * POINTS, 297 * POINTS))
COUNT = 520


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    return report_of(tmp_path_factory.mktemp("page"), made_meetings(COUNT))


def printed(page):
    """Return the pages that come out of the printer."""
    pdf = page.pdf(prefer_css_page_size=True)
    return pypdfium2.PdfDocument(io.BytesIO(pdf))


def words(paper):
    return " ".join(paper.get_textpage().get_text_bounded().split())


def test_it_prints_on_a4_with_its_figures_and_its_whole_list(report, tab):
    page = report.open(tab)
    page.locator(".unfold").first.click()
    page.locator(".panel").wait_for()
    papers = printed(page)
    for paper in papers:
        assert sorted(paper.get_size()) == pytest.approx(A4, abs=2)
    texts = [words(paper) for paper in papers]
    whole = " ".join(texts)
    assert f"{number(report.figures.meetings)} hội nghị" in texts[0]
    assert report.figures.title in texts[0]
    counts = {number(count) for _, count in report.figures.kinds}
    assert counts <= set(texts[0].split())  # the charts are on the first page
    shown = page.locator(".unfold bdi").count()
    assert shown == 25  # on the screen again one page of the list
    lines = [text for text in texts if "Ngày Tên hội nghị Loại Địa bàn" in text]
    assert len(lines) > 10  # the head of the table repeats
    assert "Câu trong bài" in whole
    assert "Cách tính số liệu" in texts[-1]


def test_a_long_list_is_cut_on_paper_and_says_where_the_rest_is(report, tab):
    whole = " ".join(words(paper) for paper in printed(report.open(tab)))
    assert "Bản in có 500 hội nghị đầu của danh sách" in whole
    assert whole.count(" lần ") >= 500


def test_what_is_printed_is_what_was_filtered(report, tab):
    page = report.open(tab)
    page.check("[name=doubtful]")
    whole = " ".join(words(paper) for paper in printed(page))
    assert f"{COUNT // 10} hội nghị trong tổng số {COUNT}" in whole
    assert whole.count("Cần kiểm tra") >= COUNT // 10
    assert "Bản in có" not in whole


def test_controls_are_not_printed_and_paper_is_never_dark(report, tab):
    page = report.open(tab)
    page.emulate_media(media="print", color_scheme="dark")
    for control in ("nav", "#filters", "#paging", "summary"):
        assert not page.locator(control).first.is_visible()
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(255, 255, 255)"
    assert page.locator("svg.narrow").first.is_visible()
