"""Parquet: types of columns, and files that are none."""

from __future__ import annotations

from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hoinghi.errors import ReadError
from hoinghi.settings import Settings
from hoinghi.sources import read_articles


def _read(path, table, **settings):
    if isinstance(table, bytes):
        path.write_bytes(table)
    else:
        pq.write_table(pa.table(table), path, row_group_size=70)
    return list(read_articles([path], settings=Settings(**settings)))


def test_rows_come_in_order_with_all_that_is_known(tmp_path):
    path = tmp_path / "a.parquet"
    items = _read(
        path,
        {
            "id": range(200),
            "Nội dung": [f"Họp xã lần {n}" for n in range(200)],
            "Tiêu đề": ["Họp  xã"] * 200,
            "Ngày đăng": [date(2024, 4, 23)] * 200,
            "link": ["https://www.tamdai.example/1"] * 200,
        },
    )
    assert [item.text for item in items] == [f"Họp xã lần {n}" for n in range(200)]
    assert (items[0].title, items[0].site) == ("Họp xã", "tamdai.example")
    assert items[0].published == date(2024, 4, 23)
    assert items[199].source == f"{path.as_posix()}#200"


@pytest.mark.parametrize(
    "column",
    [
        pa.array(["Họp xã", None, "Họp huyện"]),
        pa.array(["Họp xã", None, "Họp huyện"], pa.large_string()),
        pa.array(["Họp xã", None, "Họp huyện"]).dictionary_encode(),
        pa.array(["Họp xã".encode(), None, "Họp huyện".encode()]),
        pa.array(["Họp xã".encode(), None, "Họp huyện".encode()], pa.large_binary()),
    ],
)
def test_text_may_be_kept_in_any_way(tmp_path, column):
    first, error, last = _read(tmp_path / "a.parquet", {"text": column})
    assert (first.text, last.text) == ("Họp xã", "Họp huyện")
    assert "there is no text" in error.problem
    assert error.source.endswith("a.parquet#2")


@pytest.mark.parametrize(
    ("column", "day"),
    [
        (pa.array([datetime(2024, 4, 23, 20)], pa.timestamp("ns")), date(2024, 4, 23)),
        (pa.array([datetime(2024, 4, 23, 20)], pa.timestamp("ms", tz="UTC")), date(2024, 4, 24)),
        (pa.array([1_713_891_600], pa.int64()), date(2024, 4, 24)),
        (pa.array(["23/04/2024"]), date(2024, 4, 23)),
        (pa.array([10**15], pa.timestamp("s")), None),
        (pa.array([3], pa.int8()), None),
    ],
)
def test_days_are_columns_of_any_type(tmp_path, column, day):
    (article,) = _read(tmp_path / "a.parquet", {"text": ["Họp"], "created_at": column})
    assert article.published == day


def test_a_structure_is_named_with_dots(tmp_path):
    table = {"bai": [{"chu": "Họp xã", "so": 1, "khi": "2024-04-23"}] * 2}
    names = {"text_column": "bai.chu", "date_column": "bai.khi"}
    items = _read(tmp_path / "a.parquet", table, **names)
    assert [(one.text, one.published) for one in items] == [("Họp xã", date(2024, 4, 23))] * 2
    (error,) = _read(tmp_path / "a.parquet", table)
    assert "found are: bai, bai.chu, bai.so, bai.khi" in error.problem


def test_a_column_of_lists_is_no_text(tmp_path):
    items = _read(tmp_path / "a.parquet", {"doan": [["Họp xã", "Hết"]]}, text_column="doan")
    assert "not text but list" in items[0].problem


def test_a_row_in_an_old_encoding_fails_alone(tmp_path):
    broken = pa.array([b"a", "Họp".encode("cp1258", "ignore") + b"\xe4", b"b"])
    for column in (broken, broken.view(pa.string())):
        first, error, last = _read(tmp_path / "a.parquet", {"text": column})
        assert (first.text, last.text) == ("a", "b")
        assert "UTF-8" in error.problem


@pytest.mark.parametrize("cut", [2, 4, 300, -1, -8])
def test_what_is_no_whole_parquet_file_fails_with_advice(tmp_path, cut):
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": ["Họp xã"] * 9}), path)
    (error,) = _read(path, path.read_bytes()[:cut])
    assert isinstance(error, ReadError)
    assert "no Parquet file or damaged" in error.problem


def test_damage_in_the_middle_ends_the_file_with_an_error(tmp_path):
    path = tmp_path / "a.parquet"
    texts = [f"Họp xã lần {n}" for n in range(500)]
    pq.write_table(pa.table({"text": texts}), path, row_group_size=100, use_dictionary=False)
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 100] = b"\xff" * 100
    *articles, error = _read(path, bytes(data))
    assert [item.text for item in articles] == texts[: len(articles)]
    assert len(articles) >= 100
    assert "damaged" in error.problem


def test_a_table_without_rows_or_columns_says_so(tmp_path):
    (error,) = _read(tmp_path / "a.parquet", {"text": pa.array([], pa.string())})
    assert "no row" in error.problem
    (error,) = _read(tmp_path / "a.parquet", {"a": ["x"], "b": [1]})
    assert "no column text; found are: a, b" in error.problem
    (error,) = _read(tmp_path / "a.parquet", b"")
    assert "the file is empty" in error.problem
