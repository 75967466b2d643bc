"""What a gold document holds, frozen; the split is a pure function of its id."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import md5
from typing import Literal

from hoinghi.records import Article, Mention

Split = Literal["train", "test"]


@dataclass(frozen=True, slots=True)
class GoldMeeting:
    """An event of the article; ``places`` and ``hosts`` are norms, most specific place first."""

    name: str
    type: str
    when: str | None
    venue: str | None
    places: tuple[str, ...]
    hosts: tuple[str, ...]
    main: bool


@dataclass(frozen=True, slots=True)
class GoldPosition:
    """A canonical title with the norm of its body, ``None`` where the text names no body."""

    title: str
    org: str | None


@dataclass(frozen=True, slots=True)
class GoldPerson:
    """A named person, once per article."""

    name: str
    honorific: str | None
    positions: tuple[GoldPosition, ...]
    role: str


@dataclass(frozen=True, slots=True)
class GoldDirective:
    """A cited document, once per article; ``date`` is ISO as written in the gold file."""

    kind: str
    number: str | None
    symbol: str | None
    issuer: str | None
    date: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """An annotated article: what a perfect reading of ``article`` would find.

    ``spans`` are ordered by start, outer before inner, with the norm filled in (the surface,
    where the guidelines say "as written"). ``article.source`` is ``path#id``.
    """

    document_id: str
    article: Article
    spans: tuple[Mention, ...]
    meetings: tuple[GoldMeeting, ...]
    people: tuple[GoldPerson, ...]
    directives: tuple[GoldDirective, ...]

    @property
    def main_meeting(self) -> GoldMeeting | None:
        """The event that the article is about, ``None`` in an article without a meeting."""
        return next((meeting for meeting in self.meetings if meeting.main), None)


def split_of(document_id: str) -> Split:
    """Return the split of a document: one in five, by hash, is ``test``.

    The id alone decides, so that adding articles never moves one from test to train.
    """
    number = int(md5(document_id.encode(), usedforsecurity=False).hexdigest(), 16)
    return "test" if number % 5 == 0 else "train"
