"""Administrative units for what somebody types, with accents or without."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cache
from typing import Final

from hoinghi.resources.units import DISTRICT, KINDS, PROVINCE, Unit, gazetteer, name_key
from hoinghi.text import fold, strip_accents

_MOST: Final = 12
_KINDS: Final = tuple(f"{strip_accents(fold(kind))} " for kind in KINDS)


def suggestions(asked: str, day: str) -> list[str]:
    """Return full names of units (``Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam``).

    Args:
        asked: The beginning of a name, with or without accents and type word; what follows a
            comma must stand in the names of the units above.
        day: ISO date of the meeting; units of that day come first. Empty if unknown.
    """
    head, _, above = strip_accents(fold(" ".join(asked.split()))).partition(",")
    head, above = head.strip(), above.strip()
    kind = next((k for k in _KINDS if head.startswith(k)), "")
    begin = strip_accents(name_key(head[len(kind) :]))
    if not begin:
        return []
    moment = _day(day)
    known = gazetteer()
    found: dict[str, tuple[object, ...]] = {}
    for unit in _beginning(begin):
        full = known.full_name(unit, moment)
        plain = strip_accents(fold(full))
        if plain.startswith(kind) and above in plain.partition(",")[2]:
            exact = strip_accents(name_key(unit.bare)) != begin
            rank = (not unit.likely(moment), not unit.may_exist(moment), exact, unit.level, full)
            found[full] = min(found.get(full, rank), rank)
    return sorted(found, key=lambda name: found[name])[:_MOST]


def ever_named(name: str) -> Unit | None:
    """Return the unit that had the full name ``name`` on any day of its own; the latest of several.

    A name can be chosen for one day of a meeting, and the day be changed after.
    """
    own = name.split(",", maxsplit=1)[0].strip()
    kind = next((k for k in KINDS if fold(own).startswith(f"{fold(k)} ")), "")
    known = gazetteer()
    return max(
        (
            unit
            for unit in known.named(name_key(own[len(kind) :]))
            if fold(name) in {fold(known.full_name(unit, day)) for day in _changes_above(unit)}
        ),
        key=lambda unit: unit.end,
        default=None,
    )


def _changes_above(unit: Unit, times: int = 2) -> set[date]:
    """Return the days on which the full name of a unit may become another one."""
    days = {date.today(), *(day for day in (unit.since, unit.until, unit.end) if day)}
    if unit.parent and times:
        level = DISTRICT if len(unit.parent) == 3 else PROVINCE
        for above in gazetteer().coded(level, unit.parent):
            days |= _changes_above(above, times - 1)
    return days | {date.fromordinal(day.toordinal() - 1) for day in days}


def _beginning(begin: str) -> list[Unit]:
    """Return the units whose bare name, without accents, begins with ``begin``."""
    names = _plain_names().get(begin[:2], ()) if len(begin) > 1 else ()
    known = gazetteer()
    return [
        unit for plain, key in names if plain.startswith(begin) for unit in known.named(key)
    ]  # fmt: skip


@cache
def _plain_names() -> dict[str, list[tuple[str, str]]]:
    """Return names without accents with their keys, by their first two letters."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in sorted(gazetteer().keys):
        plain = strip_accents(key)
        found[plain[:2]].append((plain, key))
    return dict(found)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.today()
