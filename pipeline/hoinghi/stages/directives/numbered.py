"""Citations by number: ``Chỉ thị số 05-CT/TW ngày 15/5/2016``, ``217, 218-QĐ/TW``, ``NQ 18``."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date
from functools import cache

from hoinghi.resources.catalogue import load_documents
from hoinghi.stages.directives import patterns as p
from hoinghi.stages.directives.citation import Citation, Source, term_of
from hoinghi.stages.directives.issuers import cited_after


def find_numbered(source: Source) -> list[Citation]:
    """Return every citation by number, coordinated ones each for itself, in order."""
    found: list[Citation] = []
    for head in p.HEAD.finditer(source.folded):
        new = not found or head.end() > found[-1].end
        if new and p.free(source.folded, head.start()):
            found.extend(_from_head(source, head))
    heads = tuple(found)
    for loose in p.LOOSE.finditer(source.folded):
        at = loose.start()
        free = p.free(source.folded, at) and source.folded[at - 1 : at] not in p.LOOSE_BEFORE
        free = free and not p.LETTERHEAD.search(source.folded, max(0, at - 8), at)
        before = bisect_right(heads, at, key=lambda citation: citation.start)
        if free and not (before and at < heads[before - 1].end):
            found.extend(_loose(source, at, heads[before - 1] if before else None))
    return sorted(found, key=lambda citation: citation.start)


def _from_head(source: Source, head: re.Match[str]) -> list[Citation]:
    word = head["kind"]
    short = word in p.SHORT_KINDS
    if short and not (head["gap"] and source.text[head.start("kind") : head.end("kind")].isupper()):
        return []
    kind, bare = (p.SHORT_KINDS if short else p.KINDS)[word]
    first = read_number(source, head.end(), kind)
    if first is None or (kind == "Luật" and _is_tail(source, head.start())):
        return []
    first = replace(first, start=head.start("kind"))
    if not head["gap"] and first.symbol is None:  # ``Nghị định168/2024/NĐ-CP``
        return []
    many = p.MANY.search(source.folded, max(0, head.start() - 6), head.start())
    chain = _chain(source, first, many=many is not None)
    if len(chain) > 1:
        return chain
    if first.symbol or first.day or "/" in (first.number or "") or head["so"]:
        return chain
    named = word in p.NOUNS or (first.cited is not None and len(first.number or "") > 1)
    return chain if (bare or named) and _stands(source, first, named=named) else []


def _stands(source: Source, first: Citation, *, named: bool) -> bool:
    """Tell whether a bare number belongs to the document and does not count what follows it.

    ``named`` tells that the kind is surely a document here, so that only a counted noun speaks
    against the number; else something has to speak for it.
    """
    number = first.number or ""
    if len(number) > 4:
        return False
    if re.fullmatch(r"(?:19|20)\d\d", number) and (first.kind, number) not in _catalogued():
        return False
    if named:
        return p.COUNTED.match(source.folded, first.end) is None
    return bool(first.year or p.AFTER_BARE.match(source.folded, first.end))


@cache
def _catalogued() -> frozenset[tuple[str, str]]:
    """Return kind and number of all known documents: some look like years (``1980/QĐ-TTg``)."""
    return frozenset((d.kind, d.number) for d in load_documents() if d.number)


def _chain(source: Source, first: Citation, *, many: bool) -> list[Citation]:
    """Return ``first`` and what is coordinated with it, one citation each (ruling 19).

    A bare number in the middle counts only if a later member carries the symbol, if the kind word
    is in the plural (``các Quyết định 217, 218``), or if the last is joined by ``và`` or followed
    by the issuer of all (``Nghị quyết số 57, 59, 66 và 68 của Bộ Chính trị``).
    """
    members = [first]
    sound = 1
    while (link := p.CHAIN.match(source.folded, members[-1].end)) and len(members) < 12:
        member = read_number(source, link.end(), first.kind)
        if member is None or _starts_other(source, member):
            break
        members.append(member)
        closed = p.CHAIN_END.match(source.folded, member.end)
        last = "và" in link.group() or member.cited is not None
        whole = member.symbol is not None or "/" in (member.number or "")
        bare = many or (last and _is_number(first, member))
        if whole or (closed and first.number and bare):
            sound = len(members)
    return _share(members[:sound])


def _is_number(first: Citation, member: Citation) -> bool:
    """Tell whether a bare number looks like that of a document and no year, day or amount."""
    return bool(re.fullmatch(r"\d{2,3}", member.number or "")) and first.day is None


def _starts_other(source: Source, member: Citation) -> bool:
    """Tell whether a bare number is a date or an amount rather than a further document."""
    return member.symbol is None and bool(
        re.match(r"[/.,-]\d| ?%| ?[-–]\d", source.folded[member.end : member.end + 3])
    )


def _share(members: list[Citation]) -> list[Citation]:
    """Give each member the symbol, and the issuer named at the end, of those after it."""
    shared = []
    symbol: str | None = None
    cited: str | None = None
    day: date | None = None
    for member in reversed(members):
        alike = member.symbol in {None, symbol}
        inherits = alike and symbol is not None
        symbol = member.symbol or symbol
        cited = member.cited or cited
        day = (member.day or day) if alike else member.day
        kept = replace(member, symbol=symbol, cited=cited)
        shared.append(replace(kept, day=day) if inherits else kept)
    return shared[::-1]


def _loose(source: Source, start: int, like: Citation | None) -> list[Citation]:
    """Read a number and symbol without a kind word: ``67/2025/NĐ-CP``, ``515-QĐ/TU``.

    ``like`` is the citation before it, whose kind it has if their symbols begin alike.
    """
    member = read_number(source, start, "")
    if member is None or member.symbol is None:
        return []
    pieces = re.split(r"[-/&]", member.symbol)
    if titled := _titled(source, member):
        return [titled]
    if len(pieces) < 2 and not ("/" in (member.number or "") and p.PARLIAMENT.match(_low(pieces))):
        return []
    kind = p.CODES.get(_low(pieces))
    if like and like.symbol and re.split(r"[-/&]", like.symbol)[0][:2] == pieces[0][:2]:
        kind = like.kind
    if kind is None:
        return []
    return [replace(member, start=_kind_before(source, start, kind), kind=kind, rule="symbol")]


def _kind_before(source: Source, start: int, kind: str) -> int:
    """Return where the kind word of a symbol stands if others part it from its number."""
    window = max(0, start - 60)
    for head in p.KIND_BEFORE.finditer(source.folded, window, start):
        if p.KINDS[head["kind"]][0] == kind and p.free(source.folded, head.start()):
            return head.start()
    return start


def _titled(source: Source, member: Citation) -> Citation | None:
    """Read the name of a law before its number: ``luật Cảnh vệ số 13/2017/QH14``."""
    if not p.PARLIAMENT.search((member.symbol or "").lower()):
        return None
    start = source.folded.rfind("luật", max(0, member.start - 140), member.start)
    if start >= 3 and source.folded[start - 3 : start] == "bộ ":
        start -= 3
    if start < 0 or p.LAW_TITLE.fullmatch(source.folded, start, member.start) is None:
        return None
    if _is_tail(source, start):
        return None
    kind = "Bộ luật" if source.folded.startswith("bộ", start) else "Luật"
    return replace(member, start=start, kind=kind, rule="titled")


def _is_tail(source: Source, start: int) -> bool:
    """Tell whether ``luật`` ends a longer word (``pháp luật``)."""
    return p.NOT_LAW.search(source.folded, max(0, start - 8), start) is not None


def _low(pieces: list[str]) -> str:
    return pieces[0].lower()


def read_number(source: Source, start: int, kind: str) -> Citation | None:
    """Read number, symbol and date from ``start``; ``None`` where no number stands there."""
    folded = source.folded
    number = p.NUMBER.match(folded, start)
    if number is None:
        return None
    digits = source.text[number.start(1) : number.end(1)]
    if issued := number[2] or number[3]:
        digits = f"{digits}{'/' if number[2] else '-'}{issued}"
    end = number.end()
    symbol, end = _symbol(source, end)
    day, end = read_date(source, end, bare=symbol is None)
    year = None
    if day is None:
        day = _in_brackets(folded, end)
    if day is None and (named := p.NAMED_YEAR.match(folded, end)):
        year, end = int(named[1]), named.end()
    return Citation(
        start=start,
        end=end,
        kind=kind,
        rule="number",
        number=digits,
        symbol=symbol,
        day=day,
        year=year,
        cited=cited_after(folded, end),
        term=_term(folded, end),
    )


def _in_brackets(folded: str, end: int) -> date | None:
    """Return a date in brackets behind a citation, which stays outside the span."""
    match = p.BRACKET_DAY.match(folded, end)
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else None
    except ValueError:
        return None


def _term(folded: str, end: int) -> int | None:
    """Return the Party's term named behind a citation (``… của Bộ Chính trị khóa XII``)."""
    match = p.TERM.match(folded, end, end + 90)
    return term_of(match[1]) if match else None


def _symbol(source: Source, at: int) -> tuple[str | None, int]:
    """Read the symbol behind a number; its parts are in capitals or of a known mixed form."""
    match = p.SYMBOL.match(source.folded, at)
    if match is None:
        return None, at
    common = "".join(match[1].split()) in p.COMMON
    end, first = at, match.start(1)
    for piece in p.PIECES.finditer(source.folded, match.start(1), match.end(1)):
        written = source.text[piece.start() : piece.end()]
        gap = source.text[end : piece.start()]
        mixed = written[0].isupper() and (piece.group() in p.MIXED or _mostly_upper(written))
        tight = gap in {"- ", "– "} or gap == gap.strip(" ") or "/" in gap
        spaced = not tight and piece.group() not in p.SPACED
        if not (common or written.isupper() or mixed) or (spaced and piece.start() > first):
            break
        end = piece.end()
    if end == at:
        return None, at
    raw = "".join(source.text[at:end].split()).lstrip("-–—/")
    return canonical_symbol(raw), end


def _mostly_upper(written: str) -> bool:
    small = sum(c.islower() for c in written)
    return small <= 2 and len(written) - small >= 2 * small


def canonical_symbol(raw: str) -> str:
    """Return a symbol in capitals with ``TTg``, ``CTr`` and the like as they are written."""
    parts = re.split(r"([-–—‑/&])", raw)
    upper = [
        p.MIXED.get(part.lower(), part if _mostly_upper(part) else part.upper()) for part in parts
    ]
    joined = "".join("-" if part in "–—‑" and part else part for part in upper)
    return joined.replace("UBTƯ", "UBTW")


def read_date(source: Source, at: int, *, bare: bool = False) -> tuple[date | None, int]:
    """Read the date that belongs to the document before ``at``, and where it ends.

    ``bare`` tells that the document has no symbol, so that a date after a comma is not its own.
    """
    match = p.DATE.match(source.folded, at)
    if match is None:
        return None, at
    day = _calendar(source, match)
    if day is None:  # no day of the calendar, or one whose year nothing tells
        unplaced = source.published is None and not (match["comma"] or match["y"] or match["yy"])
        return None, match.end() if unplaced else at
    return (None, at) if _is_event(source, match, day, bare=bare) else (day, match.end())


def _calendar(source: Source, match: re.Match[str]) -> date | None:
    year = match["y"] or match["yy"]
    number = int(year) if year else (source.published.year if source.published else 0)
    month = int(match["m"] or match["mm"])
    try:
        day = date(number, month, int(match["d"] or match["dd"]))
    except ValueError:
        return None
    if year is None and source.published and day > source.published:
        return day.replace(year=number - 1) if (month, day.day) != (2, 29) else None
    return day


def _is_event(source: Source, match: re.Match[str], day: date, *, bare: bool) -> bool:
    """Tell whether a date after a comma is the event's own (``…, ngày 20/9, tại hội trường``)."""
    if match["comma"] is None:
        return False
    if not (match["y"] or match["yy"]):
        return True
    if p.AFTER_DATE.match(source.folded, match.end()):
        return False
    recent = source.published is not None and 0 <= (source.published - day).days <= 3
    return recent or bare
