"""Spans: strict, by overlap, and the norm of the strict hits."""

from __future__ import annotations

from hoinghi.evaluate.ledger import Ledger, Tally
from hoinghi.gold import GoldDocument
from hoinghi.gold.vocabulary import LABELS
from hoinghi.records import Reading
from hoinghi.tables import mentions

ALL = "spans"
_AROUND = 35  # characters of context beside a slip

Edges = tuple[int, int]
Norms = dict[Edges, str | None]


def score(document: GoldDocument, reading: Reading, ledger: Ledger) -> None:
    """Score the spans of every label."""
    found = mentions(reading)
    for label in LABELS:
        _score_label(
            document,
            label,
            {(m.start, m.end): m.norm for m in found if m.label == label},
            ledger,
        )


def _score_label(document: GoldDocument, label: str, found: Norms, ledger: Ledger) -> None:
    wanted: Norms = {(m.start, m.end): m.norm for m in document.spans if m.label == label}
    hits = wanted.keys() & found.keys()
    overlapping = _pairs(sorted(wanted), sorted(found))
    for name in (label, ALL):
        ledger.expect(f"{name}.norm")
        ledger.tally(name, Tally(len(hits), len(found), len(wanted)))
        ledger.overlap(name, Tally(overlapping, len(found), len(wanted)))
    text, document_id = document.article.text, document.document_id
    for edges in sorted(wanted.keys() - hits):
        ledger.slip(document_id, label, "missed", _in_context(text, edges))
    for edges in sorted(found.keys() - hits):
        ledger.slip(document_id, label, "invented", _in_context(text, edges))
    for edges in sorted(hits):
        right = wanted[edges] == found[edges]
        for name in (label, ALL):
            ledger.share(f"{name}.norm", right=right)
        if not right:
            said = f"{found[edges]!r}, should be {wanted[edges]!r}"
            ledger.slip(
                document_id, f"{label}.norm", "wrong", f"{_in_context(text, edges)}: {said}"
            )


def _pairs(wanted: list[Edges], found: list[Edges]) -> int:
    """Return how many spans can be paired by overlap, the largest overlaps first."""
    shared = [
        (min(a[1], b[1]) - max(a[0], b[0]), i, j)
        for i, a in enumerate(wanted)
        for j, b in enumerate(found)
        if a[0] < b[1] and b[0] < a[1]
    ]
    used_wanted: set[int] = set()
    used_found: set[int] = set()
    for _, i, j in sorted(shared, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if i not in used_wanted and j not in used_found:
            used_wanted.add(i)
            used_found.add(j)
    return len(used_wanted)


def _in_context(text: str, edges: Edges) -> str:
    start, end = edges
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return f"{before}⟦{text[start:end]}⟧{after}".replace("\n", "⏎")
