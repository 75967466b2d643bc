"""Rows of some documents in the stream of all, against the plain way to do it."""

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from hoinghi.corrections.merging import Merged, picked
from hoinghi.tables import SCHEMAS

SCHEMA = SCHEMAS["positions"]
KEYS = [f"d{number}" for number in range(6)]


def row(key, name):
    return dict.fromkeys(SCHEMA.names) | {"document_id": key, "name": name}


counts = st.lists(st.integers(0, 3), min_size=len(KEYS), max_size=len(KEYS))


@given(
    counts, st.dictionaries(st.sampled_from([*KEYS, "gone"]), st.integers(0, 2)), st.integers(1, 5)
)
def test_rows_come_in_the_order_of_the_documents_however_they_are_cut(sizes, new, size):
    old = [
        row(key, f"old{n}") for key, count in zip(KEYS, sizes, strict=True) for n in range(count)
    ]
    table = pa.Table.from_pylist(old, schema=SCHEMA)
    own = {key: {"positions": [row(key, f"new{n}") for n in range(n)]} for key, n in new.items()}
    merged = Merged(lambda _: table.to_batches(max_chunksize=size), pa.array(KEYS), own)
    found = [one for batch in merged("positions") for one in batch.to_pylist()]
    plain = [
        one
        for key in KEYS
        for one in (
            own[key]["positions"] if key in own else [r for r in old if r["document_id"] == key]
        )
    ]
    assert found == plain


def test_rows_of_some_documents_are_picked_and_of_no_others():
    table = pa.Table.from_pylist([row(key, "a") for key in KEYS], schema=SCHEMA)
    found = picked(lambda _: table.to_batches(max_chunksize=2), ["d1", "d4", "x"], ["positions"])
    assert {key: len(rows["positions"]) for key, rows in found.items()} == {"d1": 1, "d4": 1}
