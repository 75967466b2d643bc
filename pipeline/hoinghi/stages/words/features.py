"""The features that underthesea's word model looks at, made a column at a time.

The model asks for some forty strings a token: the token, its neighbours and the runs of two and
three, each plain, lower-cased, or as the answer to a question. Its own featurizer spells them all,
which takes two thirds of the time that words cost, though the model has learnt a weight for few
of them and passes over the rest. Here each run is read once for all the templates that look at
it, and only what has a weight is looked up and handed on. A template is written
``T[-1,0].lower``: the tokens from the one before to this one, joined by spaces, lower-cased.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

_TEMPLATE = re.compile(r"T\[(-?\d+)(?:,(-?\d+))?\](?:\.(\w+))?")
_FORMS = {"", "lower", "is_in_dict", "istitle", "isdigit"}
_NUMBER = re.compile(r"[+-]?[0-9]+")
_TOLD = ("False", "True")
_DIGITS = frozenset("0123456789")
_NUMBERS = range(-(2**31), 2**31)  # the model's own test reads 32 bits


_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Template:
    """What is asked (``form``) of the run of ``size`` tokens that begins at offset ``first``.

    ``weighed`` maps the answers that the model has a weight for to the feature's spelling.
    """

    first: int
    size: int
    form: str
    weighed: dict[str, str]

    def column(self, answers: list[str], count: int) -> Iterator[str | None]:
        """Return the feature at each of ``count`` tokens; ``answers`` are those of all runs."""
        at = ["BOS"] * min(count, -self.first)
        at += answers[max(0, self.first) : max(0, count + self.first)]
        at += ["EOS"] * (count - len(at))
        return map(self.weighed.get, at)


class Features:
    """Makes the features of a line of tokens as the templates of a model want them."""

    def __init__(
        self, templates: Iterable[str], dictionary: Collection[str], weighed: Iterable[str]
    ) -> None:
        """Read what a model wants.

        Args:
            templates: Its templates, in its order.
            dictionary: The words that it knows, in lower case.
            weighed: The features that it has weights for, as in ``T[-1].istitle=True``.

        Raises:
            ValueError: A template is written in a way that is not known here.
        """
        answers: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for feature in weighed:
            template, _, answer = feature.partition("=")
            answers[template][answer] = feature
        self._dictionary = dictionary
        self._templates = [_parsed(template, answers[template]) for template in templates]
        self._sizes = {template.size for template in self._templates}

    def __call__(self, tokens: list[str]) -> list[list[str]]:
        """Return the features of each token that have a weight, in the order of the templates."""
        large = [_is_large(token) for token in tokens]
        answers = {
            (size, form): found
            for size in self._sizes
            for form, found in self._read(tokens, large, size)
        }
        columns = [t.column(answers[t.size, t.form], len(tokens)) for t in self._templates]
        return [list(filter(None, row)) for row in zip(*columns, strict=True)]

    def _read(
        self, tokens: list[str], large: list[bool], size: int
    ) -> Iterator[tuple[str, list[str]]]:
        """Yield each form with its answers for all runs of ``size`` tokens."""
        runs = _joined(tokens, size)
        low = [run.lower() for run in runs]
        yield "", runs
        yield "lower", low
        yield "is_in_dict", [_TOLD[run in self._dictionary] for run in low]
        yield "istitle", [_TOLD[all(run)] for run in _runs(large, size)]
        if size == 1:
            yield "isdigit", [_TOLD[_is_number(run)] for run in runs]


def _parsed(template: str, weighed: dict[str, str]) -> _Template:
    match = _TEMPLATE.fullmatch(template)
    form = (match[3] or "") if match else None
    if not match or form not in _FORMS or (form == "isdigit" and match[2]):
        raise ValueError(f"unknown feature template: {template}")
    first = int(match[1])
    return _Template(first, int(match[2] or first) - first + 1, form, weighed)


def _runs(items: list[_T], size: int) -> Iterable[tuple[_T, ...]]:
    return zip(*(items[i:] for i in range(size)), strict=False)


def _joined(tokens: list[str], size: int) -> list[str]:
    return tokens if size == 1 else [" ".join(run) for run in _runs(tokens, size)]


def _is_number(token: str) -> bool:
    return token[-1] in _DIGITS and bool(_NUMBER.fullmatch(token)) and int(token) in _NUMBERS


def _is_large(token: str) -> bool:
    """Tell whether no word in ``token`` begins in a small letter; signs count as large."""
    if " " in token:
        return all(map(_is_large, token.split(" ")))
    return token[0] == token[0].upper()
