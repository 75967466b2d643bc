"""``hoinghi train`` and ``hoinghi cross-validate``: gold in, a model and honest figures out."""

# ruff: noqa: D301, PLC0415 - \b is click's mark for lines to be kept as they are; imports are
# made where needed, so that help and usage errors come at once

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hoinghi.cli.options import Command, json_option, percent, with_options, write_json

if TYPE_CHECKING:
    from hoinghi.evaluate import Scores
    from hoinghi.training import Figures, TrainingConfig

_LABELS = ("PER", "TITLE", "ORG", "LOC", "VENUE", "MEETING", "DATE", "DIRECTIVE", "spans")

_OPTIONS = (
    click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path)),
    click.option(
        "--config",
        "config_file",
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
        help="TOML file of settings, such as models/configs/vi_hoinghi.toml. [default: built in]",
    ),
    click.option(
        "--split",
        type=click.Choice(["train", "all"]),
        help="Which documents to use; wins over the file. [default: train]",
    ),
    json_option,
)


def _shared(command: Command) -> Command:
    return with_options(_OPTIONS, command)


@click.command(short_help="Train the recogniser on annotated articles.")
@click.option(
    "--out",
    "-o",
    required=True,
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the model; made if it is not there.",
)
@_shared
def train(
    gold: tuple[Path, ...],
    out: Path,
    config_file: Path | None,
    split: str | None,
    json_file: Path | None,
) -> None:
    """Train the recogniser on GOLD and write it to a folder.

    GOLD are annotated .xml or .jsonl files, or folders of them. First every part of the documents
    is read by a model trained on the other parts: this gives the figures that are printed, and
    teaches the judge whom to believe. Then the model is trained on all of them. The same gold and
    settings give the same model. Use it with "hoinghi extract --model FOLDER".

    \b
    Examples:
      hoinghi train corpus/gold --config models/configs/vi_hoinghi.toml --out models/vi_hoinghi
      hoinghi train corpus/gold my-articles.xml --out my-model
    """
    from hoinghi.training import train as run

    figures = run(gold, out, _config(config_file, split), _say)
    _report(figures, json_file)
    click.echo(f"model        {out}")


@click.command(short_help="Measure the recogniser by cross-validation.")
@click.option("--curve", is_flag=True, help="Also learn from 25, 50 and 75 % of the articles.")
@_shared
def cross_validate(
    gold: tuple[Path, ...],
    config_file: Path | None,
    split: str | None,
    json_file: Path | None,
    *,
    curve: bool,
) -> None:
    """Measure what a model trained on GOLD finds in articles that it has not seen.

    Every part of the documents is read by a model trained on the other parts. Prints strict F1 of
    every label beside that of the rules alone, and how far the confidence of mentions and of the
    records of meetings can be trusted. No model is written.

    \b
    Examples:
      hoinghi cross-validate corpus/gold --split all
      hoinghi cross-validate corpus/gold --curve --json curve.json
    """
    from hoinghi.training import learning_curve, validate

    config = _config(config_file, split)
    if not curve:
        _report(validate(gold, config, _say), json_file)
        return
    rows = learning_curve(gold, config, _say)
    _print_curve([(f"{share:.0%}", count, scores) for share, count, scores in rows])
    if json_file:
        write_json(json_file, {f"{share:.0%}": scores.figures for share, _, scores in rows})


def _config(file: Path | None, split: str | None) -> TrainingConfig:
    from dataclasses import replace

    from hoinghi.training import TrainingConfig

    config = TrainingConfig.load(file) if file else TrainingConfig()
    return replace(config, split=split) if split else config


def _say(line: str) -> None:
    click.echo(line, err=True)


def _report(figures: Figures, json_file: Path | None) -> None:
    click.echo(f"{figures.documents} documents, each read by a model that had not seen it\n")
    click.echo(f"{'':12}{'strict F1':>10}{'rules alone':>13}{'norm':>8}")
    for label in _LABELS:
        shown = [
            percent(figures.scores.figures[f"{label}.f1"], 10),
            percent(figures.rules.figures[f"{label}.f1"], 13),
            percent(figures.scores.figures[f"{label}.norm"], 8),
        ]
        click.echo(f"{'all labels' if label == 'spans' else label:12}{''.join(shown)}")
    for things, table in (("mentions", figures.reliability), ("meetings", figures.trust)):
        click.echo(f"\nconfidence   {things}   mean   right")
        for low, high, count, mean, right in table:
            click.echo(f"{low:.1f} - {high:.1f}   {count:8,}   {mean:.2f}    {right:.2f}")
    if json_file:
        write_json(json_file, figures.scores.as_dict())


def _print_curve(rows: list[tuple[str, int, Scores]]) -> None:
    click.echo(f"{'':12}" + "".join(f"{share:>8}" for share, _, _ in rows))
    click.echo(f"{'documents':12}" + "".join(f"{count:8}" for _, count, _ in rows))
    for label in _LABELS:
        name = "all labels" if label == "spans" else label
        shares = [percent(scores.figures[f"{label}.f1"], 8) for _, _, scores in rows]
        click.echo(f"{name:12}{''.join(shares)}")
