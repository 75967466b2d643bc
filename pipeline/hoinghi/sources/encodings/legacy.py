"""The old encodings of Vietnamese, as they look when they are opened as Windows-1252.

TCVN3 and VNI are codes of fonts (.VnTime, VNI-Times): their text is found both in old files and,
as letters of western languages, in Unicode documents that still name those fonts. The tables are
viparse's; what they lack is added here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

# The letters of a file in any 8-bit code, one for each byte. Five bytes mean nothing in
# Windows-1252; they stay the control characters of Latin-1.
WESTERN = "".join(
    bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(256)
)
_BYTE_OF = {letter: byte for byte, letter in enumerate(WESTERN)}
_BYTE_OF |= {chr(byte): byte for byte in range(0x80, 0xA0)}  # read as Latin-1 instead


@dataclass(frozen=True, slots=True)
class Legacy:
    """One old encoding; ``convert`` makes Unicode (NFC) of text that was opened as Windows-1252."""

    name: str
    convert: Callable[[str], str]


# ẳ (``khaúng ñònh``) and ỵ are missing in viparse 0.1.31, and so are capitals that bear the
# mark of a small letter (``Aùnh``), as many typed them.
_VNI_MORE = {"aú": "ẳ", "AÚ": "Ẳ", "î": "ỵ", "Î": "Ỵ"}


def _pairs(encoding: str) -> dict[str, str]:
    """Return what is written and the letter that is meant, from viparse's table."""
    # Imported here, for nearly all texts are in Unicode and need none of it.
    from viparse.normalize.encodings import CHARMAPS  # noqa: PLC0415

    return dict(CHARMAPS[encoding].pairs)


@cache
def _vni() -> tuple[dict[str, str], re.Pattern[str]]:
    pairs = _pairs("vni") | _VNI_MORE
    for written, letter in tuple(pairs.items()):
        if len(written) == 2 and written.isupper():
            pairs.setdefault(written[0] + written[1].lower(), letter)
    return pairs, re.compile("|".join(sorted(map(re.escape, pairs), key=len, reverse=True)))


def _from_vni(text: str) -> str:
    pairs, letter = _vni()
    return letter.sub(lambda match: pairs[match[0]], text)


@cache
def _tcvn3() -> dict[int, str]:
    table = {ord(written): letter for written, letter in _pairs("tcvn3").items()}
    table[0x3BC] = table[0xB5]  # the Greek letter mu for the sign micro
    return table


# PDF puts a minus for the soft hyphen, which is ``ư``, and an operator for the middle dot.
_LETTER = r"[A-Za-z\xa1-\xff]"
_PDF_SIGNS = re.compile(rf"(?<={_LETTER})[\u2212\u2219]|[\u2212\u2219](?={_LETTER})")
_WORD = re.compile(r"[^\W\d_]+")
# Lines, and what stands between and in the tags of a page.
BREAKS = re.compile(r"([\r\n<>]+)")
_SMALL, _CAPITALS = re.compile(r"[a-z]"), re.compile(r"[A-Z]")


def _from_tcvn3(text: str) -> str:
    """Convert, and raise the small letters of lines and words that are in capitals.

    TCVN3 has no capitals with tones: they are the small letters in a font of capitals
    (.VnTimeH). Where all other letters are small as well, nothing tells them apart.
    """
    fixed = _PDF_SIGNS.sub(lambda sign: "\xad" if sign[0] == "\u2212" else "\xb7", text)
    fixed = fixed.translate(_tcvn3())
    if not _CAPITALS.search(text):
        return fixed
    return "".join(map(_raised, BREAKS.split(text), BREAKS.split(fixed)))


def _raised(written: str, line: str) -> str:
    if not _SMALL.search(written) and len(_CAPITALS.findall(written)) > 1:
        return line.upper()
    return _WORD.sub(_raised_word, line)


def _raised_word(match: re.Match[str]) -> str:
    word = match[0]
    if word.isascii() or word.isupper() or _SMALL.search(word):
        return word
    capitals = len(_CAPITALS.findall(word))
    return word.upper() if capitals > 1 or (capitals and word[0].islower()) else word


def _by_byte(letters: str) -> dict[int, str]:
    """Return the table from Windows-1252's letters to ``letters``, one for each byte."""
    return {
        ord(western): letters[byte]
        for western, byte in _BYTE_OF.items()
        if western != letters[byte]
    }


@cache
def _viscii() -> dict[int, str]:
    table = _pairs("viscii")
    return _by_byte("".join(table.get(chr(byte), chr(byte)) for byte in range(256)))


# Eleven bytes mean nothing in Windows-1258.
_CP1258 = _by_byte(
    "".join(bytes([n]).decode("cp1258", errors="ignore") or WESTERN[n] for n in range(256))
)


def _from_viscii(text: str) -> str:
    return text.translate(_viscii())


def _from_cp1258(text: str) -> str:
    return unicodedata.normalize("NFC", text.translate(_CP1258))


_FOLLOWS = "[" + "".join(re.escape(c) for c, byte in _BYTE_OF.items() if 0x80 <= byte < 0xC0) + "]"
_UTF8_LETTER = re.compile(
    rf"[\xc2-\xdf]{_FOLLOWS}|[\xe0-\xef]{_FOLLOWS}{{2}}|[\xf0-\xf4]{_FOLLOWS}{{3}}"
)


def _from_utf8(text: str) -> str:
    return unicodedata.normalize("NFC", _UTF8_LETTER.sub(_utf8_letter, text))


def _utf8_letter(match: re.Match[str]) -> str:
    try:
        return bytes(_BYTE_OF[letter] for letter in match[0]).decode()
    except UnicodeDecodeError:
        return match[0]


LEGACY = (
    Legacy("TCVN3", _from_tcvn3),
    Legacy("VNI", _from_vni),
    Legacy("Windows-1258", _from_cp1258),
    Legacy("UTF-8 read as Windows-1252", _from_utf8),
    Legacy("UTF-8 read as Windows-1252 twice", lambda text: _from_utf8(_from_utf8(text))),
    Legacy("VISCII", _from_viscii),
)
# What these encodings are full of and neither Vietnamese nor common signs (° ± ² ³ ´ ·) are.
SIGN = re.compile(r"[\x80-\x9f¡-¯µ-¶¸-¿\xadÄ-ÇËÎ-ÑÖ-ØÛÜÞ-ßä-çëî-ïðñö-øû-üþ-ÿ\u03bc]")
