"""Things that may be one are put together: pairs are judged, then joined the surest first.

The order of the things as given breaks ties, so that callers sort them by something that
belongs to them. Who stands in whose way is the same whatever came first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol, TypeVar

JOIN, DOUBTFUL, APART, UNRELATED = "join", "doubtful", "apart", "unrelated"

_ALL_PAIRS = 150  # things of one key up to which all are compared with all
_CHECKED = 30  # members of a group whom a new one must not contradict, known or not
_CLOSE = 0.75  # scores nearer than this do not say which of two is the right one


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is thought of two things: an outcome, how much speaks for it, and why in words."""

    outcome: str
    score: float = 0.0
    reason: str = ""


class Thing(Protocol):
    """What can be put together; things of one document never are."""

    @property
    def documents(self) -> frozenset[str]:
        """Return the articles that it stands in."""


_Thing = TypeVar("_Thing", bound=Thing)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things by their numbers, with what is thought of them."""

    first: int
    second: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Clusters:
    """Groups of numbers, the pairs that made them, and the pairs that stayed doubtful."""

    groups: tuple[tuple[int, ...], ...]
    joined: tuple[Pair, ...]
    doubtful: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The pairs that may be one, and who is certainly not who."""

    joins: tuple[Pair, ...]
    doubts: tuple[Pair, ...]
    apart: Mapping[int, set[int]]


def cluster(
    things: Sequence[_Thing],
    keys: Callable[[_Thing], Iterable[Hashable]],
    judge: Callable[[_Thing, _Thing], Verdict],
    anchor: Callable[[_Thing], int],
) -> Clusters:
    """Put together what is one.

    Args:
        things: In an order of their own; numbers in the answer are places in it.
        keys: Only things that share a key are compared; without a key one stays alone.
        judge: What is thought of two things, whichever comes first.
        anchor: Of a key that very many share, all are compared only with those of the lowest
            number, so that the work grows no faster than the things.
    """
    judged = _judged(things, _candidates(things, keys, anchor), judge)
    joins, torn = _unambiguous(judged)
    home, joined, blocked = _merge(things, joins, judged.apart, judge)
    groups: dict[int, list[int]] = defaultdict(list)
    for i, root in enumerate(home):
        groups[root].append(i)
    open_pairs = _open_questions(things, home, groups, judged, (*torn, *blocked))
    return Clusters(
        tuple(tuple(group) for group in groups.values()),
        tuple(joined),
        open_pairs,
    )


def _candidates(
    things: Sequence[_Thing],
    keys: Callable[[_Thing], Iterable[Hashable]],
    anchor: Callable[[_Thing], int],
) -> list[tuple[int, int]]:
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for i, thing in enumerate(things):
        for key in set(keys(thing)):
            blocks[key].append(i)
    pairs: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) <= _ALL_PAIRS:
            pairs.update(combinations(block, 2))
            continue
        anchors = sorted(block, key=lambda i: (anchor(things[i]), i))[:_ALL_PAIRS]
        pairs.update((min(i, j), max(i, j)) for i in anchors for j in block if i != j)
    return sorted(pairs)


def _judged(
    things: Sequence[_Thing],
    pairs: Iterable[tuple[int, int]],
    judge: Callable[[_Thing, _Thing], Verdict],
) -> Judgement:
    joins: list[Pair] = []
    doubts: list[Pair] = []
    apart: dict[int, set[int]] = defaultdict(set)
    for i, j in pairs:
        verdict = _verdict(things[i], things[j], judge)
        if verdict.outcome == APART:
            apart[i].add(j)
            apart[j].add(i)
        elif verdict.outcome != UNRELATED:
            (joins if verdict.outcome == JOIN else doubts).append(Pair(i, j, verdict))
    return Judgement(tuple(joins), tuple(doubts), apart)


def _verdict(a: _Thing, b: _Thing, judge: Callable[[_Thing, _Thing], Verdict]) -> Verdict:
    if not a.documents.isdisjoint(b.documents):
        return Verdict(APART, 0.0, "both stand in one article")
    return judge(a, b)


def _unambiguous(judged: Judgement) -> tuple[list[Pair], list[Pair]]:
    """Part the joins from those of things that would fit two others which are certainly two.

    The clearly better one keeps its join; where neither is better, both become doubtful.
    """
    joins: dict[int, dict[int, Pair]] = defaultdict(dict)
    for pair in judged.joins:
        joins[pair.first][pair.second] = joins[pair.second][pair.first] = pair
    torn: set[Pair] = set()
    for fits in joins.values():
        for i in fits.keys() & judged.apart.keys():
            for j in fits.keys() & judged.apart[i]:
                if fits[i].verdict.score - fits[j].verdict.score < _CLOSE:
                    torn.add(fits[i])
    kept = [p for p in judged.joins if p not in torn]
    return kept, [_doubted(p, "but another one fits as well") for p in judged.joins if p in torn]


def _doubted(pair: Pair, why: str) -> Pair:
    verdict = pair.verdict
    reason = f"{verdict.reason}; {why}"
    return Pair(pair.first, pair.second, Verdict(DOUBTFUL, verdict.score, reason))


def _merge(
    things: Sequence[_Thing],
    joins: Sequence[Pair],
    apart: Mapping[int, set[int]],
    judge: Callable[[_Thing, _Thing], Verdict],
) -> tuple[list[int], list[Pair], list[Pair]]:
    """Join the surest first; a join that would bring two together that are two is refused."""
    home = list(range(len(things)))
    members = {i: [i] for i in home}
    joined, blocked = [], []
    for pair in sorted(joins, key=lambda p: (-p.verdict.score, p.first, p.second)):
        a, b = sorted((home[pair.first], home[pair.second]))
        if a == b:
            continue
        if _are_two(things, members[a], members[b], apart) or any(
            _verdict(things[i], things[j], judge).outcome == APART
            for i in members[a][:_CHECKED]
            for j in members[b][:_CHECKED]
        ):
            blocked.append(_doubted(pair, "but others of the same group are certainly two"))
            continue
        joined.append(pair)
        for i in members[b]:
            home[i] = a
        members[a] += members.pop(b)
    return home, joined, blocked


def _are_two(
    things: Sequence[_Thing], a: Sequence[int], b: Sequence[int], apart: Mapping[int, set[int]]
) -> bool:
    """Tell whether somebody of one group is known to be nobody of the other."""
    small, large = sorted((a, b), key=len)
    others = set(large)
    if any(not others.isdisjoint(apart[i]) for i in small if i in apart):
        return True
    documents = set().union(*(things[i].documents for i in small))
    return any(not documents.isdisjoint(things[i].documents) for i in large)


def _open_questions(
    things: Sequence[_Thing],
    home: Sequence[int],
    groups: Mapping[int, list[int]],
    judged: Judgement,
    refused: Sequence[Pair],
) -> tuple[Pair, ...]:
    """Return the best doubtful pair of every two groups.

    Those known to be two are left out, unless they are joins that were refused.
    """
    best: dict[tuple[int, int], Pair] = {}
    told = frozenset(refused)
    for pair in sorted((*judged.doubts, *refused), key=lambda p: (-p.verdict.score, p.first)):
        a, b = sorted((home[pair.first], home[pair.second]))
        if a != b:
            best.setdefault((a, b), pair)
    return tuple(
        pair
        for (a, b), pair in best.items()
        if pair in told or not _are_two(things, groups[a], groups[b], judged.apart)
    )
