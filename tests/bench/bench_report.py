"""How long a report takes, how much memory, and how large its files are.

    python tests/bench/bench_report.py [MEETINGS ...]

Tables are made up (``made_tables``), the report runs in a process of its own.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from made_tables import make

from hoinghi.report import key_figures, read_facts, sheets, write_report

SIZES = (300, 50_000)


def child(out, folder):
    started = time.perf_counter()
    facts = read_facts(out)
    read = time.perf_counter()
    sheets(facts), key_figures(facts)
    counted = time.perf_counter()
    del facts
    write_report(out, folder)
    written = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"facts {read - started:7.1f} s   sheets {counted - read:6.1f} s   "
        f"whole report {written - counted:7.1f} s   peak {peak:7,.0f} MB"
    )


def main(sizes):
    for size in sizes:
        with tempfile.TemporaryDirectory() as work:
            out, folder = Path(work) / "out", Path(work) / "report"
            make(out, size)
            print(f"{size:,} meetings")
            command = [sys.executable, __file__, "--child", str(out), str(folder)]
            subprocess.run(command, check=True)
            files = {path.name: path.stat().st_size for path in sorted(folder.iterdir())}
            csv = sum(n for name, n in files.items() if name.endswith(".csv"))
            for name, count in (
                ("CSV", csv),
                ("workbook", files["bao-cao.xlsx"]),
                ("page", files["bao-cao.html"]),
            ):
                print(f"  {name:<10}{count / 1e6:8.2f} MB")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main([int(size) for size in sys.argv[1:]] or SIZES)
