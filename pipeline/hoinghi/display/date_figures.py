"""The comparison of readers of dates as tables and lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from rich.table import Table
from rich.text import Text

from hoinghi.evaluate.dates import DateTally, Judged, by_source, parts, tally
from hoinghi.markup import harmless

_TITLES: Final = {
    "rows": "Rows",
    "conventions": "Conventions of the house that wrote them, counted apart",
}


def date_tables(judged: Sequence[Judged], readers: Sequence[str]) -> list[Table]:
    """Return a table of the rows and one of the conventions, if there are any: a source a line.

    Each reader has a column of how many are right, wrong and without an answer, and the share of
    right ones in per cent. Under the total stand the negatives, which are part of it.
    """
    groups = parts(judged)
    tables = []
    for part, title in _TITLES.items():
        members = groups[part]
        if not members:
            continue
        table = Table(title=title, title_justify="left")
        table.add_column("", no_wrap=True)
        table.add_column("rows", justify="right", vertical="bottom")
        for reader in readers:
            table.add_column(f"{reader}\n{_HEADS}", justify="right", no_wrap=True)
        for source, group in by_source(members).items():
            table.add_row(Text(harmless(source)), str(len(group)), *_cells(group, readers))
        table.add_section()
        table.add_row("total", str(len(members)), *_cells(members, readers))
        negatives = groups["negatives"]
        if part == "rows" and negatives:
            table.add_row("negatives kept empty", str(len(negatives)), *_cells(negatives, readers))
        tables.append(table)
    return tables


_HEADS: Final = "right wrong  none share"


def _cells(group: Sequence[Judged], readers: Sequence[str]) -> list[str]:
    return [_cell(tally(group, reader)) for reader in readers]


def _cell(counts: DateTally) -> str:
    share = "–" if counts.share is None else f"{100 * counts.share:.1f}"
    return f"{counts.right:5} {counts.wrong:5} {counts.none:5} {share:>5}"


def date_slips(judged: Sequence[Judged], reader: str) -> Iterator[str]:
    """Yield a line per case that ``reader`` did not get right, conventions marked and last."""
    for one in sorted(judged, key=lambda one: one.case.convention):
        if one.verdicts[reader] == "right":
            continue
        case, given = one.case, [_written(answer) for answer in one.answers[reader]]
        apart = " (convention)" if case.convention else ""
        base = f" on {_written(case.reference)}" if case.reference else ""
        yield harmless(
            f"{one.verdicts[reader]} {case.where} {case.source}{apart}: {case.text!r}{base}: "
            f"{', '.join(given) or 'no answer'}, should be {case.value or 'no answer'}"
        )


def _written(answer: object) -> str:
    return answer.isoformat() if isinstance(answer, datetime) else str(answer)
