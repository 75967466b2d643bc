"""Which strings can be a written syllable of Vietnamese, whatever it means.

The rules are those of the orthography: an onset, a rime, one of six tones. ``c``, ``g``, ``ng``
are written ``k``, ``gh``, ``ngh`` before ``e``, ``ê``, ``i``; a rime that ends in ``c``, ``ch``,
``p`` or ``t`` takes only the acute tone or the dot below.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_FRONT = frozenset("eêi")
_ONSETS = (
    "", *"b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(),
)  # fmt: skip
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in "
    "inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe "
    "oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uac uan "
    "uang uât uân uâng uây uc uê uêch uên uênh uêt ui um un ung uôc uôi uôm uôn uông uôt up ut uy "
    "uya uych uyên uyêt uyn uynh uyt uyu uơ ư ưa ưc ưi ưm ưn ưng ưt ươc ươi ươm ươn ương ươp ươt "
    "ươu ưu y yêm yên yêng yêt yêu ynh yt"
).split()
_LONELY = ("yêm", "yên", "yêng", "yêt", "yêu")  # else "iêm", but for "quyên"
_Y = frozenset({"", "h", "k", "l", "m", "s", "t", "v", "qu"})
_ONLY_SHARP = ("c", "ch", "p", "t")
_SHARP = frozenset("\u0301\u0323")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_LONGEST = 7  # "nghiêng"


def _syllables() -> frozenset[str]:
    """Return every syllable without its tone."""
    return frozenset(
        onset + rime for onset in _ONSETS for rime in _RIMES if _go_together(onset, rime)
    )


def _go_together(onset: str, rime: str) -> bool:
    first = rime[0]
    if first == "y":
        return onset in {"", "qu"} if rime in _LONELY else onset in _Y
    if onset in {"k", "gh", "ngh"}:
        return first in _FRONT
    if onset in {"c", "g", "ng"}:
        return first not in _FRONT or (onset == "g" and rime in {"i", "in"})
    if onset == "qu":
        return first not in "uươô" or rime in {"ơ", "ôc"}
    # "gi" swallows the "i" of "ia", "iêng": both are found under "g" below.
    return onset != "gi" or first not in "iy"


_KNOWN = _syllables() | {"gia", "giêng", "giêt", "giêm", "giên", "giêc", "gin", "gip"}


def is_syllable(word: str) -> bool:
    """Tell whether ``word`` (letters only, NFC, any case) may be a syllable with its tone."""
    return len(word) <= _LONGEST and _is_short_syllable(word)


@lru_cache(maxsize=8192)
def _is_short_syllable(word: str) -> bool:
    tones: list[str] = []
    letters: list[str] = []
    for mark in unicodedata.normalize("NFD", word.lower()):
        (tones if mark in _TONES else letters).append(mark)
    bare = unicodedata.normalize("NFC", "".join(letters))
    if len(tones) > 1 or bare not in _KNOWN:
        return False
    return not bare.endswith(_ONLY_SHARP) or not _SHARP.isdisjoint(tones)
