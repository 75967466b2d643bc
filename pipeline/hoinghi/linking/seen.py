"""What the linker knows of a person or an event in one article: light, out of table columns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hoinghi.linking.posts import Post
from hoinghi.linking.wheres import NOWHERE, Where


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """A person in an article; ``number`` is the place among its people.

    ``place`` is where the article plays, which helps posts whose body is not said. ``day`` is
    that of the event the person took part in, else that of publication.
    """

    document_id: str
    number: int
    person_id: str
    name: str
    honorific: str | None = None
    role: str = ""
    meeting_id: str | None = None
    posts: tuple[Post, ...] = ()
    place: Where = NOWHERE
    day: date | None = None


@dataclass(frozen=True, slots=True)
class MeetingSeen:
    """An event in an article; ``number`` is its place among the article's events.

    ``yearless`` is ``04-23`` where day and month are known without the year. ``hosts`` are
    canonical, ``people`` the keys of the names of those who took part.
    """

    document_id: str
    number: int
    meeting_id: str
    name: str
    type: str = ""
    start: date | None = None
    end: date | None = None
    yearless: str = ""
    time: str = ""
    day_part: str = ""
    venue: str = ""
    place: Where = NOWHERE
    hosts: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()
    published: date | None = None

    @property
    def documents(self) -> frozenset[str]:
        """Return the article, as a set: events of one article are never one."""
        return frozenset({self.document_id})
