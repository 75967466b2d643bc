"""Days and hours as the form of the page shows and takes them, from and to TIMEX3."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

PARTS: Final = {"sáng": "MO", "trưa": "MI", "chiều": "AF", "tối": "EV", "đêm": "NI"}
_NAMES: Final = {code: name for name, code in PARTS.items()}

_VALUE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d)(?:T(?:(\d\d(?::\d\d)?)|([A-Z]{2})))?)?)?")
_TOLD = re.compile(r"(?:(?:(\d{1,2})\s*[/.-]\s*)?(\d{1,2})\s*[/.-]\s*)?(\d{4})")
_NO_YEAR = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})")
_CLOCK = re.compile(r"(\d{1,2})\s*(?:[:hg]|giờ)\s*(\d{1,2})?(?:\s*phút)?", re.IGNORECASE)

_BARE = re.compile(
    rf"(?:(?:vào|lúc|từ|khoảng|đúng)\s+)*{_CLOCK.pattern}(?:\s+({'|'.join(PARTS)}))?", re.IGNORECASE
)


def is_clock(text: str) -> bool:
    """Whether words tell an hour and no day (``lúc 7 giờ 30``, ``2 giờ chiều``)."""
    return _BARE.fullmatch(text.strip()) is not None


def form_of(when: str | None) -> dict[str, str]:
    """Return the fields ``day``, ``until``, ``time`` and ``part`` of a TIMEX3 value.

    What the form has no words for (``2024-Q2``) stands in ``day`` as it is.
    """
    first, _, last = (when or "").partition("/")
    start, end = _VALUE.fullmatch(first), _VALUE.fullmatch(last) if last else None
    if start is None or (last and end is None):
        return {"day": when or "", "until": "", "time": "", "part": ""}
    return {
        "day": _told(start),
        "until": _told(end) if end else "",
        "time": start[4] or "",
        "part": _NAMES.get(start[5] or "", ""),
    }


def _told(value: re.Match[str]) -> str:
    year, month, day = value[1], value[2], value[3]
    parts = [str(int(part)) for part in (day, month) if part]
    return "/".join([*parts, *([] if year == "XXXX" else [year])])


def when_of(form: Mapping[str, str]) -> str | None:
    """Return the TIMEX3 value of the fields of a form, ``None`` where they are empty.

    Raises:
        ValueError: A day or an hour is none; the message says so in Vietnamese.
    """
    start, end = _value(form["day"]), _value(form["until"])
    if start is None:
        if any(form.values()):
            raise ValueError("Có giờ, buổi hoặc ngày kết thúc thì phải có ngày bắt đầu")
        return None
    if end is not None and end < start:
        raise ValueError("Ngày kết thúc sớm hơn ngày bắt đầu")
    suffix = _suffix(form["time"], form["part"])
    if suffix and len(start) != len("2024-04-23"):
        raise ValueError("Có giờ hoặc buổi thì phải có đủ ngày và tháng")
    return start + suffix + (f"/{end}" if end is not None and end != start else "")


def _value(text: str) -> str | None:
    text = text.strip()
    if not text:
        return None
    if found := _NO_YEAR.fullmatch(text):
        day, month = map(int, found.groups())
        _real(2000, month, day, text)
        return f"XXXX-{month:02}-{day:02}"
    if found := _TOLD.fullmatch(text):
        day_, month_, year = found.groups()
        _real(int(year), int(month_ or 1), int(day_ or 1), text)
        return "-".join([year, *(f"{int(part):02}" for part in (month_, day_) if part)])
    raise ValueError(f"Không hiểu ngày “{text}”; viết như 23/4/2024, 4/2024 hoặc 2024")


def _real(year: int, month: int, day: int, text: str) -> None:
    try:
        date(year, month, day)
    except ValueError as error:
        raise ValueError(f"Không có ngày “{text}” trong lịch") from error


def _suffix(time: str, part: str) -> str:
    if time.strip():
        found = _CLOCK.fullmatch(time.strip()) or re.fullmatch(r"(\d{1,2})()", time.strip())
        hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
        if hour > 23 or minute > 59:
            raise ValueError(f"Không hiểu giờ “{time.strip()}”; viết như 7:30 hoặc 14:00")
        return f"T{hour:02}:{minute:02}"
    if part and part not in PARTS:
        raise ValueError(f"Không có buổi “{part}”")
    return f"T{PARTS[part]}" if part else ""
