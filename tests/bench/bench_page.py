"""How large the page of a report is, and how long Chromium takes to open and to search it.

    python tests/bench/bench_page.py [MEETINGS ...]

Tables are made up; names and sentences are those of made-up articles, as varied as real ones
(60-120 and 150-400 characters), with six marks each.

The limits: under 10 MB, and the table usable in under 3 s. ``first text`` is when the browser
painted the first of it, ``table`` when rows could be read, sorted and filtered.
"""

import re
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from random import Random

from made_articles import articles
from made_tables import make
from playwright.sync_api import sync_playwright

from hoinghi.report import key_figures, read_facts, sheets
from hoinghi.report.page import write_page

sys.path.insert(0, str(Path(__file__).parents[1]))
from browser import chromium

SIZES = (300, 50_000)
TIMES = 5
FIRST = "performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000"
SORTED = """async () => {
  const started = performance.now();
  document.querySelector("#meetings th[data-column=name] button").click();
  return (performance.now() - started) / 1000;
}"""


def told(facts):
    """Return facts with names and sentences of the usual length."""
    dice = Random(9)  # noqa: S311
    texts = " ".join(row["text"] for row in articles(1_000))
    every = re.split(r"(?<=[.!?])\s+", texts)
    long = [text for text in every if 150 <= len(text) <= 400]
    names = [text[: dice.randrange(60, 120)] for text in every if len(text) >= 120]
    meetings = facts.meetings.copy()
    count = len(meetings)
    meetings["name"] = [f"{dice.choice(names)} {number}" for number in range(count)]
    meetings["sentence"] = [f"{number}: {dice.choice(long)}" for number in range(count)]
    places = [sorted(dice.sample(range(0, 140, 2), 6)) for _ in range(count)]
    labels = ("DATE", "ORG", "MEETING", "VENUE", "PER", "TITLE")
    meetings["marks"] = [
        [(at, at + dice.randrange(4, 30), label) for at, label in zip(row, labels, strict=True)]
        for row in places
    ]
    return replace(facts, meetings=meetings)


def opened(browser, path):
    """Return seconds to the first text, to the table, of the first sort and the first search."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    started = time.perf_counter()
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_selector("html[data-ready]", state="attached")
    ready = time.perf_counter() - started
    page.wait_for_load_state("load")
    first, order = page.evaluate(FIRST), page.evaluate(SORTED)
    started = time.perf_counter()
    page.fill("#filters [name=words]", "chu tri")
    page.wait_for_timeout(200)  # the page waits for the end of the typing, too
    page.wait_for_selector("#searching", state="hidden")
    search = time.perf_counter() - started
    page.close()
    return first, ready, order, search


def main(sizes):
    options = {"executable_path": chromium(), "args": ["--no-sandbox"]}
    for size in sizes:
        with tempfile.TemporaryDirectory() as work:
            make(Path(work) / "out", size)
            facts = told(read_facts(Path(work) / "out"))
            parts, path = (sheets(facts), key_figures(facts)), Path(work) / "bao-cao.html"
            started = time.perf_counter()
            write_page(facts, *parts, path)
            written = time.perf_counter() - started
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(**options)
                times = zip(*(opened(browser, path) for _ in range(TIMES)), strict=True)
                first, ready, order, search = map(statistics.median, times)
                browser.close()
            print(
                f"{size:>7,} meetings  {path.stat().st_size / 1e6:5.2f} MB  made {written:5.1f} s"
                f"  first text {first:.2f} s  table {ready:.2f} s  sort {order:.2f} s"
                f"  search in all sentences {search:.1f} s"
            )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
