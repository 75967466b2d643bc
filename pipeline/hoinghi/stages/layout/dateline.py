"""The day of publication, where a page gives it in its dateline.

Trusted is a line that is nothing but a date and its trimmings, and either says that it is the
day of publication or stands between the headline and the text. A date at the top of a page alone
may be the reader's own day ("Thứ hai, 22/11/2026"): it counts only where the text tells of a day
in the month before it, so that both agree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from hoinghi.records import Region
from hoinghi.text import fold

_LONGEST = 140
_LABELLED = re.compile(
    r"(?:ngày đăng|đăng (?:ngày|lúc|bởi)|đã đăng|ngày cập nhật|cập nhật|ngày xuất bản|xuất bản|"
    r"ngày tạo|thời gian đăng|đăng tải)"
)
_BARE = re.compile(
    r"\W*(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật)\W*)?"
    r"(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[\d\s:h|,()+-]*"
    r"(?:giờ|gmt|am|pm|sa|ch|lượt xem|đã xem|xem|in trang|cỡ chữ|[\d\s:|,()+-])*"
)
_DAY = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?![\d/-])")
_TOLD = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})(?:[/.-]((?:19|20)\d\d))?(?![\d/-])")
_NEAR, _LEAD = 31, 3000  # days, characters
_TODAY = re.compile(r"hôm nay|hiện tại|bây giờ")


def find_published(text: str, regions: Sequence[Region]) -> date | None:
    """Return the day of the page's dateline; ``None`` without one, or when two disagree."""
    days: set[date] = set()
    above: set[date] = set()
    headline, start = False, len(text)
    for region in regions:
        headline = headline or region.kind == "headline"
        if region.kind == "body" and text[region.start : region.end].strip():
            start = region.start
            break
        if region.kind == "furniture":
            for line in text[region.start : region.end].splitlines():
                days |= _days(line, below_headline=headline)
                above |= _dates(fold(line)) if len(line) <= _LONGEST else set()
    days = days or {day for day in above if agrees(day, text[start : start + _LEAD])}
    return days.pop() if len(days) == 1 else None


def agrees(day: date, lead: str) -> bool:
    """Tell whether the text tells of a day in the month before ``day``.

    Args:
        day: A day that may be that of publication.
        lead: The beginning of the article.
    """
    for told in _TOLD.finditer(lead):
        for year in {int(told[3])} if told[3] else {day.year, day.year - 1}:
            try:
                before = (day - date(year, int(told[2]), int(told[1]))).days
            except ValueError:  # a share, a score
                continue
            if 0 <= before <= _NEAR:
                return True
    return False


def _days(line: str, *, below_headline: bool) -> set[date]:
    folded = fold(line)
    if len(line) > _LONGEST or _TODAY.search(folded):
        return set()
    if not (_LABELLED.search(folded) or (below_headline and _BARE.fullmatch(folded))):
        return set()
    return _dates(folded)


def _dates(folded: str) -> set[date]:
    return {found for match in _DAY.finditer(folded) if (found := _day(match)) is not None}


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None
