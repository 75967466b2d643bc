"""``hoinghi report``: what leadership reads, made from the tables."""

# ruff: noqa: D301, PLC0415 - \b is click's mark for lines to be kept as they are; imports are
# made where needed, so that help and usage errors come at once

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from hoinghi.report import Written

_DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])
_SEPARATORS = {"comma": ",", "semicolon": ";"}


@click.command(short_help="A report in Vietnamese: page, workbook, CSV files.")
@click.argument("tables", metavar="OUT", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "folder",
    metavar="FOLDER",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the files go; others in it stay.",
)
@click.option("--from", "since", metavar="DATE", type=_DAY, help="First day: 2024-04-23.")
@click.option("--until", metavar="DATE", type=_DAY, help="Last day, itself included.")
@click.option("--province", "provinces", metavar="NAME", multiple=True, help="Name or code.")
@click.option("--district", "districts", metavar="NAME", multiple=True, help="Name or code.")
@click.option(
    "--commune",
    "communes",
    metavar="NAME",
    multiple=True,
    help='Name or code; "Tân Thành, Bến Tre" tells which.',
)
@click.option(
    "--body",
    "bodies",
    metavar="NAME",
    multiple=True,
    help="A body that held the meeting or took part, or a part of its name.",
)
@click.option(
    "--units",
    type=click.Choice(["then", "now"]),
    default="then",
    show_default=True,
    help="Count under the units of the meeting's day, or under those since July 2025.",
)
@click.option(
    "--separator",
    type=click.Choice(list(_SEPARATORS)),
    default="comma",
    show_default=True,
    help="Between the cells of CSV files; an Excel set to Vietnam may want semicolons.",
)
def report(
    tables: Path,
    folder: Path,
    since: datetime | None,
    until: datetime | None,
    separator: str,
    **chosen: tuple[str, ...] | str,
) -> None:
    """Write a report on the meetings of OUT, in Vietnamese, to a folder.

    OUT is the folder that "hoinghi extract" wrote. FOLDER gets bao-cao.html, a page that opens
    without a network, bao-cao.xlsx, and a CSV file for each sheet of it.

    Options choose the meetings; one that may be given several times takes any of its values.
    Places are found by their names of today and of before, with or without accents.
    docs/REPORT.md says what is counted, and how.

    \b
    Examples:
      hoinghi report tables --to bao-cao
      hoinghi report tables --to quy-2 --from 2024-04-01 --until 2024-06-30 --province "Quảng Nam"
      hoinghi report tables --to tam-dai --commune "Tam Đại, Phú Ninh" --units now
      hoinghi report tables --to mat-tran --body "Mặt trận Tổ quốc"

    Exit status: 0 the report is written, be it of nothing; 2 wrong usage, or OUT holds no tables.
    """
    from hoinghi.report import Scope, write_report

    scope = Scope(since=_day(since), until=_day(until), **chosen)  # type: ignore[arg-type]
    written = write_report(tables, folder, scope, separator=_SEPARATORS[separator])
    click.echo(_told(written))


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _told(written: Written) -> str:
    from hoinghi.markup import harmless

    figures = written.figures
    lines = [f"{name:<44}{value:>12}" for name, value in figures.lines()]
    lines = [figures.title, *figures.scope, *([figures.empty] if figures.empty else []), "", *lines]
    lines += ["", "Đã ghi:", *(f"  {path}" for path in written.files)]
    return "\n".join(map(harmless, lines))
