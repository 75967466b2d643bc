"""The day that a page says its article was published. Better unknown than wrong.

Portals print today's date in their banner and other articles' dates in their boxes; only what is
marked as this article's own day is believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from selectolax.lexbor import LexborNode

from hoinghi.sources.markup import text_of
from hoinghi.sources.pages.addresses import day_in
from hoinghi.sources.pages.frame import Body, Frame
from hoinghi.sources.pages.linked_data import own, text
from hoinghi.sources.pages.tree import Page, attribute, line_of, meta, names_of
from hoinghi.sources.published import parse_published
from hoinghi.stages.layout import agrees
from hoinghi.stages.layout.patterns import DAY, PARTS, TELLS_TIME
from hoinghi.text import fold, squeeze

_DAY_PROPERTIES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "pubdate",
    "publish_date",
    "publishdate",
    "article:published",
    "dc.date.issued",
    "dcterms.issued",
)
_LONGEST = 140
_MOST_BESIDE = 50
_LEAD = 3000
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PUBLISHED = re.compile(
    r"(?:ngày |được |đã |thời gian )?(?:đăng|xuất bản|phát hành|ngày viết|viết)"
    r"(?: (?:bài|tin|tải|lúc|ngày|vào))*|ngày tạo|published|posted"
)
_SAYS = re.compile(
    r"\W{0,3}(?:ngày |được |đã |thời gian )?(?:đăng|xuất bản)(?: (?:bài|tin|tải|lúc|ngày|vào))*"
    r"\s?[:\d-]"
)
_CHANGED = re.compile(r"cập nhật|chỉnh sửa|sửa (?:đổi|lần|lúc|ngày)|updated|modified|last edit")
_TODAY = re.compile(r"hôm nay|bây giờ|hiện tại|today")
_CALLED_TODAY = re.compile(r"today|hom-?nay|current|clock|dong-?ho", re.IGNORECASE)
# How themes name the day of the article itself.
_THEMES = (
    ".date-header, .post-timestamp, .post-date, .entry-date, .news-date, .news_date, "
    ".article-date, .article_date, .itemDateCreated, .ngaydang, .ngay-dang, .ngay_dang, "
    ".publish-date, .metadata-publish-date, .published, [data-role=publishdate], .detail-time, "
    ".date-post, .posted-on, .create"
)
# Whose names may stand right above a headline beside the article's day.
_DATED = re.compile(r"date|time|ngay|meta|info|publish", re.IGNORECASE)
_NOT_OWN = frozenset({"aside", "nav", "footer", "li", "header"})
_MARKED = "time[datetime], [itemprop=datePublished], abbr.published[title]"
_NO_LINES = (
    "time[datetime], [class*=today i], [id*=today i], [class*=clock i], [id*=clock i], "
    "[class*=dong-ho i], [class*=dongho i], [class*=homnay i], [class*=hom-nay i]"
)
_STEPS = 6


def published(
    page: Page, frame: Frame, body: Body, title: str | None, addresses: Sequence[str]
) -> date | None:
    """Return the day that the page declares its article to be published, or ``None``.

    Believed are, in this order: JSON-LD ``datePublished`` of the one article on the page,
    OpenGraph and its like, ``<time datetime>`` and ``datePublished`` by the headline, the line of
    the date between the headline and the text, what themes name the article's day, a date right
    above the headline with which the text agrees, and the page's own address.

    Args:
        page: The page.
        frame: Where the parts of its article stand.
        body: The article's text and the lines left out of it.
        title: The article's headline.
        addresses: The page's own addresses.
    """
    days = {parse_published(text(node.get("datePublished"))) for node in own(page, title)} - {None}
    if len(days) == 1:
        return days.pop()
    if declared := meta(page, _DAY_PROPERTIES):
        return parse_published(declared)
    for found in _shown(page, frame, body.text, body.dropped):
        if found:
            return found.pop() if len(found) == 1 else None
    found = {day for one in addresses if (day := day_in(one)) is not None}
    return found.pop() if len(found) == 1 else None


def _shown(page: Page, frame: Frame, body: str, dropped: Sequence[str]) -> Iterator[set[date]]:
    """Yield the days that the page shows as the article's, the surest first."""
    yield _marked(frame.above)
    yield _written(frame.above)
    named = list(_named(page, frame))
    yield _marked(named)
    yield _written(named)
    yield _said(frame, dropped)
    if frame.start is None and (below := _right_below(frame)) is not None:
        yield _marked([below])
        yield _written([below])
    beside = _right_above(frame)
    if beside is not None:
        lead = body[:_LEAD]
        yield {day for day in _marked([beside]) | _written([beside]) if agrees(day, lead)}


def _said(frame: Frame, dropped: Sequence[str]) -> set[date]:
    """Return the days of lines below the text that say that the article was published then."""
    below = [line for node in frame.below for line in text_of(node).split("\n")]
    return {
        day
        for line in (*dropped, *below)
        if len(line) <= _LONGEST and _SAYS.match(fold(line)) and _is_date_alone(fold(line))
        for piece in _pieces(fold(line))
        if _SAYS.match(piece) and (day := parse_published(_bare(piece))) is not None
    }


def _bare(piece: str) -> str:
    return _CHANGED.sub(" ", _PUBLISHED.sub(" ", piece)).strip(" :,-|()")


def _marked(nodes: Sequence[LexborNode]) -> set[date]:
    """Return the days in ``<time datetime>`` and ``itemprop=datePublished``."""
    found: set[date] = set()
    changed: set[date] = set()
    for node in nodes:
        for one in [] if node.is_text_node else node.css(_MARKED):
            value = next(filter(None, map(attribute, [one] * 3, _VALUES)), "") or line_of(one)
            if (day := parse_published(value)) is not None:
                (changed if _is_changed(one) else found).add(day)
    return found or changed


_VALUES = ("datetime", "content", "title")


def _is_changed(node: LexborNode) -> bool:
    """Tell whether a date is that of a change; WordPress calls an unchanged article's both."""
    names = names_of(node).lower().split()
    return "updated" in names and "published" not in names


def _written(nodes: Sequence[LexborNode]) -> set[date]:
    """Return the days of lines that are a date line: said to be published, bare, or changed."""
    said: set[date] = set()
    bare: set[date] = set()
    changed: set[date] = set()
    for line in _lines(nodes):
        folded = fold(line)
        if len(line) > _LONGEST or not _YEAR.search(folded) or _TODAY.search(folded):
            continue
        for piece in _pieces(folded):
            day = parse_published(_bare(piece))
            if day is None or not _is_date_alone(piece):
                continue
            kind = said if _PUBLISHED.search(piece) else bare
            (changed if _CHANGED.search(piece) else kind).add(day)
    return said or bare or changed


def _lines(nodes: Sequence[LexborNode]) -> Iterator[str]:
    for node in nodes:
        if node.is_text_node:
            yield line_of(node)
        elif not _CALLED_TODAY.search(names_of(node)):
            skipped = {one.mem_id for one in node.css(_NO_LINES)}
            yield from filter(None, text_of(node, skipped).split("\n"))


def _is_date_alone(piece: str) -> bool:
    """Tell whether a line says the day and hardly more: a name, a counter, not what happened."""
    if not DAY.search(piece):  # in words: then nothing but the date was read
        return True
    rest = _CHANGED.sub(" ", _PUBLISHED.sub(" ", PARTS.sub(" ", piece)))
    return len(squeeze(rest)) <= _MOST_BESIDE and not TELLS_TIME.search(rest)


def _pieces(folded: str) -> list[str]:
    """Return the parts of a line that say different things of the article's days."""
    cut = [match.start() for match in _CHANGED.finditer(folded)]
    cut += [match.start() for match in _PUBLISHED.finditer(folded)]
    return [folded[a:b] for a, b in pairwise([0, *sorted(set(cut)), len(folded)]) if b > a]


def _named(page: Page, frame: Frame) -> Iterator[LexborNode]:
    """Yield what themes name the article's day, in the widest element without other text."""
    if frame.scope is None:
        return
    scope = frame.scope
    for above in page.ancestors(scope):
        if page.weight(above) > page.weight(scope) or above.tag == "body":
            break
        scope = above
    for node in scope.css(_THEMES):
        inside = any(above.tag in _NOT_OWN for above in page.ancestors(node))
        if not inside and not _in_text(page, frame, node):
            yield node


def _in_text(page: Page, frame: Frame, node: LexborNode) -> bool:
    """Tell whether a node belongs to the article's text."""
    if frame.container is None or not page.holds(frame.container, node):
        return False
    return frame.start is None or page.span(node)[0] >= page.span(frame.start)[0]


def _right_above(frame: Frame) -> LexborNode | None:
    """Return the element right above the headline if its names are those of a day."""
    above = frame.headline.prev if frame.headline is not None else None
    for _ in range(_STEPS):
        if above is None or above.is_element_node:
            break
        above = above.prev
    dated = above is not None and above.is_element_node and _DATED.search(names_of(above))
    return above if dated else None


def _right_below(frame: Frame) -> LexborNode | None:
    """Return the element right below the headline if its names are those of a day.

    It counts where no running text follows, only a table or a picture.
    """
    below = frame.headline.next if frame.headline is not None else None
    for _ in range(_STEPS):
        if below is None or below.is_element_node:
            break
        below = below.next
    dated = below is not None and below.is_element_node and _DATED.search(names_of(below))
    return below if dated else None
