"""The key figures of a report, which its front sheet and its page begin with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hoinghi.report.facts import Facts

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Numbers about the chosen meetings, and about the articles of the whole folder.

    Attributes:
        title: ``Báo cáo hoạt động hội nghị``.
        scope: Lines that say what the report is about, in Vietnamese.
        empty: What to say when there is no meeting, else ``""``.
        meetings: Meetings, each once however many articles tell of it.
        first_day: The earliest day, ``None`` if none is known.
        last_day: The latest last day.
        days: Days on which meetings were held (those of a range each).
        provinces: Provinces with a meeting, in the units of the scope.
        communes: Communes with a meeting, in the units of the scope.
        hosts: Bodies that held a meeting.
        bodies: Bodies that held one or took part.
        people: Named people who were present.
        directives: Directives that were taken up.
        undated: Meetings without a day.
        unplaced: Meetings without a province.
        to_check: Rows to be checked.
        meetings_to_check: Meetings with such a row.
        left_out: Meetings left out since their day is not known well enough for the chosen days.
        elsewhere: Meetings left out since their place is not known.
        articles: Articles of the folder, read or not.
        without_meeting: Of these without a meeting.
        duplicates: Copies and re-posts, of which nothing was counted.
        failed: Articles that could not be read.
        kinds: Meetings by kind, most first.
        months: Meetings by month ``2024-05``, in order, empty months between with 0.
        top_communes: The ten communes with most meetings (``Xã A, Tỉnh B``).
        top_bodies: The ten most active bodies.
        top_directives: The ten directives taken up most.
    """

    title: str
    scope: tuple[str, ...]
    empty: str
    meetings: int
    first_day: date | None
    last_day: date | None
    days: int
    provinces: int
    communes: int
    hosts: int
    bodies: int
    people: int
    directives: int
    undated: int
    unplaced: int
    to_check: int
    meetings_to_check: int
    left_out: int
    elsewhere: int
    articles: int
    without_meeting: int
    duplicates: int
    failed: int
    kinds: Counts
    months: Counts
    top_communes: Counts
    top_bodies: Counts
    top_directives: Counts

    @property
    def check_share(self) -> float:
        """Share of the meetings that have something to be checked, 0 to 1."""
        return self.meetings_to_check / self.meetings if self.meetings else 0.0

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Return labels and values in Vietnamese, in the order of the front sheet."""
        raise NotImplementedError


def key_figures(facts: Facts) -> KeyFigures:
    """Return the key figures of ``facts``."""
    raise NotImplementedError
