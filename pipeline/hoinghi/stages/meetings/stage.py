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
    """Find the names of events and the venues of an article (guidelines, rulings 7, 17 and 21).

    Only ``body`` is needed; what earlier stages found makes the edges of names surer: a name
    stops at the event's own day, goes on over a list of bodies or places, and never ends
    inside a word.

    Args:
        body: The article's NFC text, furniture blanked out by line breaks.
        dates: Time expressions of ``body``.
        places: Places of ``body``.
        organizations: Named bodies of ``body``.
        words: Word spans of ``body``.
        sentences: Sentence spans of ``body``; split here by punctuation when there are none.

    Returns:
        MEETING and VENUE mentions in the order of the text; those of one label never overlap.
        ``norm`` is the name with its white space squeezed. ``rule`` tells how a MEETING is
        told: ``noun`` (``hội nghị ...``), ``verb`` (``đã đến thăm ...``) or ``headline``.
        ``confidence`` is 0.9 where a verb of holding or a hall's own word stands before or in
        the name, 0.7 without, 0.6 for headlines.
    """
    scene = make_scene(body, dates, places, organizations, words, sentences)
    meetings = find_meeting_mentions(scene)
    venues = find_venue_mentions(scene, meetings)
    return sorted([*meetings, *venues], key=lambda m: (m.start, m.end, m.label))
