"""How the whole path behaves from one article to very many: speed, memory, cores, start-up.

usage: python tests/bench/scale.py [--sizes 1000,10000] [--picture docs/scale.svg] [--json FILE]

Articles are made (``made_articles.py``, seeded, 2 to 3 KB each), written as one JSON Lines file and
read by the command line, as a user would, with one worker and with two. Processor time is that of
all processes of a run: a machine that has other work at hand slows it less than wall time. Peak
memory is that of the largest process; where it lies, the run's own or a reading one, is told
apart. The figures of one core, beside the glue stack and the bare tokeniser, are
``bench_speed.py``'s on the same kind of articles, in the same run.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil
from made_articles import articles

_COMMAND = (sys.executable, "-c", "from hoinghi.cli import main; main()")
_MB = 1 << 20
_STARTS = 5


@dataclass(frozen=True, slots=True)
class Run:
    """One run: ``articles`` read by ``workers`` in ``seconds``, of which ``ending`` at the end.

    ``processor`` is the processor time of all its processes, in seconds.
    """

    articles: int
    workers: int
    seconds: float
    processor: float
    ending: float
    parent_mb: float
    reader_mb: float

    @property
    def milliseconds(self) -> float:
        """Return wall time an article."""
        return 1000 * self.seconds / self.articles

    @property
    def processor_milliseconds(self) -> float:
        """Return processor time an article."""
        return 1000 * self.processor / self.articles


def extract(source: Path, out: Path, count: int, workers: int) -> Run:
    """Run the command line on ``source`` and watch its memory."""
    log = out.with_suffix(".jsonl")
    started, before = time.perf_counter(), _processor()
    arguments = ["extract", source, "--out", out, "--workers", workers, "-q", "--log-file", log]
    running = subprocess.Popen([*_COMMAND, *map(str, arguments)], stdout=subprocess.DEVNULL)
    peaks = [0.0, 0.0]
    while running.poll() is None:
        _look(running.pid, peaks)
        time.sleep(0.1)
    seconds = time.perf_counter() - started
    if running.returncode:
        raise SystemExit(f"hoinghi extract ended with {running.returncode}")
    lines = map(json.loads, log.read_text(encoding="utf-8").splitlines())
    wrote = next(line["time"] for line in lines if line["event"] == "writing")
    ending = time.time() - _seconds(wrote)
    return Run(count, workers, seconds, _processor() - before, ending, *peaks)


def _processor() -> float:
    """Return the processor seconds of all processes that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _seconds(stamp: str) -> float:
    from datetime import datetime  # noqa: PLC0415 - here alone

    return datetime.fromisoformat(stamp).timestamp()


def _look(pid: int, peaks: list[float]) -> None:
    try:
        parent = psutil.Process(pid)
        peaks[0] = max(peaks[0], parent.memory_info().rss / _MB)
        for child in parent.children():
            peaks[1] = max(peaks[1], child.memory_info().rss / _MB)
    except psutil.NoSuchProcess:
        pass


def make(folder: Path, count: int) -> Path:
    """Write ``count`` articles as JSON Lines."""
    path = folder / f"{count}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for row in articles(count):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path


def start_up(folder: Path) -> float:
    """Return the shortest wall time of the command line for one article, in seconds."""
    path = folder / "one.txt"
    path.write_text(next(articles(1))["text"], encoding="utf-8")
    found = []
    for number in range(_STARTS):
        started = time.perf_counter()
        command = [*_COMMAND, "extract", str(path), "--out", str(folder / f"one{number}"), "-q"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        found.append(time.perf_counter() - started)
    return min(found)


def draw(runs: list[Run], path: Path) -> None:
    """Draw processor milliseconds an article and peak memory over the number of articles."""
    import altair as alt  # noqa: PLC0415 - only where a picture is wanted
    import pandas as pd  # noqa: PLC0415

    rows = [asdict(run) | {"milliseconds": run.processor_milliseconds} for run in runs]
    frame = pd.DataFrame(rows)
    frame["workers"] = frame["workers"].map(lambda n: f"{n} worker{'s' * (n > 1)}")
    base = alt.Chart(frame).encode(
        x=alt.X("articles:Q", scale=alt.Scale(type="log"), title="articles"),
        color=alt.Color("workers:N", title=None),
    )
    line = base.mark_line(point=True)
    zero = alt.Scale(zero=True)
    speed = line.encode(y=alt.Y("milliseconds:Q", scale=zero, title="processor ms an article"))
    memory = line.encode(y=alt.Y("parent_mb:Q", scale=zero, title="peak MB of the run's process"))
    reader = line.encode(y=alt.Y("reader_mb:Q", scale=zero, title="peak MB of a reading process"))
    chart = alt.hconcat(*(one.properties(width=240, height=200) for one in (speed, memory, reader)))
    chart.save(str(path))


def main() -> None:
    """Measure, print, draw."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="1000,3000", help="numbers of articles [1000,3000]")
    parser.add_argument("--workers", default="1,2", help="numbers of workers [1,2]")
    parser.add_argument("--picture", type=Path, help="where to draw the curve, .svg or .png")
    parser.add_argument("--json", type=Path, help="also write the figures there")
    arguments = parser.parse_args()
    sizes, workers = (
        [int(one) for one in text.split(",")] for text in (arguments.sizes, arguments.workers)
    )
    runs: list[Run] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"start-up for one article: {start_up(folder):.2f} s")
        print(f"{'articles':>9} {'workers':>8} {'seconds':>8} {'ms each':>8} {'cpu ms':>7}"
              f" {'at the end':>11}"
              f" {'MB run':>7} {'MB reader':>10}")  # fmt: skip
        for count in sizes:
            source = make(folder, count)
            for number in workers:
                run = extract(source, folder / f"{count}-{number}", count, number)
                runs.append(run)
                print(f"{count:9,} {number:8} {run.seconds:8.1f} {run.milliseconds:8.1f}"
                      f" {run.processor_milliseconds:7.1f} {run.ending:11.1f}"
                      f" {run.parent_mb:7.0f} {run.reader_mb:10.0f}",
                      flush=True)  # fmt: skip
    if arguments.picture:
        draw(runs, arguments.picture)
    if arguments.json:
        arguments.json.write_text(json.dumps([asdict(run) for run in runs], indent=1) + "\n")


if __name__ == "__main__":
    main()
