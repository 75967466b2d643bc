"""Lunar days of Vietnam on the Gregorian calendar, by the library ``lunar-vn``.

The library follows Hồ Ngọc Đức's algorithm for the meridian of 105° E (UTC+7), the official rule
since 1968; days before that year are not converted, for other meridians were in use.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

FIRST_YEAR, LAST_YEAR = 1968, 2100
_LONGEST_MONTH = 30


@lru_cache(maxsize=4096)
def to_solar(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day of a lunar day, None where there is no such day.

    Args:
        year: Lunar year, named by the Gregorian year that it begins in.
        month: Lunar month, 1 to 12; a leap month is never meant.
        day: Lunar day, 1 to 30.
    """
    if not FIRST_YEAR <= year < LAST_YEAR or not 1 <= day <= _LONGEST_MONTH:
        return None
    # Imported here, for few articles have a lunar day, and it looks up its version, slowly.
    from lunar_vn import convert_lunar_to_solar, convert_solar_to_lunar  # noqa: PLC0415

    found = convert_lunar_to_solar(day, month, year)
    back = convert_solar_to_lunar(found.day, found.month, found.year)
    return found if (back.day, back.month, back.year) == (day, month, year) else None


def year_of_cycle(cycle: int, near: int) -> int:
    """Return the year of that place among the sixty (0 is Giáp Tý) nearest to ``near``."""
    base = near - ((near - 4 - cycle) % 60)
    return base if near - base <= 30 else base + 60
