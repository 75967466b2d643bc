"""Which directives were taken up at which meeting."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hoinghi.report.tables import Row
from hoinghi.stages.words import find_sentences

_Key = tuple[str, str, str]  # number, issuer, year; "" is unknown
_TOLD = ("directive_id", "kind", "issuer", "date", "title", "known")
_NORM = ("kind", "number", "symbol", "issuer", "date")


@dataclass(frozen=True, slots=True)
class Told:
    """A meeting as one article tells it: where its name stands, if it is known."""

    meeting_id: str
    main: bool
    start: int | None


def parts_of(told: Sequence[Told], text: str) -> list[tuple[int, str]]:
    """Return from where on an article tells of each of its meetings, in order.

    That is the line in which the meeting is named, or its sentence where another meeting is
    named in the same line; what stands before all belongs to the main meeting. People and bodies
    are given to meetings by the same rule (docs/MEETINGS.md).
    """
    main = next((one.meeting_id for one in told if one.main), told[0].meeting_id)
    parts, lines = [(-1, main)], set()
    named = sorted((one.start, one.meeting_id) for one in told if one.start is not None)
    for start, meeting_id in named:
        line = text.rfind("\n", 0, start) + 1
        parts.append((_sentence_start(text, line, start) if line in lines else line, meeting_id))
        lines.add(line)
    return parts


def meeting_at(parts: Sequence[tuple[int, str]], position: int) -> str:
    """Return the meeting that is told of at ``position``; see ``parts_of``."""
    return parts[bisect_right(parts, position, key=lambda part: part[0]) - 1][1]


def _sentence_start(text: str, line: int, start: int) -> int:
    end = text.find("\n", start)
    spans = find_sentences(text[line : end if end >= 0 else len(text)])
    return line + max((first for first, _ in spans if line + first <= start), default=0)


def norm_of(row: Row) -> str:
    """Return the norm that mentions of a directive of the tables have."""
    cells = (row[name] for name in _NORM)
    return "|".join(c.isoformat() if isinstance(c, date) else c or "" for c in cells)


def papers_of(
    rows: Iterable[Row],
    alone: Mapping[str, str],
    parted: Mapping[str, Mapping[str, Iterable[str]]],
    chosen: Mapping[str, object],
) -> list[Row]:
    """Return a row for each directive at each chosen meeting.

    One that is told by its kind alone (``Nghị quyết của Trung ương``) may be any, and is none.
    Offices number their papers anew each year: mentions are of one paper if number, issuer and
    year agree; where no year is told, if there is but one paper of that number and issuer, be it
    in the catalogue or dated by an article. Without an issuer only the catalogue can tell.

    Args:
        rows: Rows of the table ``directives``.
        alone: The meeting of each article that tells of one alone.
        parted: Of the other articles: the meetings by the norm of the directive.
        chosen: The meetings of the report by their keys.
    """
    found: dict[tuple[_Key, str], Row] = {}
    for row in rows:
        key = row["document_id"]
        if row["directive_id"] == row["kind"] and not row["title"]:
            continue
        if key in alone:
            meetings: Iterable[str] = (alone[key],)
        else:
            meetings = parted.get(key, {}).get(norm_of(row), ())
        for meeting_id in meetings:
            if meeting_id in chosen:
                place = _key(row), meeting_id
                told = {name: row[name] for name in _TOLD} | {"meeting_id": meeting_id}
                found[place] = _fuller(found.get(place), told)
    known = {key for (key, _), row in found.items() if row["known"]}
    names = _merged(dict.fromkeys(key for key, _ in found), known)
    unique: dict[tuple[str, str], Row] = {}
    for (key, meeting_id), row in found.items():
        paper = " ".join(names[key])
        place_ = paper, meeting_id
        row["paper"] = paper
        unique[place_] = _fuller(unique.get(place_), row)
    return list(unique.values())


def _key(row: Row) -> _Key:
    year = str(row["date"].year) if row["date"] else "known" if row["known"] else ""
    return row["directive_id"], row["issuer"] or "", year


def _merged(keys: Iterable[_Key], known: Container[_Key]) -> dict[_Key, _Key]:
    """Return which paper each key means, itself where that cannot be told.

    Without a year it is the only dated one of its number and issuer. Without an issuer it is that
    of the catalogue if there is but this paper: a number such as 15-KH/UBND is used everywhere.
    """
    papers: defaultdict[str, list[_Key]] = defaultdict(list)
    for key in keys:
        papers[key[0]].append(key)
    names = {}
    for same in papers.values():
        dated = [key for key in same if key[2]]
        for key in same:
            fitting = [one for one in dated if key[1] in one[1].split(", ")]
            names[key] = fitting[0] if not key[2] and len(fitting) == 1 else key
        issued = {names[key] for key in same if key[1]}
        for key in same:
            fitting = [one for one in issued if key[2] in {"", one[2]}]
            if not key[1] and len(fitting) == 1 and fitting[0] in known:
                names[key] = fitting[0]
    return names


def _fuller(known: Row | None, row: Row) -> Row:
    if known is None:
        return row
    return known | {name: row[name] for name in row if known.get(name) is None}
