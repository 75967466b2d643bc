"""A user's own lists: the file of ``--gazetteer``, which extends or overrides the shipped ones.

Tab-separated text in UTF-8. The first line names the columns, in any order; ``#`` begins a
comment. ``docs/GAZETTEER.md`` explains the columns and values with an example.
"""

from __future__ import annotations

import csv
import difflib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hoinghi.errors import UsageError
from hoinghi.resources.bodies import tokenize
from hoinghi.text import nfc, squeeze

OFF = "-"
COLUMNS = ("type", "name", "variants", "kind", "level", "grammar", "rank")
LEVELS = ("trung ương", "tỉnh", "huyện", "xã", "thôn")
_REQUIRED = COLUMNS[:2]
_VALUES = {
    "type": ("body", "title", "place"),
    "level": LEVELS,
    "grammar": ("fixed", "place", "seat", "organ", "cell", "open"),
}
_KINDS = {
    "body": (
        "khác", "Đảng", "MTTQ", "HĐND", "UBND", "đoàn thể", "sở ban ngành", "lực lượng vũ trang",
        "trường", "báo chí", "tôn giáo", "doanh nghiệp",
    ),
    "title": ("post", "name", "weak", "person", "honour", "faith", "event", "village", "delegate"),
}  # fmt: skip
_USED = {
    "body": {"kind", "level", "grammar"},
    "title": {"kind", "rank"},
    "place": {"level"},
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a user's list: ``forms`` are all that it is written as, its name among them.

    ``type`` is ``body``, ``title`` or ``place``; a ``name`` of ``-`` turns the forms off.
    """

    line: int
    type: str
    name: str
    forms: tuple[str, ...]
    kind: str
    level: str | None
    grammar: str
    rank: int

    @property
    def off(self) -> bool:
        """Whether the forms are to be read no longer."""
        return self.name == OFF


def read_entries(path: str | os.PathLike[str]) -> tuple[Entry, ...]:
    """Return the entries of a user's list, in its order.

    Raises:
        UsageError: The file cannot be read, or a line does not fit; the message names file and
            line and says what to do.
    """
    rows = _rows(Path(path))
    header = _header(path, next(rows, (1, [])))
    entries = tuple(_Line(path, number, header, cells).entry() for number, cells in rows)
    _check_forms(path, entries)
    return entries


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the number and the cells of every line that is neither empty nor a comment."""
    try:
        text = nfc(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(
            f"{path}: the gazetteer cannot be read ({error.strerror}); check the path"
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{path}: the gazetteer is not UTF-8 (byte {error.start}); save it as UTF-8 text"
        ) from error
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            (cells,) = csv.reader([line], delimiter="\t", strict=True)
        except csv.Error as error:
            raise UsageError(
                f"{path}:{number}: the quotes of a cell do not match ({error}); "
                'write " inside a quoted cell twice, or no quotes around it'
            ) from error
        yield number, [squeeze(cell) for cell in cells]


def _header(path: str | os.PathLike[str], row: tuple[int, list[str]]) -> list[str]:
    number, cells = row
    unknown = [cell for cell in cells if cell not in COLUMNS]
    missing = [column for column in _REQUIRED if column not in cells]
    if not unknown and not missing and len(set(cells)) == len(cells):
        return cells
    if unknown and not missing:
        problem = f"unknown column {unknown[0]!r}{_meant(unknown[0], COLUMNS)}"
    elif not missing:
        problem = "a column is named twice"
    else:
        problem = f"the first line must name the columns {' and '.join(_REQUIRED)}"
    raise UsageError(f"{path}:{number}: {problem}; known are {', '.join(COLUMNS)}, tabs between")


def _meant(value: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(value, known, n=1)
    return f" (did you mean {close[0]}?)" if close else ""


@dataclass(frozen=True, slots=True)
class _Line:
    """One line while it is checked."""

    path: str | os.PathLike[str]
    number: int
    header: list[str]
    cells: list[str]

    def entry(self) -> Entry:
        if len(self.cells) > len(self.header):
            raise self.fault(
                f"{len(self.cells)} cells, but the first line names {len(self.header)} columns",
                "remove what is too much; variants have | between them, not tabs",
            )
        cells = dict.fromkeys(COLUMNS, "") | dict(zip(self.header, self.cells, strict=False))
        kind = self.choice("type", cells["type"], _VALUES["type"])
        if not cells["name"]:
            raise self.fault("no name", f"give the canonical name, or {OFF} to turn forms off")
        for column in ("kind", "level", "grammar", "rank"):
            if cells[column] and column not in _USED[kind]:
                raise self.fault(f"a {kind} has no {column}", "leave that cell empty")
        return Entry(
            self.number,
            kind,
            cells["name"],
            self.forms(cells),
            self.choice("kind", cells["kind"], _KINDS[kind]) if kind in _KINDS else "",
            self.choice("level", cells["level"], ("", *LEVELS)) or None,
            self.choice("grammar", cells["grammar"], _VALUES["grammar"]),
            self.rank(cells["rank"]),
        )

    def fault(self, problem: str, advice: str) -> UsageError:
        return UsageError(f"{self.path}:{self.number}: {problem}; {advice}")

    def choice(self, column: str, value: str, known: Sequence[str]) -> str:
        """Return ``value``, or the first of ``known`` where an optional cell is empty."""
        if value in known or (not value and column != "type"):
            return value or known[0]
        listed = ", ".join(filter(None, known))
        raise self.fault(f"{column} {value!r}{_meant(value, known)}", f"write one of {listed}")

    def forms(self, cells: dict[str, str]) -> tuple[str, ...]:
        variants = [form for part in cells["variants"].split("|") if (form := squeeze(part))]
        own = [] if cells["name"] == OFF else [cells["name"]]
        if cells["type"] == "place":
            own = [part.split(",")[0] for part in own]
        forms = tuple(dict.fromkeys([*own, *variants]))
        if not forms:
            raise self.fault("nothing to turn off", "name the forms in the column variants")
        for form in forms:
            if not any(character.isalpha() for character in form):
                raise self.fault(f"{form!r} has no letter", "write the name as texts have it")
        return forms

    def rank(self, value: str) -> int:
        if not value:
            return 50
        if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= 99:
            raise self.fault(f"rank {value!r}", "write a whole number from 1 (highest) to 99")
        return int(value)


def _check_forms(path: str | os.PathLike[str], entries: Iterable[Entry]) -> None:
    """Refuse one form with two meanings: which of them is read must not depend on the order."""
    seen: dict[tuple[str, tuple[str, ...]], Entry] = {}
    for entry in entries:
        for form in entry.forms:
            key = (entry.type, tuple(tokenize(form)))
            other = seen.setdefault(key, entry)
            if other is not entry:
                raise UsageError(
                    f"{path}:{entry.line}: {form!r} stands in line {other.line} too, as "
                    f"{other.name!r}; keep one of them"
                )
