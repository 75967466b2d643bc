"""The shape of a gold document: which keys, of which types; needed before it can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

_TEXT: Final = (str,)
_MAYBE: Final = (str, type(None))
_KEYS: Final[dict[str, dict[str, tuple[type, ...]]]] = {
    "document": {
        "id": _TEXT,
        "source": _MAYBE,
        "published": _MAYBE,
        "title": _MAYBE,
        "text": _TEXT,
        "spans": (list,),
        "meetings": (list,),
        "people": (list,),
        "directives": (list,),
    },
    "spans": {"start": (int,), "end": (int,), "label": _TEXT, "norm": _MAYBE},
    "meetings": {
        "name": _TEXT,
        "type": _TEXT,
        "when": _MAYBE,
        "venue": _MAYBE,
        "places": (list,),
        "hosts": (list,),
        "main": (bool,),
    },
    "people": {"name": _TEXT, "honorific": _MAYBE, "positions": (list,), "role": _TEXT},
    "positions": {"title": _TEXT, "org": _MAYBE},
    "directives": {
        "kind": _TEXT,
        "number": _MAYBE,
        "symbol": _MAYBE,
        "issuer": _MAYBE,
        "date": _MAYBE,
        "title": _MAYBE,
    },
}


def shape_problems(document: Mapping[str, Any]) -> list[str]:
    """Say what keeps ``document`` from being read; an empty list means that it can be."""
    found = list(_mapping(document, "document", "document"))
    if found:
        return found
    for kind in ("spans", "meetings", "people", "directives"):
        found += _items(document[kind], kind, kind)
    if not found:
        for person in document["people"]:
            found += _items(person["positions"], "positions", f"{person['name']}: positions")
        for meeting in document["meetings"]:
            for key in ("places", "hosts"):
                if not all(isinstance(norm, str) for norm in meeting[key]):
                    found.append(f"meetings: {key} holds something that is no string; write norms")
    if document["published"] is not None and not is_date(document["published"]):
        found.append(f"published {document['published']!r} is no ISO date; write 2024-04-23")
    return found


def is_date(value: str) -> bool:
    """Tell whether ``value`` is a calendar day in the form ``2024-04-23``."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _items(items: list[Any], kind: str, at: str) -> Iterator[str]:
    for number, item in enumerate(items, start=1):
        yield from _mapping(item, kind, f"{at}, number {number}")


def _mapping(item: object, kind: str, at: str) -> Iterator[str]:
    keys = _KEYS[kind]
    if not isinstance(item, Mapping):
        yield f"{at} is no JSON object; give it the keys {', '.join(keys)}"
        return
    for key in keys.keys() - item.keys():
        yield f"{at} has no {key!r}; add it, null where it is unknown"
    for key in item.keys() - keys.keys():
        yield f"{at} has an unknown key {key!r}; allowed are {', '.join(keys)}"
    for key in keys.keys() & item.keys():
        # bool is an int to Python, not to a reader of offsets.
        wrong = isinstance(item[key], bool) and bool not in keys[key]
        if wrong or not isinstance(item[key], keys[key]):
            yield f"{at}: {key!r} is {item[key]!r}; write a {keys[key][0].__name__} there"
