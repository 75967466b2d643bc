"""One record a person: name, honorific, posts, role and mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hoinghi.records import Mention, Person, Position, Reading
from hoinghi.stages.officials import patterns
from hoinghi.stages.officials.bodies import understand_bodies
from hoinghi.stages.officials.honorifics import find_honorifics
from hoinghi.stages.officials.positions import Holding, Linker, read_units
from hoinghi.stages.officials.role_patterns import ROLES
from hoinghi.stages.officials.roles import find_roles
from hoinghi.text import fold


def find_people(reading: Reading) -> list[Person]:
    """Return each named person of the article once, in the order of their first mention.

    Args:
        reading: The article with ``body``, ``names`` and ``organizations`` filled.

    Returns:
        Persons whose spans begin with the fullest mention. ``meeting`` stays ``None``.
    """
    names = [mention for mention in reading.names if mention.label == "PER"]
    titles = [mention for mention in reading.names if mention.label == "TITLE"]
    folded = fold(reading.body)
    units = read_units(folded, titles, reading.organizations)
    units = understand_bodies(folded, units, reading.organizations)
    holdings = Linker(folded, names, units).link()
    forms = _honorifics(folded, reading.body, names)
    roles = find_roles(folded, names, holdings)
    groups: dict[str, list[int]] = {}
    for number, mention in enumerate(names):
        groups.setdefault(fold(mention.norm or mention.text), []).append(number)
    return [_person(names, numbers, holdings, forms, roles) for numbers in groups.values()]


def _person(
    names: Sequence[Mention],
    numbers: Sequence[int],
    holdings: Sequence[Holding],
    forms: Sequence[str | None],
    roles: Sequence[str],
) -> Person:
    held = [h.unit.position for h in holdings if h.name in numbers]
    spans = sorted(
        ((names[n].start, names[n].end) for n in numbers), key=lambda s: (s[0] - s[1], s[0])
    )
    return Person(
        name=names[numbers[0]].norm or names[numbers[0]].text,
        honorific=next((forms[n] for n in numbers if forms[n]), None),
        positions=tuple(_distinct(held)),
        role=min((roles[n] for n in numbers), key=ROLES.index),
        spans=tuple(spans),
        confidence=max(names[n].confidence for n in numbers),
    )


def _distinct(held: Sequence[Position]) -> list[Position]:
    """Drop posts said again; one said once with and once without its body is one post."""
    kept: list[Position] = []
    for position in held:
        same = [i for i, old in enumerate(kept) if fold(old.title) == fold(position.title)]
        match = next((i for i in same if _one_body(kept[i], position)), None)
        if match is None:
            kept.append(position)
        elif len(position.organization or "") > len(kept[match].organization or ""):
            kept[match] = replace(position, former=kept[match].former or position.former)
    return kept


def _one_body(left: Position, right: Position) -> bool:
    if left.organization is None or right.organization is None:
        return True
    shorter, longer = sorted((fold(left.organization), fold(right.organization)), key=len)
    return longer.startswith(shorter)


def _honorifics(folded: str, body: str, names: Sequence[Mention]) -> list[str | None]:
    """Return the form of address of every mention; a list in the plural gives it to all."""
    own = {h.name_at: h.form for h in find_honorifics(folded, body)}
    lists = [(m.end(), _shared_form(m[0])) for m in patterns.PLURAL.finditer(folded)]
    found: list[str | None] = []
    for mention in names:
        form = own.get(mention.start)
        if form is None and mention.start not in own:
            form = _from_list(folded, lists, mention.start)
        found.append(form)
    return found


def _shared_form(plural: str) -> str | None:
    forms = [word for word in ("đồng chí", "ông", "bà", "anh", "chị", "thầy", "cô", "cụ", "em")
             if f" {word}" in plural or f",{word}" in plural]  # fmt: skip
    if "đ/c" in plural or " đc" in plural:
        forms.append("đồng chí")
    return forms[0] if len(forms) == 1 else None


def _from_list(folded: str, lists: Sequence[tuple[int, str | None]], start: int) -> str | None:
    before = [(at, form) for at, form in lists if at < start]
    if not before or start - before[-1][0] > 1500:
        return None
    at, form = before[-1]
    return None if patterns.LIST_STOP.search(folded, at, start) else form
