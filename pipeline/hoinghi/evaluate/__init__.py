"""Scores a reader of articles against gold: what each figure means, and how nulls count.

All figures are micro-averages: hits are summed over the documents, then divided. A figure that
has nothing to divide by is ``None``. Every figure lies in 0-1 and is the better the higher.

Spans, per label and for all labels together (``spans``):

* ``DATE.precision``, ``.recall``, ``.f1``: strict; start, end and label are those of gold.
* ``DATE.overlap_f1``: a found span counts when it shares a character with a gold span of its
  label. Each span is paired at most once, the largest overlap first.
* ``DATE.norm``: of the strict hits, the share whose norm equals gold's to the letter (for dates
  the TIMEX3 value). A missing norm is wrong.

People, each once per article:

* ``people.name``: the names; one that is reported twice is invented once.
* ``people.title``: the pairs of name and canonical title.
* ``people.title_organization``: name, title and norm of the body. "No body" is an answer: a body
  where gold has none is one invented and one missed, and so is the reverse.
* ``people.role``: the share of right roles among the people whose name was found.

``directives``: kind, number and symbol of each distinct document; an unknown part must be
unknown on both sides.

The main meeting, as shares of the articles whose gold has one; no meeting read is wrong in all:

* ``main.when``: the TIMEX3 value; ``main.day``: the same without clock time and part of day,
  a range by its first and last day. Null must meet null.
* ``main.venue``: as written, null must meet null; ``main.venue_named`` leaves out the articles
  where gold has no venue, so that silence earns nothing.
* ``main.place``: the most specific place by its canonical name; ``main.type``.
* ``main.name``: token F1 of at least 0.8, case and tone style aside.
* ``main.day_place_name``: day, place and name all right in one article.
* ``main.hosts``: precision, recall and F1 of the organisation norms; no host on either side
  counts for nothing.

Meetings, main or not:

* ``meetings.recall``: gold meetings found; ``meetings.precision``: those reported that are in
  gold. Two are the same event when their names share half of their tokens (F1 0.5), or when
  type and day are the same; each is paired at most once.
* ``meetings.silence``: of the articles without a meeting, the share where none was reported.
* Counts beside the figures: ``documents``, ``meetings.invented`` and
  ``meetings.invented_without_meeting`` (those in articles that have none).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from hoinghi.evaluate import meetings, people, spans
from hoinghi.evaluate.floors import floors_under, read_floors, undercut
from hoinghi.evaluate.ledger import Ledger, Scores, Slip
from hoinghi.evaluate.meetings import is_right, pairs
from hoinghi.gold import GoldDocument
from hoinghi.records import Article, Reading

__all__ = [
    "Scores",
    "Slip",
    "evaluate",
    "floors_under",
    "is_right",
    "pairs",
    "read_floors",
    "undercut",
]


def evaluate(documents: Iterable[GoldDocument], predict: Callable[[Article], Reading]) -> Scores:
    """Return the scores of ``predict`` on ``documents``.

    Args:
        documents: what is right; the figures are of all of them together.
        predict: reads one article; what it raises is not caught.
    """
    ledger = Ledger()
    for document in documents:
        reading = predict(document.article)
        ledger.count("documents")
        spans.score(document, reading, ledger)
        people.score(document, reading, ledger)
        meetings.score(document, reading, ledger)
    return ledger.scores()
