"""Raise the floors in ``tests/floors.json`` to a little under what the split test reaches.

usage: python tools/floors.py [--lower]

A floor only ever rises, unless ``--lower`` says that it may fall (new gold, a mended score):
then the commit says why.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from hoinghi.assembly import load, read
from hoinghi.evaluate import evaluate, floors_under, read_floors
from hoinghi.gold import read_gold, split_of

ROOT = Path(__file__).parent.parent
FLOORS = ROOT / "tests" / "floors.json"


def main() -> None:
    """Measure, compare, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lower", action="store_true", help="let floors fall, too")
    lower = parser.parse_args().lower
    nlp = load()
    documents = [d for d in read_gold([ROOT / "corpus/gold"]) if split_of(d.document_id) == "test"]
    scores = evaluate(documents, lambda article: read(nlp, article))
    old = read_floors(FLOORS)
    new = floors_under(scores.figures)
    for name, floor in new.items():
        kept = floor if lower else max(floor, old.get(name, 0.0))
        if kept != old.get(name):
            print(f"{name}: {old.get(name)} -> {kept}")
        new[name] = kept
    FLOORS.write_text(json.dumps(new, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
