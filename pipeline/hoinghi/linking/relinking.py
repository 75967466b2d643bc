"""Final ids into the columns of tables that hold ids."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Final, TypeVar

import numpy as np
import pyarrow as pa

Ids = Mapping[tuple[str, str], str]
"""Document and old id -> final id."""

MEETINGS, PEOPLE = "meetings", "people"
HOLD: Final[Mapping[str, Mapping[str, str]]] = {
    "meetings": {"meeting_id": MEETINGS},
    "people": {"meeting_id": MEETINGS, "person_id": PEOPLE},
    "positions": {"person_id": PEOPLE},
    "mentions": {"evidence": MEETINGS},
    "organizations": {"host_of": MEETINGS, "took_part_in": MEETINGS},
}
"""The columns of each table that hold ids, and of what."""

_Document = TypeVar("_Document", bound=Hashable)


def replace_ids(table: pa.Table, column: str, ids: Ids) -> pa.Table:
    """Return ``table`` with the ids in ``column`` replaced by the final ones.

    Args:
        table: Has the column ``document_id`` beside it.
        column: Ids, or strings that begin with an id and a colon (``ID:field:rule``), or lists
            of either; what ``ids`` does not know stays.
        ids: Document and id -> final id.
    """
    changed = {key: new for key, new in ids.items() if key[1] != new}
    if not changed:
        return table
    at = table.schema.get_field_index(column)
    cells = table.column(at).combine_chunks()
    made = replaced(cells, table.column("document_id").to_pylist(), changed)
    return table.set_column(at, table.schema.field(at), made)


def replaced(
    cells: pa.Array, documents: Sequence[_Document], ids: Mapping[tuple[_Document, str], str]
) -> pa.Array:
    """Return ``cells`` of ids or of lists of ids, each of one of ``documents``, with final ids."""
    if pa.types.is_list(cells.type):
        sizes = cells.value_lengths().fill_null(0).to_numpy(zero_copy_only=False)
        owners = [documents[row] for row in np.repeat(np.arange(len(cells)), sizes).tolist()]
        values = replaced(cells.flatten(), owners, ids)
        edges = pa.array(np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32))
        return pa.ListArray.from_arrays(edges, values, cells.type, mask=cells.is_null())
    known = {document for document, _ in ids}
    made = [
        value if value is None or document not in known else _final(document, value, ids)
        for document, value in zip(documents, cells.to_pylist(), strict=True)
    ]
    return pa.array(made, cells.type)


def _final(document: _Document, value: str, ids: Mapping[tuple[_Document, str], str]) -> str:
    key, colon, rest = value.partition(":")
    return ids.get((document, key), key) + colon + rest
