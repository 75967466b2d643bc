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
_Test = Callable[[Row], "bool | None"]
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
        self._days = scope.since or date.min, scope.until or date.max
        provinces = [units_of(text, PROVINCE) for text in scope.provinces]
        above = [unit for family in provinces for unit in family]
        districts = [units_of(text, DISTRICT, above) for text in scope.districts]
        above = [unit for family in districts for unit in family] or above
        communes = [units_of(text, COMMUNE, above) for text in scope.communes]
        self.families: tuple[Family, ...] = tuple(communes or districts or provinces)
        self._tests = tuple(map(self._test, self.families))

    def __bool__(self) -> bool:
        return bool(self.families)

    def holds(self, meeting: Row) -> bool | None:
        """Tell whether a meeting was held in the area; ``None`` where its place is too vague."""
        if not self.families:
            return True
        if meeting["province"] is None:
            return None
        return _or(test(meeting) for test in self._tests)

    @property
    def names(self) -> tuple[str, ...]:
        """The full names of the units as they are counted, with both names where both are."""
        return tuple(map(self._name, self.families))

    def _name(self, family: Family) -> str:
        today = [unit for unit in family if unit.current]
        if today and (self._now or all(unit.reformed for unit in family)):
            return _joined_names(today, date.max)
        first, last = self._days
        shown = [one for one in family if one.end > first and (one.since or first) <= last]
        before = _joined_names([one for one in shown if not one.current], last)
        now = _joined_names([one for one in shown if one.current], last)
        both = before and now and before != now
        return f"{before} (nay là {now})" if both else before or now or _joined_names(family, last)

    def communes(self, day: date) -> tuple[Commune, ...]:
        """Return all communes of the area that there are on ``day``, by their names."""
        found = {
            unit.mark: _commune(unit, day)
            for family in self.families
            for unit in _communes_of(family, day)
        }
        return tuple(sorted(found.values(), key=lambda one: unit_order(one.commune)))

    def _test(self, family: Family) -> _Test:
        today = [unit for unit in family if unit.current]
        new = all(unit.reformed for unit in family)
        level = family[0].level
        if level == DISTRICT:
            heirs = [heir for unit in family for heir in gazetteer().today(unit)]
            became = _became_test(heirs)
            return lambda row: _or((_then(family, row), self._now and became(row)))
        if today and (self._now or new):
            return _today_test(today, level)
        return lambda row: _then(family, row)


def _joined_names(units: Iterable[Unit], day: date) -> str:
    names = (gazetteer().full_name(unit, day) for unit in units)
    return "; ".join(dict.fromkeys(names))


def _or(answers: Iterable[bool | None]) -> bool | None:
    """Return whether one is true; ``None`` if that depends on those that are unknown."""
    found = set(answers)
    return True if True in found else None if None in found else False


def _then(family: Family, row: Row) -> bool | None:
    """Tell whether a meeting was held in a unit of ``family`` as it was on that day."""
    name, day = row[_FIELDS[family[0].level]], row["start_date"]
    if name is not None:
        return any(unit.name == name and _fits(unit, row) for unit in family)
    there = (unit for unit in family if day is None or unit.may_exist(day))
    return None if any(_fits(unit, row) for unit in there) else False


def _fits(unit: Unit, row: Row) -> bool:
    """Tell whether the units above are those of the meeting."""
    if unit.level == PROVINCE or unit.code == row["place_code"]:
        return True
    above = {one.level: one.name for one in gazetteer().parents(unit, row["start_date"])}
    return all(
        above.get(level) is None or row[_FIELDS[level]] in {None, above[level]}
        for level in (PROVINCE, DISTRICT)
    )


def _today_test(today: Iterable[Unit], level: int) -> _Test:
    if level == COMMUNE:
        return _became_test(today)
    names = {unit.name for unit in today}
    return lambda row: _all_or_some(one in names for one in row["current_province"])


def _became_test(communes: Iterable[Unit]) -> _Test:
    """Return what tells whether the place of a meeting is today one of ``communes``."""
    codes = {unit.code for unit in communes}
    provinces = {one.name for unit in communes for one in gazetteer().parents(unit)}

    def test(row: Row) -> bool | None:
        if row["current_commune"]:
            return _all_or_some(code in codes for code in row["current_place_code"])
        return None if provinces.intersection(row["current_province"]) else False

    return test


def _all_or_some(answers: Iterable[bool]) -> bool | None:
    """Tell whether all that a place may be fit; ``None`` if only some do."""
    found = set(answers)
    return None if len(found) > 1 else True in found


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
