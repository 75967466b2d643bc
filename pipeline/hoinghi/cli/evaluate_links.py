"""``hoinghi evaluate-links``: are the same people and meetings found across articles?"""

# ruff: noqa: D301, PLC0415 - \b is click's mark for lines to be kept as they are; imports are
# made where needed, so that help and usage errors come at once

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hoinghi.cli.options import json_option, percent, write_json

if TYPE_CHECKING:
    from hoinghi.evaluate import Scores


@click.command("evaluate-links", short_help="Score who and what is one across articles.")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--half", type=click.Choice(["dev", "held"]), help="Score one half of the cases only."
)
@json_option
@click.option("--errors", is_flag=True, help="List every pair that is wrongly joined or missed.")
def evaluate_links(
    files: tuple[Path, ...], half: str | None, json_file: Path | None, *, errors: bool
) -> None:
    """Score identity across articles: pairs of people and of meetings rightly joined.

    FILE is JSON Lines with the truth, or a folder of such files; corpus/linking/README.md shows
    the form. Articles are read by the whole pipeline, records are taken as they are; all are
    linked in one go. Prints precision, recall and F1 of pairs, and B-cubed.

    \b
    Examples:
      hoinghi evaluate-links corpus/linking
      hoinghi evaluate-links corpus/linking --half dev --errors --json figures.json
    """
    from hoinghi.assembly import load, read
    from hoinghi.evaluate.link_cases import read_link_cases
    from hoinghi.evaluate.links import mark_links, score_links

    cases = read_link_cases(files)
    nlp = load()
    scores = score_links(mark_links(cases, lambda article: read(nlp, article)), half)
    _print(scores)
    if errors:
        for slip in scores.slips:
            click.echo(f"{slip.kind} {slip.document_id}: {slip.figure}: {slip.text}")
    if json_file:
        write_json(json_file, scores.as_dict())


_HEADER = "          mentions   read  pairs P      R     F1    B3 P      R     F1"


def _print(scores: Scores) -> None:
    click.echo(_HEADER)
    for name in ("people", "meetings"):
        cells = [f"{scores.counts[f'{name}.mentions']:9}"]
        widths = {"found": 7, "precision": 9, "recall": 7, "f1": 7, "bcubed.precision": 8}
        for figure, width in {**widths, "bcubed.recall": 7, "bcubed.f1": 7}.items():
            cells.append(percent(scores.figures[f"{name}.{figure}"], width))
        click.echo(f"{name:10}{''.join(cells)}")
