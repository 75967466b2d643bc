"""How surely a MEETING mention is an event that the article reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hoinghi.records import Mention
from hoinghi.stages.meetings import patterns as p
from hoinghi.stages.meetings import signs
from hoinghi.stages.meetings.alike import overlap, words_of
from hoinghi.stages.meetings.kinds import told_by
from hoinghi.stages.meetings.scene import Scene
from hoinghi.text import fold

# Weights of the signs that a mention is the event reported; a mention below ENOUGH is not.
_TOLD, _LEAD, _DATED, _TITLED, _LONG = 3.0, (3.0, 2.0, 1.0), 2.0, 2.0, 1.0
_TALKED, _COMING, _HEADLINE, _FORMAL = -4.0, -2.0, -2.5, 1.5
ENOUGH = 3.5
_RUNNING, _LEAD_LENGTH, _BEFORE = 60, 700, 60  # characters
_NEAR = 250
_ENTRIES = 3
_NEWS, _AFTER = 300, 12  # characters
_LONG_NAME = 6
_FITS = 0.5


@dataclass(frozen=True, slots=True)
class Told:
    """A MEETING mention with the score of it being an event that the article reports.

    ``headline``: it stands in a title or a caption, not where the news is told. ``hosted``: a
    verb says that it was held; ``shown``: that, or its day, or a formal page (minutes, an
    invitation). ``unreal``: the words before make it a purpose, a wish or a topic of talk, and
    ``talked``: nothing else says that it was held. ``anchored``: its day, the lead or the title
    (``fit``: how much of it the title says) make it the article's news. ``recent``: it has just
    been held, or is plainly what the article is about.
    """

    mention: Mention
    score: float
    headline: bool
    hosted: bool
    shown: bool
    unreal: bool
    talked: bool
    anchored: bool
    recent: bool
    fit: float
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Page:
    """What weighing needs to know of the whole article.

    ``formal``: minutes, a notice, an invitation. ``listing``: it tells of many events one by
    one (``titled``: its title says so). ``explains``: its title asks or teaches. ``running`` are
    the first lines of running text.
    """

    title: frozenset[str]
    heading: int
    formal: bool
    listing: bool
    titled: bool
    explains: bool
    running: tuple[tuple[int, int], ...]
    published: date | None


def look(scene: Scene, mentions: list[Mention], title: str | None, published: date | None) -> Page:
    """Return what the article as a whole is like."""
    top = title or scene.body[slice(*min(scene.headlines, default=(0, 0)))]
    running = (x for x in scene.lines if x[1] - x[0] > _RUNNING and x not in scene.headlines)
    first = tuple(line for line, _ in zip(running, _LEAD, strict=False))
    formal = p.FORMAL.search(f"\n{scene.low}") is not None
    titled = signs.LISTING.search(fold(top)) is not None
    return Page(
        title=words_of(top),
        heading=_heading(scene, title),
        formal=formal,
        listing=titled or _lists(scene, mentions),
        titled=titled,
        explains=signs.EXPLAINS.match(fold(top).strip()) is not None,
        running=first,
        published=published,
    )


def is_entry(scene: Scene, line: tuple[int, int]) -> bool:
    """Tell whether a line is an entry of a list."""
    return signs.ENTRY.match(scene.low, *line) is not None


def _lists(scene: Scene, mentions: list[Mention]) -> bool:
    """Tell whether several entries of a list each tell of an event on its day."""
    lines = {scene.line(m.start) for m in mentions}
    marked = [x for x in lines if signs.MARKED.match(scene.low, *x) and scene.days_in(*x)]
    return len(marked) >= _ENTRIES


def _heading(scene: Scene, title: str | None) -> int:
    """Return where the title ends that a page without line breaks repeats before its text."""
    low = fold(title or "").strip()
    start = len(scene.low) - len(scene.low.lstrip())
    return start + len(low) if low and scene.low.startswith(low, start) else 0


def weigh(scene: Scene, mention: Mention, page: Page) -> Told:
    """Weigh one mention by where it stands and what is said around it."""
    start, end = mention.start, mention.end
    line, sentence = scene.line(start), scene.sentence(start)
    before = scene.low[max(line[0], start - _BEFORE) : start]
    above = line in scene.headlines or start < page.heading or scene.in_caption(start)
    headline = above and not (page.listing and is_entry(scene, line))
    dated = bool(scene.days_in(*sentence))
    lead = _leads(page, line, start)
    spoken = (dated or lead > 1) and signs.SPOKEN.search(before) is not None
    held = spoken or p.HELD_AFTER.match(scene.low, end) is not None
    headed = _headed(scene, page, before, line)
    talked = not (held or headed or (headline and page.formal)) and _talked(before)
    talked = talked or signs.EVERY_YEAR in scene.low[start : end + _AFTER]
    announced = headline and _day_opens_next(scene, line)
    hosted = not talked and (announced or spoken or headed or _held(scene, mention, before))
    coming = p.COMING.match(scene.low, end) or p.COMING_BEFORE.search(before)
    words = words_of(mention.text)
    fit = overlap(words, page.title)
    score = _TOLD * hosted + _TALKED * talked + _DATED * dated + _COMING * bool(coming)
    score += lead + _LONG * (len(mention.text.split()) >= _LONG_NAME) + _TITLED * fit
    score += _place(page, headline=headline, announced=announced)
    listed = page.formal or page.listing
    opens = lead == _LEAD[0] or (lead > 1 and fit >= _FITS)
    near = fit >= _FITS or lead > 0 or dated or _day_near(scene, mention, line)
    old = page.published is not None and _of_old(scene, page.published, *sentence)
    plainly = hosted and opens and not (page.explains or old)
    return Told(
        mention,
        score,
        headline,
        hosted,
        shown=hosted or dated or page.formal,
        unreal=talked,
        talked=score <= _TALKED + _DATED,
        anchored=listed or (near and (not page.explains or (hosted and dated))),
        recent=listed or plainly or _recent(scene, page, start, headline=headline),
        fit=fit,
        words=words,
    )


def _place(page: Page, *, headline: bool, announced: bool) -> float:
    """Return what it weighs that a mention stands in a title, on a formal page, or in neither."""
    if headline:
        return _FORMAL if page.formal or announced else _HEADLINE
    return _FORMAL / 2 * page.formal


def _day_near(scene: Scene, mention: Mention, line: tuple[int, int]) -> bool:
    first, last = max(line[0], mention.start - _NEAR), min(line[1], mention.end + _NEAR)
    return bool(scene.days_in(first, last))


def _recent(scene: Scene, page: Page, start: int, *, headline: bool) -> bool:
    """Tell whether an event is said to have just been held: before it, or in the lead below."""
    first, last = max(scene.line(start)[0], start - _NEWS), scene.sentence(start)[1]
    if page.published and _of_old(scene, page.published, first, last):
        return False
    if signs.RECENT.search(scene.low, first, last):
        return True
    lead = page.running[0] if headline and page.running else (0, 0)
    return signs.RECENT.search(scene.low, lead[0], min(lead[1], lead[0] + _NEWS)) is not None


def _of_old(scene: Scene, published: date, first: int, last: int) -> bool:
    """Tell whether the text is of a year, or a month of one, that had passed before the news."""
    told = (d.start_date for d in scene.dates_in(first, last) if d.grain in {"year", "month"})
    return any(day is not None and day.year < published.year for day in told)


def _talked(before: str) -> bool:
    """Tell whether the words before a mention make it a purpose, a wish or a topic of talk."""
    return any(x.search(before) for x in (p.TALKED_OF, p.UNREAL, signs.PURPOSE, signs.RECURS))


def _leads(page: Page, line: tuple[int, int], start: int) -> float:
    """Return how near the head of the article a mention stands, for what its lead tells."""
    if line not in page.running or start - line[0] > _LEAD_LENGTH:
        return 0.0
    return _LEAD[page.running.index(line)]


def _day_opens_next(scene: Scene, headline: tuple[int, int]) -> bool:
    """Tell whether the line below a headline opens with a day, as announcements in posts do."""
    following = (line for line in scene.lines if line[0] >= headline[1] and line != headline)
    start, end = next((x for x in following if scene.body[slice(*x)].strip()), (0, 0))
    days = scene.days_in(start, end)
    return any(signs.DAY_OPENS.fullmatch(scene.low, start, d.start) for d in days)


def _held(scene: Scene, mention: Mention, before: str) -> bool:
    """Tell whether the words around a mention say that it took place."""
    if p.AFTERWARDS.match(scene.low, mention.end) or signs.CONCLUDED.search(before):
        return True
    told = told_by(mention)
    if told == "noun" and _at_on_day(scene, mention, before):
        return True
    verbal = told != "noun" or fold(mention.text).startswith("họp")
    if verbal and (mention.start - 1 in scene.body_ends or _acts(scene, mention, before)):
        return True
    return (p.HOSTING_NOUN if told == "noun" else p.HOSTING).search(before) is not None


def _at_on_day(scene: Scene, mention: Mention, before: str) -> bool:
    """Tell whether a day and "at" lead to the event: "Sáng 10/1, tại Hội nghị tổng kết ..."."""
    led = signs.AT.search(before)
    if led is None:
        return False
    at = mention.start - len(led.group())
    return any(at - 2 <= day.end <= at for day in scene.days_in(scene.sentence(at)[0], at))


def _acts(scene: Scene, mention: Mention, before: str) -> bool:
    """Tell whether the sentence opens with a day, so that the verb says what was done on it."""
    start, _ = scene.sentence(mention.start)
    return bool(scene.days_in(start, mention.start)) and not signs.AIMED.search(before)


def _headed(scene: Scene, page: Page, before: str, line: tuple[int, int]) -> bool:
    """Tell whether a formal page names the event: after "Đến dự:", or under "BIÊN BẢN"."""
    if not page.formal:
        return False
    if p.HEADED.search(before):
        return True
    above = scene.low[max(0, line[0] - 40) : line[0]].rstrip()
    return above.endswith(p.PAPERS) and not before.strip()
