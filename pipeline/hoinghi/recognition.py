"""Where rules and the trained recogniser meet: proposals, one decision, names for what is new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from hoinghi.errors import ResourceError
from hoinghi.models import check_model
from hoinghi.records import (
    LAYERS,
    DateMention,
    DirectiveMention,
    Mention,
    OrganizationMention,
    PlaceMention,
    Reading,
)
from hoinghi.resources.bodies import tokenize
from hoinghi.resources.lexicon import Lexicon, lexicon
from hoinghi.stages.meetings import TRUST_FILE, Trust
from hoinghi.stages.merge import JUDGE_FILE, LAYER, Cover, Judge, in_order
from hoinghi.stages.names import Recognizer
from hoinghi.stages.officials import find_names
from hoinghi.stages.organizations import find_organizations
from hoinghi.stages.places import name_place
from hoinghi.tables import mentions
from hoinghi.text import squeeze

_Found = TypeVar("_Found", DateMention, DirectiveMention, PlaceMention, OrganizationMention)


@dataclass(frozen=True, slots=True)
class Trained:
    """The trained parts of the pipeline: who proposes, who decides, and who weighs records."""

    recognizer: Recognizer
    judge: Judge
    trust: Trust

    @classmethod
    def load(cls, folder: Path) -> Trained:
        """Open what ``hoinghi train`` wrote into ``folder``.

        Raises:
            ResourceError: A part is missing or cannot be read.
        """
        check_model(folder)
        try:
            judge, trust = Judge(folder / JUDGE_FILE), Trust(folder / TRUST_FILE)
            return cls(Recognizer(folder), judge, trust)
        except (OSError, ValueError) as error:
            raise ResourceError(
                f"{folder}: no trained model ({error}); name a folder that hoinghi train wrote"
            ) from error

    def read(self, reading: Reading, known: Lexicon) -> Reading:
        """Return ``reading`` with the mentions that hold, each with its probability.

        Args:
            reading: The article with what all rules found, nothing settled yet.
            known: The titles and bodies that are known.
        """
        rules = mentions(reading)
        proposed = self.recognizer.propose(reading, rules, known)
        if known is lexicon():  # no list of a user's own
            return apply(reading, self.judge.decide(rules, proposed), known)
        listed = [one for one in rules if ruled_by_user(one, known)]
        proposed = [one for one in proposed if not ruled_by_user(one, known)]
        held = self.judge.decide(_beside(rules, listed), _beside(proposed, listed))
        return apply(reading, in_order([*held, *listed]), known)


def ruled_by_user(mention: Mention, known: Lexicon) -> bool:
    """Tell whether a user's own list says what begins with the words of ``mention``.

    What such a list names is not for the judge to drop, and what it switches off is not for the
    recogniser to find.
    """
    shipped = lexicon()
    if mention.label not in {"ORG", "TITLE", "LOC"}:
        return False
    if mention.label == "LOC":
        return mention.rule == "places:own"
    words = tokenize(mention.text)
    if mention.label == "ORG":
        mine, theirs = (next(iter(one.bodies.matches(words, 0)), None) for one in (known, shipped))
        return mine != theirs
    first, second, *_ = (*words, "", "")
    keys = ((first, second), (first, ""))
    return any(known.titles.get(key) != shipped.titles.get(key) for key in keys)


def _beside(claimed: Sequence[Mention], listed: Sequence[Mention]) -> list[Mention]:
    """Return those of ``claimed`` that share no character with one of ``listed`` in their layer."""
    covers = {
        layer: Cover(one for one in listed if one.label in labels)
        for layer, labels in LAYERS.items()
    }
    return [one for one in claimed if not covers[LAYER[one.label]].touches(one)]


def apply(reading: Reading, held: Sequence[Mention], known: Lexicon) -> Reading:
    """Return ``reading`` with just the mentions ``held``, in order; new ones are named.

    The records of places, dates and documents that a rule found stay as they are; bodies are
    placed and people named anew where others came in, for they lend each other places and names.
    ``rule`` and ``confidence`` are those of ``held``, less the stage before the rule.
    """
    by_label: dict[str, list[Mention]] = {}
    for one in held:
        by_label.setdefault(one.label, []).append(one)
    places = _places(reading, by_label.get("LOC", []))
    reading = replace(
        reading,
        places=tuple(places),
        dates=tuple(_weighed(reading.dates, by_label.get("DATE", []))),
        directives=tuple(_weighed(reading.directives, by_label.get("DIRECTIVE", []))),
    )
    bodies = _organizations(reading, by_label.get("ORG", []), known)
    reading = replace(reading, organizations=tuple(bodies))
    people = [one for one in held if one.label in {"PER", "TITLE"}]
    events = [one for one in held if one.label in {"VENUE", "MEETING"}]
    return replace(
        reading,
        names=tuple(_names(reading, people, known)),
        events=tuple(_own(one, one.norm or squeeze(one.text)) for one in events),
    )


def _own(one: Mention, norm: str | None) -> Mention:
    """Return ``one`` with its own rule and ``norm``; ``replace`` would take far longer."""
    return Mention(one.start, one.end, one.label, one.text, norm, _own_rule(one), one.confidence)


def _own_rule(mention: Mention) -> str:
    """Return the rule without its stage; the recogniser's own has none."""
    return mention.rule.partition(":")[2] or mention.rule


def _weighed(found: Iterable[_Found], held: Iterable[Mention]) -> list[_Found]:
    """Return those of ``found`` that are held, with rule and confidence as decided."""
    decided = {(one.start, one.end): one for one in held}
    return [
        replace(one, rule=_own_rule(by), confidence=by.confidence)
        for one in found
        if (by := decided.get((one.start, one.end))) is not None
    ]


def bodies_of(
    reading: Reading, known: Lexicon, held: Sequence[tuple[int, int]] | None = None
) -> list[OrganizationMention]:
    """Return the bodies by all that was read before; only those ``held``, if given."""
    return find_organizations(
        reading.body,
        places=reading.places,
        home=reading.home,
        words=reading.words,
        lexicon=known,
        held=held,
    )


def names_of(
    reading: Reading, known: Lexicon, held: Sequence[Mention] | None = None
) -> list[Mention]:
    """Return people and titles by all that was read before; only those ``held``, if given."""
    return find_names(
        reading.body,
        words=reading.words,
        organizations=reading.organizations,
        places=reading.places,
        lexicon=known,
        held=held,
    )


def _with_new(
    found: Sequence[_Found], held: Sequence[Mention], name: Callable[[Mention], _Found]
) -> list[_Found]:
    """Return a record for every mention of ``held``: the one found there, or a new one."""
    known = {(one.start, one.end): one for one in found}
    made = [known.get((one.start, one.end)) or name(one) for one in held]
    return _weighed(made, held)


def _places(reading: Reading, held: Sequence[Mention]) -> list[PlaceMention]:
    day = reading.article.published
    kept = {(one.start, one.end) for one in held}
    around = {one.start: one for one in reading.places if (one.start, one.end) in kept}

    def name(one: Mention) -> PlaceMention:
        return name_place(reading.body, (one.start, one.end), around, published=day)

    return _with_new(reading.places, held, name)


def _organizations(
    reading: Reading, held: Sequence[Mention], known: Lexicon
) -> list[OrganizationMention]:
    spans = [(one.start, one.end) for one in held]
    found: Sequence[OrganizationMention] = reading.organizations
    if not {(one.start, one.end) for one in found}.issuperset(spans):
        # A new body may also lend its place to its neighbours.
        found = bodies_of(reading, known, spans)
    return _weighed(found, held)


def _names(reading: Reading, held: Sequence[Mention], known: Lexicon) -> list[Mention]:
    named: Sequence[Mention] = held
    if any(one.norm is None for one in held):
        named = names_of(reading, known, held)
    return [_own(one, one.norm) for one in named]
