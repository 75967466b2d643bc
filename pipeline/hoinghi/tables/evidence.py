"""What ties mentions and bodies to meetings: evidence of fields, and who held or joined what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hoinghi.records import Reading

# The label of the mentions that each field of a meeting is read from.
_LABELS = {"name": "MEETING", "when": "DATE", "venue": "VENUE", "place": "LOC", "hosts": "ORG"}
_JOINED = "took_part_in"

Span = tuple[int, int, str]


def evidence_of(reading: Reading, ids: Sequence[str]) -> dict[Span, list[str]]:
    """Return ``meeting_id:field:rule`` by start, end and label of the mention it was read from.

    Args:
        reading: The article.
        ids: The key of each of its meetings.
    """
    found: dict[Span, list[str]] = {}
    for span, meeting_id, field, rule in _read(reading, ids):
        found.setdefault(span, []).append(f"{meeting_id}:{field}:{rule}")
    return found


def _read(reading: Reading, ids: Sequence[str]) -> Iterator[tuple[Span, str, str, str]]:
    for meeting_id, meeting in zip(ids, reading.meetings, strict=True):
        for one in meeting.evidence:
            yield (one.start, one.end, _LABELS[one.field]), meeting_id, one.field, one.rule
    for body in reading.participants:
        if body.meeting is not None:
            yield (body.start, body.end, "ORG"), ids[body.meeting], _JOINED, body.rule


def hosting(reading: Reading, ids: Sequence[str]) -> Mapping[str, list[str]]:
    """Return the meetings that each body hosts, by its canonical name."""
    return _by_name(
        (host, meeting_id)
        for meeting_id, meeting in zip(ids, reading.meetings, strict=True)
        for host in meeting.hosts
    )


def joining(reading: Reading, ids: Sequence[str]) -> Mapping[str, list[str]]:
    """Return the meetings that people of each body came to, by its canonical name.

    They come as named holders of a post in it, or as a group or delegate without a name.
    """
    names = {(one.start, one.end): one.name for one in reading.organizations}
    return _by_name(
        [
            *(
                (post.organization, ids[person.meeting])
                for person in reading.people
                for post in person.positions
                if person.meeting is not None and post.organization and not post.former
            ),
            *(
                (names[one.start, one.end], ids[one.meeting])
                for one in reading.participants
                if one.meeting is not None and (one.start, one.end) in names
            ),
        ]
    )


def _by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = {}
    for name, meeting_id in pairs:
        found.setdefault(name, {})[meeting_id] = None
    return {name: list(ids) for name, ids in found.items()}
