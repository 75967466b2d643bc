"""Things that may be one are put together: pairs are judged, then joined the surest first.

The order of the things as given breaks ties, so that callers sort them by something that
belongs to them. Who stands in whose way is the same whatever came first.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from hoinghi.linking.pairs import Certain, Pairs, components

JOIN, DOUBTFUL, APART, UNRELATED = "join", "doubtful", "apart", "unrelated"

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
_Numbers = npt.NDArray[np.int32] | npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things by their numbers, with what is thought of them."""

    first: int
    second: int
    verdict: Verdict


@dataclass(frozen=True, slots=True, eq=False)
class Clusters:
    """Groups of numbers, the pairs that made them, and the pairs that stayed doubtful.

    ``home`` is the first number of the group of each.
    """

    home: npt.NDArray[np.int32]
    joined: tuple[Pair, ...]
    doubtful: tuple[Pair, ...]

    @property
    def groups(self) -> Iterator[list[int]]:
        """Yield the numbers of each group, groups by their first number."""
        order = np.argsort(self.home, kind="stable")
        cuts = np.flatnonzero(np.diff(self.home[order])) + 1
        for group in np.split(order, cuts) if len(order) else ():
            yield group.tolist()


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
    certain: Certain | None = None,
) -> Clusters:
    """Put together what is one.

    Args:
        things: In an order of their own; numbers in the answer are places in it.
        keys: Only things that share a key are compared; without a key one stays alone.
        judge: What is thought of two things, whichever comes first.
        anchor: Of a key that very many share, all are compared only with those of the lowest
            number, so that the work grows no faster than the things.
        certain: Tells of many pairs at once which of them ``judge`` would call ``APART``, to
            spare the work; it need not know all.
    """
    judged = _judged(things, Pairs(things, keys, anchor), judge, certain)
    joins, torn = _unambiguous(judged)
    home, joined, blocked = _merge(things, joins, judged.apart, judge)
    open_pairs = _open_questions(things, home, judged, (*torn, *blocked))
    return Clusters(home, tuple(joined), open_pairs)


def _judged(
    things: Sequence[_Thing],
    pairs: Pairs,
    judge: Callable[[_Thing, _Thing], Verdict],
    certain: Certain | None,
) -> Judgement:
    joins: list[Pair] = []
    doubts: list[Pair] = []
    first, second = array("i"), array("i")  # of those that are apart
    for window in pairs.windows(certain):
        for i, j in window.tolist():
            verdict = _verdict(things[i], things[j], judge)
            if verdict.outcome == APART:
                first.append(i)
                second.append(j)
            elif verdict.outcome != UNRELATED:
                (joins if verdict.outcome == JOIN else doubts).append(Pair(i, j, verdict))
    for found in (joins, doubts):
        found.sort(key=attrgetter("first", "second"))
    apart: dict[int, set[int]] = defaultdict(set)
    told = np.array([(pair.first, pair.second) for pair in (*joins, *doubts)], np.int64)
    if len(told):
        # What nothing ties together is never put into one group, so nobody asks about it.
        tied = components(len(things), told)
        _note(apart, np.frombuffer(first, np.int32), np.frombuffer(second, np.int32), tied)
        if certain is not None:
            for a, b in pairs.all_within(tied):
                two = certain(a, b)
                _note(apart, a[two], b[two], tied)
    return Judgement(tuple(joins), tuple(doubts), apart)


def _note(
    apart: dict[int, set[int]], first: _Numbers, second: _Numbers, tied: npt.NDArray[np.int32]
) -> None:
    """Note who is apart from whom, of those of one part."""
    kept = (tied[first] >= 0) & (tied[first] == tied[second])
    for i, j in zip(first[kept].tolist(), second[kept].tolist(), strict=True):
        apart[i].add(j)
        apart[j].add(i)


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
) -> tuple[npt.NDArray[np.int32], list[Pair], list[Pair]]:
    """Join the surest first; a join that would bring two together that are two is refused."""
    home = {i: i for pair in joins for i in (pair.first, pair.second)}
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
    homes = np.arange(len(things), dtype=np.int32)
    homes[list(home)] = list(home.values())
    return homes, joined, blocked


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
    home: npt.NDArray[np.int32],
    judged: Judgement,
    refused: Sequence[Pair],
) -> tuple[Pair, ...]:
    """Return the best doubtful pair of every two groups.

    Those known to be two are left out, unless they are joins that were refused.
    """
    best: dict[tuple[int, int], Pair] = {}
    told = frozenset(refused)
    for pair in sorted((*judged.doubts, *refused), key=lambda p: (-p.verdict.score, p.first)):
        a, b = sorted((int(home[pair.first]), int(home[pair.second])))
        if a != b:
            best.setdefault((a, b), pair)
    members: dict[int, list[int]] = {root: [] for roots in best for root in roots}
    for i in np.flatnonzero(np.isin(home, list(members))).tolist():
        members[int(home[i])].append(i)
    return tuple(
        pair
        for (a, b), pair in best.items()
        if pair in told or not _are_two(things, members[a], members[b], judged.apart)
    )
