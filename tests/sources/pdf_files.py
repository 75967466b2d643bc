"""Small PDF files for the tests, written by hand: no font is embedded, its letters are named.

Letters are as wide as those of common fonts (in thousandths of the size), so that lines break,
and stand, as in real files.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

TOP, BOTTOM, LEFT, RIGHT = 780.0, 70.0, 72.0, 523.0
PICTURE = object()
Item = object


@dataclass(frozen=True)
class Text:
    x: float
    y: float
    text: str
    size: float = 12
    blank: float = 0  # added to the width of every blank, as justified lines have it
    bold: bool = False
    turn: str = "1 0 0 1"


def width(letter: str) -> int:
    if letter in "iíìỉĩịltIfjr.,;:'()|!1 ":
        return 290
    if letter in "mwMW%":
        return 800
    return 680 if letter.isupper() else 510


def length(text: str, size: float = 12) -> float:
    return sum(map(width, text)) * size / 1000


def write_pdf(
    pages: Sequence[Sequence[Item]],
    *,
    title: str | None = None,
    rotate: int = 0,
    unnamed: str = "",
) -> bytes:
    """Return a PDF of pages of ``Text`` and ``PICTURE``; ``unnamed`` letters have no Unicode."""
    letters = sorted(
        {c for page in pages for one in page if isinstance(one, Text) for c in one.text}
    )
    codes = {letter: code for code, letter in enumerate(letters, 1)}
    named = "".join(
        f"<{code:04x}> <{letter.encode('utf-16-be').hex()}>\n"
        for letter, code in codes.items()
        if letter not in unnamed
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(letters) - len(unnamed)} beginbfchar\n{named}endbfchar\nendcmap end end"
    )
    widths = " ".join(f"{code} [{width(letter)}]" for letter, code in codes.items())
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{_kids(len(pages))}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Noname /Encoding /Identity-H"
        " /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
        _letters("Noname", widths),
        "<< /Type /FontDescriptor /FontName /Noname /Flags 4 /FontBBox [0 -250 1000 900]"
        " /ItalicAngle 0 /Ascent 900 /Descent -250 /CapHeight 700 /StemV 80 >>",
        _stream(cmap.encode()),
        _stream(
            b"\x80" * 64,
            "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray"
            " /BitsPerComponent 8",
        ),
        f"<< /Title <{_utf16(title or '').hex()}> >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Noname-Bold /Encoding /Identity-H"
        " /DescendantFonts [10 0 R] /ToUnicode 6 0 R >>",
        _letters("Noname-Bold", widths),
    ]
    for at, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate}"
            f" /Contents {12 + 2 * at} 0 R /Resources << /Font << /F 3 0 R /B 9 0 R >>"
            " /XObject << /I 7 0 R >> >> >>"
        )
        objects.append(_stream("\n".join(_drawn(one, codes) for one in page).encode()))
    return _file(objects)


def set_text(
    paragraphs: Iterable[str],
    *,
    size: float = 12,
    indent: float = 0,
    apart: float = 0,
    justified: bool = False,
    columns: int = 1,
    top: float = TOP,
) -> list[list[Text]]:
    """Return pages with ``paragraphs`` set as a word processor does."""
    gutter = 24.0
    wide = (RIGHT - LEFT - gutter * (columns - 1)) / columns
    pages: list[list[Text]] = [[]]
    column, y = 0, top
    for paragraph in paragraphs:
        lines = list(_wrapped(paragraph, wide, size, indent))
        for at, line in enumerate(lines):
            if y < BOTTOM:
                column, y = column + 1, top
                if column == columns:
                    pages.append([])
                    column, y = 0, TOP
            inset = indent if at == 0 else 0
            blanks = line.count(" ")
            spare = wide - inset - length(line, size)
            stretched = justified and at < len(lines) - 1 and blanks > 0
            x = LEFT + column * (wide + gutter) + inset
            pages[-1].append(Text(x, y, line, size, spare / blanks if stretched else 0))
            y -= 1.3 * size
        y -= apart
    return pages


def _wrapped(paragraph: str, wide: float, size: float, indent: float) -> Iterable[str]:
    line = ""
    room = wide - indent
    for word in paragraph.split():
        longer = f"{line} {word}".lstrip()
        if line and length(longer, size) > room:
            yield line
            line, room = word, wide
        else:
            line = longer
    yield line


def _letters(name: str, widths: str) -> str:
    return (
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /FontDescriptor 5 0 R"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        f" /DW 500 /W [{widths}] >>"
    )


def _utf16(text: str) -> bytes:
    return f"\ufeff{text}".encode("utf-16-be", "surrogatepass")


def _kids(count: int) -> str:
    return " ".join(f"{11 + 2 * at} 0 R" for at in range(count))


def _drawn(one: Item, codes: dict[str, int]) -> str:
    if not isinstance(one, Text):
        return "q 500 0 0 700 40 60 cm /I Do Q"
    start = f"BT /{'B' if one.bold else 'F'} {one.size} Tf {one.turn} {one.x} {one.y} Tm"
    runs = one.text.split(" ") if one.blank else [one.text]
    gap = -(290 + one.blank * 1000 / one.size)
    hexed = (f"<{''.join(f'{codes[c]:04x}' for c in run)}>" for run in runs)
    if one.blank:  # as word processors do: blanks are written and stretched
        space = f"<{codes[' ']:04x}>"
        return f"{start} [{f' {space} {gap + 290:.2f} '.join(hexed)}] TJ ET"
    return f"{start} {next(iter(hexed))} Tj ET"


def _stream(data: bytes, more: str = "") -> bytes:
    packed = zlib.compress(data)
    head = f"<< /Length {len(packed)} /Filter /FlateDecode {more} >>\nstream\n"
    return head.encode() + packed + b"\nendstream"


def _file(objects: Sequence[str | bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        body = one.encode() if isinstance(one, str) else one
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += (
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 8 0 R >>\n"
        f"startxref\n{table}\n%%EOF\n"
    ).encode()
    return bytes(out)
