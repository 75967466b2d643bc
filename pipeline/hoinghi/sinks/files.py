"""Writing a file so that nobody ever sees half of it."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hoinghi.errors import OutputError


@contextmanager
def replacing(path: Path, *, durable: bool = False) -> Iterator[Path]:
    """Yield a temporary path beside ``path``; when the block ends well it becomes ``path``.

    The folder is made if need be. After an error the temporary file is gone and ``path`` is
    as it was.

    Args:
        path: The file to be written.
        durable: Wait until the disk has it, so that not even a power cut leaves half of it.

    Raises:
        OutputError: The folder or the file cannot be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield part
            if durable:
                _settle(part)
            part.replace(path)
            if durable and os.name == "posix":
                _settle(path.parent)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(
            f"{path}: cannot be written ({error.strerror or error}); choose another output "
            "folder, free disk space, or close the file where a spreadsheet holds it open"
        ) from error


def _settle(path: Path) -> None:
    """Wait until the disk has what was written to a file, or the names in a folder."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def check_writable(folder: Path) -> None:
    """Make ``folder`` if need be, and try to write there.

    Raises:
        OutputError: It cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".hoinghi-probe"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise OutputError(
            f"{folder}: cannot be written ({error.strerror or error}); choose another output "
            "folder or ask for the right to write there"
        ) from error
