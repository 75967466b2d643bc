"""The tables of ``docs/TABLES.md``: their schemas, and the way from records to rows."""

from hoinghi.tables.keys import digest, document_id
from hoinghi.tables.rows import failed_row, rows
from hoinghi.tables.schemas import DUPLICATE, FAILED, NO_MEETING, OK, SCHEMAS, Row, arrow
from hoinghi.tables.spans import directive_norm, mentions

__all__ = [
    "DUPLICATE",
    "FAILED",
    "NO_MEETING",
    "OK",
    "SCHEMAS",
    "Row",
    "arrow",
    "digest",
    "directive_norm",
    "document_id",
    "failed_row",
    "mentions",
    "rows",
]
