"""hoinghi: tables of meetings from Vietnamese news.

Who met where, when, and what was decided::

    import hoinghi

    tables = hoinghi.extract("Sáng 23/4/2024, tại Hội trường xã Tam Đại ...")
    tables.meetings                      # one pandas DataFrame per table
    nlp = hoinghi.load()                 # a spaCy Language
    hoinghi.find_dates("sáng 23/4/2024")  # TIMEX3 values with offsets
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from hoinghi.version import __version__

if TYPE_CHECKING:
    from hoinghi.api import Tables, extract, read_tables
    from hoinghi.assembly import load
    from hoinghi.errors import HoinghiError
    from hoinghi.records import Article, Reading
    from hoinghi.settings import Settings
    from hoinghi.sources import read_articles
    from hoinghi.stages.dates import find_dates

__all__ = [
    "Article",
    "HoinghiError",
    "Reading",
    "Settings",
    "Tables",
    "__version__",
    "extract",
    "find_dates",
    "load",
    "read_articles",
    "read_tables",
]
# Imported when first used: spaCy and pandas take seconds that `hoinghi --help` must not cost.
_HOMES = {
    "Article": "records",
    "HoinghiError": "errors",
    "Reading": "records",
    "Settings": "settings",
    "Tables": "api",
    "extract": "api",
    "find_dates": "stages.dates",
    "load": "assembly",
    "read_articles": "sources",
    "read_tables": "api",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'hoinghi' has no attribute {name!r}")
    return getattr(importlib.import_module(f"hoinghi.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
