"""By what results are made: package, libraries, model, lists and settings, each as a short digest.

Where one of them changes, what it made is no longer true and is read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from hoinghi.batch.units import Basis
from hoinghi.errors import ResourceError, UsageError
from hoinghi.models import META, NO_MODEL, has_model, pipeline_path
from hoinghi.settings import Settings
from hoinghi.version import __version__

# Whose new versions may read the same article otherwise.
_LIBRARIES: Final = (
    *("underthesea", "underthesea_core", "spacy", "dateparser", "python-crfsuite", "lunar-vn"),
    *("trafilatura", "lxml", "selectolax", "pypdfium2", "feedparser", "markdown-it-py"),
)
_COLUMNS: Final = ("text_column", "title_column", "date_column", "url_column")
_DIGITS: Final = 12

Versions = Mapping[str, str]
"""What is used -> its version or digest, in words of the user."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The versions of a run, and the digests of them that units are known by."""

    versions: Versions
    basis: Basis


def versions_of(settings: Settings) -> Sources:
    """Return by what a run with ``settings`` makes its results.

    Raises:
        UsageError: The gazetteer cannot be read.
        ResourceError: The folder of the settings holds no model.
    """
    package = Path(__file__).parents[1]
    # Not what Python compiled, which comes and goes while other processes start.
    code = sorted(p for p in package.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    columns = {name: getattr(settings, name) for name in _COLUMNS}
    versions = {
        "hoinghi": __version__,
        "code": _digest(code),
        "libraries": " ".join(f"{name} {_version(name)}" for name in _LIBRARIES),
        "model": _model(settings.model),
        "gazetteer": _gazetteer(settings.gazetteer),
        "max_characters": str(settings.max_characters),
    }
    analysis = repr(sorted(versions.items()))
    return Sources(
        versions | columns,
        Basis(
            hashlib.sha256(analysis.encode()).digest(),
            hashlib.sha256(repr(columns).encode()).digest(),
        ),
    )


def changes(before: Versions, now: Versions) -> list[str]:
    """Return the names of what is another than before, in the order of ``now``."""
    return [name for name in now if before.get(name) != now[name]]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


def _digest(paths: Iterable[Path]) -> str:
    made = hashlib.sha256()
    for path in paths:
        made.update(path.name.encode())
        made.update(hashlib.sha256(path.read_bytes()).digest())
    return made.hexdigest()[:_DIGITS]


def _model(given: str) -> str:
    """Return the digest of what training wrote about the model, which names all its files."""
    if given == NO_MODEL:
        return NO_MODEL
    folder = Path(given) if given else pipeline_path()
    if not given and not has_model(folder):
        return NO_MODEL
    try:
        return _digest([folder / META])
    except OSError as error:
        raise ResourceError(
            f"{folder}: no trained model ({error.strerror}); name a folder that hoinghi train wrote"
        ) from error


def _gazetteer(given: str) -> str:
    if not given:
        return ""
    try:
        return _digest([Path(given)])
    except OSError as error:
        raise UsageError(
            f"{given}: the gazetteer cannot be read ({error.strerror}); check the path"
        ) from error
