"""In which language an article is written; only Vietnamese ones are read.

Vietnamese is told by itself, without a model: by its own letters, and where those are rare or
missing (``Uy ban nhan dan xa to chuc hoi nghi``) by its syllables, which are built so narrowly
that few words of other languages look like one. Any other language is named by py3langid, which
is loaded when the first such text comes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

from hoinghi.text import nfc, strip_accents

VIETNAMESE: Final = "vi"
UNDETERMINED: Final = "und"  # BCP 47: not Vietnamese, and nothing says what else

# Letters that Vietnamese alone has; French and Spanish share the other accented ones.
_OWN = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
# Letters of Êđê, Jrai and Bahnar, which write đ, ơ and ư as well.
_HIGHLAND = re.compile("[ĕĭŏŭčñƀĔĬŎŬČÑɃ]")
_CERTAIN: Final = 0.09  # share of own letters; our articles have 0.095 to 0.18
_SOME: Final = 0.04  # the least in a Vietnamese sentence with many names and abbreviations
_ODD: Final = 0.01  # share of letters of the highlands from which a text is looked at closely
_FOREIGN: Final = 0.12  # share of words with such letters that no Vietnamese sentence has
_BROKEN: Final = 0.05  # share of signs that stand for letters where an encoding was misread

_ADDRESS = re.compile(r"(?:https?:|www\.)\S{1,500}|[^\s@]{1,80}@[^\s@]{1,80}")
_PIECE = re.compile(r"[^\n.!?;。។]+")
_WORD = re.compile(r"[^\W\d_]+")
_SIGN = re.compile("[\x80-\xbf×÷ƒ†‡•…‰€™\ufffd]")
# A syllable without its accents: one onset, one vowel group, one coda.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?"
    r"(?:uye|uya|uyu|ieu|yeu|oai|oay|oeo|uay|uoi|uou|uao"
    r"|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|[aeiouy])"
    r"(?:ch|nh|ng|[cmnpt])?"
)
# Syllables that news in Vietnamese are full of, and other languages are not.
_FREQUENT = frozenset(
    "ban bao bi bo cac can chi cho chu chuc chung chuyen cong cua cung cuoc dan dang dao dau"
    " day de den di dia dinh dong du duc dung duoc gia giai giao hai hanh hien hieu hoach hoat"
    " hoi hop huong huyen ke ket kha khai khong khu kinh la lam lanh len lien luc luong ly mat"
    " mot nam nang nay nghi nghiep ngay nguoi nhan nhat nhieu nhung phai phat pho phong phu"
    " phuong quan quoc quy sau sinh so su tac tai te tham thanh theo thi thon thong thuc thuoc"
    " thuong tich tiep tinh to trach tran tren trien trong truong truyen tuyen ty uy va van ve"
    " vi viec vien viet voi vu xa xay".split()
)

_FEW: Final = 12  # letters that say nothing yet; 6 in a script of its own
_MANY: Final = 20  # words without a syllable's form that cannot be Vietnamese by accident
_SHAPED: Final = 0.7  # share of words with a syllable's form; Vietnamese 0.76 to 1, others to 0.5
_FAMILIAR: Final = 0.15  # share of frequent syllables in a sentence without accents
_CONFIDENT: Final = 0.6
_TWINS = frozenset("ms pcm wuu yue zxx".split())  # take the share of Indonesian, English, Chinese
_SAMPLE: Final = 20_000  # characters that are looked at closely


@lru_cache(maxsize=16)  # each stage asks, and the tables
def language_of(text: str) -> str | None:
    """Return the language that the larger share of ``text`` is written in.

    Returns:
        ``vi``, also without its accents; another code of ISO 639-1 (639-3 where there is none);
        ``und`` for a longer text that is certainly not Vietnamese, while nothing says what else;
        ``None`` where the text is too short or too broken to say.
    """
    text = nfc(text)
    if _share(_OWN, text) >= _CERTAIN and _share(_HIGHLAND, text) < _ODD:
        return VIETNAMESE
    text = _ADDRESS.sub(" ", text[:_SAMPLE])
    ours, others = 0, []
    for piece in _PIECE.findall(text):
        letters = sum(map(len, _WORD.findall(piece)))
        if _is_vietnamese(piece):
            ours += letters
        elif letters > 1:
            others.append(piece)
    theirs = sum(len(word) for piece in others for word in _WORD.findall(piece))
    if ours >= theirs:
        return VIETNAMESE if ours >= _FEW // 2 else None
    return None if _share(_SIGN, text) > _BROKEN else _other(" ".join(others))


def is_foreign(text: str) -> bool:
    """Tell whether ``text`` is certainly written in another language than Vietnamese."""
    return language_of(text) not in {VIETNAMESE, None}


def is_syllable(word: str) -> bool:
    """Tell whether a word in small letters without accents could be Vietnamese."""
    return _SYLLABLE.fullmatch(word) is not None


def _share(pattern: re.Pattern[str], text: str) -> float:
    return len(pattern.findall(text)) / len(text) if text else 0.0


def _is_vietnamese(piece: str) -> bool:
    """Tell whether one sentence is Vietnamese, with or without accents."""
    words = _plain_words(piece)
    odd = sum(1 for word in piece.split() if _HIGHLAND.search(word))
    if not words or odd > _FOREIGN * len(words):
        return False
    shaped = sum(map(is_syllable, words)) / len(words)
    if _share(_OWN, piece) >= _SOME:
        return shaped >= _SHAPED
    familiar = sum(1 for word in words if word in _FREQUENT) / len(words)
    return shaped >= _SHAPED and familiar >= _FAMILIAR


def _plain_words(piece: str) -> list[str]:
    """Return the words in small letters without accents, but for abbreviations (``UBMTTQVN``)."""
    words = _WORD.findall(piece)
    shouted = piece.isupper()
    kept = (w for w in words if shouted or len(w) == 1 or not w.isupper() or _has_accent(w))
    return _WORD.findall(strip_accents(" ".join(kept)).lower())


def _has_accent(word: str) -> bool:
    return not word.isascii()


def _other(text: str) -> str | None:
    """Return the language of a text that is not Vietnamese."""
    words = _WORD.findall(text)
    letters = sum(map(len, words))
    latin = any(character.isascii() for word in words for character in word)
    if letters < (_FEW if latin else _FEW // 2):
        return None
    code, confidence = _identifier().classify(text)
    if confidence >= _CONFIDENT and code != VIETNAMESE:
        return str(code)
    return UNDETERMINED if len(words) >= _MANY else None


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - 125 MB, rare

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in identifier.labels if code not in _TWINS])
    return identifier
