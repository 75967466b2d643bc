"""The pivot tables: how many meetings of each kind by month, and by place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from typing import Final

from hoinghi.report.collation import unit_order
from hoinghi.report.columns import COLUMNS, MONTHS, PLACES, TOTAL, Column
from hoinghi.report.facts import Facts
from hoinghi.report.lists import records
from hoinghi.report.sheet import Sheet, made
from hoinghi.report.tables import Row
from hoinghi.report.vietnamese import month

NO_KIND: Final = "chưa rõ loại"
NO_MONTH: Final = "Chưa rõ tháng"
NO_PROVINCE: Final = "Chưa rõ tỉnh"
NO_COMMUNE: Final = "Chưa rõ xã"
SUM: Final = "Tổng cộng"

_Place = tuple[str | None, str | None, str | None]  # province, district, commune

_GAP: Final = 120  # months; a report with longer gaps has a wrong year in it rather than a pause


def kinds_of(facts: Facts) -> list[tuple[str, int]]:
    """Return the kinds of meetings with their numbers, most first."""
    counts = Counter(kind or NO_KIND for kind in facts.meetings["type"])
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def months_of(facts: Facts) -> list[tuple[str, int]]:
    """Return the meetings by month ``2024-05``, with the empty months between."""
    counts = Counter(value for value in facts.meetings["month"] if value)
    if not counts:
        return []
    return [(name, counts[name]) for name in _between(min(counts), max(counts), list(counts))]


def kind_name(kind: str) -> str:
    """Return a kind of meeting as a heading: ``Hội nghị``."""
    return kind[:1].upper() + kind[1:]


def month_sheet(facts: Facts) -> Sheet:
    """Return ``theo-thang``: a row a month, those without a month last."""
    counts: defaultdict[Hashable, Counter[str]] = defaultdict(Counter)
    for row in records(facts.meetings):
        counts[row["month"]][row["type"] or NO_KIND] += 1
    rows = [({"month": f"Tháng {month(name)}"}, counts[name]) for name, _ in months_of(facts)]
    if None in counts:
        rows.append(({"month": NO_MONTH}, counts[None]))
    return _pivot(MONTHS, facts, rows, "month")


def place_sheet(facts: Facts) -> Sheet:
    """Return ``theo-dia-ban``: a row a commune; meetings of which less is known come last."""
    counts: defaultdict[_Place, Counter[str]] = defaultdict(Counter)
    for row in records(facts.meetings):
        place = row["unit_province"], row["unit_district"], row["unit_commune"]
        counts[place][row["type"] or NO_KIND] += 1
    places = sorted(counts, key=lambda place: [unit_order(name) for name in place])
    rows = []
    for where in places:
        province, district, commune = where
        names: Row = {"province": province or NO_PROVINCE, "district": district}
        names["commune"] = commune or (NO_COMMUNE if province else None)
        rows.append((names, counts[where]))
    return _pivot(PLACES, facts, rows, "province")


def _pivot(slug: str, facts: Facts, rows: Sequence[tuple[Row, Counter[str]]], first: str) -> Sheet:
    kinds = [kind for kind, _ in kinds_of(facts)]
    columns = [
        Column(f"kind_{at}", kind_name(kind), "integer", 10) for at, kind in enumerate(kinds, 1)
    ]
    lines = [names | _cells(kinds, counts) for names, counts in rows]
    if lines:
        whole = sum((counts for _, counts in rows), Counter[str]())
        lines.append({first: SUM} | _cells(kinds, whole))
    return made(slug, (*COLUMNS[slug], *columns, TOTAL), lines, total=bool(lines))


def _cells(kinds: Sequence[str], counts: Counter[str]) -> Row:
    numbers = {f"kind_{at}": counts[kind] for at, kind in enumerate(kinds, 1)}
    return numbers | {TOTAL.name: sum(numbers.values())}


def _between(first: str, last: str, known: Sequence[str]) -> list[str]:
    """Return all months from ``first`` to ``last``, or those ``known`` where that is too many."""
    start, end = (int(name[:4]) * 12 + int(name[5:]) - 1 for name in (first, last))
    if end - start > _GAP:
        return sorted(known)
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(start, end + 1)]
