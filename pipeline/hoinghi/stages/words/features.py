"""The features of underthesea's word model, made a column at a time.

The model asks for some forty strings a token: the token, its neighbours and the runs of two and
three, each plain, lower-cased, or as the answer to a question. Its own featurizer makes them one
by one, which takes two thirds of the time that words cost; here each run is read once for all the
templates that look at it. A template is written ``T[-1,0].lower``: the tokens from the one before
to this one, joined by spaces, lower-cased.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

_TEMPLATE = re.compile(r"T\[(-?\d+)(?:,(-?\d+))?\](?:\.(\w+))?")
_TEXTS = {"", "lower"}
_QUESTIONS = {"is_in_dict", "istitle", "isdigit"}
_NUMBER = re.compile(r"[+-]?[0-9]+")
_NUMBERS = range(-(2**31), 2**31)  # the model's own test reads 32 bits


@dataclass(frozen=True, slots=True)
class _Template:
    """What is asked (``form``) of the run of ``size`` tokens that begins at offset ``first``."""

    key: str
    first: int
    size: int
    form: str

    def column(self, values: list[str] | list[bool], count: int) -> list[str]:
        """Return the feature at each of ``count`` tokens; ``values`` are those of all runs."""
        key = self.key
        column = [f"{key}BOS"] * min(count, -self.first)
        inside = values[max(0, self.first) : max(0, count + self.first)]
        if self.form in _TEXTS:
            column += [f"{key}{value}" for value in inside]
        else:
            yes, no = f"{key}True", f"{key}False"
            column += [yes if value else no for value in inside]
        return column + [f"{key}EOS"] * (count - len(column))


class Features:
    """Makes the features of a line of tokens as the templates of a model want them."""

    def __init__(self, templates: Iterable[str], dictionary: Collection[str]) -> None:
        """Read ``templates``; ``dictionary`` holds the words, in lower case, that a model knows.

        Raises:
            ValueError: A template is written in a way that is not known here.
        """
        self._dictionary = dictionary
        self._templates = [_parsed(template) for template in templates]
        self._asked = {(t.size, t.form) for t in self._templates}

    def __call__(self, tokens: list[str]) -> list[tuple[str, ...]]:
        """Return the features of each token, in the order of the templates."""
        runs = {size: _joined(tokens, size) for size, _ in self._asked}
        values = {(size, form): self._values(form, runs[size]) for size, form in self._asked}
        columns = [t.column(values[t.size, t.form], len(tokens)) for t in self._templates]
        return list(zip(*columns, strict=True))

    def _values(self, form: str, runs: list[str]) -> list[str] | list[bool]:
        if form == "lower":
            return [run.lower() for run in runs]
        if form == "is_in_dict":
            return [run.lower() in self._dictionary for run in runs]
        if form == "istitle":
            return [_is_title(run) for run in runs]
        if form == "isdigit":
            return [_is_number(run) for run in runs]
        return runs


def _parsed(template: str) -> _Template:
    match = _TEMPLATE.fullmatch(template)
    form = (match[3] or "") if match else None
    if not match or form not in _TEXTS | _QUESTIONS:
        raise ValueError(f"unknown feature template: {template}")
    first = int(match[1])
    return _Template(f"{template}=", first, int(match[2] or first) - first + 1, form)


def _joined(tokens: list[str], size: int) -> list[str]:
    if size == 1:
        return tokens
    return [" ".join(run) for run in zip(*(tokens[i:] for i in range(size)), strict=False)]


def _is_number(run: str) -> bool:
    return bool(_NUMBER.fullmatch(run)) and int(run) in _NUMBERS


def _is_title(run: str) -> bool:
    """Tell whether no word begins in a small letter; digits and signs count as large."""
    initials = "".join([word[0] for word in run.split(" ")])
    return initials == initials.upper()
