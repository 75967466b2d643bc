"""Places of a user's own list, set among those that the article was read to name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from hoinghi.records import Place, PlaceMention
from hoinghi.resources.bodies import Trie
from hoinghi.resources.userlist import Entry
from hoinghi.stages.places.build import inside
from hoinghi.stages.places.find import find_places
from hoinghi.text import fold

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_LEVELS = {"tỉnh": 1, "huyện": 2, "xã": 3, "thôn": 4}


def with_own_places(
    found: Sequence[PlaceMention],
    body: str,
    own: Trie[Entry],
    *,
    published: date | None = None,
) -> list[PlaceMention]:
    """Return ``found`` with the places of a user's list, in order and without overlaps.

    Args:
        found: What was read without the list; only a longer place wins over one of the list.
        body: The article, as the stage of places reads it.
        own: The forms of the list; a form counts where its last word has its capital.
        published: The day on which parents of a place are looked up.
    """
    if not own.children:
        return list(found)
    hits = [hit for hit in _hits(body, own) if not _inside_longer(hit, found)]
    kept = [f for f in found if not any(f.start < end and start < f.end for start, end, _ in hits)]
    kept += [
        PlaceMention(start, end, body[start:end], _place(entry, published), "own list", "own", 0.95)
        for start, end, entry in hits
        if not entry.off
    ]
    return sorted(kept, key=lambda mention: mention.start)


def _hits(body: str, own: Trie[Entry]) -> list[tuple[int, int, Entry]]:
    """Return the longest forms from left to right."""
    tokens = list(_TOKEN.finditer(fold(body)))
    low = [token.group() for token in tokens]
    hits: list[tuple[int, int, Entry]] = []
    at = 0
    while at < len(low):
        for end, entry in own.matches(low, at):
            last = body[tokens[end - 1].start()]
            if not last.islower():
                hits.append((tokens[at].start(), tokens[end - 1].end(), entry))
                at = end - 1
                break
        at += 1
    return hits


def _inside_longer(hit: tuple[int, int, Entry], found: Sequence[PlaceMention]) -> bool:
    start, end, _ = hit
    return any(f.start <= start and end <= f.end and f.end - f.start > end - start for f in found)


@lru_cache(maxsize=4096)
def _place(entry: Entry, published: date | None) -> Place:
    """Return the place that a line describes; its parents are looked up like any others."""
    name, _, rest = entry.name.partition(", ")
    whole = find_places(entry.name, published=published)
    if whole and (whole[0].start, whole[0].end) == (0, len(name)) and entry.level is None:
        return whole[0].place
    around = find_places(rest, published=published) if rest else []
    kind = name.split()[0]
    level = _LEVELS.get(entry.level or "")
    return inside(name, kind, level, around[0].place if around else None)
