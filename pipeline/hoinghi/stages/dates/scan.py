"""Where in a text an expression may begin: one compiled search instead of a look at every word.

The grammar is asked only where a starter of ``patterns`` stands before a word that may come next.
Python reads letters slowly and compiled expressions fast, so that this search decides the speed
of the whole finder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from heapq import merge

from hoinghi.stages.dates.patterns import AFTER_NUMBER, BARE_YEAR_CUES, GLUED, STARTERS

_WORD_ENDS = r"(?![^\W\d_])"
# Signs after a number: "1.577" and "21/KH" can be passed over, "23.4", "12 - ngày 15" cannot.
_SIGNS = r"\.[0-9]{1,2}(?![0-9])|:[0-9]{2}|\s*+(?:/\s*+[0-9]|-\s*+[0-9nthcsđmr])"
# A number may start nothing when a longer code or number goes on before it.
_NUMBER_STARTS = r"(?<!\w[/.,:-])[0-9]{1,4}(?![0-9])"
# A year may stand alone behind a word for time: "đến 2030", "tầm nhìn 2050".
_CUED_YEAR = "(?:19|20)[0-9]{2}(?![0-9])(?:%s)"
_BORN = r"(?<=sn )[0-9]{4}|(?<=sn\.)[0-9]{4}|(?<=sn\. )[0-9]{4}|(?<=sn: )[0-9]{4}"


def starts(folded: str, *, glued: bool) -> Iterator[int]:
    """Yield the offsets in ``folded`` where an expression may begin, in order.

    ``glued`` tells that ``GLUED`` stands in it.
    """
    found = (match.start() for match in _STARTS.finditer(folded))
    if not glued:
        return found
    return merge(found, (match.start() for match in GLUED.finditer(folded)))


def _any_of(endings: Mapping[str, str]) -> str:
    """Return a pattern for the words of ``endings``, each with what must follow it.

    A tree of letters: ``re`` tries the branches of a flat list one by one.
    """
    branches: dict[str, dict[str, str]] = {}
    for word, ending in endings.items():
        branches.setdefault(word[:1], {})[word[1:]] = ending
    parts = [re.escape(c) + _any_of(rest) for c, rest in branches.items() if c]
    parts += [rest[""] for c, rest in branches.items() if not c]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _before(following: frozenset[str]) -> str:
    """Return a look ahead for one of the words and signs of ``following``, or a figure.

    An empty word stands for the end of the text.
    """
    if not following:
        return ""
    signs = "".join(re.escape(word) for word in sorted(following) if not word.isalpha())
    words = {word: _WORD_ENDS for word in sorted(following) if word.isalpha()}
    options = [f"[0-9{signs}]", *([_any_of(words)] if words else [])]
    options += [r"\Z"] if "" in following else []
    return rf"(?=\s*+(?:{'|'.join(options)}))"


def _pattern() -> str:
    words = {word: _WORD_ENDS + _before(following) for word, following in STARTERS.items()}
    words["thứ"] = "(?<!lần thứ)" + words["thứ"]  # an ordinal, and the commonest
    after = _any_of(dict.fromkeys(sorted(AFTER_NUMBER), _WORD_ENDS))
    number = rf"{_NUMBER_STARTS}(?={_SIGNS}|\s*+{after})"
    first = "".join(sorted({word[0] for word in words}))
    # the set of first letters lets most words go with one look
    cues = "|".join(f"(?<={cue} [0-9]{{4}})" for cue in sorted({*BARE_YEAR_CUES, "nhìn"}))
    figures = f"{number}|{_CUED_YEAR % cues}|{_BORN}"
    return rf"\b(?=[0-9{first}])(?:(?=[0-9])(?:{figures})|{_any_of(words)})"


_STARTS = re.compile(_pattern())
