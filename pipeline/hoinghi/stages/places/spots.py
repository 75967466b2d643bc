"""A place in a text before it is known which one, and the names that the gazetteer has."""

from __future__ import annotations

from dataclasses import dataclass

from hoinghi.resources.units import COMMUNE, Unit, gazetteer
from hoinghi.stages.places import patterns as p

VILLAGE, OTHER = 4, 0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the text before it is known which one; ``first`` and ``stop`` count syllables.

    ``kind`` is the type word as written (canonical form) or ``None`` for a bare name, ``level``
    1-4 or 0 (landmarks), ``None`` where the name alone leaves it open. ``name_first`` is where
    the name begins, ``key`` its name key, ``units`` what the gazetteer has under it.
    """

    first: int
    stop: int
    name_first: int
    key: str
    kind: str | None
    level: int | None
    units: tuple[Unit, ...] = ()
    rule: str = "typed"
    name: str | None = None


def units_of(key: str, levels: tuple[int, ...]) -> tuple[Unit, ...]:
    """Return the gazetteer's units of this name on these levels."""
    return tuple(unit for unit in units_named(key) if unit.level in levels)


def units_named(key: str) -> tuple[Unit, ...]:
    """Return the gazetteer's units of this name, and of the name that it is another form of."""
    found = gazetteer().named(key)
    return (*found, *gazetteer().named(p.ALIASES[key])) if key in p.ALIASES else found


def levels_of(kind: p.Kind) -> tuple[int, ...]:
    """Return the levels that a type word may stand for."""
    return (1, 2) if kind.name == "Thành phố" else (kind.level,)


def wide(key: str) -> bool:
    """Tell whether a name is that of a province or district."""
    return any(unit.level < COMMUNE for unit in gazetteer().named(key))
