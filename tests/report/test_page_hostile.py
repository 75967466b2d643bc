"""Whatever articles, sources and names hold, it is only ever text on the page."""

import pytest
from page_browser import report_of
from page_cases import made_meetings

SCRIPT = "<script>alert(1)</script></script><img src=x onerror=alert(2)>"
TRICKS = (
    SCRIPT,
    "</script><script>alert(3)</script>",
    '"><svg onload=alert(4)>',
    "' onmouseover='alert(5)",
    "{{ 7*7 }} {% raw %} ${alert(6)}",
    "dòng một\u2028dòng hai\u2029dòng ba\x00\x1b[31m",
    "chữ \u202eđảo ngược\u202c và \u2066tách\u2069",
    "<!-- <script> <!--",
    "\ufeffchữ \u200bẩn\u200d",
    "A" * 5_000,
    "&lt;b&gt; &amp;amp; %3Cscript%3E",
    "\ufdfa\U0001f600 مرحبا",
)
SOURCES = (
    "javascript:alert(7)",
    "JaVaScRiPt:alert(8)",
    " javascript:alert(9)",
    "data:text/html,<script>alert(10)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "//evil.example/x",
    "C:\\bao\\tin.docx",
    'https://example.vn/"><script>alert(11)</script>',
    "http://example.vn/tin?a=1&b=2",
    "kho/bài 1.pdf#dòng 3",
    "",
)


def hostile(number, meeting):
    text, source = TRICKS[number], SOURCES[number]
    named = dict.fromkeys(("name", "type", "venue", "village", "unit_commune", "commune"), text)
    return meeting | named | {
        "unit_district": text, "unit_province": text, "current_commune": text, "cover": text,
        "day_part": text, "start_time": text, "hosts": [text], "chairs": [text], "titles": [text],
        "directives": [text], "topics": [text], "sentence": f"{text} {text}", "reasons": [text],
        "marks": [(0, len(text), "ORG"), (3, 10**9, "LOC"), (-5, 2, "PER"), (0, 2, "<b>")],
        "sources": [source, SOURCES[-2]],
    }  # fmt: skip


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    made = made_meetings(len(TRICKS))
    meetings = [hostile(number, meeting) for number, meeting in enumerate(made)]
    failed = [(source, text) for source, text in zip(SOURCES, TRICKS, strict=True)]
    return report_of(tmp_path_factory.mktemp("page"), meetings, failed=failed)


@pytest.fixture
def page(report, tab):
    opened = report.open(tab)
    opened.select_option("#paging [name=size]", "100")
    for summary in opened.locator("summary").all():
        summary.click()
    for button in opened.locator(".unfold").all():
        button.click()
    opened.locator(".panel").nth(len(TRICKS) - 1).wait_for()
    return opened


def test_nothing_of_an_article_runs_or_asks_for_anything(page, tab, report):
    page.fill("[name=words]", "<script>")
    page.wait_for_timeout(300)
    assert tab.dialogs == []
    assert tab.problems == []
    assert tab.requests == [report.path.as_uri()]


def test_no_article_puts_elements_on_the_page(page):
    inside = "main bdi *:not(mark), main img, main iframe, main [onload], main [onerror]"
    assert page.locator(inside).count() == 0
    assert page.evaluate("[...document.scripts].filter(s => s.text.includes('alert')).length") == 0
    assert page.locator("[onmouseover]").count() == 0


def test_markup_shows_as_it_was_written(page):
    shown = page.locator("#meetings .unfold bdi").all_text_contents()
    for trick in (SCRIPT, *TRICKS[1:5], TRICKS[7], TRICKS[10]):
        assert trick in shown
    assert f"{SCRIPT} {SCRIPT}" in page.locator(".panel blockquote").all_text_contents()


def test_nothing_turns_the_direction_of_the_page_or_hides_in_it(page):
    text = page.inner_text("body")
    assert not any(
        character in text for character in "\u202e\u202c\u2066\u2069\u2028\u2029\x00\x1b"
    )


def test_only_addresses_of_the_web_are_links(page):
    links = page.locator("main a").evaluate_all("all => all.map(a => a.protocol + a.rel)")
    assert set(links) == {"http:noopener noreferrer", "https:noopener noreferrer"}
    shown = page.inner_text("main")
    for source in SOURCES[:8]:
        assert source.strip() in shown


def test_a_huge_name_neither_breaks_the_table_nor_the_phone(page):
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    longest = max(map(len, page.locator("#meetings .unfold bdi").all_text_contents()))
    assert longest <= 600
