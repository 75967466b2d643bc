"""How often the language of a text is told rightly, and what it costs.

usage: python tests/bench/bench_language.py

Texts are ``tests/data/languages.tsv`` and the articles of ``corpus/gold``: whole, cut to 500, 200
and 100 characters, each also without accents. Milliseconds are of processor time, the best of
several turns; loading py3langid's model is timed apart.
"""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from hoinghi.gold import read_gold
from hoinghi.language import language_of
from hoinghi.text import strip_accents
from language_texts import is_right, texts

GOLD = Path(__file__).parent.parent.parent / "corpus" / "gold"
TURNS = 5


def milliseconds(cases: list[str]) -> float:
    times = []
    for _ in range(TURNS):
        language_of.cache_clear()
        started = time.process_time()
        for text in cases:
            language_of(text)
        times.append(time.process_time() - started)
    return min(times) * 1000 / len(cases)


def report(name: str, cases: list[tuple[str, str]]) -> None:
    found = [(code, language_of(text), text) for code, text in cases]
    wrong = [case for case in found if not is_right(case[0], case[1])]
    cost = milliseconds([text for _, text in cases])
    right = len(cases) - len(wrong)
    print(f"{name:30} {right:4}/{len(cases):<4} {100 * right / len(cases):6.2f} %  {cost:.3f} ms")
    for code, found, text in wrong[:8]:
        print(f"    {code} -> {found}: {text[:70]!r}")


def main() -> None:
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    language_of(texts()[0][1])
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1000
    print(f"model of other languages       {time.process_time() - started:.2f} s, {grown:.0f} MB")
    gold = [doc.article.text for doc in read_gold([GOLD])]
    for size in (0, 500, 200, 100):
        cut = [text[: size or None] for text in gold]
        named = f"first {size} characters" if size else "articles"
        report(f"gold, {named}", [("vi", text) for text in cut])
        report("  without accents", [("vi", strip_accents(text)) for text in cut])
    codes = Counter(code for code, _ in texts())
    for code in codes:
        report(f"texts, {code}", [case for case in texts() if case[0] == code])
    report("texts, all", texts())


if __name__ == "__main__":
    main()
