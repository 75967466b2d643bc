"""Addresses that fsspec opens: ``s3://bucket/2024``, ``gs://``, ``https://``, ``memory://``.

Keys and passwords come only from where each service's own tools look for them (environment,
configuration files, the machine's role), never from settings of this package.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from hoinghi.errors import ReadError, UsageError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.dispatch import read_stream, wanted
from hoinghi.sources.kinds import is_asset

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_PATTERN = re.compile(r"[*?\[]")
_WEB = ("http", "https")
# Read ahead by so much; the services answer each request slowly and send quickly.
_BLOCK = 4 << 20


def is_address(given: str) -> bool:
    """Tell whether ``given`` is an address rather than a path."""
    return _ADDRESS.match(given) is not None


def open_address(given: str) -> list[tuple[Any, str]]:
    """Return the file system and path of each thing that ``given`` stands for.

    Raises:
        UsageError: The kind of address is unknown, a package for it is missing, access is
            refused, or nothing is there.
    """
    from fsspec.core import url_to_fs  # noqa: PLC0415 - no path of this machine needs it

    try:
        system, path = url_to_fs(given)
        pattern = _PATTERN.search(path) and not _is_web(system)
        if pattern:
            matches = sorted(system.glob(path))
            found = [m for m in matches if system.isdir(m) or wanted(_name(m))] or matches
        else:
            found = [path] if _is_web(system) or system.exists(path) else []
    except ImportError as error:
        raise UsageError(
            f"{given}: a package is missing ({error}); for s3:// addresses install hoinghi[s3]"
        ) from error
    except Exception as error:  # each service has errors of its own
        raise UsageError(
            f"{given}: cannot be opened ({type(error).__name__}: {error}); check the address and "
            "your access to it"
        ) from error
    if not found:
        raise UsageError(f"{given}: nothing is there; check the address")
    return [(system, one) for one in found]


def files_at(system: Any, path: str) -> Iterator[str | ReadError]:
    """Yield the file at ``path``, or all files below it that hold articles, in a fixed order."""
    try:
        if _is_web(system) or not system.isdir(path):
            yield path
            return
        found = False
        for root, folders, files in system.walk(path, topdown=True):
            _choose(folders, files)
            for name in sorted(filter(wanted, files)):
                found = True
                yield f"{root}/{name}"
    except Exception as error:  # noqa: BLE001 - each service has errors of its own
        yield _refused(system.unstrip_protocol(path), error)
        return
    if not found:
        at = system.unstrip_protocol(path)
        yield ReadError(at, "no file there can be read", "check the address")


def _choose(folders: Any, files: Any) -> None:
    """Leave in ``folders``, in order, those to be walked; fsspec gives lists or mappings."""
    keep = sorted(f for f in folders if not (f.startswith(".") or is_asset(f, files)))
    if isinstance(folders, dict):
        chosen = {name: folders[name] for name in keep}
        folders.clear()
        folders.update(chosen)
    else:
        folders[:] = keep


def read_address(system: Any, path: str, settings: Settings) -> Iterator[Article | ReadError]:
    """Yield the articles of the file at ``path``; what is wrong with it comes as the last item."""
    source = system.unstrip_protocol(path)
    try:
        with system.open(path, "rb", block_size=_BLOCK) as stream:
            yield from read_stream(stream, _name(path), source, settings)
    except Exception as error:  # noqa: BLE001 - each service has errors of its own
        yield _refused(source, error)


def _refused(source: str, error: Exception) -> ReadError:
    problem = f"cannot be read ({type(error).__name__}: {str(error)[:200]})"
    return ReadError(source, problem, "check the address and your access to it", passing=True)


def _is_web(system: Any) -> bool:
    """Tell whether addresses of ``system`` are pages, which hold nothing that could be listed."""
    kinds = system.protocol
    return not set(_WEB).isdisjoint((kinds,) if isinstance(kinds, str) else kinds)


def _name(path: str) -> str:
    return PurePosixPath(path).name
