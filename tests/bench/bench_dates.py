"""Megabytes of text per second that ``find_dates`` reads on one core, beside dateparser's search.

usage: python tests/bench/bench_dates.py [--peer-kilobytes N] [--json FILE]

Read are the articles of ``corpus/gold``, each by itself, which hold several times the dates of
ordinary news; the fifth of them with the fewest, which come near to it; all joined and repeated to
one megabyte; and a megabyte each of what is made to be slow (runs of digits, signs, date words).
``dateparser.search.search_dates`` reads the first articles of the same in the same process, as
many as make N kilobytes. The limit is one regular expression for ``23/4/2024`` and its like, which
does nothing but look at every character.

Seconds are processor seconds, the best of three turns; a text never comes twice, so that no cache
answers for it. A megabyte is 10^6 bytes of UTF-8.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import time
import warnings
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from dateparser.search import search_dates

from hoinghi import find_dates
from hoinghi.gold import read_gold

GOLD = Path(__file__).parent.parent.parent / "corpus" / "gold"
HOSTILE = ("1", ".", "/", "1/", "1.", "12/5/", "ngày ", "ba ", "\n")
MEGABYTE = 1_000_000
TURNS = 3
_DAY = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?!\d)")

Reader = Callable[[str], object]


def speed(read: Reader, texts: Sequence[str], turns: int = TURNS) -> float:
    """Return the megabytes per processor second of ``read``, the best of ``turns``."""
    size = sum(len(text.encode()) for text in texts) / MEGABYTE
    fastest = float("inf")
    for turn in range(turns):
        unseen = [text + " " * turn for text in texts]
        started = time.process_time()
        for text in unseen:
            read(text)
        fastest = min(fastest, time.process_time() - started)
    return size / max(fastest, 1e-9)


def density(text: str) -> float:
    """Return the number of dates per byte."""
    return len(find_dates(text)) / len(text.encode())


def first(texts: Iterable[str], kilobytes: int) -> list[str]:
    """Return the first texts that together have ``kilobytes``."""
    taken: list[str] = []
    size = 0
    for text in texts:
        if size >= 1000 * kilobytes:
            break
        taken.append(text)
        size += len(text.encode())
    return taken


def repeated(text: str) -> str:
    """Return ``text`` repeated to a megabyte."""
    size = len(text.encode())
    return text * (MEGABYTE // size + 1) if size < MEGABYTE else text


def measure(texts: list[str], peer_kilobytes: int) -> dict[str, float]:
    """Return megabytes per second by what is read, and the two ratios."""
    part = first(texts, peer_kilobytes)
    plain = sorted(texts, key=density)[: len(texts) // 5]
    found = {
        "articles": speed(find_dates, texts),
        "articles, few dates": speed(find_dates, plain),
        "one megabyte": speed(find_dates, [repeated("\n".join(texts))]),
    }
    hostile = {repr(piece): speed(find_dates, [repeated(piece)], turns=1) for piece in HOSTILE}
    ours = speed(find_dates, part)
    peer = speed(lambda text: search_dates(text, languages=["vi"]), part, turns=1)
    limit = speed(_DAY.findall, texts)
    return {
        **found,
        **hostile,
        "dateparser.search": peer,
        "the same by find_dates": ours,
        "regex": limit,
        "ratio to dateparser": ours / peer,
        "ratio to regex": found["articles"] / limit,
    }


def main() -> None:
    """Measure and print a line per figure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--peer-kilobytes", type=int, default=30, help="for dateparser [30]")
    parser.add_argument("--json", type=Path, help="also write the figures there")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts = [document.article.text for document in read_gold([GOLD])]
    figures = measure(texts, max(1, arguments.peer_kilobytes))
    size = sum(len(text.encode()) for text in texts) / MEGABYTE
    print(f"{len(texts)} articles, {size:.2f} MB, one core")
    for name, figure in figures.items():
        unit = "" if name.startswith("ratio") else "MB/s"
        print(f"{name:24} {figure:10.3f} {unit}".rstrip())
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
