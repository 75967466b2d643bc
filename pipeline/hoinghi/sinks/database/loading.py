"""The steps of a load, the same in every database: one transaction, documents replaced whole."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from hoinghi.errors import OutputError, UsageError
from hoinghi.sinks.database.addresses import connect
from hoinghi.sinks.database.checks import check
from hoinghi.sinks.database.database import Database
from hoinghi.sinks.database.incoming import ROW, incoming
from hoinghi.sinks.database.schema import FINGERPRINT, ORDINAL, TABLES, VERSIONS, quoted

_CHILDREN = tuple(table for table in TABLES.values() if table.name != "documents")


@dataclass(frozen=True, slots=True)
class LoadSummary:
    """What a load did; ``seconds`` is wall time.

    ``documents`` were loaded, ``added`` of them were not in the database before; ``others`` are in
    it besides. ``rows`` counts what was loaded into all tables.
    """

    documents: int
    added: int
    others: int
    rows: int
    seconds: float


def load(folder: Path, url: str, *, replace: bool = False) -> LoadSummary:
    """Load the tables that ``hoinghi extract`` wrote to ``folder`` into a database.

    Each document of the folder replaces all rows of that document; other documents stay. All
    happens in one transaction: after an error, or a kill, the database is as it was.

    Args:
        folder: Holds ``parquet/<table>.parquet``.
        url: ``duckdb:///FILE`` or ``postgresql://user@host/db``.
        replace: Afterwards the database holds the documents of the folder alone.

    Raises:
        UsageError: The folder holds no tables of this version, or the URL cannot be used.
        OutputError: The database cannot be reached or written, or the tables contradict each other.
    """
    started = time.perf_counter()
    tables = incoming(folder)
    with connect(url) as database:
        _make(database, replace=replace)
        for table in tables.values():
            database.stage(table)
        check(database, tables, replace=replace)
        others = 0 if replace else _missing(database, "documents", "incoming_documents")
        added = _missing(database, "incoming_documents", "documents")
        if not others and (replace or database.may_clear()):
            database.clear()
        else:
            _delete(database)
        _insert(database)
        database.finish()
    return LoadSummary(
        documents=tables["documents"].rows,
        added=added,
        others=others,
        rows=sum(table.rows for table in tables.values()),
        seconds=time.perf_counter() - started,
    )


def _make(database: Database, *, replace: bool) -> None:
    """Make the tables if need be; refuse tables that are not ours or of another version."""
    existing = database.existing()
    if VERSIONS not in existing:
        if taken := sorted(existing & TABLES.keys()):
            raise UsageError(
                f"{database.name}: its table {taken[0]} was not made by hoinghi load; name another "
                "database, or another schema (docs/DATABASE.md tells how)"
            )
        database.create()
        return
    found = database.fetch(f"SELECT fingerprint FROM {VERSIONS}")
    if found == [(FINGERPRINT,)] and existing >= TABLES.keys():
        return
    if not replace:
        raise OutputError(
            f"{database.name}: its tables were made by another version of hoinghi and differ from "
            "those of this one; load everything anew with --replace, or name another database"
        )
    database.drop()
    database.create()


def _missing(database: Database, documents: str, others: str) -> int:
    """Return how many of ``documents`` are not among ``others``."""
    query = (
        f"SELECT count(*) FROM {documents} d "
        f"WHERE NOT EXISTS (SELECT 1 FROM {others} o WHERE o.document_id = d.document_id)"
    )
    return int(str(database.fetch(query)[0][0]))


def _delete(database: Database) -> None:
    """Delete the rows that are to be replaced; those of ``documents`` are updated instead."""
    for table in reversed(_CHILDREN):
        database.execute(
            f"DELETE FROM {quoted(table.name)} "
            "WHERE document_id IN (SELECT document_id FROM incoming_documents)"
        )


def _insert(database: Database) -> None:
    """Insert in the order of keys, so that indexes grow at their end and documents lie together."""
    documents = TABLES["documents"]
    columns = quoted(*documents.columns)
    changed = ", ".join(
        f"{quoted(name)} = EXCLUDED.{quoted(name)}"
        for name in documents.columns
        if name not in documents.primary
    )
    database.execute(
        f"INSERT INTO documents ({columns}) SELECT {columns} FROM incoming_documents "
        f"ORDER BY document_id ON CONFLICT (document_id) DO UPDATE SET {changed}"
    )
    for table in _CHILDREN:
        columns = quoted(*table.columns)
        database.execute(
            f"INSERT INTO {quoted(table.name)} ({columns}, {quoted(ORDINAL)}) SELECT {columns}, "
            f"row_number() OVER (PARTITION BY document_id ORDER BY {quoted(ROW)}) "
            f"FROM incoming_{table.name} ORDER BY document_id, {quoted(ROW)}"
        )
