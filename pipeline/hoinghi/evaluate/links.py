"""Scores identity across articles: how many pairs are rightly one, and how many wrongly.

* ``people.precision``, ``.recall``, ``.f1``: pairs of mentions of two articles that are joined,
  against those that are one in truth. A pair counts as missed, too, where reading did not find
  one of the two; ``people.found`` is the share that was found.
* ``people.bcubed.precision`` and so on: of every mention, the share of those joined with it that
  belong to it, and the share of those belonging to it that were joined; the means of both.
* ``meetings.*``: the same for events.

All cases are linked in one go, as a run does; the figures of a half are those of its mentions.
What is read beside the truth (a person more) counts for nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from hoinghi.evaluate.ledger import Scores, Slip, Tally
from hoinghi.evaluate.link_cases import LinkCase
from hoinghi.linking import link, relink
from hoinghi.linking.names import name_key
from hoinghi.records import Article, Reading
from hoinghi.tables import SCHEMAS, Row, arrow, rows


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention of the truth: where it stands, who it is, and the id it was given, if read."""

    document_id: str
    half: str
    shown: str
    truth: str
    given: str | None


def mark_links(
    cases: Sequence[LinkCase], predict: Callable[[Article], Reading]
) -> dict[str, list[Mark]]:
    """Read and link all cases; return the mentions of ``people`` and of ``meetings``."""
    tables: dict[str, list[Row]] = {name: [] for name in SCHEMAS}
    for case in cases:
        for name, new in rows(case.reading or predict(case.article), case.document_id).items():
            tables[name].extend(new)
    made = arrow(tables)
    linked = relink(made, link(made))
    people, meetings = (linked[name].to_pylist() for name in ("people", "meetings"))
    marks: dict[str, list[Mark]] = {"people": [], "meetings": []}
    for case in cases:
        own = [row for row in people if row["document_id"] == case.document_id]
        for name, truth in case.people:
            found = next((r for r in own if name_key(r["name"]) == name_key(name)), None)
            if found:
                own.remove(found)
            given = found["person_id"] if found else None
            marks["people"].append(Mark(case.document_id, case.half, name, truth, given))
        events = [row for row in meetings if row["document_id"] == case.document_id]
        for at, truth in enumerate(case.meetings):
            row = events[at] if at < len(events) else None
            shown = row["name"] if row else case.article.title or ""
            given = row["meeting_id"] if row else None
            marks["meetings"].append(Mark(case.document_id, case.half, shown, truth, given))
    return marks


def score_links(marks: dict[str, list[Mark]], half: str | None = None) -> Scores:
    """Return the scores of all marks, or of those of one ``half``."""
    figures: dict[str, float | None] = {}
    counts: dict[str, int] = {}
    slips: list[Slip] = []
    for name, found in marks.items():
        own = [mark for mark in found if half in (None, mark.half)]
        counts |= {f"{name}.mentions": len(own), f"{name}.identities": len({m.truth for m in own})}
        figures[f"{name}.found"] = _share([m.given is not None for m in own])
        tally, wrong = _pairs(name, own)
        figures |= tally.figures(name) | _bcubed(name, own)
        counts |= {f"{name}.pairs": tally.wanted, f"{name}.joined": tally.found}
        slips += wrong
    return Scores(figures, counts, tuple(slips))


def _pairs(name: str, marks: Sequence[Mark]) -> tuple[Tally, list[Slip]]:
    tally, slips = Tally(), []
    for at, b in enumerate(marks):
        for a in marks[:at]:
            same, joined = a.truth == b.truth, a.given is not None and a.given == b.given
            tally += Tally(same and joined, joined, same)
            if same != joined:
                where = f"{a.document_id}, {b.document_id}"
                text = a.shown if a.shown == b.shown else f"{a.shown} / {b.shown}"
                slips.append(Slip(where, name, "missed" if same else "invented", text))
    return tally, slips


def _bcubed(name: str, marks: Sequence[Mark]) -> dict[str, float | None]:
    keyed = [(m.truth, m.given or f"unread {at}") for at, m in enumerate(marks)]
    both, truths, given = Counter(keyed), Counter(t for t, _ in keyed), Counter(g for _, g in keyed)
    precision = _share([both[key] / given[key[1]] for key in keyed])
    recall = _share([both[key] / truths[key[0]] for key in keyed])
    f1 = 2 * precision * recall / (precision + recall) if precision and recall else None
    return {
        f"{name}.bcubed.precision": precision,
        f"{name}.bcubed.recall": recall,
        f"{name}.bcubed.f1": f1,
    }


def _share(values: Iterable[float]) -> float | None:
    listed = list(values)
    return sum(listed) / len(listed) if listed else None
