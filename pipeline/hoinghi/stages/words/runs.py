"""What a run of one, two or three tokens weighs in underthesea's word model.

A run is looked up once for all the templates of its size. What is found is a row: a number for
each offset at which a template has such a run begin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import add, sub

Row = tuple[float, ...]
Forms = Mapping[str, Mapping[str, Row]]

_KEPT = 2**16  # runs whose rows are kept: a language says much again
_BEFORE, _BEHIND = "BOS", "EOS"  # what every template answers that looks beyond the line


class Runs:
    """The rows of all runs of so many tokens."""

    def __init__(self, firsts: list[int], forms: Forms, words: Iterable[str]) -> None:
        """Read the weights of one size.

        Args:
            firsts: The offsets of the templates, of a run's first token from the token scored.
            forms: By form (plain is ``""``) the row of each answer.
            words: The words of this size in the model's dictionary, in lower case.
        """
        self._firsts = firsts
        self._zero = (0.0,) * len(firsts)
        self._before = self._sum(*(form.get(_BEFORE) for form in forms.values()))
        self._behind = self._sum(*(form.get(_BEHIND) for form in forms.values()))
        (small, large), (new, known), self._digit = (
            [forms.get(form, {}).get(told, self._zero) for told in ("False", "True")]
            for form in ("istitle", "is_in_dict", "isdigit")
        )
        # Most runs are of small letters and in no table; those that are words share one row.
        self._rest = self._sum(small, new)
        self._lower = dict.fromkeys(words, self._sum(small, known))
        self._lower |= {
            low: tuple(map(add, row, self._lower.get(low, self._rest)))
            for low, row in forms.get("lower", {}).items()
        }
        self._plain = forms.get("", {})
        self._large = tuple(map(sub, large, small))
        self._kept: dict[str, Row] = {}

    def rows(self, runs: Sequence[str]) -> list[Row]:
        """Return what each run weighs, but for the question whether it is a number.

        Args:
            runs: The tokens of each, joined by spaces.
        """
        kept = self._kept
        new = {run for run in runs if run not in kept}
        if len(kept) + len(new) > _KEPT:
            kept.clear()
            new = set(runs)
        for run in new:
            kept[run] = self._row(run)
        return [*map(kept.__getitem__, runs)]

    def _row(self, run: str) -> Row:
        row = self._lower.get(run.lower(), self._rest)
        own = self._plain.get(run)
        if own is not None:
            row = tuple(map(add, row, own))
        large = all(token[0] == token[0].upper() for token in run.split(" "))
        return tuple(map(add, row, self._large)) if large else row

    def with_number(self, row: Row, *, number: bool) -> Row:
        """Return ``row`` with what it adds that a token is, or is not, a number."""
        return self._sum(row, self._digit[number])

    def columns(self, rows: list[Row], count: int) -> Iterator[list[float]]:
        """Yield for each offset what the run that begins there adds to each of ``count`` tokens.

        Args:
            rows: The rows of all runs of the line, by their first token.
            count: The number of tokens in the line.
        """
        found = list(zip(*rows, strict=True)) or [()] * len(self._firsts)
        edges = zip(self._before, self._behind, strict=True)
        for first, column, (before, behind) in zip(self._firsts, found, edges, strict=True):
            at = [before] * min(count, -first)
            at += column[max(0, first) : max(0, count + first)]
            at += [behind] * (count - len(at))
            yield at

    def _sum(self, *rows: Row | None) -> Row:
        total = self._zero
        for row in rows:
            total = tuple(map(add, total, row)) if row else total
        return total
