"""How far the record of a meeting can be trusted: a probability learnt from gold.

The weights are trained on records of articles that the recogniser had not seen, so that of the
records that are given 0.8 about four in five have day, narrowest place and name right (the model
card has the table).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from hoinghi.maxent import MaxEnt, Signs
from hoinghi.records import Meeting, Mention, Reading

TRUST_FILE = "trust.crfsuite"
_READ = ("when", "venue", "place", "hosts")
_MANY, _WORDS = 5, 25


class Trust:
    """Gives records the confidence that training measured for their like."""

    def __init__(self, file: Path) -> None:
        """Open ``file``.

        Raises:
            OSError: It is missing.
            ValueError: It is no model.
        """
        self._weights = MaxEnt(file)

    def weigh(self, reading: Reading) -> Reading:
        """Return ``reading``, each of its meetings with its probability of being right."""
        meetings = (
            replace(one, confidence=round(self._weights.probability(signs_of(one, reading)), 3))
            for one in reading.meetings
        )
        return replace(reading, meetings=tuple(meetings))


def signs_of(meeting: Meeting, reading: Reading) -> Signs:
    """Return what speaks for a record and against it.

    These are the rules that its fields were read by, how surely the recogniser saw its name, how
    it is written, and how many other days, places and meetings the article has to mistake it for.
    """
    top = meeting.places[0] if meeting.places else None
    level = top.level if top else None
    rules = {field: _rule(meeting, field) for field in _READ}
    said = [f"{field}={rule}" for field, rule in rules.items()]
    said += [f"type={meeting.type}", f"level={level}", f"place={rules['place']} {level}"]
    said += [f"main={meeting.main}", f"meetings={min(len(reading.meetings), 3)}"]
    said += [f"days={_count(_days(reading))}", f"places={_count(_places(reading), 2)}"]
    signs = dict.fromkeys(said, 1.0) | _of_name(meeting, reading)
    when = meeting.when or ""
    signs |= {"timed": float("T" in when), "year?": float("X" in when), "range": float("/" in when)}
    return signs | {"known": meeting.confidence, "code": float(bool(top and top.place_code))}


def _rule(meeting: Meeting, field: str) -> str:
    return next((one.rule for one in meeting.evidence if one.field == field), "")


def _of_name(meeting: Meeting, reading: Reading) -> dict[str, float]:
    spans = {(one.start, one.end): one.rule for one in meeting.evidence if one.field == "name"}
    told = [one for one in reading.events if one.label == "MEETING"]
    mine = [one for one in told if (one.start, one.end) in spans]
    words = min(len(meeting.name.split()), _WORDS) / _WORDS
    signs = {f"told={min(len(mine), 3)}": 1.0, "words": words}
    full = [one for one in mine if spans[one.start, one.end] == "fullest"]
    return signs | _of_mention(full[0]) if full else signs


def _of_mention(mention: Mention) -> dict[str, float]:
    return {"sure": mention.confidence, f"rule={mention.rule}": 1.0}


def _days(reading: Reading) -> set[str]:
    return {one.value[:10] for one in reading.dates if one.grain not in {"year", "month"}}


def _places(reading: Reading) -> set[str]:
    return {one.place.name for one in reading.places if one.place.level}


def _count(things: Iterable[str], step: int = 1) -> int:
    return min(len(set(things)) // step, _MANY)
