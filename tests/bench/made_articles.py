"""Articles that nobody wrote: any number of them, the same ones for one seed.

Real communes before and after the reform of July 2025, invented people, sentences of our own
(``made/*.txt``). An article has 2 to 3 KB, tells of one meeting in one of several layouts, and has
little more in common with the others than unrelated pages of communes have. Now and then one is a
copy or a re-post of an earlier one, as in real archives.

usage: python tests/bench/made_articles.py COUNT [--seed N] > articles.jsonl
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import deque
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))  # imported from elsewhere too

from made.kinds import Event, Kind, fitting, kinds
from made.layouts import LAYOUTS
from made.places import some_place
from made.writer import Writer

from hoinghi.resources.units import REFORM

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


def some_kind(dice: Random, day: date) -> Kind:
    """Return a kind of meeting that is held at that time of the year."""
    fit = [
        kind
        for kind in kinds().values()
        if day.month in kind.months
        and (kind.time == "any" or day >= REFORM)
        and (kind.name != "daihoimt" or (day.year, day.month > 6) in {(2024, False), (2025, True)})
    ]
    return fit[int(dice.random() * len(fit))]


def written(event: Event, dice: Random) -> Row:
    """Return the article of an event."""
    writer = Writer(event, dice)
    layout = event.kind.layouts[int(dice.random() * len(event.kind.layouts))]
    count = round(dice.triangular(5, 10, 6))
    lines = LAYOUTS[layout](writer, count)
    headline = writer.tell("title")
    turn = dice.random()
    if turn < 0.35:
        lines.insert(0, headline.upper() if turn < 0.15 else headline)
    if dice.random() < 0.6:
        lines.append(writer.tell("byline"))
    text = "\n".join(lines)
    published = event.day + timedelta(days=int(dice.random() * 3))
    return {"title": headline, "published": str(published), "text": text}


def main() -> None:
    """Write articles as JSON Lines."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=20_240_423)
    arguments = parser.parse_args()
    for row in articles(arguments.count, arguments.seed):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
