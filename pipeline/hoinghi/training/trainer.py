"""One run: read the gold, cross-validate, train on all of it, write the model and its figures."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import md5
from pathlib import Path

from spacy.language import Language

from hoinghi.assembly import load, read_on
from hoinghi.errors import GoldError, OutputError, UsageError
from hoinghi.evaluate import Scores, evaluate
from hoinghi.gold import GoldDocument, read_gold, split_of
from hoinghi.models import META, NO_MODEL
from hoinghi.sinks import check_writable
from hoinghi.stages.meetings import TRUST_FILE
from hoinghi.stages.merge import JUDGE_FILE
from hoinghi.stages.names import CHAINS, SUFFIX
from hoinghi.training.augment import made_up
from hoinghi.training.chains import train_chains
from hoinghi.training.config import TrainingConfig
from hoinghi.training.crossval import CrossValidation, answered, cross_validate, reliability
from hoinghi.training.examples import Example, Sample, example_of, sample_of
from hoinghi.training.judging import train_judge
from hoinghi.training.trusting import train_trust, weighed

SHARES = (0.25, 0.5, 0.75, 1.0)  # of the learning curve
FILES = (
    *(f"{layer}{SUFFIX}" for layer in CHAINS),
    JUDGE_FILE,
    TRUST_FILE,
    META,
)  # the last marks it whole
Say = Callable[[str], None]
Bin = tuple[float, float, int, float, float]


def _silent(line: str) -> None:
    """Say nothing of ``line``."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Scores by cross-validation, of the rules alone beside them, and the reliability tables.

    ``reliability`` is that of mentions, ``trust`` that of the records of meetings.
    """

    documents: int
    scores: Scores
    rules: Scores
    reliability: Sequence[Bin]
    trust: Sequence[Bin]


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that a run works with."""

    nlp: Language
    samples: Sequence[Sample]
    examples: Sequence[Example]


def train(gold: Sequence[Path], out: Path, config: TrainingConfig, say: Say = _silent) -> Figures:
    """Train a model on gold and write it to ``out``.

    Args:
        gold: Annotated files, or folders of them.
        out: Folder for the chains, the judge and ``meta.json``; a model there is replaced once
            the new one is whole.
        config: The settings of the run; the same settings and gold give the same model.
        say: Told what is being done.

    Raises:
        UsageError: Too few documents for the folds, or nothing in them to learn from.
        GoldError: The gold breaks the guidelines.
        OutputError: ``out`` cannot be written; said before anything is trained.

    A script that calls this needs ``if __name__ == "__main__"``: chains train in processes of
    their own.
    """
    check_writable(out)
    material = prepare(gold, config, say)
    with tempfile.TemporaryDirectory(prefix="hoinghi-train-") as scratch:
        say(f"training {config.folds} times, each time without one fold")
        validated = _validate(material, Path(scratch), config)
        say("training on all documents")
        whole = _folder(Path(scratch) / "whole")
        everything = frozenset(example.origin for example in material.examples)
        train_chains(material.examples, [(whole, everything)], config)
        train_judge(material.samples, validated.proposed, whole / JUDGE_FILE, config)
        if not train_trust(material.samples, validated.readings, whole / TRUST_FILE, config):
            raise UsageError("the gold has no meetings to learn from; give more of it")
        figures = _figures(material, validated, Path(scratch), config)
        _write_meta(whole / META, material.samples, config, figures)
        _install(whole, out)
    return figures


def validate(gold: Sequence[Path], config: TrainingConfig, say: Say = _silent) -> Figures:
    """Return what cross-validation measures; no model is written.

    Raises:
        UsageError: Too few documents for the folds.
        GoldError: The gold breaks the guidelines.
    """
    material = prepare(gold, config, say)
    with tempfile.TemporaryDirectory(prefix="hoinghi-train-") as scratch:
        validated = _validate(material, Path(scratch), config)
        return _figures(material, validated, Path(scratch), config)


def learning_curve(
    gold: Sequence[Path], config: TrainingConfig, say: Say = _silent
) -> list[tuple[float, int, Scores]]:
    """Return the scores by cross-validation of models that learn from ever more articles.

    Returns:
        Rows ``(share of the articles, their number, scores)``; the articles that are measured
        are always all of them. Which articles a share has is a hash of their ids, so that every
        share holds the smaller ones.
    """
    material = prepare(gold, config, say)
    curve = []
    for share in SHARES:
        part = [one for one in material.examples if _rank(one.origin) < share]
        count = len({one.origin for one in part})
        say(f"learning from {count} documents, less a fold")
        with tempfile.TemporaryDirectory(prefix="hoinghi-train-") as scratch:
            validated = _validate(replace(material, examples=part), Path(scratch), config)
        curve.append((share, count, validated.scores))
    return curve


def prepare(gold: Sequence[Path], config: TrainingConfig, say: Say) -> Material:
    """Return the documents of the configured split, read by the rules.

    Raises:
        UsageError: Too few documents for the folds.
        GoldError: The gold breaks the guidelines.
    """
    documents = _chosen(gold, config)
    if len(documents) < 2 * config.folds:
        raise UsageError(
            f"{len(documents)} documents of the split {config.split} are too few for "
            f"{config.folds} folds; give more gold or fewer folds"
        )
    nlp = load(model=NO_MODEL)
    say(f"reading {len(documents)} documents with the rules")
    samples = [sample_of(document, nlp, config.folds) for document in documents]
    examples = [example_of(sample) for sample in samples]
    for copy in range(config.copies):
        say(f"reading made-up copies, {copy + 1} of {config.copies}")
        for document in documents:
            twin = made_up(document, seed=config.seed + copy)
            examples.append(example_of(sample_of(twin, nlp, config.folds)))
    return Material(nlp, samples, examples)


def _chosen(gold: Sequence[Path], config: TrainingConfig) -> list[GoldDocument]:
    """Return the documents of the split by their ids, so that the order of files tells nothing."""
    documents: dict[str, GoldDocument] = {}
    for one in read_gold(gold):
        twin = documents.setdefault(one.document_id, one)
        if twin is not one:
            raise GoldError(
                f"{one.article.source}: the id is taken by {twin.article.source}; give it another"
            )
    return [one for key, one in sorted(documents.items()) if config.split in {"all", split_of(key)}]


def _rank(document_id: str) -> float:
    digest = md5(f"share {document_id}".encode(), usedforsecurity=False).hexdigest()
    return int(digest[:8], 16) / 16**8


def _validate(material: Material, folder: Path, config: TrainingConfig) -> CrossValidation:
    for number in range(config.folds):
        _folder(folder / f"fold-{number}")
    return cross_validate(material.samples, material.examples, material.nlp, folder, config)


def _figures(
    material: Material, validated: CrossValidation, folder: Path, config: TrainingConfig
) -> Figures:
    documents = [sample.document for sample in material.samples]
    of_source = {one.document.article.source: one.reading for one in material.samples}
    rules = evaluate(documents, lambda article: read_on(material.nlp, of_source[article.source]))
    table = reliability(answered(material.samples, validated.readings))
    trust = reliability(weighed(material.samples, validated.readings, folder, config))
    return Figures(len(documents), validated.scores, rules, table, trust)


def _folder(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    return path


def corpus_hash(documents: Iterable[GoldDocument]) -> str:
    """Return one hash of all that the documents say; the order of the files does not matter."""
    lines = sorted(repr(replace(one, article=replace(one.article, source=""))) for one in documents)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _write_meta(
    file: Path, samples: Sequence[Sample], config: TrainingConfig, figures: Figures
) -> None:
    meta = {
        "documents": figures.documents,
        "corpus": corpus_hash(sample.document for sample in samples),
        "config": {name: value for name, value in asdict(config).items() if name != "workers"},
        "files": {name: _hash(file.parent / name) for name in FILES if name != META},
        "cross_validation": _rounded(figures.scores),
        "rules_alone": _rounded(figures.rules),
        "reliability": [[round(value, 3) for value in row] for row in figures.reliability],
        "trust": [[round(value, 3) for value in row] for row in figures.trust],
    }
    file.write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _rounded(scores: Scores) -> dict[str, float | None]:
    return {
        name: None if value is None else round(value, 4) for name, value in scores.figures.items()
    }


def _install(whole: Path, out: Path) -> None:
    """Copy the model file by file, each at once; ``meta.json`` comes last and has their hashes."""
    try:
        _folder(out)
        for name in FILES:
            shutil.copyfile(whole / name, out / f"{name}.new")
        for name in FILES:
            (out / f"{name}.new").replace(out / name)
    except OSError as error:
        raise OutputError(
            f"{out}: cannot be written ({error.strerror or error}); choose another folder"
        ) from error
