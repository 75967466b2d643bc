"""The trained recogniser: three linear chains over the same features, one a layer of names.

Names of one layer never overlap; names of different layers may lie in each other (a place in a
body, a body in the name of a meeting; ``corpus/GUIDELINES.md``), so that each layer has a chain
of its own (first-order CRFs, trained by CRFsuite).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from hoinghi.crfsuite import Floats, read_weights
from hoinghi.records import Mention, Reading
from hoinghi.resources.lexicon import Lexicon
from hoinghi.stages.names.columns import Columns, read_columns
from hoinghi.stages.names.decoding import Decoder
from hoinghi.stages.names.scores import Scores
from hoinghi.stages.names.tagging import OUTSIDE, decode, likely

CHAINS = ("names", "places", "meetings")  # the layers of ``LAYERS`` that are learnt
SUFFIX = ".crfsuite"
RULE = "crf"
_LEAST = 0.12  # below, a span is not worth a decision
_EVEN = 0.49  # so that rounding does not matter
_BLOCK = 4_000  # tokens
# Small words that no name ends in: "Đại sứ quán Việt Nam tại Lào | đã tổ chức".
_OPEN = frozenset("đã sẽ đang được là và cùng với của tại ở để do cho gồm".split())
_Place = tuple[int, int, str]  # first token, behind the last, label
_Span = tuple[int, int, str, float]  # and how likely


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
        self._tags = [one.labels for one in chains]

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
            likely_tags = self._decoder.marginals(scores, lines)
            for chain, tags in enumerate(self._tags):
                sure = likely_tags[:, self._decoder.parts[chain]]
                open_ = _open_lines(sure[:, tags.index(OUTSIDE)], lines)
                paths = self._decoder.best(scores, [lines[at] for at in open_], chain)
                best = {
                    lines[at]: decode([tags[tag] for tag in path])
                    for at, path in zip(open_, paths, strict=True)
                }
                for first, end, label, how_sure in _likely(tags, sure, lines, best):
                    yield begin + first, begin + end, label, how_sure


def _blocks(lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the first line and behind the last of blocks of so many tokens."""
    start = 0
    for number, (_, stop) in enumerate(lines):
        if stop - lines[start][0] > _BLOCK and number > start:
            yield start, number
            start = number
    if lines:
        yield start, len(lines)


def _open_lines(outside: Floats, lines: Sequence[tuple[int, int]]) -> list[int]:
    """Return the numbers of the lines whose best tagging may have a name in it.

    Where all tokens are outside with more than even odds together no other tagging is better.
    """
    doubt = np.add.reduceat(1.0 - outside, [first for first, _ in lines])
    return np.flatnonzero(doubt >= _EVEN).tolist()


def _likely(
    tags: Sequence[str],
    sure: Floats,
    lines: Sequence[tuple[int, int]],
    best: Mapping[tuple[int, int], Sequence[_Place]],
) -> Iterator[_Span]:
    """Yield the spans of the ``best`` tagging of each line and the other likely ones.

    Args:
        tags: Those of the chain.
        sure: How likely each of them is at every token.
        lines: Half-open ranges of tokens.
        best: The spans of the best tagging of a line; none of a line that is not there.
    """
    begins = {tag[2:]: number for number, tag in enumerate(tags) if tag[0] == "B"}
    starts = [first for first, _ in lines]
    hopeful = (np.maximum.reduceat(sure, starts) >= _LEAST).tolist()
    for line, hopes in zip(lines, hopeful, strict=True):
        named = best.get(line, ())
        for label, number in begins.items():
            own = [one for one in named if one[2] == label]
            if not own and not hopes[number]:
                continue
            first, stop = line
            columns = {
                tag: sure[first:stop, at].tolist()
                for at, tag in enumerate(tags)
                if tag[2:] == label
            }
            spans = likely(columns, label, _LEAST)
            for start, end, _ in own:
                if (start, end) not in spans:
                    spans[start, end] = _weakest(columns, label, start, end)
            for (start, end), how_sure in spans.items():
                yield first + start, first + end, label, how_sure


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
