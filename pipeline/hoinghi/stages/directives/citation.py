"""What a citation says by itself, before the catalogue is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hoinghi.resources.catalogue import Document

# The first day of each term of the Central Committee (the end of the congress that elected it).
_TERMS = {
    7: date(1991, 6, 27),
    8: date(1996, 7, 1),
    9: date(2001, 4, 22),
    10: date(2006, 4, 25),
    11: date(2011, 1, 19),
    12: date(2016, 1, 28),
    13: date(2021, 2, 1),
    14: date(2026, 1, 23),
}
_ROMAN = {"vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12, "xiii": 13, "xiv": 14}


@dataclass(frozen=True, slots=True)
class Source:
    """The article as read: ``text``, its fold, and its day or what stands for it."""

    text: str
    folded: str
    published: date | None


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation with its parts as written.

    ``day`` is the date inside the span, ``year`` a bare year there; ``cited`` the class of the
    body named after it; ``documents`` the candidates of a citation by name. ``draft``: the text
    calls it one; ``amended``: ``(sửa đổi)`` follows the name; ``term``: the Party's term named.
    """

    start: int
    end: int
    kind: str
    rule: str
    number: str | None = None
    symbol: str | None = None
    day: date | None = None
    year: int | None = None
    cited: str | None = None
    title: str | None = None
    issuer: str | None = None
    draft: bool = False
    amended: bool = False
    term: int | None = None
    documents: tuple[Document, ...] = ()


def same_number(one: str | None, other: str | None) -> bool:
    """Tell whether two numbers are the same but for leading zeros (``5`` and ``05``)."""
    return one is not None and other is not None and one.lstrip("0") == other.lstrip("0")


def term_of(written: str) -> int | None:
    """Return the number of a term of the Central Committee (``xii``, ``12``)."""
    number = int(written) if written.isdigit() else _ROMAN.get(written.lower())
    return number if number in _TERMS else None


def term_on(day: date | None) -> int | None:
    """Return the term of the Central Committee that ``day`` lies in."""
    terms = [term for term, first in _TERMS.items() if day and first <= day]
    return max(terms, default=None)
