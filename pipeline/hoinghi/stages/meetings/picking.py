"""Which mentions tell of events that the article reports, and which of them is the main one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from hoinghi.records import DateMention, Mention
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
    r"cùng ngày|sau đó|trước đó|cùng buổi|buổi (?:sáng|chiều|tối)|chiều nay|tiếp đó|dịp này"
    r"|ngay sau|\d ?(?:h|giờ)|chiều,|tối,|cũng trong khuôn khổ|bên lề|cùng thời gian"
)
# These tell a new event as surely as a day does.
_ANEW = re.compile(r"(?:cũng trong|cùng) ngày|(?:ngày )?hôm (?:sau|trước)|cùng (?:thời gian|lúc)")
_SIGNS = re.compile(r"[\W_]{0,12}(?:thời gian|lúc|vào lúc|vào)?[\W_]{0,6}")
_YEARS = re.compile(r"(?<!\d)\d{4}(?!\d)")
_GIFT = re.compile(r"(?:trao|tặng|bàn giao|dâng|viếng|thắp hương|ra mắt|phát động)")
_CONCLUDED = re.compile(r"(?<!\w)(?:tại|trong|kết luận|kết thúc|sau) (?:buổi|cuộc)\s$")
_AGAIN = re.compile(r"[ ,]{1,2}(?:cũng |còn |lại )?(?:tiếp tục |được )+(?:diễn ra|tổ chức|có)")
# The first session of those whom a congress has just chosen.
_CONSTITUENT = re.compile(
    r"(?:phiên họp|phiên|hội nghị|kỳ họp) (?:lần )?(?:thứ nhất|đầu tiên|thứ 1|thứ i|lần đầu)(?!\w)"
)
# Rites of a family, and everyday business, are no meetings (nor is the day for receiving people).
_PRIVATE = re.compile(
    r"lễ (?:viếng|nhập quan|động quan|di quan|an táng|thành phục|hạ huyệt|cưới|thành hôn|vu quy|tang)"
    r"(?!\w)|làm việc tại (?:cơ quan|trụ sở|nhà|phòng)|tiếp công dân(?: định kỳ|$)"
    r"|(?:làm việc|trao đổi|gặp gỡ) với (?:phóng viên|pv|nhà báo|báo chí|chúng tôi)"
)
_MARTYRS = re.compile(r"liệt sĩ|hài cốt")
# Between the day and a verb of doing, one of these makes it a purpose, not a deed.
_AIMED = re.compile(
    r"(?<!\w)(?:để|nhằm|việc|của|sẽ|kế hoạch|công tác|chương trình|và|các|những|nội dung|đề nghị"
    r"|không|chưa|khi|quyết định|yêu cầu|nhiệm vụ|hoạt động|về|theo)\s$"
)
_VISIT = re.compile(r"(?:thăm|tham quan|viếng|chúc|tặng|trao|dâng)(?!\w)")
_NOTE = re.compile(r"\W{0,4}(?:ghi chú|lưu ý|chú thích)")
_ORDINAL = re.compile(r"(?:lần thứ|thứ|lần) (\w+)")
_WORD = re.compile(r"\w+")
_STOPWORDS = frozenset("và của về cho năm các với tại xã huyện tỉnh phường thứ lần ở do".split())
_SAME, _SAME_HEADLINE = 0.6, 0.45
_BYGONE, _MONTH = 3, 31  # days
_ALIKE = 1.0
_ENTRIES = 3
_FITS = 0.5
_LEAD_LENGTH = 700


@dataclass(frozen=True, slots=True)
class Told:
    """A MEETING mention with the score of it being an event that the article reports.

    ``headline``: it stands in a title or a caption, not where the news is told.

    ``hosted``: a verb says that it was held; ``shown``: that, or its day, or a formal page
    (minutes, an invitation). ``fit``: how much of it the title says.
    """

    mention: Mention
    score: float
    headline: bool
    hosted: bool
    shown: bool
    words: frozenset[str]
    fit: float


@dataclass(frozen=True, slots=True)
class _Page:
    """What weighing needs to know of the whole article."""

    title: frozenset[str]
    heading: int
    formal: bool
    listing: bool
    running: tuple[tuple[int, int], ...]
    published: date | None


def pick(
    scene: Scene, mentions: list[Mention], title: str | None, published: date | None
) -> list[list[Told]]:
    """Group the mentions of each reported event, the main event first; empty if there is none."""
    page = _look(scene, mentions, title, published)
    told = [_weigh(scene, m, page) for m in mentions[:_MOST] if not _aside(scene, m)]
    body = [t for t in told if not t.headline]
    enough = any(t.score >= _ENOUGH and t.shown for t in body)
    candidates = body if enough else [t for t in told if _open(t, body, page)]
    main = max(candidates, key=lambda t: (t.score, -t.mention.start), default=None)
    if main is None or main.score < _ENOUGH or not main.shown or not _anchored(scene, main, page):
        return []
    if page.listing:
        firsts = _entries(scene, body)
        main = next((t for t in body if t in firsts or t.hosted or t.score >= _ENOUGH), main)
    else:
        firsts = []
        main = _first_alike(body, main)
    groups = [[main, *(t for t in told if t is not main and _one(scene, t, main))]]
    for other in body:
        known = [t for group in groups for t in group]
        if other not in known and (other in firsts or _second(scene, other, main, page)):
            alike = (t for t in told if t is not other and t not in known and _one(scene, t, other))
            groups.append([other, *alike])
    return groups


def _day_opens_next(scene: Scene, headline: tuple[int, int]) -> bool:
    """Tell whether the line below a headline opens with a day, as announcements in posts do."""
    following = (line for line in scene.lines if line[0] >= headline[1] and line != headline)
    start, end = next((x for x in following if scene.body[slice(*x)].strip()), (0, 0))
    return any(_SIGNS.fullmatch(scene.low, start, d.start) for d in scene.days_in(start, end))


def _anchored(scene: Scene, told: Told, page: _Page) -> bool:
    """Tell whether an event belongs to the article's news: its day, title or lead says so."""
    if page.formal or page.listing or told.fit >= _FITS:
        return True
    start = told.mention.start
    return _leads(page, scene.line(start), start) > 0 or bool(
        scene.days_in(*scene.sentence(told.mention.start))
    )


def _open(told: Told, body: list[Told], page: _Page) -> bool:
    """Tell whether a mention may be the main event where the body tells of none for sure."""
    return told.hosted or not told.headline or not body or page.formal


def _look(
    scene: Scene, mentions: list[Mention], title: str | None, published: date | None
) -> _Page:
    top = title or scene.body[slice(*min(scene.headlines, default=(0, 0)))]
    running = (x for x in scene.lines if x[1] - x[0] > 60 and x not in scene.headlines)
    first = tuple(line for line, _ in zip(running, _LEAD, strict=False))
    formal = p.FORMAL.search(scene.low) is not None
    listing = p.LISTING.search(fold(top)) is not None or _lists(scene, mentions)
    return _Page(_words(top), _heading(scene, title), formal, listing, first, published)


def _lists(scene: Scene, mentions: list[Mention]) -> bool:
    """Tell whether several entries of a list each tell of an event on its day."""
    lines = {scene.line(m.start) for m in mentions}
    told = [x for x in lines if p.ENTRY.match(scene.low, *x) and scene.days_in(*x)]
    return len(told) >= _ENTRIES


def _aside(scene: Scene, mention: Mention) -> bool:
    """Tell whether a mention can be no event at all: a family's rite, a note under a list."""
    if _NOTE.match(scene.low, scene.line(mention.start)[0]):
        return True
    low = fold(mention.text)
    return _PRIVATE.match(low) is not None and _MARTYRS.search(low) is None


def _entries(scene: Scene, body: list[Told]) -> list[Told]:
    """Return the first event of each entry of a list; what it says further belongs to that."""
    seen: set[tuple[int, int]] = set()
    firsts = []
    for told in body:
        line = scene.line(told.mention.start)
        if line in seen or told.score <= _TALKED + _DATED:
            continue
        entry = p.ENTRY.match(scene.low, *line) is not None
        if told.hosted or entry or scene.days_in(*line):
            seen.add(line)
            firsts.append(told)
    return firsts


def _first_alike(body: list[Told], main: Told) -> Told:
    """Return the first of the events that are told as surely as ``main`` and fit the title so."""
    return next(
        (
            t
            for t in body
            if t.mention.start < main.mention.start
            and t.hosted
            and t.score >= _ENOUGH
            and t.score >= main.score - _ALIKE
            and t.fit >= main.fit
        ),
        main,
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
    entry = page.listing and p.ENTRY.match(scene.low, *line) is not None
    above = line in scene.headlines or start < page.heading or scene.in_caption(start)
    headline = above and not entry
    held = p.HELD_AFTER.match(scene.low, end) is not None
    dated = bool(scene.days_in(*scene.sentence(start)))
    spoken = (dated or _leads(page, line, start) > 1) and p.SPOKEN.search(before) is not None
    talked = not (held or spoken) and bool(p.TALKED_OF.search(before) or p.UNREAL.search(before))
    announced = headline and _day_opens_next(scene, line)
    hosted = not talked and (
        announced or spoken or _held(scene, mention, before) or _headed(scene, page, before, line)
    )
    coming = p.COMING.match(scene.low, end) or p.COMING_BEFORE.search(before)
    words = _words(mention.text)
    score = _TOLD * hosted + _TALKED * talked + _DATED * dated + _COMING * bool(coming)
    score += _leads(page, line, start)
    fit = _overlap(words, page.title)
    score += _LONG * (len(mention.text.split()) >= 6) + _TITLED * fit
    if headline:
        score += _FORMAL if page.formal or announced else _HEADLINE
    else:
        score += _FORMAL / 2 * page.formal
    return Told(mention, score, headline, hosted, hosted or dated or page.formal, words, fit)


def _leads(page: _Page, line: tuple[int, int], start: int) -> float:
    """Return how near the head of the article a mention stands, for what its lead tells."""
    if line not in page.running or start - line[0] > _LEAD_LENGTH:
        return 0.0
    return _LEAD[page.running.index(line)]


def _held(scene: Scene, mention: Mention, before: str) -> bool:
    """Tell whether the words around a mention say that it took place."""
    if p.AFTERWARDS.match(scene.low, mention.end):
        return True
    if _CONCLUDED.search(before):
        return True
    verbal = told_by(mention) != "noun" or fold(mention.text).startswith("họp")
    if verbal and mention.start - 1 in scene.body_ends:
        return True
    if verbal and _acts(scene, mention, before):
        return True
    told = p.HOSTING_NOUN if told_by(mention) == "noun" else p.HOSTING
    return told.search(before) is not None


def _acts(scene: Scene, mention: Mention, before: str) -> bool:
    """Tell whether the sentence opens with a day, so that the verb says what was done on it."""
    start, _ = scene.sentence(mention.start)
    return bool(scene.days_in(start, mention.start)) and not _AIMED.search(before)


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


def _one(scene: Scene, one: Told, other: Told) -> bool:
    """Tell whether two mentions are of one event: alike, and not held each at a time of its own."""
    talked = min(one.score, other.score) <= _TALKED + _DATED
    return not talked and _same(one, other) and not _apart(scene, one, other)


def _apart(scene: Scene, one: Told, other: Told) -> bool:
    """Tell whether two mentions of one name say that it was held again, at another time."""
    if one.headline or other.headline or not (one.hosted and other.hosted):
        return False
    spans = [scene.sentence(t.mention.start) for t in (one, other)]
    first, second = (scene.days_in(*span) for span in spans)
    if not first or not second or spans[0] == spans[1]:
        return False
    days = [{d.value[:13] for d in found} for found in (first, second)]
    later = max(one, other, key=lambda t: t.mention.start)
    again = _AGAIN.match(scene.low, later.mention.end) is not None
    return not days[0] & days[1] or again


def _side(scene: Scene, told: Told, main: Told) -> bool:
    """Tell whether a visit is only said to have come some day before the main event."""
    start, _ = scene.sentence(told.mention.start)
    if not scene.low.startswith("trước đó", start):
        return False
    mine, own = _days_of(scene, told), _days_of(scene, main)
    earlier = bool(mine and own) and max(mine) < min(own)
    return earlier and _VISIT.match(fold(told.mention.text)) is not None


def _days_of(scene: Scene, told: Told) -> list[date]:
    days = scene.days_in(*scene.sentence(told.mention.start))
    return [d.start_date for d in days if d.start_date]


def _bygone(scene: Scene, told: Told, main: Told, page: _Page) -> bool:
    """Tell whether an event's sentence gives only days well before that of the main event."""
    if "trù bị" in fold(told.mention.text):
        return True  # the preparatory session belongs to the congress itself
    mine, own = _days_of(scene, told), _days_of(scene, main)
    least = _MONTH if page.listing else _BYGONE
    return bool(mine and own) and (min(own) - max(mine)).days > least


def _second(scene: Scene, told: Told, main: Told, page: _Page) -> bool:
    """Tell whether a mention is a further event that the article reports."""
    if _constituent(told, main):
        return True
    listed = page.listing and told.score > _TALKED + _DATED
    if not (told.hosted or listed) or _one(scene, told, main):
        return False
    if p.COMING.match(scene.low, told.mention.end):
        return False
    start, end = scene.sentence(told.mention.start)
    if start <= main.mention.start < end or _stop(scene, told, main):
        return False
    days = scene.days_in(start, end)
    if _bygone(scene, told, main, page):
        return False
    if not page.listing and (_ahead(page, days) or _side(scene, told, main)):
        return False
    if days or _ANEW.search(scene.low, start, end):
        return True
    if told_by(told.mention) == "verb" and _GIFT.match(fold(told.mention.text)):
        return False  # gifts told without a day of their own are part of the event told before
    return _ALSO.search(scene.low, start, end) is not None


def _stop(scene: Scene, told: Told, main: Told) -> bool:
    """Tell whether a visit is a stop of the main one, told for the whole day it was on."""
    if not all(_VISIT.match(fold(t.mention.text)) for t in (told, main)):
        return False
    own = scene.days_in(*scene.sentence(main.mention.start))
    stops = scene.days_in(*scene.sentence(told.mention.start))
    return bool(stops) and any(len(d.value) == 10 and d.value == stops[0].value[:10] for d in own)


def _constituent(told: Told, main: Told) -> bool:
    if not fold(main.mention.text).startswith("đại hội") or told.score <= _TALKED:
        return False
    after = told.mention.start > main.mention.end
    return after and _CONSTITUENT.match(fold(told.mention.text)) is not None


def _ahead(page: _Page, days: list[DateMention]) -> bool:
    """Tell whether all days of a sentence are still to come when the article appears."""
    first = [d.start_date for d in days if d.start_date]
    return bool(first) and page.published is not None and min(first) > page.published
