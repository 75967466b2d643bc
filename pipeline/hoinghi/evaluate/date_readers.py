"""The readers of dates that are compared: ``find_dates`` and both entrances of dateparser.

dateparser is asked as its manual says: Vietnamese alone, counting from the reference time.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, Final

import dateparser
from dateparser.search import search_dates

from hoinghi.evaluate.dates import Reader
from hoinghi.stages.dates import find_dates

OURS: Final = "hoinghi"


def ours(text: str, reference: date | None) -> list[str]:
    """Return the values of ``find_dates``."""
    return [mention.value for mention in find_dates(text, published=reference)]


def parse(text: str, reference: date | None) -> list[datetime]:
    """Return what ``dateparser.parse`` makes of the whole text, if anything."""
    found = dateparser.parse(text, languages=["vi"], settings=_settings(reference))
    return [found] if found else []


def search(text: str, reference: date | None) -> list[datetime]:
    """Return the times that ``dateparser.search.search_dates`` finds in the text."""
    found = search_dates(text, languages=["vi"], settings=_settings(reference))
    return [moment for _, moment in found or ()]


READERS: Final[Mapping[str, Reader]] = {
    OURS: ours,
    "dateparser.parse": parse,
    "dateparser.search": search,
}


def _settings(reference: date | None) -> dict[str, Any]:
    if reference is None:
        return {}
    if isinstance(reference, datetime):
        return {"RELATIVE_BASE": reference}
    return {"RELATIVE_BASE": datetime.combine(reference, time())}
