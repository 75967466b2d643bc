"""Learns how far records of meetings can be trusted, from readings of articles not seen before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from hoinghi.evaluate import is_right, pairs
from hoinghi.gold import GoldDocument
from hoinghi.maxent import MaxEnt, Signs, fit
from hoinghi.records import Reading
from hoinghi.stages.meetings import signs_of
from hoinghi.training.config import TrainingConfig
from hoinghi.training.examples import Sample

ITERATIONS = 300


def train_trust(
    samples: Iterable[Sample], readings: Mapping[str, Reading], file: Path, config: TrainingConfig
) -> bool:
    """Learn which records of ``readings`` are right, and write the weights to ``file``.

    Args:
        samples: The articles.
        readings: What they were read as by models that had not seen them, by document id.
        file: Where the weights go.
        config: The penalty.

    Returns:
        Whether there were right and wrong records to learn from; without, there is no file.
    """
    answers = (
        answer
        for sample in samples
        for answer in judged(sample.document, readings[sample.document.document_id])
    )
    return fit(answers, file, c2=config.trust_c2, iterations=ITERATIONS)


def judged(document: GoldDocument, reading: Reading) -> Iterator[tuple[Signs, bool]]:
    """Yield the signs of every record, and whether day, place and name are those of gold."""
    paired = pairs(document.meetings, reading.meetings)
    for number, meeting in enumerate(reading.meetings):
        right = number in paired and is_right(document.meetings[paired[number]], meeting)
        yield signs_of(meeting, reading), right


def weighed(
    samples: Sequence[Sample],
    readings: Mapping[str, Reading],
    folder: Path,
    config: TrainingConfig,
) -> list[tuple[float, bool]]:
    """Return every record's confidence by weights that other folds taught, and its truth.

    ``folder`` takes the weights of each fold; a fold with nothing to learn from is left out.
    """
    found: list[tuple[float, bool]] = []
    for fold in range(config.folds):
        file = folder / f"trust-{fold}"
        if train_trust((one for one in samples if one.fold != fold), readings, file, config):
            weights = MaxEnt(file)
            held = (one.document for one in samples if one.fold == fold)
            found += [
                (weights.probability(signs), right)
                for document in held
                for signs, right in judged(document, readings[document.document_id])
            ]
    return found
