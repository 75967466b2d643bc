"""Workbooks: sheets, headers, cells, and files that would fill the memory."""

from __future__ import annotations

import io
import struct
import zipfile
from datetime import date, datetime

import pytest
import xlsxwriter

from hoinghi.errors import ReadError
from hoinghi.settings import Settings
from hoinghi.sources import read_articles
from hoinghi.sources.sheet_room import _reach
from hoinghi.sources.workbooks import read_workbook

HEADER = ["Tiêu đề", "Nội dung", "Ngày đăng", "Link"]
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"


def _workbook(**sheets) -> bytes:
    """Return a workbook with the rows of each sheet; days are formatted as days."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write(at, column, cell, day if isinstance(cell, date) else None)
    return data.getvalue()


def _read(path, data, **settings):
    path.write_bytes(data)
    return list(read_articles([path], settings=Settings(**settings)))


def _error(path, data, **settings):
    (error,) = _read(path, data, **settings)
    assert isinstance(error, ReadError)
    return error


def test_a_row_gives_text_title_day_and_site(tmp_path):
    rows = [HEADER, ["Họp xã", "Sáng nay\nxã họp", date(2024, 4, 23), "https://tamdai.example/1"]]
    (article,) = _read(tmp_path / "a.xlsx", _workbook(Tin=rows))
    assert (article.text, article.title) == ("Sáng nay\nxã họp", "Họp xã")
    assert (article.published, article.site) == (date(2024, 4, 23), "tamdai.example")
    assert article.source == f"{(tmp_path / 'a.xlsx').as_posix()}#1"


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (datetime(2024, 4, 23, 22, 30), date(2024, 4, 23)),
        (45_405, date(2024, 4, 23)),
        ("Thứ ba, 23/04/2024, 14:30 GMT+7", date(2024, 4, 23)),
        ("chưa rõ", None),
        (True, None),
    ],
)
def test_days_are_cells_of_any_kind(tmp_path, cell, day):
    (article,) = _read(tmp_path / "a.xlsx", _workbook(Tin=[HEADER, ["a", "Họp", cell]]))
    assert article.published == day


def test_title_lines_empty_rows_and_columns_beside_the_table_are_no_harm(tmp_path):
    rows = [["", "TỔNG HỢP TIN BÀI"], [], ["", *HEADER], [], ["", "a", "Họp xã"], [], ["", "b"]]
    first, error = _read(tmp_path / "a.xlsx", _workbook(Tin=rows))
    assert (first.text, first.title, first.source[-2:]) == ("Họp xã", "a", "#1")
    assert "there is no text" in error.problem
    assert error.source.endswith("#2")


def test_every_sheet_with_a_text_column_is_read_under_its_name(tmp_path):
    data = _workbook(
        Xã=[HEADER, ["a", "Họp xã"]],
        Trống=[],
        Danh_mục=[["mã", "tên"], ["1", "Tam Đại"]],
        Huyện=[["Content"], ["Họp huyện"], ["Gặp dân"]],
    )
    items = _read(tmp_path / "a.xlsx", data)
    assert [item.text for item in items] == ["Họp xã", "Họp huyện", "Gặp dân"]
    assert [item.source.split("#")[1] for item in items] == ["Xã!1", "Huyện!1", "Huyện!2"]


def test_a_workbook_without_a_text_column_lists_what_it_has(tmp_path):
    data = _workbook(A=[["mã", "tên"], ["1", "Tam Đại"]])
    error = _error(tmp_path / "a.xlsx", data)
    assert "no column text; found are: mã, tên" in error.problem
    assert "--text-column" in error.advice
    (article,) = _read(tmp_path / "a.xlsx", data, text_column="tên")
    assert article.text == "Tam Đại"
    assert "empty" in _error(tmp_path / "a.xlsx", _workbook(A=[])).problem


def test_formulas_merged_cells_rich_text_and_errors(tmp_path):
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["title", "text"])
        sheet.write_formula("A2", '="Tin "&1', None, "Tin 1")
        sheet.write_rich_string("B2", book.add_format({"bold": True}), "Họp", " xã")
        sheet.write_formula("A3", "=1/0", None, "#DIV/0!")
        sheet.merge_range("B3:C4", "Họp huyện")
        sheet.write_formula("B5", "=1/0", None, "#DIV/0!")
        sheet.write("A5", "c")
    first, second, error = _read(tmp_path / "a.xlsx", data.getvalue())
    assert (first.title, first.text) == ("Tin 1", "Họp xã")
    assert (second.title, second.text) == (None, "Họp huyện")
    assert "there is no text" in error.problem


def _opendocument(rows) -> bytes:
    """Return a workbook of LibreOffice: the zip with the three parts that a reader needs."""
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    body = "".join(
        f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in rows
    )
    spaces = " ".join(f'xmlns:{name}="{_OPEN}:{name}:1.0"' for name in ("office", "table", "text"))
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{_OPEN}:manifest:1.0"><manifest:file-entry '
            f'manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
        )
        archive.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="Tin">{body}</table:table></office:spreadsheet>'
            "</office:body></office:document-content>",
        )
    return data.getvalue()


def test_a_sheet_of_opendocument_is_read(tmp_path):
    data = _opendocument([["Tiêu đề", "Nội dung"], ["a", "Họp xã"]])
    (article,) = _read(tmp_path / "a.ods", data)
    assert (article.title, article.text) == ("a", "Họp xã")


def test_a_stream_that_cannot_go_back_is_read():
    class Pipe(io.BytesIO):
        def seekable(self):
            return False

        def seek(self, *_):
            raise io.UnsupportedOperation

    stream = Pipe(_workbook(Tin=[HEADER, ["a", "Họp xã"]]))
    assert [item.text for item in read_workbook(stream, "-", Settings())] == ["Họp xã"]


@pytest.mark.parametrize("cut", [4, 500, -200, -1])
def test_a_truncated_workbook_fails_with_advice(tmp_path, cut):
    data = _workbook(Tin=[HEADER, ["a", "Họp xã"]])[:cut]
    error = _error(tmp_path / "a.xlsx", data)
    assert "damaged" in error.problem
    assert "CSV" in error.advice


def test_what_is_no_workbook_says_so(tmp_path):
    for data in (
        b"Ti\xc3\xaau \xc4\x91\xe1\xbb\x81;b",
        b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    ):
        assert "no workbook" in _error(tmp_path / "a.xls", data).problem
    assert "the file is empty" in _error(tmp_path / "a.xlsx", b"").problem
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "Họp xã")
    assert "no workbook" in _error(tmp_path / "a.xlsx", other.getvalue()).problem


def test_a_workbook_with_a_password_fails_with_advice(tmp_path):
    name = "EncryptedPackage".encode("utf-16-le")
    data = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 2_000 + name + b"\0" * 600
    error = _error(tmp_path / "a.xlsx", data)
    assert "password" in error.problem
    assert "without" in error.advice


def test_a_zip_bomb_is_not_unpacked(tmp_path):
    data = io.BytesIO(_workbook(Tin=[HEADER, ["a", "Họp xã"]]))
    with (
        zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/sharedStrings2.xml", "w") as part,
    ):
        for _ in range(100):
            part.write(b" " * 1_000_000)
    error = _error(tmp_path / "a.xlsx", data.getvalue())
    assert "far more than a workbook" in error.problem
    assert "CSV" in error.advice


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        "<row><c r = 'XFD1'><v>1</v></c></row>" + "<row><c><v>1</v></c></row>" * 2_000,
        "<x:row>" + "<x:c><x:v>1</x:v></x:c>" * 16_384 + "</x:row>" + "<x:row/>" * 2_000,
    ],
)
def test_a_cell_far_off_is_found_before_it_fills_the_memory(tmp_path, cells):
    data = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_workbook(Tin=[HEADER, ["a", "Họp"]]))) as old,
        zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            part = old.read(info)
            if info.filename.endswith("sheet1.xml"):
                part = f"<worksheet><sheetData>{cells}</sheetData></worksheet>".encode()
            new.writestr(info.filename, part)
    error = _error(tmp_path / "a.xlsx", data.getvalue())
    assert "reaches too far" in error.problem
    assert "CSV" in error.advice


def _old_workbook(cells, *, size=4096, before=b"") -> bytes:
    """Return an .xls with ``{(row, column): text}``; less than 4096 goes into the small stream.

    ``before`` are records that stand in the sheet before its cells.
    """

    def record(kind, body):
        return struct.pack("<HH", kind, len(body)) + body

    def entry(name, kind, child, first, length):
        raw = (name + "\0").encode("utf-16-le")
        free = 0xFFFFFFFF
        links = struct.pack("<HBBIII", len(raw), kind, 1, free, free, child)
        return raw.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", first, length)

    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 1997, 0, 6)) + before
    for (row, column), text in cells.items():
        head = struct.pack("<HHHHB", row, column, 0, len(text), 1)
        sheet += record(0x0204, head + text.encode("utf-16-le"))
    start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 1997, 0, 6))
    end = record(0x000A, b"")
    place = len(start) + 4 + 11 + len(end)
    name = struct.pack("<IBBBB", place, 0, 0, 3, 0) + b"Tin"
    book = (start + record(0x0085, name) + end + sheet + end).ljust(size, b"\0")
    sectors = -(-len(book) // 512)
    # Sector 0 is the table, 1 the directory, 2 the table of the small stream, then the stream.
    chain = [*range(4, 3 + sectors), _END]
    small = [*range(1, sectors * 8), _END] if size < 4096 else []
    table = [0xFFFFFFFD, _END, _END, *chain]
    folder = (
        entry("Root Entry", 5, 1, 3, sectors * 512) if size < 4096 else entry("R", 5, 1, _END, 0)
    )
    folder += entry("Workbook", 2, 0xFFFFFFFF, 0 if size < 4096 else 3, len(book))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<5I", 1, 1, 0, 4096, 2) + struct.pack("<3I", 1, _END, 0)
    header = header.ljust(76, b"\0") + struct.pack("<I", 0) + b"\xff" * 432
    parts = [_words(table), folder.ljust(512, b"\0"), _words(small), book]
    lengths = [512, 512, 512, sectors * 512]
    return header + b"".join(map(bytes.ljust, parts, lengths, [b"\xff"] * 4))


_END = 0xFFFFFFFE


def _words(numbers) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers)


@pytest.mark.parametrize("size", [1_000, 4_096, 20_000])
def test_an_old_workbook_is_read_and_measured_before(tmp_path, size):
    cells = {(0, 0): "Tiêu đề", (0, 1): "Nội dung", (1, 0): "a", (1, 1): "Họp xã"}
    (article,) = _read(tmp_path / "a.xls", _old_workbook(cells, size=size))
    assert (article.title, article.text) == ("a", "Họp xã")
    far = _old_workbook({**cells, (65_535, 60_000): "x"}, size=size)
    assert "reaches too far" in _error(tmp_path / "a.xls", far).problem


@pytest.mark.parametrize(
    ("kind", "body", "problem"),
    [
        (0x0200, struct.pack("<IIHHH", 0, 2**31, 0, 3, 0), "reaches too far"),
        (0x0200, struct.pack("<IIHHH", 9, 8, 0, 3, 0), "damaged"),
        (0x00BD, struct.pack("<HHHIH", 65_000, 0, 0, 0, 65_000), "reaches too far"),
    ],
)
def test_what_an_old_sheet_announces_is_measured(tmp_path, kind, body, problem):
    cells = {(0, 0): "Nội dung", (1, 0): "Họp xã"}
    data = _old_workbook(cells, before=struct.pack("<HH", kind, len(body)) + body)
    assert problem in _error(tmp_path / "a.xls", data).problem


@pytest.mark.parametrize("at", [44, 48, 60, 68, 76, 516, 524, 1_024 + 64, 1_024 + 116, 1_152 + 116])
@pytest.mark.parametrize("value", [0, 1, 3, 0x7FFFFFFF, 0xFFFFFFFF])
def test_a_damaged_old_workbook_is_an_error_or_an_article(tmp_path, at, value):
    data = bytearray(_old_workbook({(0, 0): "Nội dung", (1, 0): "Họp xã"}))
    data[at : at + 4] = struct.pack("<I", value)
    (item,) = _read(tmp_path / "a.xls", bytes(data))
    assert isinstance(item, ReadError) or item.text == "Họp xã"


def test_a_file_on_which_the_library_gives_up_is_an_error(tmp_path):
    data = bytearray(_old_workbook({(0, 0): "Nội dung", (1, 0): "Họp xã"}, size=20_000))
    data[2048:] = data[2048 + 512 :]
    data += bytes(512)
    assert "damaged" in _error(tmp_path / "a.xls", bytes(data)).problem


def test_a_binary_sheet_is_measured_by_its_records():
    def record(kind, number):
        return bytes([kind, 4]) + number.to_bytes(4, "little")

    near = record(0, 0) + record(7, 3) + record(0, 9) + record(7, 1)
    far = near + record(0, 1_048_575) + record(7, 16_383)
    long = bytes([0x93, 0x01, 0x80, 0x08]) + b"x" * 1024  # another kind, two bytes a number
    assert _reach(io.BytesIO(long + near), binary=True) == 40
    assert _reach(io.BytesIO(long + far), binary=True) == 1_048_576 * 16_384
