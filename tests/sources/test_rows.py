"""CSV and JSON rows: columns, cells, and rows that fail alone."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from datetime import date

import pandas as pd
import pytest

import hoinghi
from hoinghi.errors import ReadError
from hoinghi.settings import Settings
from hoinghi.sources import read_articles
from hoinghi.sources.json_rows import read_json


def _read(path, data, **settings):
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_articles([path], settings=Settings(**settings)))


def test_a_csv_row_gives_text_title_day_and_site(tmp_path):
    path = tmp_path / "a.csv"
    (article,) = _read(
        path,
        '\ufefftext,title,published,url\r\n" Họp xã\r\n\r\n""Được"" ", Họp  xã ,'
        '"Thứ ba, 23/04/2024, 14:30 GMT+7",https://www.Tamdai.example:80/tin\r\n',
    )
    assert article.text == ' Họp xã\r\n\r\n"Được" '
    assert (article.title, article.published) == ("Họp xã", date(2024, 4, 23))
    assert (article.source, article.site) == (f"{path.as_posix()}#1", "tamdai.example")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_in_the_header(tmp_path, mark):
    data = f'id{mark}"text"\n1{mark}"Họp; xã, huyện"\n'
    assert [item.text for item in _read(tmp_path / "a.csv", data)] == ["Họp; xã, huyện"]


def test_excel_unicode_text_is_read(tmp_path):
    data = "title\ttext\nA\tHọp xã\n".encode("utf-16")
    assert [item.text for item in _read(tmp_path / "a.tsv", data)] == ["Họp xã"]


def test_names_of_columns_may_differ_in_unicode_form(tmp_path):
    data = unicodedata.normalize("NFD", "nội dung\nHọp xã\n")
    (article,) = _read(tmp_path / "a.csv", data, text_column="nội dung")
    assert article.text == "Họp xã"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", "mo_ta,ngay\nHọp,1\nHọp,2\n"),
        ("a.jsonl", '{"mo_ta": "Họp", "ngay": 1}\n' * 3),
    ],
)
def test_a_wrong_column_fails_once_and_names_those_found(tmp_path, name, data):
    (error,) = _read(tmp_path / name, data)
    assert "no column text; found are: mo_ta, ngay" in error.problem
    assert "text_column" in error.advice


def test_a_column_that_the_user_named_must_be_there(tmp_path):
    (error,) = _read(tmp_path / "a.csv", "text\nHọp\n", date_column="ngày")
    assert "no column ngày" in error.problem
    (article,) = _read(tmp_path / "a.csv", "text\nHọp\n")
    assert article.published is None


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (b" ,x", "there is no text"),
        (b"H\xe4p,x", "not valid UTF-8"),
        (b"H\x00p,x", "NUL"),
        ("Tiếp xúc, gặp,dân".encode(), "3 cells, the header 2"),
        (b'"' + b"a" * 200_000 + b'",x', "too long"),
    ],
)
def test_a_bad_csv_row_fails_alone(tmp_path, row, problem):
    data = b"text,title\na,1\n" + row + b"\nb,2\n"
    first, error, last = _read(tmp_path / "a.csv", data, max_characters=100_000)
    assert (first.text, last.text) == ("a", "b")
    assert isinstance(error, ReadError)
    assert problem in error.problem
    assert error.source.endswith("a.csv#2")
    assert last.source.endswith("a.csv#3")


@pytest.mark.parametrize("rows", [3, 500_000])
def test_a_quote_never_closed_fails_at_its_row_instead_of_swallowing_the_rest(tmp_path, rows):
    limit = csv.field_size_limit()
    data = 'text\na\n"b\n' + "c\n" * rows
    first, error = _read(tmp_path / "a.csv", data, max_characters=10_000)
    assert first.text == "a"
    assert error.source.endswith("#2")
    assert "quotation mark is opened and never closed" in error.problem
    assert csv.field_size_limit() == limit


def test_blank_lines_and_short_rows_are_no_harm(tmp_path):
    items = _read(tmp_path / "a.csv", "\n\ntext,title,published\n\na\n,,\nb,,,,\n")
    assert [getattr(item, "text", None) for item in items] == ["a", None, "b"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{text: 1}", "not JSON"),
        ('["a"]', "not an object but list"),
        ('{"text": 7}', "not text but int"),
        ('{"text": null}', "there is no text"),
        ('{"mota": "x"}', "no column text; found are: mota"),
        ('{"text": "\\ud800"}', "not valid UTF-8"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_json_row_fails_alone(tmp_path, line, problem):
    data = f'{{"text": "a"}}\n{line}\n\n{{"text": "b"}}\n'
    first, error, last = _read(tmp_path / "a.jsonl", data)
    assert (first.text, last.text) == ("a", "b")
    assert problem in error.problem
    assert error.source.endswith("#2")


def test_a_json_line_without_end_fails_alone(tmp_path):
    data = '{"text": "a"}\n{"text": "' + "b" * 1_000 + '"}\n{"text": "c"}\n'
    first, error, last = _read(tmp_path / "a.jsonl", data, max_characters=10)
    assert (first.text, last.text) == ("a", "c")
    assert "too long" in error.problem


def test_an_undecodable_json_line_fails_alone(tmp_path):
    items = _read(tmp_path / "a.jsonl", b'{"text": "a"}\n{"text": "\xe4"}\n{"text": "b"}\n')
    assert [getattr(item, "text", None) for item in items] == ["a", None, "b"]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
@pytest.mark.parametrize("indent", [None, 2])
def test_arrays_and_single_objects_are_rows(tmp_path, name, indent):
    rows = [{"text": "a", "published": "2024-04-23T20:00:00Z"}, {"text": "b", "title": ["x"]}]
    items = _read(tmp_path / name, json.dumps(rows, indent=indent))
    assert [(i.text, i.title) for i in items] == [("a", None), ("b", None)]
    assert items[0].published == date(2024, 4, 24)
    assert [i.text for i in _read(tmp_path / name, json.dumps(rows[0], indent=indent))] == ["a"]


def test_json_text_is_kept_to_the_character(tmp_path):
    text = "\tHọp\r\nxã\u2028 \u00a0"
    raw = json.dumps({"text": unicodedata.normalize("NFD", text)}) + "\n"
    assert _read(tmp_path / "a.jsonl", raw)[0].text == text


@pytest.mark.parametrize(
    "value",
    [
        [{"text": "a"}, {"text": "b"}],
        {"articles": [{"text": "a"}, {"text": "b"}]},
        {"ok": True, "data": {"total": 2, "items": [{"text": "a", "x": [1]}, {"text": "b"}]}},
        {"tags": [{"name": "x"}], "items": [{"text": "a"}, {"text": "b"}]},
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_rows_are_found_within_objects(tmp_path, value, indent):
    items = _read(tmp_path / "a.json", json.dumps(value, indent=indent))
    assert [item.text for item in items] == ["a", "b"]
    assert [item.source.split("#")[1] for item in items] == ["1", "2"]


def test_an_article_with_lists_of_objects_is_one_article(tmp_path):
    value = {"comments": [{"content": "hay"}], "author": {"text": "x"}, "content": "Họp xã"}
    for indent in (None, 2):
        (article,) = _read(tmp_path / "a.json", json.dumps(value, indent=indent))
        assert article.text == "Họp xã"


@pytest.mark.parametrize(
    "data",
    [
        '{"text": "a"}{"text": "b"}',
        '{"text": "a"} {"text": "b"}\n',
        '{\n"text": "a"}\n{"text":\n "b"}',
        '{"text": "a"}\r{"text": "b"}\r',
        '{"text": "x", "text": "a"}\n{"text": "b"}',
        '\ufeff[{"text": "x", "text": "a"}, {"text": "b"}]',
    ],
)
def test_objects_may_stand_in_any_way(tmp_path, data):
    for encoding in ("utf-8", "utf-16"):
        items = _read(tmp_path / "a.json", data.lstrip("\ufeff").encode(encoding))
        assert [item.text for item in items] == ["a", "b"]
    assert [item.text for item in _read(tmp_path / "a.json", data)] == ["a", "b"]


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        ('{"text": NaN}]', "not JSON"),
        ("]", "not JSON"),
        ('{"text": "b"', "not JSON"),
        ('{"text": ' + "[" * 1000, "nested"),
        (b'{"text": "H\xe4p"}]', "not valid UTF-8"),
        ('{"text": "' + "b" * 200_000 + '"}, {"text": "c"}]', "too long"),
    ],
)
def test_an_array_is_read_up_to_the_row_that_is_broken(tmp_path, broken, problem):
    broken = broken if isinstance(broken, bytes) else broken.encode()
    data = b'[{"text": "a"},\n{"text": "a"},\n' + broken
    *good, error = _read(tmp_path / "a.json", data, max_characters=50)
    assert [item.text for item in good] == ["a", "a"]
    assert problem in error.problem
    assert error.source.endswith("a.json#3")


def test_rows_of_an_array_that_are_no_objects_fail_alone(tmp_path):
    first, error, last = _read(tmp_path / "a.json", '[{"text": "a"}, 7, {"text": "b"}]')
    assert (first.text, last.text) == ("a", "b")
    assert "not an object but int" in error.problem


def test_an_array_without_rows_says_so(tmp_path):
    for data in ("[]", '{"articles": []}'):
        (error,) = _read(tmp_path / "a.json", data)
        assert isinstance(error, ReadError)


class _Endless(io.RawIOBase):
    """A gigabyte that is never in memory: a beginning, then one letter again and again."""

    def __init__(self, start: bytes) -> None:
        self.start, self.given = start, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        size = min(len(buffer), 2**30 - self.given)
        piece = self.start[:size] or b"x" * size
        self.start = self.start[size:]
        buffer[: len(piece)] = piece
        self.given += len(piece)
        return len(piece)


@pytest.mark.parametrize("start", [b'[{"text": "', b'{"a": {"text": "', b'{"text": "a"'])
def test_a_json_line_of_a_gigabyte_is_given_up_early(start):
    stream = _Endless(start)
    with pytest.raises(ReadError, match=r"too long|not JSON") as caught:
        list(read_json(stream, "a.json", Settings(max_characters=10_000)))
    assert caught.value.advice
    assert stream.given < 10_000_000


def test_a_line_of_a_csv_that_is_far_too_long_fails_alone(tmp_path):
    for mark in ("", '"'):
        data = f"text,title\na,1\n{mark}" + "b" * 2_000 + f"{mark},2\nc,3\n"
        first, error, last = _read(tmp_path / "a.csv", data, max_characters=100)
        assert (first.text, last.text) == ("a", "c")
        assert "too long" in error.problem
        assert error.source.endswith("#2")


@pytest.mark.parametrize(
    "data",
    [
        "sep=;\ntext;title\nHọp, xã;a\n",
        '"SEP=;"\r\ntext;title\r\nHọp, xã;a\r\n',
        "text;title\rHọp, xã;a\r",
        "DANH SÁCH BÀI VIẾT;\n;\nTiêu đề;Nội dung\na;Họp, xã\n",
        "Xuất ngày 1/1/2024\n\nTiêu đề\tNội dung\na\tHọp, xã\n",
    ],
)
def test_what_spreadsheets_write_around_a_table_is_no_harm(tmp_path, data):
    (article,) = _read(tmp_path / "a.csv", data)
    assert (article.text, article.title) == ("Họp, xã", "a")
    assert article.source.endswith("#1")


def test_a_row_that_no_columns_tell_of_is_an_error_once(tmp_path):
    (error,) = _read(tmp_path / "a.csv", "sep=;\n")
    assert "empty" in error.problem


def test_articles_kept_by_their_key_are_all_read(tmp_path):
    value = {"so": 2, "a1": {"title": "A", "text": "Họp xã"}, "b2": {"text": "Họp huyện"}}
    items = _read(tmp_path / "a.json", json.dumps(value))
    assert [item.text for item in items] == ["Họp xã", "Họp huyện"]
    (article,) = _read(tmp_path / "b.json", json.dumps({"bai": value["a1"], "so": {"x": 1}}))
    assert article.title == "A"


def test_titles_of_wordpress_are_found_within_their_objects_and_unescaped(tmp_path):
    value = {"title": {"rendered": "Xã họp &#8211; bàn"}, "content": {"rendered": "Họp xã"}}
    (article,) = _read(tmp_path / "a.json", json.dumps([value]))
    assert (article.title, article.text) == ("Xã họp – bàn", "Họp xã")


@pytest.mark.parametrize(
    ("cells", "days"),
    [
        (["4/23/2024", "4/5/2024"], [date(2024, 4, 23), date(2024, 4, 5)]),
        (["23/4/2024", "4/5/2024"], [date(2024, 4, 23), date(2024, 5, 4)]),
        (["23/4/2024", "4/23/2024"], [date(2024, 4, 23), None]),
        (["4/5/2024"], [date(2024, 5, 4)]),
    ],
)
def test_days_have_their_month_first_where_the_column_shows_it(tmp_path, cells, days):
    rows = [{"text": f"Họp {number}", "date": cell} for number, cell in enumerate(cells)]
    lines = "\n".join(map(json.dumps, rows))
    assert [item.published for item in _read(tmp_path / "a.jsonl", lines)] == days
    frame = hoinghi.extract(pd.DataFrame(rows)).documents
    assert [None if pd.isna(day) else day for day in frame.published] == days
