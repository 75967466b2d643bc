"""Cross-validate other kinds of recognisers on the folds and tokens of ``hoinghi train``.

usage: python tools/compare_models.py [--kind KIND ...] [--folds N] [--epochs N] [--json FILE]

Kinds: ``ner`` is spaCy's transition-based recogniser over words and shapes, ``ner+lists`` sees
also what lists and rules for places, dates and documents mark and underthesea's words, ``crf`` is
the chain with the same knowledge but without the rules' own names, ``crf+rules`` the chain that is
shipped, without the judge. Every layer of labels has a recogniser of its own. Printed is strict F1
over the ``train`` documents of the folds that were run. The table is in the model card.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.tokens import Doc
from spacy.training import Example as Lesson
from spacy.util import compounding, fix_random_seed, minibatch

from hoinghi.records import LAYERS
from hoinghi.resources.lexicon import lexicon
from hoinghi.stages.names import CHAINS, SUFFIX, Recognizer, read_columns
from hoinghi.training.chains import train_chain
from hoinghi.training.config import TrainingConfig
from hoinghi.training.examples import Example, Sample, example_of
from hoinghi.training.trainer import prepare

ROOT = Path(__file__).parent.parent
# The settings that are shipped, on the split that models may be chosen on, without made-up copies.
CONFIG = replace(TrainingConfig.load(ROOT / "models/configs/vi_hoinghi.toml"), copies=0)
OPEN = frozenset({"PER", "TITLE", "ORG", "VENUE", "MEETING"})
KINDS = ("ner", "ner+lists", "crf", "crf+rules")
_SEED = 5
_NER = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
}
_ENCODE = {
    "@architectures": "spacy.MaxoutWindowEncoder.v2",
    "width": 96,
    "depth": 3,
    "window_size": 1,
    "maxout_pieces": 3,
}

Span = tuple[str, int, int, str]


def doc_of(vocab: spacy.Vocab, sample: Sample, example: Example) -> Doc:
    """Return the tokens of an article; TAG and LEMMA carry what lists and words say."""
    body, columns = sample.reading.body, example.columns
    words = [body[s:e] for s, e in zip(columns.starts, columns.ends, strict=True)]
    doc = Doc(vocab, words=words or ["-"])
    for token, marks in zip(doc, columns.marks, strict=False):
        token.tag_ = " ".join(m for m in marks if m[:2] in {"t=", "b=", "r="} or m == "surname")
        token.lemma_ = next((m for m in marks if m.startswith("u=")), token.lower_)
    return doc


def ner_spans(
    learnt: Sequence[tuple[Sample, Example]],
    measured: Sequence[tuple[Sample, Example]],
    layer: str,
    attributes: Sequence[str],
    epochs: int,
) -> set[Span]:
    """Train spaCy's ``ner`` on one layer and return what it finds."""
    fix_random_seed(_SEED)
    nlp = spacy.blank("xx")
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 96,
        "attrs": list(attributes),
        "rows": [5000, *[2500] * (len(attributes) - 1)],
        "include_static_vectors": False,
    }
    tok2vec = {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": _ENCODE}
    recognizer = nlp.add_pipe("ner", config={"model": {**_NER, "tok2vec": tok2vec}})
    lessons = []
    for sample, example in learnt:
        doc = doc_of(nlp.vocab, sample, example)
        tags = example.tags[layer]
        lessons.append(Lesson.from_dict(doc, {"entities": _biluo(tags) or ["O"]}))
        for tag in tags:
            if tag != "O":
                recognizer.add_label(tag[2:])
    optimizer = nlp.initialize(lambda: lessons)
    rng = random.Random(_SEED)  # noqa: S311 - no secret
    for _ in range(epochs):
        rng.shuffle(lessons)
        for batch in minibatch(lessons, size=compounding(2.0, 16.0, 1.002)):
            nlp.update(batch, sgd=optimizer, drop=0.2)
    found: set[Span] = set()
    for sample, example in measured:
        doc = recognizer(doc_of(nlp.vocab, sample, example))
        starts, ends = example.columns.starts, example.columns.ends
        found |= {(example.origin, starts[e.start], ends[e.end - 1], e.label_) for e in doc.ents}
    return found


def _biluo(tags: Sequence[str]) -> list[str]:
    """Return the tags with U for spans of one token, as spaCy wants them."""
    closed = [*tags, "O"]
    return [
        f"U-{tag[2:]}" if tag[0] == "B" and closed[at + 1][0] not in "IL" else tag
        for at, tag in enumerate(tags)
    ]


def crf_spans(
    learnt: Sequence[tuple[Sample, Example]],
    measured: Sequence[tuple[Sample, Example]],
    kind: str,
) -> set[Span]:
    """Train all chains and return the spans that they hold likelier than not."""
    with tempfile.TemporaryDirectory() as scratch:
        for layer in CHAINS:
            examples = [example for _, example in learnt]
            train_chain(examples, layer, Path(scratch) / f"{layer}{SUFFIX}", CONFIG)
        recognizer = Recognizer(Path(scratch))
        return {
            (example.origin, one.start, one.end, one.label)
            for sample, example in measured
            for one in recognizer.propose(sample.reading, _rules(sample, kind), lexicon())
            if one.confidence > 0.5
        }


def _rules(sample: Sample, kind: str) -> list:
    return [one for one in sample.rules if kind == "crf+rules" or one.label not in OPEN]


def measure(samples: Sequence[Sample], kind: str, folds: int, epochs: int) -> dict[str, float]:
    """Return strict F1 by label, over the first ``folds`` folds."""
    pairs = [
        (s, replace(example_of(s), columns=read_columns(s.reading, _rules(s, kind), lexicon())))
        for s in samples
    ]
    found: set[Span] = set()
    for fold in range(folds):
        learnt = [pair for pair in pairs if pair[0].fold != fold]
        measured = [pair for pair in pairs if pair[0].fold == fold]
        if kind.startswith("crf"):
            found |= crf_spans(learnt, measured, kind)
            continue
        attributes = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
        attributes += ["TAG", "LEMMA"] if kind == "ner+lists" else []
        for layer in CHAINS:
            found |= ner_spans(learnt, measured, layer, attributes, epochs)
    return scores([sample for sample, _ in pairs if sample.fold < folds], found)


def scores(samples: Iterable[Sample], found: set[Span]) -> dict[str, float]:
    """Return strict F1 by label, and of all together."""
    labels = [label for layer in CHAINS for label in LAYERS[layer]]
    gold = {
        (sample.document.document_id, one.start, one.end, one.label)
        for sample in samples
        for one in sample.document.spans
        if one.label in labels
    }
    figures = {}
    for label in [*labels, "all"]:
        right = {one for one in gold if label in {one[3], "all"}}
        said = {one for one in found if label in {one[3], "all"}}
        figures[label] = 2 * len(right & said) / max(1, len(right) + len(said))
    return figures


def main() -> None:
    """Measure and print a line per kind."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kind", action="append", choices=KINDS)
    parser.add_argument("--folds", type=int, default=5, help="folds to run, of 5 [5]")
    parser.add_argument("--epochs", type=int, default=12, help="of spaCy's ner [12]")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    samples = prepare([ROOT / "corpus/gold"], CONFIG, print).samples
    rows = {}
    for kind in arguments.kind or KINDS:
        rows[kind] = measure(samples, kind, arguments.folds, arguments.epochs)
        shown = "  ".join(f"{label} {100 * value:.1f}" for label, value in rows[kind].items())
        print(f"{kind:10} {shown}", flush=True)
    if arguments.json:
        arguments.json.write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
