"""Build ``pipeline/hoinghi/resources/unit_points.tsv.gz``: where units lie, as far as it is sure.

Run ``python tools/build_points.py`` with ``vietnamadminunits==1.0.4`` installed, after
``tools/build_units.py``; ``--check`` compares instead of writing. The package has two sets of
points of different origin: centres of the units since the reform, and points that a search of
addresses gave for the units before it. They are held against each other by the map of the reform;
a point that does not stand the comparison is left out, for none is better than a wrong one.
"""

from __future__ import annotations

import argparse
import gzip
import math
import re
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "pipeline"))

from build_units import package_folder  # noqa: E402 - the path has to be set first

from hoinghi.resources.units import COMMUNE, Gazetteer, gazetteer  # noqa: E402
from hoinghi.text import strip_accents  # noqa: E402

TARGET = ROOT / "pipeline" / "hoinghi" / "resources" / "unit_points.tsv.gz"
COLUMNS = ("code", "reformed", "lat", "lon")
LATITUDES, LONGITUDES = (7.5, 23.5), (102.0, 115.5)  # with the islands
SAME_NAME = 0.8  # likeness of the name and a part of the address that was found
REACH = 2.0  # an old commune lies within so many radii of the new one ...
SLACK = 2.0  # ... and so many km
SMALL = 0.5  # km; areas of a smaller radius are errors of the package
UNKNOWN_REACH = 5.0  # km, where the area is not known
FROM_COMMUNES = {2: 10.0, 1: 20.0}  # km that a district or province may lie from its next commune
NEIGHBOURS = 25.0  # km between a new commune that nothing proves and the next one in its province
ISLAND = "Đặc khu"  # alone in the sea; all thirteen lie where these islands are
OF_ITS_DISTRICT = 20.0  # km from the middle of the district, where the new commune is in doubt
ADDRESS_WORDS = re.compile(r"(?i)^(thị trấn|tt\.?|phường|p\.|xã|tp\.?|thành phố|quận|huyện)\s+")


@dataclass(frozen=True)
class Place:
    """A unit with its point; ``radius`` in km (0 unknown), ``address`` what the search found."""

    code: str
    name: str
    lat: float
    lon: float
    reformed: bool = False
    radius: float = 0.0
    address: str = ""

    def far(self, other: Place) -> float:
        """Return the distance in km."""
        a, b = math.radians(self.lat), math.radians(other.lat)
        dy, dx = b - a, math.radians(other.lon - self.lon)
        half = math.sin(dy / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(dx / 2) ** 2
        return 12_742 * math.asin(math.sqrt(half))


def read(db: sqlite3.Connection) -> Iterator[Place]:
    """Yield all units of the package, those above communes once."""
    found: dict[str, Place] = {}
    new = """select provinceCode, province, provinceLat, provinceLon, wardCode, ward, wardLat,
             wardLon, wardAreaKm2 from admin_units"""
    for pc, p, plat, plon, wc, w, lat, lon, area in db.execute(new):
        found[f"{pc}+"] = Place(pc, p, plat, plon, reformed=True)
        radius = math.sqrt((area or 0) / math.pi)
        found[f"{wc}+"] = Place(wc, w, lat, lon, reformed=True, radius=radius)
    old = """select provinceCode, province, provinceLat, provinceLon, districtCode, district,
             districtLat, districtLon, wardCode, ward, wardLat, wardLon, wardGeoAddress
             from admin_units_legacy"""
    for pc, p, plat, plon, dc, d, dlat, dlon, wc, w, lat, lon, address in db.execute(old):
        found[pc] = Place(pc, p, plat, plon)
        found[dc] = Place(dc, d, dlat, dlon)
        if w:
            found[wc] = Place(wc, w, lat, lon, address=address)
    yield from found.values()


class Sieve:
    """Keeps the points that can be believed, and counts why the others are left out."""

    def __init__(self, places: Iterable[Place], known: Gazetteer) -> None:
        self.left_out: Counter[str] = Counter()
        self._units = known
        here = [place for place in places if self._in_vietnam(place)]
        alike = Counter((place.lat, place.lon) for place in here if len(place.code) == 5)
        self._communes = [p for p in here if len(p.code) == 5]
        self._above = [p for p in here if len(p.code) < 5]
        self._shared = {spot for spot, count in alike.items() if count > 1}

    def kept(self) -> list[Place]:
        """Return the places whose points are believed, by code, older ones first."""
        old = [p for p in self._communes if not p.reformed and self._found_itself(p)]
        new = {p.code: p for p in self._communes if p.reformed}
        doubtful = self._doubtful(old, new)
        for _ in doubtful:
            self.left_out["a new commune far from all that it was made of"] += 1
        sure = {code: place for code, place in new.items() if code not in doubtful}
        communes = [*self._agreeing(old, sure, doubtful), *sure.values()]
        kept = communes + self._near(communes)
        return sorted(kept, key=lambda place: (len(place.code), place.code, place.reformed))

    def _in_vietnam(self, place: Place) -> bool:
        fits = (
            LATITUDES[0] <= place.lat <= LATITUDES[1]
            and LONGITUDES[0] <= place.lon <= LONGITUDES[1]
        )
        self.left_out["outside Vietnam"] += not fits
        return fits

    def _found_itself(self, place: Place) -> bool:
        """Tell whether the search found the commune, and not what lies around or beside it."""
        if (place.lat, place.lon) in self._shared:
            self.left_out["a point that several communes share"] += 1
            return False
        wanted = (key(place.name), key(ADDRESS_WORDS.sub("", place.name)))
        parts = [part.strip() for part in place.address.split(",")][:2]
        found = [key(ADDRESS_WORDS.sub("", part)) for part in parts] + [key(p) for p in parts]
        if any(like(one, part) for one in wanted for part in found):
            return True
        self.left_out["an address of another name"] += 1
        return False

    def _heirs(self, place: Place) -> tuple[str, ...]:
        units = self._units.coded(COMMUNE, place.code)
        return next((u.successors for u in units if not u.reformed and "b" in u.seen), ())

    def _became(self, place: Place, communes: list[Place]) -> list[Place]:
        """Return what a district without communes, an island, is today."""
        units = self._units.coded(len(place.code) - 1, place.code)
        heirs = {code for unit in units if not unit.reformed for code in unit.successors}
        return [one for one in communes if one.reformed and one.code in heirs]

    def _doubtful(self, old: list[Place], new: dict[str, Place]) -> set[str]:
        """Return the new communes that lie far from every one that went into them as a whole."""
        near: dict[str, list[bool]] = defaultdict(list)
        for place in old:
            heirs = self._heirs(place)
            if len(heirs) == 1 and heirs[0] in new:
                near[heirs[0]].append(within(place, new[heirs[0]]))
        far = {code for code, ones in near.items() if not any(ones)}
        proven = [new[code] for code in near.keys() - far]
        lonely = {
            code
            for code, place in new.items()
            if code not in near
            and not place.name.startswith(ISLAND)
            and not any(self._side_by_side(place, other) for other in proven)
        }
        return far | lonely

    def _side_by_side(self, one: Place, other: Place) -> bool:
        return self._parent(one) == self._parent(other) and one.far(other) <= NEIGHBOURS

    def _agreeing(
        self, old: list[Place], sure: dict[str, Place], doubtful: set[str]
    ) -> Iterator[Place]:
        """Yield the old communes that lie in what they became, or among their neighbours."""
        middles = self._middles(old)
        for place in old:
            heirs = self._heirs(place)
            unsure = bool(set(heirs) & doubtful)
            if any(within(place, sure[code]) for code in heirs if code in sure) or (
                unsure and place.far(middles[place.code]) <= OF_ITS_DISTRICT
            ):
                yield place
            else:
                self.left_out["an old commune far from what it became"] += 1

    def _middles(self, old: list[Place]) -> dict[str, Place]:
        """Return for every commune the middle (median) of those of its district."""
        groups: dict[str, list[Place]] = defaultdict(list)
        for place in old:
            groups[self._parent(place)].append(place)
        middles = {}
        for ones in groups.values():
            lat = sorted(one.lat for one in ones)[len(ones) // 2]
            lon = sorted(one.lon for one in ones)[len(ones) // 2]
            middles |= {one.code: Place("", "", lat, lon) for one in ones}
        return middles

    def _parent(self, place: Place) -> str:
        units = self._units.coded(COMMUNE, place.code)
        return next((u.parent for u in units if u.reformed == place.reformed), "")

    def _near(self, communes: list[Place]) -> list[Place]:
        """Return the districts and provinces that lie close to a commune of their own."""
        inside: dict[tuple[str, bool], list[Place]] = defaultdict(list)
        for commune in communes:
            parent = self._parent(commune)
            inside[parent, commune.reformed].append(commune)
            for above in self._units.coded(2, parent):
                inside[above.parent, commune.reformed].append(commune)
        kept = []
        for place in self._above:
            ones = inside[place.code, place.reformed] or self._became(place, communes)
            reach = FROM_COMMUNES[len(place.code) - 1]
            if any(place.far(one) <= reach for one in ones):
                kept.append(place)
            else:
                self.left_out["a district or province far from its communes"] += 1
        return kept


def key(name: str) -> str:
    """Return a name without accents, signs and case."""
    return re.sub(r"[^a-z0-9]", "", strip_accents(name).lower())


def like(one: str, other: str) -> bool:
    """Tell whether two keys are spellings of one name."""
    if one[-1:].isdigit() or other[-1:].isdigit():
        return one == other
    return one == other or SequenceMatcher(None, one, other).ratio() >= SAME_NAME


def within(old: Place, new: Place) -> bool:
    """Tell whether a commune lies in, or close to, the one that it went into."""
    reach = REACH * new.radius + SLACK if new.radius > SMALL else UNKNOWN_REACH
    return old.far(new) <= reach


def render(places: Iterable[Place]) -> bytes:
    """Return the compressed table; degrees with three decimals, 110 m."""
    lines = ["\t".join(COLUMNS)]
    lines += [f"{p.code}\t{p.reformed:d}\t{p.lat:.3f}\t{p.lon:.3f}" for p in places]
    return gzip.compress(("\n".join(lines) + "\n").encode(), compresslevel=9, mtime=0)


def main() -> int:
    """Write or check the table; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with the stored file")
    check = parser.parse_args().check
    path = package_folder("vietnamadminunits") / "data" / "dataset.db"
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        sieve = Sieve(read(db), gazetteer())
    kept = sieve.kept()
    data = render(kept)
    if check:
        same = gzip.decompress(data) == gzip.decompress(TARGET.read_bytes())
        print(f"{TARGET.name} {'is as built' if same else 'differs; run without --check'}")
        return 0 if same else 1
    TARGET.write_bytes(data)
    print(f"{len(kept):,} points, {len(data):,} bytes written to {TARGET.relative_to(ROOT)}")
    for why, count in sieve.left_out.items():
        print(f"{count:6,} left out: {why}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
