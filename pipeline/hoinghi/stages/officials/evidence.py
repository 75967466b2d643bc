"""What speaks for a name: the title or list before it, its form, the words around it."""

from __future__ import annotations

import re
from bisect import bisect_left

from hoinghi.resources.officials import common_surnames
from hoinghi.stages.officials import patterns
from hoinghi.stages.officials.runs import (
    NameHit,
    NameState,
    is_surname,
    make_hit,
    opens_name,
    shouted,
)
from hoinghi.stages.officials.titles import TitleHit

_LEFT_TO_LIST = re.compile(r"[:,;(] ?$|(?:^|\W)(?:và|cùng|gồm|có|với|là)[ ]$")
_BRACKET = re.compile(r" ?\([^()\n]{2,30}\) $")
_PAUSE = re.compile(r"[.,;:\n]")


def title_before(state: NameState, start: int) -> TitleHit | None:
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
    bracket = _BRACKET.search(scan.folded, max(0, start - 40), start)
    if bracket:  # "Giám đốc Công ty A (tên tắt) | B", "Bí thư Chi đoàn buôn A (xã B) | C"
        start = bracket.start()
    body = scan.body_to(start)
    if body is None:
        return None
    for at in range(body, max(body - 6, -1), -1):
        if at in state.title_to:
            return state.title_to[at]
    return None


def fits_title(state: NameState, first: int, size: int) -> bool:
    """Tell whether the run of ``size`` words behind a title may be its holder's name."""
    token = state.scan.tokens[first]
    if is_surname(token.form) and (size >= 2 or (len(token.form) > 3 and "'" in token.form)):
        return token.form not in patterns.BODY_WORDS or size >= 3
    if token.form in patterns.BODY_WORDS or not 2 <= size <= 5:
        return False
    end = state.scan.tokens[first + size - 1].end
    folded = state.scan.folded
    return bool(patterns.AFTER_NAME.match(folded, end) or patterns.ACTS.match(folded, end))


def in_list(state: NameState, start: int, last: int) -> bool:
    """Tell whether the run is an item of a list of persons (``các ông: A, B và C``)."""
    before = state.scan.folded[max(0, start - 6) : start]
    at = bisect_left(state.lists, (start, 0)) - 1
    latest = state.lists[at] if at >= 0 else None
    opened = latest is not None and latest[0] == start - 1
    if not (opened or _LEFT_TO_LIST.search(before)):
        return False
    end = state.scan.tokens[last - 1].end
    if not patterns.AFTER_NAME.match(state.scan.folded, end):
        return False
    return latest is not None and start < latest[1]


def judge_like(state: NameState, first: int, last: int, *, need: int) -> NameHit | None:
    """Weigh what speaks for a name when nothing announces it."""
    scan = state.scan
    tokens, size = scan.tokens, last - first
    start, end = tokens[first].start, tokens[last - 1].end
    if not 2 <= size <= 5 or not opens_name(scan, first, size):
        return None
    name = scan.folded[start:end].removeprefix("đoàn ")  # "(Đoàn Bến Tre)": of delegates
    if shouted(scan, first, last) or name in patterns.PROVINCES:
        return None
    if start in scan.place_at and start not in state.honorific_at:
        return None
    listed = patterns.LIST_GAP.fullmatch(scan.folded, max(state.owned, 0), start) is not None
    owned = listed or patterns.OWNER.search(scan.folded, max(0, start - 20), start) is not None
    if owned and not _holder_of_unmarked_body(state, start, size, tokens[first].form):
        state.owned = end
        return None
    score = 2 if tokens[first].form in common_surnames() else 1
    score += 1 if size in {3, 4} else 0
    score += 1 if len(tokens[first].form) == 1 or not tokens[first].form.isalpha() else 0
    if size >= 3 and tokens[first + 1].form in patterns.MIDDLE:
        score += 2 if tokens[first + 1].form in {"văn", "thị"} else 1
    score += _context(state, start, end)
    if score < need:
        return None
    return make_hit(state, first, last, "name:form", min(0.9, 0.4 + score / 10))


def _context(state: NameState, start: int, end: int) -> int:
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


def _holder_of_unmarked_body(state: NameState, start: int, size: int, form: str) -> bool:
    """Tell whether a title shortly before leads here (``Chủ tịch UBND tỉnh | Dương Văn …``)."""
    folded = state.scan.folded
    end = state.scan.tokens[state.scan.index_from(start) + size - 1].end
    acts = is_surname(form) and patterns.ACTS.match(folded, end) is not None
    if size < 3 or not (acts or form in common_surnames()):
        return False
    near = (at for at in range(max(0, start - 60), start) if at in state.title_to)
    return any(_PAUSE.search(folded, at, start) is None for at in near)
