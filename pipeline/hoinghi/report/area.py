"""The chosen area: which meetings lie in it, and which communes it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from hoinghi.report.collation import unit_order
from hoinghi.report.scope import NOW, Scope
from hoinghi.report.tables import Row
from hoinghi.report.unit_names import units_of
from hoinghi.resources.units import COMMUNE, DISTRICT, PROVINCE, REFORM, Unit, gazetteer

Family = tuple[Unit, ...]
_FIELDS: Final = {PROVINCE: "province", DISTRICT: "district", COMMUNE: "commune"}


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune with the units above it; ``district`` is ``None`` since the reform."""

    commune: str
    district: str | None
    province: str | None
    code: str


class Area:
    """The units that a scope names, of which the narrowest count.

    With ``units=then`` a meeting lies in the unit that its place belonged to on its day; with
    ``units=now`` in today's unit. A unit that there is only today, or was only then, is
    understood so whatever ``units`` says.
    """

    def __init__(self, scope: Scope) -> None:
        """Understand the names of ``scope``.

        Raises:
            UsageError: A name is not known, or several units have it.
        """
        self._now = scope.units == NOW
        provinces = [units_of(text, PROVINCE) for text in scope.provinces]
        above = [unit for family in provinces for unit in family]
        districts = [units_of(text, DISTRICT, above) for text in scope.districts]
        above = [unit for family in districts for unit in family] or above
        communes = [units_of(text, COMMUNE, above) for text in scope.communes]
        self.families: tuple[Family, ...] = tuple(communes or districts or provinces)
        self._tests = tuple(map(self._test, self.families))

    def __bool__(self) -> bool:
        return bool(self.families)

    def __contains__(self, meeting: Row) -> bool:
        return not self.families or any(test(meeting) for test in self._tests)

    @property
    def names(self) -> tuple[str, ...]:
        """The full names of the units, as of the time that they are counted in."""
        return tuple(gazetteer().full_name(family[-1]) for family in self.families)

    def communes(self, day: date) -> tuple[Commune, ...]:
        """Return all communes of the area that there are on ``day``, by their names."""
        found = {
            unit.mark: _commune(unit, day)
            for family in self.families
            for unit in _communes_of(family, day)
        }
        return tuple(sorted(found.values(), key=lambda one: unit_order(one.commune)))

    def _test(self, family: Family) -> Callable[[Row], bool]:
        today = [unit for unit in family if unit.current]
        new = all(unit.reformed for unit in family)
        level = family[0].level
        if level == DISTRICT:
            codes = {heir.code for unit in family for heir in gazetteer().today(unit)}
            return lambda row: _then(family, row) or (self._now and _became(codes, row))
        if today and (self._now or new):
            return _today_test(today, level)
        return lambda row: _then(family, row)


def _then(family: Family, row: Row) -> bool:
    """Tell whether a meeting was held in a unit of ``family`` as it was on that day."""
    name = row[_FIELDS[family[0].level]]
    return name is not None and any(unit.name == name and _fits(unit, row) for unit in family)


def _fits(unit: Unit, row: Row) -> bool:
    """Tell whether the units above are those of the meeting."""
    if unit.level == PROVINCE or unit.code == row["place_code"]:
        return True
    above = {one.level: one.name for one in gazetteer().parents(unit, row["start_date"])}
    return all(
        above.get(level) is None or row[_FIELDS[level]] in {None, above[level]}
        for level in (PROVINCE, DISTRICT)
    )


def _today_test(today: Iterable[Unit], level: int) -> Callable[[Row], bool]:
    if level == PROVINCE:
        names = {unit.name for unit in today}
        return lambda row: len(row["current_province"]) == 1 and row["current_province"][0] in names
    codes = {unit.code for unit in today}
    return lambda row: _became(codes, row)


def _became(codes: set[str], row: Row) -> bool:
    """Tell whether the place of a meeting is today one commune, and one of ``codes``."""
    communes = row["current_commune"]
    return len(communes) == 1 and row["current_place_code"][0] in codes


def _communes_of(family: Family, day: date) -> Iterator[Unit]:
    """Yield the communes on ``day`` of a unit, be it of that time or of another."""
    units = gazetteer()
    if family[0].level == COMMUNE:
        members: Iterable[Unit] = family
    else:
        members = _members(family)
    if day < REFORM:
        yield from (unit for unit in members if not unit.reformed and unit.likely(day))
        return
    own = [unit for unit in members if unit.current]
    yield from own or (heir for unit in members for heir in units.today(unit))


def _members(family: Family) -> list[Unit]:
    """Return the communes, of all times, that lie in a province or district."""
    marks = {unit.mark for unit in family}
    units = gazetteer()
    return [
        unit
        for unit in units.units
        if unit.level == COMMUNE and any(one.mark in marks for one in units.parents(unit))
    ]


def _commune(unit: Unit, day: date) -> Commune:
    above = {one.level: one.name for one in gazetteer().parents(unit, day)}
    return Commune(unit.name, above.get(DISTRICT), above.get(PROVINCE), unit.code)
