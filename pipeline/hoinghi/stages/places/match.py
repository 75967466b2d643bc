"""Where the names of the gazetteer stand in one text, by one pass over its folded syllables."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, count
from operator import add

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from hoinghi.resources.units import gazetteer
from hoinghi.stages.places import patterns as p
from hoinghi.stages.places.words import Words

FIXED = frozenset({*p.COUNTRIES, *p.REGIONS, *p.FOREIGN_PROVINCES, *p.NO_PLACES, "việt nam"})


@dataclass(frozen=True, slots=True)
class Known:
    """All names, in an automaton that finds every one of them, overlapping ones too."""

    automaton: AhoCorasick
    sizes: tuple[int, ...]


@lru_cache(maxsize=1)
def known() -> Known:
    """Return the names of units, their short forms, and the countries and regions."""
    names = sorted(gazetteer().keys | p.ALIASES.keys() | FIXED)
    # The blanks around a name keep it to whole syllables: ``An Hà`` is not in ``An Hàm``.
    automaton = AhoCorasick(
        [f" {name} " for name in names],
        matchkind=MatchKind.Standard,
        store_patterns=False,
        implementation=Implementation.ContiguousNFA,
    )
    return Known(automaton, tuple(name.count(" ") + 1 for name in names))


class Matcher:
    """The known names of one text, by the syllable that they begin with.

    Leftmost-longest search would let ``An Hà`` in ``xã An Hà Lam`` hide ``Hà Lam``; so all
    matches are kept, and the reader that stands at a syllable takes the longest that fits.
    """

    def __init__(self, words: Words) -> None:
        self.words = words
        self.ends: dict[int, list[int]] = {}
        names = known()
        sizes = names.sizes
        starts = list(map(add, accumulate(map(len, words.keys), initial=0), count()))
        text = f" {' '.join(words.keys)} "
        for name, start, _ in names.automaton.find_matches_as_indexes(text, overlapping=True):
            first = bisect_left(starts, start)
            self.ends.setdefault(first, []).append(first + sizes[name])

    def at(self, first: int, *, lower: bool = False) -> list[int]:
        """Return the ends of all names that begin at ``first``, the longest first.

        Every syllable needs a capital or a digit unless ``lower``.
        """
        found = self.ends.get(first)
        if found is None:
            return []
        return [stop for stop in reversed(found) if self.words.whole(first, stop, lower=lower)]
