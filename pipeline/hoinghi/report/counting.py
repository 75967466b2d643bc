"""Under which unit a meeting counts: as on its day, or as today."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from hoinghi.report.area import Area, Commune
from hoinghi.report.collation import unit_order
from hoinghi.report.scope import NOW, Scope
from hoinghi.report.tables import Row
from hoinghi.resources.units import COMMUNE, REFORM, gazetteer

_UNITS: Final = ("unit_commune", "unit_district", "unit_province", "unit_code")


class Counting:
    """Gives meetings their units, and tells which communes an area has in those units.

    Whether a commune has taken something up can only be told if its meetings and the list of
    communes are of one time. So where the meetings lie on both sides of the reform of 2025, or of
    another merger in the area, communes are compared as they are today.
    """

    def __init__(self, scope: Scope, area: Area, meetings: Iterable[Row]) -> None:
        """Look at the days of the chosen meetings, and at those of the scope."""
        days = [row["start_date"] for row in meetings if row["start_date"]]
        first, last = min(days, default=scope.since), max(days, default=scope.until)
        self._now = scope.units == NOW
        self.day = date.max if self._now else last or scope.until or scope.since or date.max
        if first and first < self.day and _changed(area, first, self.day):
            self.day = date.max
        self._cover_now = self.day == date.max

    def units(self, row: Row) -> Row:
        """Return the columns ``unit_...``, ``current_...`` and ``cover`` of a joined meeting."""
        current = _current(row)
        then = {name: row[name] for name in ("commune", "district", "province")}
        if self._now:
            values = (current[0], None, current[1], current[2])
        else:
            values = (*then.values(), _code(row))
        cover = (current[0], None, current[1]) if self._cover_now else tuple(then.values())
        return {
            **dict(zip(_UNITS, values, strict=True)),
            "current_commune": current[0],
            "current_province": current[1],
            "current_code": current[2],
            "current_communes": list(row["current_commune"]) if row["commune"] else [],
            "cover": label(*cover) if cover[0] and cover[2] else None,
        }

    def communes(self, area: Area, meetings: Sequence[Row]) -> list[Row]:
        """Return the communes of ``area``, or where there is none those of ``meetings``."""
        if area:
            found = area.communes(self.day)
            return [_commune_row(one) for one in found]
        seen = {row["cover"]: row for row in meetings if row["cover"]}
        ordered = sorted(seen.items(), key=lambda item: unit_order(item[0]))
        return [{"label": name, **self._parts(row)} for name, row in ordered]

    def _parts(self, row: Row) -> Row:
        """Return the commune that a meeting covers, with the units above it and its code."""
        if self._cover_now:
            commune, province, code = _current(row)
            district = None
        else:
            commune, district, province = row["commune"], row["district"], row["province"]
            code = _code(row)
        return {"commune": commune, "district": district, "province": province, "code": code}


def label(commune: str | None, district: str | None, province: str | None) -> str:
    """Return a full name, ``Xã A, Huyện B, Tỉnh C``."""
    return ", ".join(name for name in (commune, district, province) if name)


def _changed(area: Area, first: date, last: date) -> bool:
    """Tell whether communes of ``area`` came, went or got another name between two days."""
    if first < REFORM <= last:
        return True
    return bool(area) and area.communes(first) != area.communes(last)


def _commune_row(one: Commune) -> Row:
    return {
        "label": label(one.commune, one.district, one.province),
        "commune": one.commune,
        "district": one.district,
        "province": one.province,
        "code": one.code,
    }


def _current(row: Row) -> tuple[str | None, str | None, str | None]:
    """Return today's commune, province and code of the commune, each where it is but one."""
    communes, provinces = row["current_commune"], row["current_province"]
    commune = communes[0] if len(communes) == 1 else None
    province = provinces[0] if len(provinces) == 1 else None
    codes = row["current_place_code"]
    return commune, province, codes[0] if commune and len(codes) == 1 else None


def _code(row: Row) -> str | None:
    """Return the code of the commune as it was, where that is the code that the row has."""
    code = row["place_code"]
    if not code or not row["commune"]:
        return None
    named = any(unit.name == row["commune"] for unit in gazetteer().coded(COMMUNE, code))
    return code if named else None
