from datetime import date

import pytest
from page_browser import column, found, names, report_of
from page_cases import made_meetings
from playwright.sync_api import expect

from hoinghi.report.vietnamese import day as written

COUNT = 60


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    meetings = made_meetings(COUNT)
    for number, name in enumerate(
        ("Đảng bộ", "Dân vận", "Ấm no", "An ninh", "Ăn mừng", "đoàn kết")
    ):
        meetings[number]["name"] = name
    for number, people in enumerate((9, 10, 100, 0)):
        meetings[number]["people"] = people
    meetings[7]["village"] = "Thôn Xuân Quý"
    meetings[8]["topics"] = ["chuyển đổi số"]
    return report_of(tmp_path_factory.mktemp("page"), meetings)


@pytest.fixture
def page(report, tab):
    opened = report.open(tab)
    opened.select_option("#paging [name=size]", "100")
    return opened


def day(text):
    return date(*(int(part) for part in reversed(text.split("/"))))


def sort(page, name):
    page.click(f"#meetings th[data-column={name}] button")


def direction(page, name):
    return page.get_attribute(f"#meetings th[data-column={name}]", "aria-sort")


def test_the_newest_meetings_come_first_and_those_without_a_day_last(page):
    days = column(page, "day")
    known = [day(text) for text in days if text[0].isdecimal()]
    assert known == sorted(known, reverse=True)
    assert len(known) == COUNT - COUNT // 10
    assert all(text.startswith("Tháng ") for text in days[len(known) :])
    assert direction(page, "day") == "descending"


def test_days_sort_as_days(page):
    sort(page, "day")
    known = [day(text) for text in column(page, "day") if text[0].isdecimal()]
    assert direction(page, "day") == "ascending"
    assert known == sorted(known)
    assert not column(page, "day")[-1][0].isdecimal()


def test_names_sort_by_the_vietnamese_alphabet(page):
    sort(page, "name")
    shown = [name for name in names(page) if len(name) < 12]
    assert shown == ["An ninh", "Ăn mừng", "Ấm no", "Dân vận", "Đảng bộ", "Đoàn kết"]
    sort(page, "name")
    assert direction(page, "name") == "descending"
    assert [name for name in names(page) if len(name) < 12] == shown[::-1]


def test_numbers_sort_as_numbers(page):
    sort(page, "people")
    sort(page, "people")
    assert column(page, "people")[:3] == ["100", "10", "9"]
    assert column(page, "people")[-1] == ""


@pytest.mark.parametrize("name", ["kind", "place", "host", "chair", "directives"])
def test_texts_sort_both_ways_with_empty_cells_last(page, name):
    sort(page, name)
    up = [text for text in column(page, name) if text]
    compared = page.evaluate(
        "texts => [...texts].sort(new Intl.Collator('vi', {numeric: true}).compare)", up
    )
    assert up == compared
    assert len(set(up)) > 1
    sort(page, name)
    down = [text for text in column(page, name) if text]
    assert down == up[::-1]
    assert not any(column(page, name)[len(down) :])


def test_words_are_found_without_their_accents(page):
    page.fill("[name=words]", '"dang bo"')
    expect(page.locator("#found")).to_have_text(f"1 hội nghị trong tổng số {COUNT}")
    assert names(page) == ["Đảng bộ"]


def test_words_are_found_in_sentences_and_among_people_too(page, report):
    meeting = report.facts.meetings.iloc[-1]
    guests = meeting["sentence"].split(" đại biểu của các ")[1].split(" tham dự")[0]
    page.fill("[name=words]", f'"{guests}"')
    expected = sum(guests in sentence for sentence in report.facts.meetings["sentence"])
    expect(page.locator("#found")).to_have_text(f"{expected} hội nghị trong tổng số {COUNT}")
    page.fill("[name=words]", "nguyen thi anh")
    expect(page.locator("#found")).to_have_text(f"{COUNT} hội nghị")


@pytest.mark.parametrize("said", ["thon xuan quy", '"chuyen doi so"'])
def test_words_are_found_in_venues_and_topics(page, said):
    page.fill("[name=words]", said)
    expect(page.locator("#found")).to_have_text(f"1 hội nghị trong tổng số {COUNT}")


def test_words_are_found_in_titles_of_directives(page, report):
    page.fill("[name=words]", '"quy che giam sat va phan bien"')
    expected = sum("217-QĐ/TW" in ids for ids in report.facts.meetings["directives"])
    expect(page.locator("#found")).to_have_text(f"{expected} hội nghị trong tổng số {COUNT}")


def test_days_are_written_with_zeros_where_offices_write_them(page, report):
    known = [one for one in report.facts.meetings["start_date"] if one is not None]
    expected = {written(one) for one in known}
    assert {text for text in column(page, "day") if text[0].isdecimal()} == expected
    assert any(text[0] == "0" for text in expected)
    assert option(page, "month", "02/").startswith("02/20")


def option(page, name, start):
    texts = page.locator(f"#filters [name={name}] option").all_text_contents()
    return next(text for text in texts if text.startswith(start))


@pytest.mark.parametrize(
    ("name", "field", "value", "start"),
    [
        ("month", "month", "2024-05", "5/2024"),
        ("unit", "unit_commune", "Xã Quảng Phú", "Xã Quảng Phú, "),
        ("kind", "type", "hội thảo", "Hội thảo"),
    ],
)
def test_each_choice_leaves_its_meetings(page, report, name, field, value, start):
    expected = int((report.facts.meetings[field] == value).sum())
    chosen = option(page, name, start)
    assert chosen.endswith(f"({expected})")
    page.select_option(f"#filters [name={name}]", label=chosen)
    assert found(page) == f"{expected} hội nghị trong tổng số {COUNT}"
    page.click("text=Bỏ lọc")
    expect(page.locator("#found")).to_have_text(f"{COUNT} hội nghị")


def test_choices_hold_together(page, report):
    meetings = report.facts.meetings
    took = meetings["directives"].map(lambda ids: "05-CT/TW" in ids)
    both = took & meetings["reasons"].map(bool)
    page.select_option("#filters [name=directives]", label=option(page, "directives", "05-CT/TW"))
    assert found(page).startswith(f"{took.sum()} hội nghị trong")
    page.check("[name=doubtful]")
    assert found(page).startswith(f"{both.sum()} hội nghị trong")
    assert page.locator("#meetings .badge").count() == both.sum()


def test_where_nothing_fits_the_page_says_so(page):
    page.fill("[name=words]", "khongcogidau")
    page.wait_for_selector("#none")
    assert found(page) == f"0 hội nghị trong tổng số {COUNT}"


def test_pages_are_turned(page):
    page.select_option("#paging [name=size]", "25")
    assert len(names(page)) == 25
    seen = names(page)
    page.click("text=Sau")
    seen += names(page)
    page.fill("#paging [name=page]", "99")
    page.keyboard.press("Enter")
    seen += names(page)
    assert len(set(seen)) == COUNT
    assert page.input_value("#paging [name=page]") == "3"
    assert page.is_disabled("#paging [name=next]")


def test_a_row_unfolds_to_its_sentence_with_the_spans_marked(page, report):
    button = page.locator(".unfold").nth(5)
    name = button.inner_text().removeprefix("▸ ")
    meeting = next(row for row in report.facts.meetings.to_dict("records") if row["name"] == name)
    button.click()
    panel = page.locator(".panel")
    panel.wait_for()
    assert panel.locator("blockquote").inner_text() == meeting["sentence"]
    marked = panel.locator("blockquote mark").evaluate_all(
        "all => all.map(mark => [mark.textContent, mark.title])"
    )
    titles = {"DATE": "Thời gian", "ORG": "Cơ quan, tổ chức", "LOC": "Địa danh", "PER": "Người"}
    assert sorted(marked) == sorted(
        [meeting["sentence"][start:end], titles[label]] for start, end, label in meeting["marks"]
    )
    assert set(panel.locator(".legend li").all_inner_texts()) == set(titles.values())
    assert panel.locator("a").get_attribute("href") == meeting["sources"][0]
    assert f"ông {meeting['chairs'][0]}" in panel.inner_text()
    button.click()
    assert panel.count() == 0
    assert button.get_attribute("aria-expanded") == "false"


def test_unfolded_rows_stay_so_when_the_order_changes(page):
    name = page.locator(".unfold").nth(2).inner_text().removeprefix("▸ ")
    page.locator(".unfold").nth(2).click()
    page.locator(".panel").wait_for()
    sort(page, "name")
    line = page.locator("tr", has=page.locator("[aria-expanded=true]"))
    assert name in line.inner_text()
    assert line.locator("xpath=following-sibling::tr[1]").get_attribute("class") == "details"


def test_everything_can_be_done_with_the_keyboard(page):
    page.focus("#filters [name=doubtful]")
    page.keyboard.press("Space")
    assert found(page).startswith(f"{COUNT // 10} hội nghị trong")
    page.focus("#meetings th[data-column=name] button")
    page.keyboard.press("Enter")
    assert direction(page, "name") == "ascending"
    first = page.locator(".unfold").first
    first.focus()
    assert first.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.locator(".panel").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "A"


def test_spans_that_cross_nest_or_lie_behind_strange_letters_are_marked_whole(tmp_path, tab):
    meeting = made_meetings(1)[0]
    meeting["sentence"] = "𝐁áo 😀 cáo: Ủy ban xã Phú Mỹ họp"
    spans = ("Ủy ban xã", "ORG"), ("xã Phú Mỹ", "LOC"), ("Phú", "PER")
    at = meeting["sentence"].index
    meeting["marks"] = [(at(text), at(text) + len(text), label) for text, label in spans]
    page = report_of(tmp_path, [meeting]).open(tab)
    page.click(".unfold")
    quote = page.locator(".panel blockquote")
    quote.wait_for()
    assert quote.inner_text() == meeting["sentence"]
    pieces = quote.locator("mark").evaluate_all("all => all.map(m => [m.textContent, m.title])")
    assert pieces == [
        ["Ủy ban xã", "Cơ quan, tổ chức"],
        ["xã", "Địa danh"],
        [" Phú Mỹ", "Địa danh"],
        ["Phú", "Người"],
    ]


def test_communes_follow_the_province_that_was_chosen(tmp_path, tab):
    meetings = made_meetings(20)
    for meeting in meetings[:5]:
        meeting |= {"unit_province": "Tỉnh Lâm Đồng", "unit_commune": "Xã Gia Hiệp"}
    page = report_of(tmp_path, meetings).open(tab)
    page.select_option("#filters [name=province]", label=option(page, "province", "Tỉnh Lâm Đồng"))
    assert found(page) == "5 hội nghị trong tổng số 20"
    units = page.locator("#filters [name=unit] option").all_text_contents()
    assert units[0] == "Tất cả"
    assert all(unit.startswith("Xã Gia Hiệp, ") for unit in units[1:])
