"""Where units lie: a point in the middle of each, for maps. Nothing that extracts loads it.

A code alone is no identity: thousands were given to other communes by the reform of 1 July 2025,
so that every look-up says which of the two times it means. ``README.md`` beside this file says
where the points come from, and which were left out because they could not be believed.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, NamedTuple

from hoinghi.errors import ResourceError

_FILE: Final = "unit_points.tsv.gz"


class Point(NamedTuple):
    """Degrees north and east (WGS 84), to 110 m; that is no promise of so much truth."""

    latitude: float
    longitude: float


def point(code: str, *, reformed: bool) -> Point | None:
    """Return where a unit lies, ``None`` where that is not known for sure.

    Args:
        code: Of a province (2 digits), a district (3) or a commune (5), as in ``place_code``.
        reformed: Whether the unit is one since the reform of 1 July 2025 (``Unit.reformed``; what
            ``current_place_code`` holds), or one of the time before.

    Raises:
        ResourceError: the table is missing or damaged.
    """
    return points(reformed=reformed).get(code)


def points(*, reformed: bool) -> Mapping[str, Point]:
    """Return all points of the units since the reform, or of those before it, by code.

    Raises:
        ResourceError: the table is missing or damaged.
    """
    return _tables()[reformed]


@cache
def _tables() -> tuple[Mapping[str, Point], Mapping[str, Point]]:
    before: dict[str, Point] = {}
    since: dict[str, Point] = {}
    try:
        packed = files("hoinghi.resources").joinpath(_FILE).read_bytes()
        for line in gzip.decompress(packed).decode("ascii").splitlines()[1:]:
            code, reformed, latitude, longitude = line.split("\t")
            table = since if reformed == "1" else before
            table[code] = Point(float(latitude), float(longitude))
    except (OSError, EOFError, ValueError) as error:
        raise ResourceError(f"resources/{_FILE}: {error}; install the package again") from error
    return MappingProxyType(before), MappingProxyType(since)
