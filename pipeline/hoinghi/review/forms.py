"""Rows as the form of the page shows them, and what was changed there as corrected fields."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from hoinghi.corrections import Change
from hoinghi.corrections.decisions import FIELDS, MEETINGS, wrong
from hoinghi.corrections.places import full_name, unit_named
from hoinghi.gold.vocabulary import MEETING_TYPES, ROLES
from hoinghi.markup import harmless
from hoinghi.resources.units import gazetteer
from hoinghi.review.days import form_of, when_of
from hoinghi.review.units import ever_named
from hoinghi.tables.timex import calendar
from hoinghi.text import nfc, squeeze

Form = dict[str, Any]
Row = Mapping[str, Any]

_WHEN: Final = ("day", "until", "time", "part")
_FIELDS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    table: {name: _WHEN if name == "when" else (name,) for name in names}
    for table, names in FIELDS.items()
}
"""The parts of the form that each field of a decision is made of."""
_LONGEST: Final = 2_000


class FormError(ValueError):
    """A field holds what it cannot hold; ``field`` says which, the message why, in Vietnamese."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def form(table: str, row: Row, posts: list[dict[str, Any]]) -> Form:
    """Return the fields of a row for the form: texts without control characters.

    Args:
        table: ``meetings`` or ``people``.
        row: The row.
        posts: The rows of ``positions`` of a person.
    """
    if table == MEETINGS:
        made: Form = {
            "name": row["name"],
            "type": row["type"] or "",
            **form_of(row["when"]),
            "venue": row["venue"] or "",
            "village": row["village"] or "",
            "place": full_name(row) or "",
            "hosts": list(row["hosts"]),
        }
    else:
        made = {
            "name": row["name"],
            "role": row["role"] or "",
            "positions": [
                {
                    "title": post["title"] or "",
                    "organization": post["organization"] or "",
                    "former": bool(post["former"]),
                }
                for post in posts
            ],
        }
    return {name: _shown(value) for name, value in made.items()}


def _shown(value: Any) -> Any:
    if isinstance(value, str):
        return squeeze(harmless(value))
    if isinstance(value, list):
        return [_shown(one) for one in value]
    return {k: _shown(v) for k, v in value.items()} if isinstance(value, dict) else value


def changes(
    table: str, row: Row, posts: list[dict[str, Any]], given: Mapping[str, Any], day: date
) -> dict[str, Change]:
    """Return the fields of ``given`` that are not as the machine has them.

    Args:
        table: ``meetings`` or ``people``.
        row: The row as the machine read it.
        posts: Its rows of ``positions``.
        given: What the page sent: the fields of ``form``, and ``spans``, from the name of a field
            to the start and end of the words in the article that were taken over into it.
        day: To name a place by where the form tells none.

    Raises:
        FormError: A field holds what it cannot hold.
    """
    machine = form(table, row, posts)
    said = {name: _clean(name, given.get(name, machine[name]), machine[name]) for name in machine}
    spans = given.get("spans") or {}
    if table == MEETINGS:
        day = _start(said, machine, row) or day
    found = {}
    for name, parts in _FIELDS[table].items():
        if all(said[part] == machine[part] for part in parts):
            continue
        value = _value(name, said, day)
        if problem := wrong(name, value):
            raise FormError(parts[0], _EMPTY.get(name, problem))
        start, end = spans.get(name) or (None, None)
        found[name] = Change(_before(name, row, posts), value, start, end)
    return found


def _before(name: str, row: Row, posts: list[dict[str, Any]]) -> Any:
    if name == "place":
        return full_name(row)
    if name == "positions":
        return [{key: post[key] for key in ("title", "organization", "former")} for post in posts]
    return row[name]


def _value(name: str, said: Form, day: date) -> Any:
    """Return the value of a field of a decision that the form tells."""
    if name == "when":
        return _when(said)
    if name == "place":
        return _unit(said[name], day) if said[name] else None
    if name == "hosts":
        return said[name]
    if name == "positions":
        return [
            {**post, "title": post["title"] or None, "organization": post["organization"] or None}
            for post in said[name]
        ]
    words = {"type": MEETING_TYPES, "role": ROLES}.get(name)
    if words and said[name] not in words:
        raise FormError(name, "Chọn một giá trị trong danh sách")
    return said[name] or None


def _when(said: Form) -> str | None:
    try:
        return when_of({part: said[part] for part in _WHEN})
    except ValueError as error:
        raise FormError("day", str(error)) from error


def _start(said: Form, machine: Form, row: Row) -> date | None:
    """Return the day on which the meeting begins as the form tells it."""
    same = all(said[part] == machine[part] for part in _WHEN)
    told: Row = row if same else calendar(_when(said))
    start: date | None = told["start_date"]
    return start


_EMPTY: Final = {
    "name": "Tên không được để trống",
    "positions": "Mỗi chức vụ phải có chức danh hoặc cơ quan",
}


def _clean(name: str, value: Any, like: Any) -> Any:
    """Return a value that was sent, of the type of ``like``, in NFC, without odd characters."""
    if isinstance(like, bool) or isinstance(value, bool):
        return bool(value)
    if isinstance(like, str):
        if not isinstance(value, str) or len(value) > _LONGEST:
            raise FormError(name, "Giá trị quá dài hoặc không phải chữ")
        text = value.encode("utf-8", "replace").decode()  # half a surrogate pair is no letter
        return squeeze(nfc(harmless(text)))
    if not isinstance(value, list) or len(value) > 100:
        raise FormError(name, "Danh sách không hợp lệ")
    if name == "hosts":
        return [text for one in value if (text := _clean(name, one, ""))]
    empty = {"title": "", "organization": "", "former": False}
    posts = [
        {key: _clean(name, one.get(key, plain), plain) for key, plain in empty.items()}
        for one in value
        if isinstance(one, Mapping)
    ]
    return [post for post in posts if post["title"] or post["organization"]]


def _unit(name: str, day: date) -> str:
    """Return the full name of a unit as the gazetteer has it."""
    unit = unit_named(name, day) or ever_named(name)
    if unit is None:
        raise FormError(
            "place", f"Danh mục hành chính không có “{name}”; chọn một đơn vị trong gợi ý"
        )
    return gazetteer().full_name(unit, day)
