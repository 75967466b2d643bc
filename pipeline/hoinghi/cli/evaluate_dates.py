"""``hoinghi evaluate-dates``: how right are the dates, beside dateparser?"""

# ruff: noqa: D205, D301, PLC0415 - \b is click's mark for lines to be kept as they are; imports are
# made where needed, so that help and usage errors come at once

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hoinghi.cli.options import json_option, write_json

if TYPE_CHECKING:
    from hoinghi.evaluate.dates import Judged


@click.command("evaluate-dates", short_help="Score the dates of short texts beside dateparser.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@json_option
@click.option("--errors", is_flag=True, help="List every row that hoinghi does not get right.")
def evaluate_dates(file: Path, json_file: Path | None, *, errors: bool) -> None:
    """Read texts with the value of their date and score hoinghi, dateparser.parse and
    dateparser.search on them, side by side in one run.

    FILE is JSON Lines; a row has "source", "text", "reference" (the ISO day or time that the text
    counts from, or null), "value" (TIMEX3; null where the text holds no date), "grain" (the
    finest unit told: second, minute, hour, day part, day, weekday, week, weekend, month, quarter,
    half-year, season, year, decade, century), "kind" ("negative" where value is null, else of no
    matter) and "convention" (true: a rule of the house that wrote the row; counted apart).

    Prints per source and in total how many rows each reader gets right, answers wrongly and
    leaves without an answer. A row is right when one of the answers has the expected value; an X
    in it stands for any sign. dateparser's times have no grain: they are cut to that of the row,
    and ranges count by their start, which is generous to it.

    \b
    Examples:
      hoinghi evaluate-dates tests/data/dates.jsonl
      hoinghi evaluate-dates cases.jsonl --errors --json figures.json
    """
    from hoinghi.display.date_figures import date_slips
    from hoinghi.evaluate.date_cases import read_cases
    from hoinghi.evaluate.date_readers import OURS, READERS
    from hoinghi.evaluate.dates import date_figures, judge_all

    judged = judge_all(read_cases(file), READERS)
    _print(judged, tuple(READERS))
    if errors:
        for line in date_slips(judged, OURS):
            click.echo(line)
    if json_file:
        write_json(json_file, date_figures(judged, READERS))


_WIDTH = 160  # of a pipe too: folded figures cannot be read


def _print(judged: list[Judged], readers: tuple[str, ...]) -> None:
    from rich.console import Console

    from hoinghi.display.date_figures import date_tables

    console = Console()
    console.width = max(console.width, _WIDTH)
    for table in date_tables(judged, readers):
        console.print(table)
