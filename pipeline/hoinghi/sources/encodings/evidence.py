"""Whether a text is Vietnamese in an old encoding: judged on all its words, never on a few.

Each encoding is tried on the different words that have letters beyond ASCII. In Vietnamese that is
read rightly nearly all of them are syllables; read wrongly few are, and so it is with other
languages (``niño``, ``für``), which therefore stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hoinghi.sources.encodings.legacy import BREAKS, LEGACY, SIGN, Legacy
from hoinghi.sources.encodings.syllables import is_syllable

# Words, blanks that do not break and all: one may be half a letter.
_CHUNK = re.compile(r"[^ \t\r\n\f\v]+")
# Signs within a word are letters of an old encoding.
_RUN = re.compile(r"(?:[^\W\d_]|[¡-¬\xad-¯µ¶¸-¿×÷])+")
_CONSONANTS = re.compile(r"[bcdđfghjklmnpqrstvwxzð]+", re.IGNORECASE)
_ASCII_WORD = re.compile(r"(?<![^\s(\"'])[A-Za-z]{2,}(?![^\s,.;:?!)\"'])")
# Letters that no Windows-1252 has: a line with many of them is Unicode.
_PROPER = re.compile(r"[ĂăĐđĨĩŨũƠơƯưẠ-ỹ\u0300\u0301\u0303\u0309\u0323]")
# Of the words with letters beyond ASCII, that many are syllables, and that many more than before.
# Bytes that are no UTF-8 have to be in some old encoding, so that little gain is enough.
_SHARE, _GAIN, _GAIN_OF_BYTES = 0.75, 0.4, 0.1
# Different words that the encoding makes syllables; fewer are enough where every other word is
# one too and nothing was before.
_WORDS, _FEW_WORDS = 5, 3
_ENOUGH = 100_000  # characters of evidence
_TURNS = 3  # paragraphs pasted together may be in different encodings


@dataclass(frozen=True, slots=True)
class _Tally:
    """How many words with letters beyond ASCII are syllables, how many are none."""

    good: int
    bad: int

    @property
    def share(self) -> float:
        return self.good / (self.good + self.bad) if self.good else 0.0

    @property
    def net(self) -> int:
        return self.good - self.bad


def repair(text: str) -> str:
    """Return ``text`` in Unicode where it is Vietnamese that was opened in the wrong encoding.

    Understood are TCVN3, VNI, VISCII, Windows-1258 and UTF-8 opened as Windows-1252. All other
    text comes back as it is.
    """
    return repair_all([text])[0]


def repair_all(texts: Sequence[str]) -> list[str]:
    """Return the parts of one document repaired, judged together: a headline is too short alone."""
    parts = list(texts)
    for _ in range(_TURNS):
        whole = "\n".join(parts)
        legacy = find_legacy(whole)
        if legacy is None:
            break
        mixed = is_mixed(whole)
        parts = [reread(part, legacy, mixed=mixed) for part in parts]
    return parts


def find_legacy(text: str) -> Legacy | None:
    """Return the old encoding that ``text`` was in when it was opened as Windows-1252, if any.

    Only lines that have more signs of such an encoding than Vietnamese letters of Unicode
    count, so that one such paragraph in a clean document is found as well.
    """
    if not SIGN.search(text):
        return None
    return judge(segment for segment in BREAKS.split(text)[::2] if _suspect(segment))


def _suspect(segment: str) -> bool:
    signs = len(SIGN.findall(segment))
    return signs > 0 and signs > len(_PROPER.findall(segment))


def judge(segments: Iterable[str], *, of_bytes: bool = False) -> Legacy | None:
    """Return the old encoding in which the words of ``segments`` are read best, if in any.

    Args:
        segments: Lines, opened as Windows-1252.
        of_bytes: They are from a file that is not in Unicode, so that they cannot be right.
    """
    gain = _GAIN_OF_BYTES if of_bytes else _GAIN
    segments = list(_first(segments, _ENOUGH))
    chunks = _types(segments)
    if not chunks:
        return None
    before = _tally(chunks)
    best, most = None, 0
    for legacy in LEGACY:
        after = legacy.convert("\n".join(chunks)).split("\n")
        found = _tally(after)
        if found.net <= most or found.share < max(_SHARE, before.share + gain):
            continue
        gained = _gained(chunks, after)
        few = gained >= _FEW_WORDS and not found.bad and (of_bytes or not before.good)
        if gained >= _WORDS or (few and _rest_is_vietnamese(segments)):
            best, most = legacy, found.net
    return best


def _first(segments: Iterable[str], characters: int) -> Iterator[str]:
    """Yield the first ``characters`` of ``segments``."""
    for segment in segments:
        yield segment[:characters]
        characters -= len(segment)
        if characters <= 0:
            return


def _rest_is_vietnamese(segments: Sequence[str]) -> bool:
    """Tell whether the ASCII words are syllables or initials: there are only a few others."""
    words = (word for segment in segments for word in _ASCII_WORD.findall(segment))
    return all(is_syllable(word) or word.isupper() for word in words)


def _types(segments: Iterable[str]) -> list[str]:
    """Return the different words with letters beyond ASCII, in their order."""
    types: dict[str, None] = {}
    for segment in segments:
        if not segment.isascii():
            types.update((chunk, None) for chunk in _CHUNK.findall(segment) if not chunk.isascii())
    return list(types)


def _tally(chunks: Iterable[str]) -> _Tally:
    good = bad = 0
    for chunk in chunks:
        for run in _runs(chunk):
            if is_syllable(run):
                good += 1
            else:
                bad += 1
    return _Tally(good, bad)


def _runs(chunk: str) -> list[str]:
    """Return the words in ``chunk`` that are no ASCII, no single letter, no ``HĐND``."""
    if chunk.isascii():
        return []
    return [
        run
        for run in _RUN.findall(chunk)
        if len(run) > 1 and not run.isascii() and not _CONSONANTS.fullmatch(run)
    ]


def _gained(chunks: Sequence[str], after: Sequence[str]) -> int:
    """Return how many of ``chunks`` became syllables and nothing but syllables."""
    pairs = zip(chunks, after, strict=True)
    return sum(
        bool(runs := _runs(new)) and all(map(is_syllable, runs)) for old, new in pairs if old != new
    )


def is_mixed(text: str) -> bool:
    """Tell whether ``text`` holds letters of Vietnamese in Unicode."""
    return bool(_PROPER.search(text))


def reread(text: str, legacy: Legacy, *, mixed: bool) -> str:
    """Return ``text`` with the lines that are in ``legacy`` converted.

    A line stays where it reads better as it is, and in a document that is ``mixed`` (has lines
    in Unicode too) also where it reads as well.
    """
    parts = BREAKS.split(text)
    for at in range(0, len(parts), 2):
        segment = parts[at]
        if segment.isascii() or len(_PROPER.findall(segment)) > len(SIGN.findall(segment)):
            continue
        parts[at] = _better(segment, legacy.convert(segment), keep=mixed)
    return "".join(parts)


def _better(old: str, new: str, *, keep: bool) -> str:
    if old == new:
        return old
    before, after = (_tally(_CHUNK.findall(reading)).net for reading in (old, new))
    return new if after > before or (after == before and not keep) else old
