"""A DuckDB file.

DuckDB checks foreign keys at once, against the state at the begin of the transaction: rows that
others name cannot be deleted and inserted again in one transaction. So ``document_id`` alone is a
declared foreign key (rows of ``documents`` are updated, not deleted); the other ones hold because
``checks`` looks at every load. Beyond keys it gets no indexes: it scans a column of a million
values in milliseconds, and they would cost as much as the load.
"""

from __future__ import annotations

import re
from pathlib import Path
from types import TracebackType
from typing import Self

import duckdb

from hoinghi.errors import OutputError, UsageError
from hoinghi.sinks.database.database import Database
from hoinghi.sinks.database.incoming import ROW, Incoming
from hoinghi.sinks.database.schema import (
    TABLES,
    VERSIONS,
    Table,
    create_tables,
    foreign_key,
    literal,
    quoted,
)

# What does not fit goes to FILE.tmp; every thread needs its share.
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {"memory_limit": "400MB", "threads": 2}
_ADVICE = (
    ("Could not set lock", "close the program that has it open, and load again"),
    ("not a valid DuckDB", "name a file that DuckDB made, or a new one"),
    ("newer version", "upgrade it: pip install --upgrade duckdb"),
    ("No space left", "free disk space, and load again; nothing was changed"),
    ("Out of Memory", "free disk space for what does not fit into memory, and load again"),
    ("depend", "drop what of your own depends on the tables, and load again; nothing was changed"),
)


class DuckDBFile(Database):
    """One DuckDB file, made if it is not there."""

    def __init__(self, rest: str) -> None:
        """Take what follows ``duckdb://``: a slash and the path, relative or absolute.

        Raises:
            UsageError: It is no path of a file.
        """
        path = rest.removeprefix("/")
        if path == rest or not path or path.startswith(":"):
            raise UsageError(
                f"duckdb://{rest}: names no file; give duckdb:///meetings.duckdb, or "
                "duckdb:////full/path/meetings.duckdb"
            )
        self.name = path

    def __enter__(self) -> Self:
        try:
            Path(self.name).parent.mkdir(parents=True, exist_ok=True)
            self._connection = duckdb.connect(self.name, config=_SETTINGS)
        except (OSError, duckdb.Error) as error:
            raise self._failure(error) from error
        self._connection.begin()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self._connection.commit()
        except duckdb.Error as problem:
            raise self._failure(problem) from problem
        finally:
            self._connection.close()  # rolls back what was not committed

    def execute(self, statement: str) -> None:
        """Run a statement that gives no rows."""
        try:
            self._connection.execute(statement)
        except duckdb.Error as error:
            raise self._failure(error) from error

    def fetch(self, query: str) -> list[tuple[object, ...]]:
        """Return all rows of a small answer."""
        try:
            return self._connection.execute(query).fetchall()
        except duckdb.Error as error:
            raise self._failure(error) from error

    def existing(self) -> set[str]:
        """Return the names of the tables in the current schema."""
        query = (
            "SELECT table_name FROM information_schema.tables "
            "WHERE table_catalog = current_database() AND table_schema = current_schema()"
        )
        return {str(name) for (name,) in self.fetch(query)}

    def stage(self, table: Incoming) -> None:
        """Make a view of the file; DuckDB reads Parquet by itself, piece by piece."""
        # Brackets make a sign of patterns mean itself.
        path = literal(re.sub(r"([\[*?{])", r"[\1]", str(table.path.resolve())))
        self.execute(
            f"CREATE TEMPORARY VIEW incoming_{table.name} AS "
            f"SELECT {quoted(*TABLES[table.name].columns)}, file_row_number AS {quoted(ROW)} "
            f"FROM read_parquet({path}, file_row_number = true, hive_partitioning = false)"
        )

    def create(self) -> None:
        """Make every table, empty, with its comments."""
        for statement in create_tables(_declared):
            self.execute(statement)

    def drop(self) -> None:
        """Drop every table of ours."""
        for name in (VERSIONS, *reversed(list(TABLES))):
            self.execute(f"DROP TABLE IF EXISTS {quoted(name)}")

    def clear(self) -> None:
        """Make every table anew, which leaves no holes in the file."""
        self.drop()
        self.create()

    def may_clear(self) -> bool:
        """Say no: a table made anew would lose columns that somebody added to it."""
        return False

    def finish(self) -> None:
        """Do nothing: keys were checked row by row."""

    def _failure(self, error: Exception) -> OutputError:
        text = " ".join(str(error).split())
        advice = next((way for sign, way in _ADVICE if sign in text), "load again")
        return OutputError(f"{self.name}: cannot be loaded ({text}); {advice}")


def _declared(table: Table) -> list[str]:
    """Return the foreign keys that DuckDB can hold while documents are replaced."""
    return [foreign_key(one) for one in table.foreign if one.columns == ("document_id",)]
