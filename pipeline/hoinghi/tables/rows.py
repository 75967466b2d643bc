"""From the records of one article to its rows in every table."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from hoinghi.errors import ReadError
from hoinghi.language import language_of
from hoinghi.records import (
    DateMention,
    DirectiveMention,
    Meeting,
    Mention,
    OrganizationMention,
    Person,
    Place,
    PlaceMention,
    Position,
    Reading,
)
from hoinghi.tables import keys
from hoinghi.tables.evidence import Span, evidence_of, hosting, joining
from hoinghi.tables.schemas import DUPLICATE, FAILED, NO_MEETING, OK, SCHEMAS, Row
from hoinghi.tables.spans import directive_norm, mentions
from hoinghi.tables.timex import calendar
from hoinghi.text import fold, squeeze

_Item = TypeVar("_Item")


def rows(
    reading: Reading,
    document_id: str,
    *,
    status: str | None = None,
    duplicate_of: str | None = None,
) -> dict[str, list[Row]]:
    """Return the rows that one article adds to each table.

    Args:
        reading: All that the stages found.
        document_id: Key of the article, usually ``document_id(reading.article)``.
        status: ``None`` derives it: ``duplicate`` if ``duplicate_of`` is given, else ``ok``, or
            ``no meeting`` where the article reports none.
        duplicate_of: Key of the article that this one repeats. A duplicate adds its row of
            ``documents`` alone, so that facts are counted once.
    """
    if status is None:
        status = OK if reading.meetings else NO_MEETING
        status = DUPLICATE if duplicate_of is not None else status
    tables: dict[str, list[Row]] = {name: [] for name in SCHEMAS}
    tables["documents"] = [_document(reading, document_id, status, duplicate_of)]
    if status == DUPLICATE:
        return tables
    meetings = keys.meeting_ids(reading, document_id)
    evidence = evidence_of(reading, meetings)
    tables["mentions"] = [_mention(mention, evidence) for mention in mentions(reading)]
    for meeting_id, meeting in zip(meetings, reading.meetings, strict=True):
        tables["meetings"].append({"meeting_id": meeting_id, **_meeting(reading, meeting)})
    tables["people"], tables["positions"] = _people(reading, document_id, meetings)
    tables["organizations"] = _organizations(reading, meetings)
    for places in _grouped(reading.places, lambda m: (m.place.name, m.place.place_code)):
        tables["places"].append(_place(places))
    for papers in _grouped(
        reading.directives, lambda m: (m.directive.directive_id, directive_norm(m.directive))
    ):
        tables["directives"].append(_directive(papers))
    in_order = sorted(reading.dates, key=lambda found: (found.start, -found.end))
    tables["dates"] = [_date(found) for found in in_order]
    for name, found in tables.items():
        tables[name] = [{"document_id": document_id} | row for row in found]
    return tables


def _people(
    reading: Reading, document_id: str, meetings: Sequence[str]
) -> tuple[list[Row], list[Row]]:
    """Return the rows of people, and those of their positions."""
    people: list[Row] = []
    positions: list[Row] = []
    ids = keys.person_ids(reading, document_id)
    for person_id, person in zip(ids, reading.people, strict=True):
        event = None if person.meeting is None else meetings[person.meeting]
        people.append({"meeting_id": event, "person_id": person_id} | _person(person))
        row: Row = {"person_id": person_id, "name": person.name}
        positions += [row | _position(position) for position in person.positions]
    return people, positions


def _organizations(reading: Reading, meetings: Sequence[str]) -> list[Row]:
    held, joined = hosting(reading, meetings), joining(reading, meetings)
    found: list[Row] = []
    for bodies in _grouped(reading.organizations, lambda m: (m.name, keys.place_key(m.place))):
        name = bodies[0].name
        did: Row = {"host_of": held.get(name, []), "took_part_in": joined.get(name, [])}
        found.append(_organization(bodies) | did)
    return found


def failed_row(error: ReadError) -> Row:
    """Return the row of ``documents`` for an input that could not be read."""
    row: Row = dict.fromkeys(SCHEMAS["documents"].names)
    return row | {
        "document_id": keys.document_id(error),
        "source": error.source,
        "status": FAILED,
        "error": f"{error.problem}; {error.advice}",
    }


def _document(reading: Reading, document_id: str, status: str, duplicate_of: str | None) -> Row:
    article = reading.article
    return {
        "document_id": document_id,
        "source": article.source,
        "title": article.title or _headline(reading),
        "published": article.published,
        "site": article.site,
        "author": article.author,
        "language": language_of(article.text),
        "characters": len(article.text),
        "duplicate_of": duplicate_of,
        "status": status,
        "error": None,
        "text": article.text,
    }


def _headline(reading: Reading) -> str | None:
    for region in reading.regions:
        if region.kind == "headline":
            return squeeze(reading.article.text[region.start : region.end]) or None
    return None


def _mention(mention: Mention, evidence: Mapping[Span, list[str]]) -> Row:
    return {
        "start": mention.start,
        "end": mention.end,
        "label": mention.label,
        "text": mention.text,
        "norm": mention.norm,
        "rule": mention.rule,
        "confidence": round(mention.confidence, 4),
        "evidence": evidence.get((mention.start, mention.end, mention.label), []),
    }


def _meeting(reading: Reading, meeting: Meeting) -> Row:
    place = meeting.places[0] if meeting.places else None
    current = _coded(meeting.places)
    return {
        "main": meeting.main,
        "name": meeting.name,
        "type": meeting.type,
        "when": meeting.when,
        **calendar(meeting.when),
        "venue": meeting.venue,
        "place_text": _place_text(reading, meeting),
        "village": place.village if place else None,
        "commune": place.commune if place else None,
        "district": place.district if place else None,
        "province": place.province if place else None,
        "place_code": current.place_code if current else None,
        "current_commune": list(current.current_commune) if current else [],
        "current_province": list(current.current_province) if current else [],
        "current_place_code": list(current.current_place_code) if current else [],
        "level": meeting.level,
        "hosts": list(meeting.hosts),
        "hosts_text": [squeeze(text) for text in meeting.hosts_text],
        "topics": list(meeting.topics),
        "confidence": round(meeting.confidence, 4),
    }


def _coded(places: Sequence[Place]) -> Place | None:
    """Return the first place, or where it has no code (a village) the nearest parent that has."""
    for place in places:
        if place.place_code and places[0].name.endswith(place.name):
            return place
    return places[0] if places else None


def _place_text(reading: Reading, meeting: Meeting) -> str | None:
    """Return how the article writes the meeting's narrowest place, if it does."""
    if not meeting.places:
        return None
    said = (m for m in reading.places if m.place.name == meeting.places[0].name)
    read = {(one.start, one.end) for one in meeting.evidence if one.field == "place"}
    chosen = next((m for m in said if (m.start, m.end) in read), None)
    return reading.article.text[chosen.start : chosen.end] if chosen else None


def _person(person: Person) -> Row:
    return {
        "name": person.name,
        "honorific": person.honorific,
        "role": person.role,
        "confidence": round(person.confidence, 4),
    }


def _position(position: Position) -> Row:
    return {
        "title": position.title,
        "title_text": squeeze(position.title_text),
        "organization": position.organization,
        "organization_text": position.organization_text and squeeze(position.organization_text),
        "former": position.former,
    }


def _organization(group: Sequence[OrganizationMention]) -> Row:
    first = group[0]
    return {
        "organization_id": keys.digest(fold(squeeze(first.name)), keys.place_key(first.place)),
        "name": first.name,
        "text": _forms(found.text for found in group),
        "kind": first.kind,
        "level": first.level,
        "place": first.place.name if first.place else None,
        "place_code": first.place.place_code if first.place else None,
        "mentions": len(group),
    }


def _place(group: Sequence[PlaceMention]) -> Row:
    place = group[0].place
    return {
        "name": place.name,
        "text": _forms(found.text for found in group),
        "kind": place.kind,
        "place_code": place.place_code,
        "commune": place.commune,
        "district": place.district,
        "province": place.province,
        "current_place_code": list(place.current_place_code),
        "current_name": list(place.current_name),
        "resolved_by": group[0].resolved_by,
        "mentions": len(group),
    }


def _date(found: DateMention) -> Row:
    return {
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "value": found.value,
        "type": found.type,
        "grain": found.grain,
        "start_date": found.start_date,
        "end_date": found.end_date,
        "anchor": found.anchor,
        "rule": found.rule,
    }


def _directive(group: Sequence[DirectiveMention]) -> Row:
    directive = group[0].directive
    return {
        "directive_id": directive.directive_id,
        "kind": directive.kind,
        "number": directive.number,
        "symbol": directive.symbol,
        "issuer": directive.issuer,
        "date": directive.date,
        "title": directive.title,
        "text": _forms(found.text for found in group),
        "known": directive.known,
        "mentions": len(group),
    }


def _grouped(items: Iterable[_Item], key: Callable[[_Item], Hashable]) -> list[list[_Item]]:
    """Return the items of each key together, keys in the order of their first item."""
    groups: dict[Hashable, list[_Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return list(groups.values())


def _forms(texts: Iterable[str]) -> list[str]:
    """Return the different surfaces, each on one line, in order of first appearance."""
    return list(dict.fromkeys(squeeze(text) for text in texts))
