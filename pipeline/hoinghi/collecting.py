"""From articles to the tables of a run that fits into memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pyarrow as pa

from hoinghi.errors import ReadError
from hoinghi.linking import MemoryShelf, finish
from hoinghi.linking.copies import NONE, Copies
from hoinghi.linking.reposts import signature
from hoinghi.pipeline import Pipeline, open_pipeline
from hoinghi.records import Article, DocumentStatus, Reading
from hoinghi.tables import DUPLICATE, FAILED, SCHEMAS, Row, document_id, failed_row, rows


def raw_rows(
    read: Callable[[Article], Reading], item: Article | ReadError
) -> tuple[dict[str, list[Row]], bytes]:
    """Return the rows of ``item`` by table and its signature, as if it were alone in the run.

    What is in an article ``read`` finds (``Pipeline.read``). Whatever goes wrong with it ends as
    a row ``failed``.
    """
    if isinstance(item, Article):
        try:
            reading = read(item)
            return rows(reading, document_id(item)), signature(reading.body)
        except Exception as error:  # noqa: BLE001 - one article must never end the run
            problem = f"could not be analysed ({type(error).__name__}: {error})"
            again = isinstance(error, MemoryError)
            item = ReadError(item.source, problem, "please report it with the article", again)
    return {"documents": [failed_row(item)]}, b""


def collect(
    items: Iterable[Article | ReadError],
    *,
    pipeline: Pipeline | None = None,
    on_article: Callable[[DocumentStatus], None] | None = None,
) -> dict[str, pa.Table]:
    """Return the tables of ``items``, in their order, with ids that hold across articles.

    Args:
        items: Articles, and errors of those that could not be read.
        pipeline: What reads them; ``None`` opens the usual one.
        on_article: Called after each item.
    """
    pipeline = pipeline or open_pipeline()
    copies = Copies()
    found = []
    for number, item in enumerate(items):
        made, fingerprint = raw_rows(pipeline.read, item)
        found.append((made, fingerprint))
        if on_article is not None:
            on_article(_status(made["documents"][0], number, copies, signed=bool(fingerprint)))
    finished = finish(MemoryShelf.of_rows(found))
    return {
        name: pa.Table.from_batches(finished.batches(name), schema)
        for name, schema in SCHEMAS.items()
    }


def _status(row: Row, number: int, copies: Copies, *, signed: bool) -> DocumentStatus:
    """Return what became of a document; re-posts are found only when all are read."""
    status, error = str(row["status"]), row["error"]
    dated = row["published"] is not None
    key, failed = str(row["document_id"]), status == FAILED
    _, original = copies.add(number, key, failed=failed, dated=dated, signed=signed)
    return DocumentStatus(
        str(row["source"]),
        status if original == NONE else DUPLICATE,
        None if error is None else str(error),
    )
