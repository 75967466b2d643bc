"""What the machine found in documents that people decided on, kept for when they change it."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from hoinghi.corrections.decisions import Decision
from hoinghi.corrections.rows import Rows
from hoinghi.errors import CorrectionsError
from hoinghi.sinks import replacing
from hoinghi.tables import SCHEMAS

FOLDER: Final = "corrections"
_ROWS: Final = "machine.parquet"
_STATE: Final = "state.json"
_SCHEMA: Final = pa.schema(
    [
        ("document_id", pa.string()),
        *((name, pa.list_(pa.struct(list(schema)))) for name, schema in SCHEMAS.items()),
    ]
)


def read_machine(out: Path) -> dict[str, Rows]:
    """Return the rows that the machine gave documents that are or were corrected, by document.

    Raises:
        CorrectionsError: They cannot be read, or are of another version.
    """
    path = out / FOLDER / _ROWS
    if not path.exists():
        return {}
    try:
        table = pq.read_table(path)
        if not table.schema.equals(_SCHEMA):
            raise CorrectionsError(
                f"{path}: it was written by another version of hoinghi; run hoinghi extract again"
            )
        rows = table.to_pylist()
    except (OSError, pa.ArrowException) as error:
        raise CorrectionsError(
            f"{path}: cannot be read ({error}); run hoinghi extract again, which writes it anew"
        ) from error
    return {row.pop("document_id"): row for row in rows}


def has_machine(out: Path) -> bool:
    """Tell whether the tables of ``out`` are, or may be, corrected."""
    return (out / FOLDER).exists()


def write_machine(out: Path, rows: Mapping[str, Rows]) -> None:
    """Write what ``read_machine`` reads; the tables count as not up to date from now on.

    Raises:
        OutputError: It cannot be written.
    """
    (out / FOLDER / _STATE).unlink(missing_ok=True)
    table = pa.Table.from_pylist(
        [{"document_id": document, **own} for document, own in rows.items()], schema=_SCHEMA
    )
    with replacing(out / FOLDER / _ROWS, durable=True) as part:
        pq.write_table(table, part, compression="zstd")


def forget_machine(out: Path) -> None:
    """Leave nothing of what ``write_machine`` and ``note_applied`` wrote."""
    shutil.rmtree(out / FOLDER, ignore_errors=True)


def note_applied(out: Path, decisions: Iterable[Decision]) -> None:
    """Note that the tables are made with these decisions.

    Raises:
        OutputError: It cannot be written.
    """
    text = json.dumps({"applied": _digest(decisions)}) + "\n"
    with replacing(out / FOLDER / _STATE, durable=True) as part:
        part.write_text(text, encoding="utf-8")


def are_applied(out: Path, decisions: Iterable[Decision]) -> bool:
    """Tell whether the tables are made with these decisions and no others."""
    decisions = list(decisions)
    if not has_machine(out):
        return not decisions
    try:
        told = json.loads((out / FOLDER / _STATE).read_text(encoding="utf-8"))["applied"]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return bool(told == _digest(decisions))


def _digest(decisions: Iterable[Decision]) -> str:
    return hashlib.sha256("\n".join(one.id for one in decisions).encode()).hexdigest()
