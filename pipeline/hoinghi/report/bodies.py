"""Which bodies held the meetings or took part in them."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from hoinghi.errors import UsageError
from hoinghi.report.tables import Row
from hoinghi.text import fold, squeeze, strip_accents


@dataclass(slots=True)
class Body:
    """One body: its canonical name and unit, the forms in which articles write it."""

    key: str
    name: str
    kind: str | None
    level: str | None
    place: str | None
    forms: tuple[str, ...] = ()
    hosted: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()

    @property
    def meetings(self) -> frozenset[str]:
        """The keys of the meetings that it held or took part in."""
        return self.hosted | self.joined

    def add(self, forms: Iterable[str], hosted: Iterable[str], joined: Iterable[str]) -> None:
        """Add what another article tells of it."""
        self.forms = tuple(dict.fromkeys((*self.forms, *forms)))
        self.hosted = self.hosted.union(hosted)
        self.joined = self.joined.union(joined)


def bodies_of(rows: Iterable[Row], meetings: Iterable[Row]) -> list[Body]:
    """Return every body that held a meeting or took part in one.

    Args:
        rows: Rows of the table ``organizations``.
        meetings: Joined meetings; a host of theirs that no row tells of becomes a body, too.
    """
    found: dict[str, Body] = {}
    for row in rows:
        if not row["host_of"] and not row["took_part_in"]:
            continue
        key = row["organization_id"]
        body = found.get(key)
        if body is None:
            values = (row[name] for name in ("name", "kind", "level", "place"))
            body = found[key] = Body(key, *values)
        body.add(row["text"] or (), row["host_of"] or (), row["took_part_in"] or ())
    bodies = _placed(found.values())
    _add_hosts(bodies, meetings)
    for body in bodies:
        body.joined -= body.hosted
    return bodies


def _placed(bodies: Iterable[Body]) -> list[Body]:
    """Join a body whose unit is not known to the only one of its name whose unit is."""
    named: defaultdict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        named[body.name].append(body)
    kept: list[Body] = []
    for same in named.values():
        placed = [body for body in same if body.place]
        bare = [body for body in same if not body.place]
        kept += placed
        if len(placed) != 1:
            kept += bare
            continue
        for body in bare:
            placed[0].add(body.forms, body.hosted, body.joined)
    return kept


def _add_hosts(bodies: list[Body], meetings: Iterable[Row]) -> None:
    holding = {(body.name, meeting) for body in bodies for meeting in body.hosted}
    added: dict[str, Body] = {}
    for meeting in meetings:
        for name in meeting["hosts"] or ():
            if (name, meeting["meeting_id"]) not in holding:
                body = added.setdefault(name, Body(name, name, None, None, None))
                body.add((), [meeting["meeting_id"]], ())
    bodies += added.values()


def meetings_of(bodies: Sequence[Body], wanted: Collection[str]) -> set[str]:
    """Return the meetings that bodies called ``wanted`` held or took part in.

    Args:
        bodies: All bodies.
        wanted: Names or parts of names, canonical or as articles write them; without accents
            where they are given without.

    Raises:
        UsageError: No body is called so.
    """
    found: set[str] = set()
    for text in wanted:
        said = fold(squeeze(text))
        plain = strip_accents(said) == said
        fitting = [body for body in bodies if _called(body, said, plain=plain)]
        if not fitting:
            raise UsageError(f"--body {text}: {_advice(said, bodies)}")
        found |= {meeting for body in fitting for meeting in body.meetings}
    return found


def _called(body: Body, said: str, *, plain: bool) -> bool:
    forms = (fold(form) for form in (body.name, *body.forms))
    return any(said in (strip_accents(form) if plain else form) for form in forms)


def _advice(said: str, bodies: Sequence[Body]) -> str:
    names = {strip_accents(fold(body.name)): body.name for body in bodies}
    near = difflib.get_close_matches(strip_accents(said), names, n=4, cutoff=0.5)
    if not near:
        return "no body of these tables is called so; give a part of its name, as in to-chuc.csv"
    meant = "; ".join(names[name] for name in near)
    return f"no body of these tables is called so; did you mean {meant}?"
