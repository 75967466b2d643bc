"""Where the end of a run finds the rows of all its articles, which are too many for memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Protocol

import pyarrow as pa

from hoinghi.tables import SCHEMAS, Row

DOCUMENT: Final = pa.field("document", pa.int32())
"""The first column of every batch: the number of the document in the run, from 0 on."""

SIGNATURE: Final = pa.field("signature", pa.binary())
"""One more column of ``documents``: ``reposts.signature``, null or empty for none."""

_AT_ONCE: Final = 4_000  # rows of a batch


class Shelf(Protocol):
    """The raw rows of a run: read again and again, always in the order of the documents.

    Raw rows are what ``tables.rows(reading, document_id(article))`` gives for every article,
    exact copies too, and ``tables.failed_row`` for what could not be read. Documents have
    numbers from 0 on, in the order of the run.
    """

    def __len__(self) -> int:
        """Return the number of documents."""

    def scan(self, table: str, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """Yield the rows of all documents, in order.

        Args:
            table: A name of ``tables.SCHEMAS``.
            columns: Of that table; ``documents`` has ``SIGNATURE``, too.

        Yields:
            Batches of some thousand rows at most, ``DOCUMENT`` and then the columns asked for. A
            document's rows may be cut between two.
        """


class MemoryShelf:
    """The rows of a run that fit into memory."""

    def __init__(self, tables: Mapping[str, pa.Table], *, at_once: int = _AT_ONCE) -> None:
        """Take tables with ``DOCUMENT``, in the order of the documents.

        Args:
            tables: Those, and of those the columns, that will be asked for.
            at_once: The most rows of a batch.
        """
        self._tables = tables
        self._at_once = at_once

    @classmethod
    def of_rows(
        cls, articles: Sequence[tuple[Mapping[str, Sequence[Row]], bytes]], **more: int
    ) -> MemoryShelf:
        """Put up the rows of each article by table, with its signature."""
        tables = {}
        for name, schema in SCHEMAS.items():
            found = [
                {DOCUMENT.name: number, SIGNATURE.name: signature} | row
                for number, (rows, signature) in enumerate(articles)
                for row in rows.get(name, ())
            ]
            extra = [SIGNATURE] if name == "documents" else []
            tables[name] = pa.Table.from_pylist(found, pa.schema([DOCUMENT, *schema, *extra]))
        return cls(tables, **more)

    @classmethod
    def of_tables(cls, tables: Mapping[str, pa.Table]) -> MemoryShelf:
        """Put up tables that name their documents in ``document_id``, in whatever order."""
        keys = tables["documents"]["document_id"].to_pylist()
        numbers = {key: number for number, key in enumerate(keys)}
        numbered = {}
        for name, table in tables.items():
            own = [numbers[key] for key in table["document_id"].to_pylist()]
            order = sorted(range(len(own)), key=own.__getitem__)
            column = pa.array(own, DOCUMENT.type)
            numbered[name] = table.add_column(0, DOCUMENT, column).take(pa.array(order, pa.int64()))
        return cls(numbered)

    def __len__(self) -> int:
        """Return the number of documents."""
        return int(self._tables["documents"].num_rows)

    def scan(self, table: str, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """Yield the rows of all documents, in order."""
        chosen = self._tables[table].select([DOCUMENT.name, *columns])
        yield from chosen.to_batches(max_chunksize=self._at_once)
