"""From the tables of a run to final ids, and back into the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from hoinghi.linking.clusters import Clusters
from hoinghi.linking.gather import gather, meetings_seen, people_seen
from hoinghi.linking.meetings import link_meetings
from hoinghi.linking.people import Person, link_people
from hoinghi.linking.seen import MeetingSeen
from hoinghi.tables import digest

Ids = Mapping[tuple[str, str], str]
"""Document and old id -> final id."""


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
    nothing. Of every table only ``COLUMNS`` is read, so that a run in parts can hand over those
    columns of all its parts put together.
    """
    found = gather(tables)
    events, event_clusters = link_meetings(meetings_seen(found))
    groups = [[events[i] for i in group] for group in event_clusters.groups]
    meetings = _final([[(m.document_id, m.number, m.meeting_id) for m in g] for g in groups])
    persons, person_clusters = link_people(people_seen(found, meetings))
    people = _final(
        [
            [(m.document_id, m.number, m.person_id) for i in group for m in persons[i].members]
            for group in person_clusters.groups
        ]
    )
    return Links(meetings, people, events, event_clusters, persons, person_clusters)


def _final(groups: Sequence[Sequence[tuple[str, int, str]]]) -> dict[tuple[str, str], str]:
    """Give every group the smallest id of its members that no group before it has taken."""
    ids: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for group in sorted(map(sorted, groups)):
        document_id, number, first = group[0]
        free = sorted({old for _, _, old in group} - taken)
        chosen = free[0] if free else digest(first, document_id, str(number))
        taken.add(chosen)
        ids |= {(document, old): chosen for document, _, old in group}
    return ids


def relink(tables: Mapping[str, pa.Table], links: Links) -> dict[str, pa.Table]:
    """Return ``tables`` with the final ids in every column of ids."""
    wanted = {
        "meetings": {"meeting_id": links.meetings},
        "people": {"meeting_id": links.meetings, "person_id": links.people},
        "positions": {"person_id": links.people},
        "mentions": {"evidence": links.meetings},
        "organizations": {"host_of": links.meetings, "took_part_in": links.meetings},
    }
    result = dict(tables)
    for name, columns in wanted.items():
        for column, ids in columns.items():
            result[name] = replace_ids(result[name], column, ids)
    return result


def replace_ids(table: pa.Table, column: str, ids: Ids) -> pa.Table:
    """Return ``table`` with the ids in ``column`` replaced by the final ones.

    Args:
        table: Has the column ``document_id`` beside it.
        column: Ids, or strings that begin with an id and a colon (``ID:field:rule``), or lists
            of either; what ``ids`` does not know stays.
        ids: Document and id -> final id.
    """
    changed = {key: new for key, new in ids.items() if key[1] != new}
    if not changed:
        return table

    def final(document_id: str, value: str) -> str:
        key, colon, rest = value.partition(":")
        return changed.get((document_id, key), key) + colon + rest

    cells: list[object] = []
    documents = table.column("document_id").to_pylist()
    for document_id, cell in zip(documents, table.column(column).to_pylist(), strict=True):
        if isinstance(cell, list):
            cells.append([final(document_id, value) for value in cell])
        else:
            cells.append(None if cell is None else final(document_id, cell))
    at = table.schema.get_field_index(column)
    return table.set_column(
        at, table.schema.field(at), pa.array(cells, table.schema.field(at).type)
    )
