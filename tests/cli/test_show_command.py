import pytest

TEXT = "Chiều 5/9/2022, trường khai giảng năm học mới.\n"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "bài.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_spans_stand_in_brackets_where_there_is_no_terminal(hoinghi, article):
    result = hoinghi("show", article)
    assert result.exit_code == 0, result.output
    assert "[DATE Chiều 5/9/2022]" in result.stdout
    assert "2022-09-05TAF" in result.stdout
    assert "\x1b" not in result.stdout


def test_a_page_is_written_instead(hoinghi, article, tmp_path):
    target = tmp_path / "page.html"
    result = hoinghi("show", article, "--html", target)
    assert result.exit_code == 0, result.output
    assert ">Chiều 5/9/2022</mark>" in target.read_text(encoding="utf-8")
    assert "[DATE" not in result.stdout


def test_rows_of_a_table_are_shown_one_after_the_other(hoinghi, tmp_path):
    path = tmp_path / "news.csv"
    path.write_text("body\nSáng 1/2/2021 mưa.\nTối 3/4/2021 nắng.\n", encoding="utf-8")
    result = hoinghi("show", path, "--text-column", "body")
    assert result.stdout.index("[DATE Sáng 1/2/2021]") < result.stdout.index("[DATE Tối 3/4/2021]")


def test_a_file_that_cannot_be_read_is_named(hoinghi, tmp_path):
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    result = hoinghi("show", path)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{path}: ")


def test_wrong_paths_are_wrong_usage(hoinghi, article, tmp_path):
    assert hoinghi("show", tmp_path / "absent.txt").exit_code == 2
    result = hoinghi("show", article, "--html", tmp_path / "absent" / "page.html")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
