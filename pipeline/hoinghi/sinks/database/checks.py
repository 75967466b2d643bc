"""Whether the tables of a folder agree, said with file and key as no database would say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hoinghi.errors import OutputError
from hoinghi.sinks.database.database import Database
from hoinghi.sinks.database.incoming import Incoming
from hoinghi.sinks.database.schema import ORDINAL, TABLES, Foreign, Table, quoted


def check(database: Database, tables: Mapping[str, Incoming], *, replace: bool) -> None:
    """Check keys and foreign keys of the tables that were staged.

    Args:
        database: Where they were staged.
        tables: They.
        replace: Whether no other document will be there to be the original of a duplicate.

    Raises:
        OutputError: A key stands there twice, or what a foreign key names is missing.
    """
    for table in TABLES.values():
        path = tables[table.name].path
        if ORDINAL not in table.primary and (found := database.fetch(_repeated(table))):
            raise OutputError(
                f"{path}: {_key(table.primary, found[0])} is there more than once; extract the "
                "articles again"
            )
        for foreign in table.foreign:
            if found := database.fetch(_orphan(table, foreign, replace=replace)):
                raise OutputError(
                    f"{path}: {_key(foreign.columns, found[0])} is not in {foreign.table}.parquet; "
                    "extract the articles again"
                )


def _repeated(table: Table) -> str:
    key = quoted(*table.primary)
    return f"SELECT {key} FROM incoming_{table.name} GROUP BY {key} HAVING count(*) > 1 LIMIT 1"


def _orphan(table: Table, foreign: Foreign, *, replace: bool) -> str:
    """Return the query of one key that ``foreign`` does not find."""
    homes = [f"incoming_{foreign.table}"]
    if foreign.table == table.name and not replace:
        homes.append(foreign.table)  # the original may have come with an earlier load
    target = TABLES[foreign.table].primary
    pairs = list(zip(target, foreign.columns, strict=True))
    same = " AND ".join(f"p.{quoted(there)} = c.{quoted(here)}" for there, here in pairs)
    alone = " AND ".join(f"NOT EXISTS (SELECT 1 FROM {home} p WHERE {same})" for home in homes)
    # A row without a document is an orphan, too; other keys may be unknown.
    known = [f"c.{quoted(here)} IS NOT NULL" for here in foreign.columns if here != "document_id"]
    columns = ", ".join(f"c.{quoted(here)}" for here in foreign.columns)
    where = " AND ".join([*known, alone])
    return f"SELECT {columns} FROM incoming_{table.name} c WHERE {where} LIMIT 1"


def _key(columns: Sequence[str], values: Sequence[object]) -> str:
    return ", ".join(f"{name} {value}" for name, value in zip(columns, values, strict=True))
