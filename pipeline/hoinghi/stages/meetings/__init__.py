"""The stage that finds events, the venues where they happen, and what is told of each."""

from hoinghi.stages.meetings.builder import find_meetings
from hoinghi.stages.meetings.people import attach_people
from hoinghi.stages.meetings.stage import find_events

__all__ = ["attach_people", "find_events", "find_meetings"]
