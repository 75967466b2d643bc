"""``hoinghi load``: tables into a database."""

# ruff: noqa: D301, PLC0415 - \b is click's mark for lines to be kept as they are; imports are
# made where needed, so that help and usage errors come at once

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from hoinghi.sinks.database import LoadSummary


@click.command(short_help="Tables into DuckDB or PostgreSQL.")
@click.argument("tables", metavar="OUT", type=click.Path(path_type=Path))
@click.argument("url", metavar="URL")
@click.option(
    "--replace",
    is_flag=True,
    help="Afterwards the database holds the documents of OUT alone.",
)
def load(tables: Path, url: str, *, replace: bool) -> None:
    """Load the tables of a run into a database, with keys, foreign keys and indexes.

    OUT is the folder that "hoinghi extract" wrote. URL is duckdb:///FILE for a DuckDB file, made
    if it is not there, or postgresql://USER@HOST/DATABASE. A password is best left out of it:
    PGPASSWORD and ~/.pgpass are read.

    What people decided with "hoinghi review" is in what is loaded. Documents of OUT replace what
    the database holds of them; other documents stay. So loading twice changes nothing, and several
    folders can go into one database. All is done in one transaction: after an error or a power cut
    the database is as it was. docs/DATABASE.md describes the tables, and what to ask them.

    \b
    Examples:
      hoinghi load tables duckdb:///meetings.duckdb
      hoinghi load tables duckdb:////data/meetings.duckdb --replace
      hoinghi load tables postgresql://analyst@localhost/meetings

    Exit status: 0 all was loaded; 2 wrong usage, or nothing was loaded.
    """
    from hoinghi.corrections import refresh
    from hoinghi.sinks.database import load as load_tables

    refresh(tables)
    click.echo(_loaded(load_tables(tables, url, replace=replace)))


def _loaded(summary: LoadSummary) -> str:
    return "\n".join(
        [
            f"documents   {summary.documents:>10,}   ({summary.added:,} new)",
            f"others      {summary.others:>10,}   (in the database, not in this load)",
            f"rows        {summary.rows:>10,}",
            f"seconds     {summary.seconds:>10,.1f}",
        ]
    )
