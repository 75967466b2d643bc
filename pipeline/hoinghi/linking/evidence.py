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
    APART,
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

CLASH: Final = -1.0
_ONE_TIME: Final = 45  # days in which nobody changes posts twice
_LEADERSHIP: Final = frozenset({"party", "council", "government", "front"})


class Finding(NamedTuple):
    """Points and the reason in words; ``one_place`` tells of a clash that it is in one unit."""

    points: float
    reason: str
    one_place: bool = False


_NOTHING: Final = Finding(0.0, "")


def compare(earlier: Post, later: Post, gap: int | None) -> Finding:
    """Return what two posts say of their holders, ``gap`` days between the two articles.

    Where the gap is unknown they count as held at one time.
    """
    at_once = (gap or 0) <= _ONE_TIME
    if not earlier.where and not later.where:
        return _placeless(earlier, later)
    if not earlier.where or not later.where:
        return _NOTHING  # left to the places of the articles
    match relation(earlier.where, later.where):
        case "same":
            return _one_unit(earlier, later, at_once=at_once)
        case "within":
            return _ladder(earlier, later, at_once=at_once)
        case "kin":
            return _two_units(earlier, later, at_once=at_once, kin=True)
        case "apart":
            return _two_units(earlier, later, at_once=at_once, kin=False)
    return _NOTHING


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
        points = 4.0 if earlier.body and later.body else 3.0
        return Finding(points, f"the same post ({later.title} {later.body}, {place})")
    if at_once and exclusive(earlier, later):
        why = f"no one is {earlier.title} {earlier.body} and {later.title} {later.body} at once"
        return Finding(CLASH, " ".join(why.split()), one_place=True)
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
            return Finding(2.0, f"a lower post than before in one body ({body})")
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
    steps = abs(_step(earlier.where) - _step(later.where))
    wide, narrow = sorted((earlier, later), key=lambda p: p.where.level)
    if same_title(earlier, later) and earlier.body == later.body and earlier.where.level == 0:
        return _NOTHING
    if MEMBER in (wide.rank, narrow.rank) and wide.rank != OTHER and narrow.rank != OTHER:
        return Finding(1.5, f"a membership in {wide.where.names[0]} beside a post in it")
    if at_once and narrow.full and wide.full:
        why = f"two full posts in {narrow.where.names[0]} and {wide.where.names[0]} at one time"
        return Finding(CLASH, why)
    if not (earlier.political and later.political) or min(wide.rank, narrow.rank) < DEPUTY:
        return Finding(1.0, f"posts in {narrow.where.names[0]} and {wide.where.names[0]}")
    top = narrow.walk in _LEADERSHIP and narrow.rank >= DEPUTY
    points = 3.0 if steps == 1 and narrow.where.level == COMMUNE else 2.0
    if narrow.where.level == DISTRICT and narrow.rank == HEAD and top and earlier is narrow:
        points = 3.0
    if earlier is wide and not _after_reform(later.where):
        points -= 1.0
    if at_once or steps > 1:
        points -= 1.0
    return Finding(points, f"a step from {earlier.where.names[0]} to {later.where.names[0]}")


def _step(where: Where) -> int:
    return where.level


def _after_reform(where: Where) -> bool:
    """Tell whether the commune lies right under its province, as since July 2025."""
    return where.level == COMMUNE and len(where.names) == 2


def _two_units(earlier: Post, later: Post, *, at_once: bool, kin: bool) -> Finding:
    here, there = earlier.where.names[0], later.where.names[0]
    if at_once and not earlier.former and not later.former:
        leaders = min(earlier.rank, later.rank) >= DEPUTY
        if leaders or (earlier.full and later.full):
            return Finding(CLASH, f"posts in {here} and {there} at one time")
    if kin and earlier.political and later.political:
        return Finding(2.0, f"posts in {here} and {there}, which became one unit")
    return _NOTHING


def context(
    posts_a: Sequence[Post], places_a: Sequence[Where], posts_b: Sequence[Post],
    places_b: Sequence[Where],
) -> Finding:  # fmt: skip
    """Return what the places of the articles say of posts whose body or place is left out."""
    best = _NOTHING
    for post, other, where in (
        *((p, posts_b, place) for p in posts_a if not p.where for place in places_a),
        *((p, posts_a, place) for p in posts_b if not p.where for place in places_b),
    ):
        for q in other:
            best = max(best, _left_out(post, where, q, _places(q, places_a, places_b, posts_b)))
    if best.points == 0.0 and not (posts_a and posts_b):
        best = _bare(places_a, places_b)
    return best


def _places(
    post: Post, places_a: Sequence[Where], places_b: Sequence[Where], posts_b: Sequence[Post]
) -> Sequence[Where]:
    if post.where:
        return (post.where,)
    return places_b if post in posts_b else places_a


_NEAR: Final = {VILLAGE: 3.0, COMMUNE: 3.0, DISTRICT: 2.5, PROVINCE: 1.5, 0: 0.0}


def _left_out(post: Post, where: Where, other: Post, places: Sequence[Where]) -> Finding:
    """Return what a post without a place says beside one with the same title and body."""
    if not same_title(post, other) or (post.body and other.body and not same_body(post, other)):
        return _NOTHING
    best = 0.0
    for place in places:
        match relation(where, place):
            case "same":
                points = _NEAR[place.level] - (0.0 if other.where else 0.5)
            case "within":
                points = 2.0 if max(where.level, place.level) >= COMMUNE else 1.5
            case _:
                points = 0.0
        best = max(best, points)
    return Finding(best, f"{other.title}, in articles of one place") if best else _NOTHING


def _bare(places_a: Sequence[Where], places_b: Sequence[Where]) -> Finding:
    """Return what the places alone say where one of the two has no post: never enough."""
    for a in places_a:
        for b in places_b:
            if relation(a, b) == SAME and a.level >= COMMUNE:
                return Finding(1.5, f"a name alone, in articles of {a.names[0]}")
    return _NOTHING


__all__ = ["APART", "CLASH", "KIN", "UNKNOWN", "WITHIN", "Finding", "compare", "context"]
