"""Scores readers of dates, case by case: a text, its reference time and the value expected.

Of each case and each reader:

* ``right``: some answer has the expected value. TIMEX3 values are compared whole, ranges by both
  ends, clock times as moments (``T15`` is ``T15:00``); an ``X`` of the expected value stands for
  any sign, so that every Monday is ``XXXX-WXX-1``.
* ``wrong``: there are answers and none is right.
* ``none``: there is no answer.
* A negative, whose expected value is null, is right without an answer and wrong with any.

A reader may answer with points in time instead, which have no grain. They are cut to the grain of
the case (ISO week, quarter, year ...); a part of the day counts by its day, a season by its year,
a range by its start. That is generous to such a reader.

Cases marked as ``convention`` follow a rule of the house that wrote them; they are counted apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

Verdict = Literal["right", "wrong", "none"]
Answer = str | datetime
Reader = Callable[[str, date | None], Sequence[Answer]]

# How much of "2024-04-23T14:30:00" each grain keeps; of another, as much as the expected value has.
_KEPT: Final = {
    "second": 19,
    "minute": 16,
    "hour": 13,
    **dict.fromkeys(("day", "day part", "monthday", "set"), 10),
    "month": 7,
    **dict.fromkeys(("year", "season"), 4),
    "decade": 3,
    "century": 2,
}
# Cut from the expected value too, for a point in time does not say them.
_UNSAID: Final = {"day part": 10, "season": 4}

_WEEKDAY: Final = re.compile(r"[\dX]{4}-W[\dX]{2}-[1-7]")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_CLOCK: Final = re.compile(r"(T\d\d)(:\d\d)?$")


@dataclass(frozen=True, slots=True)
class DateCase:
    """One case; ``where`` names its file and line, ``value`` is ``None`` in a negative.

    ``reference`` is the time that the text counts from: a day, a ``datetime`` or ``None``.
    """

    where: str
    source: str
    text: str
    reference: date | None
    value: str | None
    grain: str
    convention: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """A case with the answers and the verdict of each reader, by the reader's name."""

    case: DateCase
    answers: Mapping[str, tuple[Answer, ...]]
    verdicts: Mapping[str, Verdict]


@dataclass(frozen=True, slots=True)
class DateTally:
    """How many cases one reader got right, answered wrongly, and left without an answer."""

    rows: int
    right: int
    wrong: int

    @property
    def none(self) -> int:
        """Return the number of cases without an answer that should have had one."""
        return self.rows - self.right - self.wrong

    @property
    def share(self) -> float | None:
        """Return the share of right cases in 0-1, ``None`` where there are no cases."""
        return self.right / self.rows if self.rows else None


def judge_all(cases: Iterable[DateCase], readers: Mapping[str, Reader]) -> list[Judged]:
    """Let every reader answer every case; what a reader raises is not caught."""
    judged = []
    for case in cases:
        answers = {name: tuple(read(case.text, case.reference)) for name, read in readers.items()}
        verdicts = {name: verdict(case, given) for name, given in answers.items()}
        judged.append(Judged(case, answers, verdicts))
    return judged


def verdict(case: DateCase, answers: Sequence[Answer]) -> Verdict:
    """Return what the answers of one reader to ``case`` are worth."""
    if case.value is None:
        return "wrong" if answers else "right"
    if not answers:
        return "none"
    return "right" if any(_agrees(case, case.value, answer) for answer in answers) else "wrong"


def tally(judged: Iterable[Judged], reader: str) -> DateTally:
    """Count the verdicts of ``reader``."""
    verdicts = [one.verdicts[reader] for one in judged]
    return DateTally(len(verdicts), verdicts.count("right"), verdicts.count("wrong"))


def by_source(judged: Iterable[Judged]) -> dict[str, list[Judged]]:
    """Return the cases of each source, sources in the order in which they first come."""
    found: dict[str, list[Judged]] = {}
    for one in judged:
        found.setdefault(one.case.source, []).append(one)
    return found


def parts(judged: Sequence[Judged]) -> dict[str, list[Judged]]:
    """Return the cases that are counted together: ``rows``, ``conventions``, ``negatives``.

    Negatives that are no conventions are among ``rows`` too.
    """
    rows = [one for one in judged if not one.case.convention]
    return {
        "rows": rows,
        "conventions": [one for one in judged if one.case.convention],
        "negatives": [one for one in rows if one.case.value is None],
    }


def date_figures(judged: Sequence[Judged], readers: Iterable[str]) -> dict[str, float | int | None]:
    """Return all counts and shares as one flat dictionary for JSON.

    The keys are ``part.source.reader.measure``, the source ``total`` for all of the part.
    """
    names = tuple(readers)
    flat: dict[str, float | int | None] = {}
    for part, members in parts(judged).items():
        for source, group in {**by_source(members), "total": members}.items():
            for name in names:
                counts = tally(group, name)
                key = f"{part}.{source}.{name}"
                flat |= {f"{key}.{m}": getattr(counts, m) for m in MEASURES}
    return flat


MEASURES: Final = ("rows", "right", "wrong", "none", "share")


def _agrees(case: DateCase, expected: str, answer: Answer) -> bool:
    if isinstance(answer, datetime):
        start = expected.partition("/")[0][: _UNSAID.get(case.grain)]
        return _fits(start, _cut(answer, case.grain) or answer.isoformat()[: len(start)])
    ends, given = expected.split("/"), answer.split("/")
    return len(ends) == len(given) and all(map(_fits, ends, given))


def _cut(at: datetime, grain: str) -> str:
    """Write a point in time at ``grain``, in the form of TIMEX3; empty for an unknown grain."""
    year, week, weekday = at.isocalendar()
    match grain:
        case "week":
            return f"{year:04d}-W{week:02d}"
        case "weekend":
            return f"{year:04d}-W{week:02d}-WE"
        case "weekday":
            return f"{year:04d}-W{week:02d}-{weekday}"
        case "quarter":
            return f"{at.year:04d}-Q{(at.month + 2) // 3}"
        case "half-year":
            return f"{at.year:04d}-H{(at.month + 5) // 6}"
    return at.isoformat(timespec="seconds")[: _KEPT.get(grain, 0)]


def _fits(expected: str, given: str) -> bool:
    """Return whether two values without ranges are the same, up to the ``X`` of ``expected``."""
    if _WEEKDAY.fullmatch(expected) and _DAY.match(given):
        given = _cut(datetime.fromisoformat(given[:10]), "weekday")
    expected, given = _clock(expected), _clock(given)
    return len(expected) == len(given) and all(
        want in ("X", have) for want, have in zip(expected, given, strict=True)
    )


def _clock(value: str) -> str:
    """Return ``value`` with its clock time to the second."""
    return _CLOCK.sub(lambda m: f"{m[1]}{m[2] or ':00'}:00", value)
