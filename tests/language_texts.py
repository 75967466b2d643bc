"""Texts of many languages with what is expected of them, for the tests and the benchmark."""

from __future__ import annotations

from pathlib import Path

_FILE = Path(__file__).parent / "data" / "languages.tsv"
# Languages of the highlands have no code in the model; what matters is that they are passed over.
OTHER, NONE = "other", "none"


def texts() -> list[tuple[str, str]]:
    """Return code and text of every case; ``other`` is any language but Vietnamese."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return [(code, text) for code, _, text in (line.partition("\t") for line in lines)]


def is_right(expected: str, found: str | None) -> bool:
    """Tell whether ``found`` is what the case asks for."""
    if expected == OTHER:
        return found not in {"vi", None}
    return found == (None if expected == NONE else expected)
