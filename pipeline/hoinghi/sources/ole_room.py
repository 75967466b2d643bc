"""How many cells the sheets of an old workbook (.xls) span, found without opening it.

The file is a small file system of its own ([MS-CFB]) with a stream of records ([MS-XLS]).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_ENTRY = 128
_LISTED = 109  # sectors of the table that the header itself names
_LAST = 0xFFFFFFFA  # from here on numbers are marks, not sectors
_NAMES = {"workbook", "book"}
_START = 0x0809
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
    whole = rows = columns = 0
    for kind, body in _records(workbook):
        if kind == _START:
            whole, rows, columns = whole + rows * columns, 0, 0
        elif kind in _CELLS and len(body) >= 4:
            row, column = struct.unpack_from("<HH", body)
            if kind == _SEVERAL:
                column = max(column, int.from_bytes(body[-2:], "little"))
            rows, columns = max(rows, row + 1), max(columns, column + 1)
    return whole + rows * columns


def _records(stream: bytes) -> Iterator[tuple[int, memoryview]]:
    view = memoryview(stream)
    at = 0
    while at + 4 <= len(view):
        kind, length = struct.unpack_from("<HH", view, at)
        yield kind, view[at + 4 : at + 4 + length]
        at += 4 + length


def _workbooks(data: memoryview) -> Iterator[bytes]:
    """Yield the streams that hold a workbook: one, or a second one for a still older program.

    Raises:
        ValueError: There is none, or more than two.
    """
    size, small = (1 << min(shift, 16) for shift in struct.unpack_from("<HH", data, 30))
    start, _, cutoff, small_table = struct.unpack_from("<4I", data, 48)
    if size not in {512, 4096} or small != 64:
        raise ValueError("its header is wrong")
    sectors, table = data[size:], _table(data, size)
    entries = _chain(sectors, table, start, size)
    found = 0
    for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
        length = int.from_bytes(entries[at + 64 : at + 66], "little")
        name = entries[at : at + min(max(length - 2, 0), 64)].decode("utf-16-le", "replace")
        if name.lower() not in _NAMES:
            continue
        found += 1
        first, extent = struct.unpack_from("<II", entries, at + 116)
        if extent >= cutoff:
            yield _chain(sectors, table, first, size)[:extent]
        else:  # small streams share the one of the first entry
            (shared,) = struct.unpack_from("<I", entries, 116)
            words = _words(_chain(sectors, table, small_table, size))
            yield _chain(memoryview(_chain(sectors, table, shared, size)), words, first, small)
    if not 1 <= found <= 2:
        raise ValueError("there is no workbook in it")


def _table(data: memoryview, size: int) -> tuple[int, ...]:
    """Return which sector follows each sector."""
    further, count = struct.unpack_from("<2I", data, 68)
    sectors = list(struct.unpack_from(f"<{_LISTED}I", data, 76))
    for _ in range(min(count, len(data) // size)):
        if further >= _LAST:
            break
        listed = _words(data[(further + 1) * size : (further + 2) * size])
        sectors += listed[:-1]
        further = listed[-1] if listed else _LAST
    used = dict.fromkeys(one for one in sectors if one < _LAST)
    return _words(b"".join(data[(one + 1) * size : (one + 2) * size] for one in used))


def _chain(data: memoryview, table: tuple[int, ...], first: int, size: int) -> bytes:
    """Return the sectors that follow each other from ``first``.

    Raises:
        ValueError: They go round in a circle.
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
