"""Which of an article's meetings each person and each body took part in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hoinghi.records import Meeting, Participation, Person, Reading

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
    told, main = _told(meetings)
    return [replace(person, meeting=_meeting_of(person, told, main, reading)) for person in people]


def attach_bodies(
    participants: Sequence[Participation], meetings: Sequence[Meeting], reading: Reading
) -> list[Participation]:
    """Set which meeting each body took part in, as ``attach_people`` does for people.

    Args:
        participants: The mentions of bodies whose people take part.
        meetings: The meetings of the same article.
        reading: What is known of the article; only its text is read.

    Returns:
        The participations in the same order; none where there is no meeting to take part in.
    """
    if not meetings:
        return []
    told, main = _told(meetings)
    return [replace(one, meeting=_told_at(one.start, told, main, reading)) for one in participants]


def _told(meetings: Sequence[Meeting]) -> tuple[list[tuple[int, int]], int]:
    """Return where each meeting is told, in order, and which is the main one."""
    told = sorted((m.evidence[0].start, i) for i, m in enumerate(meetings) if m.evidence)
    return told, next((i for i, m in enumerate(meetings) if m.main), 0)


def _meeting_of(
    person: Person, told: list[tuple[int, int]], main: int, reading: Reading
) -> int | None:
    if person.role == MENTIONED or not person.spans:
        return None
    return _told_at(min(start for start, _ in person.spans), told, main, reading)


def _told_at(at: int, told: list[tuple[int, int]], main: int, reading: Reading) -> int:
    earlier = [(start, index) for start, index in told if _line_start(reading, start) <= at]
    return earlier[-1][1] if earlier else main


def _line_start(reading: Reading, position: int) -> int:
    return reading.body.rfind("\n", 0, position) + 1
