"""Seconds and peak memory of the end of a run: copies, re-posts, links, final rows.

usage: python tests/bench/bench_finish.py [N ...]

The runs are made up (``made_run``) and lie in Parquet parts. Each is finished in a process of its
own, and all its final rows are read; the seconds are processor seconds. ``start`` is the memory of
the process before it begins.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

from made_run import ParquetShelf, make

from hoinghi.linking import finish
from hoinghi.tables import SCHEMAS

_SIZES = (1_000, 10_000, 100_000)
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _RSS_UNIT / 2**20


def _measured(folder: Path, answer: Connection) -> None:
    start, began = _peak(), time.process_time()
    finished = finish(ParquetShelf(folder), folder=folder)
    linked = time.process_time()
    rows = {name: sum(b.num_rows for b in finished.batches(name)) for name in SCHEMAS}
    done = time.process_time()
    answer.send((start, _peak(), linked - began, done - linked, rows, finished.statuses))


def main() -> None:
    """Measure all sizes, or those of the command line."""
    context = multiprocessing.get_context("spawn")
    for size in map(int, sys.argv[1:] or _SIZES):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            make(folder, size)
            here, there = context.Pipe()
            process = context.Process(target=_measured, args=(folder, there))
            process.start()
            start, peak, linking, reading, rows, statuses = here.recv()
            process.join()
        print(
            f"{size:>9,} documents  {1000 * linking / size:6.2f} s + {1000 * reading / size:5.2f} s"
            f" per 1,000  ({size / (linking + reading):,.0f}/s)  "
            f"start {start:.0f} MB, peak {peak:.0f} MB"
        )
        print(f"          {statuses} {rows['people']:,} people {rows['meetings']:,} meetings")


if __name__ == "__main__":
    main()
