"""What speaks for and against every span that a rule found or the recogniser proposed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hoinghi.records import LAYERS, Mention

LAYER = {label: layer for layer, labels in LAYERS.items() for label in labels}
_UNSURE, _SURE = 0.02, 0.985  # beyond, a chain's probability says no more

_RIVALS = 64

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Claim:
    """A span that may be a mention: what claims it, and the evidence as named numbers."""

    start: int
    end: int
    label: str
    rule: Mention | None
    proposed: Mention | None
    evidence: dict[str, float]

    @property
    def mention(self) -> Mention:
        """The mention as it was claimed, by the rule where there is one."""
        claimed = self.rule or self.proposed
        assert claimed is not None  # noqa: S101 - a claim has at least one of them
        return claimed


def claims(rules: Iterable[Mention], proposed: Iterable[Mention]) -> dict[str, list[Claim]]:
    """Return the claims of every layer, ordered by their end.

    Args:
        rules: Mentions that rules and gazetteers found.
        proposed: Mentions that the recogniser proposes, with its confidence; empty without one.

    Returns:
        For every layer of ``LAYERS`` its claims. The evidence of a claim says, each for its
        label: which rule found it, how likely the recogniser holds it, how likely it holds the
        best rival (a claim of the layer that overlaps), whether a rule found a rival and which
        of the two is longer, and how likely it holds the same words elsewhere in the article.
    """
    said = _Said(rules, proposed)
    layers: dict[str, list[Span]] = {layer: [] for layer in LAYERS}
    for span in said.found.keys() | said.likely.keys():
        layers[LAYER[span[2]]].append(span)
    weighed: dict[str, list[Claim]] = {}
    for layer, spans in layers.items():
        spans.sort(key=lambda span: (span[1], span[0], span[2]))
        rivals = rivals_of([(start, end) for start, end, _ in spans])
        weighed[layer] = [
            Claim(
                *span,
                said.found.get(span),
                said.likely.get(span),
                said.of(span, [spans[other] for other in rivals[number]]),
            )
            for number, span in enumerate(spans)
        ]
    return weighed


class _Said:
    """All that rules and recogniser say of one article."""

    def __init__(self, rules: Iterable[Mention], proposed: Iterable[Mention]) -> None:
        self.found = {(one.start, one.end, one.label): one for one in rules}
        self.likely = {(one.start, one.end, one.label): one for one in proposed}
        alike: dict[tuple[str, str], list[float]] = {}
        for span in sorted(self.found.keys() | self.likely.keys()):
            alike.setdefault(self._words(span), []).append(self._sure(span))
        self._alike = {words: (len(sure), math.fsum(sure)) for words, sure in alike.items()}

    def of(self, span: Span, rivals: Sequence[Span]) -> dict[str, float]:
        """Return the evidence for ``span``, given the claims that overlap it."""
        label = span[2]
        evidence = {label: 1.0, **self._ruled(span, rivals)}
        own = _logit(self._sure(span))
        for side in ("rule", "rival", "alone"):
            if f"{label}|{side}" in evidence:
                evidence[f"{label}|{side}|crf"] = own
        evidence[f"{label}|crf"] = own
        evidence[f"{label}|rival crf"] = _logit(max(map(self._sure, rivals), default=0.0))
        count, total = self._alike[self._words(span)]
        if count > 1:  # an article speaks of the same body in the same words
            mean = (total - self._sure(span)) / (count - 1)
            evidence[f"{label}|elsewhere crf"] = _logit(mean)
        return evidence

    def _ruled(self, span: Span, rivals: Sequence[Span]) -> dict[str, float]:
        """Return what the rules say for the span, or instead of it."""
        label, rule = span[2], self.found.get(span)
        if rule is not None:
            return {
                f"{label}|rule": 1.0,
                f"{label}|{_family(rule.rule)}": 1.0,
                f"{label}|confidence": rule.confidence,
            }
        instead = [one for one in rivals if one in self.found]
        if not instead:
            return {f"{label}|alone": 1.0}
        evidence = {f"{label}|rival": 1.0}
        if any(one[0] <= span[0] and span[1] <= one[1] for one in instead):
            evidence[f"{label}|shorter"] = 1.0
        if any(span[0] <= one[0] and one[1] <= span[1] for one in instead):
            evidence[f"{label}|longer"] = 1.0
        return evidence

    def _words(self, span: Span) -> tuple[str, str]:
        """Return label and text of ``span``."""
        return span[2], (self.found.get(span) or self.likely[span]).text

    def _sure(self, span: Span) -> float:
        """Return how likely the recogniser holds ``span``; nothing said is nothing likely."""
        one = self.likely.get(span)
        return one.confidence if one is not None else 0.0


def rivals_of(spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Return, for every span, the numbers of those that share a character with it.

    At most ``_RIVALS`` before and behind each, the nearest, so that no text takes long.
    """
    order = sorted(range(len(spans)), key=lambda number: spans[number])
    rivals: list[list[int]] = [[] for _ in spans]
    for at, number in enumerate(order):
        for other in order[at + 1 : at + 1 + _RIVALS]:
            if spans[other][0] >= spans[number][1]:
                break
            rivals[number].append(other)
            rivals[other].append(number)
    return rivals


def _family(rule: str) -> str:
    """Return the family of a rule: its stage and its kind, without the finer parts."""
    return ":".join(rule.split(":")[:2])


def _logit(probability: float) -> float:
    held = min(max(probability, _UNSURE), _SURE)
    return math.log(held / (1.0 - held))
