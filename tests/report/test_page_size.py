import pytest
from page_browser import found, report_of
from page_cases import made_meetings

from hoinghi.report.page import meetings, writing

COUNT = 1_500


@pytest.fixture
def report(tmp_path, monkeypatch):
    whole = report_of(tmp_path, made_meetings(COUNT))
    room = whole.path.stat().st_size - 20_000
    monkeypatch.setattr(writing, "LARGEST", room)
    short = report_of(tmp_path, made_meetings(COUNT))
    assert short.path.stat().st_size <= room
    return short


def test_a_page_that_would_grow_too_large_leaves_the_oldest_sentences_out_and_says_so(report, tab):
    page = report.open(tab)
    assert found(page) == "1.500 hội nghị"
    assert "không kèm câu trích" in page.inner_text("#without-sentences")
    page.locator(".unfold").first.click()
    page.locator(".panel blockquote").wait_for()
    page.click("#paging [name=last]")
    page.locator(".unfold").last.click()
    page.locator(".panel", has_text="không kèm theo trang").wait_for()
    assert page.locator(".panel").last.locator("a").count() == 1  # its source is there


def test_more_meetings_than_a_page_can_hold_are_in_the_other_files(tmp_path, tab, monkeypatch):
    monkeypatch.setattr(meetings, "MOST", 20)
    page = report_of(tmp_path, made_meetings(30)).open(tab)
    assert found(page) == "20 hội nghị"
    assert "20 hội nghị mới nhất trong 30" in page.inner_text("#explore")
    assert page.locator(".cards .figure").first.inner_text() == "30"
