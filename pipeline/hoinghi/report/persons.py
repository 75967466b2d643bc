"""Who was named as present at the meetings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from hoinghi.report.tables import Row

_Posts = defaultdict[tuple[str, str], list[tuple[str, str | None]]]  # in words; of which body

ROLES = ("chủ trì", "phát biểu", "tham dự", "được bầu", "khen thưởng")
"""The roles of those present, the weightiest first; who was merely mentioned is not present."""

CHAIR = ROLES[0]


def persons_of(
    people: Iterable[Row], positions: Iterable[Row], chosen: Mapping[str, object]
) -> list[Row]:
    """Return a row for each person at each meeting, however many articles tell of it.

    The role is the weightiest that an article tells, name and form of address are the surest
    article's, posts are those of all, each once.

    Args:
        people: Rows of the table ``people``.
        positions: Rows of the table ``positions``.
        chosen: The meetings of the report by their keys.
    """
    groups: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in people:
        if row["meeting_id"] in chosen and row["role"] in ROLES:
            groups[row["meeting_id"], row["person_id"]].append(row)
    wanted = {(row["document_id"], row["person_id"]) for rows in groups.values() for row in rows}
    posts: _Posts = defaultdict(list)
    for row in positions:
        key = row["document_id"], row["person_id"]
        if key in wanted and (said := post(row)):
            body = None if row["former"] else row["organization"]
            posts[key].append((said, body))
    return [_one(rows, posts) for rows in groups.values()]


def post(position: Row) -> str:
    """Return a post in words: ``nguyên Chủ tịch Hội Nông dân xã Đại Hiệp``."""
    words = ("nguyên" if position["former"] else "", position["title"], position["organization"])
    return " ".join(word for word in words if word)


def _one(rows: list[Row], posts: _Posts) -> Row:
    rows.sort(key=lambda row: -(row["confidence"] or 0.0))  # stable: earlier articles first
    said = [one for row in rows for one in posts.get((row["document_id"], row["person_id"]), ())]
    rows[0] |= {
        "role": min((row["role"] for row in rows), key=ROLES.index),
        "honorific": next((row["honorific"] for row in rows if row["honorific"]), None),
        "positions": list(dict.fromkeys(words for words, _ in said)),
        "bodies": list(dict.fromkeys(body for _, body in said if body)),
    }
    return rows[0]
