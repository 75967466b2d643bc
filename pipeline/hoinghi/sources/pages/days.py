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
from hoinghi.sources.pages.linked_data import own, text
from hoinghi.sources.pages.tree import Page, attribute, line_of, meta, names_of
from hoinghi.sources.published import parse_published
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
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PUBLISHED = re.compile(
    r"(?:ngày |được |đã |thời gian )?(?:đăng|xuất bản|phát hành|ngày viết|viết)"
    r"(?: (?:bài|tin|tải|lúc|ngày|vào))*|ngày tạo|published|posted"
)
_CHANGED = re.compile(r"cập nhật|chỉnh sửa|sửa (?:đổi|lần|lúc|ngày)|updated|modified|last edit")
_TODAY = re.compile(r"hôm nay|bây giờ|hiện tại|today")
# Where the headline does not stand above the date but below it.
_ABOVE = ".date-header, .post-date, .entry-date, .itemDateCreated, .ngaydang, .ngay-dang"
_NOT_OWN = frozenset({"aside", "nav", "footer", "li"})
_CHANGES = re.compile(r"updated|modif|cap-?nhat", re.IGNORECASE)
_CALLED_TODAY = re.compile(r"today|hom-?nay|current|clock|now|dong-?ho", re.IGNORECASE)


def published(
    page: Page,
    title: str | None,
    headline: LexborNode | None,
    text_start: LexborNode | None,
    addresses: Sequence[str],
) -> date | None:
    """Return the day that the page declares its article to be published, or ``None``.

    Believed are, in this order: JSON-LD ``datePublished`` of the one article on the page,
    OpenGraph and its like, ``<time datetime>`` and ``datePublished`` by the headline, the line of
    the date between the headline and the text, and the page's own address.

    Args:
        page: The page.
        title: The article's headline.
        headline: The element that shows it.
        text_start: The element that the text begins with.
        addresses: The page's own addresses.
    """
    days = {parse_published(text(node.get("datePublished"))) for node in own(page, title)} - {None}
    if len(days) == 1:
        return days.pop()
    if declared := meta(page, _DAY_PROPERTIES):
        return parse_published(declared)
    if headline is not None and text_start is not None:
        zone = _zone(page, headline, text_start)
        for found in (_marked(zone), _written(zone)):
            if found:
                return found.pop() if len(found) == 1 else None
    found = {day for one in addresses if (day := day_in(one)) is not None}
    return found.pop() if len(found) == 1 else None


def _zone(page: Page, headline: LexborNode, text_start: LexborNode) -> list[LexborNode]:
    """Return what stands between the headline and the text, and the date right above both."""
    zone = page.between(headline, text_start)
    above = headline.prev
    for _ in range(6):
        if above is None or above.is_element_node:
            break
        above = above.prev
    if above is not None and above.is_element_node and above.css_matches(_ABOVE):
        zone.append(above)
    return [node for node in zone if node.is_text_node or node.tag not in _NOT_OWN]


def _marked(zone: Sequence[LexborNode]) -> set[date]:
    """Return the days in ``<time datetime>`` and ``itemprop=datePublished``."""
    found: set[date] = set()
    for node in zone:
        if node.is_text_node:
            continue
        marked = node.css("time[datetime], [itemprop=datePublished]")
        for one in marked:
            if _CHANGES.search(names_of(one)) or attribute(one, "itemprop") == "dateModified":
                continue
            if any(up.tag in _NOT_OWN for up in _up(one, node)):
                continue
            value = attribute(one, "datetime") or attribute(one, "content") or line_of(one)
            if (day := parse_published(value)) is not None:
                found.add(day)
    return found


def _up(node: LexborNode, top: LexborNode) -> Iterator[LexborNode]:
    above: LexborNode | None = node
    while above is not None and above.mem_id != top.mem_id:
        yield above
        above = above.parent


def _written(zone: Sequence[LexborNode]) -> set[date]:
    """Return the days of the lines that are a date line."""
    said: set[date] = set()
    bare: set[date] = set()
    for line in _lines(zone):
        folded = fold(line)
        if len(line) > _LONGEST or not _YEAR.search(folded) or _TODAY.search(folded):
            continue
        for piece in _pieces(folded):
            day = None if _CHANGED.search(piece) else parse_published(piece)
            if day is None or not _is_date_alone(piece):
                continue
            (said if _PUBLISHED.search(piece) else bare).add(day)
    return said or bare


def _lines(zone: Sequence[LexborNode]) -> Iterator[str]:
    for node in zone:
        if node.is_text_node:
            yield line_of(node)
            continue
        if _CALLED_TODAY.search(names_of(node)):
            continue
        skipped = {one.mem_id for one in node.css("time, [class*=modif i], [class*=updated i]")}
        yield from filter(None, text_of(node, skipped).split("\n"))


def _is_date_alone(piece: str) -> bool:
    """Tell whether a line says the day and hardly more: a name, a counter, not what happened."""
    if not DAY.search(piece):  # in words: then nothing but the date was read
        return True
    rest = _PUBLISHED.sub(" ", PARTS.sub(" ", piece))
    return len(squeeze(rest)) <= _MOST_BESIDE and not TELLS_TIME.search(rest)


def _pieces(folded: str) -> list[str]:
    """Return the parts of a line that say different things of the article's days."""
    cut = [match.start() for match in _CHANGED.finditer(folded)]
    cut += [match.start() for match in _PUBLISHED.finditer(folded)]
    edges = [0, *sorted(set(cut)), len(folded)]
    return [folded[a:b] for a, b in pairwise(edges) if b > a]
