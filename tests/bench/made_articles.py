"""Articles that nobody wrote: any number of them, the same ones for one seed.

Real communes before and after the reform of July 2025, invented people, sentences of our own
(``made/*.txt``). An article has 2 to 3 KB, tells of one meeting in one of several layouts, and has
little more in common with the others than unrelated pages of communes have. Now and then one is a
copy or a re-post of an earlier one, as in real archives.

usage: python tests/bench/made_articles.py COUNT [--seed N] > articles.jsonl
       python tests/bench/made_articles.py --bulletin corpus/bulletin/articles.jsonl
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))  # imported from elsewhere too

from made.bulletin import bulletin
from made.kinds import Event, fitting, some_kind
from made.layouts import written
from made.places import some_place

Row = dict[str, str]
_START = date(2023, 1, 2)
_DAYS = 1_090
_COPIES = 0.03
_KEPT = 200
_WIDE = {"soket", "tongket", "uyban", "giamsat", "phanbien", "taphuan", "quantriet", "soketvb",
         "danguy", "giaoban", "daihoimt"}  # fmt: skip


def articles(count: int, seed: int = 20_240_423) -> Iterator[Row]:
    """Yield ``count`` articles as rows: ``text``, ``title``, ``published``, ``url``."""
    dice = Random(seed)  # noqa: S311 - not a secret
    kept: deque[Row] = deque(maxlen=_KEPT)
    for number in range(count):
        row = _again(dice, kept) if kept and dice.random() < _COPIES else _row(dice)
        row["url"] = f"https://xa{dice.randrange(900)}.example.vn/tin/{number}"
        kept.append(row)
        yield row


def _again(dice: Random, kept: deque[Row]) -> Row:
    """Return a copy, or a re-post that lost its last paragraph."""
    row = dict(kept[dice.randrange(len(kept))])
    if dice.random() < 0.5:
        row["text"] = row["text"].rpartition("\n")[0]
    return row


def _row(dice: Random) -> Row:
    day = _START + timedelta(days=dice.randrange(_DAYS))
    kind = some_kind(dice, day)
    day = fitting(kind, day, dice)
    place = some_place(dice, day, wide=kind.name in _WIDE and dice.random() < 0.3)
    return written(Event(kind, place, day), dice)


def as_lines(rows: Iterable[Mapping[str, str | None]]) -> str:
    """Return rows as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def main() -> None:
    """Write articles as JSON Lines."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int, nargs="?", default=1_000)
    parser.add_argument("--seed", type=int, default=20_240_423)
    parser.add_argument("--bulletin", type=Path, help="write the shipped corpus there instead")
    arguments = parser.parse_args()
    if arguments.bulletin:
        arguments.bulletin.write_text(as_lines(bulletin()), encoding="utf-8", newline="\n")
        return
    for row in articles(arguments.count, arguments.seed):
        sys.stdout.write(as_lines([row]))


if __name__ == "__main__":
    main()
