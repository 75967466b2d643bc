"""What the linker knows of a person or an event in one article: light, out of table columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from hoinghi.linking.posts import Post, make_post
from hoinghi.linking.wheres import NOWHERE, Atlas, Where


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


class PersonTold(NamedTuple):
    """A person as a row of plain values, for a file; places are numbers of the atlas.

    ``event`` is the place of the person's event among those of the article, ``posts`` are title,
    body, place and whether it is a former one.
    """

    document: int
    number: int
    person_id: str
    name: str
    honorific: str | None
    role: str
    event: int | None
    posts: tuple[tuple[str, str | None, int, bool], ...]
    place: int
    day: date | None

    def seen(self, document_id: str, meeting_id: str | None, atlas: Atlas) -> PersonSeen:
        """Return what is compared; ``meeting_id`` is the final id of the event."""
        posts = (
            make_post(title, body, atlas[where], former=former)
            for title, body, where, former in dict.fromkeys(self.posts)
        )
        return PersonSeen(
            document_id,
            self.number,
            self.person_id,
            self.name,
            self.honorific,
            self.role,
            meeting_id,
            _once(posts),
            atlas[self.place],
            self.day,
        )


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


def _once(posts: Iterable[Post]) -> tuple[Post, ...]:
    found = tuple(posts)
    return found if len(found) < 2 else tuple(dict.fromkeys(found))


class MeetingTold(NamedTuple):
    """An event as a row of plain values, for a file; its place is a number of the atlas."""

    document: int
    number: int
    meeting_id: str
    name: str
    type: str
    start: date | None
    end: date | None
    yearless: str
    time: str
    day_part: str
    venue: str
    place: int
    hosts: tuple[str, ...]
    people: tuple[str, ...]
    published: date | None

    def seen(self, document_id: str, atlas: Atlas) -> MeetingSeen:
        """Return what is compared."""
        known = self._asdict() | {"place": atlas[self.place], "people": frozenset(self.people)}
        del known["document"]
        return MeetingSeen(document_id, **known)
