"""``hoinghi doubtful``: which people and meetings may be one, and were left two?"""

# ruff: noqa: D301, PLC0415 - \b is click's mark for lines to be kept as they are; imports are
# made where needed, so that help and usage errors come at once

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from hoinghi.display.doubts import Doubt


@click.command(short_help="People and meetings that may be one across articles.")
@click.argument("tables", metavar="OUT", type=click.Path(path_type=Path))
@click.option(
    "--out",
    "-o",
    "csv_file",
    metavar="FILE.csv",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also write them there, a pair a line.",
)
@click.option(
    "--weakest",
    default=20,
    show_default=True,
    type=click.IntRange(min=0),
    help="How many of the weakest joins of people, and of meetings, to list.",
)
def doubtful(tables: Path, csv_file: Path | None, weakest: int) -> None:
    """List people and meetings of several articles that may be one, but were not joined.

    OUT is the folder that "hoinghi extract" wrote. Prints every doubtful pair with both sides:
    name, titles, bodies, places, days and sources, the score and the reason; then what was joined
    on the weakest evidence. docs/LINKING.md explains rules and scores.

    \b
    Examples:
      hoinghi doubtful tables
      hoinghi doubtful tables --out doubtful.csv --weakest 100

    Exit status: 0 all was read; 2 wrong usage, or OUT holds no tables.
    """
    from hoinghi.display.doubts import DOUBT_COLUMNS, HEADER, cells, doubts, lines
    from hoinghi.markup import harmless
    from hoinghi.sinks import read_parquet, write_rows

    found = doubts(read_parquet(tables / "parquet", DOUBT_COLUMNS), weakest=weakest)
    for doubt in found:
        for line in lines(doubt):
            click.echo(harmless(line).replace("\n", " "))
    click.echo(_summary(found))
    if csv_file:
        write_rows(csv_file, HEADER, cells(found))


def _summary(found: list[Doubt]) -> str:
    from hoinghi.display.doubts import DOUBTFUL

    kinds = [doubt.kind for doubt in found if doubt.outcome == DOUBTFUL]
    return f"{kinds.count('people')} doubtful of people, {kinds.count('meetings')} of meetings"
