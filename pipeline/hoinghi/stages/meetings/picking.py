"""Which mentions tell of events that the article reports, and which of them is the main one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hoinghi.records import Mention
from hoinghi.stages.meetings import patterns as p
from hoinghi.stages.meetings.kinds import told_by
from hoinghi.stages.meetings.scene import Scene
from hoinghi.text import fold

# Weights of the signs that a mention is the event reported; a mention below _ENOUGH is not.
_TOLD, _LEAD, _DATED, _TITLED, _LONG = 3.0, (3.0, 2.0, 1.0), 2.0, 2.0, 1.0
_TALKED, _COMING, _HEADLINE, _FORMAL = -4.0, -2.0, -2.5, 1.5
_ENOUGH = 3.5
# No article tells of more events; the rest of a huge file is not compared with all others.
_MOST = 200
_ALSO = re.compile(
    r"cùng ngày|sau đó|trước đó|cùng buổi|buổi (?:sáng|chiều)|chiều nay|tiếp đó|dịp này|ngay sau"
    r"|\d ?(?:h|giờ)|chiều,|tối,"
)
_SIGNS = re.compile(r"[\W_]{0,12}(?:thời gian|lúc|vào lúc|vào)?[\W_]{0,6}")
_YEARS = re.compile(r"(?<!\d)\d{4}(?!\d)")
_GIFT = re.compile(r"(?:trao|tặng|bàn giao|dâng|viếng|thắp hương|ra mắt|phát động)")
_ORDINAL = re.compile(r"(?:lần thứ|thứ|lần) (\w+)")
_WORD = re.compile(r"\w+")
_STOPWORDS = frozenset("và của về cho năm các với tại xã huyện tỉnh phường thứ lần ở do".split())
_SAME, _SAME_HEADLINE = 0.6, 0.45
_BYGONE = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A MEETING mention with the score of it being an event that the article reports.

    ``hosted``: a verb says that it was held; ``shown``: that, or its day, or a formal page
    (minutes, an invitation).
    """

    mention: Mention
    score: float
    headline: bool
    hosted: bool
    shown: bool
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Page:
    """What weighing needs to know of the whole article."""

    title: frozenset[str]
    heading: int
    formal: bool
    listing: bool
    running: tuple[tuple[int, int], ...]


def pick(scene: Scene, mentions: list[Mention], title: str | None) -> list[list[Told]]:
    """Group the mentions of each reported event, the main event first; empty if there is none."""
    page = _look(scene, title)
    told = [_weigh(scene, mention, page) for mention in mentions[:_MOST]]
    body = [t for t in told if not t.headline]
    enough = any(t.score >= _ENOUGH and t.shown for t in body)
    candidates = body if enough else [t for t in told if t.hosted or not t.headline or not body]
    main = max(candidates, key=lambda t: (t.score, -t.mention.start), default=None)
    if main is None or main.score < _ENOUGH or not main.shown:
        return []
    if page.listing:
        main = next((t for t in body if t.hosted or t.score >= _ENOUGH), main)
    groups = [[main, *(t for t in told if t is not main and _same(t, main))]]
    for other in body:
        known = [t for group in groups for t in group]
        if other not in known and _second(scene, other, main, listing=page.listing):
            alike = (t for t in told if t is not other and t not in known and _same(t, other))
            groups.append([other, *alike])
    return groups


def _day_opens_next(scene: Scene, headline: tuple[int, int]) -> bool:
    """Tell whether the line below a headline opens with a day, as announcements in posts do."""
    following = (line for line in scene.lines if line[0] >= headline[1] and line != headline)
    start, end = next((x for x in following if scene.body[slice(*x)].strip()), (0, 0))
    return any(_SIGNS.fullmatch(scene.low, start, d.start) for d in scene.days_in(start, end))


def _look(scene: Scene, title: str | None) -> _Page:
    top = title or scene.body[slice(*min(scene.headlines, default=(0, 0)))]
    running = (x for x in scene.lines if x[1] - x[0] > 60 and x not in scene.headlines)
    first = tuple(line for line, _ in zip(running, _LEAD, strict=False))
    formal = p.FORMAL.search(scene.low) is not None
    return _Page(
        _words(top), _heading(scene, title), formal, p.LISTING.search(fold(top)) is not None, first
    )


def _heading(scene: Scene, title: str | None) -> int:
    """Return where the title ends that a page without line breaks repeats before its text."""
    low = fold(title or "").strip()
    start = len(scene.low) - len(scene.low.lstrip())
    return start + len(low) if low and scene.low.startswith(low, start) else 0


def _weigh(scene: Scene, mention: Mention, page: _Page) -> Told:
    start, end = mention.start, mention.end
    line = scene.line(start)
    before = scene.low[max(line[0], start - 60) : start]
    headline = line in scene.headlines or start < page.heading
    held = p.HELD_AFTER.match(scene.low, end) is not None
    talked = not held and bool(p.TALKED_OF.search(before) or p.UNREAL.search(before))
    announced = headline and _day_opens_next(scene, line)
    hosted = not talked and (
        announced or _held(scene, mention, before) or _headed(scene, page, before, line)
    )
    coming = p.COMING.match(scene.low, end) or p.COMING_BEFORE.search(before)
    dated = bool(scene.days_in(*scene.sentence(start)))
    words = _words(mention.text)
    score = _TOLD * hosted + _TALKED * talked + _DATED * dated + _COMING * bool(coming)
    score += _LEAD[page.running.index(line)] if line in page.running else 0.0
    score += _LONG * (len(mention.text.split()) >= 6) + _TITLED * _overlap(words, page.title)
    if headline:
        score += _FORMAL if page.formal or announced else _HEADLINE
    else:
        score += _FORMAL / 2 * page.formal
    return Told(mention, score, headline, hosted, hosted or dated or page.formal, words)


def _held(scene: Scene, mention: Mention, before: str) -> bool:
    """Tell whether the words around a mention say that it took place."""
    if p.AFTERWARDS.match(scene.low, mention.end):
        return True
    verbal = told_by(mention) != "noun" or fold(mention.text).startswith("họp")
    if verbal and mention.start - 1 in scene.body_ends:
        return True
    told = p.HOSTING_NOUN if told_by(mention) == "noun" else p.HOSTING
    return told.search(before) is not None


def _headed(scene: Scene, page: _Page, before: str, line: tuple[int, int]) -> bool:
    """Tell whether a formal page names the event: after "Đến dự:", or under "BIÊN BẢN"."""
    if not page.formal:
        return False
    if p.HEADED.search(before):
        return True
    above = scene.low[max(0, line[0] - 40) : line[0]].rstrip()
    return above.endswith(p.PAPERS) and not before.strip()


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text))) - _STOPWORDS


def _overlap(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """Return the share of the smaller set of words that both texts have."""
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _same(one: Told, other: Told) -> bool:
    """Tell whether two mentions name one event: alike words, no contrary number."""
    a, b = fold(one.mention.text), fold(other.mention.text)
    first, second = _ORDINAL.search(a), _ORDINAL.search(b)
    if first and second and first.group(1) != second.group(1):
        return False
    if set(_YEARS.findall(a)) ^ set(_YEARS.findall(b)) and _YEARS.search(a) and _YEARS.search(b):
        return False
    if one.headline or other.headline:
        return _overlap(one.words, other.words) >= _SAME_HEADLINE
    return _overlap(one.words, other.words) >= _SAME and a.split()[:2] == b.split()[:2]


def _bygone(scene: Scene, told: Told, main: Told) -> bool:
    """Tell whether an event's sentence gives only days well before that of the main event."""
    if "trù bị" in fold(told.mention.text):
        return True  # the preparatory session belongs to the congress itself
    mine, own = (
        [d.start_date for d in scene.days_in(*scene.sentence(t.mention.start)) if d.start_date]
        for t in (told, main)
    )
    return bool(mine and own) and (min(own) - max(mine)).days > _BYGONE


def _second(scene: Scene, told: Told, main: Told, *, listing: bool) -> bool:
    """Tell whether a mention is a further event that the article reports."""
    if not (told.hosted or listing) or _same(told, main):
        return False
    if p.COMING.match(scene.low, told.mention.end):
        return False
    start, end = scene.sentence(told.mention.start)
    if start <= main.mention.start < end or (not listing and _bygone(scene, told, main)):
        return False
    if scene.days_in(start, end):
        return True
    if told_by(told.mention) == "verb" and _GIFT.match(fold(told.mention.text)):
        return False  # gifts told without a day of their own are part of the event told before
    return _ALSO.search(scene.low, start, end) is not None
