"""A user's list: what a line becomes, and what a wrong one says."""

from __future__ import annotations

import pytest

from hoinghi.errors import UsageError
from hoinghi.resources.lexicon import lexicon
from hoinghi.resources.userlist import read_entries

HEADER = "type\tname\tvariants\tkind\tlevel\tgrammar\trank\n"


@pytest.fixture
def listed(tmp_path):
    """Return a function that writes lines under the header and returns the file's path."""

    def write(*lines, header=HEADER):
        path = tmp_path / "own.tsv"
        path.write_text(header + "".join(f"{line}\n" for line in lines), encoding="utf-8")
        return path

    return write


def test_a_line_is_a_name_with_its_forms(listed):
    path = listed("# ours", "", "body\tHội  Thầy thuốc trẻ\tHội TTT |HTTT| \tđoàn thể\txã\tplace")
    (entry,) = read_entries(path)
    assert (entry.line, entry.name, entry.level) == (4, "Hội Thầy thuốc trẻ", "xã")
    assert entry.forms == ("Hội Thầy thuốc trẻ", "Hội TTT", "HTTT")
    assert (entry.kind, entry.grammar, entry.rank) == ("đoàn thể", "place", 50)


def test_columns_may_stand_in_any_order_after_a_byte_order_mark(listed):
    path = listed("Trưởng điểm\ttitle", header="\ufeffname\ttype\n")
    assert [(e.type, e.name, e.kind) for e in read_entries(path)] == [
        ("title", "Trưởng điểm", "post")
    ]


def test_a_cell_in_quotes_is_read_as_spreadsheets_write_it(listed):
    path = listed('body\t"Câu lạc bộ ""Ông bà cháu"""')
    assert read_entries(path)[0].name == 'Câu lạc bộ "Ông bà cháu"'


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("bodies\tHội A", r"own\.tsv:2: type 'bodies' \(did you mean body\?\); write one of body"),
        ("body\t", "own.tsv:2: no name; give the canonical name"),
        ("body\tHội A\t\tĐang", r"kind 'Đang' \(did you mean Đảng\?\); write one of khác, Đảng"),
        ("body\tHội A\t\t\tlàng", "level 'làng'; write one of trung ương, tỉnh"),
        ("body\tHội A\t\t\t\tplaec", r"grammar 'plaec' \(did you mean place\?\)"),
        ("body\tHội A\t\t\t\t\t3", "a body has no rank; leave that cell empty"),
        ("title\tTrưởng đảo\t\t\t\t\t0", "rank '0'; write a whole number from 1"),
        ("title\t-\t", "nothing to turn off; name the forms in the column variants"),
        ("title\t123", "'123' has no letter"),
        ("place\tXã A\t\t\t\t\t\tmore", "8 cells, but the first line names 7 columns"),
        ('body\t"Hội A', "the quotes of a cell do not match"),
    ],
)
def test_a_wrong_line_is_named_with_the_way_out(listed, line, message):
    with pytest.raises(UsageError, match=message):
        read_entries(listed(line))


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("type,name,variants\n", "the first line must name the columns type and name"),
        ("type\tname\tvariant\n", r"unknown column 'variant' \(did you mean variants\?\)"),
        ("type\tname\tname\n", "a column is named twice"),
    ],
)
def test_a_wrong_header_is_named(listed, header, message):
    with pytest.raises(UsageError, match=message):
        read_entries(listed(header=header))


def test_one_form_has_one_meaning(listed):
    path = listed("title\tTrưởng đảo\tTĐ", "title\tTrưởng đoàn\tTĐ")
    with pytest.raises(UsageError, match=r"own\.tsv:3: 'TĐ' stands in line 2 too, as 'Trưởng đảo'"):
        read_entries(path)


def test_a_file_that_is_not_there_or_not_utf_8_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"none\.tsv: the gazetteer cannot be read"):
        lexicon(tmp_path / "none.tsv")
    path = tmp_path / "old.tsv"
    path.write_bytes("type\tname\nbody\tHội A\n".encode("utf-16"))
    with pytest.raises(UsageError, match=r"old\.tsv: the gazetteer is not UTF-8"):
        read_entries(path)


def test_a_list_is_built_once_and_again_after_a_change(listed):
    path = listed("title\tTrưởng đảo")
    once = lexicon(path)
    assert lexicon(str(path)) is once
    listed("title\tTrưởng đảo", "title\tPhó Trưởng đảo")
    assert lexicon(path) is not once
    assert lexicon() is lexicon("")
