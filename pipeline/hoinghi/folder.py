"""What a folder of tables holds, as its manifest and its parts say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hoinghi.batch.lock import holder
from hoinghi.batch.manifest import COMPLETE, FOLDER, Manifest, read_manifest
from hoinghi.batch.parts import DamagedPartError, list_parts, read_part
from hoinghi.corrections import Applied, applied
from hoinghi.errors import UsageError
from hoinghi.tables import FAILED


@dataclass(frozen=True, slots=True)
class FolderStatus:
    """What a folder of tables holds.

    ``statuses`` counts documents as they were read, before copies are told from originals;
    ``failed`` are sources and errors. ``decided`` is what people decided on its rows.
    """

    manifest: Manifest
    state: str
    parts: int
    documents: int
    statuses: Mapping[str, int]
    failed: tuple[tuple[str, str], ...]
    decided: Applied


def folder_status(out: Path) -> FolderStatus:
    """Return what ``out`` holds.

    Raises:
        UsageError: ``out`` is no folder that ``hoinghi extract`` wrote.
        CorrectionsError: What people decided there cannot be read.
    """
    manifest = read_manifest(out)
    if manifest is None:
        raise UsageError(
            f"{out}: no run of hoinghi is told of there; name the folder that hoinghi extract "
            "wrote (its --out)"
        )
    statuses: Counter[str] = Counter()
    failed: list[tuple[str, str]] = []
    paths = list_parts(out / FOLDER)
    columns = ["documents.source", "documents.status", "documents.error"]
    for path in paths:
        try:
            rows = read_part(path, columns)["documents"].to_pylist()
        except DamagedPartError:
            statuses["in a damaged part, to be read again"] += 1
            continue
        statuses.update(row["status"] for row in rows)
        failed += [(r["source"], r["error"] or "") for r in rows if r["status"] == FAILED]
    return FolderStatus(
        manifest,
        _state(out, manifest),
        len(paths),
        statuses.total(),
        statuses,
        tuple(failed),
        applied(out),
    )


def _state(out: Path, manifest: Manifest) -> str:
    who = holder(out / FOLDER)
    if who is not None:
        return f"a run goes on just now: {who}"
    if manifest.state == COMPLETE:
        return "complete"
    return "not finished; the same hoinghi extract goes on from there"
