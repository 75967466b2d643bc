"""Which mentions tell of events that the article reports, and which of them is the main one."""

from __future__ import annotations

from datetime import date

from hoinghi.records import Mention
from hoinghi.stages.meetings import signs
from hoinghi.stages.meetings.further import is_further, one_event
from hoinghi.stages.meetings.scene import Scene
from hoinghi.stages.meetings.weighing import ENOUGH, Page, Told, is_entry, look, weigh
from hoinghi.text import fold

# No article tells of more events; the rest of a huge file is not compared with all others.
_MOST = 200
_ALIKE = 1.0


def pick(
    scene: Scene, mentions: list[Mention], title: str | None, published: date | None
) -> list[list[Told]]:
    """Group the mentions of each reported event, the main event first; empty if there is none."""
    page = look(scene, mentions, title, published)
    told = [weigh(scene, m, page) for m in mentions[:_MOST] if not _aside(scene, m, page)]
    body = [t for t in told if not t.headline]
    firsts = _entries(scene, body) if page.listing else []
    main = _main(scene, told, firsts, page)
    if main is None:
        return []
    groups = [[main, *(t for t in told if t is not main and one_event(scene, t, main))]]
    for other in body:
        known = [t for group in groups for t in group]
        if other not in known and (other in firsts or is_further(scene, other, main, page)):
            rest = (t for t in told if t is not other and t not in known)
            groups.append([other, *(t for t in rest if one_event(scene, t, other))])
    return groups


def _main(scene: Scene, told: list[Told], firsts: list[Told], page: Page) -> Told | None:
    """Return the main event: the first of a list, else the one told most surely."""
    body = [t for t in told if not t.headline]
    enough = any(t.score >= ENOUGH and t.shown for t in body)
    candidates = body if enough else [t for t in told if _is_open(t, body, page)]
    best = max(candidates, key=lambda t: (t.score, -t.mention.start), default=None)
    if best is None or best.score < ENOUGH or not (best.shown and best.anchored):
        return None
    if page.listing and (page.titled or is_entry(scene, scene.line(best.mention.start))):
        told_of = (t for t in body if t in firsts or (not t.unreal and t.score >= ENOUGH))
        return next((t for t in body if t in firsts or t.hosted), next(told_of, best))
    return _first_alike(scene, body, best)


def _is_open(told: Told, body: list[Told], page: Page) -> bool:
    """Tell whether a mention may be the main event where the body tells of none for sure."""
    return told.hosted or not told.headline or not body or page.formal


def _first_alike(scene: Scene, body: list[Told], best: Told) -> Told:
    """Return the first of the events that are told as surely as ``best`` and fit the title so."""
    for told in body:
        surely = told.hosted and told.score >= max(ENOUGH, best.score - _ALIKE)
        before = told.mention.start < best.mention.start
        if before and surely and told.fit >= best.fit and not one_event(scene, told, best):
            return told
    return best


def _aside(scene: Scene, mention: Mention, page: Page) -> bool:
    """Tell whether a mention can be no event at all: a family's rite, a note under a list."""
    low = fold(mention.text)
    if page.listing and signs.ROUTINE.match(low):
        return True
    if signs.NOTE.match(scene.low, scene.line(mention.start)[0]):
        return True
    return signs.PRIVATE.match(low) is not None and signs.MARTYRS.search(low) is None


def _entries(scene: Scene, body: list[Told]) -> list[Told]:
    """Return the first event of each entry of a list; what it says further belongs to that."""
    seen: set[tuple[int, int]] = set()
    firsts = []
    for told in body:
        line = scene.line(told.mention.start)
        if line in seen or told.unreal:
            continue
        if told.hosted or is_entry(scene, line) or scene.days_in(*line):
            seen.add(line)
            firsts.append(told)
    return firsts
