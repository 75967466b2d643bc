"""A PostgreSQL database, filled by COPY through ADBC."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from adbc_driver_manager import dbapi
from adbc_driver_postgresql.dbapi import connect

from hoinghi.errors import UsageError
from hoinghi.sinks.database import postgresql_errors as errors
from hoinghi.sinks.database.database import Database
from hoinghi.sinks.database.incoming import Incoming, batches
from hoinghi.sinks.database.schema import (
    TABLES,
    VERSIONS,
    Table,
    create_tables,
    foreign_key,
    literal,
    quoted,
)

# Loads wait for each other; the number is the name of the lock.
_LOCK = 0x686F696E676869  # "hoinghi"
_CONNECT_SECONDS = 15
_OURS = ", ".join(literal(name) for name in TABLES)
_HERE = "c.relnamespace = current_schema()::regnamespace"


class PostgreSQL(Database):
    """One database of a server, in the first schema of the user's ``search_path``."""

    def __init__(self, url: str) -> None:
        """Take an address as libpq reads it; what it leaves out comes from libpq's own places."""
        self.name = errors.shown(url)
        self._url = url

    def __enter__(self) -> Self:
        try:
            self._connection = connect(_with_limits(self._url))
        except dbapi.Error as error:
            raise errors.unreachable(error, self._url) from None
        self._cursor = self._connection.cursor()
        try:
            self._begin()
        except BaseException:
            self._close()
            raise
        return self

    def _begin(self) -> None:
        self.execute(f"SELECT 1 FROM pg_advisory_xact_lock({_LOCK})")
        ((encoding, schema),) = self.fetch(
            "SELECT current_setting('server_encoding'), current_schema()::text"
        )
        if encoding != "UTF8":
            raise UsageError(
                f"{self.name}: it is encoded in {encoding}, which lacks letters of Vietnamese; "
                "name one made with createdb --encoding UTF8 --template template0"
            )
        if schema is None:
            raise UsageError(
                f"{self.name}: no schema of its search_path exists; make one with CREATE SCHEMA"
            )

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self._connection.commit()
        except dbapi.Error as problem:
            raise errors.failed(problem, self._url) from problem
        finally:
            self._close()

    def _close(self) -> None:
        """Close; the server rolls back what was not committed."""
        try:
            self._cursor.close()
            self._connection.close()
        except dbapi.Error:
            pass  # the connection was lost, and why is on its way to the user already

    def execute(self, statement: str) -> None:
        """Run a statement that gives no rows."""
        try:
            self._cursor.execute(statement)
        except dbapi.Error as error:
            raise errors.failed(error, self._url) from error

    def fetch(self, query: str) -> list[tuple[object, ...]]:
        """Return all rows of a small answer."""
        self.execute(query)
        rows: list[tuple[object, ...]] = self._cursor.fetchall()
        return rows

    def existing(self) -> set[str]:
        """Return the names of the tables in the current schema."""
        query = f"SELECT relname::text FROM pg_class c WHERE {_HERE} AND relkind IN ('r', 'v', 'p')"
        return {str(name) for (name,) in self.fetch(query)}

    def stage(self, table: Incoming) -> None:
        """Copy the rows into a temporary table."""
        try:
            self._cursor.adbc_ingest(
                f"incoming_{table.name}", batches(table), mode="create", temporary=True
            )
        except dbapi.Error as error:
            raise errors.failed(error, self._url) from error
        self.execute(f"ANALYZE incoming_{table.name}")

    def create(self) -> None:
        """Make every table, empty, with its comments."""
        for statement in create_tables(lambda _: ()):
            self.execute(statement)

    def drop(self) -> None:
        """Drop every table of ours."""
        self.execute(f"DROP TABLE IF EXISTS {quoted(VERSIONS, *TABLES)}")

    def clear(self) -> None:
        """Empty every table, and leave out until ``finish`` what slows rows down."""
        self.execute(f"TRUNCATE {quoted(*TABLES)}")
        for table in TABLES.values():
            for name, _ in _foreign_keys(table):
                self.execute(f"ALTER TABLE {quoted(table.name)} DROP CONSTRAINT IF EXISTS {name}")
            for name, _ in _indexes(table):
                self.execute(f"DROP INDEX IF EXISTS {name}")

    def may_clear(self) -> bool:
        """Say no where a table of somebody else refers to ours: TRUNCATE would refuse."""
        query = (
            "SELECT 1 FROM pg_constraint JOIN pg_class c ON c.oid = confrelid "
            f"JOIN pg_class t ON t.oid = conrelid WHERE contype = 'f' AND {_HERE} "
            f"AND c.relname IN ({_OURS}) "
            f"AND (t.relname NOT IN ({_OURS}) OR t.relnamespace <> c.relnamespace) LIMIT 1"
        )
        return not self.fetch(query)

    def finish(self) -> None:
        """Make foreign keys and indexes that are missing, and tell the planner about the rows."""
        found = self.fetch(
            "SELECT conname::text FROM pg_constraint JOIN pg_class c ON c.oid = conrelid "
            f"WHERE contype = 'f' AND {_HERE}"
        )
        held = {name for (name,) in found}
        for table in TABLES.values():
            for name, statement in _foreign_keys(table):
                if name not in held:
                    self.execute(statement)
            for _, statement in _indexes(table):
                self.execute(statement)
            self.execute(f"ANALYZE {quoted(table.name)}")


def _foreign_keys(table: Table) -> list[tuple[str, str]]:
    """Return name and statement of every foreign key.

    Who deletes a document deletes its rows everywhere; but an original stays while its duplicates
    do.
    """
    made = []
    for foreign in table.foreign:
        name = f"hoinghi_{table.name}_{foreign.columns[-1]}_fkey"
        way = "" if foreign.table == table.name else " ON DELETE CASCADE"
        clause = f"CONSTRAINT {name} {foreign_key(foreign)}{way}"
        made.append((name, f"ALTER TABLE {quoted(table.name)} ADD {clause}"))
    return made


def _indexes(table: Table) -> list[tuple[str, str]]:
    """Return name and statement of every index beside that of the primary key."""
    made = []
    for column, method in [
        *((column, "btree") for column in table.ranges),
        *((column, "spgist") for column in table.words),
    ]:
        name = f"hoinghi_{table.name}_{column}"
        target = f"{quoted(table.name)} USING {method} ({quoted(column)})"
        made.append((name, f"CREATE INDEX IF NOT EXISTS {name} ON {target}"))
    return made


def _with_limits(url: str) -> str:
    """Return ``url`` with a limit on the wait for a server that does not answer."""
    if "connect_timeout=" in url:
        return url
    return f"{url}{'&' if '?' in url else '?'}connect_timeout={_CONNECT_SECONDS}"
