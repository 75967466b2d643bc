"""What a run of one, two or three tokens weighs in underthesea's word model.

A run is looked up once for all the templates of its size. What is found is a row: a number for
each offset at which a template has such a run begin.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import add

Row = tuple[float, ...]
Forms = Mapping[str, Mapping[str, Sequence[float]]]

_NUMBER = re.compile(r"[+-]?[0-9]+")
_DIGITS = frozenset("0123456789")
_NUMBERS = range(-(2**31), 2**31)  # the model's own test reads 32 bits
_BEFORE, _BEHIND = "BOS", "EOS"  # what every template answers that looks beyond the line


class Runs:
    """The rows of all runs of so many tokens."""

    def __init__(self, firsts: list[int], forms: Forms, words: Collection[str]) -> None:
        """Read the weights of one size.

        Args:
            firsts: The offsets of the templates, of a run's first token from the token scored.
            forms: By form (plain is ``""``) the row of each answer.
            words: The model's dictionary, in lower case.
        """
        self._firsts = firsts
        self._zero = (0.0,) * len(firsts)
        self._before = self._sum(*(form.get(_BEFORE) for form in forms.values()))
        self._behind = self._sum(*(form.get(_BEHIND) for form in forms.values()))
        title, known, self._digit = (
            [forms.get(form, {}).get(told) for told in ("False", "True")]
            for form in ("istitle", "is_in_dict", "isdigit")
        )
        self._told = [[self._sum(large, word) for word in known] for large in title]
        self._plain, self._lower = forms.get("", {}), forms.get("lower", {})
        self._words = words

    def row(self, run: str, *, large: bool) -> Row:
        """Return what ``run`` weighs, but for the question whether it is a number.

        Args:
            run: The tokens, joined by spaces.
            large: Whether each of them is large.
        """
        low = run.lower()
        row = self._told[large][low in self._words]
        if own := self._plain.get(run):
            row = tuple(map(add, row, own))
        if own := self._lower.get(low):
            row = tuple(map(add, row, own))
        return row

    def token(self, token: str) -> Row:
        """Return what a single token weighs."""
        row = self.row(token, large=is_large(token))
        return self._sum(row, self._digit[_is_number(token)])

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

    def _sum(self, *rows: Sequence[float] | None) -> Row:
        total = self._zero
        for row in rows:
            total = tuple(map(add, total, row)) if row else total
        return total


def is_large(token: str) -> bool:
    """Tell whether ``token`` does not begin in a small letter; signs count as large."""
    return token[0] == token[0].upper()


def _is_number(token: str) -> bool:
    return token[-1] in _DIGITS and bool(_NUMBER.fullmatch(token)) and int(token) in _NUMBERS
