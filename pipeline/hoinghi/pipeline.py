"""The stages in their order, without spaCy: an article in, all that is found in it out.

Each stage is a pure finder; here it is told what earlier stages found. Organisations come before
people, because a word that title and body share belongs to the body (guidelines, ruling 1), so
that people are read around bodies that are already known. ``hoinghi.assembly`` makes spaCy
components of the same stages; who needs no Doc spares spaCy's start and its growing vocabulary.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Final

from hoinghi.errors import ResourceError
from hoinghi.language import is_foreign
from hoinghi.models import META, NO_MODEL, has_model, pipeline_path, warn_of_no_model
from hoinghi.recognition import Trained, bodies_of, names_of
from hoinghi.records import Article, Reading
from hoinghi.resources.lexicon import Lexicon, lexicon
from hoinghi.stages.dates import find_dates
from hoinghi.stages.directives import find_directives, with_issuers
from hoinghi.stages.layout import find_published, find_regions, mask, owner_lines, unwrap
from hoinghi.stages.meetings import attach_bodies, attach_people, find_events, find_meetings
from hoinghi.stages.merge import settle, settle_context
from hoinghi.stages.officials import find_participants, read_people
from hoinghi.stages.places import address_of, find_home, find_places, with_own_places
from hoinghi.stages.words import find_sentences, find_words
from hoinghi.text import nfc

Step = Callable[[Reading], Reading]


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
    people, held = read_people(reading, lexicon=known)
    present = find_participants(reading, held)
    return replace(reading, people=tuple(people), participants=tuple(present))


def _meetings(reading: Reading) -> Reading:
    meetings = tuple(find_meetings(reading))
    people = attach_people(reading.people, meetings, reading)
    bodies = attach_bodies(reading.participants, meetings, reading)
    return replace(reading, meetings=meetings, people=tuple(people), participants=tuple(bodies))


STAGES: Final[Mapping[str, Step]] = {
    "hoinghi_layout": _layout,
    "hoinghi_words": _words,
    "hoinghi_dates": _dates,
    "hoinghi_directives": _directives,
    "hoinghi_events": _events,
    "hoinghi_merge": settle,
    "hoinghi_meetings": _meetings,
}
# Stages that read word lists, which a user's own may extend.
LISTED: Final[Mapping[str, Callable[[Lexicon, Reading], Reading]]] = {
    "hoinghi_places": _places,
    "hoinghi_organizations": _organizations,
    "hoinghi_names": _names,
    "hoinghi_officials": _officials,
}
# The stages that read the trained model, too.
RECOGNIZER, TRUST = "hoinghi_recognizer", "hoinghi_trust"
ORDER: Final = (
    "hoinghi_layout",
    "hoinghi_words",
    "hoinghi_dates",
    "hoinghi_directives",
    "hoinghi_places",
    "hoinghi_organizations",
    "hoinghi_events",
    "hoinghi_names",
    RECOGNIZER,
    "hoinghi_merge",
    "hoinghi_officials",
    "hoinghi_meetings",
    TRUST,
)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What reads articles: ``stages`` by their names, in the order in which they run."""

    stages: Mapping[str, Step]

    def read(self, article: Article) -> Reading:
        """Return all that is found in ``article``; nothing where it is not in Vietnamese."""
        text = nfc(article.text)
        reading = Reading(replace(article, text=text))
        if not is_foreign(text):
            for stage in self.stages.values():
                reading = stage(reading)
        return reading


def open_pipeline(
    *,
    gazetteer: str | os.PathLike[str] | None = None,
    model: str | os.PathLike[str] | None = None,
) -> Pipeline:
    """Return the pipeline; what it reads with is loaded once a process.

    Args:
        gazetteer: A user's own bodies, titles and places (``docs/GAZETTEER.md``), which extend
            and override the shipped lists.
        model: Folder of a model that ``hoinghi train`` wrote; ``None`` for the shipped one,
            ``"none"`` for rules and lists alone.

    Raises:
        UsageError: The gazetteer cannot be read, or a line of it does not fit.
        ResourceError: ``model`` holds no trained model.

    Warns:
        ModelWarning: No model is installed; the rules read alone.
    """
    check(gazetteer=gazetteer, model=model)
    lists, folder = str(gazetteer or ""), str(model or "")
    return Pipeline({name: stage_of(name, lists, folder) for name in ORDER})


def check(
    *, gazetteer: str | os.PathLike[str] | None, model: str | os.PathLike[str] | None
) -> None:
    """Load the lists and the model, or say why not; see ``open_pipeline``."""
    lexicon(gazetteer)
    if trained(str(model or "")) is None and model != NO_MODEL:
        warn_of_no_model()


def stage_of(name: str, gazetteer: str = "", model: str = "") -> Step:
    """Return the stage ``name`` with the lists and the model that it reads.

    Those of the trained model change nothing without one.
    """
    if name in STAGES:
        return STAGES[name]
    if name in LISTED:
        return partial(LISTED[name], lexicon(gazetteer))
    parts = trained(model)
    if parts is None:
        return _unchanged
    return parts.trust.weigh if name == TRUST else partial(parts.read, known=lexicon(gazetteer))


def _unchanged(reading: Reading) -> Reading:
    return reading


def trained(model: str) -> Trained | None:
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
