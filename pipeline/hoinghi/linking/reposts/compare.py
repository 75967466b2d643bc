"""What two articles that share much text differ in, and whether that makes them two.

Communes fill in one form again and again. What is filled in otherwise (a name, a number, a day, a
word) stands in the midst of common words; what a re-post changes is spelling, or whole sentences
at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from hoinghi.language import is_syllable
from hoinghi.linking.reposts.align import Gap, gaps
from hoinghi.linking.reposts.sentences import by_sentence
from hoinghi.linking.reposts.tokens import Words

# Words that neither tell anything nor count anything.
_EMPTY = frozenset(
    "và với cùng các những đã đang sẽ được bị do tại ở thì là mà của về trong này nay nhằm để cho"
    " theo ông bà đồng chí anh chị có vừa qua nói trên rằng vào đến từ".split()
)
# Words by which forms are filled in that are too short to tell a slip from another word.
_ROMAN = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split())
_COUNTING = _ROMAN | frozenset(
    "một hai ba bốn tư năm sáu bảy bẩy tám chín mười sáng trưa chiều tối đêm đông tây nam bắc"
    " thượng hạ trung đầu cuối sơ tổng".split()
)
# What a village, a commune or a house is called by; a name behind it is compared to the letter.
_NEAR_PLACES = frozenset(
    "thôn ấp bản buôn làng xóm khóm sóc phum khu phố tổ đội đường trường xã phường trấn cụm".split()
)
_WIDE_PLACES = frozenset("huyện quận tỉnh".split())
_REACH: Final = 4  # words before a name among which its kind of place stands
_PARAGRAPH: Final = 12  # words from which a sentence on each side is another one, not a form's line
_NAMES: Final = 0.5  # share of capitals and numbers from which it is a list, and no sentence
_LIKE: Final = 0.7  # of letters, from which two words are spellings of one
_SLIP: Final = 12  # words that may be glued or spaced otherwise at a time
_WORD: Final = 80  # letters
_SLIPS_IN_NAMES: Final = 3
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Comparison:
    """``shared`` words are in both; ``conflict`` says what was filled in otherwise, if anything.

    ``missing`` are the numbers of each article that the other one lacks, ``facts`` counts the names
    and numbers in common.
    """

    shared: int
    lengths: tuple[int, int]
    conflict: str = ""
    missing: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    facts: int = 0

    @property
    def of_shorter(self) -> float:
        """Return the share of the shorter article that the longer one has."""
        return self.shared / min(self.lengths) if min(self.lengths) else 0.0

    @property
    def of_longer(self) -> float:
        """Return the share of the longer article that the shorter one has."""
        return self.shared / max(self.lengths) if max(self.lengths) else 0.0


def compare(a: Words, b: Words) -> Comparison:
    """Compare two articles word by word."""
    found = list(by_sentence(a, b, gaps(a.plain, b.plain)))
    shared = len(a) - sum(gap.sizes[0] for gap in found)
    pair = _Pair(a, b)
    spelled = 0
    for gap in found:
        slip = pair.slip(gap)
        spelled += min(gap.sizes) if slip else 0
        why = pair.why_two(gap) if not slip else ""
        if why:
            return Comparison(shared + spelled, (len(a), len(b)), why)
    why = pair.why_other_names(found)
    if why:
        return Comparison(shared + spelled, (len(a), len(b)), why)
    missing = (frozenset(_numbers(a) - _numbers(b)), frozenset(_numbers(b) - _numbers(a)))
    facts = sum(1 for at, _ in _common(found, len(a)) if a.named[at])
    return Comparison(shared + spelled, (len(a), len(b)), "", missing, facts)


class _Side:
    """One article, with the pairs of words that stand in it."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.pairs = frozenset(zip(words.plain, words.plain[1:], strict=False))
        self.all = frozenset(words.plain)
        self.spelled = frozenset(
            words.folded[at : at + size] for size in (2, 3) for at in range(len(words) - size + 1)
        )

    def has(self, other: Words, at: int) -> bool:
        """Tell whether this article has word ``at`` of another one in the same company."""
        word = other.plain[at]
        if word not in self.all:
            return False
        pairs = []
        if at and (not other.named[at] or other.named[at - 1] or word.isdigit()):
            pairs.append((other.plain[at - 1], word))
        elif at + 1 < len(other) and other.named[at + 1]:
            pairs.append((word, other.plain[at + 1]))
        elif at:
            pairs.append((other.plain[at - 1], word))
        return any(pair in self.pairs for pair in pairs)


class _Pair:
    """Two articles whose differences are looked at one by one."""

    def __init__(self, a: Words, b: Words) -> None:
        self.a, self.b = a, b
        self.in_a, self.in_b = _Side(a), _Side(b)

    def slip(self, gap: Gap) -> bool:
        """Tell whether both sides of ``gap`` are one thing, spelled or spaced otherwise."""
        if 0 in gap.sizes or max(gap.sizes) > min(2 * min(gap.sizes) + 2, _SLIP):
            return False
        ours, theirs = self.a.plain[gap.a : gap.a_end], self.b.plain[gap.b : gap.b_end]
        if "".join(ours) == "".join(theirs):
            return True
        if any(word.isdigit() for word in (*ours, *theirs)) or self._counts(gap):
            return False
        if self._place_before(gap) and not self._known(gap) and not _slipped(ours, theirs):
            return False
        if len(ours) != len(theirs):
            return _alike("".join(ours), "".join(theirs))
        return all(_alike(one, other) for one, other in zip(ours, theirs, strict=True))

    def why_two(self, gap: Gap) -> str:
        """Return what makes the articles two, or nothing."""
        if 0 in gap.sizes:
            return self._why_added(gap)
        if self._whole(gap):
            return self._why_replaced(gap)
        ours, theirs = self._lacking(gap)
        numbers = [
            sorted(w for w in side if w.isdigit())
            for side in (self.a.plain[gap.a : gap.a_end], self.b.plain[gap.b : gap.b_end])
        ]
        if all(numbers) and numbers[0] != numbers[1]:
            return f"other numbers: {_shown(*numbers)}"
        if ours and theirs:
            return f"other words: {_shown(ours, theirs)}"
        return ""

    def _why_added(self, gap: Gap) -> str:
        """Return why words that one article has in addition make it another one."""
        words, start, end = (
            (self.a, gap.a, gap.a_end) if gap.sizes[0] else (self.b, gap.b, gap.b_end)
        )
        if self._starts(gap) and self._ends(gap, both=False) and self._closed(words, start, end):
            return ""
        side = self.in_b if words is self.a else self.in_a
        for at in range(start, end):
            if not words.named[at] or side.has(words, at):
                continue
            word = words.plain[at]
            if word.isdigit() and int(word[:9]) not in _YEARS:
                return f"a number more: {word}"
            if not word.isdigit() and _near_place(words, at):
                return f"a place more: {word}"
        return ""

    def _closed(self, words: Words, start: int, end: int) -> bool:
        """Tell whether the added words end where a sentence of their own article ends."""
        return end == len(words) or words.starts[end] or end - start > _PARAGRAPH

    def _why_replaced(self, gap: Gap) -> str:
        """Return why other whole sentences at one place make the articles two."""
        head, tail = gap.a == 0 and gap.b == 0, self._at_end(gap)
        prose = min(gap.sizes) >= _PARAGRAPH and all(share < _NAMES for share in self._named(gap))
        ours, theirs = self._lacking(gap)
        if not ours or not theirs or (prose and not head):
            return ""
        if not (head or tail):
            return f"other lines: {_shown(ours, theirs)}"
        counts = [[w for w in side if w.isdigit() or w in _ROMAN] for side in (ours, theirs)]
        if all(counts):
            return f"other numbers above or below: {_shown(*counts)}"
        places = list(self._places(gap))
        return f"other places above or below: {_shown(*places)}" if all(places) else ""

    def _places(self, gap: Gap) -> Iterator[list[str]]:
        for words, other, start, end in (
            (self.a, self.in_b, gap.a, gap.a_end),
            (self.b, self.in_a, gap.b, gap.b_end),
        ):
            yield [
                words.plain[at]
                for at in range(start, end)
                if words.named[at] and _near_place(words, at) and not other.has(words, at)
            ]

    def _lacking(self, gap: Gap) -> tuple[list[str], list[str]]:
        """Return the telling words of each side of ``gap`` that the other article lacks."""
        ours = _telling(self.a, gap.a, gap.a_end, self.in_b)
        theirs = _telling(self.b, gap.b, gap.b_end, self.in_a)
        return ours, theirs

    def _named(self, gap: Gap) -> Iterator[float]:
        for words, start, end in ((self.a, gap.a, gap.a_end), (self.b, gap.b, gap.b_end)):
            yield sum(words.named[start:end]) / max(1, end - start)

    def _counts(self, gap: Gap) -> bool:
        """Tell whether a word that counts stands for another one."""
        ours = set(self.a.folded[gap.a : gap.a_end]) & _COUNTING
        theirs = set(self.b.folded[gap.b : gap.b_end]) & _COUNTING
        return bool(ours and theirs and ours != theirs)

    def _place_before(self, gap: Gap) -> bool:
        return any(
            words.named[at] and _near_place(words, at)
            for words, start, end in ((self.a, gap.a, gap.a_end), (self.b, gap.b, gap.b_end))
            for at in range(start, end)
        )

    def _known(self, gap: Gap) -> bool:
        """Tell whether one article has the words of the other's side elsewhere."""
        return all(self.in_b.has(self.a, at) for at in range(gap.a, gap.a_end)) or all(
            self.in_a.has(self.b, at) for at in range(gap.b, gap.b_end)
        )

    def why_other_names(self, found: Sequence[Gap]) -> str:
        """Return why names that are spelled otherwise are other names.

        A slip is believed in a name where slips stand elsewhere too: who fills in a form with
        another name makes none.
        """
        doubtful = slips = 0
        for gap in found:
            if 0 in gap.sizes or not self.slip(gap):
                continue
            named = any(self.a.named[gap.a : gap.a_end])
            sides = (self.a.plain[gap.a : gap.a_end], self.b.plain[gap.b : gap.b_end])
            if named and not self._known(gap) and not _slipped(*sides):
                doubtful += 1
            else:
                slips += 1
        for at, at_b in _common(found, len(self.a)):
            ours, theirs, plain = self.a.folded[at], self.b.folded[at_b], self.a.plain[at]
            if ours == theirs:
                continue
            lost = plain in {ours.replace("đ", "d"), theirs.replace("đ", "d")}
            named = self.a.named[at] and self.b.named[at_b]
            if not named or self._accented(at, at_b):
                slips += 1
            elif not lost and (_near_place(self.a, at) or _near_place(self.b, at_b)):
                return f"another place: {ours} / {theirs}"
            else:
                doubtful += 1
        return "other names, spelled alike" if doubtful > min(slips, _SLIPS_IN_NAMES) else ""

    def _accented(self, at: int, at_b: int) -> bool:
        """Tell whether one article has the other's form of a name elsewhere.

        Of a full name three words must be the same: many are called ``Thanh Lan``.
        """
        full = at > 1 and all(self.a.named[at - 2 : at]) and not any(self.a.starts[at - 1 : at + 1])
        reach = 2 if full else 1
        ours = self.a.folded[max(0, at - reach) : at + 1]
        theirs = self.b.folded[max(0, at_b - reach) : at_b + 1]
        return ours in self.in_b.spelled or theirs in self.in_a.spelled

    def _starts(self, gap: Gap) -> bool:
        ours = gap.a == len(self.a) or self.a.starts[gap.a]
        theirs = gap.b == len(self.b) or self.b.starts[gap.b]
        return (gap.a == 0 and gap.b == 0) or (ours or theirs)

    def _ends(self, gap: Gap, *, both: bool) -> bool:
        ours = gap.a_end == len(self.a) or self.a.starts[gap.a_end]
        theirs = gap.b_end == len(self.b) or self.b.starts[gap.b_end]
        return (ours and theirs) if both else (ours or theirs)

    def _at_end(self, gap: Gap) -> bool:
        return gap.a_end == len(self.a) and gap.b_end == len(self.b)

    def _whole(self, gap: Gap) -> bool:
        """Tell whether both sides of ``gap`` are whole sentences."""
        starts = self.a.starts[gap.a] and self.b.starts[gap.b]
        return starts and self._ends(gap, both=True)


def _common(found: Sequence[Gap], size: int) -> Iterator[tuple[int, int]]:
    """Yield the places of the words in common; ``size`` is the length of the first article."""
    at = at_b = 0
    for gap in (*found, Gap(size, size, 0, 0)):
        yield from zip(range(at, gap.a), range(at_b, at_b + gap.a - at), strict=True)
        at, at_b = gap.a_end, gap.b_end


def _telling(words: Words, start: int, end: int, other: _Side) -> list[str]:
    return [
        words.folded[at]
        for at in range(start, end)
        if (words.named[at] or words.folded[at] not in _EMPTY) and not other.has(words, at)
    ]


def _near_place(words: Words, at: int) -> bool:
    """Tell whether the name that holds word ``at`` is that of a commune, a village, a house."""
    for before in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if words.starts[before + 1]:
            return False
        if words.folded[before] in _WIDE_PLACES:
            return False
        if words.folded[before] in _NEAR_PLACES:
            return words.plain[before + 1] != "hoi"  # "xã hội chủ nghĩa"
        if not words.named[before]:
            return False
    return False


def _slipped(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Tell whether one side holds what is no Vietnamese syllable, and the other does not."""
    return all(map(is_syllable, ours)) != all(map(is_syllable, theirs))


def _alike(one: str, other: str) -> bool:
    """Tell whether two words are spellings of one: a letter more, two letters turned."""
    short, long = sorted((one, other), key=len)
    if len(long) > _WORD:
        return False
    if sorted(one) == sorted(other) or (len(long) == len(short) + 1 and _one_more(short, long)):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LIKE


def _one_more(short: str, long: str) -> bool:
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _numbers(words: Words) -> set[str]:
    return {word for word in words.plain if word.isdigit()}


def _shown(ours: Iterable[str], theirs: Iterable[str]) -> str:
    return f"{' '.join(ours)[:40]} / {' '.join(theirs)[:40]}"
