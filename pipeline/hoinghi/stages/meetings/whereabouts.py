"""Where an event was held: its venue, and the places from the most specific to the widest."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hoinghi.records import Mention, OrganizationMention, Place, PlaceMention, Reading
from hoinghi.stages.meetings.kinds import told_by
from hoinghi.stages.meetings.scene import Scene
from hoinghi.stages.meetings.seats import named_in, named_like, seat_of, unit_of
from hoinghi.stages.meetings.stops import opens_with, told_until
from hoinghi.text import fold

_RANK = {"thôn": 0, "xã": 1, "huyện": 2, "tỉnh": 3}
_HELD = re.compile(
    r"diễn ra|được tổ chức|tổ chức (?:ngay |trang trọng )?(?:tại|ở|trong)"
    r"|khai mạc|bế mạc|họp tại|địa điểm|bắt đầu|điểm cầu|kết nối|tại ?:"
    r"|trực tiếp tại|làm việc tại|chủ trì tại|điều hành tại"
)
_IN = re.compile(
    r"(?:tại|ở|trên địa bàn|về|đến|xuống|tới|sang|thôn|ngay|cùng nhân dân|các hộ|bà con|ngụ"
    r"|trú tại)"
    r"(?: các| hai| ba| bốn| \d{1,2})?(?: xã| phường| thị trấn| huyện| địa phương| đơn vị)?"
    r"\s?:?\s$"
)
# A spot without a unit of its own comes between: "tại khu vực bãi biển Cồn Bửng, xã Thạnh Hải",
# "tại sân đình ấp An Bình".
_AT_A_SPOT = re.compile(r"(?<!\w)tại (?!sao )[^,.;:()\n]{3,45}(?:[,(] ?| )$")
_CLOSED = re.compile(r"[,(] ?$")
_AT = re.compile(r"(?<!\w)tại $")
# The unit itself holds the event: "xã Tam Đại đã tổ chức ..." (ruling 7: no host, but a place).
_ACTING = re.compile(
    r"\s?\)?\s?(?:\([^()\n]{0,40}\)\s?)?"
    r"(?:(?:đã|vừa|sẽ|long trọng|trọng thể|tưng bừng|phối hợp) )*+"
    r"(?:tổ chức|khai mạc|mở đầu với|mở đầu bằng|mở màn với|bước vào|mở|tiến hành|ra quân"
    r"|phát động)"
    r"(?: (?:thành công|trọng thể|long trọng|buổi|cuộc))*+[\s\"“]*$"
)
_NOT_ACTING = re.compile(r"(?<!\w)(?:gồm:?|của|với|giữa|và|do|các) $")
_PARENT = re.compile(r"[\s,(]{0,4}")
_JOINED = re.compile(r"(?:\s|,|và|\()+")
# A post or an invitation marks the venue: "📍 Nhà văn hóa thôn 3", "Địa điểm: ...".
_PINNED = re.compile(r"(?:📍|địa điểm ?:)\s{0,2}$")
# "góp tiền làm sân nhà văn hóa, nơi diễn ra ngày hội".
_SEAT = re.compile(r",? (?:là |cũng là )?nơi (?:sẽ |đã )?(?:diễn ra|tổ chức)(?!\w)")
_COMING = re.compile(r"(?<!\w)(?:sẽ|dự kiến)(?!\w)")
_CENTRAL = re.compile(r"trung ương|^bộ (?!chỉ huy)|chính phủ|quốc hội|quốc gia|việt nam$")
# Whose events may be anywhere; a delegate of the National Assembly meets voters at home.
_NATIONAL = re.compile(
    r"(?<!\w)(?:(?<!biểu )(?<!đoàn )(?<!cử )quốc hội|chủ tịch nước|thủ tướng|chính phủ|tổng bí thư"
    r"|bộ chính trị|trung ương|bộ trưởng|đại sứ|tổng thống|apec|asean|đại hội đồng cổ đông)(?!\w)"
)
# What may stand between a venue and the place where it lies.
_AFTER_VENUE = re.compile(
    r"\s?[,(–-]?\s?(?:(?:ở|tại|thuộc|trên|của|nằm trên|đóng tại|địa chỉ:?|huyện đảo|địa bàn) ?)*+"
    r"(?:(?:số |sn )?\d[\w/-]{0,8} ?,? ?)?(?:đường |phố )?"
    r"| (?:và|,) [^,.;()\n]{3,40} \(|\s?\([^,.;()\n]{2,40}, "
    r"|, (?:khu|lô|tòa|tầng|số|km|ngõ|hẻm|kiệt)(?!\w)[^,.;()\n]{1,40}, "
)
_GONE = re.compile(r"\s?\(?cũ(?!\w)")
# Named places that are no administrative unit and yet tell where a venue lies.
_PARKS = frozenset(
    "Khu công nghiệp|Cụm công nghiệp|Khu kinh tế|Khu chế xuất|Khu công nghệ cao|Thủ đô".split("|")
)
_ROADS = frozenset({"Đường", "Phố"})
_SITES = _PARKS | {"Quảng trường", "Địa danh"}
_TITLE_WITHIN = 600


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
    until = told_until(scene, mention)
    since = start - 500 if not after else scene.line(mention.start)[0]
    near = [v for v in venues if max(after, since) <= v.start < min(end + 420, until)]
    near += [v for v in venues if mention.end < v.start < until and _SEAT.match(scene.low, v.end)]
    for venue in near:
        first, last = scene.sentence(venue.start)
        if _COMING.search(scene.low, first, venue.start):
            continue
        if _HELD.search(scene.low, first, last) or opens_with(scene, venue):
            return Spot(venue, "held")
        if _PINNED.search(scene.low, max(0, venue.start - 16), venue.start):
            return Spot(venue, "pinned")
    line = scene.line(mention.start)
    before = [v for v in near if line[0] <= v.start < mention.start]
    if before:
        return Spot(before[-1], "line")
    visited = venues if told_by(mention) == "verb" else []
    stops = (v for v in visited if mention.end <= v.start < until and opens_with(scene, v))
    stop = next(stops, None)
    return Spot(stop, "stop") if stop else None


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

    The rule is ``venue`` (in its name or behind it), ``venue unit`` (``Hội trường xã``: the
    host's or the article's own), ``stop`` (of a visit), ``sentence``, ``host`` (or a place in
    the title or the event's name that lies in the host's), ``present`` (who acts in the
    sentence) or ``home``; the first that finds a place decides.
    """
    same = scene.sentence(mention.start)
    own = unit_of(venue.text, hosts, reading.home) if venue else []
    ways: tuple[tuple[str, Callable[[], Sequence[Place]]], ...] = (
        ("venue", lambda: _at_venue(scene, venue, reading) if venue else []),
        ("venue unit", lambda: own if venue and same == scene.sentence(venue.start) else []),
        ("stop", lambda: _stops(scene, mention, venue)),
        ("sentence", lambda: _in_sentence(scene, mention, venue)),
        ("venue unit", lambda: own),
        ("host", lambda: _narrower(_in_names(scene, mention, venue), seat_of(hosts, reading))),
        ("present", lambda: _present(scene, mention, reading)),
        ("home", lambda: _default(scene, mention, hosts, reading)),
    )
    for rule, look in ways:
        named = list(look())
        if named:
            return Whereabouts(_ordered(_with_parents(named, reading)), rule)
    return Whereabouts((), "")


def _narrower(named: list[Place], hosting: Sequence[Place]) -> Sequence[Place]:
    """Return the place in the event's name where it lies in the host's unit, else the host's."""
    inside = [p for p in named for host in hosting if p.name.endswith(", " + host.name)]
    return inside or hosting or named


def _present(scene: Scene, mention: Mention, reading: Reading) -> list[Place]:
    """Return the unit whose body acts before the event's name in its sentence, if it is one."""
    start, _ = scene.sentence(mention.start)
    bodies = [b for b in scene.bodies_in(start, mention.start) if not _is_central(b)]
    seats = {place.name: place for body in bodies for place in seat_of([body], reading)}
    return list(seats.values()) if len(seats) == 1 else []


def _default(
    scene: Scene, mention: Mention, hosts: list[OrganizationMention], reading: Reading
) -> list[Place]:
    """Return the article's home; for what the nation's bodies hold only if the title names it."""
    start, end = scene.sentence(mention.start)
    local = [host for host in hosts if not _is_central(host)]
    if len(local) < len(hosts) or _NATIONAL.search(scene.low, start, end):
        return seat_of(local, reading) or named_in(_title(scene, reading), reading.home)
    return list(reading.home.units[:1])


def _is_central(body: OrganizationMention) -> bool:
    """Tell whether a body is the nation's, which may meet anywhere."""
    return _CENTRAL.search(fold(body.name)) is not None


def _title(scene: Scene, reading: Reading) -> str:
    return reading.article.title or scene.body.lstrip().partition("\n")[0]


def _at_venue(scene: Scene, venue: Mention, reading: Reading) -> list[Place]:
    """Return the places named in a venue or told straight after it; units of the past are none."""
    behind: list[PlaceMention] = []
    edge = venue.end
    for mention in scene.places_in(venue.end, venue.end + 110):
        if _AFTER_VENUE.fullmatch(scene.low[edge : mention.start]) is None:
            break
        behind.append(mention)
        edge = mention.end
    named = [p for p in scene.places_in(venue.start, venue.end) if not _bare(p)]
    units = [p.place for p in (*named, *behind) if p.place.level and not _gone(scene, p)]
    sites = [p.place for p in behind if p.place.kind in _SITES and p.place.level is None]
    if any(p.place.level for p in behind):
        sites += [p.place for p in behind if p.place.kind in _ROADS]
    if not units:  # the park that a hall bears the name of
        sites += [p.place for p in named if p.place.kind in _PARKS]
    if not units and _GONE.match(scene.low, venue.end):
        return sites
    return [*sites, *units] or named_like(venue.text, reading)


def _gone(scene: Scene, mention: PlaceMention) -> bool:
    """Tell whether the text calls a unit one of the past: "huyện Thạch Thành (cũ)"."""
    return _GONE.match(scene.low, mention.end) is not None


def _stops(scene: Scene, mention: Mention, venue: Mention | None) -> list[Place]:
    """Return the first village or commune that a visit is told to have stopped at.

    What the visit's own sentence says goes before it, unless that is one wide unit.
    """
    if told_by(mention) != "verb":
        return []
    said = _in_sentence(scene, mention, venue)
    if len(said) > 1 or any(p.level in {"thôn", "xã"} for p in said):
        return []
    for stop in scene.places_in(mention.end, told_until(scene, mention)):
        narrow = stop.place.level in {"thôn", "xã"}
        if narrow and opens_with(scene, stop):
            return [stop.place]
    return []


def _bare(mention: PlaceMention) -> bool:
    """Tell whether a place stands without its type word: a hall's own name (``Ngọc Linh``)."""
    kind, short = mention.place.kind, mention.place.name.split(",")[0]
    return bool(kind) and fold(short) == f"{fold(kind)} {fold(mention.text)}"


def _in_sentence(scene: Scene, mention: Mention, venue: Mention | None) -> list[Place]:
    """Return the places that the sentence puts the event in (``tại``, ``ở`` ...)."""
    start, end = scene.sentence(mention.start)
    aside = [(mention.start, mention.end)]
    aside += [(venue.start, venue.end)] if venue else []
    bodies = scene.bodies_in(max(0, start - 100), end)
    acting = _acting(scene, mention, bodies)
    seats: list[int] = []
    for body in bodies:
        if not _AT.search(scene.low, start, body.start):
            aside.append((body.start, body.end))
        elif body.end < mention.start or body.start >= mention.end:
            seats.append(body.end)
    found: list[PlaceMention] = []
    for place in scene.places_in(start, end):
        if scene.body.startswith("Việt Nam", place.start) or any(
            first <= place.start < last for first, last in aside
        ):
            continue
        before = scene.low[max(0, place.start - 40) : place.start]
        edge = found[-1].end if found else start
        joined = found and _JOINED.fullmatch(scene.low, edge, place.start)
        behind = any(_AFTER_VENUE.fullmatch(scene.low, x, place.start) for x in seats)
        told = behind or place.start in acting or _at_a_spot(scene, place)
        if joined or told or _IN.search(before):
            found.append(place)
    return [
        p.place for p in found if (p.place.level or p.place.kind in _PARKS) and not _gone(scene, p)
    ]


def _acting(scene: Scene, mention: Mention, bodies: Sequence[OrganizationMention]) -> list[int]:
    """Return where the places start that themselves hold the event: "xã A, huyện B tổ chức ...".

    The parents behind a body ("UBND xã A, huyện B tổ chức ...") hold nothing.
    """
    chain: list[int] = []
    start = scene.sentence(mention.start)[0]
    for place in reversed(scene.places_in(start, mention.start)):
        gap = _ACTING if not chain else _PARENT
        if gap.fullmatch(scene.low, place.end, chain[-1] if chain else mention.start) is None:
            break
        if any(body.start <= place.start < body.end for body in bodies):
            return []
        chain.append(place.start)
    first = chain[-1] if chain else 0
    if _NOT_ACTING.search(scene.low, max(0, first - 12), first):
        return []
    return [] if any(_PARENT.fullmatch(scene.low, b.end, first) for b in bodies) else chain


def _at_a_spot(scene: Scene, place: PlaceMention) -> bool:
    """Tell whether a place only says where a spot without a unit of its own lies."""
    spot = _AT_A_SPOT.search(scene.low, max(0, place.start - 60), place.start)
    if spot is None or (_bare(place) and _CLOSED.search(spot.group()) is None):
        return False
    return not any(p.place.level for p in scene.places_in(spot.start(), place.start))


def _in_title(scene: Scene, mention: Mention) -> list[Place]:
    """Return the communes that a title above the event puts it in ("... tại Hướng Hiệp")."""
    found: list[Place] = []
    for start, end in sorted(scene.headlines):
        if not mention.start - _TITLE_WITHIN < start < mention.start:
            continue
        for place in scene.places_in(start, end):
            before = scene.low[max(start, place.start - 24) : place.start]
            joined = found and before.endswith((", ", "và "))
            if place.place.level in {"thôn", "xã"} and (_IN.search(before) or joined):
                found.append(place.place)
    return found


def _in_names(scene: Scene, mention: Mention, venue: Mention | None) -> list[Place]:
    """Return what the title says, and the first places of the event's name and the venue's."""
    names = [mention, venue] if venue else [mention]
    told = [[p.place for p in scene.places_in(m.start, m.end) if p.place.level] for m in names]
    return _in_title(scene, mention) + [place for places in told for place in places[:1]]


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
    """Return each place once, the narrowest first; a site is narrower than any unit."""
    unique = {place.name: place for place in places}
    return tuple(sorted(unique.values(), key=lambda p: _RANK.get(p.level or "", -1)))
