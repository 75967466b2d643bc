"""The lexicon of bodies: the words that organisations begin with, as a trie over tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Generic, TypeVar

from hoinghi.errors import ResourceError
from hoinghi.text import fold, squeeze

GRAMMARS = frozenset(
    "fixed place seat organ cell child standing acting issuer open topic department numbered "
    "faculty fund".split()
)
CASES = frozenset("any cap bare force named level name brand letters row post".split())
T = TypeVar("T")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_CHOICE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Body:
    """What an organisation begins with; the columns are explained in ``bodies.tsv``."""

    name: str
    kind: str
    grammar: str
    level: str | None
    case: str


@dataclass(slots=True)
class Trie(Generic[T]):
    """A token trie; ``longest`` finds every entry that starts at a token, longest first."""

    children: dict[str, Trie[T]] = field(default_factory=dict)
    entry: T | None = None

    def add(self, tokens: Sequence[str], entry: T) -> None:
        """Store ``entry`` under ``tokens``; an earlier entry of the same tokens stays."""
        node = self
        for token in tokens:
            node = node.children.setdefault(token, Trie())
        if node.entry is None:
            node.entry = entry

    def matches(self, tokens: Sequence[str], at: int) -> list[tuple[int, T]]:
        """Return ``(end, entry)`` of all entries that start at token ``at``, longest first."""
        found: list[tuple[int, T]] = []
        node: Trie[T] | None = self
        while node is not None:
            if node.entry is not None:
                found.append((at, node.entry))
            node = node.children.get(tokens[at]) if at < len(tokens) else None
            at += 1
        return found[::-1]


def tokenize(text: str) -> list[str]:
    """Return the folded tokens of ``text``: runs of letters, runs of digits, single signs."""
    return _TOKEN.findall(fold(text))


def expand(forms: str) -> Iterator[tuple[str, str]]:
    """Yield ``(written, read)`` for every form of a ``forms`` cell."""
    if "{" not in forms:  # most have no choice to make
        for form in map(squeeze, forms.split("/")):
            yield form, form
        return
    for form in _split_outside_braces(forms):
        pieces = _CHOICE.split(form)
        choices = [p.split("|") if i % 2 else [p] for i, p in enumerate(pieces)]
        for combination in product(*choices):
            written = "".join(c.split("=")[0] for c in combination)
            read = "".join(c.split("=")[-1] for c in combination)
            yield squeeze(written), squeeze(read)


def _split_outside_braces(forms: str) -> list[str]:
    masked = _CHOICE.sub(lambda m: m.group().replace("/", "\0"), forms)
    return [part.replace("\0", "/") for part in masked.split("/")]


def _rows(name: str, columns: int) -> Iterator[list[str]]:
    text = files("hoinghi.resources").joinpath(name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != columns:
            raise ResourceError(f"{name}:{number}: expected {columns} columns, found {len(cells)}")
        yield cells


@cache
def _shipped() -> tuple[tuple[list[str], Body], ...]:
    """Return every form of ``bodies.tsv`` in tokens, with its body."""
    found: list[tuple[str, Body]] = []
    for forms, name, kind, grammar, level, case in _rows("bodies.tsv", 6):
        if grammar not in GRAMMARS | {"off"} or case not in CASES:
            raise ResourceError(f"bodies.tsv: {name}: unknown grammar or case {grammar} {case}")
        for written, read in expand(forms):
            body = Body(read if name == "=" else name, kind, grammar, level or None, case)
            found.append((written, body))
    # Folded as one text, for each fold takes its time.
    folded = fold("\n".join(written for written, _ in found)).split("\n")
    bodies = (body for _, body in found)
    return tuple((_TOKEN.findall(form), body) for form, body in zip(folded, bodies, strict=True))


def body_trie(own: Iterable[tuple[Sequence[str], Body]] = ()) -> Trie[Body]:
    """Return the trie of ``bodies.tsv``, in which the forms of ``own`` win over equal ones."""
    trie: Trie[Body] = Trie()
    for tokens, body in (*own, *_shipped()):
        trie.add(tokens, body)
    return trie


@cache
def abbreviations() -> dict[str, str]:
    """Return the readings of abbreviations that stand inside proper names, by upper-case form."""
    return dict(_rows("abbreviations.tsv", 2))


@cache
def departments() -> Trie[str]:
    """Return the trie of ``departments.tsv``: forms of a field of work to its canonical name."""
    trie: Trie[str] = Trie()
    for name, forms in _rows("departments.tsv", 2):
        for written, _ in expand(forms):
            trie.add(tokenize(written), name)
    return trie


@cache
def fields() -> Trie[str]:
    """Return the trie of ``fields.txt``: plain words that a body's name may go on with."""
    trie: Trie[str] = Trie()
    for (words,) in _rows("fields.txt", 1):
        trie.add(tokenize(words), words)
    return trie
