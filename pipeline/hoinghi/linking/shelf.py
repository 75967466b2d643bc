"""Where the end of a run finds the rows of all its articles, which are too many for memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

import pyarrow as pa


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
            columns: Of that table; ``documents`` has one more, ``signature`` (binary; null or
                empty for none).

        Yields:
            Batches of some thousand rows at most; a document's rows may be cut between two. The
            first column is ``document`` (int32), the number of the document.
        """

    def take(self, documents: Sequence[int]) -> Mapping[str, pa.Table]:
        """Return all raw rows of these documents, with ``document`` as first column, in order."""
