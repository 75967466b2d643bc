"""Places what is counted from the moment of writing: ``3 ngày trước``, ``2 giờ nữa``.

dateparser's Vietnamese is trusted with its relative-time parser alone and with three sentences:
``N ngày|tuần|tháng|năm trước``, ``cách đây N ...`` and ``sau N ... nữa``. The grammar has read
every token and writes the sentence anew, so that nothing stays unread. Not trusted: ``N năm sau``
(it answers N-1 years), ``hai tuần trước`` and ``2 tuần nữa`` (no answer), and every absolute date.
Lengths of several units, clock units and whole stretches are counted here.
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from hoinghi.stages.dates.patterns import CLOCK_STEPS, STEP_RANKS
from hoinghi.stages.dates.values import Node, Steps, clamped

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_WORDS = {"day": "ngày", "week": "tuần", "month": "tháng", "year": "năm"}
_UNITS = {"day": "day", "week": "day", "month": "month", "year": "year"}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 7 * 86400}
# The grain of a point counted in a unit: "21 giờ trước" is known to the minute.
_POINT_GRAIN = {"hour": "minute", "week": "day", "quarter": "month", "decade": "year"}


def placed(node: Node, today: date, clock: datetime | None) -> Node | None:
    """Return the point or stretch that ``node`` counts from ``today``, in the grain counted.

    Hours, minutes and seconds count from ``clock``; without one they cannot be placed.
    None also where the calendar ends.
    """
    if node.unit == "now":
        return _on(clock, "second") if clock else None
    finest = min((unit for _, unit in node.steps), key=STEP_RANKS.__getitem__)
    if finest in CLOCK_STEPS and clock is None:
        return None
    by, unit = node.steps[0]
    if node.unit == "relative" and len(node.steps) == 1 and unit in _WORDS:
        return shifted_by(today, by, unit)
    there = _counted(clock or datetime.combine(today, time()), node.steps)
    grain = finest if node.unit == "stretch" else _POINT_GRAIN.get(finest, finest)
    return _on(there, grain) if there else None


def _counted(base: datetime, steps: Steps) -> datetime | None:
    """Return ``base`` moved by ``steps``: months first, then what has a fixed length."""
    months = sum(by * _MONTHS.get(unit, 0) for by, unit in steps)
    year, month = divmod(12 * base.year + base.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    moved = base.replace(year=year, month=month + 1, day=clamped(year, month + 1, base.day))
    try:
        return moved + timedelta(seconds=sum(by * _SECONDS.get(unit, 0) for by, unit in steps))
    except OverflowError:
        return None


def _on(there: datetime, grain: str) -> Node:
    """Return the node of that ``grain`` that ``there`` lies in."""
    year = there.year
    match grain:
        case "year" | "decade":
            return Node("year", year=year)
        case "quarter":
            return Node("quarter", year=year, ordinal=(there.month + 2) // 3)
        case "month":
            return Node("month", year=year, month=there.month)
        case "week":
            of_year, number, _ = there.isocalendar()
            return Node("week", year=of_year, ordinal=number)
    return Node(
        "day",
        year=year,
        month=there.month,
        day=there.day,
        hour=there.hour if grain != "day" else None,
        minute=there.minute if grain in {"minute", "second"} else None,
        second=there.second if grain == "second" else None,
    )


@lru_cache(maxsize=4096)
def shifted_by(published: date, shift: int, unit: str) -> Node | None:
    """Return the day, month or year that lies ``shift`` units from ``published``.

    The grain is the unit counted (a week counts days); None where the calendar ends.
    """
    word = _WORDS[unit]
    sentence = f"{-shift} {word} trước" if shift < 0 else f"sau {shift} {word} nữa"
    found = _parser(published).get_date_data(sentence).date_obj
    if found is None:
        return None
    grain = _UNITS[unit]
    return Node(
        grain,
        year=found.year,
        month=found.month if grain != "year" else None,
        day=found.day if grain == "day" else None,
    )


@lru_cache(maxsize=64)
def _parser(published: date) -> DateDataParser:
    from dateparser.date import DateDataParser  # noqa: PLC0415 - slow, and few articles need it

    base = datetime(published.year, published.month, published.day)
    return DateDataParser(
        languages=["vi"],
        settings={
            "RELATIVE_BASE": base,
            "PARSERS": ["relative-time"],
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
