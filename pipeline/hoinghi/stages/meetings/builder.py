"""The records: one ``Meeting`` for each event that the article reports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from hoinghi.records import Meeting, OrganizationMention, Reading
from hoinghi.stages.meetings.hosting import hosts_of
from hoinghi.stages.meetings.kinds import level_of, topics_of, type_of
from hoinghi.stages.meetings.picking import Told, pick
from hoinghi.stages.meetings.scene import Scene, make_scene
from hoinghi.stages.meetings.timing import when_of
from hoinghi.stages.meetings.whereabouts import places_of, venue_of

_CALENDAR_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_REMEMBERED = 180  # days
# How sure a record is: what is known of it, on top of a bare name.
_BASE, _HOSTED, _DAY, _HOST, _SPOT = 0.4, 0.2, 0.2, 0.1, 0.1


@dataclass(frozen=True, slots=True)
class _Event:
    told: list[Told]
    after: int


def find_meetings(reading: Reading) -> list[Meeting]:
    """Build a record for each event that the article reports, the main one first.

    Args:
        reading: The article with ``body``, ``dates``, ``places``, ``organizations``, ``home``
            and ``events`` (MEETING and VENUE mentions, as ``find_events`` returns them) filled.

    Returns:
        The meetings, exactly one with ``main`` set unless there is none. ``confidence`` is 0.4
        for a name alone, and more for a verb that says it was held, a day, a host, a venue or
        place named in the text.
    """
    scene = make_scene(
        reading.body,
        reading.dates,
        reading.places,
        reading.organizations,
        reading.words,
        reading.sentences,
    )
    mentions = [m for m in reading.events if m.label == "MEETING"]
    groups = pick(scene, mentions, reading.article.title)
    starts = sorted(group[0].mention.start for group in groups)
    meetings: list[Meeting] = []
    for group in groups:
        earlier = [s for s in starts if s < group[0].mention.start]
        after = scene.sentence(earlier[-1])[1] if earlier else 0
        meeting = _build(scene, reading, _Event(group, after), main=not meetings)
        if not _bygone(meeting, reading.article.published):
            meetings.append(meeting)
    return meetings


def _bygone(meeting: Meeting, published: date | None) -> bool:
    """Tell whether an event lies so far before the article that it is only remembered there."""
    day = _CALENDAR_DAY.match(meeting.when or "")
    if published is None or day is None:
        return False
    try:
        held = date.fromisoformat(day.group())
    except ValueError:  # a day that no calendar has, as the article wrote it
        return False
    return (published - held).days > _REMEMBERED


def _build(scene: Scene, reading: Reading, event: _Event, *, main: bool) -> Meeting:
    best = event.told[0].mention
    mentions = [t.mention for t in event.told]
    venues = [m for m in reading.events if m.label == "VENUE"]
    venue = venue_of(scene, best, venues, event.after)
    hosts = _unique(hosts_of(scene, mentions, venues))
    places = places_of(scene, best, venue, hosts, reading)
    name = _fullest(event.told)
    when = when_of(scene, best, event.after)
    names = tuple(h.name for h in hosts)
    spans = [(best.start, best.end)]
    spans += [(venue.start, venue.end)] if venue else []
    spans += [(h.start, h.end) for h in hosts]
    known = _BASE + _HOSTED * event.told[0].hosted + _DAY * (when is not None)
    return Meeting(
        name=name,
        type=type_of(name, scene.body[slice(*scene.sentence(best.start))]),
        main=main,
        when=when,
        venue=venue.norm if venue else None,
        places=places,
        hosts=names,
        hosts_text=tuple(h.text for h in hosts),
        level=level_of(names, places),
        topics=topics_of(name),
        evidence=tuple(spans),
        confidence=round(known + _HOST * bool(hosts) + _SPOT * bool(venue or places), 2),
    )


def _fullest(told: list[Told]) -> str:
    """Return the longest name that the body gives, else that of the headline."""
    body = [t.mention for t in told if not t.headline]
    longest = max(body or [told[0].mention], key=lambda m: len(m.text))
    return longest.norm or longest.text


def _unique(hosts: list[OrganizationMention]) -> list[OrganizationMention]:
    return list({host.name: host for host in hosts}.values())
