"""Forms of address, ranks and degrees before a name, chained and read out in full."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from hoinghi.stages.officials import patterns

_OPENING = ".!?:;\"'“”‘(\n-–—+*•,…/)"


@dataclass(frozen=True, slots=True)
class Honorific:
    """A chain of honorifics; ``name_at`` is where the name must begin.

    ``form`` is what the record says (``None`` for plain words such as ``cử tri``); ``strength``
    is 3 where nearly any capital behind it is a name, 2 where a name must look like one, 1 where
    the word alone says little.
    """

    start: int
    name_at: int
    form: str | None
    strength: int


def find_honorifics(folded: str, text: str) -> list[Honorific]:
    """Return the honorifics that stand directly before a capital letter, left to right."""
    found: list[Honorific] = []
    parts: list[tuple[int, int, str | None, int]] = []
    for match in patterns.HONORIFIC.finditer(folded):
        start, end = match.span()
        part = (start, end, *_read(match["abbr"], match["word"]))
        if not _opens(text, start, end) or folded.startswith("ghi ", start - 4):
            continue
        if parts and patterns.HONORIFIC_GAP.fullmatch(folded, parts[-1][1], start) is None:
            parts = []
        parts.append(part)
        gap = patterns.NAME_GAP.match(folded, end)
        at = gap.end() if gap else end
        if ":" in folded[end:at] and part[3] < 3:
            continue
        named = at < len(text) and text[at].isupper() and (at > end or folded[end - 1] == ".")
        if named and not patterns.HONORIFIC.match(folded, at):
            found.append(_chained(parts, at))
            parts = []
    return found


def _read(abbreviation: str | None, word: str | None) -> tuple[str | None, int]:
    if abbreviation is not None:
        return patterns.SHORT[abbreviation.rstrip(".")], 3
    form = word or ""
    if form in patterns.CAPITALISED:
        return form[0].upper() + form[1:], 3
    if form in patterns.CALLINGS:
        return form, 2
    if form in patterns.ADDRESS:
        return form, 2 if form in patterns.WEAK_ADDRESS else 3
    return None, 1


def _opens(text: str, start: int, end: int) -> bool:
    """Tell whether a form of address may stand here: a capital one only where a clause opens."""
    if text[start:end].islower() or " " in text[start:end] or text[start + 1 : end].isupper():
        return True
    before = text[max(0, start - 3) : start].rstrip(" \u00a0")
    if not before or before[-1] in _OPENING or unicodedata.category(before[-1]) == "So":
        return True
    if text[start:end] in {"Ông", "Bà"}:
        following = text[end : end + 40].split()[:2]
        return len(following) == 2 and all(word[0].isupper() for word in following)
    return (
        before[-1].islower() and text[start - 1] in " \u00a0" and not _capital_before(text, start)
    )


def _capital_before(text: str, start: int) -> bool:
    left = text.rfind(" ", max(0, start - 12), start - 1)
    return left >= 0 and text[left + 1].isupper()


def _chained(parts: list[tuple[int, int, str | None, int]], at: int) -> Honorific:
    forms = [form for _, _, form, _ in parts if form]
    strength = max(part[3] for part in parts)
    if not forms:
        return Honorific(parts[0][0], at, None, strength)
    first, rest = forms[0], forms[1:]
    glue = " " if first in patterns.ADDRESS else ", "
    joined = first + "".join((glue if i == 0 else ", ") + form for i, form in enumerate(rest))
    return Honorific(parts[0][0], at, joined, strength)
