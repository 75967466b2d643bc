"""Small Word files for the tests, written by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def par(*inner: str, props: str = "") -> str:
    """Return a paragraph of plain texts and of pieces of XML, which begin with ``<``."""
    runs = "".join(one if one.startswith("<") else run(one) for one in inner)
    return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{runs}</w:p>"


def item(text: str, number: int = 1, level: int = 0) -> str:
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return par(text, props=listed)


def table(*rows: tuple[str | tuple[str, ...], ...]) -> str:
    """Return a table; a cell is a text, several, or a piece of XML."""
    return f"<w:tbl>{''.join(map(_row, rows))}</w:tbl>"


def _row(cells: tuple[str | tuple[str, ...], ...]) -> str:
    written = []
    for cell in cells:
        texts = (cell,) if isinstance(cell, str) else cell
        inner = "".join(one if one.startswith("<w:tbl") else par(one) for one in texts)
        written.append(f"<w:tc><w:tcPr/>{inner}</w:tc>")
    return f"<w:tr>{''.join(written)}</w:tr>"


def write_docx(
    body: str, *, parts: Mapping[str, str | bytes] | None = None, namespace: str = WORD
) -> bytes:
    """Return a Word file with ``body``; ``parts`` come on top, or in place of its own."""
    main = f'<w:document xmlns:w="{namespace}" {_MORE}><w:body>{body}</w:body></w:document>'
    own: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="a"'
        f' Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": main,
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**own, **(parts or {})}.items():
            archive.writestr(name, content)
    return packed.getvalue()


def word_part(name: str, inner: str, namespace: str = WORD) -> str:
    return f'<w:{name} xmlns:w="{namespace}">{inner}</w:{name}>'


def core(title: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>"
    )
