"""Decisions laid over the rows that the machine gave one document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hoinghi.corrections.bodies import settled
from hoinghi.corrections.decisions import MEETINGS, PEOPLE, REJECT, Change, Decision
from hoinghi.corrections.fields import meeting, person, positions
from hoinghi.corrections.mentions import corrected as corrected_mentions
from hoinghi.corrections.rows import IDS, Rows, found
from hoinghi.corrections.store import standing
from hoinghi.tables import NO_MEETING, OK

_NONE: Mapping[str, Change] = {}
Chosen = Mapping[tuple[str, str], Decision]
"""Table and id of a row -> the decision that holds for it."""


@dataclass(frozen=True, slots=True)
class Overlaid:
    """The rows of a document as people decided.

    Attributes:
        rows: In every table.
        matched: Which decision holds for which row, by table and id.
        lost: Decisions whose row is no longer there.
    """

    rows: Rows
    matched: Chosen
    lost: tuple[Decision, ...]


def overlay(rows: Rows, decisions: Iterable[Decision]) -> Overlaid:
    """Return the ``rows`` of one document with the ``decisions`` on it.

    Args:
        rows: What the machine found; they stay as they are.
        decisions: Oldest first; of those on one row the last holds, and none after a withdrawal.
    """
    holding = list(reversed(standing(decisions).values()))
    rejected = {decision.target.key for decision in holding if decision.action == REJECT}
    where = found((decision.target for decision in holding), rows, rejected)
    matched = {
        (d.target.table, where[d.target.key][IDS[d.target.table]]): d
        for d in holding
        if d.target.key in where
    }
    lost = tuple(d for d in holding if d.target.key not in where)
    return Overlaid(_made(rows, matched) if matched else rows, matched, lost)


def _made(rows: Rows, matched: Chosen) -> Rows:
    made = dict(rows)
    made["meetings"] = _meetings(rows, matched)
    made["people"] = _people(rows, matched, {row["meeting_id"] for row in made["meetings"]})
    made["positions"] = _positions(rows, matched, made["people"])
    made["mentions"] = corrected_mentions(rows, matched)
    made["organizations"] = settled(rows, made)
    if rows["meetings"] and not made["meetings"]:
        made["documents"] = [
            {**row, "status": NO_MEETING if row["status"] == OK else row["status"]}
            for row in rows["documents"]
        ]
    return made


def _meetings(rows: Rows, matched: Chosen) -> list[dict[str, Any]]:
    published = rows["documents"][0]["published"]
    made = []
    for row in rows["meetings"]:
        decision = matched.get((MEETINGS, row["meeting_id"]))
        if decision is None:
            made.append(row)
        elif decision.action != REJECT:
            made.append({**meeting(row, decision.fields, published), "confidence": 1.0})
    if made and not any(row["main"] for row in made) and any(r["main"] for r in rows["meetings"]):
        made[0] = {**made[0], "main": True}  # an article has a main meeting if it has any
    return made


def _people(rows: Rows, matched: Chosen, events: set[str]) -> list[dict[str, Any]]:
    made = []
    for row in rows["people"]:
        if row["meeting_id"] not in events:
            row = {**row, "meeting_id": None}  # noqa: PLW2901
        decision = matched.get((PEOPLE, row["person_id"]))
        if decision is None:
            made.append(row)
        elif decision.action != REJECT:
            made.append({**person(row, decision.fields), "confidence": 1.0})
    return made


def _positions(
    rows: Rows, matched: Chosen, people: Iterable[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    made = []
    for who in people:
        decision = matched.get((PEOPLE, who["person_id"]))
        own = [row for row in rows["positions"] if row["person_id"] == who["person_id"]]
        made += own if decision is None else positions(who, own, decision.fields)
    return made
