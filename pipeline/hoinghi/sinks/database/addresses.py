"""Which database an address means."""

from __future__ import annotations

from hoinghi.errors import UsageError
from hoinghi.sinks.database.database import Database

FORMS = "duckdb:///FILE or postgresql://USER@HOST/DATABASE"


def connect(url: str) -> Database:
    """Return the database of ``url``; it is opened when its ``with`` block begins.

    Raises:
        UsageError: The address is of no such form, or what reads it is not installed.
    """
    scheme, colon, rest = url.partition("://")
    try:
        if scheme == "duckdb" and colon:
            from hoinghi.sinks.database.duckdb_file import DuckDBFile  # noqa: PLC0415 - an extra

            return DuckDBFile(rest)
        if scheme in {"postgresql", "postgres"} and colon:
            from hoinghi.sinks.database.postgresql import PostgreSQL  # noqa: PLC0415 - an extra

            return PostgreSQL(url)
    except ImportError as error:
        package = (error.name or "").partition(".")[0]
        extra = "duckdb" if scheme == "duckdb" else "postgresql"
        raise UsageError(
            f"{scheme}://: the package {package} is not installed; install it with "
            f"pip install 'hoinghi[{extra}]'"
        ) from error
    # What was given is not shown: it may hold a password.
    raise UsageError(f"the address of the database is not understood; give {FORMS}")
