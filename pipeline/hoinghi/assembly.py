"""Stage order, and the spaCy ``Language`` that it makes.

Each stage is a pure finder; the components here hold no logic of their own: they hand a finder
what earlier stages found and put its answer on the Doc, as ``doc._.hoinghi`` (a
:class:`~hoinghi.records.Reading`) and, at the end, as ``doc.spans["sc"]`` and ``doc.ents``.
Organisations come before people, because a word that title and body share belongs to the body
(guidelines, ruling 1), so that people are read around bodies that are already known.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans, load_model_from_config, registry
from spacy.vocab import Vocab
from thinc.api import Config
from thinc.types import Ints2d

from hoinghi.errors import ModelWarning, ResourceError
from hoinghi.language import is_foreign
from hoinghi.models import CONFIG, META, NO_MODEL, has_model, pipeline_path
from hoinghi.recognition import Trained, bodies_of, names_of
from hoinghi.records import Article, Reading
from hoinghi.resources.lexicon import Lexicon, lexicon
from hoinghi.stages.dates import find_dates
from hoinghi.stages.directives import find_directives, with_issuers
from hoinghi.stages.layout import find_published, find_regions, mask, owner_lines, unwrap
from hoinghi.stages.meetings import attach_bodies, attach_people, find_events, find_meetings
from hoinghi.stages.merge import settle, settle_context
from hoinghi.stages.officials import find_participants, find_people
from hoinghi.stages.places import address_of, find_home, find_places, with_own_places
from hoinghi.stages.words import find_sentences, find_words, syllables
from hoinghi.tables import mentions
from hoinghi.text import nfc

SPANS_KEY = "sc"  # the key that displaCy renders by default
WORDS_KEY = "words"


def _layout(reading: Reading) -> Reading:
    article = reading.article
    text = unwrap(article.text)
    regions = tuple(find_regions(text, title=article.title))
    if article.published is None:
        article = replace(article, published=find_published(text, regions))
    body = mask(text, regions)
    return replace(reading, article=article, regions=regions, body=body)


def _words(reading: Reading) -> Reading:
    body = reading.body
    return replace(reading, words=tuple(find_words(body)), sentences=tuple(find_sentences(body)))


def _dates(reading: Reading) -> Reading:
    found = find_dates(reading.body, published=reading.article.published)
    points = (one for one in found if one.type != "DURATION")  # the guidelines annotate no length
    return replace(reading, dates=tuple(points))


def _directives(reading: Reading) -> Reading:
    found = find_directives(reading.body, published=reading.article.published)
    return replace(reading, directives=tuple(found))


def _places(known: Lexicon, reading: Reading) -> Reading:
    article, body = reading.article, reading.body
    day, title = article.published, article.title
    site = article.site or address_of(article.text, article.source)
    owner = "\n".join(filter(None, (article.owner, owner_lines(article.text, reading.regions))))
    found = find_places(body, published=day, title=title, site=site, owner=owner)
    found = with_own_places(found, body, known.places, published=day)
    home = find_home(found, body, published=day, title=title, site=site, owner=owner)
    return replace(reading, places=tuple(found), home=home)


def _organizations(known: Lexicon, reading: Reading) -> Reading:
    reading = replace(reading, organizations=tuple(bodies_of(reading, known)))
    reading = settle_context(reading)
    cited = with_issuers(reading.directives, reading.body, reading.organizations)
    return replace(reading, directives=tuple(cited))


def _events(reading: Reading) -> Reading:
    found = find_events(
        reading.body,
        dates=reading.dates,
        places=reading.places,
        organizations=reading.organizations,
        words=reading.words,
        sentences=reading.sentences,
    )
    return replace(reading, events=tuple(found))


def _names(known: Lexicon, reading: Reading) -> Reading:
    return replace(reading, names=tuple(names_of(reading, known)))


def _officials(known: Lexicon, reading: Reading) -> Reading:
    people = tuple(find_people(reading, lexicon=known))
    return replace(reading, people=people, participants=tuple(find_participants(reading)))


def _meetings(reading: Reading) -> Reading:
    meetings = tuple(find_meetings(reading))
    people = attach_people(reading.people, meetings, reading)
    bodies = attach_bodies(reading.participants, meetings, reading)
    return replace(reading, meetings=meetings, people=tuple(people), participants=tuple(bodies))


STAGES: dict[str, Callable[[Reading], Reading]] = {
    "hoinghi_layout": _layout,
    "hoinghi_words": _words,
    "hoinghi_dates": _dates,
    "hoinghi_directives": _directives,
    "hoinghi_events": _events,
    "hoinghi_merge": settle,
    "hoinghi_meetings": _meetings,
}
# Stages that read word lists, which a user's own may extend.
LISTED: dict[str, Callable[[Lexicon, Reading], Reading]] = {
    "hoinghi_places": _places,
    "hoinghi_organizations": _organizations,
    "hoinghi_names": _names,
    "hoinghi_officials": _officials,
}


# The stages that read the trained model, too.
RECOGNIZER, TRUST = "hoinghi_recognizer", "hoinghi_trust"


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
    for name, stage in STAGES.items():
        if not Language.has_factory(name):
            Language.component(name, func=Stage(stage))
    for name, listed in LISTED.items():
        if not Language.has_factory(name):
            Language.factory(name, default_config={"gazetteer": ""}, func=_factory(listed))
    if not Language.has_factory(RECOGNIZER):
        config = {"gazetteer": "", "model": ""}
        Language.factory(RECOGNIZER, default_config=config, func=_recognizer)
    if not Language.has_factory(TRUST):
        Language.factory(TRUST, default_config={"model": ""}, func=_trust)
    if not Language.has_factory("hoinghi_spans"):
        Language.component("hoinghi_spans", func=write_spans)


def _factory(listed: Callable[[Lexicon, Reading], Reading]) -> Callable[..., Stage]:
    """Return what spaCy makes a component with that reads the lists named in its config."""

    def create(nlp: Language, name: str, gazetteer: str) -> Stage:  # noqa: ARG001 - spaCy's form
        return Stage(partial(listed, lexicon(gazetteer)))

    return create


def _recognizer(nlp: Language, name: str, gazetteer: str, model: str) -> Stage:  # noqa: ARG001
    """Return the component of the trained model, or one that changes nothing without it."""
    trained = _trained(model)
    if trained is None:
        return Stage(_unchanged)
    return Stage(partial(trained.read, known=lexicon(gazetteer)))


def _trust(nlp: Language, name: str, model: str) -> Stage:  # noqa: ARG001 - spaCy's form
    """Return the component that weighs records, or one that changes nothing without a model."""
    trained = _trained(model)
    return Stage(_unchanged if trained is None else trained.trust.weigh)


def _unchanged(reading: Reading) -> Reading:
    return reading


def _trained(model: str) -> Trained | None:
    """Return the trained parts of the folder ``model``, of the shipped one if it is empty."""
    if model == NO_MODEL:
        return None
    folder = Path(model).resolve() if model else pipeline_path()
    if not model and not has_model(folder):
        return None
    try:
        state = (folder / META).stat()
    except OSError as error:
        raise ResourceError(
            f"{folder}: no trained model ({error.strerror}); name a folder that hoinghi train wrote"
        ) from error
    return _opened(folder, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _opened(folder: Path, changed: int, size: int) -> Trained:  # noqa: ARG001 - the cache's key
    return Trained.load(folder)


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
    lexicon(gazetteer)  # here and now, for spaCy would wrap a complaint in one of its own
    if _trained(str(model or "")) is None and model != NO_MODEL:
        warnings.warn(
            f"{pipeline_path()} holds no trained model: rules and lists read alone, and miss more "
            "names; hoinghi train makes one, installing hoinghi again brings the shipped one",
            ModelWarning,
            stacklevel=2,
        )
    for name in (*LISTED, RECOGNIZER):
        config["components"][name]["gazetteer"] = str(gazetteer or "")
    for name in (RECOGNIZER, TRUST):
        config["components"][name]["model"] = str(model or "")
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
