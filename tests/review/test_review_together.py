"""The page where several decide at once, and where keys come before answers."""

import json
import urllib.request

import pytest
from playwright.sync_api import expect
from review_cases import MEETING, TOKEN, decisions, go_to, until


def test_of_two_pages_the_slower_sees_both_and_decides_again(
    address, second, open_page, browser, out
):
    mine = open_page(address)
    yours = open_page(second, browser.new_context().new_page())
    yours.set_default_timeout(10_000)
    for page, year in ((mine, "/2024"), (yours, "/2023")):
        go_to(page, MEETING)
        page.keyboard.press("e")
        page.keyboard.press("End")
        page.keyboard.type(year)
    mine.keyboard.press("Control+Enter")
    until(mine, "Đã xem 1, còn lại 2")
    yours.keyboard.press("Control+Enter")
    until(yours, "An vừa quyết định “Đã sửa”")
    shown = yours.locator("#conflict").inner_text()
    assert "12/3/2024" in shown
    assert "12/3/2023" in shown
    assert yours.locator("#field-day").input_value() == "12/3/2023"
    assert len(decisions(out)) == 1
    yours.keyboard.press("Control+Enter")
    until(yours, "Đã xem 1, còn lại 2")
    assert [(d.who, d.fields["when"].after) for d in decisions(out)] == [
        ("An", "2024-03-12TMO"),
        ("Bình", "2023-03-12TMO"),
    ]
    yours.context.close()


@pytest.fixture
def other(second, out):
    """Return a call by which Bình decides on a row, from another program."""

    def call(words, action, **form):
        port = second.rpartition(":")[2]
        headers = {"origin": second, "cookie": f"hoinghi-{port}={TOKEN}"}

        def ask(path, body=None):
            request = urllib.request.Request(second + path, body, headers)  # noqa: S310
            with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
                return json.load(answer)

        rows = ask("/api/items")["items"]
        number = next(n for n, row in enumerate(rows) if words in row["name"])
        item = ask(f"/api/items/{number}")
        given = {"action": action, "version": item["version"], "form": {**item["form"], **form}}
        ask(f"/api/items/{number}", json.dumps(given).encode())

    return call


def held(page, pattern):
    """Hold the page's requests of an address back; return a call that lets them go."""
    waiting, free = [], []
    page.route(pattern, lambda route: route.continue_() if free else waiting.append(route))

    def let_go():
        """Let them go; return their methods."""
        free.append(True)
        for route in waiting:
            route.continue_()
        return [route.request.method for route in waiting]

    return let_go


def test_after_a_conflict_a_key_stores_what_is_seen(address, other, open_page, out):
    page = open_page(address)
    page.evaluate(
        "Object.defineProperty(document, 'hidden', {value: true})"
    )  # nothing is caught up
    go_to(page, MEETING)
    other(MEETING, "correct", day="4/3/2024")
    page.keyboard.press("a")
    until(page, "Bình vừa quyết định “Đã sửa”")
    assert page.locator("#field-day").input_value() == "12/3"
    page.keyboard.press("a")
    until(page, "Đã xem 1, còn lại 2")
    assert [(d.who, d.action, dict(d.fields)) for d in decisions(out)[1:]] == [
        ("An", "accept", {})  # as the machine read it, which is what the form showed
    ]


def test_after_a_conflict_escape_takes_what_the_other_stored(address, other, open_page):
    page = open_page(address)
    page.evaluate("Object.defineProperty(document, 'hidden', {value: true})")
    go_to(page, MEETING)
    other(MEETING, "correct", day="4/3/2024")
    page.keyboard.press("a")
    until(page, "Bình vừa quyết định “Đã sửa”")
    page.keyboard.press("Escape")
    expect(page.locator("#field-day")).to_have_value("4/3/2024")
    expect(page.locator("#conflict")).to_be_hidden()


def test_a_filter_does_not_drop_what_is_typed(address, open_page):
    page = open_page(address)
    go_to(page, MEETING)
    page.locator("#field-venue").fill("Hội trường lớn")
    page.locator("#reason").select_option("no-place")
    until(page, "Có thay đổi chưa lưu")
    expect(page.locator("#reason")).to_have_value("")
    expect(page.locator("#field-venue")).to_have_value("Hội trường lớn")


def test_what_is_typed_while_a_row_is_fetched_is_kept(address, other, open_page):
    page = open_page(address)
    go_to(page, MEETING)
    name = page.locator("#list [aria-current=true] .name").inner_text()
    asked = "**/api/items/*"
    let_go = held(page, asked)
    with page.expect_request(asked):  # somebody else's decision is fetched
        other(MEETING, "correct", day="4/3/2024")
    page.locator("#field-venue").fill("Hội trường lớn")
    let_go()
    until(page, "khi lưu, trang sẽ hiện cả hai bản để bạn so sánh")
    expect(page.locator("#field-venue")).to_have_value("Hội trường lớn")
    expect(page.locator("#list [aria-current=true] .name")).to_have_text(name)


def test_no_key_decides_on_a_row_that_is_about_to_go(address, open_page, out):
    page = open_page(address)
    asked = "**/api/items/*"
    let_go = held(page, asked)
    with page.expect_request(asked):
        page.keyboard.press("j")
    page.keyboard.press("r")
    name = page.locator("#list [aria-current=true] .name").inner_text()
    assert let_go() == ["GET"]
    expect(page.locator("#list [aria-current=true] .name")).not_to_have_text(name)
    assert decisions(out) == ()


def test_what_somebody_else_decides_appears_without_a_reload(address, second, open_page, browser):
    page = open_page(address)
    other = open_page(second, browser.new_context().new_page())
    go_to(other, MEETING)
    other.keyboard.press("a")
    until(page, "Đã xem 1, còn lại 2")
    until(page, "đúng · Bình")
    other.context.close()
