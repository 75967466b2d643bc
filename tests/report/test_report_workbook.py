"""The workbook as LibreOffice shows and prints it, and what its cells are."""

import re
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook
from report_tables import Made

from hoinghi.report import key_figures, read_facts
from hoinghi.report.columns import TITLES
from hoinghi.report.sheets import sheets
from hoinghi.report.workbook import clean, link, write_workbook

SOURCES = (
    "https://tin.example/bài viết.html",
    "https://tin.example/bai?so=1&trang=2",
    "tin/a.txt",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "https://[x",
    "mailto:a@b.example",
)
PRINTED_ERROR = re.compile(r"#(?:NAME|REF|VALUE|DIV/0|N/A|NUM|NULL)|Err:\d")


def _office():
    """Return LibreOffice with its spreadsheet, or None."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    program = Path(found).resolve().parent if found else None
    return found if program and (program / "libsclo.so").exists() else None


@pytest.fixture(scope="module")
def printed(bulletin_report, tmp_path_factory):
    """The workbook on corpus/bulletin, printed by LibreOffice: the words of each page."""
    office = _office()
    if office is None:
        pytest.skip("LibreOffice Calc is missing; on Debian: apt-get install libreoffice-calc")
    work = tmp_path_factory.mktemp("office")
    profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
    command = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", work]
    book = bulletin_report[0] / "bao-cao.xlsx"
    subprocess.run([*command, book], check=True, capture_output=True, timeout=180)
    with pypdfium2.PdfDocument(work / "bao-cao.pdf") as file:
        yield [(page.get_size(), page.get_textpage().get_text_range()) for page in file]


def _seen(words, text):
    """Tell whether a printed page shows ``words``.

    Where the font of a machine lacks letters, they come from another one, and in the text of the
    PDF file behind their line.
    """
    letters = (".?" if c > "\xff" else re.escape(c) for c in words)
    return re.search("".join(letters), text) is not None


def test_libreoffice_prints_it_on_a4_across_with_figures_and_charts(printed, bulletin):
    figures = key_figures(read_facts(bulletin))
    assert {tuple(map(round, size)) for size, _ in printed} == {(842, 595)}
    front = printed[0][1]
    for words in (figures.title, *figures.scope, "Số hội nghị theo tháng", "Tháng 01/2024"):
        assert _seen(words, front)
    # The numbers beside the bars are read from the cells by LibreOffice itself.
    for _, count in figures.kinds:
        assert len(re.findall(rf"^{count}\s*$", front, re.MULTILINE)) >= 1
    assert not any(PRINTED_ERROR.search(text) for _, text in printed)


def test_every_printed_page_has_its_headings_and_number(printed):
    for number, (_, text) in enumerate(printed[1:], 2):
        assert f"Trang {number}/{len(printed)}" in text
    pages = [text for _, text in printed if _seen("Tên hội nghị", text)]
    assert len(pages) > 3
    assert all(_seen("Cơ quan chủ trì", text) and _seen("Văn bản", text) for text in pages)


@pytest.fixture
def written(tmp_path):
    """Return what writes a workbook of hand-made tables: its path and its XML by sheet."""

    def write(made):
        facts = read_facts(made.write(tmp_path))
        path = tmp_path / "bao-cao.xlsx"
        write_workbook(sheets(facts), key_figures(facts), path)
        with zipfile.ZipFile(path) as file:
            parts = {name: file.read(name).decode() for name in file.namelist()}
        return path, parts

    return write


def test_days_numbers_and_shares_are_real_ones(written):
    made = Made()
    made.meeting("a", "one", confidence=0.75)
    path, _ = written(made)
    with CalamineWorkbook.from_path(str(path)) as book:
        head, row = book.get_sheet_by_name(TITLES["hoi-nghi"]).to_python()[:2]
    cells = dict(zip(head, row, strict=True))
    assert cells["Ngày"] == date(2024, 5, 6)
    assert (cells["Số nguồn"], cells["Độ tin cậy"]) == (1, 0.75)
    assert cells["Số đại biểu được nêu tên"] == 0


def test_only_addresses_of_the_web_are_links(written):
    made = Made()
    for number, source in enumerate(SOURCES):
        made.article(f"d{number}", source=source)
        made.meeting(f"m{number}", f"d{number}")
    _, parts = written(made)
    linked = re.findall(r'Target="([^"]*)" TargetMode="External"', "".join(parts.values()))
    assert linked == ["https://tin.example/bai?so=1&amp;trang=2"]


def test_no_cell_is_a_formula_and_filters_stay_on_top(written):
    made = Made()
    made.meeting("a", "one", name="=1+1", venue="{=1}", topics=["+1"])
    _, parts = written(made)
    for number in range(1, 9):
        xml = parts[f"xl/worksheets/sheet{number}.xml"]
        assert "<f>" not in xml
        assert ("<autoFilter" in xml and 'state="frozen"' in xml) == (number > 1)
    assert parts["xl/workbook.xml"].count("_xlnm.Print_Titles") == 7


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://a.example/x y", None),
        ("https:///x", None),
        ("https://a.example/" + "x" * 3_000, None),
        ("https://a.example/tin-tức?q=%C3%A1", "https://a.example/tin-t%E1%BB%A9c?q=%C3%A1"),
        ("HTTP://A.example", "HTTP://A.example"),
        ("https://a.example/'\"", None),
    ],
)
def test_links_are_made_only_of_what_a_workbook_can_hold(text, address):
    assert link(text) == address


def test_texts_fit_into_cells():
    assert clean("dài " * 20_000).endswith("(đã cắt bớt)")
    assert len(clean("😀" * 30_000).encode("utf-16-le")) // 2 <= 32_767
    assert clean("a\x00\x1b\ufffeb\r\nc") == "a\ufffd\ufffd\ufffdb\nc"
