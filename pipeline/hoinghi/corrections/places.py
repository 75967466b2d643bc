"""The place of a corrected meeting, as the gazetteer has it: then and today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from hoinghi.records import Place
from hoinghi.resources.units import KINDS, Unit, gazetteer, name_key
from hoinghi.stages.places.build import inside, place_of
from hoinghi.text import fold, squeeze

_COLUMNS: Final = ("commune", "district", "province")
_PARTS: Final = {"commune": "xã", "district": "huyện", "province": "tỉnh"}


def unit_named(name: str, day: date) -> Unit | None:
    """Return the unit of a full name (``Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam``).

    Of several, the one that stood on ``day``.
    """
    full = squeeze(name)
    own = full.split(",")[0].strip()
    kind = next((k for k in KINDS if fold(own).startswith(f"{fold(k)} ")), "")
    known = gazetteer()
    fits = [
        unit
        for unit in known.named(name_key(own[len(kind) :]))
        if fold(full) in {fold(known.full_name(unit, day)), fold(known.full_name(unit))}
    ]
    return max(fits, key=lambda u: (u.likely(day), u.may_exist(day)), default=None)


def full_name(row: Mapping[str, Any]) -> str | None:
    """Return the commune, district and province of a row of ``meetings`` as one name."""
    return ", ".join(row[column] for column in _COLUMNS if row[column]) or None


def places_of(row: Mapping[str, Any]) -> tuple[Place, ...]:
    """Return the places of a row of ``meetings``, the narrowest first, codes left out."""
    made = [
        Place(row[column], "", _PARTS[column], **{column: row[column]})
        for column in _COLUMNS
        if row[column]
    ]
    if row["village"]:
        made.insert(0, Place(row["village"], "", "thôn", village=row["village"]))
    return tuple(made)


def placed(name: str | None, village: str | None, day: date) -> tuple[Place, ...]:
    """Return the places that a corrected meeting has, the narrowest first.

    Args:
        name: Full name of a unit; one that the gazetteer does not know stays as it is, without
            codes.
        village: Name of a village in it.
        day: Of the meeting.
    """
    unit = unit_named(name, day) if name else None
    around = place_of(unit, day) if unit else _unknown(name)
    if village is None:
        return (around,) if around else ()
    within = inside(village, "", 4, around)
    return (within, around) if around else (within,)


def _unknown(name: str | None) -> Place | None:
    """Return a place that no gazetteer knows; its parts go where their words say."""
    if not name:
        return None
    parts = [part.strip() for part in name.split(",") if part.strip()]
    levels = _COLUMNS[-len(parts) :] if len(parts) <= len(_COLUMNS) else _COLUMNS
    own = dict(zip(levels, parts, strict=False))
    place = Place(name=", ".join(parts), kind="", level=_PARTS[levels[0]])
    return replace(place, **own)  # type: ignore[arg-type]


def columns(places: tuple[Place, ...]) -> dict[str, Any]:
    """Return the columns of ``meetings`` that tell of its place, all but ``place_text``."""
    place = places[0] if places else None
    coded = next((p for p in places if p.place_code), place)
    return {
        "village": place.village if place else None,
        **{column: getattr(place, column) if place else None for column in _COLUMNS},
        "place_code": coded.place_code if coded else None,
        "current_commune": list(coded.current_commune) if coded else [],
        "current_province": list(coded.current_province) if coded else [],
        "current_place_code": list(coded.current_place_code) if coded else [],
    }
