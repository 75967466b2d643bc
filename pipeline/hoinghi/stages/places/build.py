"""Turns what was settled into records: canonical names with parents, then and today."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from hoinghi.records import Place
from hoinghi.resources.units import COMMUNE, DISTRICT, LEVELS, PROVINCE, Unit, gazetteer
from hoinghi.text import squeeze, to_old_tone

_APOSTROPHE = re.compile(r"[’`ʼ]")
_ROMAN = re.compile(r"[IVX]{1,5}")


@lru_cache(maxsize=4096)  # an article names its units again and again, articles of a day the same
def place_of(unit: Unit, day: date, kind: str | None = None) -> Place:
    """Return the record of a unit as it was on ``day``, under the type word as written."""
    names = gazetteer()
    chain = (unit, *names.parents(unit, day))
    own = f"{kind} {unit.bare}" if kind and kind != unit.kind else unit.name
    by_level = {u.level: u.name for u in chain[1:]} | {unit.level: own}
    today = names.today(unit)
    communes = tuple(u for u in today if u.level == COMMUNE)
    return Place(
        name=", ".join((own, *(u.name for u in chain[1:]))),
        kind=kind or unit.kind,
        level=LEVELS[unit.level],
        place_code=unit.code,
        commune=by_level.get(COMMUNE),
        district=by_level.get(DISTRICT),
        province=by_level.get(PROVINCE),
        current_place_code=tuple(u.code for u in today),
        current_name=tuple(names.full_name(u) for u in today),
        current_commune=tuple(u.name for u in communes),
        current_province=_provinces(chain[-1], communes),
    )


def _provinces(top: Unit, communes: tuple[Unit, ...]) -> tuple[str, ...]:
    """Return today's provinces, from the communes where they are known."""
    names = gazetteer()
    found = [above.name for unit in communes if (above := names.parent(unit)) is not None]
    if not found and top.level == PROVINCE:
        found = [unit.name for unit in names.today(top)]
    return tuple(dict.fromkeys(found))


def inside(name: str, kind: str, level: int | None, around: Place | None) -> Place:
    """Return the record of a place that the gazetteer lacks, inside one that is known."""
    full = f"{name}, {around.name}" if around else name
    label = {1: "tỉnh", 2: "huyện", 3: "xã", 4: "thôn"}.get(level or 0)
    own = {"thôn": "village", "xã": "commune", "huyện": "district", "tỉnh": "province"}
    base = Place(name=full, kind=kind, level=label)
    if around is not None:
        base = replace(
            base,
            commune=around.commune,
            district=around.district,
            province=around.province,
            current_place_code=around.current_place_code if label == "thôn" else (),
            current_name=around.current_name if label == "thôn" else (),
            current_commune=around.current_commune if label == "thôn" else (),
            current_province=around.current_province,
        )
    if label is None:
        return base
    values: dict[str, str] = {own[label]: name}
    return replace(base, **values)  # type: ignore[arg-type]


def tidy(name: str, *, upper: bool) -> str:
    """Return a name as a canonical name is spelt: one space, old tone marks, no shouting."""
    name = _APOSTROPHE.sub("'", to_old_tone(squeeze(name)))
    if upper or name.islower():
        name = " ".join(_capital(word) for word in name.split(" "))
    return name


def _capital(word: str) -> str:
    if word == "số" or any(c.isdigit() for c in word) or _ROMAN.fullmatch(word):
        return word
    return word[:1].upper() + word[1:].lower()
