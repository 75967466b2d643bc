"""All files of a report, written so that nobody sees half of one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hoinghi.report.figures import KeyFigures
from hoinghi.report.scope import Scope


@dataclass(frozen=True, slots=True)
class Written:
    """What a report wrote: its files, and its key figures."""

    files: tuple[Path, ...]
    figures: KeyFigures


def write_report(out: Path, folder: Path, scope: Scope | None = None) -> Written:
    """Write ``bao-cao.html``, ``bao-cao.xlsx`` and a CSV file a sheet to ``folder``.

    Args:
        out: The folder that ``hoinghi extract`` wrote.
        folder: Where the files go; it is made if need be, other files in it stay.
        scope: Which meetings the report is about, by default all.

    Raises:
        UsageError: The tables cannot be read, or ``scope`` names what is not known.
        OutputError: The folder cannot be written.
    """
    raise NotImplementedError
