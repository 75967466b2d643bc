"""Which units the rows of a large file are, so that an unchanged one need not be read again."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from hoinghi.batch.units import KEY_SIZE, Rows
from hoinghi.sinks import replacing

_FOLDER: Final = "rows"


def known_rows(folder: Path, rows: Rows) -> bytes | None:
    """Return the keys of the rows, one after the other; ``None`` where they are not known."""
    if rows.key is None:
        return None
    try:
        keys = _path(folder, rows.key).read_bytes()
    except OSError:
        return None
    return keys if len(keys) % KEY_SIZE == 0 else None


def keep_rows(folder: Path, rows: Rows, keys: bytes) -> None:
    """Remember the keys of the rows of a file that was read to its end.

    Raises:
        OutputError: They cannot be written.
    """
    if rows.key is not None:
        with replacing(_path(folder, rows.key), durable=True) as part:
            part.write_bytes(keys)


def _path(folder: Path, key: bytes) -> Path:
    return folder / _FOLDER / key.hex()
