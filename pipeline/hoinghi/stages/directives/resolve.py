"""From citations to documents: the catalogue, the article's day, the words around."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from hoinghi.records import Directive
from hoinghi.resources.catalogue import Document, load_documents
from hoinghi.stages.directives.citation import Citation, same_number
from hoinghi.stages.directives.issuers import by_symbol, fits

_NEAR = 250
_AFTER = 90
_EFFECT = timedelta(days=45)
# Symbols whose numbers start again every year: a number alone does not tell the document.
_YEARLY = ("CT-TTg", "QĐ-TTg", "CĐ-TTg", "NQ-CP")


@cache
def _by_number() -> dict[str, tuple[Document, ...]]:
    """Return the documents by their number without leading zeros and without a year."""
    index: dict[str, tuple[Document, ...]] = {}
    for document in load_documents():
        if document.number:
            key = document.number.partition("/")[0].lstrip("0")
            index[key] = (*index.get(key, ()), document)
    return index


def resolve(
    citation: Citation, folded: str, as_of: date | None, earlier: list[Directive]
) -> Directive:
    """Return the document that a citation means.

    Args:
        citation: The citation.
        folded: The folded article, whose words near the citation tell documents apart.
        as_of: The article's day; nothing issued later can be cited.
        earlier: What the article cited before, newest last; a short citation refers back.

    Returns:
        The catalogue's document (``known``), or the citation's own parts.
    """
    document = _known(citation, folded, as_of)
    if document is not None:
        return _from_document(citation, document)
    if back := _back_reference(citation, earlier):
        return back
    return _as_cited(citation)


def _known(citation: Citation, folded: str, as_of: date | None) -> Document | None:
    candidates = [
        document for document in _candidates(citation) if _can_be(document, citation, as_of)
    ]
    if not candidates or (citation.draft and citation.number is None):
        return None
    if citation.documents:
        return _in_force(candidates, citation, as_of)
    after = folded[citation.end : citation.end + _AFTER]
    near = folded[max(0, citation.start - _NEAR) : citation.end + _NEAR]
    best = max(
        candidates,
        key=lambda d: (_cued(d, after), _cued(d, near), d.short, d.date or date.min),
    )
    return best if _sure(citation, best, cue=_cued(best, folded)) else None


def _cued(document: Document, words: str) -> bool:
    return any(cue in words for cue in document.cue)


def _in_force(
    candidates: list[Document], citation: Citation, as_of: date | None
) -> Document | None:
    """Return the latest law of a name, one that is in force rather than just adopted.

    A law takes effect 45 days after its adoption at the earliest (Article 151 of Luật Ban hành
    văn bản quy phạm pháp luật 2015).
    """
    if len(candidates) == 1:
        return candidates[0]
    if as_of is None and not citation.year and not citation.day:
        return None
    ordered = sorted(candidates, key=lambda d: d.date or date.min)
    if as_of is None or citation.year:
        return ordered[-1]
    old = [d for d in ordered if d.date and as_of - d.date >= _EFFECT]
    return old[-1] if old else ordered[-1]


def _candidates(citation: Citation) -> tuple[Document, ...]:
    if citation.number:
        return _by_number().get(citation.number.partition("/")[0].lstrip("0"), ())
    return citation.documents


def _can_be(document: Document, citation: Citation, as_of: date | None) -> bool:
    """Tell whether nothing in the citation speaks against a document."""
    if citation.number and not _numbers_agree(document, citation):
        return False
    if citation.symbol and document.symbol != citation.symbol:
        return False
    if not citation.documents and not _kinds_agree(document, citation):
        return False
    if citation.day and document.date and citation.day != document.date:
        return False
    if citation.year and document.date and citation.year != document.date.year:
        return False
    if as_of and document.date and document.date > as_of:
        return False
    return fits(document.issuer, citation.cited)


def _numbers_agree(document: Document, citation: Citation) -> bool:
    number = document.number or ""
    if "/" in (citation.number or ""):
        return same_number(number, citation.number)
    return same_number(number.partition("/")[0], citation.number)


def _kinds_agree(document: Document, citation: Citation) -> bool:
    """Tell whether the kinds agree; with a full symbol, ``Quyết định`` may say ``Quy định``."""
    kinds = {document.kind, citation.kind}
    if len(kinds) == 1:
        return True
    loose = ({"Quyết định", "Quy định"}, {"Luật", "Bộ luật"})
    return citation.symbol is not None and kinds in loose


def _sure(citation: Citation, document: Document, *, cue: bool) -> bool:
    """Tell whether a match by number is certain enough to take over the document's facts."""
    if citation.day or "/" in (citation.number or ""):
        return True
    if citation.symbol is None:
        return document.short or (citation.cited is not None and cue)
    return document.short or cue or document.symbol not in _YEARLY


def _back_reference(citation: Citation, earlier: list[Directive]) -> Directive | None:
    if citation.symbol or citation.number is None or citation.day:
        return None
    for directive in earlier:
        number = (directive.number or "").partition("/")[0]
        if directive.kind == citation.kind and same_number(number, citation.number):
            if directive.symbol and fits(directive.issuer, citation.cited):
                return directive
    return None


def _from_document(citation: Citation, document: Document) -> Directive:
    return Directive(
        directive_id=directive_id(document.kind, document.number, document.symbol, document.title),
        kind=document.kind,
        number=document.number,
        symbol=document.symbol,
        issuer=document.issuer,
        date=document.date or citation.day,
        title=document.title,
        known=True,
    )


def _as_cited(citation: Citation) -> Directive:
    symbol = citation.symbol
    number = citation.number
    if symbol is None and citation.kind == "Nghị định" and number and "/" in number:
        symbol = "NĐ-CP"
    issuer = citation.issuer or by_symbol(symbol)
    if citation.documents and not issuer:
        issuer = citation.documents[0].issuer
    if (
        citation.cited
        and issuer is None
        and citation.cited not in {"Bộ ", "địa phương", "Mặt trận"}
    ):
        issuer = _central(citation.cited)
    return Directive(
        directive_id=directive_id(citation.kind, number, symbol, citation.title),
        kind=citation.kind,
        number=number,
        symbol=symbol,
        issuer=issuer,
        date=citation.day,
        title=None if citation.rule == "directive.congress" else citation.title,
        known=False,
    )


def _central(cited: str) -> str:
    if cited == "Ban Chấp hành Trung ương":
        return "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam"
    return cited


def directive_id(kind: str, number: str | None, symbol: str | None, title: str | None) -> str:
    """Return the usual citation of a document (``05-CT/TW``, ``59/2023/NĐ-CP``)."""
    if number is None:
        return title or kind
    if symbol is None:
        return f"{kind} {number}"
    return f"{number}-{symbol}" if "/" in symbol else f"{number}/{symbol}"
