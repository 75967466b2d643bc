"""``hoinghi extract``: articles in, tables out."""

# ruff: noqa: D301, PLC0415 - \b is click's mark for lines to be kept as they are; imports are
# made where needed, so that help and usage errors come at once

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hoinghi.cli.options import input_options, make_settings
from hoinghi.cli.run_options import make_options, run_options

if TYPE_CHECKING:
    from hoinghi.run import RunSummary


@click.command(short_help="Articles in, tables out.")
@click.argument("inputs", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--out",
    "-o",
    required=True,
    metavar="OUT",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the tables; made if it is not there.",
)
@input_options
@run_options
def extract(inputs: tuple[str, ...], out: Path, settings_file: Path | None, **given: Any) -> None:
    """Read articles and write the tables of their meetings, people, bodies and directives.

    PATH is a file, a folder, a quoted pattern such as 'news/**/*.html', an address such as
    s3://bucket/2024, or - for standard input. Read are texts, Markdown, saved pages, Word, PDF,
    CSV, Excel, JSON, Parquet, feeds and WARC, also packed in .zip or .gz. Rows of a table are
    articles; the columns are text, title, published and url, or what such columns are usually
    called; only a text must be there.

    Writes OUT/csv/*.csv and OUT/parquet/*.parquet, every table also when it is empty. Articles
    that cannot be read are reported on standard error and stand in the table "documents" with
    their error; the others are read all the same.

    \b
    Examples:
      hoinghi extract corpus/samples --out tables
      hoinghi extract news.csv --text-column body --date-column day --out tables
      hoinghi extract 'pages/**/*.html' list.jsonl --out tables
      hoinghi extract corpus/samples --out tables --gazetteer own.tsv
      pbpaste | hoinghi extract - --out tables
      hoinghi extract archive/ --out tables --workers 8 --log-file run.jsonl
      hoinghi extract /data/archive --out /data/tables --cluster tcp://scheduler:8786

    What was read is kept in OUT: a run that was stopped or killed goes on where it was when it is
    started again, and one over a folder that grew reads only what is new or changed.

    Exit status: 0 all was read; 1 some articles could not be read; 2 wrong usage, or the run could
    not go on; 130 stopped by Ctrl-C.
    """
    _warm_up(out, given["cluster"])
    from hoinghi.cli.telling import telling
    from hoinghi.errors import StoppedError
    from hoinghi.run import run

    quiet, log_file = bool(given.pop("quiet")), given.pop("log_file")
    options = make_options(given)
    settings = make_settings(settings_file, given)
    try:
        with telling(quiet=quiet, log_file=log_file) as listener:
            summary = run(inputs, out, settings=settings, options=options, listener=listener)
    except (StoppedError, KeyboardInterrupt) as error:
        advice = "stopped at once; the same command goes on from there"
        click.echo(str(error) or advice, err=True)
        raise click.exceptions.Exit(130) from error
    click.echo(_written(summary))
    if summary.failed:
        raise click.exceptions.Exit(1)


def _warm_up(out: Path, cluster: str) -> None:
    """Let a reading process load while this one does, where a run is new and surely needs one."""
    from hoinghi.children import READER, pool_of

    if not cluster and not out.exists():
        with suppress(OSError):  # the run will say so
            pool_of(READER).warm_up()


def _written(summary: RunSummary) -> str:
    lines = [
        f"articles    {summary.articles:>8,}",
        f"meetings    {summary.meetings:>8,}",
        f"people      {summary.people:>8,}",
        f"directives  {summary.directives:>8,}",
        f"failed      {summary.failed:>8,}",
        f"seconds     {summary.seconds:>8,.1f}",
        f"tables      {summary.out / 'csv'}",
        f"            {summary.out / 'parquet'}",
    ]
    if summary.kept:
        lines[0] += f"   ({summary.kept:,} files and rows were read by an earlier run)"
    if summary.failed:
        lines[4] += f"   (which and why: hoinghi status {summary.out})"
    return "\n".join(lines)
