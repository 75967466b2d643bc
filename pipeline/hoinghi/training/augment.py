"""Made-up copies of annotated articles: other names in the same sentences.

A chain that saw few names learns them by heart. In a copy every person has another name, of any
people of Viet Nam, posts and communes are others, and now and then the headline shouts. What is
said of them, and so what tells a name from what is none, stays.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from hoinghi.gold import GoldDocument
from hoinghi.records import Mention
from hoinghi.resources.officials import name_groups, shipped_titles
from hoinghi.resources.units import COMMUNE, gazetteer

_SHARE = 0.7  # of the surfaces of a label that are exchanged
_SHOUTED = 0.15  # of the headlines that are set in capitals


def made_up(document: GoldDocument, *, seed: int) -> GoldDocument:
    """Return a copy of ``document`` with other names; the same seed gives the same copy.

    Text and spans agree; norms and records are left as they were and mean nothing any more.
    """
    rng = random.Random(f"{seed} {document.document_id}")  # noqa: S311 - no secret
    slots = {"PER": _Names(rng).of, "TITLE": _titles(rng), "LOC": _communes(rng)}
    text, spans = _exchanged(document, slots)
    first = text.find("\n")
    if rng.random() < _SHOUTED and first > 0 and len(text[:first].upper()) == first:
        text = text[:first].upper() + text[first:]
        spans = [replace(one, text=text[one.start : one.end]) for one in spans]
    return replace(document, article=replace(document.article, text=text), spans=tuple(spans))


def _exchanged(
    document: GoldDocument, slots: dict[str, Callable[[str], str]]
) -> tuple[str, list[Mention]]:
    """Return the text with its slots filled anew, and the spans where they now stand."""
    text = document.article.text
    new: list[tuple[int, int, str]] = []
    for span in sorted(document.spans, key=lambda one: (one.start, -one.end)):
        fill = slots.get(span.label)
        within = [o for o in document.spans if span.start <= o.start and o.end <= span.end]
        if fill is not None and len(within) == 1 and (not new or span.start >= new[-1][1]):
            new.append((span.start, span.end, fill(span.text)))
    parts: list[str] = []
    shifts: list[tuple[int, int]] = []  # from this offset on, so many characters are more
    at = grown = 0
    for start, end, surface in new:
        parts += (text[at:start], surface)
        grown += len(surface) - (end - start)
        shifts.append((end, grown))
        at = end
    whole = "".join([*parts, text[at:]])

    def moved(offset: int) -> int:
        return offset + next((by for since, by in reversed(shifts) if since <= offset), 0)

    spans = []
    for one in document.spans:
        start, end = moved(one.start), moved(one.end)
        spans.append(replace(one, start=start, end=end, text=whole[start:end]))
    return whole, spans


class _Names:
    """Gives every person another name; a short mention gets the end of it."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._full: dict[str, str] = {}

    def of(self, surface: str) -> str:
        """Return what stands for ``surface``, the same for the same."""
        known = self._full.get(surface)
        if known is None:
            whole = next((old for old in self._full if old.endswith(f" {surface}")), None)
            if whole is not None:
                words = self._full[whole].split()
                known = " ".join(words[-len(surface.split()) :])
            else:
                known = surface if self._rng.random() > _SHARE else self._new(surface)
            self._full[surface] = known
        return known

    def _new(self, surface: str) -> str:
        size = len(surface.split())
        if size < 2:
            return surface
        family, middle, given = self._rng.choice(name_groups())
        words = [self._rng.choice(family), self._rng.choice(given)]
        if size > 2 and middle != ("-",):
            words.insert(1, self._rng.choice(middle))
        if size > 3:
            words.insert(-1, self._rng.choice(given))
        name = " ".join(word for word in words if word != "-").replace("' ", "'")
        return name.upper() if surface.isupper() else name


def _titles(rng: random.Random) -> Callable[[str], str]:
    def other(surface: str) -> str:
        if surface not in _posts() or rng.random() > _SHARE:
            return surface
        return rng.choice(_posts())

    return other


@cache
def _posts() -> tuple[str, ...]:
    """Return the posts that stand alone, as the catalogue writes them."""
    return tuple(dict.fromkeys(t.canonical for t in shipped_titles() if t.kind == "post"))


def _communes(rng: random.Random) -> Callable[[str], str]:
    """Return what exchanges the name behind ``xã``, ``phường``, ``thị trấn``."""
    chosen: dict[str, str] = {}

    def other(surface: str) -> str:
        head, _, name = surface.partition(" ")
        if head not in {"xã", "Xã", "phường", "Phường"} or not name or name.isdigit():
            return surface
        if surface not in chosen:
            chosen[surface] = name if rng.random() > _SHARE else rng.choice(_bare_communes())
        return f"{head} {chosen[surface]}"

    return other


@cache
def _bare_communes() -> tuple[str, ...]:
    names = {unit.bare for unit in gazetteer().units if unit.level == COMMUNE}
    return tuple(sorted(name for name in names if not any(c.isdigit() for c in name)))
