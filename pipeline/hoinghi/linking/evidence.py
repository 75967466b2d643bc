"""What two posts, or two places, say about whether their holders are one person.

Points: 4 the same post; 3 enough for a name of usual frequency; 2 worth a look; ``CLASH`` no
one holds both at that time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from hoinghi.linking.posts import (
    DEPUTY,
    HEAD,
    MEMBER,
    OTHER,
    Post,
    exclusive,
    same_body,
    same_title,
)
from hoinghi.linking.wheres import (
    COMMUNE,
    DISTRICT,
    KIN,
    PROVINCE,
    SAME,
    UNKNOWN,
    VILLAGE,
    WITHIN,
    Where,
    relation,
)

CLASH: Final = -9.0
AGAINST: Final = -1.0  # what speaks against one person, but is no proof
_ONE_TIME: Final = 45  # days in which nobody changes posts twice
_A_YEAR: Final = 400
_LEADERSHIP: Final = frozenset({"party", "council", "government", "front"})


class Finding(NamedTuple):
    """Points and the reason in words.

    ``one_place`` tells of a clash that it is in one unit, ``falls`` of two posts that the later
    one is lower, which speaks against one person even where other posts agree.
    """

    points: float
    reason: str
    one_place: bool = False
    falls: bool = False


_NOTHING: Final = Finding(0.0, "")


def compare(earlier: Post, later: Post, gap: int | None) -> Finding:
    """Return what two posts say of their holders, ``gap`` days between the two articles.

    Where the gap is unknown they count as held at one time.
    """
    if not earlier.where and not later.where:
        return _placeless(earlier, later)
    if not earlier.where or not later.where:
        return _NOTHING  # left to the places of the articles
    at_once = (gap or 0) <= _ONE_TIME
    found = relation(earlier.where, later.where)
    if found == SAME:
        return _one_unit(earlier, later, at_once=at_once)
    if found == WITHIN:
        return _ladder(earlier, later, at_once=at_once)
    if found == UNKNOWN:
        return _NOTHING
    return _two_units(earlier, later, gap, kin=found == KIN)


def _placeless(a: Post, b: Post) -> Finding:
    both = (a.countrywide and b.countrywide) or (a.own_name and b.own_name)
    if not both or a.body != b.body:
        return _NOTHING
    if same_title(a, b):
        if a.rank == MEMBER:
            return Finding(3.0, f"both are {b.title} of {b.body}")
        return Finding(4.0, f"the same post ({b.title} {b.body})".replace(" )", ")"))
    return Finding(3.0, f"posts of one body ({b.body})") if a.body else _NOTHING


def _one_unit(earlier: Post, later: Post, *, at_once: bool) -> Finding:
    place = later.where.names[0]
    one_body = bool(earlier.body) and same_body(earlier, later)
    if same_title(earlier, later) and (one_body or not earlier.body or not later.body):
        if earlier.former and not later.former and not at_once:
            return Finding(2.0, f"{later.title} of {place}, but told before as a former one")
        told = (earlier.body and later.body) or later.where.level == VILLAGE
        points = 4.0 if told else 3.0
        return Finding(points, f"the same post ({later.title} {later.body}, {place})")
    if at_once and exclusive(earlier, later):
        why = f"no one is {earlier.title} {earlier.body} and {later.title} {later.body} at once"
        return Finding(CLASH, " ".join(why.split()), one_place=True)
    return _other_posts(earlier, later, place, one_body=one_body)


def _other_posts(earlier: Post, later: Post, place: str, *, one_body: bool) -> Finding:
    """Return what two different posts of one unit say that do not clash."""
    if one_body and earlier.walk != "village":
        return _within_a_body(earlier, later, place)
    if earlier.walk == later.walk == "village":
        return Finding(3.0, f"posts of one village ({place})")
    if earlier.political and later.political:
        return _colleagues(earlier, later, place)
    return Finding(0.5, f"posts of different callings in {place}")


def _within_a_body(earlier: Post, later: Post, place: str) -> Finding:
    body = f"{later.body}, {place}"
    if min(earlier.rank, later.rank) >= DEPUTY:
        if later.rank < earlier.rank and not earlier.former:
            if earlier.where.names != later.where.names:  # a chairman becomes a deputy there
                return Finding(3.0, f"leaders of one body, then of the merged one ({body})")
            return Finding(2.0, f"a lower post than before in one body ({body})", falls=True)
        return Finding(4.0, f"leaders of one body at different times ({body})")
    return Finding(3.0, f"posts of one body ({body})")


def _colleagues(earlier: Post, later: Post, place: str) -> Finding:
    """Return what two political posts of one unit say: in a commune much, in a province less."""
    lead = {earlier.walk, later.walk} & _LEADERSHIP
    points = 3.0 if earlier.where.level > PROVINCE or len(lead) == 2 else 2.5
    if min(earlier.rank, later.rank) < DEPUTY and MEMBER not in (earlier.rank, later.rank):
        points = 2.0
    return Finding(points, f"posts that go together in one unit ({place})")


def _ladder(earlier: Post, later: Post, *, at_once: bool) -> Finding:
    """Return what posts of a unit and of one above it say: people rise, most one step."""
    wide, narrow = sorted((earlier, later), key=lambda p: p.where.level)
    here, above = narrow.where.names[0], wide.where.names[0]
    ranks = {wide.rank, narrow.rank}
    if MEMBER in ranks and OTHER not in ranks:
        return Finding(1.5, f"a membership in {above} beside a post in {here}")
    if at_once and narrow.full and wide.full:
        return Finding(CLASH, f"two full posts in {here} and {above} at one time")
    if not (earlier.political and later.political) or min(ranks) < DEPUTY:
        return Finding(1.0, f"posts in {here} and {above}")
    rises = earlier is narrow
    points = 3.0 if _one_step(narrow, wide, rises=rises) else 2.0
    if not rises and not _after_reform(later.where):
        points -= 1.0
    if at_once or narrow.where.level - wide.where.level > 1:
        points -= 1.0
    return Finding(points, f"a step from {earlier.where.names[0]} to {later.where.names[0]}")


def _one_step(narrow: Post, wide: Post, *, rises: bool) -> bool:
    """Tell whether it is a usual step: commune and district, or a district's head upwards."""
    if narrow.where.level == COMMUNE:
        return wide.where.level == DISTRICT
    top = narrow.walk in _LEADERSHIP and narrow.rank == HEAD
    return rises and top and narrow.where.level == DISTRICT


def _after_reform(where: Where) -> bool:
    """Tell whether the commune lies right under its province, as since July 2025."""
    return where.level == COMMUNE and len(where.names) == 2


def _two_units(earlier: Post, later: Post, gap: int | None, *, kin: bool) -> Finding:
    here, there = earlier.where.names[0], later.where.names[0]
    leaders = min(earlier.rank, later.rank) >= DEPUTY
    if not earlier.former and not later.former and (leaders or (earlier.full and later.full)):
        if (gap or 0) <= _ONE_TIME:
            return Finding(CLASH, f"posts in {here} and {there} at one time")
        if (gap or 0) <= _A_YEAR:
            return Finding(AGAINST, f"posts in {here} and {there} within a year")
    political = earlier.political and later.political
    if kin and political and earlier.where.level == COMMUNE:
        return Finding(2.0, f"posts in {here} and {there}, which became one unit")
    return _NOTHING


class Told(NamedTuple):
    """The posts of a person and the places where the articles play that tell of them."""

    posts: Sequence[Post]
    places: Sequence[Where]


def context(a: Told, b: Told) -> Finding:
    """Return what the places of the articles say of posts whose body or place is left out."""
    best = max(_in_places(a, b), _in_places(b, a))
    if not best.points and not (a.posts and b.posts):
        return _bare(a.places, b.places)
    return best


def _in_places(a: Told, b: Told) -> Finding:
    """Return what the posts of ``a`` without a place say beside those of ``b``."""
    best = _NOTHING
    for post in a.posts:
        if not post.where and not post.countrywide and not post.own_name:
            for other in b.posts:
                places = (other.where,) if other.where else b.places
                for place in a.places:
                    best = max(best, _left_out(post, place, other, places))
    return best


_NEAR: Final = {VILLAGE: 3.0, COMMUNE: 3.0, DISTRICT: 2.5, PROVINCE: 1.5, 0: 2.5}


def _left_out(post: Post, where: Where, other: Post, places: Sequence[Where]) -> Finding:
    """Return what a post without a place says beside one with the same title and body."""
    if not same_title(post, other) or (post.body and other.body and not same_body(post, other)):
        return _NOTHING
    best = 0.0
    for place in places:
        found = relation(where, place)
        if found == SAME:
            best = max(best, _NEAR[place.level] - (0.0 if other.where else 0.5))
        elif found == WITHIN:
            best = max(best, 2.0 if max(where.level, place.level) >= COMMUNE else 1.5)
    return Finding(best, f"{other.title}, in articles of one place") if best else _NOTHING


def _bare(places_a: Sequence[Where], places_b: Sequence[Where]) -> Finding:
    """Return what the places alone say where one of the two has no post: never enough."""
    for a in places_a:
        for b in places_b:
            if relation(a, b) == SAME and a.level >= COMMUNE:
                return Finding(1.5, f"a name alone, in articles of {a.names[0]}")
    return _NOTHING
