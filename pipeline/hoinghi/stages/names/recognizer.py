"""The trained recogniser: three linear chains over the same features, one a layer of names.

Names of one layer never overlap; names of different layers may lie in each other (a place in a
body, a body in the name of a meeting; ``corpus/GUIDELINES.md``), so that each layer has a chain
of its own (first-order CRFs, trained by CRFsuite).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from hoinghi.crfsuite import Floats, Weights, read_weights
from hoinghi.records import Mention, Reading
from hoinghi.resources.lexicon import Lexicon
from hoinghi.stages.names.columns import Columns, read_columns
from hoinghi.stages.names.decoding import Decoder
from hoinghi.stages.names.paths import Chain
from hoinghi.stages.names.scores import Scores
from hoinghi.stages.names.tagging import OUTSIDE, decode, likely

CHAINS = ("names", "places", "meetings")  # the layers of ``LAYERS`` that are learnt
SUFFIX = ".crfsuite"
RULE = "crf"
_LEAST = 0.12  # below, a span is not worth a decision
_BLOCK = 4_000  # tokens
# Small words that no name ends in: "Đại sứ quán Việt Nam tại Lào | đã tổ chức".
_OPEN = frozenset("đã sẽ đang được là và cùng với của tại ở để do cho gồm".split())
_Span = tuple[int, int, str, float]  # first token, behind the last, label, how likely


class Recognizer:
    """Proposes names; what becomes of them is decided where they meet the rules' findings."""

    def __init__(self, folder: Path) -> None:
        """Open the chains that training wrote into ``folder``.

        Raises:
            OSError: A chain is missing.
            ValueError: A file is no chain.
        """
        chains = [read_weights(folder / f"{layer}{SUFFIX}") for layer in CHAINS]
        self._folder = folder
        self._scores = Scores(chains)
        self._decoder = Decoder([one.transitions for one in chains])
        self._chains = [(one.labels, Chain(one.transitions, _outside(one))) for one in chains]

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
        for begin, stop, label, sure in self._spans(columns):
            end = _closed(columns, reading.body, begin, stop)
            span = columns.starts[begin], columns.ends[end - 1], label
            proposed[span] = max(sure, proposed.get(span, 0.0))
        mentions = [_mention(reading.body, *span, sure) for span, sure in proposed.items()]
        return sorted(mentions, key=lambda one: (one.start, -one.end, one.label))

    def _spans(self, columns: Columns) -> Iterator[_Span]:
        """Yield what the chains find, some thousand tokens at a time, so that memory is bounded."""
        for number, stop in _blocks(columns.lines):
            scores = self._scores(columns, number, stop)
            begin = columns.lines[number][0]
            lines = [(first - begin, end - begin) for first, end in columns.lines[number:stop]]
            likely_tags = self._decoder.likely(scores, lines)
            for part, (tags, chain) in enumerate(self._chains):
                sure, own = likely_tags[part], scores[:, self._decoder.parts[part]]
                inside = 1.0 - sure.marginals[:, chain.outside]
                windows = chain.windows(own, inside, sure.totals, lines)
                for first, end, label, how_sure in _likely(tags, sure.marginals, windows, lines):
                    yield begin + first, begin + end, label, how_sure


def _outside(weights: Weights) -> int:
    """Return the number of the tag that says that there is no name."""
    return weights.labels.index(OUTSIDE)


def _blocks(lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the first line and behind the last of blocks of so many tokens."""
    start = 0
    for number, (_, stop) in enumerate(lines):
        if stop - lines[start][0] > _BLOCK and number > start:
            yield start, number
            start = number
    if lines:
        yield start, len(lines)


def _likely(
    tags: Sequence[str],
    sure: Floats,
    windows: Sequence[tuple[int, int, Sequence[int]]],
    lines: Sequence[tuple[int, int]],
) -> Iterator[_Span]:
    """Yield the spans of the best tagging and the other likely ones.

    Args:
        tags: Those of the chain.
        sure: How likely each of them is at every token.
        windows: First token, behind the last, and the numbers of the best tags, wherever a name
            may be.
        lines: Half-open ranges of tokens.
    """
    if not windows:
        return
    of_label: dict[str, list[tuple[str, int]]] = {}
    for number, tag in enumerate(tags):
        of_label.setdefault(tag[2:], []).append((tag, number))
    begins = [(tag[2:], number) for number, tag in enumerate(tags) if tag[0] == "B"]
    hopeful = np.maximum.reduceat(sure, [first for first, _, _ in windows]) >= _LEAST
    stops = {stop for _, stop in lines}
    for (first, stop, path), hopes in zip(windows, hopeful.tolist(), strict=True):
        best = decode([tags[tag] for tag in path])
        labels = {label for _, _, label in best}
        labels.update(label for label, number in begins if hopes[number])
        end = stop if stop in stops else stop + 1  # whether a name goes on is told behind it
        for label in labels:
            columns = {tag: sure[first:end, at].tolist() for tag, at in of_label[label]}
            spans = likely(columns, label, _LEAST)
            for start, behind, named in best:
                if named == label and (start, behind) not in spans:
                    spans[start, behind] = _weakest(columns, label, start, behind)
            for (start, behind), how_sure in spans.items():
                yield first + start, first + behind, label, how_sure


def _weakest(sure: Mapping[str, Sequence[float]], label: str, first: int, stop: int) -> float:
    """Return the smallest marginal of a span's tags; one that the chain lacks is not likely."""
    sides = ["B", *"I" * (stop - first - 2), *"L" * (stop - first > 1)]
    columns = (sure.get(f"{side}-{label}") for side in sides)
    return min(column[at] if column else 0.0 for at, column in enumerate(columns, first))


def _closed(columns: Columns, body: str, first: int, stop: int) -> int:
    """Return where the tokens of a span stop without the small words at its end."""
    while stop - first > 1 and body[columns.starts[stop - 1] : columns.ends[stop - 1]] in _OPEN:
        stop -= 1
    return stop


def _mention(body: str, start: int, end: int, label: str, sure: float) -> Mention:
    return Mention(start, end, label, body[start:end], None, RULE, round(sure, 4))
