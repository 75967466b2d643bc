"""Laws, charters and constitutions by name: the titles of the catalogue as a tree of words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from hoinghi.resources.catalogue import Document, load_documents
from hoinghi.stages.directives import patterns as p
from hoinghi.stages.directives.citation import Citation, Source
from hoinghi.stages.directives.issuers import cited_after
from hoinghi.stages.directives.numbered import read_number
from hoinghi.text import fold

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"\s?,?\s{0,2}|\s?[-/]\s?")
_LONGEST = 400  # characters of the longest title
_NAMED = ("Luật", "Bộ luật", "Pháp lệnh", "Điều lệ", "Hiến pháp")


@dataclass(slots=True)
class _Node:
    """One word deep in the tree of titles; ``documents`` bear the title that ends here."""

    next: dict[str, _Node] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()


def find_laws(source: Source) -> list[Citation]:
    """Return every law, ordinance, charter and constitution cited by name, in order."""
    found: list[Citation] = []
    for head in p.NAME_HEAD.finditer(source.folded):
        start = head.start()
        if not p.free(source.folded, start) or (found and start < found[-1].end):
            continue
        node, end = _walk(source.folded, start)
        amending = p.AMENDING.match(source.folded, start)
        if amending and (node is None or end <= amending.end()):
            node, end = _walk(source.folded, amending.end())
            if node is not None:
                found.append(_amending(source, start, end, node.documents))
        elif node is not None and _is_name(source, start, end, node.documents):
            law = Citation(start, end, node.documents[0].kind, "name")
            found.append(_with_details(source, law, node.documents))
    return found


@cache
def _tree() -> _Node:
    root = _Node()
    for document in load_documents():
        if document.kind in _NAMED and document.title:
            kind = fold(document.kind)
            names = [document.title, *(f"{kind} {alias}" for alias in document.aliases)]
            if document.kind == "Hiến pháp":
                names = [kind]
            for name in names:
                _plant(root, name, document)
    return root


def _plant(root: _Node, name: str, document: Document) -> None:
    node = root
    for word in _WORD.findall(fold(name)):
        for part in p.SPELT.get(word, word).split():
            node = node.next.setdefault(part, _Node())
    if document not in node.documents:
        node.documents += (document,)


def _walk(folded: str, start: int) -> tuple[_Node | None, int]:
    """Follow the tree from ``start``; return the deepest title and where it ends."""
    node, best, end, at = _tree(), None, start, start
    for word in _WORD.finditer(folded, start, start + _LONGEST):
        if at != start and _GAP.fullmatch(folded, at, word.start()) is None:
            break
        following: _Node | None = node
        for part in p.SPELT.get(word.group(), word.group()).split():
            following = following.next.get(part) if following else None
        if following is None:
            break
        node, at = following, word.end()
        if node.documents:
            best, end = node, at
    return best, end


def _amending(source: Source, start: int, end: int, documents: tuple[Document, ...]) -> Citation:
    """Return the citation of a law that amends the law named last, whose details follow it."""
    inner = Citation(start, end, "Luật", "amending")
    whole = _with_details(source, inner, documents)
    wanted = f"Luật sửa đổi, bổ sung một số điều của {documents[0].title}"
    return replace(
        inner,
        end=whole.end,
        draft=whole.draft,
        title=wanted,
        issuer="Quốc hội",
        documents=tuple(d for d in load_documents() if d.title == wanted),
    )


def _is_name(source: Source, start: int, end: int, documents: tuple[Document, ...]) -> bool:
    """Tell whether a name is written like one: with a capital, or with its year or number.

    ``Hiến pháp`` alone is as often an idea as a document and needs its year.
    """
    dated = p.YEAR.match(source.folded, end) is not None
    if documents[0].kind == "Hiến pháp":
        return dated
    capital = any(c.isupper() for c in source.text[start:end])
    return capital or dated or p.NAME_NUMBER.match(source.folded, end) is not None


def _with_details(source: Source, law: Citation, documents: tuple[Document, ...]) -> Citation:
    """Add what follows a name to its citation: ``(sửa đổi)``, a year, a number, a date."""
    folded = source.folded
    amended = p.AMENDED.match(folded, law.end)
    end = amended.end() if amended else law.end
    before = p.DRAFT.search(folded, max(0, law.start - 20), law.start)
    found = replace(
        law,
        end=end,
        documents=documents,
        title=documents[0].title,
        draft=before is not None,
        amended=amended is not None,
    )
    if year := p.YEAR.match(folded, end):
        found = replace(found, year=int(year[1]), end=year.end())
    elif number := p.NAME_NUMBER.match(folded, end):
        read = read_number(source, number.end(), law.kind)
        if read is not None and read.symbol:
            found = replace(
                found, end=read.end, number=read.number, symbol=read.symbol, day=read.day
            )
    elif day := _own_day(source, end, documents):
        found = replace(found, end=day[1], day=day[0])
    return replace(found, cited=cited_after(folded, found.end))


def _own_day(source: Source, at: int, documents: tuple[Document, ...]) -> tuple[date, int] | None:
    """Return the date behind a name if it is one on which such a document was issued."""
    dated = p.DATE.match(source.folded, at)
    if dated is None or not (dated["y"] or dated["yy"]):
        return None
    written = tuple(int(dated[key] or dated[key * 2]) for key in "ymd")
    for document in documents:
        day = document.date
        if day and (day.year, day.month, day.day) == written:
            return day, dated.end()
    return None
