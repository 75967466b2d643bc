"""Where an event was held: its venue, and the places from the most specific to the widest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hoinghi.records import Home, Mention, OrganizationMention, Place, PlaceMention, Reading
from hoinghi.stages.meetings.kinds import told_by
from hoinghi.stages.meetings.scene import Scene
from hoinghi.text import fold

_RANK = {"thôn": 0, "xã": 1, "huyện": 2, "tỉnh": 3}
_HELD = re.compile(
    r"diễn ra|tổ chức|khai mạc|bế mạc|họp tại|địa điểm|bắt đầu|điểm cầu|kết nối|tại ?:"
    r"|trực tiếp tại|làm việc tại"
)
_IN = re.compile(
    r"(?:tại|ở|trên địa bàn|về|đến|xuống|tới|sang|thôn|ngay|cùng nhân dân|các hộ|bà con|ngụ"
    r"|trú tại)"
    r"(?:(?: các| hai| ba| bốn| \d{1,2})?(?: xã| phường| thị trấn| huyện| địa phương| đơn vị))?"
    r"\s?:?\s$"
)
# A spot without a unit of its own comes between: "tại khu vực bãi biển Cồn Bửng, xã Thạnh Hải".
_AT_A_SPOT = re.compile(r"(?<!\w)tại [^,.;:()\n]{3,45}[,(] ?$")
_OPENS = re.compile(
    r"[-–+*•\s]*(?:(?:buổi )?(?:sáng|trưa|chiều|tối),?|.{0,24}\d,?|đầu tiên,)? ?tại "
)
# A post or an invitation marks the venue: "📍 Nhà văn hóa thôn 3", "Địa điểm: ...".
_PINNED = re.compile(r"(?:📍|địa điểm ?:)\s{0,2}$")
_COMING = re.compile(r"(?<!\w)(?:sẽ|dự kiến)(?!\w)")
_STOPS = re.compile(r"(?:tại|đến)\s(?:nhà |các )?")
_VISIT = 1200
_CENTRAL = re.compile(r"trung ương|^bộ (?!chỉ huy)|chính phủ|quốc hội|quốc gia|việt nam$")
_AFTER_VENUE = re.compile(r"\s?[,(]\s?$|\sở\s$|\s?, ?số \d+ $")


@dataclass(frozen=True, slots=True)
class Spot:
    """The VENUE mention where an event was held, and the rule that chose it."""

    venue: Mention
    rule: str


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The places where an event was held, most specific first, and the rule that chose them."""

    places: tuple[Place, ...]
    rule: str


def venue_of(scene: Scene, mention: Mention, venues: list[Mention], after: int) -> Spot | None:
    """Return where the event that ``mention`` names was held.

    The rule is ``sentence``, ``held`` (a sentence near it says what happens there), ``pinned``
    (``Địa điểm: ...``), ``line`` or ``stop`` (the first stop of a visit).
    """
    start, end = scene.sentence(mention.start)
    inside = [
        v for v in venues if start <= v.start < end and not mention.start <= v.start < mention.end
    ]
    if inside:
        return Spot(min(inside, key=lambda v: _distance(mention, v)), "sentence")
    near = [v for v in venues if max(after, start - 500) <= v.start < end + 420]
    for venue in near:
        first, last = scene.sentence(venue.start)
        if _COMING.search(scene.low, first, venue.start):
            continue
        if _HELD.search(scene.low, first, last) or _OPENS.fullmatch(scene.low, first, venue.start):
            return Spot(venue, "held")
        if _PINNED.search(scene.low, max(0, venue.start - 16), venue.start):
            return Spot(venue, "pinned")
    line = scene.line(mention.start)
    before = [v for v in near if line[0] <= v.start < mention.start]
    if before:
        return Spot(before[-1], "line")
    stop = _visited(scene, mention, venues)
    return Spot(stop, "stop") if stop else None


def _visited(scene: Scene, mention: Mention, venues: list[Mention]) -> Mention | None:
    """Return the first stop of a visit or inspection, told as "Tại [venue], đoàn ..."."""
    if told_by(mention) != "verb":
        return None
    for venue in venues:
        if 0 <= venue.start - mention.end < _VISIT:
            first = scene.sentence(venue.start)[0]
            if _STOPS.fullmatch(scene.low[first : venue.start].lstrip()):
                return venue
    return None


def _distance(mention: Mention, venue: Mention) -> int:
    if venue.end <= mention.start:
        return mention.start - venue.end
    return venue.start - mention.end


def places_of(
    scene: Scene,
    mention: Mention,
    venue: Mention | None,
    hosts: list[OrganizationMention],
    reading: Reading,
) -> Whereabouts:
    """Return where the event was held; the article's home if unsaid.

    The rule is ``venue`` (in its name or behind it), ``stop`` (of a visit), ``sentence``,
    ``venue unit`` (``Hội trường xã``: the article's own), ``host`` (or a place in the event's
    name that lies in the host's) or ``home``; the first that finds a place decides.
    """
    visit = told_by(mention) == "verb"
    ways: tuple[tuple[str, Callable[[], list[Place]]], ...] = (
        ("venue", lambda: _at_venue(scene, venue) if venue else []),
        ("stop", lambda: _stops(scene, mention) if visit else []),
        ("sentence", lambda: _in_sentence(scene, mention, reading)),
        ("venue unit", lambda: _home_of(venue.text, reading.home) if venue else []),
        ("host", lambda: _narrower(_in_name(scene, mention), _of_hosts(hosts, reading))),
        ("home", lambda: _default(hosts, reading.home)),
    )
    for rule, look in ways:
        named = look()
        if named:
            return Whereabouts(_ordered(_with_parents(named, reading)), rule)
    return Whereabouts((), "")


def _narrower(named: list[Place], hosting: list[Place]) -> list[Place]:
    """Return the place in the event's name where it lies in the host's unit, else the host's."""
    inside = [p for p in named for host in hosting if p.name.endswith(", " + host.name)]
    return inside or hosting or named


def _default(hosts: list[OrganizationMention], home: Home) -> list[Place]:
    """Return the article's home: the commune, or the province where a central body hosts."""
    units = (home.commune, home.district, home.province)
    central = any(_CENTRAL.search(fold(host.name)) for host in hosts)
    return [unit for unit in (units[::-1] if central else units) if unit is not None][:1]


def _at_venue(scene: Scene, venue: Mention) -> list[Place]:
    """Return the places named in a venue or told straight after it."""
    inside = scene.places_in(venue.start, venue.end)
    found = [p.place for p in inside if not _bare(p)]
    edge = venue.end
    for mention in scene.places_in(venue.end, venue.end + 110):
        if not _AFTER_VENUE.fullmatch(scene.low[edge : mention.start]):
            break
        found.append(mention.place)
        edge = mention.end
    return [place for place in found if place.level]


def _stops(scene: Scene, mention: Mention) -> list[Place]:
    """Return the first village or commune that a visit is told to have stopped at."""
    for stop in scene.places_in(mention.end, mention.end + _VISIT):
        first = scene.sentence(stop.start)[0]
        narrow = stop.place.level in {"thôn", "xã"}
        if narrow and _STOPS.fullmatch(scene.low[first : stop.start].lstrip()):
            return [stop.place]
    return []


def _bare(mention: PlaceMention) -> bool:
    """Tell whether a place stands without its type word: a hall's own name (``Ngọc Linh``)."""
    kind, short = mention.place.kind, mention.place.name.split(",")[0]
    return bool(kind) and fold(short) == f"{fold(kind)} {fold(mention.text)}"


def _in_sentence(scene: Scene, mention: Mention, reading: Reading) -> list[Place]:
    """Return the places that the sentence puts the event in (``tại``, ``ở`` ...)."""
    start, end = scene.sentence(mention.start)
    bodies = [(o.start, o.end) for o in reading.organizations]
    found: list[Place] = []
    edge = -1
    for place in scene.places_in(start, end):
        if mention.start <= place.start < mention.end or any(
            a <= place.start < b for a, b in bodies
        ):
            continue
        before = scene.low[max(0, place.start - 40) : place.start]
        joined = found and re.fullmatch(r"(?:\s|,|và|\()+", scene.low[edge : place.start])
        if _IN.search(before) or joined or _at_a_spot(scene, place.start):
            found.append(place.place)
            edge = place.end
    return [p for p in found if p.level]


def _at_a_spot(scene: Scene, at: int) -> bool:
    """Tell whether the place at ``at`` only says where a spot without a unit of its own lies."""
    spot = _AT_A_SPOT.search(scene.low, max(0, at - 60), at)
    return spot is not None and not scene.places_in(spot.start(), at)


def _of_hosts(hosts: Iterable[OrganizationMention], reading: Reading) -> list[Place]:
    """Return the place that the first host belongs to."""
    for host in hosts:
        if host.place is not None:
            return [host.place]
        low = fold(host.name)
        for mention in reading.places:
            short = fold(mention.place.name.split(",")[0])
            seat = "ủy " + short.split(" ", 1)[-1]
            if mention.place.level and low.endswith((" " + short, seat)):
                return [mention.place]
        return _home_of(host.name, reading.home)
    return []


def _home_of(text: str, home: Home) -> list[Place]:
    """Return the home unit that a bare ``xã``, ``huyện``, ``tỉnh`` at the end of ``text`` means."""
    low = fold(text)
    for pattern, place in (
        (r"(?:thôn|ấp|bản|buôn|làng|xóm|khu phố)$", home.village),
        (r"(?:(?<!thị )xã|phường|thị trấn|đặc khu)$", home.commune),
        (r"(?:huyện|quận|thị xã|huyện ủy|quận ủy|thị ủy)$", home.district),
        (r"(?:tỉnh|tỉnh ủy|thành ủy)$", home.province),
        (r"thành phố$", home.district or home.province),
    ):
        if place is not None and re.search(pattern, low):
            return [place]
    return []


def _in_name(scene: Scene, mention: Mention) -> list[Place]:
    return [p.place for p in scene.places_in(mention.start, mention.end) if p.place.level][:1]


def _with_parents(places: list[Place], reading: Reading) -> list[Place]:
    """Add the commune of each village, where the article names it."""
    known = {p.place.name: p.place for p in reading.places}
    for place in (reading.home.commune, reading.home.district):
        if place is not None:
            known.setdefault(place.name, place)
    parents = []
    for place in places:
        parent = known.get(place.name.partition(", ")[2])
        if place.level == "thôn" and parent is not None:
            parents.append(parent)
    return [*places, *parents]


def _ordered(places: list[Place]) -> tuple[Place, ...]:
    unique = {place.name: place for place in places}
    return tuple(sorted(unique.values(), key=lambda p: _RANK.get(p.level or "", len(_RANK))))
