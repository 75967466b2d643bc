"""Who is one person in several articles: the rules of ``docs/LINKING.md`` for people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from hoinghi.linking.clusters import APART, DOUBTFUL, JOIN, UNRELATED, Clusters, Verdict, cluster
from hoinghi.linking.evidence import AGAINST, CLASH, Finding, Told, compare, context
from hoinghi.linking.names import COMMON, RARE, USUAL, name_key, rarity, sex
from hoinghi.linking.posts import Post
from hoinghi.linking.seen import PersonSeen
from hoinghi.linking.wheres import APART as PLACES_APART
from hoinghi.linking.wheres import KIN, Where, relation

# How much must speak for one person, by how much the name alone proves; and what is doubtful.
_ENOUGH: Final = {RARE: 2.5, USUAL: 3.0, COMMON: 4.0}
_SOME: Final = {RARE: 1.5, USUAL: 2.0, COMMON: 2.5}
_SAME_EVENT: Final = 4.0
_SAME_POST: Final = 4.0  # what the same post of the same body gives, which no clash can outweigh
_FURTHER: Final = 0.5  # a second pair of posts that agrees
_CLASH_COSTS: Final = 2.0  # where no day says that both posts were held at one time
_A_TERM: Final = 5 * 365  # days
_LONG_AGO: Final = 12 * 365  # days
_LONG_AGO_COSTS: Final = 1.0
_ELSEWHERE: Final = 2.0  # what a body of one name says where the places differ

_MOST_PLACES: Final = 8  # in which someone is told of, who travels the country
_UNIQUE: Final = frozenset({"hồ chí minh"})  # whom speeches name without a body or a place


@dataclass(frozen=True, slots=True)
class Person:
    """What several articles say alike of a person: one name, sex and set of posts.

    ``posts`` are all, ``days`` the first and last day of which it is told.
    """

    members: tuple[PersonSeen, ...]
    key: str
    sex: str
    posts: tuple[Post, ...]
    places: tuple[Where, ...]
    days: tuple[date, date] | None
    meetings: frozenset[str]
    elected: bool
    documents: frozenset[str]


def link_people(seen: Iterable[PersonSeen]) -> tuple[tuple[Person, ...], Clusters]:
    """Return the persons that articles tell alike, and which of them are one.

    Args:
        seen: Every person of every article, with final ids of meetings; in any order.
    """
    things = _alike(sorted(seen, key=lambda p: (p.document_id, p.number)))
    return things, cluster(things, _keys, judge, lambda person: -len(person.documents))


def judge(a: Person, b: Person) -> Verdict:
    """Return what is thought of two persons of one name."""
    if a.sex and b.sex and a.sex != b.sex:
        return Verdict(APART, 0.0, "one is addressed as a man, the other as a woman")
    findings = list(_findings(a, b))
    found = [f for f in findings if f.points != CLASH]
    best = max(found, key=lambda f: f.points, default=Finding(0.0, ""))
    clash = next((f for f in findings if f.points == CLASH), None)
    together = bool(a.meetings & b.meetings)
    clashes = clash is not None and best.points < _SAME_POST
    if clash and clashes and _gap(a, b) is not None:
        return Verdict(APART, 0.0, clash.reason)
    if a.key in _UNIQUE:
        return Verdict(JOIN, _SAME_POST, "one person alone is known by the name")
    score = best.points + _FURTHER * (sum(f.points >= 2 for f in found) > 1)
    reasons = [best.reason] if best.reason else []
    against = next((f for f in found if f.points < 0 or f.falls), None)
    if against and best.points < _SAME_POST:
        score += AGAINST
        reasons.append(f"but {against.reason}" if against is not best else "which is rare")
    if clash and clashes:
        score -= _CLASH_COSTS
        reasons.append(f"{clash.reason}, but a day is not known")
    if together:
        score += _SAME_EVENT
        reasons.append("both take part in the same event")
    if (_gap(a, b) or 0) > _LONG_AGO:
        score -= _LONG_AGO_COSTS
        reasons.append("more than twelve years lie between")
    return _weighed(score, rarity(a.key), reasons)


def _weighed(score: float, kind: str, reasons: Sequence[str]) -> Verdict:
    if score < _SOME[kind]:
        return Verdict(UNRELATED, score)
    outcome = JOIN if score >= _ENOUGH[kind] else DOUBTFUL
    because = [*reasons, f"the name is {kind}"]
    return Verdict(outcome, round(score, 2), "; ".join(because))


def _findings(a: Person, b: Person) -> Iterator[Finding]:
    """Yield what every pair of posts says, and what the places of the articles say."""
    gap, rising = _gap(a, b), _order(a, b)
    elected = a.elected or b.elected
    elsewhere = _elsewhere(a, b)
    for p in a.posts:
        for q in b.posts:
            first, second = (p, q) if rising >= 0 else (q, p)
            finding = _at_home(compare(first, second, gap), first, second, elsewhere=elsewhere)
            if elected and finding.points == CLASH and finding.one_place:
                lower, higher = sorted((p, q), key=lambda post: post.rank)
                finding = compare(lower, higher, _A_TERM)  # the day brought the new post
            yield finding
    yield context(Told(a.posts, a.places), Told(b.posts, b.places))


def _elsewhere(a: Person, b: Person) -> bool:
    """Tell whether all places of the articles on the one lie apart from those on the other."""
    stand = [relation(x, y) in {PLACES_APART, KIN} for x in a.places for y in b.places]
    return bool(stand) and all(stand)


def _at_home(finding: Finding, first: Post, second: Post, *, elsewhere: bool) -> Finding:
    """Take back what a school or firm of one name says where the articles are of other places."""
    named = first.common_name and second.common_name
    if not (named and elsewhere) or finding.points <= _ELSEWHERE:
        return finding
    reason = f"{finding.reason}, but the articles are of other places"
    return finding._replace(points=_ELSEWHERE, reason=reason)


def _gap(a: Person, b: Person) -> int | None:
    """Return the days between what is told of the two, ``None`` where a day is unknown."""
    if a.days is None or b.days is None:
        return None
    return max(0, (b.days[0] - a.days[1]).days, (a.days[0] - b.days[1]).days)


def _order(a: Person, b: Person) -> int:
    """Return 1 where ``a`` is told of earlier, -1 where later, 0 at one time."""
    if not _gap(a, b) or a.days is None or b.days is None:
        return 0
    return 1 if a.days < b.days else -1


def _keys(person: Person) -> Iterator[Hashable]:
    """Yield what a person shares with anyone who might be the same."""
    if len(person.key.split()) < 2:
        return  # a word alone names nobody
    if person.key in _UNIQUE:
        yield person.key
    for place in (*person.places, *(post.where for post in person.posts)):
        for unit in place.units:
            yield person.key, "in", unit
    for post in person.posts:
        if post.countrywide or post.own_name:
            yield person.key, "of", post.body or post.title
    for meeting in person.meetings:
        yield person.key, "at", meeting


def _alike(seen: Sequence[PersonSeen]) -> tuple[Person, ...]:
    """Put together what is told alike: a leader whom a thousand articles name is compared once.

    Only posts that say by themselves which they are count; namesakes of one article stay apart.
    """
    twice = _namesakes(seen)
    groups: dict[Hashable, list[PersonSeen]] = defaultdict(list)
    for one in seen:
        groups[_profile(one, twice)].append(one)
    return tuple(_person(group) for group in groups.values())


def _namesakes(seen: Sequence[PersonSeen]) -> frozenset[tuple[str, str]]:
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for one in seen:
        counts[one.document_id, name_key(one.name)] += 1
    return frozenset(key for key, count in counts.items() if count > 1)


def _profile(one: PersonSeen, twice: frozenset[tuple[str, str]]) -> Hashable:
    key = name_key(one.name)
    certain = any((p.body and p.where) or p.countrywide or p.own_name for p in one.posts)
    if not certain or (one.document_id, key) in twice or len(key.split()) < 2:
        return one.document_id, one.number
    posts = frozenset(p.key for p in one.posts)
    placed = any((p.body and p.where) or p.countrywide for p in one.posts)
    seat = () if placed else one.place.names[-1:]  # the province, for a school or firm by name
    return key, sex(one.name, one.honorific), posts, seat


def _person(group: Sequence[PersonSeen]) -> Person:
    first = group[0]
    days = [one.day for one in group if one.day is not None]
    places = Counter(one.place for one in group if one.place)
    return Person(
        members=tuple(group),
        key=name_key(first.name),
        sex=sex(first.name, first.honorific),
        posts=first.posts,
        places=tuple(place for place, _ in places.most_common(_MOST_PLACES)),
        days=(min(days), max(days)) if days else None,
        meetings=frozenset(one.meeting_id for one in group if one.meeting_id),
        elected=any(one.role == "được bầu" for one in group),
        documents=frozenset(one.document_id for one in group),
    )
