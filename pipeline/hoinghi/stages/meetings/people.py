"""Which of an article's meetings each person and each body took part in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from hoinghi.records import Meeting, Participation, Person, Reading
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
        reading: What is known of the article; only its text and sentences are read.

    Returns:
        The people in the same order, ``meeting`` set to an index into ``meetings`` or ``None``.
    """
    if not meetings:
        return [replace(person, role=MENTIONED, meeting=None) for person in people]
    told = _Told(meetings, reading)
    return [replace(person, meeting=_meeting_of(person, told)) for person in people]


def attach_bodies(
    participants: Sequence[Participation], meetings: Sequence[Meeting], reading: Reading
) -> list[Participation]:
    """Set which meeting each body took part in, as ``attach_people`` does for people.

    Args:
        participants: The mentions of bodies whose people take part.
        meetings: The meetings of the same article.
        reading: What is known of the article; only its text and sentences are read.

    Returns:
        The participations in the same order; none where there is no meeting to take part in.
    """
    if not meetings:
        return []
    told = _Told(meetings, reading)
    return [replace(one, meeting=told.at(one.start)) for one in participants]


def _meeting_of(person: Person, told: _Told) -> int | None:
    if person.role == MENTIONED or not person.spans:
        return None
    return told.at(min(start for start, _ in person.spans))


class _Told:
    """Where each meeting of an article is told."""

    def __init__(self, meetings: Sequence[Meeting], reading: Reading) -> None:
        self._reading = reading
        self._main = next((i for i, m in enumerate(meetings) if m.main), 0)
        self._since = self._starts(meetings)
        heads = [_HEAD.match(fold(m.name)) for m in meetings]
        words = [head.group() if head else "" for head in heads]
        # The words that only one of several meetings is called by ("đại hội", "lễ").
        self._heads = {word: i for i, word in enumerate(words) if word and words.count(word) == 1}

    def at(self, position: int) -> int:
        """Return the index of the meeting that is told of at ``position``."""
        if len(self._since) > 1:
            start = self._sentence(position)
            near = self._reading.body[start : min(position + 160, start + _NEAR)]
            said = _AT.search(fold(near))
            if said and said.group(1) in self._heads:
                return self._heads[said.group(1)]
        earlier = [index for start, index in self._since if start <= position]
        return earlier[-1] if earlier else self._main

    def _starts(self, meetings: Sequence[Meeting]) -> list[tuple[int, int]]:
        """Return from where on each meeting is told: its line, or its sentence if it shares one."""
        found: list[tuple[int, int]] = []
        lines: set[int] = set()
        told = sorted((m.evidence[0].start, i) for i, m in enumerate(meetings) if m.evidence)
        for start, index in told:
            line = self._reading.body.rfind("\n", 0, start) + 1
            found.append((self._sentence(start) if line in lines else line, index))
            lines.add(line)
        return found

    def _sentence(self, position: int) -> int:
        sentences = self._reading.sentences
        at = bisect_right(sentences, (position, len(self._reading.body))) - 1
        return sentences[at][0] if at >= 0 else self._reading.body.rfind("\n", 0, position) + 1
