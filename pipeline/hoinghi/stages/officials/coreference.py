"""Short mentions (``bà Lan``) and the full name that each stands for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hoinghi.resources.officials import common_surnames, surnames
from hoinghi.text import fold

# How many mentions away a full name may stand; keeps very long texts linear.
_REACH = 200
# How many blanks a name may have that is not the whole of it.
_LONGEST_SHORT = 2
_MEN = frozenset({"ông", "anh", "chú", "cậu"})
_WOMEN = frozenset({"bà", "chị", "cô", "dì", "mẹ", "má"})


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of a person: the name as spelled, and the honorific before it."""

    name: str
    honorific: str | None


def full_names(mentions: Sequence[Named]) -> list[str]:
    """Return, for every mention in reading order, the fullest name of the same person.

    A short mention goes to the latest person before it whose name ends in it (begins with it,
    for names that put the given name first and for people of other countries, who are called by
    their family's), else to the first one after it. A man's form of address never goes to a
    person who has been called by a woman's.
    """
    spelled: dict[str, str] = {}
    gender: dict[str, str] = {}
    keys = [fold(mention.name) for mention in mentions]
    for key, mention in zip(keys, mentions, strict=True):
        spelled.setdefault(key, mention.name)
        if mention.honorific in _MEN | _WOMEN:
            gender.setdefault(key, "m" if mention.honorific in _MEN else "w")
    found: list[str] = []
    for at, (key, mention) in enumerate(zip(keys, mentions, strict=True)):
        longer: Iterable[str] = ()
        if not _whole(key):
            before, behind = keys[max(0, at - _REACH) : at], keys[at + 1 : at + _REACH]
            longer = dict.fromkeys([*reversed(before), *behind])
        fitting = [k for k in longer if _agree(mention, k, gender)]
        match = next((k for k in fitting if _ends(k, key)), None)
        match = match or next((k for k in fitting if _begins(k, key)), key)
        found.append(spelled[match])
    return found


def _whole(name: str) -> bool:
    """Tell whether a name is no short one: four words, or three with a common family name."""
    blanks = name.count(" ")
    return blanks > _LONGEST_SHORT or (
        blanks == _LONGEST_SHORT and name.partition(" ")[0] in common_surnames()
    )


def _ends(full: str, short: str) -> bool:
    """Tell whether a name ends in a short one."""
    return full.endswith(" " + short)


def _begins(full: str, short: str) -> bool:
    """Tell whether a name begins with a short one, as those of other peoples may."""
    given = short.partition(" ")[0]
    if short.count(" ") == _LONGEST_SHORT:
        return False
    foreign = "-" in short or not short.replace(" ", "").isalpha() or len(given) == 1
    foreign = foreign or (given == short and given not in surnames())
    return foreign and full.startswith(short + " ")


def _agree(mention: Named, key: str, gender: dict[str, str]) -> bool:
    known = gender.get(key)
    if known is None or mention.honorific not in _MEN | _WOMEN:
        return mention.honorific is not None or len(mention.name.split()) == 1
    return known == ("m" if mention.honorific in _MEN else "w")
