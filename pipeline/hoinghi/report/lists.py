"""The rows of the sheets on meetings, people, bodies, and what is to be checked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

import pandas as pd

from hoinghi.report.collation import order, unit_order
from hoinghi.report.counting import label
from hoinghi.report.facts import Facts
from hoinghi.report.tables import Row
from hoinghi.report.vietnamese import shortened

MOST_NAMED: Final = 50
"""So many names stand in one cell; the others are counted."""

NO_OFFICE: Final = "chưa rõ cơ quan ban hành"

_PAPER: Final = ("directive_id", "kind", "title", "issuer", "date")
_SPLIT: Final = 4  # a commune that became more than these is not told by names
_ROLES: Final = {
    "chủ trì": "chaired",
    "phát biểu": "spoke",
    "tham dự": "attended",
    "được bầu": "elected",
    "khen thưởng": "praised",
}
_WHEN_AND_WHERE: Final = (
    *("meeting_id", "start_date", "unit_commune", "unit_district", "unit_province", "cover"),
    *("current_communes", "current_province"),
)
_SAME: Final = (
    *("start_date", "when_text", "day_part", "start_time", "name", "type", "venue", "village"),
    *("commune", "district", "province", "current_province", "level", "people", "confidence"),
    "meeting_id",
)


def records(frame: pd.DataFrame) -> Iterator[Row]:
    """Yield the rows of a frame of ``Facts`` as dictionaries, their values as they are."""
    names = [str(name) for name in frame.columns]
    for values in zip(*(frame[name].tolist() for name in names), strict=True):
        yield dict(zip(names, values, strict=True))


def meeting_sheet_rows(facts: Facts) -> Iterator[Row]:
    """Yield the rows of ``hoi-nghi``."""
    for row in records(facts.meetings):
        found = {name: row[name] for name in _SAME}
        ended = row["end_date"]
        yield found | {
            "end_date": ended if ended != row["start_date"] else None,
            "current_commune": row["current_commune"] or _one_of(row["current_communes"]),
            "hosts": "; ".join(row["hosts"]),
            "chairs": "; ".join(row["chairs"]),
            "directives": "; ".join(row["directives"]),
            "topics": "; ".join(row["topics"]),
            "articles": max(1, len(row["sources"])),
            "source": row["sources"][0] if row["sources"] else None,
            "other_sources": shortened(row["sources"][1:], MOST_NAMED, "nguồn"),
            "reasons": "; ".join(row["reasons"]),
        }


def _one_of(communes: Sequence[str]) -> str | None:
    """Return what a commune that was split became, one of which the place is."""
    return " hoặc ".join(communes) if 1 < len(communes) <= _SPLIT else None


def people_rows(facts: Facts) -> list[Row]:
    """Return the rows of ``dai-bieu``: who was named as present, the most often first."""
    meetings = by_id(facts)
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in records(facts.people):
        groups[row["person_id"]].append(row)
    found = []
    for person_id, rows in groups.items():
        attended = [meetings[row["meeting_id"]] for row in rows]
        roles = Counter(_ROLES[row["role"]] for row in rows)
        posts = dict.fromkeys(post for row in rows for post in row["positions"])
        counts: Row = {name: roles[name] for name in _ROLES.values()}
        found.append(
            counts
            | first_and_last(attended)
            | {
                "person_id": person_id,
                "name": most_common(row["name"] for row in rows),
                "honorific": most_common(row["honorific"] for row in rows),
                "positions": shortened(list(posts), MOST_NAMED, "chức vụ"),
                "meetings": len(rows),
                "communes": shortened(units_of(attended), MOST_NAMED, "xã"),
            }
        )
    return sorted(found, key=lambda row: (-row["meetings"], order(row["name"]), row["person_id"]))


def body_sheet_rows(facts: Facts) -> list[Row]:
    """Return the rows of ``to-chuc``: who held meetings or took part, the most active first."""
    meetings = by_id(facts)
    named = _people_by_post(facts)
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in records(facts.bodies):
        groups[row["body_id"]].append(row)
    found = []
    for rows in groups.values():
        hosted = sum(row["hosted"] for row in rows)
        people = {one for row in rows for one in named.get((row["body"], row["meeting_id"]), ())}
        found.append(
            {name: rows[0][name] for name in ("body", "kind", "level", "place")}
            | first_and_last([meetings[row["meeting_id"]] for row in rows])
            | {"meetings": len(rows), "hosted": hosted, "joined": len(rows) - hosted}
            | {"people": len(people)}
        )
    return sorted(found, key=_by_activity)


def _by_activity(body: Row) -> tuple[object, ...]:
    return -body["meetings"], -body["hosted"], order(body["body"]), body["place"] or ""


def check_rows(facts: Facts) -> Iterator[Row]:
    """Yield the rows of ``can-kiem-tra``."""
    return records(facts.doubts)


def by_id(facts: Facts) -> Mapping[str, Row]:
    """Return the days and places of the meetings of ``facts`` by their keys."""
    return {row["meeting_id"]: row for row in records(facts.meetings[list(_WHEN_AND_WHERE)])}


def first_and_last(meetings: Iterable[Row]) -> Row:
    """Return the first and the last known day of ``meetings``."""
    days: list[date] = [row["start_date"] for row in meetings if row["start_date"] is not None]
    return {"first_date": min(days, default=None), "last_date": max(days, default=None)}


def units_of(meetings: Iterable[Row]) -> list[str]:
    """Return the communes of ``meetings`` by their full names, each once and in order."""
    return sorted({name for row in meetings if (name := unit_name(row))}, key=unit_order)


def unit_name(meeting: Row) -> str | None:
    """Return the full name of the commune that a meeting counts under.

    ``None`` where the province is not known: many communes have one name.
    """
    if not meeting["unit_commune"] or not meeting["unit_province"]:
        return None
    return label(meeting["unit_commune"], meeting["unit_district"], meeting["unit_province"])


def most_common(values: Iterable[str | None]) -> str | None:
    """Return the value that comes most often, the first of those that come as often."""
    counts = Counter(value for value in values if value)
    return counts.most_common(1)[0][0] if counts else None


def papers_of(facts: Facts) -> dict[str, Row]:
    """Return what is known of each directive, by its key ``paper``."""
    found: dict[str, Row] = {}
    for row in records(facts.directives):
        known = found.setdefault(row["paper"], {name: row[name] for name in _PAPER})
        known |= {name: row[name] for name in _PAPER if known[name] is None}
    return found


def paper_names(papers: Mapping[str, Row]) -> dict[str, str]:
    """Return the numbers of papers by key, with office and year where several have one number."""
    counts = Counter(row["directive_id"] for row in papers.values())
    return {
        key: row["directive_id"] if counts[row["directive_id"]] == 1 else _told_apart(row)
        for key, row in papers.items()
    }


def _told_apart(paper: Row) -> str:
    year = f", năm {paper['date'].year}" if paper["date"] else ""
    return f"{paper['directive_id']} ({paper['issuer'] or NO_OFFICE}{year})"


def _people_by_post(facts: Facts) -> Mapping[tuple[str, str], set[str]]:
    """Return who was present for a body, by the body's name and the meeting."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for row in records(facts.people):
        for body in row["bodies"]:
            found[body, row["meeting_id"]].add(row["person_id"])
    return found
