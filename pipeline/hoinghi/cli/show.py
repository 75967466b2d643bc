"""``hoinghi show``: one file read, on the terminal or as a page."""

# ruff: noqa: D301, PLC0415 - \b is click's mark for lines to be kept as they are; imports are
# made where needed, so that help and usage errors come at once

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hoinghi.cli.options import input_options, make_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hoinghi.records import Reading
    from hoinghi.settings import Settings


@click.command(short_help="One file with its spans and records marked.")
@click.argument("file", metavar="FILE")
@click.option(
    "--html",
    "page_file",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write one self-contained page there instead of printing.",
)
@input_options
def show(
    file: str, page_file: Path | None, settings_file: Path | None, **columns: str | None
) -> None:
    """Show what is read in an article: its spans in place, the records under it.

    FILE is of any kind that "hoinghi extract" takes, - for standard input; of a table, every row
    is shown. On a terminal spans are coloured; elsewhere they stand in brackets such as
    [DATE Sáng 23/4], one inside the other where they nest.

    \b
    Examples:
      hoinghi show corpus/samples/tam-dai.txt
      hoinghi show page.html --html reading.html
      hoinghi show news.csv --text-column body | less
    """
    settings = make_settings(settings_file, columns)
    problems: list[str] = []
    readings = _readings(file, settings, problems)
    if page_file is None:
        _print(readings)
    else:
        _write_page(readings, page_file)
    if problems:
        raise click.exceptions.Exit(1)


def _readings(file: str, settings: Settings, problems: list[str]) -> Iterator[Reading]:
    """Yield the reading of every article of ``file``; report and collect what cannot be read."""
    from hoinghi.assembly import load, read
    from hoinghi.errors import ReadError
    from hoinghi.markup import harmless
    from hoinghi.sources import read_articles

    nlp = None
    for article in read_articles([file], settings=settings):
        if isinstance(article, ReadError):
            problems.append(str(article))
            click.echo(harmless(str(article)), err=True)
            continue
        if nlp is None:
            nlp = load(gazetteer=settings.gazetteer, model=settings.model)
        yield read(nlp, article)


def _print(readings: Iterator[Reading]) -> None:
    from rich.console import Console

    from hoinghi.display.terminal import show as print_reading

    console = Console()
    for number, reading in enumerate(readings):
        if number:
            console.print()
        print_reading(reading, console)


def _write_page(readings: Iterator[Reading], path: Path) -> None:
    from hoinghi.display.page import page
    from hoinghi.errors import OutputError

    html = page(readings)
    try:
        path.write_text(html, encoding="utf-8")
    except OSError as error:
        raise OutputError(
            f"{path}: cannot be written ({error.strerror}); name another file"
        ) from error
    click.echo(f"page        {path}")
