"""What kind of file something is: by its name, unless its first bytes prove the name wrong."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import PurePosixPath

LOOK = 4096
"""How many bytes of a file ``kind_of`` wants to see."""

PAGES = (".html", ".htm", ".xhtml", ".shtml", ".aspx", ".asp", ".php", ".jsp")
"""Pages go by the name of the program that served them, too."""

READ = "save it as .txt, .docx, .html, .xlsx or .csv; docs/INPUT.md lists all that is read"
_WORD = "open it and save it as .docx"
_UNPACK = "unpack it, or pack it again as .zip"
_PICTURE = "read its text first with a program for OCR (tesseract -l vie), and save that as .txt"
# Kinds that hold articles but that no reader understands: said aloud, never passed over.
ADVICE = {
    **dict.fromkeys((".doc", ".rtf", ".odt", ".wps", ".pages"), _WORD),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".epub"), "save it as .pdf"),
    **dict.fromkeys((".eml", ".msg"), "save it as .txt"),
    **dict.fromkeys((".rar", ".7z", ".tar", ".tgz", ".bz2", ".xz", ".zst"), _UNPACK),
}
# Pictures lie in every saved site; only one that the user names is worth a word.
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic")

# An address saved under its own name: "chi-tiet.aspx?id=7", on Windows "chi-tiet.aspx@id=7".
_QUERY = re.compile(r"[?@&=#].*$", re.DOTALL)
# These signs stand in other names, too: "Xây dựng Đảng & chính quyền.docx".
_SUFFIX = re.compile(r"\.[a-z][a-z0-9]{1,7}")
_MAGIC = (
    (b"%PDF-", ".pdf"),
    (b"\x1f\x8b\x08", ".gz"),
    (b"PAR1", ".parquet"),
    (b"PK\x03\x04", ".zip"),
    (b"WARC/1.", ".warc"),
    (b"{\\rtf", ".rtf"),
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF8", ".gif"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
)
_ABOVE_ROOT = rb"(?:\xef\xbb\xbf)?\s*+(?:(?><\?.{0,400}?\?>|<!--.{0,400}?-->)\s*+){0,4}+"
_PAGE = re.compile(_ABOVE_ROOT + rb"<(?:!doctype\s+html|html|head)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(_ABOVE_ROOT + rb"<(?:rss|feed|rdf:rdf)\b", re.IGNORECASE | re.DOTALL)
_ARCHIVE = re.compile(rb"(?:from|subject|mime-version|snapshot-content-location):", re.IGNORECASE)
# Whatever is not here is text, whose readers have nothing to recognise it by.
_BY_MAGIC = {
    ".pdf": {".pdf"},
    ".gz": {".gz", ".warc.gz"},
    ".parquet": {".parquet"},
    ".zip": {".zip", ".docx", ".docm", ".xlsx", ".xlsm", ".xlsb", ".ods", ".odt", ".pptx", ".epub"},
    ".warc": {".warc"},
    ".doc": {".doc", ".docx", ".docm", ".xls", ".xlsx", ".xlsm", ".xlsb", ".ppt"},
}


def extension(name: str) -> str:
    """Return the extension that tells the kind of ``name``, in small letters, or nothing.

    A query saved with the name is left out, and ``.warc.gz`` is one extension.
    """
    whole = PurePosixPath(name.lower())
    bare = PurePosixPath(_QUERY.sub("", name.lower()))
    own = bare if bare.suffix in PAGES or not _SUFFIX.fullmatch(whole.suffix) else whole
    return ".warc.gz" if own.suffixes[-2:] == [".warc", ".gz"] else own.suffix


def kind_of(name: str, start: bytes) -> str:
    """Return the extension of the reader for a file, of which ``start`` are the first bytes.

    Text and pages are taken by their name. But where the first bytes are those of another kind
    (a packed page, a document named ``.txt``, a page named ``.doc``), they win.
    """
    named = extension(name)
    for magic, kind in _MAGIC:
        if start.startswith(magic):
            return named if named in _BY_MAGIC.get(kind, ()) else kind
    # A page named .xls is a table, of which each row would be an article: left to its reader.
    if named in {"", ".txt", ".doc"} and _PAGE.match(start):
        return ".html"
    if named in {"", ".txt"} and _FEED.match(start):
        return ".xml"
    if named in {*PAGES, ".doc"} and _ARCHIVE.match(start.lstrip()):
        return ".mhtml"
    return named


def is_wanted(name: str, known: Collection[str]) -> bool:
    """Tell whether a file found in a folder or an archive is taken for an article or articles.

    Args:
        name: The file's own name.
        known: The extensions that have readers.
    """
    low = name.lower()
    if low.startswith((".", "readme.", "~$")):
        return False
    return (kind := extension(low)) in known or kind in ADVICE


def is_asset(folder: str, beside: Iterable[str]) -> bool:
    """Tell whether ``folder`` holds what a browser saved with a page (``x_files`` by ``x.html``).

    Args:
        folder: The folder's own name.
        beside: The names of the files that lie next to it.
    """
    if not folder.endswith("_files"):
        return False
    page = folder.removesuffix("_files").lower()
    return any(extension(name) in PAGES and name.lower().startswith(f"{page}.") for name in beside)


def advice_for(kind: str) -> str:
    """Return what to do with a file of a kind that no reader understands."""
    if kind in _PICTURES:
        return _PICTURE
    return ADVICE.get(kind, READ)
