"""Documents per second on one core, and peak memory, beside the glue that people write today.

usage: python tests/bench/bench_speed.py [--articles gold|made] [--documents N] [--json FILE]

The glue stack is ``underthesea.ner`` on every sentence and ``dateparser.search.search_dates`` on
every article: less than what ``hoinghi`` does (no titles, bodies, records), with what everybody
has at hand. All read the same articles of 2 to 3 KB in the same run, of ``corpus/gold`` or made
ones (``made_articles.py``), in turns, each in a process of its own that is bound to one core, so
that none profits from another's caches and peak memory is its own. ``hoinghi`` is what a worker
of a run does: reading, rows and the signature. ``rules`` is that without the trained model: the
difference is what it costs. ``blank`` is spaCy's bare tokeniser: the limit of all that cuts text.
Seconds are processor seconds, so that a busy machine does not count as slowness, nor a second
thread as speed. Loading is reported apart and not counted into the speed.
"""

from __future__ import annotations

import argparse
import gc
import json
import multiprocessing
import os
import resource
import sys
import time
import warnings
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent.parent.parent / "corpus" / "gold"
_MB = 2**20
_USUAL = range(2000, 3001)  # bytes of an article
_TURN = 10  # texts that a reader reads before the next one's turn
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere


def load_hoinghi(model: str | None = None) -> Callable[[str], object]:
    """Return a reader of one text, as the workers of a run read it."""
    from hoinghi.collecting import raw_rows  # noqa: PLC0415 - each in its own process
    from hoinghi.pipeline import open_pipeline  # noqa: PLC0415
    from hoinghi.records import Article  # noqa: PLC0415

    pipeline = open_pipeline(model=model)
    return lambda text: raw_rows(pipeline.read, Article(text))


def load_blank() -> Callable[[str], object]:
    """Return what cuts one text into tokens."""
    import spacy  # noqa: PLC0415

    return spacy.blank("xx")


def load_glue() -> Callable[[str], object]:
    """Return a reader of one text by the glue stack."""
    from dateparser.search import search_dates  # noqa: PLC0415
    from underthesea import ner, sent_tokenize  # noqa: PLC0415

    def read(text: str) -> object:
        names = [ner(sentence) for sentence in sent_tokenize(text)]
        return names, search_dates(text, languages=["vi"])

    return read


def load_rules() -> Callable[[str], object]:
    """Return a reader of one text by this project's rules alone."""
    return load_hoinghi("none")


READERS = {"hoinghi": load_hoinghi, "rules": load_rules, "glue": load_glue, "blank": load_blank}


def open_reader(name: str, texts: list[str]) -> dict[str, float]:
    """Load a reader in this process, for ``texts``; return the seconds that it took."""
    warnings.simplefilter("ignore")
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    started = time.process_time()
    _opened.update(read=READERS[name](), texts=texts)
    _opened["read"](texts[0])  # lazy parts are loaded by the first text
    gc.freeze()  # as a worker does: what is loaded is no garbage to look for
    return {"load_seconds": time.process_time() - started, "seconds": 0.0, "peak_mb": 0.0}


_opened: dict[str, Any] = {}


def read_some(first: int, stop: int) -> tuple[float, float]:
    """Read some of the texts in this process; return seconds and peak MB so far."""
    started = time.process_time()
    for text in _opened["texts"][first:stop]:
        _opened["read"](text)
    seconds = time.process_time() - started
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _RSS_UNIT / _MB


def measure(texts: list[str]) -> dict[str, dict[str, float]]:
    """Let every reader read ``texts``; return seconds, documents/s, KB/s and peak MB of each.

    They take turns, some texts at a time: a machine is now faster, now slower, and what is
    compared should share its moods.
    """
    context = multiprocessing.get_context("spawn")
    size = sum(len(text.encode()) for text in texts) / 1000
    with ExitStack() as stack:
        pools = {name: stack.enter_context(context.Pool(1)) for name in READERS}
        results = {name: pool.apply(open_reader, (name, texts)) for name, pool in pools.items()}
        for first in range(0, len(texts), _TURN):
            for name, pool in pools.items():
                seconds, peak = pool.apply(read_some, (first, first + _TURN))
                results[name]["seconds"] += seconds
                results[name]["peak_mb"] = peak
    for figures in results.values():
        figures["documents_per_second"] = len(texts) / figures["seconds"]
        figures["kilobytes_per_second"] = size / figures["seconds"]
    return results


def texts_of_gold(count: int) -> list[str]:
    """Return ``count`` texts of 2 to 3 KB, as news have, spread evenly over the gold articles."""
    from hoinghi.gold import read_gold  # noqa: PLC0415 - the children must not inherit it

    texts = [document.article.text for document in read_gold([GOLD])]
    texts = [text for text in texts if len(text.encode()) in _USUAL]
    count = min(count, len(texts))
    return [texts[i * len(texts) // count] for i in range(count)]


def made_texts(count: int) -> list[str]:
    """Return ``count`` texts of made articles."""
    from made_articles import articles  # noqa: PLC0415

    return [row["text"] for row in articles(count)]


def main() -> None:
    """Measure both and print them side by side."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", choices=["gold", "made"], default="gold", help="which [gold]")
    parser.add_argument("--documents", type=int, default=60, help="articles to read [60]")
    parser.add_argument("--json", type=Path, help="also write the figures there")
    arguments = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"
    choose = made_texts if arguments.articles == "made" else texts_of_gold
    texts = choose(max(1, arguments.documents))
    results = measure(texts)
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters, one core")
    print(f"{'':8} {'documents/s':>12} {'KB/s':>8} {'load s':>8} {'peak MB':>8}")
    for name, figures in results.items():
        print(
            f"{name:8} {figures['documents_per_second']:12.1f} "
            f"{figures['kilobytes_per_second']:8.1f} {figures['load_seconds']:8.1f} "
            f"{figures['peak_mb']:8.0f}"
        )
    speeds = [results[name]["documents_per_second"] for name in ("hoinghi", "glue")]
    ratio = speeds[0] / speeds[1]
    print(f"ratio    {ratio:12.1f}")
    each = [1000 * results[name]["seconds"] / len(texts) for name in ("hoinghi", "rules")]
    print(f"the model alone: {each[0] - each[1]:.1f} of {each[0]:.1f} ms an article")
    if arguments.json:
        arguments.json.write_text(json.dumps({**results, "ratio": ratio}, indent=1) + "\n")


if __name__ == "__main__":
    main()
