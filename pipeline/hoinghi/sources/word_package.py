"""The parts of a Word file: a zip of XML, neither of which is to be trusted."""

from __future__ import annotations

import io
import lzma
import posixpath
import zipfile
import zlib
from collections.abc import Sequence
from typing import Any

from lxml import etree

from hoinghi.errors import ReadError
from hoinghi.sources.bounds import swells

# An element of lxml, which has no types of its own.
Element = Any

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_ENTRY = b"PK\x01\x02"
_MOST_ENTRIES = 10_000
# What the directory may promise in all, and how many times the file's own size from some size on.
_MOST_BYTES = 2_000_000_000
_MOST_PART, _MOST_TAGS = 80_000_000, 4_000_000
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, RuntimeError,
    NotImplementedError, OverflowError, IndexError,
)  # fmt: skip
_LOOK = 200
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class WordPackage:
    """A Word file in memory, its parts parsed one by one as they are asked for."""

    def __init__(self, data: bytes, source: str) -> None:
        """Open ``data``.

        Raises:
            ReadError: It is no Word file, locked by a password, damaged or a bomb.
        """
        self._source = source
        if data.startswith(_OLE):
            raise ReadError(
                source,
                "it is protected by a password, or an old .doc",
                "save it as .docx without a password",
            )
        if not data.startswith(_ZIP):
            raise ReadError(source, "it is not a Word document", "save it as .docx in Word")
        if data.count(_ENTRY) > _MOST_ENTRIES:
            raise self._bomb("too many parts")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise self._damaged("it is cut short or damaged") from error
        if swells(self._zip, len(data), _MOST_BYTES):
            raise self._bomb("all its parts")
        self._names = {name.lower(): name for name in self._zip.namelist()}

    def main_part(self) -> str:
        """Return the name of the part that holds the text."""
        for kind, target in self._relations("_rels/.rels"):
            if kind == "officeDocument":
                return posixpath.normpath(target.lstrip("/"))
        return "word/document.xml"

    def beside(self, part: str, kind: str) -> str:
        """Return the name of the part of ``kind`` (``numbering``) that belongs to ``part``."""
        folder, name = posixpath.split(part)
        for found, target in self._relations(f"{folder}/_rels/{name}.rels"):
            if found == kind:
                return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return f"{folder}/{kind}.xml"

    def tree(self, part: str) -> Element | None:
        """Return the root element of ``part``, ``None`` where there is no such part.

        Raises:
            ReadError: It is damaged, too large, nested too deeply, or declares a document type.
        """
        name = self._names.get(part.lower())
        if name is None:
            return None
        try:
            with self._zip.open(name) as stream:  # directories lie about sizes
                data = stream.read(_MOST_PART + 1)
        except _BROKEN as error:
            raise self._damaged(f"its part {part} cannot be unpacked") from error
        if len(data) > _MOST_PART or data.count(b"<") > _MOST_TAGS:
            raise self._bomb(f"its part {part}")
        # Of UTF-16, the other encoding that is allowed, every other byte is NUL here.
        if b"<!DOCTYPE" in (data.replace(b"\0", b"") if b"\0" in data[:_LOOK] else data):
            raise self._declares()
        return self._parsed(data, part)

    def _parsed(self, data: bytes, part: str) -> Element:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            root: Element = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._damaged(f"its part {part} is damaged or nested too deeply") from error
        if root.getroottree().docinfo.internalDTD is not None:  # in another encoding
            raise self._declares()
        return root

    def _relations(self, part: str) -> Sequence[tuple[str, str]]:
        root = self.tree(part)
        if root is None:
            return ()
        return [
            (posixpath.basename(one.get("Type", "")), one.get("Target", ""))
            for one in root.iterchildren(_RELATION)
            if one.get("TargetMode") != "External"
        ]

    def _damaged(self, problem: str) -> ReadError:
        return ReadError(self._source, problem, "open it in Word and save it again as .docx")

    def _bomb(self, size: str) -> ReadError:
        return ReadError(
            self._source,
            f"it unpacks to far more than a document ({size})",
            "if you trust it, open it in Word and save its text as .txt",
        )

    def _declares(self) -> ReadError:
        return ReadError(
            self._source,
            "its XML declares a document type, which no Word file does",
            "do not open it unless you know where it comes from",
        )
