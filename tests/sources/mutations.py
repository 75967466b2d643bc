"""Broken versions of real files, made again from a number: what a bad disk, a bad download, a bad
program or a bad person makes of them."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

# Pieces that mean something to some reader.
_TOKENS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b"'", b"<", b">", b"</", b"<!--", b"<![CDATA[",
    b"<table>", b"<div>" * 50, b"{", b"}", b"[", b"]", b"[[[[", b",", b";", b"\t", b"\r", b"\n",
    b"\\", b"\\u0000", b"\\ud800", b"&#0;", b"&#xD800;", b"&amp;amp;", b"%PDF-", b"PK\x03\x04",
    b"PK\x05\x06", b"\x1f\x8b\x08", b"endobj", b"stream", b"xref", b"1e999", b"-1", b"NaN", b"null",
    "ệ".encode(), "ệ".encode("utf-16-le"), b"\xcc\xa3", b"\xf0\x9f\x87\xbb",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
)  # fmt: skip
_LONGEST_RUN = 2_000


def mutated(data: bytes, number: int) -> bytes:
    """Return ``data`` broken in one to eight ways; the same number breaks it the same way."""
    chance = random.Random(number)  # noqa: S311 - no secret depends on it
    if data.startswith(b"PK\x03\x04") and chance.random() < 0.5:
        return _inside(data, chance)
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        data = chance.choice(_WAYS)(data, chance)
    return data


def _inside(data: bytes, chance: random.Random) -> bytes:
    """Return an archive with one member broken, so that its check sums are right all the same."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        chosen = chance.choice(names)
        for name in names:
            content = old.read(name)
            if name == chosen:
                if chance.random() < 0.1:
                    continue
                content = chance.choice(_WAYS)(content, chance)
            new.writestr(name, content)
    return out.getvalue()


def _span(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.randrange(1, _LONGEST_RUN))


def _flip(data: bytes, chance: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.randrange(1, 20)):
        if broken:
            broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _drop(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:end] + data[start:end] * chance.randrange(1, 30) + data[end:]


def _move(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[start:end] + data[at:]


def _token(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.choice(_TOKENS) + data[at:]
    return data


_WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip, _cut, _drop, _repeat, _move, _token,
)  # fmt: skip
