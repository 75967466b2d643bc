"""The main meeting field by field, and which meetings were found or invented."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from hoinghi.evaluate.ledger import Ledger, Tally
from hoinghi.gold import GoldDocument, GoldMeeting
from hoinghi.records import Meeting, Reading
from hoinghi.text import fold

NAME_F1 = 0.8  # from here on two names say the same
SAME_EVENT_F1 = 0.5  # from here on two records mean the same event

_FIELDS = (
    "when",
    "day",
    "venue",
    "venue_named",
    "place",
    "type",
    "name",
    "day_place_name",
)
_WORD = re.compile(r"\w+")
_TIME_OF_DAY = re.compile(r"(?<=[\dX])T[^/]*")


def score(document: GoldDocument, reading: Reading, ledger: Ledger) -> None:
    """Score the main meeting and the set of meetings."""
    ledger.expect(*(f"main.{field}" for field in _FIELDS), "meetings.silence")
    ledger.tally("main.hosts", Tally())
    wanted = document.main_meeting
    if wanted is not None:
        found = next((meeting for meeting in reading.meetings if meeting.main), None)
        _score_main(document.document_id, wanted, found, ledger)
    else:
        silent = not reading.meetings
        ledger.share("meetings.silence", right=silent)
    _score_set(document, reading.meetings, ledger)


def _score_main(
    document_id: str, wanted: GoldMeeting, found: Meeting | None, ledger: Ledger
) -> None:
    # A meeting that was not read is wrong in every field, also where gold has null.
    read = found is not None
    found = found or Meeting("", "", main=True)
    place = wanted.places[0] if wanted.places else None
    found_place = found.places[0].name if found.places else None
    fields = {
        "when": (wanted.when, found.when),
        "day": (day_of(wanted.when), day_of(found.when)),
        "venue": (wanted.venue, found.venue),
        "place": (place, found_place),
        "type": (wanted.type, found.type),
    }
    if wanted.venue is not None:
        fields["venue_named"] = fields["venue"]
    right = {}
    for field, (want, have) in fields.items():
        said = have if read else "no meeting"
        right[field] = ledger.judge(document_id, f"main.{field}", want, said)
    right["name"] = name_f1(wanted.name, found.name) >= NAME_F1
    ledger.share("main.name", right=right["name"])
    if not right["name"]:
        said = f"{found.name!r}, should be {wanted.name!r}"
        ledger.slip(document_id, "main.name", "wrong", said)
    ledger.share("main.day_place_name", right=right["day"] and right["place"] and right["name"])
    ledger.compare(document_id, "main.hosts", Counter(set(wanted.hosts)), Counter(set(found.hosts)))


def _score_set(document: GoldDocument, found: Sequence[Meeting], ledger: Ledger) -> None:
    wanted = document.meetings
    paired = pairs(wanted, found)
    ledger.tally("meetings", Tally(len(paired), len(found), len(wanted)))
    invented = len(found) - len(paired)
    ledger.count("meetings.invented", invented)
    ledger.count("meetings.invented_without_meeting", 0 if wanted else invented)
    for i, gold in enumerate(wanted):
        if i not in paired.values():
            ledger.slip(document.document_id, "meetings", "missed", f"{gold.when}: {gold.name}")
    for j, meeting in enumerate(found):
        if j not in paired:
            said = f"{meeting.when}: {meeting.name}"
            ledger.slip(document.document_id, "meetings", "invented", said)


def pairs(wanted: Sequence[GoldMeeting], found: Sequence[Meeting]) -> dict[int, int]:
    """Return, by the index of each found meeting that gold has, the index of gold's."""
    likeness = [
        (_likeness(gold, meeting), -i, -j)
        for i, gold in enumerate(wanted)
        for j, meeting in enumerate(found)
    ]
    paired: dict[int, int] = {}
    for value, i, j in sorted(likeness, reverse=True):
        if value > 0 and -j not in paired and -i not in paired.values():
            paired[-j] = -i
    return paired


def is_right(wanted: GoldMeeting, found: Meeting) -> bool:
    """Tell whether day, most specific place and name of a record are those of gold."""
    place = wanted.places[0] if wanted.places else None
    found_place = found.places[0].name if found.places else None
    same_day = day_of(wanted.when) == day_of(found.when)
    return same_day and place == found_place and name_f1(wanted.name, found.name) >= NAME_F1


def _likeness(gold: GoldMeeting, found: Meeting) -> float:
    """Return more for a surer match, 0 where the two are not the same event."""
    names = name_f1(gold.name, found.name)
    same_day = gold.when is not None and day_of(gold.when) == day_of(found.when)
    same_occasion = same_day and gold.type == found.type
    return names + same_occasion if same_occasion or names >= SAME_EVENT_F1 else 0.0


def name_f1(one: str, other: str) -> float:
    """Return the F1 of the words that two names share, as bags, case and tone style aside."""
    first, second = (Counter(_WORD.findall(fold(name))) for name in (one, other))
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


def day_of(value: str | None) -> str | None:
    """Return a TIMEX3 value without times of day; a range within one day is that day."""
    if value is None:
        return None
    days = _TIME_OF_DAY.sub("", value).split("/")
    return days[0] if len(set(days)) == 1 else "/".join(days)
