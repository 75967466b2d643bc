"""One row a meeting out of the rows of all articles that tell of it.

Values that belong together stay together: day with hour, village with province. Of each such
group that of a certain row is taken (people decided on it), else the fullest, and among equally
full ones that of the surest row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from hoinghi.report.tables import Row

_DAY: Final = ("when", "start_date", "end_date", "start_time", "day_part")
_PLACE: Final = (
    *("place_text", "village", "commune", "district", "province", "place_code"),
    *("current_commune", "current_province", "current_place_code"),
)
_SINGLE: Final = ("type", "venue", "level")
_LISTS: Final = ("hosts", "topics")


def joined(rows: Iterable[Row]) -> list[Row]:
    """Return one row for each ``meeting_id``, with all its articles in ``documents``.

    ``document_id`` is the article that the name comes from, the first of ``documents``.

    Args:
        rows: Rows of the table ``meetings``.
    """
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["meeting_id"]].append(row)
    return [_one(group) for group in groups.values()]


def _one(group: Sequence[Row]) -> Row:
    if len(group) == 1:
        group[0]["documents"] = [group[0]["document_id"]]
        return group[0]
    surest = sorted(group, key=lambda row: -(row["confidence"] or 0))  # stable: earlier first
    found = dict(surest[0])
    found["documents"] = list(dict.fromkeys(row["document_id"] for row in surest))
    for fields, fullness in ((_DAY, _of_day), (_PLACE, _of_place)):
        best = max(surest, key=lambda row: _rank(row, fullness))
        found |= {field: best[field] for field in fields}
    for field in _SINGLE:
        found[field] = next((row[field] for row in surest if row[field] is not None), None)
    for field in _LISTS:
        found[field] = list(dict.fromkeys(one for row in surest for one in row[field] or ()))
    return found


def _rank(row: Row, fullness: Callable[[Row], tuple[bool, ...]]) -> tuple[bool, ...]:
    """Return how good a row's values are; what is certain, as people decided, beats fuller ones."""
    full = fullness(row)
    return any(full), row["confidence"] == 1.0, *full


def _of_day(row: Row) -> tuple[bool, bool, bool, bool]:
    day, when = row["start_date"] is not None, row["when"] is not None
    return day, when, row["start_time"] is not None, row["day_part"] is not None


def _of_place(row: Row) -> tuple[bool, ...]:
    # Since the reform there are no districts, so a commune tells more than one does.
    return tuple(row[level] is not None for level in ("province", "commune", "district", "village"))
