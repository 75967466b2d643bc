"""Kinds of meetings, who holds them, and one meeting of a kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random

from made.documents import Cited, some_document
from made.people import Person, holder
from made.places import Place

from hoinghi.resources.units import REFORM

HERE = Path(__file__).parent
HOSTS = {
    "mt": ("Ủy ban MTTQ Việt Nam {}", "Ban Thường trực Ủy ban MTTQ Việt Nam {}"),
    "bct": ("Ban công tác Mặt trận {v}",),
    "hd": ("Thường trực HĐND {}", "HĐND {}"),
    "ub": ("UBND {}",),
    "db": ("Đảng bộ {}",),
    "du": ("Đảng ủy {}", "Ban Thường vụ Đảng ủy {}"),
    "nd": ("Hội Nông dân {}", "Ban Thường vụ Hội Nông dân {}"),
    "pn": ("Hội Liên hiệp Phụ nữ {}", "Hội LHPN {}"),
    "ccb": ("Hội Cựu chiến binh {}", "Hội CCB {}"),
    "dtn": ("Đoàn Thanh niên {}", "Ban Thường vụ Đoàn {}"),
    "cd": ("Công đoàn {}",),
    "qs": ("Ban Chỉ huy Quân sự {}",),
    "ctd": ("Hội Chữ thập đỏ {}",),
    "kh": ("Hội Khuyến học {}",),
    "nct": ("Hội Người cao tuổi {}",),
}
CONGRESSES = {
    "nd": ("Hội Nông dân", "ct_nd"),
    "pn": ("Phụ nữ", "ct_pn"),
    "ccb": ("Hội Cựu chiến binh", "ct_ccb"),
    "dtn": ("Đoàn TNCS Hồ Chí Minh", "bt_doan"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of meeting, a line of ``kinds.tsv``."""

    name: str
    host: str
    chair: str
    months: frozenset[int]
    topics: tuple[str, ...]
    time: str
    layouts: tuple[str, ...]


@lru_cache(maxsize=1)
def kinds() -> dict[str, Kind]:
    """Return the kinds of meetings by name."""
    lines = (HERE / "kinds.tsv").read_text(encoding="utf-8").splitlines()[1:]
    found = {}
    for line in lines:
        name, host, chair, months, topics, time, layouts = line.split("\t")
        found[name] = Kind(
            name, host, chair, frozenset(map(int, months.split())), tuple(topics.split()),
            time, tuple(layouts.split()),
        )  # fmt: skip
    return found


@dataclass(frozen=True, slots=True)
class Event:
    """One meeting: what kind, where and when; whom a post has, which documents are about.

    ``fixed`` are blanks that are settled beforehand: what it is called, the hall, the village.
    """

    kind: Kind
    place: Place
    day: date
    cast: Callable[[Place, str, date], Person] = holder
    document: Callable[[Random, Place, date, list[str]], Cited] = some_document
    fixed: Mapping[str, str] = field(default_factory=dict)


# When what has its day in the year is held: month, first and last day.
_DAYS = {
    "ngayhoi": {11: (8, 18)},
    "phunu": {3: (1, 8), 10: (14, 20)},
    "ccb": {12: (2, 8)},
    "congbo": {7: (1, 2)},
    "quansu": {2: (18, 28)},
    "doan": {3: (1, 10), 6: (1, 12)},
}


def fitting(kind: Kind, day: date, dice: Random) -> date:
    """Return a day near ``day`` on which such a meeting is held: a workday, or its own days."""
    first, last = _DAYS.get(kind.name, {}).get(day.month, (0, 0))
    if first:
        return day.replace(day=dice.randint(first, last))
    return day - timedelta(days=max(0, day.weekday() - 4)) if dice.random() < 0.8 else day


def some_kind(dice: Random, day: date) -> Kind:
    """Return a kind of meeting that is held at that time of the year."""
    fit = [
        kind
        for kind in kinds().values()
        if day.month in kind.months
        and (kind.time == "any" or day >= REFORM)
        and (kind.name != "daihoimt" or (day.year, day.month > 6) in {(2024, False), (2025, True)})
    ]
    return fit[int(dice.random() * len(fit))]
