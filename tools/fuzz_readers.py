"""Break the shipped samples in thousands of ways and see that every reader stands it.

    python tools/fuzz_readers.py --minutes 10 --out finds

A find is a file for which a reader raises, dies, takes more than 5 seconds or more than 2 GB. Each
is written to ``--out``; put what teaches something into ``tests/data/hostile`` with a telling name.
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import resource
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.dispatch import read_stream

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "sources"))

from mutations import mutated  # noqa: E402 - beside the tests, which use it too

SECONDS, MEMORY = 5.0, 2 << 30


def main() -> None:
    """Break samples until the time is up, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=2)
    parser.add_argument("--out", type=Path, default=Path("finds"))
    parser.add_argument("--first", type=int, default=0, help="number of the first mutation")
    parser.add_argument("--only", default="", help="part of a sample's name")
    options = parser.parse_args()
    seeds = [p for p in _seeds() if options.only in p.name]
    stop = time.monotonic() + 60 * options.minutes
    number, tried = options.first, Counter[str]()
    while time.monotonic() < stop:
        for seed in seeds:
            for problem, broken in _tried(seed, range(number, number + 100)):
                options.out.mkdir(exist_ok=True)
                (options.out / f"{broken}-{seed.name}").write_bytes(_broken(seed, broken))
                print(f"{seed.name} {broken}: {problem}")
            tried[seed.suffix] += 100
        number += 100
    print(" ".join(f"{kind} {count:,}" for kind, count in sorted(tried.items())))


def _seeds() -> list[Path]:
    folder = ROOT / "corpus" / "samples"
    return sorted(p for p in folder.iterdir() if p.is_file() and p.name != "README.md")


def _broken(seed: Path, number: int) -> bytes:
    return mutated(seed.read_bytes(), number)


def _tried(seed: Path, numbers: range) -> list[tuple[str, int]]:
    """Return what went wrong, in a process of its own that may die."""
    context = multiprocessing.get_context("spawn")
    try:
        with ProcessPoolExecutor(1, mp_context=context, initializer=_limits) as pool:
            return pool.submit(_try_all, seed, numbers).result()
    except BrokenProcessPool:
        if len(numbers) == 1:
            return [("the process died", numbers[0])]
        half = len(numbers) // 2
        return _tried(seed, numbers[:half]) + _tried(seed, numbers[half:])


def _limits() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY * 2, MEMORY * 2))


def _try_all(seed: Path, numbers: range) -> list[tuple[str, int]]:
    finds = []
    for number in numbers:
        started = time.perf_counter()
        try:
            data = io.BytesIO(_broken(seed, number))
            for item in read_stream(data, seed.name, seed.name, Settings()):
                if not isinstance(item, Article | ReadError):
                    finds.append((f"gave {type(item).__name__}", number))
                elif isinstance(item, ReadError) and "could not be read (" in item.problem:
                    finds.append((f"unforeseen: {item.problem}", number))
        except BaseException as error:  # noqa: BLE001 - this is what is looked for
            finds.append((f"raised {type(error).__name__}: {error}", number))
        if (taken := time.perf_counter() - started) > SECONDS:
            finds.append((f"took {taken:.1f} s", number))
        if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 > MEMORY:
            finds.append(("took more than 2 GB", number))
    return finds


if __name__ == "__main__":
    main()
