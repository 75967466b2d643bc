"""Which articles of a run are re-posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from hoinghi.linking.copies import NONE, Register
from hoinghi.linking.gather import (
    COLUMNS,
    Chosen,
    articles,
    main_of,
    make_atlas,
    meetings_told,
)
from hoinghi.linking.pairs import components
from hoinghi.linking.reposts.candidates import candidates
from hoinghi.linking.reposts.compare import Comparison, compare
from hoinghi.linking.reposts.prints import Fingerprints
from hoinghi.linking.reposts.signatures import body_of
from hoinghi.linking.reposts.tokens import Words, words_of
from hoinghi.linking.seen import MeetingSeen, MeetingTold
from hoinghi.linking.shelf import Shelf
from hoinghi.linking.spool import Records
from hoinghi.linking.wheres import APART, KIN, UNKNOWN, relation

Originals = npt.NDArray[np.int32]

_TOLD: Final = {"documents": ("text", "title"), "meetings": COLUMNS["meetings"]}
_PUBLISHED: Final = timedelta(days=400)  # nobody posts an article again after more than a year
_WEEK: Final = timedelta(days=7)
_KEPT: Final = 500  # articles whose words are kept while pairs are compared


@dataclass(frozen=True, slots=True)
class Need:
    """How much of the shorter and of the longer article must be in both."""

    of_shorter: float
    of_longer: float
    numbers: bool = False  # that only one of them has numbers which the other lacks
    facts: int = 0  # names and numbers in common


KNOWN = Need(0.65, 0.4)  # both tell of one day and place
PARTLY = Need(0.8, 0.4, numbers=True)  # a day or a place is told by one alone
NO_MEETING = Need(0.8, 0.5, numbers=True)
READ_OTHERWISE = Need(0.9, 0.4, numbers=True, facts=15)  # one text, of which each gave another day


def find_reposts(shelf: Shelf, known: Register, folder: Path | None = None) -> Originals:
    """Return the number of the document that each one repeats, ``NONE`` for most.

    The original is the one with most letters, of equal ones the first whose day of publication is
    known; what repeats it agrees with it directly, so that no chain of small changes leads from
    one to another.

    Args:
        shelf: The rows of the run.
        known: Its documents; copies and what failed are left aside.
        folder: For temporary files: the signatures, and the texts that are compared.
    """
    found: Originals = np.full(len(shelf), NONE, np.int32)
    with Fingerprints(_signatures(shelf, known.counted), folder) as prints:
        pairs = candidates(prints)
        if not len(pairs):
            return found
        order = np.zeros(len(shelf), np.int64)  # in which originals are looked for
        places = np.asarray(prints.places)
        order[places[np.lexsort((places, ~known.dated[places], -prints.letters))]] = np.arange(
            len(places)
        )
    chosen = np.zeros(len(shelf), np.bool_)
    chosen[pairs.ravel()] = True
    swapped = order[pairs[:, 0]] > order[pairs[:, 1]]
    pairs[swapped] = pairs[swapped][:, ::-1]
    parts = components(len(shelf), pairs)
    turn = np.lexsort((order[pairs[:, 0]], order[pairs[:, 1]], parts[pairs[:, 0]]))
    with Records(folder) as records:
        judge = _Judge(shelf, known, chosen, records)
        for original, other in pairs[turn].tolist():
            if NONE == found[other] == found[original] and judge.is_one(original, other):
                found[other] = original
    return found


def _signatures(shelf: Shelf, counted: Chosen) -> Iterator[bytes]:
    """Yield the signature of every document, none for those that do not count."""
    for batch in shelf.scan("documents", ["signature"]):
        kept = counted[batch["document"].to_numpy()]
        for keep, one in zip(kept.tolist(), batch["signature"].to_pylist(), strict=True):
            yield (one or b"") if keep else b""


class _Judge:
    """Tells whether two articles are one, from what the tables say of them and from their texts."""

    def __init__(self, shelf: Shelf, known: Register, chosen: Chosen, records: Records) -> None:
        """Put the text and the events of the ``chosen`` documents into ``records``."""
        self._known = known
        self._records = records
        self._numbers = np.cumsum(chosen) - 1  # of a document among the chosen ones
        self._atlas = make_atlas(shelf, chosen)
        for article in articles(shelf, known, chosen, _TOLD):
            (row,) = article.documents
            events = list(meetings_told(article, self._atlas))
            if events:
                events.insert(0, events.pop(main_of(article)))
            records.add((row["text"], row["title"], [tuple(event) for event in events]))
        self._read = lru_cache(maxsize=_KEPT)(self._article)

    def is_one(self, a: int, b: int) -> bool:
        """Tell whether the articles ``a`` and ``b`` are one."""
        need = self._need(a, b)
        if need is None:
            return False
        return _enough(compare(self._read(a).words, self._read(b).words), need)

    def _need(self, a: int, b: int) -> Need | None:
        """Return how alike the texts must be, ``None`` where day or place make them two."""
        told = [self._known.published(document) for document in (a, b)]
        if told[0] and told[1] and abs(told[0] - told[1]) > _PUBLISHED:
            return None
        ours, theirs = self._read(a).events, self._read(b).events
        if not ours or not theirs:
            return PARTLY if ours or theirs else NO_MEETING
        needs = [_need_of(ours[0], event) for event in theirs]
        if needs[0] is None:  # with paragraphs cut, another event may have become the main one
            needs += [_need_of(event, theirs[0]) for event in ours]
        read_otherwise = READ_OTHERWISE if _of_one_week(told) else None
        return next((need for need in needs if need), read_otherwise)

    def _article(self, document: int) -> _Article:
        text, title, events = self._records[self._numbers[document]]
        seen = [MeetingTold(*event).seen("", self._atlas) for event in events]
        return _Article(text, title, seen)


class _Article:
    """The events of an article, the main one first, and its words, made when they are asked for."""

    def __init__(self, text: str, title: str | None, events: Sequence[MeetingSeen]) -> None:
        self.events = events
        self._text, self._title = text, title

    @cached_property
    def words(self) -> Words:
        """Return the words of its body."""
        return words_of(body_of(self._text, self._title))


def _need_of(a: MeetingSeen, b: MeetingSeen) -> Need | None:
    """Return how alike two articles must be that tell of ``a`` and ``b``, if these may be one."""
    where = relation(a.place, b.place)
    if where in {APART, KIN} or _other_day(a, b):
        return None
    return KNOWN if where != UNKNOWN and a.start and b.start else PARTLY


def _other_day(a: MeetingSeen, b: MeetingSeen) -> bool:
    if a.start and b.start:
        return a.start > (b.end or b.start) or b.start > (a.end or a.start)
    days = {m.yearless or (f"{m.start:%m-%d}" if m.start else "") for m in (a, b)}
    return "" not in days and len(days) > 1


def _of_one_week(published: Sequence[date | None]) -> bool:
    """Tell whether two days of publication lie less than a week apart.

    ``sáng nay``, posted again, is another day, and capitals may cost the name of a place. But what
    a commune does every week it tells in the same words.
    """
    first, second = published
    return first is not None and second is not None and abs(first - second) < _WEEK


def _enough(found: Comparison, need: Need) -> bool:
    if found.conflict or (need.numbers and all(found.missing)):
        return False
    if found.facts < need.facts:
        return False
    return found.of_shorter >= need.of_shorter and found.of_longer >= need.of_longer
