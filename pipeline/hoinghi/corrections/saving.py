"""Tables that somebody read from a folder and writes there again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hoinghi.batch.lock import locked
from hoinghi.batch.manifest import FOLDER as RUN_FOLDER
from hoinghi.corrections.applying import grouped, write_corrected
from hoinghi.corrections.decisions import Decision
from hoinghi.corrections.machine import read_machine
from hoinghi.corrections.merging import Batches, Merged, order_of, picked
from hoinghi.corrections.overlay import overlay
from hoinghi.corrections.rows import Rows
from hoinghi.corrections.store import Store
from hoinghi.tables import SCHEMAS


def save_corrected(batches: Batches, out: Path) -> dict[str, int]:
    """Write tables to ``out`` with the decisions made there, also where they have some already.

    Rows of a document that are those of ``out``, as people decided there until now or earlier, are
    not taken for the machine's: what the machine had read is kept, for withdrawals. Rows that are
    neither count as what was read.

    Args:
        batches: From the name of a table to its rows; read several times.
        out: The folder.

    Returns:
        How many rows each table has.

    Raises:
        LockedError: A run writes to ``out`` now.
        OutputError: The folder cannot be written.
        CorrectionsError: The decisions, or what is kept with them, cannot be read.
    """
    with locked(out / RUN_FOLDER, out):
        kept = read_machine(out)
        if not kept:
            return write_corrected(batches, out)
        decisions = grouped(Store(out).read().decisions)
        given = picked(batches, kept, SCHEMAS)
        machine = {
            document: kept[document]
            for document, rows in given.items()
            if _is_made_of(rows, kept[document], decisions.get(document, ()))
        }
        order = order_of(batches("documents"))
        return write_corrected(Merged(batches, order, machine), out)


def _is_made_of(rows: Rows, machine: Rows, decisions: Sequence[Decision]) -> bool:
    """Tell whether ``rows`` are those of the machine after the first, or more, ``decisions``."""
    return any(
        overlay(machine, decisions[:count]).rows == rows for count in range(len(decisions), -1, -1)
    )
