"""How far a run is."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from hoinghi.batch.chunks import Report
from hoinghi.batch.units import is_packed
from hoinghi.errors import ReadError
from hoinghi.sources import Input
from hoinghi.tables import FAILED


@dataclass(slots=True)
class Progress:
    """Counts of a run that goes on.

    ``articles`` were read in this run, ``failed`` of them could not be; ``kept`` units were read
    by an earlier one. ``size`` of ``total`` bytes are done; ``total`` is ``None`` as long as it
    is not known.
    """

    articles: int = 0
    failed: int = 0
    kept: int = 0
    size: int = 0
    read: int = 0
    total: int | None = None
    writing: bool = False
    started: float = field(default_factory=time.monotonic)

    @property
    def per_second(self) -> float:
        """Return articles a second."""
        return self.articles / max(time.monotonic() - self.started, 0.001)

    @property
    def seconds_left(self) -> float | None:
        """Return how long reading will still take, if that can be told."""
        if self.total is None or not self.read or self.writing:
            return None
        spent = time.monotonic() - self.started
        return max(self.total - self.size, 0) * spent / self.read

    def add(self, report: Report) -> None:
        """Count what was read of a chunk."""
        self.articles += len(report.documents)
        self.failed += sum(one.status == FAILED for one in report.documents)
        self.size += report.size
        self.read += report.size


def survey(found: Iterable[Input | ReadError], progress: Progress) -> None:
    """Find out in the background how much there is to read; unknown where sizes do not tell."""

    def look() -> None:
        total = 0
        for one in found:
            if isinstance(one, ReadError):
                continue
            if one.system is not None or one.path == "-" or is_packed(one.path):
                return
            try:
                total += os.stat(one.path).st_size  # noqa: PTH116 - millions of them
            except OSError:
                continue
        progress.total = total

    threading.Thread(target=look, daemon=True).start()
