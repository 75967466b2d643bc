"""The spaCy ``Language`` that the stages make.

The components here hold no logic of their own: they hand a stage of ``hoinghi.pipeline`` what
earlier stages found and put its answer on the Doc, as ``doc._.hoinghi`` (a
:class:`~hoinghi.records.Reading`) and, at the end, as ``doc.spans["sc"]`` and ``doc.ents``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans, load_model_from_config, registry
from spacy.vocab import Vocab
from thinc.api import Config
from thinc.types import Ints2d

from hoinghi.language import is_foreign
from hoinghi.models import CONFIG, pipeline_path
from hoinghi.pipeline import ORDER, RECOGNIZER, check, stage_of
from hoinghi.records import Article, Reading
from hoinghi.stages.words import syllables
from hoinghi.tables import mentions
from hoinghi.text import nfc

SPANS_KEY = "sc"  # the key that displaCy renders by default
WORDS_KEY = "words"


@dataclass(frozen=True, slots=True)
class Stage:
    """A spaCy component that passes the Doc's reading through one stage.

    An article in another language than Vietnamese is passed over.
    """

    read: Callable[[Reading], Reading]

    def __call__(self, doc: Doc) -> Doc:
        """Replace ``doc._.hoinghi`` by what the stage makes of it."""
        reading = doc._.hoinghi or Reading(Article(text=doc.text))
        foreign = is_foreign(reading.article.text)
        doc._.hoinghi = reading if foreign else self.read(reading)
        return doc


def write_spans(doc: Doc) -> Doc:
    """Put the mentions on the Doc: all in ``doc.spans["sc"]``, the outermost in ``doc.ents``."""
    reading: Reading = doc._.hoinghi
    spans = [_span(doc, m.start, m.end, m.label) for m in mentions(reading)]
    doc.spans[SPANS_KEY] = spans
    doc.spans[WORDS_KEY] = [_span(doc, start, end, "") for start, end in reading.words]
    doc.ents = filter_spans(spans)
    starts = {start for start, _ in reading.sentences}
    # One array at once: setting a token's flag scans the whole Doc each time.
    flags = [1 if token.i == 0 or token.idx in starts else -1 for token in doc]
    column = np.array(flags, dtype=np.int64).view(np.uint64).reshape(-1, 1)
    doc.from_array(["SENT_START"], cast("Ints2d", column))
    return doc


def _span(doc: Doc, start: int, end: int, label: str) -> Span:
    """Return the span over all tokens that ``start`` to ``end`` touches; never ``None`` then."""
    return cast("Span", doc.char_span(start, end, label=label, alignment_mode="expand"))


class SyllableTokenizer:
    """Cuts text into syllables and signs, losing nothing; the text becomes NFC first."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the Doc of ``text``; ``doc.text`` is its NFC form, in which offsets count."""
        pairs = list(syllables(nfc(text)))
        return Doc(self.vocab, words=[word for word, _ in pairs], spaces=[s for _, s in pairs])


@registry.tokenizers("hoinghi.SyllableTokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], SyllableTokenizer]:
    """Return the factory that ``config.cfg`` names as the tokenizer."""
    return lambda nlp: SyllableTokenizer(nlp.vocab)


def _register() -> None:
    if not Doc.has_extension("hoinghi"):
        Doc.set_extension("hoinghi", default=None)
    for name in ORDER:
        if not Language.has_factory(name):
            read_with = {"gazetteer": "", "model": ""}
            Language.factory(name, default_config=read_with, func=_factory(name))
    if not Language.has_factory("hoinghi_spans"):
        Language.component("hoinghi_spans", func=write_spans)


def _factory(stage: str) -> Callable[..., Stage]:
    """Return what makes spaCy's component of ``stage``, its lists and model as in its config."""

    def create(nlp: Language, name: str, gazetteer: str, model: str) -> Stage:  # noqa: ARG001
        return Stage(stage_of(stage, gazetteer, model))

    return create


def load(
    *,
    gazetteer: str | os.PathLike[str] | None = None,
    model: str | os.PathLike[str] | None = None,
) -> Language:
    """Return the pipeline: ``load()(text)`` is a Doc with spans and records.

    Args:
        gazetteer: A user's own bodies, titles and places (``docs/GAZETTEER.md``), which extend
            and override the shipped lists.
        model: Folder of a model that ``hoinghi train`` wrote; ``None`` for the shipped one,
            ``"none"`` for rules and lists alone.

    Returns:
        A spaCy ``Language`` for Vietnamese whose Docs carry ``doc._.hoinghi`` (a ``Reading``),
        ``doc.spans["sc"]`` (every mention), ``doc.spans["words"]`` (underthesea's words),
        ``doc.ents`` (the outermost mentions) and sentences. Offsets count in ``doc.text``,
        which is NFC.

    Raises:
        UsageError: The gazetteer cannot be read, or a line of it does not fit.
        ResourceError: ``model`` holds no trained model.

    Warns:
        ModelWarning: No model is installed; the rules read alone.
    """
    _register()
    config = Config().from_disk(pipeline_path() / CONFIG)
    check(gazetteer=gazetteer, model=model)  # here, for spaCy would wrap a complaint in its own
    for name in ORDER:
        config["components"][name] |= {"gazetteer": str(gazetteer or ""), "model": str(model or "")}
    nlp = load_model_from_config(config, auto_fill=True)
    nlp.max_length = 100_000_000  # how long an article may be is a setting of the reader
    return nlp


def make_doc(nlp: Language, article: Article) -> Doc:
    """Return the unread Doc of ``article``, which brings its date, title and site along."""
    reading = _unread(article)
    doc = nlp.make_doc(reading.article.text)
    doc._.hoinghi = reading
    return doc


def _unread(article: Article) -> Reading:
    return Reading(replace(article, text=nfc(article.text)))


def _carrier(nlp: Language, reading: Reading) -> Doc:
    """Return a Doc that carries ``reading`` from stage to stage, and is thrown away.

    It has no tokens: only the spans that are written at the end stand on them, and to make them
    takes longer than most stages.
    """
    doc = Doc(nlp.vocab)
    doc._.hoinghi = reading
    return doc


def read(nlp: Language, article: Article) -> Reading:
    """Return all that the pipeline finds in ``article``.

    The Doc is thrown away, so that its spans are not written first.
    """
    doc = nlp(_carrier(nlp, _unread(article)), disable=["hoinghi_spans"])
    reading: Reading = doc._.hoinghi
    return reading


def read_rules(nlp: Language, article: Article) -> Reading:
    """Return what the recogniser is given of ``article``: all that rules find, nothing settled."""
    after = nlp.pipe_names[nlp.pipe_names.index(RECOGNIZER) :]
    reading: Reading = nlp(_carrier(nlp, _unread(article)), disable=after)._.hoinghi
    return reading


def read_on(nlp: Language, reading: Reading) -> Reading:
    """Return ``reading``, as the recogniser left it, with all that later stages make of it."""
    done = nlp.pipe_names[: nlp.pipe_names.index(RECOGNIZER) + 1]
    on: Reading = nlp(_carrier(nlp, reading), disable=[*done, "hoinghi_spans"])._.hoinghi
    return on
