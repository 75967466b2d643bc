"""The columns of the tables that a report needs, read from a folder piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from hoinghi.corrections.applying import columns_of

Row = dict[str, Any]

COLUMNS: Final = {
    "documents": "document_id source title published status error duplicate_of",
    "meetings": (
        "meeting_id document_id main name type when start_date end_date start_time day_part venue"
        " place_text village commune district province place_code current_commune"
        " current_province current_place_code level hosts topics confidence"
    ),
    "people": "document_id meeting_id person_id name honorific role confidence",
    "positions": "document_id person_id title organization former",
    "organizations": "organization_id name text kind level place host_of took_part_in",
    "directives": "document_id directive_id kind number symbol issuer date title known",
}


class Tables:
    """The tables of one folder.

    Every method raises ``UsageError`` where a table is missing or no table of ours.
    """

    def __init__(self, out: Path) -> None:
        """Name the folder that ``hoinghi extract`` wrote; nothing is read yet."""
        self._out = out
        self._texts: dict[str, str] = {}

    def rows(self, name: str) -> Iterator[Row]:
        """Yield all rows of a table, those of its columns that a report needs."""
        names = COLUMNS[name].split()
        for batch in columns_of(self._out, name, names):
            columns = (map(self._shared, batch.column(one).to_pylist()) for one in names)
            for values in zip(*columns, strict=True):
                yield dict(zip(names, values, strict=True))

    def _shared(self, value: object) -> object:
        """Return the same object for equal texts: keys and names come again and again."""
        return self._texts.setdefault(value, value) if isinstance(value, str) else value

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield the key and the text of every article."""
        for batch in columns_of(self._out, "documents", ["document_id", "text"]):
            columns = (batch.column(name).to_pylist() for name in ("document_id", "text"))
            yield from ((key, text or "") for key, text in zip(*columns, strict=True))

    def mentions(self) -> Iterator[pa.RecordBatch]:
        """Yield the mentions: document, offsets, label, text, norm and evidence."""
        columns = "document_id start end label text norm evidence".split()
        return columns_of(self._out, "mentions", columns)
