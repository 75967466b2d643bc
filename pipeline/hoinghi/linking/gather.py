"""Light records out of the rows of a run: the columns that linking needs, and no text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hoinghi.linking.names import name_key
from hoinghi.linking.seen import MeetingTold, PersonTold
from hoinghi.linking.shelf import Shelf
from hoinghi.linking.wheres import COMMUNE, NOWHERE, VILLAGE, Atlas, Where, chain_of, part_of
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
    "places": ("document_id", "name", "current_name"),
}
"""What linking reads of each table; a batch run need not load more of its part files."""

ARTICLE_COLUMNS: Final = {
    name: COLUMNS[name] for name in ("meetings", "people", "positions", "organizations")
}
"""What ``Article`` holds for linking."""

_Row = dict[str, Any]
_NEWS: Final = timedelta(days=400)  # no article tells of an event further off
_YEARLESS: Final = re.compile(r"XXXX-(\d\d-\d\d)")
_VILLAGE_TITLE: Final = re.compile(
    r"(?:phó )?trưởng (thôn|ấp|bản|buôn|làng|xóm|khóm|khu phố|sóc|phum)(?!\w)"
)


Chosen = npt.NDArray[np.bool_]
"""Which documents of a shelf to read, by number."""


class Documents(Protocol):
    """What is known of the documents of a shelf by their numbers."""

    def document_id(self, number: int) -> str:
        """Return the key of a document, no other one's."""

    def published(self, number: int) -> date | None:
        """Return its day of publication."""


@dataclass(slots=True)
class Article:
    """The rows of one document."""

    document: int
    published: date | None
    documents: list[_Row] = field(default_factory=list)
    meetings: list[_Row] = field(default_factory=list)
    people: list[_Row] = field(default_factory=list)
    positions: list[_Row] = field(default_factory=list)
    organizations: list[_Row] = field(default_factory=list)


def make_atlas(shelf: Shelf, chosen: Chosen) -> Atlas:
    """Return the places of the ``chosen`` documents."""
    found = {
        (row["name"], tuple(row["current_name"] or ()))
        for batch in _batches(shelf, "places", COLUMNS["places"], chosen)
        for row in batch.to_pylist()
    }
    return Atlas(found)


def articles(
    shelf: Shelf,
    documents: Documents,
    chosen: Chosen,
    tables: Mapping[str, Sequence[str]],
) -> Iterator[Article]:
    """Yield the rows that the ``chosen`` documents have, document by document.

    Args:
        shelf: The rows of the run.
        documents: What is known of its documents.
        chosen: Those whose rows are read.
        tables: The tables to read, the columns of each.
    """
    streams = (_by_document(shelf, *table, chosen) for table in tables.items())
    for document, parts in groupby(merge(*streams, key=itemgetter(0)), itemgetter(0)):
        article = Article(document, documents.published(document))
        for _, table, rows in parts:
            setattr(article, table, rows)
        yield article


def _by_document(
    shelf: Shelf, table: str, columns: Sequence[str], chosen: Chosen
) -> Iterator[tuple[int, str, list[_Row]]]:
    rows = (row for batch in _batches(shelf, table, columns, chosen) for row in batch.to_pylist())
    for document, own in groupby(rows, itemgetter("document")):
        yield document, table, list(own)


def _batches(
    shelf: Shelf, table: str, columns: Sequence[str], chosen: Chosen
) -> Iterator[pa.RecordBatch]:
    for batch in shelf.scan(table, [name for name in columns if name != "document_id"]):
        kept = chosen[batch["document"].to_numpy()]
        yield batch if kept.all() else batch.filter(pa.array(kept))


def meetings_told(article: Article, atlas: Atlas) -> Iterator[MeetingTold]:
    """Yield the events of an article, with the people who took part."""
    names: dict[str, set[str]] = defaultdict(set)
    for row in article.people:
        if row["meeting_id"] and len(row["name"].split()) > 1:
            names[row["meeting_id"]].add(name_key(row["name"]))
    for number, row in enumerate(article.meetings):
        yearless = _YEARLESS.match(row["when"] or "")
        yield MeetingTold(
            document=article.document,
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
            place=atlas.number(_meeting_place(row, atlas, article.published)),
            hosts=tuple(row["hosts"] or ()),
            people=tuple(sorted(names[row["meeting_id"]])),
            published=article.published,
        )


def main_of(article: Article) -> int:
    """Return the number of the main event, of an article that has events."""
    return next((n for n, row in enumerate(article.meetings) if row["main"]), 0)


def people_told(article: Article, atlas: Atlas) -> Iterator[PersonTold]:
    """Yield the people of an article."""
    published = article.published
    held: dict[str, list[_Row]] = defaultdict(list)
    for row in article.positions:
        held[row["person_id"]].append(row)
    bodies, home = _surroundings(article, atlas)
    events = {row["meeting_id"]: number for number, row in enumerate(article.meetings)}
    for number, row in enumerate(article.people):
        at = events.get(row["meeting_id"])
        event = None if at is None else article.meetings[at]
        place = (_meeting_place(event, atlas, published) if event else NOWHERE) or home
        day = event["start_date"] if event else None
        if day and published and abs(day - published) > _NEWS:
            day = published  # an anniversary read as the day
        yield PersonTold(
            article.document,
            number,
            row["person_id"],
            row["name"],
            row["honorific"],
            row["role"] or "",
            at,
            tuple(_posts(held[row["person_id"]], bodies, place, atlas)),
            atlas.number(place),
            day or published,
        )


def _surroundings(article: Article, atlas: Atlas) -> tuple[Mapping[str, Where], Where]:
    """Return the places of the bodies of an article, and where it plays."""
    published = article.published
    day = published or next((event["start_date"] for event in article.meetings), None)
    bodies: dict[str, Where] = {}
    weights: Counter[Where] = Counter()
    for row in article.organizations:
        where = atlas.where(chain_of(row["place"]), day)
        bodies.setdefault(row["name"], where)
        if where:
            weights[where] += row["mentions"]
    home = max(weights, key=lambda w: (weights[w], w.names)) if weights else NOWHERE
    if article.meetings:
        home = _meeting_place(article.meetings[main_of(article)], atlas, published) or home
    return bodies, home


def _posts(
    rows: Iterable[_Row], bodies: Mapping[str, Where], place: Where, atlas: Atlas
) -> Iterator[tuple[str, str | None, int, bool]]:
    for row in rows:
        where = bodies.get(row["organization"], NOWHERE) or _village(row, place)
        yield row["title"], row["organization"], atlas.number(where), row["former"]


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


def _meeting_place(row: _Row, atlas: Atlas, published: date | None) -> Where:
    levels = (row["village"], row["commune"], row["district"], row["province"])
    chain = tuple(part_of(name) for name in levels if name)
    provinces = row["current_province"] or []
    today = [
        (fold(commune), fold(provinces[0])) for commune in row["current_commune"] or [] if provinces
    ]
    day = row["start_date"] or published
    return atlas.where(chain, day, today or [(fold(p),) for p in provinces])
