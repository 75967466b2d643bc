"""Annotated articles as the chains learn from them: what the rules say, and what is right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import md5

from spacy.language import Language

from hoinghi.assembly import read_rules
from hoinghi.gold import GoldDocument
from hoinghi.records import LAYERS, Mention, Reading
from hoinghi.resources.lexicon import lexicon
from hoinghi.stages.names import CHAINS, Columns, encode, read_columns
from hoinghi.tables import mentions
from hoinghi.text import squeeze


@dataclass(frozen=True, slots=True)
class Example:
    """One article: its reading by rules alone, the tokens, and the right tags of every chain.

    ``origin`` is the id of its document and ``fold`` the part of the cross-validation that the
    document is in; a made-up copy has those of the document that it was made from.
    """

    origin: str
    fold: int
    columns: Columns
    tags: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Sample:
    """What is measured: the gold document, and what the rules found in it."""

    document: GoldDocument
    fold: int
    reading: Reading
    rules: tuple[Mention, ...]


def fold_of(document_id: str, folds: int) -> int:
    """Return the part of a cross-validation that a document belongs to, by its id alone.

    The hash is salted, so that the part says nothing of the split (``gold.split_of``).
    """
    digest = md5(f"fold {document_id}".encode(), usedforsecurity=False).hexdigest()
    return int(digest, 16) % folds


def sample_of(document: GoldDocument, nlp: Language, folds: int) -> Sample:
    """Return ``document`` read by rules; ``nlp`` is loaded without a model."""
    reading = read_rules(nlp, document.article)
    return Sample(document, fold_of(document.document_id, folds), reading, mentions(reading))


def example_of(sample: Sample) -> Example:
    """Return ``sample`` as the chains learn from it."""
    columns = read_columns(sample.reading, sample.rules, lexicon())
    spans = _inside(sample.document.spans, sample.reading)
    tags = {
        layer: encode(columns.starts, [one for one in spans if one.label in LAYERS[layer]])
        for layer in CHAINS
    }
    return Example(sample.document.document_id, sample.fold, columns, tags)


def _inside(spans: Iterable[Mention], reading: Reading) -> Sequence[Mention]:
    """Leave out what the layout stage blanked: the chains never see it."""
    body = reading.body
    return [one for one in spans if squeeze(body[one.start : one.end]) == squeeze(one.text)]
