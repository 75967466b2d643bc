"""Lines of text that no file can make endless, and a look ahead that no file can make long."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TextIO, TypeVar

Item = TypeVar("Item")


def bounded_lines(lines: TextIO, limit: int) -> Iterator[str]:
    r"""Yield the lines with their ends; one of ``limit`` characters or more comes cut, without.

    Line ends are those that the stream knows: ``\n``, ``\r\n`` and a lone ``\r``.
    """
    while line := lines.readline(limit):
        yield line
        while line and not line.endswith(("\n", "\r")):
            line = lines.readline(limit)


def is_cut(line: str, limit: int) -> bool:
    """Tell whether ``bounded_lines`` has cut ``line``."""
    return len(line) >= limit and not line.endswith(("\n", "\r"))


def look_ahead(
    items: Iterator[Item], count: int, room: int, size: Callable[[Item], int]
) -> list[Item]:
    """Take the first ``count`` of ``items``, fewer where their sizes together exceed ``room``."""
    taken: list[Item] = []
    while len(taken) < count and room >= 0:
        try:
            item = next(items)
        except StopIteration:
            break
        taken.append(item)
        room -= size(item)
    return taken
