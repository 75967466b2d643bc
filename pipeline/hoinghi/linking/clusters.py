"""Things that may be one are put together: pairs are judged, then joined the surest first.

The order of the things as given breaks ties, so that callers sort them by something that
belongs to them. Who stands in whose way is the same whatever came first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

JOIN, DOUBTFUL, APART, UNRELATED = "join", "doubtful", "apart", "unrelated"

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


@dataclass(slots=True)
class Bench(Generic[_Thing]):
    """The things of one run with every verdict that has been asked for."""

    things: Sequence[_Thing]
    judge: Callable[[_Thing, _Thing], Verdict]
    _known: dict[tuple[int, int], Verdict] = field(default_factory=dict)

    def verdict(self, i: int, j: int) -> Verdict:
        """Return what is thought of two things; asked twice, answered from memory."""
        pair = (i, j) if i < j else (j, i)
        found = self._known.get(pair)
        if found is None:
            a, b = self.things[pair[0]], self.things[pair[1]]
            told_apart = not a.documents.isdisjoint(b.documents)
            found = Verdict(APART, 0.0, "both stand in one article") if told_apart else None
            found = self._known[pair] = found or self.judge(a, b)
        return found

    def apart(self, i: int, j: int) -> bool:
        """Tell whether the two are certainly two."""
        return self.verdict(i, j).outcome == APART


def cluster(
    things: Sequence[_Thing],
    keys: Callable[[_Thing], Iterable[Hashable]],
    judge: Callable[[_Thing, _Thing], Verdict],
) -> Clusters:
    """Put together what is one.

    Args:
        things: In an order of their own; numbers in the answer are places in it.
        keys: Only things that share a key are compared; without a key one stays alone.
        judge: What is thought of two things, whichever comes first.
    """
    bench = Bench(things, judge)
    judged = [Pair(i, j, bench.verdict(i, j)) for i, j in _candidates(things, keys)]
    joins, doubts = _unambiguous(judged)
    doubts += [p for p in judged if p.verdict.outcome == DOUBTFUL]
    home, joined, blocked = _merge(bench, joins)
    groups: dict[int, list[int]] = defaultdict(list)
    for i, root in enumerate(home):
        groups[root].append(i)
    return Clusters(
        tuple(tuple(group) for group in groups.values()),
        tuple(joined),
        _open_questions(bench, home, groups, [*doubts, *blocked]),
    )


def _candidates(
    things: Sequence[_Thing], keys: Callable[[_Thing], Iterable[Hashable]]
) -> list[tuple[int, int]]:
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for i, thing in enumerate(things):
        for key in set(keys(thing)):
            blocks[key].append(i)
    pairs = {(i, j) for block in blocks.values() for at, j in enumerate(block) for i in block[:at]}
    return sorted(pairs)


def _unambiguous(judged: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Part the joins from those of things that would fit two others which are certainly two.

    The clearly better one keeps its join; where neither is better, both become doubtful.
    """
    joins: dict[int, dict[int, Pair]] = defaultdict(dict)
    apart: dict[int, set[int]] = defaultdict(set)
    for pair in judged:
        for i, j in ((pair.first, pair.second), (pair.second, pair.first)):
            if pair.verdict.outcome == JOIN:
                joins[i][j] = pair
            elif pair.verdict.outcome == APART:
                apart[i].add(j)
    torn: set[Pair] = set()
    for fits in joins.values():
        for i in fits.keys() & apart.keys():
            for j in fits.keys() & apart[i]:
                lead = fits[i].verdict.score - fits[j].verdict.score
                if lead < _CLOSE:
                    torn.add(fits[i])
    kept = [p for p in judged if p.verdict.outcome == JOIN and p not in torn]
    return kept, [_doubted(p, "but another one fits as well") for p in judged if p in torn]


def _doubted(pair: Pair, why: str) -> Pair:
    verdict = pair.verdict
    reason = f"{verdict.reason}; {why}"
    return Pair(pair.first, pair.second, Verdict(DOUBTFUL, verdict.score, reason))


def _merge(bench: Bench[_Thing], joins: Sequence[Pair]) -> tuple[list[int], list[Pair], list[Pair]]:
    """Join the surest first; a join that would bring two together that are two is refused."""
    home = list(range(len(bench.things)))
    members = {i: [i] for i in home}
    joined, blocked = [], []
    for pair in sorted(joins, key=lambda p: (-p.verdict.score, p.first, p.second)):
        a, b = sorted((home[pair.first], home[pair.second]))
        if a == b:
            continue
        if any(bench.apart(i, j) for i in members[a] for j in members[b]):
            blocked.append(_doubted(pair, "but others of the same group are certainly two"))
            continue
        joined.append(pair)
        for i in members[b]:
            home[i] = a
        members[a] += members.pop(b)
    return home, joined, blocked


def _open_questions(
    bench: Bench[_Thing],
    home: Sequence[int],
    groups: dict[int, list[int]],
    doubts: Sequence[Pair],
) -> tuple[Pair, ...]:
    """Return the best doubtful pair of every two groups, but for those known to be two."""
    best: dict[tuple[int, int], Pair] = {}
    for pair in sorted(doubts, key=lambda p: (-p.verdict.score, p.first, p.second)):
        a, b = sorted((home[pair.first], home[pair.second]))
        if a != b:
            best.setdefault((a, b), pair)
    return tuple(
        pair
        for (a, b), pair in best.items()
        if "; but " in pair.verdict.reason
        or not any(bench.apart(i, j) for i in groups[a] for j in groups[b])
    )
