"""The numbers and dashes of lists, which Word files do not hold but let the reader count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from hoinghi.sources.word_package import Element

_DEEPEST = 9  # levels, by the standard (ECMA-376, 17.9)
_HIGHEST = 99_999
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_PLACE = re.compile(r"%([1-9])")
_PLAIN_BULLETS = frozenset("-–+*•")
_LONGEST_MARK = 40


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its first number, the format of its numbers, and the mark's text."""

    start: int
    kind: str
    text: str


@dataclass(slots=True)
class Lists:
    """Lists of one document, with how far each has been counted.

    Numbers go on through all lists that share an abstract one, unless one restarts it.
    """

    abstract: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)
    numbers: Mapping[str, tuple[str, Mapping[int, int]]] = field(default_factory=dict)
    styles: Mapping[str, tuple[str | None, int | None, str | None]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def mark(self, properties: Element | None, w: str) -> str:
        """Return the mark before a paragraph, ``""`` if it is in no list; counts it.

        Args:
            properties: Its ``w:pPr``.
            w: Namespace of the document, in braces.
        """
        number, depth = self._place(properties, w)
        if number is None or number == "0":
            return ""
        abstract, restarts = self.numbers.get(number, ("", {}))
        levels = self.abstract.get(abstract)
        if levels is None or depth not in levels:
            return "-"
        counts = self._counts.setdefault(abstract, {})
        if number not in self._begun:
            self._begun.add(number)
            for level, start in restarts.items():
                counts[level] = start - 1
        first = levels[depth].start
        counts[depth] = min(counts.get(depth, first - 1) + 1, _HIGHEST)
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return _written(levels, counts, depth)

    def _place(self, properties: Element | None, w: str) -> tuple[str | None, int]:
        """Return the list and level of a paragraph, from itself or from its style."""
        if properties is None:
            return None, 0
        number, depth = _own(properties, w)
        style = _value(properties, w, "pStyle")
        for _ in range(_DEEPEST):
            if number is not None or style is None:
                break
            number, level, style = self.styles.get(style, (None, None, None))
            depth = level if depth is None else depth
        return number, depth or 0


def read_lists(numbering: Element | None, styles: Element | None, w: str) -> Lists:
    """Return the lists that the parts ``numbering`` and ``styles`` define."""
    abstract: dict[str, dict[int, Level]] = {}
    numbers: dict[str, tuple[str, dict[int, int]]] = {}
    named: dict[str, tuple[str | None, int | None, str | None]] = {}
    if numbering is not None:
        for one in numbering.iterchildren(f"{w}abstractNum"):
            levels = one.iterchildren(f"{w}lvl")
            abstract[one.get(f"{w}abstractNumId", "")] = {
                _whole(level.get(f"{w}ilvl")) or 0: _level(level, w) for level in levels
            }
        for one in numbering.iterchildren(f"{w}num"):
            restarts = {
                _whole(level.get(f"{w}ilvl")) or 0: start
                for level in one.iterchildren(f"{w}lvlOverride")
                if (start := _whole(_value(level, w, "startOverride"))) is not None
            }
            numbers[one.get(f"{w}numId", "")] = (_value(one, w, "abstractNumId") or "", restarts)
    for style in styles.iterchildren(f"{w}style") if styles is not None else ():
        properties = style.find(f"{w}pPr")
        number, depth = (None, None) if properties is None else _own(properties, w)
        named[style.get(f"{w}styleId", "")] = (number, depth, _value(style, w, "basedOn"))
    return Lists(abstract, numbers, named)


def _own(properties: Element, w: str) -> tuple[str | None, int | None]:
    listed = properties.find(f"{w}numPr")
    if listed is None:
        return None, None
    return _value(listed, w, "numId"), _whole(_value(listed, w, "ilvl"))


def _level(level: Element, w: str) -> Level:
    start = _whole(_value(level, w, "start"))
    kind = _value(level, w, "numFmt") or "decimal"
    text = (_value(level, w, "lvlText") or "")[:_LONGEST_MARK]
    return Level(1 if start is None else start, kind, text)


def _written(levels: Mapping[int, Level], counts: Mapping[int, int], depth: int) -> str:
    level = levels[depth]
    if level.kind == "none":
        return ""
    if level.kind == "bullet":  # often a letter of a font of signs
        return level.text if level.text in _PLAIN_BULLETS else "-"

    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        shown = levels.get(at, level)
        return _number(counts.get(at, shown.start), shown.kind)

    return _PLACE.sub(number, level.text)


def _number(number: int, kind: str) -> str:
    if number > 0 and kind in {"lowerLetter", "upperLetter"}:
        # After z comes aa, then bb (ECMA-376, 17.18.59).
        times, at = divmod(number - 1, 26)
        letters = "abcdefghijklmnopqrstuvwxyz"[at] * min(times + 1, 4)
        return letters if kind == "lowerLetter" else letters.upper()
    if 0 < number < 4000 and kind in {"lowerRoman", "upperRoman"}:
        roman = ""
        for value, sign in _ROMAN:
            roman += sign * (number // value)
            number %= value
        return roman if kind == "lowerRoman" else roman.upper()
    return f"{number:02}" if kind == "decimalZero" else str(number)


def _value(parent: Element, w: str, name: str) -> str | None:
    child = parent.find(f"{w}{name}")
    value: str | None = None if child is None else child.get(f"{w}val")
    return value


def _whole(value: str | None) -> int | None:
    """Return ``value`` as a small whole number, ``None`` if it is none."""
    if value is None or not value.isascii() or not value.isdigit() or len(value) > 5:
        return None
    return int(value)
