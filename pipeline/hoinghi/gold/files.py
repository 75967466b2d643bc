"""From files to plain documents: inline XML and JSON Lines end in one and the same form.

The form is a dictionary with the keys of the JSON Lines format (``corpus/GUIDELINES.md``).
Nothing is judged here beyond "can it be parsed".
"""

from __future__ import annotations

import json
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hoinghi.errors import GoldError

_SUFFIXES = (".xml", ".jsonl")


@dataclass(frozen=True, slots=True)
class Entry:
    """One document as parsed, or the problem that kept a file or document from being parsed."""

    where: str
    document: dict[str, Any] | None
    problem: str = ""


def gold_files(paths: Iterable[Path | str]) -> list[Path]:
    """Return the gold files among ``paths``; a folder stands for its ``.xml`` and ``.jsonl``.

    Raises:
        GoldError: a path does not exist, is of another kind, or a folder holds no gold.
    """
    files: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            inside = sorted(p for p in path.iterdir() if p.suffix in _SUFFIXES)
            if not inside:
                raise GoldError(f"{path}: no .xml or .jsonl inside; name a folder with gold files")
            files += inside
        elif not path.is_file():
            raise GoldError(f"{path}: no such file; check the path")
        elif path.suffix not in _SUFFIXES:
            raise GoldError(f"{path}: gold is .xml or .jsonl; convert it or name another file")
        else:
            files.append(path)
    return files


def entries(path: Path) -> Iterator[Entry]:
    """Yield every document of a gold file, and an entry with a problem for what is broken."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        yield Entry(str(path), None, f"cannot be read as UTF-8 ({error}); save it as UTF-8")
        return
    if not unicodedata.is_normalized("NFC", text):
        yield Entry(str(path), None, "is not Unicode NFC; normalise the file, offsets depend on it")
        text = unicodedata.normalize("NFC", text)
    yield from (_from_xml if path.suffix == ".xml" else _from_json_lines)(path, text)


def _from_json_lines(path: Path, text: str) -> Iterator[Entry]:
    # Not splitlines(): JSON strings may hold U+2028, which it would take for the end of a line.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            document = json.loads(line)
        except ValueError as error:
            yield Entry(f"{path}: line {number}", None, f"is no JSON ({error}); mend the line")
            continue
        if not isinstance(document, dict):
            yield Entry(f"{path}: line {number}", None, "is no JSON object; one document a line")
            continue
        yield Entry(f"{path}: {document.get('id') or f'line {number}'}", document)


def _from_xml(path: Path, text: str) -> Iterator[Entry]:
    try:
        # Gold is our own; expat itself bounds entity expansion.
        root = ET.fromstring(text)  # noqa: S314
    except ET.ParseError as error:
        yield Entry(str(path), None, f"is no well-formed XML ({error}); mend the mark-up there")
        return
    for number, element in enumerate(root.iter("doc"), start=1):
        where = f"{path}: {element.get('id') or f'document {number}'}"
        body = element.find("body")
        if body is None:
            yield Entry(where, None, "has no <body>; put the annotated article into one")
            continue
        try:
            records = json.loads(element.findtext("records") or "")
        except ValueError as error:
            yield Entry(where, None, f"<records> is no JSON ({error}); mend it there")
            continue
        if not isinstance(records, dict):
            yield Entry(where, None, "<records> is no JSON object; give it meetings, people, ...")
            continue
        yield Entry(where, _document(element, body) | records)


def _document(element: ET.Element, body: ET.Element) -> dict[str, Any]:
    parts: list[str] = []
    spans: list[dict[str, Any]] = []
    _flatten(body, 0, parts, spans)
    raw = "".join(parts)
    lead = len(raw) - len(raw.lstrip("\n"))
    for span in spans:
        span["start"] -= lead
        span["end"] -= lead
    return {
        "id": element.get("id"),
        "source": element.get("source"),
        "published": element.get("published") or None,
        "title": element.get("title") or None,
        "text": raw.strip("\n"),
        "spans": spans,
    }


def _flatten(element: ET.Element, at: int, parts: list[str], spans: list[dict[str, Any]]) -> int:
    """Append the text and the spans of ``element``, which starts at ``at``; return its end."""
    parts.append(element.text or "")
    end = at + len(parts[-1])
    for child in element:
        span: dict[str, Any] = {"start": end, "label": child.tag}
        spans.append(span)
        end = _flatten(child, end, parts, spans)
        span["end"] = end
        span["norm"] = child.get("v" if child.tag == "DATE" else "n")
        parts.append(child.tail or "")
        end += len(parts[-1])
    return end
