"""Word documents: what is read, in which order, and what hostile files do."""

from __future__ import annotations

import io
import zipfile

import pytest
from word_files import STRICT, core, item, par, run, table, word_part, write_docx

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources import read_articles
from hoinghi.sources.word import read_word

FIRST = "Sáng 12/3/2024, UBND xã Tam Đại tổ chức hội nghị giao ban công tác quý I."
SECOND = "Ông Phan Đình Tuấn, Chủ tịch UBND xã, chủ trì hội nghị."


def _read(data: bytes, **settings: object) -> Article:
    (article,) = read_word(io.BytesIO(data), "a.docx", Settings(**settings))
    assert isinstance(article, Article)
    return article


def _text(body: str, **parts: str) -> str:
    named = {f"word/{name}.xml": part for name, part in parts.items()}
    return _read(write_docx(body, parts=named)).text


def _error(data: bytes) -> ReadError:
    with pytest.raises(ReadError) as caught:
        list(read_word(io.BytesIO(data), "a.docx", Settings()))
    assert caught.value.source == "a.docx"
    return caught.value


def test_paragraphs_stand_apart_and_empty_ones_vanish():
    assert _text(par(FIRST) + par("") + par("  ") + par(SECOND)) == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize("name", ["a.docx", "A.DOCX", "b.docm"])
def test_word_files_are_found_by_their_extension(tmp_path, name):
    (tmp_path / name).write_bytes(write_docx(par(FIRST)))
    (article,) = read_articles([tmp_path])
    assert article == Article(text=FIRST, source=(tmp_path / name).as_posix())


def test_runs_of_one_word_are_joined_without_a_blank():
    assert _text(par(run("hội ngh"), "<w:proofErr/>", run("ị tổng kết"))) == "hội nghị tổng kết"


def test_a_hyphen_that_may_not_break_is_kept_and_a_soft_one_dropped():
    number = "<w:r><w:t>59/2023/NĐ</w:t><w:noBreakHyphen/><w:t>CP</w:t></w:r>"
    soft = "<w:r><w:t>tổng</w:t><w:softHyphen/><w:t> k\u00adết</w:t></w:r>"
    assert _text(par(number, " ", soft)) == "59/2023/NĐ-CP tổng kết"


def test_deleted_moved_and_hidden_text_is_out_and_inserted_text_in():
    gone = "<w:del><w:r><w:delText>bị xóa</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('chỗ cũ')}</w:moveFrom><w:moveTo>{run('chỗ mới ')}</w:moveTo>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>hiện</w:t></w:r>'
    assert _text(par(gone, moved, hidden, f"<w:ins>{run('thêm ')}</w:ins>", shown)) == (
        "chỗ mới thêm hiện"
    )


def test_a_link_gives_its_text_and_a_field_its_result():
    link = f"<w:hyperlink>{run('Cổng thông tin')}</w:hyperlink>"
    field = "<w:r><w:instrText> DATE </w:instrText></w:r>"
    assert _text(par("Theo ", link, field, " xã")) == "Theo Cổng thông tin xã"


def test_line_breaks_and_tabs_stay():
    broken = (
        "<w:r><w:t>UBND XÃ</w:t><w:tab/><w:tab/><w:t>CỘNG HÒA</w:t><w:br/><w:t>Số: 5</w:t></w:r>"
    )
    assert _text(par(broken)) == "UBND XÃ\tCỘNG HÒA\nSố: 5"


def test_a_text_box_is_read_once_behind_its_paragraph():
    box = f"<w:txbxContent>{par('Ảnh: Quang cảnh hội nghị')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback><w:pict>"
        f"<v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert _text(par(FIRST, both) + par(SECOND)) == (
        f"{FIRST}\n\nẢnh: Quang cảnh hội nghị\n\n{SECOND}"
    )


def test_a_table_is_a_line_a_row_in_its_place():
    rows = table(
        ("STT", "Họ và tên", "Chức vụ"), ("1", "Lê Thị Bích", "Bí thư"), ("2", "", "Ủy viên")
    )
    assert _text(par(FIRST) + rows + par(SECOND)) == (
        f"{FIRST}\n\nSTT | Họ và tên | Chức vụ\n1 | Lê Thị Bích | Bí thư\n2 | Ủy viên\n\n{SECOND}"
    )


def test_cells_of_several_paragraphs_are_joined_in_a_long_table():
    rows = [(str(n), ("Lê Thị Bích", "Bí thư")) for n in range(1, 6)]
    assert _text(table(*rows)).split("\n")[4] == "5 | Lê Thị Bích Bí thư"


def test_a_letterhead_is_read_side_by_side():
    letterhead = table(
        (
            ("ỦY BAN NHÂN DÂN", "XÃ TAM ĐẠI"),
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        ),
        ("Số: 15/BC-UBND", "Tam Đại, ngày 12 tháng 3 năm 2024"),
    )
    assert _text(letterhead + par("BÁO CÁO")) == (
        "ỦY BAN NHÂN DÂN\nXÃ TAM ĐẠI\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Số: 15/BC-UBND | Tam Đại, ngày 12 tháng 3 năm 2024\n\nBÁO CÁO"
    )


def test_a_frame_around_the_article_leaves_its_paragraphs():
    assert _text(table(((FIRST, SECOND * 8),))) == f"{FIRST}\n\n{SECOND * 8}"


def test_a_table_in_a_table_keeps_its_rows():
    inner = table(("1", "Thôn Trung Đàn"), ("2", "Thôn Đại Hanh"))
    assert _text(table((("Danh sách thôn", inner),))) == (
        "Danh sách thôn\n1 | Thôn Trung Đàn\n2 | Thôn Đại Hanh"
    )


def _numbering(*levels: tuple[str, str], extra: str = "") -> str:
    written = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (kind, text) in enumerate(levels)
    )
    return word_part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="7">{written}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{extra}',
    )


def test_lists_are_numbered_as_word_shows_them():
    numbering = _numbering(("upperRoman", "%1."), ("decimal", "%1.%2."), ("lowerLetter", "%3)"))
    body = item("Tình hình") + item("Kinh tế", 1, 1) + item("Lúa", 1, 2) + item("Ngô", 1, 2)
    body += item("Xã hội", 1, 1) + item("Nhiệm vụ") + item("Chung", 1, 1)
    assert _text(body, numbering=numbering).split("\n") == [
        "I. Tình hình", "I.1. Kinh tế", "a) Lúa", "b) Ngô", "I.2. Xã hội", "II. Nhiệm vụ",
        "II.1. Chung",
    ]  # fmt: skip


def test_articles_of_a_decision_count_on_across_paragraphs():
    body = item("Phạm vi.") + par("Quy chế này áp dụng cho UBND xã.") + item("Đối tượng.")
    assert _text(body, numbering=_numbering(("decimal", "Điều %1."))) == (
        "Điều 1. Phạm vi.\n\nQuy chế này áp dụng cho UBND xã.\n\nĐiều 2. Đối tượng."
    )


def test_a_list_may_begin_anew():
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = item("a") + item("b") + item("c", 2) + item("d", 2)
    assert _text(body, numbering=_numbering(("decimal", "%1."), extra=again)) == (
        "1. a\n2. b\n1. c\n2. d"
    )


def test_bullets_of_a_font_of_signs_are_dashes_and_plain_ones_stay():
    numbering = _numbering(("bullet", "\uf0b7"), ("bullet", "+"))
    assert _text(item("Lúa") + item("Vụ đông", 1, 1), numbering=numbering) == "- Lúa\n+ Vụ đông"


def test_a_list_may_come_from_the_style_of_a_paragraph():
    styles = word_part(
        "styles",
        '<w:style w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>',
    )
    body = par("Một", props='<w:pStyle w:val="A"/>') + par("Hai", props='<w:pStyle w:val="B"/>')
    assert _text(body, numbering=_numbering(("decimal", "%1.")), styles=styles) == "1. Một\n2. Hai"


def test_headers_and_footers_are_left_out_and_footnotes_come_last():
    notes = word_part(
        "footnotes",
        f'<w:footnote w:type="separator">{par("---")}</w:footnote>'
        f"<w:footnote>{par('Theo Nghị quyết số 12-NQ/ĐU.')}</w:footnote>",
    )
    header = word_part("hdr", par("Trang 1"))
    cited = par(FIRST, '<w:r><w:footnoteReference w:id="2"/></w:r>') + par(SECOND)
    assert _text(cited, footnotes=notes, header1=header) == (
        f"{FIRST}\n\n{SECOND}\n\nTheo Nghị quyết số 12-NQ/ĐU."
    )


def test_decomposed_letters_are_composed():
    assert _text(par("Ho\u0323\u0302i nghi\u0323")) == "Hội nghị"


def test_the_strict_format_and_other_names_of_parts_are_read():
    data = write_docx(par(FIRST), namespace=STRICT)
    assert _read(data).text == FIRST
    relations = _part(data, "_rels/.rels").replace("word/document.xml", "/word/Document2.xml")
    parts = {"_rels/.rels": relations, "word/document2.xml": _part(data, "word/document.xml")}
    assert _read(write_docx("", parts=parts)).text == FIRST


def _part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Xã Tam Đại giao ban công tác quý I", True),
        ("XÃ TAM ĐẠI GIAO BAN  CÔNG TÁC QUÝ I", True),
        ("Microsoft Word - bao cao quy 1.doc", False),
        ("Tam Đại giao ban công", False),
        ("Hội nghị giao ban công tác quý II", False),
        ("Quý I", False),
        ("", False),
    ],
)
def test_a_title_counts_only_where_the_text_begins_with_it(title, kept):
    body = par("Xã Tam Đại giao ban công tác quý I") + par(FIRST)
    article = _read(write_docx(body, parts={"docProps/core.xml": core(title)}))
    assert (article.title is not None) == kept
    assert article.published is None


def test_a_member_of_an_archive_cannot_be_sought_in_but_is_read(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.docx", write_docx(par(FIRST)))
    with zipfile.ZipFile(tmp_path / "a.zip") as archive, archive.open("a.docx") as stream:
        stream.seekable = lambda: False  # as a stream that comes over the net
        (article,) = read_word(stream, "a.zip/a.docx", Settings())
    assert article.text == FIRST


@pytest.mark.parametrize(
    ("data", "problem", "advice"),
    [
        (b"", "empty", "saved"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\1" * 600, "password, or an old .doc", "without"),
        (b"{\\rtf1 H\\'e1}", "not a Word document", ".docx"),
        (write_docx(par(FIRST))[:-40], "cut short or damaged", "save it again"),
        (b"PK\x03\x04" + b"\0" * 300, "cut short or damaged", "save it again"),
        (write_docx("", parts={"word/document.xml": b"<w:p"}), "damaged or nested", "again"),
        (write_docx("", parts={"word/document.xml": word_part("x", "")}), "no Word text", "again"),
        (write_docx(par("  ")), "no text", "leave it out"),
    ],
)
def test_a_bad_file_fails_with_its_reason_and_a_way_out(data, problem, advice):
    error = _error(data)
    assert problem in error.problem
    assert advice in error.advice


def test_missing_parts_are_no_fault_but_that_of_the_text():
    bare = io.BytesIO()
    with zipfile.ZipFile(bare, "w") as archive:
        archive.writestr("word/document.xml", _part(write_docx(par(FIRST)), "word/document.xml"))
    assert _read(bare.getvalue()).text == FIRST
    with zipfile.ZipFile(bare, "w") as archive:
        archive.writestr("word/styles.xml", "<x/>")
    assert "no Word text" in _error(bare.getvalue()).problem


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/numbering.xml", "docProps/core.xml"])
def test_entities_are_never_expanded_nor_fetched(tmp_path, part, encoding):
    (tmp_path / "secret.txt").write_text("bí mật")
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    evil = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY a0 "ha">{laughs}'
        f'<!ENTITY s SYSTEM "file://{tmp_path}/secret.txt">]>'
        + word_part("document", f"<w:body>{par('<w:r><w:t>&a11;&s;</w:t></w:r>')}</w:body>")
    )
    error = _error(write_docx(par(FIRST), parts={part: evil.encode(encoding)}))
    assert "document type" in error.problem


def test_a_part_that_unpacks_to_gigabytes_is_refused():
    body = b" " * 150_000_000
    error = _error(write_docx("", parts={"word/media/image1.bmp": body}))
    assert "unpacks to far more" in error.problem


def test_a_directory_that_lies_about_sizes_does_not_help_a_bomb():
    data = write_docx("", parts={"word/document.xml": b"<a>" + b" " * 90_000_000})
    size = (90_000_003).to_bytes(4, "little")
    assert data.count(size) == 2
    assert _error(data.replace(size, (1_000).to_bytes(4, "little")))


def test_a_hundred_thousand_nested_tables_fail():
    deep = "<w:tbl><w:tr><w:tc>" * 100_000 + par("x") + "</w:tc></w:tr></w:tbl>" * 100_000
    assert "nested too deeply" in _error(write_docx(deep)).problem


def test_millions_of_elements_are_refused_before_they_are_parsed():
    assert "unpacks to far more" in _error(write_docx("<w:p/>" * 4_000_001)).problem


def test_tables_nested_as_deep_as_the_parser_allows_are_read():
    deep = "<w:tbl><w:tr><w:tc>" * 80 + par(FIRST) + "</w:tc></w:tr></w:tbl>" * 80
    assert _text(deep) == FIRST


def test_one_huge_paragraph_is_too_long():
    error = _error(write_docx(par("họp xã " * 200_000)))
    assert "too long" in error.problem
    assert "max_characters" in error.advice


def test_absurd_numbers_in_lists_and_cells_cost_nothing():
    numbering = _numbering(("upperRoman", "%1%1%1" * 1_000))
    huge = '<w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="1"/></w:numPr>'
    wide = '<w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>'
    cell = f"<w:tbl><w:tr><w:tc>{wide}{par('x')}</w:tc></w:tr></w:tbl>"
    text = _text(par("Một", props=huge) + item("Hai") * 50 + cell, numbering=numbering)
    assert len(text) < 20_000


def test_a_long_document_costs_no_square_of_its_length(grows_linearly):
    def read(text):
        lines = text.split("|")
        body = "".join(map(par, lines)) + table(*((line, line) for line in lines))
        _read(write_docx(body), max_characters=100_000_000)

    grows_linearly(read, "họp xã|", size=7_000)
