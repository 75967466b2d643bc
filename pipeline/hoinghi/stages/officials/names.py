"""Finding persons' names: capitals behind an honorific, a title, in a list, or like a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from hoinghi.resources.officials import common_surnames, surnames
from hoinghi.stages.officials import patterns
from hoinghi.stages.officials.honorifics import Honorific, find_honorifics
from hoinghi.stages.officials.scan import Scan, Token
from hoinghi.stages.officials.titles import TitleHit

_MOST = 6
_THRESHOLD = 3
_PARTICLES = frozenset({"nữ", "thị", "văn"})
_BLANK = re.compile(r" {1,2}")
_APOSTROPHES = tuple("'’‘`ʼ")
_LEFT_TO_LIST = re.compile(r"[:,;(] ?$|(?:^|\W)(?:và|cùng|gồm|có|với|là)[ ]$")


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name where it stands, what found it, and how sure that is."""

    start: int
    end: int
    rule: str
    confidence: float


@dataclass(slots=True)
class _State:
    """What is known of the article while its names are being read from left to right."""

    scan: Scan
    title_at: dict[int, TitleHit]
    title_to: dict[int, TitleHit]
    honorific_at: dict[int, Honorific]
    covered: frozenset[int]
    lists: list[tuple[int, int]]
    hits: list[NameHit] = field(default_factory=list)


def find_person_names(scan: Scan, titles: Sequence[TitleHit]) -> list[NameHit]:
    """Return the names in the text in order, without overlaps."""
    honorifics = find_honorifics(scan.folded, scan.text)
    covered = {at for h in honorifics for at in range(h.start, h.name_at)}
    covered.update(at for hit in titles for at in range(hit.start, hit.end))
    state = _State(
        scan,
        {hit.start: hit for hit in titles},
        {hit.end: hit for hit in titles},
        {h.name_at: h for h in honorifics},
        frozenset(covered),
        [(m.end(), _list_end(scan, m.end())) for m in patterns.PLURAL.finditer(scan.folded)],
    )
    at = 0
    while at < len(scan.tokens):
        at = _step(state, at)
    return _repeated(state)


def _list_end(scan: Scan, start: int) -> int:
    """A list of persons ends with its sentence or line."""
    match = re.compile(r"[.!?](?=\s)|\n").search(scan.folded, start)
    return match.start() if match else len(scan.folded)


def _step(state: _State, at: int) -> int:
    """Judge the run of capitals at token ``at``; return the token to go on with."""
    last = _run_end(state, at)
    if last == at:
        return at + 1
    hit = _judge(state, at, last)
    if hit is not None:
        state.hits.append(hit)
        return state.scan.index_from(hit.end)
    for start in range(at + 1, last - 1):
        if state.scan.tokens[start].form in common_surnames():
            hit = _judge_like(state, start, last, need=_THRESHOLD + 1)
            if hit is not None:
                state.hits.append(hit)
                return last
    return last


def _blocked(state: _State, token: Token) -> bool:
    scan = state.scan
    if not scan.capital(token) or token.start in state.covered:
        return True
    if scan.body_over(token.start) is not None:
        return True
    return token.start in scan.place_at and not _named_like_place(state, token)


def _named_like_place(state: _State, token: Token) -> bool:
    """Tell whether a place is only part of a name (``ông Nguyễn Thái Bình``)."""
    scan = state.scan
    start, end = scan.place_at[token.start]
    if start not in state.honorific_at and not _inside_name(state, start):
        return False
    return scan.tokens[scan.index_from(start)].form in surnames() and end - start < 30


def _inside_name(state: _State, start: int) -> bool:
    at = state.scan.index_from(start)
    if at == 0 or state.scan.gap(at - 1, at) != " ":
        return False
    return state.scan.tokens[at - 1].form in common_surnames()


def _run_end(state: _State, at: int) -> int:
    """Return the token behind the run of capitals that begins at token ``at``."""
    scan = state.scan
    if _blocked(state, scan.tokens[at]):
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
        if not _BLANK.fullmatch(gap):
            break
        if _blocked(state, token) and not _particle(state, at, last):
            break
        if _short_form(scan, at, last):
            break
        last += 1
    return last


def _short_form(scan: Scan, first: int, at: int) -> bool:
    """Tell whether token ``at`` is an abbreviation behind words that are not in capitals."""
    raw = scan.raw(scan.tokens[at])
    return len(raw) > 1 and raw.isupper() and not scan.raw(scan.tokens[first]).isupper()


def _initial(state: _State, first: int, at: int) -> bool:
    """Tell whether the point at token ``at`` ends a foreigner's initial (``Quynh K. Ho``)."""
    scan, before = state.scan, state.scan.tokens[at - 1]
    named = state.scan.tokens[first].start in state.honorific_at
    initial = before.end - before.start == 1 and at == first + 2
    known = is_surname(scan.tokens[first].form)
    return named and initial and not known and not _blocked(state, scan.tokens[at])


def _particle(state: _State, first: int, at: int) -> bool:
    """Tell whether a lower-case ``thị``, ``văn`` or ``nữ`` goes on with a name."""
    scan = state.scan
    if at + 1 >= len(scan.tokens) or scan.tokens[at].form not in _PARTICLES:
        return False
    if scan.tokens[first].form not in common_surnames() or at != first + 1:
        return False
    return scan.gap(at, at + 1) == " " and not _blocked(state, scan.tokens[at + 1])


def _hit(state: _State, first: int, last: int, rule: str, confidence: float) -> NameHit:
    tokens = state.scan.tokens
    return NameHit(tokens[first].start, tokens[last - 1].end, rule, confidence)


def _judge(state: _State, first: int, last: int) -> NameHit | None:
    """Accept or refuse the run by what stands before it."""
    scan = state.scan
    token = scan.tokens[first]
    last = _cut_capitals(state, first, last)
    size = last - first
    if scan.folded.startswith("hồ chí minh", token.start):
        before = scan.folded[max(0, token.start - 10) : token.start]
        named = before.endswith(("chủ tịch ", "đồng chí ", "chủ tịch\n"))
        return _hit(state, first, first + 3, "name:leader", 1.0) if named else None
    honorific = state.honorific_at.get(token.start)
    if honorific is not None:
        return _judge_addressed(state, first, last, honorific)
    if _shouted(scan, first, last):
        return None
    known = is_surname(token.form)
    title = _title_before(state, token.start)
    if title is not None and _fits_title(state, first, size):
        return _hit(state, first, last, "name:title", 0.9 if known else 0.7)
    if known and size >= 2 and _in_list(state, token.start, last):
        return _hit(state, first, last, "name:list", 0.8)
    return _judge_like(state, first, last, need=_THRESHOLD)


def _judge_addressed(
    state: _State, first: int, last: int, honorific: Honorific
) -> NameHit | None:
    scan, token = state.scan, state.scan.tokens[first]
    size, known = last - first, is_surname(token.form)
    if token.form in patterns.NOT_BEHIND_ADDRESS and (size == 1 or not known):
        return None
    if _shouted(scan, first, last) and (size == 1 or not known):
        return None
    if honorific.strength == 1:
        return _judge_like(state, first, last, need=_THRESHOLD - 1)
    if honorific.strength == 2 and not known and size < 2:
        return None
    if size == 1 and scan.text[honorific.start].isupper() and len(token.form) < 2:
        return None
    return _hit(state, first, last, "name:honorific", 0.95)


def is_surname(form: str) -> bool:
    """Tell whether a folded word may begin a name (an apostrophe: ``H'Lan``, ``K'Sor``)."""
    return form in surnames() or form[1:2] in _APOSTROPHES or form[2:3] in _APOSTROPHES


def _shouted(scan: Scan, first: int, last: int) -> bool:
    """Tell whether all words of a run are in capitals, so that these say nothing."""
    return last - first > 1 and all(scan.raw(t).isupper() for t in scan.tokens[first:last])


def _cut_capitals(state: _State, first: int, last: int) -> int:
    """Shorten a run in a line of capitals, where nothing shows where the name ends."""
    scan = state.scan
    if last - first <= 4 or not all(scan.raw(t).isupper() for t in scan.tokens[first:last]):
        return last
    return first + 3


def _title_before(state: _State, start: int) -> TitleHit | None:
    """Return the title that leads to ``start``: directly, or with its body between."""
    scan = state.scan
    form = scan.tokens[scan.index_from(start)].form
    if is_surname(form) and scan.folded[max(0, start - 3) : start] == " - ":
        start -= 2
    for at in range(start, max(start - 3, -1), -1):
        if at in state.title_to:
            return state.title_to[at]
        if at and not scan.text[at - 1].isspace():
            break
    body = scan.body_to(start)
    if body is None:
        return None
    for at in range(body, max(body - 6, -1), -1):
        if at in state.title_to:
            return state.title_to[at]
    return None


def _fits_title(state: _State, first: int, size: int) -> bool:
    token = state.scan.tokens[first]
    if is_surname(token.form) and (size >= 2 or len(token.form) > 3 and "'" in token.form):
        return token.form not in patterns.BODY_WORDS or size >= 3
    if token.form in patterns.BODY_WORDS or not 2 <= size <= 5:
        return False
    end = state.scan.tokens[first + size - 1].end
    folded = state.scan.folded
    return bool(patterns.AFTER_NAME.match(folded, end) or patterns.ACTS.match(folded, end))


def _in_list(state: _State, start: int, last: int) -> bool:
    """Tell whether the run is an item of a list of persons (``các ông: A, B và C``)."""
    before = state.scan.folded[max(0, start - 6) : start]
    if not (_LEFT_TO_LIST.search(before) or any(m == start - 1 for m, _ in state.lists)):
        return False
    end = state.scan.tokens[last - 1].end
    if not patterns.AFTER_NAME.match(state.scan.folded, end):
        return False
    return any(since <= start < until for since, until in state.lists)


def _judge_like(state: _State, first: int, last: int, *, need: int) -> NameHit | None:
    """Weigh what speaks for a name when nothing announces it."""
    scan = state.scan
    tokens, size = scan.tokens, last - first
    start, end = tokens[first].start, tokens[last - 1].end
    if not 2 <= size <= 5 or not is_surname(tokens[first].form):
        return None
    if _shouted(scan, first, last) or scan.folded[start:end] in patterns.PROVINCES:
        return None
    if start in scan.place_at and start not in state.honorific_at:
        return None
    if patterns.OWNER.search(scan.folded, max(0, start - 16), start):
        if not _holder_of_unmarked_body(state, start, size, tokens[first].form):
            return None
    score = 2 if tokens[first].form in common_surnames() else 1
    score += 1 if size in {3, 4} else 0
    score += 1 if len(tokens[first].form) == 1 or not tokens[first].form.isalpha() else 0
    if size >= 3 and tokens[first + 1].form in patterns.MIDDLE:
        score += 2 if tokens[first + 1].form in {"văn", "thị"} else 1
    score += _context(state, start, end)
    if score < need:
        return None
    return _hit(state, first, last, "name:form", min(0.9, 0.4 + score / 10))


def _context(state: _State, start: int, end: int) -> int:
    scan, score = state.scan, 0
    if patterns.ACTS.match(scan.folded, end):
        score += 1
    follow = patterns.TO_TITLE.match(scan.folded, end)
    if follow and follow.end() in state.title_at:
        score += 2
    if state.hits and patterns.LIST_GAP.fullmatch(scan.folded, state.hits[-1].end, start):
        score += 1
    if patterns.BULLET.search(scan.folded, max(0, start - 8), start):
        score += 1
    if scan.body_to(start) is not None and start:
        score += 1
    return score


def _holder_of_unmarked_body(state: _State, start: int, size: int, form: str) -> bool:
    """Tell whether a title shortly before leads here (``Chủ tịch UBND tỉnh | Dương Văn …``)."""
    if size < 3 or form not in common_surnames():
        return False
    window = state.scan.folded[max(0, start - 60) : start]
    return any(
        start - 60 <= at < start and not re.search(r"[.,;:\n]", state.scan.folded[at:start])
        for at in state.title_to
    ) and bool(window)


def _repeated(state: _State) -> list[NameHit]:
    """Add every further mention of the full names found, in any case."""
    scan, hits = state.scan, state.hits
    taken = {at for hit in hits for at in range(hit.start, hit.end)}
    known = {scan.folded[hit.start : hit.end] for hit in hits}
    for name in sorted(known - {"hồ chí minh"}, key=lambda n: (-len(n), n)):
        if " " not in name and not re.search(r"['’]", name):
            continue
        at = scan.folded.find(name)
        while at >= 0:
            end = at + len(name)
            if _stands_alone(state, at, end) and not taken.intersection(range(at, end)):
                hits.append(NameHit(at, end, "name:again", 0.9))
                taken.update(range(at, end))
            at = scan.folded.find(name, end)
    return sorted(hits, key=lambda hit: hit.start)


def _stands_alone(state: _State, start: int, end: int) -> bool:
    scan = state.scan
    first, behind = scan.index_from(start), scan.index_from(end)
    if first >= len(scan.tokens) or scan.tokens[first].start != start:
        return False
    if scan.tokens[behind - 1].end != end or not scan.capital(scan.tokens[first]):
        return False
    if scan.body_over(start) is not None or start in scan.place_at:
        return False
    if patterns.OWNER.search(scan.folded, max(0, start - 16), start):
        return False
    if behind < len(scan.tokens) and scan.gap(behind - 1, behind) == " ":
        follower = scan.tokens[behind]
        upper = scan.raw(scan.tokens[first]).isupper()
        return upper or _blocked(state, follower)
    return True
