"""Further mentions of the names found, in any case of letters."""

from __future__ import annotations

from collections.abc import Sequence

from hoinghi.stages.officials import patterns
from hoinghi.stages.officials.runs import NameHit, NameState, blocked
from hoinghi.stages.officials.scan import inside_word

# Hồ Chí Minh is a person only behind his title (ruling 9), never by repetition.
_LEADER = ("hồ", "chí")


def repeated(state: NameState) -> list[NameHit]:
    """Return the names found with every further mention of the full ones among them."""
    scan, hits = state.scan, list(state.hits)
    taken = {at for hit in hits for at in range(hit.start, hit.end)}
    known = _known(state)
    firsts = {first for first, _ in known}
    for at, form in enumerate(scan.forms[:-1]):
        if form not in firsts:
            continue
        token, names = scan.tokens[at], known.get((form, scan.forms[at + 1]))
        if names is None or token.start in taken:
            continue
        for name in names:
            start, end = token.start, token.start + len(name)
            if scan.folded.startswith(name, start) and _stands_alone(state, start, end):
                hits.append(NameHit(start, end, "name:again", 0.9))
                taken.update(range(start, end))
                break
    hits += _given(state, hits, taken)
    return sorted(hits, key=lambda hit: hit.start)


def _given(state: NameState, hits: Sequence[NameHit], taken: set[int]) -> list[NameHit]:
    """Return given names alone behind an honorific or a title (``Anh Mến``, ``Bí thư Thiêm``)."""
    scan = state.scan
    full = (scan.folded[hit.start : hit.end] for hit in hits)
    known = {name.rpartition(" ")[2] for name in full if name.count(" ") >= 1}
    found = []
    for at, form in enumerate(scan.forms):
        if form not in known or not scan.capitals[at]:
            continue
        token = scan.tokens[at]
        if token.start in taken:
            continue
        # ``Ủy viên Trung | ương``: behind a title the name must be a word of its own.
        titled = token.start - 1 in state.title_to and not inside_word(state.words, token.end)
        led = titled or token.start in state.honorific_at
        whole = at + 1 == len(scan.tokens) or scan.gap(at, at + 1) != " "
        alone = whole or not scan.capitals[at + 1]
        if led and alone and not scan.raw(token).isupper() and not blocked(state, token):
            found.append(NameHit(token.start, token.end, "name:given", 0.85))
    return found


def _known(state: NameState) -> dict[tuple[str, str], list[str]]:
    """Return the names that are sure, longest first, by their first two syllables."""
    scan = state.scan
    found: dict[tuple[str, str], set[str]] = {}
    for hit in state.hits:
        first, name = scan.index_from(hit.start), scan.folded[hit.start : hit.end]
        sure = hit.rule == "name:honorific" or name.count(" ") >= 2
        if sure and " " in name and first + 1 < len(scan.tokens):
            key = scan.tokens[first].form, scan.tokens[first + 1].form
            found.setdefault(key, set()).add(name)
    return {
        key: sorted(names, key=lambda name: (-len(name), name))
        for key, names in found.items()
        if key != _LEADER
    }


def _stands_alone(state: NameState, start: int, end: int) -> bool:
    scan = state.scan
    first, behind = scan.index_from(start), scan.index_from(end)
    if first >= len(scan.tokens) or scan.tokens[first].start != start:
        return False
    if scan.tokens[behind - 1].end != end or not scan.capital(scan.tokens[first]):
        return False
    if scan.body_over(start) is not None or start in scan.place_at:
        return False
    owned = patterns.OWNER.search(scan.folded, max(0, start - 16), start) is not None
    if owned and scan.body_to(start) is None:  # "CHỦ TỊCH UBND XÃ | LÊ VĂN BA" is the holder
        return False
    if behind < len(scan.tokens) and scan.gap(behind - 1, behind) == " ":
        follower = scan.tokens[behind]
        upper = scan.raw(scan.tokens[first]).isupper()
        return upper or blocked(state, follower)
    return True
