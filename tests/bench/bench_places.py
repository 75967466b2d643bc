"""Seconds and megabytes that the gazetteer takes, and megabytes of text per second of matching.

usage: python tests/bench/bench_places.py

The gazetteer and the automaton of its names are loaded in this process. Names are matched in the
training articles of ``corpus/gold``, one by one, from their folded syllables on; reading them
whole (``find_places``) is timed beside it. Seconds are processor seconds, the best of several
turns; a megabyte is 10^6 bytes of UTF-8.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from hoinghi.gold import read_gold, split_of
from hoinghi.resources.units import gazetteer
from hoinghi.stages.places import find_places
from hoinghi.stages.places.match import Matcher, known
from hoinghi.stages.places.words import Words

GOLD = Path(__file__).parent.parent.parent / "corpus" / "gold"
TURNS = 7


def best(read: Callable[[], object], turns: int = TURNS) -> float:
    """Return the fewest processor seconds of several turns."""
    times = []
    for _ in range(turns):
        start = time.process_time()
        read()
        times.append(time.process_time() - start)
    return min(times)


def each(read: Callable[..., object], items: Iterable[object]) -> None:
    for item in items:
        read(item)


def main() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    load = best(lambda: (gazetteer(), known()), turns=1)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1000
    gold = (doc for doc in read_gold([GOLD]) if split_of(doc.document_id) == "train")
    texts = [doc.article.text for doc in gold]
    size = sum(len(text.encode()) for text in texts) / 1e6
    words = [Words(text) for text in texts]
    print(f"load            {load:6.3f} s, {grown:.0f} MB")
    print(f"syllables       {size / best(lambda: each(Words, texts)):6.1f} MB/s")
    print(f"matching        {size / best(lambda: each(Matcher, words)):6.1f} MB/s")
    print(f"find_places     {size / best(lambda: each(find_places, texts), 2):6.1f} MB/s")


if __name__ == "__main__":
    main()
