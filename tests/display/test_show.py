import io
import re
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from hoinghi.display.page import page
from hoinghi.display.records import sections
from hoinghi.display.terminal import bracketed, show
from hoinghi.records import (
    Article,
    DateMention,
    Evidence,
    Meeting,
    Mention,
    OrganizationMention,
    Person,
    Place,
    PlaceMention,
    Position,
    Reading,
    Region,
)

TEXT = "Sáng 23/4, UBND xã Tam Đại <b>họp</b> & bàn. Bà Lê Thị Nháp nói \x1b[31m[đỏ].\nTin mới"
PLACE = Place(
    "Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam", "Xã", "xã", current_name=("Xã Phú Ninh",)
)


def at(surface):
    start = TEXT.index(surface)
    return start, start + len(surface)


@pytest.fixture
def reading():
    day = date(2024, 4, 23)
    ubnd = "Ủy ban nhân dân xã Tam Đại"
    return Reading(
        Article(TEXT, title="Họp <script>alert(1)</script>", source="bài.txt", published=day),
        body=TEXT,
        regions=(Region(*at("Tin mới"), "furniture"),),
        dates=(
            DateMention(
                *at("Sáng 23/4"),
                "Sáng 23/4",
                "2024-04-23TMO",
                "TIME",
                "day part",
                day,
                day,
                "published",
                "test",
            ),
        ),
        places=(PlaceMention(*at("xã Tam Đại"), "xã Tam Đại", PLACE, "text", "test"),),
        organizations=(
            OrganizationMention(*at("UBND xã Tam Đại"), "", ubnd, "UBND", "xã", PLACE, "test"),
        ),
        names=(Mention(*at("Lê Thị Nháp"), "PER", "", "Lê Thị Nháp", "test"),),
        people=(
            Person(
                "Lê Thị Nháp",
                "bà",
                (Position("Chủ tịch", "Chủ tịch", ubnd, former=True),),
                "phát biểu",
                (),
            ),
        ),
        meetings=(Meeting("họp", "họp", main=True, when="2024-04-23TMO", places=(PLACE,)),),
    )


def printed(reading, **options):
    console = Console(file=io.StringIO(), width=60, **options)
    show(reading, console)
    return console.file.getvalue()


def test_piped_text_keeps_its_lines_and_nests_brackets(reading):
    lines = printed(reading).split("\n")
    marked = "[DATE Sáng 23/4], [ORG UBND [LOC xã Tam Đại]] <b>họp</b> & bàn. Bà [PER Lê Thị Nháp]"
    assert any(line.startswith(marked) for line in lines)
    assert bracketed(reading).replace("[DATE ", "").count("\n") == TEXT.count("\n")


def test_records_stand_under_the_article(reading):
    output = printed(reading)
    assert "nguyên Chủ tịch – Ủy ban nhân dân xã Tam Đại" in output
    assert "- Từ ngày: 23/04/2024" in output
    assert output.index("Tin mới") < output.index("Cuộc họp\n") < output.index("Người\n")


def test_a_meeting_shows_what_it_was_read_from_and_how_far_to_trust_it(reading):
    day, body = at("Sáng 23/4"), at("UBND xã Tam Đại")
    read = (Evidence("when", *day, "sentence"), Evidence("hosts", *body, "before"))
    meeting = replace(reading.meetings[0], evidence=read, confidence=0.834)
    fields = dict(sections(replace(reading, meetings=(meeting,)))[0].rows)
    said = "thời gian: “Sáng 23/4”; đơn vị tổ chức: “UBND xã Tam Đại”"
    assert fields["Căn cứ trong bài"] == said
    assert fields["Độ tin cậy"] == "83%"


def test_no_escape_sequence_of_an_article_reaches_the_terminal(reading):
    assert "\x1b" not in printed(reading)
    coloured = printed(reading, force_terminal=True, color_system="standard", no_color=False)
    assert "\x1b[31m" not in coloured
    assert "\x1b[30;43mSáng 23/4\x1b[0m" in coloured


def test_the_inner_span_keeps_its_own_colour(reading):
    coloured = printed(reading, force_terminal=True, color_system="standard", no_color=False)
    assert "\x1b[30;106mUBND \x1b[0m\x1b[30;42mxã Tam Đại\x1b[0m" in coloured


def test_furniture_is_dimmed(reading):
    coloured = printed(reading, force_terminal=True, color_system="standard", no_color=False)
    assert "\x1b[2mTin mới\x1b[0m" in coloured


def test_sections_without_rows_are_left_out(reading):
    titles = [section.title for section in sections(reading)]
    assert titles == ["Cuộc họp", "Người", "Cơ quan, tổ chức", "Thời gian", "Địa danh"]
    assert sections(Reading(Article("Không có gì."))) == []


def test_the_page_escapes_everything_and_fetches_nothing(reading):
    html = page([reading])
    assert "<script" not in html
    assert "Họp &lt;script&gt;" in html
    assert "&lt;b&gt;họp&lt;/b&gt; &amp; bàn" in html
    assert not re.search(r"(?:src|href|url|@import)\s*[=(]", html)
    assert "\x1b" not in html


def test_the_page_nests_marks_with_vietnamese_labels(reading):
    html = page([reading])
    inner = f'<mark class="loc" title="Địa danh: {PLACE.name}">xã Tam Đại</mark></mark>'
    assert inner in html
    assert '<html lang="vi">' in html
    assert html.count("<mark") == html.count("</mark>")


def test_one_page_holds_several_articles(reading):
    html = page([reading, Reading(Article("Bài hai."))])
    assert html.count("<article>") == 2
    assert "<title>Tin hội nghị</title>" in html
