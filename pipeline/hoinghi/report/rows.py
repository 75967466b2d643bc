"""The rows of the facts: of meetings, bodies and doubts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from hoinghi.report import doubts as d
from hoinghi.report.counting import Counting, label
from hoinghi.report.gathering import Gathered
from hoinghi.report.persons import CHAIR
from hoinghi.report.tables import Row
from hoinghi.report.vietnamese import day, month_of, when_text


def meeting_rows(found: Gathered, counting: Counting) -> list[Row]:
    """Return a row of ``Facts.meetings`` for each meeting, without ``reasons``.

    They are the rows of ``found`` themselves, to which columns are added.
    """
    documents = {row["document_id"]: row for row in found.documents}
    people, papers, hosts = _by_meeting(found.people), _by_meeting(found.papers), _hosts(found)
    for row in found.meetings:
        key = row["meeting_id"]
        told = [documents[one] for one in row["documents"]]
        chairs = (one["name"] for one in people[key] if one["role"] == CHAIR)
        row["sentence"], row["marks"] = found.quoted(row["document_id"], key)
        row.update(counting.units(row))
        row.update(
            when_text=when_text(row["when"]) if row["start_date"] is None else None,
            month=_month(row),
            hosts=list(dict.fromkeys((*(row["hosts"] or ()), *hosts[key]))),
            chairs=list(dict.fromkeys(chairs)),
            people=len(people[key]),
            directives=list(dict.fromkeys(one["directive_id"] for one in papers[key])),
            topics=list(row["topics"] or ()),
            sources=list(dict.fromkeys(one["source"] for one in told if one["source"])),
            titles=list(dict.fromkeys(one["title"] for one in told if one["title"])),
        )
    return found.meetings


def body_rows(found: Gathered) -> list[Row]:
    """Return a row of ``Facts.bodies`` for each body at each chosen meeting."""
    chosen = {row["meeting_id"] for row in found.meetings}
    return [
        {
            "body_id": body.key,
            "body": body.name,
            "kind": body.kind,
            "level": body.level,
            "place": body.place,
            "meeting_id": key,
            "hosted": key in body.hosted,
        }
        for body in found.bodies
        for key in sorted(body.meetings & chosen)
    ]


def doubt_rows(found: Gathered, meetings: Sequence[Row]) -> list[Row]:
    """Return the rows of ``Facts.doubts``: meetings, then people, then unread articles."""
    told = {row["meeting_id"]: row for row in meetings}
    sources = {row["document_id"]: row["source"] for row in found.documents}
    rows = [
        _doubt(reason, row)
        | {"value": _value(reason, row), "sentence": row["sentence"], "marks": row["marks"]}
        | {"source": sources[row["document_id"]], "confidence": row["confidence"]}
        for row in meetings
        for reason in d.meeting_reasons(row)
    ]
    for person in filter(d.doubtful_person, found.people):
        sentence, marks = found.quoted(person["document_id"], person["person_id"])
        row = _doubt(d.PERSON, told[person["meeting_id"]]) | {"person_id": person["person_id"]}
        row |= {"document_id": person["document_id"], "source": sources[person["document_id"]]}
        row |= {"sentence": sentence, "marks": marks, "confidence": person["confidence"]}
        rows.append(row | {"value": person_text(person)})
    for document in filter(d.unread, found.documents):
        row = _doubt(d.UNREAD, {"document_id": document["document_id"]})
        row |= {"value": document["error"], "source": document["source"]}
        rows.append(row | {"sentence": "", "marks": [], "confidence": None})
    order = {reason: at for at, reason in enumerate(d.REASONS)}
    return sorted(rows, key=lambda row: order[row["reason"]])


def add_reasons(meetings: Iterable[Row], doubts: Iterable[Row]) -> None:
    """Give each meeting the list of what is to be checked in it."""
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for row in doubts:
        if row["reason_text"] not in reasons[row["meeting_id"]]:
            reasons[row["meeting_id"]].append(row["reason_text"])
    for meeting in meetings:
        meeting["reasons"] = reasons.get(meeting["meeting_id"], [])


def person_text(person: Mapping[str, object]) -> str:
    """Return a person in words: ``ông Nguyễn Văn A, Chủ tịch Hội Nông dân xã B``."""
    posts = person["positions"]
    name = f"{person['honorific'] or ''} {person['name']}".strip()
    return f"{name}, {'; '.join(posts)}" if isinstance(posts, list) and posts else name


def _doubt(reason: str, meeting: Row) -> Row:
    field, field_text = d.FIELDS[reason]
    return {
        "document_id": meeting["document_id"],
        "meeting_id": meeting.get("meeting_id"),
        "person_id": None,
        "reason": reason,
        "reason_text": d.REASONS[reason],
        "field": field,
        "field_text": field_text,
        "name": meeting.get("name"),
    }


def _value(reason: str, meeting: Row) -> str | None:
    """Return what is known of the field in question."""
    place = label(meeting["commune"], meeting["district"], meeting["province"])
    if reason == d.NO_DATE:
        return meeting["when_text"]  # type: ignore[no-any-return]
    if reason == d.LOW:
        when = day(meeting["start_date"]) if meeting["start_date"] else meeting["when_text"]
        return "; ".join(part for part in (meeting["name"], when, place) if part)
    return place or meeting["place_text"] or meeting["venue"]


def _month(meeting: Row) -> str | None:
    if meeting["start_date"] is not None:
        return f"{meeting['start_date'].year:04}-{meeting['start_date'].month:02}"
    return meeting["when"] if month_of(meeting["when"]) else None


def _by_meeting(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["meeting_id"]].append(row)
    return found


def _hosts(found: Gathered) -> defaultdict[str, list[str]]:
    hosts: defaultdict[str, list[str]] = defaultdict(list)
    for body in found.bodies:
        for key in body.hosted:
            hosts[key].append(body.name)
    return hosts
