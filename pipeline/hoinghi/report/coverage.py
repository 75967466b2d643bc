"""How far directives have been taken up: at which meetings, by whom, and where not yet."""

from __future__ import annotations

from collections import defaultdict

from hoinghi.report.collation import order, unit_order
from hoinghi.report.facts import Facts
from hoinghi.report.lists import MOST_NAMED, by_id, first_and_last, papers_of, records
from hoinghi.report.tables import Row
from hoinghi.report.vietnamese import shortened


def directive_rows(facts: Facts) -> list[Row]:
    """Return the rows of ``van-ban``, what was taken up at most meetings first.

    A commune has taken a directive up if it came up at a meeting that was held there. Of a
    commune that was split nobody can tell which part it was; so none of the parts is listed among
    those that have not.
    """
    meetings = by_id(facts)
    bodies: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in records(facts.bodies):
        bodies[row["meeting_id"]][row["body_id"]] = row["body"]
    area = list(facts.communes["label"])
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in records(facts.directives):
        groups[row["paper"]].append(row)
    papers = papers_of(facts)
    found = []
    for paper, rows in groups.items():
        told = [meetings[row["meeting_id"]] for row in rows]
        seen = {row["cover"] for row in told if row["cover"]}
        maybe = {name for row in told for name in _possible(row)}
        missing = [name for name in area if name not in seen and name not in maybe]
        took = {key: name for row in told for key, name in bodies[row["meeting_id"]].items()}
        found.append(
            papers[paper]
            | first_and_last(told)
            | {
                "meetings": len(rows),
                "commune_count": len(seen),
                "body_count": len(took),
                "communes": shortened(sorted(seen, key=unit_order), MOST_NAMED, "xã"),
                "bodies": shortened(sorted(took.values(), key=order), MOST_NAMED, "tổ chức"),
                "missing_count": len(missing),
                "missing": shortened(missing, MOST_NAMED, "xã"),
            }
        )
    return sorted(found, key=lambda row: (-row["meetings"], row["directive_id"]))


def _possible(meeting: Row) -> list[str]:
    """Return today's communes of which a meeting in a commune that was split is in one."""
    communes = meeting["current_communes"]
    if meeting["cover"] or len(communes) < 2:
        return []
    province = meeting["current_province"]
    return [f"{name}, {province}" if province else name for name in communes]
