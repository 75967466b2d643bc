"""Pages that list articles: the front page of a site, a section, an archive, a search."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from hoinghi.sources.pages.linked_data import described, is_list
from hoinghi.sources.pages.tree import Page, letters_in, meta
from hoinghi.text import fold

# Classes that WordPress puts on the body.
_LISTS = frozenset("home archive category search search-results blog tag".split())
_SINGLES = frozenset("single single-post page-template-default singular".split())
_TEASERS = "article, .hentry, .post-item, .news-item, .item-news, .teaser, .blog-post, .catItemView"
_HEADINGS = "h1 a[href], h2 a[href], h3 a[href], h4 a[href]"
_FEWEST, _MOST_SEEN = 4, 200
_LONGEST_TEASER = 700
# What share of the paragraphs stand below the linked headline of their own story.
_MOST = 0.7
_WORDS_OF_HEADLINE = 4
_FEWEST_LINKS = 8
_MORE = re.compile(r"(?:(?:xem|đọc) (?:thêm|tiếp|chi tiết)|chi tiết|read more|continue reading)\b")


def is_listing(page: Page, container: LexborNode | None) -> bool:
    """Tell whether a page lists several articles and shows none.

    Args:
        page: The page.
        container: The element that would be the article.
    """
    classes = set((page.body.attributes.get("class") or "").lower().split())
    if classes & _SINGLES or len(described(page)) == 1:
        return False
    if meta(page, ("article:published_time",)) or meta(page, ("og:type",)) == "article":
        return False
    if container is None:
        links = page.shown("a[href]")[:_MOST_SEEN]
        return sum(map(_is_headline, links)) >= _FEWEST_LINKS
    if classes & _LISTS or is_list(page):
        teasers = [node for node in page.shown(_TEASERS)[:_MOST_SEEN] if _is_teaser(node)]
        if len(teasers) >= _FEWEST:
            return True
    return _holds_teasers(page, container)


def _is_teaser(node: LexborNode) -> bool:
    return node.css_first(_HEADINGS) is not None and letters_in(node) <= _LONGEST_TEASER


def _holds_teasers(page: Page, container: LexborNode) -> bool:
    """Tell whether the text, and several more places, are small boxes with a linked headline."""
    items: set[int] = set()
    below = inside = 0
    for node, _ in page.paragraphs[:_MOST_SEEN]:
        item = node
        for above in page.ancestors(node):
            if above.mem_id == container.mem_id or letters_in(above) > _LONGEST_TEASER:
                break
            item = above
        headed = any(map(_is_headline, item.css("a[href]")[:_FEWEST_LINKS])) or _goes_on(item)
        items |= {item.mem_id} if headed else set()
        if page.holds(container, node):
            inside += 1
            below += headed
    return len(items) >= _FEWEST and 0 < _MOST * inside <= below


def _goes_on(item: LexborNode) -> bool:
    """Tell whether a box has a headline and, apart from it, a link to the rest of its story."""
    links = item.css("a[href]")[:_FEWEST_LINKS]
    if not any(_MORE.match(fold(link.text(strip=True))) for link in links):
        return False
    return any(map(_is_headline, item.css("h2, h3, h4, h5")[:_FEWEST_LINKS]))


def _is_headline(link: LexborNode) -> bool:
    """Tell whether a link reads like the headline of another story."""
    return len(link.text().split()) >= _WORDS_OF_HEADLINE
