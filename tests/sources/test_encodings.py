"""Old encodings come back as Unicode, and everything else stays as it is."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from pathlib import Path

import old_encodings as old
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources import read_articles
from hoinghi.sources.content import decode, open_text, usable
from hoinghi.sources.encodings import repair, repair_all

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
TEXT = (
    "Sáng ngày 12/5/2023, Ủy ban Mặt trận Tổ quốc Việt Nam xã Tam Đại tổ chức hội nghị lần thứ "
    "tám.\nÔng Trần Văn Mẫn khẳng định kết quả đã đạt được; bà Nguyễn Thị Thủy, Phó Bí thư Đảng "
    "ủy, đề nghị các chi hội kỹ lưỡng hơn khi xây dựng quỹ vì người nghèo ở vùng đồng bào."
)
CAPITALS = re.compile(r"[ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ]")
UNKNOWN = re.compile(r"[^\n -~À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
CLEAN = (
    "Trang chủ » Tin tức » Hội nghị © 2019 UBND xã Tam Đại ®, giá 5.000 đ, 25 µm ± 3 m².",
    "Công ty Hà Lan; Bà Lê Thanh Hà; Ông Trân; không có gì; Hà, Lâm, Trà, thôn La Hà © 2020",
    "Ông Nguyễn Văn Núñez và bà Zoë gặp ông François Müller tại Đà Nẵng, Søren đi vắng.",
    "El niño pequeño comió piñas en el año nuevo; la señora García también soñó con Málaga.",
    "L'été dernier, le préfet a reçu à Orléans des élèves très âgés, où ça brûlait déjà.",
    "Die größten Bäume für süße Früchte stehen über den Häusern; Füße müssen frei sein.",
    "nå går vi på sjön över ängar; kl nå gå må kl; båten där när åskan går",
    "Two samples, 5 µm ± 0.3 µm wide at 20 °C; ½ cup, 3×4 cm², §5, ¶2, «quoted», naïve café.",
    "x\xa0= ¬a « b; ÷ × ¤ ¦ ¨ ¯ ´ ¸ º ª ¹ ² ³ ¼ ½ ¾ ¿ ¡ æ ß ð þ",
)


def _as_tcvn3(text: str) -> str:
    """Return ``text`` as TCVN3 can hold it, with small letters for capitals with tones."""
    return CAPITALS.sub(lambda match: match[0].lower(), text)


@pytest.mark.parametrize("encoding", old.BYTES)
def test_an_article_in_every_encoding_comes_back(encoding):
    expected = _as_tcvn3(TEXT) if "TCVN3" in encoding else TEXT
    data = old.BYTES[encoding](TEXT)
    assert usable(decode(data, "a.txt"), "a.txt", Settings()) == expected


@pytest.mark.parametrize("encoding", ["UTF-16 LE", "Windows-1258", "TCVN3", "VNI", "VISCII"])
def test_every_sample_of_plain_text_comes_back(encoding):
    for path in SAMPLES.glob("0*.txt"):  # the others are in old encodings themselves
        text = UNKNOWN.sub("-", unicodedata.normalize("NFC", path.read_text(encoding="utf-8")))
        back = decode(old.BYTES[encoding](text), path.name)
        if encoding == "TCVN3":  # it has no capitals with tones
            back, text = back.lower(), text.lower()
        assert back == text


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_of_any_language_stays_as_it_is(text):
    assert repair(text) == text
    assert repair("\n".join([text] * 3)) == "\n".join([text] * 3)


def test_clean_samples_stay_as_they_are():
    for article in read_articles([SAMPLES]):
        assert repair(article.text) == article.text


def test_known_lines_of_old_fonts_are_read():
    assert repair("Céng hßa x· héi chñ nghÜa ViÖt Nam") == "Cộng hòa xã hội chủ nghĩa Việt Nam"
    assert repair("UÛy ban nhaân daân") == "Ủy ban nhân dân"
    assert repair("á»¦y ban nhÃ¢n dÃ¢n") == "Ủy ban nhân dân"
    assert repair("Ñoàng chí Aùnh khaúng ñònh vaø nhaán maïnh") == (
        "Đồng chí Ánh khẳng định và nhấn mạnh"
    )


def test_capitals_of_tcvn3_come_back_where_the_line_or_the_word_shows_them():
    text = repair("HéI NGHÞ Vµ §¹I HéI MÆT TRËN\nñY BAN vµ ®oµn KIÓM tra héi nghÞ")
    assert text == "HỘI NGHỊ VÀ ĐẠI HỘI MẶT TRẬN\nỦY BAN và đoàn KIỂM tra hội nghị"


def test_what_pdf_files_make_of_tcvn3_is_read():
    text = "Thñ t\u2212íng ChÝnh phñ, Th«ng t\u2212 sè 5, nhµ n\u2212íc x\u2219 héi, 3 \u2212 2"
    assert repair(text) == "Thủ tướng Chính phủ, Thông tư số 5, nhà nước xã hội, 3 \u2212 2"


def test_one_old_paragraph_in_a_clean_document_is_converted_alone():
    clean = "Công ty Hà Lan tài trợ cho xã Tam Đại.\nBà Lê Thanh Hà"
    mixed = f"{clean}\n{old.opened_as_western(old.to_vni(TEXT))}\n{clean}"
    assert repair(mixed) == f"{clean}\n{TEXT}\n{clean}"


def test_a_headline_is_judged_with_its_article():
    title = old.opened_as_western(old.to_tcvn3("Họp xã"))
    body = old.opened_as_western(old.to_tcvn3(TEXT))
    assert repair(title) == title
    assert repair_all([body, title]) == [_as_tcvn3(TEXT), "Họp xã"]


def test_two_wrong_openings_are_undone():
    twice = old.opened_as_western(old.opened_as_western(TEXT.encode()).encode())
    assert repair(twice) == TEXT


@pytest.mark.parametrize(
    "encoding", ["UTF-16 LE", "TCVN3", "VNI", "Windows-1258", "VNI saved as UTF-8"]
)
@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".json"])
def test_rows_in_every_encoding_come_back(tmp_path, encoding, ending):
    rows = [{"title": "Họp xã", "text": TEXT.replace("Ủ", "ủ")}, {"title": "", "text": "Hội nghị"}]
    if ending == ".csv":
        content = "title,text\n" + "".join(f'{r["title"]},"{r["text"]}"\n' for r in rows)
    elif ending == ".json":
        content = json.dumps(rows, ensure_ascii=False, indent=1)
    else:
        content = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
    path = tmp_path / f"a{ending}"
    path.write_bytes(old.BYTES[encoding](content))
    items = list(read_articles([path]))
    assert [item.text for item in items] == [row["text"] for row in rows]
    assert items[0].title == "Họp xã"


def test_rows_are_decoded_as_they_are_read():
    class Endless(io.RawIOBase):
        """Rows without end."""

        def readable(self):
            return True

        def readinto(self, buffer):
            row = old.to_vni(TEXT.replace("\n", " ") + "\n")
            buffer[:] = (row * (len(buffer) // len(row) + 1))[: len(buffer)]
            return len(buffer)

    assert open_text(Endless()).readline() == TEXT.replace("\n", " ") + "\n"


def test_one_damaged_row_fails_alone(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(f'text\n"{TEXT}"\n'.encode() + b"H\xe4p\n" + "Họp\n".encode())
    assert [type(item) for item in read_articles([path])] == [Article, ReadError, Article]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", ""])
@pytest.mark.parametrize("encoding", ["TCVN3", "VNI", "TCVN3 saved as UTF-8", "Windows-1258"])
def test_a_page_in_an_old_font_is_read_whatever_it_declares(tmp_path, charset, encoding):
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT.replace("Ủ", "ủ").split("\n")) * 3
    page = (
        f"<html><head><meta charset='{charset}'><title>Họp xã</title></head><body><article>"
        f"<h1>Họp xã</h1>{paragraphs}</article></body></html>"
    )
    path = tmp_path / "a.html"
    path.write_bytes(old.BYTES[encoding](page))
    (item,) = read_articles([path])
    assert item.title == "Họp xã"
    assert TEXT.replace("Ủ", "ủ").split("\n")[1] in item.text


def test_letters_written_as_entities_belong_to_the_font(tmp_path):
    font = old.opened_as_western(old.to_tcvn3(TEXT.replace("Ủ", "ủ")))
    written = font.replace("é", "&eacute;").replace("ã", "&#227;")
    path = tmp_path / "a.html"
    for encoding in ("utf-8", "cp1252"):
        body = f"<p>{written}</p>".replace("\n", "</p><p>") * 3
        path.write_bytes(f"<html><body><article>{body}</article></body></html>".encode(encoding))
        (item,) = read_articles([path])
        assert TEXT.split("\n")[1].replace("Ủ", "ủ") in item.text


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (TEXT.encode()[:-1] + "ế".encode()[:2], "its end is missing"),
        (
            (TEXT.encode() * 9)[:3000].replace(b"tr\xe1\xba\xadn", b"tr\xe1\xban", 1),
            "1 bytes|2 bytes",
        ),
        (TEXT.encode("utf-16")[:-1], "its end is missing"),
        (b"\xff\xfe\x00\xd8\x41\x00", "announce UTF-16"),
        (b"\x01\x02\xff\xfd text", "control characters"),
        (bytes(range(256)) * 3, "control characters"),
        ("Les élèves très âgés où ça brûlait déjà".encode("cp1252"), "not valid UTF-8"),
    ],
)
def test_what_is_no_text_fails_with_its_reason(data, problem):
    with pytest.raises(ReadError, match=problem):
        decode(data, "a.txt")


@pytest.mark.parametrize("declared", ["base64", "utf-16", "nonsense", "idna", "unicode_escape"])
def test_a_declared_encoding_that_cannot_be_is_not_believed(declared):
    with pytest.raises(ReadError, match="not valid UTF-8"):
        decode(b"caf\xe9 cr\xe8me", "a.html", declared)
    assert decode(b"caf\xe9", "a.html", "iso-8859-1") == "café"


_WORDS = sorted(set(re.findall(r"[^\W\d_]+", TEXT.replace("Ủ", "ủ"))))


@given(
    words=st.lists(st.sampled_from(_WORDS), min_size=40, max_size=80),
    encoding=st.sampled_from(sorted(old.BYTES)),
)
def test_any_words_of_ours_survive_every_encoding(words, encoding):
    text = " ".join([*_WORDS, *words])
    assert usable(decode(old.BYTES[encoding](text), "a"), "a", Settings()) == text


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_read_error(data):
    try:
        text = usable(decode(data, "a"), "a", Settings())
    except ReadError:
        return
    assert unicodedata.is_normalized("NFC", text)


@given(st.text(alphabet=st.characters(max_codepoint=0x1EFF), max_size=200))
def test_any_unicode_is_repaired_without_an_error_and_once_for_all(text):
    once = repair(text)
    assert repair(once) == once


@pytest.mark.parametrize("piece", ["Ã", "é", "<é>", "á»", "µm ", "é\n", "nhaân ", "¬a\u2212"])
def test_repair_takes_linear_time(grows_linearly, piece):
    grows_linearly(repair, piece)


@pytest.mark.parametrize(
    "piece", [b"\xc3 ", b"\xe9\xe9\xe9 ", b"a\xe2n", b"\x01\xff", b"nh\xe1n <"]
)
def test_bytes_of_no_encoding_are_refused_in_linear_time(grows_linearly, piece):
    def refuse(text):
        with pytest.raises(ReadError):
            decode(text.encode("latin-1"), "a.txt")

    grows_linearly(refuse, piece.decode("latin-1"))
