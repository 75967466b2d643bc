"""Spans as tags of a linear chain and back: B begins a span, I goes on, L is its last token.

A span of one token is a lone B. That the last token has a tag of its own lets the model look at
what a name ends with and at what follows, where long names go wrong.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

OUTSIDE = "O"
LONGEST = 120  # tokens of a span; the longest name of a meeting in the gold has about 80
_Marginals = Mapping[str, Sequence[float]]


class _Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def label(self) -> str: ...


def encode(starts: Sequence[int], spans: Iterable[_Span]) -> list[str]:
    """Return a tag for every token that begins at one of ``starts``; spans must not overlap."""
    tags = [OUTSIDE] * len(starts)
    for span in spans:
        for at, side in sides(starts, span):
            tags[at] = f"{side}-{span.label}"
    return tags


def sides(starts: Sequence[int], span: _Span) -> Iterator[tuple[int, str]]:
    """Yield the number of every token in ``span`` with its side: B, I or L."""
    first, stop = bisect_left(starts, span.start), bisect_left(starts, span.end)
    for at in range(first, stop):
        yield at, "B" if at == first else "L" if at == stop - 1 else "I"


def decode(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return ``(first, stop, label)`` in tokens of every span that ``tags`` spell.

    A span that begins without B or ends without L is taken as it is: the chain saw a name there.
    """
    spans: list[tuple[int, int, str]] = []
    at = 0
    while at < len(tags):
        first, label = at, tags[at][2:]
        at += 1
        if tags[first] == OUTSIDE:
            continue
        while (
            tags[at - 1][0] != "L" and at < len(tags) and tags[at] in (f"I-{label}", f"L-{label}")
        ):
            at += 1
        spans.append((first, at, label))
    return spans


def likely(marginals: _Marginals, label: str, least: float) -> dict[tuple[int, int], float]:
    """Return spans of ``label`` by ``(first, stop)`` with how likely each is, at least ``least``.

    Args:
        marginals: The probabilities of every tag at every token, by tag.
        label: The label of the spans.
        least: Spans that are less likely are left out.

    Returns:
        For every span the smallest marginal of its tags: an upper bound of its probability
        that is close to it where the chain is sure of the rest.
    """
    begins = marginals.get(f"B-{label}", ())
    inside = marginals.get(f"I-{label}") or [0.0] * len(begins)
    last = marginals.get(f"L-{label}") or [0.0] * len(begins)
    found: dict[tuple[int, int], float] = {}
    for first, begun in enumerate(begins):
        if begun < least:
            continue
        goes_on = inside[first + 1] + last[first + 1] if first + 1 < len(begins) else 0.0
        alone = min(begun, 1.0 - goes_on)
        if alone >= least:
            found[first, first + 1] = alone
        so_far = begun
        for at in range(first + 1, min(first + LONGEST, len(begins))):
            whole = min(so_far, last[at])
            if whole >= least:
                found[first, at + 1] = whole
            so_far = min(so_far, inside[at])
            if so_far < least:
                break
    return found
