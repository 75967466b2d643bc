"""``hoinghi extract``: articles in, tables out."""

# ruff: noqa: D301, PLC0415 - \b is click's mark for lines to be kept as they are; imports are
# made where needed, so that help and usage errors come at once

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hoinghi.cli.options import input_options, make_settings

if TYPE_CHECKING:
    from hoinghi.collecting import DocumentStatus
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
def extract(
    inputs: tuple[str, ...], out: Path, settings_file: Path | None, **columns: str | None
) -> None:
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

    Exit status: 0 all was read; 1 some articles could not be read; 2 wrong usage.
    """
    from hoinghi.run import run

    settings = make_settings(settings_file, columns)
    with _progress() as on_article:
        summary = run(inputs, out, settings=settings, on_article=on_article)
    click.echo(_written(summary))
    if summary.failed:
        raise click.exceptions.Exit(1)


@contextmanager
def _progress() -> Iterator[Callable[[DocumentStatus], None]]:
    """Yield what is to be called after every article: it moves a bar and reports problems."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from hoinghi.report.markup import harmless

    console = Console(stderr=True)
    bar = Progress(
        BarColumn(24),  # its end is unknown: articles are read as they come
        TextColumn("{task.completed} articles, {task.fields[failed]} failed"),
        TimeElapsedColumn(),
        console=console,
        disable=not console.is_terminal,
        transient=True,
    )
    failed = 0
    with bar:
        task = bar.add_task("", total=None, failed=0)

        def on_article(status: DocumentStatus) -> None:
            nonlocal failed
            if status.error is not None:
                failed += 1
                line = harmless(f"{status.source}: {status.error}").replace("\n", " ")
                console.print(line, markup=False, highlight=False, emoji=False, soft_wrap=True)
            bar.update(task, advance=1, failed=failed)

        yield on_article


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
    if summary.failed:
        lines[4] += '   (why: column "error" of documents.csv)'
    return "\n".join(lines)
