"""From the tables of a run to final ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa

from hoinghi.linking.clusters import Clusters
from hoinghi.linking.gather import (
    ARTICLE_COLUMNS,
    COLUMNS,
    Article,
    articles,
    make_atlas,
    meetings_told,
    people_told,
)
from hoinghi.linking.meetings import link_meetings
from hoinghi.linking.people import Person, link_people
from hoinghi.linking.relinking import HOLD, MEETINGS, PEOPLE, Ids, replace_ids
from hoinghi.linking.seen import MeetingSeen, PersonTold
from hoinghi.linking.shelf import MemoryShelf
from hoinghi.tables import digest

Member = tuple[str, int, str]
"""One of a group: its document, its number among those of the document, its id so far."""


@dataclass(frozen=True, slots=True)
class Links:
    """What is one across the articles of a run.

    ``meetings`` and ``people`` map document and id to the final id. ``events`` and ``persons``
    are the things that were compared, ``event_clusters`` and ``person_clusters`` what became of
    them, doubts included; their numbers count in ``events`` and ``persons``.
    """

    meetings: Ids
    people: Ids
    events: tuple[MeetingSeen, ...]
    event_clusters: Clusters
    persons: tuple[Person, ...]
    person_clusters: Clusters


def link(tables: Mapping[str, pa.Table]) -> Links:
    """Find what is one across the articles of ``tables``.

    The answer does not depend on the order of the articles, and linking what is linked changes
    nothing. Of every table only ``COLUMNS`` is read. ``finish`` does the same for a run that is
    too large for memory.
    """
    shelf = MemoryShelf.of_tables({name: tables[name].select(COLUMNS[name]) for name in COLUMNS})
    listed = _Listed(*(tables["documents"][name].to_pylist() for name in COLUMNS["documents"]))
    every = np.ones(len(shelf), np.bool_)
    atlas = make_atlas(shelf, every)
    found = list(articles(shelf, listed, every, ARTICLE_COLUMNS))
    seen = [
        told.seen(listed.keys[told.document], atlas)
        for article in found
        for told in meetings_told(article, atlas)
    ]
    events = tuple(sorted(seen, key=lambda m: (m.document_id, m.number)))
    event_clusters = link_meetings(events)
    groups = [[events[i] for i in group] for group in event_clusters.groups]
    meetings = _ids([(m.document_id, m.number, m.meeting_id) for m in g] for g in groups)
    persons, person_clusters = link_people(
        told.seen(key := listed.keys[told.document], _event(article, told, key, meetings), atlas)
        for article in found
        for told in people_told(article, atlas)
    )
    people = _ids(
        [(m.document_id, m.number, m.person_id) for i in group for m in persons[i].members]
        for group in person_clusters.groups
    )
    return Links(meetings, people, events, event_clusters, persons, person_clusters)


@dataclass(frozen=True, slots=True)
class _Listed:
    """The documents of finished tables, by their numbers."""

    keys: Sequence[str]
    days: Sequence[date | None]

    def document_id(self, number: int) -> str:
        return self.keys[number]

    def published(self, number: int) -> date | None:
        return self.days[number]


def _event(article: Article, told: PersonTold, key: str, meetings: Ids) -> str | None:
    """Return the final id of the event that a person took part in."""
    if told.event is None:
        return None
    return meetings[key, article.meetings[told.event]["meeting_id"]]


def _ids(groups: Iterable[Sequence[Member]]) -> dict[tuple[str, str], str]:
    ordered = sorted(map(sorted, groups))
    return {
        (document, old): chosen
        for group, chosen in zip(ordered, final_ids(ordered), strict=True)
        for document, _, old in group
    }


def final_ids(groups: Iterable[Sequence[Member]]) -> Iterator[str]:
    """Yield for each group the smallest id of its members that no group before has taken.

    Args:
        groups: Sorted, and their members too. A group whose one id no other group has may be
            left out: it keeps it.
    """
    taken: set[str] = set()
    for group in groups:
        document_id, number, first = group[0]
        free = {old for _, _, old in group} - taken
        chosen = min(free) if free else digest(first, document_id, str(number))
        taken.add(chosen)
        yield chosen


def relink(tables: Mapping[str, pa.Table], links: Links) -> dict[str, pa.Table]:
    """Return ``tables`` with the final ids in every column of ids."""
    ids = {MEETINGS: links.meetings, PEOPLE: links.people}
    result = dict(tables)
    for name, columns in HOLD.items():
        for column, kind in columns.items():
            result[name] = replace_ids(result[name], column, ids[kind])
    return result
