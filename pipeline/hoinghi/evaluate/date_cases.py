"""Cases for readers of dates out of a JSON Lines file, checked row by row."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from hoinghi.errors import GoldError
from hoinghi.evaluate.dates import DateCase


def read_cases(path: Path) -> list[DateCase]:
    """Return the cases of ``path``, one JSON object a line; blank lines are passed over.

    A row has ``source`` (text), ``text``, ``reference`` (ISO day or time without a zone, or null),
    ``value`` (TIMEX3, null in a negative), ``grain`` (the finest unit told), ``kind`` (of which
    ``negative`` alone matters) and ``convention`` (true or false, false where it is missing).
    Other keys are passed over.

    Raises:
        GoldError: the file cannot be read, has no rows, or a row is wrong; it names the line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read ({error}); give a file of JSON Lines") from error
    # Not splitlines(): JSON strings may hold U+2028, which it would take for the end of a line.
    lines = enumerate(text.split("\n"), start=1)
    cases = [_case(line, f"{path}:{number}") for number, line in lines if line.strip()]
    if not cases:
        raise GoldError(f"{path}: there are no rows; give one JSON object a line")
    return cases


def _case(line: str, where: str) -> DateCase:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise GoldError(f"{where}: the line is no JSON ({error}); mend it") from error
    if not isinstance(row, dict):
        raise GoldError(f"{where}: the line is no object; write one with source, text, value, ...")
    value = _typed(row, "value", where, str | None)
    if value == "" or (value is None) != (_typed(row, "kind", where, str) == "negative"):
        raise GoldError(f"{where}: value and kind do not agree; null is for the kind negative")
    return DateCase(
        where=where,
        source=_typed(row, "source", where, str),
        text=_typed(row, "text", where, str),
        reference=_reference(_typed(row, "reference", where, str | None), where),
        value=value,
        grain=_typed(row, "grain", where, str),
        convention=_typed({"convention": False, **row}, "convention", where, bool),
    )


def _typed(row: dict[str, Any], key: str, where: str, kind: Any) -> Any:
    if key not in row:
        raise GoldError(f"{where}: {key} is missing; add it")
    if not isinstance(row[key], kind):
        wanted = getattr(kind, "__name__", "text or null").replace("str", "text")
        raise GoldError(f"{where}: {key} is {json.dumps(row[key])}; it must be {wanted}")
    return row[key]


def _reference(written: str | None, where: str) -> date | None:
    """Return a ``date`` for a day alone, a ``datetime`` where a time is given."""
    if written is None:
        return None
    try:
        found = datetime.fromisoformat(written)
    except ValueError as error:
        raise GoldError(f"{where}: reference {written!r} is no ISO time ({error})") from error
    if found.tzinfo is not None:
        raise GoldError(f"{where}: reference {written!r} has a zone; write the local time")
    return found if len(written) > len("2024-04-24") else found.date()
