"""The catalogue of Party, state and Front documents that such news cites.

``directives.tsv`` holds one document a line, with a header line: kind, number and symbol as
cited (``05``, ``CT/TW``), issuer, ISO date, title, other names (``;`` between them), ``short``
(``yes`` for a document that is commonly called by its bare number), ``cue`` (folded words, ``;``
between them, one of which stands near a citation of it: they tell documents of one number
apart), and ``source``: the address of the page that was read for number, day and issuer and
agrees with the row (two where one has the number and the other the day). An empty cell is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from hoinghi.errors import ResourceError
from hoinghi.text import nfc

_FILE = "directives.tsv"
_COLUMNS = "kind number symbol issuer date title aliases short cue source"


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the catalogue; see the module for the columns."""

    kind: str
    number: str | None
    symbol: str | None
    issuer: str | None
    date: date | None
    title: str | None
    aliases: tuple[str, ...]
    short: bool
    cue: tuple[str, ...]
    source: str


@cache
def load_documents() -> tuple[Document, ...]:
    """Return the documents of the shipped catalogue.

    Raises:
        ResourceError: If the file is missing or a line of it is damaged.
    """
    try:
        text = files("hoinghi.resources").joinpath(_FILE).read_text(encoding="utf-8")
    except OSError as error:
        raise ResourceError(f"{_FILE}: cannot be read; install hoinghi again") from error
    return parse_documents(text)


def parse_documents(text: str) -> tuple[Document, ...]:
    """Parse a catalogue in the form that the module describes.

    Raises:
        ResourceError: If the header or a line does not fit.
    """
    lines = nfc(text).splitlines()
    if not lines or lines[0].split("\t") != _COLUMNS.split():
        raise ResourceError(f"{_FILE}: the first line must name the columns {_COLUMNS}")
    return tuple(_document(number, line) for number, line in enumerate(lines[1:], 2))


def _document(number: int, line: str) -> Document:
    try:
        kind, num, symbol, issuer, day, title, aliases, short, cue, source = line.split("\t")
        issued = date.fromisoformat(day) if day else None
    except ValueError as error:
        raise ResourceError(
            f"{_FILE}: line {number} is damaged ({error}); it needs 10 columns and an ISO date"
        ) from error
    if not kind or not source or not (num or title):
        raise ResourceError(f"{_FILE}: line {number} lacks a kind, a source or a number or title")
    return Document(
        kind=kind,
        number=num or None,
        symbol=symbol or None,
        issuer=issuer or None,
        date=issued,
        title=title or None,
        aliases=tuple(filter(None, aliases.split(";"))),
        short=short == "yes",
        cue=tuple(filter(None, cue.split(";"))),
        source=source,
    )
