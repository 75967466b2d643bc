"""Keeps count of hits and slips while documents are scored, and closes the account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["missed", "invented", "wrong"]


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing that was read wrongly; ``figure`` is the figure that it costs."""

    document_id: str
    figure: str
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Scores:
    """The closed account: figures in 0-1 (``None``: nothing to measure), counts and slips."""

    figures: Mapping[str, float | None]
    counts: Mapping[str, int]
    slips: tuple[Slip, ...]

    def as_dict(self) -> dict[str, float | int | None]:
        """Return counts and figures as one flat dictionary for JSON."""
        return {**self.counts, **self.figures}


@dataclass(frozen=True, slots=True)
class Tally:
    """Things found, things wanted, and how many are both."""

    hits: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hits + other.hits, self.found + other.found, self.wanted + other.wanted)

    def figures(self, name: str) -> dict[str, float | None]:
        """Return precision, recall and F1 under the name of the figure."""
        return {
            f"{name}.precision": _ratio(self.hits, self.found),
            f"{name}.recall": _ratio(self.hits, self.wanted),
            f"{name}.f1": self.f1,
        }

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return _ratio(2 * self.hits, self.found + self.wanted)


@dataclass(slots=True)
class Ledger:
    """Sums tallies (found against wanted) and shares (right out of all) by figure."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    shares: dict[str, tuple[int, int]] = field(default_factory=dict)
    overlaps: dict[str, Tally] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    slips: list[Slip] = field(default_factory=list)

    def count(self, name: str, number: int = 1) -> None:
        """Add ``number`` to a plain count."""
        self.counts[name] += number

    def tally(self, figure: str, tally: Tally) -> None:
        """Add to the tally of ``figure``."""
        self.tallies[figure] = self.tallies.get(figure, Tally()) + tally

    def overlap(self, figure: str, tally: Tally) -> None:
        """Add to the tally of overlaps, of which only the F1 is reported."""
        self.overlaps[figure] = self.overlaps.get(figure, Tally()) + tally

    def expect(self, *figures: str) -> None:
        """Make sure that these shares are reported, be it as ``None``."""
        for figure in figures:
            self.shares.setdefault(figure, (0, 0))

    def share(self, figure: str, *, right: bool) -> None:
        """Count one case of ``figure``, right or wrong."""
        hits, cases = self.shares.get(figure, (0, 0))
        self.shares[figure] = hits + right, cases + 1

    def slip(self, document_id: str, figure: str, kind: Kind, text: str) -> None:
        """Note one mistake."""
        self.slips.append(Slip(document_id, figure, kind, text))

    def compare(
        self,
        document_id: str,
        figure: str,
        wanted: Mapping[Hashable, int],
        found: Mapping[Hashable, int],
    ) -> None:
        """Tally two bags of things and note what only one of them holds."""
        missed, invented = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
        total = sum(wanted.values())
        self.tally(figure, Tally(total - missed.total(), sum(found.values()), total))
        for thing in missed.elements():
            self.slip(document_id, figure, "missed", _written(thing))
        for thing in invented.elements():
            self.slip(document_id, figure, "invented", _written(thing))

    def judge(self, document_id: str, figure: str, wanted: object, found: object) -> bool:
        """Count ``found`` as right when it equals ``wanted``; return whether it does."""
        right = wanted == found
        self.share(figure, right=right)
        if not right:
            self.slip(document_id, figure, "wrong", f"{found!r}, should be {wanted!r}")
        return right

    def scores(self) -> Scores:
        """Return the figures of all that was counted."""
        figures: dict[str, float | None] = {}
        for name, tally in self.tallies.items():
            figures |= tally.figures(name)
        figures |= {f"{name}.overlap_f1": tally.f1 for name, tally in self.overlaps.items()}
        figures |= {name: _ratio(*share) for name, share in self.shares.items()}
        return Scores(dict(sorted(figures.items())), dict(self.counts), tuple(self.slips))


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _written(thing: Hashable) -> str:
    if isinstance(thing, tuple):
        return " | ".join("–" if part is None else str(part) for part in thing)
    return str(thing)
