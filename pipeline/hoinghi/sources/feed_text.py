"""The text of a feed, safe to parse: what it is in, that it is a feed, and where it breaks off."""

from __future__ import annotations

import re

from hoinghi.errors import ReadError
from hoinghi.sources.content import decode

_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{1,40})[\"']")
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
_UNICODE = ("utf-8", "utf8", "utf-16", "utf_16")
_NAME = re.compile(r"<(?:[\w.-]{1,60}:)?([\w.-]{1,60})")
_ROOTS = frozenset({"rss", "feed", "rdf"})
_END = re.compile(r"</(?:\w{1,20}:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_ENTRY_END = re.compile(r"</(?:\w{1,20}:)?(?:item|entry)\s*>", re.IGNORECASE)
# Plugins that keep copies of pages sign below the end.
_AFTER_END = 5_000
_TAG = re.compile(r"<(/?)([A-Za-z_:][\w:.-]{0,60})[^<>]*")
# Parsers of broken XML take quadratic time on elements that are opened and opened.
_DEEPEST = 256
# Halves of a letter, which are none by themselves and which the parser trips over.
_HALF_LETTER = re.compile(
    r"&#(?:x0*d[89a-f][0-9a-f]{2}|0*5(?:5(?:29[6-9]|[3-9]\d\d)|6\d{3}|7(?:[0-2]\d\d|3[0-3]\d|34[0-3])));?",
    re.IGNORECASE,
)
_FEED_ADVICE = "give an RSS or Atom feed, or an export of WordPress"


def feed_text(data: bytes, source: str) -> str:
    """Return the text of a feed without its XML declaration.

    Raises:
        ReadError: It is in an unknown encoding, no feed, or declares entities of its own (with
            which a small file can be made to fill the memory or to fetch other files).
    """
    text = _DECLARATION.sub("", _decoded(data, source).lstrip("\ufeff"), count=1)
    text = _HALF_LETTER.sub("\ufffd", text)
    root = _root(text, source)
    if root not in _ROOTS:
        raise ReadError(source, f"it is not a feed (its root is {root or 'missing'})", _FEED_ADVICE)
    if _is_too_deep(text):
        raise ReadError(
            source,
            f"its elements are nested more than {_DEEPEST} deep",
            "check that it is really a feed; none that a site writes is like that",
        )
    return text


def whole_entries(text: str) -> int | None:
    """Return how many entries are whole in a feed that breaks off, ``None`` if it does not."""
    if _END.search(text, max(0, len(text) - _AFTER_END)):
        return None
    return sum(1 for _ in _ENTRY_END.finditer(text))


def _decoded(data: bytes, source: str) -> str:
    declared = _ENCODING.match(data[:500])
    name = declared[1].decode("ascii", "replace").lower() if declared else ""
    if name and not name.startswith(_UNICODE):
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            pass  # it says so and is not; its bytes tell better
    return decode(data, source)


def _is_too_deep(text: str) -> bool:
    first, *rest = text.split("<![CDATA[")
    depth = 0
    for part in (first, *(section.partition("]]>")[2] for section in rest)):
        for match in _TAG.finditer(part):
            name = match[2].rpartition(":")[2].lower()
            if match[1]:
                depth = 0 if name in {"item", "entry"} else max(0, depth - 1)
            elif not match[0].endswith("/"):
                depth += 1
            if depth > _DEEPEST:
                return True
    return False


def _root(text: str, source: str) -> str | None:
    """Return the name of the first element, in small letters and without its prefix."""
    at = 0
    while True:
        while text[at : at + 1].isspace():
            at += 1
        if text.startswith("<?", at):
            end = text.find("?>", at)
        elif text.startswith("<!--", at):
            end = text.find("-->", at)
        elif text[at : at + 9].lower() == "<!doctype":
            end = text.find(">", at)
            if "[" in text[at : max(end, at)]:
                raise ReadError(
                    source,
                    "it declares entities of its own, which is not safe to read",
                    "delete its DOCTYPE",
                )
        else:
            match = _NAME.match(text, at)
            return match[1].lower() if match else None
        if end < 0:
            return None
        at = end + 1 if text[end] == ">" else text.index(">", end) + 1
