"""Cross-validation by document: every article is read by a model that did not learn from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from hoinghi.assembly import read_on
from hoinghi.errors import UsageError
from hoinghi.evaluate import Scores, evaluate
from hoinghi.recognition import apply
from hoinghi.records import Mention, Reading
from hoinghi.resources.lexicon import lexicon
from hoinghi.stages.merge import JUDGE_FILE, Judge
from hoinghi.stages.names import Recognizer
from hoinghi.tables import mentions
from hoinghi.training.chains import train_chains
from hoinghi.training.config import TrainingConfig
from hoinghi.training.examples import Example, Sample
from hoinghi.training.judging import train_judge


@dataclass(frozen=True, slots=True)
class CrossValidation:
    """What every article was read as; ``readings`` and ``proposed`` go by document id."""

    scores: Scores
    readings: Mapping[str, Reading]
    proposed: Mapping[str, Sequence[Mention]]


def cross_validate(
    samples: Sequence[Sample],
    examples: Sequence[Example],
    nlp: Language,
    folder: Path,
    config: TrainingConfig,
) -> CrossValidation:
    """Read every sample by chains and a judge that were trained without it.

    Args:
        samples: The articles to measure.
        examples: What the chains learn from; those of a sample's own fold are left out.
        nlp: The pipeline without a model.
        folder: Where the models of the folds are written.
        config: The settings of the run.

    Returns:
        Readings, and their scores against gold. The judge of a fold learns from claims about the
        articles that its chains learnt from; those claims come from chains of other folds, which
        had learnt from the fold's own articles, but these answers were not shown to it.
    """
    folds = [folder / f"fold-{number}" for number in range(config.folds)]
    others = _others(examples, config.folds)
    if not all(others):
        raise UsageError(
            f"{len({one.origin for one in examples})} documents leave nothing to learn from for "
            f"one of {config.folds} folds; give more gold or fewer folds"
        )
    train_chains(examples, list(zip(folds, others, strict=True)), config)
    proposed = {
        key: found
        for number, fold in enumerate(folds)
        for key, found in propose(Recognizer(fold), _of(samples, number)).items()
    }
    readings: dict[str, Reading] = {}
    for number, fold in enumerate(folds):
        learnt = [one for one in samples if one.document.document_id in others[number]]
        train_judge(learnt, proposed, fold / JUDGE_FILE, config)
        judge = Judge(fold / JUDGE_FILE)
        for sample in _of(samples, number):
            key = sample.document.document_id
            held = judge.decide(sample.rules, proposed[key])
            readings[key] = read_on(nlp, apply(sample.reading, held, lexicon()))
    of_source = {
        sample.document.article.source: readings[sample.document.document_id] for sample in samples
    }
    scores = evaluate(
        (sample.document for sample in samples), lambda article: of_source[article.source]
    )
    return CrossValidation(scores, readings, proposed)


def propose(recognizer: Recognizer, samples: Iterable[Sample]) -> dict[str, list[Mention]]:
    """Return what the recogniser proposes, by document id."""
    return {
        sample.document.document_id: recognizer.propose(sample.reading, sample.rules, lexicon())
        for sample in samples
    }


def answered(
    samples: Iterable[Sample], readings: Mapping[str, Reading]
) -> Iterator[tuple[float, bool]]:
    """Yield the confidence of every mention, and whether gold has it."""
    for sample in samples:
        right = {(one.start, one.end, one.label) for one in sample.document.spans}
        for one in mentions(readings[sample.document.document_id]):
            yield one.confidence, (one.start, one.end, one.label) in right


def reliability(
    answers: Iterable[tuple[float, bool]], steps: int = 10
) -> list[tuple[float, float, int, float, float]]:
    """Return, for each step of confidence, how many things it has and how many are right.

    Args:
        answers: The confidence of each thing, and whether it is right.
        steps: How many steps of one width 0-1 has.

    Returns:
        Rows ``(from, to, things, mean confidence, share right)``; empty steps are left out.
    """
    bins: dict[int, list[tuple[float, bool]]] = {}
    for sure, right in answers:
        bins.setdefault(min(int(sure * steps), steps - 1), []).append((sure, right))
    return [
        (
            at / steps,
            (at + 1) / steps,
            len(found),
            sum(sure for sure, _ in found) / len(found),
            sum(hit for _, hit in found) / len(found),
        )
        for at, found in sorted(bins.items())
    ]


def _others(examples: Iterable[Example], folds: int) -> list[frozenset[str]]:
    held = [(example.origin, example.fold) for example in examples]
    return [frozenset(key for key, fold in held if fold != number) for number in range(folds)]


def _of(samples: Iterable[Sample], fold: int) -> list[Sample]:
    return [sample for sample in samples if sample.fold == fold]
