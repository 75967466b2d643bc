"""The key figures of a report, which its front sheet and its page begin with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from hoinghi.report.facts import Facts
from hoinghi.report.lists import paper_names, papers_of, records, unit_name, units_of
from hoinghi.report.pivots import kinds_of, months_of
from hoinghi.report.scope import NOW
from hoinghi.report.vietnamese import day, number, percent
from hoinghi.tables import DUPLICATE, FAILED, NO_MEETING

TITLE: Final = "Báo cáo hoạt động hội nghị"
NOTHING: Final = "Không có hội nghị nào trong phạm vi đã chọn"

NO_PLACE: Final = "chưa rõ địa bàn"

_TOP: Final = 10
_LONGEST: Final = 31  # days; an exhibition of a year is no year of meetings

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
        days: Days on which meetings were held: all of a range of up to 31 days, of a longer one
            the first and the last.
        provinces: Provinces with a meeting, in the units of the scope.
        communes: Communes with a meeting, in the units of the scope.
        hosts: Bodies that held a meeting.
        bodies: Bodies that held one or took part.
        people: Named people who were present.
        directives: Directives that were taken up.
        undated: Meetings without a day.
        unplaced: Meetings without a province.
        to_check: Rows to be checked.
        unread: Of these, articles that could not be read.
        meetings_to_check: Meetings with such a row.
        left_out: Meetings left out since their day is not known well enough for the chosen days.
        elsewhere: Meetings left out since their place is not known well enough for the chosen area.
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
    unread: int
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
        """Return labels and values in Vietnamese, both as text; see ``values``."""
        return tuple(
            (name, number(value) if isinstance(value, int) else value)
            for name, value in self.values()
        )

    def values(self) -> tuple[tuple[str, int | str], ...]:
        """Return labels in Vietnamese and values, in the order of the front sheet."""
        days = (day(one) for one in (self.first_day, self.last_day) if one)
        lines: list[tuple[str, int | str]] = [
            ("Số hội nghị", self.meetings),
            ("Từ ngày, đến ngày", " – ".join(dict.fromkeys(days)) or "chưa rõ"),
            ("Số ngày có hội nghị", self.days),
            ("Số tỉnh, thành phố có hội nghị", self.provinces),
            ("Số xã, phường, thị trấn có hội nghị", self.communes),
            ("Số tổ chức chủ trì", self.hosts),
            ("Số tổ chức chủ trì hoặc tham gia", self.bodies),
            ("Số đại biểu được nêu tên", self.people),
            ("Số văn bản được nêu", self.directives),
            ("Hội nghị chưa rõ ngày", self.undated),
            ("Hội nghị chưa xác định được địa bàn", self.unplaced),
            ("Hội nghị cần kiểm tra", self.meetings_to_check),
            ("Tỷ lệ hội nghị cần kiểm tra", percent(self.check_share)),
            ("Số dòng cần kiểm tra", self.to_check),
        ]
        if self.left_out:
            lines.append(("Không tính vì chưa rõ ngày", self.left_out))
        if self.elsewhere:
            lines.append(("Không tính vì chưa xác định được địa bàn", self.elsewhere))
        return (
            *lines,
            ("Số bài viết trong kho dữ liệu", self.articles),
            ("Bài không nói về hội nghị", self.without_meeting),
            ("Bài đăng lại, không tính", self.duplicates),
            ("Bài không đọc được", self.failed),
        )


def key_figures(facts: Facts) -> KeyFigures:
    """Return the key figures of ``facts``."""
    meetings = facts.meetings
    starts, ends = _days(meetings["start_date"]), _days(meetings["end_date"])
    statuses = Counter(facts.documents["status"])
    doubted = facts.doubts["meeting_id"].dropna()
    return KeyFigures(
        title=TITLE,
        scope=scope_lines(facts),
        empty="" if len(meetings) else NOTHING,
        meetings=len(meetings),
        first_day=min(starts, default=None),
        last_day=max((*starts, *ends), default=None),
        days=len(_all_days(meetings)),
        provinces=meetings["unit_province"].nunique(),
        communes=len(units_of(records(meetings))),
        hosts=facts.bodies[facts.bodies["hosted"].astype(bool)]["body_id"].nunique(),
        bodies=facts.bodies["body_id"].nunique(),
        people=facts.people["person_id"].nunique(),
        directives=facts.directives["paper"].nunique(),
        undated=int(meetings["start_date"].isna().sum()),
        unplaced=int(meetings["province"].isna().sum()),
        to_check=len(facts.doubts),
        unread=int(facts.doubts["meeting_id"].isna().sum()),
        meetings_to_check=doubted.nunique(),
        left_out=facts.left_out,
        elsewhere=facts.elsewhere,
        articles=len(facts.documents),
        without_meeting=statuses[NO_MEETING],
        duplicates=statuses[DUPLICATE],
        failed=statuses[FAILED],
        kinds=tuple(kinds_of(facts)),
        months=tuple(months_of(facts)),
        top_communes=_top(name for row in records(meetings) if (name := unit_name(row))),
        top_bodies=_top_named(facts.bodies["body_id"], _body_names(facts.bodies)),
        top_directives=_top_named(facts.directives["paper"], paper_names(papers_of(facts))),
    )


def scope_lines(facts: Facts) -> tuple[str, ...]:
    """Return what a report is about in Vietnamese, a line each."""
    scope = facts.scope
    since = f"từ ngày {day(scope.since)}" if scope.since else ""
    until = f"đến ngày {day(scope.until)}" if scope.until else ""
    today = "như hiện nay (từ ngày 01/7/2025)" if scope.units == NOW else "như vào ngày họp"
    return (
        f"Thời gian: {f'{since} {until}'.strip() or 'không giới hạn'}",
        f"Địa bàn: {'; '.join(facts.place_names) or 'không giới hạn'}",
        f"Tổ chức: {'; '.join(scope.bodies) or 'không giới hạn'}",
        f"Đơn vị hành chính: {today}",
    )


def _days(cells: Iterable[date | None]) -> list[date]:
    return [one for one in cells if one is not None]


def _all_days(meetings: pd.DataFrame) -> set[int]:
    """Return the days on which a meeting was held, as numbers; see ``days``."""
    found: set[int] = set()
    for start, end in zip(meetings["start_date"], meetings["end_date"], strict=True):
        if start is not None:
            first, last = start.toordinal(), (end or start).toordinal()
            found.update(range(first, last + 1) if last - first < _LONGEST else (first, last))
    return found


def _top(names: Iterable[str]) -> Counts:
    counts = Counter(names)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_TOP])


def _top_named(keys: Iterable[str], names: Mapping[str, str]) -> Counts:
    """Return how often the most frequent ``keys`` come, by their ``names``."""
    return tuple((names[one], count) for one, count in _top(keys))


def _body_names(bodies: pd.DataFrame) -> dict[str, str]:
    """Return the names of bodies by key, with their place where several have one name."""
    unique = bodies.drop_duplicates("body_id")
    counts = Counter(unique["body"])
    columns = (unique[name] for name in ("body_id", "body", "place"))
    return {
        key: name if counts[name] == 1 else f"{name} ({place or NO_PLACE})"
        for key, name, place in zip(*columns, strict=True)
    }
