"""Which of an article's meetings each person took part in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hoinghi.records import Meeting, Person, Reading

MENTIONED = "nhắc đến"


def attach_people(
    people: Sequence[Person], meetings: Sequence[Meeting], reading: Reading
) -> list[Person]:
    """Set which meeting each person took part in; without meetings all are only mentioned.

    Ruling 20 of the guidelines: in an article without a meeting every role is ``nhắc đến``.
    Where there are several meetings, one told later in the article owns its own paragraph, or
    all that follows until the next where each is told in a paragraph of its own.

    Args:
        people: The named persons, each with its mentions as offsets of ``reading.body``.
        meetings: The meetings of the same article, as ``find_meetings`` returns them.
        reading: What is known of the article; only its text is read.

    Returns:
        The people in the same order, ``meeting`` set to an index into ``meetings`` or ``None``.
    """
    if not meetings:
        return [replace(person, role=MENTIONED, meeting=None) for person in people]
    told = sorted((m.evidence[0].start, i) for i, m in enumerate(meetings) if m.evidence)
    main = next((i for i, m in enumerate(meetings) if m.main), 0)
    return [replace(person, meeting=_meeting_of(person, told, main, reading)) for person in people]


def _meeting_of(
    person: Person, told: list[tuple[int, int]], main: int, reading: Reading
) -> int | None:
    if person.role == MENTIONED or not person.spans:
        return None
    at = min(start for start, _ in person.spans)
    earlier = [(start, index) for start, index in told if _line_start(reading, start) <= at]
    return earlier[-1][1] if earlier else main


def _line_start(reading: Reading, position: int) -> int:
    return reading.body.rfind("\n", 0, position) + 1
