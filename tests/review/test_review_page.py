"""The page in a real browser, as an analyst uses it: by keys."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from playwright.sync_api import expect
from review_cases import HOSTILE, MEETING, PLACE, decisions, go_to, idle, until

from hoinghi.corrections import refresh
from hoinghi.tables import SCHEMAS


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
