"""What the stage offers: mentions of events and venues."""

from __future__ import annotations

from collections.abc import Sequence

from hoinghi.records import DateMention, Mention, OrganizationMention, PlaceMention
from hoinghi.stages.meetings.events import find_meeting_mentions
from hoinghi.stages.meetings.scene import make_scene
from hoinghi.stages.meetings.venues import find_venue_mentions


def find_events(
    body: str,
    *,
    dates: Sequence[DateMention] = (),
    places: Sequence[PlaceMention] = (),
    organizations: Sequence[OrganizationMention] = (),
    words: Sequence[tuple[int, int]] = (),
    sentences: Sequence[tuple[int, int]] = (),
) -> list[Mention]:
    """Find the MEETING and VENUE mentions of an article."""
    scene = make_scene(body, dates, places, organizations, words, sentences)
    meetings = find_meeting_mentions(scene)
    venues = find_venue_mentions(scene, meetings)
    return sorted([*meetings, *venues], key=lambda m: (m.start, m.end, m.label))
