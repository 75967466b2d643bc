"""Which articles tell of one event: the rules of ``docs/LINKING.md`` for meetings."""

from __future__ import annotations

import re
from array import array
from collections.abc import Hashable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np
import numpy.typing as npt

from hoinghi.linking.clusters import APART, DOUBTFUL, JOIN, UNRELATED, Clusters, Verdict, cluster
from hoinghi.linking.pairs import Numbers
from hoinghi.linking.seen import MeetingSeen
from hoinghi.linking.titles import Title, contradict, expand, likeness, parse_title, without
from hoinghi.linking.wheres import APART as ELSEWHERE
from hoinghi.linking.wheres import COMMUNE, DISTRICT, KIN, PROVINCE, VILLAGE, WITHIN, relation
from hoinghi.linking.wheres import SAME as SAME_PLACE
from hoinghi.text import fold

_ENOUGH: Final = 5.5
_SOME: Final = 4.0
_LONGEST: Final = 20  # days; a longer event is known by its first day
_NEWS: Final = timedelta(days=30)  # how long after an event it is still told of
_PLACES: Final = {VILLAGE: 2.5, COMMUNE: 2.0, DISTRICT: 1.5, PROVINCE: 1.0, 0: 0.0}
_STRONG, _MEDIUM, _WEAK = 3.0, 2.25, 1.25
_LONG_NAME: Final = 5  # words of its own from which a name stands for a missing day or place


@dataclass(frozen=True, slots=True)
class _Point:
    """What one value of two meetings says; ``doubt`` keeps them from being joined."""

    points: float
    reason: str = ""
    agrees: bool = False
    doubt: bool = False


_SILENT: Final = _Point(0.0)
_TWO: Final = Verdict(APART, 0.0, "the days or the places differ")


def link_meetings(things: Sequence[MeetingSeen]) -> Clusters:
    """Return which events are one.

    Args:
        things: Every event of every article, by ``document_id`` and ``number``; may lie in a
            file, as each is asked for a few times only.
    """
    yearless: set[str] = set()
    days = array("i")
    for one in things:
        yearless.update([one.yearless] if one.yearless else [])
        days.extend(_first_and_last(one))
    starts, ends = np.frombuffer(days, np.int32).reshape(-1, 2).T

    def other_days(a: Numbers, b: Numbers) -> npt.NDArray[np.bool_]:
        return (starts[a] > ends[b]) | (starts[b] > ends[a])

    return cluster(things, lambda m: _keys(m, yearless), judge, _wideness, other_days)


def _first_and_last(meeting: MeetingSeen) -> tuple[int, int]:
    """Return the days of an event as numbers; all days where its own are not known."""
    if meeting.start is None:
        return 0, date.max.toordinal()
    return meeting.start.toordinal(), (meeting.end or meeting.start).toordinal()


def _wideness(meeting: MeetingSeen) -> int:
    """Return a low number for events of wide places, which must meet those of all within."""
    return len(meeting.place.names)


_IN_ROWS: Final = re.compile(
    r"(?:buổi |lễ )?(?:khánh thành|bàn giao|trao|tặng|thăm|viếng|chúc|tiếp xúc)(?!\w)"
)


def judge(a: MeetingSeen, b: MeetingSeen) -> Verdict:
    """Return what is thought of two events of two articles."""
    day = _day(a, b)
    place = _place(a, b) if day else None
    if day is None or place is None:  # the most pairs by far, and the cheapest to tell
        return _TWO
    titles = parse_title(a.name, a.place.names), parse_title(b.name, b.place.names)
    against = _certain(a, b, titles)
    if against:
        return Verdict(APART, 0.0, against)
    name = _name(*titles)
    hosts, people, number = _hosts(a, b), _people(a, b), _number(*titles)
    venue = _venue(a, b)
    points = (day, place, name, hosts, people, venue, _kind(a, b), _clock(a, b), number)
    score = sum(p.points for p in points)
    if not name.points or score < _SOME:
        return Verdict(UNRELATED, score)
    reasons = [p.reason for p in points if p.reason]
    certain = score >= _ENOUGH and not any(p.doubt for p in points)
    village = place.agrees and VILLAGE in (a.place.level, b.place.level)
    support = village or any(p.agrees for p in (people, number))
    # A body that hands over houses does so more than once a day; it holds one conference.
    support = support or (any(p.agrees for p in (hosts, venue)) and not _serial(a, b))
    if not support and min(len(title.telling) for title in titles) < 2:
        if not place.agrees:
            return Verdict(UNRELATED, score)  # every village of a commune holds one
        certain = False
        reasons.append("the name is that of many meetings")
    if (a.yearless or b.yearless) and not (people.agrees or number.points):
        certain = False  # it may be that of another year
    if not (day.agrees and place.agrees):
        certain = certain and _stands_alone(
            day, place, name, titles, known=hosts.agrees or people.agrees
        )
    return Verdict(JOIN if certain else DOUBTFUL, round(score, 2), "; ".join(reasons))


def _serial(a: MeetingSeen, b: MeetingSeen) -> bool:
    """Tell whether events are of a kind that comes in rows on one day, and no hour tells which."""
    rows = all(_IN_ROWS.match(fold(one.name)) for one in (a, b))
    return rows and not (a.time and a.time == b.time)


def _certain(a: MeetingSeen, b: MeetingSeen, titles: tuple[Title, Title]) -> str:
    """Return what makes two names those of two events, if anything does."""
    if contradict(*titles):
        return "the names count differently (ordinal, term or year)"
    if _about_press(a) != _about_press(b):
        return "one is the press conference about the other"
    return ""


def _stands_alone(
    day: _Point, place: _Point, name: _Point, titles: tuple[Title, Title], *, known: bool
) -> bool:
    """Tell whether the rest makes up for a missing day or place, or for a wider place.

    ``known`` tells that a host or somebody who took part is the same.
    """
    telling = name.points >= _STRONG and min(len(t.words) for t in titles) >= _LONG_NAME
    if day.agrees and place.points > 0:  # one place lies in the other
        return known or telling
    return (day.agrees or place.points > 0) and known and telling


def _day(a: MeetingSeen, b: MeetingSeen) -> _Point | None:
    """Return what the days say, ``None`` where they differ."""
    if a.start and b.start:
        ends = (a.end or a.start, b.end or b.start)
        if a.start > ends[1] or b.start > ends[0]:
            return None
        return _Point(2.0, "the same day" if a.start == b.start else "days that meet", agrees=True)
    if a.yearless or b.yearless:
        known = {m.yearless or (f"{m.start:%m-%d}" if m.start else "") for m in (a, b)}
        if "" not in known:
            return (
                _Point(1.5, "the same day, a year missing", agrees=True)
                if len(known) == 1
                else None
            )
    told = [m.start or m.published for m in (a, b)]
    if told[0] is None or told[1] is None:
        return _Point(0.0, "a day is missing", doubt=True)
    return _Point(0.0, "a day is missing") if abs(told[0] - told[1]) <= _NEWS else None


def _place(a: MeetingSeen, b: MeetingSeen) -> _Point | None:
    """Return what the places say, ``None`` where they differ."""
    found = relation(a.place, b.place)
    if found in (ELSEWHERE, KIN):  # on their day they were two
        return None
    if found == SAME_PLACE:
        name = a.place.names[0]
        return _Point(_PLACES[a.place.level], f"the same place ({name})", agrees=True)
    if found == WITHIN:
        wide, narrow = sorted((a.place, b.place), key=lambda p: p.level)
        if narrow.names[0] in fold((a if a.place is wide else b).name):
            return _Point(_PLACES[narrow.level], f"the same place ({narrow.names[0]})", agrees=True)
        points = {VILLAGE: 1.5, COMMUNE: 1.0}.get(min(narrow.level, wide.level + 1), 0.75)
        return _Point(points, f"{narrow.names[0]} lies in {wide.names[0]}")
    return _Point(0.0, "a place is missing")


def _name(a: Title, b: Title) -> _Point:
    f1, contained = likeness(a, b)
    shared = len(a.words & b.words)
    if a.telling and b.telling and a.telling.isdisjoint(b.telling):
        if contained < 0.5:
            return _SILENT
        return _Point(_WEAK, "names of one kind about different things", doubt=True)
    if (f1 >= 0.8 and shared >= 2) or (contained >= 0.85 and shared >= 4):
        return _Point(_STRONG, "the same name")
    if contained >= 0.75 and shared >= 3:
        return _Point(_MEDIUM, "a short and a long form of one name")
    if (contained >= 0.5 and shared >= 2) or contained == 1.0:
        return _Point(_WEAK, "names that share words")
    return _SILENT


def _hosts(a: MeetingSeen, b: MeetingSeen) -> _Point:
    if not a.hosts or not b.hosts:
        told, other = (a, b) if a.hosts else (b, a)
        named = any(_host(host, told.place.names) in expand(other.name) for host in told.hosts)
        return (
            _Point(0.75, "a host of one is in the other's name", agrees=True) if named else _SILENT
        )
    ours, theirs = ([_host(h) for h in m.hosts] for m in (a, b))
    if any(one == other or one in other or other in one for one in ours for other in theirs):
        return _Point(1.5, "the same host", agrees=True)
    return _Point(-1.0, "other hosts", doubt=True)


def _host(name: str, place: tuple[str, ...] = ()) -> str:
    """Return a host's name, of ``place`` if given, without the organ that acts for it."""
    folded = without(expand(name), place).strip()
    for organ in ("ban thường trực ", "thường trực ", "ban thường vụ ", "ban chấp hành "):
        folded = folded.removeprefix(organ)
    return folded


def _people(a: MeetingSeen, b: MeetingSeen) -> _Point:
    shared = len(a.people & b.people)
    if shared > 1:
        return _Point(1.5, f"{shared} people in both", agrees=True)
    if shared:
        return _Point(1.0, "a person in both", agrees=True)
    return _Point(-0.5) if min(len(a.people), len(b.people)) > 2 else _SILENT


def _venue(a: MeetingSeen, b: MeetingSeen) -> _Point:
    ours, theirs = (frozenset(fold(m.venue).split()) for m in (a, b))
    if not ours or not theirs:
        return _SILENT
    if ours <= theirs or theirs <= ours:
        return _Point(1.0, "the same venue", agrees=True)
    return _SILENT if len(ours & theirs) > 2 else _Point(-1.0, "other venues")


def _clock(a: MeetingSeen, b: MeetingSeen) -> _Point:
    """Return what clock times and parts of the day say where both events are of one day."""
    if a.start != b.start or (a.end or a.start) != (b.end or b.start):
        return _SILENT
    if a.day_part and b.day_part and a.day_part != b.day_part:
        return _Point(-1.0, "other parts of the day", doubt=True)
    return _Point(-1.0, "other hours") if a.time and b.time and a.time != b.time else _SILENT


def _kind(a: MeetingSeen, b: MeetingSeen) -> _Point:
    """Return what the types say: a congress is never called less, meetings prepare it."""
    types = {a.type, b.type}
    if "đại hội" in types and types & {"họp", "hội nghị", "hội thảo", "tập huấn", "làm việc"}:
        return _Point(-1.0, "one is a congress, the other none", doubt=True)
    return _SILENT


def _about_press(meeting: MeetingSeen) -> bool:
    return "họp báo" in fold(meeting.name)


def _number(a: Title, b: Title) -> _Point:
    """Return what ordinals and terms say; a year alone is that of every meeting of the year."""
    shared = a.numbers.keys() & b.numbers.keys()
    ordinals = shared & {"term", "session", "time", "khóa", "round"}
    if ordinals:
        agrees = len(ordinals) > 1 or bool(a.words and b.words)
        return _Point(1.5, "the same ordinal or term", agrees=agrees)
    return _Point(0.25) if shared else _SILENT


def _keys(meeting: MeetingSeen, yearless: AbstractSet[str]) -> Iterator[Hashable]:
    """Yield what an event shares with any that might be the same."""
    days: list[date | str] = [*_days(meeting)]
    days += [meeting.yearless] if meeting.yearless else []
    days += [told for day in _days(meeting) if (told := f"{day:%m-%d}") in yearless]
    for unit in meeting.place.units or ((),):
        for day in days:
            yield day, unit
    title = parse_title(meeting.name, meeting.place.names)
    if len(title.words) >= _LONG_NAME:
        yield title.words


def _days(meeting: MeetingSeen) -> Iterator[date]:
    if meeting.start is None:
        return
    yield meeting.start
    length = ((meeting.end or meeting.start) - meeting.start).days
    for number in range(1, min(length, _LONGEST) + 1):
        yield meeting.start + timedelta(days=number)
