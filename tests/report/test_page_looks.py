import re
from itertools import pairwise

import pytest
from page_browser import report_of
from page_cases import made_meetings

TEXTS = (
    "body", "header .made", ".cards .more", ".cards .figure", "figcaption", "nav a", "summary",
    "#filters label", "#meetings thead button", "#meetings .unfold", "#meetings td", ".badge",
    ".panel dt", ".panel dd", ".panel mark", ".panel a", ".legend mark", "footer",
)  # fmt: skip
LETTERS_OF_CHARTS = "figure svg.wide text"
BARS = "figure svg.wide .mark-rect path"
BEHIND = """e => {
  const clear = /rgba\\(.*, 0\\)/;
  while (e && clear.test(getComputedStyle(e).backgroundColor)) e = e.parentElement;
  return getComputedStyle(e ?? document.body).backgroundColor;
}"""


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    return report_of(tmp_path_factory.mktemp("page"), made_meetings(40))


def luminance(colour):
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Return the contrast of two colours as WCAG 2 defines it, 1 to 21."""
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def colours(page, selector, kind="color"):
    """Return the colour of what is selected, and the one behind it."""
    element = page.locator(selector).first
    own = element.evaluate(f"e => getComputedStyle(e).{kind}")
    return own, element.evaluate(BEHIND)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_can_be_read_in_light_and_in_the_dark(report, tab, scheme):
    tab.page.emulate_media(color_scheme=scheme)
    page = report.open(tab)
    page.select_option("#paging [name=size]", "100")
    page.locator("tr:has(.badge) .unfold").first.click()
    page.locator(".panel").wait_for()
    weak = {text: pair for text in TEXTS if contrast(*(pair := colours(page, text))) < 4.5}
    assert weak == {}
    assert contrast(*colours(page, LETTERS_OF_CHARTS, "fill")) >= 4.5
    assert contrast(*colours(page, BARS, "fill")) >= 3


def test_the_dark_page_is_dark(report, tab):
    page = report.open(tab)
    light = colours(page, "body")
    bars = colours(page, BARS, "fill")
    page.emulate_media(color_scheme="dark")
    dark = colours(page, "body")
    assert luminance(light[1]) > 0.9
    assert luminance(dark[1]) < 0.05
    assert colours(page, BARS, "fill")[0] != bars[0]


def test_a_screen_reader_finds_its_way(report, tab):
    page = report.open(tab)
    assert page.get_attribute("html", "lang") == "vi"
    levels = page.locator("h1, h2, h3, h4").evaluate_all("all => all.map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    controls = page.locator("input, select, button").all()
    named = [control.evaluate("e => e.labels?.length > 0 || e.ariaLabel || e.textContent.trim()")
             for control in controls]  # fmt: skip
    assert all(named)
    drawn = page.locator("svg").evaluate_all("all => all.map(s => [s.role, s.ariaLabel])")
    assert all(role == "img" and len(label) > 20 for role, label in drawn)
    assert page.locator("#meetings th[scope=col][aria-sort]").count() == 8
    assert page.locator("#meetings tbody th[scope=row]").count() == 25
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Đến nội dung"
