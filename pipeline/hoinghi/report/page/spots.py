"""Where the communes of a report are, as far as it is known."""

from __future__ import annotations

from hoinghi.report.facts import Facts
from hoinghi.report.page.map import Spot


def spots(facts: Facts) -> list[Spot]:
    """Return the communes with meetings whose coordinates are known, with their meetings."""
    del facts
    return []


def frame(facts: Facts) -> list[Spot]:
    """Return communes around those of the report, so that the map has a shape."""
    del facts
    return []
