"""People with their positions and roles, and the documents that an article cites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable

from hoinghi.evaluate.ledger import Ledger
from hoinghi.gold import GoldDocument
from hoinghi.records import Reading
from hoinghi.tables import directive_norm


def score(document: GoldDocument, reading: Reading, ledger: Ledger) -> None:
    """Score names, titles, bodies, roles and directives."""
    document_id = document.document_id
    wanted_roles = {person.name: person.role for person in document.people}
    found_roles = {person.name: person.role for person in reading.people}
    found_names: Counter[Hashable] = Counter(person.name for person in reading.people)
    ledger.compare(document_id, "people.name", _once(wanted_roles), found_names)
    wanted = {(p.name, at.title, at.org) for p in document.people for at in p.positions}
    found = {(p.name, at.title, at.organization) for p in reading.people for at in p.positions}
    ledger.compare(
        document_id,
        "people.title",
        _once({triple[:2] for triple in wanted}),
        _once({triple[:2] for triple in found}),
    )
    ledger.compare(document_id, "people.title_organization", _once(wanted), _once(found))
    ledger.expect("people.role")
    for name in sorted(wanted_roles.keys() & found_roles.keys()):
        if wanted_roles[name] == found_roles[name]:
            ledger.share("people.role", right=True)
            continue
        ledger.share("people.role", right=False)
        said = f"{name}: {found_roles[name]!r}, should be {wanted_roles[name]!r}"
        ledger.slip(document_id, "people.role", "wrong", said)
    ledger.compare(
        document_id,
        "directives",
        # A bag, not a set: two laws without a number are two documents.
        Counter((d.kind, d.number, d.symbol) for d in document.directives),
        Counter(_cited(reading)),
    )


def _once(things: Iterable[Hashable]) -> Counter[Hashable]:
    return Counter(set(things))


def _cited(reading: Reading) -> list[tuple[str, str | None, str | None]]:
    """Return a citation for every row that the ``directives`` table has."""
    cited = [mention.directive for mention in reading.directives]
    rows = {(d.directive_id, directive_norm(d)): (d.kind, d.number, d.symbol) for d in cited}
    return list(rows.values())
