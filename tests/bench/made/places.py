"""Where meetings take place: real communes with the units above them, invented villages."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from random import Random
from zlib import crc32

from hoinghi.resources.units import COMMUNE, DISTRICT, REFORM, Unit, gazetteer

_DAY_BEFORE, _DAY_AFTER = date(2024, 6, 1), date(2025, 12, 31)
_SOUTH = range(70, 97)  # codes of provinces where a village is an ấp
_FIRST = (
    "An Bình Cẩm Đông Hòa Hưng Khánh Long Minh Nam Phú Phước Tân Thái Thanh Thọ Trung Vĩnh Xuân"
).split()
_LAST = (
    "An Bình Cường Đức Hà Hải Hậu Hòa Lâm Lập Lộc Lợi Mỹ Ninh Phong Sơn Thành Thịnh Thuận Yên"
).split()
_COMMITTEES = {
    "Huyện": "Huyện",
    "Thị xã": "Thị",
    "Thành phố": "Thành",
    "Quận": "Quận",
    "Tỉnh": "Tỉnh",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A unit as articles name it: ``name`` is ``xã Tam Đại``, ``kind`` ``xã``, ``level`` 1 to 3.

    ``above`` is what stands over it, ``village`` what a village is called there, ``parts`` are
    names of units inside a district or province, ``former`` those that a commune was made of.
    """

    mark: str
    level: int
    name: str
    kind: str
    bare: str
    above: tuple[Place, ...]
    village: str
    parts: tuple[str, ...] = ()
    former: tuple[str, ...] = ()

    @property
    def committee(self) -> str:
        """Return the Party committee of a district or province: ``Huyện ủy``."""
        return f"{_COMMITTEES[self.kind[:1].upper() + self.kind[1:]]} ủy"

    def some_village(self, dice: Random) -> str:
        """Return an invented village, or one of the units inside a district or province."""
        if self.parts:
            return dice.choice(self.parts)
        number = int(dice.random() * 12)
        if number >= 4 or self.village in {"tổ dân phố", "khu phố"}:
            return f"{self.village} {number + 1}"
        return f"{self.village} {_FIRST[int(dice.random() * 19)]} {_LAST[int(dice.random() * 20)]}"


def lower(name: str, kind: str) -> str:
    """Return a unit's name with its type word in lower case."""
    return kind.lower() + name[len(kind) :]


@lru_cache(maxsize=1)
def _inside() -> dict[tuple[str, bool], list[str]]:
    """Return the communes inside each district (before the reform) and province (since)."""
    found: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for unit in gazetteer().units:
        if unit.level == COMMUNE and unit.may_exist(_DAY_AFTER if unit.reformed else _DAY_BEFORE):
            found[unit.parent, unit.reformed].append(lower(unit.name, unit.kind))
    return found


@lru_cache(maxsize=1)
def _former() -> dict[str, list[str]]:
    """Return the communes that went into each commune of today, by its code."""
    found: dict[str, list[str]] = defaultdict(list)
    for unit in gazetteer().units:
        if unit.level == COMMUNE and unit.until == REFORM:
            for code in unit.successors:
                found[code].append(lower(unit.name, unit.kind))
    return found


@cache
def place_of(unit: Unit) -> Place:
    """Return ``unit`` as articles of its own time name it."""
    day = _DAY_AFTER if unit.reformed else _DAY_BEFORE
    above = tuple(place_of(one) for one in gazetteer().parents(unit, day))
    province = above[-1].mark if above else unit.mark
    south = int(province.strip("+").partition(":")[2]) in _SOUTH
    urban = unit.kind in {"Phường", "Thị trấn"}
    village = ("khu phố" if south else "tổ dân phố") if urban else ("ấp" if south else "thôn")
    inside = _inside()[unit.code, unit.reformed] if unit.level < COMMUNE else []
    return Place(
        unit.mark, unit.level, lower(unit.name, unit.kind), unit.kind.lower(), unit.bare, above,
        village, tuple(inside), tuple(_former()[unit.code]) if unit.reformed else (),
    )  # fmt: skip


@lru_cache(maxsize=1)
def _communes() -> tuple[list[Unit], list[Unit]]:
    known = [unit for unit in gazetteer().units if unit.level == COMMUNE]
    old = [u for u in known if u.kind in {"Xã", "Thị trấn"} and not u.reformed]
    return [u for u in old if u.likely(_DAY_BEFORE)], [u for u in known if u.reformed]


def some_place(dice: Random, day: date, *, wide: bool) -> Place:
    """Return a commune as of ``day``; if ``wide``, the district or province that it lies in."""
    units = _communes()[day >= REFORM]
    unit = units[int(dice.random() * len(units))]
    while not unit.likely(day):
        unit = units[int(dice.random() * len(units))]
    place = place_of(unit)
    if wide and (place.above[0].parts or place.above[0].level != DISTRICT):
        return place.above[0]
    return place


def roman(number: int) -> str:
    """Return a number below 40 in Roman letters."""
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (number // 10) + ones[number % 10]


def term(place: Place) -> str:
    """Return the number of the term of a unit's bodies: the first one since the reform."""
    return "I" if place.mark.endswith("+") else roman(9 + crc32(place.mark.encode()) % 16)
