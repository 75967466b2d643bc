"""Light records out of the tables of a run: the columns that linking needs, and no text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

import pyarrow as pa

from hoinghi.linking.names import name_key
from hoinghi.linking.posts import Post, make_post
from hoinghi.linking.seen import MeetingSeen, PersonSeen
from hoinghi.linking.wheres import COMMUNE, NOWHERE, VILLAGE, Atlas, Where, chain_of
from hoinghi.text import fold, squeeze

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "documents": ("document_id", "published"),
    "meetings": tuple(
        "meeting_id document_id main name type when start_date end_date start_time day_part venue"
        " village commune district province current_commune current_province hosts".split()
    ),
    "people": ("document_id", "meeting_id", "person_id", "name", "honorific", "role"),
    "positions": ("document_id", "person_id", "title", "title_text", "organization", "former"),
    "organizations": ("document_id", "name", "place", "mentions"),
    "places": ("name", "current_name"),
}
"""What linking reads of each table; a batch run need not load more of its part files."""

_Row = dict[str, Any]
_AT_ONCE: Final = 10_000  # rows of a table
_NEWS: Final = timedelta(days=400)  # no article tells of an event further off
_YEARLESS: Final = re.compile(r"XXXX-(\d\d-\d\d)")
_VILLAGE_TITLE: Final = re.compile(
    r"(?:phó )?trưởng (thôn|ấp|bản|buôn|làng|xóm|khóm|khu phố|sóc|phum)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The rows of a run by what they hang on, and its places."""

    atlas: Atlas
    published: Mapping[str, date | None]
    meetings: Mapping[str, list[_Row]]
    people: Mapping[str, list[_Row]]
    positions: Mapping[tuple[str, str], list[_Row]]
    bodies: Mapping[tuple[str, str], Where]
    homes: Mapping[str, Where]


def gather(tables: Mapping[str, pa.Table]) -> Gathered:
    """Return what linking needs of ``tables``, of which it reads ``COLUMNS`` alone."""
    atlas = Atlas((row["name"], row["current_name"] or ()) for row in _rows(tables, "places"))
    positions: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    for row in _rows(tables, "positions"):
        positions[row["document_id"], row["person_id"]].append(row)
    held = {(row["document_id"], row["organization"]) for p in positions.values() for row in p}
    meetings = _by_document(_rows(tables, "meetings"))
    published = {row["document_id"]: row["published"] for row in _rows(tables, "documents")}
    bodies: dict[tuple[str, str], Where] = {}
    weights: dict[str, Counter[Where]] = defaultdict(Counter)
    for row in _rows(tables, "organizations"):
        document_id = row["document_id"]
        events = meetings.get(document_id, ())
        day = published.get(document_id) or next((e["start_date"] for e in events), None)
        where = atlas.where(chain_of(row["place"]), day)
        if (document_id, row["name"]) in held:
            bodies.setdefault((document_id, row["name"]), where)
        if where:
            weights[document_id][where] += row["mentions"]
    homes = {key: max(found, key=lambda w: (found[w], w.names)) for key, found in weights.items()}
    for document_id, events in meetings.items():
        main = next((e for e in events if e["main"]), events[0])
        place = _meeting_place(main, atlas, published.get(document_id))
        homes[document_id] = place or homes.get(document_id, NOWHERE)
    people = _by_document(_rows(tables, "people"))
    return Gathered(atlas, published, meetings, people, positions, bodies, homes)


def _rows(tables: Mapping[str, pa.Table], name: str) -> Iterator[_Row]:
    """Yield the rows of a table, a part of it in memory at a time."""
    for batch in tables[name].select(list(COLUMNS[name])).to_batches(max_chunksize=_AT_ONCE):
        yield from batch.to_pylist()


def meetings_seen(found: Gathered) -> list[MeetingSeen]:
    """Return every event of the run, with the people who took part."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, people in found.people.items():
        for row in people:
            if row["meeting_id"] and len(row["name"].split()) > 1:
                names[key, row["meeting_id"]].add(name_key(row["name"]))
    return [
        _meeting(row, number, found, frozenset(names[key, row["meeting_id"]]))
        for key, events in found.meetings.items()
        for number, row in enumerate(events)
    ]


def people_seen(
    found: Gathered, meeting_ids: Mapping[tuple[str, str], str]
) -> list[PersonSeen]:  # fmt: skip
    """Return every person of the run; ``meeting_ids`` maps document and meeting to final ids."""
    seen = []
    for key, people in found.people.items():
        events = {row["meeting_id"]: row for row in found.meetings.get(key, ())}
        home = found.homes.get(key, NOWHERE)
        for number, row in enumerate(people):
            event = events.get(row["meeting_id"])
            published = found.published.get(key)
            place = (_meeting_place(event, found.atlas, published) if event else NOWHERE) or home
            day = event["start_date"] if event else None
            if day and published and abs(day - published) > _NEWS:
                day = published  # an anniversary read as the day
            seen.append(
                PersonSeen(
                    key,
                    number,
                    row["person_id"],
                    row["name"],
                    row["honorific"],
                    row["role"] or "",
                    meeting_ids.get((key, row["meeting_id"])) if event else None,
                    _posts(found, key, row["person_id"], place),
                    place,
                    day or published,
                )
            )
    return seen


def _posts(found: Gathered, document_id: str, person_id: str, place: Where) -> tuple[Post, ...]:
    posts = []
    for row in found.positions.get((document_id, person_id), ()):
        where = found.bodies.get((document_id, row["organization"]), NOWHERE) or _village(
            row, place
        )
        posts.append(make_post(row["title"], row["organization"], where, former=row["former"]))
    return tuple(dict.fromkeys(posts))


def _village(row: _Row, place: Where) -> Where:
    """Return the village of ``Trưởng thôn Trung Đàn``, whose title holds it, else nowhere."""
    match = _VILLAGE_TITLE.match(fold(row["title"]))
    if row["organization"] or not match or place.level < COMMUNE:
        return NOWHERE
    name = fold(squeeze(row["title_text"] or ""))[match.end() :].strip(" ,-")
    if not name:
        return place if place.level == VILLAGE else NOWHERE
    commune = place.names[1:] if place.level == VILLAGE else place.names
    return Where((f"{match[1]} {name}", *commune), place.now, place.reformed)


def _meeting(row: _Row, number: int, found: Gathered, people: frozenset[str]) -> MeetingSeen:
    yearless = _YEARLESS.match(row["when"] or "")
    published = found.published.get(row["document_id"])
    return MeetingSeen(
        document_id=row["document_id"],
        number=number,
        meeting_id=row["meeting_id"],
        name=row["name"],
        type=row["type"] or "",
        start=row["start_date"],
        end=row["end_date"],
        yearless=yearless[1] if yearless else "",
        time=row["start_time"] or "",
        day_part=row["day_part"] or "",
        venue=row["venue"] or "",
        place=_meeting_place(row, found.atlas, published),
        hosts=tuple(row["hosts"] or ()),
        people=people,
        published=published,
    )


def _meeting_place(row: _Row, atlas: Atlas, published: date | None) -> Where:
    levels = (row["village"], row["commune"], row["district"], row["province"])
    chain = tuple(fold(squeeze(name)) for name in levels if name)
    provinces = row["current_province"] or []
    today = [
        (fold(commune), fold(provinces[0])) for commune in row["current_commune"] or [] if provinces
    ]
    day = row["start_date"] or published
    return atlas.where(chain, day, today or [(fold(p),) for p in provinces])


def _by_document(rows: Iterable[_Row]) -> dict[str, list[_Row]]:
    groups: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        groups[row["document_id"]].append(row)
    return groups
