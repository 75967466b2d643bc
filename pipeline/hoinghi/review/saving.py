"""Reviewed articles into a folder of gold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from hoinghi.corrections import Decision, Store, applied
from hoinghi.corrections.overlay import overlay
from hoinghi.gold.files import entries
from hoinghi.gold.rules import rule_problems
from hoinghi.gold.shape import shape_problems
from hoinghi.markup import harmless
from hoinghi.review.folder import Folder
from hoinghi.review.gold import Gold, gold_of, unsaid
from hoinghi.review.items import items
from hoinghi.review.xml_files import to_xml
from hoinghi.sinks import replacing


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of the articles that have rows to be checked.

    Attributes:
        written: How many were written.
        unfinished: How many have rows that nobody decided on.
        left_out: Documents that gold cannot tell, each with what is in the way.
    """

    written: int
    unfinished: int
    left_out: tuple[tuple[str, str], ...]


def save_gold(out: Path, folder: Path) -> Saved:
    """Write the articles whose rows to be checked are all decided on, one file each.

    Files are named by ``document_id``; those of an earlier call are written anew. An article is
    left out where gold cannot say what was decided: a corrected name that does not stand in the
    text, or spans that the guidelines do not allow.

    Raises:
        OutputError: ``folder`` cannot be written.
        UsageError: ``out`` holds no tables.
    """
    tables = Folder(out)
    decisions = Store(out).read().decisions
    decided = applied(out).decided.keys()
    whole: dict[str, bool] = {}
    for item in items(tables):
        whole[item.document] = whole.get(item.document, True) and item.place in decided
    written, left_out = 0, []
    for document in (key for key, is_whole in whole.items() if is_whole):
        own = [d for d in decisions if d.target.document_id == document]
        source, problem = _save(tables, document, own, folder)
        if problem:
            left_out.append((f"{document} ({harmless(source)})", problem))
        else:
            written += 1
    return Saved(written, list(whole.values()).count(False), tuple(left_out))


def _save(
    tables: Folder, document: str, decisions: Sequence[Decision], folder: Path
) -> tuple[str, str]:
    """Write one document; return its source, and the first problem if it was left out."""
    rows = tables.rows_of(document)
    if rows is None:
        return "", "its rows are no longer in the tables"
    overlaid = overlay(rows, decisions)
    gold = gold_of(rows, overlaid)
    source = str(gold["source"] or "")
    problems = [*unsaid(gold, overlaid), *shape_problems(gold)] or list(rule_problems(gold))
    if problems:
        return source, problems[0]
    text = to_xml(gold)
    if not _says(text, gold):
        return source, "its text has characters that XML cannot hold"
    with replacing(folder / f"{document}.xml", durable=True) as part:
        part.write_text(text, encoding="utf-8", newline="\n")
    return source, ""


def _says(text: str, gold: Gold) -> bool:
    """Tell whether ``text``, read as gold, is ``gold``."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "one.xml")
        path.write_text(text, encoding="utf-8", newline="\n")
        (entry,) = entries(path)
    found = entry.document
    return found is not None and _compared(found) == _compared(gold)


def _compared(gold: Gold) -> Gold:
    spans = sorted(gold["spans"], key=lambda s: (s["start"], s["end"], s["label"]))
    return {**gold, "spans": spans, "source": "", "title": ""}
