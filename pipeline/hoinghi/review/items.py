"""The rows to be checked: those that the report's definition names, and those decided on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from hoinghi.corrections import Decision, applied
from hoinghi.corrections.decisions import MEETINGS, PEOPLE
from hoinghi.markup import harmless
from hoinghi.report.doubts import PERSON, REASONS, doubtful_person, meeting_reasons
from hoinghi.report.joining import joined
from hoinghi.report.persons import ROLES
from hoinghi.review.folder import Folder
from hoinghi.tables import SCHEMAS
from hoinghi.text import squeeze

Place = tuple[str, str, str]
"""Table, document and id of a row."""

_LONGEST: Final = 160
# What the reasons depend on.
_MEETING: Final = (
    *("meeting_id", "document_id", "name", "start_date", "province", "commune", "level"),
    "confidence",
)
_PERSON: Final = ("document_id", "meeting_id", "person_id", "name", "role", "confidence")


@dataclass(frozen=True, slots=True)
class Item:
    """A row to be checked.

    Attributes:
        table: ``meetings`` or ``people``.
        document: Its article.
        row_id: Its ``meeting_id`` or ``person_id``.
        name: Of the meeting or the person, for the list.
        reasons: Codes of why (``hoinghi.report.doubts.REASONS``).
    """

    table: str
    document: str
    row_id: str
    name: str
    reasons: tuple[str, ...]

    @property
    def place(self) -> Place:
        """Return what the item is known by."""
        return self.table, self.document, self.row_id


def items(folder: Folder) -> list[Item]:
    """Return the rows to be checked, in the order of the articles.

    A meeting that several articles tell of is one item: the row that its name comes from. What was
    decided on stays in the list, also where the tables no longer tell why it was there.
    """
    decided = applied(folder.out).decided
    found = {item.place: item for item in (*_meetings(folder), *_people(folder))}
    for place, decision in decided.items():
        table, document, key = place
        name = decision.target.name
        found[place] = Item(table, document, key, _short(name), decision.reasons)
    order = {key: number for number, key in enumerate(folder.documents)}
    tables = (MEETINGS, PEOPLE)
    return sorted(found.values(), key=lambda i: (order.get(i.document, -1), tables.index(i.table)))


def _meetings(folder: Folder) -> Iterator[Item]:
    told: Counter[str] = Counter()
    for batch in folder.batches(MEETINGS, ["meeting_id"]):
        told.update(batch["meeting_id"].to_pylist())
    again = pa.array([key for key, count in told.items() if count > 1], pa.string())
    several: list[dict[str, Any]] = []
    for batch in folder.batches(MEETINGS, SCHEMAS[MEETINGS].names):
        is_again = pc.is_in(batch["meeting_id"], value_set=again)
        several += batch.filter(is_again).to_pylist()
        for row in batch.filter(pc.invert(is_again)).select(_MEETING).to_pylist():
            yield from _meeting(row)
    for row in joined(several):
        yield from _meeting(row)


def _meeting(row: dict[str, Any]) -> Iterator[Item]:
    if reasons := meeting_reasons(row):
        name = _short(row["name"])
        yield Item(MEETINGS, row["document_id"], row["meeting_id"], name, tuple(reasons))


def _people(folder: Folder) -> Iterator[Item]:
    present = pa.array(ROLES, pa.string())
    found: dict[tuple[str, str], dict[str, Any]] = {}
    sure: set[tuple[str, str]] = set()
    for batch in folder.batches(PEOPLE, _PERSON):
        for row in batch.filter(pc.is_in(batch["role"], value_set=present)).to_pylist():
            key = row["meeting_id"], row["person_id"]
            if row["meeting_id"] is None:
                continue
            if not doubtful_person(row):
                sure.add(key)
            elif (row["confidence"] or 0) > (found.setdefault(key, row)["confidence"] or 0):
                found[key] = row
    for key, row in found.items():
        if key not in sure:  # no other article is sure of them
            yield Item(PEOPLE, row["document_id"], row["person_id"], _short(row["name"]), (PERSON,))


def _short(name: str) -> str:
    shown = squeeze(harmless(name))
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"


def reason_texts() -> dict[str, str]:
    """Return what each reason that an item can have is called."""
    return {code: text for code, text in REASONS.items() if code != "unread"}


def status_of(decision: Decision | None) -> str:
    """Return what is decided on a row: an action, or nothing."""
    return decision.action if decision is not None and decision.stands else ""
