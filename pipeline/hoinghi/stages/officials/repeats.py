"""Further mentions of the names found, in any case of letters."""

from __future__ import annotations

from hoinghi.stages.officials import patterns
from hoinghi.stages.officials.runs import NameHit, NameState, blocked


def repeated(state: NameState) -> list[NameHit]:
    """Add every further mention of the full names found, in any case."""
    scan, hits = state.scan, state.hits
    taken = {at for hit in hits for at in range(hit.start, hit.end)}
    known = {
        scan.folded[hit.start : hit.end]
        for hit in hits
        if hit.rule == "name:honorific" or scan.folded.count(" ", hit.start, hit.end) >= 2
    }
    for name in sorted(known - {"hồ chí minh"}, key=lambda n: (-len(n), n)):
        if len(name) < 4:
            continue
        at = scan.folded.find(name)
        while at >= 0:
            end = at + len(name)
            if _stands_alone(state, at, end) and not taken.intersection(range(at, end)):
                hits.append(NameHit(at, end, "name:again", 0.9))
                taken.update(range(at, end))
            at = scan.folded.find(name, end)
    return sorted(hits, key=lambda hit: hit.start)


def _stands_alone(state: NameState, start: int, end: int) -> bool:
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
        return upper or blocked(state, follower)
    return True
