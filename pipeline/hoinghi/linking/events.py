"""The events of a run in a file, and their final ids."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, overload

import numpy as np
import numpy.typing as npt

from hoinghi.linking.clusters import Clusters
from hoinghi.linking.copies import Register
from hoinghi.linking.finals import Finals
from hoinghi.linking.links import Member, final_ids
from hoinghi.linking.numbers import Keys, key_of, number_of
from hoinghi.linking.seen import MeetingSeen, MeetingTold
from hoinghi.linking.spool import Records
from hoinghi.linking.wheres import Atlas

_KEPT: Final = 4_096  # events in memory at a time, some 2 KB each

_Numbers = npt.NDArray[np.int64]


class Events(Sequence[MeetingSeen]):
    """All events of a run by final key of the document and number, 32 bytes of memory each."""

    def __init__(self, records: Records, known: Register, atlas: Atlas) -> None:
        """Keep events in ``records``; ``known`` are the documents, ``atlas`` has the places."""
        self._records = records
        self._known = known
        self._atlas = atlas
        self._documents, self._numbers, self._ids = array("i"), array("i"), array("Q")
        self._order: _Numbers = np.empty(0, np.int64)
        self._load = lru_cache(maxsize=_KEPT)(self._loaded)

    def add(self, event: MeetingTold) -> None:
        """Take the next event, in the order of the documents."""
        self._records.add(tuple(event))
        self._documents.append(event.document)
        self._numbers.append(event.number)
        self._ids.append(number_of(event.meeting_id))

    def sort(self) -> None:
        """Bring the events into their own order, once all are there."""
        ranks = self._known.ranks()[np.frombuffer(self._documents, np.int32)]
        self._order = np.argsort(ranks, kind="stable")

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, at: int) -> MeetingSeen: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[MeetingSeen]: ...

    def __getitem__(self, at: int | slice) -> MeetingSeen | Sequence[MeetingSeen]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        return self._load(at)

    def __iter__(self) -> Iterator[MeetingSeen]:
        return map(self._loaded, range(len(self)))

    def _loaded(self, at: int) -> MeetingSeen:
        event = MeetingTold(*self._records[self._order[at]])
        return event.seen(self._known.document_id(event.document), self._atlas)

    def final(self, clusters: Clusters) -> Keys:
        """Return the final ids of the events, in the order in which they were added."""
        made = np.array(self._ids, np.uint64)
        groups = list(self._open(clusters.home, made[self._order]))
        members = (sorted(map(self._member, group)) for group in groups)
        for group, chosen in zip(groups, final_ids(members), strict=True):
            made[group] = number_of(chosen)
        return made

    def _open(self, home: npt.NDArray[np.int32], ids: Keys) -> Iterator[_Numbers]:
        """Yield the groups of which not everyone keeps the id for certain, as added, in order."""
        several = np.bincount(home, minlength=len(home)) > 1
        by_id = np.lexsort((home, ids))
        same = (np.diff(ids[by_id]) == 0) & (np.diff(home[by_id]) != 0)
        for at in (0, 1):  # of two groups with one id, both
            several[home[by_id[np.flatnonzero(same) + at]]] = True
        open_ = np.flatnonzero(several[home])
        order = open_[np.argsort(home[open_], kind="stable")]
        cuts = np.flatnonzero(np.diff(home[order])) + 1
        if len(order):
            yield from np.split(self._order[order], cuts)

    def _member(self, added: int) -> Member:
        document = self._documents[added]
        return self._known.document_id(document), self._numbers[added], key_of(self._ids[added])

    def finals(self, final: Keys) -> Finals:
        """Return what ``final`` says that is new."""
        old = np.array(self._ids, np.uint64)
        new = old != final
        return Finals(np.array(self._documents, np.int32)[new], old[new], final[new])
