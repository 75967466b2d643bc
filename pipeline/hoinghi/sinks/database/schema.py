"""The tables of the contract as a database holds them: keys, foreign keys, indexes, their SQL.

Columns come from ``tables.SCHEMAS``; only what Arrow cannot say stands here. Every table but
``documents`` gets one column more, ``ordinal``: 1, 2, 3 ... in the order of the document's rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyarrow as pa

from hoinghi.sinks.database.comments import COLUMNS, ROWS
from hoinghi.tables import SCHEMAS, digest

ORDINAL = "ordinal"
VERSIONS = "hoinghi_schema"
"""Table of one row: the fingerprint of the definitions that a database was made by."""

# Names that PostgreSQL and DuckDB both understand.
_TYPES = {
    pa.string(): "text",
    pa.list_(pa.string()): "text[]",
    pa.int64(): "bigint",
    pa.float64(): "float8",
    pa.bool_(): "boolean",
    pa.date32(): "date",
}


@dataclass(frozen=True, slots=True)
class Foreign:
    """A foreign key: ``columns`` hold a primary key of ``table``, or null."""

    columns: tuple[str, ...]
    table: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns with their types in SQL, its keys, and the columns people ask by.

    ``columns`` are those of the contract, ``stored`` has ``ordinal``, too. ``ranges`` are short
    columns (days, codes, ids), indexed for equality and order. ``words`` can hold text of any
    length, which a B-tree refuses; their index knows equality and beginnings.
    """

    name: str
    columns: Mapping[str, str]
    stored: Mapping[str, str]
    primary: tuple[str, ...]
    foreign: tuple[Foreign, ...]
    ranges: tuple[str, ...]
    words: tuple[str, ...]


_DOCUMENT = Foreign(("document_id",), "documents")
# Two meetings or two people of one article are never one (docs/LINKING.md), so that their ids are
# keys within it; the same id in several articles is the same thing told several times.
_PRIMARY = {
    "documents": ("document_id",),
    "meetings": ("document_id", "meeting_id"),
    "people": ("document_id", "person_id"),
}
_FOREIGN = {
    "documents": (Foreign(("duplicate_of",), "documents"),),
    "people": (_DOCUMENT, Foreign(("document_id", "meeting_id"), "meetings")),
    "positions": (_DOCUMENT, Foreign(("document_id", "person_id"), "people")),
}
_RANGES = {
    "documents": "published duplicate_of",
    "meetings": "meeting_id start_date place_code",
    "people": "meeting_id person_id",
    "positions": "person_id",
    "organizations": "organization_id place_code",
    "places": "place_code",
    "dates": "start_date",
    "directives": "date",
}
_WORDS = {
    "people": "name",
    "organizations": "name",
    "places": "name",
    "directives": "directive_id",
}


def _table(name: str, schema: pa.Schema) -> Table:
    columns = {field.name: _TYPES[field.type] for field in schema}
    return Table(
        name=name,
        columns=columns,
        stored=columns if name == "documents" else columns | {ORDINAL: "integer"},
        primary=_PRIMARY.get(name, ("document_id", ORDINAL)),
        foreign=_FOREIGN.get(name, (_DOCUMENT,)),
        ranges=tuple(_RANGES.get(name, "").split()),
        words=tuple(_WORDS.get(name, "").split()),
    )


TABLES: Mapping[str, Table] = {name: _table(name, schema) for name, schema in SCHEMAS.items()}
"""Every table after those that its foreign keys name."""

FINGERPRINT = digest(*(f"{t.name} {t.stored} {t.primary} {t.foreign}" for t in TABLES.values()))
"""Changes whenever columns, types or keys change."""


def quoted(*names: str) -> str:
    """Return identifiers for SQL with commas between; ``when`` and ``end`` are words of SQL."""
    return ", ".join(f'"{name}"' for name in names)


def literal(text: str) -> str:
    """Return ``text`` as a string of SQL."""
    return "'" + text.replace("'", "''") + "'"


def create_table(table: Table, *clauses: str) -> str:
    """Return ``CREATE TABLE`` with the primary key and further ``clauses``."""
    must = {"document_id", ORDINAL, *table.primary}
    lines = [
        f"{quoted(name)} {kind}{' NOT NULL' if name in must else ''}"
        for name, kind in table.stored.items()
    ]
    lines.append(f"PRIMARY KEY ({quoted(*table.primary)})")
    return f"CREATE TABLE {quoted(table.name)} ({', '.join([*lines, *clauses])})"


def foreign_key(foreign: Foreign) -> str:
    """Return the clause ``FOREIGN KEY ... REFERENCES ...``."""
    target = TABLES[foreign.table]
    return (
        f"FOREIGN KEY ({quoted(*foreign.columns)}) "
        f"REFERENCES {quoted(target.name)} ({quoted(*target.primary)})"
    )


def create_tables(clauses: Callable[[Table], Iterable[str]]) -> Iterator[str]:
    """Yield the statements that make every table, with comments, and note the fingerprint.

    Args:
        clauses: What a table gets beside columns and primary key.
    """
    for table in TABLES.values():
        yield create_table(table, *clauses(table))
        yield from comments(table)
    yield f"CREATE TABLE {VERSIONS} (fingerprint text)"
    yield f"INSERT INTO {VERSIONS} VALUES ({literal(FINGERPRINT)})"


def comments(table: Table) -> Iterator[str]:
    """Yield the statements that write what ``docs/TABLES.md`` says into the database."""
    yield f"COMMENT ON TABLE {quoted(table.name)} IS {literal(ROWS[table.name])}"
    for column, comment in COLUMNS[table.name].items():
        target = f"{quoted(table.name)}.{quoted(column)}"
        yield f"COMMENT ON COLUMN {target} IS {literal(comment)}"
