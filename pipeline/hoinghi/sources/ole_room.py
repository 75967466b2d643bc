"""How many cells the sheets of an old workbook (.xls) span, found without opening it.

The file is a small file system of its own ([MS-CFB]) with a stream of records ([MS-XLS]).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_ENTRY = 128
_LISTED = 109  # sectors of the table that the header itself names
_COUNTS = (40, 44, 64, 72)  # of sectors: directory, table, small table, further lists
_LAST = 0xFFFFFFFA  # from here on numbers are marks, not sectors
_NAMES = {"workbook", "book"}
# Kinds of records.
_END, _SHEET, _SIZE = 0x000A, 0x0085, 0x0200
_STRINGS = 0x00FC
_SEVERAL = 0x00BD  # a row of numbers: the last column stands at its end
_CELLS = frozenset(
    {0x0002, 0x0003, 0x0004, 0x0005, 0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E}
    | {0x0206, 0x0406, _SEVERAL}
)


def cells_of_sheets(data: bytes) -> int:
    """Return how many cells the rectangles around the cells of all sheets have together.

    Raises:
        ValueError: The file is damaged.
    """
    try:
        return sum(map(_cells, _workbooks(memoryview(data))))
    except struct.error as error:
        raise ValueError("it breaks off") from error


def _cells(workbook: bytes) -> int:
    """Return the cells of all sheets, each read from where the list of sheets says it begins."""
    view = memoryview(workbook)
    whole, left = 0, 2 * len(view)
    for place in _places_of_sheets(view):
        rows = columns = 0
        for kind, body in _records(view[place:]):
            left -= len(body) + 4
            if left < 0:
                raise ValueError("its sheets overlap")
            row, column = _reach(kind, body)
            rows, columns = max(rows, row), max(columns, column)
        whole += rows * columns
    return whole


def _places_of_sheets(workbook: memoryview) -> list[int]:
    places = []
    for kind, body in _records(workbook):
        if kind == _SHEET:
            places.append(int.from_bytes(body[:4], "little"))
        # Room for so many strings is asked for at once; the shortest takes three bytes.
        elif kind == _STRINGS and int.from_bytes(body[4:8], "little") * 3 > len(workbook):
            raise ValueError("it announces more strings than it can hold")
    return places


def _reach(kind: int, body: memoryview) -> tuple[int, int]:
    """Return the row and the column, from 1, up to which a record asks for room."""
    if kind == _SIZE and len(body) >= 10:
        numbers = struct.unpack_from("<IIHH" if len(body) >= 12 else "<HHHH", body)
        if numbers[1] < numbers[0] or numbers[3] < numbers[2]:
            raise ValueError("a sheet ends before it begins")
        return numbers[1], numbers[3]
    if kind not in _CELLS or len(body) < 4:
        return 0, 0
    row, column = struct.unpack_from("<HH", body)
    if kind == _SEVERAL:
        column = max(column, int.from_bytes(body[-2:], "little"))
    return row + 1, column + 1


def _records(stream: memoryview) -> Iterator[tuple[int, memoryview]]:
    """Yield the records of a part of the workbook with their kinds, up to its end."""
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _END:
            return
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _workbooks(data: memoryview) -> Iterator[bytes]:
    """Yield the streams that hold a workbook: one, or a second one for a still older program.

    Raises:
        ValueError: There is none, or more than two.
    """
    size, small = (1 << min(shift, 16) for shift in struct.unpack_from("<HH", data, 30))
    start, _, cutoff, small_table = struct.unpack_from("<4I", data, 48)
    counts = [struct.unpack_from("<I", data, at)[0] for at in _COUNTS]
    if size not in {512, 4096} or small != 64 or max(counts) > len(data) // size:
        raise ValueError("its header is wrong")
    sectors, table = data[size:], _table(data, size)
    words = _words(_chain(sectors, table, small_table, size))
    if _is_circular(table) or _is_circular(words):
        raise ValueError("its sectors go round in a circle")
    entries = _chain(sectors, table, start, size)
    (shared,) = struct.unpack_from("<I", entries, 116)
    small_sectors = memoryview(_chain(sectors, table, shared, size))
    found = 0
    for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", entries, at + 64)
        first, extent = struct.unpack_from("<II" if size == 512 else "<IQ", entries, at + 116)
        if kind and extent > len(data):
            raise ValueError("a part is longer than the file")
        name = entries[at : at + min(max(length - 2, 0), 64)].decode("utf-16-le", "replace")
        if name.lower() in _NAMES:
            found += 1
            if extent >= cutoff:
                yield _chain(sectors, table, first, size)[:extent]
            else:
                yield _chain(small_sectors, words, first, small)[:extent]
    if not 1 <= found <= 2:
        raise ValueError("there is no workbook in it")


def _table(data: memoryview, size: int) -> tuple[int, ...]:
    """Return which sector follows each sector.

    Raises:
        ValueError: The list of the sectors that hold the table has no end.
    """
    (further,) = struct.unpack_from("<I", data, 68)
    sectors = list(struct.unpack_from(f"<{_LISTED}I", data, 76))
    for _ in range(len(data) // size):
        if further >= _LAST:
            break
        listed = _words(data[(further + 1) * size : (further + 2) * size])
        sectors += listed[:-1]
        further = listed[-1] if listed else _LAST
    else:
        raise ValueError("its table has no end")
    used = dict.fromkeys(one for one in sectors if one < _LAST)
    return _words(b"".join(data[(one + 1) * size : (one + 2) * size] for one in used))


def _is_circular(table: tuple[int, ...]) -> bool:
    """Tell whether following the sectors can go on for ever."""
    seen = [-1] * len(table)
    for start in range(len(table)):
        at = start
        while at < len(table) and seen[at] < 0:
            seen[at] = start
            at = table[at]
        # Met again within the same walk: a circle; met from an earlier walk: that one has ended.
        if at < len(table) and seen[at] == start and seen[start] == start:
            return True
    return False


def _chain(data: memoryview, table: tuple[int, ...], first: int, size: int) -> bytes:
    """Return the sectors that follow each other from ``first``.

    Raises:
        ValueError: There are more than the file has.
    """
    parts: list[memoryview] = []
    at = first
    while at < len(table):
        parts.append(data[at * size : (at + 1) * size])
        if len(parts) > len(data) // size + 1:
            raise ValueError("its sectors go round in a circle")
        at = table[at]
    return b"".join(parts)


def _words(data: bytes | memoryview) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])
