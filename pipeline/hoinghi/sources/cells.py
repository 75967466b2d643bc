"""What the cells of a table mean: text, one line, a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from html import unescape

from hoinghi.errors import ReadError
from hoinghi.sources.columns import value_in
from hoinghi.sources.content import decode
from hoinghi.sources.markup import looks_like_html, text_of_fragment
from hoinghi.sources.published import VIETNAM, day_of, parse_published
from hoinghi.text import nfc, squeeze

Row = Mapping[str, object]

# Days that a news site may have been online; a number outside is no date.
_FIRST, _LAST = date(2000, 1, 1), date(2035, 12, 31)
# Day 1 of a spreadsheet is 1900-01-01, but it counts a 29 February 1900 that never was.
_SHEET_EPOCH = date(1899, 12, 30)
_EPOCH = datetime.fromtimestamp(0, VIETNAM)
_GREATEST = 10**14
_DIGITS = {8, 10, 13}  # 20240423, seconds, milliseconds


def text_in(row: Row, column: str, source: str) -> str:
    """Return the article's text, readable also where the cell holds HTML; ``""`` for none.

    Raises:
        ReadError: The cell holds something else than text, or text in an unknown encoding.
    """
    value = value_in(row, nfc(column))
    if isinstance(value, bytes):
        value = decode(value, source)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ReadError(
            source,
            f"{column} is not text but {type(value).__name__}",
            "put the article's text there, in quotes",
        )
    return text_of_fragment(value) if looks_like_html(value) else value


def line_in(row: Row, column: str) -> str:
    """Return the one line in a cell (a title, an address); ``""`` where it holds no text."""
    value = value_in(row, nfc(column))
    if isinstance(value, bytes):
        value = value.decode(errors="ignore")
    if not isinstance(value, str):
        return ""
    # What is no clean text is no title or address either.
    clean = value.encode(errors="ignore").decode()
    # WordPress writes "A &#8211; B" in titles that have no other markup.
    return squeeze(nfc(text_of_fragment(clean) if looks_like_html(clean) else unescape(clean)))


def day_in(row: Row, column: str, *, month_first: bool = False) -> date | None:
    """Return the day in Vietnam that a cell gives, ``None`` unless it gives one full day.

    Read are dates, moments (with a zone brought to UTC+7), text as ``parse_published`` does,
    and numbers between 2000 and 2035: seconds or milliseconds since 1970, days of a
    spreadsheet, ``20240423``.
    """
    value = value_in(row, nfc(column))
    if isinstance(value, datetime):
        return day_of(value)
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _day_of_number(value)
    text = line_in(row, column)
    if text.isascii() and text.isdigit():
        return _day_of_number(int(text)) if len(text) in _DIGITS else None
    return parse_published(text, month_first=month_first)


def _day_of_number(value: float) -> date | None:
    """Return the day of a number, each reading tried; their ranges do not overlap."""
    if not 0 < value < _GREATEST:
        return None
    for scale in (1, 1000):
        seconds = value / scale
        if seconds < 2**32 and (day := (_EPOCH + timedelta(seconds=seconds)).date()) >= _FIRST:
            return day if day <= _LAST else None
    whole = int(value) if value < 10**8 else 0
    if len(str(whole)) == 8:
        try:
            day = date(whole // 10_000, whole // 100 % 100, whole % 100)
        except ValueError:
            return None
    else:
        day = _SHEET_EPOCH + timedelta(days=min(whole, 100_000))
    return day if _FIRST <= day <= _LAST else None
