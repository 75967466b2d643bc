"""``hoinghi evaluate``: how right is the extractor?"""

# ruff: noqa: D301, PLC0415 - \b is click's mark for lines to be kept as they are; imports are
# made where needed, so that help and usage errors come at once

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hoinghi.cli.options import json_option, write_json

if TYPE_CHECKING:
    from hoinghi.evaluate import Scores
    from hoinghi.gold import GoldDocument


@click.command(short_help="Score the extractor against annotated articles.")
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--split",
    type=click.Choice(["train", "test", "all"]),
    default="all",
    show_default=True,
    help="Score only this part of the documents; four in five are train, by a hash of their id.",
)
@click.option(
    "--model",
    metavar="FOLDER",
    help="Score this model instead of the shipped one; none for rules and lists alone.",
)
@json_option
@click.option("--errors", is_flag=True, help="List every mistake. Not for the split test.")
@click.option(
    "--floors",
    "floors_file",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="JSON object of figures and the least they must reach; exit status 1 if one does not.",
)
def evaluate(
    gold: tuple[Path, ...],
    split: str,
    model: str | None,
    json_file: Path | None,
    floors_file: Path | None,
    *,
    errors: bool,
) -> None:
    """Read annotated articles and score what was read against the annotation.

    GOLD are .xml or .jsonl files, or folders of them. Prints strict precision, recall and F1,
    overlap F1 and norm accuracy of every label; people, positions, roles and directives; the
    main meeting field by field; meetings found and invented. All are micro-averages.

    \b
    Examples:
      hoinghi evaluate corpus/gold
      hoinghi evaluate corpus/gold --split train --errors | less
      hoinghi evaluate corpus/gold --split test --json figures.json --floors tests/floors.json
    """
    from hoinghi.evaluate import read_floors, undercut

    floors = read_floors(floors_file) if floors_file else {}
    scores = _score(_documents(gold, split), model)
    _print(scores, split)
    if errors:
        _list_errors(scores)
    if json_file:
        write_json(json_file, {"split": split, **scores.as_dict()})
    below = undercut(scores.figures, floors)
    for line in below:
        click.echo(line, err=True)
    if below:
        raise click.exceptions.Exit(1)


def _documents(gold: tuple[Path, ...], split: str) -> list[GoldDocument]:
    from hoinghi.errors import UsageError
    from hoinghi.gold import read_gold, split_of

    documents = [d for d in read_gold(gold) if split in ("all", split_of(d.document_id))]
    if not documents:
        raise UsageError(f"no document of the split {split}; name more gold, or --split all")
    return documents


def _score(documents: list[GoldDocument], model: str | None) -> Scores:
    from hoinghi.assembly import load, read
    from hoinghi.evaluate import evaluate as score

    nlp = load(model=model)
    return score(documents, lambda article: read(nlp, article))


def _print(scores: Scores, split: str) -> None:
    from rich.console import Console

    from hoinghi.display.figures import tables

    count = scores.counts["documents"]
    click.echo(f"{count} {'document' if count == 1 else 'documents'}, split: {split}")
    console = Console()
    for table in tables(scores.figures, scores.counts):
        console.print(table)


def _list_errors(scores: Scores) -> None:
    for slip in sorted(scores.slips, key=lambda slip: (slip.figure, slip.kind)):
        click.echo(f"{slip.figure} {slip.kind} {slip.document_id}: {slip.text}")
