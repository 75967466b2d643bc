"""Reads gold into frozen documents, and says what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from hoinghi.errors import GoldError
from hoinghi.gold.documents import (
    GoldDirective,
    GoldDocument,
    GoldMeeting,
    GoldPerson,
    GoldPosition,
)
from hoinghi.gold.files import entries, gold_files
from hoinghi.gold.rules import rule_problems
from hoinghi.gold.shape import shape_problems
from hoinghi.records import Article, Mention


def read_gold(paths: Iterable[Path | str]) -> Iterator[GoldDocument]:
    """Yield the documents of gold files, in the order of ``paths`` and of each file.

    Args:
        paths: inline XML (``.xml``), JSON Lines (``.jsonl``), or folders of them.

    Raises:
        GoldError: a file is missing, or a document cannot be read; ``check`` says more.
    """
    for path in gold_files(paths):
        for entry in entries(path):
            if entry.document is None:
                raise GoldError(f"{entry.where}: {entry.problem}")
            problems = shape_problems(entry.document)
            if problems:
                raise GoldError(f"{entry.where}: {problems[0]}")
            yield _document(entry.document, path)


def check(paths: Iterable[Path | str]) -> list[str]:
    """Return every problem of the gold files, each naming file, document and what to mend.

    Raises:
        GoldError: a path does not exist or holds no gold.
    """
    problems: list[str] = []
    seen: dict[str, str] = {}
    for path in gold_files(paths):
        for entry in entries(path):
            if entry.document is None:
                problems.append(f"{entry.where}: {entry.problem}")
                continue
            found = shape_problems(entry.document) or list(rule_problems(entry.document))
            document_id = str(entry.document.get("id"))
            if document_id in seen:
                found.append(f"id also in {seen[document_id]}; give one of them another id")
            seen[document_id] = str(path)
            problems += [f"{entry.where}: {problem}" for problem in found]
    return problems


def _document(raw: Mapping[str, Any], path: Path) -> GoldDocument:
    return GoldDocument(
        document_id=raw["id"],
        article=Article(
            text=raw["text"],
            title=raw["title"],
            published=date.fromisoformat(raw["published"]) if raw["published"] else None,
            source=f"{path}#{raw['id']}",
        ),
        spans=tuple(
            _mention(raw["text"], span)
            for span in sorted(raw["spans"], key=lambda s: (s["start"], -s["end"]))
        ),
        meetings=tuple(_meeting(meeting) for meeting in raw["meetings"]),
        people=tuple(_person(person) for person in raw["people"]),
        directives=tuple(GoldDirective(**directive) for directive in raw["directives"]),
    )


def _mention(text: str, span: Mapping[str, Any]) -> Mention:
    surface = text[span["start"] : span["end"]]
    norm = surface if span["norm"] is None else span["norm"]
    return Mention(span["start"], span["end"], span["label"], surface, norm, "gold")


def _meeting(raw: Mapping[str, Any]) -> GoldMeeting:
    return GoldMeeting(
        **{**raw, "places": tuple(raw["places"]), "hosts": tuple(raw["hosts"])},
    )


def _person(raw: Mapping[str, Any]) -> GoldPerson:
    positions = tuple(GoldPosition(**position) for position in raw["positions"])
    return GoldPerson(**{**raw, "positions": positions})
