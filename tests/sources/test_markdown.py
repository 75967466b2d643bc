"""Markdown: its marks are gone, its text and order stay."""

from __future__ import annotations

import io
from datetime import date

import pytest

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources import read_articles
from hoinghi.sources.markdown import read_markdown


def _read(text: str) -> Article:
    (article,) = read_markdown(io.BytesIO(text.encode()), "a.md", Settings())
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("name", ["a.md", "b.markdown"])
def test_markdown_is_found_by_its_extension(tmp_path, name):
    (tmp_path / name).write_text("# Họp xã\n\n**Sáng** 12/3", encoding="utf-8")
    (article,) = read_articles([tmp_path])
    assert (article.title, article.text) == ("Họp xã", "Họp xã\n\nSáng 12/3")


def test_the_first_heading_of_level_one_is_the_title_and_stays():
    article = _read("Tin xã\n\n## Mục\n\nXã *Tam Đại* giao ban\n====\n\n# Khác\n\nHết.")
    assert article.title == "Xã Tam Đại giao ban"
    assert article.text == "Tin xã\n\nMục\n\nXã Tam Đại giao ban\n\nKhác\n\nHết."


def test_lists_keep_their_marks_on_lines_of_their_own():
    text = _read("Dự có:\n\n1. Ông Bình\n2. Bà Hoa\n   - Chủ tịch Hội\n\n* Khách\n").text
    assert text == "Dự có:\n\n1. Ông Bình\n2. Bà Hoa\n- Chủ tịch Hội\n\n* Khách"


def test_items_with_blank_lines_between_keep_mark_and_text_together():
    assert _read("1. Một\n\n2. Hai\n\n   Thêm\n").text == "1. Một\n\n2. Hai\n\nThêm"


def test_a_table_is_a_line_a_row():
    text = _read("Trước\n\n| STT | Tên |\n|---|:-:|\n| 1 | **Hoa** |\n| 2 | |\n\nSau").text
    assert text == "Trước\n\nSTT | Tên\n1 | Hoa\n2\n\nSau"


def test_quotes_links_code_and_breaks_are_plain_text():
    text = _read("> Lời ông [Bình](http://a.vn)\n> nói\n\n`59/2023/NĐ-CP` a\\_b &amp; c").text
    assert text == "Lời ông Bình\nnói\n\n59/2023/NĐ-CP a_b & c"
    assert _read("```\n# giữ **nguyên**\n```").text == "# giữ **nguyên**"


def test_a_picture_leaves_its_caption_and_nothing_where_it_has_none():
    assert _read("![Quang cảnh hội nghị](a.jpg)").text == "Quang cảnh hội nghị"
    assert _read('![a](a.jpg "Đại biểu dự hội nghị")').text == "Đại biểu dự hội nghị"
    assert _read("Họp ![IMG_2034.jpg](a.jpg)").text == "Họp"


def test_tags_are_gone_and_scripts_with_what_is_in_them():
    text = _read(
        "Xã <b>Tam Đại</b><br>họp\n\n<div><p>Một</p><script>x()</script><!-- y -->Hai</div>"
    )
    assert text.text == "Xã Tam Đại\nhọp\n\nMột\nHai"


def test_front_matter_gives_title_day_author_and_site():
    article = _read(
        '---\ntitle: "Xã Tam Đại giao ban"\ndate: 2024-03-12T08:00:00+07:00\nauthor: Mai Lan\n'
        "tags: [a, b]\nurl: https://www.tamdai.example/tin/1\n---\nSáng 12/3, xã họp.\n"
    )
    assert article == Article(
        text="Xã Tam Đại giao ban\n\nSáng 12/3, xã họp.",
        title="Xã Tam Đại giao ban",
        published=date(2024, 3, 12),
        source="a.md",
        site="tamdai.example",
        author="Mai Lan",
    )


def test_a_title_of_the_front_matter_is_not_written_twice():
    article = _read("---\ntitle: Xã Tam Đại giao ban\n---\n\n# Xã Tam Đại giao ban\n\nHọp.")
    assert article.text == "Xã Tam Đại giao ban\n\nHọp."


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("title: [a, b]", None),
        ("title: &x !!python/object:os.system ls", None),
        ("title: |", None),
        ("  title: lùi vào", None),
        ("title:", None),
        ("Title: Họp", "Họp"),
        ("title: 'Họp: xã'\ntitle: khác", "Họp: xã"),
    ],
)
def test_only_plain_values_of_the_front_matter_are_read(lines, title):
    assert _read(f"---\n{lines}\n---\nHọp xã").title == title


def test_a_line_above_the_text_is_no_front_matter():
    assert _read("---\nSáng 12/3, xã họp.\n\nHết: vui").text == "Sáng 12/3, xã họp.\n\nHết: vui"
    assert _read("Họp xã\n\n---\ndate: 2024-03-12\n---\n").published is None


@pytest.mark.parametrize("text", ["", "---\ntitle: a\n", "![](a.jpg)", "<script>x</script>"])
def test_nothing_to_read_fails_or_leaves_what_there_is(text):
    if text.startswith("---"):
        assert "title: a" in _read(text).text
        return
    with pytest.raises(ReadError, match=r"empty|no text"):
        _read(text)


@pytest.mark.parametrize("piece", ["[", "![", "**x ", "`a", "<", "> ", "- ", "[a](", "<div>", "|a"])
def test_marks_without_end_cost_no_square_of_their_number(grows_linearly, piece):
    def read(text):
        _read(f"Họp xã\n\n{text}")

    grows_linearly(read, piece, size=3_000)


def test_front_matter_of_hugo_is_read():
    article = _read('+++\ntitle = "Xã Tam Đại giao ban"\ndate = 2024-04-23\n[a]\n+++\n\nHọp xã.')
    assert (article.title, article.published) == ("Xã Tam Đại giao ban", date(2024, 4, 23))
    assert article.text == "Xã Tam Đại giao ban\n\nHọp xã."
