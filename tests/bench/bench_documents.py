"""How whole articles come back out of Word and PDF files, and how fast.

usage: python tests/bench/bench_documents.py [--articles N]

The articles of ``corpus/gold`` and ``corpus/samples`` (.txt) are set as Word files and, in
several manners, as PDF in memory: first lines indented or paragraphs apart, ragged or justified,
two columns, with running titles and page numbers. ``kept`` are the paragraphs whose words all
come back in order within one paragraph, ``exact`` those that come back as a paragraph by
themselves. Beside them stands what pdfium gives by itself, each of its lines a paragraph.
Seconds are processor seconds; megabytes are 10^6 bytes of the file, text ones of the text.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2

from hoinghi.errors import ReadError
from hoinghi.gold import read_gold
from hoinghi.settings import Settings
from hoinghi.sources.pdf import read_pdf
from hoinghi.sources.word import read_word
from hoinghi.text import nfc, squeeze

TESTS = Path(__file__).parent.parent
CORPUS = TESTS.parent / "corpus"
sys.path.insert(0, str(TESTS / "sources"))

from pdf_files import BOTTOM, TOP, Text, set_text, write_pdf  # noqa: E402
from word_files import par, write_docx  # noqa: E402

Paragraphs = list[str]
MANNERS: dict[str, dict[str, object]] = {
    "indented, ragged": {"indent": 28.0},
    "indented, justified": {"indent": 28.0, "justified": True},
    "apart, ragged": {"apart": 6.0},
    "apart, justified": {"apart": 6.0, "justified": True},
    "neither, justified": {"justified": True},
    "two columns": {"indent": 14.0, "columns": 2, "size": 10.0, "justified": True},
}


def articles(count: int) -> list[Paragraphs]:
    """Return articles as lists of paragraphs."""
    texts = [doc.article.text for doc in read_gold([CORPUS / "gold"])]
    texts += [nfc(p.read_text("utf-8-sig")) for p in sorted((CORPUS / "samples").glob("0*.txt"))]
    split = ([squeeze(line) for line in text.splitlines() if line.strip()] for text in texts)
    return list(split)[:count]


def as_pdf(paragraphs: Paragraphs, manner: dict[str, object]) -> tuple[bytes, int]:
    pages = set_text(paragraphs, **manner)  # type: ignore[arg-type]
    for at, line in enumerate(pages[0]):  # as headlines are
        if line.text[:20] not in paragraphs[0]:
            break
        pages[0][at] = replace(line, bold=True)
    for number, page in enumerate(pages, 1):
        page.insert(0, Text(200, TOP + 25, "Trang thông tin điện tử xã Tam Đại", 9))
        page.append(Text(290, BOTTOM - 30, f"{number}", 9))
    return write_pdf(pages), len(pages)


def raw_lines(data: bytes) -> Paragraphs:
    with pypdfium2.PdfDocument(data) as document:
        return [
            squeeze(line)
            for page in document
            for line in page.get_textpage().get_text_range().splitlines()
        ]


def read(reader: Callable[..., object], data: bytes) -> Paragraphs:
    article = next(iter(reader(io.BytesIO(data), "bench", Settings())))  # type: ignore[call-overload]
    if isinstance(article, ReadError):
        raise article
    return [squeeze(block) for block in article.text.split("\n\n")]


def score(gold: Sequence[Paragraphs], found: Sequence[Paragraphs]) -> tuple[float, float]:
    """Return the shares of paragraphs kept and exact."""
    kept = exact = total = 0
    for wanted, got in zip(gold, found, strict=True):
        whole = "\n".join(got)
        total += len(wanted)
        kept += sum(paragraph in whole for paragraph in wanted)
        exact += sum(paragraph in set(got) for paragraph in wanted)
    return kept / total, exact / total


def show(name: str, gold: Sequence[Paragraphs], files: Sequence[tuple[bytes, int]],
         reader: Callable[[bytes], Paragraphs]) -> None:  # fmt: skip
    started = time.process_time()
    found = [reader(data) for data, _ in files]
    seconds = time.process_time() - started
    kept, exact = score(gold, found)
    size = sum(len(data) for data, _ in files) / 1e6
    text = sum(len("\n".join(a).encode()) for a in gold) / 1e6
    pages = sum(count for _, count in files)
    print(
        f"{name:32} kept {kept:7.2%}  exact {exact:7.2%}  {size / seconds:6.1f} MB/s "
        f"(text {text / seconds:5.2f})  {pages / seconds:7.0f} pages/s"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--articles", type=int, default=10_000)
    gold = articles(parser.parse_args().articles)
    print(f"{len(gold)} articles, {sum(map(len, gold))} paragraphs")
    docs = [(write_docx("".join(map(par, one))), 1) for one in gold]
    show("docx", gold, docs, lambda data: read(read_word, data))
    for name, manner in MANNERS.items():
        files = [as_pdf(one, manner) for one in gold]
        show(f"pdf, {name}", gold, files, lambda data: read(read_pdf, data))
        show("    pdfium alone", gold, files, raw_lines)


if __name__ == "__main__":
    main()
