"""The meetings as the page's script reads them: the table's columns, and blocks of details."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import pandas as pd

from hoinghi.markup import LABELS
from hoinghi.report.facts import Facts
from hoinghi.report.lists import paper_names, papers_of, records
from hoinghi.report.page.packing import Packed, clean, coded, coded_lists, flat_marks, pack

BLOCK: Final = 400
"""Meetings whose details stand in one block: one is inflated when a row of it is unfolded."""

MOST: Final = 60_000
"""Meetings in the table; what is older is in the workbook and the CSV files."""

SENTENCE: Final = 4_000
"""Characters of a sentence that are shown."""

_EPOCH: Final = date(1970, 1, 1)
_LABELS: Final = {label: i for i, label in enumerate(LABELS)}
_NOTES: Final = {
    "nameless": "Hội nghị chưa rõ tên",
    "unknown": "Chưa xác định được câu nói về hội nghị này; xin xem bài viết ở nguồn.",
    "left": (
        "Câu trích của hội nghị này không kèm theo trang, để trang mở được nhanh; "
        "xin xem bài viết ở nguồn. Các cột của hội nghị có đủ trong hoi-nghi.csv và bao-cao.xlsx."
    ),
    "labels": list(LABELS.values()),
}


def newest_first(meetings: pd.DataFrame) -> pd.DataFrame:
    """Return at most ``MOST`` meetings, the last day first, those without a day at the end."""
    days = [_days(day) for day in meetings["start_date"]]
    order = sorted(range(len(days)), key=lambda i: (days[i] is None, -(days[i] or 0), i))
    return meetings.iloc[order[:MOST]].reset_index(drop=True)


def table(meetings: pd.DataFrame, facts: Facts) -> str:
    """Return the packed columns of the table.

    Args:
        meetings: From ``newest_first``.
        facts: The facts of the report.
    """
    rows: list[Any] = list(meetings.itertuples(index=False))
    columns = {
        "day": {"list": [_days(row.start_date) for row in rows]},
        "last": {"list": [_days(row.end_date) for row in rows]},
        "month": {"list": [_months(row.month) for row in rows]},
        "when": coded(row.when_text for row in rows),
        "time": coded(_joined(row.day_part, _hour(row.start_time)) for row in rows),
        "name": {"list": [clean(row.name) for row in rows]},
        "kind": coded(row.type for row in rows),
        **_places(rows),
        "host": coded("; ".join(row.hosts) for row in rows),
        "chair": coded("; ".join(row.chairs) for row in rows),
        "people": {"list": [int(row.people) for row in rows]},
        "directives": _directives(rows, facts),
        "topics": coded_lists(row.topics for row in rows),
        "reasons": coded_lists(row.reasons for row in rows),
    }
    return pack({"rows": len(rows), "block": BLOCK, "notes": _NOTES, "columns": columns})


def _directives(rows: list[Any], facts: Facts) -> Packed:
    """Return the directives of each row: several papers may have one number."""
    papers = papers_of(facts)
    names = paper_names(papers)
    taken: defaultdict[str, list[str]] = defaultdict(list)
    for row in records(facts.directives):
        taken[row["meeting_id"]].append(row["paper"])
    found = coded_lists(taken[row.meeting_id] for row in rows)
    keys = list(dict.fromkeys(key for row in rows for key in taken[row.meeting_id]))
    found["values"] = [clean(names[key]) for key in keys]
    found["titles"] = [clean(papers[key]["title"]) for key in keys]
    return found


def _places(rows: list[Any]) -> dict[str, Packed]:
    several = len({row.unit_province for row in rows}) > 1
    units = [(row.unit_commune, row.unit_district, row.unit_province) for row in rows]
    return {
        "place": coded(_joined(*(unit if several else unit[:2])) or unit[2] for unit in units),
        "unit": coded(_joined(*unit) if unit[0] else None for unit in units),
        "province": coded(row.unit_province for row in rows),
        "venue": coded(_joined(row.venue, row.village) for row in rows),
        "then": coded(_joined(row.commune, row.district, row.province) for row in rows),
        "now": coded(_joined(row.current_commune, row.current_province) for row in rows),
    }


def details(meetings: pd.DataFrame, facts: Facts, room: int) -> tuple[list[str], int]:
    """Return the packed details of every ``BLOCK`` meetings, and how many have their sentence.

    Args:
        meetings: From ``newest_first``.
        facts: The facts of the report.
        room: Characters that all blocks may have together. When they would have more, the
            sentences of the oldest meetings are left out.
    """
    blocks = list(_blocks(meetings, _people(facts.people)))
    packed = [pack(block) for block in blocks]
    room -= sum(map(len, packed))
    kept = len(blocks)
    while room < 0 and kept > 0:
        kept -= 1
        short = pack(_without_sentences(blocks[kept]))
        room += len(packed[kept]) - len(short)
        packed[kept] = short
    return packed, min(kept * BLOCK, len(meetings))


def _blocks(meetings: pd.DataFrame, people: dict[str, list[str]]) -> Iterator[Packed]:
    rows: list[Any] = list(meetings.itertuples(index=False))
    for start in range(0, len(rows), BLOCK):
        part = rows[start : start + BLOCK]
        yield {
            "kept": True,
            "sentence": [clean(row.sentence, SENTENCE) for row in part],
            "marks": [
                flat_marks((row.sentence or "")[:SENTENCE], row.marks, _LABELS) for row in part
            ],
            "people": [people.get(row.meeting_id, []) for row in part],
            "sources": [[clean(source) for source in row.sources if source] for row in part],
        }


def _without_sentences(block: Packed) -> Packed:
    nothing = [None] * len(block["sentence"])
    return {**block, "kept": False, "sentence": nothing, "marks": [[] for _ in nothing]}


def _people(people: pd.DataFrame) -> dict[str, list[str]]:
    """Return by meeting: name, what is said of the person, name, ..."""
    found: dict[str, list[str]] = {}
    for row in people.itertuples(index=False):
        person: Any = row
        role = f"({person.role})" if person.role else None
        posts = _joined(*person.positions, separator="; ")
        told = _joined(posts, role, separator=" ") if posts else None
        name = _joined(person.honorific, person.name, None if posts else role, separator=" ")
        found.setdefault(person.meeting_id, []).extend((clean(name) or "", clean(told) or ""))
    return found


def _joined(*parts: str | None, separator: str = ", ") -> str | None:
    return separator.join(part for part in parts if part) or None


def _days(value: object) -> int | None:
    return (value - _EPOCH).days if isinstance(value, date) and not pd.isna(value) else None


def _hour(time: str | None) -> str | None:
    """Return ``08:30`` as ``8 giờ 30``, ``14:00`` as ``14 giờ``."""
    hour, _, minute = (time or "").partition(":")
    if not (hour.isdecimal() and minute[:2].isdecimal()):
        return time
    return f"{int(hour)} giờ {minute[:2]}".removesuffix(" 00")


def _months(value: str | None) -> int | None:
    year, _, month = (value or "").partition("-")
    if not (year.isdecimal() and month.isdecimal()):
        return None
    return int(year) * 12 + int(month) - 1
