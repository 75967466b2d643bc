"""How long a report takes, how much memory, and how large its files are.

usage: python tests/bench/bench_report.py [MEETINGS ...]

Tables are made up (``made_tables``). The report runs in a process of its own, as the command does;
a second process measures its steps. Seconds are the processor's, those of the wall behind them.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from made_tables import make

from hoinghi.report import key_figures, read_facts, sheets, write_report
from hoinghi.report.csv_sheets import write_sheet
from hoinghi.report.page import write_page
from hoinghi.report.workbook import write_workbook

SIZES = (300, 50_000)
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere


def timed(name, work):
    """Do ``work``, print its seconds and return what it returns."""
    cpu, wall = time.process_time(), time.perf_counter()
    result = work()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(f"  {name:<12}{cpu:8.1f} s  ({wall:.1f} s)", flush=True)
    return result


def whole(out, folder):
    """Write a report as the command does."""
    timed("report", lambda: write_report(out, folder))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _RSS_UNIT / 1e6
    print(f"  {'peak':<12}{peak:8,.0f} MB")
    files = {path.name: path.stat().st_size / 1e6 for path in folder.iterdir()}
    csv = sum(size for name, size in files.items() if name.endswith(".csv"))
    kinds = {"CSV": csv, "workbook": files["bao-cao.xlsx"], "page": files["bao-cao.html"]}
    for name, size in kinds.items():
        print(f"  {name:<12}{size:8.2f} MB")


def steps(out, folder):
    """Measure each step."""
    facts = timed("facts", lambda: read_facts(out))
    tables = timed("sheets", lambda: sheets(facts))
    figures = timed("figures", lambda: key_figures(facts))
    timed("CSV", lambda: [write_sheet(one, folder / f"{one.slug}.csv") for one in tables])
    timed("workbook", lambda: write_workbook(tables, figures, folder / "bao-cao.xlsx"))
    timed("page", lambda: write_page(facts, tables, figures, folder / "bao-cao.html"))


def main(sizes):
    """Measure reports of each size."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as work:
            out, folder = Path(work) / "out", Path(work) / "report"
            make(out, size)
            print(f"{size:,} meetings", flush=True)
            for child in ("whole", "steps"):
                subprocess.run(
                    [sys.executable, __file__, f"--{child}", str(out), str(folder)], check=True
                )


if __name__ == "__main__":
    if sys.argv[1:2] in (["--whole"], ["--steps"]):
        {"--whole": whole, "--steps": steps}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main([int(size) for size in sys.argv[1:]] or SIZES)
