"""Runs of capitalised words that may be a name: where they begin and where they end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from hoinghi.resources.officials import common_surnames, surnames
from hoinghi.stages.officials import patterns
from hoinghi.stages.officials.honorifics import Honorific
from hoinghi.stages.officials.scan import Scan, Token
from hoinghi.stages.officials.titles import TitleHit

_MOST = 6
_PARTICLES = frozenset({"nữ", "thị", "văn"})
_TOWNS = frozenset({"xã", "trấn", "ủy", "đoàn", "trường", "tứ"})
_BLANK = re.compile(r" {1,2}")
_APOSTROPHES = tuple("'’‘`ʼ")


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name where it stands, what found it, and how sure that is."""

    start: int
    end: int
    rule: str
    confidence: float


@dataclass(slots=True)
class NameState:
    """What is known of the article while its names are being read from left to right."""

    scan: Scan
    title_at: dict[int, TitleHit]
    title_to: dict[int, TitleHit]
    honorific_at: dict[int, Honorific]
    covered: frozenset[int]
    lists: list[tuple[int, int]]
    words: Sequence[tuple[int, int]]
    owned: int = -1
    hits: list[NameHit] = field(default_factory=list)


def make_hit(state: NameState, first: int, last: int, rule: str, confidence: float) -> NameHit:
    """Return the hit for tokens ``first`` to ``last`` (exclusive)."""
    tokens = state.scan.tokens
    return NameHit(tokens[first].start, tokens[last - 1].end, rule, confidence)


def is_surname(form: str) -> bool:
    """Tell whether a folded word may begin a name (an apostrophe: ``H'Lan``, ``K'Sor``)."""
    return form in surnames() or form[1:2] in _APOSTROPHES or form[2:3] in _APOSTROPHES


def opens_name(scan: Scan, first: int, size: int) -> bool:
    """Tell whether a run may be a name: a family name opens it, or ``Thị`` stands behind."""
    if is_surname(scan.tokens[first].form):
        return True
    if not 3 <= size <= 5 or scan.tokens[first + 1].form != "thị":
        return False
    unit = scan.tokens[first + 2].form in _TOWNS
    return not unit and scan.tokens[first].form not in patterns.BODY_WORDS


def blocked(state: NameState, token: Token) -> bool:
    """Tell whether the token can be no part of a name: small, or in a title, body or place."""
    scan = state.scan
    if not scan.capital(token) or token.start in state.covered:
        return True
    if scan.body_over(token.start) is not None:
        return True
    return token.start in scan.place_at and not _named_like_place(state, token)


def _named_like_place(state: NameState, token: Token) -> bool:
    """Tell whether a place is only part of a name (``ông Nguyễn Thái Bình``)."""
    scan = state.scan
    start, end = scan.place_at[token.start]
    if start not in state.honorific_at and not _inside_name(state, start):
        return False
    return scan.tokens[scan.index_from(start)].form in surnames() and end - start < 30


def _inside_name(state: NameState, start: int) -> bool:
    at = state.scan.index_from(start)
    if at == 0 or state.scan.gap(at - 1, at) != " ":
        return False
    before = state.scan.tokens[at - 1]
    addressed = before.start in state.honorific_at and is_surname(before.form)
    return addressed or before.form in common_surnames()


def run_end(state: NameState, at: int) -> int:
    """Return the token behind the run of capitals that begins at token ``at``."""
    scan = state.scan
    if blocked(state, scan.tokens[at]):
        return at
    last = at + 1
    while last < min(at + _MOST, len(scan.tokens)):
        token, gap = scan.tokens[last], scan.gap(last - 1, last)
        if gap == ". " and _initial(state, at, last):
            last += 1
            continue
        if gap == "-" and not scan.capital(token) and token.start not in state.title_at:
            last += 1
            continue
        if gap == "-" and not is_surname(scan.tokens[at].form) and not blocked(state, token):
            last += 1
            continue
        if not (gap == " " or (last == at + 1 and _BLANK.fullmatch(gap))):
            break
        if blocked(state, token) and not _particle(state, at, last):
            break
        if _short_form(scan, at, last):
            break
        last += 1
    return last


def _short_form(scan: Scan, first: int, at: int) -> bool:
    """Tell whether token ``at`` is an abbreviation behind words that are not in capitals."""
    raw = scan.raw(scan.tokens[at])
    return len(raw) > 1 and raw.isupper() and not scan.raw(scan.tokens[first]).isupper()


def _initial(state: NameState, first: int, at: int) -> bool:
    """Tell whether the point at token ``at`` ends a foreigner's initial (``Quynh K. Ho``)."""
    scan, before = state.scan, state.scan.tokens[at - 1]
    named = state.scan.tokens[first].start in state.honorific_at
    initial = before.end - before.start == 1 and at == first + 2
    known = is_surname(scan.tokens[first].form)
    return named and initial and not known and not blocked(state, scan.tokens[at])


def _particle(state: NameState, first: int, at: int) -> bool:
    """Tell whether a lower-case ``thị``, ``văn`` or ``nữ`` goes on with a name."""
    scan = state.scan
    if at + 1 >= len(scan.tokens) or scan.tokens[at].form not in _PARTICLES:
        return False
    if scan.tokens[first].form not in common_surnames() or at != first + 1:
        return False
    return scan.gap(at, at + 1) == " " and not blocked(state, scan.tokens[at + 1])


def shouted(scan: Scan, first: int, last: int) -> bool:
    """Tell whether all words of a run are in capitals, so that these say nothing."""
    return last - first > 1 and all(scan.raw(t).isupper() for t in scan.tokens[first:last])


def cut_capitals(state: NameState, first: int, last: int) -> int:
    """Shorten a run in a line of capitals, where nothing shows where the name ends."""
    scan = state.scan
    if last - first <= 4 or not all(scan.raw(t).isupper() for t in scan.tokens[first:last]):
        return last
    return first + 3


def cut_sentence(scan: Scan, first: int, last: int) -> int:
    """Leave off a last word that begins the next sentence."""
    form, size = scan.tokens[last - 1].form, last - first
    starts = size >= 3 and form in patterns.NEXT_SENTENCE
    starts = starts or (size >= 4 and form in patterns.NEXT_SENTENCE_LONG)
    if starts and last < len(scan.tokens) and not scan.capital(scan.tokens[last]):
        return last - 1 if scan.gap(last - 1, last) == " " else last
    return last
