"""The facts that travel through the house: frozen, plain, without behaviour of their own.

Offsets are half-open character offsets of ``Article.text``, which is NFC. An unknown value is
``None`` (or an empty tuple), never a guess. Names follow Popolo (people, posts), TIMEX3 (time)
and Akoma Ntoso (documents); see ``docs/TABLES.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

# Labels by layer: spans of one layer never overlap, spans of different layers may.
LAYERS: Mapping[str, tuple[str, ...]] = {
    "names": ("PER", "TITLE", "ORG", "VENUE"),
    "places": ("LOC",),
    "meetings": ("MEETING",),
    "dates": ("DATE",),
    "directives": ("DIRECTIVE",),
}


@dataclass(frozen=True, slots=True)
class Article:
    """One article as a reader gives it; ``text`` is what every offset counts in.

    ``owner`` is what the page around it says of whose site it is (``Trang thông tin điện tử xã
    Tam Đại - huyện Phú Ninh``), ``author`` the person or persons who sign it.
    """

    text: str
    title: str | None = None
    published: date | None = None
    source: str = ""
    site: str | None = None
    owner: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the article that plays one part in its layout.

    ``kind`` is ``headline``, ``body``, ``caption`` or ``furniture`` (menus, bylines, related
    stories, comment forms, photo credits: nothing in there is ever read as a fact).
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A span with a label of the guidelines; ``rule`` names what found it, confidence is 0-1."""

    start: int
    end: int
    label: str
    text: str
    norm: str | None
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression in TIMEX3.

    ``type`` is ``DATE``, ``TIME`` or, for a length of time counted from the moment of writing
    (``3 ngày tới``), ``DURATION``, whose value runs up to and without its end. ``grain`` is the
    finest unit given (``second``, ``minute``, ``hour``, ``day part``, ``day``, ``weekend``,
    ``week``, ``month``, ``quarter``, ``half-year``, ``season``, ``year``, ``decade``,
    ``century``). ``start_date`` and ``end_date`` are the first and last calendar day meant,
    ``None`` where the year is unknown. ``anchor`` says where a missing part came from: ``text``,
    ``published`` or ``none``. ``mod`` is TIMEX3's ``START``, ``MID`` or ``END`` of the value.
    """

    start: int
    end: int
    text: str
    value: str
    type: str
    grain: str
    start_date: date | None
    end_date: date | None
    anchor: str
    rule: str
    confidence: float = 1.0
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Directive:
    """A numbered or named Party, state or Front document.

    ``directive_id`` is the usual citation (``05-CT/TW``, ``59/2023/NĐ-CP``); ``known`` tells
    that the catalogue has it. ``number`` is kept as cited (``05``, ``59/2023``).
    """

    directive_id: str
    kind: str
    number: str | None
    symbol: str | None
    issuer: str | None
    date: date | None
    title: str | None
    known: bool


@dataclass(frozen=True, slots=True)
class DirectiveMention:
    """A directive where the text cites it."""

    start: int
    end: int
    text: str
    directive: Directive
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Place:
    """A named place, as it was on the article's day and as it is today.

    ``name`` is the canonical name with its parents (``Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng
    Nam``); ``kind`` its type word (``Xã``, ``Thị trấn``, ``Thôn``, ``Đường`` ...); ``level`` is
    ``tỉnh``, ``huyện``, ``xã``, ``thôn`` or ``None`` for roads and the like. The ``current_*``
    tuples hold several members where a commune was split by the 2025 reform.
    """

    name: str
    kind: str
    level: str | None = None
    place_code: str | None = None
    village: str | None = None
    commune: str | None = None
    district: str | None = None
    province: str | None = None
    current_place_code: tuple[str, ...] = ()
    current_name: tuple[str, ...] = ()
    current_commune: tuple[str, ...] = ()
    current_province: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place where the text names it; ``resolved_by`` says what settled which place it is.

    ``candidates`` are the full names of all units that an ``ambiguous`` one may be.
    """

    start: int
    end: int
    text: str
    place: Place
    resolved_by: str
    rule: str
    confidence: float = 1.0
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Home:
    """The units that bare ``xã``, ``huyện``, ``tỉnh`` mean in this article; ``None`` if unknown.

    ``commune`` holds a place of level ``xã`` (xã, phường, thị trấn, đặc khu), and so on.
    """

    village: Place | None = None
    commune: Place | None = None
    district: Place | None = None
    province: Place | None = None

    @property
    def units(self) -> tuple[Place, ...]:
        """The known units of the state, the narrowest first; a village is none."""
        return tuple(u for u in (self.commune, self.district, self.province) if u is not None)


@dataclass(frozen=True, slots=True)
class OrganizationMention:
    """A named body; ``name`` is canonical with its place, ``place`` the unit that it belongs to."""

    start: int
    end: int
    text: str
    name: str
    kind: str
    level: str | None
    place: Place | None
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Position:
    """One post of one person; texts are as written, ``organization`` may have been understood."""

    title: str
    title_text: str
    organization: str | None = None
    organization_text: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A named person, once per article; ``spans`` are the mentions, the fullest name first."""

    name: str
    honorific: str | None
    positions: tuple[Position, ...]
    role: str
    spans: tuple[tuple[int, int], ...]
    meeting: int | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """The mention that a field of a meeting was read from.

    ``field`` is the meeting's column that it gives (``name``, ``when``, ``venue``, ``place``,
    ``hosts``), ``start`` and ``end`` the mention's offsets, ``rule`` why this one was chosen
    (``sentence``: it stands in the sentence that tells of the event, ``home``: nothing is said,
    so that the article's own unit is understood ...).
    """

    field: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event that the article reports.

    ``when`` is a TIMEX3 value; ``places`` runs from the most specific to the widest; ``hosts``
    are canonical names, ``hosts_text`` the same bodies as written. ``evidence`` are the mentions
    that its fields were read from, that of its best mention first.
    """

    name: str
    type: str
    main: bool
    when: str | None = None
    venue: str | None = None
    places: tuple[Place, ...] = ()
    hosts: tuple[str, ...] = ()
    hosts_text: tuple[str, ...] = ()
    level: str | None = None
    topics: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Participation:
    """A body's mention through which it takes part: a group, or a delegate, without a name.

    ``rule`` is ``listed`` in a list of those present, ``acts`` where its people are said to come,
    speak or give; ``meeting`` is the index of the meeting, ``None`` where the article has none.
    """

    start: int
    end: int
    rule: str
    meeting: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is known of one article; each stage replaces its own fields.

    ``body`` is the article's text with furniture blanked out by line breaks, of the same length,
    and is what finders read. ``words`` are the word spans of underthesea, ``sentences`` the
    sentence spans. ``names`` holds the PER and TITLE mentions, ``events`` VENUE and MEETING;
    ``participants`` are bodies that take part without a named person.
    """

    article: Article
    body: str = ""
    regions: tuple[Region, ...] = ()
    words: tuple[tuple[int, int], ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    dates: tuple[DateMention, ...] = ()
    directives: tuple[DirectiveMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    home: Home = Home()
    organizations: tuple[OrganizationMention, ...] = ()
    names: tuple[Mention, ...] = ()
    people: tuple[Person, ...] = ()
    events: tuple[Mention, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    participants: tuple[Participation, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentStatus:
    """What became of one input: its ``source``, the ``status`` of ``documents``, the error."""

    source: str
    status: str
    error: str | None = None
