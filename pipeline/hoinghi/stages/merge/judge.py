"""Decides which claims hold: a trained weight for every piece of evidence, then the best set.

The weights are those of a maximum-entropy model (CRFsuite, sequences of one), trained on articles
that the recogniser had not been trained on, so that its answer is a probability: of the claims
that are given 0.8, about four in five are right (the model card has the table).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from hoinghi.maxent import MaxEnt
from hoinghi.records import Mention
from hoinghi.stages.merge.evidence import Claim, claims, rivals_of

JUDGE_FILE = "judge.crfsuite"
# A span is worth having in an F1 of about 0.8 from a little under even odds on.
LEAST = 0.38
# Where a meeting's name ends is often doubtful where that there is one is not, and without it its
# row would be lost: of claims that together are this likely the likeliest holds, and so does one
# that a rule found unless the judge is quite sure that it is wrong.
SURELY_ONE = 0.6
QUITE_WRONG = 0.2
_HARDLY = 0.1  # a claim this unlikely is not worth it even so
_BARELY = 0.01
_ALWAYS = frozenset({"DATE", "DIRECTIVE"})  # found by rules alone: weighed, never dropped


class Judge:
    """Weighs claims with the weights that training wrote."""

    def __init__(self, file: Path) -> None:
        """Open ``file``.

        Raises:
            OSError: It is missing.
            ValueError: It is no model.
        """
        self._weights = MaxEnt(file)

    def decide(self, rules: Iterable[Mention], proposed: Iterable[Mention]) -> list[Mention]:
        """Return the mentions that hold, in order.

        Args:
            rules: What rules and gazetteers found.
            proposed: What the recogniser proposes.

        Returns:
            Mentions whose ``confidence`` is the probability that the span is right, and whose
            ``rule`` says who found it: the rule, ``crf``, or both (``names:title:post+crf``).
            Those of one layer do not overlap. A norm is only there where a rule gave it.
        """
        held: list[Mention] = []
        for of_layer in claims(rules, proposed).values():
            weighed = [(claim, self.probability(claim)) for claim in of_layer]
            held += [_mention(claim, sure) for claim, sure in best_set(weighed)]
        return in_order(held)

    def probability(self, claim: Claim) -> float:
        """Return how likely ``claim`` is right."""
        return self._weights.probability(claim.evidence)


def in_order(mentions: Iterable[Mention]) -> list[Mention]:
    """Return ``mentions`` by start, the longest first."""
    return sorted(mentions, key=lambda one: (one.start, -one.end, one.label))


def best_set(weighed: Sequence[tuple[Claim, float]]) -> list[tuple[Claim, float]]:
    """Return the claims of one layer, ordered by end, that together are worth most.

    No two overlap; each is worth what its probability exceeds ``LEAST`` by. (Weighted interval
    scheduling: linear but for the search.)
    """
    open_ = [
        (claim, sure, gain)
        for (claim, sure), gain in zip(weighed, _gains(weighed), strict=True)
        if gain > 0.0
    ]
    ends = [claim.end for claim, _, _ in open_]
    worth = [0.0]
    before: list[int] = []
    for number, (claim, _, gain) in enumerate(open_):
        before.append(bisect_right(ends, claim.start, 0, number))
        worth.append(max(worth[-1], worth[before[-1]] + gain))
    chosen: list[tuple[Claim, float]] = []
    at = len(open_)
    while at:
        if worth[at] > worth[at - 1]:
            chosen.append(open_[at - 1][:2])
            at = before[at - 1]
        else:
            at -= 1
    return chosen[::-1]


def _gains(weighed: Sequence[tuple[Claim, float]]) -> Iterator[float]:
    """Yield what each claim is worth by itself; nothing or less than nothing is not worth it."""
    rivals = rivals_of([(claim.start, claim.end) for claim, _ in weighed])
    for number, (claim, sure) in enumerate(weighed):
        if claim.label in _ALWAYS:
            yield 1.0
        elif sure > LEAST or claim.label != "MEETING" or sure < _HARDLY:
            yield sure - LEAST
        else:
            others = [weighed[other][1] for other in rivals[number]]
            likeliest = sure >= max(others, default=0.0)
            ruled = claim.rule is not None and sure > QUITE_WRONG
            there = ruled or sure + sum(others) >= SURELY_ONE
            yield _BARELY if likeliest and there else 0.0


def _mention(claim: Claim, sure: float) -> Mention:
    mention = claim.mention
    rule = mention.rule
    if claim.rule is not None and claim.proposed is not None:
        rule = f"{rule}+{claim.proposed.rule}"
    start, end, sure = mention.start, mention.end, round(sure, 3)
    return Mention(start, end, mention.label, mention.text, mention.norm, rule, sure)
