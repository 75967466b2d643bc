"""What linking was not sure of, side by side: the doubtful pairs and the weakest joins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from typing import Any, Final

import pyarrow as pa

from hoinghi.linking import COLUMNS, Clusters, Ids, Links, Pair, link

DOUBT_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    **COLUMNS,
    "documents": (*COLUMNS["documents"], "source"),
}
"""What the report reads of each table."""

DOUBTFUL, WEAKEST = "doubtful", "weakest join"
_SURE: Final = {"people": 4.0, "meetings": 6.5}  # joins from here on are no weak ones
_SHOWN_SOURCES: Final = 5

_Row = dict[str, Any]
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two people or meetings, all articles that were joined to it taken together.

    ``titles`` is the type of a meeting, ``bodies`` its hosts.
    """

    id: str
    name: str
    titles: tuple[str, ...]
    bodies: tuple[str, ...]
    places: tuple[str, ...]
    days: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two sides: ``outcome`` tells whether they stayed two or were joined on weak evidence."""

    kind: str
    outcome: str
    score: float
    reason: str
    first: Side
    second: Side


HEADER: Final = (
    *("kind", "outcome", "score", "reason"),
    *(f"{field.name}_{side}" for side in (1, 2) for field in fields(Side)),
)


def doubts(tables: Mapping[str, pa.Table], *, weakest: int = 20) -> list[Doubt]:
    """Link ``tables`` once more and return what was doubtful, then the weakest joins.

    Args:
        tables: The columns ``DOUBT_COLUMNS`` of finished tables.
        weakest: How many joins of people, and of meetings, to return at most.
    """
    links = link(tables)
    pages = _Pages(tables, {"people": links.people, "meetings": links.meetings})
    found: list[Doubt] = []
    for kind, clusters, keys in (
        ("people", links.person_clusters, _person_keys(links)),
        ("meetings", links.event_clusters, _event_keys(links)),
    ):
        home = {i: group for group in clusters.groups for i in group}
        for pair in sorted(clusters.doubtful, key=lambda p: -p.verdict.score):
            sides = (
                pages.side(kind, [key for i in home[number] for key in keys[i]])
                for number in (pair.first, pair.second)
            )
            found.append(_doubt(kind, DOUBTFUL, pair, sides))
        for pair in _weak(clusters, _SURE[kind])[:weakest]:
            sides = (pages.side(kind, keys[number]) for number in (pair.first, pair.second))
            found.append(_doubt(kind, WEAKEST, pair, sides))
    return found


def cells(found: Iterable[Doubt]) -> Iterator[list[object]]:
    """Yield the cells of a CSV line for each, in the order of ``HEADER``."""
    for doubt in found:
        yield [
            doubt.kind,
            doubt.outcome,
            doubt.score,
            doubt.reason,
            *(
                list(value) if isinstance(value, tuple) else value
                for side in (doubt.first, doubt.second)
                for value in astuple(side)
            ),
        ]


def lines(doubt: Doubt) -> Iterator[str]:
    """Yield the lines that show one doubt on the terminal."""
    yield f"{doubt.kind}: {doubt.outcome}, score {doubt.score:g}: {doubt.reason}"
    for side in (doubt.first, doubt.second):
        told = [side.name, ", ".join(side.titles), ", ".join(side.bodies), ", ".join(side.places)]
        told.append(" - ".join(dict.fromkeys((side.days[0], side.days[-1]))) if side.days else "")
        yield "  " + " | ".join(part for part in told if part)
        more = len(side.sources) - _SHOWN_SOURCES
        shown = ", ".join(side.sources[:_SHOWN_SOURCES])
        if shown:
            yield f"      {shown}" + (f" and {more} more" if more > 0 else "")


def _doubt(kind: str, outcome: str, pair: Pair, sides: Iterable[Side]) -> Doubt:
    return Doubt(kind, outcome, pair.verdict.score, pair.verdict.reason, *sides)


def _weak(clusters: Clusters, sure: float) -> list[Pair]:
    weak = [pair for pair in clusters.joined if pair.verdict.score < sure]
    return sorted(weak, key=lambda p: (p.verdict.score, p.first, p.second))


def _person_keys(links: Links) -> list[list[_Key]]:
    return [[(m.document_id, m.person_id) for m in person.members] for person in links.persons]


def _event_keys(links: Links) -> list[list[_Key]]:
    return [[(event.document_id, event.meeting_id)] for event in links.events]


class _Pages:
    """The rows of the tables by document and id, for showing them as they were written."""

    def __init__(self, tables: Mapping[str, pa.Table], ids: Mapping[str, Ids]) -> None:
        self._ids = ids
        documents = tables["documents"].to_pylist()
        self._sources = {row["document_id"]: row["source"] for row in documents}
        self._published = {row["document_id"]: row["published"] for row in documents}
        self._people = _keyed(tables["people"].to_pylist(), "person_id")
        self._posts = _keyed(tables["positions"].to_pylist(), "person_id")
        self._meetings = _keyed(tables["meetings"].to_pylist(), "meeting_id")

    def side(self, kind: str, keys: Sequence[_Key]) -> Side:
        """Return what is known of the people or meetings of ``keys``, taken as one."""
        rows = self._people if kind == "people" else self._meetings
        own = [row for key in keys for row in rows[key]]
        posts = [row for key in keys for row in self._posts[key]] if kind == "people" else own
        title, body = ("title", "organization") if kind == "people" else ("type", "hosts")
        events = [e for row in own for e in self._meetings[row["document_id"], row["meeting_id"]]]
        return Side(
            id=self._ids[kind][keys[0]],
            name=max((row["name"] for row in own), key=len),
            titles=_once(row[title] for row in posts),
            bodies=_once(each for row in posts for each in _listed(row[body])),
            places=_once(map(_place, events)),
            days=tuple(sorted(_once(map(self._day, own)))),
            sources=_once(self._sources.get(key[0]) for key in keys),
        )

    def _day(self, row: _Row) -> str | None:
        document_id = row["document_id"]
        events = self._meetings[document_id, row["meeting_id"]]
        day = (events[0]["start_date"] if events else None) or self._published.get(document_id)
        return day.isoformat() if day else None


def _keyed(rows: Iterable[_Row], column: str) -> defaultdict[_Key, list[_Row]]:
    groups: defaultdict[_Key, list[_Row]] = defaultdict(list)
    for row in rows:
        groups[row["document_id"], row[column]].append(row)
    return groups


def _place(row: _Row) -> str:
    levels = (row["village"], row["commune"], row["district"], row["province"])
    return ", ".join(name for name in levels if name)


def _listed(cell: str | list[str] | None) -> list[str]:
    return cell if isinstance(cell, list) else [cell] if cell else []


def _once(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
