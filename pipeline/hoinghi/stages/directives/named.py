"""Citations by name: laws, charters, constitutions, resolutions of congresses and plenums."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from hoinghi.resources.catalogue import Document, load_documents
from hoinghi.stages.directives import patterns as p
from hoinghi.stages.directives.citation import Citation
from hoinghi.stages.directives.issuers import cited_after
from hoinghi.stages.directives.numbered import Source, read_date, read_number
from hoinghi.text import fold

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"\s?,?\s{0,2}|\s?[-/]\s?")
_LONGEST = 60  # words of the longest title, abbreviations spelt out
_NAMED = ("Luật", "Bộ luật", "Pháp lệnh", "Điều lệ", "Hiến pháp")
_PARTY_CONGRESS = "Đại hội đại biểu toàn quốc lần thứ {} của Đảng"
_CENTRAL = "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam"
# Plenums of the Central Committee with a single resolution: (plenum, term) -> its number.
_PLENUMS = {(5, 8): "03", (4, 11): "12", (8, 11): "29", (9, 11): "33", (4, 12): "04"}
_TERMS = {"viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12, "xiii": 13, "xiv": 14}


@dataclass(slots=True)
class _Node:
    """One word deep in the tree of titles; ``documents`` bear the title that ends here."""

    next: dict[str, _Node] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()


def find_named(source: Source) -> list[Citation]:
    """Return every citation by name, in order."""
    found = [*_names(source), *_dated(source), *_plenums(source), *_congresses(source)]
    return sorted(found, key=lambda citation: citation.start)


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
    for word in _spelt(fold(name)):
        node = node.next.setdefault(word, _Node())
    if document not in node.documents:
        node.documents += (document,)


def _spelt(folded: str) -> list[str]:
    words: list[str] = []
    for word in _WORD.findall(folded):
        words.extend(p.SPELT.get(word, word).split())
    return words


def _names(source: Source) -> list[Citation]:
    found: list[Citation] = []
    for head in p.NAME_HEAD.finditer(source.folded):
        if found and head.start() < found[-1].end:
            continue
        start, at = head.start(), head.start()
        if amending := p.AMENDING.match(source.folded, start):
            at = amending.end()
        node, end = _walk(source.folded, start)
        if node is None and at > start:
            node, end = _walk(source.folded, at)
            node = node and _Node(documents=_amending(node.documents))
        if node is None or not _is_name(source, head, node, end):
            continue
        found.append(_named(source, Citation(start, end, "", "directive.name"), node.documents))
    return found


def _amending(documents: tuple[Document, ...]) -> tuple[Document, ...]:
    """Return the laws in the catalogue that amend just the law named."""
    title = documents[0].title
    wanted = f"Luật sửa đổi, bổ sung một số điều của {title}"
    return tuple(d for d in load_documents() if d.title == wanted)


def _walk(folded: str, start: int) -> tuple[_Node | None, int]:
    """Follow the tree from ``start``; return the deepest title and where it ends."""
    node, best, end, at = _tree(), None, start, start
    for word in _WORD.finditer(folded, start, start + 400):
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


def _is_name(source: Source, head: re.Match[str], node: _Node, end: int) -> bool:
    """Tell whether a name is written like one: with a capital, or with its year or number."""
    name = source.text[head.start() : end]
    if any(c.isupper() for c in name):
        kind = node.documents[0].kind if node.documents else "Luật"
        alone = kind == "Hiến pháp"
        return not alone or bool(_year_after(source, end))
    return bool(_year_after(source, end) or p.NAME_NUMBER.match(source.folded, end))


def _year_after(source: Source, end: int) -> re.Match[str] | None:
    return p.YEAR.match(source.folded, end)


def _named(source: Source, citation: Citation, documents: tuple[Document, ...]) -> Citation:
    """Add what follows a name to its citation: ``(sửa đổi)``, a year, a number, a date."""
    folded, end = source.folded, citation.end
    kind = documents[0].kind if documents else "Luật"
    draft = bool(p.DRAFT.search(folded, max(0, citation.start - 20), citation.start))
    if amended := p.AMENDED.match(folded, end):
        end, draft = amended.end(), True
    named = replace(citation, kind=kind, documents=documents, draft=draft, end=end)
    if year := _year_after(source, end):
        named = replace(named, year=int(year[1]), end=year.end())
    elif number := p.NAME_NUMBER.match(folded, end):
        read = read_number(source, number.end(), kind)
        if read is not None and read.symbol:
            named = replace(
                named, end=read.end, number=read.number, symbol=read.symbol, day=read.day
            )
    elif day := _own_day(source, end, documents):
        named = replace(named, end=day[1], day=day[0])
    title = documents[0].title if documents else None
    return replace(named, title=title, cited=cited_after(folded, named.end))


def _own_day(source: Source, at: int, documents: tuple[Document, ...]) -> tuple[date, int] | None:
    """Return the date behind a name if it is one on which such a document was issued."""
    dated = p.DATE.match(source.folded, at)
    if dated is None or not (dated["y"] or dated["yy"]):
        return None
    year, month, day = (int(dated[key] or dated[key * 2]) for key in "ymd")
    for document in documents:
        if document.date and (document.date.year, document.date.month) == (year, month):
            if document.date.day == day:
                return document.date, dated.end()
    return None


def _dated(source: Source) -> list[Citation]:
    """Find dated records of agreement (``Biên bản thỏa thuận ngày 22-12-2015``)."""
    found = []
    for match in p.DATED.finditer(source.folded):
        day, end = read_date(source, match.end())
        if day is not None:
            kind = match["kind"].capitalize()
            found.append(Citation(match.start(), end, kind, "directive.dated", day=day))
    return found


def _plenums(source: Source) -> list[Citation]:
    """Find resolutions of Central Committee plenums (``Nghị quyết Trung ương 4 khóa XI``)."""
    found = []
    for match in p.PLENUM.finditer(source.folded):
        which = match["no"] or match["ord"]
        plenum = int(which) if which.isdigit() else p.ORDINALS.get(which, 0)
        term = _TERMS.get(match["term"] or "", 0)
        number = _PLENUMS.get((plenum, term))
        found.append(
            Citation(
                match.start(),
                match.end(),
                "Nghị quyết",
                "directive.plenum",
                number=number,
                symbol="NQ/TW" if number else None,
                issuer=_CENTRAL,
                cited="Ban Chấp hành Trung ương",
                year=_term_years(term, number),
            )
        )
    return found


def _term_years(term: int, number: str | None) -> int | None:
    """Return the year of the one resolution that a plenum adopted, from the catalogue."""
    first = {8: 1996, 11: 2011, 12: 2016}.get(term)
    if number is None or first is None:
        return None
    for document in load_documents():
        if document.number == number and document.symbol == "NQ/TW" and document.date:
            if first <= document.date.year <= first + 4 and document.kind == "Nghị quyết":
                return document.date.year
    return None


def _congresses(source: Source) -> list[Citation]:
    """Find resolutions of congresses (``Nghị quyết Đại hội XIII của Đảng``)."""
    found = []
    for match in p.CONGRESS.finditer(source.folded):
        written = source.text[match.start("body") : match.end("body")]
        term = match["roman"] or match["term"]
        if match["roman"] and not source.text[slice(*match.span("roman"))].isupper():
            continue
        body = match["body"]
        national = body in {"đại hội", "đại hội đảng"} and (
            match["party"] is not None or match["roman"] is not None
        )
        national = national or "toàn quốc" in body and "đảng bộ" not in body
        issuer = _PARTY_CONGRESS.format(term.upper()) if national else None
        if national and written.lower().startswith("đại hội đại biểu") and not match["party"]:
            issuer = _PARTY_CONGRESS.format(term.upper()) if "đảng" in body else None
        found.append(
            Citation(
                match.start(), match.end(), "Nghị quyết", "directive.congress",
                title=source.text[match.start() : match.end()], issuer=issuer,
            )
        )  # fmt: skip
    return found
