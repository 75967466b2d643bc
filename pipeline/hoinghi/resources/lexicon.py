"""What bodies, titles and places are read with: the shipped lists and, before them, a user's."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from hoinghi.errors import UsageError
from hoinghi.resources.bodies import Body, Trie, body_trie, tokenize
from hoinghi.resources.officials import TitleForm, title_forms, title_table
from hoinghi.resources.userlist import Entry, read_entries


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The forms of bodies, titles (by their first two syllables) and places of one's own."""

    bodies: Trie[Body]
    titles: Mapping[tuple[str, str], tuple[TitleForm, ...]]
    starters: frozenset[str]
    places: Trie[Entry]


def lexicon(gazetteer: str | os.PathLike[str] | None = None) -> Lexicon:
    """Return the shipped lists, extended and overridden by the file ``gazetteer``.

    The same file is read once, and again only after it was changed.

    Raises:
        UsageError: The file cannot be read, or a line of it does not fit.
    """
    if not gazetteer:
        return _shipped()
    path = Path(gazetteer)
    try:
        state = path.stat()
    except OSError as error:
        raise UsageError(
            f"{path}: the gazetteer cannot be read ({error.strerror}); check the path"
        ) from error
    return _extended(str(path), state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=1)
def _shipped() -> Lexicon:
    return _built(())


@lru_cache(maxsize=4)
def _extended(path: str, changed: int, size: int) -> Lexicon:  # noqa: ARG001 - the cache's key
    return _built(read_entries(path))


def _built(entries: tuple[Entry, ...]) -> Lexicon:
    own_bodies = [
        (tokenize(form), _body(entry, form))
        for entry in entries
        if entry.type == "body"
        for form in entry.forms
    ]
    own_titles = [
        title
        for entry in entries
        if entry.type == "title"
        for title in title_forms(entry.name, entry.forms, _title_kind(entry), entry.rank)
    ]
    places: Trie[Entry] = Trie()
    for entry in entries:
        if entry.type == "place":
            for form in entry.forms:
                places.add(tokenize(form), entry)
    titles = title_table(own_titles)
    return Lexicon(body_trie(own_bodies), titles, frozenset(first for first, _ in titles), places)


def _body(entry: Entry, form: str) -> Body:
    """An abbreviation must stand in capitals; any other form is found in any case."""
    grammar = "off" if entry.off else entry.grammar
    case = "cap" if form.isupper() else "any"
    return Body(entry.name, entry.kind, grammar, entry.level, case)


def _title_kind(entry: Entry) -> str:
    return "off" if entry.off else entry.kind
