"""Writers of the old encodings, from tables of their own: nothing here comes from the reader.

TCVN3 and VNI by the keyboards of .VnTime and VNI-Times, VISCII by RFC 1456.
"""

from __future__ import annotations

import unicodedata

GRAVE, ACUTE, TILDE, HOOK, DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"

_TCVN3_ROWS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
_TCVN3 = {c: chr(first + i) for first, row in _TCVN3_ROWS.items() for i, c in enumerate(row)}

_VISCII_HIGH = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
    "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII = {c: 0x80 + i for i, c in enumerate(_VISCII_HIGH)}
_VISCII |= dict(zip("ẲẴẪỶỸỴ", (0x02, 0x05, 0x06, 0x14, 0x19, 0x1E), strict=True))

_VNI_PLAIN = {GRAVE: "ø", ACUTE: "ù", TILDE: "õ", HOOK: "û", DOT: "ï", "": ""}
_VNI_ROOF = {GRAVE: "à", ACUTE: "á", TILDE: "ã", HOOK: "å", DOT: "ä", "": "â"}
_VNI_BOWL = {GRAVE: "è", ACUTE: "é", TILDE: "ü", HOOK: "ú", DOT: "ë", "": "ê"}
_VNI_SINGLE = {"đ": "ñ", "ì": "ì", "í": "í", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}


def to_tcvn3(text: str) -> bytes:
    """Write TCVN3; what it has no capital for becomes small."""
    letters = (_TCVN3.get(c) or _TCVN3.get(c.lower()) or c for c in _nfc(text))
    return "".join(letters).encode("cp1252", errors="replace")


def to_vni(text: str) -> bytes:
    """Write VNI for Windows."""
    return "".join(map(_vni, _nfc(text))).encode("cp1252", errors="replace")


def _vni(letter: str) -> str:
    small = letter.lower()
    written = _VNI_SINGLE.get(small) or _vni_small(small)
    return written.upper() if letter.isupper() else written


def _vni_small(small: str) -> str:
    base, tone = _split(small)
    first, *marks = unicodedata.normalize("NFD", base)
    if marks == ["\u0302"]:
        return first + _VNI_ROOF[tone]
    if marks == ["\u0306"]:
        return first + _VNI_BOWL[tone]
    if marks == ["\u031b"]:
        return {"o": "ô", "u": "ö"}[first] + _VNI_PLAIN[tone]
    return base + _VNI_PLAIN[tone]


def _split(letter: str) -> tuple[str, str]:
    """Return ``letter`` without its tone, and the tone."""
    marks = unicodedata.normalize("NFD", letter)
    tone = next((m for m in marks if m in {GRAVE, ACUTE, TILDE, HOOK, DOT}), "")
    return _nfc(marks.replace(tone, "")) if tone else letter, tone


def to_cp1258(text: str) -> bytes:
    """Write Windows-1258: letters with their tones behind them."""
    parts = []
    for letter in _nfc(text):
        try:
            parts.append(letter.encode("cp1258"))
        except UnicodeEncodeError:
            parts.append("".join(_split(letter)).encode("cp1258", errors="replace"))
    return b"".join(parts)


def to_viscii(text: str) -> bytes:
    """Write VISCII; it has no dashes and quotation marks."""
    codes = (_VISCII.get(c, ord(c) if c < "\x80" else ord("?")) for c in _nfc(text))
    return bytes(codes)


def opened_as_western(data: bytes) -> str:
    """Return ``data`` as an editor shows it that takes it for Windows-1252."""
    return "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in data)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


BYTES = {
    "UTF-8": str.encode,
    "UTF-8 with mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16 with mark": lambda text: text.encode("utf-16"),
    "UTF-16 LE": lambda text: text.encode("utf-16-le"),
    "UTF-16 BE": lambda text: text.encode("utf-16-be"),
    "UTF-32 with mark": lambda text: text.encode("utf-32"),
    "Windows-1258": to_cp1258,
    "TCVN3": to_tcvn3,
    "VNI": to_vni,
    "VISCII": to_viscii,
    "TCVN3 saved as UTF-8": lambda text: opened_as_western(to_tcvn3(text)).encode(),
    "VNI saved as UTF-8": lambda text: opened_as_western(to_vni(text)).encode(),
    "1258 saved as UTF-8": lambda text: opened_as_western(to_cp1258(text)).encode(),
    "UTF-8 saved twice": lambda text: opened_as_western(text.encode()).encode(),
}
