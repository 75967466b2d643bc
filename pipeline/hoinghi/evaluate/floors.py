"""Floors: the figures that must not get worse, kept in a JSON file of figure and value."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path

from hoinghi.errors import SettingsError


def read_floors(path: Path) -> dict[str, float]:
    """Return the floors of ``path``.

    Raises:
        SettingsError: the file is missing or is no JSON object of numbers in 0-1.
    """
    try:
        floors = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path}: cannot be read ({error}); give a JSON file") from error
    if not isinstance(floors, dict) or not all(map(_is_floor, floors.values())):
        raise SettingsError(f"{path}: floors are an object of figures and numbers from 0 to 1")
    return {name: float(floor) for name, floor in floors.items()}


def _is_floor(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def undercut(figures: Mapping[str, float | None], floors: Mapping[str, float]) -> list[str]:
    """Say which floors are undercut; a figure that was not measured undercuts its floor."""
    found: list[str] = []
    for name, floor in floors.items():
        figure = figures.get(name)
        if figure is None:
            found.append(f"{name}: not measured, floor {floor:.3f}")
        elif figure < floor:
            found.append(f"{name}: {figure:.4f} is under its floor {floor:.3f}")
    return found


def floors_under(figures: Mapping[str, float | None], *, margin: float = 0.01) -> dict[str, float]:
    """Return a floor ``margin`` under every measured figure, cut to three decimals."""
    return {
        name: max(0.0, math.floor((figure - margin) * 1000) / 1000)
        for name, figure in figures.items()
        if figure is not None
    }
