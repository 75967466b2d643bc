"""The meetings that a scope chooses, with all that the tables tell of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from hoinghi.report.area import Area
from hoinghi.report.bodies import Body, bodies_of, meetings_of
from hoinghi.report.doubts import doubtful_person
from hoinghi.report.evidence import Evidence, Mark
from hoinghi.report.joining import joined
from hoinghi.report.papers import Told, meeting_at, papers_of, parts_of
from hoinghi.report.persons import persons_of
from hoinghi.report.scope import Scope
from hoinghi.report.sentences import quote
from hoinghi.report.tables import Row, Tables
from hoinghi.report.vietnamese import month_of
from hoinghi.tables import DUPLICATE

Key = tuple[str, str]
_Told = tuple[str, bool]  # a meeting of an article, and whether it is its main one
_NOTHING: Final[tuple[str, list[Mark]]] = ("", [])


@dataclass(slots=True)
class Gathered:
    """What was found: ``quotes`` are sentence and marks by ``(document_id, meeting or person)``."""

    meetings: list[Row]
    documents: list[Row]
    bodies: list[Body]
    people: list[Row] = field(default_factory=list)
    papers: list[Row] = field(default_factory=list)
    quotes: dict[Key, tuple[str, list[Mark]]] = field(default_factory=dict)
    left_out: int = 0
    elsewhere: int = 0

    def quoted(self, document_id: str, of: str) -> tuple[str, list[Mark]]:
        """Return the sentence, and the marks in it, that tell of a meeting or a person."""
        return self.quotes.get((document_id, of), _NOTHING)


def gather(tables: Tables, scope: Scope, area: Area) -> Gathered:
    """Return what ``tables`` tell of the meetings that ``scope`` chooses.

    Raises:
        UsageError: The tables cannot be read, or no body is called as ``scope`` says.
    """
    documents = list(tables.rows("documents"))
    counted = {row["document_id"] for row in documents if row["status"] != DUPLICATE}
    rows = [row for row in tables.rows("meetings") if row["document_id"] in counted]
    told = _told(rows)
    found = Gathered(joined(rows), documents, [])
    found.bodies = bodies_of(tables.rows("organizations"), found.meetings)
    _choose(found, scope, area)
    chosen = {row["meeting_id"]: row for row in found.meetings}
    found.people = persons_of(tables.rows("people"), tables.rows("positions"), chosen)
    _read_articles(found, tables, told, chosen)
    return found


def _told(rows: Iterable[Row]) -> Mapping[str, list[_Told]]:
    """Return the meetings of each article, and which is its main one."""
    told: defaultdict[str, list[_Told]] = defaultdict(list)
    for row in rows:
        told[row["document_id"]].append((row["meeting_id"], row["main"]))
    return told


def _choose(found: Gathered, scope: Scope, area: Area) -> None:
    """Keep the meetings that fit ``scope``, and count those of which it cannot be told."""
    held = meetings_of(found.bodies, scope.bodies) if scope.bodies else None
    fitting = [row for row in found.meetings if held is None or row["meeting_id"] in held]
    if area:
        held_there = [area.holds(row) for row in fitting]
        vague = [row for row, there in zip(fitting, held_there, strict=True) if there is None]
        found.elsewhere = sum(_in_time(row, scope) is not False for row in vague)
        fitting = [row for row, there in zip(fitting, held_there, strict=True) if there]
    times = [_in_time(row, scope) for row in fitting]
    found.left_out = times.count(None)
    found.meetings = [row for row, inside in zip(fitting, times, strict=True) if inside]


def _in_time(meeting: Row, scope: Scope) -> bool | None:
    """Tell whether a meeting began within the days of ``scope``; ``None`` where unknown.

    One of which only the month is known is within if the whole month is.
    """
    if not scope.dated:
        return True
    first = last = meeting["start_date"]
    if first is None:
        span = month_of(meeting["when"])
        if span is None:
            return None
        first, last = span
    if (scope.since and last < scope.since) or (scope.until and first > scope.until):
        return False
    inside = (not scope.since or first >= scope.since) and (not scope.until or last <= scope.until)
    return True if inside else None


def _read_articles(
    found: Gathered,
    tables: Tables,
    told: Mapping[str, list[_Told]],
    chosen: Mapping[str, Row],
) -> None:
    """Read from mentions and texts: the sentences, and the directives of each meeting."""
    wanted = {key: own for key, own in told.items() if any(one in chosen for one, _ in own)}
    alone = {key: own[0][0] for key, own in wanted.items() if len(own) == 1}
    several = wanted.keys() - alone.keys()
    doubtful = {
        (row["document_id"], row["name"]): row["person_id"]
        for row in found.people
        if doubtful_person(row)
    }
    evidence = Evidence(wanted)
    evidence.read(tables.mentions(), doubtful.keys(), several)
    asked = _asked(chosen, doubtful, evidence)
    parted: dict[str, dict[str, list[str]]] = {}
    for key, text in tables.texts():
        for of, spans in asked.get(key, ()):
            cut = quote(text, spans)
            marks = [
                mark for first, last, _ in cut.pieces for mark in evidence.marks(key, first, last)
            ]
            found.quotes[key, of] = (cut.text, cut.marks(marks))
        if key in evidence.papers:
            parted[key] = _parted(key, text, wanted[key], evidence)
    found.papers = papers_of(tables.rows("directives"), alone, parted, chosen)


def _asked(
    chosen: Mapping[str, Row], doubtful: Mapping[Key, str], evidence: Evidence
) -> Mapping[str, list[tuple[str, list[tuple[int, int]]]]]:
    """Return, by article, the meetings and people to be quoted with the spans to be shown."""
    asked: defaultdict[str, list[tuple[str, list[tuple[int, int]]]]] = defaultdict(list)
    for meeting_id, row in chosen.items():
        key = row["document_id"], meeting_id
        spans = [where[key] for where in (evidence.names, evidence.days) if key in where]
        asked[row["document_id"]].append((meeting_id, spans))
    for key, person_id in doubtful.items():
        if key in evidence.people:
            asked[key[0]].append((person_id, [evidence.people[key]]))
    return asked


def _parted(key: str, text: str, own: Iterable[_Told], evidence: Evidence) -> dict[str, list[str]]:
    """Return the meetings at which each directive of an article was taken up, by its norm."""
    meetings = []
    for meeting_id, main in own:
        span = evidence.names.get((key, meeting_id))
        meetings.append(Told(meeting_id, main, span[0] if span else None))
    parts = parts_of(meetings, text)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for start, norm in evidence.papers[key]:
        meeting_id = meeting_at(parts, start)
        if meeting_id not in found[norm]:
            found[norm].append(meeting_id)
    return found
