import re
from urllib.parse import urlsplit

import pytest
from page_browser import report_of
from page_cases import made_meetings, undated

from hoinghi.report.columns import MONTHS, PLACES
from hoinghi.report.vietnamese import number

FAILED = [("bai-hong.pdf", "bai-hong.pdf: is encrypted; save it without a password")]


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    return report_of(tmp_path_factory.mktemp("page"), made_meetings(300), failed=FAILED)


def test_the_page_opens_offline_without_errors_and_asks_for_nothing(report, tab):
    report.open(tab)
    assert tab.problems == []
    assert tab.requests == [report.path.as_uri()]


def test_the_page_forbids_itself_every_request(report):
    html = report.path.read_text(encoding="utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)[1]
    assert policy.startswith("default-src &#39;none&#39;")
    assert "unsafe" not in policy
    assert '<meta http-equiv="x-dns-prefetch-control" content="off">' in html
    assert not re.search(r'<(?:link|script|img|iframe)[^>]+(?:src|href)="(?!data:)', html)


def test_a_page_of_three_hundred_meetings_is_small(report):
    assert report.path.stat().st_size < 500_000


def test_the_cards_show_the_key_figures(report, tab):
    page = report.open(tab)
    figures = report.figures
    shown = page.locator(".cards .figure").all_inner_texts()
    expected = (
        figures.meetings, figures.days, figures.communes, figures.provinces, figures.hosts,
        figures.people, figures.directives, figures.meetings_to_check,
    )  # fmt: skip
    assert shown == [number(value) for value in expected]
    assert page.inner_text("#found") == f"{number(figures.meetings)} hội nghị"


def test_all_lines_of_the_front_sheet_stand_on_the_page(report, tab):
    page = report.open(tab)
    page.click("text=Tất cả số liệu chính")
    rows = page.locator("table.lines tr").all()
    told = tuple((row.locator("th").inner_text(), row.locator("td").inner_text()) for row in rows)
    assert told == report.figures.lines()


@pytest.mark.parametrize("slug", [MONTHS, PLACES])
def test_the_pivot_tables_show_the_numbers_of_their_sheets(report, tab, slug):
    page = report.open(tab)
    sheet = report.sheets[slug]
    table = page.locator(f"section[aria-labelledby={slug}] table")
    shown = [row.locator(".integer").all_text_contents() for row in table.locator("tr").all()[1:]]
    counted = [column.name for column in sheet.columns if column.kind == "integer"]
    assert shown == [[number(row[name]) for name in counted]
                     for row in sheet.frame.to_dict("records")]  # fmt: skip


def test_the_charts_show_the_numbers_of_the_key_figures(report, tab):
    page = report.open(tab)
    for title, counts in (
        ("Số hội nghị theo loại", report.figures.kinds),
        ("Tổ chức có nhiều hội nghị nhất", report.figures.top_bodies),
    ):
        figure = page.locator("figure", has=page.locator("figcaption", has_text=title))
        letters = figure.locator("svg.wide text").all_text_contents()
        assert [number(count) for _, count in counts] == letters[len(counts) :]
        described = figure.locator("svg.wide").get_attribute("aria-label")
        assert all(f"{name}: {number(count)}" in described for name, count in counts)


def test_articles_that_could_not_be_read_are_listed(report, tab):
    page = report.open(tab)
    assert "bai-hong.pdf: is encrypted" in page.inner_text(
        "section[aria-labelledby=khong-doc-duoc]"
    )


def test_a_report_of_nothing_says_so(tmp_path, tab):
    report = report_of(tmp_path, [], failed=FAILED)
    page = report.open(tab)
    assert page.inner_text("#empty") == report.figures.empty != ""
    assert page.locator("#meetings, svg, .cards").count() == 0
    assert "bai-hong.pdf" in page.inner_text("main")
    assert tab.problems == []


def test_meetings_of_which_nothing_is_known_have_a_page_too(tmp_path, tab):
    bare = undated(made_meetings(1)[0]) | dict.fromkeys(
        ("name", "type", "month", "when_text", "day_part", "start_time", "venue", "commune",
         "district", "province", "current_commune", "current_province", "unit_commune",
         "unit_district", "unit_province", "unit_code", "cover", "level")
    ) | {"hosts": [], "chairs": [], "directives": [], "topics": [], "people": 0, "sentence": "",
         "marks": []}  # fmt: skip
    page = report_of(tmp_path, [bare]).open(tab)
    assert page.inner_text("#meetings .unfold") == "Hội nghị chưa rõ tên"
    page.click("#meetings .unfold")
    assert "Chưa xác định được câu" in page.inner_text(".panel")
    assert tab.problems == []


def test_without_scripts_the_figures_remain_and_the_page_says_where_the_list_is(report, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report.path.as_uri())
    assert page.locator(".cards .figure").first.inner_text() == "300"
    assert page.locator("svg.wide").first.is_visible()
    assert "hoi-nghi.csv" in page.inner_text("noscript")
    context.close()


def test_a_phone_reads_the_page_without_moving_it_sideways(report, tab):
    page = report.open(tab, width=390, height=844)
    page.locator(".unfold").first.click()
    page.wait_for_selector(".panel")
    for summary in page.locator("summary").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("svg.narrow").first.is_visible()
    assert not page.locator("svg.wide").first.is_visible()
    assert page.locator("#filters select[name=sort]").is_visible()


def test_links_go_only_to_the_sources_and_to_places_on_the_page(report, tab):
    page = report.open(tab)
    page.locator(".unfold").first.click()
    page.wait_for_selector(".panel")
    links = page.locator("a").evaluate_all("all => all.map(a => [a.getAttribute('href'), a.rel])")
    outward = [(href, rel) for href, rel in links if not href.startswith("#")]
    assert outward
    assert all(urlsplit(href).scheme == "https" for href, _ in outward)
    assert all(rel == "noopener noreferrer" for _, rel in outward)
    inward = [href for href, _ in links if href.startswith("#")]
    assert all(page.locator(href).count() == 1 for href in inward)
