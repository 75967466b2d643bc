"""Text forms that keep every offset: NFC with a map back, and one tone-mark style.

Vietnamese is written with two placements of the tone mark on ``oa``, ``oe`` and ``uy``
(old ``hòa, hóa, thúy, ủy``; new ``hoà, hoá, thuý, uỷ``). Both are right; texts mix them.
Both have the same number of NFC characters, so that the fold is length-preserving.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_PLAIN = {"o": "oòóỏõọ", "u": "uùúủũụ", "a": "aàáảãạ", "e": "eèéẻẽẹ", "y": "yỳýỷỹỵ"}
_TONE = {c: (base, i) for base, row in _PLAIN.items() for i, c in enumerate(row)}
_TONE.update({c.upper(): (b.upper(), i) for c, (b, i) in tuple(_TONE.items())})
_CHAR = {(base, i): c for c, (base, i) in _TONE.items()}
# Every pair of vowels with the tone mark on the other one.
_SWAPPED = {
    first + second: _CHAR[base1, tone2] + _CHAR[base2, tone1]
    for first, (base1, tone1) in _TONE.items()
    for second, (base2, tone2) in _TONE.items()
}
_WITH_Y = frozenset(_PLAIN["y"] + _PLAIN["y"].upper())
_TONED = {v: "".join(_PLAIN[v][1:]) + "".join(_PLAIN[v][1:]).upper() for v in _PLAIN}
# The pair must close its syllable: "hoà" and "hòa" vary, "hoàn" does not. The patterns begin with
# one set of letters and ask behind it which it was, for then the search skips ahead ("qu" is left
# to _swap).
_NEW_STYLE = re.compile(
    rf"[oOuU](?:(?<=[oO])[{_TONED['a']}{_TONED['e']}]|(?<=[uU])[{_TONED['y']}])(?![^\W\d_])"
)
_OLD_STYLE = re.compile(
    rf"[{_TONED['o']}{_TONED['u']}]"
    rf"(?:(?<=[{_TONED['o']}])[aAeE]|(?<=[{_TONED['u']}])[yY])(?![^\W\d_])"
)


def _swap(match: re.Match[str]) -> str:
    pair, at = match[0], match.start()
    if pair[1] in _WITH_Y and match.string[at - 1 : at] in {"q", "Q"}:  # "qu" is a consonant
        return pair
    return _SWAPPED[pair]


def to_old_tone(text: str) -> str:
    """Return ``text`` with old-style tone marks (``hoà`` -> ``hòa``); same length, NFC expected."""
    return _NEW_STYLE.sub(_swap, text)


def to_new_tone(text: str) -> str:
    """Return ``text`` with new-style tone marks (``hòa`` -> ``hoà``); same length, NFC expected."""
    return _OLD_STYLE.sub(_swap, text)


def lower(text: str) -> str:
    """Lower-case without ever changing the length (``str.lower`` grows on a few letters)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=256)  # the stages fold the same article one after the other
def fold(text: str) -> str:
    """Fold case, tone style, dashes and odd spaces to one form of the same length.

    Use it for keys and for matching; offsets in the result are offsets in ``text``.
    """
    folded = to_old_tone(lower(text))
    if _ODD.search(folded):  # hardly any name has one
        for odd, plain in _FOLDED.items():  # each a plain search; str.translate walks by letters
            folded = folded.replace(odd, plain)
    return folded


_LEAST_GLUED = 3  # capitals; no shorter word has a small letter before them


def cut_words(pattern: re.Pattern[str], folded: str, text: str) -> list[tuple[int, int]]:
    """Return the spans that ``pattern`` finds in ``folded``, cut before glued capitals.

    ``text`` is what ``folded`` was folded from: its capitals tell where a blank is missing.
    """
    spans = [match.span() for match in pattern.finditer(folded)]
    glued = {
        end: cut
        for start, end in spans
        if end - start > _LEAST_GLUED and text[end - 1].isupper()  # hardly any word
        if (cut := glued_capitals(text, start, end)) < end
    }
    if not glued:
        return spans
    cuts = ((start, end, glued.get(end, end)) for start, end in spans)
    parts = (((start, cut), (cut, end)) for start, end, cut in cuts)
    return [(start, end) for pair in parts for start, end in pair if start < end]


def glued_capitals(text: str, start: int, end: int) -> int:
    """Return where an abbreviation in capitals is glued to the word before it, else ``end``.

    ``Chủ tịchUBND``: the blank is missing; at least three capitals follow small letters.
    """
    at = end
    while at > start and text[at - 1].isupper():
        at -= 1
    return at if end - at >= _LEAST_GLUED and at > start and text[at - 1].islower() else end


def squeeze(text: str) -> str:
    """Collapse every run of white space to one space and trim both ends."""
    return " ".join(text.split())


def strip_accents(text: str) -> str:
    """Return ``text`` without any Vietnamese diacritics (``Đà Nẵng`` -> ``Da Nang``)."""
    plain = text.translate(_STRIPPED)
    return plain if _STRANGE.search(plain) is None else _decomposed(plain)


def _decomposed(text: str) -> str:
    """Return ``text`` without diacritics, whatever its letters and marks are."""
    plain = unicodedata.normalize("NFD", text).translate(_BARRED)
    return "".join(c for c in plain if not unicodedata.combining(c))


_BARRED = {ord("đ"): "d", ord("Đ"): "D", ord("ð"): "d", ord("Ð"): "D"}
# One look at each letter instead of several passes over a text that is taken apart: the letters
# with diacritics in the two ranges that Vietnamese is written in. What lies outside these ranges
# and the common signs may have marks of its own.
_LATIN = (*range(0xC0, 0x300), *range(0x1E00, 0x1F00))
_STRIPPED = {c: plain for c in _LATIN if (plain := _decomposed(chr(c))) != chr(c)}
_STRANGE = re.compile("[^\x00-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]")
_FOLDED = dict.fromkeys("‐‑‒–—―−", "-")  # the dashes that real pages use
_FOLDED |= dict.fromkeys("\t\xa0\u2002\u2003\u2007\u2009\u202f\u3000", " ")
_FOLDED |= {"ð": "đ"}
_ODD = re.compile(f"[{''.join(_FOLDED)}]")


# A syllable of Vietnamese, less its tone; what is none comes from another language.
_SYLLABLE = re.compile(
    r"(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    r"(?:uyê|uye|iêu|yêu|oai|oay|oeo|uây|uôi|uya|uyu|ươi|ươu|ai|ao|au|âu|ay|ây|eo|êu|ia|iê|iu|oa|oă"
    r"|oe|oi|ôi|ơi|oo|ua|uâ|ưa|uê|ui|ưi|uô|uơ|ươ|ưu|uy|yê|[aăâeêioôơuưy])"
    r"(?:ch|ng|nh|[cmnptiouy])?"
)
_TONES = str.maketrans(
    {
        toned: plain
        for plain, row in {
            "a": "àáảãạ", "ă": "ằắẳẵặ", "â": "ầấẩẫậ", "e": "èéẻẽẹ", "ê": "ềếểễệ", "i": "ìíỉĩị",
            "o": "òóỏõọ", "ô": "ồốổỗộ", "ơ": "ờớởỡợ", "u": "ùúủũụ", "ư": "ừứửữự", "y": "ỳýỷỹỵ",
        }.items()
        for toned in row
    }
)  # fmt: skip


def is_syllable(word: str) -> bool:
    """Tell whether ``word``, in small letters and NFC, may be a syllable of Vietnamese."""
    return _SYLLABLE.fullmatch(word.translate(_TONES)) is not None


@dataclass(frozen=True, slots=True)
class Composed:
    """``text`` in NFC with the way back to the offsets of the string it came from."""

    text: str
    starts: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw ``(start, end)`` of the NFC characters ``start`` to ``end``."""
        if self.starts is None:
            return start, end
        return self.starts[start], self.starts[end]


def compose(raw: str) -> Composed:
    """Return ``raw`` in NFC together with a map of its offsets.

    The map works cluster by cluster: a base letter with its combining marks becomes one or
    more NFC characters that all start where the cluster starts.
    """
    if unicodedata.is_normalized("NFC", raw):
        return Composed(raw, None)
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    while at < len(raw):
        stop = at + 1
        while stop < len(raw) and unicodedata.combining(raw[stop]):
            stop += 1
        cluster = unicodedata.normalize("NFC", raw[at:stop])
        parts.append(cluster)
        starts.extend([at] * len(cluster))
        at = stop
    starts.append(len(raw))
    return Composed("".join(parts), tuple(starts))


def nfc(text: str) -> str:
    """Return ``text`` in Unicode NFC."""
    return unicodedata.normalize("NFC", text)
