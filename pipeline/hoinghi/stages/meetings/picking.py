"""Which mentions tell of events that the article reports, and which of them is the main one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hoinghi.records import Mention
from hoinghi.stages.meetings import patterns as p
from hoinghi.stages.meetings.scene import Scene
from hoinghi.text import fold

# Weights of the signs that a mention is the event reported; a mention below _ENOUGH is not.
_TOLD, _LEAD, _DATED, _TITLED, _LONG = 3.0, (3.0, 2.0, 1.0), 2.0, 2.0, 1.0
_TALKED, _COMING, _HEADLINE, _FORMAL = -4.0, -2.0, -2.5, 1.5
_ENOUGH = 3.5
_ALSO = re.compile(
    r"cùng ngày|sau đó|trước đó|cùng buổi|buổi (?:sáng|chiều)|chiều nay|tiếp đó|dịp này|ngay sau|\d ?(?:h|giờ)|chiều,|tối,"
)
_STOPWORDS = frozenset("và của về cho năm các với tại xã huyện tỉnh phường thứ lần ở do".split())
_SAME = 0.6


@dataclass(frozen=True, slots=True)
class Told:
    """A MEETING mention with the score of it being an event that the article reports.

    ``hosted``: a verb says that it was held; ``shown``: that, or its day, or a formal page.
    """

    mention: Mention
    score: float
    headline: bool
    hosted: bool
    shown: bool


def pick(scene: Scene, mentions: list[Mention], title: str | None) -> list[list[Told]]:
    """Group the mentions of each reported event, the main event first; empty if there is none."""
    told = [_weigh(scene, mention, title) for mention in mentions]
    body = [t for t in told if not t.headline]
    main = max(body or told, key=lambda t: (t.score, -t.mention.start), default=None)
    listing = p.LISTING.search(fold(title or _top(scene))) is not None
    if main is not None and listing:
        main = next((t for t in body if t.hosted or t.score >= _ENOUGH), main)
    if main is None or main.score < _ENOUGH or not main.shown:
        return []
    groups = [[main, *(t for t in told if t is not main and _same(t, main))]]
    for other in body:
        if any(other in group for group in groups):
            continue
        if _second(scene, other, main, listing=listing):
            same = [t for t in told if t is not other and _same(t, other)]
            groups.append([other, *(t for t in same if not any(t in g for g in groups))])
    return groups


def _weigh(scene: Scene, mention: Mention, title: str | None) -> Told:
    start, end = mention.start, mention.end
    line = scene.line(start)
    before = scene.low[max(line[0], start - 60) : start]
    headline = line in scene.headlines
    after = p.AFTERWARDS.match(scene.low, end) is not None
    hosted = after or p.HOSTING.search(before) is not None
    talked = p.TALKED_OF.search(before) is not None and not p.HELD_AFTER.match(scene.low, end)
    coming = p.COMING.match(scene.low, end) or p.COMING_BEFORE.search(before)
    sentence = scene.sentence(start)
    score = _TOLD if hosted and not talked else 0.0
    score += _TALKED if talked else 0.0
    score += _COMING if coming else 0.0
    score += _LEAD[rank] if (rank := _rank(scene, line)) < len(_LEAD) else 0.0
    score += _DATED if scene.days_in(*sentence) else 0.0
    score += _LONG if len(mention.text.split()) >= 6 else 0.0
    formal = p.FORMAL.search(scene.low) is not None
    score += (_FORMAL if formal else _HEADLINE) if headline else _FORMAL / 2 * formal
    score += _TITLED * _overlap(mention.text, title or _top(scene))
    hosted = hosted and not talked
    dated = bool(scene.days_in(*sentence))
    return Told(mention, score, headline, hosted, hosted or dated or formal)


def _rank(scene: Scene, line: tuple[int, int]) -> int:
    """Return which of the running-text lines ``line`` is, counting from 0."""
    running = [x for x in scene.lines if x not in scene.headlines and x[1] - x[0] > 60]
    return running.index(line) if line in running[:4] else 4


def _top(scene: Scene) -> str:
    first = next(iter(sorted(scene.headlines)), (0, 0))
    return scene.body[slice(*first)]


def _tokens(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold(text))) - _STOPWORDS


def _overlap(text: str, other: str) -> float:
    """Return the share of the smaller set of words that both texts have."""
    mine, theirs = _tokens(text), _tokens(other)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _same(one: Told, other: Told) -> bool:
    """Tell whether two mentions name one event: alike words, no contrary number or level."""
    a, b = one.mention.text, other.mention.text
    if _ordinal(a) and _ordinal(b) and _ordinal(a) != _ordinal(b):
        return False
    if one.headline or other.headline:
        return _overlap(a, b) >= _SAME - 0.15
    return _overlap(a, b) >= _SAME and fold(a).split()[:2] == fold(b).split()[:2]


def _ordinal(text: str) -> str | None:
    found = re.search(r"(?:lần thứ|thứ|lần) (\w+)", fold(text))
    return found.group(1) if found else None


def _second(scene: Scene, told: Told, main: Told, *, listing: bool) -> bool:
    """Tell whether a mention is a further event that the article reports."""
    if (
        not (told.hosted or listing)
        or _same(told, main)
        or p.COMING.match(scene.low, told.mention.end)
    ):
        return False
    start, end = scene.sentence(told.mention.start)
    if scene.sentence(main.mention.start) == (start, end):
        return False
    return bool(scene.days_in(start, end)) or _ALSO.search(scene.low, start, end) is not None
