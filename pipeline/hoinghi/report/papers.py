"""Which directives were taken up at which meeting."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hoinghi.report.tables import Row
from hoinghi.stages.words import find_sentences

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
    A directive of the catalogue is one by its number. Offices number their papers anew each year:
    others are one if number, issuer and year agree; where no year is told, by number and issuer
    if there is but one such paper.

    Args:
        rows: Rows of the table ``directives``.
        alone: The meeting of each article that tells of one alone.
        parted: Of the other articles: the meetings by the norm of the directive.
        chosen: The meetings of the report by their keys.
    """
    found: dict[tuple[tuple[str, ...], str], Row] = {}
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
    names = _merged({key for key, _ in found})
    unique: dict[tuple[str, str], Row] = {}
    for (key, meeting_id), row in found.items():
        paper = " ".join(names[key])
        place_ = paper, meeting_id
        row["paper"] = paper
        unique[place_] = _fuller(unique.get(place_), row)
    return list(unique.values())


def _key(row: Row) -> tuple[str, ...]:
    if row["known"]:
        return (row["directive_id"],)
    year = str(row["date"].year) if row["date"] else ""
    return row["directive_id"], row["issuer"] or "", year


def _merged(keys: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return, for papers without a year, the only one of their number and issuer that has one."""
    years: defaultdict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for key in keys:
        if len(key) == 3 and key[2]:
            years[key[:2]].append(key)
    names = {}
    for key in keys:
        dated = years[key[:2]] if len(key) == 3 and not key[2] else []
        names[key] = dated[0] if len(dated) == 1 else key
    return names


def _fuller(known: Row | None, row: Row) -> Row:
    if known is None:
        return row
    return known | {name: row[name] for name in row if known.get(name) is None}
