import duckdb
import pyarrow.parquet as pq

TEXT = (
    "Sáng 5/6/2024, tại xã Tam Đại, huyện Phú Ninh, tỉnh Quảng Nam, UBMTTQ xã tổ chức Hội nghị sơ "
    "kết công tác Mặt trận 6 tháng đầu năm 2024. Ông Ngô Quang Diệm, Chủ tịch UBMTTQ xã chủ trì."
)


def test_from_an_article_to_an_answer_of_sql(hoinghi, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert hoinghi("extract", tmp_path / "a.txt", "--out", tmp_path / "out").exit_code == 0
    url = f"duckdb:///{tmp_path / 'meetings.duckdb'}"
    for new in (1, 0):
        result = hoinghi("load", tmp_path / "out", url)
        assert result.exit_code == 0, result.stderr
        assert f"documents            1   ({new} new)" in result.stdout
    with duckdb.connect(str(tmp_path / "meetings.duckdb")) as connection:
        rows = connection.execute(
            "SELECT p.name, q.title, m.start_date FROM people p "
            "JOIN positions q USING (document_id, person_id) "
            "JOIN meetings m USING (document_id, meeting_id)"
        ).fetchall()
    (day,) = pq.read_table(tmp_path / "out" / "parquet" / "meetings.parquet")["start_date"]
    assert rows == [("Ngô Quang Diệm", "Chủ tịch", day.as_py())]


def test_what_cannot_be_loaded_is_one_line_and_status_2(hoinghi, tmp_path):
    result = hoinghi("load", tmp_path, "duckdb:///a.duckdb")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "documents.parquet: cannot be read as a table of hoinghi" in result.stderr
    assert not (tmp_path / "a.duckdb").exists()


def test_replace_drops_other_documents(hoinghi, tmp_path):
    url = f"duckdb:///{tmp_path / 'meetings.duckdb'}"
    for name, text in {"a": TEXT, "b": TEXT.replace("5/6", "7/6")}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text(text, encoding="utf-8")
        assert hoinghi("extract", tmp_path / name, "--out", tmp_path / f"out-{name}").exit_code == 0
    hoinghi("load", tmp_path / "out-a", url)
    assert "others               1 " in hoinghi("load", tmp_path / "out-b", url).stdout
    assert "others               0 " in hoinghi("load", tmp_path / "out-a", url, "--replace").stdout
