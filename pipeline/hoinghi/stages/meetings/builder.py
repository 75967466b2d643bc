"""The records: one ``Meeting`` for each event that the article reports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from hoinghi.records import (
    DateMention,
    Evidence,
    Meeting,
    Mention,
    OrganizationMention,
    PlaceMention,
    Reading,
)
from hoinghi.stages.meetings import signs
from hoinghi.stages.meetings.hosting import Hosts, hosts_of
from hoinghi.stages.meetings.kinds import level_of, topics_of, type_of
from hoinghi.stages.meetings.picking import pick
from hoinghi.stages.meetings.scene import Scene, make_scene, with_layout
from hoinghi.stages.meetings.timing import When, when_of
from hoinghi.stages.meetings.weighing import Told
from hoinghi.stages.meetings.whereabouts import Spot, Whereabouts, places_of, venue_of

_CALENDAR_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_REMEMBERED = 180  # days
# How sure a record is: what is known of it, on top of a bare name.
_BASE, _HOSTED, _DAY, _HOST, _SPOT = 0.4, 0.2, 0.2, 0.1, 0.1


@dataclass(frozen=True, slots=True)
class _Event:
    """A reported event: its mentions, and the bounds of what the text says of it alone."""

    told: list[Told]
    after: int
    until: int


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of one event, each with the rule that chose it."""

    spot: Spot | None
    where: Whereabouts
    hosts: Hosts
    when: When | None


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
    scene = with_layout(scene, reading.regions)
    mentions = [m for m in reading.events if m.label == "MEETING"]
    groups = pick(scene, mentions, reading.article.title, reading.article.published)
    starts = sorted(group[0].mention.start for group in groups)
    meetings: list[Meeting] = []
    for group in groups:
        earlier = [s for s in starts if s < group[0].mention.start]
        after = scene.sentence(earlier[-1])[1] if earlier else 0
        later = [s for s in starts if s > group[0].mention.start]
        until = scene.sentence(later[0])[0] if later else len(scene.body)
        after = max(after, _entry_start(scene, group[0].mention))
        event = _Event(group, after, max(until, group[0].mention.end))
        meeting = _build(scene, reading, event, main=not meetings)
        if not meetings and meeting.when is None and not any(t.recent for t in group):
            return []  # told of without a day, and not as something new: a rule, a memory
        if not _bygone(meeting, reading.article.published):
            meetings.append(meeting)
    return meetings


def _entry_start(scene: Scene, mention: Mention) -> int:
    """Return where the entry of a list begins that tells an event with its day, else 0."""
    line = scene.line(mention.start)
    own = signs.MARKED.match(scene.low, *line) and scene.days_in(line[0], mention.start)
    return line[0] if own else 0


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
    spot = venue_of(scene, best, venues, event.after)
    venue = spot.venue if spot else None
    hosts = hosts_of(scene, mentions, venues)
    where = places_of(scene, best, venue, hosts.bodies, reading)
    name = _fullest(event.told)
    when = when_of(scene, best, event.after, event.until)
    bodies = _unique(hosts.bodies)
    names = tuple(body.name for body in bodies)
    written = name.norm or name.text
    return Meeting(
        name=written,
        type=type_of(written, scene.body[slice(*scene.sentence(best.start))]),
        main=main,
        when=when.date.value if when else None,
        venue=venue.norm if venue else None,
        places=where.places,
        hosts=names,
        hosts_text=tuple(body.text for body in bodies),
        level=level_of(names, where.places),
        topics=topics_of(written),
        evidence=_evidence(event, name, _Read(spot, where, hosts, when), reading),
        confidence=_confidence(event, when, bodies, where),
    )


def _confidence(
    event: _Event, when: When | None, hosts: list[OrganizationMention], where: Whereabouts
) -> float:
    known = _BASE + _HOSTED * event.told[0].hosted + _DAY * (when is not None)
    return round(known + _HOST * bool(hosts) + _SPOT * bool(where.places), 2)


def _evidence(event: _Event, name: Mention, read: _Read, reading: Reading) -> tuple[Evidence, ...]:
    """Return the mentions that the fields were read from."""
    told = [t.mention for t in event.told]
    found = [Evidence("name", m.start, m.end, "fullest" if m is name else "told") for m in told]
    if read.when:
        found.append(_shown("when", read.when.date, read.when.rule))
    if read.spot:
        found.append(_shown("venue", read.spot.venue, read.spot.rule))
    around = _around(read, told[0].start)
    for place in read.where.places:
        said = [m for m in reading.places if m.place.name == place.name]
        near = min(said, key=lambda m: abs(m.start - around), default=None)
        if near is not None:
            found.append(_shown("place", near, read.where.rule))
    found += [_shown("hosts", body, read.hosts.rule) for body in read.hosts.bodies]
    return tuple(found)


def _around(read: _Read, told: int) -> int:
    """Return where the text gives the places: at the venue, the host or the event's name."""
    if read.where.rule in {"venue", "venue unit"} and read.spot:
        return read.spot.venue.start
    if read.where.rule == "host" and read.hosts.bodies:
        return read.hosts.bodies[0].start
    return told


def _shown(
    field: str, mention: Mention | DateMention | PlaceMention | OrganizationMention, rule: str
) -> Evidence:
    return Evidence(field, mention.start, mention.end, rule)


def _fullest(told: list[Told]) -> Mention:
    """Return the mention with the longest name that the body gives, else that of the headline."""
    body = [t.mention for t in told if not t.headline]
    return max(body or [told[0].mention], key=lambda m: len(m.text))


def _unique(hosts: list[OrganizationMention]) -> list[OrganizationMention]:
    return list({host.name: host for host in hosts}.values())
