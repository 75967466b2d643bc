"""Which bodies held a meeting or came to it, after a document's rows were corrected."""

from __future__ import annotations

from functools import cache
from typing import Any

from hoinghi.corrections.rows import Rows
from hoinghi.resources.bodies import Body, Trie, body_trie, tokenize
from hoinghi.stages.meetings.kinds import level_of
from hoinghi.tables import digest
from hoinghi.text import fold, squeeze

_JOINED = "took_part_in"
Pairs = dict[tuple[str, str], None]
"""Names of bodies and ids of meetings, in the order of the rows."""


def hosting(rows: Rows) -> Pairs:
    """Return which body holds which meeting, as the rows of meetings tell."""
    return {(host, row["meeting_id"]): None for row in rows["meetings"] for host in row["hosts"]}


def joining(rows: Rows) -> Pairs:
    """Return which body came to which meeting: by its named people, and by groups."""
    events = {row["person_id"]: row["meeting_id"] for row in rows["people"]}
    found: Pairs = {}
    for post in rows["positions"]:
        event = events.get(post["person_id"])
        if event and post["organization"] and not post["former"]:
            found[post["organization"], event] = None
    for mention in rows["mentions"]:
        for evidence in mention["evidence"] or ():
            event, _, field = evidence.partition(":")
            if field.startswith(f"{_JOINED}:"):
                found[mention["norm"], event] = None
    return found


def settled(before: Rows, after: Rows) -> list[dict[str, Any]]:
    """Return the rows of ``organizations`` after correction.

    Only what changed is touched. A body that the article's rows did not have gets one.
    """
    organizations = [dict(row) for row in before["organizations"]]
    for column, told in (("host_of", hosting), (_JOINED, joining)):
        old, new = told(before), told(after)
        if old.keys() == new.keys():
            continue
        for name in dict.fromkeys(name for name, event in new if (name, event) not in old):
            if all(row["name"] != name for row in organizations):
                organizations.append(_made(before, name))
        for row in organizations:
            gone = {event for name, event in old.keys() - new.keys() if name == row["name"]}
            kept = [event for event in row[column] or () if event not in gone]
            come = [
                event for name, event in new if name == row["name"] and (name, event) not in old
            ]
            row[column] = list(dict.fromkeys((*kept, *come)))
    return organizations


def _made(rows: Rows, name: str) -> dict[str, Any]:
    body = _body(name)
    return {
        "document_id": rows["documents"][0]["document_id"],
        "organization_id": digest(fold(squeeze(name)), ""),
        "name": name,
        "text": [],
        "kind": body.kind if body else "khác",
        "level": (body.level if body else None) or level_of((name,), ()),
        "place": None,
        "place_code": None,
        "mentions": 0,
        "host_of": [],
        _JOINED: [],
    }


def _body(name: str) -> Body | None:
    """Return what the lexicon knows of a body by the beginning of its name."""
    matches = _bodies().matches(tokenize(name), 0)
    return matches[0][1] if matches else None


@cache
def _bodies() -> Trie[Body]:
    return body_trie()
