"""How much each token speaks for going on with the word before it, by underthesea's word model.

The model asks for some forty features a token: the token, its neighbours and the runs of two and
three, each plain, lower-cased, or as the answer to a question. A template of theirs is written
``T[-1,0].lower``: the tokens from the one before to this one, joined by spaces, lower-cased.
Spelling them all for each token takes most of the time that words cost. But all that the model
makes of them is a sum of weights, and that comes to the same run by run.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

from hoinghi.stages.words.runs import Row, Runs

_TEMPLATE = re.compile(r"T\[(-?\d+)(?:,(-?\d+))?\](?:\.(\w+))?")
_FORMS = {"", "lower", "is_in_dict", "istitle", "isdigit"}
_NUMBER = re.compile(r"[+-]?[0-9]+")
_DIGITS = frozenset("0123456789")
_NUMBERS = range(-(2**31), 2**31)  # the model's own test reads 32 bits


class Token(NamedTuple):
    """A token with what it weighs alone."""

    text: str
    row: Row


class Scores:
    """Scores the tokens of a line by the weights of a model."""

    def __init__(
        self, templates: Iterable[str], dictionary: Collection[str], weights: dict[str, float]
    ) -> None:
        """Read what a model wants.

        Args:
            templates: Its templates.
            dictionary: The words that it knows, in lower case.
            weights: The weights of its features, as in ``T[-1].istitle=True``.

        Raises:
            ValueError: A template is written in a way that is not known here.
        """
        parsed = {template: _parsed(template) for template in templates}
        firsts = {
            size: sorted({f for s, f, _ in parsed.values() if s == size})
            for size, _, _ in parsed.values()
        }
        forms: defaultdict[int, defaultdict[str, dict[str, Row]]]
        forms = defaultdict(lambda: defaultdict(dict))
        places = {
            template: (firsts[size].index(first), forms[size][form], (0.0,) * len(firsts[size]))
            for template, (size, first, form) in parsed.items()
        }
        for feature, weight in weights.items():
            template, _, answer = feature.partition("=")
            if template in places:
                at, rows, zero = places[template]
                row = rows.get(answer, zero)
                rows[answer] = (*row[:at], row[at] + weight, *row[at + 1 :])
        words: defaultdict[int, list[str]] = defaultdict(list)
        for word in dictionary:
            words[word.count(" ") + 1].append(word)
        self._runs = {size: Runs(firsts[size], forms[size], words[size]) for size in firsts}

    def token(self, text: str) -> Token:
        """Return a token as it is scored."""
        runs = self._runs[1]
        (row,) = runs.rows([text])
        return Token(text, runs.with_number(row, number=_is_number(text)))

    def __call__(self, tokens: list[Token]) -> list[float]:
        """Return for each token how much more it speaks for going on than for a new word."""
        texts, rows = map(list, zip(*tokens, strict=True))
        columns = [*self._runs[1].columns(rows, len(tokens))]
        runs = texts
        for size in range(2, max(self._runs) + 1):
            runs = _longer(runs, texts[size - 1 :])
            if size in self._runs:
                columns += self._runs[size].columns(self._runs[size].rows(runs), len(tokens))
        return [*map(sum, zip(*columns, strict=True))]


def _longer(runs: list[str], nexts: list[str]) -> list[str]:
    return [f"{run} {text}" for run, text in zip(runs, nexts, strict=False)]


def _is_number(token: str) -> bool:
    return token[-1] in _DIGITS and bool(_NUMBER.fullmatch(token)) and int(token) in _NUMBERS


def _parsed(template: str) -> tuple[int, int, str]:
    """Return the size of the runs that ``template`` looks at, their offset, and its form."""
    match = _TEMPLATE.fullmatch(template)
    form = (match[3] or "") if match else None
    if not match or form not in _FORMS or (form == "isdigit" and match[2]):
        raise ValueError(f"unknown feature template: {template}")
    first = int(match[1])
    return int(match[2] or first) - first + 1, first, form
