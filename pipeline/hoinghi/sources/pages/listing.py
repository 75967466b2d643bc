"""Pages that list articles: the front page of a site, a section, an archive, a search."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from hoinghi.sources.pages.linked_data import described, is_list
from hoinghi.sources.pages.tree import Page, letters_in, meta

# Classes that WordPress and others put on the body.
_LISTS = frozenset("home archive category search search-results blog tag author date".split())
_SINGLES = frozenset(
    "single single-post page-template-default page singular postid post-template-default".split()
)
_TEASERS = (
    "article, .hentry, .post-item, .news-item, .item-news, .teaser, .blog-post, .catItemView, "
    ".blog-items > div, .box-post, .post"
)
_FEWEST = 4
_LONGEST_TEASER = 700


def is_listing(page: Page, container: LexborNode | None) -> bool:
    """Tell whether a page lists several articles and shows none.

    Args:
        page: The page.
        container: The element that would be the article.
    """
    classes = set((page.body.attributes.get("class") or "").lower().split())
    if classes & _SINGLES or described(page) or meta(page, ("article:published_time",)):
        return False
    teasers = [node for node in page.shown(_TEASERS) if _is_teaser(node)]
    several = len(teasers) >= _FEWEST
    if not several:
        return False
    if classes & _LISTS or is_list(page) or container is None:
        return True
    inside = [node for node in teasers if page.holds(container, node)]
    return len(inside) >= _FEWEST or any(page.holds(node, container) for node in teasers)


def _is_teaser(node: LexborNode) -> bool:
    linked = node.css_first("h1 a[href], h2 a[href], h3 a[href], h4 a[href], a.title[href]")
    return linked is not None and letters_in(node) <= _LONGEST_TEASER
