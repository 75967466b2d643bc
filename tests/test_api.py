from datetime import date

import pandas as pd
import pytest

import hoinghi
from hoinghi.corrections import Change, Decision, Store, Target
from hoinghi.tables import SCHEMAS

TEXT = (
    "Chiều 12/6/2023, tại Nhà văn hóa thôn Phước Lộc, Ủy ban MTTQ Việt Nam xã Điện Phước, thị xã "
    "Điện Bàn, tỉnh Quảng Nam tổ chức Hội nghị sơ kết công tác Mặt trận 6 tháng đầu năm. Ông Mai "
    "Xuân Hạ, Chủ tịch Ủy ban MTTQ xã chủ trì hội nghị."
)


def test_a_text_gives_one_data_frame_per_table():
    tables = hoinghi.extract(TEXT)
    assert list(tables.meetings["when"]) == ["2023-06-12TAF"]
    assert list(tables.people["name"]) == ["Mai Xuân Hạ"]
    for name, schema in SCHEMAS.items():
        assert list(getattr(tables, name).columns) == schema.names


def test_columns_of_a_data_frame_are_arguments():
    frame = pd.DataFrame(
        {"noi_dung": [TEXT.replace("/2023", ""), None], "ngay": ["2023-06-13", "2023-06-14"]}
    )
    tables = hoinghi.extract(frame, text_column="noi_dung", date_column="ngay")
    assert list(tables.documents["status"]) == ["ok", "failed"]
    assert list(tables.meetings["when"]) == ["2023-06-12TAF"]
    assert list(hoinghi.extract(frame).meetings["when"]) == ["2023-06-12TAF"]
    with pytest.raises(hoinghi.HoinghiError, match="found are: mo_ta, ngay"):
        hoinghi.extract(frame.rename(columns={"noi_dung": "mo_ta"}).head(0))


def test_timestamps_and_missing_cells_of_a_data_frame_are_understood():
    frame = pd.DataFrame(
        {
            "text": [TEXT.replace("/2023", "")] * 2,
            "published": [pd.Timestamp("2022-06-20"), pd.NaT],
            "title": [None, float("nan")],
        }
    )
    tables = hoinghi.extract(frame)
    assert list(tables.documents["published"]) == [date(2022, 6, 20), None]


def test_texts_paths_and_articles_may_be_mixed(tmp_path):
    path = tmp_path / "bai.txt"
    path.write_text(TEXT, encoding="utf-8")
    other = (
        "Sáng 5/3/2024, xã Bình Minh, huyện Thăng Bình, tỉnh Quảng Nam tổ chức hội nghị giao ban."
    )
    article = hoinghi.Article(other, published=date(2024, 3, 6))
    tables = hoinghi.extract([path, str(path), article, "Không có gì."])
    assert list(tables.documents["status"]) == ["ok", "duplicate", "ok", "no meeting"]
    assert tables.documents["duplicate_of"][1] == tables.documents["document_id"][0]
    assert tables.documents["document_id"].is_unique


def test_saved_tables_are_those_of_the_command(tmp_path):
    tables = hoinghi.extract(TEXT)
    tables.save(tmp_path / "out")
    tables.to_csv(tmp_path / "csv")
    tables.to_parquet(tmp_path / "parquet")
    for name in SCHEMAS:
        for kind in ("csv", "parquet"):
            saved = (tmp_path / "out" / kind / f"{name}.{kind}").read_bytes()
            assert saved == (tmp_path / kind / f"{name}.{kind}").read_bytes()


def test_saved_tables_are_read_back_as_they_were(tmp_path):
    tables = hoinghi.extract([TEXT, "Không có gì."])
    tables.save(tmp_path)
    again = hoinghi.read_tables(str(tmp_path))
    for name in SCHEMAS:
        pd.testing.assert_frame_equal(getattr(again, name), getattr(tables, name))


def test_tables_are_read_back_with_what_was_corrected_since(tmp_path):
    hoinghi.extract(TEXT).save(tmp_path)
    (row,) = hoinghi.read_tables(tmp_path).meetings.to_dict("records")
    target = Target(row["document_id"], "meetings", row["meeting_id"], row["name"])
    change = Change("Nhà văn hóa thôn Phước Lộc", "Nhà văn hóa thôn Hạ Nông")
    Store(tmp_path).add(Decision("1", target, "correct", {"venue": change}, who="Lan"))
    assert list(hoinghi.read_tables(tmp_path).meetings["venue"]) == ["Nhà văn hóa thôn Hạ Nông"]


def test_a_folder_without_tables_is_named(tmp_path):
    with pytest.raises(hoinghi.HoinghiError, match="hoinghi extract wrote"):
        hoinghi.read_tables(tmp_path)


def test_tables_as_text_tell_their_rows():
    tables = hoinghi.extract(TEXT)
    assert repr(tables).startswith("Tables(documents: 1, mentions: ")
    assert "\n" not in repr(tables)


def test_dates_are_found_with_offsets_and_values():
    (found,) = hoinghi.find_dates("Họp lúc 14 giờ ngày 12/5", published=date(2024, 5, 13))
    assert (found.value, found.start_date) == ("2024-05-12T14:00", date(2024, 5, 12))


def test_an_unknown_type_is_refused():
    with pytest.raises(hoinghi.HoinghiError, match="int"):
        hoinghi.extract(5)
