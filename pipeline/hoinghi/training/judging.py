"""Trains the judge on what chains claimed about articles that they had not been trained on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from hoinghi.errors import UsageError
from hoinghi.gold import GoldDocument
from hoinghi.maxent import fit
from hoinghi.records import Mention
from hoinghi.stages.merge import Claim, claims
from hoinghi.training.config import TrainingConfig
from hoinghi.training.examples import Sample


def train_judge(
    samples: Iterable[Sample],
    proposed: Mapping[str, Sequence[Mention]],
    file: Path,
    config: TrainingConfig,
) -> None:
    """Learn from ``samples`` which claims are right, and write the weights to ``file``.

    Args:
        samples: The articles.
        proposed: The recogniser's proposals by document id, from chains that did not learn from
            that document.
        file: Where the weights go.
        config: The penalty and the iterations.

    Raises:
        UsageError: All claims are right, or all are wrong.
    """
    answers = (
        (claim.evidence, right)
        for sample in samples
        for claim, right in judged(sample.document, claims_of(sample, proposed))
    )
    if not fit(answers, file, c2=config.judge_c2, iterations=3 * config.iterations):
        raise UsageError("the gold has nothing to tell right from wrong; give more of it")


def claims_of(sample: Sample, proposed: Mapping[str, Sequence[Mention]]) -> list[Claim]:
    """Return what rules and recogniser claim of one article."""
    of_layers = claims(sample.rules, proposed[sample.document.document_id])
    return [claim for layer in of_layers.values() for claim in layer]


def judged(document: GoldDocument, made: Iterable[Claim]) -> list[tuple[Claim, bool]]:
    """Return every claim with whether gold has that very span and label."""
    right = {(one.start, one.end, one.label) for one in document.spans}
    return [(claim, (claim.start, claim.end, claim.label) in right) for claim in made]
