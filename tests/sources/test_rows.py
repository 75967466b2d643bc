"""CSV and JSON rows: columns, cells, and rows that fail alone."""

from __future__ import annotations

import csv
import json
import unicodedata
from datetime import date

import pytest

from hoinghi.errors import ReadError
from hoinghi.settings import Settings
from hoinghi.sources import read_articles


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


@pytest.mark.parametrize("mark", [",", ";", "\t"])
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
