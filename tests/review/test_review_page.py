"""The page in a real browser, as an analyst uses it: by keys."""

import json
import urllib.request

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from playwright.sync_api import expect
from review_cases import HOSTILE, TOKEN

from hoinghi.corrections import Store, refresh
from hoinghi.tables import SCHEMAS

PLACE = "Xã Tam Dân, Huyện Phú Ninh, Tỉnh Quảng Nam"
MEETING = "Hội nghị tổng kết công tác Mặt trận"


@pytest.fixture
def open_page(tab):
    """Return a call that opens a review in the tab and waits for its first row."""

    def call(address, page=None):
        page = page or tab.page
        page.goto(f"{address}/?token={TOKEN}")
        page.wait_for_selector("#form .field")
        return page

    yield call
    own = [p for p in tab.problems if "409" not in p and "422" not in p]
    assert own == []
    assert tab.dialogs == []
    assert all(url.startswith("http://127.0.0.1:") for url in tab.requests)


def decisions(out):
    return Store(out).read().decisions


def idle(page):
    """Wait until the page listens to keys again: while a row comes or goes it does not."""
    page.locator("body[aria-busy=false]").wait_for()


def until(page, text):
    page.get_by_text(text).first.wait_for()
    idle(page)


def go_to(page, words):
    """Walk down to a row by keys."""
    for _ in range(10):
        name = page.locator("#list [aria-current=true] .name").inner_text()
        if words in name:
            return
        page.keyboard.press("j")
        expect(page.locator("#list [aria-current=true] .name")).not_to_have_text(name)
        idle(page)
    raise AssertionError(words)


def test_the_token_does_not_stay_in_the_address(address, open_page):
    page = open_page(address)
    assert page.url == f"{address}/"
    page.reload()
    page.wait_for_selector("#form .field")


def test_a_whole_correction_by_keyboard_alone(address, open_page, out):
    page = open_page(address)
    assert page.locator("#counts").inner_text() == "Đã xem 0, còn lại 3"
    go_to(page, MEETING)
    page.keyboard.press("e")  # the field to look at: the day lacks its year
    assert page.evaluate("document.activeElement.name") == "day"
    page.keyboard.press("End")
    page.keyboard.type("/2024")
    page.locator("#field-venue").focus()
    page.keyboard.press("Alt+m")
    page.keyboard.press("Alt+t")
    page.locator("#field-place").focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("tam dan, phu ninh")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert (
        page.locator("#field-place").input_value() == "Xã Tam Dân, Huyện Phú Ninh, Tỉnh Quảng Nam"
    )
    assert "Máy đọc: Xã Tam Đại" in page.locator(".field[data-field=place]").inner_text()
    page.keyboard.press("Control+Enter")
    expect(page.locator("#counts")).to_have_text("Đã xem 1, còn lại 2")
    (decision,) = decisions(out)
    assert {name: change.after for name, change in decision.fields.items()} == {
        "when": "2024-03-12TMO",
        "place": PLACE,
    }
    refresh(out)
    rows = pq.read_table(out / "parquet" / "meetings.parquet").to_pylist()
    (row,) = [row for row in rows if row["name"] == MEETING]
    assert (str(row["start_date"]), row["commune"]) == ("2024-03-12", "Xã Tam Dân")


def test_rows_are_accepted_rejected_and_given_back_by_a_key_each(address, open_page, out):
    page = open_page(address)
    page.keyboard.press("a")
    until(page, "Đã xem 1, còn lại 2")
    page.keyboard.press("r")
    until(page, "Đã xem 2, còn lại 1")
    page.keyboard.press("r")
    until(page, "Không còn dòng nào cần duyệt ở đây.")
    assert [d.action for d in decisions(out)] == ["accept", "reject", "reject"]
    page.keyboard.press("f")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")  # all
    page.keyboard.press("ArrowDown")  # those decided on
    page.keyboard.press("Escape")
    expect(page.locator("#list button")).to_have_count(3)
    page.keyboard.press("j")
    expect(page.locator("#state")).to_contain_text("Đã loại – An")
    idle(page)
    page.keyboard.press("u")
    until(page, "Đã xem 2, còn lại 1")
    assert decisions(out)[-1].action == "withdraw"
    assert decisions(out)[-1].target == decisions(out)[1].target


def test_marked_words_are_taken_into_the_field_with_their_place(address, open_page, out):
    page = open_page(address)
    go_to(page, MEETING)
    page.keyboard.press("e")
    page.keyboard.press("Alt+m")
    assert page.evaluate("getSelection().toString()") == "Sáng 12/3"
    page.locator("#field-name").focus()
    page.evaluate(
        """() => {
          const walker = document.createTreeWalker(document.getElementById("text"), 4);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf("phát biểu");
            if (at < 0) continue;
            getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 9);
            return;
          }
        }"""
    )
    page.keyboard.press("Alt+t")
    expect(page.locator("#field-name")).to_have_value("phát biểu")
    page.keyboard.press("Control+Enter")
    until(page, "Đã xem 1, còn lại 2")
    (decision,) = decisions(out)
    change = decision.fields["name"]
    rows = pq.read_table(out / "parquet" / "documents.parquet").to_pylist()
    text = next(r["text"] for r in rows if r["document_id"] == decision.target.document_id)
    assert text[change.start : change.end] == "phát biểu"


def test_words_go_into_the_part_of_the_day_that_is_asked_for_alone(address, open_page):
    page = open_page(address)
    go_to(page, MEETING)
    for name in ("until", "time"):  # of "Sáng 12/3"
        page.locator("#field-day").fill("11/3/2024")
        page.locator("#field-part").select_option("chiều")
        page.locator(f"#field-{name}").focus()
        page.keyboard.press("Alt+m")
        page.keyboard.press("Alt+t")
        until(page, {"until": "Đã đưa vào ô Đến ngày", "time": "không có giờ"}[name])
        expect(page.locator("#field-day")).to_have_value("11/3/2024")
        expect(page.locator("#field-until")).to_have_value("12/3")
        expect(page.locator("#field-part")).to_have_value("chiều")
    page.locator("#field-part").focus()
    page.keyboard.press("Alt+m")
    page.keyboard.press("Alt+t")
    expect(page.locator("#field-part")).to_have_value("sáng")
    expect(page.locator("#field-day")).to_have_value("11/3/2024")


def test_what_cannot_be_is_said_at_its_field_and_nothing_is_lost(address, open_page, out):
    page = open_page(address)
    go_to(page, MEETING)
    page.keyboard.press("e")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("31/2/2024")
    page.keyboard.press("Control+Enter")
    until(page, "Không có ngày “31/2/2024” trong lịch")
    assert page.evaluate("document.activeElement.name") == "day"
    page.keyboard.press("Escape")
    page.keyboard.press("j")  # stays: something is not stored
    until(page, "Có thay đổi chưa lưu")
    assert page.locator("#field-day").input_value() == "31/2/2024"
    page.keyboard.press("Escape")
    expect(page.locator("#field-day")).to_have_value("12/3")
    assert decisions(out) == ()


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


def test_a_hostile_article_is_only_ever_text(address, open_page, tab):
    page = open_page(address)
    go_to(page, "Hội nghị tổng kết phong trào")
    text = page.locator("#text")
    assert "<script>alert(1)</script> 😀 Hội Nông dân" in text.inner_text()
    assert page.locator("main script, main img, nav img, #side img").count() == 0
    assert page.locator("#field-name").input_value().count("<img src=x onerror=alert(2)>") == 1
    shown = text.text_content()
    assert "\u202e" in HOSTILE
    assert not {"\u202e", "\u202c", "\u0007"} & set(shown)
    # The emoji is one character of the article and two of the page: marks still fit.
    marks = page.locator("#text mark.PER").all_inner_texts()
    assert marks == ["Phan Tấn Hào"]


def test_help_and_filters_work_by_keyboard(address, open_page):
    page = open_page(address)
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()
    page.locator("#reason").select_option("no-place")
    expect(page.locator("#list button")).to_have_count(1)
    expect(page.locator("#list")).to_contain_text("thi đua sản xuất giỏi")


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1366, 768), (1024, 700)])
def test_nothing_is_cut_off_on_a_laptop(address, open_page, tab, width, height):
    tab.page.set_viewport_size({"width": width, "height": height})
    page = open_page(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for button in ("accept", "save", "reject", "withdraw"):
        box = page.locator(f"#{button}").bounding_box()
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= height


def test_a_dark_screen_is_dark(address, open_page, tab):
    tab.page.emulate_media(color_scheme="dark")
    page = open_page(address)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(map(int, ground.removeprefix("rgb(").removesuffix(")").split(","))) < 60


@pytest.fixture
def unsure(out):
    """Make the machine unsure of a person."""
    path = out / "parquet" / "people.parquet"
    rows = pq.read_table(path).to_pylist()
    for row in rows:
        row["confidence"] = 0.4 if row["name"] == "Đoàn Ngọc Khiêm" else 0.95
    pq.write_table(pa.Table.from_pylist(rows, schema=SCHEMAS["people"]), path)


def test_a_person_is_corrected_with_their_posts_by_keyboard(unsure, address, open_page, out):
    page = open_page(address)
    go_to(page, "Đoàn Ngọc Khiêm")
    expect(page.locator("#reasons")).to_contain_text("Đại biểu chưa chắc chắn")
    expect(page.locator("#reasons")).to_contain_text(f"Dự: {MEETING}")
    assert page.locator("#text mark.own").all_inner_texts() == ["Đoàn Ngọc Khiêm"]
    posts = page.locator(".post")
    expect(posts).to_have_count(2)  # the one that was read, and room for one more
    assert posts.first.locator("[name=title]").input_value() == "Bí thư"
    posts.last.locator("[name=title]").focus()
    page.keyboard.type("Chủ tịch")
    expect(posts).to_have_count(3)
    page.keyboard.press("Tab")
    page.keyboard.press("Alt+m")  # the bodies of the article
    page.keyboard.press("Alt+t")
    body = "Ủy ban Mặt trận Tổ quốc Việt Nam xã Tam Đại"
    expect(posts.nth(1).locator("[name=organization]")).to_have_value(body)
    page.keyboard.press("Control+Enter")
    until(page, "Đã xem 1, còn lại 3")
    refresh(out)
    rows = pq.read_table(out / "parquet" / "positions.parquet").to_pylist()
    found = [(row["title"], row["organization"]) for row in rows if "Khiêm" in row["name"]]
    assert found == [("Bí thư", "Đảng ủy xã Tam Đại"), ("Chủ tịch", body)]
