"""One Arrow schema for each table of ``docs/TABLES.md``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa

Row = dict[str, object]

OK, NO_MEETING, DUPLICATE, FAILED = "ok", "no meeting", "duplicate", "failed"

_TYPES = {
    "text": pa.string(),
    "list": pa.list_(pa.string()),
    "int": pa.int64(),
    "float": pa.float64(),
    "bool": pa.bool_(),
    "date": pa.date32(),
}


def _schema(columns: str) -> pa.Schema:
    """Return the schema of ``name`` (text) and ``name:type`` words."""
    pairs = (word.partition(":") for word in columns.split())
    return pa.schema([(name, _TYPES[kind or "text"]) for name, _, kind in pairs])


SCHEMAS: Mapping[str, pa.Schema] = {
    "documents": _schema(
        "document_id source title published:date site author language characters:int duplicate_of"
        " status error text"
    ),
    "mentions": _schema(
        "document_id start:int end:int label text norm rule confidence:float evidence:list"
    ),
    "meetings": _schema(
        "meeting_id document_id main:bool name type when start_date:date end_date:date start_time"
        " day_part venue place_text village commune district province place_code"
        " current_commune:list current_province:list current_place_code:list level hosts:list"
        " hosts_text:list topics:list confidence:float"
    ),
    "people": _schema("document_id meeting_id person_id name honorific role confidence:float"),
    "positions": _schema(
        "document_id person_id name title title_text organization organization_text former:bool"
    ),
    "organizations": _schema(
        "document_id organization_id name text:list kind level place place_code mentions:int"
        " host_of:list took_part_in:list"
    ),
    "places": _schema(
        "document_id name text:list kind place_code commune district province"
        " current_place_code:list current_name:list resolved_by mentions:int"
    ),
    "dates": _schema(
        "document_id start:int end:int text value type grain start_date:date end_date:date anchor"
        " rule"
    ),
    "directives": _schema(
        "document_id directive_id kind number symbol issuer date:date title text:list known:bool"
        " mentions:int"
    ),
}


def arrow(rows: Mapping[str, Sequence[Row]]) -> dict[str, pa.Table]:
    """Return an Arrow table per schema; a table without rows keeps its columns."""
    return {
        name: pa.Table.from_pylist(list(rows.get(name, ())), schema=schema)
        for name, schema in SCHEMAS.items()
    }
