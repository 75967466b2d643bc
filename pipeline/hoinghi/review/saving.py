"""Reviewed articles into a folder of gold."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from hoinghi.corrections import Decision, Store, applied
from hoinghi.corrections.overlay import overlay
from hoinghi.errors import OutputError
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
        left_out: Documents that gold cannot tell, each with what is in the way, and those of an
            earlier call that are no longer all decided on.
    """

    written: int
    unfinished: int
    left_out: tuple[tuple[str, str], ...]


def save_gold(out: Path, folder: Path) -> Saved:
    """Write the articles whose rows to be checked are all decided on, one file each.

    Files are named by ``document_id``; those of an earlier call are written anew, or taken out
    where their article is not written this time, for they say what no longer holds. An article is
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
    written: set[str] = set()
    left_out: dict[str, tuple[str, str]] = {}
    for document in (key for key, is_whole in whole.items() if is_whole):
        own = [d for d in decisions if d.target.document_id == document]
        source, problem = _save(tables, document, own, folder)
        if problem:
            left_out[document] = f"{document} ({harmless(source)})", problem
        else:
            written.add(document)
    for document in _taken_out(tables, folder, written):
        name, problem = left_out.get(document, (document, "not all its rows are decided on now"))
        left_out[document] = name, f"{problem}; its file of an earlier call was taken out"
    unfinished = list(whole.values()).count(False)
    return Saved(len(written), unfinished, tuple(left_out.values()))


def _taken_out(tables: Folder, folder: Path, written: Collection[str]) -> list[str]:
    """Take files of earlier calls out of ``folder`` whose article was not written now."""
    # Files of other folders of tables, and of people, are none of ours.
    stale = [key for key in tables.documents if key not in written and _path(folder, key).is_file()]
    for key in stale:
        try:
            _path(folder, key).unlink()
        except OSError as error:
            raise OutputError(
                f"{_path(folder, key)}: cannot be taken out ({error.strerror or error}), and says "
                "what no longer holds; take it out yourself"
            ) from error
    return stale


def _path(folder: Path, document: str) -> Path:
    return folder / f"{document}.xml"


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
    with replacing(_path(folder, document), durable=True) as part:
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
