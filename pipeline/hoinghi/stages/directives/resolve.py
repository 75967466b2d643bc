"""From citations to documents: the catalogue, the article's day, the words around."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from hoinghi.records import Directive
from hoinghi.resources.catalogue import Document, load_documents
from hoinghi.stages.directives.citation import Citation, same_number, term_on
from hoinghi.stages.directives.issuers import by_symbol, fits

_NEAR = 250
_AFTER = 90
_EFFECT = timedelta(days=45)
_NEWS = timedelta(days=180)


def _bare(number: str) -> str:
    """Return a number without its year and without leading zeros (``05/2016`` -> ``5``)."""
    return number.partition("/")[0].lstrip("0")


@cache
def _by_number() -> dict[str, tuple[Document, ...]]:
    """Return the documents by their number without leading zeros and without a year."""
    index: dict[str, tuple[Document, ...]] = {}
    for document in load_documents():
        if document.number:
            key = _bare(document.number)
            index[key] = (*index.get(key, ()), document)
    return index


@dataclass(slots=True)
class Context:
    """What an article tells of the documents that it cites.

    ``folded`` is the folded article, whose words tell documents of one number apart; ``as_of``
    its day: nothing issued later can be cited.
    """

    folded: str
    as_of: date | None
    _earlier: dict[tuple[str, str], Directive] = field(default_factory=dict)
    _cues: dict[str, bool] = field(default_factory=dict)

    def resolve(self, citation: Citation) -> Directive:
        """Return the document that a citation means; call in the order of the text.

        The catalogue's document (``known``), else one of the same kind and number that the
        article cited in full before, else the citation's own parts.
        """
        document = self._known(citation)
        if document is not None:
            directive = _from_document(citation, document)
        else:
            directive = self._back_reference(citation) or _as_cited(citation)
        self._remember(directive)
        return directive

    def _remember(self, directive: Directive) -> None:
        """Keep the first citation of a number that names an issuer, a symbol before all."""
        if directive.number and (directive.symbol or directive.issuer):
            key = directive.kind, _bare(directive.number)
            earlier = self._earlier.get(key)
            if earlier is None or (directive.symbol and not earlier.symbol):
                self._earlier[key] = directive

    def again(self, citation: Citation, directive: Directive) -> Directive:
        """Return a better answer than ``directive`` if the whole article gives one.

        A headline says ``Nghị định 77`` before the text cites the document in full.
        """
        if directive.known or directive.symbol:
            return directive
        return self._back_reference(citation) or directive

    def _known(self, citation: Citation) -> Document | None:
        candidates = [d for d in _candidates(citation) if _can_be(d, citation, self.as_of)]
        if citation.documents and citation.number is None:
            return _in_force(candidates, citation, self.as_of)
        if not candidates:
            return None
        after = self.folded[citation.end : citation.end + _AFTER]
        near = self.folded[max(0, citation.start - _NEAR) : citation.end + _NEAR]
        ranks = [_rank(document, after, near) for document in candidates]
        highest = max(ranks)
        equal = [d for d, rank in zip(candidates, ranks, strict=True) if rank == highest]
        best = max(equal, key=lambda d: d.date or date.min)
        if self.as_of is None and _undated(citation) and len(equal) > 1:
            return None  # nothing tells which of them an article without a day means
        if citation.symbol:
            cued = any(self._has(cue) for cue in best.cue)
        else:
            cued = _cued(best, near if citation.cited else after)
        return best if _sure(citation, best, cue=cued) else None

    def _has(self, cue: str) -> bool:
        if cue not in self._cues:
            self._cues[cue] = cue in self.folded
        return self._cues[cue]

    def _back_reference(self, citation: Citation) -> Directive | None:
        if citation.symbol or citation.number is None or citation.day:
            return None
        earlier = self._earlier.get((citation.kind, _bare(citation.number)))
        return earlier if earlier and fits(earlier.issuer, citation.cited) else None


def _cued(document: Document, words: str) -> bool:
    return any(cue in words for cue in document.cue)


def _rank(document: Document, after: str, near: str) -> tuple[bool, bool, bool]:
    """Return what speaks for a document: its subject behind the number, near it, its fame."""
    return _cued(document, after), _cued(document, near), document.short


def _undated(citation: Citation) -> bool:
    """Tell whether a citation has neither day nor year nor term of its own."""
    return not (citation.day or citation.year or citation.term or "/" in (citation.number or ""))


def _in_force(
    candidates: list[Document], citation: Citation, as_of: date | None
) -> Document | None:
    """Return the latest law of a name, one that is in force rather than just adopted.

    A law takes effect 45 days after its adoption at the earliest (Article 151 of Luật Ban hành
    văn bản quy phạm pháp luật 2015). A draft is no law yet; ``(sửa đổi)`` means a new law if
    one was adopted in the last half-year, else a draft.
    """
    if not candidates or citation.draft:
        return None
    if citation.amended and not citation.year:
        new = [d for d in candidates if d.date and as_of and as_of - d.date < _NEWS]
        return new[-1] if new else None
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
        return _by_number().get(_bare(citation.number), ())
    return citation.documents


def _can_be(document: Document, citation: Citation, as_of: date | None) -> bool:
    """Tell whether nothing in the citation speaks against a document."""
    issued = document.date
    against = (
        citation.number and not _numbers_agree(document, citation),
        citation.symbol and document.symbol != _as_issued(citation.symbol),
        not citation.documents and not _kinds_agree(document, citation),
        citation.term and _is_party(document) and term_on(issued) != citation.term,
        citation.day and issued and citation.day != issued,
        citation.year and issued and citation.year != issued.year,
        as_of and issued and issued > as_of,
        not fits(document.issuer, citation.cited),
    )
    return not any(against)


def _as_issued(symbol: str) -> str:
    """Return a Party symbol with the slash that ``217/QĐ-TW`` has in the wrong place."""
    return symbol.replace("-TW", "/TW") if symbol.endswith("-TW") else symbol


def _is_party(document: Document) -> bool:
    return (document.symbol or "").endswith("/TW") and document.date is not None


def _numbers_agree(document: Document, citation: Citation) -> bool:
    number = document.number or ""
    if "/" in (citation.number or ""):
        return same_number(number, citation.number)
    return same_number(number.partition("/")[0], citation.number)


def _kinds_agree(document: Document, citation: Citation) -> bool:
    """Tell whether the kinds agree; with a full symbol, ``Quyết định`` may say ``Quy định``.

    A project goes by the number of the decision that approved it (``Đề án 06``).
    """
    kinds = {document.kind, citation.kind}
    if len(kinds) == 1:
        return True
    if citation.kind == "Đề án":
        return (document.title or "").startswith("Đề án")
    loose = ({"Quyết định", "Quy định"}, {"Luật", "Bộ luật"})
    return citation.symbol is not None and kinds in loose


def _sure(citation: Citation, document: Document, *, cue: bool) -> bool:
    """Tell whether a match by number is certain enough to take over the document's facts.

    Numbers start again every year (state) or every term (Party), so that a number and symbol
    alone tell the document only if it is a common citation or its subject is at hand. Each
    ministry counts its circulars for itself: without a symbol only the subject tells them.
    """
    if document.kind.startswith("Thông tư") and not citation.symbol:
        return cue
    if citation.day or "/" in (citation.number or ""):
        return True
    return document.short or cue or bool(citation.term and citation.symbol)


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
        and citation.cited not in {"Bộ ", "địa phương", "Mặt trận", "Trung ương"}
    ):
        issuer = _central(citation.cited)
    return Directive(
        directive_id=directive_id(citation.kind, number, symbol, citation.title),
        kind=citation.kind,
        number=number,
        symbol=symbol,
        issuer=issuer,
        date=citation.day,
        title=None if citation.rule == "congress" else citation.title,
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
