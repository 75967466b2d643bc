"""The stage that finds events, the venues where they happen, and what is told of each."""

from hoinghi.stages.meetings.builder import find_meetings
from hoinghi.stages.meetings.people import attach_bodies, attach_people
from hoinghi.stages.meetings.stage import find_events
from hoinghi.stages.meetings.trust import TRUST_FILE, Trust, signs_of

__all__ = [
    "TRUST_FILE",
    "Trust",
    "attach_bodies",
    "attach_people",
    "find_events",
    "find_meetings",
    "signs_of",
]
