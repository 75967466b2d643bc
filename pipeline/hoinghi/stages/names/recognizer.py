"""The trained recogniser: three linear chains over the same features, one a layer of names.

Names of one layer never overlap; names of different layers may lie in each other (a place in a
body, a body in the name of a meeting; ``corpus/GUIDELINES.md``), so that each layer has a chain
of its own (first-order CRFs, trained and decoded by CRFsuite).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from threading import Lock

import pycrfsuite

from hoinghi.records import Mention, Reading
from hoinghi.resources.lexicon import Lexicon
from hoinghi.stages.names.columns import Columns, read_columns
from hoinghi.stages.names.features import Features
from hoinghi.stages.names.tagging import OUTSIDE, decode, likely

CHAINS = ("names", "places", "meetings")  # the layers of ``LAYERS`` that are learnt
SUFFIX = ".crfsuite"
FEATURES = "features.txt"  # those that any chain has a weight for, a line each
RULE = "crf"
_LEAST = 0.12  # below, a span is not worth a decision
# Small words that no name ends in: "Đại sứ quán Việt Nam tại Lào | đã tổ chức".
_OPEN = frozenset("đã sẽ đang được là và cùng với của tại ở để do cho gồm".split())


class Recognizer:
    """Proposes names; what becomes of them is decided where they meet the rules' findings."""

    def __init__(self, folder: Path) -> None:
        """Open the chains that training wrote into ``folder``.

        Raises:
            OSError: A chain is missing or is none.
        """
        # Four features in five have no weight and need not be looked up in every chain.
        self._features = Features(frozenset((folder / FEATURES).read_text("utf-8").split("\n")))
        self._folder = folder
        self._lock = Lock()  # a tagger is set to one line at a time
        self._taggers: list[tuple[pycrfsuite.Tagger, tuple[str, ...]]] = []
        for layer in CHAINS:
            tagger = pycrfsuite.Tagger()
            tagger.open(str(folder / f"{layer}{SUFFIX}"))
            self._taggers.append((tagger, tuple(sorted(tagger.labels()))))

    def __reduce__(self) -> tuple[type[Recognizer], tuple[Path]]:
        """Pickle by the folder, so that pipelines cross process boundaries."""
        return type(self), (self._folder,)

    def propose(
        self, reading: Reading, found: Iterable[Mention], lexicon: Lexicon
    ) -> list[Mention]:
        """Return all names that are likely enough to be looked at, in order.

        Args:
            reading: The article with what all stages before found.
            found: The rules' mentions of every label, which the chains look at too.
            lexicon: Titles and bodies that are known.

        Returns:
            Mentions without a norm, rule ``crf``, whose confidence is how likely the chain holds
            exactly this span to be. They may overlap.
        """
        columns = read_columns(reading, found, lexicon)
        proposed: dict[tuple[int, int, str], float] = {}
        for (first, _), rows in zip(columns.lines, self._features(columns), strict=True):
            items = pycrfsuite.ItemSequence(rows)
            with self._lock:
                for tagger, tags in self._taggers:
                    for start, stop, label, sure in _spans(tagger, tags, items, len(rows)):
                        begin = first + start
                        end = _closed(columns, reading.body, begin, first + stop)
                        span = columns.starts[begin], columns.ends[end - 1], label
                        proposed[span] = max(sure, proposed.get(span, 0.0))
        mentions = [_mention(reading.body, *span, sure) for span, sure in proposed.items()]
        return sorted(mentions, key=lambda one: (one.start, -one.end, one.label))


def _spans(
    tagger: pycrfsuite.Tagger, tags: Sequence[str], items: pycrfsuite.ItemSequence, size: int
) -> Iterator[tuple[int, int, str, float]]:
    """Yield ``(first, stop, label, how likely)`` of the best tagging and of other likely spans."""
    tagger.set(items)
    best = decode(tagger.tag())
    # Where no span is likely none begins: most tokens, which then need one question, not four.
    open_ = [at for at in range(size) if tagger.marginal(OUTSIDE, at) <= 1.0 - _LEAST]
    for label in (tag[2:] for tag in tags if tag[0] == "B"):
        spans = likely(_marginals(tagger, tags, label, size, open_), label, _LEAST)
        for first, stop, named in best:
            if named == label and (first, stop) not in spans:
                spans[first, stop] = _weakest(tagger, tags, label, first, stop)
        for (first, stop), sure in spans.items():
            yield first, stop, label, sure


def _weakest(
    tagger: pycrfsuite.Tagger, tags: Sequence[str], label: str, first: int, stop: int
) -> float:
    """Return the smallest marginal of a span's tags; one that the chain lacks is not likely."""
    sides = ["B", *"I" * (stop - first - 2), *"L" * (stop - first > 1)]
    return float(
        min(
            tagger.marginal(f"{side}-{label}", at) if f"{side}-{label}" in tags else 0.0
            for at, side in enumerate(sides, first)
        )
    )


def _marginals(
    tagger: pycrfsuite.Tagger, tags: Sequence[str], label: str, size: int, open_: Sequence[int]
) -> dict[str, list[float]]:
    """Return the marginals of the label's tags; none are asked for where no span begins."""
    begins = [0.0] * size
    for at in open_:
        begins[at] = tagger.marginal(f"B-{label}", at)
    if max(begins, default=0.0) < _LEAST:
        return {}
    found = {f"B-{label}": begins}
    for tag in (f"I-{label}", f"L-{label}"):
        if tag in tags:
            found[tag] = [tagger.marginal(tag, at) for at in range(size)]
    return found


def _closed(columns: Columns, body: str, first: int, stop: int) -> int:
    """Return where the tokens of a span stop without the small words at its end."""
    while stop - first > 1 and body[columns.starts[stop - 1] : columns.ends[stop - 1]] in _OPEN:
        stop -= 1
    return stop


def _mention(body: str, start: int, end: int, label: str, sure: float) -> Mention:
    return Mention(start, end, label, body[start:end], None, RULE, round(sure, 4))
