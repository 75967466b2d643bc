"""What a person's name tells: the key that its spellings share, the sex, how common it is."""

from __future__ import annotations

import re
from functools import lru_cache

from hoinghi.text import fold, squeeze

COMMON, USUAL, RARE = "common", "usual", "rare"

_APOSTROPHE = re.compile(r"[’`ʼ‘'´]\s?")
_HYPHEN = re.compile(r"\s*-\s*")
_FINAL_I = re.compile(r"\b(qu|[hklmstv])([iìíỉĩị])\b")
_I_TO_Y = str.maketrans("iìíỉĩị", "yỳýỷỹỵ")
# Family names that together are borne by nine of ten Kinh, the most frequent ones first.
_MOST = "nguyễn trần lê phạm hoàng huỳnh vũ võ phan bùi đặng đỗ".split()
_FREQUENT = frozenset([*_MOST, *"hồ ngô dương lý đinh đoàn lâm trương trịnh mai đào".split()])
_MIDDLE = frozenset({"văn", "thị"})

_MEN = re.compile(
    r"(?<!\w)(?:ông|anh|thầy|chú|cụ ông|linh mục|đại đức|thượng tọa|hòa thượng)(?!\w)"
)
_WOMEN = re.compile(r"(?<!\w)(?:bà|chị|cô|nữ|ni sư|sư cô|mẹ)(?!\w)")


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Return the key under which the spellings of one name fall together.

    Case, tone style, apostrophes, hyphens and ``Lý/Lí``, ``Sỹ/Sĩ`` are levelled; every accent
    that tells names apart stays. ``K'Brối`` becomes two words, as it is a name in full.
    """
    key = squeeze(_HYPHEN.sub(" ", _APOSTROPHE.sub(" ", fold(name))))
    return _FINAL_I.sub(lambda m: m[1] + m[2].translate(_I_TO_Y), key)


@lru_cache(maxsize=65536)
def rarity(key: str) -> str:
    """Return how little a name by itself proves: ``COMMON``, ``USUAL`` or ``RARE``.

    A frequent family name with ``Văn`` or ``Thị`` and one more word is borne by thousands, as is
    a frequent one with one word alone. Rare are family names outside the two dozen frequent ones,
    and four words without ``Văn`` or ``Thị``.
    """
    family, *rest = key.split()
    if len(rest) < 2:
        return COMMON if family in _FREQUENT else USUAL
    if rest[0] in _MIDDLE:
        return COMMON if family in _MOST and len(rest) == 2 else USUAL
    return USUAL if family in _FREQUENT and len(rest) < 3 else RARE


def sex(name: str, honorific: str | None) -> str:
    """Return ``m``, ``f`` or nothing, from the form of address, else from ``Thị``.

    ``đồng chí`` and ranks say nothing. ``Văn`` says nothing either: women bear it, too.
    """
    address = fold(honorific or "")
    man, woman = _MEN.search(address), _WOMEN.search(address)
    if bool(man) != bool(woman):
        return "m" if man else "f"
    return "f" if "thị" in fold(name).split()[1:-1] else ""
