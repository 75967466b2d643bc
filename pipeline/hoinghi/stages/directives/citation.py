"""What a citation says by itself, before the catalogue is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hoinghi.resources.catalogue import Document


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation with its parts as written.

    ``day`` is the date inside the span, ``year`` a bare year there; ``cited`` the class of the
    body named after it; ``group`` the same number for the members of one coordination;
    ``documents`` the candidates of a citation by name.
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
    documents: tuple[Document, ...] = ()


def same_number(one: str | None, other: str | None) -> bool:
    """Tell whether two numbers are the same but for leading zeros (``5`` and ``05``)."""
    return one is not None and other is not None and one.lstrip("0") == other.lstrip("0")
