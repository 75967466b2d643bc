"""Titles of office and family names: the two word lists that the officials stage reads.

``titles.tsv`` holds one post a line: canonical title, other written forms separated by ``|``,
kind and rank. Kinds say what a title needs before it counts: ``post`` stands alone, ``village``
takes the village's name with it, ``event`` is a role in an event without a body, ``short``
stands for a title that is never read whole (its body is marked apart), ``weak``, ``person``,
``honour``, ``faith`` and ``delegate`` count only beside a named person (``person`` also directly
before one), ``initial`` is an abbreviation that counts only behind one, ``off`` is a longer word
that begins like a title. Rank runs from 1 (head of state) to 99. ``surnames.txt`` holds family
names, the common ones first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hoinghi.errors import ResourceError
from hoinghi.text import fold, nfc

_MODIFIERS = {"nguyên", "cựu", "quyền"}
_HEADS = {"chánh": 20, "trưởng": 22, "phó": 24}


@dataclass(frozen=True, slots=True)
class TitleForm:
    """One written form of a title: folded syllables, the numbers of those that are shortened."""

    syllables: tuple[str, ...]
    canonical: str
    kind: str
    rank: int
    shortened: tuple[int, ...]

    @property
    def abbreviated(self) -> bool:
        """Whether some syllable is an abbreviation, which must stand in capitals."""
        return bool(self.shortened)


def _lines(name: str) -> list[str]:
    try:
        text = files("hoinghi.resources").joinpath(name).read_text(encoding="utf-8")
    except OSError as error:
        raise ResourceError(f"{name}: cannot be read; install hoinghi again") from error
    return nfc(text).splitlines()


def _listed(line: str) -> list[TitleForm]:
    try:
        canonical, variants, kind, rank = line.split("\t")
        level = int(rank)
    except ValueError as error:
        raise ResourceError(f"titles.tsv: bad line {line!r}; needs 4 columns") from error
    written = [*filter(None, variants.split("|"))]
    if kind not in {"short", "initial"}:
        written.insert(0, canonical)
    if canonical.startswith("Phó "):
        written.append(f"P {canonical.removeprefix('Phó ')}")
    return title_forms(canonical, written, kind, level)


def title_forms(canonical: str, written: Iterable[str], kind: str, rank: int) -> list[TitleForm]:
    """Return the written forms of one title; parts of them in capitals are abbreviations."""
    return [
        TitleForm(
            tuple(fold(form).split()),
            canonical,
            kind,
            rank,
            tuple(i for i, part in enumerate(form.split()) if form != canonical and part.isupper()),
        )
        for form in written
    ]


@cache
def shipped_titles() -> tuple[TitleForm, ...]:
    """Return every form of ``titles.tsv``, in its order."""
    lines = (line for line in _lines("titles.tsv") if line and not line.startswith("#"))
    return tuple(form for line in lines for form in _listed(line))


def title_table(
    own: Iterable[TitleForm] = (),
) -> Mapping[tuple[str, str], tuple[TitleForm, ...]]:
    """Return every form of every title by its first two folded syllables, longest forms first.

    A form of one syllable has an empty second one in its key. Forms of ``own`` win over equal
    ones of the catalogue.
    """
    found: dict[tuple[str, str], dict[tuple[str, ...], TitleForm]] = {}
    for form in (*own, *shipped_titles()):
        first, second, *_ = (*form.syllables, "")
        found.setdefault((first, second), {}).setdefault(form.syllables, form)
    return {
        key: tuple(sorted(forms.values(), key=lambda form: -len(form.syllables)))
        for key, forms in found.items()
    }


def title_rank(title: str, table: Mapping[tuple[str, str], tuple[TitleForm, ...]]) -> int:
    """Return the rank of a canonical title, 1 for the highest office.

    The longest form of ``table`` that the title begins with counts (``Phó Bí thư Thường trực``
    ranks as ``Phó Bí thư``), without ``nguyên``, ``cựu`` and ``quyền``. A head's title that
    shares a word with its body (``Trưởng ban``) ranks as a head of an office, an unknown one low.
    """
    words = fold(title).split()
    while words and words[0] in _MODIFIERS:
        words = words[1:]
    first, second, *_ = (*words, "", "")
    for form in (*table.get((first, second), ()), *table.get((first, ""), ())):
        if tuple(words[: len(form.syllables)]) == form.syllables:
            return form.rank
    return _HEADS.get(first, 50) + (second in _HEADS and first == "phó")


@cache
def surnames() -> frozenset[str]:
    """Return the folded first words of names among all peoples of Viet Nam."""
    lines = (line for line in _lines("surnames.txt") if not line.startswith("#"))
    return frozenset(fold(word) for line in lines for word in line.split())


@cache
def common_surnames() -> frozenset[str]:
    """Return the folded family names that hardly ever begin anything but a name."""
    lines = _lines("surnames.txt")
    return frozenset(fold(word) for word in lines[lines.index("# common") + 1].split())


@cache
def name_groups() -> tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]:
    """Return family names, middle words and given names by people; ``-`` for no middle word."""
    families = _sections("surnames.txt")
    given = _sections("given_names.txt")
    return tuple((families[group][0], *rows[:2]) for group, rows in given.items())  # type: ignore[misc]


def _sections(name: str) -> dict[str, list[tuple[str, ...]]]:
    """Return the rows of words under every heading of a list of names."""
    found: dict[str, list[tuple[str, ...]]] = {}
    heading = ""
    for line in _lines(name):
        if line.startswith("#"):
            heading = line.removeprefix("#").strip()
        else:
            found.setdefault(heading, []).append(tuple(line.split()))
    return found
