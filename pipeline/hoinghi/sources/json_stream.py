"""Objects out of any JSON, one at a time: where the rows are in it, and the rows themselves.

Memory stays within what one row may take, whatever the file: what is read between two rows is
counted, and nesting is bounded.
"""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator, Sequence
from types import EllipsisType
from typing import TextIO

import ijson

from hoinghi.errors import ReadError
from hoinghi.settings import Settings
from hoinghi.sources.columns import is_text_column
from hoinghi.sources.content import not_utf8, too_long
from hoinghi.text import nfc

# Where a value stands: the keys that lead to it, with ``None`` for a place in an array and ``...``
# for any key.
Path = tuple[str | EllipsisType | None, ...]

_DEEPEST = 100
_MOST_PLACES = 200
_BUFFER = 2**16


def place_of_rows(start: str, settings: Settings) -> Path:
    """Return where the rows stand in a file that begins with ``start``.

    They are the values of the outermost array; else the outermost object if it has the text
    column, else the first array of objects that have it (``{"data": {"items": [...]}}``), else
    the objects within that have it (``{"1": {...}, "2": {...}}``), else the first array of
    objects.
    """
    keys = _keys_by_place(start)
    if start.lstrip("\ufeff \t\r\n").startswith("["):
        return (None,)
    places = [place for place in keys if _has_text(place, keys, settings)]
    if () in places:
        return ()
    for known in (places, keys):
        arrays = [place for place in known if place and place[-1] is None]
        if arrays:
            return min(arrays, key=len)
    first = min(places, key=len, default=())
    beside = [place for place in places if len(place) == len(first) and place[:-1] == first[:-1]]
    return (*first[:-1], ...) if len(beside) > 1 else first


def _keys_by_place(start: str) -> dict[Path, list[str]]:
    """Return the keys of all objects in ``start`` by the object's place, in their order."""
    found: dict[Path, list[str]] = {}
    where: list[str | None] = []
    try:
        for event, value in _events(io.BytesIO(start.encode(errors="replace"))):
            if event == "map_key":
                place = tuple(where[:-1])
                if place in found or len(found) < _MOST_PLACES:
                    found.setdefault(place, []).append(nfc(value))
            _follow(where, event, value)
            if len(where) > _DEEPEST:
                break
    except ijson.JSONError:
        pass  # it is only a beginning; what is wrong is said where the rows are read
    return found


def _has_text(place: Path, keys: dict[Path, list[str]], settings: Settings) -> bool:
    """Tell whether the object at ``place`` has the text column, also under a dotted name."""
    for within, names in keys.items():
        between = within[len(place) :]
        if within[: len(place)] == place and None not in between:
            above = "".join(f"{key}." for key in between)
            if any(is_text_column(above + name, settings) for name in names):
                return True
    return False


def objects_at(place: Path, start: str, rest: TextIO, source: str, limit: int) -> Iterator[object]:
    """Yield the values that stand at ``place`` in a JSON text.

    Args:
        place: As ``place_of_rows`` returns it.
        start: The first characters of the text.
        rest: What follows them.
        source: What the file goes by; the error after row 3 names ``source#4``.
        limit: Bytes that one row, or what stands between two, may have; so much is held.

    Raises:
        ReadError: From here on it is no JSON, or a row is too long.
    """
    stream = _Metered(start, rest, limit)
    number = 0
    where: list[str | None] = []
    builder, top = None, 0
    try:
        for event, value in _events(stream):
            if builder is None and event not in _INNER and _is_row(where, place, event):
                builder, top = ijson.ObjectBuilder(), len(where)
            if builder is not None:
                builder.event(event, value)
            _follow(where, event, value)
            if len(where) > _DEEPEST:
                raise _wrong(source, number, f"values are nested more than {_DEEPEST} deep")
            if builder is not None and len(where) == top:
                number += 1
                yield builder.value
                builder = None
                stream.row_ends()
    except ijson.JSONError as error:
        raise _json_error(error, source, number) from error
    except _RowTooLongError:
        raise too_long(f"{source}#{number + 1}", f"a row of more than {limit:,} bytes") from None


def _is_row(where: Sequence[str | None], place: Path, event: str) -> bool:
    """Tell whether what ``event`` begins at ``where`` is a row of those at ``place``."""
    if not place or place[-1] is not ...:
        return tuple(where) == place
    above = tuple(where[:-1]) == place[:-1] and len(where) == len(place)
    return above and where[-1] is not None and event == "start_map"


_ENDS = frozenset({"end_map", "end_array"})
_INNER = _ENDS | {"map_key"}


def _events(stream: object) -> Iterator[tuple[str, str]]:
    events: Iterator[tuple[str, str]] = ijson.basic_parse(
        stream, multiple_values=True, use_float=True, buf_size=_BUFFER
    )
    return events


def _follow(where: list[str | None], event: str, value: str) -> None:
    """Keep ``where`` at the place of the next value."""
    if event == "map_key":
        where[-1] = value
    elif event in {"start_map", "start_array"}:
        where.append(None)
    elif event in _ENDS:
        where.pop()


class _RowTooLongError(Exception):
    """More was read for one row than it may have."""


class _Metered:
    """A stream of UTF-8 that ends with an error where a row would not."""

    def __init__(self, start: str, rest: TextIO, limit: int) -> None:
        pieces = (start[at : at + _BUFFER] for at in range(0, len(start), _BUFFER))
        self._pieces = itertools.chain(pieces, iter(lambda: rest.read(_BUFFER), ""))
        self._limit = limit
        self._held = 0

    def read(self, size: int) -> bytes:
        """Return the next piece; of zero bytes for a ``size`` of 0 and at the end."""
        if not size:
            return b""
        if self._held > self._limit:
            raise _RowTooLongError
        # Bytes that are no UTF-8 come out as they were, and the parser refuses them at their row.
        piece = next(self._pieces, "").encode(errors="surrogateescape")
        self._held += len(piece)
        return piece

    def row_ends(self) -> None:
        """Begin to count anew."""
        self._held = 0


def _json_error(error: ijson.JSONError, source: str, number: int) -> ReadError:
    reason = str(error).split("\n", 1)[0].strip(" .")
    if "UTF8" in reason:
        return not_utf8(f"{source}#{number + 1}", "")
    return _wrong(source, number, reason)


def _wrong(source: str, number: int, reason: str) -> ReadError:
    return ReadError(
        f"{source}#{number + 1}" if number else source,
        f"it is not JSON ({reason})" + ("; the file cannot be read from here on" * bool(number)),
        "write an array of objects, or one object a line, without NaN and commas at the end",
    )
