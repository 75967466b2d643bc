"""Places whose edges are known though no rule found them: named as written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from hoinghi.records import PlaceMention
from hoinghi.stages.places import patterns as p
from hoinghi.stages.places.build import inside, tidy
from hoinghi.stages.places.find import find_places
from hoinghi.text import fold

RESOLVED_BY = "as written"
_LINK = re.compile(r", ?| ?\(")
_LEVELS = {"tỉnh": 1, "huyện": 2, "xã": 3, "thôn": 4}
_LONGEST_HEAD = 3  # words of a type word, such as ``tổ dân phố``


def name_place(
    body: str,
    span: tuple[int, int],
    around: Mapping[int, PlaceMention],
    *,
    published: date | None = None,
) -> PlaceMention:
    """Return the place at ``span``: of the gazetteer if its name alone tells it, else as written.

    Args:
        body: The article; ``span`` are offsets in it.
        span: Where the place stands.
        around: The other places of the article by where they start; one that follows behind a
            comma or in brackets and is wider holds a place that the gazetteer lacks.
        published: The day on which units are looked up.
    """
    start, end = span
    text = body[start:end]
    whole = find_places(text, published=published)
    if len(whole) == 1 and (whole[0].start, whole[0].end) == (0, len(text)):
        known = whole[0]
        return PlaceMention(start, end, text, known.place, known.resolved_by, known.rule)
    kind, level = _kind(text)
    link = _LINK.match(body, end)
    behind = around.get(link.end()) if link is not None else None
    wider = None
    if behind is not None and level and _LEVELS.get(behind.place.level or "", level) < level:
        wider = behind.place
    name = tidy(text, upper=text.isupper())
    place = inside(name[0].upper() + name[1:], kind, level, wider)
    return PlaceMention(start, end, text, place, RESOLVED_BY, "written")


def _kind(text: str) -> tuple[str, int | None]:
    """Return the type word and level that ``text`` begins with; "Địa danh" where there is none."""
    words = fold(text).split()
    for size in range(min(_LONGEST_HEAD, len(words) - 1), 0, -1):
        key = " ".join(words[:size])
        found = p.UNIT_KINDS.get(key) or p.VILLAGE_KINDS.get(key)
        if found is not None:
            return found.name, found.level
    return "Địa danh", None
