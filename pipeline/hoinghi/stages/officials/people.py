"""One record a person: name, honorific, posts, role and mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from hoinghi.records import Mention, Person, Position, Reading
from hoinghi.resources.lexicon import Lexicon
from hoinghi.resources.lexicon import lexicon as shipped
from hoinghi.resources.officials import title_rank
from hoinghi.stages.officials import patterns
from hoinghi.stages.officials.beside import bodies_beside, bodies_spelled, without_guesses
from hoinghi.stages.officials.bodies import understand_bodies
from hoinghi.stages.officials.honorifics import Honorific, find_honorifics
from hoinghi.stages.officials.offices import find_offices, with_offices
from hoinghi.stages.officials.positions import Holding, Linker
from hoinghi.stages.officials.quiet import pointless, quieten
from hoinghi.stages.officials.role_patterns import ROLES
from hoinghi.stages.officials.roles import find_roles
from hoinghi.stages.officials.units import Unit, read_units
from hoinghi.text import fold

_WINDOW = 64
_MOST_POSTS = 500  # of one person; keeps texts that are no articles linear
_MEMBERS = ("ủy viên", "Ủy viên", "Đại biểu", "đại biểu", "Thành viên", "Đảng viên")
_LEVELS = ("trung ương", "tỉnh", "huyện", "xã", "thôn")


def find_people(reading: Reading, *, lexicon: Lexicon | None = None) -> list[Person]:
    """Return each named person of the article once, in the order of their first mention.

    Args:
        reading: The article with ``body``, ``names`` and ``organizations`` filled.
        lexicon: The titles that are known; ``None`` means the shipped ones.

    Returns:
        Persons whose spans begin with the fullest mention and whose positions begin with the
        main one. ``meeting`` stays ``None``.
    """
    return read_people(reading, lexicon=lexicon)[0]


def read_people(
    reading: Reading, *, lexicon: Lexicon | None = None
) -> tuple[list[Person], frozenset[int] | None]:
    """Return the people of ``find_people``, and where the posts begin whose holder is named.

    The latter is for ``find_participants``, so that posts are not joined to names twice; it is
    ``None`` where posts were read with other bodies than those that the article spells.
    """
    names = [mention for mention in reading.names if mention.label == "PER"]
    titles = [mention for mention in reading.names if mention.label == "TITLE"]
    folded = fold(reading.body)
    found = read_units(folded, titles, reading.organizations)
    written = bodies_spelled(reading, folded, found, names)
    plain = pointless(folded)
    units = understand_bodies(plain, written, reading.organizations)
    units = without_guesses(reading.body, units, written, names)
    holdings = Linker(folded, names, units).link()
    holdings = bodies_beside(folded, names, holdings, reading.organizations)
    forms = _honorifics(folded, reading.body, names)
    roles = _roles(reading, plain, names, holdings, units)
    posts: dict[int, list[Position]] = {}
    for holding in holdings:
        posts.setdefault(holding.name, []).append(holding.unit.position)
    groups: dict[str, list[int]] = {}
    for number, mention in enumerate(names):
        groups.setdefault(fold(mention.norm or mention.text), []).append(number)
    order = _by_weight(reading, lexicon or shipped())
    people = [_person(names, numbers, posts, forms, roles, order) for numbers in groups.values()]
    # Bodies that were only understood move no post and join none.
    held = frozenset(one.unit.start for one in holdings) if written == found else None
    return people, held


def _roles(
    reading: Reading,
    folded: str,
    names: Sequence[Mention],
    holdings: Sequence[Holding],
    units: Sequence[Unit],
) -> list[str]:
    """Return the role of every name; what the holder of a post does is done by the one named."""
    offices = find_offices(folded, names, holdings, units)
    everyone, held = with_offices(names, offices, holdings)
    roles = find_roles(quieten(folded, units, reading.organizations), everyone, held)
    found: dict[str | None, str] = {}
    for mention, role in zip(everyone, roles, strict=True):
        key = mention.norm or mention.text
        found[key] = min(found.get(key, role), role, key=ROLES.index)
    return [found[name.norm or name.text] for name in names]


def _by_weight(reading: Reading, known: Lexicon) -> Callable[[Position], tuple[int, ...]]:
    """Return the sort key of positions that puts a person's main one first.

    Posts held come before former ones, posts before memberships (``Huyện ủy viên``), then the
    body's level counts, then the rank of the title; equals stay in the order of the text.
    """
    levels = {body.name: body.level for body in reading.organizations}

    def weight(position: Position) -> tuple[int, ...]:
        member = any(word in position.title for word in _MEMBERS)
        level = levels.get(position.organization or "")
        depth = _LEVELS.index(level) if level in _LEVELS else len(_LEVELS)
        return (position.former, member, depth, title_rank(position.title, known.titles))

    return weight


def _person(
    names: Sequence[Mention],
    numbers: Sequence[int],
    posts: Mapping[int, Sequence[Position]],
    forms: Sequence[str | None],
    roles: Sequence[str],
    order: Callable[[Position], tuple[int, ...]],
) -> Person:
    held = [position for n in numbers for position in posts.get(n, ())]
    spans = sorted(
        ((names[n].start, names[n].end) for n in numbers), key=lambda s: (s[0] - s[1], s[0])
    )
    positions = _distinct(held)
    if len(positions) > 1:
        positions.sort(key=order)
    return Person(
        name=names[numbers[0]].norm or names[numbers[0]].text,
        honorific=next((forms[n] for n in numbers if forms[n]), None),
        positions=tuple(positions),
        role=min((roles[n] for n in numbers), key=ROLES.index),
        spans=tuple(spans),
        confidence=max(names[n].confidence for n in numbers),
    )


def _distinct(held: Sequence[Position]) -> list[Position]:
    """Drop posts said again; one said once with and once without its body is one post."""
    kept: list[Position] = []
    known: dict[str, list[tuple[int, str]]] = {}  # by title: where it is kept, of which body
    for position in held[:_MOST_POSTS]:
        body = fold(position.organization or "")
        same = known.setdefault(fold(position.title), [])
        at = next((i for i, (_, other) in enumerate(same) if _one_body(body, other)), None)
        if at is None:
            same.append((len(kept), body))
            kept.append(position)
        elif len(body) > len(same[at][1]):
            number = same[at][0]
            kept[number] = replace(position, former=kept[number].former or position.former)
            same[at] = number, body
    return kept


def _one_body(left: str, right: str) -> bool:
    """Tell whether two folded names may be of one body: one is unsaid, or the head of the other."""
    return left.startswith(right) or right.startswith(left)


def _honorifics(folded: str, body: str, names: Sequence[Mention]) -> list[str | None]:
    """Return the form of address of every mention; a list in the plural gives it to all."""
    lists = [(m.end(), _shared_form(m[0]) or "") for m in patterns.PLURAL.finditer(folded)]
    found: list[str | None] = []
    for mention in names:
        own = _own(folded, body, mention.start)
        found.append(own.form if own else _from_list(folded, lists, mention.start))
    return found


def _own(folded: str, body: str, start: int) -> Honorific | None:
    """Return the honorific chain directly before ``start``; only a window before it is read."""
    since = max(0, start - _WINDOW)
    word = folded[since:start].rstrip(": \n").rstrip(".").rpartition(" ")[2]
    if word.isalpha() and word not in patterns.HONORIFIC_TAILS:
        return None
    found = find_honorifics(folded[since : start + 1], body[since : start + 1])
    return next((h for h in found if h.name_at == start - since), None)


def _shared_form(plural: str) -> str | None:
    forms = [word for word in ("đồng chí", "ông", "bà", "anh", "chị", "thầy", "cô", "cụ", "em")
             if f" {word}" in plural or f",{word}" in plural]  # fmt: skip
    if "đ/c" in plural or " đc" in plural:
        forms.append("đồng chí")
    return forms[0] if len(forms) == 1 else None


def _from_list(folded: str, lists: Sequence[tuple[int, str]], start: int) -> str | None:
    last = bisect_left(lists, (start, "")) - 1
    if last < 0 or start - lists[last][0] > 1500:
        return None
    at, form = lists[last]
    return None if patterns.LIST_STOP.search(folded, at, start) else form or None
