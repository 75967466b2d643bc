"""Which administrative units a name or code on the command line means."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from hoinghi.errors import UsageError
from hoinghi.resources.units import (
    COMMUNE,
    DISTRICT,
    KINDS,
    PROVINCE,
    Gazetteer,
    Unit,
    gazetteer,
    name_key,
)
from hoinghi.text import squeeze, strip_accents

OPTIONS: Final = {PROVINCE: "--province", DISTRICT: "--district", COMMUNE: "--commune"}
_SHOWN: Final = 8
_SHORT: Final = {"tp": "thanh pho", "tx": "thi xa", "tt": "thi tran", "p": "phuong", "q": "quan"}
_SAIGON: Final = frozenset(("hcm", "tphcm", "tp.hcm", "tp. hcm", "tp hcm"))
_SHORT_FORM = re.compile(r"(tp|tx|tt|p|q)(?:\.\s?|\s)(?=\S)")
_KIND = re.compile(rf"({'|'.join(strip_accents(kind).lower() for kind in KINDS)})\s+(?=\S)")


def units_of(text: str, level: int, within: Sequence[Unit] = ()) -> tuple[Unit, ...]:
    """Return the one unit that ``text`` means, as it is and as it was.

    Args:
        text: A name with or without accents and kind (``xã``), with parents behind commas if
            need be, or a code.
        level: Of the unit: ``PROVINCE``, ``DISTRICT`` or ``COMMUNE``.
        within: Units, one of which it lies in.

    Raises:
        UsageError: No unit is called so, or several are.
    """
    name, *parents = (squeeze(part) for part in text.split(","))
    above = [_folded_key(_bare(part)[1]) for part in parents if part]
    found = _named(name, level)
    lying = [u for u in found if all(_lies_in(u, key) for key in above)]
    if within:
        marks = {unit.mark for unit in within}
        lying = [u for u in lying if any(one.mark in marks for one in _above(u))]
    families = _families(lying)
    if len(families) == 1:
        return tuple(families[0])
    raise UsageError(f"{OPTIONS[level]} {text}: {_advice(text, level, families, found)}")


def _advice(
    text: str, level: int, families: Sequence[Sequence[Unit]], found: Sequence[Unit]
) -> str:
    if families:
        names = _listed(_told(family[-1]) for family in families)
        return (
            f"{len(families)} units are called so: {names}; add the unit above it behind a comma, "
            "or give its code"
        )
    if found:
        names = _listed(_told(family[-1]) for family in _families(found))
        return f"no such unit lies there; there are {names}"
    near = difflib.get_close_matches(_folded_key(_bare(text)[1]), _keys(level), n=4, cutoff=0.7)
    if not near:
        return "no unit of this level is called so, now or before; check its spelling"
    names = _listed(_told(unit) for key in near for unit in _keys(level)[key][-1:])
    return f"no unit of this level is called so, now or before; did you mean {names}?"


def _told(unit: Unit) -> str:
    return f"{gazetteer().full_name(unit)} (code {unit.code})"


def _listed(names: Iterable[str]) -> str:
    unique = list(dict.fromkeys(names))
    more = len(unique) - _SHOWN
    return "; ".join(unique[:_SHOWN]) + (f"; and {more} more" if more > 0 else "")


def _named(name: str, level: int) -> list[Unit]:
    """Return all units of ``level`` with this name or code, of all times."""
    if name.isdigit() and (coded := gazetteer().coded(level, name)):
        return list(coded)
    units = gazetteer()
    kind, bare = _bare(name)
    exact = [u for key in {name_key(name), name_key(bare)} for u in units.named(key)]
    keys = {_folded_key(name), _folded_key(bare)}
    folded = [u for key in keys for u in _keys(level).get(key, ())]
    plain = strip_accents(bare) == bare
    fitting = [u for u in (folded if plain else exact) if u.level == level]
    if kind:
        of_kind = [u for u in fitting if strip_accents(u.kind).lower() == kind]
        whole = [u for u in fitting if _folded_key(u.bare) == _folded_key(name)]
        fitting = of_kind or whole
    return list(dict.fromkeys(fitting))


def _bare(name: str) -> tuple[str, str]:
    """Return the kind that a name begins with, without accents, and the rest."""
    folded = strip_accents(name).lower()
    if folded in _SAIGON:
        return "", "Hồ Chí Minh"
    if found := _SHORT_FORM.match(folded):
        return _SHORT[found[1]], name[found.end() :]
    if found := _KIND.match(folded):
        return found[1], name[found.end() :]
    return "", name


@cache
def _folded_key(name: str) -> str:
    return strip_accents(name_key(name))


@cache
def _keys(level: int) -> Mapping[str, list[Unit]]:
    """Return the units of a level by their names without accents."""
    found: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in gazetteer().units:
        if unit.level == level:
            found[_folded_key(unit.bare)].append(unit)
    return dict(found)


def _lies_in(unit: Unit, key: str) -> bool:
    """Tell whether a unit above ``unit``, then or today, has a name with this key."""
    return any(_folded_key(one.bare) == key for one in _above(unit))


def _above(unit: Unit) -> list[Unit]:
    """Return the units above ``unit``, those above its heirs, and heirs of another level."""
    units = gazetteer()
    above = [*units.parents(unit)]
    for heir in units.today(unit):
        above += [heir, *units.parents(heir)] if heir.level != unit.level else units.parents(heir)
    return above


def _families(found: Iterable[Unit]) -> list[list[Unit]]:
    """Return the units in groups that are one: the same unit at different times, and its heir."""
    units = gazetteer()
    families: list[tuple[set[str], list[Unit]]] = []
    for unit in found:
        marks = _marks(units, unit)
        same = next((family for family in families if family[0] & marks), None)
        if same is None:
            families.append((marks, [unit]))
        else:
            same[0].update(marks)
            same[1].append(unit)
    return [members for _, members in families]


def _marks(units: Gazetteer, unit: Unit) -> set[str]:
    """Return the identities of a unit and of what it is called today, on its own level."""
    heirs = {heir.mark for heir in units.today(unit) if heir.level == unit.level}
    return {unit.mark} | heirs
