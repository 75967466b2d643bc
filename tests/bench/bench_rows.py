"""Rows per second, megabytes per second and peak memory of every format of rows.

usage: python tests/bench/bench_rows.py [--rows N] [--json FILE]

Each file holds made-up articles of a commune's site (seeded, so that every run reads the same),
once N of them and once ten times as many: peak memory should hardly grow for the formats that
are read row by row, and tells what the others cost. Each is read in a process of its own; the
seconds are processor seconds. Megabytes are those of the articles' text in UTF-8, so that the
formats can be compared.
"""

from __future__ import annotations

import argparse
import csv
import json
import multiprocessing
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

_MB = 2**20
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
_COMMUNES = ("Tam Đại", "Bình Nguyên", "Ea Tu", "Định Môn", "Tiên Lãnh", "Thạch Hà", "Đại Hiệp")
_FAMILIES = ("Đoàn Viết", "Trà Thị", "Lương Quốc", "Mai Xuân", "Huỳnh Thị", "Lâm Hữu")
_GIVEN = ("Thưởng", "Kiều", "Đàn", "Hạ", "Phận", "Trực", "Bền")
_SENTENCES = (
    "Sáng ngày {day}, Ủy ban MTTQ Việt Nam xã {commune} tổ chức hội nghị sơ kết công tác Mặt trận.",
    "Phát biểu tại hội nghị, ông {name}, Bí thư Đảng ủy xã, biểu dương kết quả đã đạt được.",
    "Cử tri thôn {number} đề nghị sớm sửa chữa tuyến đường liên thôn và nạo vét kênh mương.",
    "Bà {name}, Chủ tịch UBND xã {commune}, tiếp thu ý kiến và giao các ngành trả lời trước {day}.",
    "Trong sáu tháng đầu năm, toàn xã đã vận động được {number} triệu đồng cho quỹ vì người nghèo.",
)
Row = dict[str, str]


def rows(count: int) -> Iterator[Row]:
    """Yield ``count`` articles, the same in every run."""
    dice = random.Random(7)  # noqa: S311 - made-up articles
    for number in range(count):
        commune = dice.choice(_COMMUNES)
        day = f"{dice.randint(1, 28):02}/{dice.randint(1, 12):02}/2024"
        lines = [
            dice.choice(_SENTENCES).format(
                commune=commune,
                day=day,
                name=f"{dice.choice(_FAMILIES)} {dice.choice(_GIVEN)}",
                number=dice.randint(1, 900),
            )
            for _ in range(dice.randint(10, 50))
        ]
        yield {
            "Tiêu đề": f"Xã {commune} họp lần {number}",
            "Nội dung": "\n".join(lines),
            "Ngày đăng": day,
            "link": f"https://xa.example/tin/{number}",
        }


def write_table(path: Path, articles: Iterable[Row]) -> None:
    """Write a CSV or TSV file."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter="\t" if path.suffix == ".tsv" else ",")
        for number, row in enumerate(articles):
            if not number:
                writer.writerow(row)
            writer.writerow(row.values())


def write_xlsx(path: Path, articles: Iterable[Row]) -> None:
    """Write a workbook of one sheet."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(articles):
            if not at:
                sheet.write_row(0, 0, list(row))
            for column, cell in enumerate(row.values()):
                sheet.write_string(at + 1, column, cell)


def write_jsonl(path: Path, articles: Iterable[Row]) -> None:
    """Write one object a line."""
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in articles)


def write_json(path: Path, articles: Iterable[Row]) -> None:
    """Write an array within an object, all on one line."""
    with path.open("w", encoding="utf-8") as stream:
        stream.write('{"articles": [')
        for number, row in enumerate(articles):
            stream.write((", " if number else "") + json.dumps(row, ensure_ascii=False))
        stream.write("]}")


def write_parquet(path: Path, articles: Iterable[Row]) -> None:
    """Write row groups of a thousand rows."""
    pq.write_table(pa.Table.from_pylist(list(articles)), path, row_group_size=1000)


def write_rss(path: Path, articles: Iterable[Row]) -> None:
    """Write a feed with whole texts as paragraphs."""
    with path.open("w", encoding="utf-8") as stream:
        space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        stream.write(f'<?xml version="1.0"?><rss version="2.0" {space}><channel>')
        for row in articles:
            body = "".join(f"<p>{line}</p>" for line in row["Nội dung"].split("\n"))
            stream.write(
                f"<item><title>{escape(row['Tiêu đề'])}</title><link>{row['link']}</link>"
                f"<content:encoded>{escape(body)}</content:encoded></item>"
            )
        stream.write("</channel></rss>")


SAMPLE = Path(__file__).parents[2] / "corpus" / "samples" / "18-can-tho.parquet"
WRITERS: dict[str, Callable[[Path, Iterable[Row]], None]] = {
    "csv": write_table,
    "tsv": write_table,
    "xlsx": write_xlsx,
    "jsonl": write_jsonl,
    "json": write_json,
    "parquet": write_parquet,
    "rss": write_rss,
}


def make(kind: str, path: Path, count: int) -> None:
    """Write a file of ``count`` articles."""
    WRITERS[kind](path, rows(count))


def measure(path: str, count: int) -> dict[str, float]:
    """Read a file in this process; return seconds, rows/s, MB/s and the peaks in MB.

    Some readers run in a process of their own, which is begun before the clock.
    """
    from hoinghi.records import Article  # noqa: PLC0415 - each in its own process
    from hoinghi.sources import confined, read_articles  # noqa: PLC0415

    sum(1 for _ in read_articles([SAMPLE]))

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _RSS_UNIT / _MB
    started = time.perf_counter()
    articles = size = 0
    for item in read_articles([path]):
        articles += isinstance(item, Article)
        size += len(item.text.encode()) if isinstance(item, Article) else 0
    seconds = time.perf_counter() - started
    confined.end_all()
    if articles != count:
        raise SystemExit(f"{path}: {articles} articles were read, not {count}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _RSS_UNIT / _MB
    return {
        "seconds": seconds,
        "rows_per_second": articles / seconds,
        "mb_per_second": size / 1e6 / seconds,
        "idle_mb": before,
        "peak_mb": peak,
        "child_mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * _RSS_UNIT / _MB,
    }


def main() -> None:
    """Write, read and print one format after the other."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=2000, help="rows of the smaller files [2000]")
    parser.add_argument("--json", type=Path, help="also write the figures there")
    arguments = parser.parse_args()
    context = multiprocessing.get_context("spawn")
    results: dict[str, dict[str, float]] = {}
    print(
        f"{'':8} {'rows':>7} {'file MB':>8} {'rows/s':>9} {'MB/s':>7} {'idle MB':>8} "
        f"{'peak MB':>8} {'child MB':>8}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for kind in WRITERS:
            for count in (arguments.rows, 10 * arguments.rows):
                path = Path(folder, f"rows.{kind}")
                # A process begins with the peak of the one that started it: nothing is done here.
                with context.Pool(1) as pool:
                    pool.apply(make, (kind, path, count))
                with context.Pool(1) as pool:
                    figures = pool.apply(measure, (str(path), count))
                results[f"{kind}_{count}"] = figures
                print(
                    f"{kind:8} {count:7} {path.stat().st_size / 1e6:8.1f} "
                    f"{figures['rows_per_second']:9.0f} {figures['mb_per_second']:7.1f} "
                    f"{figures['idle_mb']:8.0f} {figures['peak_mb']:8.0f} "
                    f"{figures['child_mb']:8.0f}",
                    flush=True,
                )
                path.unlink()
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
