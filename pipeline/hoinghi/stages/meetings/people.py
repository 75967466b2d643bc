"""Which of an article's meetings each person took part in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from hoinghi.records import Meeting, Person, Reading
from hoinghi.text import fold

MENTIONED = "nhắc đến"
_HEADS = (
    "hội nghị|đại hội|kỳ họp|phiên họp|cuộc họp|hội thảo|tọa đàm|hội thi|lễ|lớp|ngày hội|hội đàm"
    "|làm việc|gặp mặt|họp mặt|tiếp xúc|giám sát"
)
_HEAD = re.compile(rf"(?:{_HEADS})(?!\w)")
# "Tại đại hội, ông A ...": the meeting that a sentence says it is told of.
_AT = re.compile(
    rf"(?<!\w)(?:tại|dự|đạo|khai mạc|bế mạc|kết luận|trong|chủ trì) (?:buổi |cuộc )?"
    rf"({_HEADS})(?!\w)"
)
_NEAR = 400


def attach_people(
    people: Sequence[Person], meetings: Sequence[Meeting], reading: Reading
) -> list[Person]:
    """Set which meeting each person took part in; without meetings all are only mentioned.

    Ruling 20 of the guidelines: in an article without a meeting every role is ``nhắc đến``.
    Where there are several meetings, the sentence may say which ("tại đại hội"); else one told
    later in the article owns all from its paragraph on (from its sentence on where it shares a
    paragraph) until the next.

    Args:
        people: The named persons, each with its mentions as offsets of ``reading.body``.
        meetings: The meetings of the same article, as ``find_meetings`` returns them.
        reading: What is known of the article; only its text is read.

    Returns:
        The people in the same order, ``meeting`` set to an index into ``meetings`` or ``None``.
    """
    if not meetings:
        return [replace(person, role=MENTIONED, meeting=None) for person in people]
    told = _told(meetings, reading)
    heads = _heads(meetings)
    main = next((i for i, m in enumerate(meetings) if m.main), 0)
    return [
        replace(person, meeting=_meeting_of(person, told, heads, main, reading))
        for person in people
    ]


def _told(meetings: Sequence[Meeting], reading: Reading) -> list[tuple[int, int]]:
    """Return from where on each meeting is told: its line, or its sentence if it shares a line."""
    found: list[tuple[int, int]] = []
    lines: set[int] = set()
    for start, index in sorted(
        (m.evidence[0].start, i) for i, m in enumerate(meetings) if m.evidence
    ):
        line = reading.body.rfind("\n", 0, start) + 1
        found.append((_sentence_start(reading, start) if line in lines else line, index))
        lines.add(line)
    return found


def _heads(meetings: Sequence[Meeting]) -> dict[str, int]:
    """Return the words that only one of several meetings is called by (``đại hội``, ``lễ``)."""
    heads = [_HEAD.match(fold(m.name)) for m in meetings]
    words = [head.group() if head else "" for head in heads]
    return {word: i for i, word in enumerate(words) if word and words.count(word) == 1}


def _meeting_of(
    person: Person,
    told: list[tuple[int, int]],
    heads: dict[str, int],
    main: int,
    reading: Reading,
) -> int | None:
    if person.role == MENTIONED or not person.spans:
        return None
    at = min(start for start, _ in person.spans)
    if len(told) > 1:
        start = _sentence_start(reading, at)
        said = _AT.search(fold(reading.body[start : min(at + 160, start + _NEAR)]))
        if said and said.group(1) in heads:
            return heads[said.group(1)]
    earlier = [index for start, index in told if start <= at]
    return earlier[-1] if earlier else main


def _sentence_start(reading: Reading, position: int) -> int:
    at = bisect_right(reading.sentences, (position, len(reading.body))) - 1
    return reading.sentences[at][0] if at >= 0 else reading.body.rfind("\n", 0, position) + 1
