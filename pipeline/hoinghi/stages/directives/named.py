"""Resolutions by their occasion, and dated records: documents without a number of their own."""

from __future__ import annotations

import re
from datetime import date

from hoinghi.stages.directives import patterns as p
from hoinghi.stages.directives.citation import Citation, Source, term_of, term_on
from hoinghi.stages.directives.numbered import read_date

_PARTY_CONGRESS = "Đại hội đại biểu toàn quốc lần thứ {} của Đảng"
_CENTRAL = "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam"
# Plenums of the Central Committee with a single resolution: (plenum, term) -> its number.
_PLENUMS = {(5, 8): "03", (4, 11): "12", (8, 11): "29", (9, 11): "33", (4, 12): "04"}
_NATIONAL = frozenset({"đại hội đảng", "đại hội đảng toàn quốc", "đại hội đại biểu toàn quốc"})


def find_plenums(source: Source) -> list[Citation]:
    """Find resolutions of Central Committee plenums (``Nghị quyết Trung ương 4 khóa XI``).

    A missing term is the one that the article's day lies in, if that term's plenum had a
    resolution by then.
    """
    found = []
    for match in p.PLENUM.finditer(source.folded):
        which = match["no"] or match["ord"]
        plenum = int(which) if which.isdigit() else p.ORDINALS.get(which, 0)
        term = term_of(match["term"]) if match["term"] else term_on(source.published)
        number = _PLENUMS.get((plenum, term or 0))
        if p.free(source.folded, match.start()):
            found.append(
                Citation(
                    match.start(),
                    match.end(),
                    "Nghị quyết",
                    "plenum",
                    number=number,
                    symbol="NQ/TW" if number else None,
                    issuer=_CENTRAL,
                    cited="Ban Chấp hành Trung ương",
                    term=term if number else None,
                )
            )
    return found


def find_congresses(source: Source) -> list[Citation]:
    """Find resolutions of congresses (``Nghị quyết Đại hội XIII của Đảng``)."""
    found = []
    for match in p.CONGRESS.finditer(source.folded):
        roman = match["roman"]
        if roman and not source.text[slice(*match.span("roman"))].isupper():
            continue
        if not p.free(source.folded, match.start()):
            continue
        found.append(
            Citation(
                match.start(),
                match.end(),
                "Nghị quyết",
                "congress",
                title=source.text[match.start() : match.end()],
                issuer=_congress(match),
            )
        )
    return found


def _congress(match: re.Match[str]) -> str | None:
    """Return the Party's national congress where it is meant, ``None`` for any other."""
    body = match["body"]
    bare = body == "đại hội" and bool(match["roman"] or match["party"])
    if not (bare or body in _NATIONAL):
        return None
    if body == "đại hội đại biểu toàn quốc" and not match["party"]:
        return None
    return _PARTY_CONGRESS.format((match["roman"] or match["term"]).upper())


def find_charters(source: Source) -> list[Citation]:
    """Find charters of national bodies by name (``Hiến chương Giáo hội … Việt Nam``).

    Its body is the issuer; the name has capitals, unlike the article of a company's charter.
    """
    found = []
    for match in p.CHARTER.finditer(source.folded):
        written = source.text[match.start("body") : match.end("body")]
        if written[0].isupper() and p.free(source.folded, match.start()):
            kind = match["kind"].capitalize()
            found.append(
                Citation(
                    match.start(),
                    match.end(),
                    kind,
                    "charter",
                    title=f"{kind} {written}",
                    issuer=written,
                )
            )
    return found


def find_records(source: Source) -> list[Citation]:
    """Find dated records of agreement (``Biên bản thỏa thuận ngày 22-12-2015``)."""
    found = []
    for match in p.RECORD.finditer(source.folded):
        day: date | None
        day, end = read_date(source, match.end())
        if day is not None and p.free(source.folded, match.start()):
            kind = match["kind"].capitalize()
            found.append(Citation(match.start(), end, kind, "record", day=day))
    return found
