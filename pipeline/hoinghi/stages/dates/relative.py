"""Points counted from a day (``3 ngày trước``), computed by dateparser where it is right.

dateparser's Vietnamese is trusted with its relative-time parser alone and with three sentences:
``N ngày|tuần|tháng|năm trước``, ``cách đây N ...`` and ``sau N ... nữa``. The grammar has read
every token and writes the sentence anew, so that nothing stays unread. Not trusted: ``N năm sau``
(it answers N-1 years), ``hai tuần trước`` and ``2 tuần nữa`` (no answer), and every absolute date.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from dateparser.date import DateDataParser

from hoinghi.stages.dates.values import Node

_UNITS = {"ngày": "day", "tuần": "day", "tháng": "month", "năm": "year"}


@lru_cache(maxsize=4096)
def shifted_by(published: date, shift: int, unit_word: str) -> Node | None:
    """Return the day, month or year that lies ``shift`` units from ``published``.

    The grain is the unit counted (a week counts days); None where the calendar ends.
    """
    sentence = f"{-shift} {unit_word} trước" if shift < 0 else f"sau {shift} {unit_word} nữa"
    found = _parser(published).get_date_data(sentence).date_obj
    if found is None:
        return None
    unit = _UNITS[unit_word]
    return Node(
        unit,
        year=found.year,
        month=found.month if unit != "year" else None,
        day=found.day if unit == "day" else None,
    )


@lru_cache(maxsize=64)
def _parser(published: date) -> DateDataParser:
    base = datetime(published.year, published.month, published.day)
    return DateDataParser(
        languages=["vi"],
        settings={
            "RELATIVE_BASE": base,
            "PARSERS": ["relative-time"],
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
