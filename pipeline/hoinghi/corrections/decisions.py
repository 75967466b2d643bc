"""A decision on one row of the tables: what it is about, what was decided, by whom and when."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

ACCEPT, CORRECT, REJECT, WITHDRAW = "accept", "correct", "reject", "withdraw"
ACTIONS: Final = (ACCEPT, CORRECT, REJECT, WITHDRAW)

MEETINGS, PEOPLE = "meetings", "people"
FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    MEETINGS: ("name", "type", "when", "venue", "village", "place", "hosts"),
    PEOPLE: ("name", "role", "positions"),
}
"""What can be corrected of a row of each table.

``when`` is a TIMEX3 value, ``place`` the full name of a unit (``Xã A, Huyện B, Tỉnh C``), ``hosts``
a list of names; ``positions`` a list of objects with ``title``, ``organization`` and ``former``.
All else of a row follows from these.
"""

Key = tuple[str, str, str, str]
"""Document, table, and the row's id and name at the time of the first decision on it."""


@dataclass(frozen=True, slots=True)
class Target:
    """The row that a decision is about, told so that a later run finds it again.

    ``row_id`` is its ``meeting_id`` or ``person_id`` when it was first decided on. ``name`` is
    what the machine read there, ``start`` and ``end`` where in the article; with another model or
    with more articles the id may be another one, these stay.
    """

    document_id: str
    table: str
    row_id: str
    name: str
    start: int | None = None
    end: int | None = None

    @property
    def key(self) -> Key:
        """Return what all decisions on one row share."""
        return self.document_id, self.table, self.row_id, self.name


@dataclass(frozen=True, slots=True)
class Change:
    """A corrected field; ``start`` and ``end`` where the article says so, if that was marked."""

    before: Any
    after: Any
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided on a row.

    Attributes:
        id: Differs from that of every other decision.
        target: The row.
        action: One of ``ACTIONS``.
        fields: Corrected values by name (see ``FIELDS``), against those of the machine: a later
            decision replaces all of an earlier one.
        who: Name of who decided.
        when: ISO 8601, with its zone.
        note: What they want to say about it.
        after: Id of the decision on this row that they had seen, empty for none.
        reasons: Why the row was to be checked (codes).
    """

    id: str
    target: Target
    action: str
    fields: Mapping[str, Change] = field(default_factory=lambda: MappingProxyType({}))
    who: str = ""
    when: str = ""
    note: str = ""
    after: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether it says something about its row, which a withdrawal does not."""
        return self.action != WITHDRAW


def to_line(decision: Decision) -> bytes:
    """Return ``decision`` as a line of ``corrections.jsonl``, its end included."""
    target = decision.target
    told = {
        "id": decision.id,
        "document_id": target.document_id,
        "table": target.table,
        "row": {
            "id": target.row_id,
            "name": target.name,
            "start": target.start,
            "end": target.end,
        },
        "action": decision.action,
        "fields": {name: _told(change) for name, change in decision.fields.items()},
        "who": decision.who,
        "when": decision.when,
        "note": decision.note,
        "after": decision.after,
        "reasons": list(decision.reasons),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _told(change: Change) -> dict[str, Any]:
    told = {"from": change.before, "to": change.after}
    if change.start is not None:
        told |= {"start": change.start, "end": change.end}
    return told


def from_line(line: bytes) -> Decision:
    """Return the decision of a line.

    Raises:
        ValueError: It is none, or one that this version does not know.
    """
    told = json.loads(line)
    try:
        row = told["row"]
        target = Target(
            told["document_id"], told["table"], row["id"], row["name"], row["start"], row["end"]
        )
        made = Decision(
            id=told["id"],
            target=target,
            action=told["action"],
            fields={name: _change(change) for name, change in told["fields"].items()},
            who=told["who"],
            when=told["when"],
            note=told.get("note", ""),
            after=told.get("after", ""),
            reasons=tuple(told.get("reasons", ())),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{error} is missing or wrong") from error
    _check(made)
    return made


def _change(told: Mapping[str, Any]) -> Change:
    return Change(told["from"], told["to"], told.get("start"), told.get("end"))


def _check(decision: Decision) -> None:
    target = decision.target
    texts = (*target.key, decision.id, decision.who, decision.when, decision.note)
    if not all(isinstance(text, str) for text in texts):
        raise ValueError("an id, a name or a note is no text")
    if target.table not in FIELDS:
        raise ValueError(f"nothing is decided on the table {target.table!r}")
    if decision.action not in ACTIONS:
        raise ValueError(f"the action {decision.action!r} is unknown")
    if unknown := decision.fields.keys() - set(FIELDS[target.table]):
        raise ValueError(f"{target.table} have no field {min(unknown)!r}")
    for name, change in decision.fields.items():
        if problem := wrong(name, change.after):
            raise ValueError(problem)


def wrong(name: str, value: object) -> str:
    """Return what keeps ``value`` from being that of a field, nothing where it can be."""
    if name == "hosts":
        fine = isinstance(value, list) and all(isinstance(one, str) and one for one in value)
    elif name == "positions":
        fine = isinstance(value, list) and all(map(_is_position, value))
    elif name in {"name", "type", "role"}:
        fine = isinstance(value, str) and bool(value)
    else:
        fine = value is None or (isinstance(value, str) and bool(value))
    return "" if fine else f"{name} cannot be {value!r}"


def _is_position(value: object) -> bool:
    if not isinstance(value, Mapping) or value.keys() != {"title", "organization", "former"}:
        return False
    title, body = value["title"], value["organization"]
    texts = all(one is None or (isinstance(one, str) and one) for one in (title, body))
    return texts and bool(title or body) and isinstance(value["former"], bool)
