"""PDF files with a text layer: paragraphs again, without what pages add to them.

A file without text is a scan and fails with advice, and so does one of which most pages are
scans: half an article is worse than none. The day in a file's properties is that of the file, so
``published`` stays unknown.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any, BinaryIO

import pypdfium2
import pypdfium2.raw as pdfium

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.content import too_long, usable
from hoinghi.sources.documents import confirmed_title, whole_file
from hoinghi.sources.pdf_furniture import without_furniture
from hoinghi.sources.pdf_lines import PageText, read_lines
from hoinghi.sources.pdf_paragraphs import paragraphs
from hoinghi.sources.pdf_streams import is_bomb

_MAGIC = b"%PDF-"
_MAGIC_WITHIN = 1024  # readers allow that much before it
_MOST_PAGES = 2_000
_SECONDS = 60.0
# A page with fewer letters and a picture is a scan (its text is the scanner's own mark).
_FEW_LETTERS = 60
# Letters without a Unicode value leave holes in the text.
_MOST_UNKNOWN = 0.02
_OCR = "run OCR (for example ocrmypdf -l vie{}) first"
# pdfium keeps state of its own for the whole process.
_ONE_AT_A_TIME = threading.Lock()


def read_pdf(stream: BinaryIO, source: str, settings: Settings) -> Iterator[Article | ReadError]:
    """Yield the one article of a PDF.

    Raises:
        ReadError: It is no PDF, damaged, locked, a scan, too long, or takes too much time.
    """
    data = whole_file(stream, source)
    if _MAGIC not in data[:_MAGIC_WITHIN]:
        raise ReadError(source, "it is not a PDF", "check how it was saved or downloaded")
    if is_bomb(data):
        raise ReadError(
            source,
            "it unpacks to far more than a document",
            "if you trust it, print it to a new PDF",
        )
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _not_opened(source, data, error) from error
        try:
            pages = _pages(document, source, settings)
            title = _title(document)
        finally:
            document.close()
    kept = without_furniture([page.lines for page in pages])
    text = usable("\n\n".join(paragraphs(kept)), source, settings)
    yield Article(text=text, title=confirmed_title(title, text), source=source)


def _title(document: Any) -> str | None:
    try:
        title: str = document.get_metadata_value("Title")
    except UnicodeError:
        return None
    return title


def _not_opened(source: str, data: bytes, error: pypdfium2.PdfiumError) -> ReadError:
    if "password" in str(error).lower():
        return ReadError(source, "it is protected by a password", "save it without one")
    cut = b"%%EOF" not in data[-2048:]
    return ReadError(
        source,
        "it is cut short" if cut else "it is damaged",
        "download it again, or print it to a new PDF",
    )


def _pages(document: Any, source: str, settings: Settings) -> list[PageText]:
    """Return the text of all pages, within the bounds.

    Raises:
        ReadError: They are too many or too long, take too much time, are damaged or scans.
    """
    if not 0 < len(document) <= _MOST_PAGES:
        problem = f"it has {len(document):,} pages"
        advice = (
            f"split it into files of up to {_MOST_PAGES:,}" if len(document) else "leave it out"
        )
        raise ReadError(source, problem, advice)
    pages: list[PageText] = []
    scans = characters = 0
    started = time.monotonic()
    for number in range(len(document)):
        page, pictures = _page(document, number, source)
        scan = pictures and sum(len(line.text) for line in page.lines) < _FEW_LETTERS
        scans += scan
        characters += page.characters
        # Breaks, blanks and what pages repeat count here, so that twice as many are let through.
        if characters > 2 * settings.max_characters:
            raise too_long(source, f"more than {2 * settings.max_characters:,} characters")
        if time.monotonic() - started > _SECONDS:
            raise ReadError(
                source, f"it takes more than {_SECONDS:.0f} seconds to read", "split it"
            )
        pages.append(page)
    _check(pages, scans, source)
    return pages


def _page(document: Any, number: int, source: str) -> tuple[PageText, bool]:
    """Return the text of a page and whether there are pictures on it."""
    try:
        page = document[number]
        try:
            text = read_lines(page, number)
            few = sum(len(line.text) for line in text.lines) < _FEW_LETTERS
            return text, few and next(_pictures(page), None) is not None
        finally:
            page.close()
    except pypdfium2.PdfiumError as error:
        raise ReadError(
            source, f"its page {number + 1} is damaged", "print it to a new PDF"
        ) from error


def _pictures(page: Any) -> Iterator[object]:
    return page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)  # type: ignore[no-any-return]


def _check(pages: list[PageText], scans: int, source: str) -> None:
    written = sum(bool(page.lines) for page in pages)
    if scans and 2 * scans > len(pages):
        problem = "it is a scan without text"
        if scans < len(pages):
            problem = f"{scans} of its {len(pages)} pages are scans without text"
        raise ReadError(source, problem, _OCR.format(""))
    if not written:
        raise ReadError(
            source, "there is no text in it", "if its pages are pictures, " + _OCR.format("")
        )
    unknown = sum(page.unknown for page in pages)
    if unknown > _MOST_UNKNOWN * sum(page.characters for page in pages):
        raise ReadError(
            source,
            "its fonts do not say which letters they show",
            _OCR.format(" --force-ocr"),
        )
