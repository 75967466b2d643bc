"""Decisions into the tables of a folder: when a run writes them, and whenever there are newer."""

# ruff: noqa: PLC0415 - stages are imported where there are decisions: most runs have none

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from hoinghi.batch.lock import locked
from hoinghi.batch.manifest import FOLDER as RUN_FOLDER
from hoinghi.batch.manifest import read_manifest, write_manifest
from hoinghi.corrections.decisions import Decision
from hoinghi.corrections.machine import (
    are_applied,
    forget_machine,
    has_machine,
    note_applied,
    read_machine,
    write_machine,
)
from hoinghi.corrections.merging import Batches, Merged, order_of, picked
from hoinghi.corrections.rows import Rows
from hoinghi.corrections.store import Store, standing
from hoinghi.errors import CorrectionsError, UsageError
from hoinghi.sinks import write_tables
from hoinghi.tables import SCHEMAS

_AT_ONCE: Final = 200_000  # cells
_WITH_TEXTS: Final = 500  # rows


@dataclass(frozen=True, slots=True)
class Applied:
    """What the decisions of a folder came to.

    Attributes:
        decided: Table, document and id of every row that a decision holds for.
        lost: Decisions that hold but whose row the tables no longer have.
    """

    decided: Mapping[tuple[str, str, str], Decision]
    lost: tuple[Decision, ...]


def write_corrected(batches: Batches, out: Path) -> dict[str, int]:
    """Write the tables of a run to ``out``, with the decisions that were made there.

    Args:
        batches: What the machine found, as ``write_tables`` takes it; read several times where
            there are decisions.
        out: The folder.

    Returns:
        How many rows each table has.

    Raises:
        OutputError: The folder cannot be written.
        CorrectionsError: The decisions cannot be read.
    """
    decisions = Store(out).read().decisions
    if not decisions and not has_machine(out):
        return write_tables(batches, out)
    by_document = grouped(decisions)
    kept = _readable(out)
    machine = picked(batches, by_document.keys() | kept.keys(), SCHEMAS)
    # Whenever it ends early, what is corrected in the tables, old or new, can still be restored.
    write_machine(out, kept | machine)
    order = order_of(batches("documents"))
    corrected = Merged(batches, order, _corrected(machine, by_document))
    counts = write_tables(corrected, out, durable=True)
    _note(out, machine, decisions)
    return counts


def refresh(out: Path) -> bool:
    """Bring the tables of ``out`` up to date with the decisions made there.

    Only tables that change are written, and appear when they are whole. Nothing is done, and
    nothing written, where they are up to date.

    Args:
        out: The folder that ``hoinghi extract`` wrote.

    Returns:
        Whether anything was to be done.

    Raises:
        LockedError: A run writes to ``out`` now.
        OutputError: The folder cannot be written.
        CorrectionsError: The decisions cannot be read.
        UsageError: ``out`` holds decisions, but no tables.
    """
    if are_applied(out, Store(out).read().decisions):
        return False
    with locked(out / RUN_FOLDER, out):
        decisions = Store(out).read().decisions
        by_document = grouped(decisions)
        kept = read_machine(out)
        held = picked(tables_of(out), by_document.keys() | kept.keys(), SCHEMAS)
        machine = held | kept  # what nobody has decided on yet is as the machine left it
        write_machine(out, machine)
        _rewrite(out, held, _corrected(machine, by_document))
        _note(out, machine, decisions)
    return True


def applied(out: Path) -> Applied:
    """Return which rows the decisions of ``out`` hold for, and which have lost theirs.

    Where the first run has not written its tables yet, all have.

    Raises:
        CorrectionsError: The decisions cannot be read.
    """
    from hoinghi.corrections.overlay import overlay

    by_document = grouped(Store(out).read().decisions)
    machine = read_machine(out) if by_document else {}
    new = by_document.keys() - machine.keys()
    if new and (out / "parquet").is_dir():
        machine |= picked(tables_of(out), new, SCHEMAS)
    decided: dict[tuple[str, str, str], Decision] = {}
    lost: list[Decision] = []
    for document, own in by_document.items():
        if document not in machine:
            lost += standing(own).values()
            continue
        found = overlay(machine[document], own)
        lost += found.lost
        decided |= {(table, document, key): d for (table, key), d in found.matched.items()}
    return Applied(decided, tuple(lost))


def tables_of(out: Path) -> Batches:
    """Return what reads the tables of ``out``, some rows at a time."""
    return lambda table: columns_of(out, table, SCHEMAS[table].names)


def columns_of(out: Path, table: str, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
    """Yield some columns of a table of ``out``, some rows at a time.

    Raises:
        UsageError: The table is missing, or no table of ours.
    """
    path = out / "parquet" / f"{table}.parquet"
    schema = pa.schema([SCHEMAS[table].field(name) for name in columns])
    try:
        # Without pre_buffer no whole column has to fit into memory.
        with pq.ParquetFile(path, pre_buffer=False, buffer_size=1 << 20) as file:
            at_once = _WITH_TEXTS if "text" in columns else _AT_ONCE // len(columns)
            for batch in file.iter_batches(at_once, columns=schema.names):
                yield batch.select(schema.names).cast(schema)
    except (OSError, KeyError, pa.ArrowException) as error:
        raise UsageError(
            f"{path}: cannot be read as a table of hoinghi; name the folder that hoinghi "
            "extract wrote (its --out)"
        ) from error


def grouped(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """Return the decisions on each document, in their order."""
    found: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        found[decision.target.document_id].append(decision)
    return dict(found)


def _readable(out: Path) -> dict[str, Rows]:
    """Return what is kept of the machine's; a run can do without, for it makes all anew."""
    try:
        return read_machine(out)
    except CorrectionsError:
        return {}


def _note(out: Path, machine: Mapping[str, Rows], decisions: Sequence[Decision]) -> None:
    """Note that the tables are on the disk with ``decisions``; keep no more than these need."""
    if not decisions:
        forget_machine(out)
        return
    decided = {decision.target.document_id for decision in decisions}
    write_machine(out, {key: own for key, own in machine.items() if key in decided})
    note_applied(out, decisions)


def _corrected(
    machine: Mapping[str, Rows], decisions: Mapping[str, list[Decision]]
) -> dict[str, Rows]:
    from hoinghi.corrections.overlay import overlay

    return {
        document: overlay(own, decisions.get(document, ())).rows
        for document, own in machine.items()
    }


def _rewrite(out: Path, held: Mapping[str, Rows], made: Mapping[str, Rows]) -> None:
    """Write the tables that do not hold the rows of ``made``.

    Args:
        out: The folder.
        held: What they hold of the same documents now, and of no others.
        made: What they are to hold.
    """
    made = {document: rows for document, rows in made.items() if document in held}
    stale = [
        table for table in SCHEMAS if any(held[key][table] != made[key][table] for key in made)
    ]
    if not stale:
        return
    order = order_of(columns_of(out, "documents", ["document_id"]))
    counts = write_tables(Merged(tables_of(out), order, made), out, stale, durable=True)
    manifest = read_manifest(out)
    if manifest is not None and manifest.counts:
        write_manifest(out, replace(manifest, counts={**manifest.counts, **counts}))
