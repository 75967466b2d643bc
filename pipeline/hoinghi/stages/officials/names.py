"""Finding persons' names: capitals behind an honorific, a title, in a list, or like a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hoinghi.resources.officials import common_surnames
from hoinghi.stages.officials import patterns
from hoinghi.stages.officials.evidence import fits_title, in_list, judge_like, title_before
from hoinghi.stages.officials.honorifics import Honorific
from hoinghi.stages.officials.repeats import repeated
from hoinghi.stages.officials.runs import (
    NameHit,
    NameState,
    cut_capitals,
    cut_sentence,
    is_surname,
    make_hit,
    opens_name,
    run_end,
    shouted,
)
from hoinghi.stages.officials.scan import Scan, Token, inside_word
from hoinghi.stages.officials.titles import TitleHit

_THRESHOLD = 3
# Two capitals behind these name the parish or the pagoda: ``chánh xứ Bình An``.
_OF_PLACE = frozenset({"Chánh xứ", "Phó xứ", "Quản xứ", "Quản hạt", "Trụ trì", "Cai quản"})
_LONGEST_LIST = 4000
_ROAD_GAP = re.compile(r"(?:, | và )$")
_ROADS = re.compile(r"(?:tuyến |các )*(?:đường|phố|khu phố|hẻm|ngõ)(?![^\W_])")
_LIST_END = re.compile(r"[.!?](?=\s)|\n")


def find_person_names(
    scan: Scan,
    titles: Sequence[TitleHit],
    honorifics: Sequence[Honorific],
    words: Sequence[tuple[int, int]] = (),
) -> list[NameHit]:
    """Return the names in the text in order, without overlaps."""
    covered = {at for h in honorifics for at in range(h.start, h.name_at)}
    covered.update(at for hit in titles for at in range(hit.start, hit.end))
    state = NameState(
        scan,
        {hit.start: hit for hit in titles if hit.kind != "initial"},
        {hit.end: hit for hit in titles if hit.kind != "initial"},
        {h.name_at: h for h in honorifics},
        frozenset(covered),
        _lists(scan, titles),
        words,
    )
    behind = 0  # the token behind the last run of capitals
    for at, capital in enumerate(scan.capitals):
        if capital and at >= behind:
            behind = _step(state, at)
    return repeated(state)


def _lists(scan: Scan, titles: Sequence[TitleHit]) -> list[tuple[int, int]]:
    """Return where lists of persons open and end: ``các ông``, ``các Phó Chủ tịch UBND tỉnh:``."""
    opened = [match.end() for match in patterns.PLURAL.finditer(scan.folded)]
    for hit in titles:
        end = scan.body_from(hit.end) or hit.end
        if scan.folded.startswith(":", end) and scan.folded.endswith("các ", 0, hit.start):
            opened.append(end + 1)
    return [(start, _list_end(scan, start)) for start in sorted(opened)]


def _list_end(scan: Scan, start: int) -> int:
    """A list of persons ends with its sentence or line."""
    limit = min(start + _LONGEST_LIST, len(scan.folded))
    match = _LIST_END.search(scan.folded, start, limit)
    return match.start() if match else limit


def _step(state: NameState, at: int) -> int:
    """Judge the run of capitals at token ``at``; return the token to go on with."""
    last = run_end(state, at)
    if last == at:
        return at + 1
    hit = _judge(state, at, last)
    if hit is not None:
        state.hits.append(hit)
        return state.scan.index_from(hit.end)
    hit = _inner(state, at, last)
    if hit is not None:
        state.hits.append(hit)
        return state.scan.index_from(hit.end)
    return last


def _inner(state: NameState, first: int, last: int) -> NameHit | None:
    """Find a name at the end of a run that begins with something else (``Hà Nội Trần Văn …``)."""
    scan = state.scan
    if last - first < 3:
        return None
    for start in (*range(last - 3, first, -1), *range(last - 2, last - 1)):
        if start <= first or scan.tokens[start].form not in common_surnames():
            continue
        if _after_middle(scan, start):
            continue
        titled = last - start >= 3 and title_before(state, scan.tokens[first].start)
        need = _THRESHOLD if titled else _THRESHOLD + 1
        hit = judge_like(state, start, last, need=need)
        if hit is not None:
            return hit
    return None


def _after_middle(scan: Scan, at: int) -> bool:
    """Tell whether the word before is a middle name, so that ``at`` is no family name."""
    return scan.tokens[at - 1].form in {"văn", "thị"}


def _judge(state: NameState, first: int, last: int) -> NameHit | None:
    """Accept or refuse the run by what stands before it."""
    scan = state.scan
    token = scan.tokens[first]
    last = cut_sentence(scan, first, cut_capitals(state, first, last))
    size = last - first
    if scan.folded.startswith("hồ chí minh", token.start):
        before = scan.folded[max(0, token.start - 10) : token.start].rstrip()
        named = before.endswith(("chủ tịch", "đồng chí"))
        return make_hit(state, first, first + 3, "name:leader", 1.0) if named else None
    honorific = state.honorific_at.get(token.start)
    if honorific is not None:
        return _judge_addressed(state, first, last, honorific)
    if alias := _alias(state, first, last):
        return alias
    single = size == 1 and token.form.isalpha()
    if single or shouted(scan, first, last) or _begins_with_place(scan, first, last):
        return None
    return _judge_unaddressed(state, first, last)


def _alias(state: NameState, first: int, last: int) -> NameHit | None:
    """Read the other name that brackets give directly behind a full one (``… Mẫu (Bảy Mẫu)``)."""
    scan, start = state.scan, state.scan.tokens[first].start
    if last - first != 2 or not state.hits or not scan.folded.endswith(" (", 0, start):
        return None
    given = scan.folded[state.hits[-1].start : state.hits[-1].end].rpartition(" ")[2]
    closed = scan.folded.startswith(")", scan.tokens[last - 1].end)
    if state.hits[-1].end != start - 2 or not closed or scan.tokens[last - 1].form != given:
        return None
    return make_hit(state, first, last, "name:alias", 0.9)


def _judge_unaddressed(state: NameState, first: int, last: int) -> NameHit | None:
    """Judge a run with no form of address by the title or list before it, else by its form."""
    token, size = state.scan.tokens[first], last - first
    if _of_road_list(state.scan, token.start, state.scan.tokens[last - 1].end):
        return None
    known = opens_name(state.scan, first, size)
    title = title_before(state, token.start)
    led = title is not None and (size >= 3 or title.norm not in _OF_PLACE)
    if led and fits_title(state, first, size):
        return make_hit(state, first, last, "name:title", 0.9 if known else 0.7)
    if known and size >= 2 and in_list(state, token.start, last):
        return make_hit(state, first, last, "name:list", 0.8)
    return judge_like(state, first, last, need=_THRESHOLD)


def _of_road_list(scan: Scan, start: int, end: int) -> bool:
    """Tell whether a list of roads goes on here (``dọc đường Trần Phú, Hoàng Hoa Thám``)."""
    gap = _ROAD_GAP.search(scan.folded, max(0, start - 5), start)
    place = scan.place_at.get(gap.start() - 1) if gap else None
    if place is None or _ROADS.match(scan.folded, place[0]) is None:
        return False
    return patterns.ACTS.match(scan.folded, end) is None


def _judge_addressed(
    state: NameState, first: int, last: int, honorific: Honorific
) -> NameHit | None:
    scan, token = state.scan, state.scan.tokens[first]
    size, known = last - first, is_surname(token.form)
    doubtful = token.form in patterns.NOT_BEHIND_ADDRESS or shouted(scan, first, last)
    if doubtful and (size == 1 or not known):
        return None
    if _road(scan, honorific) or (size == 1 and _signs(scan, token, honorific)):
        return None
    if honorific.strength == 1:
        return judge_like(state, first, last, need=_THRESHOLD - 1)
    if honorific.strength == 2 and not known and size < 2:
        return None
    if size == 1 and _no_single_name(state, token, honorific):
        return None
    return make_hit(state, first, last, "name:honorific", 0.95)


def _road(scan: Scan, honorific: Honorific) -> bool:
    """Tell whether a form of address in capitals is part of a road's name (``đường Ama Khê``)."""
    start = honorific.start
    if not scan.text[start].isupper():
        return False
    return patterns.ROAD.search(scan.folded, max(0, start - 12), start) is not None


def _signs(scan: Scan, token: Token, honorific: Honorific) -> bool:
    """Tell whether the line says nothing else, as a byline does (``Anh Khoa``)."""
    before = scan.folded[max(0, honorific.start - 3) : honorific.start].rstrip(" ")
    behind = scan.folded[token.end : token.end + 3].lstrip(" ")
    opens_line = before.endswith("\n") or not honorific.start
    return opens_line and (not behind or behind.startswith("\n"))


def _no_single_name(state: NameState, token: Token, honorific: Honorific) -> bool:
    """Tell whether one capitalised word is no name: part of a longer word, an abbreviation."""
    raw = state.scan.raw(token)
    if raw.isupper():
        anonymous = state.scan.text.startswith(".", token.end)
        return len(raw) > 1 or anonymous or state.scan.text[honorific.start].isupper()
    return token.form.isalpha() and inside_word(state.words, token.end)


def _begins_with_place(scan: Scan, first: int, last: int) -> bool:
    """Tell whether the run opens with a province, country or abbreviation, not with a name."""
    token = scan.tokens[first]
    if token.end - token.start > 1 and scan.raw(token).isupper():
        return True
    two = scan.folded[token.start : scan.tokens[min(first + 1, last - 1)].end]
    return two in patterns.PROVINCES or token.form in patterns.PROVINCES
