"""Corrected fields in a row: all columns that follow from a field agree with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from hoinghi.corrections.decisions import Change
from hoinghi.corrections.places import columns, full_name, placed, places_of
from hoinghi.stages.meetings.kinds import level_of, topics_of
from hoinghi.tables.timex import calendar
from hoinghi.text import fold

Row = dict[str, Any]


def meeting(row: Mapping[str, Any], fields: Mapping[str, Change], published: date | None) -> Row:
    """Return a row of ``meetings`` with the corrected ``fields``.

    ``when`` gives days, hour and part of the day; ``place`` and ``village`` give every column of
    the place, codes and today's units by the gazetteer; ``name`` gives the topics. What the
    article says of the place stays only where it is the new one's name.
    """
    made = dict(row)
    to = {name: change.after for name, change in fields.items()}
    for field in ("name", "type", "venue"):
        if field in to:
            made[field] = to[field]
    if "name" in to:
        made["topics"] = list(topics_of(to["name"]))
    if "when" in to:
        made |= {"when": to["when"], **calendar(to["when"])}
    if "hosts" in to:
        made["hosts_text"] = _texts(row, to["hosts"])
        made["hosts"] = list(to["hosts"])
    day = made["start_date"] or published or date.today()
    if to.keys() & {"place", "village"}:
        name: str | None = to["place"] if "place" in to else full_name(row)
        made |= columns(placed(name, to.get("village", row["village"]), day))
        text = row["place_text"]
        if not (text and fold(text) in fold(f"{made['village'] or ''}, {name or ''}")):
            made["place_text"] = None
    if to.keys() & {"place", "village", "hosts"}:
        made["level"] = level_of(tuple(made["hosts"]), places_of(made))
    return made


def _texts(row: Mapping[str, Any], hosts: Sequence[str]) -> list[str]:
    """Return how the article writes those of ``hosts`` that the machine had found, too."""
    if len(row["hosts"]) != len(row["hosts_text"]):
        return []
    texts = dict(zip(row["hosts"], row["hosts_text"], strict=True))
    return [texts[host] for host in hosts if host in texts]


def person(row: Mapping[str, Any], fields: Mapping[str, Change]) -> Row:
    """Return a row of ``people`` with the corrected ``fields``."""
    made = dict(row)
    for name in ("name", "role"):
        if name in fields:
            made[name] = fields[name].after
    return made


def positions(
    who: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], fields: Mapping[str, Change]
) -> list[Row]:
    """Return the rows of ``positions`` of a person.

    Args:
        who: Their row of ``people`` after correction.
        rows: What the machine found.
        fields: What was corrected.
    """
    if "positions" not in fields:
        return [{**row, "name": who["name"]} for row in rows]
    return [_position(who, rows, post) for post in fields["positions"].after]


def _position(
    who: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], post: Mapping[str, Any]
) -> Row:
    title, body = post["title"], post["organization"]
    made: Row = {
        "document_id": who["document_id"],
        "person_id": who["person_id"],
        "name": who["name"],
        "title": title,
        "title_text": next((r["title_text"] for r in rows if r["title"] == title), None),
        "organization": body,
        "organization_text": next(
            (r["organization_text"] for r in rows if r["organization"] == body), None
        ),
        "former": post["former"],
    }
    return made
