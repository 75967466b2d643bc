"""Keys that tie the tables together: hashes of what makes a thing itself, so they stay put."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from hoinghi.errors import ReadError
from hoinghi.records import Article, Place, Reading
from hoinghi.tables.timex import calendar
from hoinghi.text import fold, nfc, squeeze


def document_id(item: Article | ReadError) -> str:
    """Return 16 hex digits of SHA-256: of an article's NFC text, of a failed input's source."""
    return digest(nfc(item.text) if isinstance(item, Article) else item.source)


def meeting_ids(reading: Reading, document_id: str) -> list[str]:
    """Return a key per meeting: the same in every article that gives its day, place and name.

    ``hoinghi.linking`` joins meetings whose name, day or place is told otherwise.
    """
    ids = []
    for index, meeting in enumerate(reading.meetings):
        day = calendar(meeting.when)["start_date"]
        if day is not None and meeting.places:
            name = fold(squeeze(meeting.name))
            ids.append(digest(str(day), meeting.places[0].name, name))
        else:
            ids.append(digest(document_id, str(index)))
    return _distinct(ids)


def person_ids(reading: Reading, document_id: str) -> list[str]:
    """Return a key per person: the same in every article with this name, body and place.

    Someone whose post has no body is told apart by the article's own place, and where that is
    unknown too, or no post is told, by the article: a bare name is no proof of being the same
    person. ``hoinghi.linking`` joins what is spelled otherwise, and parts namesakes.
    """
    places = {m.name: place_key(m.place) for m in reversed(reading.organizations)}
    home = reading.home
    home_key = place_key(home.commune or home.district or home.province)
    ids = []
    for person in reading.people:
        body = next((p.organization for p in person.positions if p.organization), "")
        where = places.get(body) or home_key or ("" if body else document_id)
        if not person.positions:
            where = document_id
        ids.append(digest(fold(squeeze(person.name)), fold(body), where))
    return _distinct(ids)


def place_key(place: Place | None) -> str:
    """Return the code of ``place``, or its canonical name where it has none, or nothing."""
    return (place.place_code or place.name) if place else ""


def digest(*parts: str) -> str:
    """Return 16 hex digits of the SHA-256 of ``parts``."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _distinct(ids: Iterable[str]) -> list[str]:
    """Return ``ids`` with every repeated one replaced, so that keys stay keys."""
    seen: dict[str, int] = {}
    result = []
    for key in ids:
        seen[key] = seen.get(key, 0) + 1
        result.append(key if seen[key] == 1 else digest(key, str(seen[key])))
    return result
