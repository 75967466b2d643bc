"""Cases for identity across articles out of JSON Lines: whole articles, or records of one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from hoinghi.errors import GoldError
from hoinghi.records import (
    Article,
    Meeting,
    OrganizationMention,
    Person,
    Place,
    PlaceMention,
    Position,
    Reading,
)
from hoinghi.stages.places import find_places


@dataclass(frozen=True, slots=True)
class LinkCase:
    """An article with the truth of who and what it tells of.

    ``reading`` is ``None`` where the article is still to be read. ``people`` are pairs of name
    and identity in the order of the records, ``meetings`` identities, the main event first.
    """

    document_id: str
    half: str
    article: Article
    reading: Reading | None
    people: tuple[tuple[str, str], ...]
    meetings: tuple[str, ...]


def read_link_cases(paths: Iterable[Path]) -> list[LinkCase]:
    """Return the cases of files of JSON Lines, and of those in folders.

    Raises:
        GoldError: a file cannot be read, has no rows, or a row is wrong; it names the line.
    """
    cases = [case for path in paths for file in _files(path) for case in _cases(file)]
    if len({case.document_id for case in cases}) < len(cases):
        raise GoldError("two rows have one id; give each article its own")
    return cases


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.jsonl")) if path.is_dir() else [path]


def _cases(path: Path) -> Iterator[LinkCase]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read ({error}); give a file of JSON Lines") from error
    if not any(map(str.strip, lines)):
        raise GoldError(f"{path}: there are no rows; give one JSON object a line")
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _case(json.loads(line))
            except (ValueError, KeyError, TypeError, IndexError) as error:
                raise GoldError(
                    f"{path}:{number}: no case ({type(error).__name__}: {error}); "
                    "corpus/linking/README.md shows the form"
                ) from error


def _case(row: Mapping[str, Any]) -> LinkCase:
    published = date.fromisoformat(row["published"]) if row["published"] else None
    article = Article(row.get("text", ""), row.get("title"), published, row["source"])
    if "text" in row:
        people, meetings = tuple(row["people"].items()), (row["meeting"],)
        return LinkCase(row["id"], row["half"], article, None, people, meetings)
    reading = Reading(
        article,
        people=tuple(_person(p) for p in row["people"]),
        meetings=tuple(_meeting(m, published, at == 0) for at, m in enumerate(row["meetings"])),
        organizations=tuple(_bodies(row, published)),
        places=tuple(_mention(place) for place in _places(row, published)),
    )
    people = tuple((p["name"], p["id"]) for p in row["people"])
    meetings = tuple(m["id"] for m in row["meetings"])
    return LinkCase(row["id"], row["half"], article, reading, people, meetings)


def _person(row: Mapping[str, Any]) -> Person:
    posts = tuple(Position(title, title, body) for title, body, _ in row["posts"])
    return Person(row["name"], row["honorific"], posts, row["role"], (), row.get("meeting"))


def _meeting(row: Mapping[str, Any], published: date | None, main: bool) -> Meeting:  # noqa: FBT001
    place = _place(row["place"], published) if row["place"] else None
    return Meeting(
        row["name"],
        row["type"],
        main,
        row["when"],
        row["venue"],
        (place,) if place else (),
        tuple(row["hosts"]),
    )


def _bodies(row: Mapping[str, Any], published: date | None) -> Iterator[OrganizationMention]:
    for person in row["people"]:
        for _, body, where in person["posts"]:
            place = _place(where, published) if where else None
            if body:
                yield OrganizationMention(0, 0, body, body, "khác", None, place, "case")


def _places(row: Mapping[str, Any], published: date | None) -> Iterator[Place]:
    posts = (post for person in row["people"] for post in person["posts"])
    names = [place for _, _, place in posts] + [m["place"] for m in row["meetings"]]
    for name in dict.fromkeys(filter(None, names)):
        yield _place(name, published)


@lru_cache(maxsize=4096)
def _place(name: str, published: date | None) -> Place:
    """Return the place of a canonical name as it was when the article was published."""
    written = ", ".join(part[0].lower() + part[1:] for part in name.split(", "))
    found = [m.place for m in find_places(f"tại {written}.", published=published)]
    if not found or found[0].name != name:
        raise ValueError(f"no place {name!r} on {published}")
    return found[0]


def _mention(place: Place) -> PlaceMention:
    return PlaceMention(0, 0, place.name, place, "chain", "case")
