"""Places as the linker compares them: the chain of names, as it was and as it is today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from hoinghi.text import fold, squeeze

Chain = tuple[str, ...]

SAME, WITHIN, KIN, APART, UNKNOWN = "same", "within", "kin", "apart", "unknown"

VILLAGE, COMMUNE, DISTRICT, PROVINCE = 4, 3, 2, 1
REFORM: Final = date(2025, 7, 1)  # from here on there are fewer provinces, and no districts
_KINDS = {
    "xã": COMMUNE,
    "phường": COMMUNE,
    "thị trấn": COMMUNE,
    "đặc khu": COMMUNE,
    "huyện": DISTRICT,
    "quận": DISTRICT,
    "thị xã": DISTRICT,
    "tỉnh": PROVINCE,
}


@dataclass(frozen=True, slots=True)
class Where:
    """A unit with its parents, folded, the narrowest first.

    ``now`` are the units of today that it became, several where it was split; empty where that
    is not known. A unit that lives on is its own successor. ``reformed`` tells that it is told of
    after the reform: a province that kept its name is another one since.
    """

    names: Chain = ()
    now: tuple[Chain, ...] = ()
    reformed: bool = False

    def __bool__(self) -> bool:
        return bool(self.names)

    @property
    def level(self) -> int:
        """Return ``VILLAGE``, ``COMMUNE``, ``DISTRICT`` or ``PROVINCE``, 0 where it is nowhere."""
        return level_of(self.names)

    @property
    def units(self) -> frozenset[Chain]:
        """Return the unit and all above it, as they were and as they are today."""
        chains = (self.names, *self.now)
        return frozenset(chain[at:] for chain in chains for at in range(len(chain)))


NOWHERE = Where()


@lru_cache(maxsize=16384)  # some 400 bytes each
def chain_of(name: str | None) -> Chain:
    """Return the folded parts of a canonical name (``Xã Tam Đại, Huyện Phú Ninh, ...``)."""
    return tuple(part_of(part) for part in (name or "").split(",") if part.strip())


@lru_cache(maxsize=16384)
def part_of(name: str) -> str:
    """Return the name of a unit without its parents, folded."""
    return fold(squeeze(name))


def level_of(chain: Chain) -> int:
    """Return the level of the first unit; a city under a province is a district, a country 0."""
    if not chain:
        return 0
    for kind, level in _KINDS.items():
        if chain[0].startswith(f"{kind} "):
            return level
    if chain[0].startswith("thành phố "):
        return DISTRICT if len(chain) > 1 else PROVINCE
    return VILLAGE if len(chain) > 1 else 0  # a name without parents is a country, or unknown


def relation(a: Where, b: Where) -> str:
    """Return how two places stand to each other.

    ``SAME``: one unit, or a unit and what became of it. ``WITHIN``: one lies in the other.
    ``KIN``: two units of their time that became one; they were two while both stood.
    ``UNKNOWN``: one of them is not known well enough to say.
    """
    if not a.names or not b.names:
        return UNKNOWN
    if a.names == b.names or _one_without_a_parent(a.names, b.names):
        return SAME
    if a.names[:1] == b.names[:1] and 1 in (len(a.names), len(b.names)):
        return UNKNOWN  # one name, and nothing says under which parent
    if _ends(a.names, b.names) or _ends(b.names, a.names):
        return WITHIN
    return _today(a, b)


def _today(a: Where, b: Where) -> str:
    """Return how two places of which neither was in the other stand since the reform."""
    if _became(a, b) or _became(b, a):
        return SAME
    if _lies_today(a, b) or _lies_today(b, a):
        return WITHIN
    return KIN if a.level == b.level and set(a.now) & set(b.now) else APART


def _one_without_a_parent(a: Chain, b: Chain) -> bool:
    """Tell whether one chain is the other with a parent left out, as pages often leave it."""
    short, long = sorted((a, b), key=len)
    return len(short) > 1 and short[0] == long[0] and set(short) <= set(long)


def _ends(long: Chain, short: Chain) -> bool:
    return len(long) > len(short) and long[-len(short) :] == short


def _became(old: Where, new: Where) -> bool:
    return new.reformed and old.now == (new.names,) and old.level == new.level


def _lies_today(old: Where, other: Where) -> bool:
    """Tell whether ``other`` contains what ``old`` became, or is contained in it."""
    return other.reformed and any(
        chain == other.names or _ends(chain, other.names) or _ends(other.names, chain)
        for chain in old.now
    )


class Atlas:
    """The places of a run by their canonical names, each with what it is today."""

    def __init__(self, rows: Iterable[tuple[str, Iterable[str]]]) -> None:
        """Take rows of canonical name and names of today; the order of the rows is no matter."""
        found: dict[Chain, set[Chain]] = {}
        for name, today in rows:
            found.setdefault(chain_of(name), set()).update(map(chain_of, today))
        self._now = {chain: tuple(sorted(now)) for chain, now in found.items() if chain}
        self._made: list[Where] = []
        self._numbers: dict[Where, int] = {}

    def where(self, chain: Chain, day: date | None, today: Iterable[Chain] = ()) -> Where:
        """Return the place of a chain of names, its successors out of the run or as given.

        ``day`` is when it is told of.

        Of a place without known successors, the province's alone are taken: they say in which
        province of today it lies.
        """
        if not chain:
            return NOWHERE
        now = self._now.get(chain) or tuple(sorted(set(today)))
        if not now:
            now = self._now.get(chain[-1:], ()) if len(chain) > 1 else ()
        made = Where(chain, now, day is not None and day >= REFORM)
        return self._made[self.number(made)]  # one object for each

    def number(self, where: Where) -> int:
        """Return the number of a place, by which a record in a file names it."""
        number = self._numbers.setdefault(where, len(self._made))
        if number == len(self._made):
            self._made.append(where)
        return number

    def __getitem__(self, number: int) -> Where:
        return self._made[number]
