"""Archives and packed files, read where they lie: nothing of them is ever written to the disk."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.sources.bounds import DAMAGE, Counted, bomb, damaged, swells, unpacked
from hoinghi.sources.kinds import is_asset

Items = Iterator[Article | ReadError]
Member = Callable[[BinaryIO, str, str], Items]
"""Reads a member: its stream, its own name, what it goes by."""

_ENCRYPTED, _UTF8_NAME = 0x1, 0x800
# What makes a zip file a document of another name.
_DOCUMENTS = {"word/document.xml": ".docx", "xl/workbook.xml": ".xlsx", "xl/workbook.bin": ".xlsb"}


def read_gzip(stream: BinaryIO, name: str, source: str, member: Member) -> Items:
    """Yield the articles of the one file that is packed in ``stream``.

    Args:
        stream: The packed file.
        name: Its own name; less ``.gz`` it tells what is inside.
        source: What the file goes by; so do its articles.
        member: Reads what is inside.

    """
    counted = Counted(stream)
    with gzip.GzipFile(fileobj=counted) as inside:
        safe = unpacked(inside, lambda: counted.count, source)
        inner = name[:-3] if name.lower().endswith(".gz") else name
        yield from member(safe, inner, source)


def read_zip(stream: BinaryIO, source: str, wanted: Callable[[str], bool], member: Member) -> Items:
    """Yield the articles of every member that holds some, in the order of their names.

    Args:
        stream: The archive; it must be seekable.
        source: What the archive goes by; a member goes by ``source#name``.
        wanted: Tells by its own name whether a member is read.
        member: Reads one.

    Raises:
        ReadError: It is a bomb, or holds no file that can be read.
        zipfile.BadZipFile: It is damaged, or no archive.
    """
    with _opened(stream, source) as archive:
        kinds = (kind for part, kind in _DOCUMENTS.items() if part in archive.NameToInfo)
        if kind := next(kinds, None):  # a document under another name
            stream.seek(0)
            yield from member(stream, f"document{kind}", source)
            return
        if swells(archive, stream.seek(0, io.SEEK_END)):
            raise bomb(source)
        yield from _members(archive, source, wanted, member)


def _opened(stream: BinaryIO, source: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except ValueError as error:  # its directory lies before its beginning
        raise damaged(source, error) from error


def _members(
    archive: zipfile.ZipFile, source: str, wanted: Callable[[str], bool], member: Member
) -> Items:
    names = {_name(info): info for info in archive.infolist() if not info.is_dir()}
    paths = {name: PurePosixPath(name.replace("\\", "/")) for name in sorted(names)}
    passed_over = _asset_folders(paths.values())
    found = False
    for name, path in paths.items():
        if not wanted(path.name) or not passed_over.isdisjoint(path.parents):
            continue
        found = True
        at = f"{source}#{name}"
        if path.is_absolute() or ".." in path.parts or path.parts[0].endswith(":"):
            yield ReadError(
                at,
                "its name leads out of the archive, as in an attack",
                "find out who packed it; unpack and look at it by hand",
            )
        elif names[name].flag_bits & _ENCRYPTED:
            yield ReadError(at, "it is protected by a password", "unpack it with the password")
        else:
            yield from _member(archive, names[name], at, member)
    if not found:
        raise ReadError(
            source, "the archive holds no file that can be read", "look at what is in it"
        )


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: str, member: Member) -> Items:
    """Yield the articles of one member, or what is wrong with it alone."""
    size = info.compress_size
    try:
        with archive.open(info) as inside:
            safe = unpacked(inside, lambda: size, source)
            yield from member(safe, PurePosixPath(_name(info)).name, source)
    except (*DAMAGE, ValueError) as error:  # a place before the file's beginning
        yield damaged(source, error)


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's name, which many packers write in UTF-8 without saying so."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _asset_folders(paths: Collection[PurePosixPath]) -> set[PurePosixPath]:
    """Return the folders that a browser saved with a page, and the hidden ones."""
    beside: dict[PurePosixPath, list[str]] = defaultdict(list)
    for path in paths:
        beside[path.parent].append(path.name)
    folders = {folder for path in paths for folder in path.parents}
    return {
        folder
        for folder in folders
        if folder.name == "__MACOSX"
        or (folder.name.startswith(".") and folder.name != "..")
        or (folder.name and is_asset(folder.name, beside[folder.parent]))
    }
