"""Whether a corrected field still stands where the machine had read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hoinghi.corrections.decisions import Change
from hoinghi.corrections.places import full_name
from hoinghi.resources.units import KINDS
from hoinghi.text import fold, squeeze

Row = Mapping[str, Any]


def outdated(row: Row, fields: Mapping[str, Change]) -> set[str]:
    """Return what evidence of a meeting may say that is no longer so: names of fields.

    Args:
        row: Of the machine, in ``meetings``.
        fields: What was corrected.
    """
    had = {**row, "place": full_name(row)}
    changed = {name for name, change in fields.items() if change.after != had[name]}
    return {"place" if name == "village" else name for name in changed}


def agrees(mention: Row, field: str, row: Row, fields: Mapping[str, Change]) -> bool:
    """Tell whether a corrected field may still have been read from ``mention``.

    Args:
        mention: Evidence of the field as the machine had it.
        field: The field.
        row: Of the machine, in ``meetings``.
        fields: What was corrected.
    """
    said = _plain(mention["norm"] or mention["text"])
    if field in {"place", "village"}:
        return _is_there(said, _plain(mention["text"]), _place(row, fields))
    if field not in fields:
        return True
    value = fields[field].after
    if field == "hosts":
        had, has = set(map(_plain, row["hosts"])), set(map(_plain, value))
        return said in has or (said not in had and bool(had & has))
    if field == "when":
        return bool(value) and _is_then(mention["norm"] or "", value)
    if field == "venue":
        return bool(value) and (said in _plain(value) or _plain(value) in said)
    return True  # whatever a meeting is called: there the article tells of it


def _place(row: Row, fields: Mapping[str, Change]) -> str:
    """Return the full name of a meeting's place after correction, its village included."""
    village = fields["village"].after if "village" in fields else row["village"]
    around = fields["place"].after if "place" in fields else full_name(row)
    return ", ".join(part for part in (village, around) if part)


def _is_there(norm: str, text: str, place: str) -> bool:
    """Tell whether a span names a place, or a unit that it lies in.

    Its words count too: the machine may have taken them for a namesake elsewhere.
    """
    own = _plain(place.partition(",")[0])
    kind = next((kind for kind in map(fold, KINDS) if own.startswith(f"{kind} ")), "")
    own = own.removeprefix(kind).strip()
    return bool(own) and (norm in _plain(place) or f" {own} " in f" {text} ")


def _is_then(norm: str, value: str) -> bool:
    """Tell whether a TIMEX3 value names a day, or part of it, that another one has, too."""
    return bool(norm) and any(_is_one(a, b) for a in norm.split("/") for b in value.split("/"))


def _is_one(first: str, second: str) -> bool:
    day, _, hour = first.partition("T")
    other, _, other_hour = second.partition("T")
    if not all(a == b or "X" in {a, b} for a, b in zip(day, other, strict=False)):
        return False
    # A clock and a part of the day ("08:00", "MO") are not held against each other.
    comparable = hour and other_hour and hour[0].isdigit() == other_hour[0].isdigit()
    return not comparable or hour == other_hour


def _plain(text: str) -> str:
    return fold(squeeze(text))
