"""Which columns are taken for text, title, day and address, and what their cells mean."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pandas as pd
import pytest

import hoinghi
from hoinghi.errors import ReadError
from hoinghi.settings import Settings
from hoinghi.sources import article_of, read_articles
from hoinghi.sources.columns import header_at, settle

DEFAULTS = Settings()
LONG = "Sáng nay, Ủy ban MTTQ xã Tam Đại tổ chức hội nghị tổng kết công tác năm. " * 4


def _settled(names, rows=(), **settings):
    found = settle(names, rows, "a.csv", Settings(**settings))
    return found.text_column, found.title_column, found.date_column, found.url_column


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["text", "title", "published", "url"], ("text", "title", "published", "url")),
        (["Tiêu đề", "Nội dung", "Ngày đăng"], ("Nội dung", "Tiêu đề", "Ngày đăng", "url")),
        (["NOI_DUNG", "tieu-de", "Ngay Dang"], ("NOI_DUNG", "tieu-de", "Ngay Dang", "url")),
        (["headline", "body", "publishedAt"], ("body", "headline", "publishedAt", "url")),
        (["id", "noidungchitiet", "link"], ("noidungchitiet", "title", "published", "link")),
        (["created_at", "date", "Content"], ("Content", "title", "date", "url")),
    ],
)
def test_usual_names_are_known_without_accents_case_and_blanks(names, expected):
    assert _settled(names) == expected


def test_of_two_usual_names_the_likelier_one_counts():
    assert _settled(["noi_dung", "content"])[0] == "content"
    assert _settled(["content", "text"])[0] == "text"


def test_a_column_that_the_user_names_wins_over_usual_names():
    rows = [{"content": "a", "mo_ta": "b"}]
    assert _settled(rows[0], rows, text_column="mo_ta")[0] == "mo_ta"
    with pytest.raises(ReadError, match="no column toàn văn; found are: content, mo_ta"):
        _settled(rows[0], rows, text_column="toàn văn")


def test_a_usual_name_over_numbers_is_passed_over():
    rows = [{"content": 17, "body": "Họp xã"}]
    assert _settled(rows[0], rows)[0] == "body"


def test_a_column_of_sources_is_an_address_only_if_it_holds_addresses():
    names = ["text", "Nguồn"]
    addresses = [{"text": "a", "Nguồn": "https://tamdai.example/1"}]
    assert _settled(names, addresses)[3] == "Nguồn"
    assert _settled(names, [*addresses, {"text": "b", "Nguồn": "Báo Quảng Nam"}])[3] == "url"
    assert _settled(names)[3] == "url"


def test_the_only_column_of_long_texts_is_the_text():
    rows = [{"a": "Tam Đại", "b": LONG, "c": 5}] * 3
    assert _settled(rows[0], rows)[0] == "b"
    rows = [{"a": LONG, "b": LONG}] * 3
    with pytest.raises(ReadError, match=r"found are: a, b; .*--text-column"):
        _settled(rows[0], rows)
    with pytest.raises(ReadError, match="no column text"):
        _settled(["a"], [{"a": "x" * 500}])


def test_the_header_is_found_below_title_lines():
    rows = [["BÀI VIẾT", None], [], ["STT", "Nội dung", "Ngày đăng"], ["1", "Họp", "nội dung"]]
    assert header_at(rows, DEFAULTS) == 2
    assert header_at([["a"], ["b", "c"], ["d", "e"]], DEFAULTS) == 1
    assert header_at([["", None], []], DEFAULTS) is None


def test_guesses_are_the_same_for_every_kind_of_table(tmp_path):
    row = {"Tiêu đề": "Họp xã", "Nội dung": LONG, "Ngày đăng": "23/04/2024"}
    frame = pd.DataFrame([row])
    frame.to_csv(tmp_path / "a.csv", index=False)
    frame.to_parquet(tmp_path / "b.parquet")
    (tmp_path / "c.jsonl").write_text(json.dumps(row), encoding="utf-8")
    frame.to_excel(tmp_path / "d.xlsx", index=False, engine="xlsxwriter")
    read = list(read_articles([tmp_path]))
    found = {(one.text.strip(), one.title, one.published) for one in read}
    assert len(read) == 4
    assert found == {(LONG.strip(), "Họp xã", date(2024, 4, 23))}
    documents = hoinghi.extract(frame, model="none").documents
    assert list(documents["published"]) == [date(2024, 4, 23)]


def test_markup_in_a_cell_becomes_readable_text():
    row = {"text": "<p>Sáng nay <b>xã</b> họp.</p><p>Ông Mai Hạ nói &amp; nghe.</p>"}
    assert article_of(row, "a#1", DEFAULTS).text == "Sáng nay xã họp.\n\nÔng Mai Hạ nói & nghe."
    plain = "Thu < chi, chi > 5 triệu\n& còn lại"
    assert article_of({"text": plain}, "a#1", DEFAULTS).text == plain


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (date(2024, 4, 23), date(2024, 4, 23)),
        (datetime(2024, 4, 23, 23), date(2024, 4, 23)),
        (datetime(2024, 4, 23, 23, tzinfo=UTC), date(2024, 4, 24)),
        (pd.Timestamp("2024-04-23T20:00Z"), date(2024, 4, 24)),
        ("2024-04-23T20:00:00Z", date(2024, 4, 24)),
        ("ngày 23 tháng 4 năm 2024", date(2024, 4, 23)),
        (1_713_891_600, date(2024, 4, 24)),  # midnight in Vietnam
        (1_713_891_599, date(2024, 4, 23)),
        (1_713_891_600_000, date(2024, 4, 24)),
        ("1713891600", date(2024, 4, 24)),
        (45_405.6, date(2024, 4, 23)),
        ("20240423", date(2024, 4, 23)),
        (20_240_423, date(2024, 4, 23)),
        ("45405", None),
        ("9999-12-31T23:00:00Z", None),
        (datetime(9999, 12, 31, 23, tzinfo=UTC), None),
        (20_241_423, None),
        (2024, None),
        (7, None),
        (-1, None),
        (True, None),
        (float("nan"), None),
        (float("inf"), None),
        (10**400, None),
        (4_102_444_800, None),  # 2100
        ("23", None),
        (None, None),
        ({"a": 1}, None),
    ],
)
def test_a_cell_gives_one_full_day_or_none(cell, day):
    row = {"text": "Họp", "published": cell}
    assert article_of(row, "a#1", DEFAULTS).published == day


def test_keys_within_others_are_named_with_dots(tmp_path):
    path = tmp_path / "a.jsonl"
    row = {"_id": 1, "bai": {"chu": "Họp xã", "khi": "2024-04-23"}}
    path.write_text(json.dumps(row) + "\n" + json.dumps(row), encoding="utf-8")
    settings = Settings(text_column="bai.chu", date_column="bai.khi")
    items = list(read_articles([path], settings=settings))
    assert [(one.text, one.published) for one in items] == [("Họp xã", date(2024, 4, 23))] * 2
    (error,) = read_articles([path])
    assert "found are: _id, bai, bai.chu, bai.khi" in error.problem


def test_columns_within_an_object_are_found_together(tmp_path):
    attributes = {"tieuDe": "Xã họp", "noiDung": "Họp xã", "ngayDang": "2024-04-23"}
    value = {"data": [{"id": 1, "attributes": attributes, "author": {"title": "Ông"}}]}
    path = tmp_path / "a.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    (article,) = read_articles([path])
    assert (article.text, article.title) == ("Họp xã", "Xã họp")
    assert article.published == date(2024, 4, 23)
