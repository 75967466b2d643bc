"""What a folder of tables says of itself: from which inputs, by which versions, how far."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from hoinghi.sinks import replacing

FOLDER: Final = ".hoinghi"
"""Where in the output folder a run keeps what is its own."""
_FILE: Final = "manifest.json"
_FORM: Final = 1  # of the folder; one of another form is begun anew

RUNNING, COMPLETE, STOPPED = "running", "complete", "stopped"


@dataclass(frozen=True, slots=True)
class Manifest:
    """A run as its folder remembers it.

    ``counts`` are numbers of rows by table, and ``failed``; empty until the run is complete.
    Times are in ISO 8601, UTC, for people to read: nothing depends on them.
    """

    inputs: tuple[str, ...]
    versions: Mapping[str, str]
    state: str = RUNNING
    started: str = ""
    ended: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    form: int = _FORM


def read_manifest(out: Path) -> Manifest | None:
    """Return what ``out`` says of its last run, ``None`` where it says nothing of this form."""
    try:
        found = json.loads((out / FOLDER / _FILE).read_text(encoding="utf-8"))
        manifest = Manifest(**{**found, "inputs": tuple(found["inputs"])})
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return manifest if manifest.form == _FORM else None


def write_manifest(out: Path, manifest: Manifest) -> None:
    """Write what ``out`` says of its run.

    Raises:
        OutputError: It cannot be written.
    """
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1) + "\n"
    with replacing(out / FOLDER / _FILE, durable=True) as part:
        part.write_text(text, encoding="utf-8")
