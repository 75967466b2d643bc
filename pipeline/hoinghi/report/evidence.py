"""Where in the articles the facts of a report were read, from one pass over the mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from hoinghi.report.sentences import Span

Mark = tuple[int, int, str]
_Numbers = npt.NDArray[np.int32]
_FULLEST = "fullest"


class Evidence:
    """Spans by what was read from them.

    Attributes:
        names: Of a meeting in an article, ``(document_id, meeting_id)``: its fullest name.
        days: Likewise: the expression that its day was read from.
        people: Of a person in an article, ``(document_id, name)``: the first mention.
        papers: Of an article: start and norm of every directive.
    """

    def __init__(self, documents: Iterable[str]) -> None:
        """Keep what the mentions of ``documents`` tell."""
        self._documents = pa.array(list(documents), pa.string())
        self._index = {key: at for at, key in enumerate(self._documents.to_pylist())}
        self._labels: dict[str, int] = {}
        self._columns: list[tuple[_Numbers, ...]] = []
        self._all: tuple[_Numbers, ...] = ()
        self.names: dict[tuple[str, str], Span] = {}
        self.days: dict[tuple[str, str], Span] = {}
        self.people: dict[tuple[str, str], Span] = {}
        self.papers: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        self._fullest: set[tuple[str, str]] = set()

    def read(
        self,
        batches: Iterable[pa.RecordBatch],
        people: Collection[tuple[str, str]],
        several: Collection[str],
    ) -> None:
        """Read all mentions.

        Args:
            batches: The table ``mentions``.
            people: The people whose mentions are wanted: document and name.
            several: The articles whose directives are wanted.
        """
        wanted = pa.array(sorted({key for key, _ in people}), pa.string())
        parted = pa.array(list(several), pa.string())
        for batch in batches:
            at = pc.index_in(batch["document_id"], value_set=self._documents)
            kept = batch.append_column("at", at).filter(pc.is_valid(at))
            self._keep(kept)
            self._meetings(kept.filter(pc.greater(pc.list_value_length(kept["evidence"]), 0)))
            said = kept.filter(pc.equal(kept["label"], "PER"))
            self._people(said.filter(pc.is_in(said["document_id"], value_set=wanted)), people)
            said = kept.filter(pc.equal(kept["label"], "DIRECTIVE"))
            for row in said.filter(pc.is_in(said["document_id"], value_set=parted)).to_pylist():
                self.papers[row["document_id"]].append((row["start"], row["norm"]))
        self._sort()

    def marks(self, document_id: str, first: int, last: int) -> list[Mark]:
        """Return the mentions of an article between two offsets: start, end, label."""
        number = self._index[document_id]
        at, starts, ends, labels = self._all
        left, right = np.searchsorted(at, (number, number + 1))
        names = list(self._labels)
        return [
            (int(starts[i]), int(ends[i]), names[labels[i]])
            for i in range(left, right)
            if first <= starts[i] and ends[i] <= last
        ]

    def _keep(self, batch: pa.RecordBatch) -> None:
        labels = batch["label"].to_pylist()
        numbers = [self._labels.setdefault(label, len(self._labels)) for label in labels]
        self._columns.append(
            (
                batch["at"].to_numpy(zero_copy_only=False).astype(np.int32),
                batch["start"].to_numpy(zero_copy_only=False).astype(np.int32),
                batch["end"].to_numpy(zero_copy_only=False).astype(np.int32),
                np.array(numbers, np.int32),
            )
        )

    def _sort(self) -> None:
        columns = [np.concatenate(parts) for parts in zip(*self._columns, strict=True)]
        columns = columns or [np.empty(0, np.int32)] * 4
        self._columns = []
        if (np.diff(columns[0]) < 0).any():  # not as a run writes them
            order = np.argsort(columns[0], kind="stable")
            columns = [column[order] for column in columns]
        self._all = tuple(columns)

    def _meetings(self, batch: pa.RecordBatch) -> None:
        for row in batch.to_pylist():
            span = row["start"], row["end"]
            for said in row["evidence"]:
                meeting_id, field, rule = (*said.split(":"), "", "")[:3]
                key = row["document_id"], meeting_id
                if field == "when":
                    self.days.setdefault(key, span)
                elif field == "name" and (rule == _FULLEST or key not in self.names):
                    if key not in self._fullest:
                        self.names[key] = span
                    if rule == _FULLEST:
                        self._fullest.add(key)

    def _people(self, batch: pa.RecordBatch, wanted: Collection[tuple[str, str]]) -> None:
        for row in batch.to_pylist():
            for name in (row["norm"], row["text"]):
                if (row["document_id"], name) in wanted:
                    self.people.setdefault((row["document_id"], name), (row["start"], row["end"]))
